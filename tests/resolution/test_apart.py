"""Which places of a sentence are an event's, and which belong to something else that it names."""

from __future__ import annotations

import pytest

from diplo_events import parse_article

CASES: list[tuple[str, str | None]] = [
    ("Danish premier Aksel Munk and Peru's Rosa Quispe agreed over tea that embassies in Bamako should shut.", None),
    ("Danish premier Aksel Munk and Peru's Rosa Quispe met on Monday and signed a pact on a port in Bamako.", None),
    ("Officials in Bamako say that Danish premier Aksel Munk met Peru's Rosa Quispe on Monday.", None),
    ("Danish premier Aksel Munk and Peru's Rosa Quispe met on Monday at a hotel in Bamako.", "Bamako"),
    ("Danish premier Aksel Munk, who is in Bamako, met Peru's Rosa Quispe on Monday.", "Bamako"),
    ("Danish premier Aksel Munk met Peru's Rosa Quispe at a conference on malaria in Bamako.", "Bamako"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "city"), CASES, ids=[text for text, _ in CASES])
def test_place_of_the_meeting(text: str, city: str | None) -> None:
    events = parse_article(text, published="2018-07-26").events
    (found,) = {e.venue.city if e.venue is not None else None for e in events if e.type.value == "meeting"}
    assert found == city
