"""The chain of resolvers: its order, its last link, and a stranger's link."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from diplo_events.dates import ChainedDateResolver, Tense, When, resolve_by_dateparser, resolve_by_grammar, resolve_date
from diplo_events.errors import InputTypeError

REFERENCE = date(2023, 6, 3)


def ides(expression: str, *, reference: date, tense: Tense | None) -> When | None:
    """A stranger's resolver: the Ides of March."""
    if expression.lower() != "the ides of march":
        return None
    day = date(reference.year, 3, 15)
    return When(start=day, end=day, text=expression, relative_to=reference)


def test_the_grammar_speaks_first() -> None:
    chain = ChainedDateResolver()
    assert chain.resolvers == (resolve_by_grammar, resolve_by_dateparser)
    found = chain("late May", reference=REFERENCE)
    assert found is not None
    assert found.edtf == "2023-05-21/2023-05-31"


@pytest.mark.parametrize(
    ("expression", "edtf"),
    [
        ("3 mai 2023", "2023-05-03"),
        ("5. Juni 2023", "2023-06-05"),
        ("12 de julio de 2021", "2021-07-12"),
        ("2023年6月5日", "2023-06-05"),
    ],
)
def test_other_languages_are_left_to_dateparser(expression: str, edtf: str) -> None:
    assert resolve_by_grammar(expression, reference=REFERENCE, tense=None) is None
    found = resolve_date(expression, reference=REFERENCE)
    assert found is not None
    assert found.edtf == edtf


def test_a_strangers_resolver_extends_the_chain() -> None:
    assert (
        resolve_date("the Ides of March", reference=REFERENCE, resolver=ChainedDateResolver((resolve_by_grammar,)))
        is None
    )
    for chain in (
        ChainedDateResolver().preceded_by(ides),
        ChainedDateResolver((resolve_by_grammar,)).followed_by(ides),
    ):
        found = resolve_date("the Ides of March", reference=REFERENCE, resolver=chain)
        assert found is not None
        assert found.start == date(2023, 3, 15)


def test_a_strangers_resolver_may_replace_the_chain() -> None:
    assert resolve_date("late May", reference=REFERENCE, resolver=ides) is None


def test_what_cannot_be_called_is_refused() -> None:
    with pytest.raises(InputTypeError, match="called"):
        ChainedDateResolver(("late May",))  # type: ignore[arg-type]


def test_dateparser_is_not_asked_about_words_and_numbers_alone() -> None:
    for expression in ("the talks", "42", "1,200", "may", "A320"):
        assert resolve_by_dateparser(expression, reference=REFERENCE, tense=None) is None


def test_finding_dates_imports_neither_spacy_nor_dateparser() -> None:
    code = (
        "import sys\nfrom diplo_events.dates import find_dates\n"
        "assert find_dates('late May, during Easter', reference='2023-06-03')\n"
        "assert not {'spacy', 'dateparser', 'holidays'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
