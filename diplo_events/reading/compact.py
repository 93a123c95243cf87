"""Sentences made easy for the parser: each person, with titles and appositions, as one word.

"President A B and Ukraine's President C D, who ..." is where a small model loses its way; "B and D, who ..." is not,
least of all if B and D are names that it knows. The register knows by now who they are, so nothing is lost; and there
is less to parse.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from attrs import frozen

from diplo_events.reading.lexicon import NameKind

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    from diplo_events.reading.register import Name

_KEY = "diplo_events.offsets"
#: Names of several words that become one word: its last.
_JOINED = frozenset(
    {NameKind.PERSON, NameKind.COUNTRY, NameKind.CITY, NameKind.BODY, NameKind.AGENCY, NameKind.MOVEMENT,
     NameKind.REGION}
)  # fmt: skip


class Words(Protocol):
    """What makes documents of text: a pipeline, or a tokeniser with a vocabulary of its own."""

    @property
    def vocab(self) -> Vocab:
        """Where the words are kept."""
        ...

    def make_doc(self, text: str) -> Doc:
        """A document of tokens, not yet parsed."""
        ...


@frozen
class Fold:
    """A stretch of a sentence that becomes one word. Offsets are those of the clean text.

    Attributes:
        left, right: the stretch.
        start, end: the name in it, which the word stands for.
        word: the word that the parser sees.
    """

    left: int
    right: int
    start: int
    end: int
    word: str


@frozen
class CompactSentence:
    """A sentence and what is folded in it."""

    text: str
    start: int
    folds: tuple[Fold, ...]


def compact(text: str, start: int, end: int, names: Sequence[Name]) -> CompactSentence:
    """A sentence as the parser is to see it."""
    return CompactSentence(text[start:end], start, tuple(_folds(text, names, start, end)))


#: Where somebody stands in a picture, which a parser takes for a verb: "X, left, meets Y (R) in Z".
_IN_PICTURE = re.compile(
    r"\s*(?:,\s*(?:(?:second|third|far|front|from)\s+)?(?:left|right|cent(?:er|re)|L|R|C)\s*,"
    r"|\((?:(?:second|third|far|2nd|3rd)\s+)?(?:left|right|cent(?:er|re)|L|R|C)\))"
)


#: A day that opens a sentence without comma, taken by parsers for the first name of the subject: "On Monday Y called".
_OPENING_DAY = re.compile(r"On ((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day) (?=[A-Z])")
_A_DAY = "Yesterday"


def _folds(text: str, names: Sequence[Name], start: int, end: int) -> Iterator[Fold]:
    persons = [(max(n.left, start), min(_behind(text, n.right), end), n) for n in names if n.person is not None]
    reach = start
    spans: list[tuple[int, int, Name]] = []
    for left, right, name in persons:
        if left < reach or _runs_on(text, left):
            left = name.start
        if left >= reach:
            spans.append((left, right, name))
            reach = right
    for name in names:
        taken = any(left < name.end and name.start < right for left, right, _ in spans)
        if not taken and name.person is None and name.kind in _JOINED and " " in name.text:
            spans.append((name.start, name.end, name))
    day = _OPENING_DAY.match(text, start, end)
    if day is not None:
        yield Fold(start, day.end(1), day.start(1), day.end(1), _A_DAY)
    for left, right, name in sorted(spans, key=lambda span: span[0]):
        if name.person is not None:
            yield Fold(left, right, name.start, name.end, _stand_in(name.person.name))
        elif right - left > len(name.text) or " " in name.text or "-" in name.text:
            yield Fold(left, right, name.start, name.end, _last_word(name.text))


#: Names that every English model has seen often; a rare one leads its tagger astray ("McCully" an adverb).
_FAMILIAR = (
    "Clinton", "Obama", "Kerry", "Powell", "Putin", "Reagan", "Johnson", "Wilson", "Blair", "Thatcher", "Kennedy",
)  # fmt: skip


def _stand_in(name: str) -> str:
    """The name under which the parser sees a person, always the same for the same one."""
    return _FAMILIAR[sum(map(ord, name)) % len(_FAMILIAR)]


def _runs_on(text: str, left: int) -> bool:
    """Whether a capitalised word stands right before: "in Lattakia his Turkish counterpart", which are two phrases."""
    before = text[max(left - 30, 0) : left].split(" ")[-2:-1]
    return text[left : left + 1].islower() and bool(before) and before[0][:1].isupper() and before[0].isalpha()


def _behind(text: str, right: int) -> int:
    """The end of a name with the words that tell where its bearer stands in a picture."""
    found = _IN_PICTURE.match(text, right)
    return found.end() if found else right


def _last_word(text: str) -> str:
    words = [w for w in text.replace("-", " ").split() if w[:1].isupper()] or text.split()
    return words[-1]


def make_doc(nlp: Words, sentence: CompactSentence) -> Doc:
    """Tokenise a compact sentence, as one sentence that the parser must not split."""
    from spacy.tokens import Doc

    plain = nlp.make_doc(sentence.text)
    words: list[str] = []
    spaces: list[bool] = []
    starts: list[int] = []
    ends: list[int] = []
    folds = list(sentence.folds)
    at = 0
    for token in plain:
        begin = sentence.start + token.idx
        while at < len(folds) and folds[at].right <= begin:
            at += 1
        fold = folds[at] if at < len(folds) and folds[at].left <= begin else None
        if fold is None:
            words.append(token.text)
            spaces.append(bool(token.whitespace_))
            starts.append(begin)
            ends.append(begin + len(token.text))
        elif not starts or starts[-1] != fold.start:
            words.append(fold.word)
            spaces.append(True)
            starts.append(fold.start)
            ends.append(fold.end)
    doc = Doc(nlp.vocab, words=words, spaces=spaces)
    doc.user_data[_KEY] = (starts, ends)
    for token in doc:
        token.is_sent_start = token.i == 0
    return doc


def token_offsets(doc: Doc) -> tuple[list[int], list[int]]:
    """Starts and ends of a document's tokens in the article's clean text."""
    offsets: tuple[list[int], list[int]] = doc.user_data[_KEY]
    return offsets
