"""Where sentences end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo_events.reading.clean import clean
from diplo_events.reading.sentences import LONGEST, sentence_offsets, split_sentences
from diplo_events.reading.zones import ZoneKind, zones


@pytest.mark.parametrize(
    "marked",
    [
        "The U.S. President met Gen. Li in the U.S. | The talks lasted 3.5 hours. | He left.",
        '"We agreed." | He left at 5 p.m. Friday. | Mr. J. Burns of Acme Inc. said so.',
        'Will he go?! | "Stop!" she said. | "Never." | They rose.',
        'No. 10 said "No." | (He did not.) | It was the end.',
        "They spoke... and then... | But the U.N. Security Council sat until Nov. 3. | In Jan. it rose.",
        "She met al-Assad. | al-Assad left. | Lt. Gen. Smith and Sen. Doe Jr. spoke.",
        "It cost Rs. 400. | At 9 a.m. he left Washington, D.C. for St. Petersburg.",
        "1. The Ministry has asked. | The answer is No. | He left.",
        "They spoke in 2023. | He went etc. and so on. | It held, i.e. it held.",
        "The talks ended… | Nobody spoke.",
        "He came by car [sic]. | She walked.",
        "The meeting (their third.) was short.",
    ],
)
def test_ends(marked: str) -> None:
    sentences = marked.split(" | ")
    text = " ".join(sentences)
    assert [text[start:end] for start, end in sentence_offsets(text, 0, len(text))] == sentences


def test_a_forgotten_blank() -> None:
    text = "The envoy left the room.Nobody spoke after that."
    assert [text[a:b] for a, b in sentence_offsets(text, 0, len(text))] == [
        "The envoy left the room.",
        "Nobody spoke after that.",
    ]


def test_zones_bound_sentences() -> None:
    page = clean("Envoy in Riga\n\nRIGA (AP) — The envoy came. She met Mr. Doe.\n\nRead more: Title")
    found = split_sentences(page, zones(page))
    assert [(page.text[s.start : s.end], s.zone, s.paragraph) for s in found] == [
        ("Envoy in Riga", ZoneKind.HEADLINE, 0),
        ("The envoy came.", ZoneKind.BODY, 1),
        ("She met Mr. Doe.", ZoneKind.BODY, 1),
        ("Read more: Title", ZoneKind.TEASER, 2),
    ]


@pytest.mark.parametrize("piece", ["word, ", "word; word, ", "word ", "word"])
def test_endless_sentences_are_cut_at_weak_boundaries(piece: str) -> None:
    text = (piece * 2000).strip()
    parts = [text[a:b] for a, b in sentence_offsets(text, 0, len(text))]
    assert max(map(len, parts)) <= LONGEST
    assert "".join("".join(parts).split()) == "".join(text.split())
    assert "," not in piece or all(part[-1] in ",;" for part in parts)


PIECES = st.sampled_from(
    ["Gen. ", "U.S. ", "met", " ", ". ", '." ', "The ", "? ", "\n\n", "x" * 1600, "...", "(", ") ", "5", "al-A"]
)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=30).map("".join)))
def test_sentences_cover_the_zones_in_order(text: str) -> None:
    page = clean(text)
    found = zones(page)
    sentences = split_sentences(page, found)
    told = "".join(page.text[zone.start : zone.end] for zone in found if zone.kind is not ZoneKind.DATELINE)
    covered = "".join(page.text[s.start : s.end] for s in sentences)
    assert "".join(covered.split()) == "".join(told.split())
    assert all(s.start < s.end and s.end - s.start <= LONGEST for s in sentences)
    assert all(a.end <= b.start for a, b in pairwise(sentences))


@pytest.mark.parametrize("piece", [".", ". ", '."', "a. ", "U.S. ", "?! "])
def test_long_texts_stay_cheap(piece: str) -> None:
    """No assertion on time: quadratic behaviour would not come to an end here."""
    text = piece * (300_000 // len(piece))
    assert sum(end - start for start, end in sentence_offsets(text, 0, len(text))) <= len(text)
