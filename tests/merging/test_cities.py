"""The city of an event whose country alone stands beside it."""

from __future__ import annotations

import pytest

from diplo_events import parse_article
from diplo_events.resolution.places import namesake

CASES: list[tuple[str, str | None]] = [
    ("Danish Foreign Minister Aksel Munk is visiting Bolivia this week. He landed in La Paz on Monday.", "La Paz"),
    ("Danish Foreign Minister Aksel Munk arrived in Bolivia on Monday. Farmers there welcomed him.", None),
    ("Danish Foreign Minister Aksel Munk arrived in Bolivia on Monday. He flew on to Lima on Tuesday.", None),
    ("Danish Foreign Minister Aksel Munk was invited to visit Bolivia. A letter came from La Paz.", None),
    ("Denmark will reopen its embassy in Bolivia in June.", "La Paz"),
    ("Denmark will reopen its consulate in Bolivia in June.", None),
]


@pytest.mark.parametrize(("text", "city"), CASES, ids=[text for text, _ in CASES])
def test_completed_city(text: str, city: str | None) -> None:
    events = parse_article(text, published="2018-07-26").events
    found = {e.venue.city for e in events if e.venue is not None and e.venue.country == "BOL"}
    assert found == {city}


def test_states_named_like_their_capitals() -> None:
    assert namesake("SGP") == "Singapore"
    assert namesake("KWT") is None
