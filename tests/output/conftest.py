"""Two results: one of the library's own parse, and one written by hand that fills every slot of the model."""

from __future__ import annotations

import datetime as dt

import pytest

from diplo_events import (
    Action,
    Actor,
    ActorKind,
    Article,
    Attribution,
    Event,
    EventType,
    Mention,
    Note,
    ParsedArticle,
    Parser,
    ParseWarning,
    Participant,
    Rejection,
    Role,
    Span,
    Status,
    StatusChange,
    Venue,
    When,
    parse_article,
)
from diplo_events.model.time import PartOfDay, Precision

TEXT = (
    "Estonian Foreign Minister Mart Saar met his Latvian counterpart, Anna Ozola, in Riga on Friday, the ministry "
    "said. Saar will visit Oslo in May."
)
FULL = "Kenya's Ms Amina Ōta \N{EM DASH} “the envoy” \N{DOVE OF PEACE} met Peru on 8 March at night; talks on fish."


def span(words: str) -> Span:
    start = FULL.index(words)
    return Span(start=start, end=start + len(words), text=words)


@pytest.fixture(scope="session")
def parsed(parser: Parser) -> ParsedArticle:
    """A result of the library's own."""
    return parse_article(TEXT, published="2024-03-10", id="a-1", source="Harbour News", parser=parser)


@pytest.fixture(scope="session")
def full() -> ParsedArticle:
    """A result in which every slot of every class is filled."""
    return make_full()


def make_full() -> ParsedArticle:
    """The same, for those who need no fixture."""
    day = dt.date(2024, 3, 8)
    when = When(
        start=day,
        end=day,
        precision=Precision.TIME,
        part_of_day=PartOfDay.NIGHT,
        text="8 March",
        span=span("8 March"),
        relative_to=dt.date(2024, 3, 10),
    )
    amina = Actor(
        name="Amina Ōta",
        kind=ActorKind.PERSON,
        named=True,
        title="Ms",
        country="KEN",
        organization="African Union",
        aliases=("the envoy",),
    )
    peru = Actor(name="Peru", kind=ActorKind.GOVERNMENT, named=False, country="PER")
    event = Event(
        id="0123456789abcdef",
        type=EventType.MEETING,
        status=Status.HELD,
        action=Action.TALKS,
        participants=(
            Participant(actor=amina, role=Role.INITIATOR, spans=(span("Amina Ōta"), span("the envoy"))),
            Participant(actor=peru, role=Role.COUNTERPART, spans=(span("Peru"),)),
        ),
        venue=Venue(
            name="Geneva",
            city="Geneva",
            country="CHE",
            forum="Fish Forum",
            site="Palais",
            latitude=46.2,
            longitude=6.15,
            spans=(span("8 March"),),
        ),
        when=when,
        attributions=(
            Attribution(
                source="the envoy",
                span=span("“the envoy”"),
                anonymous=True,
                official=True,
                outlet="HN",
                disputed=True,
            ),
        ),
        history=(
            StatusChange(status=Status.PLANNED, rule="future tense"),
            StatusChange(status=Status.HELD, by="Peru", since=when, evidence=span("met"), rule="past tense"),
        ),
        replaces="fedcba9876543210",
        part_of="00000000ffffffff",
        agenda=(span("fish"),),
        mentions=(Mention(trigger=span("met"), sentence=span(FULL), article_id="full", rule="meeting.meet"),),
        confidence=0.75,
        notes=(Note(slot="venue", rule="told elsewhere"), Note(slot="status", rule="past tense", span=span("met"))),
    )
    return ParsedArticle(
        article=Article(text=FULL, published=dt.date(2024, 3, 10), title="Fish", id="full", source="Harbour News"),
        events=(event,),
        actors=(amina, peru),
        warnings=(ParseWarning(code="no-date", message="nothing dates it", span=span("talks")),),
        rejected=(Rejection(trigger=span("talks"), reason="meeting: fewer than two sides told"),),
        library_version="0.1.0",
        model_version="en_core_web_sm 3.8.0",
        error="none, really",
    )
