"""What was refused, cancelled or put off never comes out as held."""

from __future__ import annotations

import pytest

from diplo_events import ParsedArticle, parse_articles
from tests.judgement.grammar import Variation, variations

COUNT = 100
#: At most this share may come out as held or under way; at least that share must come out with a fitting status.
HELD_AT_MOST = 0.02
RIGHT_AT_LEAST = 0.90


@pytest.fixture(scope="module")
def parsed() -> list[tuple[Variation, ParsedArticle]]:
    sentences = list(variations(COUNT))
    articles = ({"text": s.text, "published": "2023-06-02", "id": str(n)} for n, s in enumerate(sentences))
    return list(zip(sentences, parse_articles(articles), strict=True))


def test_refused_events_are_not_held(parsed: list[tuple[Variation, ParsedArticle]]) -> None:
    held = [s.text for s, p in parsed if any(e.status.value in ("held", "ongoing") for e in p.events)]
    assert len(held) <= HELD_AT_MOST * COUNT, held


def test_refused_events_are_found_with_their_status(parsed: list[tuple[Variation, ParsedArticle]]) -> None:
    right = [s for s, p in parsed if any(e.status.value in s.accepted for e in p.events)]
    assert len(right) >= RIGHT_AT_LEAST * COUNT, [s.text for s, _ in parsed if s not in right]


def test_variations_differ() -> None:
    assert len({s.text for s in variations(COUNT)}) == COUNT
