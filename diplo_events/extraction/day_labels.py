"""Days that stand as labels over what they date: the headings of a diary, the entries of a chronicle."""

from __future__ import annotations

import re

from diplo_events.model.time import Tense, TimeExpression
from diplo_events.reading.reading import Reading

#: What may stand before a label on its line, and what sets it off from its entry.
_MARKS = " \t*•●▪–—-"
_SET_OFF = re.compile(r"\s*(?:$|[.:]\s|[–—-]{1,2}\s)")
#: So many labels make a diary or a chronicle.
_FEWEST = 3


def label_over(reading: Reading, offset: int) -> TimeExpression | None:
    """The label under which a text stands, in an article that has several; None where none is or it is not clear.

    Args:
        reading: the article.
        offset: where the text stands.
    """
    labels = reading.once("day labels", _labels)
    if len(labels) < _FEWEST:
        return None
    above = [time for time in labels if time.span.start <= offset]
    return above[-1] if above and _has_one_meaning(above[-1], reading) else None


def _labels(reading: Reading) -> list[TimeExpression]:
    return [time for time in reading.times if _is_label(reading.text, time)]


def _is_label(text: str, time: TimeExpression) -> bool:
    """Whether nothing but marks stands before an expression on its line, and a mark or the line's end behind."""
    start = text.rfind("\n", 0, time.span.start) + 1
    end = text.find("\n", time.span.end)
    if text[start : time.span.start].strip(_MARKS):
        return False
    return _SET_OFF.match(text[time.span.end : end if end >= 0 else len(text)]) is not None


def _has_one_meaning(time: TimeExpression, reading: Reading) -> bool:
    """Whether it is the same day read as past and as future: "TUESDAY, MARCH 11", "4 May 2018"; no bare year."""
    if reading.spoken_on is None:
        return False
    past, ahead = (time.resolve(reference=reading.spoken_on, tense=tense) for tense in (Tense.PAST, Tense.FUTURE))
    if past is None or ahead is None or past.start is None or past.end is None:
        return False
    return (past.start, past.end) == (ahead.start, ahead.end) and (past.end - past.start).days < _A_MONTH


#: Days; what is longer is no label of an entry's day.
_A_MONTH = 31
