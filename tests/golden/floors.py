"""The floors: figures that a change must not fall below, in a file that is committed."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.golden.figures import Figures, figures
from tests.golden.gold import HERE
from tests.golden.run import Scores

FLOORS = HERE / "floors.json"
_ARTICLES = ("f1", "complete_f1", "status")
_CHECKLIST = ("f1", "complete_f1", "status", "cases_right", "not_held")

Floors = dict[str, dict[str, float]]


def floor_figures(name: str, measured: Figures) -> dict[str, float]:
    """The figures of a collection that have a floor, rounded down to three places."""
    kept = _CHECKLIST if name.startswith("checklist") else _ARTICLES
    return {figure: math.floor(getattr(measured, figure) * 1000 + 1e-9) / 1000 for figure in kept}


def measured_floors(scores: Scores) -> Floors:
    """What the floors would be if they were set today."""
    return {name: floor_figures(name, figures(outcomes)) for name, outcomes in scores.items()}


def read_floors(path: Path = FLOORS) -> Floors:
    """The committed floors."""
    stored: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return dict(stored.get("floors", {}))


def below(measured: Mapping[str, Mapping[str, float]], floors: Mapping[str, Mapping[str, float]]) -> list[str]:
    """A line for each figure under its floor, or no longer measured."""
    lines = []
    for name, row in floors.items():
        for figure, floor in row.items():
            now = measured.get(name, {}).get(figure)
            if now is None or now < floor:
                lines.append(f"{name} {figure}: {'not measured' if now is None else now} < {floor}")
    return lines


class LoweringRefused(Exception):  # noqa: N818 - it is an answer, not an error of the program
    """A floor would sink, and no reason was given."""


def update(measured: Floors, *, reason: str | None, path: Path = FLOORS) -> list[str]:
    """Set the floors to what is measured, and return the figures that sank.

    Raises:
        LoweringRefused: if one would sink and ``reason`` is empty. With a reason it is written into the file.
    """
    stored: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    sunk = below(measured, stored.get("floors", {}))
    if sunk and not (reason or "").strip():
        raise LoweringRefused("\n".join(sunk))
    lowered = list(stored.get("lowered", []))
    if sunk:
        lowered.append({"reason": reason, "figures": sunk})
    text = json.dumps({"floors": measured, "lowered": lowered}, indent=1, ensure_ascii=False)
    path.write_text(text + "\n", encoding="utf-8")
    return sunk
