"""Numbers in dates: two-digit years, ordinals, decades, and the purely numeric formats."""

from __future__ import annotations

import re

from diplo_events.dates.composite import ClockTime
from diplo_events.dates.forms import Form
from diplo_events.dates.named import CalendarDate

_CENTURY_TURN = 50
"""Two-digit years below it are of this century, the others of the last (strptime turns at 69; news looks back)."""


def number_of(digits: str) -> float:
    """ "21st", "3", "2.5"."""
    return float(digits.rstrip("sthndr"))


def full_year(text: str) -> int:
    """ "2018", "'82"."""
    digits = int(re.sub(r"\D", "", text))
    if digits >= 100:
        return digits
    return digits + (2000 if digits < _CENTURY_TURN else 1900)


def decade_year(text: str, *, named: bool) -> int | None:
    """The first year of a decade: "1990s", "90s", "'20s", or the word for one ("90", from "nineties").

    Args:
        text: digits as written.
        named: an article stands before it; a bare "90s" may be an age or a temperature, a bare "1990s" not.
    """
    digits = re.sub(r"\D", "", text)
    if len(digits) == 4:
        return int(digits)
    if not named and "'" not in text and "’" not in text:
        return None
    value = int(digits)
    return value + (2000 if value < 20 else 1900)


def iso_date(text: str) -> Form | None:
    """ "2023-06-21", with or without a clock time."""
    date, _, clock = text.partition("T")
    year, month, day = (int(part) for part in date.split("-"))
    if not (1 <= month <= 12 and 1 <= day <= 31 and year):
        return None
    whole = CalendarDate(year=year, month=month, day=day)
    if not clock:
        return whole
    found = re.match(r"(\d\d):(\d\d)(?::(\d\d))?[\d.]*(.*)", clock)
    if found is None or int(found[1]) > 24 or int(found[2]) > 59:
        return None
    seconds = int(found[3]) if found[3] else None
    zone = "Z" if found[4] in ("Z", "+00:00", "-00:00") else found[4].removesuffix(":00")
    return ClockTime(of=whole, hour=int(found[1]), minute=int(found[2]), second=seconds, zone=zone)


def slashed_date(text: str) -> Form | None:
    """ "21/06/2023", "06/21/2023", "21.6.23", "2023/06/21".

    Where day and month could be exchanged, the slash is read in the American order and the full stop in the European.
    """
    first, second, third = (int(part) for part in re.split(r"[/.]", text))
    if first > 31:
        year, month, day = first, second, third
    else:
        american = "/" in text
        month, day = (first, second) if american else (second, first)
        if month > 12:
            month, day = day, month
        year = full_year(str(third)) if third < 100 else third
    if not (1 <= month <= 12 and 1 <= day <= 31 and 1000 <= year <= 2199):
        return None
    return CalendarDate(year=year, month=month, day=day)
