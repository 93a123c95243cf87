"""The city of an event of which so far only the country is known.

News seldom repeats a city: the headline has somebody going to a country, and the city stands sentences later, beside
the first meeting. An embassy stands in the capital by its nature, a consulate need not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import evolve

from diplo_events.model.actors import Venue
from diplo_events.model.events import Event, Note
from diplo_events.model.kinds import EventType, Status
from diplo_events.reading.lexicon import NameKind
from diplo_events.reading.reading import Reading
from diplo_events.reading.register import Name
from diplo_events.resolution.places import (
    PLACE_KINDS,
    Place,
    choose,
    dateline_venue,
    is_post,
    preposition_before,
)
from diplo_events.tables import capital_of

#: Sentences, to either side, in which a city may be told.
_REACH = 12
#: What a city's name costs, in sentences, by the word before it: a place first, then a way, then a mere name, which may
#: stand for the government.
_COST = {"in": 0, "at": 0, "to": 0, "for": 1, "near": 1, "outside": 1, "from": 2, "of": 4}
_BARE = 3
#: The dateline's city, where the story was written.
_FILED = 3
#: Types whose place lies in one state, but not where the article happens to be.
_UNPLACED = frozenset({EventType.CALL, EventType.SANCTION, EventType.APPOINTMENT})
#: What is only wished for has as a rule no city yet, though the wish is uttered in one.
_WISHED = frozenset({Status.PROPOSED})
_EMBASSY = re.compile(r"\b(?:embass(?:y|ies)|high commission|legation|nunciature)\b", re.IGNORECASE)
_CONSULATE = re.compile(r"\bconsul(?:ate|ar)", re.IGNORECASE)


def complete_cities(reading: Reading, events: Sequence[Event]) -> list[Event]:
    """The events, with the city where the country alone was known and the article, or an embassy's nature, tells it."""
    return [_completed(reading, event, events) for event in events]


def _completed(reading: Reading, event: Event, events: Sequence[Event]) -> Event:
    venue = event.venue
    if venue is None or venue.country is None or venue.city is not None or event.type in _UNPLACED:
        return event
    if event.type is EventType.RELATIONS:
        found, rule = _seat(event, venue.country), "embassies stand in the capital"
    else:
        found, rule = _told(reading, event, events, venue.country), "the city of that country told nearest"
    if found is None:
        return event
    full = evolve(venue, city=found.city, latitude=found.latitude, longitude=found.longitude)
    return evolve(event, venue=full, notes=(*event.notes, Note(slot="venue", rule=rule)))


def _seat(event: Event, country: str) -> Venue | None:
    """The capital, for an embassy opened or shut."""
    told = " ".join(mention.sentence.text for mention in event.mentions)
    capital = capital_of(country)
    if capital is None or not _EMBASSY.search(told) or _CONSULATE.search(told):
        return None
    return Venue(
        name=capital.name, city=capital.name, country=country, latitude=capital.latitude, longitude=capital.longitude
    )


def _told(reading: Reading, event: Event, events: Sequence[Event], country: str) -> Venue | None:
    """The city of a country that the article names as a place nearest to an event."""
    if event.type is EventType.VISIT and event.status in _WISHED:
        return _goal(event, events, country)
    own = [reading.sentence_of_original(mention.sentence.start) for mention in event.mentions]
    offers = [(cost, at, venue) for at, (cost, venue) in enumerate(_offers(reading, own, country))]
    filed = dateline_venue(reading)
    if filed is not None and filed.country == country and filed.city is not None:
        offers.append((_FILED, len(offers), filed))
    return min(offers, key=lambda offer: offer[:2])[2] if offers else None


def _offers(reading: Reading, own: Sequence[int], country: str) -> Iterator[tuple[int, Venue]]:
    """The cities of a country named around an event, each with how little speaks for it."""
    sentences = reading.sentences
    start = sentences[max(min(own) - _REACH, 0)].start
    end = sentences[min(max(own) + _REACH, len(sentences) - 1)].end
    for name in reading.register.within(start, end):
        venue = _city(name, reading)
        if venue is None or venue.country != country or venue.city is None:
            continue
        far = min(abs(reading.sentence_at(name.start) - number) for number in own)
        yield far + _COST.get(preposition_before(name, reading), _BARE), venue


def _city(name: Name, reading: Reading) -> Venue | None:
    if name.person is not None or name.kind is NameKind.DEMONYM or name.sense(*PLACE_KINDS) is None:
        return None
    if is_post(name, reading):
        return None
    place = Place()
    place.add(choose(name, reading), name.text, reading.span(name.start, name.end))
    return place.venue()


def _goal(event: Event, events: Sequence[Event], country: str) -> Venue | None:
    """Where others are asked to that country too: "visits to Beijing by several ministers"."""
    goals = [
        other.venue
        for other in events
        if other is not event and other.type is EventType.VISIT and other.status in _WISHED
        and other.venue is not None and other.venue.country == country and other.venue.city is not None
    ]  # fmt: skip
    return goals[0] if len({venue.city for venue in goals}) == 1 else None


__all__ = ["complete_cities"]
