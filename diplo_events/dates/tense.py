"""On which side of the publication a date lies, from the words around it; without a parser."""

from __future__ import annotations

import re
from functools import lru_cache

from diplo_events.data import rows
from diplo_events.model.time import Tense

_LEFT, _RIGHT = 90, 60
"""How many characters before and after a date are read."""

_CLAUSE = re.compile(r"[.;:!?\n(]\s|[\n\"“”]|\s[-–—]{1,2}\s")
_WORD = re.compile(r"[A-Za-z]+(?:['’]\w+)?|['’]ll\b|[,()]")
_RIGHT_AWAY = re.compile(r"\s+(?:will|would|is\s+(?:to|due|expected|set|scheduled))\b")
_PASSIVE = frozenset({"be", "being", "to", "get"})
_NOT_INFINITIVE = frozenset(
    ["the", "a", "an", "his", "her", "its", "their", "our", "your", "this", "that", "these", "those", "some", "any", "all", "each", "both", "one", "two", "three", "four", "five"]
)


@lru_cache(maxsize=1)
def _cues() -> dict[str, str]:
    return {row["word"]: row["tense"] for row in rows("time_cues.tsv")}


def tense_around(text: str, start: int, end: int) -> Tense | None:
    """The direction that the words around ``text[start:end]`` give.

    The nearest verb before it in its clause decides, then the nearest after it; ``None`` if there is none.

    Args:
        text: the whole text.
        start: offset of the date's first character.
        end: offset after its last.
    """
    if _RIGHT_AWAY.match(text, end):
        return Tense.FUTURE
    left = _CLAUSE.split(text[max(0, start - _LEFT) : start])[-1]
    words = _WORD.findall(left)
    for place in range(len(words) - 1, -1, -1):
        found = _cue(words, place)
        if found:
            return found
    right = _CLAUSE.split(text[end : end + _RIGHT])[0]
    words = _WORD.findall(right)
    for place in range(len(words)):
        found = _cue(words, place)
        if found:
            return found
    return None


def _cue(words: list[str], place: int) -> Tense | None:
    word = words[place].lower().replace("’", "'")
    if word.endswith("'ll"):
        return Tense.FUTURE
    if word == "to":
        return _infinitive(words, place)
    cue = _cues().get(word)
    if cue == "future":
        return Tense.FUTURE
    if word in ("has", "have", "had"):
        return _perfect(words, place)
    past = cue in ("past", "done") or (len(word) > 4 and word.endswith("ed") and word[0] == words[place][0])
    if not past:
        return None
    before = words[place - 1].lower() if place else ""
    return None if before in _PASSIVE else Tense.PAST


def _perfect(words: list[str], place: int) -> Tense | None:
    """"has met" lies behind, "has been scheduled" ahead; "has a deadline" tells nothing, "had a deadline" does."""
    rest = [word.lower() for word in words[place + 1 : place + 4]]
    if any(_cues().get(word) == "future" for word in rest):
        return Tense.FUTURE
    if words[place].lower() == "had":
        return Tense.PAST
    done = [w for w in rest if w.endswith(("ed", "en")) or _cues().get(w) in ("past", "done") and w not in ("has", "have")]
    return Tense.PAST if done else None


def _infinitive(words: list[str], place: int) -> Tense | None:
    """"plans to meet" lies ahead, "met to discuss", "to China" do not."""
    if place + 1 >= len(words) or place == 0:
        return None
    following = words[place + 1]
    if not following[0].islower() or following in _NOT_INFINITIVE or following.endswith("ing"):
        return None
    return None if _cues().get(words[place - 1].lower()) == "done" else Tense.FUTURE
