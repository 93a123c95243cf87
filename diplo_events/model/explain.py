"""Why an event is what it is, in words for a person: which rule fired on which words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diplo_events.model.articles import ParsedArticle
    from diplo_events.model.events import Event, StatusChange
    from diplo_events.model.text import Span

_INDENT = "  "
#: Slots whose notes stand in a section of their own.
_KNOWN = frozenset(
    "type action status history participant participants when venue attribution attributions confidence".split()
)


def explain_event(event: Event) -> str:
    """The reasons for each slot of an event, a slot a paragraph."""
    sections = (section(event) for section in (_told, _status, _people, _date, _place, _sources, _rest))
    return "\n".join([str(event), *(_INDENT + line for line in chain.from_iterable(sections))])


def explain_article(parsed: ParsedArticle) -> str:
    """The reasons for each event of an article, then what gave no event, and what stayed unresolved."""
    parts = [str(parsed)]
    if parsed.error:
        parts.append(f"The parse failed: {parsed.error}")
    parts += map(explain_event, parsed.events)
    if parsed.rejected:
        parts.append(_list("No event:", [str(rejection) for rejection in parsed.rejected]))
    if parsed.warnings:
        parts.append(_list("Warnings:", [str(warning) for warning in parsed.warnings]))
    return "\n\n".join(parts)


def _list(head: str, lines: list[str]) -> str:
    return "\n".join([head, *(_INDENT + line for line in lines)])


def _quoted(span: Span) -> str:
    return f"“{span.text}” at {span.start}"


def _words(spans: tuple[Span, ...]) -> str:
    return "named by " + ", ".join(map(_quoted, spans)) if spans else "not named in so many words"


def _notes(event: Event, *slots: str, told: tuple[str, ...] = ()) -> Iterator[str]:
    """The notes on some slots, each once, without those that were told already."""
    notes = [note for note in event.notes if note.slot in slots]
    for line in dict.fromkeys(f"{note.rule} ({_quoted(note.span)})" if note.span else note.rule for note in notes):
        if line not in told:
            yield _INDENT + line


def _told(event: Event) -> Iterator[str]:
    action = f", {event.action.value}" if event.action else ""
    times = f"told {len(event.mentions)} times" if len(event.mentions) > 1 else "told once"
    yield f"type: {event.type.value}{action}; {times}"
    fired = tuple(f"{mention.rule} ({_quoted(mention.trigger)})" for mention in event.mentions)
    for line, mention in zip(fired, event.mentions, strict=True):
        yield f"{_INDENT}{line}: {_shortened(mention.sentence.text)}"
    yield from _notes(event, "type", "action", told=fired)


def _shortened(sentence: str, width: int = 100) -> str:
    flat = " ".join(sentence.split())
    return flat if len(flat) <= width else flat[: width - 1].rstrip() + "…"


def _status(event: Event) -> Iterator[str]:
    yield f"status: {event.status.value}"
    changes = tuple(map(_change, event.history))
    for line in dict.fromkeys(changes):
        yield _INDENT + line
    said = tuple(line.partition(": ")[2] for line in changes)
    yield from _notes(event, "status", "history", told=said)


def _change(change: StatusChange) -> str:
    evidence = f" ({_quoted(change.evidence)})" if change.evidence else ""
    since = f", since {change.since}" if change.since else ""
    return f"{change}{since}: {change.rule or 'no rule given'}{evidence}"


def _people(event: Event) -> Iterator[str]:
    yield "participants:" if event.participants else "participants: none told"
    for participant in event.participants:
        office = f", {participant.actor.title}" if participant.actor.title else ""
        yield f"{_INDENT}{participant}{office}, {participant.role.value}: {_words(participant.spans)}"
    yield from _notes(event, "participant", "participants")


def _date(event: Event) -> Iterator[str]:
    when = event.when
    if when is None:
        yield "date: not told"
        yield from _notes(event, "when")
        return
    counted = f", counted from {when.relative_to}" if when.relative_to else ""
    words = _quoted(when.span) if when.span else f"“{when.text}”" if when.text else "no words of its own"
    yield f"date: {when}, from {words}{counted}"
    yield from _notes(event, "when")


def _place(event: Event) -> Iterator[str]:
    yield f"venue: {event.venue}, {_words(event.venue.spans)}" if event.venue else "venue: not told"
    yield from _notes(event, "venue")


def _sources(event: Event) -> Iterator[str]:
    for attribution in event.attributions:
        traits = [trait for trait in ("anonymous", "official", "disputed") if getattr(attribution, trait)]
        outlet = f", to {attribution.outlet}" if attribution.outlet else ""
        tail = f" ({', '.join(traits)})" if traits else ""
        yield f"according to {attribution.source}{outlet}{tail}: {_quoted(attribution.span)}"
    yield from _notes(event, "attribution", "attributions")


def _rest(event: Event) -> Iterator[str]:
    if event.agenda:
        yield "agenda: " + ", ".join(map(_quoted, event.agenda))
    if event.part_of:
        yield f"part of event {event.part_of}"
    if event.replaces:
        yield f"in place of event {event.replaces}"
    yield f"confidence: {event.confidence:.2f}"
    yield from _notes(event, "confidence")
    yield from (str(note) for note in event.notes if note.slot not in _KNOWN)
