"""Meetings and calls, sentence by sentence: who and where the extractor proposes.

Each line is a text, and its candidates as "who, who @ place" (proposals.py); several where several events are told.
"""

from __future__ import annotations

import pytest

from tests.extraction.proposals import proposals

MEETING: list[tuple[str, list[str]]] = [
    (
        "Foreign Minister Ana Lopez of Spain met French President Luc Dubois in Lisbon on Monday.",
        ["Ana Lopez, Luc Dubois @ Lisbon"],
    ),
    ("Spanish Foreign Minister Ana Lopez and French President Luc Dubois met for an hour.", ["Ana Lopez, Luc Dubois"]),
    (
        "Officials told of three days of talks last week between Foreign Minister Ana Lopez and President Luc Dubois.",
        ["Ana Lopez, Luc Dubois"],
    ),
    (
        "Foreign Minister Ana Lopez received visiting French President Luc Dubois in Lisbon on Monday.",
        ["Ana Lopez, Luc Dubois"],
    ),
    ("Peru meet Paraguay in Asuncion on Wednesday needing a win.", []),
    ("Peru meet Paraguay in Asuncion on Wednesday for a place in the finals.", []),
    (
        "Talks between Chad's government and northern rebels resumed in Tripoli on Sunday.",
        ["government, rebels @ Tripoli"],
    ),
    ("Zambia will welcome French President Luc Dubois in May.", []),
    (
        "French President Luc Dubois was received the same evening by Prime Minister Omar Haddad of Jordan.",
        ["Omar Haddad, Luc Dubois"],
    ),
    (
        "Prime Minister Omar Haddad sat down with French President Luc Dubois in Geneva.",
        ["Omar Haddad, Luc Dubois @ Geneva"],
    ),
    (
        "Prime Minister Omar Haddad had coffee with French President Luc Dubois.",
        ["Omar Haddad, Luc Dubois", "Luc Dubois, Omar Haddad"],
    ),
    (
        "Prime Minister Omar Haddad spent an hour with French President Luc Dubois on the margins of the forum.",
        ["Omar Haddad, Luc Dubois", "Luc Dubois, Omar Haddad"],
    ),
    ("French President Luc Dubois paid a courtesy call on Prime Minister Omar Haddad.", ["Luc Dubois, Omar Haddad"]),
    ("French President Luc Dubois called on Prime Minister Omar Haddad on Tuesday.", ["Luc Dubois, Omar Haddad"]),
    ("Prime Minister Omar Haddad offered to bring the Greeks and the Turks together.", ["Greeks, Turks, Omar Haddad"]),
    ("Talks between Kenya and Somalia opened in Djibouti.", ["Kenya, Somalia @ Djibouti"]),
    (
        "French President Luc Dubois met separately with Prime Minister Omar Haddad and Foreign Minister Ana Lopez.",
        ["Luc Dubois, Omar Haddad", "Luc Dubois, Ana Lopez"],
    ),
    (
        "French President Luc Dubois held meetings with Prime Minister Omar Haddad and Foreign Minister Ana Lopez.",
        ["Luc Dubois, Omar Haddad", "Luc Dubois, Ana Lopez"],
    ),
    ("Prime Minister Omar Haddad spoke to reporters.", []),
    ("The company met its sales targets.", []),
    ("Residents called on Prime Minister Omar Haddad to resign.", []),
    ("Indian and Chinese officials will hold a fresh round of talks in Beijing.", ["officials @ Beijing"]),
    (
        "Prime Minister Omar Haddad, who was received by French President Luc Dubois, thanked him.",
        ["Luc Dubois, Omar Haddad"],
    ),
    ("French President Luc Dubois shook hands with Prime Minister Omar Haddad.", ["Luc Dubois, Omar Haddad"]),
    ("French President Luc Dubois gave Prime Minister Omar Haddad an audience.", ["Luc Dubois, Omar Haddad"]),
    ("French President Luc Dubois conferred by video link with Prime Minister Omar Haddad.", []),
    (
        "Luc Dubois met with Prime Minister Omar Haddad in Rome on Sunday and with Ana Lopez in Bern on Monday.",
        ["Luc Dubois, Omar Haddad @ Rome", "Luc Dubois, Ana Lopez @ Bern"],
    ),
    (
        "President Luc Dubois held talks with Prime Minister Omar Haddad, who leads the bloc, and with Ana Lopez.",
        ["Luc Dubois, Omar Haddad", "Luc Dubois, Ana Lopez"],
    ),
    (
        "Nothing was known of the meeting that French President Luc Dubois is to hold with Foreign Minister Ana Lopez.",
        ["Ana Lopez, Luc Dubois"],
    ),
    ("French President Luc Dubois paid a state visit to Jordan.", []),
    ("French President Luc Dubois would like to see Prime Minister Omar Haddad take a softer line.", []),
    ("Foreign Minister Ana Lopez has seen French President Luc Dubois in Lisbon.", ["Ana Lopez, Luc Dubois @ Lisbon"]),
    ("Foreign Minister Ana Lopez was seen with a book on Monday.", []),
    (
        "Ana Lopez of Spain met French President Luc Dubois and then Prime Minister Omar Haddad.",
        ["Ana Lopez, Luc Dubois", "Ana Lopez, Omar Haddad"],
    ),
    ("Spain and Morocco returned to the negotiating table in Geneva.", ["Spain, Morocco @ Geneva"]),
    ("Spain wants to bring Morocco back to the negotiating table.", []),
    ("French President Luc Dubois spoke to a joint session of Congress.", []),
]


@pytest.mark.parametrize(("text", "expected"), MEETING, ids=[text for text, _ in MEETING])
def test_meetings(text: str, expected: list[str]) -> None:
    assert proposals(text, "meeting") == expected


CALL: list[tuple[str, list[str]]] = [
    ("French President Luc Dubois telephoned Prime Minister Omar Haddad on Sunday.", ["Luc Dubois, Omar Haddad"]),
    ("French President Luc Dubois spoke by phone with Prime Minister Omar Haddad.", ["Luc Dubois, Omar Haddad"]),
    ("French President Luc Dubois got through to Prime Minister Omar Haddad.", ["Luc Dubois, Omar Haddad"]),
    (
        "French President Luc Dubois held a video conference with Prime Minister Omar Haddad.",
        ["Omar Haddad, Luc Dubois"],
    ),
    (
        "French President Luc Dubois told Prime Minister Omar Haddad by telephone that he would wait.",
        ["Luc Dubois, Omar Haddad"],
    ),
    ("The two leaders' call lasted an hour. They will speak again tomorrow.", ["They"]),
    ("French President Luc Dubois called Prime Minister Omar Haddad a liar.", []),
]


@pytest.mark.parametrize(("text", "expected"), CALL, ids=[text for text, _ in CALL])
def test_calls(text: str, expected: list[str]) -> None:
    assert proposals(text, "call") == expected
