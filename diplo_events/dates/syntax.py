"""What a parser knows of an expression: the tense of its verb, and whether "May" is a month at all.

Only attributes of spaCy's ``Doc`` are used; nothing of spaCy is imported.
"""

from __future__ import annotations

from typing import Any

from diplo_events.dates.tense import cue
from diplo_events.errors import InputError, InputTypeError
from diplo_events.model.time import Tense

_FUTURE_AUXILIARIES = frozenset({"will", "shall", "would", "'ll", "’ll", "may", "might", "could", "should", "can"})
_NAMES = frozenset({"ORG", "PERSON", "WORK_OF_ART", "FAC", "PRODUCT"})
_DEPTH = 12
"""How many heads are climbed at most."""


def check_doc(doc: Any, text: str) -> None:
    """Raise if ``doc`` is no parse of ``text``.

    Raises:
        InputTypeError: if it has no tokens with offsets.
        InputError: if it is one of another text.
    """
    if not hasattr(doc, "char_span") or not hasattr(doc, "text"):
        raise InputTypeError(f"doc must be a spaCy Doc, not {type(doc).__name__}")
    if doc.text != text:
        raise InputError("doc is the parse of another text; find_dates needs that of exactly the text it reads")


def is_time(doc: Any, start: int, end: int) -> bool:
    """False for a single word that the tagger takes for a verb or modal, or the recogniser for a part of a name."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or len(span) != 1 or not span.text.isalpha():
        return True
    token = span[0]
    if token.tag_ == "MD" or (token.pos_ == "VERB" and token.text[0].islower()):
        return False
    if token.ent_type_ not in _NAMES:
        return True
    return bool(token.ent_iob_ == "B") and (token.i + 1 >= len(doc) or doc[token.i + 1].ent_iob_ != "I")


def tense_of(doc: Any, start: int, end: int) -> Tense | None:
    """The direction of the verb that governs ``doc.text[start:end]``; ``None`` if it has none, or is in the present."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None or len(span) == 0:
        return None
    token = span.root
    for _ in range(_DEPTH):
        if token.pos_ in ("VERB", "AUX"):
            return _of_verb(token)
        if token.pos_ == "NOUN" and any(
            cue(child.text) is Tense.FUTURE for child in token.children if child.dep_ == "amod"
        ):
            return Tense.FUTURE
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def _of_verb(verb: Any) -> Tense | None:
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if helpers & _FUTURE_AUXILIARIES:
        return Tense.FUTURE
    if helpers & {"has", "have", "had", "was", "were", "did"}:
        return Tense.FUTURE if cue(verb.text) is Tense.FUTURE else Tense.PAST
    if "to" in helpers:
        governor = verb.head
        return Tense.PAST if cue(governor.text, infinitive=True) is Tense.PAST else Tense.FUTURE
    if cue(verb.text) is Tense.FUTURE:
        return Tense.FUTURE
    if verb.tag_ in ("VBD", "VBN"):
        return Tense.PAST
    if verb.dep_ in ("conj", "advcl", "xcomp") and verb.tag_ in ("VB", "VBG") and verb.head.i != verb.i:
        return _of_verb(verb.head)
    return None
