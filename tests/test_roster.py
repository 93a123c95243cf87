"""A user's own roster of office-holders."""

from __future__ import annotations

import datetime as dt

import pytest

from diplo_events import InputTypeError, Parser, RosterEntry, parse_article

TEXT = "Maasikas met Anna Ozola, the Latvian foreign minister, in Riga on Friday."
MAASIKAS = RosterEntry(
    name="Mart Maasikas",
    title="Foreign Minister",
    country="EST",
    since=dt.date(2020, 1, 1),
    until=dt.date(2024, 12, 31),
)


def _names(published: str, *roster: RosterEntry) -> list[tuple[str, str | None, str | None]]:
    parsed = parse_article(TEXT, published=published, parser=Parser(roster=roster))
    return [(p.actor.name, p.actor.title, p.actor.country) for e in parsed.events for p in e.participants]


def test_a_surname_is_linked_to_the_roster() -> None:
    assert ("Mart Maasikas", "Foreign Minister", "EST") in _names("2024-03-10", MAASIKAS)


def test_out_of_office_nothing_is_taken_over() -> None:
    assert all(name != "Mart Maasikas" for name, _, _ in _names("2025-03-09", MAASIKAS))


def test_two_of_one_surname_are_left_alone() -> None:
    other = RosterEntry(name="Liina Maasikas", country="EST")
    assert all(name not in ("Mart Maasikas", "Liina Maasikas") for name, _, _ in _names("2024-03-10", MAASIKAS, other))


def test_the_roster_outdoes_the_article() -> None:
    ozola = RosterEntry(name="Anna Ozola", title="State Secretary", country="LTU")
    assert ("Anna Ozola", "State Secretary", "LTU") in _names("2024-03-10", MAASIKAS, ozola)


@pytest.mark.parametrize("roster", ["Maasikas", [{"name": "Maasikas"}], 3])
def test_what_is_no_roster_is_refused(roster: object) -> None:
    with pytest.raises(InputTypeError, match="RosterEntry"):
        Parser(roster=roster)  # type: ignore[arg-type]


def test_an_entry_must_make_sense() -> None:
    with pytest.raises(ValueError, match="lies before"):
        RosterEntry(name="Mart Maasikas", since=dt.date(2024, 1, 1), until=dt.date(2023, 1, 1))
