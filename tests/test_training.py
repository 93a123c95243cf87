"""The trained scorer: its training repeats itself, and its figure means something."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from diplo_events import Parser, parse_article
from diplo_events.judgement.scorer import scorer
from diplo_events.parsing.scoring import KEEP

ROOT = Path(__file__).parents[1]
TEXT = (
    "Estonian Foreign Minister Mart Saar met his Latvian counterpart, Anna Ozola, in Riga on Friday. "
    "He may travel to Oslo in June."
)


def _train(articles: Path, out: Path) -> str:
    subprocess.run(
        [sys.executable, "-m", "training.train", "--articles", str(articles), "--out", str(out)],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    return out.read_text(encoding="utf-8")


@pytest.mark.slow
def test_training_repeats_itself(tmp_path: Path) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    for path in sorted((ROOT / "training" / "articles").glob("w?-00[1-3].*")):
        shutil.copy(path, articles)
    first = _train(articles, tmp_path / "one.tsv")
    assert first == _train(articles, tmp_path / "two.tsv")
    assert first.count("\n") > 50


def test_shipped_weights_have_both_labels() -> None:
    model = scorer("event")
    assert model is not None
    assert set(model.weights) == {KEEP, "drop"}


def test_confidence_is_a_probability_and_is_explained() -> None:
    for event in parse_article(TEXT, published="2024-03-10").events:
        assert 0 < event.confidence <= 1
        assert any(note.slot == "confidence" for note in event.notes)


def test_min_confidence_rejects_and_says_so() -> None:
    strict = Parser(min_confidence=1.0)
    parsed = parse_article(TEXT, published="2024-03-10", parser=strict)
    assert not parsed.events
    assert parsed.rejected


def test_rules_alone_leave_the_confidence_unset() -> None:
    parsed = parse_article(TEXT, published="2024-03-10", parser=Parser(scorers=False))
    assert parsed.events
    assert not any(note.slot == "confidence" for event in parsed.events for note in event.notes)
