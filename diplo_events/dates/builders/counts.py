"""Builders of what is counted: numbers, "last week", "two days ago", "the past month", "three years"."""

from __future__ import annotations

import re

from diplo_events.dates.calendar import Unit
from diplo_events.dates.composite import Away
from diplo_events.dates.forms import Duration, Recurring, amount
from diplo_events.dates.named import FiscalYear, Pointer, Weekday
from diplo_events.dates.parts import BUILDERS, Built, Parts, builder, modifier
from diplo_events.dates.relative import Counted, Deictic, SomeOf, Stretch
from diplo_events.dates.surroundings import before, precedes

_NOT_PERIOD = re.compile(
    r"\s+(?:when|that|after|before|he|she|it|they|we|of\s+(?!(?:the\s+)?\d|[JFMASOND][a-z]{2,8}\b|[A-Z][a-z]{2,8}day\b))\b"
)
#: Behind a period without a date of its own that is the present one.
_RUNS_OUT = re.compile(r"\s+(?:ends?|closes?|runs? out|(?:is|was|were) (?:out|over|up|through))\b")
_DIGIT_BEFORE = re.compile(r"\d\s$")
_THAN = re.compile(r"\s+than\b")
_OF = re.compile(r"\s+of\b")


@builder
def compound(parts: Parts) -> Built:
    """ "twenty-one", "two hundred"."""
    if "scale" in parts:
        scale, count = float(parts["scale"]), float(parts["count"])
        return f"{scale * count:g}" if scale >= 100 > count or scale == 12 else None
    tens, ones = float(parts["tens"]), float(parts["ones"])
    return f"{tens + ones:g}" if tens >= 20 and tens % 10 == 0 and tens < 100 and ones < 10 else None


@builder
def halves(parts: Parts) -> Built:
    """ "two and a half"."""
    return f"{float(parts['count']) + 0.5:g}"


@builder
def vague_quantity(parts: Parts) -> Built:
    """ "several", "a few"."""
    return "X"


@builder
def couple(parts: Parts) -> Built:
    """ "a couple of"."""
    return "2"


@builder
def more_than(parts: Parts) -> Built:
    """ "more than", "at least": the modifier is an option of the rule."""
    return parts.options["MOD"]


@builder
def half_a(parts: Parts) -> Built:
    """ "half a"."""
    return "0.5"


def _is_no_period(parts: Parts) -> bool:
    """ "the day after the talks", "the day he left", but not "late in the day after falling"."""
    return bool(_NOT_PERIOD.match(parts.text, parts.end)) and not precedes("inside", parts.text, parts.start)


_OFFSET = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "this": 0,
    "same": 0,
    "that": 0,
    "next": 1,
    "coming": 1,
    "following": 1,
}
_ANCHORED = ("previous", "same", "that", "following")


@builder
def deictic(parts: Parts) -> Built:
    """ "last week", "the year", "the following month"."""
    unit, word = parts.unit(), parts.get("pointer")
    if parts.options.get("pointer") == "last":
        return Deictic(unit=unit, offset=-1) if unit is not Unit.DAY else None
    if word is None and "whole" not in parts and _is_no_period(parts):
        return None
    if "fiscal" in parts:
        return FiscalYear(offset=_OFFSET[word or "this"]) if unit is Unit.YEAR else None
    if "current" in parts:
        return Deictic(unit=unit)
    if word is None:
        # A newspaper's weekend is the nearest; "before the year is out" the one that is running.
        anchored = unit is not Unit.WEEKEND and _RUNS_OUT.match(parts.text, parts.end) is None
        return Deictic(unit=unit, anchored=anchored)
    if word in ("last", "past") and "the" in parts and unit not in (Unit.QUARTER, Unit.WEEKEND):
        return Stretch(count=1, unit=unit, sign=-1)
    if word == "past" and unit is not Unit.WEEKEND:
        return Stretch(count=1, unit=unit, sign=-1)
    anchored = word in _ANCHORED or ("the" in parts and word == "next")
    if unit is Unit.DAY and not anchored:
        return None
    if word == "coming" and unit is Unit.WEEKEND:
        return Deictic(unit=unit)  # said from Monday to Friday of the one that lies ahead
    return Deictic(unit=unit, offset=_OFFSET[word], anchored=anchored)


@builder
def day(parts: Parts) -> Built:
    """ "today", "yesterday"."""
    return Deictic(unit=Unit.DAY, offset=int(parts["day"]))


@builder
def day_before(parts: Parts) -> Built:
    """ "the day before", with nothing after it."""
    return Deictic(unit=parts.unit(), offset=-1 if parts["side"] == "before" else 1, anchored=True)


@builder
def unit_beyond(parts: Parts) -> Built:
    """ "the week after next", "the year before last"."""
    sides = {("before", "last"): -2, ("after", "next"): 2}
    offset = sides.get((parts["side"], parts["pointer"]))
    return Deictic(unit=parts.unit(), offset=offset) if offset else None


@builder
def weekday_beyond(parts: Parts) -> Built:
    """ "the Tuesday before last", "the Friday after next"."""
    weekday = int(parts["weekday"])
    if (parts["side"], parts["pointer"]) == ("before", "last"):
        return Away(of=Weekday(weekday=weekday, pointer=Pointer.LAST), count=-1, unit=Unit.WEEK)
    if (parts["side"], parts["pointer"]) == ("after", "next"):
        return Away(of=Weekday(weekday=weekday, pointer=Pointer.NEXT), count=1, unit=Unit.WEEK)
    return None


@builder
def day_beyond(parts: Parts) -> Built:
    """ "the day after tomorrow"."""
    side = -1 if parts["side"] == "before" else 1
    offset = int(parts["day"])
    return Deictic(unit=Unit.DAY, offset=2 * side) if offset == side and parts["unit"] == "day" else None


def _unit(parts: Parts) -> tuple[Unit, int]:
    """The unit and how many of it the word means ("fortnight" is two weeks)."""
    name = parts["unit"]
    return (Unit.WEEK, 2) if name == "fortnight" else (Unit(name), 1)


@builder
def counted(parts: Parts) -> Built:
    """ "two weeks ago", "a year earlier"."""
    if parts.get("phrase") not in (None, "now"):
        return None
    if parts.get("sign") in ("later", "earlier") and _THAN.match(parts.text, parts.end):
        return Duration(count=parts.count(), unit=_unit(parts)[0])  # "three weeks later than planned"
    unit, factor = _unit(parts)
    bare = "quantity" not in parts and "a" not in parts and "hyphen" not in parts
    count = None if bare else parts.count()
    sign = parts.get("sign")
    past = sign in ("ago", "earlier", "before")
    return Counted(
        count=None if count is None else count * factor,
        unit=unit,
        sign=-1 if past else 1,
        anchored=sign not in (None, "ago"),
        mod=modifier(parts),
    )


counted_back = BUILDERS["counted_back"] = counted


@builder
def stretch(parts: Parts) -> Built:
    """ "the past two weeks", "recent months", "the coming days"."""
    if parts.get("pointer") == "last" and "the" not in parts and precedes("auxiliary", parts.text, parts.start):
        return None  # "will last three days"
    unit, factor = _unit(parts)
    value = parts.get("pointer") or parts.get("next") or "last"
    sign = 1 if value in ("next", "coming", "following") else -1
    if "quantity" in parts:
        count = parts.count()
        return Stretch(
            count=None if count is None else count * factor,
            unit=unit,
            sign=sign,
            anchored=value in _ANCHORED,
            mod=modifier(parts),
        )
    if parts.labelled["unit"].end - parts.labelled["unit"].start and _is_plural(parts):
        return Stretch(count=None, unit=unit, sign=sign, vague="recent" in parts or sign > 0)
    return Stretch(count=1, unit=unit, sign=sign, mod=modifier(parts))


def _is_plural(parts: Parts) -> bool:
    token = parts.labelled["unit"]
    return parts.text[token.start : token.end].lower().endswith("s")


def _is_rate(parts: Parts) -> bool:
    """ "$10 a share a year", "six days a week"."""
    return precedes("rate", parts.text, parts.start) or bool(_DIGIT_BEFORE.search(before(parts.text, parts.start)))


@builder
def duration(parts: Parts) -> Built:
    """ "two weeks", "a year", "five-year-old"."""
    unit, factor = _unit(parts)
    if unit is Unit.QUARTER and ("a" in parts or _OF.match(parts.text, parts.end)):
        return None  # "a quarter of the seats"
    if "a" in parts and len(parts.tokens) == 2 and _is_rate(parts):
        return Recurring(value=amount(1, unit))
    count = 1.0 if "quantity" not in parts else parts.count()
    return Duration(count=None if count is None else count * factor, unit=unit, mod=modifier(parts))


@builder
def last_of(parts: Parts) -> Built:
    """ "the last two of those days"."""
    count, side = parts.count(), parts["side"]
    if count is None or parts.unit() is not Unit.DAY or side not in ("1", "last"):
        return None
    return SomeOf(count=int(count), sign=1 if side == "1" else -1)


@builder
def half_hour(parts: Parts) -> Built:
    """ "half hour"."""
    return Duration(count=0.5, unit=parts.unit())


@builder
def bare_units(parts: Parts) -> Built:
    """ "years", "weeks"."""
    if parts.unit() is Unit.QUARTER:
        return None  # "in some quarters"
    if parts.unit() is Unit.WEEKEND:
        return Recurring(value="XXXX-WXX-WE")
    return Duration(count=None, unit=parts.unit())
