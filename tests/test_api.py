"""What goes in and what comes out: inputs of every kind, errors, order, equality, threads, pickles, offsets."""

from __future__ import annotations

import datetime as dt
import pickle
import threading
from collections import OrderedDict
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from attrs.exceptions import FrozenInstanceError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import diplo_events
from diplo_events import (
    Article,
    ArticleError,
    DiploEventsError,
    Event,
    InputError,
    InputTypeError,
    ModelNotFoundError,
    ParsedArticle,
    Parser,
    Span,
    Status,
    load_pipeline,
    parse_article,
    parse_articles,
)

TEXT = "Estonian Foreign Minister Mart Saar met his Latvian counterpart, Anna Ozola, in Riga on Friday."
SHORT = [
    TEXT,
    "Kenyan President Grace Njoroge will visit Oslo in May, her office said.",
    "Coffee prices rose by two percent.",
    "Peru expelled three Chilean diplomats on Monday.",
    "Portuguese Prime Minister Rui Seabra spoke by phone with Indonesian President Wahyu Santika on Thursday.",
]


def spans_of(value: Any) -> Iterator[Span]:
    """Every span anywhere inside a result."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from spans_of(item)
    elif hasattr(value, "__attrs_attrs__"):
        for attribute in value.__attrs_attrs__:
            yield from spans_of(getattr(value, attribute.name))


def assert_true_spans(parsed: ParsedArticle) -> None:
    for span in spans_of(parsed):
        assert parsed.text[span.start : span.end] == span.text


# --- one article -----------------------------------------------------------------------------------------------------


def test_the_slots_of_an_event() -> None:
    parsed = parse_article(TEXT, published="2024-03-10")
    (event,) = parsed.events
    assert event.type.value == "meeting"
    assert event.status.value == "held"
    first, second = event.participants
    assert (first.actor.name, first.actor.kind.value, first.actor.country) == ("Mart Saar", "person", "EST")
    assert (second.actor.name, second.actor.kind.value, second.actor.country) == ("Anna Ozola", "person", "LVA")
    assert event.venue is not None
    assert (event.venue.city, event.venue.country, event.venue.forum) == ("Riga", "LVA", None)
    assert event.when is not None
    assert event.when.start == event.when.end == dt.date(2024, 3, 8)
    mention = event.mentions[0]
    assert (mention.trigger.start, mention.trigger.end, mention.trigger.text) == (36, 39, "met")
    assert (mention.sentence.start, mention.sentence.end) == (0, len(TEXT))
    assert str(event) == "meeting · held · 2024-03-08 · Mart Saar (EST), Anna Ozola (LVA) · Riga, LVA"
    assert 0 <= event.confidence <= 1


@pytest.mark.parametrize(
    "published",
    [
        dt.date(2024, 3, 10),
        dt.datetime(2024, 3, 10, 23, 59),  # noqa: DTZ001 - users pass naive datetimes
        dt.datetime(2024, 3, 10, 0, 30, tzinfo=dt.timezone(dt.timedelta(hours=9))),
        "2024-03-10",
        " 2024-03-10\n",
        "20240310",
        "2024-03-10T08:00:00",
        "2024-03-10T23:30:00-05:00",
        "2024-03-10T08:00:00Z",
    ],
    ids=str,
)
def test_ways_to_say_when_it_was_published(published: dt.date | str) -> None:
    parsed = parse_article(TEXT, published=published)
    assert parsed.published == dt.date(2024, 3, 10)
    assert not isinstance(parsed.published, dt.datetime)
    assert parsed.events[0].when is not None
    assert parsed.events[0].when.start == dt.date(2024, 3, 8)


FIELDS = {"text": TEXT, "published": "2024-03-10", "title": "Riga talks", "id": "a-1", "source": "Harbour News"}


@pytest.mark.parametrize(
    "article",
    [
        FIELDS,
        OrderedDict(FIELDS),
        MappingProxyType(FIELDS),
        Article(text=TEXT, published=dt.date(2024, 3, 10), title="Riga talks", id="a-1", source="Harbour News"),
    ],
    ids=["dict", "OrderedDict", "mappingproxy", "Article"],
)
def test_ways_to_give_an_article(article: Any) -> None:
    by_hand = parse_article(TEXT, published="2024-03-10", title="Riga talks", id="a-1", source="Harbour News")
    assert parse_article(article) == by_hand
    assert list(parse_articles([article])) == [by_hand]
    assert by_hand.article.title == "Riga talks"
    assert by_hand.article.source == "Harbour News"
    assert by_hand.id == "a-1"


def test_an_id_may_be_a_number_and_is_a_hash_without_one() -> None:
    assert parse_article(TEXT, id=17).id == "17"
    assert parse_article(TEXT).id == parse_article(TEXT, published="2024-03-10").id
    assert parse_article(TEXT).id != parse_article(TEXT + " ").id


def test_a_result_records_what_made_it() -> None:
    parsed = parse_article(TEXT)
    assert parsed.library_version == diplo_events.__version__
    assert parsed.model_version.startswith("en_")
    assert parsed.model_version.split()[-1][0].isdigit()


def test_a_result_is_a_sequence_of_its_events() -> None:
    parsed = parse_article(TEXT, published="2024-03-10")
    assert len(parsed) == 1
    assert list(parsed) == list(parsed.events)
    assert "1 event" in str(parsed)


def test_values_cannot_be_changed_and_can_be_hashed() -> None:
    event = parse_article(TEXT, published="2024-03-10").events[0]
    with pytest.raises(FrozenInstanceError):
        event.status = Status.DENIED  # type: ignore[misc]
    with pytest.raises((AttributeError, TypeError)):
        event.surprise = 1  # type: ignore[attr-defined]
    assert hash(event) == hash(parse_article(TEXT, published="2024-03-10").events[0])
    with pytest.raises(TypeError):
        Event("positional")  # type: ignore[call-arg]


# --- what cannot be used ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("published", ["June 6, 2023", "2023-13-01", "yesterday", "", "06/06/2023", "2023-02-30"])
def test_unparsable_published(published: str) -> None:
    with pytest.raises(InputError, match="ISO 8601"):
        parse_article(TEXT, published=published)


@pytest.mark.parametrize("published", [20230606, 1686009600.0, (2023, 6, 6), b"2023-06-06", True])
def test_published_of_a_wrong_type(published: Any) -> None:
    with pytest.raises(InputTypeError, match="published"):
        parse_article(TEXT, published=published)


@pytest.mark.parametrize("text", [None, 7, b"bytes", ["a", "list"], 1.5, object()])
def test_text_of_a_wrong_type(text: Any) -> None:
    with pytest.raises(InputTypeError):
        parse_article(text)
    with pytest.raises(InputTypeError):
        parse_article({"text": text})


@pytest.mark.parametrize("field", ["title", "source", "id"])
def test_other_fields_of_a_wrong_type(field: str) -> None:
    with pytest.raises(InputTypeError, match=field):
        parse_article(TEXT, **{field: [1]})  # type: ignore[arg-type]
    with pytest.raises(InputTypeError, match=field):
        parse_article({"text": TEXT, field: [1]})


def test_a_mapping_without_text_or_with_unknown_keys() -> None:
    with pytest.raises(InputError, match="text"):
        parse_article({"body": TEXT})
    with pytest.raises(InputError, match="date"):
        parse_article({"text": TEXT, "date": "2024-03-10"})


def test_fields_beside_an_article_are_refused() -> None:
    with pytest.raises(InputError):
        parse_article({"text": TEXT}, published="2024-03-10")


def test_errors_are_ours_and_the_usual_ones() -> None:
    assert issubclass(InputError, (DiploEventsError, ValueError))
    assert issubclass(InputTypeError, DiploEventsError)
    assert issubclass(InputTypeError, TypeError)
    assert issubclass(ModelNotFoundError, DiploEventsError)


def test_no_model_says_the_command() -> None:
    with pytest.raises(ModelNotFoundError, match=r"pip install 'diplo-events\[model\]'"):
        load_pipeline("en_core_web_none")
    with pytest.raises(ModelNotFoundError, match="en_core_web_none"):
        Parser("en_core_web_none")


def test_no_default_model_says_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    import spacy

    from diplo_events.parsing import models

    def nothing_installed(name: str) -> None:
        raise OSError(f"[E050] Can't find model {name!r}")

    monkeypatch.setattr(spacy, "load", nothing_installed)
    models._load.cache_clear()
    try:
        with pytest.raises(ModelNotFoundError, match=r"pip install 'diplo-events\[model\]'"):
            load_pipeline()
    finally:
        models._load.cache_clear()


def test_a_pipeline_without_parser_is_refused() -> None:
    import spacy

    with pytest.raises(ModelNotFoundError, match="parser"):
        Parser(spacy.blank("en"))


# --- what is odd, but can be used ------------------------------------------------------------------------------------


def codes(parsed: ParsedArticle) -> set[str]:
    return {warning.code for warning in parsed.warnings}


def test_without_a_publication_date_relative_dates_stay_unresolved_and_a_warning_says_so() -> None:
    parsed = parse_article(TEXT)
    assert "no-publication-date" in codes(parsed)
    assert parsed.published is None
    assert parsed.events[0].when is None


def test_without_a_publication_date_complete_dates_are_read() -> None:
    parsed = parse_article(TEXT.replace("on Friday", "on March 8, 2024"))
    assert parsed.events[0].when is not None
    assert parsed.events[0].when.start == dt.date(2024, 3, 8)


@pytest.mark.parametrize("text", ["", " ", "\n\n\t ", "\u200b\ufeff", "<p></p>"], ids=repr)
def test_empty(text: str) -> None:
    parsed = parse_article(text, published="2024-03-10")
    assert parsed.events == ()
    assert "empty-text" in codes(parsed)


@pytest.mark.parametrize(
    "text",
    [
        "Die Außenministerin traf am Freitag in Riga ihren Kollegen, wie das Ministerium am Abend mitteilte.",
        "La ministre des Affaires étrangères a rencontré vendredi à Riga son homologue, a annoncé le ministère.",
        "外交部长星期五在里加会见了拉脱维亚外长，双方就边境局势交换了意见。",
        "Министр иностранных дел встретился в пятницу в Риге со своим латвийским коллегой, сообщили в министерстве.",
    ],
    ids=["German", "French", "Chinese", "Russian"],
)
def test_other_languages_give_a_warning(text: str) -> None:
    several = "\n\n".join([text] * 5)  # a text of a few words is given the benefit of the doubt
    assert "not-english" in codes(parse_article(several, published="2024-03-10"))


def test_english_gives_no_such_warning() -> None:
    assert "not-english" not in codes(parse_article(TEXT, published="2024-03-10"))


@pytest.mark.parametrize(
    "text",
    [
        "met",
        "???",
        "a" * 5000,
        "\x00\x01\x02",
        "\ud800 met \udfff",
        "🙂 met 🙃",
        "( " * 500,
        "met " * 500,
        "\u202emet\u202c",
    ],
    ids=["word", "marks", "a…", "control", "surrogates", "emoji", "brackets", "mets", "bidi"],
)
def test_garbage_is_survived(text: str) -> None:
    assert_true_spans(parse_article(text, published="2024-03-10"))


def test_too_long_is_refused() -> None:
    with pytest.raises(InputError, match="characters"):
        parse_article("x" * 2_000_001)


@pytest.mark.slow
def test_a_very_long_article_is_read() -> None:
    screened = "Plentiful rains in the highlands pushed the price of wheat up by two percent. " * 25
    parsed_too = "The harvest was good and the price of coffee rose by two percent, traders said. " * 25
    filler = [screened] * 45 + [parsed_too] * 5
    parsed = parse_article("\n\n".join([*filler, TEXT, *filler]), published="2024-03-10")
    assert len(parsed.text) > 150_000
    assert [str(event) for event in parsed.events] == [str(parse_article(TEXT, published="2024-03-10").events[0])]
    assert_true_spans(parsed)


# --- many articles ---------------------------------------------------------------------------------------------------


def batch() -> list[dict[str, str]]:
    return [{"text": text, "published": "2024-03-10", "id": str(number)} for number, text in enumerate(SHORT)]


@pytest.mark.parametrize("batch_size", [1, 2, 5, 100])
def test_a_batch_equals_single_articles(batch_size: int, parser: Parser) -> None:
    single = [parse_article(article, parser=parser) for article in batch()]
    assert list(parse_articles(batch(), batch_size=batch_size, parser=parser)) == single


def test_lazy_and_in_order() -> None:
    taken: list[int] = []

    def endless() -> Iterator[dict[str, str]]:
        number = 0
        while True:
            taken.append(number)
            yield {"text": SHORT[number % len(SHORT)], "id": str(number), "published": "2024-03-10"}
            number += 1

    results = parse_articles(endless(), batch_size=3)
    assert taken == []
    assert [next(results).id for _ in range(5)] == ["0", "1", "2", "3", "4"]
    assert len(taken) <= 6


def test_any_iterable() -> None:
    assert [len(parsed) for parsed in parse_articles(iter([TEXT]))] == [1]
    assert [len(parsed) for parsed in parse_articles((TEXT,))] == [1]
    assert [len(parsed) for parsed in parse_articles({TEXT: None}.keys())] == [1]
    assert list(parse_articles([])) == []


@pytest.mark.parametrize("wrong", [TEXT, {"text": TEXT}, Article(text=TEXT), 7, None])
def test_one_article_is_not_many(wrong: Any) -> None:
    with pytest.raises(InputTypeError, match="parse_article"):
        parse_articles(wrong)


@pytest.mark.parametrize(
    "options",
    [
        {"on_error": "ignore"},
        {"batch_size": 0},
        {"batch_size": "7"},
        {"batch_size": -1},
        {"n_process": 0},
        {"n_process": -1},
        {"n_process": "2"},
    ],
)
def test_wrong_options(options: dict[str, Any]) -> None:
    with pytest.raises(InputError):
        parse_articles([TEXT], **options)


@pytest.mark.parametrize("parse", [parse_article, parse_articles])
def test_what_is_no_parser_is_refused_at_once(parse: Any) -> None:
    with pytest.raises(InputTypeError, match="parser"):
        parse(TEXT if parse is parse_article else [TEXT], parser="en_core_web_sm")


MIXED: list[Any] = [TEXT, {"text": 7, "id": "bad"}, {"text": TEXT, "published": "2024-03-10"}, None, TEXT]


def test_on_error_raise_says_which() -> None:
    results = parse_articles(MIXED, batch_size=10)
    assert len(next(results)) == 1
    with pytest.raises(ArticleError) as caught:
        next(results)
    assert caught.value.index == 1
    assert caught.value.article_id == "bad"
    assert isinstance(caught.value.__cause__, InputTypeError)


def test_on_error_skip() -> None:
    assert [len(parsed) for parsed in parse_articles(MIXED, on_error="skip")] == [1, 1, 1]


def test_on_error_record() -> None:
    results = list(parse_articles(MIXED, on_error="record"))
    assert [result.error is None for result in results] == [True, False, True, False, True]
    assert results[1].id == "bad"
    assert "text must be a str" in (results[1].error or "")
    assert results[3].id
    assert results[1].events == ()


def test_an_error_of_the_iterable_itself_is_not_swallowed() -> None:
    def broken() -> Iterator[str]:
        yield TEXT
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="the disk is gone"):
        list(parse_articles(broken(), on_error="skip"))


# --- sharing, sending, repeating -------------------------------------------------------------------------------------


def test_the_same_article_gives_the_same_result(parser: Parser) -> None:
    first = parse_article(TEXT, published="2024-03-10", parser=parser)
    assert parse_article(TEXT, published="2024-03-10", parser=parser) == first
    assert parse_article(TEXT, published="2024-03-10", parser=Parser()) == first


def test_a_parser_pickles(parser: Parser) -> None:
    again = pickle.loads(pickle.dumps(parser))
    assert list(parse_articles(batch(), parser=again)) == list(parse_articles(batch(), parser=parser))


def test_results_and_errors_pickle() -> None:
    parsed = parse_article(TEXT, published="2024-03-10", id="a")
    assert pickle.loads(pickle.dumps(parsed)) == parsed
    error = pickle.loads(pickle.dumps(ArticleError("article 3 (x): no", index=3, article_id="x")))
    assert (str(error), error.index, error.article_id) == ("article 3 (x): no", 3, "x")


def test_one_parser_in_eight_threads(parser: Parser) -> None:
    wanted = list(parse_articles(batch(), parser=parser))
    results: dict[int, list[ParsedArticle]] = {}
    start = threading.Barrier(8)

    def work(number: int) -> None:
        start.wait()
        results[number] = [
            parsed for _ in range(3) for parsed in parse_articles(batch(), parser=parser, batch_size=1 + number % 3)
        ]

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == 8
    assert all(got == wanted * 3 for got in results.values())


# --- the id of an event ----------------------------------------------------------------------------------------------


def test_an_events_id_does_not_depend_on_how_well_it_was_read() -> None:
    known = parse_article(TEXT, published="2024-03-10", id="a").events[0]
    undated = parse_article(TEXT, id="a").events[0]
    assert known.when != undated.when
    assert known.id == undated.id
    assert known.id != parse_article(TEXT, published="2024-03-10", id="b").events[0].id


def test_an_events_id_stays_the_same_between_versions() -> None:
    assert parse_article(TEXT, published="2024-03-10", id="a").events[0].id == "381508ad1f3fc234"


def test_ids_are_unique_in_an_article(root: Path) -> None:
    for path in sorted((root / "tests" / "golden" / "articles").glob("*.txt"))[:12]:
        events = parse_article(path.read_text(encoding="utf-8"), published="2010-01-01").events
        assert len({event.id for event in events}) == len(events)


# --- offsets ---------------------------------------------------------------------------------------------------------

UGLY = [
    TEXT.replace(" ", "\u00a0"),
    TEXT.replace(" ", "  "),
    TEXT.replace(" counterpart, ", " counterpart,\n"),
    f"<p>{TEXT.replace('Latvian', '<b>Latvian</b>')}</p>",
    "\ufeff\u200b" + TEXT.replace("Mart", "Ma\u200brt"),
    TEXT.replace("Saar", "Sa&auml;r") + " &ldquo;Good talks&rdquo;, she said.",
    f"RIGA, March 10 (Harbour News) — “Hello,” he said.\r\n\r\n{TEXT}\r\nRead more: Ten things to know about Riga",
    f"🙂🙂 {TEXT} 🙃",
    TEXT.replace("Ozola", "Ozola\u0301"),
]


@pytest.mark.parametrize("text", UGLY, ids=range(len(UGLY)))
def test_spans_are_true_and_the_event_is_found_on_ugly_text(text: str) -> None:
    parsed = parse_article(text, published="2024-03-10")
    assert_true_spans(parsed)
    assert any(mention.trigger.text == "met" for event in parsed.events for mention in event.mentions)


def test_spans_are_true_on_the_golden_articles(root: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted((root / "tests/golden/articles").glob("*.txt"))]
    for parsed in parse_articles({"text": text, "published": "2010-01-01"} for text in texts):
        assert_true_spans(parsed)


PIECES = [
    *SHORT, "\n", "\r\n", "\u00a0", "\u200b", "\u2028", "&amp;", "&nbsp;", "<br/>", "<p>", "</p>", "“", "”", "'s",
    " — ", "Read more:", "(Reuters) - ", "PARIS, May 3 ", "é", "e\u0301", "🙂", "\x00", "\ud83d", "&#8217;", "&#xD800;",
    "<", ">",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_spans_are_true_on_any_mixture(text: str) -> None:
    assert_true_spans(parse_article(text, published="2024-03-10"))
