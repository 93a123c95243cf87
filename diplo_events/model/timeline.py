"""Events told by several articles: the timeline, its events, and who told what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from attrs import field, frozen
from attrs.validators import and_, ge, le

from diplo_events.checked import checked
from diplo_events.errors import InputError
from diplo_events.model.actors import Participant, Venue
from diplo_events.model.articles import ParsedArticle
from diplo_events.model.events import Event
from diplo_events.model.kinds import Action, EventType, Status
from diplo_events.model.time import When

#: An event of one article: the article's id and the event's.
Member = tuple[str, str]


def _members(values: Iterable[Iterable[str]]) -> tuple[Member, ...]:
    return tuple((article, event) for article, event in values)


@frozen(kw_only=True, field_transformer=checked)
class Evidence:
    """An event as one article tells it.

    Attributes:
        article_id: the article's id.
        published: the article's day of publication, or None.
        source: the outlet, or None.
        event: the event, with its mentions and spans in that article's text.
    """

    article_id: str
    published: dt.date | None = None
    source: str | None = None
    event: Event

    @property
    def member(self) -> Member:
        """The article's id and the event's."""
        return self.article_id, self.event.id


@frozen(kw_only=True, field_transformer=checked)
class Claim:
    """A value of a slot, and who told it.

    Attributes:
        slot: "status", "action", "when", "city", "country", "forum", "site" or "participant".
        value: the value as text; of "when" the period in ISO 8601-2.
        told_by: the events of articles that have this value, earliest publication first.
        sources: whom these articles credit with the event ("two officials familiar with the talks"), and their outlets.
    """

    slot: str
    value: str
    told_by: tuple[Member, ...] = field(converter=_members)
    sources: tuple[str, ...] = field(default=(), converter=tuple[str, ...])

    def __str__(self) -> str:
        return f"{self.slot}: {self.value} ({len(self.told_by)})"


@frozen(kw_only=True, field_transformer=checked)
class StatusReport:
    """A status, the day from which articles tell it, and which.

    Attributes:
        status: the status.
        published: the first day on which an article told it; None if that article has no day.
        told_by: the events of articles that told it, until another status was told.
    """

    status: Status = field(converter=Status)
    published: dt.date | None = None
    told_by: tuple[Member, ...] = field(converter=_members)

    def __str__(self) -> str:
        return f"{self.published.isoformat() if self.published else 'undated'} {self.status.value}"


@frozen(kw_only=True, field_transformer=checked)
class TimelineEvent:
    """One event in the world, with what all articles tell of it.

    The agreed slots carry no spans, since these belong to one article's text: they are in ``evidence``.

    Attributes:
        id: that of its earliest member's event; it can change when an article from before is added.
        type: what kind of event it is.
        status: the latest told, by publication.
        action: the one that most articles tell, or None.
        participants: everyone told, under the fullest name; a group or government gives way to a person of its side.
        venue: the most precise told.
        when: the narrowest period told.
        history: the statuses in the order of publication.
        claims: each slot's values with who told them.
        evidence: the event as each article tells it, earliest publication first.
        confidence: in [0, 1]; that at least one of the tellings is right, their errors taken as independent.
    """

    id: str
    type: EventType = field(converter=EventType)
    status: Status = field(converter=Status)
    action: Action | None = None
    participants: tuple[Participant, ...] = field(default=(), converter=tuple[Participant, ...])
    venue: Venue | None = None
    when: When | None = None
    history: tuple[StatusReport, ...] = field(default=(), converter=tuple[StatusReport, ...])
    claims: tuple[Claim, ...] = field(default=(), converter=tuple[Claim, ...])
    evidence: tuple[Evidence, ...] = field(converter=tuple[Evidence, ...])
    confidence: float = field(default=0.5, converter=float, validator=and_(ge(0.0), le(1.0)))

    @evidence.validator
    def _has_evidence(self, _attribute: object, value: tuple[Evidence, ...]) -> None:
        if not value:
            raise InputError("an event of a timeline needs the event of at least one article")

    @property
    def members(self) -> tuple[Member, ...]:
        """The (article id, event id) pairs that are this event, earliest publication first."""
        return tuple(evidence.member for evidence in self.evidence)

    def claims_on(self, slot: str) -> tuple[Claim, ...]:
        """The values told of one slot, the one told by most first."""
        return tuple(claim for claim in self.claims if claim.slot == slot)

    @property
    def contested(self) -> tuple[str, ...]:
        """The slots of one value of which articles tell several. A status that changed with time is not among them."""
        values: dict[str, int] = {}
        for claim in self.claims:
            values[claim.slot] = values.get(claim.slot, 0) + 1
        found = [slot for slot, number in values.items() if number > 1 and slot not in ("participant", "status")]
        told = {report.status for report in self.history}
        if Status.DENIED in told and told & {Status.HELD, Status.ONGOING, Status.PLANNED}:
            found.insert(0, "status")
        return tuple(found)

    def __str__(self) -> str:
        parts = [
            self.type.value,
            self.status.value,
            (self.when.edtf if self.when else "undated"),
            ", ".join(map(str, self.participants)),
            str(self.venue) if self.venue else "",
            f"told by {len(self.evidence)}",
        ]
        return " · ".join(part for part in parts if part)

    def _repr_html_(self) -> str:
        from diplo_events.output.html import timeline_event_html

        return timeline_event_html(self)


@frozen(kw_only=True, field_transformer=checked)
class Timeline:
    """Events merged across articles, in the order of their dates; those without one stand where they were published.

    Made by :func:`diplo_events.merge_articles`; never changes: :meth:`add` returns a new one.

    Attributes:
        events: the events.
        articles: the ids of the articles merged, in alphabetical order, also of those that tell of no event.
    """

    events: tuple[TimelineEvent, ...] = field(default=(), converter=tuple[TimelineEvent, ...])
    articles: tuple[str, ...] = field(default=(), converter=tuple[str, ...])
    #: What `add` needs to find neighbours quickly; made when first needed, no part of the value.
    _index: Any = field(default=None, init=False, eq=False, repr=False)

    def add(self, parsed: ParsedArticle | Iterable[ParsedArticle]) -> Timeline:
        """A timeline with one or several articles more: the same as if all had been merged at once.

        Args:
            parsed: a parsed article, or an iterable of them. What was merged before (the same article and events under
                the same ids) changes nothing.

        Raises:
            InputError: if another article or event has the id of one that is here already.
        """
        from diplo_events.merging.across import add_articles

        return add_articles(self, [parsed] if isinstance(parsed, ParsedArticle) else parsed)

    def __len__(self) -> int:
        return len(self.events)

    def __iter__(self) -> Iterator[TimelineEvent]:
        return iter(self.events)

    def __str__(self) -> str:
        return f"timeline of {len(self.articles)} articles · {len(self.events)} events"

    def _repr_html_(self) -> str:
        from diplo_events.output.html import timeline_html

        return timeline_html(self)

    def __getstate__(self) -> dict[str, Any]:
        return {"events": self.events, "articles": self.articles}

    def __setstate__(self, state: dict[str, Any]) -> None:
        for name, value in (*state.items(), ("_index", None)):
            object.__setattr__(self, name, value)
