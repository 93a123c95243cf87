"""The gate: no figure on the golden articles or on a phenomenon of the checklist below its floor."""

from __future__ import annotations

import pytest

from tests.golden.figures import figures
from tests.golden.floors import below, floor_figures, read_floors
from tests.golden.gold import checklists
from tests.golden.run import Scores

pytestmark = pytest.mark.golden
COLLECTIONS = ["articles", "checklist", *(f"checklist/{path.stem}" for path in checklists())]


def test_every_collection_has_a_floor() -> None:
    assert sorted(read_floors()) == sorted(COLLECTIONS)


@pytest.mark.parametrize("name", COLLECTIONS)
def test_not_below_the_floor(name: str, golden_scores: Scores) -> None:
    measured = {name: floor_figures(name, figures(golden_scores[name]))}
    assert not below(measured, {name: read_floors().get(name, {})})
