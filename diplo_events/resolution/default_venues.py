"""Where an event takes place when the article does not say: its kind tells the country.

An ambassador is summoned to a ministry of the state that summons, diplomats are expelled from the state that expels, an
envoy is recalled from, and an ambassador named for, the country of the post.
"""

from __future__ import annotations

from collections.abc import Sequence

from diplo_events.extraction.candidates import Candidate, Slot
from diplo_events.model.actors import Participant, Venue
from diplo_events.model.kinds import EventType, Role
from diplo_events.reading.reading import Reading
from diplo_events.tables import capital_of, countries_by_code

#: Rules by which one side comes to the other, and which of the two is at home.
_AT_HOME = {
    **dict.fromkeys(
        ("meeting.receive", "meeting.host", "meeting.entertain", "meeting.welcome", "meeting.give-audience",
         "meeting.grant-audience", "meeting.keep-to-lunch"),
        Role.INITIATOR,
    ),
    **dict.fromkeys(("meeting.call-on", "meeting.call-on-n", "meeting.visit-person-n"), Role.COUNTERPART),
}  # fmt: skip
_BY_ACTING_SIDE = frozenset({EventType.SUMMONS, EventType.EXPULSION})
#: Types that take place at a ministry or an embassy, both of which stand in the capital.
_IN_CAPITAL = frozenset({EventType.SUMMONS, EventType.RECALL})


def default_venue(
    type_: EventType, participants: Sequence[Participant], posted_to: str | None = None, *, mission: bool = False
) -> Venue | None:
    """The venue that the kind of an event implies.

    Args:
        type_: the event's type.
        participants: its participants, the acting side first.
        posted_to: the country (alpha-3) where the envoy concerned serves or is to serve, or None.
        mission: whether the event is the opening or closing of an embassy or consulate.

    Returns:
        A venue with a country and, where that is certain, its capital; None where the type implies no place.
    """
    if mission:
        country = next((p.actor.country for p in participants if p.role is Role.COUNTERPART), None)
    else:
        country = _country(type_, participants, posted_to)
    entry = countries_by_code().get(country) if country else None
    if country is None or entry is None:
        return None
    capital = capital_of(country) if type_ in _IN_CAPITAL else None
    if capital is None:
        return Venue(name=entry.name, country=country)
    return Venue(
        name=capital.name, city=capital.name, country=country, latitude=capital.latitude, longitude=capital.longitude
    )


def host_country(rule: str, participants: Sequence[Participant]) -> Venue | None:
    """The country of the side that receives the other: "X received Y", "Y called on X"."""
    role = _AT_HOME.get(rule)
    countries = {p.actor.country for p in participants if p.role is role and p.actor.country} if role else set()
    guests = {p.actor.country for p in participants if p.role is not role and p.actor.country}
    entry = countries_by_code().get(min(countries)) if len(countries) == 1 and not countries & guests else None
    return Venue(name=entry.name, country=min(countries)) if entry is not None else None


def posting(reading: Reading, candidate: Candidate) -> str | None:
    """The country where the first envoy among a candidate's participants serves or is to serve, or None."""
    for argument in candidate.of(Slot.PARTICIPANT):
        name = reading.register.at(argument.start)
        if name is not None and name.person is not None and name.person.posted_to:
            return name.person.posted_to
    return None


def _country(type_: EventType, participants: Sequence[Participant], posted_to: str | None) -> str | None:
    if type_ in _BY_ACTING_SIDE:
        return next((p.actor.country for p in participants if p.role is Role.INITIATOR and p.actor.country), None)
    if type_ is EventType.RECALL:
        return posted_to or next(
            (p.actor.country for p in participants if p.role is Role.TARGET and p.actor.country), None
        )
    if type_ is EventType.APPOINTMENT:  # credentials are presented where the envoy is to serve
        return posted_to or next((p.actor.country for p in participants if p.role is Role.HOST), None)
    return None
