"""Read one article and print its diplomatic events.

python docs/quickstart.py
"""

from __future__ import annotations

from pathlib import Path

from diplo_events import Event, Participant, parse_article


def show(event: Event) -> str:
    """One event as a person would want to read it."""
    setting = [str(part) for part in (event.when, event.venue) if part]
    head = f"{event.status.value.upper():10} {' · '.join([event.type.value, *setting])}"
    people = "; ".join(map(introduce, event.participants))
    words = ", ".join(f"“{mention.trigger.text}” at {mention.trigger.start}" for mention in event.mentions)
    return f"{head}\n{'':10} {people or '(nobody named)'}\n{'':10} told by {words}"


def introduce(participant: Participant) -> str:
    """A participant with the office and the country or body served."""
    actor = participant.actor
    return f"{actor}, {actor.title}" if actor.named and actor.title else str(actor)


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
