"""Parses sentences, in memory that does not grow with the number of articles.

spaCy keeps every word that it has ever seen: each new name of a feed stays for good. So the words of articles go into
a vocabulary of their own beside that of the pipeline, which is thrown away when it has grown large. Documents that are
still in use hold on to theirs. A word's features do not depend on which vocabulary it is in, so nothing is read
differently.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from diplo_events.reading.compact import CompactSentence, Words, make_doc
from diplo_events.reading.reading import SentenceParser
from diplo_events.tables.lemmas import past_forms, verb_lemmas

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

#: Strings (a word has about three: itself, its form in lower case, its shape) after which a vocabulary is thrown away;
#: some ten megabytes.
MOST_STRINGS = 50_000
#: Grammatical features of a word as spaCy writes them: "Number=Sing|Person=3".
_MORPHOLOGY = re.compile(r"[A-Z]\w*=\w[^|=]*(?:\|[A-Z]\w*=\w[^|=]*)*")
#: What a component may set that is read, directly or by another component.
_READ = frozenset(
    {"doc.tensor", "token.tag", "token.pos", "token.morph", "token.lemma", "token.dep", "token.head", "token.norm"}
)


class OwnWords:
    """The tokeniser of a pipeline, with a vocabulary that can be thrown away."""

    def __init__(self, nlp: Language) -> None:
        from spacy.vocab import Vocab

        known: Any = nlp.vocab
        self.vocab = Vocab(
            lex_attr_getters=known.lex_attr_getters,
            lookups=known.lookups,
            writing_system=known.writing_system,
            get_noun_chunks=known.get_noun_chunks,
        )
        # Labels, lemmas of exceptions and the like, which the components write by their hash alone.
        for string in known.strings:
            self.vocab.strings.add(string)
            if _MORPHOLOGY.fullmatch(string):
                self.vocab.morphology.add(string)
        own: Any = nlp.tokenizer
        self._tokenizer: Callable[[str], Doc] = type(own)(
            self.vocab,
            rules=own.rules,
            prefix_search=own.prefix_search,
            suffix_search=own.suffix_search,
            infix_finditer=own.infix_finditer,
            token_match=own.token_match,
            url_match=own.url_match,
            faster_heuristics=own.faster_heuristics,
        )
        self._full = len(self.vocab.strings) + MOST_STRINGS

    def make_doc(self, text: str) -> Doc:
        """A document of tokens, not yet parsed."""
        return self._tokenizer(text)

    @property
    def full(self) -> bool:
        """Whether it is time for a new one."""
        return len(self.vocab.strings) > self._full


class _Renewed:
    """A tokeniser of a pipeline, a new one whenever the last is full; from any thread."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._words = OwnWords(nlp)

    def __call__(self) -> Words:
        words = self._words
        if words.full:
            words = self._words = OwnWords(self._nlp)
            for _, component in self._nlp.pipeline:
                # The lemmatiser keeps the lemma of every word it has seen.
                if isinstance(cache := getattr(component, "cache", None), dict):
                    cache.clear()
        return words


@lru_cache(maxsize=4)
def _renewed(nlp: Language) -> _Renewed:
    """One for all parsers of a pipeline, of which :func:`~.models.load_pipeline` keeps as many."""
    return _Renewed(nlp)


def sentence_parser(nlp: Language, *, own: bool = False) -> SentenceParser:
    """A function that parses sentences, each as a document of one sentence.

    Components that set nothing that is read here, such as an entity recogniser, are left out: the names of the article
    come from its register.

    Args:
        nlp: the pipeline.
        own: whether nobody else brought it, so that its words may be kept apart from its vocabulary. A stranger's may
            have parts that need one vocabulary for all.
    """
    idle = _idle(nlp)
    renewed = _renewed(nlp) if own and _can_be_parted(nlp) else None

    def parse(sentences: Sequence[CompactSentence]) -> list[Doc]:
        words: Words = renewed() if renewed is not None else nlp
        docs = list(nlp.pipe((make_doc(words, sentence) for sentence in sentences), batch_size=64, disable=idle))
        for doc in docs:
            _correct_lemmas(doc)
        return docs

    return parse


def _idle(nlp: Language) -> list[str]:
    """The components of a pipeline that say what they set, none of which is read."""
    sets = {name: nlp.get_pipe_meta(name).assigns for name in nlp.pipe_names}
    return [name for name, assigned in sets.items() if assigned and _READ.isdisjoint(assigned)]


def _can_be_parted(nlp: Language) -> bool:
    """Whether tokeniser and vocabulary are of the common kind; word vectors belong to one vocabulary."""
    kind = type(nlp.tokenizer)
    plain = (kind.__module__, kind.__qualname__) == ("spacy.tokenizer", "Tokenizer")
    return plain and not nlp.vocab.vectors.size


def _correct_lemmas(doc: Doc) -> None:
    known, past = verb_lemmas(), past_forms()
    for token in doc:
        if token.pos_ != "VERB":
            continue
        if token.lower_ in known:
            token.lemma_ = known[token.lower_]
        elif token.tag_ in ("VB", "VBP") and token.lower_ in past:  # "X rang Y", taken for a present
            token.lemma_, token.tag_ = past[token.lower_], "VBD"
