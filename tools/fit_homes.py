"""Make ``diplo_events/data/home_weights.tsv``: fit the guess of whom an office-holder serves (``reading/homes.py``).

Run at development time only: ``python tools/fit_homes.py``. Data: ``training/articles``, written for this project. A
conditional logit over the states and bodies of each article, fitted by Newton's method to its penalised likelihood:
deterministic. The states of the other persons of an article are taken as the gold tells them (a pseudo-likelihood), as
the joint decision needs.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from attrs import frozen

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from diplo_events.parsing.inputs import to_article
from diplo_events.reading.eras import former_states
from diplo_events.reading.home_ties import Bearer
from diplo_events.reading.homes import BODY
from diplo_events.reading.read import read
from diplo_events.reading.register import Person, name_tokens
from tests.golden.gold import TRAINING, Case, GoldParticipant, read_articles

TARGET = Path(__file__).resolve().parent.parent / "diplo_events" / "data" / "home_weights.tsv"
HEADER = (
    "# Weights of the clues that tell whom an office-holder serves (reading/homes.py): a conditional logit fitted on"
    " training/articles\n# by tools/fit_homes.py; never edited by hand.\nclue\tweight\n"
)
#: The strength of the Gaussian prior on the weights.
PRIOR = 1.2
#: A clue seen with fewer persons teaches nothing.
LEAST = 4
STEPS = 25

Clues = Mapping[str, Mapping[str, float]]


@frozen
class Sample:
    """One person whose state the text does not tell: the clues of each candidate, and which candidates are right."""

    article: str
    person: str
    clues: Clues
    right: frozenset[str]


def gold_of(person: Person, case: Case) -> GoldParticipant | None:
    """The gold participant that a person of the register is."""
    tokens = set(person.tokens)
    for event in case.events:
        for participant in event.participants:
            if participant.name is None:
                continue
            wanted = set(name_tokens(participant.name))
            if tokens <= wanted or wanted <= tokens:
                return participant
    return None


def samples_of(case: Case) -> Iterator[Sample]:
    """The persons of an article from which the weights are learned."""
    article = to_article({"text": case.text, "published": case.published, "id": case.id})
    register = read(article, _no_syntax).register
    homes = register.homes
    if homes is None or not homes.candidates():
        return
    present: dict[str, frozenset[str]] = {}
    for now, former in former_states(register, article.published).items():
        present[former] = present.get(former, frozenset({former})) | {now}
    gold = {person: gold_of(person, case) for person in register.persons}
    served = {p: home for p in register.persons if (home := _served(p, gold[p], homes.candidates(), present))}
    ties = homes.ties()
    for person in register.persons:
        truth = gold[person]
        if truth is None or not person.mentions or not _open(person):
            continue
        clues = homes.clues(Bearer.of(person), ties.get(person, ()), served)
        right = _right(truth, list(clues), present)
        if right:
            yield Sample(case.id, person.name, clues, right)


def _open(person: Person) -> bool:
    """Whether the text leaves it to the reader whom a person serves."""
    return person.country_inferred or person.implied is not None or not (person.country or person.organization)


def _no_syntax(sentences: Sequence[Any]) -> list[Any]:
    raise NotImplementedError("the register needs no syntax")


def _right(truth: GoldParticipant, candidates: Sequence[str], present: Mapping[str, frozenset[str]]) -> frozenset[str]:
    if truth.country is not None:
        return present.get(truth.country, frozenset({truth.country})) & frozenset(candidates)
    bodies = frozenset(home for home in candidates if home[0] == BODY)
    return frozenset(bodies & {BODY + (truth.org or "")}) or bodies


def _served(
    person: Person, truth: GoldParticipant | None, candidates: Sequence[str], present: Mapping[str, frozenset[str]]
) -> str | None:
    if truth is not None and truth.country is not None:
        return min(_right(truth, candidates, present), default=truth.country)
    if _open(person):
        return None  # a guess by the weights of before must not teach those to come
    return person.country or (BODY + person.organization if person.organization else None)


def fit(samples: Sequence[Sample], prior: float = PRIOR) -> dict[str, float]:
    """The weights that make the right candidates most likely."""
    seen: dict[str, int] = {}
    for sample in samples:
        for clue in {clue for clues in sample.clues.values() for clue in clues}:
            seen[clue] = seen.get(clue, 0) + 1
    names = sorted(clue for clue, count in seen.items() if count >= LEAST)
    column = {name: number for number, name in enumerate(names)}
    matrices = []
    for sample in samples:
        matrix = np.zeros((len(sample.clues), len(names)))
        for row, clues in enumerate(sample.clues.values()):
            for clue, value in clues.items():
                if clue in column:
                    matrix[row, column[clue]] = value
        matrices.append((matrix, np.array([home in sample.right for home in sample.clues])))
    weights = np.zeros(len(names))
    for _ in range(STEPS):
        gradient = -prior * weights
        curvature = prior * np.eye(len(names))
        for matrix, right in matrices:
            chance = _softmax(matrix @ weights)
            wanted = chance * right / max(float(chance @ right), 1e-12)
            gradient += (wanted - chance) @ matrix
            mean = chance @ matrix
            curvature += (matrix.T * chance) @ matrix - np.outer(mean, mean)
        step = np.linalg.solve(curvature, gradient)
        weights += step / max(1.0, float(np.abs(step).max()))
    return {name: round(float(weight), 2) for name, weight in zip(names, weights, strict=True)}


def _softmax(scores: Any) -> Any:
    powers = np.exp(scores - scores.max())
    return powers / powers.sum()


def table() -> str:
    """The table of weights as the script makes it."""
    weights = fit([sample for case in read_articles(TRAINING) for sample in samples_of(case)])
    return HEADER + "".join(f"{name}\t{weight:.2f}\n" for name, weight in weights.items() if weight)


if __name__ == "__main__":
    TARGET.write_text(table(), encoding="utf-8")
