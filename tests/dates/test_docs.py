"""The page on dates: its code runs, and gives what the comments beside it say."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "docs" / "dates.md"
BLOCKS = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
CLAIM = re.compile(r"^(?P<code>[^#\n]+?)  # (?P<value>datetime\.date\(.*\))$", re.MULTILINE)


def test_the_page_has_code() -> None:
    assert len(BLOCKS) == 3


@pytest.mark.parametrize("number", range(3))
def test_code_of_the_page(number: int, capsys: pytest.CaptureFixture[str]) -> None:
    space: dict[str, object] = {"date": date}
    exec("from diplo_events.dates import find_dates, resolve_date", space)
    source = BLOCKS[number].replace("from diplo_events import", "from diplo_events.dates import")
    exec(source, space)
    printed = re.findall(r"^# (.*)$", source, re.MULTILINE)
    assert capsys.readouterr().out.splitlines() == printed
    # names are bound anew through a block, so that each claim is checked after the lines before it
    for claim in CLAIM.finditer(source):
        exec(source[: claim.start()], space)
        assert repr(eval(claim["code"], space)) == claim["value"]
