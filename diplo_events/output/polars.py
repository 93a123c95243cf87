"""Results as a Polars data frame. Needs the extra ``diplo-events[polars]``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from diplo_events.model.articles import ParsedArticle
from diplo_events.output.extras import needing
from diplo_events.output.records import Column, ColumnType, Rows, columns_of, iter_records

if TYPE_CHECKING:
    import polars as pl


def to_polars(parsed: ParsedArticle | Iterable[ParsedArticle], *, rows: Rows = "events") -> pl.DataFrame:
    """Results as a Polars data frame, with the columns of :mod:`diplo_events.output.records`.

    Days are ``Date``, closed vocabularies ``Enum``, lists ``List(String)``.

    Args:
        parsed: a parsed article, or any iterable of them.
        rows: ``"events"``, one row an event; or ``"participations"``, one row a participant of an event.

    Raises:
        InputError: if ``rows`` is something else.
        MissingExtraError: if Polars is not installed.
    """
    polars = needing("polars")
    schema = {column.name: _dtype(polars, column) for column in columns_of(rows)}
    frame: pl.DataFrame = polars.DataFrame(list(iter_records(parsed, rows)), schema=schema, orient="row")
    return frame


def _dtype(pl: Any, column: Column) -> Any:
    if column.type is ColumnType.CATEGORY:
        return pl.Enum(list(column.categories))
    return {
        ColumnType.STRING: pl.String,
        ColumnType.DATE: pl.Date,
        ColumnType.INTEGER: pl.Int64,
        ColumnType.FLOAT: pl.Float64,
        ColumnType.BOOLEAN: pl.Boolean,
        ColumnType.STRINGS: pl.List(pl.String),
    }[column.type]
