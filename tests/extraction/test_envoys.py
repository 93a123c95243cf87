"""Acts on envoys: which states act and are hit, by the words around the envoy."""

from __future__ import annotations

import pytest

from diplo_events import parse_article


def _sides(text: str, type_: str) -> list[tuple[str, ...]]:
    parsed = parse_article(text, published="2004-10-11")
    return [tuple(p.actor.country or "" for p in event.participants) for event in parsed.events if event.type == type_]


@pytest.mark.parametrize(
    ("text", "type_", "acting", "other"),
    [
        ("Norway's ambassador to Chad, Signe Halvorsen, was ordered home to Oslo on Friday.", "recall", "NOR", "TCD"),
        ("On Friday Togo's envoy, Kodjo Ayeva, was recalled from Accra to Lomé.", "recall", "TGO", "GHA"),
        ("Two Angolan attachés were given their marching orders by Zambia.", "expulsion", "ZMB", "AGO"),
        ("Italy called the Greek ambassador, Eleni Vardaka, to the Farnesina.", "summons", "ITA", "GRC"),
        ("Nairobi had the Ugandan high commissioner in on Monday over the fish.", "summons", "KEN", "UGA"),
    ],
)
def test_the_state_that_acts_and_the_other(text: str, type_: str, acting: str, other: str) -> None:
    (sides,) = _sides(text, type_)
    assert sides[0] == acting
    assert other in sides


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The Chilean consul in Quito recalled how the envoys of both countries used to sing.", "recall"),
        ("The Greek embassy said Mrs Vardaka, who has thrown out two crates of fruit, was well.", "expulsion"),
        (
            "The union in Lagos broke off relations with the personnel department.",
            "relations",
        ),
    ],
)
def test_none(text: str, type_: str) -> None:
    assert _sides(text, type_) == []
