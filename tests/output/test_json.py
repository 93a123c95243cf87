"""JSON: exact round trips, errors that name the path, lines, and a schema that is that of the model."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from diplo_events import (
    Actor,
    Article,
    Event,
    FormatError,
    InputError,
    InputTypeError,
    ParsedArticle,
    Parser,
    Span,
    Timeline,
    Venue,
    When,
    from_json,
    from_json_lines,
    merge_articles,
    parse_article,
    parse_articles,
    to_json,
    to_json_lines,
)
from diplo_events.output.json import SCHEMA_VERSION, schema
from diplo_events.output.schema import make_schema


def plain(parsed: ParsedArticle) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(to_json(parsed))
    return data


# --- round trips -----------------------------------------------------------------------------------------------------


def test_a_parse_comes_back_equal(parsed: ParsedArticle) -> None:
    assert parsed.events
    assert from_json(to_json(parsed)) == parsed
    assert from_json(to_json(parsed, indent=2)) == parsed
    assert from_json(to_json(parsed).encode()) == parsed
    assert to_json(from_json(to_json(parsed))) == to_json(parsed)


def test_every_slot_comes_back_equal_and_of_its_own_type(full: ParsedArticle) -> None:
    back = from_json(to_json(full))
    assert back == full
    assert repr(back) == repr(full)


def test_failed_and_empty_articles_come_back(parser: Parser) -> None:
    articles: list[Any] = [{"text": 5}, "", {"text": "x", "published": "yesterday"}]
    for one in parse_articles(articles, parser=parser, on_error="record"):
        assert from_json(to_json(one)) == one


def test_the_golden_articles_come_back(root: Path, parser: Parser) -> None:
    for path in sorted((root / "tests" / "golden" / "articles").glob("*.txt"))[:6]:
        parsed = parse_article(path.read_text(encoding="utf-8"), published="2023-06-06", parser=parser)
        assert from_json(to_json(parsed)) == parsed


@given(
    text=st.text(alphabet=st.characters(exclude_categories=["Cs"])) | st.text("\ud83dab\u2028\x85\n"),
    title=st.text(alphabet=st.characters(exclude_categories=["Cs"])),
)
@settings(max_examples=200)
def test_texts_of_all_sorts_come_back(text: str, title: str) -> None:
    parsed = ParsedArticle(article=Article(text=text, title=title))
    written = to_json(parsed)
    assert "\n" not in written
    assert len(written.splitlines()) == 1
    written.encode("utf-8")
    assert from_json(written) == parsed


def test_parts_can_be_written_too(full: ParsedArticle) -> None:
    event = full.events[0]
    for part, kind in ((event, Event), (event.when, When), (event.venue, Venue), (full.actors[0], Actor)):
        assert part is not None
        assert from_json(to_json(part), kind) == part


def test_only_the_model_can_be_written(full: ParsedArticle) -> None:
    for wrong in (full.events, "text", None, 5, Event):
        with pytest.raises(InputTypeError):
            to_json(wrong)  # type: ignore[arg-type]


def test_timelines_can_be_written_too(parsed: ParsedArticle, full: ParsedArticle) -> None:
    timeline = merge_articles([parsed, full])
    assert from_json(to_json(timeline), Timeline) == timeline
    data = json.loads(to_json(timeline))
    del data["events"][0]["evidence"][0]["event"]["when"]
    with pytest.raises(FormatError, match=r"missing @ \$\.events\[0\]\.evidence\[0\]\.event\.when"):
        from_json(json.dumps(data), Timeline)


# --- errors ----------------------------------------------------------------------------------------------------------


def change(path: str, value: object) -> Callable[[dict[str, Any]], None]:
    """Sets what a path such as ``events.0.when`` leads to; deletes it for ``...``."""

    def apply(data: Any) -> None:
        *steps, last = [int(step) if step.isdigit() else step for step in path.split(".")]
        for step in steps:
            data = data[step]
        if value is ...:
            del data[last]
        else:
            data[last] = value

    return apply


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        ("events.0.when", ..., "missing @ $.events[0].when"),
        ("article", ..., "missing @ $.article"),
        ("events.0.mentions.0.trigger.end", ..., "missing @ $.events[0].mentions[0].trigger.end"),
        ("events.0.colour", "red", "unknown @ $.events[0].colour"),
        ("events.0.status", "done", "'done' is not a valid Status @ $.events[0].status"),
        ("events.0.action", 5, "not a str: 5 @ $.events[0].action"),
        ("events.0.confidence", "0.5", "not a float: '0.5' @ $.events[0].confidence"),
        ("events.0.confidence", True, "not a float: True @ $.events[0].confidence"),
        ("events.0.confidence", 1.5, "'confidence' must be <= 1.0: 1.5 @ $.events[0]"),
        ("events.0.mentions", [], "an event needs at least one mention @ $.events[0]"),
        ("events.0.mentions", {}, "not a list: {} @ $.events[0].mentions"),
        ("events.0.mentions", "met", "not a list: 'met' @ $.events[0].mentions"),
        ("events.0.participants.1", None, "not an object: None @ $.events[0].participants[1]"),
        ("events.0.participants.1.actor.country", "Peru", "$.events[0].participants[1].actor"),
        ("events.0.when.start", "2024-02-30", "@ $.events[0].when.start"),
        ("events.0.when.start", "2024-W10-5", "not a day like '2023-06-06': '2024-W10-5' @ $.events[0].when.start"),
        ("events.0.when.start", "2025-01-01", "a period cannot end (2024-03-08) before it starts (2025-01-01)"),
        ("events.0.when.span.start", "1", "not a int: '1' @ $.events[0].when.span.start"),
        ("events.0.agenda.0.text", "cars", "not what the article's text has there @ $.events[0].agenda[0]"),
        ("article.text", "", "not what the article's text has there @ $.events[0]"),
        ("article.published", 20240310, "not a day like '2023-06-06': 20240310 @ $.article.published"),
        ("error", False, "not a str: False @ $.error"),
        ("schema_version", 99, f"reads {SCHEMA_VERSION}, not 99 @ $.schema_version"),
        ("schema_version", True, "not True @ $.schema_version"),
        ("schema_version", ..., "missing @ $.schema_version"),
    ],
)  # fmt: skip
def test_errors_name_the_path(full: ParsedArticle, path: str, value: object, message: str) -> None:
    data = plain(full)
    change(path, value)(data)
    with pytest.raises(FormatError) as caught:
        from_json(json.dumps(data))
    assert message in str(caught.value)


@pytest.mark.parametrize(
    "text",
    ["", " ", "[", "null", "[]", "5", '"x"', "NaN", '{"schema_version": Infinity}', "[" * 100_000, b"\xff", "9" * 9999],
    ids=lambda text: repr(text[:12]),
)
def test_what_is_no_result_is_a_format_error(text: str | bytes) -> None:
    with pytest.raises(FormatError):
        from_json(text)


def test_what_is_no_text_is_a_type_error() -> None:
    wrong: Any
    for wrong in (None, 5, {}):
        with pytest.raises(InputTypeError):
            from_json(wrong)


def test_several_errors_are_told_together(full: ParsedArticle) -> None:
    data = plain(full)
    for name in ("type", "status", "when", "venue", "agenda", "history", "notes"):
        del data["events"][0][name]
    with pytest.raises(FormatError, match=r"missing @ \$\.events\[0\]\.type; .*; and 2 more$"):
        from_json(json.dumps(data))


def nodes(data: Any) -> Iterator[tuple[Any, Any]]:
    """Every place inside plain data, as container and key."""
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        yield data, key
        yield from nodes(value)


def test_damaged_data_are_refused_or_read_but_never_crash(full: ParsedArticle) -> None:
    draw = random.Random(7)
    for _ in range(400):
        data = plain(full)
        container, key = draw.choice(list(nodes(data)))
        container[key] = draw.choice([None, -1, 10**30, "", "x", [], {}, [None], {"a": 1}, True, 0.5])
        with suppress(FormatError):
            assert plain(from_json(json.dumps(data))) == data


# --- lines -----------------------------------------------------------------------------------------------------------


def test_lines_there_and_back(parsed: ParsedArticle, full: ParsedArticle, tmp_path: Path) -> None:
    path = tmp_path / "parsed.jsonl"
    with path.open("w", encoding="utf-8") as file:
        file.writelines(to_json_lines([parsed, full]))
    assert len(path.read_text(encoding="utf-8").splitlines()) == 2
    with path.open(encoding="utf-8") as file:
        assert list(from_json_lines(file)) == [parsed, full]
    with path.open("rb") as binary:
        assert list(from_json_lines(binary)) == [parsed, full]


def test_lines_are_lazy(parsed: ParsedArticle) -> None:
    def endless() -> Iterator[ParsedArticle]:
        while True:
            yield parsed

    back = from_json_lines(to_json_lines(endless()))
    assert [next(back), next(back)] == [parsed, parsed]


def test_empty_lines_are_passed_over_and_bad_ones_named(parsed: ParsedArticle) -> None:
    read = from_json_lines([to_json(parsed), "\n", "  ", '{"schema_version": 1}'])
    assert next(read) == parsed
    with pytest.raises(FormatError, match=r"^line 4: missing @ \$\.article; "):
        next(read)


def test_one_string_is_no_lines(parsed: ParsedArticle) -> None:
    with pytest.raises(InputTypeError, match="split"):
        from_json_lines(to_json(parsed))


# --- the schema ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [ParsedArticle, Timeline])
def test_the_published_schema_is_that_of_the_model(kind: type[ParsedArticle | Timeline]) -> None:
    assert schema(kind) == make_schema(kind), "the model has changed: run tools/make_schema.py"


@pytest.mark.parametrize("kind", [ParsedArticle, Timeline])
def test_the_schema_is_a_schema_and_says_its_version(kind: type[ParsedArticle | Timeline]) -> None:
    Draft202012Validator.check_schema(schema(kind))
    assert schema(kind)["properties"]["schema_version"] == {"const": SCHEMA_VERSION}
    assert schema(kind)["$id"].endswith(f":{SCHEMA_VERSION}")


def test_other_schemas_are_not_published() -> None:
    with pytest.raises(InputError):
        schema(Event)  # type: ignore[arg-type]


def test_results_are_valid(parsed: ParsedArticle, full: ParsedArticle) -> None:
    validator = Draft202012Validator(schema())
    for one in (parsed, full):
        assert list(validator.iter_errors(plain(one))) == []
    timeline = json.loads(to_json(merge_articles([parsed, full])))
    assert list(Draft202012Validator(schema(Timeline)).iter_errors(timeline)) == []


def test_every_field_is_described() -> None:
    for name, definition in schema()["$defs"].items():
        assert definition["description"], name
        for field, described in definition.get("properties", {}).items():
            assert described.get("description") or name in ("Note", "Rejection", "Participant"), f"{name}.{field}"


def test_what_the_schema_refuses_is_refused_in_reading(full: ParsedArticle) -> None:
    validator = Draft202012Validator(schema())
    draw = random.Random(11)
    for _ in range(300):
        data = plain(full)
        container, key = draw.choice(list(nodes(data)))
        container[key] = draw.choice([None, -1, "x", [], {}, {"a": 1}, True, 0.5])
        if list(validator.iter_errors(data)):
            with pytest.raises(FormatError):
                from_json(json.dumps(data))


def test_a_span_is_written_as_documented() -> None:
    assert json.loads(to_json(Span.of("They met.", 5, 8))) == {"schema_version": 1, "start": 5, "end": 8, "text": "met"}


@given(text=st.text())
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_at_all_is_a_format_error(text: str) -> None:
    with pytest.raises(FormatError):
        from_json(text)
