"""Golden sentences: which words are found, with which TIMEX3 value and which days."""

from __future__ import annotations

import itertools
from datetime import date

import pytest

from diplo_events.dates import Modifier, TimeExpression, TimexType, find_dates
from diplo_events.errors import InputError

SATURDAY = date(2023, 6, 3)

# (text, [(words, TIMEX3 value, EDTF of the days or None)])
GOLDEN: list[tuple[str, list[tuple[str, str, str | None]]]] = [
    ("She flew to Oslo on Friday.", [("Friday", "2023-06-02", "2023-06-02")]),
    ("She will fly to Oslo on Friday.", [("Friday", "2023-06-09", "2023-06-09")]),
    ("She is due to fly to Oslo on Friday.", [("Friday", "2023-06-09", "2023-06-09")]),
    ("The visit is scheduled for Friday.", [("Friday", "2023-06-09", "2023-06-09")]),
    (
        "He said on Tuesday that she would fly on Friday.",
        [("Tuesday", "2023-05-30", "2023-05-30"), ("Friday", "2023-06-09", "2023-06-09")],
    ),
    ("The envoy arrived on Saturday.", [("Saturday", "2023-06-03", "2023-06-03")]),
    ("Markets stay shut until Friday.", [("Friday", "2023-06-09", "2023-06-03/2023-06-09")]),
    ("By Thursday they had left.", [("Thursday", "2023-06-01", "2023-06-01")]),
    ("A hearing on June 20 has been scheduled.", [("June 20", "2023-06-20", "2023-06-20")]),
    ("They failed to meet on Monday.", [("Monday", "2023-05-29", "2023-05-29")]),
    ("They agreed to meet on Monday.", [("Monday", "2023-06-05", "2023-06-05")]),
    (
        "a visit last month ahead of next week's summit",
        [("last month", "2023-05", "2023-05"), ("next week", "2023-W23", "2023-06-05/2023-06-11")],
    ),
    (
        "Talks ran from June 18 to 19.",
        [("June 18", "2023-06-18", "2023-06-18/2023-06-19"), ("19", "2023-06-19", "2023-06-18/2023-06-19")],
    ),
    (
        "on March 20-22, 2024",
        [("March 20", "2024-03-20", "2024-03-20/2024-03-22"), ("22, 2024", "2024-03-22", "2024-03-20/2024-03-22")],
    ),
    ("It fought from 1915-18.", [("1915", "1915", "1915-01-01/1918-12-31"), ("18", "1918", "1915-01-01/1918-12-31")]),
    ("in March and May 2023", [("March", "2023-03", "2023-03"), ("May 2023", "2023-05", "2023-05")]),
    (
        "On May 10 they met in Bonn. Two days later they signed, and left the following day.",
        [
            ("May 10", "2023-05-10", "2023-05-10"),
            ("Two days later", "2023-05-12", "2023-05-12"),
            ("the following day", "2023-05-13", "2023-05-13"),
        ],
    ),
    (
        "He resigned in 2016. The following year he ran again.",
        [("2016", "2016", "2016"), ("The following year", "2017", "2017")],
    ),
    ("the third quarter of this year", [("the third quarter of this year", "2023-Q3", "2023-35")]),
    (
        "Profit in the first quarter was above that of the same period last year.",
        [("the first quarter", "2023-Q1", "2023-33"), ("the same period last year", "2022-Q1", "2022-33")],
    ),
    ("the first nine months of 1989", [("the first nine months of 1989", "P9M", "1989-01-01/1989-09-30")]),
    ("at 9:30 a.m. on Monday", [("9:30 a.m. on Monday", "2023-05-29T09:30", "2023-05-29")]),
    ("at 0900 GMT on Friday", [("0900 GMT on Friday", "2023-06-02T09:00Z", "2023-06-02")]),
    ("late on Thursday night", [("late on Thursday night", "2023-06-01TNI", "2023-06-01")]),
    (
        "this morning, tonight and tomorrow evening",
        [
            ("this morning", "2023-06-03TMO", "2023-06-03"),
            ("tonight", "2023-06-03TNI", "2023-06-03"),
            ("tomorrow evening", "2023-06-04TEV", "2023-06-04"),
        ],
    ),
    ("for two and a half years", [("two and a half years", "P2.5Y", None)]),
    ("a two-day visit by the 61-year-old", [("two-day", "P2D", None), ("61-year-old", "P61Y", None)]),
    ("several months, for years", [("several months", "PXM", None), ("years", "PXY", None)]),
    ("It will last three days.", [("three days", "P3D", None)]),
    ("over the past two weeks", [("the past two weeks", "P2W", "2023-05-20/2023-06-02")]),
    ("They will meet in two weeks.", [("two weeks", "P2W", "2023-06-17")]),
    ("It was built in two weeks.", [("two weeks", "P2W", None)]),
    (
        "every Friday, twice a week, annual",
        [("every Friday", "XXXX-WXX-5", None), ("twice a week", "P1W", None), ("annual", "P1Y", None)],
    ),
    ("$10 million a year", [("a year", "P1Y", None)]),
    (
        "now, recently, soon",
        [
            ("now", "PRESENT_REF", "2023-06-03"),
            ("recently", "PAST_REF", "2023-05-04/2023-06-02"),
            ("soon", "FUTURE_REF", "2023-06-04/2023-07-03"),
        ],
    ),
    ("in the past; in the future", [("the past", "PAST_REF", None), ("the future", "FUTURE_REF", None)]),
    ("fiscal 1999", [("fiscal 1999", "FY1999", None)]),
    ("In 264 BC war broke out.", [("264 BC", "BC0264", None)]),
    ("PARIS, June 2 (AP) - Ministers met.", [("June 2", "2023-06-02", "2023-06-02")]),
    ("X shakes hands with Y, May 5, 2019. (Photo: Z)", [("May 5, 2019", "2019-05-05", "2019-05-05")]),
    # what is no time
    ("He may march second to none; the fall of Saigon.", []),
    ("Theresa May spoke to the Sunday Times.", []),
    ("May said it. May I come?", []),
    ("2000 troops, flight 1957, $1999, room 2012", []),
    ("a quarter of the seats", []),
    ("on the 21st floor", []),
    ("the Winter Olympics on Christmas Island", []),
    ("the 7th largest", []),
    ("soon after, soon joined, soon-to-be", []),
    ("Operation Dawn", []),
    ("", []),
]


def shown(expressions: list[TimeExpression]) -> list[tuple[str, str, str | None]]:
    return [(e.text, e.timex_value, e.when.edtf if e.when else None) for e in expressions]


@pytest.mark.parametrize(("text", "expected"), GOLDEN, ids=[text[:40] for text, _ in GOLDEN])
def test_golden(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    found = find_dates(text, reference=SATURDAY)
    assert shown(found) == expected
    for expression in found:
        assert text[expression.span.start : expression.span.end] == expression.text
        if expression.when and expression.when.span:
            span = expression.when.span
            assert text[span.start : span.end] == span.text


@pytest.mark.parametrize(
    ("text", "kind", "mod"),
    [
        ("late May", TimexType.DATE, Modifier.END),
        ("the beginning of 2019", TimexType.DATE, Modifier.START),
        ("mid-July", TimexType.DATE, Modifier.MID),
        ("about two weeks", TimexType.DURATION, Modifier.APPROX),
        ("nearly two weeks", TimexType.DURATION, Modifier.LESS_THAN),
        ("more than two years ago", TimexType.DATE, Modifier.MORE_THAN),
        ("at least 20 minutes", TimexType.DURATION, Modifier.EQUAL_OR_MORE),
        ("early Friday morning", TimexType.TIME, Modifier.START),
        ("daily", TimexType.SET, None),
    ],
)
def test_types_and_modifiers(text: str, kind: TimexType, mod: Modifier | None) -> None:
    (found,) = find_dates(text, reference=SATURDAY)
    assert (found.text, found.timex_type, found.mod) == (text, kind, mod)


def test_expressions_stand_in_order_and_do_not_overlap() -> None:
    text = " ".join(text for text, _ in GOLDEN)
    found = find_dates(text, reference=SATURDAY)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))


def test_a_doc_must_be_of_the_same_text() -> None:
    class Doc:
        text = "another"

        def char_span(self) -> None: ...

    with pytest.raises(InputError, match="another text"):
        find_dates("a text", reference=SATURDAY, doc=Doc())
