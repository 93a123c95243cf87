"""Whom a person serves whose country the article never says beside the name.

"Information Minister X said" leaves out what the reader knows from the story. The country is then the one that the clues
around the first mention speak for most: a small log-linear choice among the countries that the article names.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from diplo_events.data import rows
from diplo_events.reading.lexicon import NameKind

if TYPE_CHECKING:
    from diplo_events.reading.register import Name, Person, Stretch

_NATIONAL = (NameKind.COUNTRY, NameKind.METONYM, NameKind.DEMONYM)
#: Offices of which a country has one holder at a time.
_SINGLE = frozenset({"head_of_state", "head_of_government", "foreign", "defence"})
_LOCATIVE = frozenset({"in", "at", "to", "from", "near", "outside", "for", "via", "through", "into", "with", "against"})
_OWN = frozenset({"its", "their", "our", "his", "her"})


class Nation:
    """One place where the article names a country."""

    __slots__ = ("adjective", "at", "country", "locative")

    def __init__(self, at: int, country: str, *, locative: bool, adjective: bool) -> None:
        self.at, self.country = at, country
        self.locative, self.adjective = locative, adjective


class Homes:
    """Guesses the country that an office-holder of the article serves.

    Args:
        names: all names, in the order of the text.
        sentences: the sentences, in the order of the text.
        dateline: the country of the dateline, or None.
        text: the clean text.
    """

    def __init__(self, names: Sequence[Name], sentences: Sequence[Stretch], dateline: str | None, text: str) -> None:
        self._sentences = sentences
        self._dateline = dateline
        self._text = text
        self._nations = [nation for name in names if name.person is None and (nation := self._nation(name))]
        self._taken: dict[str, set[str]] = {}

    def _nation(self, name: Name) -> Nation | None:
        sense = name.sense(*_NATIONAL)
        if sense is None or sense.country is None:
            return None
        before = self._text[max(name.start - 14, 0) : name.start].lower().split()
        locative = bool(before) and (before[-1] in _LOCATIVE or (before[-1] == "the" and len(before) > 1 and before[-2] in _LOCATIVE))
        return Nation(name.start, sense.country, locative=locative, adjective=sense.kind is NameKind.DEMONYM)

    def take(self, country: str, offices: set[str]) -> None:
        """Note that a country's office has a holder."""
        self._taken.setdefault(country, set()).update(offices & _SINGLE)

    def guess(self, at: int, offices: set[str]) -> str | None:
        """The most likely country of somebody first named at ``at``, or None if the article names none."""
        scores = {country: self._score(country, at, offices) for country in self.candidates()}
        return max(scores, key=lambda c: (scores[c], c), default=None)

    def candidates(self) -> list[str]:
        """The countries to choose from."""
        found = dict.fromkeys(nation.country for nation in self._nations)
        if self._dateline:
            found.setdefault(self._dateline)
        return list(found)

    def _score(self, country: str, at: int, offices: set[str]) -> float:
        weights = _weights()
        return sum(weights.get(name, 0.0) * value for name, value in self.clues(country, at, offices).items())

    def clues(self, country: str, at: int, offices: set[str]) -> dict[str, float]:
        """What speaks for a country, by the names of ``home_weights.tsv``."""
        mine = [n for n in self._nations if n.country == country]
        clues = {
            "share": len(mine) / max(len(self._nations), 1),
            "dateline": float(country == self._dateline and "diplomat" not in offices),
            "dateline_envoy": float(country == self._dateline and "diplomat" in offices),
            "taken": float(bool(self._taken.get(country, set()) & offices)),
        }
        number = self._number(at)
        for back, label in enumerate(("same", "last", "second_last")):
            if number - back < 0:
                break
            sentence = self._sentences[number - back]
            end = at if back == 0 else sentence.end
            inside = [n for n in self._nations if sentence.start <= n.at < end]
            actors = [n for n in inside if not n.locative]
            if any(n.country == country for n in actors):
                clues[f"{label}_actor"] = 1.0
            if any(n.country == country and n.locative for n in inside):
                clues[f"{label}_place"] = 1.0
            if actors and actors[0].country == country:
                clues[f"{label}_first"] = 1.0
            if actors and actors[-1].country == country and back == 0:
                clues["same_nearest"] = 1.0
        after = self._sentences[number]
        if any(n.country == country and at < n.at < after.end for n in self._nations):
            clues["same_after"] = 1.0
        if self._own(number, at) and any(
            clues.get(key) for key in (("same_first",) if clues.get("same_first") else ("last_first",))
        ):
            clues["own"] = 1.0
        return clues

    def _own(self, number: int, at: int) -> bool:
        words = self._text[max(self._sentences[number].start, at - 50) : at].lower().split()
        return bool(_OWN & set(words))

    def _number(self, at: int) -> int:
        return next((n for n, s in enumerate(self._sentences) if s.start <= at < s.end), 0)


def infer_homes(persons: Sequence[Person], homes: Homes) -> None:
    """Give a country to the persons that have neither country nor body; they are changed and marked as inferred."""
    for person in persons:
        if person.country:
            homes.take(person.country, person.offices)
    for person in persons:
        if person.country or person.organization or not person.mentions:
            continue
        country = homes.guess(min(start for start, _ in person.mentions), person.offices or {"none"})
        if country is not None:
            person.country = country
            person.country_inferred = True
            homes.take(country, person.offices)


@cache
def _weights() -> dict[str, float]:
    return {row["clue"]: float(row["weight"]) for row in rows("home_weights.tsv")}
