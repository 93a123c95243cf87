"""What an extractor proposes: a trigger with its arguments, before anything is resolved or judged."""

from __future__ import annotations

from enum import StrEnum

from attrs import field, frozen

from diplo_events.checked import checked
from diplo_events.model.kinds import Action, EventType, Role


class Slot(StrEnum):
    """What an argument stands for."""

    PARTICIPANT = "participant"
    PLACE = "place"
    ORIGIN = "origin"
    FORUM = "forum"
    TIME = "time"
    AGENDA = "agenda"


@frozen(kw_only=True, field_transformer=checked)
class Argument:
    """An argument of a candidate.

    Attributes:
        slot: what it stands for.
        start, end: offsets, in the reading's clean text, of its head word or of the whole name.
        role: for participants, the part they play.
        sure: False for one that was inferred from a governing clause.
        shift: for times, days to add to what the words name: "a day after X met" dates the meeting a day before.
    """

    slot: Slot = field(converter=Slot)
    start: int
    end: int
    role: Role | None = None
    sure: bool = True
    shift: int = 0


@frozen(kw_only=True, field_transformer=checked)
class Candidate:
    """A possible mention of an event.

    Attributes:
        type, action: what the trigger names.
        start, end: offsets of the trigger's head word in the reading's clean text.
        arguments: what the frame found.
        rule: the name of the trigger's entry, or of a plug-in's rule.
        definite: True if the words point back to an event told before ("the trip", "their meeting").
    """

    type: EventType = field(converter=EventType)
    action: Action | None = None
    start: int
    end: int
    arguments: tuple[Argument, ...] = field(default=(), converter=tuple[Argument, ...])
    rule: str
    definite: bool = False

    def of(self, slot: Slot) -> list[Argument]:
        """The arguments in one slot."""
        return [argument for argument in self.arguments if argument.slot is slot]
