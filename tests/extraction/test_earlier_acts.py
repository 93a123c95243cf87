"""The date of an earlier act is not that of the act that undoes it."""

from __future__ import annotations

import datetime as dt

import pytest

from diplo_events import Action, parse_article


@pytest.mark.parametrize(
    ("text", "action", "start"),
    [
        ("The EU has lifted its arms embargo on Uzbekistan, imposed in May 2005.", Action.LIFTED, None),
        (
            "The EU on Tuesday lifted its arms embargo on Uzbekistan, imposed in May 2005.",
            Action.LIFTED,
            dt.date(2009, 10, 27),
        ),
        ("The EU imposed an arms embargo on Uzbekistan in May 2005.", Action.IMPOSED, dt.date(2005, 5, 1)),
    ],
)
def test_the_earlier_act_keeps_its_date(text: str, action: Action, start: dt.date | None) -> None:
    """ "imposed in May" dates the embargo, not its lifting."""
    event = next(e for e in parse_article(text, published="2009-10-28").events if e.action is action)
    assert (event.when.start if event.when else None) == start
