"""Dates that are those of another event."""

from __future__ import annotations

import pytest

from diplo_events import parse_article


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("It was the first call between Chilean President Luis Rojas and Peru's Ana Silva since May.", False),
        ("Chilean President Luis Rojas spoke by phone with Peruvian President Ana Silva on Monday.", True),
    ],
)  # fmt: skip
def test_the_date_of_the_time_before_is_not_taken(text: str, dated: bool) -> None:
    (event,) = parse_article(text, published="2012-11-14").events
    assert (event.when is not None) is dated
