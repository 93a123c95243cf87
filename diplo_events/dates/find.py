"""Find the time expressions of a text."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

from attrs import frozen

from diplo_events.dates.ahead import Ahead
from diplo_events.dates.calendar import Period, Unit
from diplo_events.dates.composite import ClockTime, DayTime
from diplo_events.dates.forms import Context, Duration, Form, Reading
from diplo_events.dates.grammar import parse
from diplo_events.dates.lexicon import Lexicon, lexicon
from diplo_events.dates.parsed import Parsed, read
from diplo_events.dates.ranges import Neighbours, Range, link
from diplo_events.dates.reference import reference_day
from diplo_events.dates.relative import Deictic
from diplo_events.dates.scan import Token, scan
from diplo_events.dates.surroundings import before, precedes
from diplo_events.dates.syntax import check_doc, is_time, tense_of
from diplo_events.dates.tense import tense_around, told_as_past
from diplo_events.errors import InputTypeError
from diplo_events.model.text import Span
from diplo_events.model.time import Bound, Precision, Tense, TimeExpression, TimexType, When

_RESULTS = ("xday", "xdate", "xsame", "xpart", "xclock", "xdur", "xspan", "xset", "xref")
_BOUNDS = {"by": Bound.BY, "before": Bound.BY, "since": Bound.SINCE, "until": Bound.UNTIL}


@frozen
class Found:
    """An expression before it is read: its token, and what its neighbours add."""

    token: Token
    form: Form
    whole: Form | None = None
    first: Token | None = None
    last: Token | None = None
    bound: Bound | None = None


def expressions(text: str) -> list[Found]:
    """The expressions of a text, unread: independent of any reference."""
    words = lexicon()
    tokens = parse(text, scan(text))
    results = {words.code(name) for name in _RESULTS}
    places = [i for i, token in enumerate(tokens) if token.form is not None and token.code in results]
    found = [_found(text, words, tokens, i, form) for i in places if (form := tokens[i].form) is not None]
    return _linked(words, tokens, places, found)


def _found(text: str, words: Lexicon, tokens: list[Token], place: int, form: Form) -> Found:
    before = tokens[place - 1].code if place else ""
    ahead = before in (words.code("in"), words.code("within"))
    if (
        isinstance(form, Duration)
        and ahead
        and not _FIRST_IN.search(text[max(0, tokens[place].start - 90) : tokens[place].start])
    ):
        return Found(tokens[place], form, Ahead(length=form, exact=before == words.code("in")))
    return Found(tokens[place], form, bound=_bound(text, words, tokens, place))


def _bound(text: str, words: Lexicon, tokens: list[Token], place: int) -> Bound | None:
    for token in reversed(tokens[max(0, place - 2) : place]):
        for category, bound in _BOUNDS.items():
            if token.code == words.code(category):
                return None if precedes("putting off", text, token.start) else bound
        if token.code != words.code("the"):
            return None
    return None


def _linked(words: Lexicon, tokens: list[Token], places: list[int], found: list[Found]) -> list[Found]:
    out = list(found)
    chain = [0]
    for number in range(1, len(found)):
        here, there = places[number - 1], places[number]
        opened = here > 0 and tokens[here - 1].code in (words.code("between"), words.code("from"))
        whole = link(words, tokens[here + 1 : there], opened, found[number - 1].form, found[number].form)
        in_range = len(chain) > 1 and isinstance(out[number - 1].whole, Range)
        if whole is None or in_range or len(chain) >= _LONGEST_LIST or (len(chain) > 1 and isinstance(whole, Range)):
            chain = [number]
            continue
        chain.append(number)
        if isinstance(whole, Neighbours):
            whole = Neighbours(members=tuple(found[member].form for member in chain))
        for member in chain:
            bound = found[member].bound if member == chain[0] else None
            first, last = found[chain[0]].token, found[chain[-1]].token
            out[member] = Found(found[member].token, found[member].form, whole, first, last, bound)
    return out


_FIRST_IN = re.compile(
    r"\b(?:first|only|second|third|latest|highest|lowest|biggest|worst|best|longest|most \w+)\b[^.;:]*\bin\s+$",
    re.IGNORECASE,
)
"""Before a length of time that looks back: "their first talks in 20 months"."""

_LIMIT = re.compile(r"\b(?:by|until|till)\s+(?:the\s+)?$", re.IGNORECASE)
"""Before a date that lies ahead of whatever is told."""

_HAD = re.compile(r"\bhad\b")
"""Near such a date, if what is told is over: "by Saturday they had left"."""

_LONGEST_LIST = 7
"""Members of a list that are read as one period; a week of days."""

_NEAR = 200
"""Characters. "The year", "the month" mean the one just named if it was named so near, else the reference's."""

_LONG_AGO = 60
"""Days off the reference: background, not the story."""

_BACKGROUND = re.compile(r"\bhad\b[^.;\n]*$")
"""Before a day of what lies behind the story: "He had refused on Tuesday. In the morning she flew in"."""

_CLAUSE = 60
"""Characters before a date in which such a "had" stands."""

_RECENT = 15
"""Days off the reference: the story."""


class Anchors:
    """The dates that a text has told so far, for the expressions that count from them."""

    def __init__(self, reference: date) -> None:
        self.last: Period | None = None
        self.day: Period | None = None
        self.end = 0
        self._reference = reference
        self._recent: Period | None = None
        self._alone: Period | None = None
        self._story: Period | None = None
        self._day_end = 0

    def today(self, text: str, item: Found) -> Period | None:
        """The day of a time of day that stands without one: "later in the evening", "earlier in the day".

        A day of long ago, told in passing, does not outlive its paragraph where the text also tells of recent days.
        """
        if _is_same_day(item.form):
            return self._alone or self.day
        if self._story is not None and _has_no_day(item.form) and ". " in text[self._day_end : item.token.start]:
            return self._story
        if self.day is None or self._recent is None or "\n" not in text[self._day_end : item.token.start]:
            return self.day
        return self._recent if abs((self.day.start - self._reference).days) > _LONG_AGO else self.day

    def before(self, item: Found) -> Period | None:
        """What the expression counts from, if it counts from anything but the reference."""
        form = item.form
        loose = isinstance(form, Deictic) and form.anchored and form.offset == 0
        return None if loose and item.token.start - self.end > _NEAR else self.last

    def move(self, text: str, item: Found, reading: Reading, when: When | None) -> None:
        """Remember a date that has been read; a "since" of long ago is no place to count from."""
        dated = reading.type in (TimexType.DATE, TimexType.TIME) and "_REF" not in reading.value
        if reading.period is None or not dated or (item.bound is Bound.SINCE and not self._just_now(reading.period)):
            return
        self.last, self.end = reading.period, item.token.end
        if isinstance(item.whole, Range | Neighbours) and when is not None and when.start and when.end:
            self.last = Period(when.start, when.end, when.precision)  # "the last two of those days"
        if reading.period.precision in (Precision.DAY, Precision.TIME):
            self.day, self._day_end = reading.period, item.token.end
            if not isinstance(item.whole, Range):
                self._alone = reading.period
            if not _BACKGROUND.search(before(text, item.token.start, _CLAUSE)):
                self._story = reading.period
            if self._just_now(reading.period):
                self._recent = reading.period

    def _just_now(self, period: Period) -> bool:
        """Whether it is a day of the story."""
        days = period.precision in (Precision.DAY, Precision.TIME)
        return days and abs((period.start - self._reference).days) < _RECENT


def _is_same_day(form: Form) -> bool:
    """ "The same day", "that afternoon": of a day told by itself, not of the last day of a visit's."""
    day = form.of if isinstance(form, DayTime) else form
    return isinstance(day, Deictic) and day.unit is Unit.DAY and day.anchored and day.offset == 0


def _has_no_day(form: Form) -> bool:
    """ "In the morning", "at 9 a.m."."""
    return isinstance(form, DayTime | ClockTime) and form.of is None


def find_dates(text: str, *, reference: date | datetime | str, doc: Any = None) -> list[TimeExpression]:
    """Find every time expression of a text.

    Args:
        text: any text, best a whole article: "the following day" counts from the date before it.
        reference: the day on which the text speaks, normally its publication; a date or ISO 8601 text.
        doc: spaCy's ``Doc`` of the same text, if there is one; its tense and parts of speech are then used.

    Returns:
        The expressions in order, none overlapping.

    Raises:
        InputError: if ``reference`` is no date.
        InputTypeError: if an argument has the wrong type.

    Directions: a bare weekday is the last one up to the reference, unless a future ("will", "to", "is due") governs it
    in its clause; the reference's own weekday is the reference. A month or day without its year is the nearest one on
    the side that the tense tells, and the nearest of all where it tells none.
    """
    day = reference_day(reference)
    if not isinstance(text, str):
        raise InputTypeError(f"text must be a str, not {type(text).__name__}")
    out: list[TimeExpression] = []
    anchors = Anchors(day)
    if doc is not None:
        check_doc(doc, text)
    for item in expressions(text):
        token = item.token
        if doc is not None and not is_time(doc, token.start, token.end):
            continue
        tense = _tense(text, item, doc)
        anchor = anchors.before(item)
        context = Context(
            reference=day,
            tense=tense,
            guessed=item.bound is not Bound.SINCE and not told_as_past(text, token.start),
            anchor=anchor,
            day=anchors.today(text, item),
        )
        reading = read(item.form, context)
        if reading is None:
            continue
        out.append(_expression(text, item, reading, context))
        anchors.move(text, item, reading, out[-1].when)
    return out


def _tense(text: str, item: Found, doc: Any) -> Tense | None:
    start, end = item.token.start, item.token.end
    if item.bound is Bound.SINCE:
        return Tense.PAST
    if _LIMIT.search(before(text, start)) and not _HAD.search(text[max(0, start - 40) : end + 40]):
        return Tense.FUTURE
    known = tense_of(doc, start, end) if doc is not None else None
    return known or tense_around(text, start, end)


def _expression(text: str, item: Found, reading: Reading, context: Context) -> TimeExpression:
    span = Span.of(text, item.token.start, item.token.end)
    form = Parsed(
        form=item.form,
        words=span,
        whole=item.whole,
        whole_words=Span.of(text, item.first.start, item.last.end) if item.first and item.last else None,
        bound=item.bound,
        tense=context.tense,
        guessed=context.guessed,
        anchor=context.anchor,
        day=context.day,
    )
    return TimeExpression(
        span=span,
        timex_type=reading.type,
        timex_value=reading.value,
        mod=reading.mod,
        tense=context.tense,
        bound=item.bound,
        anchored=reading.relative_to is not None and reading.relative_to != context.reference,
        when=form.when(reference=context.reference, tense=None, anchor=None),
        form=form,
    )
