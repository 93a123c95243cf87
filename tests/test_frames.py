"""Frames of articles: any cells, bad rows as errors, one pipeline a worker, and the engines that call it."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any

import numpy as np
import pandas as pd
import pytest

from diplo_events import InputError, InputTypeError, Parser, from_json, parse_article, to_pandas
from diplo_events.frames import FrameRows, frame_columns, parse_frame, spark_schema

MET = "Estonian Foreign Minister Mart Saar met his Latvian counterpart, Anna Ozola, in Riga on Friday."
VISIT = "Kenyan President Grace Njoroge will visit Oslo in May, her office said."
NOTHING = "Coffee prices rose by two percent."
ROWS: tuple[FrameRows, ...] = ("events", "participations", "articles")


def articles() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "text": [MET, NOTHING, None, VISIT, 7, MET],
            "published": ["2024-03-10", None, "2024-03-10", pd.Timestamp("2024-03-10"), None, "soon"],
            "id": np.array([1, 2, 3, 4, 5, 6]),
            "unread": [object()] * 6,
        },
        index=pd.Index(list("abcdef"), name="key"),
    )


def test_events_and_errors(parser: Parser) -> None:
    frame = parse_frame(articles(), parser=parser)
    assert list(frame.columns) == [column.name for column in frame_columns()]
    assert list(frame.index) == ["a", "c", "d", "e", "f"]
    assert frame.index.name == "key"
    assert list(frame["article_id"]) == ["1", "3", "4", "5", "6"]
    assert frame.loc["a", "venue_city"] == "Riga"
    assert frame.loc["a", "start"] == pd.Timestamp("2024-03-08")
    assert list(frame["error"].isna()) == [True, False, True, False, False]
    assert "text must be a str, not NoneType" in str(frame.loc["c", "error"])
    assert "text must be a str, not int" in str(frame.loc["e", "error"])
    assert "not an ISO 8601 date" in str(frame.loc["f", "error"])
    assert frame.loc["c", "participants"] == []


def test_the_same_rows_as_to_pandas(parser: Parser) -> None:
    frame = parse_frame(articles().loc[["a"]], parser=parser)
    parsed = parse_article(MET, published="2024-03-10", id=1, parser=parser)
    pd.testing.assert_frame_equal(frame.drop(columns="error").reset_index(drop=True), to_pandas(parsed))


def test_one_row_an_article(parser: Parser) -> None:
    frame = parse_frame(articles(), rows="articles", parser=parser)
    assert list(frame.index) == list("abcdef")
    assert frame["events"].fillna(-1).tolist() == [1, 0, -1, 1, -1, -1]
    for key, text in (("a", MET), ("b", NOTHING), ("d", VISIT)):
        assert from_json(str(frame.loc[key, "json"])).text == text
    assert len(articles().join(frame[["events", "error"]])) == 6


@pytest.mark.parametrize("rows", ROWS)
def test_the_schema_does_not_depend_on_the_data(rows: FrameRows, parser: Parser) -> None:
    full, empty, failed = (
        parse_frame(articles().iloc[part], rows=rows, parser=parser) for part in (slice(None), slice(0), slice(2, 3))
    )
    assert full.dtypes.equals(empty.dtypes)
    assert full.dtypes.equals(failed.dtypes)
    assert len(empty) == 0
    assert len(failed) == 1


def test_only_the_text_is_needed(parser: Parser) -> None:
    frame = parse_frame(pd.DataFrame({"text": [MET]}), parser=parser)
    assert frame["start"].isna().all()
    assert frame["article_id"].iloc[0] == parse_article(MET, parser=parser).id


@pytest.mark.parametrize("missing", [None, np.nan, pd.NA, pd.NaT])
def test_missing_cells_of_all_kinds(missing: Any, parser: Parser) -> None:
    given = {"text": [MET], **{name: [missing] for name in ("published", "title", "id", "source")}}
    result = parse_frame(pd.DataFrame(given).astype(object), parser=parser)
    assert result["error"].isna().all()
    assert len(result) == 1


def test_dates_of_all_kinds(parser: Parser) -> None:
    naive = dt.datetime(2024, 3, 10, 9)  # noqa: DTZ001 - users pass naive datetimes
    days: list[Any] = [dt.date(2024, 3, 10), naive, pd.Timestamp("2024-03-10"), "2024-03-10"]
    for day in days:
        result = parse_frame(pd.DataFrame({"text": [MET], "published": [day]}), parser=parser)
        assert list(result["start"]) == [pd.Timestamp("2024-03-08")]


def test_wrong_frames_are_refused() -> None:
    with pytest.raises(InputError, match="needs a column 'text'; it has \\['body'\\]"):
        parse_frame(pd.DataFrame({"body": [MET]}))
    with pytest.raises(InputTypeError):
        parse_frame([MET])  # type: ignore[arg-type]
    with pytest.raises(InputError, match="rows must be"):
        parse_frame(articles(), rows="words")  # type: ignore[arg-type]


BUILT: list[int] = []


def build() -> Parser:
    BUILT.append(os.getpid())
    return Parser()


def partition(frame: pd.DataFrame) -> tuple[int, int, int]:
    result = parse_frame(frame, parser=build)
    return os.getpid(), len(BUILT), len(result)


def test_the_pipeline_is_built_once_in_each_worker() -> None:
    with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")) as pool:
        done = list(pool.map(partition, [articles()] * 3))
    assert [rows for _, _, rows in done] == [5, 5, 5]
    assert {built for _, built, _ in done} == {1}


def test_spark_schema_is_for_the_same_columns() -> None:
    schema = spark_schema()
    assert schema.startswith("`article_id` STRING, `published` DATE")
    assert "`participants` ARRAY<STRING>" in schema
    assert schema.count("`") == 2 * len(frame_columns())


@pytest.mark.slow
def test_dask(parser: Parser) -> None:
    dask = pytest.importorskip("dask.dataframe")
    texts = articles()[["text", "published", "id"]].drop(index="e").astype({"published": "string"})
    frame = dask.from_pandas(texts, npartitions=2)
    result = frame.map_partitions(parse_frame, meta=parse_frame(articles().head(0))).compute(scheduler="synchronous")
    assert list(result["article_id"]) == ["1", "3", "4", "6"]
    assert list(result["error"].isna()) == [True, False, True, False]


@pytest.mark.slow
def test_spark() -> None:
    spark_sql = pytest.importorskip("pyspark.sql")
    spark = (
        spark_sql.SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.session.timeZone", "UTC")
        .getOrCreate()
    )
    try:
        rows = [("1", MET, "2024-03-10"), ("2", NOTHING, None), ("3", None, None), ("4", VISIT, "2024-03-10")]
        frame = spark.createDataFrame(rows, "id STRING, text STRING, published STRING")
        for kind in ROWS:

            def parse(frames: Iterator[pd.DataFrame], kind: FrameRows = kind) -> Iterator[pd.DataFrame]:
                return (parse_frame(one, rows=kind) for one in frames)

            result = frame.mapInPandas(parse, schema=spark_schema(kind)).collect()
            assert {row["article_id"] for row in result} >= {"1", "3", "4"}
            assert {row["article_id"] for row in result if row["error"]} == {"3"}
    finally:
        spark.stop()
