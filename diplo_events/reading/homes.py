"""Whom a person serves whose country the article never says beside the name.

"Information Minister X said" leaves out what the reader knows from the story. The country is the one that the text speaks
of there, or the dateline's; two presidents of one article serve two countries.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from diplo_events.reading.lexicon import NameKind

if TYPE_CHECKING:
    from diplo_events.reading.register import Name, Person, Stretch

_NATIONAL = (NameKind.COUNTRY, NameKind.METONYM, NameKind.DEMONYM)
#: Offices of which a country has one holder at a time.
_SINGLE = frozenset({"head_of_state", "head_of_government", "foreign", "defence"})
#: Offices whose holders work abroad: the dateline speaks against them.
_ABROAD = frozenset({"diplomat"})

# Weights of the clues, set on the development corpus; only their order matters.
_SAME_SENTENCE, _LAST_SENTENCE, _SECOND_LAST = 2.0, 1.5, 0.7
_DATELINE, _SHARE, _ITS, _TAKEN = 2.5, 3.0, 4.0, -6.0


def infer_homes(
    persons: Sequence[Person], names: Sequence[Name], sentences: Sequence[Stretch], dateline: str | None, text: str
) -> None:
    """Give a country to the office-holders that have none, from the clues around their first titled mention.

    Args:
        persons: the article's persons; those without country and body are changed.
        names: all names, in the order of the text.
        sentences: the sentences, in the order of the text.
        dateline: the country of the dateline, or None.
        text: the clean text.
    """
    national = [(name.start, country) for name in names if name.person is None and (country := _country(name))]
    if not national and dateline is None:
        return
    total = len(national) or 1
    for person in persons:
        if person.country or person.organization or not person.mentions:
            continue
        scores: dict[str, float] = {}
        for _, country in national:
            scores[country] = scores.get(country, 0.0) + _SHARE / total
        at = min(start for start, _ in person.mentions)
        if person.offices:
            _nearby(scores, at, national, sentences, text)
        else:
            _beside(scores, person, national, sentences)
        if dateline and person.offices:
            sign = -1 if person.offices & _ABROAD else 1
            scores[dateline] = scores.get(dateline, 0.0) + sign * _DATELINE
        for other in persons:
            if other.country and other is not person and other.offices & person.offices & _SINGLE:
                scores[other.country] = scores.get(other.country, 0.0) + _TAKEN
        best = max(scores, key=lambda c: scores[c], default=None)
        if best is not None and scores[best] > 0:
            person.country = best
            person.country_inferred = True


def _beside(
    scores: dict[str, float], person: Person, national: Sequence[tuple[int, str]], sentences: Sequence[Stretch]
) -> None:
    """Of a person without office: the countries of the sentences that name him or her."""
    for start, _ in person.mentions:
        sentence = next((s for s in sentences if s.start <= start < s.end), None)
        if sentence is not None:
            for country in {c for place, c in national if sentence.start <= place < sentence.end}:
                scores[country] = scores.get(country, 0.0) + 1.0


def _nearby(
    scores: dict[str, float], at: int, national: Sequence[tuple[int, str]], sentences: Sequence[Stretch], text: str
) -> None:
    number = next((n for n, s in enumerate(sentences) if s.start <= at < s.end), 0)
    its = any(word in text[max(sentences[number].start, at - 60) : at].lower().split() for word in ("its", "their", "our"))
    for back, weight in enumerate((_SAME_SENTENCE, _LAST_SENTENCE, _SECOND_LAST)):
        if number - back < 0:
            return
        start = sentences[number - back].start
        end = at if back == 0 else sentences[number - back].end
        inside = [country for place, country in national if start <= place < end]
        if inside:
            first = inside[0]
            scores[first] = scores.get(first, 0.0) + weight + (_ITS if its else 0.0)
            its = False


def _country(name: Name) -> str | None:
    sense = name.sense(*_NATIONAL)
    return sense.country if sense else None
