"""Builders of times of day: "Tuesday night", "9 a.m. on Friday", "0900 GMT"."""

from __future__ import annotations

import re

from attrs import evolve

from diplo_events.dates.calendar import Unit
from diplo_events.dates.composite import ClockTime, DayTime
from diplo_events.dates.forms import Duration
from diplo_events.dates.named import CalendarDate
from diplo_events.dates.numerals import number_of
from diplo_events.dates.parts import Built, Parts, builder
from diplo_events.dates.relative import Deictic
from diplo_events.dates.surroundings import noun_follows, starts_sentence
from diplo_events.model.time import Modifier, PartOfDay


@builder
def part_of_day(parts: Parts) -> Built:
    """ "this morning", "last night", "morning"."""
    part, pointer = PartOfDay(parts["part"]), parts.get("pointer")
    if pointer is None:
        named = (
            parts.text[parts.start].isupper()
            and len(parts.tokens) == 1
            and not starts_sentence(parts.text, parts.start)
        )
        return None if named else DayTime(of=None, part=part)  # "Operation Dawn"
    anchored = pointer in ("that", "same", "previous", "following") or (pointer == "next" and "the" in parts)
    offset = {"last": -1, "previous": -1, "following": 1, "next": 1}.get(pointer, 0)
    return DayTime(of=Deictic(unit=Unit.DAY, offset=offset, anchored=anchored), part=part)


@builder
def part_before(parts: Parts) -> Built:
    """ "the night before", with nothing after it."""
    offset = -1 if parts["side"] == "before" else 1
    return DayTime(of=Deictic(unit=Unit.DAY, offset=offset, anchored=True), part=PartOfDay(parts["part"]))


@builder
def part_of_ordinal(parts: Parts) -> Built:
    """ "the afternoon of the 18th"."""
    number = int(number_of(parts["day"]))
    if not 1 <= number <= 31 or noun_follows(parts.text, parts.end):
        return None
    return DayTime(of=CalendarDate(day=number), part=PartOfDay(parts["part"]))


@builder
def deictic_time(parts: Parts) -> Built:
    """ "the evening of the same day", "late on the following day"."""
    day = parts.form("day")
    return day_time(parts) if isinstance(day, Deictic) and day.unit is Unit.DAY else None


_COUNTED = re.compile(r"\s+(?:ago|before|earlier|later|after)\b")
"""Behind "a night" it counts: "a night later"."""


@builder
def one_part(parts: Parts) -> Built:
    """ "spending a night in", "a morning of talks": how long, not when."""
    return None if _COUNTED.match(parts.text, parts.end) else Duration(count=1, unit=Unit.DAY)


@builder
def tonight(parts: Parts) -> Built:
    """ "tonight"."""
    return DayTime(of=Deictic(unit=Unit.DAY), part=PartOfDay.NIGHT)


@builder
def day_time(parts: Parts) -> Built:
    """ "Tuesday night", "the night of October 5", "late Monday night"."""
    day, token = parts.form("day"), parts.labelled["part"]
    mod = Modifier(parts["short"]) if "short" in parts else None
    if isinstance(token.form, DayTime):
        if day is None:
            return evolve(token.form, mod=mod)
        return evolve(token.form, of=day, mod=mod) if token.form.of is None else None
    return DayTime(of=day, part=PartOfDay(token.value), mod=mod)


@builder
def clock(parts: Parts) -> Built:
    """ "9 a.m.", "16:00 UTC", "9:30 p.m. EST"."""
    digits = (parts.get("clock") or parts.get("hour") or parts.get("decimal") or "").replace(".", ":").split(":")
    hour = int(digits[0])
    minute = int(digits[1]) if len(digits) > 1 else None
    second = int(digits[2]) if len(digits) > 2 else None
    half_day = parts.get("ampm")
    if half_day and hour <= 12:
        hour = hour % 12 + (12 if half_day == "pm" else 0)
    if hour > 24 or (minute or 0) > 59 or (second or 0) > 59:
        return None
    return ClockTime(of=None, hour=hour, minute=minute, second=second, zone=parts.get("zone") or "")


@builder
def military_clock(parts: Parts) -> Built:
    """ "0900 GMT"."""
    digits = parts["hhmm"]
    if len(digits) != 4 or int(digits[:2]) > 24 or int(digits[2:]) > 59:
        return None
    return ClockTime(of=None, hour=int(digits[:2]), minute=int(digits[2:]), zone=parts["zone"])


@builder
def noon(parts: Parts) -> Built:
    """ "noon", "midnight"."""
    return ClockTime(of=None, hour=int(parts["clockname"]))


@builder
def clock_on(parts: Parts) -> Built:
    """ "9 a.m. on Friday"."""
    clock, day = parts.form("clock"), parts.form("day")
    return evolve(clock, of=day) if isinstance(clock, ClockTime) and clock.of is None and day else None


@builder
def clock_part(parts: Parts) -> Built:
    """ "9 in the morning", "8 p.m. on Monday night"."""
    clock, part = parts.form("clock"), parts.form("part")
    if not isinstance(clock, ClockTime) or clock.of is not None or not isinstance(part, DayTime):
        return None
    late = part.part in (PartOfDay.AFTERNOON, PartOfDay.EVENING, PartOfDay.NIGHT)
    return evolve(clock, of=part.of, hour=clock.hour + 12 if late and clock.hour < 12 else clock.hour)
