"""Whether two articles tell of the same event, and how much speaks for it.

All must agree that both tell: type, participants, days, place, and the order in which their statuses were published.
"""

from __future__ import annotations

from functools import lru_cache

from diplo_events.merging.persons import Link, Party, link
from diplo_events.merging.traits import Traits
from diplo_events.model.kinds import AHEAD, DONE, OFF, Action, EventType, Role, Status

#: Types in which one side acts upon another, so that the reverse is another event.
_DIRECTED = frozenset({EventType.SANCTION, EventType.EXPULSION, EventType.RECALL, EventType.SUMMONS})
_TALKS = frozenset({EventType.MEETING, EventType.CALL})
_SAME_ACTION = ({Action.SIGNED, Action.REACHED}, {Action.TALKS, Action.ENCOUNTER, Action.NEGOTIATION})
#: Days by which two dates may miss each other, where a type lasts for days or is told a day late.
_SLACK = {EventType.MEETING: 0, EventType.CALL: 0, EventType.VISIT: 2, EventType.CONFERENCE: 2}
#: A period of at most so many days more than one is narrow: it holds one event of a pair as a rule.
_NARROW = 7
#: With only one side sure, dates have to be told within so many days.
_MONTH = 45


def likeness(one: Traits, other: Traits) -> float | None:
    """How much speaks for the two being one event; None if something speaks against it. The order does not matter."""
    if one.type is not other.type:
        return None
    if not _days_meet(one, other) or not _forums_fit(one, other) or not _actions_agree(one.action, other.action):
        return None
    who = _gathering(one, other) if one.type is EventType.CONFERENCE else _who(one, other)
    if not _places_agree(one, other) and not _misplaced(one, other, who):
        return None
    if who is None or not _statuses_agree(one, other, sure=who >= 2 * Link.STRONG):
        return None
    return who + _when(one, other) + _where(one, other) + (0.5 if one.status is other.status else 0.0)


# -- days, places, actions, statuses -----------------------------------------------------------------------------------


def _days_meet(one: Traits, other: Traits) -> bool:
    if one.first is None or other.first is None or one.last is None or other.last is None:
        return False
    slack = _SLACK.get(one.type, 1)
    if not (one.exact and other.exact) and one.told and other.told:
        slack = max(slack, 1)
    return one.first - slack <= other.last and other.first - slack <= one.last


def _places_agree(one: Traits, other: Traits) -> bool:
    if one.country and other.country and one.country != other.country:
        return False
    return not (one.city and other.city and one.city != other.city)


def _misplaced(one: Traits, other: Traits, who: float | None) -> bool:
    """Whether a place that one article does not tell gives way: the same people met in the same weeks."""
    if (one.placed and other.placed) or one.type not in _TALKS or who is None or who < 2 * Link.STRONG:
        return False
    return one.told and other.told and max(one.width, other.width) <= _MONTH


def _forums_fit(one: Traits, other: Traits) -> bool:
    if one.type is EventType.CONFERENCE or not (one.proper_forum and other.proper_forum):
        return True
    return _forums_agree(one, other)


def _forums_agree(one: Traits, other: Traits) -> bool:
    if one.forum and other.forum:
        return one.forum == other.forum
    mine, theirs = one.forum_words, other.forum_words
    return bool(mine & theirs) and (mine <= theirs or theirs <= mine or len(mine & theirs) > 1)


def _actions_agree(one: Action | None, other: Action | None) -> bool:
    if one is None or other is None or one is other:
        return True
    return any(one in group and other in group for group in _SAME_ACTION)


def _statuses_agree(one: Traits, other: Traits, *, sure: bool) -> bool:
    pair = {one.status, other.status}
    if len(pair) == 1 or pair <= DONE or pair <= AHEAD or pair <= OFF:
        return True
    if Status.DENIED in pair:
        # One report against another: only if nobody could mean a different event.
        return sure and one.told and other.told and not pair & OFF
    if pair & DONE and pair & OFF:
        return False
    early, late = (one, other) if one.status in AHEAD else (other, one)
    # What was announced came about, or was called off; an announcement that follows is of another event.
    return early.published is not None and late.published is not None and early.published <= late.published


# -- who ---------------------------------------------------------------------------------------------------------------


def _who(one: Traits, other: Traits) -> float | None:
    links = _links(one.actors, other.actors)
    if links is None:
        return None
    strong, weak = sum(k is Link.STRONG for k in links), sum(k is Link.WEAK for k in links)
    if one.type in (EventType.VISIT, EventType.APPOINTMENT):
        fits = _one_sided(one, other, strong, weak)
    else:
        fits = _two_sided(one, other, strong, weak)
    return float(sum(links)) if fits else None


@lru_cache(maxsize=1 << 16)
def _links(mine: tuple[Party, ...], theirs: tuple[Party, ...]) -> tuple[Link, ...] | None:
    """The best link of each common side; None if on one of them the two tell of different people."""
    found: dict[str, Link] = {}
    for p in mine:
        for q in theirs:
            kind = link(p, q)
            if kind is Link.NONE:
                continue
            side = p.side if p.country or not q.country else q.side
            best = found.get(side)
            # A name outweighs a government that stands beside it: two ministers of one state are two.
            found[side] = kind if best is None or _weight(kind) > _weight(best) else best
    links = tuple(found.values())
    return None if Link.CLASH in links else links


def _weight(kind: Link) -> int:
    return {Link.STRONG: 2, Link.CLASH: 1, Link.WEAK: 0}.get(kind, -1)


def _one_sided(one: Traits, other: Traits, strong: int, weak: int) -> bool:
    """A visit or an appointment: the person, and of a visit the destination."""
    if one.type is EventType.VISIT and not _same_destination(one, other):
        return False
    if strong:
        return True
    return bool(weak) and one.told and other.told and max(one.width, other.width) <= _NARROW


def _same_destination(one: Traits, other: Traits) -> bool:
    if one.country or other.country:
        return one.country == other.country
    if one.city or other.city:
        return one.city == other.city
    return _forums_agree(one, other)


def _two_sided(one: Traits, other: Traits, strong: int, weak: int) -> bool:
    if strong + weak < 2 or not _others_agree(one, other):
        return False
    if one.type in _DIRECTED and not _same_direction(one, other):
        return False
    told = one.told and other.told
    widest = max(one.width, other.width)
    if one.type not in _TALKS:
        return told and widest <= _MONTH if strong >= 2 else told and widest <= 1
    if strong >= 2:
        return True
    if strong == 1:
        return told and widest <= _MONTH
    return told and widest <= _NARROW and _where(one, other) > 0


def _others_agree(one: Traits, other: Traits) -> bool:
    """Sides that only one of the two tells: on both, they are two events; on one, the days have to be close."""
    mine, theirs = _left(one, other), _left(other, one)
    if mine and theirs:
        return False
    return not (mine or theirs) or (one.told and other.told and max(one.width, other.width) <= _NARROW)


def _left(one: Traits, other: Traits) -> bool:
    """Whether one tells of a side of which the other has nobody."""
    known = other.sides
    return any(p.side not in known and all(link(p, q) <= Link.NONE for q in other.actors) for p in one.actors)


def _same_direction(one: Traits, other: Traits) -> bool:
    return bool(_acting(one) & _acting(other)) or not _acting(one) or not _acting(other)


def _acting(traits: Traits) -> set[str]:
    return {p.side for p in traits.parties if p.role is Role.INITIATOR}


def _gathering(one: Traits, other: Traits) -> float | None:
    if one.proper_forum and other.proper_forum:
        return 4.0 if _forums_agree(one, other) else None
    # "A security conference in Singapore": the place and close dates have to speak for it.
    if not (one.told and other.told and max(one.width, other.width) <= 2 * _NARROW and _where(one, other)):
        return None
    if one.proper_forum or other.proper_forum:
        return 2.0
    return 3.0 if one.forum_words & other.forum_words else None


# -- how much speaks for it --------------------------------------------------------------------------------------------


def _when(one: Traits, other: Traits) -> float:
    if not (one.told and other.told):
        return 0.0
    if one.exact and other.exact:
        return 3.0
    return 2.0 if max(one.width, other.width) <= 2 * _NARROW else 1.0


def _where(one: Traits, other: Traits) -> float:
    if one.city and one.city == other.city:
        return 2.0
    if one.forum and one.forum == other.forum:
        return 1.5
    return 1.0 if one.country and one.country == other.country else 0.0
