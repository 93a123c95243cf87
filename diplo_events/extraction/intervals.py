"""Dates told by their distance from another event: "a day after X lifted sanctions", "four days after May's talks"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from diplo_events.data import rows
from diplo_events.extraction.context import Context
from diplo_events.extraction.syntax import is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

    from diplo_events.model.time import TimeExpression

_MEASURE = re.compile(r"\b(an?|the|\d{1,2}|[a-z]+)\s+(day|week|fortnight)s?\s*$", re.IGNORECASE)
_HOURS = re.compile(r"\b(?:hours?|minutes)\s*$", re.IGNORECASE)
_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_SIGN = {"after": 1, "before": -1}
#: How many steps up the tree a clause with "after" or "before" is looked for.
_REACH = 6


def marker_above(token: Token) -> tuple[Token, Token] | None:
    """The "after" or "before" of the clause or phrase that a word stands in, and the head of that clause."""
    step = token
    for _ in range(_REACH):
        if is_verb(step):
            marker = next((c for c in step.children if c.dep_ in ("mark", "advmod") and c.lower_ in _SIGN), None)
            if marker is not None and marker.i < step.i:
                return marker, step
        if step.head.pos_ in ("ADP", "SCONJ") and step.head.lower_ in _SIGN and step.dep_ in ("pobj", "pcomp"):
            return step.head, step
        if step.head == step or step.dep_ in ("ccomp", "relcl") or (is_verb(step) and step.dep_ == "conj"):
            return None
        step = step.head
    return None


def days_between(marker: Token, context: Context) -> int | None:
    """The days that are measured before "after" (positive) or "before" (negative); None where nothing is."""
    start, _ = context.offsets(marker)
    sentence = context.reading.sentences[context.number]
    before = context.reading.text[sentence.start : start]
    if _HOURS.search(before):
        return 0
    found = _MEASURE.search(before)
    if found is None:
        return None
    word = found[1].lower()
    count = int(word) if word.isdigit() else _numbers().get(word)
    return None if count is None else _SIGN[marker.lower_] * count * _DAYS[found[2].lower()]


@cache
def _numbers() -> dict[str, int]:
    words = {row["word"]: int(row["value"]) for row in rows("time_words.tsv") if row["category"] == "number"}
    return {"a": 1, "an": 1, "the": 1, **words}


#: What is said of something that had not been seen "since" a date: the date is that of the time before.
_LAST_TIME = re.compile(
    r"\b(?:first|second|third|highest|closest|most|longest|biggest|largest|only|broadest|warmest|sharpest|worst)\b"
    r"[^;:]{0,160}\bsince(?: (?:late|early|mid|before|at least))?[ -]$",
    re.IGNORECASE,
)


def is_last_time(time: TimeExpression, context: Context) -> bool:
    """Whether a date is that of the time before: "their first meeting since 2011"."""
    start = context.reading.sentences[context.number].start
    return _LAST_TIME.search(context.reading.text[start : time.span.start]) is not None


#: Sentences back in which the day of the story is looked for.
_STORY = 3


def day_before(context: Context) -> TimeExpression | None:
    """The day last named before the sentence: "Peru complained on Monday. That came a day after X had rung Y"."""
    sentences, number = context.reading.sentences, context.number
    start, end = sentences[max(number - _STORY, 0)].start, sentences[number].start
    days = [t for t in context.reading.times if start <= t.span.start < end and is_day(t)]
    return days[-1] if days else None


def is_day(time: TimeExpression) -> bool:
    """Whether an expression names a single day."""
    return time.when is not None and time.when.start is not None and time.when.start == time.when.end
