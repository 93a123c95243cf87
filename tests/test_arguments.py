"""None and wrong types at every parameter of every public function and class: a result, or an error of ours."""

from __future__ import annotations

import datetime as dt
import inspect
from collections.abc import Callable, Iterator
from typing import Any

import pytest

import diplo_events as d
from diplo_events import DiploEventsError, parse_article
from tests.test_api import TEXT

PARSED = parse_article(TEXT, published="2024-03-10", id="a")
EVENT = PARSED.events[0]
TIMELINE = d.merge_articles([PARSED])
SPAN = d.Span(start=0, end=2, text="ab")
TIMES = d.find_dates("They met on Friday.", reference="2024-03-10")

WRONG: list[Any] = [
    None, 0, -1, 7, 1.5, float("nan"), float("inf"), True, "", "x", "\ud800", b"bytes", [], [None], ["x"], (), {},
    {"x": 1}, object(), int, len, SPAN, PARSED, EVENT, 10**30, dt.date(1, 1, 1), dt.date.max,
    dt.datetime(2024, 1, 1),  # noqa: DTZ001 - users pass naive datetimes
    dt.datetime(2024, 1, 1, tzinfo=dt.UTC),
]  # fmt: skip


def values(of: Any) -> dict[str, Any]:
    """The arguments that make up a value of the model."""
    return {field.name: getattr(of, field.name) for field in type(of).__attrs_attrs__ if field.init}


def complete(prompt: str) -> str:
    return '{"events": []}'


#: A good call of each public name: what is called, and its arguments.
GOOD: dict[str, tuple[Callable[..., Any], dict[str, Any]]] = {
    "Actor": (d.Actor, values(EVENT.participants[0].actor)),
    "Argument": (d.Argument, {"slot": d.Slot.PARTICIPANT, "start": 0, "end": 3}),
    "Article": (d.Article, values(PARSED.article)),
    "Attribution": (d.Attribution, {"source": "she", "span": SPAN}),
    "Candidate": (d.Candidate, {"type": d.EventType.MEETING, "start": 0, "end": 3, "rule": "r"}),
    "Cameo": (d.Cameo, {"root": "04", "code": "040"}),
    "ChainedDateResolver": (d.ChainedDateResolver, {}),
    "Claim": (d.Claim, values(TIMELINE.events[0].claims[0])),
    "Event": (d.Event, values(EVENT)),
    "Evidence": (d.Evidence, values(TIMELINE.events[0].evidence[0])),
    "LLMExtractor": (d.LLMExtractor, {"complete": complete}),
    "Mention": (d.Mention, values(EVENT.mentions[0])),
    "Note": (d.Note, {"slot": "when", "rule": "r", "span": SPAN}),
    "ParseWarning": (d.ParseWarning, {"code": "c", "message": "m", "span": SPAN}),
    "ParsedArticle": (d.ParsedArticle, values(PARSED)),
    "Participant": (d.Participant, values(EVENT.participants[0])),
    "Parser": (d.Parser, {}),
    "Plover": (d.Plover, {"root": "CONSULT"}),
    "Rejection": (d.Rejection, {"trigger": SPAN, "reason": "r"}),
    "RosterEntry": (d.RosterEntry, {"name": "Ann Lee", "title": "minister", "country": "USA"}),
    "Span": (d.Span, values(SPAN)),
    "StatusChange": (d.StatusChange, values(EVENT.history[0])),
    "StatusReport": (d.StatusReport, values(TIMELINE.events[0].history[0])),
    "TimeExpression": (d.TimeExpression, values(TIMES[0])),
    "Timeline": (d.Timeline, values(TIMELINE)),
    "TimelineEvent": (d.TimelineEvent, values(TIMELINE.events[0])),
    "Venue": (d.Venue, values(EVENT.venue)),
    "When": (d.When, values(EVENT.when)),
    "find_dates": (d.find_dates, {"text": TEXT, "reference": "2024-03-10"}),
    "from_json": (d.from_json, {"text": d.to_json(PARSED)}),
    "from_json_lines": (d.from_json_lines, {"lines": [d.to_json(PARSED)]}),
    "load_pipeline": (d.load_pipeline, {}),
    "merge_articles": (d.merge_articles, {"parsed": [PARSED]}),
    "parse_article": (d.parse_article, {"text": TEXT}),
    "parse_articles": (d.parse_articles, {"articles": [TEXT]}),
    "plot_map": (d.plot_map, {"timeline": TIMELINE}),
    "plot_timeline": (d.plot_timeline, {"timeline": TIMELINE}),
    "resolve_date": (d.resolve_date, {"expression": "Friday", "reference": "2024-03-10"}),
    "to_arrow": (d.to_arrow, {"parsed": [PARSED]}),
    "to_json": (d.to_json, {"value": PARSED}),
    "to_json_lines": (d.to_json_lines, {"parsed": [PARSED]}),
    "to_pandas": (d.to_pandas, {"parsed": [PARSED]}),
    "to_participation_records": (d.to_participation_records, {"parsed": [PARSED]}),
    "to_polars": (d.to_polars, {"parsed": [PARSED]}),
    "to_records": (d.to_records, {"parsed": [PARSED]}),
}

#: A good number here starts processes.
_PROCESSES = ("n_process", "time_limit")


def cases() -> Iterator[tuple[str, str]]:
    for name, (call, _) in GOOD.items():
        for parameter in inspect.signature(call).parameters:
            yield name, parameter


def used(result: Any) -> Any:
    """What is lazy is asked for; what was made is shown."""
    shown = list(result) if isinstance(result, Iterator) else result
    str(shown)
    return shown


def test_every_public_function_and_class_is_here() -> None:
    words = (DiploEventsError, str)  # errors and vocabularies are not called by users with values of their own
    for name in d.__all__:
        value = getattr(d, name)
        a_word = isinstance(value, type) and issubclass(value, words)
        a_protocol = getattr(value, "_is_protocol", False)
        assert name in GOOD or a_word or a_protocol or name in ("Reading", "__version__"), name


@pytest.mark.parametrize("name", GOOD)
def test_the_good_calls_are_good(name: str) -> None:
    call, arguments = GOOD[name]
    used(call(**arguments))


@pytest.mark.parametrize(("name", "parameter"), list(cases()))
def test_a_wrong_value_is_used_or_refused(name: str, parameter: str) -> None:
    call, arguments = GOOD[name]
    for wrong in WRONG:
        if parameter in _PROCESSES and isinstance(wrong, (int, float)) and 0 < wrong < 10:
            continue
        try:
            used(call(**arguments | {parameter: wrong}))
        except DiploEventsError:
            continue
        except Exception as error:  # noqa: BLE001 - the point of the test
            pytest.fail(f"{name}({parameter}={wrong!r:.60}) raised {type(error).__name__}: {error}")
