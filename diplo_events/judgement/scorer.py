"""Log-linear scorers: weights from a table, a sum at run time, and the features that decided.

The weights (``scorer_weights.tsv``) are made by ``training/train.py`` from ``training/articles``. Without the file the
rules alone decide.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
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


@cache
def scorer(name: str) -> Scorer | None:
    """A trained scorer by name ("event"), or None if no weights are shipped."""
    if not has("scorer_weights.tsv"):
        return None
    weights: dict[str, dict[str, float]] = {}
    for row in rows("scorer_weights.tsv"):
        if row["scorer"] == name:
            weights.setdefault(row["label"], {})[row["feature"]] = float(row["weight"])
    return Scorer(name, weights) if weights else None
