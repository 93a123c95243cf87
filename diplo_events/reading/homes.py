"""Whom a person serves where the text does not say it beside the name: a guess among the states and bodies named.

News writes "Prime Minister NAME" for the dateline's own, names a state once and leaves it to the reader from there on,
or trusts that a name tells its origin. A small conditional logit over the states and bodies of the article weighs such
clues; the weights (``home_weights.tsv``) were fitted by ``tools/fit_homes.py`` on articles written for this project.
Persons are decided together: one state has one foreign minister, and two who meet do not serve the same state.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from diplo_events.data import rows
from diplo_events.reading.home_ties import SINGLE_HOLDER, Bearer, Tie, ties_of
from diplo_events.reading.lexicon import NameKind
from diplo_events.tables.name_origins import NameOrigins, name_origins

if TYPE_CHECKING:
    from diplo_events.reading.register import Name, Person, Stretch

_NATIONAL = (NameKind.COUNTRY, NameKind.METONYM, NameKind.DEMONYM)
_LOCATIVE = frozenset({"in", "at", "to", "from", "near", "outside", "for", "via", "through", "into", "with", "against"})
_LISTS = frozenset({", ", " and ", ", and ", " or "})
_OWN = frozenset({"its", "their", "our"})
#: The sentence of the mention and those before it.
_BACK = ("same", "last", "second_last")
#: Clues that tell more of one sort of office than of another.
_BY_KIND = frozenset({"same_place", "same_after_place", "same_actor", "same_nearest"})
#: Marks a body among the candidates; states are their codes.
BODY = "@"


_UNION = BODY + "European Union"


class Nation:
    """One place where the article names a state or a body: its code, or the body's name behind :data:`BODY`."""

    __slots__ = ("adjective", "at", "home", "locative")

    def __init__(self, at: int, home: str, *, locative: bool, adjective: bool) -> None:
        self.at, self.home = at, home
        self.locative, self.adjective = locative, adjective


class Scene:
    """The states named around one mention, by sentence; read once for all candidates."""

    __slots__ = ("after", "after_place", "first", "nearest", "own", "parts")

    def __init__(self) -> None:
        #: For the sentence itself, the last and the second last: (actors, places) as sets.
        self.parts: list[tuple[frozenset[str], frozenset[str]]] = []
        self.first: list[str | None] = []
        self.nearest: str | None = None
        self.after: frozenset[str] = frozenset()
        #: Of these the ones that stand as places: where the bearer goes, rather than whence.
        self.after_place: frozenset[str] = frozenset()
        #: Whether "its" stands shortly before.
        self.own = False

    def clues(self, home: str) -> Iterator[str]:
        """The clues that hold for one candidate."""
        for label, (actors, places), first in zip(_BACK, self.parts, self.first, strict=False):
            if home in actors:
                yield f"{label}_actor"
            if home in places:
                yield f"{label}_place"
            if home == first:
                yield f"{label}_first"
        if home == self.nearest:
            yield "same_nearest"
        if home in self.after:
            yield "same_after"
        if home in self.after_place:
            yield "same_after_place"
        if self.own and home == next((first for first in self.first if first), None):
            yield "own"


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
        self._nations = self._all_nations(names)
        self._nation_starts = [nation.at for nation in self._nations]
        counts = Counter(nation.home for nation in self._nations)
        total = max(sum(counts.values()), 1)
        self._shares = {home: count / total for home, count in counts.items()}
        headline = [n.home for s in sentences[:2] if s.headline for n in self._between(s.start, s.end)]
        self._headline = frozenset(headline)
        #: Whom each person serves, as far as told or decided.
        self.served: dict[Person, str] = {}

    def _all_nations(self, names: Sequence[Name]) -> list[Nation]:
        """The nations in order; what is listed with a place is a place: "stops in Australia and Papua New Guinea"."""
        found: list[Nation] = []
        end = -1
        for name in names:
            nation = self._nation(name) if name.person is None else None
            if nation is None:
                continue
            if found and self._text[end : name.start] in _LISTS:
                nation.locative = nation.locative or found[-1].locative
            found.append(nation)
            end = name.end
        return found

    def _nation(self, name: Name) -> Nation | None:
        sense = name.sense(*_NATIONAL)
        home = sense.country if sense else None
        if sense is not None and sense.kind is NameKind.METONYM and any(s.weak for s in name.senses):
            return None  # "the Valley"
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

    def guess(self, at: int, offices: set[str], taken: Collection[str] = ()) -> str | None:
        """The most likely country of an unnamed office-holder at ``at``, or None if the article names none.

        Args:
            at: where the office stands in the text.
            offices: classes of the office.
            taken: countries of the other sides, which count only if the article names no further one.
        """
        bearer = Bearer(at=at, offices=frozenset(offices))
        scores = self.with_others(self.alone(bearer), bearer, ())
        states = [home for home in scores if home[0] != BODY]
        states = [home for home in states if home not in taken] or states
        return max(states, key=lambda c: (scores[c], c), default=None)

    def alone(self, bearer: Bearer) -> dict[str, float]:
        """The score of each candidate as far as it does not depend on whom other persons serve."""
        return {home: _weighed(clues) for home, clues in self._own_clues(bearer).items()}

    def with_others(self, alone: Mapping[str, float], bearer: Bearer, ties: Sequence[Tie]) -> dict[str, float]:
        """The score of each candidate; the highest is the most likely."""
        scores = dict(alone)
        for home, clue in self._shared_clues(bearer, ties, self.served):
            if home in scores:
                scores[home] += _weights().get(clue, 0.0)
        return scores

    def clues(self, bearer: Bearer, ties: Sequence[Tie], served: Mapping[Person, str]) -> dict[str, dict[str, float]]:
        """What speaks for each candidate, by the names of ``home_weights.tsv``."""
        found = self._own_clues(bearer)
        for home, clue in self._shared_clues(bearer, ties, served):
            if home in found:
                found[home][clue] = found[home].get(clue, 0.0) + 1.0
        return found

    def _own_clues(self, bearer: Bearer) -> dict[str, dict[str, float]]:
        scene = self._scene(bearer.at)
        origins = name_origins(bearer.parts) if bearer.parts else None
        candidates = self.candidates()
        if bearer.implied and bearer.implied not in candidates:
            candidates.append(bearer.implied)
        found: dict[str, dict[str, float]] = {}
        for home in candidates:
            if home == bearer.posted_to:  # an envoy serves another state than the one of his post
                continue
            if home[0] == BODY and home not in (_UNION, bearer.implied) and bearer.offices & SINGLE_HOLDER:
                continue  # no body but the Union has presidents and ministers
            clues = self._text_clues(home, bearer, scene)
            if home[0] == BODY:
                clues = {f"body_{clue}": value for clue, value in clues.items()}
                clues["body"] = clues[f"body_{bearer.kind}"] = 1.0
                if bearer.of_body:
                    clues["body_title"] = 1.0
            elif origins is not None:
                clues.update(_origin_clues(home, origins))
            found[home] = clues
        return found

    def _shared_clues(
        self, bearer: Bearer, ties: Sequence[Tie], served: Mapping[Person, str]
    ) -> Iterator[tuple[str, str]]:
        """Clues from the homes of others: an office that another holds, the persons tied to this one."""
        single = bearer.offices & SINGLE_HOLDER
        if single:
            taken = {
                home
                for person, home in served.items()
                if person is not bearer.person and not person.former and person.offices & single
            }
            yield from ((home, "taken") for home in sorted(taken))
        for home, kind in sorted({(served[tie.other], tie.kind) for tie in ties if tie.other in served}):
            yield home, f"body_tie_{kind}" if home[0] == BODY else f"tie_{kind}"

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
        clues.update((clue, 1.0) for clue in scene.clues(home))
        for clue in sorted(_BY_KIND & clues.keys()):  # sums of floats depend on their order
            clues[f"{clue}_{kind}"] = 1.0
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
        following = self._between(at, sentence.end)
        scene.after = frozenset(nation.home for nation in following)
        scene.after_place = frozenset(nation.home for nation in following if nation.locative)
        scene.own = not _OWN.isdisjoint(self._text[max(sentence.start, at - 50) : at].lower().split())
        return scene


def _origin_clues(home: str, origins: NameOrigins) -> dict[str, float]:
    return {
        f"{part}_{origin.fit(home).name.lower()}": 1.0
        for part, origin in (("surname", origins.surname), ("shape", origins.shape), ("given", origins.given))
        if origin is not None
    }


#: Decisions settle within a few rounds; more would be a circle.
_ROUNDS = 4
#: How far the likeliest must lead the second (in log odds): a wrong state is worse than none.
_CLEAR = 0.1


#: Classes of offices that but one state has: the pope's.
_SOLE = frozenset({"religious"})


def infer_homes(persons: Sequence[Person], homes: Homes) -> None:
    """Give a country or body to the persons that have neither; they are changed and marked as inferred."""
    for person in persons:
        if person.implied and person.offices & _SOLE and not _told(person):
            _serve(person, person.implied)
    homes.served = {person: home for person in persons if (home := _told(person))}
    open_persons = [person for person in persons if person not in homes.served and person.mentions]
    if not homes.candidates():
        open_persons = [person for person in open_persons if person.implied]
    if not open_persons:
        return
    ties = homes.ties()
    bearers = {person: Bearer.of(person) for person in open_persons}
    alone = {person: homes.alone(bearers[person]) for person in open_persons}
    order = sorted(open_persons, key=lambda person: -_margin(alone[person]))
    for _ in range(_ROUNDS):
        before = dict(homes.served)
        for person in order:
            scores = homes.with_others(alone[person], bearers[person], ties.get(person, ()))
            if scores:
                homes.served[person] = max(scores, key=lambda home: (scores[home], home))
        if homes.served == before:
            break
    for person in open_persons:
        scores = homes.with_others(alone[person], bearers[person], ties.get(person, ()))
        if person in homes.served and _margin(scores) >= _CLEAR:
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


def _weighed(clues: Mapping[str, float]) -> float:
    weights = _weights()
    return sum(weights.get(clue, 0.0) * value for clue, value in clues.items())


@cache
def _weights() -> dict[str, float]:
    return {row["clue"]: float(row["weight"]) for row in rows("home_weights.tsv")}
