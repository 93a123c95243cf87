"""When something happens, and the words in a text that say so."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Protocol, Self

from attrs import evolve, field, frozen

from diplo_events.checked import checked
from diplo_events.errors import InputError
from diplo_events.model.text import Span


class Precision(StrEnum):
    """How wide a :class:`When` is, as the words give it."""

    TIME = "time"
    """A clock time of one day."""
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH_PART = "month part"
    """The early, middle or late third of a month."""
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF_YEAR = "half year"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    PERIOD = "period"
    """Any other stretch of days: a range, a holiday of several days, "the coming weeks"."""


class PartOfDay(StrEnum):
    """A part of a day; the values are the codes of TIMEX3."""

    MORNING = "MO"
    MIDDAY = "MI"
    AFTERNOON = "AF"
    EVENING = "EV"
    NIGHT = "NI"
    DAYTIME = "DT"


class TimexType(StrEnum):
    """The four kinds of time expression of TimeML 1.2.1."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Modifier(StrEnum):
    """The ``mod`` attribute of TIMEX3 (TimeML 1.2.1, section 2.3)."""

    BEFORE = "BEFORE"
    AFTER = "AFTER"
    ON_OR_BEFORE = "ON_OR_BEFORE"
    ON_OR_AFTER = "ON_OR_AFTER"
    LESS_THAN = "LESS_THAN"
    MORE_THAN = "MORE_THAN"
    EQUAL_OR_LESS = "EQUAL_OR_LESS"
    EQUAL_OR_MORE = "EQUAL_OR_MORE"
    START = "START"
    MID = "MID"
    END = "END"
    APPROX = "APPROX"


class Tense(StrEnum):
    """On which side of the reference the thing lies that is dated."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


class Bound(StrEnum):
    """A preposition that makes a date the limit of a period."""

    BY = "by"
    SINCE = "since"
    UNTIL = "until"


def edtf_of(start: date | None, end: date | None, precision: Precision) -> str:
    """An interval in the Extended Date/Time Format (ISO 8601-2:2019, levels 0 to 2).

    Args:
        start: the first day, ``None`` where it is not known.
        end: the last day, ``None`` where it is not known.
        precision: decides between ``2023-05``, ``2023-33`` (first quarter), ``199X`` and ``start/end``.
    """
    if start is None or end is None:
        return f"{start.isoformat() if start else '..'}/{end.isoformat() if end else '..'}"
    match precision:
        case Precision.MONTH:
            return f"{start:%Y-%m}".zfill(7)
        case Precision.YEAR:
            return f"{start.year:04d}"
        case Precision.QUARTER:
            return f"{start.year:04d}-{33 + (start.month - 1) // 3}"
        case Precision.HALF_YEAR:
            return f"{start.year:04d}-{40 + (start.month - 1) // 6}"
        case Precision.SEASON:
            return f"{start.year:04d}-{21 + (start.month // 3 - 1) % 4}"
        case Precision.DECADE:
            return f"{start.year // 10:03d}X"
        case Precision.CENTURY:
            return f"{start.year // 100:02d}XX"
        case _:
            return start.isoformat() if start == end else f"{start.isoformat()}/{end.isoformat()}"


@frozen(kw_only=True, field_transformer=checked)
class When:
    """A period of days, and the words that give it.

    Attributes:
        start: the first day, ``None`` where it is not known.
        end: the last day (inclusive), ``None`` where it is not known.
        precision: how wide the words are.
        part_of_day: morning, night …, where told.
        edtf: the period in ISO 8601-2 (``2023-05``, ``2023-05-21/2023-05-31``, ``2023-06~``); made from the others if
            it is not given.
        text: the words, as written.
        span: where they stand, if they come from a text.
        relative_to: the day that they were counted from (publication, or an earlier date of the text);
            ``None`` if they are complete in themselves.

    Raises:
        InputError: if ``end`` lies before ``start``.
        InputTypeError: if a field has the wrong type.
    """

    start: date | None = None
    end: date | None = None
    precision: Precision = field(default=Precision.DAY, converter=Precision)
    part_of_day: PartOfDay | None = None
    text: str = ""
    span: Span | None = None
    relative_to: date | None = None
    edtf: str = field()

    @edtf.default
    def _edtf(self) -> str:
        return edtf_of(self.start, self.end, self.precision)

    def __attrs_post_init__(self) -> None:
        if self.start is not None and self.end is not None and self.end < self.start:
            raise InputError(f"a period cannot end ({self.end}) before it starts ({self.start})")

    def __str__(self) -> str:
        return f"{self.edtf} ({self.part_of_day.name.lower()})" if self.part_of_day else self.edtf

    def __contains__(self, day: object) -> bool:
        """Whether a day lies inside the period; an unknown end is open."""
        if not isinstance(day, date):
            return False
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    def overlaps(self, other: When) -> bool:
        """Whether the two periods share a day; an unknown end is open."""
        first = self.start is None or other.end is None or self.start <= other.end
        return first and (other.start is None or self.end is None or other.start <= self.end)

    def at(self, span: Span | None) -> Self:
        """The same period, said at another place."""
        return evolve(self, span=span, text=span.text if span else self.text)


class TimeForm(Protocol):
    """What a time expression means before it is known on which day it is said."""

    def when(
        self, *, reference: date, tense: Tense | None, anchor: date | None, words_only: bool = False
    ) -> When | None:
        """The period meant, seen from ``reference``; ``None`` if the words name no period (a duration, a set).

        A ``tense`` or ``anchor`` of ``None`` leaves what the words around the expression told; ``words_only`` leaves
        out its preposition and the range that it stands in.
        """
        ...


@frozen(kw_only=True, field_transformer=checked)
class TimeExpression:
    """Words of a text that tell a time, in the terms of TimeML's TIMEX3.

    Attributes:
        span: where they stand. As in TimeML the preposition is outside ("by Friday" has the span of "Friday").
        timex_type: ``DATE``, ``TIME``, ``DURATION`` or ``SET``.
        timex_value: TIMEX3 value (``2023-05``, ``2023-W24-WE``, ``2023-06-13TNI``, ``P2D``, ``PAST_REF``).
        mod: TIMEX3 modifier ("late May" is ``END``).
        tense: the direction that the words around were read to give, ``None`` if none.
        bound: the preposition before it, if that limits a period ("by", "since", "until").
        anchored: whether it is counted from another date of the text ("two days later").
        when: the period meant. Of a range or list of neighbouring days ("June 18 to 19") each endpoint has its own
            ``timex_value``, but ``when`` is the whole range, and ``when.span`` covers it. A preposition counts:
            "by Friday" runs from the reference to Friday. ``None`` for durations, sets and what cannot be told.
        form: the parsed form, from which :meth:`resolve` works.
    """

    span: Span
    timex_type: TimexType = field(converter=TimexType)
    timex_value: str
    mod: Modifier | None = None
    tense: Tense | None = None
    bound: Bound | None = None
    anchored: bool = False
    when: When | None = None
    form: TimeForm | None = field(default=None, repr=False, eq=False)

    @property
    def text(self) -> str:
        """The words, as written."""
        return self.span.text

    def __str__(self) -> str:
        return f"“{self.text}” {self.timex_type} {self.timex_value}"

    def resolve(
        self,
        *,
        reference: date,
        tense: Tense | str | None = None,
        anchor: date | None = None,
        words_only: bool = False,
    ) -> When | None:
        """The period meant, read again with what is known by now; cheap, nothing is parsed again.

        Args:
            reference: the day from which the text speaks, normally its publication.
            tense: the direction of the thing dated; ``None`` keeps the one read from the words around.
            anchor: the earlier date that "two days later", "the same day" count from. ``None`` keeps the one that
                the text gave, the last date before the expression.
            words_only: leave out the preposition and the range: of "since 1959" the year, of "June 18 to 19" one day.

        Returns:
            The period with the span of its words, or ``None`` where they name no period.
        """
        if self.form is None:
            return self.when
        chosen = None if tense is None else Tense(tense)
        return self.form.when(reference=reference, tense=chosen, anchor=anchor, words_only=words_only)
