"""Forms that count: "last week", "two days later", "the past month", "in the coming weeks"."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from diplo_events.dates.calendar import Period, Unit, add, day_of, period_of, shifted, single
from diplo_events.dates.forms import Context, Reading, amount
from diplo_events.model.time import Modifier, Precision, Tense, TimexType

_SHORT = (Unit.SECOND, Unit.MINUTE, Unit.HOUR)
_VAGUE_DAYS = {Unit.DAY: 7, Unit.WEEK: 30, Unit.WEEKEND: 30, Unit.MONTH: 182}
"""Days that "the coming days", "recent weeks" reach; 7 and 30 by the annotation guide, half a year of months."""


@frozen(kw_only=True)
class Deictic:
    """A period counted in its own units: "last week" (week, -1), "today" (day, 0), "the following year" (year, 1).

    Attributes:
        unit: the kind of period.
        offset: how many after the present one.
        anchored: counted from the last date of the text, not from the reference.
    """

    unit: Unit
    offset: int = 0
    anchored: bool = False

    def read(self, context: Context) -> Reading:
        """See :class:`Form`."""
        if self.unit is Unit.DAY and self.anchored:
            base = (context.day or context.here).start
        else:
            base = context.here.start if self.anchored else context.reference
        if self._running(context, base):
            base = context.reference
        offset = self.offset
        if self.unit is Unit.WEEKEND and offset == 0 and context.tense is Tense.PAST and base.weekday() < 5:
            offset = -1  # "over the weekend", told on Monday to Friday
        found = shifted(self.unit, base, offset)
        return Reading(value=found.timex(), period=found, relative_to=base)

    def _running(self, context: Context, base: date) -> bool:
        """Whether "will meet by the end of the year" means the one that is running, also if another was named."""
        if not self.anchored or self.offset or self.unit is Unit.DAY or context.tense is not Tense.FUTURE:
            return False
        return abs(base.year - context.reference.year) < 2  # a history tells of its own years


@frozen(kw_only=True)
class Counted:
    """A point some units away: "two weeks ago", "a year earlier", "three days after".

    Days and weeks lead to a day ("a week ago" is that very day), longer units to the month or year; the TIMEX3 value
    has the unit's own granularity ("a week ago" is ``2023-W21``).

    Attributes:
        count: how many units, ``None`` for "several".
        unit: of what.
        sign: -1 before, 1 after.
        anchored: counted from the last date of the text, not from the reference.
        mod: "about", "more than".
    """

    count: float | None
    unit: Unit
    sign: int
    anchored: bool = False
    mod: Modifier | None = None

    def read(self, context: Context) -> Reading:
        """See :class:`Form`."""
        if self.count is None:
            return Reading(value="PAST_REF" if self.sign < 0 else "FUTURE_REF")
        origin = context.here if self.anchored else single(context.reference)
        if self.anchored and self.unit is Unit.DAY:
            origin = context.day or origin
        base = origin.end if self.sign > 0 and origin.precision is Precision.PERIOD else origin.start
        if self.unit in _SHORT:
            return Reading(value=amount(self.count, self.unit), type=TimexType.DURATION, mod=self.mod)
        found = self._period(base, origin)
        days = single(add(base, self.sign * int(self.count), self.unit)) if self.unit is Unit.WEEK else found
        return Reading(value=found.timex(), period=days, relative_to=base).modified(self.mod)

    def _period(self, base: date, origin: Period) -> Period:
        assert self.count is not None
        whole = int(self.count)
        moved = add(base, self.sign * whole, self.unit)
        if whole != self.count:
            moved = _fraction(moved, self.sign * (self.count - whole), self.unit)
            return period_of(Unit.MONTH if self.unit is Unit.YEAR else Unit.DAY, moved)
        if self.unit is Unit.YEAR and origin.precision is Precision.QUARTER:
            return period_of(Unit.QUARTER, moved)  # "in the third quarter … from a year earlier"
        return period_of(Unit.YEAR if self.unit is Unit.DECADE else self.unit, moved)


def _fraction(day: date, count: float, unit: Unit) -> date:
    """Add less than one unit."""
    days = {Unit.YEAR: 365, Unit.MONTH: 30, Unit.WEEK: 7, Unit.DECADE: 3652, Unit.CENTURY: 36525}.get(unit, 1)
    return add(day, round(count * days), Unit.DAY)


@frozen(kw_only=True)
class Stretch:
    """The time up to the reference or from it: "the past two weeks", "recent months", "the coming days".

    Attributes:
        count: how many units, ``None`` for an unknown number ("recent weeks").
        unit: of what.
        sign: -1 up to the reference, 1 from it on.
        vague: no number is told at all, so that TIMEX3 has ``PAST_REF`` or ``FUTURE_REF``.
        anchored: counted from the last date of the text.
        mod: "nearly", "more than".
    """

    count: float | None
    unit: Unit
    sign: int
    vague: bool = False
    anchored: bool = False
    mod: Modifier | None = None

    def read(self, context: Context) -> Reading:
        """See :class:`Form`."""
        base = context.here.start if self.anchored else context.reference
        period = self._period(base)
        relative_to = base if period else None
        if self.vague:
            value = "PAST_REF" if self.sign < 0 else "FUTURE_REF"
            return Reading(value=value, period=period, relative_to=relative_to)
        value = amount(self.count, self.unit)
        reading = Reading(value=value, type=TimexType.DURATION, period=period, relative_to=relative_to)
        return reading.modified(self.mod)

    def _period(self, base: date) -> Period | None:
        if self.unit in _SHORT:
            return Period(base, base, Precision.DAY)
        if self.count is None:
            days = _VAGUE_DAYS.get(self.unit)
            other = None if days is None else add(base, self.sign * days, Unit.DAY)
        else:
            other = add(base, self.sign * int(self.count), self.unit)
        if other is None:
            return None
        if self.sign < 0:
            return Period(other, max(other, add(base, -1, Unit.DAY)), Precision.PERIOD)
        return Period(min(other, add(base, 1, Unit.DAY)), other, Precision.PERIOD)


@frozen(kw_only=True)
class Decade:
    """ "the 1990s", "the 19th century".

    Attributes:
        year: its first year.
        unit: decade or century.
    """

    year: int
    unit: Unit = Unit.DECADE

    def read(self, context: Context) -> Reading:
        """See :class:`Form`."""
        found = period_of(self.unit, day_of(max(self.year, 1), 1, 1))
        return Reading(value=found.timex(), period=found)


@frozen(kw_only=True)
class SomeOf:
    """ "the last two of those days", of the period told before.

    Attributes:
        count: how many days.
        sign: 1 the first, -1 the last.
    """

    count: int
    sign: int

    def read(self, context: Context) -> Reading | None:
        """See :class:`Form`; ``None`` if the period is shorter."""
        here = context.here
        if (here.end - here.start).days + 1 < self.count:
            return None
        start = here.start if self.sign > 0 else add(here.end, 1 - self.count, Unit.DAY)
        found = Period(start, add(start, self.count - 1, Unit.DAY), Precision.PERIOD)
        value = amount(self.count, Unit.DAY)
        return Reading(value=value, type=TimexType.DURATION, period=found, relative_to=here.start)
