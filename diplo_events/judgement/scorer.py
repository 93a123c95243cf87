"""Log-linear models: weights from a table, a sum at run time, and the features that decided.

A :class:`Scorer` says how likely each label is; a :class:`Ranker` chooses among options that are given to it.

The weights (``scorer_weights.tsv``) are made by ``training/train.py`` from ``training/articles``. Without the file the
rules alone decide.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from functools import cache

from attrs import frozen

from diplo_events.data import has, rows


@frozen
class Scorer:
    """A multinomial logistic model over named features.

    Attributes:
        name: which question it answers.
        weights: for each label the weights of its features.
    """

    name: str
    weights: Mapping[str, Mapping[str, float]]

    def probabilities(self, features: Mapping[str, float]) -> dict[str, float]:
        """The probability of each label."""
        scores = {label: _dot(weights, features) for label, weights in self.weights.items()}
        top = max(scores.values())
        powers = {label: math.exp(score - top) for label, score in scores.items()}
        total = sum(powers.values())
        return {label: power / total for label, power in powers.items()}

    def reasons(self, label: str, features: Mapping[str, float], count: int = 4) -> list[str]:
        """The features that spoke most for a label."""
        weights = self.weights[label]
        strong = sorted(((weights.get(f, 0.0) * v, f) for f, v in features.items()), reverse=True)
        return [f"{feature} ({weight:+.2f})" for weight, feature in strong[:count] if weight > 0]


def _dot(weights: Mapping[str, float], features: Mapping[str, float]) -> float:
    return sum(weights[name] * value for name, value in features.items() if name in weights)


@frozen
class Ranker:
    """A conditional logit: of several options the one whose features weigh most.

    Attributes:
        weights: of the features.
    """

    weights: Mapping[str, float]

    def best(self, options: Sequence[Collection[str]]) -> int:
        """The place of the best option; of equals the first."""
        scores = [self.score(features) for features in options]
        return scores.index(max(scores))

    def score(self, features: Collection[str]) -> float:
        """The sum of the weights; exact, so that the order of the features does not matter."""
        return math.fsum(self.weights[name] for name in features if name in self.weights)

    def reasons(self, features: Collection[str], count: int = 4) -> list[str]:
        """The features that spoke most for an option."""
        strong = sorted(((self.weights.get(name, 0.0), name) for name in features), reverse=True)
        return [f"{name} ({weight:+.2f})" for weight, name in strong[:count] if weight > 0]


@cache
def scorer(name: str) -> Scorer | None:
    """A trained scorer by name ("event"), or None if no weights are shipped."""
    weights = _weights().get(name)
    return Scorer(name, weights) if weights else None


@cache
def ranker(name: str) -> Ranker | None:
    """A trained ranker by name ("place"), or None if no weights are shipped."""
    weights = _weights().get(name)
    return Ranker(weights[CHOSEN]) if weights else None


#: The label under which the table keeps the weights of a ranker.
CHOSEN = "chosen"


@cache
def _weights() -> dict[str, dict[str, dict[str, float]]]:
    weights: dict[str, dict[str, dict[str, float]]] = {}
    if has("scorer_weights.tsv"):
        for row in rows("scorer_weights.tsv"):
            by_label = weights.setdefault(row["scorer"], {})
            by_label.setdefault(row["label"], {})[row["feature"]] = float(row["weight"])
    return weights
