"""Conferences, sentence by sentence: who and where the extractor proposes.

Each line is a text, and its candidates as "who, who @ place" (proposals.py); several where several events are told.
"""

from __future__ import annotations

import pytest

from tests.extraction.proposals import proposals

CONFERENCE: list[tuple[str, list[str]]] = [
    ("Nordic foreign ministers gathered in Oslo on Tuesday.", ["ministers @ Oslo"]),
    ("The Caspian Security Forum opens in Baku on Monday.", ["Caspian Security Forum @ Baku"]),
    ("A donors' conference for Yemen will be held in Geneva.", ["conference @ Geneva"]),
    ("A meeting of Baltic defence ministers in Riga was cancelled.", ["ministers @ Riga"]),
    ("EU foreign ministers, meeting in Brussels, discussed the ban.", ["ministers @ Brussels"]),
    ("A conference of beekeepers was held in Geneva.", []),
    ("The minister gave a news conference in Geneva.", []),
    ("French President Luc Dubois met Prime Minister Omar Haddad.", []),
    ("Leaders of five Caspian states will convene in Baku.", ["Leaders @ Baku"]),
    ("Nordic prime ministers ended a two-day meeting in Oslo on Tuesday.", ["meeting @ Oslo"]),
    ("A summit of the two presidents was held in Oslo.", []),
    ("The hikers were brought down from the summit of Triglav.", []),
]


@pytest.mark.parametrize(("text", "expected"), CONFERENCE, ids=[text for text, _ in CONFERENCE])
def test_conferences(text: str, expected: list[str]) -> None:
    assert proposals(text, "conference") == expected
