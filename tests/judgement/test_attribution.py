"""Who says so."""

from __future__ import annotations

import pytest

from diplo_events.judgement.attribution import attributions
from diplo_events.model.text import Attribution
from diplo_events.parsing.inputs import to_article
from diplo_events.parsing.parser import Parser
from diplo_events.reading.read import read


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


def _sources(parser: Parser, text: str) -> list[Attribution]:
    reading = read(to_article({"text": text, "published": "2023-06-02"}), parser._parse_sentences)
    candidates = [c for extractor in parser.extractors for c in extractor(reading)]
    assert candidates, text
    return list(dict.fromkeys(a for c in candidates for a in attributions(reading, c)))


@pytest.mark.parametrize(
    ("text", "source", "anonymous", "official", "outlet"),
    [
        (
            "Two people familiar with his plans said Premier Ola Bergvik would visit Oman next week.",
            "Two people familiar with his plans",
            True,
            False,
            None,
        ),
        (
            "Premier Ola Bergvik of Norway visited Oman last week, the foreign ministry said.",
            "the foreign ministry",
            False,
            True,
            None,
        ),
        ("Premier Ola Bergvik visited Oman last week, according to a US official.", "a US official", True, True, None),
        ("Premier Ola Bergvik visited Oman last week, Reuters reported.", "Reuters", False, False, "Reuters"),
        (
            "The visit to Oman by Premier Ola Bergvik was first reported by the Guardian.",
            "the Guardian",
            False,
            False,
            "the Guardian",
        ),
    ],
)
def test_sources(parser: Parser, text: str, source: str, anonymous: bool, official: bool, outlet: str | None) -> None:
    (found,) = _sources(parser, text)
    assert (found.source, found.anonymous, found.official, found.outlet) == (source, anonymous, official, outlet)
    assert text[found.span.start : found.span.end] == found.span.text == source


def test_a_contradicted_claim_is_disputed(parser: Parser) -> None:
    text = "Syria's Wael Shaheenat met Israel's Dov Haririm in Malta, the Guardian reported, but Damascus denied it."
    assert all(a.disputed for a in _sources(parser, text))


def test_the_article_speaks_for_itself(parser: Parser) -> None:
    assert _sources(parser, "Premier Ola Bergvik visited Oman last week.") == []
