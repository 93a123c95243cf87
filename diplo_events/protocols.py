"""The plug points: what a :class:`~diplo_events.Parser` can be given in place of its own parts.

Each is a ``Protocol`` with ``__call__``: any function or object of that signature will do. The built-in parts use
nothing that a plug-in could not. All offsets in a :class:`Candidate` are those of the reading's clean text.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from diplo_events.dates.chain import DateResolver
from diplo_events.extraction.candidates import Candidate
from diplo_events.model.actors import Participant, Venue
from diplo_events.model.events import Event, StatusChange
from diplo_events.reading.reading import Reading


class Extractor(Protocol):
    """Proposes candidates, generously."""

    def __call__(self, reading: Reading, /) -> Iterable[Candidate]:
        """All candidates of an article."""
        ...


class ActorResolver(Protocol):
    """Says who a candidate's participants are."""

    def __call__(self, reading: Reading, candidate: Candidate, /) -> Sequence[Participant]:
        """The participants, the acting side first."""
        ...


class VenueResolver(Protocol):
    """Says where a candidate took place."""

    def __call__(
        self, reading: Reading, candidate: Candidate, participants: tuple[Participant, ...], /
    ) -> Venue | None:
        """The venue, or None where the article does not tell."""
        ...


class StatusJudge(Protocol):
    """Says whether a candidate took place."""

    def __call__(self, reading: Reading, candidate: Candidate, /) -> StatusChange:
        """The status, with its evidence."""
        ...


class Merger(Protocol):
    """Makes one event of all the mentions of it."""

    def __call__(self, reading: Reading, events: Sequence[Event], /) -> Sequence[Event]:
        """The events of the article: those that are the same merged, in the order of their first mention."""
        ...


__all__ = ["ActorResolver", "DateResolver", "Extractor", "Merger", "StatusJudge", "VenueResolver"]
