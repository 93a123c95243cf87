"""Who does something for the first time, as the last, or alone: "X became the first minister to visit Y"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplo_events.tables.grammar import copulas

if TYPE_CHECKING:
    from spacy.tokens import Token


def record_verb(verb: Token) -> Token | None:
    """The copula of "X became the first minister to visit": what the infinitive tells, its subject did."""
    if verb.dep_ not in ("relcl", "acl") or not any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children):
        return None
    noun = verb.head
    copula = noun.head
    if noun.dep_ not in ("attr", "oprd", "dobj") or copula.lemma_ not in copulas():
        return None
    ranked = any(c.lower_ in _RANKS or c.tag_ in ("JJS", "RBS") for c in noun.subtree if c.i < noun.i)
    return copula if ranked else None


#: What stands before who did something first, last, or alone; superlatives are told by their tags.
_RANKS = frozenset("first second third fourth fifth last latest only next highest-ranking highest-level most".split())
