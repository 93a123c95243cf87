"""A stranger's parts: functions, bound methods and objects that can be called, none related to the library's."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from diplo_events import (
    Actor,
    ActorKind,
    Argument,
    Candidate,
    ChainedDateResolver,
    Event,
    EventType,
    Parser,
    Participant,
    Reading,
    Role,
    Slot,
    Status,
    StatusChange,
    Tense,
    Venue,
    When,
)

HANDSHAKE = re.compile(r"(\w+) high-fived (\w+)")


def high_fives(reading: Reading) -> Iterator[Candidate]:
    """An extractor that knows no syntax at all."""
    for found in HANDSHAKE.finditer(reading.text):
        yield Candidate(
            type=EventType.MEETING,
            start=found.start() + len(found[1]) + 1,
            end=found.start(2) - 1,
            arguments=(
                Argument(slot=Slot.PARTICIPANT, start=found.start(1), end=found.end(1), role=Role.INITIATOR),
                Argument(slot=Slot.PARTICIPANT, start=found.start(2), end=found.end(2), role=Role.COUNTERPART),
            ),
            rule="high five",
        )


def stardates(expression: str, *, reference: dt.date, tense: Tense | None) -> When | None:
    """A date resolver that moves everything to the first day of the year."""
    return When(start=dt.date(reference.year, 1, 1), end=dt.date(reference.year, 1, 1), text=expression)


class Phonebook:
    """An actor resolver with a method."""

    def __init__(self, countries: dict[str, str]) -> None:
        self.countries = countries

    def look_up(self, reading: Reading, candidate: Candidate) -> list[Participant]:
        people = []
        for argument in candidate.of(Slot.PARTICIPANT):
            name = reading.text[argument.start : argument.end]
            actor = Actor(name=name, kind=ActorKind.PERSON, country=self.countries.get(name))
            span = reading.span(argument.start, argument.end)
            people.append(Participant(actor=actor, role=argument.role or Role.ATTENDEE, spans=(span,)))
        return people


class AlwaysIn:
    """A venue resolver that is an object."""

    def __init__(self, city: str, country: str) -> None:
        self.venue = Venue(city=city, country=country)

    def __call__(self, reading: Reading, candidate: Candidate, participants: tuple[Participant, ...]) -> Venue | None:
        return self.venue if participants else None


def believe_nothing(reading: Reading, candidate: Candidate) -> StatusChange:
    """A judge."""
    return StatusChange(status=Status.DENIED, rule="nothing is believed")


def keep_all(reading: Reading, events: Sequence[Event]) -> list[Event]:
    return list(events)


def stranger() -> Parser:
    return Parser(
        extractors=[high_fives],
        date_resolver=ChainedDateResolver().preceded_by(stardates),
        actor_resolver=Phonebook({"Ann": "USA", "Bo": "SWE"}).look_up,
        venue_resolver=AlwaysIn("Riga", "LVA"),
        status_judge=believe_nothing,
        merger=keep_all,
    )
