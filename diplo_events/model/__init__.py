"""The model: frozen, validated values that import nothing else of the package."""

from diplo_events.model.actors import Actor, Participant, Venue
from diplo_events.model.articles import Article, ParsedArticle, ParseWarning, Rejection
from diplo_events.model.events import Event, Note, StatusChange, event_id
from diplo_events.model.kinds import Action, ActorKind, EventType, Role, Status
from diplo_events.model.text import Attribution, Mention, Span
from diplo_events.model.time import When

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
