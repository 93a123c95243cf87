"""Visits, sentence by sentence: who and where the extractor proposes.

Each line is a text, and its candidates as "who, who @ place" (proposals.py); several where several events are told.
"""

from __future__ import annotations

import pytest

from tests.extraction.proposals import proposals

VISIT: list[tuple[str, list[str]]] = [
    ("French President Luc Dubois flew to Amman on Sunday.", ["Luc Dubois @ Amman"]),
    ("French President Luc Dubois is due in Amman on Sunday.", ["Luc Dubois @ Amman"]),
    ("French President Luc Dubois reached Amman on Sunday.", ["Luc Dubois @ Amman"]),
    ("French President Luc Dubois cut short his Jordanian tour.", ["his @ Jordanian"]),
    ("French President Luc Dubois, who arrives in Amman on Sunday, will stay two days.", ["Luc Dubois @ Amman"]),
    (
        "A tour will take French President Luc Dubois to Jordan, Egypt and Kenya.",
        ["Luc Dubois @ Jordan", "Luc Dubois @ Egypt", "Luc Dubois @ Kenya"],
    ),
    (
        "French President Luc Dubois will travel to Jordan, Egypt and Kenya.",
        ["Luc Dubois @ Jordan", "Luc Dubois @ Egypt", "Luc Dubois @ Kenya"],
    ),
    ("French President Luc Dubois will attend the climate talks in Nairobi.", ["Luc Dubois @ Nairobi"]),
    ("French President Luc Dubois spent two days in Amman.", ["Luc Dubois @ Amman"]),
    ("Prime Minister Omar Haddad invited French President Luc Dubois to Amman.", ["Luc Dubois, Omar Haddad @ Amman"]),
    ("French President Luc Dubois accepted an invitation to visit Jordan.", ["Luc Dubois @ Jordan"]),
    ("French President Luc Dubois was shown round a dam in Jordan.", ["Luc Dubois @ Jordan"]),
    ("A visit by French President Luc Dubois to Jordan was put off.", ["Luc Dubois @ Jordan"]),
    ("French President Luc Dubois left Amman on Sunday.", ["Luc Dubois @ Amman"]),
    ("Spanish Ambassador Marta Ochoa left Amman on Sunday.", []),
    ("French President Luc Dubois is off to Amman on Sunday.", ["Luc Dubois @ Amman"]),
    ("French President Luc Dubois was sent to Amman on Sunday.", ["Luc Dubois @ Amman"]),
    ("French President Luc Dubois will lead a delegation to the climate talks in Nairobi.", ["Luc Dubois @ Nairobi"]),
    ("French President Luc Dubois spoke at the airport on his return from Jordan.", ["his @ Jordan"]),
    ("French President Luc Dubois flies home overnight.", []),
    ("French President Luc Dubois got back from Amman on Sunday.", ["Luc Dubois @ Amman"]),
    ("Spanish Ambassador Marta Ochoa flew to Madrid on Sunday.", []),
    ("Spain sent Ambassador Marta Ochoa back to Amman on Sunday.", []),
    (
        "Foreign Minister Ana Lopez travelled to Amman. She stayed there for two days.",
        ["Ana Lopez @ Amman", "She @ Amman"],
    ),
    (
        "French President Luc Dubois will visit Cairo on Monday and Amman on Tuesday.",
        ["Luc Dubois @ Cairo", "Luc Dubois @ Amman"],
    ),
    ("French President Luc Dubois paid Amman a brief visit on Sunday.", ["Luc Dubois @ Amman"]),
    ("French President Luc Dubois flew home from Amman on Sunday.", ["Luc Dubois @ Amman"]),
    ("French President Luc Dubois was on holiday in Amman.", []),
    ("A trade mission in Amman reported losses.", []),
    ("French President Luc Dubois went to bed.", []),
    ("The trip cost millions.", []),
    ("Jordan has invited French President Luc Dubois to open a fair in Amman.", ["Luc Dubois, Jordan @ Amman"]),
    ("Jordan has invited French President Luc Dubois to comment on the war in Yemen.", []),
    ("French President Luc Dubois landed at Amman airport.", ["Luc Dubois @ Amman"]),
    ("French President Luc Dubois, due to visit Jordan on Sunday, is ill.", ["Luc Dubois @ Jordan"]),
    ("A group of French lawmakers toured Amman.", ["lawmakers @ Amman"]),
]


@pytest.mark.parametrize(("text", "expected"), VISIT, ids=[text for text, _ in VISIT])
def test_visits(text: str, expected: list[str]) -> None:
    assert proposals(text, "visit") == expected
