"""The tables as one dictionary of phrases, searched word by word, the longest phrase first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum

from attrs import frozen

from diplo_events.reading.words import Word, key_of, words_of


class NameKind(StrEnum):
    """What a phrase of the tables, or a name of the article, stands for."""

    PERSON = "person"
    COUNTRY = "country"
    DEMONYM = "demonym"
    METONYM = "metonym"
    CITY = "city"
    REGION = "region"
    BODY = "body"
    MOVEMENT = "movement"
    AGENCY = "agency"
    FORUM = "forum"
    SITE = "site"
    OFFICE = "office"
    GROUP = "group"
    HONORIFIC = "honorific"
    UNKNOWN = "unknown"


@frozen
class Sense:
    """One meaning of a phrase.

    Attributes:
        kind: what it stands for.
        name: its usual English name.
        country: the country it belongs to or serves, ISO 3166-1 alpha-3, or None.
        organization: the international body or movement it stands for, or None.
        office: for an office, its class ("foreign", "head_of_state", …).
        plural: for offices and groups, whether the phrase is plural.
        city: for a site, the city it lies in.
        latitude, longitude: degrees, of a place.
        weight: for a place, its population: the larger is meant.
        weak: True if the phrase is more often something else (a surname, an English word).
    """

    kind: NameKind
    name: str
    country: str | None = None
    organization: str | None = None
    office: str | None = None
    plural: bool = False
    city: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    weight: int = 0
    weak: bool = False


#: Finds the longest city name at the beginning of some words.
PlaceFinder = Callable[[list[str]], tuple[int, tuple[Sense, ...]]]

#: Phrases of these kinds are also found in lower case; all others need a capital.
_LOWER_CASE = frozenset({NameKind.OFFICE, NameKind.GROUP, NameKind.FORUM, NameKind.SITE})


#: Abbreviations that count only as written: "LeT" is a movement, "Let" a verb.
_MIXED = re.compile(r"[A-Z][a-z]{1,2}[A-Z]")


def _ends_a_name(words: Sequence[Word], at: int) -> bool:
    """Whether another capitalised word stands before: "the Madrid Summit", not "in Summit"."""
    before = words[at - 1].text if at else ""
    return before.isalpha() and words[at - 1].capitalised and before.lower() not in _IN


_IN = frozenset("in at from to near outside of for via".split())


def _is_mark(word: str) -> bool:
    return len(word) == 1 and not word.isalnum()


def _adds_possessive(word: str, cities: Sequence[Sense]) -> bool:
    """Whether a possessive 's ends words that name a city without it; "St. John's" has it in its name."""
    names = (sense.name for sense in cities if sense.kind is NameKind.CITY)
    return word in {"'s", "'S"} and not any(name.endswith(("'s", "’s")) for name in names)


class Lexicon:
    """Phrases and their senses.

    Args:
        entries: pairs of a phrase as written and its sense.
        places: finds the longest city name at the beginning of some words; the table of cities is too large to copy.
    """

    def __init__(self, entries: Iterable[tuple[str, Sense]] = (), places: PlaceFinder | None = None) -> None:
        self._places = places
        self._senses: dict[str, tuple[Sense, ...]] = {}
        self._longest: dict[str, int] = {}
        self._exact: dict[str, str] = {}
        for phrase, sense in entries:
            self.add(phrase, sense)

    def add(self, phrase: str, sense: Sense) -> None:
        """Add a phrase with one sense; a phrase may have several."""
        keys = [word.key for word in words_of(phrase)]
        if not keys:
            return
        key = " ".join(keys)
        if _MIXED.fullmatch(phrase):
            self._exact[key] = phrase
        known = self._senses.get(key, ())
        if sense not in known:
            self._senses[key] = (*known, sense)
        self._longest[keys[0]] = max(self._longest.get(keys[0], 0), len(keys))

    def senses(self, phrase: str) -> tuple[Sense, ...]:
        """The senses of a whole phrase, or ``()``."""
        return self._senses.get(" ".join(word.key for word in words_of(phrase)), ())

    def match(self, words: Sequence[Word], at: int) -> tuple[int, tuple[Sense, ...]]:
        """The longest phrase that begins at ``words[at]``: its number of words and its senses, else ``(0, ())``."""
        length, senses = self._phrase(words, at)
        if self._places is None or not words[at].capitalised:
            return length, senses
        count, cities = self._city(words, at)
        if count == 1 and _ends_a_name(words, at) and all(city.weak for city in cities):
            count, cities = 0, ()
        if count > length:
            return count, cities
        if count == length and count:
            return length, (*senses, *cities)
        return length, senses

    def _city(self, words: Sequence[Word], at: int) -> tuple[int, tuple[Sense, ...]]:
        """The longest city name; a mark or a possessive behind it ("Vera,", "Mexico's") is not part of it."""
        if self._places is None:
            return 0, ()
        texts = [word.text for word in words[at : at + 5]]
        count, cities = self._places(texts)
        while count > 1 and (_is_mark(texts[count - 1]) or _adds_possessive(texts[count - 1], cities)):
            count, cities = self._places(texts[: count - 1])
        return count, cities

    def _phrase(self, words: Sequence[Word], at: int) -> tuple[int, tuple[Sense, ...]]:
        word = words[at]
        longest = self._longest.get(word.key, 0)
        keys = [w.key for w in words[at : at + longest]]
        found = self._search(keys, word)
        if found[0] or not word.key.startswith("^"):
            return found
        # Words in capitals, as in datelines and headlines: "ANKARA", "NEW YORK".
        longest = self._longest.get(word.key[1:], 0)
        return self._search([w.key.lstrip("^") for w in words[at : at + longest]], word)

    def _search(self, keys: list[str], first: Word) -> tuple[int, tuple[Sense, ...]]:
        for length in range(len(keys), 0, -1):
            senses = self._senses.get(" ".join(keys[:length]))
            if senses and length == 1 and self._exact.get(keys[0], first.text) != first.text:
                continue
            if senses and not first.capitalised:
                senses = tuple(s for s in senses if s.kind in _LOWER_CASE)
            if senses:
                return length, senses
        return 0, ()

    def __len__(self) -> int:
        return len(self._senses)


__all__ = ["Lexicon", "NameKind", "Sense", "key_of"]
