"""The tables of time words, read once, in the shape that the scanner and the grammar want."""

from __future__ import annotations

import re
from functools import lru_cache

from attrs import frozen

from diplo_events.data import rows
from diplo_events.dates.forms import Vague
from diplo_events.dates.holidays import holiday_names

SCANNED = (
    "aposyear",
    "big",
    "break",
    "clock",
    "comma",
    "d12",
    "d24",
    "d31",
    "d99",
    "dayord",
    "decade",
    "decimal",
    "holiday",
    "hyphen",
    "iso",
    "other",
    "paren",
    "phrase",
    "poss",
    "slash",
    "slashed",
    "stop",
    "year4",
    "zone",
)
"""Categories that the scanner gives by form rather than by a table."""


@frozen
class Word:
    """A word's entry: its category and value, and whether it needs a capital ("C"), or a companion too ("~")."""

    category: str
    value: str
    case: str


@frozen
class Lexicon:
    """All tables.

    Attributes:
        words: from the word in lower case.
        phrases: from a phrase's first word to the pattern of all phrases that begin with it.
        vague: from a phrase in lower case to its meaning.
        holidays: names in lower case.
        zones: from the abbreviation to the offset.
        classes: from a class of the grammar to its categories.
        codes: from a category to the character that stands for it.
    """

    words: dict[str, Word]
    phrases: dict[str, re.Pattern[str]]
    vague: dict[str, Vague]
    holidays: frozenset[str]
    zones: dict[str, str]
    classes: dict[str, tuple[str, ...]]
    codes: dict[str, str]

    def code(self, category: str) -> str:
        """The character that stands for a category in the string that the grammar matches.

        Raises:
            KeyError: if no table knows the category.
        """
        return self.codes[category]


def normalised(words: str) -> str:
    """Lower case, single blanks, straight apostrophes: the form of the tables' keys."""
    return " ".join(words.lower().replace("’", "'").split())


def _phrase_pattern(phrases: list[str]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    alternatives = (re.escape(p).replace(r"\ ", r"\s{1,4}").replace("'", "['’]") for p in longest_first)
    return re.compile(rf"(?:{'|'.join(alternatives)})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The tables of this package."""
    vague = {
        row["phrase"]: Vague(
            value=row["value"],
            first=int(row["first"]) if row["first"] else None,
            last=int(row["last"]) if row["last"] else None,
        )
        for row in rows("time_phrases.tsv")
    }
    heads: dict[str, list[str]] = {}
    for phrase in (*vague, *holiday_names()):
        heads.setdefault(re.split(r"[\s.'-]", phrase)[0], []).append(phrase)
    words = {r["word"]: Word(r["category"], r["value"], r["case"]) for r in rows("time_words.tsv")}
    categories = {*SCANNED, *(word.category for word in words.values()), *(r["result"] for r in rows("time_rules.tsv"))}
    return Lexicon(
        words=words,
        phrases={head: _phrase_pattern(phrases) for head, phrases in heads.items()},
        vague=vague,
        holidays=frozenset(holiday_names()),
        zones={r["zone"]: r["offset"] for r in rows("time_zones.tsv")},
        classes={r["class"]: tuple(r["members"].split()) for r in rows("time_classes.tsv")},
        codes={category: chr(0x100 + number) for number, category in enumerate(sorted(categories))},
    )
