"""Log-linear models by gradient descent: a multinomial logistic model, and a conditional logit that ranks options."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

import numpy as np
from attrs import frozen

from diplo_events.judgement.scorer import Ranker
from training.samples import Choice, Sample

#: A feature seen less often teaches nothing.
LEAST = 4


def fit_choices(choices: Sequence[Choice], penalty: float, steps: int = 300) -> Ranker:
    """Weights of a conditional logit with an L2 penalty, by Adam on the full batch."""
    counts = Counter(name for choice in choices for features in choice.options for name in features)
    names = sorted(name for name, count in counts.items() if count >= LEAST)
    index = {name: i for i, name in enumerate(names)}
    # Each option as the numbers of its features: a dense matrix would be nearly all zeros.
    rows = [[index[name] for name in sorted(features) if name in index] for c in choices for features in c.options]
    row = np.repeat(np.arange(len(rows)), [len(numbers) for numbers in rows])
    column = np.fromiter((number for numbers in rows for number in numbers), dtype=np.int64)
    right = np.array([good for choice in choices for good in choice.right], dtype=np.float64)
    sizes = [len(choice.options) for choice in choices]
    starts = np.cumsum([0, *sizes[:-1]])
    group = np.repeat(np.arange(len(choices)), sizes)
    share = np.array([choice.weight for choice in choices])
    share /= share.sum()

    def shares(scores: np.ndarray) -> np.ndarray:
        powers = np.exp(scores - np.maximum.reduceat(scores, starts)[group])
        return np.asarray(powers / np.add.reduceat(powers, starts)[group])

    def gradient(weights: np.ndarray) -> np.ndarray:
        chance = shares(np.bincount(row, weights[column], len(rows)))
        good = chance * right
        target = good / np.add.reduceat(good, starts)[group]
        return np.bincount(column, ((chance - target) * share[group])[row], len(names)) + penalty * weights

    weights = descend(np.zeros(len(names)), gradient, steps)
    return Ranker({name: float(weight) for name, weight in zip(names, weights, strict=True)})


def descend(weights: np.ndarray, gradient: Callable[[np.ndarray], np.ndarray], steps: int) -> np.ndarray:
    """Adam on the full batch."""
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, steps + 1):
        slope = gradient(weights)
        first = 0.9 * first + 0.1 * slope
        second = 0.999 * second + 0.001 * slope**2
        weights = weights - 0.05 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return weights


@frozen
class Matrix:
    """Samples as numbers."""

    x: np.ndarray
    y: np.ndarray
    labels: tuple[str, ...]
    names: tuple[str, ...]


def matrix(
    samples: Sequence[Sample], names: tuple[str, ...] | None = None, labels: tuple[str, ...] | None = None
) -> Matrix:
    """Samples as a dense matrix over the features that are frequent enough."""
    if names is None:
        counts = Counter(name for sample in samples for name in sample.features)
        names = tuple(sorted(name for name, count in counts.items() if count >= LEAST))
    labels = labels or tuple(sorted({sample.label for sample in samples}))
    index = {name: i for i, name in enumerate(names)}
    x = np.zeros((len(samples), len(names)), dtype=np.float32)
    for row, sample in enumerate(samples):
        for name, value in sample.features.items():
            if name in index:
                x[row, index[name]] = value
    y = np.array([labels.index(sample.label) for sample in samples])
    return Matrix(x, y, labels, names)


def fit(data: Matrix, penalty: float, steps: int = 250) -> np.ndarray:
    """Weights of a multinomial logistic model with an L2 penalty, by Adam on the full batch."""
    samples, width = data.x.shape
    target = np.eye(len(data.labels))[data.y]

    def gradient(weights: np.ndarray) -> np.ndarray:
        return np.asarray(data.x.T @ (chances(data.x, weights) - target) / samples + penalty * weights)

    return descend(np.zeros((width, len(data.labels))), gradient, steps)


def chances(x: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Probabilities of the labels."""
    scores = x @ weights
    scores -= scores.max(axis=1, keepdims=True)
    powers = np.exp(scores)
    return np.asarray(powers / powers.sum(axis=1, keepdims=True))


def held_out(samples: Sequence[Sample], penalty: float, folds: int = 5) -> tuple[np.ndarray, Matrix]:
    """Probabilities for every sample from a model that has not seen its article."""
    whole = matrix(samples)
    result = np.zeros((len(samples), len(whole.labels)))
    fold = np.array([sample.case % folds for sample in samples])
    for part in range(folds):
        train = [s for s, f in zip(samples, fold, strict=True) if f != part]
        data = matrix(train, labels=whole.labels)
        weights = fit(data, penalty)
        test = matrix([s for s, f in zip(samples, fold, strict=True) if f == part], data.names, whole.labels)
        result[fold == part] = chances(test.x, weights)
    return result, whole


def table(data: Matrix, weights: np.ndarray) -> dict[str, dict[str, float]]:
    """The weights of a scorer by label and feature."""
    return {
        label: {feature: float(weights[row, column]) for row, feature in enumerate(data.names)}
        for column, label in enumerate(data.labels)
    }
