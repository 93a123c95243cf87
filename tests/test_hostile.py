"""Text and dates as they come from the world at its worst: no error but ours, and spans that hold."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diplo_events import ParsedArticle, parse_article

ARTICLE = (Path(__file__).parents[1] / "docs" / "article.txt").read_text(encoding="utf-8")

SPOILERS = list("\x00\"'()—\n. <>&é١-A\u200b;:,0")
UGLY = {
    "nothing": "",
    "blanks": " \n\t\u00a0 ",
    "nulls": "\x00" * 1000,
    "a lone surrogate": "Mr \ud800 Smith met Ms Jones in Paris.",
    "emoji": "\U0001f600" * 300 + ARTICLE,
    "right to left": "\u202e" + ARTICLE,
    "combining marks": "a" + "\u0301" * 5000,
    "markup": "<html><p>" + ARTICLE.replace("\n\n", "</p><p>") + "</p><script>met()</script>",
    "capitals": ARTICLE.upper(),
    "no capitals": ARTICLE.lower(),
    "no full stops": ARTICLE.replace(".", " "),
    "brackets": "(" * 20_000,
    "digits": "1" * 100_000,
    "no blanks": "x" * 100_000,
    "another script": "外交部长在北京会见了代表团。" * 30,
    "many names": " and ".join(f"Minister Name{i} Foo{i}" for i in range(300)) + " met in Paris.",
}


def _spans_hold(parsed: ParsedArticle) -> bool:
    spans = [m.trigger for e in parsed.events for m in e.mentions]
    spans += [s for e in parsed.events for p in e.participants for s in p.spans]
    return all(parsed.text[span.start : span.end] == span.text for span in spans)


@pytest.mark.parametrize("text", UGLY.values(), ids=UGLY.keys())
def test_ugly_text_is_read(text: str) -> None:
    assert _spans_hold(parse_article(text, published="2024-03-12"))


@pytest.mark.parametrize("published", ["0001-01-01", "0001-03-01", "1582-10-10", "9999-12-31", None])
def test_days_at_the_edge_of_the_calendar(published: str | None) -> None:
    parsed = parse_article(ARTICLE, published=published)
    assert parsed.events
    assert _spans_hold(parsed)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(0, len(ARTICLE) - 1), st.sampled_from(SPOILERS)), max_size=60))
def test_a_spoilt_article_is_read(changes: list[tuple[int, str]]) -> None:
    letters = list(ARTICLE)
    for at, letter in changes:
        letters[at] = letter
    assert _spans_hold(parse_article("".join(letters), published="2024-03-12"))
