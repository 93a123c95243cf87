"""When holidays fall: fixed days, Easter's company, and the movable feasts of the package ``holidays``."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Literal

from diplo_events.data import rows
from diplo_events.dates.calendar import Period, Unit, add, day_of, single, weekday_on_or_after, weekday_on_or_before
from diplo_events.model.time import Precision

_EASTER = re.compile(r"(easter|orthodox)([+-]\d+)")
_NTH = re.compile(r"nth (\d+) (\d) (-?\d)")
_COUNTRY = re.compile(r"([A-Z]{2}): (.+)")
_Method = Literal[2, 3]
_ORTHODOX: _Method = 2
_WESTERN: _Method = 3
"""Methods of :func:`dateutil.easter.easter`."""


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[str, int]]:
    return {row["name"]: (row["rule"], int(row["days"])) for row in rows("time_holidays.tsv")}


def holiday_names() -> tuple[str, ...]:
    """The names that are known, in lower case."""
    return tuple(_table())


@lru_cache(maxsize=1024)
def holiday_periods(name: str, year: int) -> tuple[Period, ...]:
    """The days of a holiday in a year; a moon calendar may bring it twice, or not at all.

    Args:
        name: as in ``time_holidays.tsv``, in lower case.
        year: of the Gregorian calendar.

    Returns:
        Its days, once or twice; nothing where that year has none or the calendars do not reach.

    Raises:
        KeyError: if the name is not in the table.
        CalendarError: if the year lies outside 1 to 9999.
    """
    rule, days = _table()[name]
    return tuple(
        single(first) if days == 1 else Period(first, add(first, days - 1, Unit.DAY), Precision.PERIOD)
        for first in _first_days(rule, year)
    )


def _first_days(rule: str, year: int) -> list[date]:
    if found := _EASTER.fullmatch(rule):
        return _around_easter(year, _ORTHODOX if found[1] == "orthodox" else _WESTERN, int(found[2]))
    if found := _NTH.fullmatch(rule):
        return [_nth_weekday(year, int(found[1]), int(found[2]), int(found[3]))]
    if found := _COUNTRY.fullmatch(rule):
        return _in_country(found[1], found[2], year)
    month, day = rule.split("-")
    return [day_of(year, int(month), int(day))]


def _around_easter(year: int, method: _Method, days: int) -> list[date]:
    from dateutil.easter import easter

    if not 1583 <= year <= 4099:  # the range of the computus in dateutil
        return []
    return [add(easter(year, method), days, Unit.DAY)]


def _nth_weekday(year: int, month: int, weekday: int, which: int) -> date:
    if which < 0:
        last = add(add(day_of(year, month, 1), 1, Unit.MONTH), -1, Unit.DAY)
        return add(weekday_on_or_before(last, weekday), 7 * (which + 1), Unit.DAY)
    return add(weekday_on_or_after(day_of(year, month, 1), weekday), 7 * (which - 1), Unit.DAY)


def _in_country(country: str, name: str, year: int) -> list[date]:
    from holidays import country_holidays

    if not 1900 <= year <= 2100:
        return []
    calendar = country_holidays(country, years=year, language="en_US")
    named = {day for day in calendar.get_named(name, lookup="startswith") if day.year == year}
    return sorted(day for day in named if add(day, -1, Unit.DAY) not in named)
