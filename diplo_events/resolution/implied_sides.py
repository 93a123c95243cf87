"""The side that a sentence leaves out: "was ordered home" (from where?), "was called to the ministry" (of whom?).

News names both states once and then lets the reader carry them on. Where a candidate of a type that needs two sides has
fewer, the missing one is taken, in this order, from what the register knows of the envoy (whom he serves, where he is
posted), and from the states spoken of around the sentence: near ones count more than far ones, the dateline's a little.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from attrs import evolve, frozen

from diplo_events.extraction.candidates import Candidate
from diplo_events.model.actors import Actor
from diplo_events.model.kinds import ActorKind, EventType, Role
from diplo_events.reading.lexicon import NameKind
from diplo_events.reading.reading import Reading
from diplo_events.reading.register import Name
from diplo_events.resolution.envoy_sides import at_post, home_state, is_apposed, is_free, is_told, post_of, writes_of
from diplo_events.resolution.places import dateline_senses
from diplo_events.resolution.references import Reference, actor_of
from diplo_events.tables import countries_by_code

_DIRECTED = frozenset({EventType.EXPULSION, EventType.RECALL, EventType.SUMMONS, EventType.SANCTION})
_STATESMEN = frozenset({"diplomat", "envoy", "foreign", "deputy_foreign", "head_of_state", "head_of_government"})
_RULERS = frozenset({"foreign", "deputy_foreign", "head_of_state", "head_of_government", "minister", "spokesperson"})
_MINISTRY = frozenset({"ministry", "department", "office", "government", "cabinet"})
_ENVOYS = frozenset({"diplomat", "envoy"})
_RANKS = frozenset({"ambassador", "commissioner", "nuncio", "consul", "chargé", "charge", "chargée", "d'affaires"})
#: Acts of a state on the envoys it hosts.
_AT_HOME = frozenset({EventType.EXPULSION, EventType.SUMMONS})
_MUTUAL = frozenset({EventType.RELATIONS, EventType.AGREEMENT})
_STATES = (NameKind.COUNTRY, NameKind.METONYM, NameKind.DEMONYM)
#: What a state counts by the distance of the sentence that names it; those behind the event count less.
_BEFORE = (4.0, 3.0, 2.0, 1.2, 1.0)
_AFTER = (4.0, 1.2)
_DATELINE = 1.0
_DATELINE_AT_HOME = 2.5
_FREQUENT = 0.2
#: What a name counts as a side: a city that is no capital, a capital behind a preposition of place, an inferred
#: country.
_CITY = 0.8
_PLACE = 0.95
_INFERRED = 0.9
_LOCAL = frozenset({"in", "at", "from", "to", "near", "outside", "for", "via"})
#: Below this sum no state is spoken of closely enough.
_LEAST = 0.6
_LEAST_MUTUAL = 1.5
_LEAST_JOINT = 1.6


@frozen
class _Side:
    """A state or body that may be the missing side, with the name that tells it."""

    code: str
    score: float
    name: Name | None


def complete(
    reading: Reading, candidate: Candidate, found: Sequence[tuple[Reference, Role]]
) -> list[tuple[Reference, Role]]:
    """Add the sides that the words of the event leave out.

    Args:
        reading: the article.
        candidate: the candidate.
        found: the actors that its arguments stand for, with their roles.
    """
    if candidate.type is EventType.APPOINTMENT:
        return [(r, role) for r, role in found if role is not Role.APPOINTEE or _told(r)]
    if candidate.type not in _DIRECTED | _MUTUAL and not _is_joint(candidate):
        return list(found)
    former = _former_states(reading)
    result = [(_of_its_time(r, former), role) for r, role in found]
    if candidate.type in _AT_HOME or candidate.type is EventType.RECALL:
        result = at_post(reading, candidate.type, result)
    if candidate.type in _AT_HOME:
        result = _foreign_envoy(reading, candidate, result, former)
        result = [(_named(r, reading) if role is Role.TARGET else r, role) for r, role in result]
    if candidate.type is EventType.RECALL:
        result += _posted(reading, candidate, result)
    if candidate.type in _AT_HOME:
        result += _receiving(reading, candidate, result)
    result += _beside_states(candidate.type, result)
    roles = _missing(candidate.type, result)
    if not roles or not _diplomatic(reading):
        return _sided(result)
    known = _codes(result)
    pool = _pool(reading, candidate, former)
    for role in roles:
        least = _LEAST if candidate.type in _DIRECTED else _LEAST_JOINT if _is_joint(candidate) else _LEAST_MUTUAL
        side = next((s for s in pool if s.code not in known and s.score >= least), None)
        if side is None:
            break
        result = _add(result, role, side, candidate)
        known.add(side.code)
    return _sided(_serving(result, candidate.type))


def _is_joint(candidate: Candidate) -> bool:
    """Whether a joint body of two states sits: news seldom repeats which two."""
    return candidate.rule.startswith("meeting.joint-")


def _beside_states(type_: EventType, found: Sequence[tuple[Reference, Role]]) -> list[tuple[Reference, Role]]:
    """Persons who are told besides their states, into which the resolver turns the acting parties.

    Who signs an agreement, the envoy who is recalled, the official to whom an envoy is summoned.
    """
    persons = [(r, role) for r, role in found if r.actor.kind is ActorKind.PERSON]
    if type_ is EventType.AGREEMENT:
        return [(r, Role.ATTENDEE) for r, _ in persons if r.actor.country]
    if type_ is EventType.RECALL:
        return [(r, Role.APPOINTEE) for r, _ in persons if r.person is None or not r.person.offices & _RULERS]
    if type_ is EventType.SUMMONS:
        return [(r, Role.HOST) for r, role in persons if role is Role.INITIATOR]
    return []


def _serving(found: list[tuple[Reference, Role]], type_: EventType) -> list[tuple[Reference, Role]]:
    """With the state that recalls as that of the envoys whose own is not known."""
    acting = [r.actor.country for r, role in found if role is Role.INITIATOR and r.actor.country]
    if type_ is not EventType.RECALL or not acting:
        return found
    return [
        (evolve(r, actor=evolve(r.actor, country=acting[0])), role)
        if role is Role.APPOINTEE and _is_open(r)
        else (r, role)
        for r, role in found
    ]


def _is_open(reference: Reference) -> bool:
    """Whether nothing certain is known of the state that somebody serves."""
    if reference.actor.country is None:
        return reference.actor.organization is None
    return reference.person is not None and reference.person.country_inferred


#: Words that only an article about states uses.
_OF_DIPLOMACY = (
    "foreign minist", "foreign secretar", "embass", "ambassador", "diplomat", "charge d'", "chargé",
    "high commissioner", "consulate",
)  # fmt: skip


def _diplomatic(reading: Reading) -> bool:
    """Whether the article is about states at all: it names a statesman, a diplomat or a foreign ministry."""
    if any(person.offices & _STATESMEN for person in reading.register.persons):
        return True
    text = reading.text.lower()
    return any(word in text for word in _OF_DIPLOMACY)


def _told(reference: Reference) -> bool:
    """Whether an appointee is told well enough: by name, or by the state or body that he serves."""
    actor = reference.actor
    return actor.kind is ActorKind.PERSON or bool(actor.country or actor.organization)


def _sided(found: list[tuple[Reference, Role]]) -> list[tuple[Reference, Role]]:
    """Without "officials" and "a spokesman" of nobody known, where two sides are told besides."""
    if len(_codes(found)) < 2:
        return found
    return [(r, role) for r, role in found if r.actor.kind is ActorKind.PERSON or _side_of(r)]


def _add(
    found: list[tuple[Reference, Role]], role: Role, side: _Side, candidate: Candidate
) -> list[tuple[Reference, Role]]:
    """Add a side; a group of unknown country that plays the role ("eight officials") is of that side."""
    groups = [r for r, other in found if other is role and not _side_of(r)]
    entry = countries_by_code().get(side.code)
    if role is Role.TARGET and groups and entry is not None:
        return [
            (evolve(r, actor=evolve(r.actor, country=side.code)) if r in groups else r, other) for r, other in found
        ]
    # "the foreign ministry": whose, is now known
    return [
        *((r, other) for r, other in found if other is not role or r not in groups),
        (_reference(side, candidate), role),
    ]


def _foreign_envoy(
    reading: Reading, candidate: Candidate, found: list[tuple[Reference, Role]], former: dict[str, str]
) -> list[tuple[Reference, Role]]:
    """An envoy whose country was only inferred, perhaps from the dateline, does not serve the state that acts."""
    acting = _codes([(r, role) for r, role in found if role is Role.INITIATOR])
    home = acting or {former.get(s.country, s.country) for s in dateline_senses(reading) if s.country}
    result = []
    for reference, role in found:
        person = reference.person
        open_ = person is not None and not is_told(reading, reference)
        if role is Role.TARGET and open_ and reference.actor.country in home:
            other = next(
                (s for s in _pool(reading, candidate, former) if s.code not in home and s.score >= _LEAST), None
            )
            if other is not None and other.code in countries_by_code():
                reference = evolve(reference, actor=evolve(reference.actor, country=other.code))
        result.append((reference, role))
    return result


def _former_states(reading: Reading) -> dict[str, str]:
    """Of the states that no longer exist and that the article names: each successor's code with the former one's."""
    entries = countries_by_code()
    named = {code for name in reading.register.names for code in (_code(name, EventType.SUMMONS),) if code in entries}
    return {later: code for code in named for later in entries[code].successors if later not in named or code == "SUN"}


def _of_its_time(reference: Reference, former: dict[str, str]) -> Reference:
    """ "Prague" in an article on Czechoslovakia stands for Czechoslovakia."""
    actor = reference.actor
    if actor.country not in former or actor.kind is ActorKind.PERSON:
        return reference
    return evolve(reference, actor=evolve(actor, country=former[actor.country]))


def _named(reference: Reference, reading: Reading) -> Reference:
    """ "Iran's ambassador", whose name the article tells elsewhere without an office or a country of its own."""
    actor = reference.actor
    if actor.kind is ActorKind.PERSON or not reference.offices & _ENVOYS or actor.country is None:
        return reference
    here = reading.sentence_at(reference.start)
    near = [
        person
        for person in reading.register.persons
        if (person.country is None or person.country == actor.country or person.country_inferred)
        and (not person.title or bool(_heads(person.title) & _heads(actor.name)))
        and any(0 <= reading.sentence_at(start) - here <= 2 and is_free(reading, start) for start, _ in person.mentions)
        and not (person.country_inferred and writes_of(reading, person) and home_state(reading) != actor.country)
    ]
    beside = [p for p in near if any(is_apposed(reading, reference.end, start) for start, _ in p.mentions)]
    holders = (
        beside
        or [person for person in near if person.offices & _ENVOYS]
        or [person for person in near if not person.offices and person.title is None]
    )
    if len(holders) != 1 or not _is_ambassador(actor):
        return reference
    return evolve(reference, actor=evolve(actor_of(holders[0]), country=actor.country), person=holders[0])


def _heads(title: str) -> set[str]:
    """The words of a title that tell the rank of an envoy."""
    return {word for word in title.lower().replace("-", " ").split() if word in _RANKS}


def _is_ambassador(actor: Actor) -> bool:
    """Whether a group is a head of mission, of whom a state has one at a place: "Iran's ambassador"."""
    return bool(_heads(actor.name) & _RANKS) and not actor.name.lower().rstrip().endswith("s")


def _codes(found: Sequence[tuple[Reference, Role]]) -> set[str]:
    return {code for r, _ in found if (code := _side_of(r))}


def _side_of(reference: Reference) -> str | None:
    """The state or body a party stands for; "the foreign ministry" alone is nobody's."""
    actor = reference.actor
    if actor.country is None and actor.organization == actor.name and _MINISTRY & set(actor.name.lower().split()):
        return None
    region = actor.name if actor.named and actor.kind is ActorKind.GOVERNMENT else None  # "Gulf states"
    return actor.country or actor.organization or region


def _posted(
    reading: Reading, candidate: Candidate, found: Sequence[tuple[Reference, Role]]
) -> list[tuple[Reference, Role]]:
    """The state where a recalled envoy serves, as the words around the name told."""
    if any(role is Role.TARGET for _, role in found):
        return []
    for reference, _ in found:
        post = post_of(reading, reference)
        if post is not None and post != reference.actor.country:
            return [(_reference(_Side(post, 0.0, None), candidate), Role.TARGET)]
    return []


def _receiving(
    reading: Reading, candidate: Candidate, found: Sequence[tuple[Reference, Role]]
) -> list[tuple[Reference, Role]]:
    """The state that acts on an envoy where the words name none: the one where the envoy serves."""
    if _codes([(r, role) for r, role in found if role is Role.INITIATOR]):
        return []
    for reference, role in found:
        post = post_of(reading, reference) if role is Role.TARGET else None
        if post is not None and post != reference.actor.country:
            return [(_reference(_Side(post, 0.0, None), candidate), Role.INITIATOR)]
    return []


def _missing(type_: EventType, found: Sequence[tuple[Reference, Role]]) -> list[Role]:
    """The roles to fill, the acting side first; a mutual act needs two sides of whatever role."""
    sided = [(r, role) for r, role in found if _side_of(r)]
    if type_ in _MUTUAL or type_ is EventType.MEETING:
        count = len(_codes(sided))
        return [Role.INITIATOR, Role.COUNTERPART][count:]
    acting = _codes([(r, role) for r, role in sided if role is Role.INITIATOR])
    hit = _codes([(r, role) for r, role in sided if role in (Role.TARGET, Role.COUNTERPART)])
    if not acting:
        return [Role.INITIATOR] if hit else [Role.INITIATOR, Role.TARGET]
    return [] if hit - acting else [Role.TARGET]


def _pool(reading: Reading, candidate: Candidate, former: dict[str, str]) -> list[_Side]:
    """The states spoken of around an event, the likeliest first."""
    here = reading.sentence_at(candidate.start)
    scores: dict[str, float] = defaultdict(float)
    names: dict[str, Name] = {}
    called = reading.countries()
    for name in reading.register.names:
        code = _code(name, candidate.type)
        if code is None or (_only_a_town(name) and code not in called):
            continue
        code = former.get(code, code)
        weight = _weight(reading.sentence_at(name.start) - here) * _as_side(name, reading)
        best = scores[code] < weight
        scores[code] = max(scores[code], weight) + _FREQUENT
        if best or code not in names:
            names[code] = name
    for sense in dateline_senses(reading):
        if sense.country:
            scores[former.get(sense.country, sense.country)] += (
                _DATELINE_AT_HOME if _happens_here(candidate) else _DATELINE
            )
    return sorted((_Side(code, score, names.get(code)) for code, score in scores.items()), key=lambda s: -s.score)


def _only_a_town(name: Name) -> bool:
    """Whether a name tells a state by a town alone, which is nobody's seat and may lie elsewhere."""
    return name.person is None and name.sense(*_STATES, NameKind.BODY) is None


def _as_side(name: Name, reading: Reading) -> float:
    """How likely a name stands for a state that acts: a city behind "in" is where something happens."""
    if name.person is not None:
        return _INFERRED if name.person.country_inferred else 1.0
    if name.sense(NameKind.CITY) is None:
        return 1.0
    word = reading.text[max(name.start - 12, 0) : name.start].lower().rsplit(maxsplit=1)[-1:]
    return _PLACE if word and word[0] in _LOCAL else 1.0 if name.sense(NameKind.METONYM) else _CITY


def _happens_here(candidate: Candidate) -> bool:
    """Whether it is likely to happen where the story was filed: at the ministry, at an embassy there."""
    return candidate.type is EventType.SUMMONS or "mission" in candidate.rule


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
