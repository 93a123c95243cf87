"""Who travels: by his office, and where he is at home."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from diplo_events.extraction.candidates import Argument
from diplo_events.extraction.context import Context

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_official(argument: Argument, context: Context) -> bool:
    """Whether a traveller has an office, leads a delegation or stands for a state: "is in Paris" alone is no visit."""
    token = context.reading.token(argument.start)
    return token is not None and holds_office(token, context)


def holds_office(token: Token | None, context: Context) -> bool:
    """Whether a traveller has an office, leads a delegation or stands for a state: "is in Paris" alone is no visit."""
    if token is None:
        return False
    name = context.name(token)
    if name is not None:
        if name.person is not None:
            return bool(name.person.offices or name.person.country)
        return any(sense.kind.value in ("office", "group", "demonym") for sense in name.senses)
    return token.lower_ in ("delegation", "he", "she", "they", "envoy", "mission")


def is_resident(argument: Argument, context: Context) -> bool:
    """Whether a traveller lives abroad by his office, as an ambassador does and a special envoy does not."""
    token = context.reading.token(argument.start)
    name = context.name(token) if token is not None else None
    if name is None:
        return False
    if name.person is not None:
        return "diplomat" in name.person.offices and _is_post(name.person.title)
    return any(sense.office == "diplomat" for sense in name.senses) and _is_post(name.text)


def all_resident(travellers: Sequence[Argument], context: Context) -> bool:
    """Whether there are travellers, and all of them live where they are posted."""
    return bool(travellers) and all(is_resident(argument, context) for argument in travellers)


def _is_post(title: str | None) -> bool:
    words = set((title or "").lower().replace("-", " ").split())
    return bool(words & _RESIDENT) and not words & _ROVING


_RESIDENT = frozenset(
    "ambassador ambassadors commissioner commissioners consul consuls nuncio chargé charge attaché attache".split()
)
_ROVING = frozenset("un nations large special roving former peace envoy climate human refugees".split())


def home_of(token: Token, context: Context) -> str | None:
    """The country that a traveller serves, by name or by the words of the phrase."""
    name = context.name(token)
    if name is not None and name.person is not None:
        return name.person.country
    own = (context.name(c) for c in (token, *token.children))
    return next((s.country for n in own if n is not None for s in n.senses if s.country), None)
