"""Records and data frames: a fixed schema with the right types, also where there is nothing."""

from __future__ import annotations

import datetime as dt
import io
import sys
from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from diplo_events import (
    InputError,
    MissingExtraError,
    ParsedArticle,
    Status,
    to_arrow,
    to_pandas,
    to_participation_records,
    to_polars,
    to_records,
)
from diplo_events.output.records import EVENT_COLUMNS, PARTICIPATION_COLUMNS, ColumnType, Rows, columns_of

ROWS: tuple[Rows, Rows] = ("events", "participations")


def test_a_row_for_each_event(full: ParsedArticle, parsed: ParsedArticle) -> None:
    records = to_records([full, parsed])
    assert len(records) == 1 + len(parsed.events)
    assert to_records(full) == records[:1]
    assert records[0] == {
        "article_id": "full",
        "published": dt.date(2024, 3, 10),
        "source": "Harbour News",
        "event_id": "0123456789abcdef",
        "type": "meeting",
        "action": "talks",
        "status": "held",
        "start": dt.date(2024, 3, 8),
        "end": dt.date(2024, 3, 8),
        "date_precision": "time",
        "date_edtf": "2024-03-08",
        "participants": ["Amina Ōta", "Peru"],
        "participant_countries": ["KEN", "PER"],
        "participant_roles": ["initiator", "counterpart"],
        "countries": ["KEN", "PER"],
        "venue": "Geneva",
        "venue_city": "Geneva",
        "venue_country": "CHE",
        "venue_forum": "Fish Forum",
        "venue_site": "Palais",
        "latitude": 46.2,
        "longitude": 6.15,
        "attributed_to": ["the envoy"],
        "agenda": ["fish"],
        "part_of": "00000000ffffffff",
        "replaces": "fedcba9876543210",
        "plover": "CONSULT",
        "cameo": "040",
        "confidence": 0.75,
        "mentions": 1,
        "trigger": "met",
        "trigger_start": full.text.index("met"),
        "trigger_end": full.text.index("met") + 3,
        "sentence": full.text,
    }


def test_a_row_for_each_participation(full: ParsedArticle) -> None:
    first, second = to_participation_records(full)
    assert (first["position"], first["name"], first["role"], first["named"]) == (0, "Amina Ōta", "initiator", True)
    assert (second["position"], second["name"], second["role"], second["named"]) == (1, "Peru", "counterpart", False)
    assert first["aliases"] == ["the envoy"]
    assert isinstance(first["mention_start"], int)
    assert isinstance(first["mention_end"], int)
    assert full.text[first["mention_start"] : first["mention_end"]] == first["mention"] == "Amina Ōta"
    assert (second["title"], second["organization"], second["aliases"]) == (None, None, [])


def test_every_row_has_every_column_in_order(full: ParsedArticle, parsed: ParsedArticle) -> None:
    for row in to_records([full, parsed]):
        assert list(row) == [column.name for column in EVENT_COLUMNS]
    for row in to_participation_records([full, parsed]):
        assert list(row) == [column.name for column in PARTICIPATION_COLUMNS]


_PYTHON: dict[ColumnType, tuple[type, ...]] = {
    ColumnType.STRING: (str, type(None)),
    ColumnType.CATEGORY: (str, type(None)),
    ColumnType.DATE: (dt.date, type(None)),
    ColumnType.INTEGER: (int, type(None)),
    ColumnType.FLOAT: (float, type(None)),
    ColumnType.BOOLEAN: (bool,),
    ColumnType.STRINGS: (list,),
}


def test_cells_have_the_types_and_words_of_their_columns(full: ParsedArticle, parsed: ParsedArticle) -> None:
    both = [full, parsed]
    tables = ((EVENT_COLUMNS, to_records(both)), (PARTICIPATION_COLUMNS, to_participation_records(both)))
    for columns, records in tables:
        for record in records:
            for column in columns:
                value = record[column.name]
                assert type(value) in _PYTHON[column.type], column.name
                assert column.type is not ColumnType.CATEGORY or value is None or value in column.categories


def test_columns_are_unique_and_say_what_they_mean() -> None:
    for columns in (EVENT_COLUMNS, PARTICIPATION_COLUMNS):
        assert len({column.name for column in columns}) == len(columns)
        assert all(column.meaning for column in columns)


@pytest.mark.parametrize("convert", [to_pandas, to_polars, to_arrow])
def test_other_rows_are_refused(convert: Any, full: ParsedArticle) -> None:
    with pytest.raises(InputError, match="'events' or 'participations', not 'words'"):
        convert(full, rows="words")


# --- pandas ----------------------------------------------------------------------------------------------------------


def test_pandas_types(full: ParsedArticle) -> None:
    frame = to_pandas(full)
    assert str(frame["start"].dtype) == "datetime64[s]"
    assert frame["start"].iloc[0] == pd.Timestamp("2024-03-08")
    assert isinstance(frame["status"].dtype, pd.CategoricalDtype)
    assert list(frame["status"].cat.categories) == [status.value for status in Status]
    assert str(frame["mentions"].dtype) == "Int64"
    assert frame["participants"].iloc[0] == ["Amina Ōta", "Peru"]
    assert str(to_pandas(full, rows="participations")["named"].dtype) == "boolean"


def test_pandas_dates_beyond_the_nanoseconds(full: ParsedArticle) -> None:
    from attrs import evolve

    when = full.events[0].when
    assert when is not None
    event = evolve(full.events[0], when=evolve(when, start=dt.date(1648, 10, 24), end=dt.date(9999, 12, 31)))
    frame = to_pandas(evolve(full, events=(event,)))
    assert str(frame["start"].iloc[0].date()) == "1648-10-24"


@pytest.mark.parametrize("rows", ROWS)
def test_pandas_schema_does_not_depend_on_the_data(rows: Rows, full: ParsedArticle, parsed: ParsedArticle) -> None:
    frames = [to_pandas(data, rows=rows) for data in ([], full, parsed, [full, parsed])]
    assert all(frame.dtypes.equals(frames[0].dtypes) for frame in frames)
    assert list(pd.concat(frames).dtypes) == list(frames[0].dtypes)


def test_missing_cells_are_missing(parsed: ParsedArticle) -> None:
    frame = to_pandas(parsed)
    assert frame["part_of"].isna().all()
    assert frame["venue_forum"].isna().all()


# --- Polars and Arrow ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("rows", ROWS)
def test_polars(rows: Rows, full: ParsedArticle, parsed: ParsedArticle) -> None:
    frame = to_polars([full, parsed], rows=rows)
    assert frame.schema == to_polars([], rows=rows).schema
    assert frame.schema["start"] == pl.Date
    assert isinstance(frame.schema["status"], pl.Enum)
    records = to_records([full, parsed]) if rows == "events" else to_participation_records([full, parsed])
    assert frame.to_dicts() == records


@pytest.mark.parametrize("rows", ROWS)
def test_arrow(rows: Rows, full: ParsedArticle, parsed: ParsedArticle) -> None:
    table = to_arrow([full, parsed], rows=rows)
    assert table.schema == to_arrow([], rows=rows).schema
    assert table.schema.field("start").type == pa.date32()
    assert pa.types.is_dictionary(table.schema.field("status").type)
    records = to_records([full, parsed]) if rows == "events" else to_participation_records([full, parsed])
    assert table.to_pylist() == records
    assert [field.name for field in table.schema] == [column.name for column in columns_of(rows)]
    assert table.schema.field("end").metadata[b"meaning"]


def test_arrow_goes_through_parquet(full: ParsedArticle, parsed: ParsedArticle) -> None:
    table = to_arrow([full, parsed])
    file = io.BytesIO()
    pq.write_table(table, file)
    assert pq.read_table(file).to_pylist() == table.to_pylist()


def test_without_the_extra_the_message_says_what_to_do(full: ParsedArticle, monkeypatch: pytest.MonkeyPatch) -> None:
    for module, convert in (("pandas", to_pandas), ("polars", to_polars), ("pyarrow", to_arrow)):
        monkeypatch.setitem(sys.modules, module, None)
        with pytest.raises(MissingExtraError, match=r"pip install 'diplo-events\[") as caught:
            convert(full)
        assert isinstance(caught.value, ImportError)
