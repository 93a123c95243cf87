"""Verbs that carry one another and tell of one act."""

from __future__ import annotations

import pytest

from diplo_events import EventType, parse_article


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Bahrain asked its envoy in Tehran to return home for consultations.", EventType.RECALL),
        ("Chile summoned Peruvian ambassador Juan Salas to lodge a protest over the map.", EventType.SUMMONS),
        ("The return of the Egyptian ambassador to Doha has been put off.", EventType.RECALL),
        ("A Russian attache in Oslo was told to leave Norway by Monday.", EventType.EXPULSION),
    ],
)
def test_a_chain_of_verbs_tells_of_one_act(text: str, type_: EventType) -> None:
    """The ambassador asked to return, the return itself and its consultations are one recall and no visit."""
    assert [event.type for event in parse_article(text, published="2015-02-24").events] == [type_]


def test_acts_one_after_the_other_stay_apart() -> None:
    """ "after" and a new clause make no chain."""
    text = "Kenya recalled its ambassador to Chad after Chad recalled its ambassador to Kenya."
    assert len(parse_article(text, published="2015-02-24").events) == 2
