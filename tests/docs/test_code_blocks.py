"""Every ``python`` block of the site runs; those with prompts print what the page shows.

The blocks of a page share their names, in their order.
"""

from __future__ import annotations

import datetime as dt
import doctest
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[2]
_DOCS = _ROOT / "docs"
#: Run by tests/test_how_to.py, which knows what they need.
_ELSEWHERE = {"codebooks.md", "engines.md", "explain.md", "json.md", "llm.md", "records-and-frames.md", "spacy.md"}
PAGES = sorted(page for page in _DOCS.rglob("*.md") if page.parent == _DOCS or page.name not in _ELSEWHERE)
#: Names that the fragments of a page take for granted.
_GIVEN: dict[str, dict[str, object]] = {"dates.md": {"date": dt.date}}
_FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def blocks(page: Path) -> Iterator[tuple[int, str]]:
    """The ``python`` blocks of a page with the number of their first line."""
    text = page.read_text(encoding="utf-8")
    for found in re.finditer(r"^```python\n(.*?)^```$", text, re.DOTALL | re.MULTILINE):
        yield text.count("\n", 0, found.start(1)), found[1]


def run(page: Path) -> None:
    """Run the blocks of a page."""
    names: dict[str, object] = {"__name__": page.stem, **_GIVEN.get(page.name, {})}
    for line, code in blocks(page):
        if code.lstrip().startswith(">>>"):
            test = doctest.DocTestParser().get_doctest(code, names, page.name, str(page), line)
            report: list[str] = []
            runner = doctest.DocTestRunner(optionflags=_FLAGS, verbose=False)
            runner.run(test, out=report.append, clear_globs=False)
            names = test.globs
            assert not runner.failures, "".join(report)
        else:
            exec(compile("\n" * line + code, str(page), "exec"), names)


@pytest.mark.parametrize("page", PAGES, ids=[page.relative_to(_DOCS).as_posix() for page in PAGES])
def test_the_code_of_a_page(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if page.name == "notebooks.md":
        pytest.importorskip("matplotlib", reason="Matplotlib is not installed (the extra [plot])").use("agg")
    monkeypatch.chdir(_ROOT)
    run(page)


def test_there_is_code() -> None:
    assert sum(len(list(blocks(page))) for page in PAGES) > 10


def test_a_wrong_page_is_noticed(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("```python\n>>> 1 + 1\n3\n\n```\n", encoding="utf-8")
    with pytest.raises(AssertionError, match="Expected"):
        run(page)
