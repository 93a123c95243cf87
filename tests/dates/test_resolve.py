"""One expression, one answer: the conventions for the days that news means."""

from __future__ import annotations

import pickle
from datetime import date, datetime

import pytest

from diplo_events.dates import Precision, Tense, TimeExpression, When, find_dates, resolve_date
from diplo_events.errors import InputError, InputTypeError
from diplo_events.model.time import PartOfDay

SATURDAY = date(2023, 6, 3)


@pytest.mark.parametrize(
    ("expression", "tense", "edtf"),
    [
        ("last month", None, "2023-05"),
        ("late May", None, "2023-05-21/2023-05-31"),
        ("mid-May", None, "2023-05-11/2023-05-20"),
        ("early May", None, "2023-05-01/2023-05-10"),
        ("in the coming weeks", None, "2023-06-04/2023-07-03"),
        ("in the coming days", None, "2023-06-04/2023-06-10"),
        ("recently", None, "2023-05-04/2023-06-02"),
        ("in recent weeks", None, "2023-05-04/2023-06-02"),
        ("earlier this month", None, "2023-06-01/2023-06-02"),
        ("earlier this year", None, "2023-01-01/2023-06-02"),
        ("later this year", None, "2023-06-04/2023-12-31"),
        ("Friday", "past", "2023-06-02"),
        ("Monday", "future", "2023-06-05"),
        ("Saturday", "past", "2023-06-03"),
        ("Saturday", "future", "2023-06-03"),
        ("this weekend", None, "2023-06-03/2023-06-04"),
        ("last weekend", None, "2023-05-27/2023-05-28"),
        ("this week", None, "2023-05-29/2023-06-04"),
        ("last week", None, "2023-05-22/2023-05-28"),
        ("next week", None, "2023-06-05/2023-06-11"),
        ("a week ago", None, "2023-05-27"),
        ("a fortnight ago", None, "2023-05-20"),
        ("two days ago", None, "2023-06-01"),
        ("June 21", None, "2023-06-21"),
        ("21 June", None, "2023-06-21"),
        ("on the 21st", "future", "2023-06-21"),
        ("in February", "past", "2023-02"),
        ("in February", "future", "2024-02"),
        ("in June", "past", "2023-06"),
        ("in June", "future", "2023-06"),
        ("Tuesday night", "past", "2023-05-30"),
        ("Monday week", None, "2023-06-12"),
        ("a week from Friday", None, "2023-06-16"),
        ("two weeks ago today", None, "2023-05-20"),
        ("Thursday next", None, "2023-06-08"),
        ("the Tuesday before last", None, "2023-05-23"),
        ("the week beginning 12 June", None, "2023-06-12/2023-06-18"),
        ("before the end of June", "future", "2023-06-03/2023-06-30"),
        ("the weekend of June 17-18", None, "2023-06-17/2023-06-18"),
        ("from June 18 to 19", None, "2023-06-18/2023-06-19"),
        ("June 18 and 19", None, "2023-06-18/2023-06-19"),
        ("May 10, 11 and 12", None, "2023-05-10/2023-05-12"),
        ("18-19 June 2024", None, "2024-06-18/2024-06-19"),
        ("between Nov. 29 and Dec. 3", "future", "2023-11-29/2023-12-03"),
        ("between Monday and Wednesday", "future", "2023-06-05/2023-06-07"),
        ("between Monday and Wednesday", "past", "2023-05-29/2023-05-31"),
        ("December 30 to January 2, 2024", None, "2023-12-30/2024-01-02"),
        ("late this month or early in July", "future", "2023-06-21/2023-07-10"),
        ("by the end of the year", None, "2023-06-03/2023-12-31"),
        ("by Friday", "future", "2023-06-03/2023-06-09"),
        ("until March", "future", "2023-06-03/2024-03-31"),
        ("since January 2020", None, "2020-01-01/2023-06-03"),
        ("mid-July", "future", "2023-07-11/2023-07-20"),
        ("in 2018", None, "2018"),
        ("last Friday", None, "2023-06-02"),
        ("this Friday", "future", "2023-06-09"),
        ("next Tuesday", None, "2023-06-06"),
        ("the day before yesterday", None, "2023-06-01"),
        ("the day after tomorrow", None, "2023-06-05"),
        ("tomorrow", None, "2023-06-04"),
        ("next month", None, "2023-07"),
        ("in the first half of next year", None, "2024-40"),
        ("the third quarter of 2009", None, "2009-35"),
        ("spring 2021", None, "2021-21"),
        ("the 1990s", None, "199X"),
        ("the 19th century", None, "18XX"),
        ("the first week of June", None, "2023-06-01/2023-06-07"),
        ("the second Monday in May", None, "2023-05-08"),
        ("August of last year", None, "2022-08"),
        ("Christmas Eve", "future", "2023-12-24"),
        ("Eid al-Fitr", "past", "2023-04-21/2023-04-23"),
        ("Ramadan 2023", None, "2023-03-23/2023-04-21"),
        ("Good Friday", "past", "2023-04-07"),
        ("21/06/2023", None, "2023-06-21"),
        ("06/21/2023", None, "2023-06-21"),
        ("2023-06-21", None, "2023-06-21"),
        ("Tuesday, Oct 3", None, "2023-10-03"),
        ("about 1990", None, "1990~"),
        ("in two weeks", "future", "2023-06-17"),
        ("within a month", "future", "2023-06-04/2023-07-03"),
        ("Friday of last week", None, "2023-05-26"),
    ],
)
def test_conventions(expression: str, tense: str | None, edtf: str) -> None:
    found = resolve_date(expression, reference=SATURDAY, tense=tense)
    assert found is not None
    assert found.edtf == edtf


def test_last_friday_is_the_one_before_the_reference() -> None:
    found = resolve_date("last Friday", reference="1987-11-18")
    assert found is not None
    assert found.start == date(1987, 11, 13)


def test_the_night_is_kept() -> None:
    found = resolve_date("the night of Oct. 5", reference=SATURDAY)
    assert found is not None
    assert (found.start, found.part_of_day) == (date(2023, 10, 5), PartOfDay.NIGHT)


@pytest.mark.parametrize("words", ["two weeks", "every Friday", "the talks", "", "   ", "several years ago"])
def test_what_names_no_period_is_none(words: str) -> None:
    assert resolve_date(words, reference=SATURDAY) is None


@pytest.mark.parametrize("words", ["February 30, 2023", "31 June 2023", "2023-13-45", "99/99/9999"])
def test_days_that_do_not_exist_are_none(words: str) -> None:
    assert resolve_date(words, reference=SATURDAY) is None


def test_the_reference_may_be_text_or_a_datetime() -> None:
    expected = resolve_date("Friday", reference=SATURDAY)
    assert resolve_date("Friday", reference="2023-06-03") == expected
    assert resolve_date("Friday", reference=datetime(2023, 6, 3, 23, 59)) == expected  # noqa: DTZ001
    assert resolve_date("Friday", reference="2023-06-03T10:00:00+02:00") == expected


def test_wrong_arguments_say_what_to_do() -> None:
    with pytest.raises(InputError, match="ISO 8601"):
        resolve_date("Friday", reference="last year")
    with pytest.raises(InputTypeError, match="reference"):
        resolve_date("Friday", reference=5)  # type: ignore[arg-type]
    with pytest.raises(InputError, match="tense"):
        resolve_date("Friday", reference=SATURDAY, tense="perfect")
    with pytest.raises(InputTypeError, match="expression"):
        resolve_date(7, reference=SATURDAY)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("two days later", "2023-05-12"),
        ("three days earlier", "2023-05-07"),
        ("the following day", "2023-05-11"),
        ("the same day", "2023-05-10"),
        ("the previous day", "2023-05-09"),
        ("the next day", "2023-05-11"),
        ("the following week", "2023-05-15/2023-05-21"),
        ("that month", "2023-05"),
        ("the following Friday", "2023-05-12"),
        ("the day before", "2023-05-09"),
    ],
)
def test_anchored_expressions_count_from_the_anchor(expression: str, expected: str) -> None:
    anchor = date(2023, 5, 10)
    found = resolve_date(expression, reference=SATURDAY, anchor=anchor)
    assert found is not None
    assert found.edtf == expected
    assert found.relative_to == anchor


def _one(text: str) -> TimeExpression:
    (expression,) = find_dates(text, reference=SATURDAY)
    return expression


def test_a_found_expression_is_read_again_with_a_tense() -> None:
    expression = _one("The minister travelled to Oslo on Friday.")
    assert expression.when is not None
    assert expression.when.start == date(2023, 6, 2)
    again = resolve_date(expression, reference=SATURDAY, tense=Tense.FUTURE)
    assert again is not None
    assert (again.start, again.span) == (date(2023, 6, 9), expression.span)
    assert expression.resolve(reference=SATURDAY) == expression.when


def test_a_found_expression_is_read_again_with_an_anchor() -> None:
    expression = _one("They met again two days later.")
    found = expression.resolve(reference=SATURDAY, anchor=date(2023, 5, 1))
    assert found is not None
    assert found.start == date(2023, 5, 3)


def test_a_past_right_before_a_date_is_believed() -> None:
    for text in ("It was founded on June 20.", "They last met in Rome on June 20.", "It took place on June 20."):
        expression = _one(text)
        assert expression.when is not None
        assert expression.when.start == date(2022, 6, 20)


def test_a_given_tense_is_believed_where_a_guessed_one_is_not() -> None:
    expression = _one("She announced a march on June 20.")
    assert expression.when is not None
    assert expression.when.start == date(2023, 6, 20)
    found = expression.resolve(reference=SATURDAY, tense="past")
    assert found is not None
    assert found.start == date(2022, 6, 20)


def test_expressions_survive_pickling() -> None:
    for expression in find_dates(
        "He left on Friday; from June 18 to 19 they meet, or during Ramadan.", reference=SATURDAY
    ):
        copy = pickle.loads(pickle.dumps(expression))
        assert copy == expression
        assert copy.resolve(reference=SATURDAY, tense="past") == expression.resolve(reference=SATURDAY, tense="past")


def test_the_words_alone_have_no_preposition_and_no_range() -> None:
    since = _one("Ties exist since 1959.")
    assert (since.bound, str(since.when)) == ("since", "1959-01-01/2023-06-03")
    assert str(since.resolve(reference=SATURDAY, words_only=True)) == "1959"
    first, last = find_dates("Talks ran from May 18 to 19.", reference=SATURDAY)
    assert first.when == last.when
    assert str(last.resolve(reference=SATURDAY, words_only=True)) == "2023-05-19"


def test_what_is_put_off_until_a_day_happens_on_that_day() -> None:
    assert str(_one("The signing has been put back until Friday.").when) == "2023-06-09"


def test_when_is_validated() -> None:
    with pytest.raises(ValueError, match="before"):
        When(start=date(2023, 2, 1), end=date(2023, 1, 1))
    with pytest.raises(TypeError, match="date"):
        When(start=datetime(2023, 1, 1))  # noqa: DTZ001
    assert When(start=date(2023, 2, 1), precision=Precision.PERIOD).edtf == "2023-02-01/.."
    assert date(2023, 2, 5) in When(start=date(2023, 2, 1), end=date(2023, 2, 28), precision=Precision.MONTH)
