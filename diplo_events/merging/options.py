"""What a slot of an event might hold, with what speaks for each: the ground on which the rankers choose.

The rankers of places (:mod:`.placing`) and of dates (:mod:`.dating`) share it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from attrs import frozen

from diplo_events.judgement.scorer import Ranker
from diplo_events.model.events import Event, Note
from diplo_events.model.kinds import AHEAD, DONE, Status
from diplo_events.model.text import Span
from diplo_events.reading.reading import Reading

ValueT = TypeVar("ValueT")

#: How many sentences before and behind a mention a place or a time may stand.
BEFORE, BEHIND = 4, 2
#: Characters of a step of distance within a sentence.
STEP = 25


@frozen
class Option(Generic[ValueT]):
    """A value that a slot of an event might have.

    Attributes:
        value: the value; None for none.
        features: what speaks for and against it.
    """

    value: ValueT | None
    features: frozenset[str]


def best(options: Sequence[Option[ValueT]], ranker: Ranker) -> Option[ValueT]:
    """The option for which most speaks."""
    return options[ranker.best([option.features for option in options])]


#: How the rules of notes begin that tell what was not read but weighed, or taken for want of better.
CHOSEN, ASSUMED = "chosen by", "assumed"


def is_told(event: Event, slot: str) -> bool:
    """Whether the article tells a slot of an event, as far as its notes say: else it was weighed or assumed."""
    rules = [note.rule for note in event.notes if note.slot == slot]
    return not any(rule.startswith((CHOSEN, ASSUMED)) for rule in rules)


def chosen(slot: str, features: Iterable[str], ranker: Ranker, span: Span | None = None) -> Note:
    """The note that says why an option was chosen."""
    return Note(slot=slot, rule=f"{CHOSEN} {', '.join(ranker.reasons(list(features)))}", span=span)


def crossed(names: set[str], event: Event) -> frozenset[str]:
    """Features, by themselves and together with the event's type and where it lies."""
    kinds = (event.type.value, phase(event.status))
    return frozenset(names | {f"{name}|{kind}" for name in names for kind in kinds})


def phase(status: Status) -> str:
    """Where an event lies: over, ahead, or off."""
    return "done" if status in DONE else "ahead" if status in AHEAD else "off"


def between(reading: Reading, event_at: int, words: Span) -> tuple[str, str]:
    """On which side of a trigger words of its sentence stand, and the text between; offsets of the original."""
    text = reading.article.text[min(words.start, event_at) : max(words.start, event_at)]
    return ("before" if words.start < event_at else "behind"), text
