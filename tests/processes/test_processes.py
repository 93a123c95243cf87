"""Articles read by several processes: the same results in the same order, whatever dies on the way."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from diplo_events import (
    ArticleError,
    Candidate,
    InputTypeError,
    Parser,
    PluginError,
    Reading,
    parse_articles,
)
from tests.processes import parts
from tests.typed_use import plugging_in

PLAIN = "Ann high-fived Bo at noon."


def parser() -> Parser:
    """A parser of strangers, which finds one event in PLAIN."""
    own = plugging_in.Phonebook({"Ann": "USA", "Bo": "SWE"})
    return Parser(extractors=[parts.moody], actor_resolver=own.look_up, merger=parts.unsendable)


def texts(*items: str) -> list[dict[str, str]]:
    return [{"text": text, "id": f"a{number}"} for number, text in enumerate(items)]


@pytest.mark.slow
def test_results_are_those_of_one_process() -> None:
    articles = texts(*(f"{PLAIN} It was day {number}." for number in range(7)))
    wanted = list(parse_articles(articles, batch_size=2))
    assert list(parse_articles(articles, batch_size=2, n_process=2)) == wanted


@pytest.mark.slow
def test_what_fails_is_recorded_in_its_place_and_nothing_else_is_lost() -> None:
    articles: list[Any] = [
        *texts(PLAIN, "Into the abyss.", PLAIN, "With thunder.", PLAIN, "A lock: Ann high-fived Bo.", PLAIN),
        7,
        *texts(PLAIN),
    ]
    results = list(parse_articles(articles, parser=parser(), batch_size=2, n_process=2, on_error="record"))
    errors = [result.error for result in results]
    assert [bool(error) for error in errors] == [False, True, False, True, False, True, False, True, False]
    assert "died" in (errors[1] or "")
    assert "moody raised TwoArguments: struck" in (errors[3] or "")
    assert "cannot be sent" in (errors[5] or "")
    assert "must be a text" in (errors[7] or "")
    assert [len(result.events) for result in results] == [1, 0, 1, 0, 1, 0, 1, 0, 1]
    assert [result.id for result in results[:7]] == [f"a{number}" for number in range(7)]


@pytest.mark.slow
def test_lazy_with_a_bounded_look_ahead_and_an_error_that_says_which() -> None:
    taken: list[int] = []

    def endless() -> Iterator[dict[str, str]]:
        number = 0
        while True:
            taken.append(number)
            yield {"text": "With thunder." if number == 3 else PLAIN, "id": f"a{number}"}
            number += 1

    results = parse_articles(endless(), parser=parser(), batch_size=2, n_process=2)
    assert taken == []
    assert [next(results).id for _ in range(3)] == ["a0", "a1", "a2"]
    assert len(taken) <= 2 * (2 * 2 + 2)
    with pytest.raises(ArticleError, match="struck") as caught:
        next(results)
    assert (caught.value.index, caught.value.article_id) == (3, "a3")
    assert isinstance(caught.value.__cause__, PluginError)
    assert "parts.py" in "".join(caught.value.__cause__.__notes__)


def test_a_parser_that_cannot_be_sent_is_refused() -> None:
    def local(reading: Reading) -> Sequence[Candidate]:
        return []

    with pytest.raises(InputTypeError, match="cannot be pickled"):
        list(parse_articles([PLAIN], parser=Parser(extractors=[local]), n_process=2))


@pytest.mark.slow
def test_a_script_without_a_main_guard_is_told(tmp_path: Path, root: Path) -> None:
    script = tmp_path / "unguarded.py"
    script.write_text("from diplo_events import parse_articles\nprint(list(parse_articles(['A.'], n_process=2)))\n")
    env = os.environ | {"PYTHONPATH": str(root)}
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, timeout=120, check=False, env=env)
    assert done.returncode == 1
    assert '`if __name__ == "__main__":`' in done.stderr.splitlines()[-1]
