"""What of an event counts for telling whether two articles tell of the same, computed once per event."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

from attrs import frozen

from diplo_events.merging.options import is_told
from diplo_events.merging.persons import Party, party_of
from diplo_events.model.kinds import Action, EventType, Role, Status
from diplo_events.model.time import Precision, When
from diplo_events.model.timeline import Evidence, Member
from diplo_events.tables import cities
from diplo_events.tables.gatherings import forum_of
from diplo_events.tables.lookup import fold
from diplo_events.tables.plain_words import plain_gathering_words

#: How many days before and after publication an event without a date is looked for, by status.
_REACH = {
    Status.HELD: (31, 0), Status.ONGOING: (31, 7), Status.PLANNED: (0, 92), Status.PROPOSED: (92, 92),
    Status.POSTPONED: (186, 186), Status.CANCELLED: (186, 186), Status.DECLINED: (186, 92), Status.DENIED: (92, 92),
}  # fmt: skip
#: A period with one end told is taken to be this many days long.
_OPEN = 31
#: Periods longer than this tell nothing: the event stands alone.
_LONGEST = 400
_MONTH = 30.4375
#: With more sides than this only the first in alphabetical order make keys.
_MOST_SIDES = 8

#: A key under which possible partners are found: type, month, and what they have to share.
Key = tuple[str, int, str, str]


@frozen(slots=True)
class Traits:
    """An event's traits.

    Attributes:
        member: article and event.
        parties: everyone, in a fixed order.
        actors: the parties that count: of a visit the travellers, of an appointment who is appointed, else everyone.
        published: the ordinal of the day of publication, or None.
        first, last: ordinals of the first and last day in which it is looked for; None if no time is known.
        told: whether the event has a date of its own; else the days around publication stand for it.
        exact: whether that date is a single day.
        placed: whether an article tells the place; else it was weighed, or assumed.
        forum: the name of a known gathering, or None.
        forum_words: the words that tell a gathering from others.
        proper_forum: whether the gathering has a name, and is not only described ("a security conference").
    """

    member: Member
    type: EventType
    status: Status
    action: Action | None
    parties: tuple[Party, ...]
    actors: tuple[Party, ...]
    published: int | None
    first: int | None
    last: int | None
    told: bool
    exact: bool
    city: str | None
    country: str | None
    placed: bool
    forum: str | None
    forum_words: frozenset[str]
    proper_forum: bool

    @property
    def sides(self) -> frozenset[str]:
        """The sides of the parties that count."""
        return frozenset(p.side for p in self.actors)

    @property
    def width(self) -> int:
        """The number of days between the first and the last."""
        return (self.last - self.first) if self.first is not None and self.last is not None else _LONGEST

    def signature(self) -> tuple[object, ...]:
        """All that is compared; tellings with the same signature need to be compared only once."""
        return (
            self.status, self.action, self.parties, self.published, self.first, self.last, self.told, self.exact,
            self.city, self.country, self.placed, self.forum, self.forum_words,
        )  # fmt: skip

    def outline(self) -> tuple[object, ...]:
        """What tells most: tellings of one event that agree in it are taken to agree in the rest."""
        days = (self.first, self.last) if self.told else None
        return self.status, self.action, days, self.exact, self.city, self.country, self.placed, self.forum, self.sides

    def rank(self) -> tuple[object, ...]:
        """The order in which events are merged: those told most precisely first, then by publication and ids."""
        persons = sum(p.named for p in self.parties)
        return (
            not self.told, self.width, -persons, self.city is None, self.country is None,
            self.published or 0, self.member,
        )  # fmt: skip

    def block_keys(self) -> Iterator[Key]:
        """The keys under which possible partners are found."""
        if self.first is None or self.last is None or self.width > _LONGEST:
            return
        shared = list(dict.fromkeys(self._shared()))
        for month in range(int((self.first - 2) / _MONTH), int((self.last + 2) / _MONTH) + 1):
            for kind, value in shared:
                yield self.type.value, month, kind, value

    def _shared(self) -> Iterator[tuple[str, str]]:
        if self.type is EventType.CONFERENCE:
            if self.forum:
                yield "forum", self.forum
            yield from (("word", word) for word in sorted(self.forum_words))
            if self.country:
                yield "place", self.country
            return
        for party in self.actors:
            if party.named:
                yield from (("name", word) for word in party.name if len(word) > 1)
        sides = sorted(self.sides)[:_MOST_SIDES]
        if self.type in (EventType.VISIT, EventType.APPOINTMENT):
            yield from ((f"to {self.country or self.forum}", side) for side in sides)
        else:
            yield from (("sides", f"{a} {b}") for a, b in combinations(sides, 2))


def traits_of(evidence: Evidence) -> Traits:
    """The traits of an event as one article tells it."""
    event = evidence.event
    parties = tuple(sorted((party_of(p) for p in event.participants), key=_order))
    first, last = _days(event.when, event.status, evidence.published)
    venue = event.venue
    name = venue.forum if venue else None
    known = _known_forum(name) if name else None
    words = frozenset(fold(name).replace("-", " ").split()) - plain_gathering_words() if name else frozenset()
    return Traits(
        member=evidence.member,
        type=event.type,
        status=event.status,
        action=event.action,
        parties=parties,
        actors=_actors(event.type, parties),
        published=evidence.published.toordinal() if evidence.published else None,
        first=first,
        last=last,
        told=_dated(event.when),
        exact=_exact(event.when),
        city=_one_name(venue.city, venue.country) if venue and venue.city else None,
        country=venue.country if venue else None,
        placed=is_told(event, "venue"),
        forum=known,
        forum_words=words,
        proper_forum=known is not None or any(w[:1].isupper() for w in (name or "").split()),
    )


def _actors(type_: EventType, parties: tuple[Party, ...]) -> tuple[Party, ...]:
    wanted = {EventType.VISIT: Role.VISITOR, EventType.APPOINTMENT: Role.APPOINTEE}.get(type_)
    return tuple(p for p in parties if p.role is wanted) or parties


@lru_cache(maxsize=4096)
def _one_name(city: str, country: str | None) -> str:
    """A city under one name, whatever an article calls it: Rangoon is Yangon."""
    known = cities().in_country(city, country) if country else None
    return fold(known.name if known is not None else city)


@lru_cache(maxsize=4096)
def _known_forum(name: str) -> str | None:
    """The known gathering that a name holds: "Shangri-La Dialogue" of "the Shangri-La Dialogue security forum"."""
    words = name.split()
    for size in range(len(words), 0, -1):
        for start in range(len(words) - size + 1):
            known = forum_of(" ".join(words[start : start + size]))
            if known is not None and (size > 1 or len(words) == 1 or known.organization):
                return fold(known.name)
    return None


def _order(party: Party) -> tuple[str, ...]:
    return party.side, party.kind.value, party.role.value, " ".join(party.name), " ".join(sorted(party.words))


def _dated(when: When | None) -> bool:
    return when is not None and (when.start is not None or when.end is not None)


def _exact(when: When | None) -> bool:
    if when is None or when.start is None or when.start != when.end:
        return False
    return when.precision in (Precision.DAY, Precision.TIME)


def _days(when: When | None, status: Status, published: dt.date | None) -> tuple[int | None, int | None]:
    if when is not None and (when.start is not None or when.end is not None):
        start = when.start.toordinal() if when.start else None
        end = when.end.toordinal() if when.end else None
        first = start if start is not None else (end or 0) - _OPEN
        return first, end if end is not None else first + _OPEN
    if published is None:
        return None, None
    before, after = _REACH[status]
    day = published.toordinal()
    return day - before, day + after
