"""Articles in batches: each becomes a result or an error, in their order, whichever process reads them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from attrs import frozen

from diplo_events.model.articles import Article, ParsedArticle
from diplo_events.parsing.inputs import checked_length, to_article
from diplo_events.parsing.parser import Parser

#: What becomes of an article: its events, or what went wrong.
Outcome = ParsedArticle | Exception


@frozen(kw_only=True)
class Job:
    """One of many articles.

    Attributes:
        index: its place among them, from 0.
        id: its id, if it is known.
        article: the article, or None if what was given cannot be one.
        error: why it cannot.
    """

    index: int
    id: str | None
    article: Article | None
    error: Exception | None = None


def jobs(items: Iterable[object], size: int, max_length: int) -> Iterator[list[Job]]:
    """The items as jobs in batches of ``size``; a batch is taken from the iterable when it is asked for.

    What the iterable raises is raised after the jobs that it gave before.
    """
    numbered, failure = enumerate(items), None
    while failure is None:
        batch: list[Job] = []
        try:
            for index, item in islice(numbered, size):
                batch.append(_job(index, item, max_length))
        except Exception as error:  # noqa: BLE001 - raised below
            failure = error
        if batch:
            yield batch
        elif failure is None:
            return
    failure.add_note("Raised by the iterable of articles that parse_articles was given.")
    raise failure


def articles_of(batch: Sequence[Job]) -> list[Article]:
    """The articles of a batch that can be read."""
    return [job.article for job in batch if job.article is not None]


def outcomes(articles: Sequence[Article], parser: Parser) -> Iterator[Outcome]:
    """What becomes of each article of a batch; only one that fails by itself is lost."""
    try:
        results = list(parser.parse_batch(articles))
    except Exception:  # noqa: BLE001 - which article it was shows when each is read alone
        for article in articles:
            yield _alone(article, parser)
    else:
        yield from results


def with_jobs(batch: Sequence[Job], read: Iterable[Outcome]) -> Iterator[tuple[Job, Outcome]]:
    """The jobs of a batch with what became of them: those that are no article are put back in their places."""
    waiting = iter(read)
    for job in batch:
        yield job, job.error if job.error is not None else next(waiting)


def _job(index: int, item: object, max_length: int) -> Job:
    try:
        article = checked_length(to_article(item), max_length)
    except Exception as error:  # noqa: BLE001 - a mapping of the caller's may raise anything
        return Job(index=index, id=_id_of(item), article=None, error=error)
    return Job(index=index, id=article.id, article=article)


def _alone(article: Article, parser: Parser) -> Outcome:
    try:
        return parser.parse(article)
    except Exception as error:  # noqa: BLE001 - the caller decides, by on_error, what becomes of it
        return error


def _id_of(item: object) -> str | None:
    if isinstance(item, Article):
        return item.id
    try:
        given = item.get("id") if isinstance(item, Mapping) else None
    except Exception:  # noqa: BLE001 - a mapping of the caller's may raise anything
        return None
    return str(given) if isinstance(given, (str, int)) else None
