"""Train the scorer: ``python -m training.train`` writes ``diplo_events/data/scorer_weights.tsv``.

Data: ``training/articles``, written for this project (MIT, like the code). Deterministic; a minute on two cores. The
scorer learns which of the events that the rules find a careful reader would name too.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from attrs import evolve, frozen

from diplo_events.judgement.features import SHORT, Features
from diplo_events.parsing.inputs import to_article
from diplo_events.parsing.parser import Parser
from diplo_events.parsing.scoring import KEEP, Analysis
from diplo_events.reading.read import read
from diplo_events.reading.reading import Reading
from tests.golden.gold import Case, read_articles
from tests.golden.matching import implied, match

ROOT = Path(__file__).resolve().parent.parent
ARTICLES = ROOT / "training" / "articles"
WEIGHTS = ROOT / "diplo_events" / "data" / "scorer_weights.tsv"
#: A feature seen less often teaches nothing.
LEAST = 4
DROP = "drop"
#: Of how many sentences the snippets are that are learnt beside the whole articles.
SNIPPETS = (2, SHORT)


@frozen
class Sample:
    """One training example.

    Attributes:
        case: the number of the article, for folds.
        features: what the scorer sees.
        label: what it should say.
    """

    case: int
    features: Features
    label: str


def reading_of(case: Case, parser: Parser) -> Reading:
    """An article as the parser reads it."""
    article = to_article({"text": case.text, "published": case.published, "id": case.id})
    return read(article, parser._parse_sentences)  # noqa: SLF001 - its own training


def snippets(cases: Sequence[Case], parser: Parser, count: int) -> list[Case]:
    """The first sentences of each article alone, for what is asked of a sentence or three."""
    found = []
    for case in cases:
        sentences = reading_of(case, parser).sentences
        found.append(evolve(case, text=case.text[: sentences[:count][-1].end]))
    return found


def analyses(cases: Sequence[Case], parser: Parser) -> list[Analysis]:
    """What the rules find in each article."""
    return [parser.analyse(reading_of(case, parser)) for case in cases]


def event_samples(cases: Sequence[Case], found: Sequence[Analysis]) -> list[Sample]:
    """Matched events are to be kept, unmatched ones to be dropped; optional and implied ones teach nothing."""
    samples = []
    for number, (case, analysis) in enumerate(zip(cases, found, strict=True)):
        pairs = dict((j, i) for i, j in match(case.events, analysis.events))
        for j, event in enumerate(analysis.events):
            if j in pairs and case.events[pairs[j]].optional:
                continue
            if j not in pairs and implied(event, case.events):
                continue
            samples.append(Sample(number, analysis.of(event), KEEP if j in pairs else DROP))
    return samples


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
    weights = np.zeros((width, len(data.labels)), dtype=np.float64)
    target = np.eye(len(data.labels))[data.y]
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, steps + 1):
        gradient = data.x.T @ (chances(data.x, weights) - target) / samples + penalty * weights
        first = 0.9 * first + 0.1 * gradient
        second = 0.999 * second + 0.001 * gradient**2
        weights -= 0.05 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return weights


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


def write(models: dict[str, tuple[Matrix, np.ndarray]], path: Path) -> None:
    """Write the weights, two decimals each, leaving out what is next to nothing."""
    lines = [
        "# Weights of the trained scorers (judgement/scorer.py). Made by training/train.py from training/articles (MIT, written for this project).",
        "scorer\tlabel\tfeature\tweight",
    ]
    for name, (data, weights) in models.items():
        for column, label in enumerate(data.labels):
            for row, feature in enumerate(data.names):
                if abs(weights[row, column]) >= 0.02:
                    lines.append(f"{name}\t{label}\t{feature}\t{weights[row, column]:.2f}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


#: Strength of the L2 penalty, chosen by the held-out calibration error.
PENALTY = 0.02
#: Thresholds of which the figures are printed.
THRESHOLDS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)


def report(guess: np.ndarray, good: np.ndarray) -> None:
    """Print the reliability table, the calibration error and what each threshold keeps."""
    bands = np.minimum((guess * 10).astype(int), 9)
    error = 0.0
    print("| confidence | events | right |")
    print("|---|---|---|")
    for band in range(10):
        inside = bands == band
        if inside.any():
            error += abs(guess[inside].mean() - good[inside].mean()) * inside.mean()
            print(f"| {band / 10:.1f}-{(band + 1) / 10:.1f} | {inside.sum()} | {good[inside].mean():.2f} |")
    print(f"\nexpected calibration error {error:.3f}\n")
    print("| min_confidence | precision | share of the right ones kept |")
    print("|---|---|---|")
    for threshold in (0.0, *THRESHOLDS):
        kept = guess >= threshold
        print(f"| {threshold:.1f} | {good[kept].mean():.3f} | {kept[good].mean():.3f} |")


def main() -> None:
    """Train, print held-out figures, write the weights."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--articles", type=Path, default=ARTICLES)
    arguments.add_argument("--out", type=Path, default=WEIGHTS)
    options = arguments.parse_args()
    cases = read_articles(options.articles)
    parser = Parser(scorers=False)
    samples = event_samples(cases, analyses(cases, parser))
    for count in SNIPPETS:
        beginnings = snippets(cases, parser, count)
        samples += event_samples(beginnings, analyses(beginnings, parser))
    guess, data = held_out(samples, PENALTY)
    keep = data.labels.index(KEEP)
    print(
        f"{len(samples)} events of {len(cases)} articles, {len(data.names)} features, five folds held out by article\n"
    )
    report(guess[:, keep], data.y == keep)
    write({"event": (data, fit(data, PENALTY))}, options.out)


if __name__ == "__main__":
    main()
