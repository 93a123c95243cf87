"""With a parse: the verb's own tense, and words that are no times."""

from __future__ import annotations

from typing import Any

import pytest

from diplo_events import load_pipeline
from diplo_events.dates import Tense, find_dates
from diplo_events.errors import ModelNotFoundError


@pytest.fixture(scope="module")
def nlp() -> Any:
    try:
        return load_pipeline()
    except ModelNotFoundError as error:
        pytest.skip(str(error))


@pytest.mark.parametrize(
    ("text", "words", "tense", "start"),
    [
        ("The minister flew to Oslo on Friday.", "Friday", Tense.PAST, "2023-06-02"),
        ("The minister will fly to Oslo on Friday.", "Friday", Tense.FUTURE, "2023-06-09"),
        ("The minister plans to fly to Oslo on Friday.", "Friday", Tense.FUTURE, "2023-06-09"),
        ("The minister failed to reach Oslo on Friday.", "Friday", Tense.PAST, "2023-06-02"),
        ("The planned visit on Friday annoyed them.", "Friday", Tense.FUTURE, "2023-06-09"),
        ("On Friday, the minister will fly to Oslo.", "Friday", Tense.FUTURE, "2023-06-09"),
    ],
)
def test_the_governing_verb_decides(nlp: Any, text: str, words: str, tense: Tense, start: str) -> None:
    (found,) = find_dates(text, reference="2023-06-03", doc=nlp(text))
    assert (found.text, found.tense) == (words, tense)
    assert found.when is not None
    assert str(found.when.start) == start


def test_verbs_are_no_months(nlp: Any) -> None:
    text = "May we ask whether they march in March?"
    assert [found.text for found in find_dates(text, reference="2023-06-03", doc=nlp(text))] == ["March"]


def test_a_parse_changes_nothing_where_there_is_nothing_to_change(nlp: Any) -> None:
    text = "Talks ran from June 18 to 19, 2022, in the third week of a visit."
    with_doc = find_dates(text, reference="2023-06-03", doc=nlp(text))
    assert [(f.text, f.when) for f in with_doc] == [(f.text, f.when) for f in find_dates(text, reference="2023-06-03")]
