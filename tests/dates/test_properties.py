"""What holds for every date, every shift and every input."""

from __future__ import annotations

import time
from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from diplo_events.dates import Precision, find_dates, resolve_date

settings.register_profile("dates", deadline=None)
settings.load_profile("dates")

DAYS = st.dates(date(1800, 1, 1), date(2100, 12, 31))
REFERENCES = st.dates(date(1980, 1, 1), date(2040, 12, 31))

DAY_FORMATS = [
    "{d:%B} {n}, {d:%Y}",
    "{d:%b}. {n}, {d:%Y}",
    "{d:%B} {o}, {d:%Y}",
    "{d:%A}, {d:%B} {n}, {d:%Y}",
    "{n} {d:%B} {d:%Y}",
    "{n} {d:%b} {d:%Y}",
    "{d:%A} {n} {d:%B} {d:%Y}",
    "the {o} of {d:%B} {d:%Y}",
    "{o} {d:%B}, {d:%Y}",
    "{d:%Y-%m-%d}",
    "{d:%m/%d/%Y}",
    "{d:%d.%m.%Y}",
    "{d:%Y/%m/%d}",
]

RELATIVE = [
    "today",
    "yesterday",
    "tomorrow",
    "the day before yesterday",
    "Friday",
    "last Tuesday",
    "next Wednesday",
    "this Monday",
    "last week",
    "this week",
    "next week",
    "last weekend",
    "this weekend",
    "two weeks ago",
    "ten days ago",
    "in the coming weeks",
    "recently",
    "the past three weeks",
    "Monday night",
    "between Monday and Wednesday",
]

WORDS = st.sampled_from(
    "last next this the a of in on and to - , . 's May march second 12 31 1999 2023 'til early late mid week month "
    "year Friday Monday quarter first half ago later before after day days Easter Ramadan now noon 9 a.m. 10:30 GMT BC "
    "21st 90s two several few every from between since by until fiscal same period end ( ) / \n \n\n".split(" ")
)
SENTENCES = st.lists(WORDS, max_size=25)
TEXTS = st.one_of(st.text(max_size=80), SENTENCES.map(" ".join), SENTENCES.map("".join))


def ordinal(number: int) -> str:
    return f"{number}{'th' if 10 < number < 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


@given(DAYS, st.sampled_from(DAY_FORMATS), REFERENCES)
def test_a_day_written_in_any_form_comes_back(day: date, form: str, reference: date) -> None:
    text = form.format(d=day, n=day.day, o=ordinal(day.day)).replace("May.", "May")
    found = resolve_date(text, reference=reference)
    assert found is not None
    assert (found.start, found.end, found.precision, found.edtf) == (day, day, Precision.DAY, day.isoformat())
    (expression,) = find_dates(f"They met ({text}) there.", reference=reference)
    assert (expression.text, expression.timex_value) == (text, day.isoformat())


@given(DAYS, st.sampled_from(["{d:%B} {d:%Y}", "{d:%B} of {d:%Y}", "{d:%b}. {d:%Y}", "{d:%B}, {d:%Y}"]), REFERENCES)
def test_a_month_comes_back(day: date, form: str, reference: date) -> None:
    found = resolve_date(form.format(d=day).replace("May.", "May"), reference=reference)
    assert found is not None
    assert (found.edtf, found.precision) == (f"{day:%Y-%m}", Precision.MONTH)


@given(DAYS, st.integers(1, 40), REFERENCES)
def test_a_range_comes_back(day: date, length: int, reference: date) -> None:
    end = day + timedelta(days=length)
    text = f"from {day:%B} {day.day}, {day.year} to {end:%B} {end.day}, {end.year}"
    found = resolve_date(text, reference=reference)
    assert found is not None
    assert (found.start, found.end) == (day, end)


@given(st.sampled_from(RELATIVE), REFERENCES, st.integers(-300, 300), st.sampled_from([None, "past", "future"]))
def test_weeks_shift_the_answer_by_weeks(text: str, reference: date, weeks: int, tense: str | None) -> None:
    shift = timedelta(weeks=weeks)
    here = resolve_date(text, reference=reference, tense=tense)
    there = resolve_date(text, reference=reference + shift, tense=tense)
    assert here is not None
    assert here.start is not None
    assert here.end is not None
    assert there is not None
    assert (there.start, there.end) == (here.start + shift, here.end + shift)
    assert there.precision == here.precision


@given(st.sampled_from(["Friday", "June 12", "in March", "in spring", "Christmas", "on the 21st"]), REFERENCES)
def test_tense_decides_the_side(text: str, reference: date) -> None:
    past = resolve_date(text, reference=reference, tense="past")
    future = resolve_date(text, reference=reference, tense="future")
    assert past is not None
    assert past.start is not None
    assert past.start <= reference
    assert future is not None
    assert future.end is not None
    assert future.end >= reference


@given(TEXTS, REFERENCES)
@example("18-19 June-", date(2000, 1, 1))
@example("June 31 to 99, 9999", date(2000, 1, 1))
@example("9999-12-31 the following day", date(2000, 1, 1))
def test_any_text_gives_ordered_intervals_inside_it(text: str, reference: date) -> None:
    end = 0
    for expression in find_dates(text, reference=reference):
        assert text[expression.span.start : expression.span.end] == expression.text
        assert end <= expression.span.start < expression.span.end
        end = expression.span.end
        for tense in ("past", "future", None):
            when = expression.resolve(reference=reference, tense=tense)
            if when is not None and when.start and when.end:
                assert when.start <= when.end
        assert find_dates(text, reference=reference) == find_dates(text, reference=reference)


@given(TEXTS, st.sampled_from([date.min, date.max, date(1, 12, 31), date(9999, 1, 1)]))
def test_the_ends_of_the_calendar_do_not_crash(text: str, reference: date) -> None:
    for expression in find_dates(text, reference=reference):
        expression.resolve(reference=reference, tense="past")


@given(st.text(max_size=40), REFERENCES)
@settings(max_examples=50)
def test_resolving_any_text_does_not_crash(text: str, reference: date) -> None:
    resolve_date(text, reference=reference)


HOSTILE = {
    "last": "last ",
    "digits": "1",
    "numbers": "1 ",
    "brackets": "(",
    "years": "2023-",
    "commas": ",",
    "weeks": "the week of ",
    "days": "June 18, ",
    "ends": "the end of ",
    "lines": "\n \t",
    "prices": "$1,1,",
    "thousands": "1,111",
    "slashes": "1/1/",
    "clocks": "12:30 ",
    "decades": "'90s ",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    """Four times the text may take ten times the time, for the noise of the clock; a quadratic pass would take 16."""
    small, large = (piece * (size // len(piece)) for size in (12_500, 50_000))
    find_dates("Friday", reference="2023-06-03")

    def seconds(text: str) -> float:
        begin = time.process_time()
        find_dates(text, reference="2023-06-03")
        return time.process_time() - begin

    assert seconds(large) < 10 * min(seconds(small), seconds(small)) + 0.5
