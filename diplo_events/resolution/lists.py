"""Holders of one office who are named in the order of their states: "the ministers of Egypt and Jordan, X and Y"."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from diplo_events.extraction.context import BODIES
from diplo_events.model.actors import Actor
from diplo_events.reading.lexicon import NameKind
from diplo_events.reading.reading import Reading
from diplo_events.reading.register import Name
from diplo_events.resolution.references import STATES, actor_of

#: How far behind the states a list of names may reach, in characters for each of them.
_EACH = 60


def named_in_turn(reading: Reading, states: Sequence[Name], end: int) -> list[tuple[Name, Actor]]:
    """The persons listed right behind states, each with the state of the same place in its list.

    Args:
        reading: the article.
        states: the states, in the order of the text.
        end: where the office ends; it may stand before its states or behind them.

    Returns:
        As many persons as there are states, or none.
    """
    if len(states) < 2:
        return []
    last = max(end, states[-1].end)
    found: list[tuple[Name, Actor]] = []
    for name in reading.register.within(last, last + _EACH * len(states)):
        gap = reading.text[last : name.start]
        person = name.person
        if person is None or not _lists(gap, first=not found):
            break
        state = states[len(found)].sense(*STATES, *BODIES, NameKind.DEMONYM)
        country = state.country if state is not None else None
        if person.country not in (None, country) and not person.country_inferred:
            break
        found.append((name, evolve(actor_of(person), country=country or person.country)))
        last = name.end
        if len(found) == len(states):
            return found
    return []


def _lists(gap: str, *, first: bool) -> bool:
    """Whether what stands before a name joins it to the list; a comma alone opens it."""
    return gap.strip() == "," if first else gap.strip() in (",", "and", ", and")
