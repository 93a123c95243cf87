"""Former states: in an article of their time their cities and people belong to them, not to their successors."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

from attrs import evolve

from diplo_events.data import rows
from diplo_events.reading.lexicon import Sense
from diplo_events.reading.register import Register
from diplo_events.tables.lookup import cell_values


@cache
def _successions() -> tuple[tuple[str, date, frozenset[str]], ...]:
    return tuple(
        (row["former"], date.fromisoformat(row["last"]), frozenset(cell_values(row["successors"])))
        for row in rows("successions.tsv")
    )


def former_states(register: Register, published: date | None) -> dict[str, str]:
    """Present-day codes to the former state meant, for an article that names it and was published in its time."""
    if published is None:
        return {}
    named = {sense.country for name in register.names for sense in name.senses}
    return {
        successor: former
        for former, last, successors in _successions()
        if published <= last and former in named
        for successor in successors
    }


def in_their_time(senses: tuple[Sense, ...], states: Mapping[str, str]) -> tuple[Sense, ...]:
    """Senses with the former states' codes."""
    if not any(sense.country in states for sense in senses):
        return senses
    return tuple(evolve(s, country=states.get(s.country or "", s.country)) for s in senses)


def set_back(register: Register, states: Mapping[str, str]) -> None:
    """Give the names and persons of an article the former states' codes."""
    if not states:
        return
    for name in register.names:
        name.senses = in_their_time(name.senses, states)
    for person in register.persons:
        person.country = states.get(person.country or "", person.country)
