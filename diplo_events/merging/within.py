"""The built-in merger: the mentions of one article that tell of the same event become one event."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from diplo_events.merging.sides import agreeing, lacks, places_agree, same_actor, sides, times_agree
from diplo_events.model.actors import Actor, Participant, Venue
from diplo_events.model.events import Event, StatusChange
from diplo_events.model.kinds import AHEAD, DONE, EARLIER, NEGATIVE, Action, ActorKind, EventType, Role, Status
from diplo_events.model.text import Mention
from diplo_events.model.time import When
from diplo_events.reading.reading import Reading

#: Of two statuses told of one event, the higher is the later news.
_NEWS = {
    Status.PROPOSED: 0, Status.PLANNED: 1, Status.ONGOING: 2, Status.HELD: 2,
    Status.DENIED: 3, Status.DECLINED: 3, Status.POSTPONED: 4, Status.CANCELLED: 4,
}  # fmt: skip


class RuleMerger:
    """Merges the mentions of one article. Holds no state; safe from any thread."""

    def __call__(self, reading: Reading, events: Sequence[Event]) -> list[Event]:
        """The events of the article; mentions that are incomplete and fit nowhere are left out."""
        merged: list[Event] = []
        ordered = sorted(events, key=lambda e: (lacks(e) is not None, e.mentions[0].trigger.start))
        for event in ordered:
            place = _partner(event, merged)
            if place is not None:
                merged[place] = unite(merged[place], event)
            elif lacks(event) is None:
                merged.append(event)
            elif (completed := _another_trip(event, merged) or _another_round(reading, event, merged)) is not None:
                merged.append(completed)
        return sorted(merged, key=lambda e: e.mentions[0].trigger.start)


def _another_trip(event: Event, merged: Sequence[Event]) -> Event | None:
    """A trip without destination, told apart by date or fate from the others of its traveller: it led where they do."""
    if event.type is not EventType.VISIT or event.when is None or event.venue is not None:
        return None
    others = [o for o in merged if o.type is EventType.VISIT and o.venue is not None and _travellers_agree(event, o)]
    countries = {o.venue.country for o in others if o.venue is not None}
    if not others or len(countries) != 1:
        return None
    completed = evolve(event, venue=others[0].venue)
    return completed if lacks(completed) is None else None


#: Words that make of talks without sides another round of those told before.
_AGAIN = re.compile(
    r"\b(?:second|third|fourth|fifth|sixth|another|next|further|fresh|new|follow-up|final|last|previous|earlier|first"
    r"|latest|more|return)\b[^,;.]*$",
    re.IGNORECASE,
)
#: How many characters before the trigger such a word stands, and how many the talks before lie back.
_AGAIN_REACH = 40
_ROUND_REACH = 1500


def _another_round(reading: Reading, event: Event, merged: Sequence[Event]) -> Event | None:
    """Talks without sides of their own, told apart as another round: "a second session, in June, never took place"."""
    at = event.mentions[0].trigger.start
    before = reading.article.text[max(at - _AGAIN_REACH, 0) : at]
    if event.type is not EventType.MEETING or not _AGAIN.search(before):
        return None
    rounds = [
        (at - m.trigger.start, number)
        for number, other in enumerate(merged)
        if other.type is EventType.MEETING and agreeing(event, other) == len(event.participants)
        for m in other.mentions
        if 0 < at - m.trigger.start <= _ROUND_REACH
    ]
    if not rounds:
        return None
    return evolve(event, participants=merged[min(rounds)[1]].participants)


def _partner(event: Event, merged: Sequence[Event]) -> int | None:
    """The event that a mention tells of: who agrees best, then what lies ahead as it does, then the nearest."""
    best: tuple[tuple[int, bool, int], int] | None = None
    for place, other in enumerate(merged):
        if not same_event(event, other):
            continue
        distance = min(abs(m.trigger.start - event.mentions[0].trigger.start) for m in other.mentions)
        rank = (agreeing(event, other), {event.status, other.status} <= AHEAD, -distance)
        if best is None or rank > best[0]:
            best = (rank, place)
    return best[1] if best else None


def same_event(one: Event, other: Event) -> bool:
    """Whether two mentions can tell of the same thing."""
    if one.type is not other.type or not _places_agree(one, other) or _opposite(one, other):
        return False
    if not times_agree(one.when, other.when) or not _statuses_agree(one, other):
        return False
    if one.type is EventType.CONFERENCE:
        return _forums_agree(one.venue, other.venue)
    return _participants_agree(one, other)


def _places_agree(one: Event, other: Event) -> bool:
    """Whether two mentions can be of one place: one that no words tell, but the dateline lends, gives way."""
    if places_agree(one.venue, other.venue):
        return True
    return one.type in _TALKS and (_assumed(one.venue) or _assumed(other.venue)) and agreeing(one, other) > 1


_TALKS = frozenset({EventType.MEETING, EventType.AGREEMENT})


def _assumed(venue: Venue | None) -> bool:
    return venue is not None and not venue.spans


#: Acts that undo one another; what stands in none of the two can be either.
_DOING = frozenset({Action.IMPOSED, Action.OPENED, Action.UPGRADED, Action.RECOGNISED, Action.RECALLED, Action.SIGNED})
_UNDOING = frozenset(
    {Action.EASED, Action.LIFTED, Action.DOWNGRADED, Action.CUT, Action.WITHDRAWN, Action.CLOSED, Action.RETURNED,
     Action.LEFT, Action.COLLAPSED}
)  # fmt: skip


def _opposite(one: Event, other: Event) -> bool:
    """Whether one undoes the other: an ambassador called home and sent back, sanctions imposed and lifted."""
    pair = {one.action, other.action}
    return bool(pair & _DOING) and bool(pair & _UNDOING)


def _participants_agree(one: Event, other: Event) -> bool:
    if one.type is EventType.APPOINTMENT:
        return bool(agreeing(one, other))
    if lacks(one) is not None:
        # An anaphoric mention ("the talks"): what it tells must fit; nothing told fits whatever is near.
        if not one.participants:
            return _near(one, other, 700)
        return agreeing(one, other) == len(one.participants) and _near(one, other, 2500)
    if one.type is EventType.VISIT:
        return _travellers_agree(one, other)
    if len(sides(one) & sides(other)) < 2 and agreeing(one, other) < 2:
        return False
    persons = [p for p in one.participants if p.actor.kind is ActorKind.PERSON]
    clash = [
        p for p in persons
        if not any(same_actor(p.actor, q.actor) for q in other.participants)
        and any(q.actor.kind is ActorKind.PERSON and q.actor.country == p.actor.country for q in other.participants)
    ]  # fmt: skip
    return not clash


def _travellers_agree(one: Event, other: Event) -> bool:
    mine = [p.actor for p in one.participants if p.role is Role.VISITOR]
    theirs = [p.actor for p in other.participants if p.role is Role.VISITOR]
    return any(same_actor(a, b) and _several(a) is _several(b) for a in mine for b in theirs)


def _several(actor: Actor) -> bool:
    """Whether travellers are told as so many, of no body: "U.S. officials" are not the minister who is to follow."""
    return actor.kind is ActorKind.GROUP and actor.name.endswith("s") and actor.name[:1].isupper()


def _near(one: Event, other: Event, reach: int) -> bool:
    at = one.mentions[0].trigger.start
    return any(0 <= at - m.trigger.start <= reach or 0 <= m.trigger.start - at <= reach // 4 for m in other.mentions)


def _statuses_agree(one: Event, other: Event) -> bool:
    pair = {one.status, other.status}
    if pair & DONE and pair & AHEAD:
        # "met" and "will meet": two meetings, unless one of the mentions is only named in passing.
        ahead = one if one.status in AHEAD else other
        if _unmarked(other if ahead is one else one):
            return True
        return one.when is not None and other.when is not None and not _once_more(ahead)
    if pair & AHEAD and pair & _FATES:
        off, ahead = (one, other) if one.status in _FATES else (other, one)
        return not _takes_its_place(ahead, off)
    return not (pair & DONE and pair & NEGATIVE)


def _unmarked(event: Event) -> bool:
    """Whether nothing tells that it took place: "declined to give details of the trip"."""
    return event.when is None and event.history[-1].rule.startswith("unmarked")


_FATES = frozenset({Status.POSTPONED, Status.CANCELLED})
#: The plan as it stood before it came to nothing: "had been due on Monday".
_PAST_PLAN = ("past:", "past of", "past tense")


def _takes_its_place(ahead: Event, off: Event) -> bool:
    """Whether what is to come is another than what was called off: it lies ahead, the other has no day there."""
    if ahead.type is not EventType.VISIT or ahead.history[-1].rule.startswith(_PAST_PLAN):
        return False
    return _lies_ahead(ahead) and not _lies_ahead(off)


def _lies_ahead(event: Event) -> bool:
    when = event.when
    if when is None or when.start is None or when.relative_to is None:
        return False
    return when.start > when.relative_to


_ONCE_MORE = re.compile(r"[^;.]{0,40}?\b(?:again|once more|a (?:second|third|fourth) time)\b")


def _once_more(event: Event) -> bool:
    """Whether it is told as another of its kind: "will meet again on Friday"."""
    return any(_ONCE_MORE.match(m.sentence.text, m.trigger.end - m.sentence.start) is not None for m in event.mentions)


def _forums_agree(one: Venue | None, other: Venue | None) -> bool:
    if one is None or other is None or one.forum is None or other.forum is None:
        return True
    mine, theirs = _words(one.forum), _words(other.forum)
    return mine <= theirs or theirs <= mine


def _words(text: str) -> set[str]:
    return set(text.lower().replace("-", " ").replace("'s", "").split()) - _GENERIC


#: Words that do not tell one gathering from another.
_GENERIC = frozenset("the a an of and on for annual summit meeting conference talks forum international 's".split())


def _more_telling(new: Participant, known: Participant) -> bool:
    """Whether a person stands where a group or government stood."""
    return new.actor.kind is ActorKind.PERSON and known.actor.kind is not ActorKind.PERSON


def unite(known: Event, new: Event) -> Event:
    """One event with what both mentions tell."""
    first, second = sorted((known, new), key=lambda e: e.mentions[0].trigger.start)
    status, history = _latest(first, second)
    asked = known.history[-1].rule.startswith("question")
    in_passing = lacks(new) is not None and not asked
    if in_passing and new.status in (Status.DECLINED, Status.DENIED) and known.status in AHEAD:
        status = known.status  # "had earlier refused the visit": told in passing, of a plan that stands
    return evolve(
        known,
        id=first.id,
        status=status,
        history=history,
        action=known.action or new.action,
        participants=_participants(known, new),
        venue=_venue(known.venue, new.venue),
        when=_when(known.when, new.when),
        attributions=tuple(dict.fromkeys((*first.attributions, *second.attributions))),
        agenda=tuple(dict.fromkeys((*first.agenda, *second.agenda))),
        mentions=_mentions(first, second),
        confidence=1 - (1 - known.confidence) * (1 - new.confidence * 0.5),
        notes=(*first.notes, *second.notes),
    )


def _mentions(first: Event, second: Event) -> tuple[Mention, ...]:
    """The mentions of both; where two rules fired on one word, the first counts."""
    return tuple({m.trigger.start: m for m in reversed((*first.mentions, *second.mentions))}.values())[::-1]


def _latest(first: Event, second: Event) -> tuple[Status, tuple[StatusChange, ...]]:
    status = _newest(first, second)
    told = (*first.history, *second.history)
    earlier = tuple(change for change in told if change.status is not status)
    present = tuple(change for change in told if change.status is status)
    return status, (*earlier, *present)


#: Rules that call an event off for want of other news of it.
_ASSUMED_OFF = frozenset({"a plan of the past", "was to have", "should have", "would have"})


def _newest(first: Event, second: Event) -> Status:
    """The later news of two; what nothing told ("unmarked") never outdoes what was told."""
    pair = (first, second)
    told = [e for e in pair if not e.history[-1].rule.startswith("unmarked")] or list(pair)
    told = [e for e in told if not e.history[-1].rule.endswith(EARLIER)] or told
    if {e.status for e in told} == {Status.CANCELLED, Status.POSTPONED}:  # "was to have": what the words say goes first
        told = [e for e in told if e.history[-1].rule not in _ASSUMED_OFF] or told
    statuses = [e.status for e in told]
    if {Status.HELD, Status.ONGOING} <= set(statuses) and first.type in (EventType.VISIT, EventType.CONFERENCE):
        return Status.ONGOING
    return max(statuses, key=lambda s: _NEWS[s])


def _participants(known: Event, new: Event) -> tuple[Participant, ...]:
    """All actors, a person taking the place of the group or government that stood for it."""
    result = list(known.participants)
    for p in new.participants:
        at = next((i for i, q in enumerate(result) if same_actor(p.actor, q.actor)), None)
        if at is None:
            result.append(p)
        elif _more_telling(p, result[at]) and (known.type not in _BY_STATES or _are_envoys(p, result[at], known.type)):
            result[at] = evolve(p, role=result[at].role, spans=(*result[at].spans, *p.spans))
        else:
            result[at] = evolve(result[at], spans=tuple(dict.fromkeys((*result[at].spans, *p.spans))))
    seen: list[Participant] = []
    for p in result:
        if not any(p.actor == q.actor for q in seen):
            seen.append(p)
    return tuple(seen)


def _are_envoys(new: Participant, known: Participant, type_: EventType) -> bool:
    """Whether the envoy is told by name on whom a state acts that was told of before ("protests to Chad")."""
    return type_ in (EventType.SUMMONS, EventType.EXPULSION) and new.role is Role.TARGET and known.role is Role.TARGET


_BY_STATES = frozenset(
    {EventType.AGREEMENT, EventType.RELATIONS, EventType.SANCTION, EventType.EXPULSION, EventType.RECALL,
     EventType.SUMMONS}
)  # fmt: skip


def _venue(one: Venue | None, other: Venue | None) -> Venue | None:
    if one is None or other is None:
        return one or other
    if not places_agree(one, other):
        return other if _assumed(one) else one
    full = one if one.city or not other.city else other
    rest = other if full is one else one
    return evolve(
        full,
        country=full.country or rest.country,
        forum=full.forum or rest.forum,
        site=full.site or rest.site,
        spans=tuple(dict.fromkeys((*one.spans, *other.spans))),
    )


def _when(one: When | None, other: When | None) -> When | None:
    if one is None or other is None:
        return one or other
    return min((one, other), key=_width)


def _width(when: When) -> int:
    if when.start is None or when.end is None:
        return 10**6
    return (when.end - when.start).days
