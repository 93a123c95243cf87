"""The tables of time words: sorted, without doubles, every reference known."""

from __future__ import annotations

import re

import pytest

from diplo_events.data import read_text, rows
from diplo_events.dates import grammar
from diplo_events.dates.calendar import Unit
from diplo_events.dates.holidays import holiday_names, holiday_periods
from diplo_events.dates.lexicon import lexicon
from diplo_events.dates.parts import BUILDERS
from diplo_events.model.time import Modifier, PartOfDay, Tense

SORTED = ["context", "cues", "holidays", "phrases", "words", "zones"]


@pytest.mark.parametrize("table", SORTED)
def test_entries_are_sorted_and_unique(table: str) -> None:
    name = f"time_{table}.tsv"
    lines = [line for line in read_text(name).split("\n") if line and not line.startswith("#")][1:]
    assert lines == sorted(lines)
    assert len(set(lines)) == len(lines)
    keys = [tuple(row.values())[:2] if table == "context" else next(iter(row.values())) for row in rows(name)]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("table", [*SORTED, "classes", "rules"])
def test_every_table_says_what_it_is(table: str) -> None:
    assert read_text(f"time_{table}.tsv").startswith("# ")


def test_words_have_values_that_their_category_allows() -> None:
    allowed: dict[str, set[str]] = {
        "unit": set(Unit),
        "units": set(Unit),
        "clockunit": set(Unit),
        "daypart": set(PartOfDay),
        "edge": set(Modifier),
    }
    for row in rows("time_words.tsv"):
        assert row["word"] == row["word"].lower()
        assert row["case"] in ("", "C", "C~")
        if row["category"] in allowed:
            assert row["value"] in allowed[row["category"]], row


def test_cues_are_tenses() -> None:
    for row in rows("time_cues.tsv"):
        assert row["tense"] in set(Tense)
        assert row["infinitive"] in ("", "past")


def test_every_rule_compiles_and_names_a_builder() -> None:
    grammar.parse("", [])
    table = list(rows("time_rules.tsv"))
    assert {row["builder"] for row in table} <= set(BUILDERS)
    assert {int(row["level"]) for row in table} == set(grammar.LEVELS)


def test_every_builder_is_used() -> None:
    assert set(BUILDERS) == {row["builder"] for row in rows("time_rules.tsv")}


def test_every_category_of_a_class_is_known() -> None:
    words = lexicon()
    for members in words.classes.values():
        assert set(members) <= set(words.codes)


def test_patterns_have_no_repetition() -> None:
    """Patterns are plain sequences of optional elements, so that matching is linear."""
    for row in rows("time_rules.tsv"):
        assert not re.search(r"[*+{}]", row["pattern"]), row


@pytest.mark.parametrize("name", holiday_names())
@pytest.mark.parametrize("year", [1995, 2008, 2023, 2030])
def test_every_holiday_falls_in_its_year(name: str, year: int) -> None:
    periods = holiday_periods(name, year)
    assert 1 <= len(periods) <= 2
    assert all(period.start.year == year for period in periods)


@pytest.mark.parametrize(
    ("name", "year", "start"),
    [
        ("easter", 2023, "2023-04-09"),
        ("orthodox easter", 2023, "2023-04-16"),
        ("ramadan", 2023, "2023-03-23"),
        ("lunar new year", 2023, "2023-01-22"),
        ("passover", 2023, "2023-04-06"),
        ("thanksgiving", 2023, "2023-11-23"),
        ("memorial day", 2023, "2023-05-29"),
    ],
)
def test_known_holidays(name: str, year: int, start: str) -> None:
    assert holiday_periods(name, year)[0].start.isoformat() == start


def test_years_beyond_the_calendars_have_no_feasts() -> None:
    assert holiday_periods("ramadan", 1500) == ()
    assert holiday_periods("easter", 1000) == ()
