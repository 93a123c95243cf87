"""The words beside a time word that decide whether it is one, from ``time_context.tsv``."""

from __future__ import annotations

import re
from functools import lru_cache

from diplo_events.data import rows

_BEFORE = 24
"""How many characters before a word are looked at."""

_NOUN = re.compile(r"\s+(\w+)")
_NAME = re.compile(r"\s+([A-Z][a-z]\w*)")
_GIVEN_NAME = re.compile(r"(?<![\w'’-])([A-Z][\w'’-]*)\s$")
_SENTENCE_START = re.compile(r"(?:^|[.!?\n\"“”]\s*)$")
_YEAR_BEFORE = re.compile(r"\d{4}[-–—/]$")
_GLUED_BEFORE = re.compile(r"(?:[$€£¥#/]|[A-Za-z]-|\d[-./])\s?$")
_YEAR_AFTER = re.compile(r"[-–—/](?:\d{4}|\d{2})(?!\d)")
_GLUED_AFTER = re.compile(r"[.,]?\d|/\w|-([a-z]{2,})")


@lru_cache(maxsize=1)
def _roles() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in rows("time_context.tsv"):
        found.setdefault(row["role"], set()).add(row["word"])
    return {role: frozenset(words) for role, words in found.items()}


@lru_cache(maxsize=64)
def _pattern(role: str, side: str) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(_roles()[role], key=len, reverse=True))
    return re.compile(rf"\s+(?:{words})(?!\w)" if side == "after" else rf"(?<!\w)(?:{words})\s+$")


def before(text: str, start: int, reach: int = _BEFORE) -> str:
    """The last characters before ``start``; a slice, so that a long text costs no more than a short one."""
    return text[max(0, start - reach) : start]


def follows(role: str, text: str, end: int) -> bool:
    """Whether a word with that role comes after ``end``."""
    return _pattern(role, "after").match(text, end) is not None


def precedes(role: str, text: str, start: int) -> bool:
    """Whether a word with that role comes right before ``start``."""
    return _pattern(role, "before").search(before(text, start)) is not None


def noun_follows(text: str, end: int) -> bool:
    """Whether "the 21st", "the past" go on as "the 21st floor", "the past administration"."""
    found = _NOUN.match(text, end)
    return found is not None and found[1] not in _roles()["particle"]


def name_follows(text: str, end: int) -> bool:
    """Whether a capitalised word makes a name of it: "Christmas Island", "Winter Olympics"."""
    found = _NAME.match(text, end)
    return found is not None and found[1] not in _roles()["holiday part"]


def starts_sentence(text: str, start: int) -> bool:
    """Whether a sentence, or the text, begins there."""
    return _SENTENCE_START.search(before(text, start)) is not None


def is_person(text: str, start: int, end: int) -> bool:
    """Whether a bare month is a name or a verb: "Theresa May", "May said", "May I", "April Ryan", "Jan Petersen"."""
    word, left = text[start:end], before(text, start)
    if word not in _roles()["given name"]:
        return False
    if word == "May" and follows("speaking", text, end):
        return True
    if word == "May" and starts_sentence(text, start) and follows("subject", text, end):
        return True
    if _NAME.match(text, end) and not precedes("month opener", text, start):
        return word == "Jan" or not starts_sentence(text, start)
    given = _GIVEN_NAME.search(left)
    return given is not None and given[1] not in _roles()["preposition"]


def is_year(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]``, four digits from 1000 to 2199, are a year where they stand."""
    left = before(text, start)
    ranged = _YEAR_BEFORE.search(left) is not None or _YEAR_AFTER.match(text, end) is not None
    if follows("counted", text, end) or precedes("code", text, start):
        return False
    if _GLUED_BEFORE.search(left) and not ranged:
        return False
    glued = _GLUED_AFTER.match(text, end)
    if glued and (glued[1] or "") not in _roles()["year tail"]:
        return False
    return ranged or 1800 <= int(text[start:end]) <= 2100 or precedes("year opener", text, start)
