"""What several articles agree on of one event, and what each of them claims."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from math import prod

from attrs import evolve

from diplo_events.merging.options import is_told
from diplo_events.merging.persons import Link, Party, link, office_class, party_of
from diplo_events.model.actors import Actor, Participant, Venue
from diplo_events.model.events import Event
from diplo_events.model.kinds import Action, ActorKind, EventType, Status
from diplo_events.model.time import When
from diplo_events.model.timeline import Claim, Evidence, Member, StatusReport, TimelineEvent

#: Of two statuses told on the same day, the higher is the later news.
_NEWS = {
    Status.PROPOSED: 0, Status.PLANNED: 1, Status.DENIED: 2, Status.ONGOING: 3, Status.HELD: 4,
    Status.DECLINED: 5, Status.POSTPONED: 6, Status.CANCELLED: 7,
}  # fmt: skip
#: Types whose parties are states; a minister who signs does not take the state's place.
_BY_STATES = frozenset({EventType.AGREEMENT, EventType.RELATIONS, EventType.SANCTION, EventType.EXPULSION})


def agree(told: Iterable[Evidence]) -> TimelineEvent:
    """The event that several articles tell of."""
    evidence = sorted(told, key=_published)
    history = _history(evidence)
    return TimelineEvent(
        id=evidence[0].event.id,
        type=evidence[0].event.type,
        status=history[-1].status,
        action=_action(evidence),
        participants=_participants(evidence),
        venue=_venue(evidence),
        when=_when(evidence),
        history=history,
        claims=_claims(evidence),
        evidence=evidence,
        confidence=round(1 - prod(1 - e.event.confidence for e in evidence), 6),
    )


def place_in_time(event: TimelineEvent) -> tuple[dt.date, str, str, tuple[Member, ...]]:
    """The key by which a timeline is sorted: the first day, or that of publication where none is told."""
    when = event.when
    day = (when.start or when.end) if when else None
    return day or event.evidence[0].published or dt.date.max, event.type.value, event.id, event.members


def _published(evidence: Evidence) -> tuple[dt.date, int, Member]:
    return evidence.published or dt.date.min, _NEWS[evidence.event.status], evidence.member


def _history(evidence: Sequence[Evidence]) -> tuple[StatusReport, ...]:
    reports: list[StatusReport] = []
    for told in evidence:
        if reports and reports[-1].status is told.event.status:
            reports[-1] = evolve(reports[-1], told_by=(*reports[-1].told_by, told.member))
        else:
            reports.append(StatusReport(status=told.event.status, published=told.published, told_by=(told.member,)))
    return tuple(reports)


def _action(evidence: Sequence[Evidence]) -> Action | None:
    told = Counter(e.event.action for e in evidence if e.event.action is not None)
    return max(told, key=lambda action: (told[action], action.value)) if told else None


def _when(evidence: Sequence[Evidence]) -> When | None:
    told = [e.event.when for e in evidence if e.event.when is not None]
    if not told:
        return None
    number = Counter(when.edtf for when in told)
    return min(told, key=lambda when: (_width(when), -number[when.edtf], when.edtf, when.text)).at(None)


def _width(when: When) -> int:
    return (when.end - when.start).days if when.start and when.end else 10**6


def _venue(evidence: Sequence[Evidence]) -> Venue | None:
    placed = [e.event for e in evidence if e.event.venue is not None]
    placed = [event for event in placed if is_told(event, "venue")] or placed
    told = [evolve(event.venue, spans=()) for event in placed if event.venue is not None]
    if not told:
        return None
    number = Counter((v.city, v.forum) for v in told)
    fullest = max(dict.fromkeys(told), key=lambda v: (_filled(v), number[v.city, v.forum], repr(v)))
    city = fullest.city or _most(v.city for v in told)
    located = [v for v in sorted(dict.fromkeys(told), key=repr) if v.city == city and v.latitude is not None]
    return Venue(
        name=fullest.name or _most(v.name for v in told),
        city=city,
        country=fullest.country or _most(v.country for v in told),
        forum=fullest.forum or _most(v.forum for v in told),
        site=fullest.site or _most(v.site for v in told),
        latitude=located[0].latitude if located else None,
        longitude=located[0].longitude if located else None,
    )


def _filled(venue: Venue) -> int:
    return sum(part is not None for part in (venue.city, venue.country, venue.forum, venue.site))


def _most(values: Iterable[str | None]) -> str | None:
    told = Counter(value for value in values if value)
    return max(told, key=lambda value: (told[value], len(value), value)) if told else None


# -- participants ------------------------------------------------------------------------------------------------------


def _participants(evidence: Sequence[Evidence]) -> tuple[Participant, ...]:
    """Everyone told, in the order of the telling that names most persons."""
    ordered = sorted(evidence, key=lambda e: (-_persons(e.event), *_published(e)))
    groups: list[list[Participant]] = []
    #: Party -> the number of its group: what is told a hundred times is compared once.
    known: dict[Party, int] = {}
    for participant in (p for e in ordered for p in e.event.participants):
        party = party_of(participant)
        place = known.get(party)
        if place is None:
            place = next((number for other, number in known.items() if link(other, party) is Link.STRONG), len(groups))
            known[party] = place
            groups += [[]] if place == len(groups) else []
        groups[place].append(participant)
    people = [_fullest(group) for group in groups]
    if evidence[0].event.type in _BY_STATES:
        return tuple(people)
    return tuple(p for p in people if p.actor.kind is ActorKind.PERSON or not _stands_for(p, people))


def _persons(event: Event) -> int:
    return sum(p.actor.kind is ActorKind.PERSON and p.actor.named for p in event.participants)


def _stands_for(participant: Participant, people: Sequence[Participant]) -> bool:
    """Whether a person told elsewhere is of the side that this government or group stands for."""
    party = party_of(participant)
    return any(
        other.actor.kind is ActorKind.PERSON and other.actor.named and link(party, party_of(other)) > Link.NONE
        for other in people
        if other is not participant
    )


def _fullest(group: Sequence[Participant]) -> Participant:
    best = max(group, key=lambda p: _fullness(p.actor))
    names = sorted({name for p in group for name in (p.actor.name, *p.actor.aliases)} - {best.actor.name})
    actor = evolve(
        best.actor,
        title=_title(best.actor, group),
        country=best.actor.country or _most(p.actor.country for p in group),
        organization=best.actor.organization or _most(p.actor.organization for p in group),
        aliases=tuple(names),
    )
    return Participant(actor=actor, role=group[0].role)


def _title(actor: Actor, group: Sequence[Participant]) -> str | None:
    """The title, but an office before a mere "counterpart"."""
    if actor.title and office_class(actor.title) is not None:
        return actor.title
    titles = [p.actor.title for p in group if p.actor.title]
    return _most(title for title in titles if office_class(title) is not None) or actor.title or _most(titles)


def _fullness(actor: Actor) -> tuple[bool, bool, int, int, bool, str]:
    person = actor.kind is ActorKind.PERSON and actor.named
    return person, actor.named, len(actor.name.split()), len(actor.name), actor.country is not None, repr(actor)


# -- claims ------------------------------------------------------------------------------------------------------------


def _of_venue(slot: str) -> Callable[[Event], list[str]]:
    def values(event: Event) -> list[str]:
        value = getattr(event.venue, slot) if event.venue else None
        return [value] if value else []

    return values


#: Slot -> what an event claims of it.
_SLOTS: dict[str, Callable[[Event], list[str]]] = {
    "status": lambda event: [event.status.value],
    "action": lambda event: [event.action.value] if event.action else [],
    "when": lambda event: [event.when.edtf] if event.when else [],
    "city": _of_venue("city"),
    "country": _of_venue("country"),
    "forum": _of_venue("forum"),
    "site": _of_venue("site"),
    "participant": lambda event: [str(p.actor) for p in event.participants],
}


def _claims(evidence: Sequence[Evidence]) -> tuple[Claim, ...]:
    claims: list[Claim] = []
    for slot, values in _SLOTS.items():
        told: dict[str, list[Evidence]] = {}
        for e in evidence:
            for value in dict.fromkeys(values(e.event)):
                told.setdefault(value, []).append(e)
        # A stable sort: of values told by as many, the one told first stands first.
        for value, by in sorted(told.items(), key=lambda item: -len(item[1])):
            claims.append(Claim(slot=slot, value=value, told_by=[e.member for e in by], sources=_sources(by)))
    return tuple(claims)


def _sources(evidence: Sequence[Evidence]) -> tuple[str, ...]:
    named: list[str] = []
    for e in evidence:
        named += [e.source] if e.source else []
        for attribution in e.event.attributions:
            named += [name for name in (attribution.source, attribution.outlet) if name]
    return tuple(dict.fromkeys(named))
