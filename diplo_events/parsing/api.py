"""The two functions that most users need."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, Literal

from diplo_events.errors import ArticleError, DiploEventsError, InputError, InputTypeError
from diplo_events.model.articles import Article, ParsedArticle
from diplo_events.parsing.inputs import make_article, to_article
from diplo_events.parsing.parser import Parser
from diplo_events.version import VERSION

OnError = Literal["raise", "skip", "record"]


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
    if isinstance(text, str):
        article = to_article(make_article(text, published=published, title=title, id=id, source=source))
    else:
        if any(part is not None for part in (published, title, source, id)):
            raise InputError("give published, title, source and id within the article, or pass its text as a str")
        article = to_article(text)
    return (parser or default_parser()).parse(article)


def parse_articles(
    articles: Iterable[str | Mapping[str, Any] | Article],
    *,
    parser: Parser | None = None,
    batch_size: int = 16,
    on_error: OnError = "raise",
) -> Iterator[ParsedArticle]:
    """The diplomatic events of many articles: lazily, in their order.

    Args:
        articles: any iterable of texts, mappings or :class:`Article`.
        parser: a parser of your own; the default one if None.
        batch_size: how many articles are read ahead and parsed together.
        on_error: what becomes of an article that fails: ``"raise"`` an :class:`ArticleError`, ``"skip"`` it, or
            ``"record"`` a result without events whose ``error`` says why.

    Raises:
        ArticleError: with ``on_error="raise"``; its ``index`` and ``article_id`` say which article failed.
    """
    if on_error not in ("raise", "skip", "record"):
        raise InputError(f"on_error must be 'raise', 'skip' or 'record', not {on_error!r}")
    if not isinstance(batch_size, int) or batch_size < 1:
        raise InputError(f"batch_size must be a positive whole number, not {batch_size!r}")
    if isinstance(articles, (str, Mapping, Article)) or not isinstance(articles, Iterable):
        raise InputTypeError("parse_articles takes an iterable of articles; for one article call parse_article")
    return _parse(articles, parser or default_parser(), batch_size, on_error)


def _parse(articles: Iterable[object], parser: Parser, batch_size: int, on_error: OnError) -> Iterator[ParsedArticle]:
    batch: list[tuple[int, object]] = []
    for numbered in enumerate(articles):
        batch.append(numbered)
        if len(batch) == batch_size:
            yield from _batch(batch, parser, on_error)
            batch = []
    yield from _batch(batch, parser, on_error)


def _batch(batch: list[tuple[int, object]], parser: Parser, on_error: OnError) -> Iterator[ParsedArticle]:
    try:
        results = list(parser.parse_batch([to_article(item) for _, item in batch]))
    except Exception:
        # Something in the batch is wrong: one by one, to find out what, and to lose nothing else.
        for index, item in batch:
            yield from _one(index, item, parser, on_error)
    else:
        yield from results


def _one(index: int, item: object, parser: Parser, on_error: OnError) -> Iterator[ParsedArticle]:
    article: Article | None = None
    try:
        article = to_article(item)
        result = parser.parse(article)
    except Exception as error:
        if on_error == "skip":
            return
        id_ = article.id if article else _id_of(item)
        message = f"article {index} ({id_ or 'without id'}): {error}"
        if on_error == "raise":
            raise ArticleError(message, index=index, article_id=id_) from error
        shown = article or Article(text="", id=id_ or f"article-{index}")
        kind = "" if isinstance(error, DiploEventsError) else f"{type(error).__name__}: "
        yield ParsedArticle(article=shown, library_version=VERSION, model_version=parser.model_version, error=kind + str(error))
    else:
        yield result


def _id_of(item: object) -> str | None:
    if isinstance(item, Mapping) and isinstance(item.get("id"), (str, int)):
        return str(item["id"])
    return None
