"""The tables of the first layer of reading are whole: known values, no doubles, sorted."""

from __future__ import annotations

from itertools import pairwise

import pytest

from diplo_events.data import rows
from diplo_events.reading.blocks import ZoneKind


@pytest.mark.parametrize(
    ("table", "key"),
    [
        ("abbreviations.tsv", ("abbreviation",)),
        ("agencies.tsv", ("name",)),
        ("boilerplate.tsv", ("zone", "where", "phrase")),
        ("characters.tsv", ("first",)),
        ("function_words.tsv", ("language", "word")),
        ("html_elements.tsv", ("name",)),
        ("hyphen_heads.tsv", ("head",)),
        ("sentence_starters.tsv", ("word",)),
    ],
)
def test_sorted_without_doubles(table: str, key: tuple[str, ...]) -> None:
    keys = [
        tuple(row[column].rjust(6, "0") if column == "first" else row[column] for column in key) for row in rows(table)
    ]
    assert keys == sorted(set(keys))


@pytest.mark.parametrize(
    ("table", "column", "values"),
    [
        ("abbreviations.tsv", "kind", {"title", "number", "date", "open"}),
        ("agencies.tsv", "kind", {"agency", "photo", "outlet"}),
        ("boilerplate.tsv", "zone", {*map(str, ZoneKind), "label"}),
        ("boilerplate.tsv", "where", {"start", "whole", "in", "end"}),
        ("boilerplate.tsv", "list", {"", "yes"}),
        ("html_elements.tsv", "flow", {"block", "line", "inline", "raw"}),
    ],
)
def test_known_values(table: str, column: str, values: set[str]) -> None:
    assert {row[column] for row in rows(table)} <= values


def test_character_ranges() -> None:
    ranges = [(int(row["first"], 16), int(row["last"], 16), row["to"]) for row in rows("characters.tsv")]
    assert all(first <= last for first, last, _ in ranges)
    assert all(a[1] < b[0] for a, b in pairwise(ranges))
    assert all(to in ("drop", "space", "line") or len(to) == 1 for _, _, to in ranges)


def test_phrases_looked_for_inside_a_block_are_lower_case() -> None:
    assert all(row["phrase"] == row["phrase"].lower() for row in rows("boilerplate.tsv") if row["where"] == "in")
