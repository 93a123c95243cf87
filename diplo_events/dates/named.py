"""Forms that name a place in the calendar: dates, weekdays, seasons, fiscal years, holidays."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum

from attrs import frozen

from diplo_events.dates.calendar import (
    CalendarError,
    Period,
    Unit,
    add,
    day_of,
    month_of,
    period_of,
    season_of,
    shifted,
    single,
    weekday_on_or_after,
    weekday_on_or_before,
    year_of,
)
from diplo_events.dates.forms import Context, Reading
from diplo_events.dates.holidays import holiday_periods
from diplo_events.model.time import Tense


class Pointer(StrEnum):
    """Where a named thing is looked for: "last Friday", "this May", "the following Monday"."""

    LAST = "last"
    THIS = "this"
    NEXT = "next"
    COMING = "coming"
    FOLLOWING = "following"
    PREVIOUS = "previous"
    SAME = "same"


_FAR = {Tense.PAST: (240, 110), Tense.FUTURE: (300, 60)}
"""Days: what is that far on the guessed side, and that near on the other. For what is longer ago than eight months news
writes the year, or "last June"."""


def _choose(candidates: list[Period], context: Context, pointer: Pointer | None) -> Period | None:
    """Of the candidates, one a year, the one meant.

    With a pointer, it decides. Else the tense: the past has begun by the reference, the future has not ended before it.
    Without either it is the nearest.
    """
    here = context.here if pointer in (Pointer.FOLLOWING, Pointer.PREVIOUS, Pointer.SAME) else single(context.reference)
    before = [p for p in candidates if p.end < here.start]
    after = [p for p in candidates if p.start > here.end]
    if pointer in (Pointer.LAST, Pointer.PREVIOUS):
        return before[-1] if before else None
    if pointer in (Pointer.NEXT, Pointer.COMING, Pointer.FOLLOWING):
        return after[0] if after else None
    if pointer in (Pointer.THIS, Pointer.SAME):
        same = [p for p in candidates if p.start.year == here.start.year]
        return same[0] if same else None
    around = [p for p in candidates if p.start <= here.start <= p.end]
    if around:
        return around[0]
    if context.tense is Tense.PAST and before:
        return after[0] if _far(context, before[-1], after) else before[-1]
    if context.tense is Tense.FUTURE and after:
        return before[-1] if _far(context, after[0], before[::-1]) else after[0]
    return min(candidates, key=lambda p: abs((p.start - here.start).days), default=None)


def _far(context: Context, chosen: Period, others: list[Period]) -> bool:
    """Whether a guessed tense leads to a period so far off that the nearest on the other side must be meant."""
    if not context.guessed or not others:
        return False
    distance, other = (abs((p.start - context.reference).days) for p in (chosen, others[0]))
    far, near = _FAR.get(context.tense or Tense.PRESENT, (10**6, 0))
    return distance > far and other < near


def _of_each_year(make: Callable[[int], Period | None], year: int) -> list[Period]:
    """What ``make`` gives for the years around one; a year that has none (29 February) is left out."""
    found = []
    for candidate in range(year - 4, year + 5):
        try:
            period = make(candidate)
        except CalendarError:
            continue
        if period is not None:
            found.append(period)
    return found


@frozen(kw_only=True)
class CalendarDate:
    """A date of any completeness: "21 June 2023", "June 21", "June", "2018", "the 21st".

    What is missing is filled in from the context: see :func:`_choose`. A weekday that stands with a day and a month
    prefers the years in which it is true.

    Attributes:
        year: the year in full.
        month: 1 to 12.
        day: 1 to 31.
        weekday: Monday is 0.
        pointer: "last", "this", "next" before a month.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    pointer: Pointer | None = None

    def read(self, context: Context) -> Reading | None:
        """See :class:`Form`."""
        if self.year is not None:
            period = self._in(self.year)
            return Reading(value=period.timex(), period=period)
        if self.month is None:
            found = self._of_some_month(context)
        else:
            candidates = _of_each_year(self._in, context.reference.year)
            if self.weekday is not None and self.day is not None:
                candidates = [p for p in candidates if p.start.weekday() == self.weekday] or candidates
            found = _choose(candidates, context, self.pointer)
        return Reading(value=found.timex(), period=found, relative_to=context.reference) if found else None

    def _in(self, year: int) -> Period:
        if self.month is None:
            return year_of(year)
        return month_of(year, self.month) if self.day is None else single(day_of(year, self.month, self.day))

    def _of_some_month(self, context: Context) -> Period | None:
        if self.day is None:
            return None
        first = context.reference.replace(day=1)
        candidates = []
        for offset in range(-2, 3):
            try:
                month = add(first, offset, Unit.MONTH)
                candidates.append(single(day_of(month.year, month.month, self.day)))
            except CalendarError:
                continue
        return _choose(candidates, context, self.pointer)


@frozen(kw_only=True)
class BeforeChrist:
    """ "264 BC"; the calendar of :mod:`datetime` begins in the year 1, so that no days are told.

    Attributes:
        year: before Christ.
        century: before Christ, if no year is told.
        rest: month or season, as TIMEX3 writes them.
    """

    year: int | None = None
    century: int | None = None
    rest: str = ""

    def read(self, context: Context) -> Reading:
        """See :class:`Form`."""
        if self.year is None:
            return Reading(value=f"BC{(self.century or 1) - 1:02d}")
        return Reading(value=f"BC{self.year:04d}" + (f"-{self.rest}" if self.rest else ""))


@frozen(kw_only=True)
class Weekday:
    """ "Friday", "last Friday", "the following Friday".

    A bare weekday is the last one up to the reference, or, with a future tense, the next one from it on; if the
    reference is such a day it is that very day. "Last" is before the reference, "coming" after it, "next" in the week
    after the reference's.

    Attributes:
        weekday: Monday is 0.
        pointer: the word before it.
    """

    weekday: int
    pointer: Pointer | None = None

    def read(self, context: Context) -> Reading:
        """See :class:`Form`."""
        anchored = self.pointer in (Pointer.FOLLOWING, Pointer.PREVIOUS, Pointer.SAME)
        found = single(self._day(context))
        return Reading(
            value=found.timex(), period=found, relative_to=context.here.start if anchored else context.reference
        )

    def _day(self, context: Context) -> date:
        day, here = context.reference, context.here
        match self.pointer:
            case Pointer.LAST:
                return weekday_on_or_before(add(day, -1, Unit.DAY), self.weekday)
            case Pointer.NEXT:
                return add(shifted(Unit.WEEK, day, 1).start, self.weekday, Unit.DAY)
            case Pointer.COMING:
                return weekday_on_or_after(add(day, 1, Unit.DAY), self.weekday)
            case Pointer.PREVIOUS:
                return weekday_on_or_before(add(here.start, -1, Unit.DAY), self.weekday)
            case Pointer.FOLLOWING:
                return weekday_on_or_after(add(here.end, 1, Unit.DAY), self.weekday)
            case Pointer.SAME:
                return weekday_on_or_after(here.start, self.weekday)
            case Pointer.THIS if context.tense is not Tense.PAST:
                return weekday_on_or_after(day, self.weekday)
        if context.tense is Tense.FUTURE:
            return weekday_on_or_after(day, self.weekday)
        return weekday_on_or_before(day, self.weekday)


@frozen(kw_only=True)
class Season:
    """ "spring 2021", "last summer", "this winter".

    Attributes:
        season: TIMEX3 code (``SP``, ``SU``, ``FA``, ``WI``).
        year: the year that names it.
        pointer: the word before it.
    """

    season: str
    year: int | None = None
    pointer: Pointer | None = None

    def read(self, context: Context) -> Reading | None:
        """See :class:`Form`."""
        if self.year is not None:
            period = season_of(self.year, self.season)
            return Reading(value=period.timex(), period=period)
        candidates = _of_each_year(lambda year: season_of(year, self.season), context.reference.year)
        if self.pointer is Pointer.THIS:
            candidates = [p for p in candidates if p.end >= context.reference or p.start.year == context.reference.year]
            found: Period | None = _choose(candidates, context, None)
        else:
            found = _choose(candidates, context, self.pointer)
        return Reading(value=found.timex(), period=found, relative_to=context.reference) if found else None


@frozen(kw_only=True)
class FiscalYear:
    """ "fiscal 2007", "the financial year": whose days depend on whose year it is, so that no period is told.

    Attributes:
        year: the year that names it, ``None`` for the one around the reference.
        offset: years after it ("last fiscal year" is -1).
    """

    year: int | None = None
    offset: int = 0

    def read(self, context: Context) -> Reading:
        """See :class:`Form`."""
        return Reading(value=f"FY{(self.year or context.reference.year) + self.offset:04d}")


@frozen(kw_only=True)
class Holiday:
    """ "Christmas", "Eid al-Fitr", "last Ramadan".

    Attributes:
        name: key in ``time_holidays.tsv``.
        year: the year, if told.
        pointer: the word before it.
        shift: days after it: "the day before Christmas" is -1, "Easter Monday" 1.
    """

    name: str
    year: int | None = None
    pointer: Pointer | None = None

    def read(self, context: Context) -> Reading | None:
        """See :class:`Form`."""
        if self.year is not None:
            found = next(iter(holiday_periods(self.name, self.year)), None)
        else:
            years = range(context.reference.year - 3, context.reference.year + 4)
            candidates = [period for year in years if 0 < year < 10000 for period in holiday_periods(self.name, year)]
            found = _choose(candidates, context, self.pointer)
        if found is None:
            return None
        value = found.timex() if found.start == found.end else f"{period_of(Unit.MONTH, found.start).timex()}"
        return Reading(value=value, period=found, relative_to=None if self.year else context.reference)
