"""What a time expression means before it is known when it is said: forms, and the context that makes dates of them.

A form is small and immutable. ``form.read(context)`` gives a :class:`Reading`: the TIMEX3 value and the period of days.
This module holds the contract and the forms that need no calendar; the others are in ``named``, ``relative`` and
``composite``.
"""

from __future__ import annotations

from datetime import date
from typing import Protocol

from attrs import evolve, frozen

from diplo_events.dates.calendar import Period, Unit, add
from diplo_events.model.time import Modifier, PartOfDay, Precision, Tense, TimexType


@frozen(kw_only=True)
class Context:
    """From where a form is read.

    Attributes:
        reference: the day on which the text speaks.
        tense: the side on which the thing dated lies, ``None`` if not known.
        guessed: the tense was read from the words around; a date far on that side and near on the other is then taken
            for the near one.
        anchor: the last period that the text told before, ``None`` at its start.
        day: the last single day that it told, for "that evening", "the day".
    """

    reference: date
    tense: Tense | None = None
    guessed: bool = False
    anchor: Period | None = None
    day: Period | None = None

    @property
    def here(self) -> Period:
        """The period that "the same day", "two days later" count from: the anchor, else the reference."""
        return self.anchor or Period(self.reference, self.reference, Precision.DAY)

    @property
    def today(self) -> Period:
        """The day of a time of day that stands without one."""
        return self.day or Period(self.reference, self.reference, Precision.DAY)


@frozen(kw_only=True)
class Reading:
    """A form made definite.

    Attributes:
        value: TIMEX3 value.
        type: TIMEX3 type.
        period: the days meant, ``None`` if there are none to tell.
        part: the part of day.
        mod: TIMEX3 modifier.
        relative_to: the day counted from, ``None`` if the words were complete.
        approximate: "about", "around".
    """

    value: str
    type: TimexType = TimexType.DATE
    period: Period | None = None
    part: PartOfDay | None = None
    mod: Modifier | None = None
    relative_to: date | None = None
    approximate: bool = False

    def modified(self, mod: Modifier | None) -> Reading:
        """The same with a modifier; "about" also makes it approximate."""
        if mod is None:
            return self
        return evolve(self, mod=mod, approximate=self.approximate or mod is Modifier.APPROX)


class Form(Protocol):
    """A meaning that waits for its context."""

    def read(self, context: Context) -> Reading | None:
        """Make it definite. ``None`` if the words do not make a time here; :class:`CalendarError` if no such day is."""
        ...


@frozen(kw_only=True)
class Vague:
    """ "recently", "now", "soon": a value of TIMEX3's own, and by convention some days around the reference.

    Attributes:
        value: ``PAST_REF``, ``PRESENT_REF`` or ``FUTURE_REF``.
        first: the first day, counted from the reference; ``None`` if no days are meant.
        last: the last day, counted from the reference.
    """

    value: str
    first: int | None = None
    last: int | None = None

    def read(self, context: Context) -> Reading:
        """See :class:`Form`."""
        period = None
        if self.first is not None and self.last is not None:
            start, end = (add(context.reference, days, Unit.DAY) for days in (self.first, self.last))
            period = Period(start, end, Precision.DAY if start == end else Precision.PERIOD)
        return Reading(value=self.value, period=period, relative_to=context.reference if period else None)


_LETTER = {
    Unit.SECOND: "TS",
    Unit.MINUTE: "TM",
    Unit.HOUR: "TH",
    Unit.DAY: "D",
    Unit.WEEKEND: "WE",
    Unit.WEEK: "W",
    Unit.MONTH: "M",
    Unit.QUARTER: "Q",
    Unit.YEAR: "Y",
    Unit.DECADE: "DE",
    Unit.CENTURY: "CE",
}


def amount(count: float | None, unit: Unit) -> str:
    """A TIMEX3 duration (ISO 8601-1): ``P2D``, ``PT30M``, ``PXY``; quarters as ``P1Q``, decades and more in years.

    Args:
        count: how many, ``None`` for "several", "some".
        unit: of what.
    """
    if unit is Unit.HALF:
        unit, count = Unit.MONTH, None if count is None else count * 6
    if unit is Unit.SEASON:
        unit, count = Unit.MONTH, None if count is None else count * 3
    if unit in (Unit.DECADE, Unit.CENTURY) and count is not None:
        unit, count = Unit.YEAR, count * (10 if unit is Unit.DECADE else 100)
    if unit in (Unit.MONTH, Unit.DAY, Unit.HOUR, Unit.MINUTE, Unit.YEAR) and count == 0.5:
        unit, count = {
            Unit.YEAR: (Unit.MONTH, 6),
            Unit.MONTH: (Unit.DAY, 15),
            Unit.DAY: (Unit.HOUR, 12),
            Unit.HOUR: (Unit.MINUTE, 30),
            Unit.MINUTE: (Unit.SECOND, 30),
        }[unit]
    number = "X" if count is None else f"{count:g}" if count < 1_000_000 else f"{count:.0f}"
    letter = _LETTER[unit]
    return f"PT{number}{letter[1:]}" if letter.startswith("T") else f"P{number}{letter}"


@frozen(kw_only=True)
class Duration:
    """ "two weeks", "several years": how long, not when."""

    count: float | None
    unit: Unit
    mod: Modifier | None = None

    def read(self, context: Context) -> Reading:
        """See :class:`Form`."""
        return Reading(value=amount(self.count, self.unit), type=TimexType.DURATION, mod=self.mod)


@frozen(kw_only=True)
class Recurring:
    """ "every Friday", "annual", "twice a week": a SET, given by its TIMEX3 value."""

    value: str

    def read(self, context: Context) -> Reading:
        """See :class:`Form`."""
        return Reading(value=self.value, type=TimexType.SET)
