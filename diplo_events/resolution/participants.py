"""The built-in actor resolver: a candidate's arguments as participants, each actor once, the acting side first."""

from __future__ import annotations

from attrs import evolve

from diplo_events.extraction.candidates import Argument, Candidate, Slot
from diplo_events.extraction.context import Context
from diplo_events.model.actors import Actor, Participant
from diplo_events.model.kinds import ActorKind, EventType, Role
from diplo_events.model.text import Span
from diplo_events.reading.lexicon import NameKind
from diplo_events.reading.reading import Reading
from diplo_events.resolution.actors import Interpreter
from diplo_events.resolution.implied_sides import complete
from diplo_events.resolution.references import Reference, is_non_state
from diplo_events.tables import countries_by_code

_TALKS = (EventType.MEETING, EventType.CALL, EventType.VISIT)
#: Types whose acting parties are states: a minister who signs, expels or recalls does so for the government.
_STATE_ROLES: dict[EventType, frozenset[Role]] = {
    EventType.AGREEMENT: frozenset({Role.INITIATOR, Role.COUNTERPART}),
    EventType.RELATIONS: frozenset({Role.INITIATOR, Role.COUNTERPART, Role.TARGET}),
    EventType.SANCTION: frozenset({Role.INITIATOR}),
    EventType.EXPULSION: frozenset({Role.INITIATOR}),
    EventType.RECALL: frozenset({Role.INITIATOR, Role.TARGET}),
    EventType.SUMMONS: frozenset({Role.INITIATOR}),
}


class RuleActorResolver:
    """Resolves a candidate's participant arguments. Holds no state; safe from any thread."""

    def __call__(self, reading: Reading, candidate: Candidate) -> tuple[Participant, ...]:
        """The participants, the acting side first; an argument that stands for nobody known is left out."""
        interpreter = Interpreter(Context(reading, reading.sentence_at(candidate.start)))
        found: list[tuple[Reference, Role]] = []
        for argument in sorted(candidate.of(Slot.PARTICIPANT), key=lambda a: (not a.sure, _order(a))):
            token = reading.token(argument.start)
            if token is None:
                continue
            if not argument.sure and _is_needless(argument, candidate, found):
                continue
            others = [reference for reference, _ in found]
            for reference in interpreter.references(token, others):
                reference = _abroad(reference, candidate, reading)
                found.append((reference, argument.role or Role.INITIATOR))
        if candidate.type is EventType.EXPULSION:
            found = _of_the_other(found, reading, candidate)
        found = complete(reading, candidate, found)
        if candidate.type in (EventType.MEETING, EventType.CALL):
            found = _rebels_at_home(_apart(found))
            self._fill(found, candidate, reading, interpreter)
        if candidate.type in _STATE_ROLES:
            found = _with_states(found, candidate.type)
        participants = _unique(found, reading)
        if candidate.type in _TALKS:
            participants = _without_own_states(participants)
        return tuple(sorted(participants, key=lambda p: _rank(p.role, candidate.type)))

    @staticmethod
    def _fill(
        found: list[tuple[Reference, Role]], candidate: Candidate, reading: Reading, interpreter: Interpreter
    ) -> None:
        """Add the person spoken of where only one side of a meeting is told, and the words do not point back."""
        if candidate.definite or _sides(found) != 1 or any(not r.actor.named for r, _ in found):
            return
        token = reading.token(candidate.start)
        reference = interpreter.topic(token, [r for r, _ in found]) if token is not None else None
        if reference is not None:
            found.append((reference, Role.INITIATOR))


def _apart(found: list[tuple[Reference, Role]]) -> list[tuple[Reference, Role]]:
    """Two who sit down together serve two states: a country that was only inferred gives way to one that is told."""
    told = {r.actor.country for r, _ in found if r.person is None or not r.person.country_inferred}
    apart: list[tuple[Reference, Role]] = []
    for reference, role in found:
        person = reference.person
        again = next((r for r, _ in apart if person is not None and r.person is person), None)
        if again is not None:  # pointed at twice, the same person: "the two ministers, X and Y"
            reference = evolve(reference, actor=again.actor)
        elif person is not None and person.country_inferred and _is_at_home(reference, found):
            told.add(reference.actor.country)
        elif person is not None and person.country_inferred and reference.actor.country in told:
            reference = evolve(reference, actor=evolve(reference.actor, country=None))
        elif person is not None and person.country_inferred:
            told.add(reference.actor.country)
        apart.append((reference, role))
    return apart


def _of_the_other(
    found: list[tuple[Reference, Role]], reading: Reading, candidate: Candidate
) -> list[tuple[Reference, Role]]:
    """ "cut ties with X and expelled its envoys": nobody expels his own; X's are meant."""
    hosts = {r.actor.country for r, role in found if role is Role.INITIATOR}
    sentence = reading.sentences[reading.sentence_at(candidate.start)]
    meant: list[tuple[Reference, Role]] = []
    for reference, role in found:
        actor = reference.actor
        own = role is Role.TARGET and actor.country in hosts and actor.name.lower().startswith(("its ", "their "))
        if own:
            before = [
                sense.country
                for name in reading.register.within(sentence.start, reference.start)
                if (sense := name.sense(NameKind.COUNTRY)) is not None and sense.country not in hosts
            ]
            if before:
                reference = evolve(reference, actor=evolve(actor, country=before[-1]))
        meant.append((reference, role))
    return meant


#: Heads of government and state, and those with whom they deal at home.
_HEADS = frozenset({"head_of_state", "head_of_government", "royalty"})
_AT_HOME = frozenset({"defence", "finance", "security", "intelligence", "military", "legislator"})


def _is_at_home(reference: Reference, found: list[tuple[Reference, Role]]) -> bool:
    """Whether a head of state meets his own: "President X met Defence Minister Y", "met senators"."""
    same = [r for r, _ in found if r is not reference and r.actor.country == reference.actor.country]
    if reference.offices & _HEADS:
        return any(r.offices & _AT_HOME and not r.offices & _HEADS for r in same)
    return bool(reference.offices & _AT_HOME) and any(r.offices & _HEADS for r in same)


def _rebels_at_home(found: list[tuple[Reference, Role]]) -> list[tuple[Reference, Role]]:
    """Rebels of whom no country is told are those of the one state that they sit down with."""
    states = {r.actor.country for r, _ in found if r.actor.country}
    if len(states) != 1:
        return found
    (state,) = states
    return [
        (evolve(r, actor=evolve(r.actor, country=state)), role) if _is_homeless(r.actor) else (r, role)
        for r, role in found
    ]


def _is_homeless(actor: Actor) -> bool:
    told = actor.country or actor.organization
    return actor.kind is ActorKind.GROUP and not told and is_non_state(actor)


#: Rules of journeys that lead home, or start there, as often as not: "leaves Oslo on Sunday", "is back in Oslo".
_HOMEWARD = frozenset({"visit.leave-place", "visit.be-back", "visit.return"})


def _abroad(reference: Reference, candidate: Candidate, reading: Reading) -> Reference:
    """A traveller whose country was only inferred does not come from where the journey leads."""
    person = reference.person
    if candidate.type is not EventType.VISIT or person is None or not person.country_inferred:
        return reference
    if candidate.rule in _HOMEWARD:
        return reference
    for argument in candidate.of(Slot.PLACE):
        name = reading.register.at(argument.start)
        if name is not None and any(sense.country == person.country for sense in name.senses):
            return evolve(reference, actor=evolve(reference.actor, country=None))
    return reference


def _is_needless(argument: Argument, candidate: Candidate, found: list[tuple[Reference, Role]]) -> bool:
    """Whether who takes part was only inferred, and two sides are told; several on one side alone are not both."""
    if argument.role is Role.APPOINTEE or _sides(found) < 2:
        return False
    talks = candidate.type in (EventType.MEETING, EventType.CALL)
    one_side = talks and {role for _, role in found} == {Role.COUNTERPART}
    return not (one_side and argument.role is Role.INITIATOR)


_RANK = {
    Role.INITIATOR: 0, Role.VISITOR: 0, Role.APPOINTEE: 2, Role.ATTENDEE: 2, Role.COUNTERPART: 1, Role.TARGET: 1,
    Role.HOST: 2, Role.MEDIATOR: 2,
}  # fmt: skip


def _rank(role: Role, type_: EventType) -> int:
    """The acting side first; of a summons the official who receives the envoy acts, too."""
    return 0 if type_ is EventType.SUMMONS and role is Role.HOST else _RANK[role]


def _order(argument: Argument) -> int:
    return _RANK[argument.role or Role.INITIATOR]


def _sides(found: list[tuple[Reference, Role]]) -> int:
    return len({r.actor.country or r.actor.organization or r.actor.name for r, _ in found})


def _with_states(found: list[tuple[Reference, Role]], type_: EventType) -> list[tuple[Reference, Role]]:
    """The states for which the persons act; those who sign an agreement stay beside their states."""
    acting = [(_as_state(r, role, type_), role) for r, role in found]
    if type_ is EventType.AGREEMENT:
        acting += [(r, Role.ATTENDEE) for r, role in found if r.person is not None and role in _STATE_ROLES[type_]]
    return acting


def _as_state(reference: Reference, role: Role, type_: EventType) -> Reference:
    actor = reference.actor
    if role not in _STATE_ROLES[type_] or actor.country is None or actor.kind is ActorKind.GOVERNMENT:
        return reference
    if is_non_state(actor):
        return reference
    entry = countries_by_code().get(actor.country)
    name = entry.name if entry else actor.country
    return evolve(reference, actor=Actor(name=name, kind=ActorKind.GOVERNMENT, country=actor.country), person=None)


def _key(actor: Actor) -> tuple[str, str]:
    if actor.kind is ActorKind.GOVERNMENT and actor.country:
        return "state", actor.country
    if actor.organization and actor.kind is ActorKind.ORGANIZATION:
        return "body", actor.organization
    return actor.kind.value, f"{actor.name}/{actor.country}"


def _unique(found: list[tuple[Reference, Role]], reading: Reading) -> list[Participant]:
    merged: dict[tuple[str, str], tuple[Actor, Role, list[Span]]] = {}
    for reference, role in found:
        key = _key(reference.actor)
        span = reading.span(reference.start, reference.end)
        if key in merged:
            if span not in merged[key][2]:
                merged[key][2].append(span)
        else:
            merged[key] = (reference.actor, role, [span])
    return [Participant(actor=actor, role=role, spans=tuple(spans)) for actor, role, spans in merged.values()]


def _without_own_states(participants: list[Participant]) -> list[Participant]:
    """Where a state's person is named, the state itself is no further participant."""
    persons = {p.actor.country for p in participants if p.actor.kind is ActorKind.PERSON and p.actor.country}
    return [p for p in participants if not (p.actor.kind is ActorKind.GOVERNMENT and p.actor.country in persons)]
