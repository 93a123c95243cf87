"""Acts that point back: whoever follows suit does what was done before, to the same side."""

from __future__ import annotations

import pytest

from tests.extraction.proposals import proposals


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        (
            "Poland expelled two Russian diplomats on Monday. Germany followed suit.",
            "expulsion",
            ["Poland, diplomats", "Germany, diplomats"],
        ),
        (
            "Egypt recalled its ambassador to Qatar. Bahrain did the same. So did Yemen.",
            "recall",
            ["Egypt, Qatar", "Bahrain, Qatar", "Yemen, Qatar"],
        ),
        (
            "Washington recognised Kosovo on Monday. Australia and Peru did likewise.",
            "relations",
            ["Washington, Kosovo", "Australia, Kosovo", "Peru, Kosovo"],
        ),
    ],
)
def test_whoever_follows_suit_acts_too(text: str, type_: str, expected: list[str]) -> None:
    assert proposals(text, type_) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Germany followed suit.",  # nothing was done before
        "Poland expelled two Russian diplomats. It rained. It snowed. It thawed. Germany followed suit.",
        "Poland expelled two Russian diplomats. The weather did the same.",  # nobody who acts
    ],
)
def test_without_an_act_before_or_an_actor_there_is_no_echo(text: str) -> None:
    assert len(proposals(text, "expulsion")) <= 1
