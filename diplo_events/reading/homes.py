"""Whom a person serves where the text does not say it beside the name: a guess among the states and bodies named.

News writes "Prime Minister NAME" for the dateline's own, names a state once and leaves it to the reader from there on, or trusts
that a name tells its origin. A small conditional logit over the states and bodies of the article weighs such clues; the weights
(``home_weights.tsv``) were fitted by ``tools/fit_homes.py`` on articles written for this project. Persons are decided together:
one state has one foreign minister, and two who meet do not serve the same state.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from diplo_events.data import rows
from diplo_events.reading.home_ties import Bearer, Tie, ties_of
from diplo_events.reading.lexicon import NameKind
from diplo_events.reading.words import fold
from diplo_events.tables.language import hosting_words, sending_words
from diplo_events.tables.name_origins import NameOrigins, name_origins

if TYPE_CHECKING:
    from diplo_events.reading.register import Name, Person, Stretch

_NATIONAL = (NameKind.COUNTRY, NameKind.METONYM, NameKind.DEMONYM)
#: Offices of which a country has one holder at a time.
_SINGLE = frozenset({"head_of_state", "head_of_government", "foreign", "defence"})
_LOCATIVE = frozenset({"in", "at", "to", "from", "near", "outside", "for", "via", "through", "into", "with", "against"})
_OWN = frozenset({"its", "their", "our", "his", "her"})
#: Marks a body among the candidates; states are their codes.
BODY = "@"


class Nation:
    """One place where the article names a state or a body: its code, or the body's name behind :data:`BODY`."""

    __slots__ = ("adjective", "at", "home", "locative")

    def __init__(self, at: int, home: str, *, locative: bool, adjective: bool) -> None:
        self.at, self.home = at, home
        self.locative, self.adjective = locative, adjective


class Scene:
    """The states named around one mention, by sentence; read once for all candidates."""

    __slots__ = ("after", "first", "hosts", "nearest", "near_words", "parts", "sends")

    def __init__(self) -> None:
        #: For the sentence itself, the last and the second last: (actors, places) as sets.
        self.parts: list[tuple[frozenset[str], frozenset[str]]] = []
        self.first: list[str | None] = []
        self.nearest: str | None = None
        self.after: frozenset[str] = frozenset()
        self.near_words: frozenset[str] = frozenset()
        self.sends = self.hosts = False


class Homes:
    """Guesses the state or body that an office-holder of the article serves.

    Args:
        names: all names, in the order of the text.
        sentences: the sentences, in the order of the text.
        dateline: the country of the dateline, or None.
        text: the clean text.
    """

    def __init__(self, names: Sequence[Name], sentences: Sequence[Stretch], dateline: str | None, text: str) -> None:
        self._sentences = sentences
        self._starts = [sentence.start for sentence in sentences]
        self._dateline = dateline
        self._text = text
        self._names = names
        self._nations = [nation for name in names if name.person is None and (nation := self._nation(name))]
        self._nation_starts = [nation.at for nation in self._nations]
        counts = Counter(nation.home for nation in self._nations)
        total = max(sum(counts.values()), 1)
        self._shares = {home: count / total for home, count in counts.items()}
        headline = [n.home for s in sentences[:2] if s.headline for n in self._between(s.start, s.end)]
        self._headline = frozenset(headline)
        #: Whom each person serves, as far as told or decided.
        self.served: dict[Person, str] = {}

    def _nation(self, name: Name) -> Nation | None:
        sense = name.sense(*_NATIONAL)
        home = sense.country if sense else None
        if home is None:
            body = name.sense(NameKind.BODY)
            if body is None or body.organization is None:
                return None
            home = BODY + body.organization
        before = self._text[max(name.start - 14, 0) : name.start].lower().split()
        locative = bool(before) and (
            before[-1] in _LOCATIVE or (before[-1] == "the" and len(before) > 1 and before[-2] in _LOCATIVE)
        )
        return Nation(name.start, home, locative=locative, adjective=bool(sense) and name.kind is NameKind.DEMONYM)

    def _between(self, start: int, end: int) -> Sequence[Nation]:
        return self._nations[bisect_left(self._nation_starts, start) : bisect_left(self._nation_starts, end)]

    def candidates(self) -> list[str]:
        """The states to choose from, then the bodies."""
        found = dict.fromkeys(nation.home for nation in self._nations if nation.home[0] != BODY)
        if self._dateline:
            found.setdefault(self._dateline)
        found.update(dict.fromkeys(nation.home for nation in self._nations if nation.home[0] == BODY))
        return list(found)

    def guess(self, at: int, offices: set[str]) -> str | None:
        """The most likely country of an unnamed office-holder at ``at``, or None if the article names none."""
        bearer = Bearer(at=at, offices=frozenset(offices))
        scores = {home: score for home, score in self.scores(bearer, ()).items() if home[0] != BODY}
        return max(scores, key=lambda c: (scores[c], c), default=None)

    def scores(self, bearer: Bearer, ties: Sequence[Tie]) -> dict[str, float]:
        """The score of each candidate; the highest is the most likely."""
        weights = _weights()
        return {
            home: sum(weights.get(clue, 0.0) * value for clue, value in clues.items())
            for home, clues in self.clues(bearer, ties, self.served).items()
        }

    def clues(self, bearer: Bearer, ties: Sequence[Tie], served: Mapping[Person, str]) -> dict[str, dict[str, float]]:
        """What speaks for each candidate, by the names of ``home_weights.tsv``."""
        scene = self._scene(bearer.at)
        elsewhere = [self._scene(at) for at in bearer.elsewhere[:3]]
        origins = name_origins(bearer.parts) if bearer.parts else None
        taken = {
            home
            for person, home in served.items()
            if person is not bearer.person and not person.former and person.offices & bearer.offices & _SINGLE
        }
        found: dict[str, dict[str, float]] = {}
        candidates = self.candidates()
        if bearer.implied and bearer.implied not in candidates:
            candidates.append(bearer.implied)
        for home in candidates:
            clues = self._text_clues(home, bearer, scene)
            for other in elsewhere:
                if home in other.parts[0][0]:
                    clues["elsewhere_actor"] = clues.get("elsewhere_actor", 0.0) + 1 / len(elsewhere)
                if home == other.nearest:
                    clues["elsewhere_nearest"] = clues.get("elsewhere_nearest", 0.0) + 1 / len(elsewhere)
            if home in taken:
                clues["taken"] = 1.0
            for tie in ties:
                if served.get(tie.other) == home:
                    clues[f"tie_{tie.kind}"] = 1.0
            if home[0] == BODY:
                clues = {f"body_{clue}": value for clue, value in clues.items()}
                clues["body"] = clues[f"body_{bearer.kind}"] = 1.0
                if bearer.of_body:
                    clues["body_title"] = 1.0
            elif origins is not None:
                clues.update(_origin_clues(home, origins))
            found[home] = clues
        return found

    def _text_clues(self, home: str, bearer: Bearer, scene: Scene) -> dict[str, float]:
        kind = bearer.kind
        clues: dict[str, float] = {"share": self._shares.get(home, 0.0)}
        if home == self._dateline:
            clues["dateline"] = clues[f"dateline_{kind}"] = 1.0
        if home in self._headline:
            clues["headline"] = 1.0
        if home == bearer.implied:
            clues["implied"] = 1.0
        if home == bearer.posted_to:
            clues["posted"] = 1.0
        for label, (actors, places), first in zip(("same", "last", "second_last"), scene.parts, scene.first, strict=False):
            if home in actors:
                clues[f"{label}_actor"] = clues[f"{label}_actor_{kind}"] = 1.0
            if home in places:
                clues[f"{label}_place"] = clues[f"{label}_place_{kind}"] = 1.0
            if home == first:
                clues[f"{label}_first"] = clues[f"{label}_first_{kind}"] = 1.0
        if home == scene.nearest:
            clues["same_nearest"] = clues[f"same_nearest_{kind}"] = 1.0
        if home in scene.after:
            clues["same_after"] = clues[f"same_after_{kind}"] = 1.0
        first = next((name for name in scene.first if name), None)
        if home == first:
            for word, clue in ((scene.sends, "sends"), (scene.hosts, "hosts"), (scene.near_words & _OWN, "own")):
                if word:
                    clues[clue] = 1.0
        return clues

    def ties(self) -> dict[Person, list[Tie]]:
        """What ties the persons of the article to one another."""
        return ties_of([name for name in self._names if name.person is not None], self._sentences, self._text)

    def _scene(self, at: int) -> Scene:
        scene = Scene()
        number = max(bisect_right(self._starts, at) - 1, 0)
        for back in range(min(number + 1, 3)):
            sentence = self._sentences[number - back]
            inside = self._between(sentence.start, at if back == 0 else sentence.end)
            actors = [nation.home for nation in inside if not nation.locative]
            places = frozenset(nation.home for nation in inside if nation.locative)
            scene.parts.append((frozenset(actors), places))
            scene.first.append(actors[0] if actors else None)
            if back == 0 and actors:
                scene.nearest = actors[-1]
        sentence = self._sentences[number]
        scene.after = frozenset(nation.home for nation in self._between(at, sentence.end))
        scene.near_words = frozenset(self._text[max(sentence.start, at - 50) : at].lower().split())
        words = {fold(word.strip(",.;:\"'()")) for word in self._text[sentence.start : sentence.end].split()}
        scene.sends, scene.hosts = bool(words & sending_words()), bool(words & hosting_words())
        return scene


def _origin_clues(home: str, origins: NameOrigins) -> dict[str, float]:
    return {
        f"{part}_{origin.fit(home).name.lower()}": 1.0
        for part, origin in (("surname", origins.surname), ("shape", origins.shape), ("given", origins.given))
        if origin is not None
    }


#: Decisions settle within a few rounds; more would be a circle.
_ROUNDS = 4


def infer_homes(persons: Sequence[Person], homes: Homes) -> None:
    """Give a country or body to the persons that have neither; they are changed and marked as inferred."""
    homes.served = {person: home for person in persons if (home := _told(person))}
    open_persons = [person for person in persons if person not in homes.served and person.mentions]
    if not homes.candidates():
        open_persons = [person for person in open_persons if person.implied]
    if not open_persons:
        return
    ties = homes.ties()
    bearers = {person: Bearer.of(person) for person in open_persons}
    scores = {person: homes.scores(bearers[person], ties.get(person, ())) for person in open_persons}
    order = sorted(open_persons, key=lambda person: -_margin(scores[person]))
    for _ in range(_ROUNDS):
        before = dict(homes.served)
        for person in order:
            ranked = homes.scores(bearers[person], ties.get(person, ()))
            homes.served[person] = max(ranked, key=lambda home: (ranked[home], home))
        if homes.served == before:
            break
    for person in open_persons:
        _serve(person, homes.served[person])


def _told(person: Person) -> str | None:
    return person.country or (BODY + person.organization if person.organization else None)


def _margin(scores: Mapping[str, float]) -> float:
    ranked = sorted(scores.values(), reverse=True)
    return ranked[0] - ranked[1] if len(ranked) > 1 else 100.0


def _serve(person: Person, home: str) -> None:
    if home[0] == BODY:
        person.organization = home[1:]
    else:
        person.country = home
    person.country_inferred = person.implied is None or person.country != person.implied


@cache
def _weights() -> dict[str, float]:
    return {row["clue"]: float(row["weight"]) for row in rows("home_weights.tsv")}
