"""What a type checker has to refuse; each line says which error it must give."""

from __future__ import annotations

from diplo_events import Event, Parser, Reading, parse_article, parse_articles


def names(event: Event) -> list[int]:
    return [participant.actor.name for participant in event.participants]  # [misc]


def city(event: Event) -> str | None:
    return event.venue.city  # [union-attr]


def extractor_of_texts(text: str) -> list[str]:
    return [text]


def wrong_arguments() -> None:
    parse_article("text", published=20230606)  # [arg-type]
    parse_articles(["text"], on_error="ignore")  # [arg-type]
    Parser(extractors=[extractor_of_texts])  # [list-item]
    Parser(status_judge=lambda reading: None)  # [arg-type, misc]


def frozen(event: Event, reading: Reading) -> None:
    event.confidence = 1.0  # [misc]
    event.participants.append(1)  # [attr-defined]
