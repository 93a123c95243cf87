"""Read one article and print its diplomatic events.

python docs/quickstart.py
"""

from __future__ import annotations

from pathlib import Path

from diplo_events import Event, parse_article


def show(event: Event) -> str:
    """One event as a person would want to read it."""
    lines = [f"{event.type.value.upper()} ({event.status.value})"]
    lines += [
        f"    {participant.role.value:12} {participant.actor}"
        + (f", {participant.actor.title}" if participant.actor.title else "")
        for participant in event.participants
    ]
    if event.venue:
        lines.append(f"    {'where':12} {event.venue}")
    if event.when:
        lines.append(f"    {'when':12} {event.when}" + (f"  ({event.when.text!r})" if event.when.text else ""))
    for mention in event.mentions:
        trigger = mention.trigger
        lines.append(f"    {'told':12} {trigger.text!r} at {trigger.start}:{trigger.end}")
    return "\n".join(lines)


def main() -> None:
    """Parse the article that stands beside this file."""
    text = Path(__file__).with_name("article.txt").read_text(encoding="utf-8")
    parsed = parse_article(text, published="2024-03-12", source="Harbour News")
    for event in parsed.events:
        print(show(event))
    for warning in parsed.warnings:
        print(f"warning: {warning}")


if __name__ == "__main__":
    main()
