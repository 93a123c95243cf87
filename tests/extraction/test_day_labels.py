"""Days that stand as headings over the entries of a diary."""

from __future__ import annotations

from datetime import date

from diplo_events import Parser, parse_article

_DIARY = """Events ahead

MONDAY, MARCH 10
OSLO - Parliament debates the budget.

TUESDAY, MARCH 11
ROME - Talks between Norwegian Foreign Minister Kari Lunde and Italian Foreign Minister Carlo Bossi.

WEDNESDAY, MARCH 12
ROME - The central bank publishes its report.
"""


def _days(text: str, parser: Parser) -> list[tuple[str, date | None]]:
    events = parse_article(text, published="1997-03-07", parser=parser).events
    return [
        (event.status.value, event.when.start if event.when else None) for event in events if event.type == "meeting"
    ]


def test_an_entry_takes_the_day_over_it(parser: Parser) -> None:
    assert _days(_DIARY, parser) == [("planned", date(1997, 3, 11))]


def test_an_entry_of_a_chronicle_takes_its_own_day(parser: Parser) -> None:
    text = """How it came to this

4 February 1997 - The quarrel starts in the Skagerrak.
5 February 1997 - Norwegian Foreign Minister Kari Lunde and Danish Foreign Minister Carl Bo meet in Oslo.
6 February 1997 - The fishermen go home.
"""
    assert _days(text, parser) == [("held", date(1997, 2, 5))]


def test_a_day_within_a_text_is_no_label(parser: Parser) -> None:
    story = _DIARY.replace("MONDAY, MARCH 10\n", "").replace("WEDNESDAY, MARCH 12\n", "")
    assert _days(story, parser) != [("planned", date(1997, 3, 11))]
