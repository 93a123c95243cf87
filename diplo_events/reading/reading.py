"""The article in layers: what every extractor, resolver and judge reads from."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, Any, TypeVar

from diplo_events.model.articles import Article
from diplo_events.model.text import Span
from diplo_events.model.time import TimeExpression
from diplo_events.reading.clean import CleanText
from diplo_events.reading.compact import CompactSentence, compact, token_offsets
from diplo_events.reading.dateline import Dateline
from diplo_events.reading.eras import in_their_time
from diplo_events.reading.lexicon import Sense
from diplo_events.reading.register import Name, Register
from diplo_events.reading.sentences import Sentence
from diplo_events.reading.vocabulary import vocabulary
from diplo_events.reading.words import words_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

T = TypeVar("T")
#: Parses sentences in one batch; see :mod:`.compact`.
SentenceParser = Callable[[Sequence[CompactSentence]], "list[Doc]"]


class Reading:
    """An article, read as far as it had to be.

    The cheap layers (clean text, sentences, names, times) are there from the start; a sentence's syntax is parsed when
    somebody asks. All offsets are those of the clean text; :meth:`span` leads back to the original.

    Attributes:
        article: the article as it came.
        clean: its clean text, with the way back to the original.
        sentences: the sentences of body, captions and headline.
        dateline: the agency's dateline, or None.
        register: the names of the article.
        times: the time expressions, in the order of the text.
        spoken_on: the day on which the text says "today": that of publication, or of a dateline a day or two before.
        former: present-day codes to those of the former states meant: see :mod:`.eras`.
    """

    def __init__(
        self,
        *,
        article: Article,
        clean: CleanText,
        sentences: Sequence[Sentence],
        dateline: Dateline | None,
        register: Register,
        times: Sequence[TimeExpression],
        spoken_on: date | None,
        parse: SentenceParser,
        former: Mapping[str, str] | None = None,
    ) -> None:
        self.article = article
        self.clean = clean
        self.sentences = tuple(sentences)
        self.dateline = dateline
        self.register = register
        self.times = tuple(times)
        self.spoken_on = spoken_on
        self.former = dict(former or {})
        self._parse = parse
        self._docs: dict[int, Doc] = {}
        self._original_starts: list[int] | None = None
        self._words: list[list[str]] | None = None
        self._known: dict[str, Any] = {}
        self._starts = [sentence.start for sentence in self.sentences]

    @property
    def text(self) -> str:
        """The clean text."""
        return self.clean.text

    @property
    def published(self) -> date | None:
        """The day of publication."""
        return self.article.published

    def span(self, start: int, end: int) -> Span:
        """A stretch of the clean text as a span of the original."""
        return self.clean.to_original(start, end)

    def sentence_at(self, offset: int) -> int:
        """The number of the sentence that holds a character (the one before, if it stands between two)."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def sentence_of_original(self, offset: int) -> int:
        """The number of the sentence whose original begins at or last before a character of the original text."""
        if self._original_starts is None:
            self._original_starts = [self.span(s.start, s.end).start for s in self.sentences]
        return max(bisect_right(self._original_starts, offset) - 1, 0)

    def sentence_text(self, number: int) -> str:
        """The clean text of one sentence."""
        sentence = self.sentences[number]
        return self.clean.text[sentence.start : sentence.end]

    def names_in(self, number: int) -> Iterator[Name]:
        """The names of one sentence."""
        sentence = self.sentences[number]
        return self.register.within(sentence.start, sentence.end)

    def place_senses(self, text: str) -> tuple[Sense, ...]:
        """What a place name of the dateline may mean."""
        return in_their_time(vocabulary().match(words_of(text), 0)[1], self.former) if text else ()

    def words(self, number: int) -> list[str]:
        """The words and marks of one sentence, in lower case; cut once."""
        if self._words is None:
            text = self.clean.text
            self._words = [[w.text.lower() for w in words_of(text, s.start, s.end)] for s in self.sentences]
        return self._words[number]

    def word_counts(self) -> Counter[str]:
        """How often each word, in lower case, stands in the article."""
        return self.once(
            "word counts", lambda _: Counter(chain.from_iterable(map(self.words, range(len(self.sentences)))))
        )

    def countries(self) -> Counter[str]:
        """How often each country is named in the article; counted once."""
        return self.once("countries", lambda _: self.register.countries())

    def once(self, key: str, find: Callable[[Reading], T]) -> T:
        """What ``find`` says of this article, found when first asked for; ``key`` names it."""
        if key not in self._known:
            self._known[key] = find(self)
        found: T = self._known[key]
        return found

    def in_time(self, offset: int) -> bool:
        """Whether a character of the clean text stands in a time expression."""
        place = bisect_right(self.times, offset, key=lambda time: time.span.start) - 1
        return place >= 0 and offset < self.times[place].span.end

    def compact(self, number: int) -> CompactSentence:
        """One sentence as the parser is to see it: each person with titles and appositions as one word."""
        sentence = self.sentences[number]
        return compact(self.clean.text, sentence.start, sentence.end, list(self.names_in(number)))

    def need(self, numbers: Sequence[int]) -> None:
        """Have the syntax of several sentences parsed in one batch."""
        missing = [n for n in dict.fromkeys(numbers) if n not in self._docs]
        if missing:
            for number, doc in zip(missing, self._parse([self.compact(n) for n in missing]), strict=True):
                self._docs[number] = doc

    def give(self, number: int, doc: Doc) -> None:
        """Take over the syntax of a sentence that was parsed elsewhere, in a batch over articles."""
        self._docs[number] = doc

    def syntax(self, number: int) -> Doc:
        """The parse of one sentence.

        A person's name with its titles is one token; :meth:`offsets` says where it stands.
        """
        self.need([number])
        return self._docs[number]

    def offsets(self, token: Token) -> tuple[int, int]:
        """Where a token of one of this article's parses stands in the clean text."""
        starts, ends = token_offsets(token.doc)
        return starts[token.i], ends[token.i]

    def token(self, offset: int) -> Token | None:
        """The token that covers a character of the clean text, or None."""
        doc = self.syntax(self.sentence_at(offset))
        starts, ends = token_offsets(doc)
        place = bisect_right(starts, offset) - 1
        return doc[place] if place >= 0 and offset < ends[place] else None
