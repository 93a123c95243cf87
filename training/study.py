"""What the training is worth: ``python -m training.study`` prints a learning curve and an ablation.

Both are measured on ``training/validation``: articles of house styles and regions of their own, on which nothing is
trained. The learning curve takes the first 100, 200, 300 ... of the training articles in an order that mixes their
writers; the ablation takes all of them and leaves out what it names.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

from diplo_events.judgement.features import SHORT
from diplo_events.model.events import Event
from diplo_events.parsing.parser import Parser
from diplo_events.parsing.scoring import KEEP, THRESHOLD, Analysis
from tests.golden.figures import figures
from tests.golden.gold import Case, read_articles
from tests.golden.matching import compare
from training.samples import analyses, dated, placed
from training.train import ARTICLES, ROOT, Models, train

VALIDATION = ROOT / "training" / "validation"
STEP = 100

#: From what the rules find in an article to what is told of it.
Decide = Callable[[Sequence[Analysis]], Sequence[Sequence[Event]]]


def by_rules(found: Sequence[Analysis]) -> Sequence[Sequence[Event]]:
    """All that the rules find, as they find it."""
    return [one.events for one in found]


def by_models(models: Models, *, places: bool = True, days: bool = True, event: bool = True) -> Decide:
    """The decisions of trained models; those that are False are left to the rules."""

    def decide(found: Sequence[Analysis]) -> Sequence[Sequence[Event]]:
        return [[e for e in one.events if not event or _is_kept(models, one, e)] for one in map(ranked, found)]

    def ranked(one: Analysis) -> Analysis:
        if len(one.reading.sentences) <= SHORT:  # the rules have read all of it
            return one
        if places:
            (one,) = placed([one], models.places)
        if days:
            (one,) = dated([one], models.days)
        return one

    return decide


def _is_kept(models: Models, one: Analysis, event: Event) -> bool:
    return models.event.probabilities(one.of(event))[KEEP] >= THRESHOLD


def row(name: str, cases: Sequence[Case], found: Sequence[Analysis], decide: Decide) -> str:
    """One row of a table in Markdown."""
    outcomes = [compare(case, events) for case, events in zip(cases, decide(found), strict=True)]
    told = figures(outcomes)
    return f"| {name} | {told.f1:.3f} | {told.complete_f1:.3f} | {told.status:.3f} |"


def mixed(cases: Sequence[Case]) -> list[Case]:
    """The articles in an order that is always the same and mixes their writers."""
    return sorted(cases, key=lambda case: hashlib.sha256(case.id.encode()).hexdigest())


def main() -> None:
    """Train on ever more articles, and with parts left out, and print what comes of it."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--articles", type=Path, default=ARTICLES)
    arguments.add_argument("--validation", type=Path, default=VALIDATION)
    options = arguments.parse_args()
    cases, held_out = mixed(read_articles(options.articles)), read_articles(options.validation)
    parser = Parser(scorers=False)
    found = analyses(held_out, parser)
    head = "| F1 | all slots right, F1 | status |\n|---|---|---|---|"
    print(f"Learning curve, on {len(held_out)} articles held out\n\n| articles {head}")
    print(row("0, rules only", held_out, found, by_rules))
    for count in [*range(STEP, len(cases), STEP), len(cases)]:
        models = train(cases[:count], parser)
        print(row(str(count), held_out, found, by_models(models)))
    print(f"\nAblation, {len(cases)} articles\n\n| decided by {head}")
    alone: dict[str, Decide] = {"rules only": by_rules}
    parts = {"event": "events kept or dropped", "places": "places", "days": "dates"}
    for part, name in parts.items():
        only = {other: other == part for other in parts}
        alone[f"{name} alone"] = by_models(models, **only)
    alone["all"] = by_models(models)
    for name, decide in alone.items():
        print(row(name, held_out, found, decide))


if __name__ == "__main__":
    main()
