"""The code of the how-to pages runs, and prints what they say."""

from __future__ import annotations

import ast
import doctest
import re
from pathlib import Path

import pytest

import diplo_events.spacy_component  # noqa: F401 - so that the page on spaCy also runs from a checkout without installation

PAGES = sorted((Path(__file__).parent.parent / "docs" / "how-to").glob("*.md"))
#: Fences of code that is run have this language; recipes for programs that need not be there have "py".
RUN = re.compile(r"^```python$\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SHOWN = re.compile(r"^```py$\n(.*?)^```$", re.MULTILINE | re.DOTALL)
MINE = ("codebooks", "engines", "explain", "json", "llm", "records-and-frames", "roster", "spacy")


def test_the_pages_are_there() -> None:
    assert set(MINE) <= {page.stem for page in PAGES}


@pytest.mark.parametrize("page", [page for page in PAGES if page.stem in MINE], ids=lambda page: page.stem)
def test_a_page_runs(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert all(">>> " in block for block in RUN.findall(text)), "code that is not run"
    for block in SHOWN.findall(text):
        ast.parse(block)
    failed, attempted = doctest.testfile(
        str(page), module_relative=False, encoding="utf-8", optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    )
    assert attempted
    assert not failed
