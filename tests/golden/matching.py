"""Which event found is which gold event, and which of its slots are wrong."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from attrs import frozen

from diplo_events import ActorKind, Event, EventType, Participant, Role
from tests.golden.gold import Case, GoldEvent, GoldParticipant
from tests.golden.names import fold, same_body, same_forum, same_person, words

#: Types whose acting side has to stand first.
DIRECTED = frozenset({EventType.EXPULSION, EventType.RECALL, EventType.SUMMONS, EventType.SANCTION})
#: From the place of an event of these types the visit of those who came follows.
_IMPLY_VISITS = frozenset({EventType.MEETING, EventType.CONFERENCE, EventType.AGREEMENT})


@frozen(kw_only=True)
class Pair:
    """A required gold event that was found, and the slots that are wrong."""

    gold: GoldEvent
    found: Event
    wrong: frozenset[str]


@frozen(kw_only=True)
class Outcome:
    """What came of one case. Optional gold events and what follows from others stand nowhere."""

    case: Case
    pairs: tuple[Pair, ...] = ()
    missed: tuple[GoldEvent, ...] = ()
    extra: tuple[Event, ...] = ()
    held_wrongly: bool = False

    @property
    def right(self) -> bool:
        """Nothing missed, nothing too many, every slot right."""
        return not self.missed and not self.extra and not any(pair.wrong for pair in self.pairs)


def participants(event: Event) -> list[Participant]:
    """The participants that are compared: of a visit the travellers, not their hosts."""
    hosts_count = event.type is not EventType.VISIT
    return [p for p in event.participants if hosts_count or p.role is not Role.HOST]


def same_participant(gold: GoldParticipant, found: Participant) -> bool:
    """Whether the two are one person, or one state or body."""
    actor = found.actor
    if gold.name:
        return any(same_person(name, actor.name) for name in gold.names)
    alike = any(same_body(name, actor.name) for name in gold.bodies)
    if gold.country:
        return gold.country == actor.country and (alike or actor.kind is not ActorKind.PERSON)
    return alike and not actor.country


def pair_participants(gold: GoldEvent, event: Event) -> list[tuple[GoldParticipant, int]]:
    """Gold participants with the number of the one found for each: persons first, full names preferred."""
    found, used = participants(event), set[int]()
    pairs = []
    for wanted in sorted(gold.participants, key=lambda p: p.name is None):
        fitting = [i for i, p in enumerate(found) if i not in used and same_participant(wanted, p)]
        if fitting:
            best = max(fitting, key=lambda i: (_full_name(wanted, found[i]), -i))
            used.add(best)
            pairs.append((wanted, best))
    return pairs


def _full_name(gold: GoldParticipant, found: Participant) -> bool:
    return fold(found.actor.name) in {fold(name) for name in gold.names}


def required(gold: GoldEvent) -> list[GoldParticipant]:
    """Who must be there; of an appointment with a named person, the person alone."""
    wanted = [p for p in gold.participants if not p.optional]
    if gold.type is EventType.APPOINTMENT and any(p.name for p in wanted):
        wanted = [p for p in wanted if p.name]
    return wanted


def days(event: Event) -> tuple[dt.date, dt.date] | None:
    """The first and last day of an event found."""
    if event.when is None:
        return None
    start, end = event.when.start or event.when.end, event.when.end or event.when.start
    return None if start is None or end is None else (min(start, end), max(start, end))


def date_fits(gold: GoldEvent, event: Event) -> bool:
    """Equal, or overlapping without being more than a few times as wide as the other."""
    want, got = gold.days, days(event)
    if got is None and gold.date_or_none:
        return True
    if want is None or got is None:
        return want == got
    if got[0] > want[1] or want[0] > got[1]:
        return False
    wide_want, wide_got = ((period[1] - period[0]).days + 1 for period in (want, got))
    return want == got or (wide_got <= max(3, 2 * wide_want) and wide_want <= max(7, 4 * wide_got))


def country_fits(gold: GoldEvent, event: Event) -> bool:
    """Whether the country is one of the gold's."""
    got = event.venue.country if event.venue else None
    return got in gold.venue.countries if gold.venue.countries else got is None


def city_fits(gold: GoldEvent, event: Event) -> bool:
    """Whether the city is one of the gold's."""
    got = words(event.venue.city) if event.venue else frozenset()
    return any(words(city) == got for city in gold.venue.cities)


def forum_fits(gold: GoldEvent, event: Event) -> bool:
    """Whether the gathering is one of the gold's."""
    forum = event.venue.forum if event.venue else None
    return forum is not None and any(same_forum(name, forum) for name in gold.venue.forums)


def similarity(gold: GoldEvent, event: Event) -> float:
    """How much the two have in common; 0 where they cannot be one event."""
    if event.type not in gold.types:
        return 0.0
    pairs = pair_participants(gold, event)
    overlap = _overlap(gold, event, pairs)
    if gold.type is EventType.CONFERENCE:
        if not _same_gathering(gold, event, bool(pairs) and overlap > 0.5):
            return 0.0
    elif not pairs or (overlap <= 0.5 and _counted(gold, pairs) > 1):
        return 0.0
    if gold.type is EventType.VISIT and _elsewhere(gold, event):
        return 0.0
    return (
        1.0
        + 3.0 * overlap
        + 1.5 * date_fits(gold, event)
        + 1.0 * (event.status in gold.statuses)
        + 0.5 * country_fits(gold, event)
        + 0.5 * city_fits(gold, event)
        + 0.25 * (not gold.optional)
    )


def _counted(gold: GoldEvent, pairs: Sequence[tuple[GoldParticipant, int]]) -> int:
    """How many gold participants count: the required ones, and the others that were found."""
    wanted = required(gold)
    return len(wanted) + sum(all(p is not r for r in wanted) for p, _ in pairs)


def _overlap(gold: GoldEvent, event: Event, pairs: Sequence[tuple[GoldParticipant, int]]) -> float:
    total = _counted(gold, pairs) + len(participants(event))
    return 2 * len(pairs) / total if total else 0.0


def _same_gathering(gold: GoldEvent, event: Event, same_people: bool) -> bool:
    if gold.venue.forums and event.venue and event.venue.forum:
        return forum_fits(gold, event)
    return city_fits(gold, event) or same_people


def _elsewhere(gold: GoldEvent, event: Event) -> bool:
    told = bool(gold.venue.countries) and event.venue is not None and event.venue.country is not None
    return told and not country_fits(gold, event)


def match(golds: Sequence[GoldEvent], events: Sequence[Event]) -> list[tuple[int, int]]:
    """Pairs of gold and found events, each at most once, the most similar first."""
    scored = [(similarity(g, e), i, j) for i, g in enumerate(golds) for j, e in enumerate(events)]
    taken_gold, taken_found, pairs = set[int](), set[int](), []
    for score, i, j in sorted(scored, key=lambda row: (-row[0], row[1], row[2])):
        if score > 0 and i not in taken_gold and j not in taken_found:
            taken_gold.add(i)
            taken_found.add(j)
            pairs.append((i, j))
    return pairs


def wrong_slots(gold: GoldEvent, event: Event) -> frozenset[str]:
    """The slots that keep a pair from being complete."""
    pairs, found = pair_participants(gold, event), participants(event)
    wrong = set()
    if any(all(r is not p for p, _ in pairs) for r in required(gold)):
        wrong.add("participant missing")
    paired = {i for _, i in pairs}
    states = {p.country for p in gold.participants}
    for i, participant in enumerate(found):
        person = participant.actor.kind is ActorKind.PERSON
        if i not in paired and (person or participant.actor.country not in states):
            wrong.add("participant too many")
    if gold.type in DIRECTED and _reversed(gold, pairs):
        wrong.add("sides reversed")
    if event.status not in gold.statuses:
        wrong.add("status")
    if not gold.date_optional and not date_fits(gold, event):
        wrong.add("date")
    if _venue_wrong(gold, event):
        wrong.add("venue country")
    return frozenset(wrong)


def _reversed(gold: GoldEvent, pairs: Sequence[tuple[GoldParticipant, int]]) -> bool:
    first = gold.participants[0]
    place = next((i for p, i in pairs if p is first), None)
    return place is not None and any(i < place for p, i in pairs if p.country != first.country)


def _venue_wrong(gold: GoldEvent, event: Event) -> bool:
    venue = gold.venue
    if venue.optional or not venue.countries:
        return False
    untold = event.venue is None or event.venue.country is None
    return not (country_fits(gold, event) or (venue.or_none and untold))


def implied(event: Event, golds: Sequence[GoldEvent]) -> bool:
    """A visit that follows from a gold meeting's place, a conference that a gold event names as its occasion."""
    if event.type is EventType.CONFERENCE:
        return any(forum_fits(gold, event) for gold in golds)
    travellers = participants(event)
    if event.type is not EventType.VISIT or not travellers:
        return False
    return any(
        gold.type in _IMPLY_VISITS
        and gold.venue.countries
        and country_fits(gold, event)
        and all(any(same_participant(p, t) for p in gold.participants) for t in travellers)
        for gold in golds
    )


def compare(case: Case, events: Sequence[Event]) -> Outcome:
    """What came of one case."""
    pairs = match(case.events, events)
    found_gold, found_events = {i for i, _ in pairs}, {j for _, j in pairs}
    return Outcome(
        case=case,
        pairs=tuple(
            Pair(gold=case.events[i], found=events[j], wrong=wrong_slots(case.events[i], events[j]))
            for i, j in sorted(pairs)
            if not case.events[i].optional
        ),
        missed=tuple(g for i, g in enumerate(case.events) if i not in found_gold and not g.optional),
        extra=tuple(e for j, e in enumerate(events) if j not in found_events and not implied(e, case.events)),
        held_wrongly=_held_wrongly(case, events, pairs),
    )


def _held_wrongly(case: Case, events: Sequence[Event], pairs: Sequence[tuple[int, int]]) -> bool:
    """Whether an event came out as held, or under way, that no gold event lets have taken place."""
    done = {"held", "ongoing"}
    partner = {j: case.events[i] for i, j in pairs}
    for j, event in enumerate(events):
        if event.status.value not in done:
            continue
        golds = [partner[j]] if j in partner else case.events
        if not any(status.value in done for gold in golds for status in gold.statuses):
            return True
    return False
