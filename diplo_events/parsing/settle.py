"""What neighbouring mentions lend each other before they are merged: the date, the place."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from diplo_events.merging.sides import agreeing, same_actor, share_actor, times_agree
from diplo_events.model.events import Event, Note
from diplo_events.model.kinds import AHEAD, DONE, EventType, Role, Status
from diplo_events.reading.reading import Reading

_LEND = frozenset({EventType.MEETING, EventType.VISIT, EventType.AGREEMENT, EventType.CONFERENCE})


def settle(reading: Reading, mentions: Sequence[Event]) -> list[Event]:
    """Let a meeting take date and place of the visit it belongs to, and the other way round, within a sentence."""
    settled = [_by_wire(mention, mentions) for mention in mentions]
    for at, mention in enumerate(settled):
        if mention.type not in _LEND:
            continue
        for other in _neighbours(settled, at):
            mention = _borrow(mention, other)
        settled[at] = mention
    return settled


#: Rules of words for what is said rather than for sitting down together.
_SAYING = frozenset(
    {"meeting.exchange-views", "meeting.exchange-words", "meeting.exchange-of-views", "meeting.compare-notes"}
)
#: How far before its sequel a call may be told, in letters.
_JUST_BEFORE = 250


def _by_wire(mention: Event, mentions: Sequence[Event]) -> Event:
    """ "X rang Y on Monday. The two exchanged views": what was said on the telephone is no meeting."""
    told = mention.mentions[0]
    if mention.type is not EventType.MEETING or told.rule not in _SAYING:
        return mention
    for other in mentions:
        before = told.trigger.start - other.mentions[0].trigger.start
        if other.type is EventType.CALL and 0 < before <= _JUST_BEFORE and agreeing(mention, other) >= _PAIR:
            return evolve(mention, type=EventType.CALL, venue=None, when=mention.when or other.when)
    return mention


_PAIR = 2


def _neighbours(mentions: Sequence[Event], at: int) -> list[Event]:
    """Other mentions in the same sentence that share a participant and a status, the nearest first."""
    mine = mentions[at]
    sentence = mine.mentions[0].sentence
    near = [
        other
        for number, other in enumerate(mentions)
        if number != at and other.type in _LEND and other.type is not mine.type
        and other.mentions[0].sentence == sentence
        and _same_time(mine.status, other.status) and share_actor(mine, other)
    ]  # fmt: skip
    return sorted(near, key=lambda o: abs(o.mentions[0].trigger.start - mine.mentions[0].trigger.start))


def _same_time(one: Status, other: Status) -> bool:
    return one is other or {one, other} <= DONE or {one, other} <= AHEAD


def _borrow(mine: Event, other: Event) -> Event:
    if mine.when is None and other.when is not None:
        note = Note(slot="when", rule=f"date of the {other.type.value} in the sentence", span=other.when.span)
        mine = evolve(mine, when=other.when, notes=(*mine.notes, note))
    lends = other.venue is not None and times_agree(mine.when, other.when) and not _at_home(mine, other)
    if mine.venue is None and lends and mine.type is EventType.MEETING:
        note = Note(slot="venue", rule=f"place of the {other.type.value} in the sentence")
        mine = evolve(mine, venue=other.venue, notes=(*mine.notes, note))
    return mine


def _at_home(mine: Event, other: Event) -> bool:
    """Whether the visit led to a country that none of the others belongs to and none of them went along to."""
    if other.type is not EventType.VISIT:
        return False
    visitors = [p.actor for p in other.participants if p.role is Role.VISITOR]
    return not any(same_actor(p.actor, v) for p in mine.participants for v in visitors)
