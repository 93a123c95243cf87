"""Results as an Arrow table, for Parquet, DuckDB and whatever else reads Arrow. Needs ``diplo-events[arrow]``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from diplo_events.model.articles import ParsedArticle
from diplo_events.output.extras import needing
from diplo_events.output.records import Column, ColumnType, Rows, columns_of, iter_records

if TYPE_CHECKING:
    import pyarrow as pa


def to_arrow(parsed: ParsedArticle | Iterable[ParsedArticle], *, rows: Rows = "events") -> pa.Table:
    """Results as an Arrow table, with the columns of :mod:`diplo_events.output.records`.

    Days are ``date32``, closed vocabularies dictionaries of strings, lists ``list<string>``. Each field carries its
    meaning as metadata.

    Args:
        parsed: a parsed article, or any iterable of them.
        rows: ``"events"``, one row an event; or ``"participations"``, one row a participant of an event.

    Raises:
        InputError: if ``rows`` is something else.
        MissingExtraError: if pyarrow is not installed.
    """
    pyarrow = needing("pyarrow", "arrow")
    return pyarrow.Table.from_pylist(list(iter_records(parsed, rows)), schema=arrow_schema(rows))


def arrow_schema(rows: Rows = "events") -> pa.Schema:
    """The schema of :func:`to_arrow`.

    Args:
        rows: what a row stands for.

    Raises:
        InputError: if ``rows`` is neither "events" nor "participations".
        MissingExtraError: if pyarrow is not installed.
    """
    pyarrow = needing("pyarrow", "arrow")
    columns = columns_of(rows)
    return pyarrow.schema([pyarrow.field(c.name, _type(pyarrow, c), metadata={"meaning": c.meaning}) for c in columns])


def _type(pa: Any, column: Column) -> Any:
    return {
        ColumnType.STRING: pa.string(),
        ColumnType.CATEGORY: pa.dictionary(pa.int8(), pa.string()),
        ColumnType.DATE: pa.date32(),
        ColumnType.INTEGER: pa.int64(),
        ColumnType.FLOAT: pa.float64(),
        ColumnType.BOOLEAN: pa.bool_(),
        ColumnType.STRINGS: pa.list_(pa.string()),
    }[column.type]
