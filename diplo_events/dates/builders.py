"""Builders of the first level: from the labelled tokens of a matched rule to a form.

Each is named in ``time_rules.tsv``. It returns the form, a plain string for the value of an intermediate token, or
``None`` where the match is no time after all.
"""

from __future__ import annotations

import re

from diplo_events.dates.calendar import SEASONS, Unit
from diplo_events.dates.composite import Ordinal, SamePeriod
from diplo_events.dates.forms import Duration, Recurring, Vague, amount
from diplo_events.dates.named import BeforeChrist, CalendarDate, FiscalYear, Holiday, Season, Weekday
from diplo_events.dates.numerals import decade_year, full_year, iso_date, number_of, slashed_date
from diplo_events.dates.parts import BUILDERS, Built, Parts, builder, modifier, pointer
from diplo_events.dates.relative import Counted, Decade, Deictic, Stretch
from diplo_events.dates.years import is_year

# ---- numbers ---------------------------------------------------------------------------------------------------------


@builder
def compound(parts: Parts) -> Built:
    """"twenty-one", "two hundred"."""
    if "scale" in parts:
        scale, count = float(parts["scale"]), float(parts["count"])
        return f"{scale * count:g}" if scale >= 100 > count or scale == 12 else None
    tens, ones = float(parts["tens"]), float(parts["ones"])
    return f"{tens + ones:g}" if tens >= 20 and tens % 10 == 0 and tens < 100 and ones < 10 else None


@builder
def halves(parts: Parts) -> Built:
    """"two and a half"."""
    return f"{float(parts['count']) + 0.5:g}"


@builder
def vague_quantity(parts: Parts) -> Built:
    """"several", "a few"."""
    return "X"


@builder
def couple(parts: Parts) -> Built:
    """"a couple of"."""
    return "2"


@builder
def more_than(parts: Parts) -> Built:
    """"more than", "at least": the modifier is an option of the rule."""
    return parts.options["MOD"]


@builder
def half_a(parts: Parts) -> Built:
    """"half a"."""
    return "0.5"


_NOUN_FOLLOWS = re.compile(r"\s+(?!(?:and|or|to|of|through|at|in|for|when|after|before|with|he|she|they|but|while)\b)\w")
_TITLE_FOLLOWS = re.compile(r"\s+(?:Times|Mirror|Telegraph|Express|Post|Mail|Herald|Tribune|Independent|Observer|World)\b")
_NAME_FOLLOWS = re.compile(r"\s+(?!(?:Day|Eve|Week|Weekend|Mass|January|February|March|April|May|June|July|August|September|October|"
                           r"November|December)\b)[A-Z][a-z]")
_FALL_OF = re.compile(r"\s+(?:of|to|in|from|by)\b(?!\s+(?:\d{4}|last|next|this|that))")


# ---- dates -----------------------------------------------------------------------------------------------------------


@builder
def iso(parts: Parts) -> Built:
    """"2023-06-21"."""
    return iso_date(parts["iso"])


@builder
def slashed(parts: Parts) -> Built:
    """"21/06/2023"."""
    return slashed_date(parts["slashed"])


_GIVEN_NAME = re.compile(r"\b(?!(?:In|By|Since|Until|Till|Last|Next|This|From|To|And|Of|On|Through|During|Before|After|Late|Early|Mid|"
                         r"Every|Each|For|The)\b)[A-Z][\w’'-]*\s$")


_SPEAKS = re.compile(r"\s+(?:said|says|told|added|tried|met|insisted|herself)\b")
_SUBJECT = re.compile(r"\s+(?:I|we|he|she|you|they|it|God|the)\b")
_SENTENCE_START = re.compile(r"(?:^|[.!?\"“]\s*)$")


def _is_surname(parts: Parts) -> bool:
    """"Theresa May", "Helen March"; after an initial capital that is no preposition a bare month is a name."""
    start, end = parts.tokens[0].start, parts.tokens[0].end
    word, before = parts.text[start:end], parts.text[:start][-24:]
    if word == "May" and (_SPEAKS.match(parts.text, end) or (_SENTENCE_START.search(before) and _SUBJECT.match(parts.text, end))):
        return True  # "May said", "May I"
    return word in ("May", "March", "April", "June", "August") and bool(_GIVEN_NAME.search(before))


@builder
def calendar(parts: Parts) -> Built:
    """Months, with day or year or both; "the 21st"."""
    day, month = parts.get("day") or parts.get("dayord"), parts.get("month")
    if not parts.only("month_"):
        return None
    weekday = parts.get("weekday")
    if month is not None and len(parts.tokens) == 1 and _is_surname(parts):
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
    """"on the 21st", but not "on the 21st floor"."""
    day = int(number_of(parts["dayord"] if "dayord" in parts else parts["day"]))
    if not 1 <= day <= 31 or _NOUN_FOLLOWS.match(parts.text, parts.tokens[-1].end):
        return None
    weekday = parts.get("weekday")
    return CalendarDate(day=day, weekday=int(weekday) if weekday else None)


@builder
def before_christ(parts: Parts) -> Built:
    """"264 BC", which no calendar of ours reaches."""
    return BeforeChrist(year=int(float(parts["year"])))


@builder
def weekday(parts: Parts) -> Built:
    """"Friday", "next Friday"."""
    if "the" in parts and "pointer" not in parts:
        return None
    if _TITLE_FOLLOWS.match(parts.text, parts.tokens[-1].end):
        return None
    return Weekday(weekday=int(parts["weekday"]), pointer=pointer(parts))


@builder
def season(parts: Parts) -> Built:
    """"spring 2021", "last summer"."""
    year, last = parts.get("year"), parts.tokens[-1]
    word = parts.text[last.start : last.end]
    if "year" not in parts and word[0].isupper() and _NAME_FOLLOWS.match(parts.text, last.end):
        return None  # "the Winter Olympics"
    if word.lower() == "fall" and _FALL_OF.match(parts.text, last.end):
        return None
    name = parts.get("season") or parts["weakseason"]
    return Season(season=name, year=full_year(year) if year else None, pointer=pointer(parts))


@builder
def holiday(parts: Parts) -> Built:
    """"Christmas Eve", "Ramadan 2023"."""
    year = parts.get("year")
    if _NAME_FOLLOWS.match(parts.text, parts.tokens[-1].end):
        return None
    return Holiday(name=parts["holiday"], year=full_year(year) if year else None, pointer=pointer(parts))


@builder
def year(parts: Parts) -> Built:
    """"2018", if the words around allow a year."""
    return CalendarDate(year=int(parts["year"])) if is_year(parts.text, parts.tokens[0].start, parts.tokens[0].end) else None


@builder
def apos_year(parts: Parts) -> Built:
    """"'82"."""
    return CalendarDate(year=full_year(parts["year"]))


_DECADE_BEFORE = re.compile(r"(?:0s(?:,| and| or| to)|\b(?:early|mid|late))[\s-]*(?:the )?$")


@builder
def decade(parts: Parts) -> Built:
    """"the 1990s", "the nineties"."""
    if parts.get("decade") is None:
        return None
    before = parts.text[: parts.tokens[0].start][-14:]
    found = decade_year(parts["decade"], named="the" in parts or bool(_DECADE_BEFORE.search(before)))
    return Decade(year=found) if found is not None else None


@builder
def century(parts: Parts) -> Built:
    """"the 19th century"."""
    if parts["century"] != "century":
        return None
    number = int(number_of(parts["number"]))
    return Decade(year=100 * (number - 1), unit=Unit.CENTURY) if 1 <= number <= 30 else None


@builder
def fiscal(parts: Parts) -> Built:
    """"fiscal 1999", "the financial year"."""
    year = parts.get("year")
    if year is None and parts.get("unit") != "year":
        return None
    return FiscalYear(year=full_year(year) if year else None)


@builder
def quarter(parts: Parts) -> Built:
    """"the third quarter"."""
    unit = Unit.HALF if "half" in parts else parts.unit()
    number = int(number_of(parts["number"]))
    if unit not in (Unit.QUARTER, Unit.HALF) or number > (4 if unit is Unit.QUARTER else 2):
        return None
    return Ordinal(number=number, unit=unit)


# ---- relative --------------------------------------------------------------------------------------------------------

_NOT_PERIOD = re.compile(r"\s+(?:when|that|after|before|of\s+(?!(?:the\s+)?\d|January|February|March|April|May|June|July|August|"
                         r"September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday))\b")
_INSIDE = re.compile(r"\b(?:in|of|for|during|end|start|early|late|later|earlier)\s+$", re.IGNORECASE)


def _is_no_period(parts: Parts) -> bool:
    """"the day after the talks", "the day he left", but not "late in the day after falling"."""
    before = parts.text[: parts.tokens[0].start][-12:]
    return bool(_NOT_PERIOD.match(parts.text, parts.tokens[-1].end)) and not _INSIDE.search(before)


_OFFSET = {"last": -1, "past": -1, "previous": -1, "this": 0, "same": 0, "that": 0, "next": 1, "coming": 1, "following": 1}
_ANCHORED = ("previous", "same", "that", "following")


@builder
def deictic(parts: Parts) -> Built:
    """"last week", "the year", "the following month"."""
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
        return Deictic(unit=unit, anchored=True)
    if word in ("last", "past") and "the" in parts and unit not in (Unit.QUARTER, Unit.WEEKEND):
        return Stretch(count=1, unit=unit, sign=-1)
    if word == "past" and unit is not Unit.WEEKEND:
        return Stretch(count=1, unit=unit, sign=-1)
    anchored = word in _ANCHORED or ("the" in parts and word == "next")
    if unit is Unit.DAY and not anchored:
        return None
    return Deictic(unit=unit, offset=_OFFSET[word], anchored=anchored)


@builder
def day(parts: Parts) -> Built:
    """"today", "yesterday"."""
    return Deictic(unit=Unit.DAY, offset=int(parts["day"]))


@builder
def day_before(parts: Parts) -> Built:
    """"the day before", with nothing after it."""
    return Deictic(unit=parts.unit(), offset=-1 if parts["side"] == "before" else 1, anchored=True)


@builder
def day_beyond(parts: Parts) -> Built:
    """"the day after tomorrow"."""
    side = -1 if parts["side"] == "before" else 1
    offset = int(parts["day"])
    return Deictic(unit=Unit.DAY, offset=2 * side) if offset == side and parts["unit"] == "day" else None


def _count(parts: Parts) -> float | None:
    """The number of units; 1 for "a", ``None`` for a vague one or for units without a number."""
    quantity = parts.get("quantity")
    if quantity is None:
        plural = "unit" in parts and "a" not in parts and parts.labelled["unit"].value == "" 
        return None if plural else 1
    return float(quantity) if quantity not in ("X", "") and quantity[0].isdigit() else None


def _unit(parts: Parts) -> tuple[Unit, int]:
    """The unit and how many of it the word means ("fortnight" is two weeks)."""
    name = parts["unit"]
    return (Unit.WEEK, 2) if name == "fortnight" else (Unit(name), 1)


@builder
def counted(parts: Parts) -> Built:
    """"two weeks ago", "a year earlier"."""
    unit, factor = _unit(parts)
    bare = "quantity" not in parts and "a" not in parts and "hyphen" not in parts
    count = None if bare else _count(parts)
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


_VERB_LAST = re.compile(r"\b(?:to|and|will|would|could|may|might|can|should|must)\s+$")


@builder
def stretch(parts: Parts) -> Built:
    """"the past two weeks", "recent months", "the coming days"."""
    if parts.get("pointer") == "last" and "the" not in parts and _VERB_LAST.search(parts.text[: parts.tokens[0].start][-8:]):
        return None  # "will last three days"
    unit, factor = _unit(parts)
    value = parts.get("pointer") or parts.get("next") or "last"
    sign = 1 if value in ("next", "coming", "following") else -1
    if "quantity" in parts:
        count = _count(parts)
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


_OF = re.compile(r"\s+of\b")
_RATE = re.compile(r"(?:\d|\b(?:million|billion|thousand|dollars|tons|tonnes|barrels|percent|people|hours|days|minutes|cents|share))\s$")


@builder
def duration(parts: Parts) -> Built:
    """"two weeks", "a year", "five-year-old"."""
    unit, factor = _unit(parts)
    if unit is Unit.QUARTER and ("a" in parts or _OF.match(parts.text, parts.tokens[-1].end)):
        return None  # "a quarter of the seats"
    if "a" in parts and len(parts.tokens) == 2 and _RATE.search(parts.text, max(0, parts.tokens[0].start - 16), parts.tokens[0].start):
        return Recurring(value=amount(1, unit))
    count = 1.0 if "quantity" not in parts else _count(parts)
    return Duration(count=None if count is None else count * factor, unit=unit, mod=modifier(parts))


@builder
def half_hour(parts: Parts) -> Built:
    """"half hour"."""
    return Duration(count=0.5, unit=parts.unit())


@builder
def bare_units(parts: Parts) -> Built:
    """"years", "weeks"."""
    return Duration(count=None, unit=parts.unit())


# ---- sets and references ---------------------------------------------------------------------------------------------


@builder
def recurring(parts: Parts) -> Built:
    """"every day", "every two weeks", "once a month"."""
    unit = parts.unit()
    count = 2 if "other" in parts else _count(parts) if "quantity" in parts else 1
    return Recurring(value=amount(count, unit))


@builder
def every_name(parts: Parts) -> Built:
    """"every Friday", "Sundays", "each summer"."""
    token = parts.labelled["name"]
    value = token.value
    if value in SEASONS:
        return Recurring(value=f"XXXX-{value}")
    if not value.isdigit():
        return Recurring(value=f"XXXX-XX-XXT{value}")
    word = parts.text[token.start : token.end].lower()
    return Recurring(value=f"XXXX-WXX-{int(value) + 1}" if "day" in word else f"XXXX-{int(value):02d}")


@builder
def frequency(parts: Parts) -> Built:
    """"daily", "annual"."""
    return Recurring(value=parts["freq"])


_NOT_REFERENCE = re.compile(r"-\w|\s+(?:after|before|afterwards?|thereafter|(?!need|indeed|speed)[a-z]+ed)\b")
"""After "soon", "now": "now-cancelled", "soon after", "soon joined"."""


@builder
def phrase(parts: Parts) -> Built:
    """"recently", "now": as in ``time_phrases.tsv``."""
    form = parts.labelled["phrase"].form
    if isinstance(form, Vague) and form.value != "PAST_REF" and _NOT_REFERENCE.match(parts.text, parts.tokens[-1].end):
        return None
    return parts.labelled["phrase"].form


@builder
def current_(parts: Parts) -> Built:
    """"current"."""
    return Vague(value="PRESENT_REF", first=0, last=0)


@builder
def recent_(parts: Parts) -> Built:
    """"recent"."""
    return Vague(value="PAST_REF", first=-30, last=0)


@builder
def past_ref(parts: Parts) -> Built:
    """"the past", if it is a noun."""
    if parts["last"] != "past" or _NOUN_FOLLOWS.match(parts.text, parts.tokens[-1].end):
        return None
    return Vague(value="PAST_REF")


@builder
def future_ref(parts: Parts) -> Built:
    """"the future", if it is a noun."""
    end = parts.tokens[-1].end
    if parts.text[parts.tokens[-1].start].isupper() or _NOUN_FOLLOWS.match(parts.text, end) or parts.text[end : end + 1] == "-":
        return None
    return Vague(value="FUTURE_REF")


@builder
def same_period(parts: Parts) -> Built:
    """"the same period", "the same period last year"."""
    return SamePeriod(of=parts.form("base"))


@builder
def year_earlier(parts: Parts) -> Built:
    """"year-ago", "the year-earlier period"."""
    unit = Unit(parts["thing"]) if parts.get("thing") in tuple(Unit) else None
    return SamePeriod(years=-1, unit=unit) if parts["year"] == "year" else None
