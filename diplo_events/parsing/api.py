"""The two functions that most users need."""

from __future__ import annotations

import datetime as dt
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import closing
from functools import lru_cache
from typing import Any, Literal

from diplo_events.errors import ArticleError, DiploEventsError, InputError, InputTypeError
from diplo_events.model.articles import Article, ParsedArticle
from diplo_events.parsing.batches import Job, Outcome, articles_of, jobs, outcomes, with_jobs
from diplo_events.parsing.inputs import make_article, to_article
from diplo_events.parsing.parser import Parser
from diplo_events.version import VERSION

OnError = Literal["raise", "skip", "record"]
#: What no number of articles, processes or seconds is above that is meant.
_MOST = 1_000_000


@lru_cache(maxsize=1)
def default_parser() -> Parser:
    """The parser that is used when none is given; built on the first call."""
    return Parser()


def parse_article(
    text: str | Mapping[str, Any] | Article,
    *,
    published: dt.date | dt.datetime | str | None = None,
    title: str | None = None,
    source: str | None = None,
    id: str | int | None = None,
    parser: Parser | None = None,
) -> ParsedArticle:
    """The diplomatic events of one article.

    Args:
        text: the article's text; or an article as a mapping or an :class:`Article`, then without the other fields.
        published: the day of publication, against which relative dates are read. Without it they stay unresolved.
        title: the headline, where it is not part of the text.
        source: the outlet.
        id: your id; a hash of the text if None.
        parser: a parser of your own; the default one if None.

    Returns:
        The events with all that the article says of them.

    Raises:
        InputError, InputTypeError: if an argument cannot be used; the message says what to do.
        ModelNotFoundError: if no spaCy pipeline is installed.

    >>> from diplo_events import parse_article
    >>> parsed = parse_article("Estonian Foreign Minister Mart Saar met his Latvian counterpart, Anna Ozola, in Riga "
    ...                        "on Friday.", published="2024-03-10")
    >>> print(parsed.events[0])
    meeting · held · 2024-03-08 · Mart Saar (EST), Anna Ozola (LVA) · Riga, LVA
    """
    ready = _checked(parser)
    if isinstance(text, str):
        return ready.parse(make_article(text, published=published, title=title, id=id, source=source))
    if any(part is not None for part in (published, title, source, id)):
        raise InputError("give published, title, source and id within the article, or pass its text as a str")
    return ready.parse(to_article(text))


def parse_articles(
    articles: Iterable[str | Mapping[str, Any] | Article],
    *,
    parser: Parser | None = None,
    batch_size: int = 16,
    n_process: int = 1,
    on_error: OnError = "raise",
    time_limit: float | None = None,
) -> Iterator[ParsedArticle]:
    """The diplomatic events of many articles: lazily, in their order.

    Args:
        articles: any iterable of texts, mappings or :class:`Article`.
        parser: a parser of your own; the default one if None.
        batch_size: how many articles are read ahead and parsed together.
        n_process: how many processes read; 1 reads in this one. More are spawned with the first result that is asked
            for, which takes some seconds and the memory of a model each, and end with the iterator; each has up to two
            batches in hand. A script calls this under ``if __name__ == "__main__":``, and a parser of your own has to
            pickle.
        on_error: what becomes of an article that fails: ``"raise"`` an :class:`ArticleError`, ``"skip"`` it, or
            ``"record"`` a result without events whose ``error`` says why. An article whose process dies has failed.
            What the iterable itself raises is raised in any case, after the results of the articles that it gave.
        time_limit: seconds that one article may take; what takes longer has failed with a
            :class:`~diplo_events.TimeLimitError`. As only another process can be ended, the articles are then read in
            one, or in ``n_process``.

    Raises:
        InputError, InputTypeError: if an argument cannot be used.
        ModelNotFoundError: if no spaCy pipeline is installed.
        ArticleError: with ``on_error="raise"``; its ``index`` and ``article_id`` say which article failed.
        PluginError: if the processes of ``n_process`` cannot start.
    """
    if on_error not in ("raise", "skip", "record"):
        raise InputError(f"on_error must be 'raise', 'skip' or 'record', not {on_error!r}")
    for name, number in (("batch_size", batch_size), ("n_process", n_process)):
        if not isinstance(number, int) or not 1 <= number <= _MOST:
            raise InputError(f"{name} must be a positive whole number up to a million, not {number!r}")
    _check_time_limit(time_limit)
    if isinstance(articles, (str, Mapping, Article)) or not isinstance(articles, Iterable):
        raise InputTypeError("parse_articles takes an iterable of articles; for one article call parse_article")
    ready = _checked(parser)
    batches = jobs(articles, batch_size, ready.max_length)
    if n_process == 1 and time_limit is None:
        return _settled(_in_this_process(batches, ready), ready, on_error)
    # The default parser need not travel: each process builds its own.
    return _settled(_in_others(batches, parser, n_process, time_limit), ready, on_error)


def _check_time_limit(time_limit: object) -> None:
    if time_limit is None:
        return
    if not isinstance(time_limit, (int, float)) or not 0 < time_limit <= _MOST:
        raise InputError(f"time_limit must be a positive number of seconds up to a million, not {time_limit!r}")


def _checked(parser: Parser | None) -> Parser:
    if parser is not None and not isinstance(parser, Parser):
        raise InputTypeError(f"parser must be a Parser or None, not {type(parser).__name__}")
    return parser if parser is not None else default_parser()


def _settled(read: Generator[tuple[Job, Outcome]], parser: Parser, on_error: OnError) -> Iterator[ParsedArticle]:
    with closing(read):
        for job, outcome in read:
            if isinstance(outcome, ParsedArticle):
                yield outcome
            elif on_error == "raise":
                message = f"article {job.index} ({job.id or 'without id'}): {outcome}"
                raise ArticleError(message, index=job.index, article_id=job.id) from outcome
            elif on_error == "record":
                yield _record(job, outcome, parser)


def _in_this_process(batches: Iterator[list[Job]], parser: Parser) -> Generator[tuple[Job, Outcome]]:
    for batch in batches:
        yield from with_jobs(batch, outcomes(articles_of(batch), parser))


def _in_others(
    batches: Iterator[list[Job]], parser: Parser | None, n_process: int, time_limit: float | None
) -> Generator[tuple[Job, Outcome]]:
    from diplo_events.parsing.processes import in_processes

    yield from in_processes(batches, parser, n_process, time_limit)


def _record(job: Job, error: Exception, parser: Parser) -> ParsedArticle:
    kind = "" if isinstance(error, DiploEventsError) else f"{type(error).__name__}: "
    return ParsedArticle(
        article=job.article or Article(text="", id=job.id or f"article-{job.index}"),
        library_version=VERSION,
        model_version=parser.model_version,
        error=f"{kind}{error}",
    )
