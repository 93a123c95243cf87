"""What earlier versions wrote can still be read: a pickle and a document of each release (tools/keep_pickle.py)."""

from __future__ import annotations

import copy
import pickle
from pathlib import Path

import pytest

from diplo_events import ParsedArticle, Status, __version__, from_json, to_json, to_records

FOLDER = Path(__file__).parent / "pickles"
PICKLES = sorted(FOLDER.glob("*.pickle"))


def load(path: Path) -> ParsedArticle:
    parsed: ParsedArticle = pickle.loads(path.read_bytes())
    return parsed


def test_this_version_has_its_pickle() -> None:
    assert FOLDER / f"{__version__}.pickle" in PICKLES, "run tools/keep_pickle.py"


@pytest.mark.parametrize("path", PICKLES, ids=lambda path: path.stem)
def test_pickles_of_earlier_versions(path: Path) -> None:
    parsed = load(path)
    (event,) = parsed.events
    assert event.status is Status.HELD
    assert [str(participant) for participant in event.participants] == ["Amina Ōta (KEN)", "Peru (PER)"]
    assert event.when is not None
    assert event.mentions[0].trigger.text == "met"
    assert from_json(to_json(parsed)) == parsed
    assert to_records(parsed)
    assert str(event)
    assert event.explain()
    assert copy.deepcopy(parsed) == parsed
    assert hash(parsed.events[0].when) == hash(copy.deepcopy(event.when))


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.json")), ids=lambda path: path.stem)
def test_documents_of_earlier_versions(path: Path) -> None:
    assert from_json(path.read_text(encoding="utf-8")) == load(path.with_suffix(".pickle"))


def test_the_pickle_of_this_version_is_equal(full: ParsedArticle) -> None:
    assert load(FOLDER / f"{__version__}.pickle") == full
    assert pickle.loads(pickle.dumps(full)) == full
