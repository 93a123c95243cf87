"""Forms made of another form: a part of it, a number within it, a time of it, "earlier" or "later" in it."""

from __future__ import annotations

from attrs import evolve, frozen

from diplo_events.dates.calendar import (
    Period,
    Unit,
    add,
    half_of,
    month_of,
    part,
    period_of,
    shifted,
    single,
    weekday_on_or_after,
    weekday_on_or_before,
)
from diplo_events.dates.forms import Context, Form, Reading, amount
from diplo_events.dates.named import CalendarDate, Holiday, Season
from diplo_events.model.time import Modifier, PartOfDay, Precision, TimexType

_DAYS = (Precision.DAY, Precision.TIME, Precision.WEEK, Precision.WEEKEND)
"""Too short for "the year-earlier period"."""


@frozen(kw_only=True)
class Portion:
    """ "late May", "the beginning of next year", "mid-July"."""

    of: Form
    which: Modifier

    def read(self, context: Context) -> Reading | None:
        """See :class:`Form`."""
        whole = self.of.read(context)
        if whole is None:
            return None
        period = part(whole.period, self.which) if whole.period else None
        return evolve(whole, mod=self.which, period=period)


@frozen(kw_only=True)
class Qualified:
    """ "about 1990", "more than a year ago": a form with a modifier that leaves its days alone."""

    of: Form
    mod: Modifier

    def read(self, context: Context) -> Reading | None:
        """See :class:`Form`."""
        whole = self.of.read(context)
        return whole.modified(self.mod) if whole else None


@frozen(kw_only=True)
class Remainder:
    """ "earlier this month", "later this year": the period up to the day before the reference, or from the day after.

    Attributes:
        of: the period.
        sign: -1 earlier, 1 later.
    """

    of: Form
    sign: int

    def read(self, context: Context) -> Reading | None:
        """See :class:`Form`."""
        whole = self.of.read(context)
        if whole is None or whole.period is None:
            return whole
        period, here = whole.period, context.reference
        if period.start <= here <= period.end and period.start != period.end:
            if self.sign < 0:
                start, end = period.start, add(here, -1, Unit.DAY)
            else:
                start, end = add(here, 1, Unit.DAY), period.end
            if start <= end:
                period = Period(start, end, Precision.PERIOD)
        return evolve(whole, period=period)


@frozen(kw_only=True)
class Away:
    """A day counted from another: "Monday week", "a week from Friday", "the Tuesday before last".

    Attributes:
        of: the day counted from.
        count: how many units; negative before it.
        unit: of what.
    """

    of: Form
    count: int
    unit: Unit

    def read(self, context: Context) -> Reading | None:
        """See :class:`Form`."""
        day = self.of.read(context)
        if day is None or day.period is None:
            return None
        found = single(add(day.period.start, self.count, self.unit))
        return evolve(day, value=found.timex(), period=found, relative_to=day.relative_to or day.period.start)


@frozen(kw_only=True)
class Half:
    """ "the first half of next year", "the second half"."""

    of: Form
    which: int

    def read(self, context: Context) -> Reading | None:
        """See :class:`Form`."""
        whole = self.of.read(context)
        if whole is None or whole.period is None:
            return whole
        period = half_of(whole.period, self.which)
        return evolve(whole, period=period, value=period.timex())


@frozen(kw_only=True)
class Ordinal:
    """ "the first week of June", "the last weekend in May", "the third quarter of 2009", "the second Monday in May".

    Attributes:
        of: the period counted in, ``None`` for the year that the tense points to ("the third quarter").
        unit: what is counted; ignored if ``weekday`` is given.
        number: 1 for the first, -1 for the last.
        weekday: Monday is 0.
    """

    number: int
    unit: Unit = Unit.DAY
    of: Form | None = None
    weekday: int | None = None

    def read(self, context: Context) -> Reading | None:
        """See :class:`Form`."""
        if self.of is None:
            return self._recent(context)
        whole = self.of.read(context)
        if whole is None or whole.period is None:
            return None
        found = self._inside(whole.period)
        if found is None:
            return None
        days = found
        if self.unit is Unit.WEEK and self.weekday is None:
            days = self._week(whole.period)
        return evolve(whole, value=found.timex(), period=days, mod=None)

    def _recent(self, context: Context) -> Reading | None:
        """A quarter without its year is the last that has begun, or the next one if the tense is the future."""
        if self.unit not in (Unit.QUARTER, Unit.HALF) or not 1 <= self.number <= 4:
            return None
        year = context.reference.year
        month = 3 * self.number if self.unit is Unit.QUARTER else 6 * self.number
        candidates = [period_of(self.unit, month_of(y, month).start) for y in (year - 1, year, year + 1)]
        if context.tense == "future":
            found = next(p for p in candidates if p.end >= context.reference)
        else:
            found = [p for p in candidates if p.start <= context.reference][-1]
        return Reading(value=found.timex(), period=found, relative_to=context.reference)

    def _inside(self, whole: Period) -> Period | None:
        if self.weekday is not None:
            if self.number > 0:
                first = weekday_on_or_after(whole.start, self.weekday)
                found = single(add(first, 7 * (self.number - 1), Unit.DAY))
            else:
                found = single(weekday_on_or_before(whole.end, self.weekday))
        elif self.number > 0:
            first_period = period_of(self.unit, whole.start)
            late = first_period.start < whole.start
            found = shifted(self.unit, whole.start, self.number - 1 + late)
        else:
            last_period = period_of(self.unit, whole.end)
            found = shifted(self.unit, whole.end, -1) if last_period.end > whole.end else last_period
        return found if found.start <= whole.end else None

    def _week(self, whole: Period) -> Period:
        """In days the first week of June is the 1st to the 7th, the last week its last seven days."""
        if self.number > 0:
            start = add(whole.start, 7 * (self.number - 1), Unit.DAY)
            return Period(start, min(add(start, 6, Unit.DAY), whole.end), Precision.WEEK)
        return Period(add(whole.end, -6, Unit.DAY), whole.end, Precision.WEEK)


@frozen(kw_only=True)
class FirstFew:
    """ "the first nine months of 1989", "the last two weeks of March": TIMEX3 sees the length, ``when`` the days.

    Attributes:
        count: how many units.
        unit: of what.
        sign: 1 for the first, -1 for the last.
        of: the period that they are part of.
    """

    count: int
    unit: Unit
    sign: int
    of: Form

    def read(self, context: Context) -> Reading | None:
        """See :class:`Form`."""
        whole = self.of.read(context)
        if whole is None or whole.period is None:
            return None
        period = whole.period
        if self.sign > 0:
            start, end = period.start, add(add(period.start, self.count, self.unit), -1, Unit.DAY)
        else:
            end, start = period.end, add(add(add(period.end, 1, Unit.DAY), -self.count, self.unit), 0, Unit.DAY)
        if end < start:
            return None
        value = amount(self.count, self.unit)
        found = Period(start, end, Precision.PERIOD)
        return Reading(value=value, type=TimexType.DURATION, period=found, relative_to=whole.relative_to)


@frozen(kw_only=True)
class InYear:
    """A month, day, season or holiday with its year told in words: "August of that year", "this year's Ramadan"."""

    inner: CalendarDate | Season | Holiday
    year: Form

    def read(self, context: Context) -> Reading | None:
        """See :class:`Form`."""
        year = self.year.read(context)
        if year is None or year.period is None:
            return None
        found = evolve(self.inner, year=year.period.start.year).read(context)
        return evolve(found, relative_to=year.relative_to) if found else None


@frozen(kw_only=True)
class Within:
    """A longer period holding the one that is named after it: "the weekend of June 17-18", "the week of May 8"."""

    unit: Unit
    of: Form

    def read(self, context: Context) -> Reading | None:
        """See :class:`Form`."""
        whole = self.of.read(context)
        if whole is None or whole.period is None:
            return None
        found = period_of(self.unit, whole.period.start)
        return evolve(whole, value=found.timex(), period=found)


@frozen(kw_only=True)
class DayTime:
    """ "Tuesday night", "this morning", "noon on Friday"; without a day, that of the anchor is taken.

    Attributes:
        of: the day, ``None`` if it is not told.
        part: the part of day.
        mod: "early", "late".
    """

    of: Form | None
    part: PartOfDay
    mod: Modifier | None = None

    def read(self, context: Context) -> Reading | None:
        """See :class:`Form`."""
        day = self.of.read(context) if self.of else Reading(value=context.today.start.isoformat(), period=context.today)
        if day is None:
            return None
        value = day.value if day.period is None or day.period.start != day.period.end else day.period.start.isoformat()
        return evolve(day, value=f"{value}T{self.part.value}", type=TimexType.TIME, part=self.part, mod=self.mod)


@frozen(kw_only=True)
class ClockTime:
    """ "9 a.m. on Friday", "16:00 UTC".

    Attributes:
        of: the day, ``None`` if it is not told.
        hour: 0 to 24.
        minute: 0 to 59, ``None`` if not told.
        zone: "Z" for UTC and GMT, an offset such as "-05", or nothing.
    """

    of: Form | None
    hour: int
    minute: int | None = None
    second: int | None = None
    zone: str = ""

    def read(self, context: Context) -> Reading | None:
        """See :class:`Form`."""
        day = self.of.read(context) if self.of else Reading(value=context.today.start.isoformat(), period=context.today)
        if day is None:
            return None
        clock = f"T{self.hour:02d}:{self.minute or 0:02d}" + (f":{self.second:02d}" if self.second is not None else "")
        date = day.value.split("T")[0]
        period = day.period
        if period is not None and period.start == period.end:
            period = evolve(period, precision=Precision.TIME)
        return evolve(day, value=f"{date}{clock}{self.zone}", type=TimexType.TIME, period=period, mod=None)


@frozen(kw_only=True)
class SamePeriod:
    """ "the same period", "the year-earlier period": the anchor, some years away.

    Attributes:
        years: 0 for the same, -1 for the year before.
        unit: the unit named ("the year-ago quarter").
        of: the year named after it ("the same period last year").
    """

    years: int = 0
    of: Form | None = None
    unit: Unit | None = None

    def read(self, context: Context) -> Reading | None:
        """See :class:`Form`."""
        here = self._here(context)
        years = self.years
        if self.of is not None:
            year = self.of.read(context)
            if year is None or year.period is None or here.precision in _DAYS:
                return year  # nothing longer than a day was told that could have a same period
            years = year.period.start.year - here.start.year
        first = add(here.start, years, Unit.YEAR)
        found = Period(first, add(here.end, years, Unit.YEAR), here.precision)
        unit = {Precision.MONTH: Unit.MONTH, Precision.QUARTER: Unit.QUARTER, Precision.YEAR: Unit.YEAR}.get(
            here.precision
        )
        if unit is not None:
            found = period_of(unit, first)
        return Reading(value=found.timex(), period=found, relative_to=here.start)

    def _here(self, context: Context) -> Period:
        """The last month, quarter or so that the text told; else the last quarter, or the year, of the reference."""
        told = context.anchor
        if self.unit is Unit.QUARTER and (told is None or told.precision is not Precision.QUARTER):
            return shifted(Unit.QUARTER, context.reference, -1)
        if told is not None and (told.precision not in _DAYS or self.years == 0):
            return told
        return period_of(Unit.YEAR, context.reference) if self.years else context.here
