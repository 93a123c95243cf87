"""Articles in a pandas data frame in, events in a data frame out: what Spark, Ray and Dask call for each partition.

>>> from diplo_events.frames import parse_frame            # doctest: +SKIP
>>> spark_frame.mapInPandas(lambda frames: map(parse_frame, frames), schema=spark_schema())     # doctest: +SKIP
>>> dask_frame.map_partitions(parse_frame, meta=parse_frame(dask_frame.head(0)))                # doctest: +SKIP
>>> ray_dataset.map_batches(parse_frame, batch_format="pandas")                                 # doctest: +SKIP

An article that cannot be parsed becomes a row whose ``error`` says why; no article ends a partition. Needs the extra
``diplo-events[pandas]``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

from diplo_events.errors import InputError, InputTypeError
from diplo_events.model.articles import ParsedArticle
from diplo_events.output.extras import needing
from diplo_events.output.json import to_json
from diplo_events.output.pandas import frame_of
from diplo_events.output.records import Column, ColumnType, Record, columns_of, iter_records
from diplo_events.parsing.api import default_parser, parse_articles
from diplo_events.parsing.parser import Parser

if TYPE_CHECKING:
    import pandas as pd

#: What a row of the result stands for.
FrameRows = Literal["events", "participations", "articles"]
#: The columns of the frame that are read; only the first has to be there.
INPUT_COLUMNS = ("text", "published", "title", "source", "id")

ERROR_COLUMN = Column(name="error", type=ColumnType.STRING, meaning="why the article could not be parsed, else None")
#: The columns of one row an article, before the error.
ARTICLE_COLUMNS = (
    Column(name="article_id", type=ColumnType.STRING, meaning="the article's id"),
    Column(name="published", type=ColumnType.DATE, meaning="its day of publication"),
    Column(name="source", type=ColumnType.STRING, meaning="its outlet"),
    Column(name="events", type=ColumnType.INTEGER, meaning="the number of its events"),
    Column(name="json", type=ColumnType.STRING, meaning="the whole result, for from_json"),
)
_DDL = {
    ColumnType.STRING: "STRING",
    ColumnType.CATEGORY: "STRING",
    ColumnType.DATE: "DATE",
    ColumnType.INTEGER: "BIGINT",
    ColumnType.FLOAT: "DOUBLE",
    ColumnType.BOOLEAN: "BOOLEAN",
    ColumnType.STRINGS: "ARRAY<STRING>",
}


def parse_frame(
    frame: pd.DataFrame,
    *,
    rows: FrameRows = "events",
    parser: Parser | Callable[[], Parser] | None = None,
    batch_size: int = 16,
) -> pd.DataFrame:
    """The events of a frame's articles.

    Args:
        frame: one row an article, with the column ``text`` and any of ``published``, ``title``, ``source`` and ``id``
            (see :func:`~diplo_events.parse_article`); missing cells count as not given, other columns are not read.
        rows: ``"events"``, one row an event, with the columns of :func:`~diplo_events.to_records`;
            ``"participations"``, one row a participant of an event; or ``"articles"``, one row an article, with the
            whole result as JSON.
        parser: a parser; or a function that builds one, called once in each worker process; or None for the default
            one, which is built once in each worker process.
        batch_size: how many articles are parsed together.

    Returns:
        The columns named, then ``error``. The index is that of the row that an event was read from, so that
        ``frame.join(events)`` works. An article without events has no row; one that failed has one row, with nothing
        but its id and the error.

    Raises:
        InputError: if there is no column ``text``, or an argument has another value than those named.
        InputTypeError: if ``frame`` is no data frame.
        ModelNotFoundError: if no spaCy pipeline is installed.
    """
    articles = list(_articles(frame))
    columns = frame_columns(rows)
    records: list[Record] = []
    labels: list[Any] = []
    parsed = parse_articles(articles, parser=_built(parser), batch_size=batch_size, on_error="record")
    for label, one in zip(frame.index, parsed, strict=True):
        found = list(_records(one, rows, columns))
        records += found
        labels += [label] * len(found)
    result = frame_of(records, columns)
    result.index = needing("pandas").Index(labels, dtype=frame.index.dtype, name=frame.index.name)
    return result


def frame_columns(rows: FrameRows = "events") -> tuple[Column, ...]:
    """The columns of :func:`parse_frame`.

    Args:
        rows: what a row stands for.

    Raises:
        InputError: if it is none of the three words.
    """
    if rows == "articles":
        return (*ARTICLE_COLUMNS, ERROR_COLUMN)
    if rows not in ("events", "participations"):
        raise InputError(f"rows must be 'events', 'participations' or 'articles', not {rows!r}")
    return (*columns_of(rows), ERROR_COLUMN)


def spark_schema(rows: FrameRows = "events") -> str:
    """The schema of :func:`parse_frame` in the words of Spark, for ``mapInPandas``.

    Args:
        rows: what a row stands for.

    Raises:
        InputError: if it is none of the three words.
    """
    return ", ".join(f"`{column.name}` {_DDL[column.type]}" for column in frame_columns(rows))


def _articles(frame: pd.DataFrame) -> Iterator[dict[str, Any]]:
    pandas = needing("pandas")
    if not isinstance(frame, pandas.DataFrame):
        raise InputTypeError(f"parse_frame takes a pandas.DataFrame, not {type(frame).__name__}")
    if "text" not in frame.columns:
        raise InputError(f"the frame needs a column 'text'; it has {[str(name) for name in frame.columns]}")
    names = [name for name in INPUT_COLUMNS if name in frame.columns]
    for values in zip(*(frame[name] for name in names), strict=True):
        yield {name: _cell(value, pandas) for name, value in zip(names, values, strict=True)}


def _cell(value: Any, pandas: Any) -> Any:
    if pandas.api.types.is_scalar(value) and pandas.isna(value):
        return None
    # Numbers of numpy as those of Python.
    return value.item() if hasattr(value, "item") and getattr(value, "ndim", None) == 0 else value


def _records(parsed: ParsedArticle, rows: FrameRows, columns: tuple[Column, ...]) -> Iterator[Record]:
    if parsed.error is not None:
        empty: Record = {column.name: [] if column.type is ColumnType.STRINGS else None for column in columns}
        yield empty | {"article_id": parsed.id, "published": parsed.published, "error": parsed.error}
    elif rows == "articles":
        yield {
            "article_id": parsed.id,
            "published": parsed.published,
            "source": parsed.article.source,
            "events": len(parsed.events),
            "json": to_json(parsed),
            "error": None,
        }
    else:
        yield from (record | {"error": None} for record in iter_records(parsed, rows))


def _built(parser: Parser | Callable[[], Parser] | None) -> Parser:
    if parser is None:
        return default_parser()
    return parser if isinstance(parser, Parser) else _build(parser)


@lru_cache(maxsize=4)
def _build(factory: Callable[[], Parser]) -> Parser:
    return factory()
