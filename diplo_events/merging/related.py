"""What related events of an article lend each other: the meeting its visit's place, the visit its meeting's date.

Run once the mentions are merged. Each loan leaves a note, so that :meth:`Event.explain` can say where a slot comes
from.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from attrs import evolve

from diplo_events.dates.chain import DateResolver
from diplo_events.merging.sides import same_actor, share_actor, side, sides, times_agree
from diplo_events.model.events import Event, Note
from diplo_events.model.kinds import AHEAD, DONE, OFF, EventType, Role, Status
from diplo_events.model.time import Tense, TimeExpression, When
from diplo_events.reading.blocks import ZoneKind
from diplo_events.reading.reading import Reading
from diplo_events.resolution.venues import last_resort

#: Types that take place somewhere and may share a place with a visit.
_PLACED = frozenset({EventType.MEETING, EventType.AGREEMENT, EventType.CONFERENCE, EventType.VISIT})
#: Statuses of which a date is told more often than not.
_DATED = frozenset({Status.HELD, Status.ONGOING, Status.PLANNED, Status.CANCELLED, Status.POSTPONED})
#: Days that a visit lasts of which one day is told.
_TRIP = 3
#: How far, in sentences, a date reaches from one event to the next.
_REACH = 2


def relate(reading: Reading, events: Sequence[Event], dates: DateResolver | None = None) -> list[Event]:
    """Fill venues and dates from related events, and link what is part of a visit or a conference.

    Args:
        reading: the article.
        events: its events, merged.
        dates: says which days an expression means; None for what the reading found.
    """
    filled = list(events)
    for step in (_venue, partial(_date, dates=dates), _part):
        for at in range(len(filled)):
            filled[at] = step(reading, filled, at)
    return filled


# -- places ------------------------------------------------------------------------------------------------------------


def _venue(reading: Reading, events: Sequence[Event], at: int) -> Event:
    mine = events[at]
    known = mine.venue is not None and mine.venue.country is not None
    if mine.type not in _PLACED or mine.type is EventType.VISIT or (known and not _assumed(mine)):
        return mine
    lender = _gathering(events, mine) or _journey(reading, events, mine)
    if lender is None and not known:
        lender = _neighbour(reading, events, at) or _stay(reading, events, mine)
    if lender is None or lender.venue is None:
        return _last_resort(reading, mine)
    forum = mine.venue.forum if mine.venue else None
    venue = evolve(lender.venue, forum=forum or (lender.venue.forum if mine.type is EventType.MEETING else None))
    note = Note(slot="venue", rule=f"place of the {lender.type.value}", span=lender.mentions[0].trigger)
    return evolve(mine, venue=venue, notes=(*mine.notes, note))


def _assumed(event: Event) -> bool:
    """Whether the dateline or the host alone told the place: no words of the text stand for it."""
    return event.venue is not None and not event.venue.spans


def _gathering(events: Sequence[Event], mine: Event) -> Event | None:
    """The gathering on whose occasion it took place, where that has a place."""
    if mine.venue is None or not mine.venue.forum:
        return None
    conferences = (other for other in events if other.type is EventType.CONFERENCE)
    return next((o for o in conferences if o.venue and o.venue.country and _same_forum(mine, o)), None)


def _last_resort(reading: Reading, mine: Event) -> Event:
    first = reading.sentences[reading.sentence_of_original(mine.mentions[0].sentence.start)]
    venue = last_resort(reading, first.start, here=mine.status is Status.ONGOING)
    if venue is None or (mine.venue is not None and mine.venue.country not in (None, venue.country)):
        return mine
    if mine.venue is not None and mine.venue.city:
        return mine
    note = Note(slot="venue", rule="assumed: the place last spoken of, else the dateline")
    return evolve(mine, venue=evolve(venue, forum=mine.venue.forum if mine.venue else None), notes=(*mine.notes, note))


def _journey(reading: Reading, events: Sequence[Event], mine: Event) -> Event | None:
    """The visit during which the event took place: one side travels to the country of another."""
    best: tuple[int, Event] | None = None
    for other in events:
        if other.type is not EventType.VISIT or other.venue is None or not other.venue.country:
            continue
        if not same_phase(mine, other) or not _during(mine, other):
            continue
        visitors = [p.actor for p in other.participants if p.role is Role.VISITOR]
        travelling = [p for p in mine.participants if any(same_actor(p.actor, v) for v in visitors)]
        hosts = [p for p in mine.participants if side(p.actor) == other.venue.country]
        if travelling and hosts:
            distance = _distance(reading, mine, other)
            if best is None or distance < best[0]:
                best = (distance, other)
    return best[1] if best else None


def _during(mine: Event, visit: Event) -> bool:
    """Whether an event can fall into a visit: of a visit often only the day of arrival is told."""
    when = visit.when
    if when is None or mine.when is None or when.start is None or when.start != when.end:
        return times_agree(mine.when, when)
    first, last = mine.when.start or mine.when.end, mine.when.end or mine.when.start
    if first is None or last is None:
        return True
    return last >= when.start and (first - when.start).days <= _TRIP


def _stay(reading: Reading, events: Sequence[Event], mine: Event) -> Event | None:
    """The visit that one of the participants is on, wherever it leads: two who meet abroad."""
    stays = [
        (_distance(reading, mine, other), number, other)
        for number, other in enumerate(events)
        if other.type is EventType.VISIT and other.venue is not None and other.venue.country
        and same_phase(mine, other) and mine.when is not None and other.when is not None
        and _during(mine, other) and share_actor(mine, other)
    ]  # fmt: skip
    return min(stays, key=lambda s: s[:2])[2] if stays else None


def _neighbour(reading: Reading, events: Sequence[Event], at: int) -> Event | None:
    """The nearest event told close by with a place and a common participant."""
    mine = events[at]
    near = [
        (distance, other)
        for other in events
        if other is not mine and other.type in _PLACED and other.venue is not None and other.venue.country
        and same_phase(mine, other) and times_agree(mine.when, other.when) and share_actor(mine, other)
        and (distance := _distance(reading, mine, other)) <= 1
    ]  # fmt: skip
    return min(near, key=lambda pair: pair[0])[1] if near else None


#: Types of acts that undo one another: told apart between the same states, they had days of their own.
_UNDONE = frozenset({EventType.RELATIONS, EventType.SANCTION, EventType.RECALL})


def _between_the_same(one: Event, other: Event) -> bool:
    """Whether two acts between the same sides are told apart: ties broken off, and ties restored."""
    if one.type is not other.type:
        return False
    if one.type is EventType.VISIT:  # a trip called off, and the one that takes its place
        return bool({one.status, other.status} & AHEAD) and bool({one.status, other.status} & OFF)
    return one.type in _UNDONE and sides(one) == sides(other)


# -- dates -------------------------------------------------------------------------------------------------------------


def _date(reading: Reading, events: Sequence[Event], at: int, *, dates: DateResolver | None) -> Event:
    mine = events[at]
    if mine.when is not None or mine.status not in _DATED:
        return mine
    if mine.type is EventType.CONFERENCE:
        return _story_day(reading, mine, dates)
    near = [
        (distance, number, other)
        for number, other in enumerate(events)
        if other is not mine and other.when is not None and same_phase(mine, other) and share_actor(mine, other)
        and not _between_the_same(mine, other) and _same_place(mine, other)
        and (distance := _distance(reading, mine, other)) <= _REACH
    ]  # fmt: skip
    if not near:
        return _story_day(reading, mine, dates)
    _, _, lender = min(near, key=lambda triple: triple[:2])
    span = lender.when.span if lender.when else None
    note = Note(slot="when", rule=f"date of the {lender.type.value} told beside it", span=span)
    return evolve(mine, when=lender.when, notes=(*mine.notes, note))


def _story_day(reading: Reading, mine: Event, dates: DateResolver | None) -> Event:
    """The day the story has reached, for a past event without a date of its own: the last day named up to there.

    News tells in the order of a day or two: an undated past event belongs to the day last named, be it the day of a
    saying. Only days of the last week before publication count; a headline looks ahead into the lead.
    """
    if reading.published is None:
        return mine
    if mine.status is Status.ONGOING:
        note = Note(slot="when", rule="under way on the day of publication")
        now = When(start=reading.published, end=reading.published, relative_to=reading.published)
        return evolve(mine, when=now, notes=(*mine.notes, note))
    if mine.status is not Status.HELD:
        return mine
    number = _sentence(reading, mine.mentions[0].sentence.start)
    ahead = 2 if reading.sentences[number].zone is not ZoneKind.BODY else 0
    start = reading.sentences[max(number - _STORY, 0)].start
    end = reading.sentences[min(number + ahead, len(reading.sentences) - 1)].end
    today = reading.spoken_on or reading.published
    told = [
        day.at(reading.span(time.span.start, time.span.end))
        for time in reading.times
        if start <= time.span.start < end and (day := _recent_day(time, today, dates)) is not None
    ]
    if not told:
        return mine
    when = told[0] if ahead else told[-1]
    note = Note(slot="when", rule="assumed: the day the story has reached", span=when.span)
    return evolve(mine, when=when, notes=(*mine.notes, note))


#: Sentences that a day named in the story reaches.
_STORY = 3


def _recent_day(time: TimeExpression, today: date, dates: DateResolver | None) -> When | None:
    """The single day of the last week that an expression means, if it means one."""
    when = time.when if dates is None else dates(time.text, reference=today, tense=Tense.PAST)
    if when is None or when.start is None or when.start != when.end:
        return None
    return when if 0 <= (today - when.start).days <= 7 else None


def _same_place(one: Event, other: Event) -> bool:
    if one.venue is None or other.venue is None or not one.venue.country or not other.venue.country:
        return True
    return one.venue.country == other.venue.country


# -- parts -------------------------------------------------------------------------------------------------------------


def _part(reading: Reading, events: Sequence[Event], at: int) -> Event:
    mine = events[at]
    if mine.type not in (EventType.MEETING, EventType.AGREEMENT):
        return mine
    for other in events:
        if other.type is EventType.CONFERENCE and _same_forum(mine, other):
            return evolve(mine, part_of=other.id)
    visit = _journey(reading, events, mine)
    if visit is None or mine.venue is None or visit.venue is None:
        return mine
    if mine.venue.country == visit.venue.country:
        return evolve(mine, part_of=visit.id)
    return mine


def _same_forum(one: Event, other: Event) -> bool:
    if one.venue is None or other.venue is None or not one.venue.forum or not other.venue.forum:
        return False
    mine, theirs = one.venue.forum.lower(), other.venue.forum.lower()
    return mine in theirs or theirs in mine


# -- measures ----------------------------------------------------------------------------------------------------------


def same_phase(one: Event, other: Event) -> bool:
    """Whether the two lie on the same side of the present: both over, or neither."""
    pair = {one.status, other.status}
    return (
        len(pair) == 1
        or pair <= DONE
        or pair <= AHEAD
        or not pair & (DONE | AHEAD)
        or (bool(pair & AHEAD) and not pair & DONE)
    )


def _distance(reading: Reading, one: Event, other: Event) -> int:
    """The least number of sentences between mentions of the two."""
    mine = [_sentence(reading, m.sentence.start) for m in one.mentions]
    theirs = [_sentence(reading, m.sentence.start) for m in other.mentions]
    return min(abs(a - b) for a in mine for b in theirs)


def _sentence(reading: Reading, start: int) -> int:
    return reading.sentence_of_original(start)
