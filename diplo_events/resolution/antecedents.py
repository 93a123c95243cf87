"""Whom a phrase takes up, and whom it does not: "a source close to X said he", "a minister" who is nobody named yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplo_events.extraction.context import Context
from diplo_events.extraction.syntax import is_verb, raw_subject
from diplo_events.reading.register import Person
from diplo_events.tables.grammar import report_verbs

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Who speaks for somebody else.
_MOUTHPIECES = frozenset({"source", "aide", "adviser", "advisor", "assistant", "confidant", "associate", "friend"})
#: How many sentences behind "a presidential envoy" his name may follow.
_INTRODUCED_WITHIN = 2


def spoken_for(token: Token, context: Context) -> Token | None:
    """Whom "he" means behind another who speaks for him: "a source close to the premier said he would go"."""
    for head in token.ancestors:
        who = raw_subject(head) if is_verb(head) else None
        if who is None or who == token or who.i > token.i:
            continue
        if who.lemma_.lower() not in _MOUTHPIECES or head.lemma_ not in report_verbs():
            return None
        served = [t for t in who.subtree if t != who and t.i < head.i and t.tag_ in ("NN", "NNP")]
        served = [t for t in served if context.is_person(t) and t.dep_ in ("pobj", "poss")]
        return served[-1] if len(served) == 1 else None
    return None


def introduces_another(token: Token, person: Person, context: Context, *, told: bool) -> bool:
    """Whether "a minister" is not the holder of that office whom the article names.

    He was named before, or is named so far behind that he is another.

    Args:
        token: the office.
        person: who holds it.
        context: the sentence of the office.
        told: whether the phrase tells whom he serves, so that his name may follow anywhere.
    """
    if token.dep_ in ("dobj", "nsubjpass"):
        return False  # "the first time that it expelled a diplomat": the one of whom all this is told
    if not any(child.dep_ == "det" and child.lower_ in ("a", "an") for child in token.children):
        return False
    reading = context.reading
    offset, _ = context.offsets(token)
    first = min((start for start, _ in person.mentions), default=0)
    far = reading.sentence_at(first) - reading.sentence_at(offset) > _INTRODUCED_WITHIN
    return first < offset or (far and not told)
