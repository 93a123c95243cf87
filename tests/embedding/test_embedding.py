"""In somebody else's process: quiet, without a look at the world, the same in each thread, run and process."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from diplo_events import ParsedArticle, Parser, parse_article, parse_articles
from tests.embedding.watched import inputs


def watched(mode: str, root: Path, **environment: str) -> list[str]:
    command = [sys.executable, "-m", "tests.embedding.watched", mode]
    env = os.environ | {"PYTHONPATH": str(root)} | environment
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False, env=env, cwd=root)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.mark.slow
def test_nothing_is_opened_started_printed_or_changed_during_a_parse(root: Path) -> None:
    *happened, _ = watched("quiet", root)
    assert happened == []


@pytest.mark.slow
def test_a_wild_clock_changes_nothing(root: Path) -> None:
    *happened, _ = watched("clock", root)
    assert happened == []


@pytest.mark.slow
def test_the_same_in_each_process_whatever_the_hash_seed_the_time_zone_and_the_locale(root: Path) -> None:
    one = watched("seed", root, PYTHONHASHSEED="0", TZ="Pacific/Kiritimati", LC_ALL="C")
    other = watched("seed", root, PYTHONHASHSEED="4242", TZ="Pacific/Midway", LC_ALL="C.UTF-8")
    assert one == other
    assert len(one) == 1


def test_one_parser_in_sixteen_threads(parser: Parser) -> None:
    articles = list(inputs(3))
    wanted = [parse_article(article, parser=parser) for article in articles]
    results: dict[int, list[ParsedArticle]] = {}
    start = threading.Barrier(16)

    def work(number: int) -> None:
        start.wait()
        mine = articles[number % 3 :] + articles[: number % 3]
        results[number] = list(parse_articles(mine, parser=parser, batch_size=1 + number % 4))

    threads = [threading.Thread(target=work, args=(number,)) for number in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(results) == list(range(16))
    for number, got in results.items():
        assert got == wanted[number % 3 :] + wanted[: number % 3]


def test_parsers_with_parts_of_a_notebook_go_through_cloudpickle(parser: Parser) -> None:
    cloudpickle = pytest.importorskip("cloudpickle")
    taken = []

    def only_dated(reading: object, events: list[object]) -> list[object]:
        taken.append(len(events))
        return [event for event in events if getattr(event, "when", None)]

    own = Parser(merger=only_dated)  # type: ignore[arg-type]
    articles = list(inputs(2))
    wanted = list(parse_articles(articles, parser=own))
    assert list(parse_articles(articles, parser=pickle.loads(cloudpickle.dumps(own)))) == wanted
    assert pickle.loads(cloudpickle.dumps(wanted)) == wanted
