"""Train the scorers: ``python -m training.train`` writes ``diplo_events/data/scorer_weights.tsv``.

Data: ``training/articles``, written for this project (MIT, like the code). Deterministic; minutes on two cores. The
rankers "place" and "date" learn which of an article's places and times an event has, the scorer "event" which of the
events that the rules find a careful reader would name too.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from attrs import frozen

from diplo_events.judgement.features import SHORT
from diplo_events.judgement.scorer import CHOSEN as CHOSEN_LABEL
from diplo_events.judgement.scorer import Ranker, Scorer
from diplo_events.parsing.parser import Parser
from diplo_events.parsing.scoring import KEEP
from tests.golden.gold import Case, read_articles
from training.fit import fit, fit_choices, held_out, matrix, table
from training.samples import (
    Choice,
    Sample,
    analyses,
    date_choices,
    dated,
    event_samples,
    place_choices,
    placed,
    snippets,
)

ROOT = Path(__file__).resolve().parent.parent
ARTICLES = ROOT / "training" / "articles"
WEIGHTS = ROOT / "diplo_events" / "data" / "scorer_weights.tsv"
#: Of how many sentences the snippets are that are learnt beside the whole articles.
SNIPPETS = (2, SHORT)
#: Strength of the L2 penalty, chosen by the held-out calibration error.
PENALTY = 0.02
#: The same of the ranker of places, chosen by how often it is right on held-out folds.
PLACE_PENALTY = 0.03
#: The same of the ranker of dates.
DATE_PENALTY = 0.003
#: Thresholds of which the figures are printed.
THRESHOLDS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)


@frozen(kw_only=True)
class Models:
    """What is trained, and what it was trained on.

    Attributes:
        places, days: the rankers of places and dates.
        event: the scorer of events.
        place_choices, date_choices: the choices in whole articles, on which the rankers can be judged.
        samples: the events on which the scorer was trained.
    """

    places: Ranker
    days: Ranker
    event: Scorer
    place_choices: Sequence[Choice]
    date_choices: Sequence[Choice]
    samples: Sequence[Sample]


def train(cases: Sequence[Case], parser: Parser) -> Models:
    """Train on articles and on their beginnings.

    Args:
        cases: the articles with their gold.
        parser: one without scorers.
    """
    texts = [cases, *(snippets(cases, parser, count) for count in SNIPPETS)]
    found = [analyses(some, parser) for some in texts]
    where = [place_choices(*pair) for pair in zip(texts, found, strict=True)]
    places = fit_choices([choice for some in where for choice in some], PLACE_PENALTY)
    found = [placed(some, places) for some in found]
    when = [date_choices(*pair) for pair in zip(texts, found, strict=True)]
    days = fit_choices([choice for some in when for choice in some], DATE_PENALTY)
    found = [dated(some, days) for some in found]
    samples = [sample for pair in zip(texts, found, strict=True) for sample in event_samples(*pair)]
    data = matrix(samples)
    return Models(
        places=places,
        days=days,
        event=Scorer("event", table(data, fit(data, PENALTY))),
        place_choices=where[0],
        date_choices=when[0],
        samples=samples,
    )


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
    models = train(cases, Parser(scorers=False))
    report_choices("places", models.place_choices, PLACE_PENALTY)
    report_choices("dates", models.date_choices, DATE_PENALTY)
    guess, data = held_out(models.samples, PENALTY)
    keep = data.labels.index(KEEP)
    print(
        f"{len(models.samples)} events of {len(cases)} articles, {len(data.names)} features, "
        "five folds held out by article\n"
    )
    report(guess[:, keep], data.y == keep)
    write(
        {
            "event": models.event.weights,
            "place": {CHOSEN_LABEL: models.places.weights},
            "date": {CHOSEN_LABEL: models.days.weights},
        },
        options.out,
    )


if __name__ == "__main__":
    main()
