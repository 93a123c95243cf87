"""Verbs with their particles and idioms, as the table of scope operators has them: "called off", "put on hold"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from diplo_events.tables.scope import Operator, operator

if TYPE_CHECKING:
    from spacy.tokens import Token

_PARTICLES = frozenset(
    {
        "off",
        "out",
        "down",
        "back",
        "through",
        "away",
        "up",
        "short",
        "in",
        "forward",
        "over",
        "aside",
        "on",
        "apart",
        "against",
        "by",
        "ahead",
    }
)


def operator_of(verb: Token, via: str) -> Operator | None:
    """The entry of a verb, with its particle or its idiom where it has one."""
    lemma, particle = verb.lemma_.lower(), particle_of(verb)
    found = None
    if particle:
        found = operator(f"{lemma} {particle}", via)
    if found is None:
        for phrase in _phrases(verb):
            found = operator(f"{lemma} {phrase}", via)
            if found is not None:
                break
    if found is None and verb.pos_ == "ADJ":
        return operator(verb.lower_, via)
    return found or operator(lemma, via)


def _phrases(verb: Token) -> Iterator[str]:
    """What hangs on a verb, as the table writes it: "on hold", "cold shoulder", "to nothing"."""
    for child in verb.children:
        if child.dep_ == "prep" and child.i > verb.i:
            yield child.lower_
            for inner in child.children:
                if inner.dep_ in ("pobj", "pcomp"):
                    yield f"{child.lower_} {inner.lower_}"
                    amod = next((m for m in inner.children if m.dep_ in ("amod", "compound")), None)
                    if amod is not None:
                        yield f"{child.lower_} {amod.lower_} {inner.lower_}"
        elif child.dep_ in ("dobj", "acomp", "oprd", "advmod", "intj", "xcomp") and child.i > verb.i:
            yield child.lower_


def particle_of(verb: Token) -> str | None:
    """The particle of a verb, also where the parser hung it elsewhere: "off" of "called off"."""
    for child in verb.children:
        if child.dep_ in ("prt", "advmod") and child.lower_ in _PARTICLES and child.i > verb.i:
            return str(child.lower_)
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in _PARTICLES and not any(True for _ in child.children):
            return str(child.lower_)
    following = verb.i + 1
    if (
        following < len(verb.doc)
        and verb.doc[following].lower_ in ("off", "out", "aside", "back", "down")
        and verb.doc[following].tag_ in ("RP", "IN", "RB")
    ):
        return str(verb.doc[following].lower_)
    return None
