"""Who "the three", "the delegation" and "it" are."""

from __future__ import annotations

import pytest

from diplo_events import Parser, parse_article


def _sides(text: str, type_: str, parser: Parser) -> list[str]:
    """The participants of the last event of a type."""
    found = [
        event for event in parse_article(text, published="2021-05-12", parser=parser).events if event.type == type_
    ]
    return (
        [participant.actor.country or participant.actor.name for participant in found[-1].participants] if found else []
    )


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        (
            "Sweden, Norway and Denmark back the plan. The three met President Andriy Kovalchuk of Ukraine in Kyiv.",
            "meeting",
            ["SWE", "NOR", "DNK", "UKR"],
        ),
        ("The two Koreas held talks in Vienna on Friday.", "meeting", ["KOR", "PRK"]),
        ("The Chadian delegation spoke to nobody. It flew to Paris on Friday.", "visit", ["TCD"]),
        (
            "Norwegian mediators are in the region. The envoys met President Omar Ali of Sudan on Friday.",
            "meeting",
            ["NOR", "SDN"],
        ),
        ("The junta in Niamey and the government in Algiers held talks on Friday.", "meeting", ["NER", "DZA"]),
        ("Iran and Iraq said their foreign ministers had met in Amman.", "meeting", ["IRN", "IRQ"]),
        # nobody of that number, or of that kind, was spoken of
        ("Sweden and Norway back the plan. The three met in Kyiv.", "meeting", []),
        ("Norwegian traders are in the region. The envoys met in Khartoum on Friday.", "meeting", []),
    ],
)
def test_who_is_taken_up(text: str, type_: str, expected: list[str], parser: Parser) -> None:
    assert _sides(text, type_, parser) == expected


def test_the_holders_named_behind_their_states(parser: Parser) -> None:
    text = "The presidents of Benin and Togo, Paul Adjovi and Jean Lawson, met in Lome on Saturday."
    (event,) = (e for e in parse_article(text, published="2021-05-12", parser=parser).events if e.type == "meeting")
    assert [(p.actor.name, p.actor.country) for p in event.participants] == [
        ("Paul Adjovi", "BEN"),
        ("Jean Lawson", "TGO"),
    ]


def test_another_meeting_is_not_the_first(parser: Parser) -> None:
    text = (
        "Egypt's foreign minister, Samir Fahmi, met his Libyan colleague, Ali Treki, in Cairo this week. "
        "They will meet again this week."
    )
    found = parse_article(text, published="2021-05-12", parser=parser).events
    assert [e.status for e in found if e.type == "meeting"] == ["held", "planned"]
