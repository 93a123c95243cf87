"""Builders of the second level: forms made of the forms that the first level found."""

from __future__ import annotations

from attrs import evolve

from diplo_events.dates.calendar import Unit
from diplo_events.dates.composite import (
    Away,
    FirstFew,
    Half,
    InYear,
    Ordinal,
    Portion,
    Qualified,
    Remainder,
    Within,
)
from diplo_events.dates.forms import Duration
from diplo_events.dates.named import CalendarDate, Holiday, Pointer, Season, Weekday
from diplo_events.dates.numerals import number_of
from diplo_events.dates.parts import Built, Parts, builder, modifier
from diplo_events.dates.relative import Counted, Deictic, Stretch
from diplo_events.dates.surroundings import precedes
from diplo_events.model.time import Modifier


@builder
def portion(parts: Parts) -> Built:
    """ "late May", "the end of the year"."""
    of = parts.form("base")
    which = parts.get("short") or parts.get("edge") or parts.get("latter")
    return Portion(of=of, which=Modifier(which)) if of and which else None


@builder
def ending_unit(parts: Parts) -> Built:
    """ "year-end", "month end"."""
    return Portion(of=Deictic(unit=parts.unit()), which=Modifier(parts["end"]))


@builder
def mid_unit(parts: Parts) -> Built:
    """ "mid-month", "mid-week"."""
    return Portion(of=Deictic(unit=parts.unit()), which=Modifier(parts["short"]))


@builder
def remainder(parts: Parts) -> Built:
    """ "earlier this month", "later this year"."""
    of = parts.form("base")
    return Remainder(of=of, sign=-1 if parts["sign"] == "earlier" else 1) if of else None


@builder
def rest(parts: Parts) -> Built:
    """ "the rest of the year"."""
    of = parts.form("base")
    return Remainder(of=of, sign=1) if of else None


@builder
def approximately(parts: Parts) -> Built:
    """ "about 1990"."""
    of, mod = parts.form("base"), modifier(parts)
    return Qualified(of=of, mod=mod) if of and mod else None


@builder
def approx_duration(parts: Parts) -> Built:
    """ "about two years", where the number was not seen as one with its unit."""
    of, mod = parts.form("base"), modifier(parts)
    return evolve(of, mod=mod) if isinstance(of, Duration) and of.mod is None else None


def _ordinal_number(parts: Parts) -> int:
    return int(number_of(parts["number"])) if "number" in parts else -1


@builder
def ordinal(parts: Parts) -> Built:
    """ "the first week of June", "the third quarter of 2009"."""
    of = parts.form("base")
    if of is None or not parts.only("unit"):
        return None
    return Ordinal(number=_ordinal_number(parts), unit=parts.unit(), of=of)


@builder
def first_few(parts: Parts) -> Built:
    """ "the first nine months of 1989", "the last two weeks of March", "the last week of May"."""
    base, span = parts.form("base"), parts.form("span")
    if base is not None and isinstance(span, Deictic) and span.offset == -1 and not span.anchored:
        return Ordinal(number=-1, unit=span.unit, of=base)
    if base is None or not isinstance(span, Duration | Stretch):
        return None
    if span.count is None and span.unit is Unit.DAY:  # "the last days of June"
        last = isinstance(span, Stretch) and span.sign < 0
        return Portion(of=base, which=Modifier.END if last else Modifier.START)
    if span.count is None or span.count != int(span.count):
        return None
    if isinstance(span, Stretch):
        number = span.sign
    elif _ordinal_number(parts) == 1:
        number = 1
    else:
        return None
    if span.count == 1:
        return Ordinal(number=number, unit=span.unit, of=base)
    return FirstFew(count=int(span.count), unit=span.unit, sign=number, of=base)


@builder
def in_year(parts: Parts) -> Built:
    """ "August of that year", "June 20 of 1792", "this year's summer"."""
    base, inner = parts.form("base"), parts.form("inner")
    if base is None or not isinstance(inner, CalendarDate | Season | Holiday) or inner.year or inner.pointer:
        return None
    if isinstance(inner, CalendarDate) and inner.month is None:
        return None
    if not isinstance(base, Deictic | CalendarDate) or (isinstance(base, CalendarDate) and base.month):
        return None
    if isinstance(base, Deictic) and base.unit is not Unit.YEAR:
        return None
    if len(parts.tokens) == 2 and not isinstance(base, Deictic):
        return None
    return InYear(inner=inner, year=base)


@builder
def day_of_month(parts: Parts) -> Built:
    """ "the 28th of that month"."""
    base, inner = parts.form("base"), parts.form("inner")
    if not isinstance(base, Deictic) or base.unit is not Unit.MONTH:
        return None
    if not isinstance(inner, CalendarDate) or inner.day is None or inner.month is not None:
        return None
    return Ordinal(number=inner.day, unit=Unit.DAY, of=base)


@builder
def ordinal_weekday(parts: Parts) -> Built:
    """ "the second Monday in May"."""
    of, day = parts.form("base"), parts.form("weekday")
    if of is None or not isinstance(day, Weekday) or day.pointer not in (None, Pointer.LAST):
        return None
    return Ordinal(number=_ordinal_number(parts), weekday=day.weekday, of=of)


@builder
def quarter_of(parts: Parts) -> Built:
    """ "third quarter 2009", "the third quarter of last year"."""
    quarter, of = parts.form("quarter"), parts.form("base")
    return evolve(quarter, of=of) if isinstance(quarter, Ordinal) and quarter.of is None and of else None


@builder
def half(parts: Parts) -> Built:
    """ "the first half of next year"."""
    of, number = parts.form("base"), _ordinal_number(parts)
    return Half(of=of, which=0 if number == 1 else 1) if of and number in (1, 2, -1) else None


@builder
def within(parts: Parts) -> Built:
    """ "the weekend of June 17-18", "the week of May 8"."""
    of, week = parts.form("base"), parts.form("week")
    if parts.get("edge") == "MID":
        return None  # "the week in the middle of"
    if week is not None and (not isinstance(week, Deictic) or week.offset):
        return None
    unit = week.unit if isinstance(week, Deictic) else parts.unit()
    return Within(unit=unit, of=of) if of and unit in (Unit.WEEK, Unit.WEEKEND) else None


@builder
def weekday_of(parts: Parts) -> Built:
    """ "Friday of last week", "Monday next week"."""
    day, week = parts.form("weekday"), parts.form("week")
    if not isinstance(day, Weekday) or day.pointer or not isinstance(week, Deictic) or week.unit is not Unit.WEEK:
        return None
    return Ordinal(number=1, weekday=day.weekday, of=week)


_COUNTED_IN = (Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR)


@builder
def day_week(parts: Parts) -> Built:
    """ "Monday week", "Friday fortnight": British for a week or two after the coming one."""
    day = parts.form("day")
    if not isinstance(day, Weekday) or day.pointer is not None:
        return None
    weeks = 2 if "fortnight" in parts else 1
    return Away(of=Weekday(weekday=day.weekday, pointer=Pointer.COMING), count=weeks, unit=Unit.WEEK)


@builder
def from_day(parts: Parts) -> Built:
    """ "a week from Friday", "two weeks from today", "a week on Monday"; not "for two weeks from Monday"."""
    day, length = parts.form("day"), parts.form("length")
    if day is None or not isinstance(length, Duration) or length.count is None or length.unit not in _COUNTED_IN:
        return None
    if "on" in parts and length.unit is not Unit.WEEK:
        return None  # "the worst month on Friday"
    if length.unit is Unit.DAY or length.count != int(length.count) or precedes("lasting", parts.text, parts.start):
        return None
    if isinstance(day, Weekday) and day.pointer is None:
        day = Weekday(weekday=day.weekday, pointer=Pointer.COMING)
    return Away(of=day, count=int(length.count), unit=length.unit)


@builder
def ago_on(parts: Parts) -> Built:
    """ "two weeks ago on Friday", "a year ago today", "a week ago yesterday"."""
    day, ago = parts.form("day"), parts.form("ago")
    if not isinstance(ago, Counted) or ago.sign > 0 or ago.anchored or ago.count is None or ago.unit not in _COUNTED_IN:
        return None
    if isinstance(day, Weekday) and day.pointer is None and ago.unit is Unit.WEEK:
        return Ordinal(number=1, weekday=day.weekday, of=Deictic(unit=Unit.WEEK, offset=-int(ago.count)))
    if not isinstance(day, Deictic) or day.unit is not Unit.DAY or day.anchored:
        return None
    return Away(of=day, count=-int(ago.count), unit=ago.unit)


@builder
def eve(parts: Parts) -> Built:
    """ "the eve of May 8"."""
    return None
