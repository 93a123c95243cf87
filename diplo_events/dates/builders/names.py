"""Builders of calendar names: dates, weekdays, seasons, holidays, years, decades, quarters."""

from __future__ import annotations

import re

from diplo_events.dates.calendar import Unit
from diplo_events.dates.composite import Ordinal
from diplo_events.dates.lexicon import lexicon
from diplo_events.dates.named import BeforeChrist, CalendarDate, FiscalYear, Holiday, Season, Weekday
from diplo_events.dates.numerals import decade_year, full_year, iso_date, number_of, slashed_date
from diplo_events.dates.parts import Built, Parts, builder, pointer
from diplo_events.dates.relative import Decade
from diplo_events.dates.surroundings import before, follows, is_person, is_year, name_follows, noun_follows

_DECADE_BEFORE = re.compile(r"(?:0s(?:,| and| or| to)|\b(?:early|mid|late))[\s-]*(?:the )?$")
"""Before "80s": "the 70s and 80s", "mid-80s"; without any of it it may be an age or a temperature."""

_FALL_OF = re.compile(r"\s+(?:of|to|in|from|by)\b(?!\s+(?:\d{4}|last|next|this|that))")
"""After "fall", if it is no season: "the fall of Saigon"."""


@builder
def iso(parts: Parts) -> Built:
    """ "2023-06-21"."""
    return iso_date(parts["iso"])


@builder
def slashed(parts: Parts) -> Built:
    """ "21/06/2023"."""
    return slashed_date(parts["slashed"])


def _is_no_name(parts: Parts) -> bool:
    """A word that is a month or weekday only in company: "Mar", "Sat"; or a person's name: "May"."""
    entry = lexicon().words.get(parts.text[parts.start : parts.end].lower())
    return (entry is not None and "~" in entry.case) or is_person(parts.text, parts.start, parts.end)


@builder
def calendar(parts: Parts) -> Built:
    """Months, with day or year or both; "the 21st"."""
    day, month = parts.get("day") or parts.get("dayord"), parts.get("month")
    if not parts.only("month_"):
        return None
    weekday = parts.get("weekday")
    if month is not None and len(parts.tokens) == 1 and _is_no_name(parts):
        return None
    day_number = int(number_of(day)) if day else None
    if day_number is not None and not 1 <= day_number <= 31:
        return None
    year = parts.get("year")
    return CalendarDate(
        year=full_year(year) if year else None,
        month=int(month) if month else None,
        day=day_number,
        weekday=int(weekday) if weekday else None,
        pointer=pointer(parts),
    )


@builder
def ordinal_day(parts: Parts) -> Built:
    """ "on the 21st", but not "on the 21st floor"."""
    day = int(number_of(parts["dayord"] if "dayord" in parts else parts["day"]))
    if not 1 <= day <= 31 or noun_follows(parts.text, parts.end):
        return None
    weekday = parts.get("weekday")
    return CalendarDate(day=day, weekday=int(weekday) if weekday else None)


@builder
def before_christ(parts: Parts) -> Built:
    """ "264 BC", "autumn of 481 BC", "the 4th century BC", which no calendar of ours reaches."""
    if "century" in parts:
        return BeforeChrist(century=int(number_of(parts["century"]))) if parts["unit"] == "century" else None
    rest = parts.get("inner") or ""
    return BeforeChrist(year=int(float(parts["year"])), rest=rest.zfill(2) if rest.isdigit() else rest)


@builder
def weekday(parts: Parts) -> Built:
    """ "Friday", "next Friday"."""
    if ("the" in parts and "pointer" not in parts) or (len(parts.tokens) == 1 and _is_no_name(parts)):
        return None
    if follows("newspaper", parts.text, parts.end):
        return None
    return Weekday(weekday=int(parts["weekday"]), pointer=pointer(parts))


@builder
def season(parts: Parts) -> Built:
    """ "spring 2021", "last summer"."""
    year, last = parts.get("year"), parts.tokens[-1]
    word = parts.text[last.start : last.end]
    if "year" not in parts and word[0].isupper() and name_follows(parts.text, last.end):
        return None  # "the Winter Olympics"
    if word.lower() == "fall" and _FALL_OF.match(parts.text, parts.end):
        return None
    name = parts.get("season") or parts["weakseason"]
    return Season(season=name, year=full_year(year) if year else None, pointer=pointer(parts))


@builder
def holiday(parts: Parts) -> Built:
    """ "Christmas Eve", "Ramadan 2023"."""
    year = parts.get("year")
    if name_follows(parts.text, parts.end):
        return None
    return Holiday(name=parts["holiday"], year=full_year(year) if year else None, pointer=pointer(parts))


@builder
def year(parts: Parts) -> Built:
    """ "2018", if the words around allow a year."""
    return CalendarDate(year=int(parts["year"])) if is_year(parts.text, parts.start, parts.end) else None


@builder
def apos_year(parts: Parts) -> Built:
    """ "'82"."""
    return CalendarDate(year=full_year(parts["year"]))


@builder
def decade(parts: Parts) -> Built:
    """ "the 1990s", "the nineties"."""
    if parts.get("decade") is None:
        return None
    named = "the" in parts or bool(_DECADE_BEFORE.search(before(parts.text, parts.start)))
    found = decade_year(parts["decade"], named=named)
    return Decade(year=found) if found is not None else None


@builder
def century(parts: Parts) -> Built:
    """ "the 19th century"."""
    if parts["century"] != "century":
        return None
    number = int(number_of(parts["number"]))
    return Decade(year=100 * (number - 1), unit=Unit.CENTURY) if 1 <= number <= 30 else None


@builder
def fiscal(parts: Parts) -> Built:
    """ "fiscal 1999", "the financial year"."""
    year = parts.get("year")
    if year is None and parts.get("unit") != "year":
        return None
    return FiscalYear(year=full_year(year) if year else None)


@builder
def quarter(parts: Parts) -> Built:
    """ "the third quarter"."""
    unit = Unit.HALF if "half" in parts else parts.unit()
    number = int(number_of(parts["number"]))
    if unit not in (Unit.QUARTER, Unit.HALF) or number > (4 if unit is Unit.QUARTER else 2):
        return None
    return Ordinal(number=number, unit=unit)
