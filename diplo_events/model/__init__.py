"""The model: frozen, validated values that import nothing else of the package."""

from .actors import Actor, Participant, Venue
from .articles import Article, ParsedArticle, ParseWarning, Rejection
from .events import Event, Note, StatusChange, event_id
from .kinds import Action, ActorKind, EventType, Role, Status
from .text import Attribution, Mention, Span
from .time import When

__all__ = [
    "Action",
    "Actor",
    "ActorKind",
    "Article",
    "Attribution",
    "Event",
    "EventType",
    "Mention",
    "Note",
    "ParseWarning",
    "ParsedArticle",
    "Participant",
    "Rejection",
    "Role",
    "Span",
    "Status",
    "StatusChange",
    "Venue",
    "When",
    "event_id",
]
