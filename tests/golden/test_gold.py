"""The gold is well formed."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from diplo_events import EventType, Status
from tests.golden.gold import ARTICLES, TRAINING, Case, GoldEvent, checklists, read_articles, read_checklist


def check_event(event: GoldEvent, where: str) -> None:
    assert event.types, where
    assert event.statuses, where
    for participant in event.participants:
        assert participant.name or participant.group or participant.org, where
        assert participant.country is None or is_code(participant.country), where
    assert all(map(is_code, event.venue.countries)), where
    assert event.participants or event.type is EventType.CONFERENCE, where


def is_code(code: str) -> bool:
    return len(code) == 3 and code.isascii() and code.isupper()


def check_article(case: Case) -> None:
    for event in case.events:
        check_event(event, f"{case.id}: {event}")
        assert " ".join(event.evidence.split()) in " ".join(case.text.split()), f"{case.id}: {event.evidence!r}"


def test_articles() -> None:
    cases = read_articles(ARTICLES)
    assert len(cases) >= 25
    assert len({case.id for case in cases}) == len(cases)
    for case in cases:
        check_article(case)


@pytest.mark.skipif(not TRAINING.exists(), reason="the source archive has no training articles")
def test_training_articles() -> None:
    for case in read_articles(TRAINING):
        check_article(case)


@pytest.mark.parametrize("path", checklists(), ids=lambda path: path.stem)
def test_checklist(path: Path) -> None:
    cases = read_checklist(path)
    assert len({case.text for case in cases}) == len(cases)
    assert len(cases) >= 12
    for case in cases:
        for event in case.events:
            check_event(event, f"{case.id}: {event}")


@pytest.mark.parametrize(
    "name", [f"status_{status.value}" for status in Status] + [f"type_{kind.value}" for kind in EventType]
)
def test_each_phenomenon_has_positives_and_near_misses(name: str) -> None:
    path = next(path for path in checklists() if path.stem == name)
    kind, _, value = name.partition("_")
    told: Counter[bool] = Counter()
    for case in read_checklist(path):
        values = [*(t.value for e in case.events for t in e.types), *(s.value for e in case.events for s in e.statuses)]
        told[value in values] += 1
    assert told[True] >= 8, f"{name}: {told[True]} cases of this {kind}"
    assert told[False] >= 1, f"{name}: {told[False]} near misses"
