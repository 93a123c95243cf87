"""Calendar arithmetic: the one place that knows how long months, weeks and quarters are.

Everything else speaks of a :class:`Period` and of a :class:`Unit`. Weeks are ISO 8601 weeks (Monday to Sunday), seasons
are the meteorological ones of the northern hemisphere, centuries run from 00 to 99 as the press uses them.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from attrs import evolve, frozen
from dateutil.relativedelta import relativedelta

from diplo_events.model.time import Precision


class Unit(StrEnum):
    """A unit of time, by its English name."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


SEASONS = ("SP", "SU", "FA", "WI")
"""TIMEX3 codes of the seasons; spring starts in March, winter in December of the year that names it."""

_PRECISION = {
    Unit.SECOND: Precision.TIME,
    Unit.MINUTE: Precision.TIME,
    Unit.HOUR: Precision.TIME,
    Unit.DAY: Precision.DAY,
    Unit.WEEKEND: Precision.WEEKEND,
    Unit.WEEK: Precision.WEEK,
    Unit.MONTH: Precision.MONTH,
    Unit.QUARTER: Precision.QUARTER,
    Unit.SEASON: Precision.SEASON,
    Unit.HALF: Precision.HALF_YEAR,
    Unit.YEAR: Precision.YEAR,
    Unit.DECADE: Precision.DECADE,
    Unit.CENTURY: Precision.CENTURY,
}

_MONTHS = {
    Unit.MONTH: 1,
    Unit.QUARTER: 3,
    Unit.SEASON: 3,
    Unit.HALF: 6,
    Unit.YEAR: 12,
    Unit.DECADE: 120,
    Unit.CENTURY: 1200,
}
_DAYS = {Unit.SECOND: 0, Unit.MINUTE: 0, Unit.HOUR: 0, Unit.DAY: 1, Unit.WEEK: 7, Unit.WEEKEND: 7}


class CalendarError(ValueError):
    """A day that does not exist (30 February) or lies outside the years 1 to 9999."""


@frozen
class Period:
    """Days from ``start`` to ``end``, both included.

    Attributes:
        start: the first day.
        end: the last day.
        precision: what kind of period it is.
    """

    start: date
    end: date
    precision: Precision

    def timex(self) -> str:
        """The TIMEX3 value; of a period without one of its own, that of the month, year or day it starts in."""
        first = self.start
        iso = first.isocalendar()
        match self.precision:
            case Precision.WEEK:
                return f"{iso.year:04d}-W{iso.week:02d}"
            case Precision.WEEKEND:
                return f"{iso.year:04d}-W{iso.week:02d}-WE"
            case Precision.MONTH | Precision.MONTH_PART:
                return f"{first.year:04d}-{first.month:02d}"
            case Precision.QUARTER:
                return f"{first.year:04d}-Q{(first.month - 1) // 3 + 1}"
            case Precision.HALF_YEAR:
                return f"{first.year:04d}-H{(first.month - 1) // 6 + 1}"
            case Precision.SEASON:
                return f"{first.year:04d}-{SEASONS[(first.month // 3 - 1) % 4]}"
            case Precision.YEAR:
                return f"{first.year:04d}"
            case Precision.DECADE:
                return f"{first.year // 10:03d}X"
            case Precision.CENTURY:
                return f"{first.year // 100:02d}XX"
            case _:
                return first.isoformat()

    def between(self, start: date, end: date) -> Period:
        """A stretch inside or around the period; in the wrong order it is the single day ``start``."""
        return Period(start, max(start, end), Precision.PERIOD)


def day_of(year: int, month: int, day: int) -> date:
    """A date, or :class:`CalendarError` if there is none."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError) as error:
        raise CalendarError(str(error)) from error


def add(day: date, count: int, unit: Unit) -> date:
    """The day ``count`` units after ``day``; 31 January and one month is the last day of February."""
    try:
        if unit in _MONTHS:
            moved: date = day + relativedelta(months=count * _MONTHS[unit])
            return moved
        return day + timedelta(days=count * _DAYS[unit])
    except (ValueError, OverflowError) as error:
        raise CalendarError(str(error)) from error


def single(day: date) -> Period:
    """One day."""
    return Period(day, day, Precision.DAY)


def month_of(year: int, month: int) -> Period:
    """A calendar month."""
    return period_of(Unit.MONTH, day_of(year, month, 1))


def year_of(year: int) -> Period:
    """A calendar year."""
    return period_of(Unit.YEAR, day_of(year, 1, 1))


def season_of(year: int, season: str) -> Period:
    """A season by its TIMEX3 code; the winter of 2020 starts in December 2020."""
    return period_of(Unit.SEASON, day_of(year, 3 * SEASONS.index(season) + 3, 1))


def period_of(unit: Unit, day: date) -> Period:
    """The period of that kind around a day; the weekend of a weekday is the one that ends its week."""
    precision = _PRECISION[unit]
    if unit in _MONTHS:
        first = _first_month(unit, day)
        last = add(first, 1, unit) - timedelta(days=1) if first.year + _MONTHS[unit] // 12 <= 9999 else date.max
        return Period(first, last, precision)
    if unit is Unit.WEEK or unit is Unit.WEEKEND:
        monday = add(day, -day.weekday(), Unit.DAY)
        return Period(add(monday, 5, Unit.DAY) if unit is Unit.WEEKEND else monday, add(monday, 6, Unit.DAY), precision)
    return Period(day, day, precision)


def _first_month(unit: Unit, day: date) -> date:
    if unit is Unit.DECADE or unit is Unit.CENTURY:
        return day_of(max(day.year - day.year % (10 if unit is Unit.DECADE else 100), 1), 1, 1)
    if unit is Unit.SEASON:
        months_in = day.month % 3
        return add(day.replace(day=1), -months_in, Unit.MONTH)
    length = _MONTHS[unit]
    return day.replace(month=day.month - (day.month - 1) % length, day=1)


def shifted(unit: Unit, day: date, count: int) -> Period:
    """The period of that kind, ``count`` of them after the one around ``day``."""
    return period_of(unit, add(period_of(unit, day).start, count, unit))


def weekday_on_or_before(day: date, weekday: int) -> date:
    """The last such weekday (Monday is 0), ``day`` included."""
    return add(day, -((day.weekday() - weekday) % 7), Unit.DAY)


def weekday_on_or_after(day: date, weekday: int) -> date:
    """The next such weekday (Monday is 0), ``day`` included."""
    return add(day, (weekday - day.weekday()) % 7, Unit.DAY)


def part(period: Period, which: str) -> Period:
    """The early (``START``), middle (``MID``) or late (``END``) part of a period.

    Of a month 1 to 10, 11 to 20, 21 to the end; of a year January to March, May to August, October to December; of a
    decade four, three, three years; of another longer period the first, second, last third; a shorter one is
    left whole, since "early Monday" and "early this week" name no fewer days that could be agreed on.
    """
    if which not in ("START", "MID", "END"):
        return period
    if period.precision is Precision.MONTH:
        start, end = {"START": (1, 10), "MID": (11, 20), "END": (21, period.end.day)}[which]
        return Period(period.start.replace(day=start), period.start.replace(day=end), Precision.MONTH_PART)
    if period.precision is Precision.DECADE:
        first_year, last_year = {"START": (0, 3), "MID": (4, 6), "END": (7, 9)}[which]
        start_year = period.start.year
        return Period(day_of(start_year + first_year, 1, 1), day_of(start_year + last_year, 12, 31), Precision.PERIOD)
    if period.precision is Precision.YEAR:
        start_month, end_month = {"START": (1, 3), "MID": (5, 8), "END": (10, 12)}[which]
        year = period.start.year
        return Period(day_of(year, start_month, 1), month_of(year, end_month).end, Precision.PERIOD)
    months = (period.end.year - period.start.year) * 12 + period.end.month - period.start.month + 1
    if months < 3:
        return period
    third = months // 3
    first, last = {"START": (0, third), "MID": (third, months - third), "END": (months - third, months)}[which]
    last_day = add(add(period.start, last, Unit.MONTH), -1, Unit.DAY)
    return Period(add(period.start, first, Unit.MONTH), last_day, Precision.PERIOD)


def half_of(period: Period, which: int) -> Period:
    """The first (0) or second (1) half of a period, in whole months where it is of whole months."""
    if period.precision is Precision.YEAR:
        return period_of(Unit.HALF, period.start if which == 0 else add(period.start, 6, Unit.MONTH))
    days = (period.end - period.start).days + 1
    middle = add(period.start, days // 2, Unit.DAY)
    start, end = (period.start, add(middle, -1, Unit.DAY)) if which == 0 else (middle, period.end)
    return evolve(period, start=start, end=max(start, end), precision=Precision.PERIOD)
