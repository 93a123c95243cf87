"""What an event of two sides lacks."""

from __future__ import annotations

import pytest
from attrs import evolve

from diplo_events import Parser, parse_article
from diplo_events.merging.sides import lacks

CASES: list[tuple[str, bool]] = [
    ("Sudan and South Sudan held talks in Addis Ababa on Monday.", True),
    ("Norwegian Foreign Minister Kari Lund met Swedish Foreign Minister Per Holm in Oslo on Monday.", True),
    ("Norwegian Foreign Minister Kari Lund met advisers in Oslo on Monday.", False),
    ("Norwegian Foreign Minister Kari Lund met rebel leaders in Goma on Monday.", True),
    ("Norwegian Foreign Minister Kari Lund met on Monday to discuss relations with Russia.", False),
    ("Norwegian Foreign Minister Kari Lund met in Oslo to discuss trade with Swedish President Per Holm.", True),
]


@pytest.mark.parametrize(("text", "complete"), CASES, ids=[text for text, _ in CASES])
def test_two_sides(text: str, complete: bool) -> None:
    events = parse_article(text, published="2018-07-26", parser=Parser(scorers=False)).events
    assert any(lacks(event) is None for event in events if event.type.value == "meeting") is complete


def test_one_person_named_twice_is_one_side() -> None:
    (event,) = (e for e in parse_article(CASES[1][0], published="2018-07-26").events if e.type.value == "meeting")
    first = event.participants[0]
    again = evolve(first, actor=evolve(first.actor, name=f"the envoy of Norway, {first.actor.name}", country=None))
    assert lacks(evolve(event, participants=(first, again))) == "fewer than two sides told"
