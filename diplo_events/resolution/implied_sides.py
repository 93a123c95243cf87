"""The side that a sentence leaves out: "the ambassador was ordered home" (whence?), "was called to the ministry" (whose?).

News names both states once and then lets the reader carry them on. Where a candidate of a type that needs two sides has
fewer, the missing one is taken, in this order, from what the register knows of the envoy (whom he serves, where he is
posted), and from the states spoken of around the sentence: near ones count more than far ones, the dateline's a little.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from attrs import frozen

from diplo_events.extraction.candidates import Candidate
from diplo_events.model.actors import Actor
from diplo_events.model.kinds import ActorKind, EventType, Role
from diplo_events.reading.lexicon import NameKind
from diplo_events.reading.reading import Reading
from diplo_events.reading.register import Name
from diplo_events.resolution.actors import Reference
from diplo_events.resolution.venues import dateline_senses
from diplo_events.tables import countries_by_code

_DIRECTED = frozenset({EventType.EXPULSION, EventType.RECALL, EventType.SUMMONS, EventType.SANCTION})
_MUTUAL = frozenset({EventType.RELATIONS, EventType.AGREEMENT})
_STATES = (NameKind.COUNTRY, NameKind.METONYM, NameKind.DEMONYM)
#: What a state counts by the distance of the sentence that names it; those behind the event count less.
_BEFORE = (4.0, 3.0, 2.0, 1.2, 0.8)
_AFTER = (4.0, 0.8)
_DATELINE = 1.0
_FREQUENT = 0.15
#: Below this sum no state is spoken of closely enough.
_LEAST = 1.5


@frozen
class _Side:
    """A state or body that may be the missing side, with the name that tells it."""

    code: str
    score: float
    name: Name | None


def complete(reading: Reading, candidate: Candidate, found: Sequence[tuple[Reference, Role]]) -> list[tuple[Reference, Role]]:
    """Add the sides that the words of the event leave out.

    Args:
        reading: the article.
        candidate: the candidate.
        found: the actors that its arguments stand for, with their roles.
    """
    result = list(found)
    if candidate.type not in _DIRECTED | _MUTUAL:
        return result
    if candidate.type is EventType.RECALL:
        result += _posted(candidate, result)
    known = _codes(result)
    if len(known) >= 2:
        return result
    pool = _pool(reading, candidate)
    for role in _missing(candidate.type, result):
        side = next((s for s in pool if s.code not in known and s.score >= _LEAST), None)
        if side is None:
            break
        result.append((_reference(side, candidate), role))
        known.add(side.code)
    return result


def _codes(found: Sequence[tuple[Reference, Role]]) -> set[str]:
    return {code for r, _ in found if (code := r.actor.country or r.actor.organization)}


def _posted(candidate: Candidate, found: Sequence[tuple[Reference, Role]]) -> list[tuple[Reference, Role]]:
    """The state where a recalled envoy serves, as the words around the name told."""
    if any(role is Role.TARGET for _, role in found):
        return []
    for reference, _ in found:
        person = reference.person
        if person is not None and person.posted_to and person.posted_to != person.country:
            return [(_reference(_Side(person.posted_to, 0.0, None), candidate), Role.TARGET)]
    return []


def _missing(type_: EventType, found: Sequence[tuple[Reference, Role]]) -> list[Role]:
    """The roles to fill, the acting side first; a mutual act needs two sides of whatever role."""
    sided = [(r, role) for r, role in found if r.actor.country or r.actor.organization]
    roles = {role for _, role in sided}
    if type_ in _MUTUAL:
        return [Role.COUNTERPART] if sided else [Role.INITIATOR, Role.COUNTERPART]
    if not sided:
        return [Role.INITIATOR, Role.TARGET]
    return [Role.TARGET] if Role.INITIATOR in roles else [Role.INITIATOR]


def _pool(reading: Reading, candidate: Candidate) -> list[_Side]:
    """The states spoken of around an event, the likeliest first."""
    here = reading.sentence_at(candidate.start)
    scores: dict[str, float] = defaultdict(float)
    names: dict[str, Name] = {}
    for name in reading.register.names:
        code = _code(name, candidate.type)
        if code is None:
            continue
        weight = _weight(reading.sentence_at(name.start) - here)
        best = scores[code] < weight
        scores[code] = max(scores[code], weight) + _FREQUENT
        if best or code not in names:
            names[code] = name
    for sense in dateline_senses(reading):
        if sense.country:
            scores[sense.country] += _DATELINE
    return sorted((_Side(code, score, names.get(code)) for code, score in scores.items()), key=lambda s: -s.score)


def _weight(distance: int) -> float:
    steps = _BEFORE if distance <= 0 else _AFTER
    return steps[abs(distance)] if abs(distance) < len(steps) else 0.0


def _code(name: Name, type_: EventType) -> str | None:
    if name.person is not None:
        return name.person.country
    sense = name.sense(*_STATES)
    if sense is None and type_ in (EventType.SANCTION, EventType.AGREEMENT):
        sense = name.sense(NameKind.BODY)
    if sense is None:
        sense = name.sense(NameKind.CITY)
    return (sense.country or sense.organization) if sense is not None else None


def _reference(side: _Side, candidate: Candidate) -> Reference:
    entry = countries_by_code().get(side.code)
    start, end = (side.name.start, side.name.end) if side.name is not None else (candidate.start, candidate.end)
    if entry is None:
        actor = Actor(name=side.code, kind=ActorKind.ORGANIZATION, organization=side.code)
    else:
        actor = Actor(name=entry.name, kind=ActorKind.GOVERNMENT, country=side.code)
    return Reference(actor=actor, start=start, end=end)
