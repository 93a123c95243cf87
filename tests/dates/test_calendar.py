"""Calendar arithmetic."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo_events.dates.calendar import (
    CalendarError,
    Unit,
    add,
    day_of,
    half_of,
    month_of,
    part,
    period_of,
    season_of,
    shifted,
    weekday_on_or_after,
    weekday_on_or_before,
    year_of,
)

DAYS = st.dates(date(1200, 1, 1), date(2800, 12, 31))


@pytest.mark.parametrize(
    ("unit", "start", "end", "timex"),
    [
        (Unit.DAY, "2023-06-03", "2023-06-03", "2023-06-03"),
        (Unit.WEEK, "2023-05-29", "2023-06-04", "2023-W22"),
        (Unit.WEEKEND, "2023-06-03", "2023-06-04", "2023-W22-WE"),
        (Unit.MONTH, "2023-06-01", "2023-06-30", "2023-06"),
        (Unit.QUARTER, "2023-04-01", "2023-06-30", "2023-Q2"),
        (Unit.SEASON, "2023-06-01", "2023-08-31", "2023-SU"),
        (Unit.HALF, "2023-01-01", "2023-06-30", "2023-H1"),
        (Unit.YEAR, "2023-01-01", "2023-12-31", "2023"),
        (Unit.DECADE, "2020-01-01", "2029-12-31", "202X"),
        (Unit.CENTURY, "2000-01-01", "2099-12-31", "20XX"),
    ],
)
def test_periods_around_a_day(unit: Unit, start: str, end: str, timex: str) -> None:
    period = period_of(unit, date(2023, 6, 3))
    assert (period.start.isoformat(), period.end.isoformat(), period.timex()) == (start, end, timex)


def test_a_week_belongs_to_the_iso_year() -> None:
    assert period_of(Unit.WEEK, date(2021, 1, 2)).timex() == "2020-W53"


def test_winter_runs_into_the_next_year() -> None:
    assert season_of(2023, "WI").end == date(2024, 2, 29)
    assert period_of(Unit.SEASON, date(2024, 1, 15)).timex() == "2023-WI"


@pytest.mark.parametrize(
    ("which", "month", "year"),
    [
        ("START", ("2023-05-01", "2023-05-10"), ("2023-01-01", "2023-03-31")),
        ("MID", ("2023-05-11", "2023-05-20"), ("2023-05-01", "2023-08-31")),
        ("END", ("2023-05-21", "2023-05-31"), ("2023-10-01", "2023-12-31")),
    ],
)
def test_parts(which: str, month: tuple[str, str], year: tuple[str, str]) -> None:
    for whole, expected in ((month_of(2023, 5), month), (year_of(2023), year)):
        found = part(whole, which)
        assert (found.start.isoformat(), found.end.isoformat()) == expected


def test_the_end_of_february_is_kept() -> None:
    assert add(date(2024, 1, 31), 1, Unit.MONTH) == date(2024, 2, 29)
    assert part(month_of(2023, 2), "END").end == date(2023, 2, 28)


@pytest.mark.parametrize(
    "call", [lambda: day_of(2023, 2, 30), lambda: day_of(0, 1, 1), lambda: add(date.max, 1, Unit.DAY)]
)
def test_days_that_do_not_exist(call: object) -> None:
    with pytest.raises(CalendarError):
        call()  # type: ignore[operator]


@given(DAYS, st.sampled_from(list(Unit)), st.integers(-9, 9))
def test_a_shift_and_back_is_the_same_period(day: date, unit: Unit, count: int) -> None:
    there = shifted(unit, day, count)
    assert there.start <= there.end
    assert shifted(unit, there.start, -count) == period_of(unit, period_of(unit, day).start)


@given(DAYS, st.sampled_from([Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.SEASON, Unit.HALF, Unit.YEAR, Unit.DECADE]))
def test_periods_tile_the_calendar(day: date, unit: Unit) -> None:
    period = period_of(unit, day)
    assert period.start <= day <= period.end
    assert shifted(unit, day, 1).start == period.end + timedelta(days=1)


@given(DAYS, st.integers(0, 6))
def test_weekdays_are_at_most_six_days_away(day: date, weekday: int) -> None:
    before, after = weekday_on_or_before(day, weekday), weekday_on_or_after(day, weekday)
    assert before.weekday() == after.weekday() == weekday
    assert timedelta(0) <= day - before < timedelta(7)
    assert timedelta(0) <= after - day < timedelta(7)


@given(DAYS, st.sampled_from([Unit.WEEK, Unit.MONTH, Unit.YEAR, Unit.QUARTER]))
def test_two_halves_make_the_whole(day: date, unit: Unit) -> None:
    whole = period_of(unit, day)
    first, second = half_of(whole, 0), half_of(whole, 1)
    assert (first.start, second.end) == (whole.start, whole.end)
    assert second.start == first.end + timedelta(days=1)
