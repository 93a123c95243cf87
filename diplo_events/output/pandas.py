"""Results as a pandas data frame. Needs the extra ``diplo-events[pandas]``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from diplo_events.model.articles import ParsedArticle
from diplo_events.output.extras import needing
from diplo_events.output.records import Column, ColumnType, Record, Rows, columns_of, iter_records

if TYPE_CHECKING:
    import pandas as pd

#: Days in seconds, since nanoseconds end in 1677 and 2262.
_DTYPES = {
    ColumnType.STRING: "string",
    ColumnType.DATE: "datetime64[s]",
    ColumnType.INTEGER: "Int64",
    ColumnType.FLOAT: "float64",
    ColumnType.BOOLEAN: "boolean",
    ColumnType.STRINGS: "object",
}


def to_pandas(parsed: ParsedArticle | Iterable[ParsedArticle], *, rows: Rows = "events") -> pd.DataFrame:
    """Results as a pandas data frame, with the columns of :mod:`diplo_events.output.records`.

    Days are ``datetime64[s]``, closed vocabularies are categorical with all their words, whole numbers are ``Int64``,
    lists are Python lists.

    Args:
        parsed: a parsed article, or any iterable of them.
        rows: ``"events"``, one row an event; or ``"participations"``, one row a participant of an event.

    Raises:
        InputError: if ``rows`` is something else.
        MissingExtraError: if pandas is not installed.
    """
    return frame_of(list(iter_records(parsed, rows)), columns_of(rows))


def frame_of(records: Sequence[Record], columns: Sequence[Column]) -> pd.DataFrame:
    """A data frame of records with columns of the right types, also if there are no records."""
    pandas = needing("pandas")
    series = {column.name: series_of([record[column.name] for record in records], column) for column in columns}
    frame: pd.DataFrame = pandas.DataFrame(series)
    return frame


def series_of(values: Sequence[Any], column: Column) -> pd.Series[Any]:
    """The cells of one column."""
    pandas = needing("pandas")
    if column.type is ColumnType.CATEGORY:
        values = pandas.Categorical(values, categories=list(column.categories))
    series: pd.Series[Any] = pandas.Series(values, dtype=_DTYPES.get(column.type))
    return series
