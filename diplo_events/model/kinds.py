"""The closed vocabularies of the model. Every member is its own lower-case string."""

from __future__ import annotations

from enum import StrEnum


class EventType(StrEnum):
    """What kind of diplomatic event it is."""

    MEETING = "meeting"
    VISIT = "visit"
    CALL = "call"
    CONFERENCE = "conference"
    AGREEMENT = "agreement"
    APPOINTMENT = "appointment"
    EXPULSION = "expulsion"
    RECALL = "recall"
    SUMMONS = "summons"
    RELATIONS = "relations"
    SANCTION = "sanction"


class Status(StrEnum):
    """Whether it took place, as of the article's publication."""

    HELD = "held"
    ONGOING = "ongoing"
    PLANNED = "planned"
    PROPOSED = "proposed"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    DECLINED = "declined"
    DENIED = "denied"


#: It took place, or is taking place.
DONE = frozenset({Status.HELD, Status.ONGOING})
#: It is to come.
AHEAD = frozenset({Status.PLANNED, Status.PROPOSED})
#: A side or circumstance stopped it.
OFF = frozenset({Status.POSTPONED, Status.CANCELLED, Status.DECLINED})
#: A side or circumstance stopped it, or somebody says that it is not so.
NEGATIVE = OFF | {Status.DENIED}
#: Ends the rule of a status that the article tells of an earlier time ("had refused"); what else it tells is newer.
EARLIER = ", earlier"


class ActorKind(StrEnum):
    """What sort of actor it is."""

    PERSON = "person"
    GROUP = "group"
    GOVERNMENT = "government"
    ORGANIZATION = "organization"


class Role(StrEnum):
    """The part an actor plays in an event. The acting side stands first among the participants."""

    INITIATOR = "initiator"
    COUNTERPART = "counterpart"
    VISITOR = "visitor"
    HOST = "host"
    ATTENDEE = "attendee"
    MEDIATOR = "mediator"
    TARGET = "target"
    APPOINTEE = "appointee"


class Action(StrEnum):
    """What was done within the type of an event."""

    # meeting
    TALKS = "talks"
    ENCOUNTER = "encounter"
    NEGOTIATION = "negotiation"
    # sanction
    IMPOSED = "imposed"
    EASED = "eased"
    LIFTED = "lifted"
    # relations
    OPENED = "opened"
    UPGRADED = "upgraded"
    DOWNGRADED = "downgraded"
    CUT = "cut"
    RECOGNISED = "recognised"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"
    MOVED = "moved"
    # agreement
    SIGNED = "signed"
    REACHED = "reached"
    APPROVED = "approved"
    LEFT = "left"
    COLLAPSED = "collapsed"
    # appointment
    NAMED = "named"
    NOMINATED = "nominated"
    ARRIVED = "arrived"
    CREDENTIALS = "credentials"
    REPLACED = "replaced"
    RESIGNED = "resigned"
    # expulsion, recall, summons
    EXPELLED = "expelled"
    BARRED = "barred"
    RECALLED = "recalled"
    RETURNED = "returned"
    SUMMONED = "summoned"
    PROTESTED = "protested"
