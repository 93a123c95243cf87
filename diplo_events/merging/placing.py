"""Where an event took place, chosen among all that the article offers by a trained ranker.

The rules read the place that the sentence hangs on the event, or lend it that of a visit, a gathering, a neighbour, the
dateline. Which of them to believe is a matter of degree: this module lists the countries that come into question, with
named features of what speaks for each, and lets the log-linear ranker "place" choose.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from diplo_events.judgement.scorer import Ranker
from diplo_events.merging.options import BEFORE, BEHIND, STEP, Option, best, between, chosen, crossed
from diplo_events.merging.related import same_phase
from diplo_events.merging.sides import share_actor, times_agree
from diplo_events.model.actors import Venue
from diplo_events.model.events import Event
from diplo_events.model.kinds import EventType
from diplo_events.reading.lexicon import NameKind, Sense
from diplo_events.reading.reading import Reading
from diplo_events.reading.register import Name
from diplo_events.resolution.places import PLACE_KINDS, Place, choose, dateline_venue, is_post, preposition_before

#: Types whose place is chosen: a call has none, and where a visit leads belongs to what it is.
CHOSEN = frozenset(EventType) - {EventType.CALL, EventType.VISIT}
#: Sentences: what is told that near belongs together as a rule.
_NEAR, _MID = 1, 4
#: Steps of distance within a sentence that are told apart.
_STEPS = 6
_PREPOSITIONS = frozenset("in at to from for of with near on and into via through between here".split())


def choose_places(reading: Reading, events: Sequence[Event], ranker: Ranker) -> list[Event]:
    """The events, each at the place for which most speaks."""
    return [
        _moved(event, place_options(reading, events, at), ranker) if event.type in CHOSEN else event
        for at, event in enumerate(events)
    ]


def _moved(event: Event, options: Sequence[Option[Venue]], ranker: Ranker) -> Event:
    option = best(options, ranker)
    if country_of(option) == country_of(options[0]):
        return event
    forum = event.venue.forum if event.venue is not None else None
    venue = Venue(name=forum, forum=forum) if forum is not None else None
    if option.value is not None:
        venue = evolve(option.value, forum=forum)
    return evolve(event, venue=venue, notes=(*event.notes, chosen("venue", option.features, ranker)))


def country_of(option: Option[Venue]) -> str | None:
    """The country of a place, which alone tells one option from another; None for no place."""
    return option.value.country if option.value is not None else None


def place_options(reading: Reading, events: Sequence[Event], at: int) -> list[Option[Venue]]:
    """The places that one of an article's events might have, one a country; that of the rules comes first."""
    event = events[at]
    offers: dict[str | None, tuple[list[Venue | None], set[str]]] = {}
    for venue, names in _offers(reading, events, at):
        venues, features = offers.setdefault(venue.country if venue is not None else None, ([], set()))
        venues.append(venue)
        features.update(names)
    return [
        Option(next((v for v in venues if v is not None and v.city), venues[0]), crossed(features, event))
        for venues, features in offers.values()
    ]


def _offers(reading: Reading, events: Sequence[Event], at: int) -> Iterator[tuple[Venue | None, list[str]]]:
    event = events[at]
    placed = event.venue if event.venue is not None and event.venue.country else None
    yield placed, ["rules", f"rules: {_rule(event)}"]
    own = [reading.sentence_of_original(mention.sentence.start) for mention in event.mentions]
    yield from _named(reading, event, own)
    filed = dateline_venue(reading)
    if filed is not None:
        yield filed, ["dateline", f"dateline {'lead' if min(own) <= _NEAR + 1 else 'deep'}"]
    for participant in event.participants:
        if participant.actor.country:
            country = participant.actor.country
            yield Venue(name=country, country=country), ["home", f"home of {participant.role.value}"]
    yield from _of_others(reading, events, at, own)
    yield None, ["none"]


def _rule(event: Event) -> str:
    """How the rules came to the place, in a word or two."""
    if event.venue is None or event.venue.country is None:
        return "none"
    notes = [note.rule for note in event.notes if note.slot == "venue"]
    told = notes[-1].split(":")[0] if notes else "told"
    return f"{told}{' in words' if event.venue.spans else ''}{' city' if event.venue.city else ''}"


# -- places named ------------------------------------------------------------------------------------------------------


def _named(reading: Reading, event: Event, own: Sequence[int]) -> Iterator[tuple[Venue, list[str]]]:
    """Each country named around the event, by the name that stands nearest to it."""
    sentences = reading.sentences
    start = sentences[max(min(own) - BEFORE, 0)].start
    end = sentences[min(max(own) + BEHIND, len(sentences) - 1)].end
    nearest: dict[str, tuple[tuple[int, int], Name, Sense]] = {}
    for name in reading.register.within(start, end):
        if name.person is not None or name.kind is NameKind.DEMONYM or name.sense(*PLACE_KINDS) is None:
            continue
        sense = choose(name, reading)
        if sense.country is None:
            continue
        far = (abs(_distance(reading, own, name)), abs(reading.span(name.start, name.end).start - _trigger(event)))
        if sense.country not in nearest or far < nearest[sense.country][0]:
            nearest[sense.country] = (far, name, sense)
    for _, name, sense in nearest.values():
        yield _venue(sense, name, reading), list(_of_name(reading, event, own, name, sense))


def _trigger(event: Event) -> int:
    return event.mentions[0].trigger.start


def _distance(reading: Reading, own: Sequence[int], name: Name) -> int:
    """Sentences from the nearest mention of the event to a name."""
    number = reading.sentence_at(name.start)
    return min((number - mine for mine in own), key=abs)


def _venue(sense: Sense, name: Name, reading: Reading) -> Venue:
    place = Place()
    place.add(sense, name.text, reading.span(name.start, name.end))
    return place.venue()


def _of_name(reading: Reading, event: Event, own: Sequence[int], name: Name, sense: Sense) -> Iterator[str]:
    distance = _distance(reading, own, name)
    far = f"{max(distance, -BEFORE + 1):+d}" if distance else "same"
    word = preposition_before(name, reading)
    word = word if word in _PREPOSITIONS else "other"
    kind = sense.kind.value
    yield from (f"at {far}", word, f"{word} {far}", f"{kind} {far}", f"{kind} {word} {'far' if distance else 'same'}")
    if is_post(name, reading):
        yield "post"
    if distance:
        return
    side, text = between(reading, _trigger(event), reading.span(name.start, name.end))
    yield from (f"gap {min(len(text) // STEP, _STEPS)}", f"commas {min(text.count(','), 3)}", side)
    yield f"{word} {side}"


# -- places of other events --------------------------------------------------------------------------------------------


def _of_others(
    reading: Reading, events: Sequence[Event], at: int, own: Sequence[int]
) -> Iterator[tuple[Venue, list[str]]]:
    event = events[at]
    for number, other in enumerate(events):
        if number == at or other.type is EventType.CALL or other.venue is None or other.venue.country is None:
            continue
        theirs = [reading.sentence_of_original(mention.sentence.start) for mention in other.mentions]
        distance = min(abs(mine - their) for mine in own for their in theirs)
        reach = "near" if distance <= _NEAR else "mid" if distance <= _MID else "far"
        shared = share_actor(event, other)
        kind = other.type.value
        names = [f"of {kind}", f"of {kind} {'shared' if shared else 'other'} {reach}"]
        if event.when is not None and other.when is not None and times_agree(event.when, other.when):
            names.append("same time")
        if shared and same_phase(event, other):
            names.append(f"same phase {kind} {reach}")
        yield evolve(other.venue, forum=None), names
