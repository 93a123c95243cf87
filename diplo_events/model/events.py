"""The event: what a parse is for."""

from __future__ import annotations

import hashlib

from attrs import field, frozen
from attrs.validators import and_, ge, le

from diplo_events.checked import checked
from diplo_events.codebooks import Cameo, Plover, cameo, plover
from diplo_events.errors import InputError
from diplo_events.model.actors import Participant, Venue
from diplo_events.model.explain import explain_event
from diplo_events.model.kinds import Action, EventType, Status
from diplo_events.model.text import Attribution, Mention, Span
from diplo_events.model.time import When


def event_id(article_id: str, type_: EventType, trigger_start: int, place: int) -> str:
    """The stable id of an event: 16 hexadecimal digits.

    It depends on the article's id, the type, the offset of the first trigger and the event's place among those of that
    trigger, and on nothing that a better reading could change.
    """
    key = f"{article_id}\x1f{type_.value}\x1f{trigger_start}\x1f{place}"
    return hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


@frozen(kw_only=True, field_transformer=checked)
class Note:
    """One reason for a slot of an event: which rule spoke, and on which words."""

    slot: str
    rule: str
    span: Span | None = None

    def __str__(self) -> str:
        return f"{self.slot}: {self.rule}" + (f" (“{self.span.text}”)" if self.span else "")


@frozen(kw_only=True, field_transformer=checked)
class StatusChange:
    """A status that the article tells of an event.

    Attributes:
        status: the status.
        by: the side that declined, cancelled or postponed, as written, if told.
        since: when it changed, if told.
        evidence: the words that say so.
        rule: the rule that read it.
    """

    status: Status = field(converter=Status)
    by: str | None = None
    since: When | None = None
    evidence: Span | None = None
    rule: str = ""

    def __str__(self) -> str:
        return f"{self.status.value}{f' by {self.by}' if self.by else ''}"


@frozen(kw_only=True, field_transformer=checked)
class Event:
    """One diplomatic event, with all that the article says of it.

    Attributes:
        id: stable, see :func:`event_id`.
        type, status: the closed vocabularies.
        action: what was done within the type, or None.
        participants: the acting side first.
        venue, when: None where the article does not tell.
        attributions: who says so.
        history: the statuses told, in the order of telling, the present one last.
        replaces: the id of the event whose place this one takes.
        part_of: the id of the visit or conference during which it took place.
        agenda: what was or is to be discussed.
        mentions: every place where the article tells of it, at least one.
        confidence: in [0, 1]; the share of events with this figure that a careful reader would call right.
        notes: the reasons for the slots.
    """

    id: str
    type: EventType = field(converter=EventType)
    status: Status = field(converter=Status)
    action: Action | None = None
    participants: tuple[Participant, ...] = field(default=(), converter=tuple[Participant, ...])
    venue: Venue | None = None
    when: When | None = None
    attributions: tuple[Attribution, ...] = field(default=(), converter=tuple[Attribution, ...])
    history: tuple[StatusChange, ...] = field(default=(), converter=tuple[StatusChange, ...])
    replaces: str | None = None
    part_of: str | None = None
    agenda: tuple[Span, ...] = field(default=(), converter=tuple[Span, ...])
    mentions: tuple[Mention, ...] = field(converter=tuple[Mention, ...])
    confidence: float = field(default=0.5, converter=float, validator=and_(ge(0.0), le(1.0)))
    notes: tuple[Note, ...] = field(default=(), converter=tuple[Note, ...])

    @mentions.validator
    def _has_a_mention(self, _attribute: object, value: tuple[Mention, ...]) -> None:
        if not value:
            raise InputError("an event needs at least one mention")

    @property
    def plover(self) -> Plover | None:
        """The event in the terms of PLOVER 2023; None where that has nothing like it (a denial)."""
        return plover(self.type, self.status, self.action)

    @property
    def cameo(self) -> Cameo | None:
        """The event in the terms of CAMEO 1.1b3; None where that has nothing like it."""
        return cameo(self.type, self.status, self.action)

    def explain(self) -> str:
        """For a person: which rule fired on which words, why the status, why the date."""
        return explain_event(self)

    def __str__(self) -> str:
        parts = [
            self.type.value,
            self.status.value,
            (self.when.edtf if self.when else "undated"),
            ", ".join(map(str, self.participants)),
            str(self.venue) if self.venue else "",
        ]
        return " · ".join(part for part in parts if part)

    def _repr_html_(self) -> str:
        from diplo_events.output.html import event_html

        return event_html(self)
