"""Parse the golden set and compare."""

from __future__ import annotations

from collections.abc import Sequence

from diplo_events import Parser, parse_articles
from tests.golden.gold import ARTICLES, TRAINING, Case, checklists, read_articles, read_checklist
from tests.golden.matching import Outcome, compare

#: Outcomes by collection: "articles", "checklist", "checklist/<file>", "training".
Scores = dict[str, list[Outcome]]


def score(cases: Sequence[Case], parser: Parser | None = None) -> list[Outcome]:
    """Parse the texts, nothing but text and publication date given, and compare with the gold."""
    articles = ({"text": case.text, "published": case.published, "id": case.id} for case in cases)
    results = parse_articles(articles, parser=parser)
    return [compare(case, parsed.events) for case, parsed in zip(cases, results, strict=True)]


def score_golden() -> Scores:
    """The golden articles and the checklist, as a whole and file by file."""
    scores: Scores = {"articles": score(read_articles(ARTICLES)), "checklist": []}
    for path in checklists():
        scores[f"checklist/{path.stem}"] = score(read_checklist(path))
        scores["checklist"] += scores[f"checklist/{path.stem}"]
    return scores


def score_training() -> Scores:
    """The articles that trained parts learn from."""
    return {"training": score(read_articles(TRAINING))}
