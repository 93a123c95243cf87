"""User-like code passes `mypy --strict`, and wrong use does not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from mypy import api

HERE = Path(__file__).parent


def check(root: Path, path: Path) -> list[str]:
    output, problems, _ = api.run(
        [
            "--strict",
            "--show-error-codes",
            "--no-error-summary",
            "--config-file",
            str(root / "pyproject.toml"),
            str(path),
        ]
    )
    assert not problems, problems
    return [line for line in output.splitlines() if path.name in line]


@pytest.mark.parametrize("name", ["reading_events.py", "plugging_in.py"])
def test_right_use_passes(name: str, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    assert check(root, HERE / name) == []


def test_wrong_use_is_refused(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    path = HERE / "wrong_use.py"
    given: dict[int, set[str]] = {}
    for line in check(root, path):
        found = re.search(r"wrong_use\.py:(\d+): error: .*\[([a-z-]+)\]$", line)
        if found:
            given.setdefault(int(found[1]), set()).add(found[2])
    wanted = {
        number: set(codes[1].split(", "))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if (codes := re.search(r"# \[([a-z, -]+)\]$", line))
    }
    assert sorted(given) == sorted(wanted)
    for number, codes_given in given.items():
        assert codes_given <= wanted[number], f"line {number}"
