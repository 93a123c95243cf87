"""explain(): every reason that a result holds can be read, with its words and their place."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from attrs import evolve

from diplo_events import Event, Note, ParsedArticle, Parser, parse_article
from tests.output.conftest import make_full

TEXT = """Estonian Foreign Minister Mart Saar met his Latvian counterpart, Anna Ozola, in Riga on Friday, aides said.

Kenyan President Grace Njoroge declined an invitation to visit Oslo in May. The minister will visit."""


@pytest.fixture(scope="module")
def parsed(parser: Parser) -> ParsedArticle:
    return parse_article(TEXT, published="2024-03-10", id="a-1", parser=parser)


@pytest.fixture
def event() -> Event:
    return make_full().events[0]


def quoted(explanation: str) -> Iterator[tuple[str, int]]:
    for words, place in re.findall(r"“([^”\n]*)” at (\d+)", explanation):
        yield words, int(place)


def test_every_slot_of_an_event_is_told(event: Event) -> None:
    told = event.explain()
    for line in (
        "type: meeting, talks; told once",
        "meeting.meet (“met” at",
        "status: held",
        "planned: future tense",
        "held by Peru, since 2024-03-08 (night): past tense (“met” at",
        "Amina Ōta (KEN), Ms, initiator: named by “Amina Ōta” at",
        "date: 2024-03-08 (night), from “8 March” at",
        "counted from 2024-03-10",
        "venue: Fish Forum (Palais, Geneva, CHE), named by",
        "told elsewhere",
        "according to the envoy, to HN (anonymous, official, disputed)",
        "agenda: “fish” at",
        "part of event 00000000ffffffff",
        "in place of event fedcba9876543210",
        "confidence: 0.75",
    ):
        assert line in told, line
    assert told.splitlines()[0] == str(event)
    assert all(line.startswith("  ") for line in told.splitlines()[1:])


def test_a_bare_event_says_what_is_missing(event: Event) -> None:
    bare = evolve(
        event, participants=(), venue=None, when=None, action=None, attributions=(), history=(), agenda=(), notes=()
    )
    told = bare.explain()
    for line in ("participants: none told", "date: not told", "venue: not told", "type: meeting; told once"):
        assert line in told


def test_each_reason_is_told_once(event: Event) -> None:
    note = Note(slot="when", rule="counted twice")
    told = evolve(event, notes=(note, note, Note(slot="colour", rule="red"))).explain()
    assert told.count("counted twice") == 1
    assert "colour: red" in told


def test_words_stand_where_the_explanation_says(parsed: ParsedArticle) -> None:
    told = parsed.explain()
    found = list(quoted(told))
    assert len(found) > 8
    for words, place in found:
        assert parsed.text[place : place + len(words)] == words


def test_the_reason_of_a_status_is_told(parsed: ParsedArticle) -> None:
    declined = next(event for event in parsed.events if event.status.value == "declined")
    assert "“declined” at" in declined.explain().partition("status:")[2]


def test_an_article_tells_events_rejections_and_warnings(parsed: ParsedArticle) -> None:
    told = parsed.explain()
    assert told.startswith("article a-1 · 2024-03-10")
    for event in parsed.events:
        assert event.explain() in told
    for rejection in parsed.rejected:
        assert str(rejection) in told.partition("No event:")[2]
    for warning in parsed.warnings:
        assert str(warning) in told.partition("Warnings:")[2]


def test_a_full_and_a_failed_article() -> None:
    told = make_full().explain()
    assert "The parse failed: none, really" in told
    assert "“talks” at" in told.partition("No event:")[2]
    assert "no-date: nothing dates it" in told.partition("Warnings:")[2]
    assert ParsedArticle(article=make_full().article).explain() == "article full · 2024-03-10 · 0 events"
