"""What is the story, and what is the page around it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo_events.reading.clean import clean
from diplo_events.reading.zones import ZoneKind, zones

BODY = "The envoy met ministers in Riga on Monday, officials said."


def kinds(text: str) -> list[tuple[str, str]]:
    page = clean(text)
    return [(str(zone.kind), page.text[zone.start : zone.end]) for zone in zones(page)]


def test_a_page() -> None:
    page = f"""Skip to content

Latvian envoy in Tirana for talks

Talks come before a summit that both sides want

The envoy shakes hands with a minister in Tirana, May 3, 2014. REUTERS/Jo Doe

By Ann Writer and Bo Scribe, Harbour News

TIRANA, Albania (AP) — {BODY}

{BODY}

Read more: Another envoy meets another minister

A long road

{BODY} (Reporting by Ann Writer; Editing by Bo Scribe)

Cy Helper contributed to this report.

You may also like
Ten things to know about cheese
Who will win the cup?

©2014 Harbour News. All rights reserved."""
    assert kinds(page) == [
        ("boilerplate", "Skip to content"),
        ("headline", "Latvian envoy in Tirana for talks"),
        ("headline", "Talks come before a summit that both sides want"),
        ("caption", "The envoy shakes hands with a minister in Tirana, May 3, 2014."),
        ("credit", "REUTERS/Jo Doe"),
        ("byline", "By Ann Writer and Bo Scribe, Harbour News"),
        ("dateline", "TIRANA, Albania (AP) —"),
        ("body", BODY),
        ("body", BODY),
        ("teaser", "Read more: Another envoy meets another minister"),
        ("subhead", "A long road"),
        ("body", BODY),
        ("boilerplate", "(Reporting by Ann Writer; Editing by Bo Scribe)"),
        ("boilerplate", "Cy Helper contributed to this report."),
        ("teaser", "You may also like"),
        ("teaser", "Ten things to know about cheese"),
        ("teaser", "Who will win the cup?"),
        ("boilerplate", "©2014 Harbour News. All rights reserved."),
    ]


@pytest.mark.parametrize(
    ("block", "kind"),
    [
        ("ALSO READ: Minister quits", ZoneKind.TEASER),
        ("Related: Minister quits", ZoneKind.TEASER),
        ("(Updates with comment by ministry in third paragraph)", ZoneKind.BOILERPLATE),
        ("–With assistance from Ann Writer.", ZoneKind.BOILERPLATE),
        ("More stories like this are available on harbour.example", ZoneKind.BOILERPLATE),
        ("Reporting by Ann Writer; Editing by Bo Scribe", ZoneKind.BOILERPLATE),
        ("Sign up for our newsletter.", ZoneKind.BOILERPLATE),
        ("We use cookies to improve your experience.", ZoneKind.BOILERPLATE),
        ("Originally published on Harbour News.", ZoneKind.BOILERPLATE),
        ("Click here for more.", ZoneKind.BOILERPLATE),
        ("ADVERTISEMENT", ZoneKind.BOILERPLATE),
        ("Photo: Jo Doe/AFP", ZoneKind.CREDIT),
        ("REUTERS/Jo Doe", ZoneKind.CREDIT),
        ("Jo Doe/Pool/AFP/Getty Images", ZoneKind.CREDIT),
        ("FILE - The envoy speaks in Riga on May 3, 2014. (AP Photo/Jo Doe, File)", ZoneKind.CAPTION),
        ("Image caption: The envoy in Riga", ZoneKind.CAPTION),
        ("By Ann Writer", ZoneKind.BYLINE),
        ("Our Special Correspondent", ZoneKind.BYLINE),
        ("From our correspondent in Riga", ZoneKind.BYLINE),
        ("Saturday, August 24, 2019", ZoneKind.DATELINE),
        ("The envoy will read more: three books, she said.", ZoneKind.BODY),
        ("He sanctioned the copyright law, the foreign minister said in Tirana.", ZoneKind.BODY),
        ("By Monday both ministers had flown home.", ZoneKind.BODY),
    ],
)
def test_blocks(block: str, kind: ZoneKind) -> None:
    page = clean(f"Title of the story\n\n{BODY}\n\n{block}\n\n{BODY}")
    assert next(zone.kind for zone in zones(page) if zone.paragraph == 2) is kind


@pytest.mark.parametrize("text", ["The envoy met ministers in Riga", BODY, f"{BODY}\n\n{BODY}"])
def test_a_passage_is_running_text(text: str) -> None:
    assert {kind for kind, _ in kinds(text)} == {"body"}


def test_kinds_know_whether_they_tell_the_story() -> None:
    assert {kind for kind in ZoneKind if kind.tells} == {
        ZoneKind.HEADLINE,
        ZoneKind.SUBHEAD,
        ZoneKind.BODY,
        ZoneKind.CAPTION,
    }


BLOCKS = st.sampled_from(
    [
        BODY,
        "Title here",
        "By Ann Writer",
        "RIGA (AP) —",
        f"RIGA: {BODY}",
        "Read more:",
        "AP",
        "Jo Doe/AFP",
        "x 01:44",
        "a | b | c",
    ]
)


@given(st.one_of(st.text(), st.lists(BLOCKS, max_size=12).map("\n\n".join)))
def test_zones_cover_the_text_in_order(text: str) -> None:
    page = clean(text)
    found = zones(page)
    covered = "".join(page.text[zone.start : zone.end] for zone in found)
    assert "".join(covered.split()) == "".join(page.text.split())
    assert all(zone.start < zone.end for zone in found)
    assert all(a.end <= b.start and a.paragraph <= b.paragraph for a, b in pairwise(found))
