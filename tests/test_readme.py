"""README shows what was really printed. (Its examples run as doctests.)"""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest


def test_the_output_shown_is_that_of_the_quick_start(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    runpy.run_path(str(root / "docs" / "quickstart.py"), run_name="__main__")
    printed = capsys.readouterr().out.strip()
    shown = re.search(r"```text\n(.*?)\n```", (root / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert shown is not None
    assert shown[1].strip() == printed, "run `python docs/quickstart.py` and put its output into README.md"


def test_the_version_is_the_same_everywhere(root: Path) -> None:
    from diplo_events import __version__

    assert f"## [{__version__}]" in (root / "CHANGELOG.md").read_text(encoding="utf-8")


def test_links_lead_somewhere(root: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", (root / "README.md").read_text(encoding="utf-8"))
    assert links
    assert all((root / link).exists() for link in links)
