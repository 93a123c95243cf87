"""The confidence of events, and what becomes of those that have little."""

from __future__ import annotations

from typing import Any

import pytest

from diplo_events import InputError, ParsedArticle, Parser, parse_article, parse_articles
from tests.golden.gold import TRAINING, read_articles
from tests.typed_use import plugging_in

TEXT = "Estonian Foreign Minister Mart Saar met his Latvian counterpart, Anna Ozola, in Riga on Friday."


def parsed(min_confidence: float | None, parser: Parser) -> list[ParsedArticle]:
    cases = read_articles(TRAINING)[:6]
    articles = [{"text": case.text, "published": case.published, "id": case.id} for case in cases]
    return list(parse_articles(articles, parser=Parser(parser.nlp, min_confidence=min_confidence)))


def test_a_higher_threshold_keeps_the_more_confident_and_nothing_else(parser: Parser) -> None:
    everything = parsed(0.0, parser)
    assert all(0 <= event.confidence <= 1 for article in everything for event in article)
    for least in (0.1, 0.7, 1.0):
        for whole, part in zip(everything, parsed(least, parser), strict=True):
            assert list(part) == [event for event in whole if event.confidence >= least]


def test_what_was_rejected_for_its_confidence_says_so(parser: Parser) -> None:
    result = parse_article(TEXT, published="2024-03-10", parser=Parser(parser.nlp, min_confidence=1.0))
    assert not result.events
    assert any("is below 1.0" in rejection.reason for rejection in result.rejected)


def test_the_reasons_of_a_confidence_are_told() -> None:
    (event,) = parse_article(TEXT, published="2024-03-10").events
    assert event.confidence > 0.7
    assert any(note.slot == "confidence" for note in event.notes)


def test_a_plugged_in_extractor_has_its_say(parser: Parser) -> None:
    text = "Ann high-fived Bo at noon."
    plugged = Parser(parser.nlp, extractors=[plugging_in.high_fives], merger=plugging_in.keep_all)
    (event,) = parse_article(text, parser=plugged).events
    strict = Parser(parser.nlp, extractors=[plugging_in.high_fives], merger=plugging_in.keep_all, min_confidence=0.99)
    assert event.confidence < 0.99
    assert not parse_article(text, parser=strict).events


@pytest.mark.parametrize("wrong", [-0.1, 1.1, "0.5", float("nan")])
def test_a_threshold_is_a_share(wrong: Any) -> None:
    with pytest.raises(InputError, match="min_confidence"):
        Parser(min_confidence=wrong)
