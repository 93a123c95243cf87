"""When two names are one: of persons, of bodies, of cities."""

from __future__ import annotations

import re
import unicodedata

_SPELT_OUT = {
    "apec": "asia pacific economic cooperation",
    "asean": "association of southeast asian nations",
    "au": "african union",
    "eu": "european union",
    "nato": "north atlantic treaty organization",
    "oas": "organization of american states",
    "plo": "palestine liberation organization",
    "sco": "shanghai cooperation organisation",
    "u n": "united nations",
    "u s": "united states",
    "uk": "united kingdom",
    "un": "united nations",
    "unga": "un general assembly",
    "us": "united states",
}
_ABBREVIATION = re.compile(r"\b(" + "|".join(sorted(_SPELT_OUT, key=len, reverse=True)) + r")\b")

#: Words that two bodies or gatherings can share without being one.
_GENERIC = frozenset(
    """
    a and annual conference delegation forum government governments group international leader leaders meeting movement
    of official officials organisation organization representatives senior session summit talks the top
    """.split()
)


def fold(text: str | None) -> str:
    """Lower case, without accents, possessives and punctuation; "G-7" and "G 7" become "g7"."""
    plain = unicodedata.normalize("NFKD", text or "")
    plain = "".join(c for c in plain if not unicodedata.combining(c)).lower()
    plain = re.sub(r"['’]s?\b", " ", plain)
    plain = re.sub(r"[^a-z0-9 ]+", " ", plain)
    plain = " ".join(plain.split())
    return re.sub(r"\b([a-z]+) (\d+)\b", r"\1\2", plain)


def words(text: str | None) -> frozenset[str]:
    """The folded words of a name."""
    return frozenset(fold(text).split())


def body_words(text: str | None) -> frozenset[str]:
    """The words of a body's or gathering's name that tell it from others; all of them if every one is generic."""
    spelt = _ABBREVIATION.sub(lambda found: _SPELT_OUT[found[1]], fold(text))
    every = frozenset(spelt.split())
    return every - _GENERIC or every


def same_person(one: str, other: str) -> bool:
    """Whether one name holds the other, or surname and first initial agree ("William J. Burns", "William Burns")."""
    mine, theirs = words(one), words(other)
    if not mine or not theirs:
        return False
    if mine <= theirs or theirs <= mine:
        return True
    a, b = fold(one).split(), fold(other).split()
    return len(a) > 1 and len(b) > 1 and a[-1] == b[-1] and a[0][0] == b[0][0]


def same_body(one: str, other: str) -> bool:
    """Whether two bodies share a telling word."""
    return bool(body_words(one) & body_words(other))


def same_forum(one: str, other: str) -> bool:
    """Whether one name of a gathering holds the other, or they share two telling words."""
    mine, theirs = body_words(one), body_words(other)
    return bool(mine and theirs) and (mine <= theirs or theirs <= mine or len(mine & theirs) >= 2)
