"""Train the scorers: ``python -m training.train`` writes ``diplo_events/data/scorer_weights.tsv``.

Data: ``training/articles``, written for this project (MIT, like the code). Deterministic; minutes on two cores. The
rankers "place" and "date" learn which of an article's places and times an event has, the scorer "event" which of the
events that the rules find a careful reader would name too.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np
from attrs import evolve, frozen

from diplo_events.judgement.features import SHORT, Features
from diplo_events.judgement.scorer import CHOSEN as CHOSEN_LABEL
from diplo_events.judgement.scorer import Ranker
from diplo_events.merging.dating import choose_dates, date_options
from diplo_events.merging.placing import CHOSEN, choose_places, country_of, place_options
from diplo_events.parsing.inputs import to_article
from diplo_events.parsing.parser import Parser
from diplo_events.parsing.scoring import KEEP, Analysis
from diplo_events.reading.read import read
from diplo_events.reading.reading import Reading
from tests.golden.gold import Case, read_articles
from tests.golden.matching import date_fits, implied, match

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
        reading = reading_of(case, parser)
        end = reading.span(0, reading.sentences[:count][-1].end).end
        found.append(evolve(case, text=case.text[:end]))
    return found


def analyses(cases: Sequence[Case], parser: Parser) -> list[Analysis]:
    """What the rules find in each article."""
    return [parser.analyse(reading_of(case, parser)) for case in cases]


def placed(found: Sequence[Analysis], places: Ranker) -> list[Analysis]:
    """The same with each event at the place that a ranker chooses."""
    return [evolve(one, events=choose_places(one.reading, one.events, places)) for one in found]


def event_samples(cases: Sequence[Case], found: Sequence[Analysis]) -> list[Sample]:
    """Matched events are to be kept, unmatched ones to be dropped; optional and implied ones teach nothing."""
    samples = []
    for number, (case, analysis) in enumerate(zip(cases, found, strict=True)):
        pairs = {j: i for i, j in match(case.events, analysis.events)}
        for j, event in enumerate(analysis.events):
            if j in pairs and case.events[pairs[j]].optional:
                continue
            if j not in pairs and implied(event, case.events):
                continue
            samples.append(Sample(number, analysis.of(event), KEEP if j in pairs else DROP))
    return samples


def dated(found: Sequence[Analysis], days: Ranker) -> list[Analysis]:
    """The same with each event on the days that a ranker chooses."""
    return [evolve(one, events=choose_dates(one.reading, one.events, days)) for one in found]


@frozen
class Choice:
    """A training example of a ranker.

    Attributes:
        case: the number of the article, for folds.
        options: the features of each option, the rules' choice first.
        right: which of the options are right; at least one is.
        weight: how much it counts.
    """

    case: int
    options: tuple[frozenset[str], ...]
    right: tuple[bool, ...]
    weight: float = 1.0


#: How much it counts that an article tells no place: readers differ more over that than over which place it tells.
UNTOLD = 0.3


def place_choices(cases: Sequence[Case], found: Sequence[Analysis]) -> list[Choice]:
    """The places of the matched events, where the right one is among the options."""
    choices = []
    for number, (case, analysis) in enumerate(zip(cases, found, strict=True)):
        for i, j in match(case.events, analysis.events):
            gold, event = case.events[i], analysis.events[j]
            if gold.optional or gold.venue.optional or event.type not in CHOSEN:
                continue
            options = place_options(analysis.reading, analysis.events, j)
            right = tuple(country_of(option) in (gold.venue.countries or (None,)) for option in options)
            weight = 1.0 if gold.venue.countries else UNTOLD
            choices.append(Choice(number, tuple(option.features for option in options), right, weight))
    return [choice for choice in choices if any(choice.right)]


def date_choices(cases: Sequence[Case], found: Sequence[Analysis]) -> list[Choice]:
    """The dates of the matched events, where the right one is among the options."""
    choices = []
    for number, (case, analysis) in enumerate(zip(cases, found, strict=True)):
        for i, j in match(case.events, analysis.events):
            gold, event = case.events[i], analysis.events[j]
            if gold.optional or gold.date_optional:
                continue
            options = date_options(analysis.reading, analysis.events, j)
            right = tuple(date_fits(gold, evolve(event, when=option.value)) for option in options)
            choices.append(Choice(number, tuple(option.features for option in options), right))
    return [choice for choice in choices if any(choice.right)]


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


def learn(what: str, choices: Sequence[Sequence[Choice]], penalty: float) -> Ranker:
    """A ranker of whole articles and their beginnings; what it is worth on the articles is printed."""
    report_choices(what, choices[0], penalty)
    return fit_choices([choice for some in choices for choice in some], penalty)


def report_choices(what: str, choices: Sequence[Choice], penalty: float, folds: int = 5) -> None:
    """Print how often the rules and the ranker choose right, the ranker without having seen the article."""
    right = rules = 0
    for part in range(folds):
        known = fit_choices([choice for choice in choices if choice.case % folds != part], penalty)
        for choice in (choice for choice in choices if choice.case % folds == part):
            right += choice.right[known.best(choice.options)]
            rules += choice.right[0]
    count = len(choices)
    print(f"{count} {what}: {rules / count:.3f} right by the rules, {right / count:.3f} chosen\n")


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


def write(models: Mapping[str, Mapping[str, Mapping[str, float]]], path: Path) -> None:
    """Write the weights, two decimals each, leaving out what is next to nothing."""
    lines = [
        "# Weights of the trained scorers (judgement/scorer.py). Made by training/train.py from training/articles (MIT, written for this project).",
        "scorer\tlabel\tfeature\tweight",
    ]
    for name, labels in models.items():
        for label, weights in labels.items():
            for feature, weight in weights.items():
                if abs(weight) >= 0.02:
                    lines.append(f"{name}\t{label}\t{feature}\t{weight:.2f}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


#: Strength of the L2 penalty, chosen by the held-out calibration error.
PENALTY = 0.02
#: The same of the ranker of places, chosen by how often it is right on held-out folds.
PLACE_PENALTY = 0.03
#: The same of the ranker of dates.
DATE_PENALTY = 0.003
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
    texts = [cases, *(snippets(cases, parser, count) for count in SNIPPETS)]
    found = [analyses(some, parser) for some in texts]
    places = learn("places", [place_choices(*pair) for pair in zip(texts, found, strict=True)], PLACE_PENALTY)
    found = [placed(some, places) for some in found]
    days = learn("dates", [date_choices(*pair) for pair in zip(texts, found, strict=True)], DATE_PENALTY)
    found = [dated(some, days) for some in found]
    samples = [sample for pair in zip(texts, found, strict=True) for sample in event_samples(*pair)]
    guess, data = held_out(samples, PENALTY)
    keep = data.labels.index(KEEP)
    print(
        f"{len(samples)} events of {len(cases)} articles, {len(data.names)} features, five folds held out by article\n"
    )
    report(guess[:, keep], data.y == keep)
    write(
        {
            "event": table(data, fit(data, PENALTY)),
            "place": {CHOSEN_LABEL: places.weights},
            "date": {CHOSEN_LABEL: days.weights},
        },
        options.out,
    )


if __name__ == "__main__":
    main()
