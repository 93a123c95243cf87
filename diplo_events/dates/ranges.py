"""Ranges and lists: "June 18 to 19", "18-19 June 2023", "between 2003 and 2005", "March and April", "2003-05"."""

from __future__ import annotations

import re
from datetime import timedelta
from itertools import pairwise

from attrs import evolve, frozen

from diplo_events.dates.calendar import Period
from diplo_events.dates.forms import Context, Form, Reading
from diplo_events.dates.lexicon import Lexicon, lexicon
from diplo_events.dates.named import CalendarDate, Pointer, Weekday
from diplo_events.dates.numerals import number_of
from diplo_events.dates.scan import Token
from diplo_events.model.time import Precision, Tense

_DAYS = ("d12", "d24", "d31", "dayord")
_LINKS = ("to", "hyphen", "and", "or", "comma", "until", "slash")
_THROUGH = ("to", "hyphen", "until")
_PLURAL = re.compile(r" (?:people|men|women|children|[a-z]{3,20}s)\b")


@frozen(kw_only=True)
class Range:
    """From one form to another: "from June 18 to 19", "between Monday and Wednesday", "May 10 and 11".

    Attributes:
        first: where it begins.
        last: where it ends.
    """

    first: Form
    last: Form

    def read(self, context: Context) -> Reading | None:
        """See :class:`Form`; ``None`` if the two are in the wrong order."""
        first, last = self.first.read(context), self.last.read(context)
        if first is None or last is None or first.period is None or last.period is None:
            return None
        if last.period.end < first.period.start:
            first, last = self._ordered(context, first, last)
        if first is None or last is None or first.period is None or last.period is None:
            return None
        if last.period.end < first.period.start:
            return None
        period = Period(first.period.start, last.period.end, Precision.PERIOD)
        relative = first.relative_to or last.relative_to
        return Reading(value=first.value, type=first.type, period=period, part=None, relative_to=relative)

    def _ordered(self, context: Context, first: Reading, last: Reading) -> tuple[Reading | None, Reading | None]:
        """Of two weekdays the second follows the first; seen from the past, the first comes before the second."""
        if not isinstance(self.first, Weekday) or not isinstance(self.last, Weekday):
            return first, last
        if context.tense is Tense.FUTURE:
            after = evolve(context, anchor=first.period)
            return first, evolve(self.last, pointer=Pointer.FOLLOWING).read(after)
        before = evolve(context, anchor=last.period)
        return evolve(self.first, pointer=Pointer.PREVIOUS).read(before), last


@frozen(kw_only=True)
class Neighbours:
    """A list: "May 10, 11 and 12", "Monday and Tuesday". One period only if nothing lies between one and the next."""

    members: tuple[Form, ...]

    def read(self, context: Context) -> Reading | None:
        """See :class:`Form`."""
        readings = [member.read(context) for member in self.members]
        periods = [reading.period for reading in readings if reading and reading.period]
        if len(periods) != len(self.members):
            return None
        if any(b.start - a.end != timedelta(days=1) for a, b in pairwise(periods)):
            return None
        return Range(first=self.members[0], last=self.members[-1]).read(context)


def _is(words: Lexicon, token: Token | None, categories: tuple[str, ...]) -> bool:
    return token is not None and any(token.code == words.code(category) for category in categories)


def complete(text: str, tokens: list[Token]) -> list[Token]:
    """Give bare numbers that stand in a range or list with a date the month and year that they share with it.

    Args:
        text: the whole text.
        tokens: after the first level of the grammar.
    """
    words = lexicon()
    tokens = _forward(words, text, tokens)
    return _backward(words, text, tokens)


def _forward(words: Lexicon, text: str, tokens: list[Token]) -> list[Token]:
    """ "June 18 to 19", "May 10, 11 and 12, 2023", "2003-05"."""
    out = list(tokens)
    place = 0
    while place + 2 < len(out):
        first, link, number = out[place], out[place + 1], out[place + 2]
        form = first.form
        if isinstance(form, CalendarDate) and _is(words, link, _LINKS):
            if form.day is not None and form.month is not None and _is(words, number, _DAYS):
                _share_month(words, text, out, place)
            elif form.month is None and form.year is not None and _is(words, link, _THROUGH):
                _share_century(words, form, number)
        place += 1
    return out


def _share_month(words: Lexicon, text: str, out: list[Token], place: int) -> None:
    first, link, number = out[place : place + 3]
    following = out[place + 3] if place + 3 < len(out) else None
    form = first.form
    assert isinstance(form, CalendarDate)
    if _is(words, link, ("comma",)) and not _is(words, following, ("comma", "and", "hyphen")):
        return
    if _is(words, following, ("unit", "units", "month", "clockunit", "clockunits", "ampm", "number", "xday")):
        return
    if _PLURAL.match(text, number.end):
        return  # "May 10 and 11 people"
    number.form = evolve(form, day=int(number_of(number.value)), weekday=None)
    number.code = first.code
    last = place + 3
    if form.year is None and last < len(out):
        last += _is(words, out[last], ("comma",)) and last + 1 < len(out)
        year = out[last].form
        if isinstance(year, CalendarDate) and year.month is None and year.year:
            number.form = evolve(number.form, year=year.year)
            number.end = out[last].end
            for earlier in out[max(0, place - 6) : place + 1]:
                other = earlier.form
                if isinstance(other, CalendarDate) and other.month == form.month and other.year is None:
                    earlier.form = evolve(other, year=year.year)
            del out[place + 3 : last + 1]


def _share_century(words: Lexicon, form: CalendarDate, number: Token) -> None:
    """ "1915-17"."""
    if not _is(words, number, ("d12", "d24", "d31", "d99")) or len(number.value) != 2 or form.year is None:
        return
    year = form.year - form.year % 100 + int(number.value)
    if year > form.year:
        number.form = CalendarDate(year=year)
        number.code = words.code("xdate")


def _backward(words: Lexicon, text: str, tokens: list[Token]) -> list[Token]:
    """ "18-19 June 2023", "between 5 and 9 May", "the 13th to the 19th of October"; "June 28 to July 3, 2023"."""
    for place in range(len(tokens) - 1, 1, -1):
        form = tokens[place].form
        if not isinstance(form, CalendarDate) or form.month is None:
            continue
        link_at = place - 1
        if not _is(words, tokens[link_at], _LINKS):
            continue
        earlier = tokens[link_at - 1]
        day_first = form.day is not None and _day_first(words, text, tokens[place], tokens[link_at])
        if day_first and form.day is not None and _is(words, earlier, _DAYS):
            earlier.form = evolve(form, day=int(number_of(earlier.value)), weekday=None)
            earlier.code = tokens[place].code
        elif isinstance(earlier.form, CalendarDate) and form.year and earlier.form.month and not earlier.form.year:
            same_shape = (earlier.form.day is None) == (form.day is None)
            if same_shape and not earlier.form.pointer:
                back = earlier.form.month > form.month
                earlier.form = evolve(earlier.form, year=form.year - back)
        elif isinstance(earlier.form, CalendarDate) and earlier.form.day and not earlier.form.month and form.day:
            earlier.form = evolve(earlier.form, month=form.month, year=form.year)
    return tokens


def _day_first(words: Lexicon, text: str, token: Token, link: Token) -> bool:
    return (text[token.start].isdigit() or text[token.start] == "t") and not _is(words, link, ("comma",))


def link(words: Lexicon, between: list[Token], opened: bool, first: Form, last: Form) -> Range | Neighbours | None:
    """Whether two expressions, with these tokens between them, are one range or list.

    Args:
        words: the lexicon.
        between: the tokens between the two.
        opened: "between" or "from" stands before the first.
        first: the meaning of the first.
        last: the meaning of the second.
    """
    kept = [token for token in between if not _is(words, token, ("the", "early", "late"))]
    if len(kept) == 2 and _is(words, kept[0], ("comma",)) and _is(words, kept[1], ("and", "or", "to")):
        kept = kept[1:]
    if len(kept) != 1 or not _is(words, kept[0], _LINKS):
        return None
    strict = any(_is(words, token, _THROUGH) for token in kept) or opened
    return Range(first=first, last=last) if strict else Neighbours(members=(first, last))
