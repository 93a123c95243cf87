"""What a user's own program does with results, typed as strictly as a user could ask."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from diplo_events import (
    Action,
    Actor,
    ActorKind,
    Article,
    Event,
    EventType,
    ParsedArticle,
    Role,
    Span,
    Status,
    find_dates,
    load_pipeline,
    parse_article,
    parse_articles,
    resolve_date,
)


def first_name(text: str) -> str | None:
    parsed: ParsedArticle = parse_article(text, published="2023-06-06", title="A title", source="An outlet", id=7)
    if not parsed.events or not parsed.events[0].participants:
        return None
    name: str = parsed.events[0].participants[0].actor.name
    return name


def slots(event: Event) -> dict[str, str | None]:
    actor: Actor = event.participants[0].actor
    kind: ActorKind = actor.kind
    country: str | None = actor.country
    role: Role = event.participants[0].role
    type_: EventType = event.type
    status: Status = event.status
    action: Action | None = event.action
    trigger: Span = event.mentions[0].trigger
    sentence: Span = event.mentions[0].sentence
    start: int = trigger.start
    end: int = sentence.end
    return {
        "kind": kind.value,
        "country": country,
        "role": role.value,
        "type": type_.value,
        "status": status.value,
        "action": action.value if action else None,
        "city": event.venue.city if event.venue else None,
        "venue country": event.venue.country if event.venue else None,
        "forum": event.venue.forum if event.venue else None,
        "from": event.when.start.isoformat() if event.when and event.when.start else None,
        "to": event.when.end.isoformat() if event.when and event.when.end else None,
        "trigger": trigger.text,
        "place": f"{start}..{end}",
    }


def held(texts: list[str], day: dt.date) -> Iterator[Event]:
    articles = ({"text": text, "published": day} for text in texts)
    for parsed in parse_articles(articles, batch_size=8, on_error="record"):
        yield from (event for event in parsed if event.status is Status.HELD)


def every_kind_of_article(day: dt.date) -> list[ParsedArticle]:
    several: list[str | dict[str, object] | Article] = ["a text", {"text": "b"}, Article(text="c", published=day)]
    return list(parse_articles(several, on_error="skip"))


def dates(text: str, day: dt.date) -> list[str]:
    spans = [expression.span.text for expression in find_dates(text, reference=day)]
    when = resolve_date("late May", reference=day)
    return [*spans, when.edtf if when else "?"]


def model_name() -> str:
    return str(load_pipeline().meta["name"])
