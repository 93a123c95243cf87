"""What goes wrong in a batch stays where it went wrong: one process, several, and with a limit of time."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterator
from typing import Any

import pytest

from diplo_events import (
    ArticleError,
    Candidate,
    EventType,
    InputError,
    ParsedArticle,
    Parser,
    PluginError,
    Reading,
    TimeLimitError,
    parse_article,
    parse_articles,
)
from tests.processes.test_processes import PLAIN, parser, texts

STRANGE = 6_789


def unreadable(number: int) -> Any:
    return 7 if number == STRANGE else {"text": PLAIN if number % 1000 == 0 else "Rain.", "id": f"a{number}"}


def test_one_bad_article_among_ten_thousand() -> None:
    mine = parser()
    for on_error, length in (("record", 10_000), ("skip", 9_999)):
        results = parse_articles(map(unreadable, range(10_000)), parser=mine, on_error=on_error)  # type: ignore[arg-type]
        ids = [f"a{n}" for n in range(10_000)]
        ids[STRANGE : STRANGE + 1] = [f"article-{STRANGE}"] if on_error == "record" else []
        found = 0
        for number, result in enumerate(results):
            assert result.id == ids[number]
            found += len(result)
        assert (number + 1, found) == (length, 10)


def test_the_error_names_index_and_id() -> None:
    articles = [*texts(PLAIN, PLAIN), {"text": "With thunder.", "id": "the-bad-one"}, *texts(PLAIN)]
    results = parse_articles(articles, parser=parser(), batch_size=4)
    assert [next(results).id, next(results).id] == ["a0", "a1"]
    with pytest.raises(ArticleError, match=r"article 2 \(the-bad-one\).*struck") as caught:
        next(results)
    assert (caught.value.index, caught.value.article_id) == (2, "the-bad-one")


def half_way(number: int) -> Iterator[dict[str, str]]:
    yield from texts(*[PLAIN] * number)
    raise OSError("the disk is gone")


@pytest.mark.parametrize("n_process", [1, pytest.param(2, marks=pytest.mark.slow)])
def test_an_iterable_that_fails_half_way_loses_nothing_that_it_gave(n_process: int) -> None:
    got: list[ParsedArticle] = []
    results = parse_articles(half_way(5), parser=parser(), batch_size=3, n_process=n_process, on_error="skip")
    with pytest.raises(OSError, match="the disk is gone") as caught:
        deque(map(got.append, results))
    assert [(result.id, len(result)) for result in got] == [(f"a{n}", 1) for n in range(5)]
    assert "iterable of articles" in "".join(caught.value.__notes__)


class Treacherous(dict[str, Any]):
    """A mapping that raises when it is looked into."""

    def get(self, key: str, default: Any = None) -> Any:
        raise RuntimeError("not for you")


class Wordless(Exception):  # noqa: N818 - a stranger's name
    def __str__(self) -> str:
        raise RuntimeError("no words")


def test_a_mapping_that_raises_is_one_bad_article() -> None:
    articles: list[Any] = [PLAIN, Treacherous(text=PLAIN), PLAIN]
    results = list(parse_articles(articles, parser=parser(), on_error="record"))
    assert [bool(result.error) for result in results] == [False, True, False]


def plugged(extractor: Any) -> Parser:
    return Parser(extractors=[extractor])


def test_an_error_without_words_is_told_all_the_same() -> None:
    def mute(reading: Reading) -> list[Candidate]:
        raise Wordless

    with pytest.raises(PluginError, match="mute raised Wordless"):
        parse_article(PLAIN, parser=plugged(mute))


def test_a_plug_in_that_wants_to_end_the_program_is_an_error() -> None:
    def tired(reading: Reading) -> list[Candidate]:
        raise SystemExit(3)

    with pytest.raises(PluginError, match="tired raised SystemExit"):
        parse_article(PLAIN, parser=plugged(tired))


def test_a_plug_in_that_proposes_without_end_is_stopped() -> None:
    def endless(reading: Reading) -> Iterator[Candidate]:
        while True:
            yield Candidate(type=EventType.MEETING, start=0, end=3, rule="again")

    with pytest.raises(PluginError, match="endless returned more than"):
        parse_article(PLAIN, parser=plugged(endless))


def test_an_interrupt_is_no_error_of_an_article() -> None:
    def interrupted(reading: Reading) -> list[Candidate]:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(parse_articles([PLAIN], parser=plugged(interrupted), on_error="skip"))


@pytest.mark.slow
def test_what_never_ends_is_ended_and_nothing_else_is_lost() -> None:
    articles = texts(PLAIN, PLAIN, "It went on forever.", PLAIN, PLAIN, PLAIN)
    begin = time.monotonic()
    results = list(parse_articles(articles, parser=parser(), batch_size=2, time_limit=1.0, on_error="record"))
    assert [len(result) for result in results] == [1, 1, 0, 1, 1, 1]
    assert [result.id for result in results] == [f"a{n}" for n in range(6)]
    assert "longer than the 1 seconds of time_limit" in (results[2].error or "")
    assert time.monotonic() - begin < 60


@pytest.mark.slow
def test_with_a_limit_the_error_says_which_and_the_processes_end() -> None:
    articles = texts("It went on forever.", *["It went on forever."] * 5)
    results = parse_articles(articles, parser=parser(), batch_size=1, n_process=2, time_limit=0.5)
    with pytest.raises(ArticleError, match=r"article 0 \(a0\)") as caught:
        next(results)
    assert isinstance(caught.value.__cause__, TimeLimitError)
    assert isinstance(caught.value.__cause__, TimeoutError)


@pytest.mark.parametrize("limit", [0, -1.0, float("nan"), float("inf"), "3"])
def test_a_limit_is_a_number_of_seconds(limit: Any) -> None:
    with pytest.raises(InputError, match="time_limit"):
        parse_articles([PLAIN], time_limit=limit)


# --- the limit of length ---------------------------------------------------------------------------------------------


def test_the_limit_of_length_is_the_users() -> None:
    short = Parser(max_length=20)
    with pytest.raises(InputError, match=r"26 characters, more than the 20 .* Parser\(max_length=…\)"):
        parse_article(PLAIN, parser=short)
    results = list(parse_articles([PLAIN, "Rain.", PLAIN], parser=short, on_error="record"))
    assert [bool(result.error) for result in results] == [True, False, True]
    assert parse_article(" " * 2_000_001, parser=Parser(max_length=3_000_000)).events == ()


@pytest.mark.parametrize("limit", [0, -5, None, "9", 1.5, True])
def test_a_limit_of_length_is_a_positive_whole_number(limit: Any) -> None:
    with pytest.raises(InputError if isinstance(limit, int) and limit is not True else TypeError, match="max_length"):
        Parser(max_length=limit)
