"""Where a journey leads that names no place: "flew in", "arrives tomorrow", "is already there"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplo_events.extraction.arguments import Found
from diplo_events.extraction.context import Context
from diplo_events.extraction.frames.travellers import home_of
from diplo_events.extraction.order import place_before

if TYPE_CHECKING:
    from spacy.tokens import Token


#: Verbs whose traveller has come to where the article stands, if no place is told.
_COMING = frozenset({"arrive", "land", "fly", "come", "turn", "show", "touch", "drop", "step"})


def unnamed_place(found: Found, token: Token, context: Context) -> None:
    """The place meant by "here", "there", or by nothing at all: "flew in", "arrives tomorrow"."""
    if found.has_place():
        return
    adverbs = {c.lower_ for c in token.children if c.dep_ in ("advmod", "prt", "prep", "npadvmod")}
    adverbs |= {t.lower_ for t in token.doc[token.i + 1 : token.i + 4]} & {"here", "there"}
    if "here" in adverbs:
        found.here()
    elif "there" in adverbs:
        place = place_before(token, context)
        if place is not None:
            found.place_at(*place)
    elif token.lemma_ in _COMING and not goes_home(token):
        place = place_before(token, context)
        told = "to" in adverbs  # "would fly to both capitals"
        if place is not None and (told or not _is_apart(place, found, context) or not _from_dateline(found, context)):
            found.place_at(*place)


#: Words for a journey whose end, unless told, is the traveller's home.
HOMEWARD = frozenset({"back", "home", "away", "out", "off"})


def goes_home(token: Token) -> bool:
    """Whether a journey leads home by a word at its verb; who "stepped off his plane" has come."""
    return token.lemma_ != "step" and any(c.lower_ in HOMEWARD for c in token.children)


def _is_apart(place: tuple[int, int], found: Found, context: Context) -> bool:
    """Whether a place belongs to another sentence, or to the name of the travellers: "the U.S. delegation arrives"."""
    if place[0] < context.reading.sentences[context.number].start:
        return True
    token = context.reading.token(place[0])
    return token is not None and context.country(token) in _homes(found, context)


def _homes(found: Found, context: Context) -> set[str | None]:
    tokens = (context.reading.token(argument.start) for argument in found.persons_and_states())
    return {home_of(token, context) for token in tokens if token is not None}


def _from_dateline(found: Found, context: Context) -> bool:
    """Whether who "flew in" has come to where the article was written: he is not at home there."""
    dateline = context.reading.dateline
    if dateline is None or dateline.city is None:
        return False
    states = {sense.country for sense in context.reading.place_senses(dateline.city)}
    return not states & _homes(found, context)
