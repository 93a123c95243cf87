"""When an event is complete, and when two sets of participants can be the same."""

from __future__ import annotations

from diplo_events.model.actors import Actor, Venue
from diplo_events.model.events import Event
from diplo_events.model.kinds import Action, ActorKind, EventType, Role, Status
from diplo_events.model.time import When
from diplo_events.resolution.references import is_non_state
from diplo_events.tables.diplomacy import diplomatic_nouns

_TWO_SIDED = frozenset(
    {EventType.MEETING, EventType.CALL, EventType.AGREEMENT, EventType.RELATIONS, EventType.SANCTION,
     EventType.EXPULSION, EventType.RECALL, EventType.SUMMONS}
)  # fmt: skip


#: Rules of what one side does to a treaty of many.
_ACCESSIONS = frozenset({"agreement.accede-treaty", "agreement.join-treaty"})


#: Rules of what one side alone can refuse: its signature.
_CONSENTS = frozenset(
    {
        "agreement.sign-agreement",
        "agreement.ratify-agreement",
        "agreement.accept-agreement",
        "agreement.initial-agreement",
    }
)


def side(actor: Actor) -> str:
    """The side an actor stands for: its country, else its body, else itself.

    A movement is no part of its country's state.
    """
    if is_non_state(actor):
        return actor.organization or actor.name
    return actor.country or actor.organization or actor.name


def sides(event: Event) -> set[str]:
    """The sides of an event."""
    return {side(p.actor) for p in event.participants}


def lacks(event: Event) -> str | None:
    """What an event lacks to stand on its own, or None if it is complete."""
    if event.type in _TWO_SIDED:
        return _lacks_side(event)
    if event.type is EventType.VISIT:
        return _lacks_journey(event)
    if event.type is EventType.CONFERENCE:
        return None if event.venue is not None and event.venue.forum else "a gathering without a name"
    if event.type is EventType.APPOINTMENT:
        appointees = [p for p in event.participants if p.role is Role.APPOINTEE]
        return None if appointees else "nobody told who was appointed"
    return None


def _lacks_side(event: Event) -> str | None:
    alone = event.type is EventType.AGREEMENT and _of_many(event)
    if len(sides(event)) < (1 if alone else 2) or _is_one(event) or _with_aides(event):
        return "fewer than two sides told"
    if event.type in (EventType.MEETING, EventType.CALL) and not any(
        p.actor.country or p.actor.organization for p in event.participants
    ):
        return "no side of a known country or body"
    return None


def _of_many(event: Event) -> bool:
    """Whether one party alone can do it: a treaty of many is left and joined by one, and refused by one."""
    rule = event.mentions[0].rule
    refused = event.status is Status.DECLINED and rule in _CONSENTS
    return event.action is Action.LEFT or rule in _ACCESSIONS or refused


def _with_aides(event: Event) -> bool:
    """Whether a meeting's other side is a group of officials of nobody: "met advisers on Monday"."""
    if event.type not in (EventType.MEETING, EventType.CALL):
        return False
    told = [p.actor for p in event.participants if not _is_anybody(p.actor)]
    return len({side(actor) for actor in told}) < _PAIR


_PAIR = 2


def _is_anybody(actor: Actor) -> bool:
    served = actor.country or actor.organization
    if actor.kind is not ActorKind.GROUP or actor.named or served or is_non_state(actor):
        return False
    words = actor.name.lower().split()
    return words != ["ministers"] and _OPPOSITE.isdisjoint(words)


#: Words for those who sit on the other side of a table, whomever they serve; bare "ministers" are the hosts'.
_OPPOSITE = frozenset({"counterpart", "counterparts", "delegates", "negotiator", "negotiators"})


def _is_one(event: Event) -> bool:
    """Whether the two who are told are the same person, named twice: "X" and "the envoy of Y, X"."""
    actors = [p.actor for p in event.participants]
    if len(actors) != 2 or not any(actor.kind is ActorKind.PERSON for actor in actors):
        return False
    short, long = sorted((actor.name for actor in actors), key=len)
    return long == short or (long.endswith(f" {short}") and " and " not in long)


def _lacks_journey(event: Event) -> str | None:
    visitors = [p for p in event.participants if p.role is Role.VISITOR]
    if not visitors:
        return "no traveller told"
    if all(v.actor.kind is ActorKind.GOVERNMENT and v.actor.named for v in visitors):
        return "a state does not travel"
    if not any(_is_told(v.actor) for v in visitors):
        return "a traveller without office or country"
    venue = event.venue
    if venue is None or not (venue.country or venue.city or venue.forum or venue.name):
        return "no destination told"
    if venue.country and all(v.actor.country == venue.country for v in visitors):
        return "a journey within the traveller's own country"
    return None


def _is_told(actor: Actor) -> bool:
    """Whether a traveller is told well enough: by an office, a state or body, or a full name."""
    words = actor.name.lower().split()
    full = actor.kind is ActorKind.PERSON and len(words) > 1 and diplomatic_nouns("pastime").isdisjoint(words)
    return full or bool(actor.country or actor.organization or actor.title)


def same_actor(one: Actor, other: Actor) -> bool:
    """Whether two actors can be the same, or one the other's government or group."""
    if one.name == other.name and one.country == other.country:
        return True
    if one.kind is ActorKind.PERSON and other.kind is ActorKind.PERSON:
        return False
    if is_non_state(one) != is_non_state(other):
        return False
    if one.country or other.country:
        return one.country == other.country
    return one.organization is not None and one.organization == other.organization


def agreeing(one: Event, other: Event) -> int:
    """How many participants of ``one`` have a counterpart in ``other``."""
    return sum(any(same_actor(p.actor, q.actor) for q in other.participants) for p in one.participants)


def places_agree(one: Venue | None, other: Venue | None) -> bool:
    """Whether two venues can be the same place."""
    if one is None or other is None:
        return True
    if one.country and other.country and one.country != other.country:
        return False
    return not (one.city and other.city and one.city != other.city) or _at_one_point(one, other)


def _at_one_point(one: Venue, other: Venue) -> bool:
    """Whether two names stand for one city: Rangoon and Yangon."""
    return one.latitude is not None and (one.latitude, one.longitude) == (other.latitude, other.longitude)


def share_actor(one: Event, other: Event) -> bool:
    """Whether a participant of the one takes part in the other."""
    return any(same_actor(p.actor, q.actor) for p in one.participants for q in other.participants)


def times_agree(one: When | None, other: When | None) -> bool:
    """Whether two times can be the same; an unknown one agrees with any."""
    return one is None or other is None or one.overlaps(other)
