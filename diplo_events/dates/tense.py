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
_PERFECT = frozenset({"has", "have", "had"})
_DETERMINERS = frozenset(
    [
        "a",
        "all",
        "an",
        "any",
        "both",
        "each",
        "four",
        "her",
        "his",
        "its",
        "one",
        "our",
        "some",
        "that",
        "the",
        "their",
        "these",
        "this",
        "those",
        "three",
        "two",
        "your",
        "five",
    ]
)
"""After "to" they show that no infinitive follows."""


@lru_cache(maxsize=1)
def _cues() -> dict[str, tuple[Tense, Tense | None]]:
    return {
        row["word"]: (Tense(row["tense"]), Tense(row["infinitive"]) if row["infinitive"] else None)
        for row in rows("time_cues.tsv")
    }


def cue(word: str, *, infinitive: bool = False) -> Tense | None:
    """What one word tells by itself.

    Args:
        word: as written.
        infinitive: ask what it tells of an infinitive that depends on it.
    """
    lower = word.lower()
    entry = _cues().get(lower)
    if entry is not None:
        return entry[1] if infinitive else entry[0]
    regular = len(lower) > 4 and lower.endswith("ed") and word[0] == lower[0]
    return Tense.PAST if regular and not infinitive else None


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
    left = _WORD.findall(_CLAUSE.split(text[max(0, start - _LEFT) : start])[-1])
    right = _WORD.findall(_CLAUSE.split(text[end : end + _RIGHT])[0])
    before = (_cue(left, place) for place in range(len(left) - 1, -1, -1))
    after = (_cue(right, place) for place in range(len(right)))
    return next((found for found in before if found), None) or next((found for found in after if found), None)


_BETWEEN = re.compile(
    r"(?P<verb>[A-Za-z]+)(?: place)?(?: (?:here|there|again|once))?"
    r"(?: (?:in|at) (?:the )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3})?"
    r"(?: (?:as long ago as|as recently as|back|early|in|late|on|last))* $"
)
"""A verb right before a date, at most a place between the two."""


def told_as_past(text: str, start: int) -> bool:
    """Whether a past form stands right before the date: "was held in February", "met in Rome in May"."""
    clause = _CLAUSE.split(text[max(0, start - _LEFT) : start])[-1]
    found = _BETWEEN.search(clause)
    if found is None:
        return False
    words = _WORD.findall(clause[: found.end("verb")])
    return _cue(words, len(words) - 1) is Tense.PAST


def _cue(words: list[str], place: int) -> Tense | None:
    word = words[place].lower()
    if word.endswith(("'ll", "’ll")):
        return Tense.FUTURE
    if word == "to":
        return _infinitive(words, place)
    if word in _PERFECT:
        return _perfect(words, place)
    found = cue(words[place])
    passive = found is Tense.PAST and place > 0 and words[place - 1].lower() in _PASSIVE
    return None if passive else found  # "will be released": the auxiliary tells


def _perfect(words: list[str], place: int) -> Tense | None:
    """ "has met" lies behind, "has been scheduled" ahead; "has a deadline" tells nothing, "had a deadline" does."""
    rest = [word.lower() for word in words[place + 1 : place + 4]]
    if any(cue(word) is Tense.FUTURE for word in rest):
        return Tense.FUTURE
    done = any(word == "been" or word.endswith("en") or cue(word) is Tense.PAST for word in rest)
    return Tense.PAST if done or words[place].lower() == "had" else None


def _infinitive(words: list[str], place: int) -> Tense | None:
    """ "plans to meet" lies ahead, "met to discuss", "to China" do not."""
    if place + 1 >= len(words) or place == 0:
        return None
    following = words[place + 1]
    if not following[0].islower() or following in _DETERMINERS or following.endswith("ing"):
        return None
    return None if cue(words[place - 1], infinitive=True) is Tense.PAST else Tense.FUTURE
