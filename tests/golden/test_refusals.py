"""Of a hundred refusals that a grammar makes, and of the refusals of the checklist, at most 2 % come out as held."""

from __future__ import annotations

import pytest

from diplo_events import Parser, Status, parse_articles
from tests.golden.figures import figures
from tests.golden.refusals import refusals
from tests.golden.run import Scores

_DONE = {Status.HELD, Status.ONGOING}


@pytest.mark.golden
def test_generated_refusals_are_not_held(parser: Parser) -> None:
    texts = refusals(100)
    assert len(set(texts)) == 100
    results = parse_articles(({"text": text, "published": "2019-05-08"} for text in texts), parser=parser)
    held = [f"{parsed.text}\n    {event}" for parsed in results for event in parsed.events if event.status in _DONE]
    assert len(held) <= 2, "\n".join(held)


@pytest.mark.golden
def test_most_generated_refusals_are_found(parser: Parser) -> None:
    texts = refusals(100)
    results = parse_articles(({"text": text, "published": "2019-05-08"} for text in texts), parser=parser)
    silent = [parsed.text for parsed in results if not parsed.events]
    assert len(silent) <= 25, "\n".join(silent)


@pytest.mark.golden
def test_written_refusals_are_not_held(golden_scores: Scores) -> None:
    assert figures(golden_scores["checklist/refusal_pattern"]).not_held >= 0.98
