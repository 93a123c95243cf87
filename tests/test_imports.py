"""Importing the package is cheap, and its public names are what they say."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import diplo_events

_HEAVY = ("spacy", "thinc", "dateparser", "numpy", "cattrs", "dateutil", "holidays")


def loaded_by(code: str) -> set[str]:
    """The top-level modules that a fresh interpreter has loaded after running ``code``."""
    script = f"import sys\n{code}\nprint(*sorted({{name.partition('.')[0] for name in sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_importing_the_package_loads_neither_spacy_nor_dateparser() -> None:
    assert not loaded_by("import diplo_events") & set(_HEAVY)


def seconds(code: str) -> float:
    """The processor time of a fresh interpreter that runs ``code``, less that of one that does nothing."""
    script = f"import time; begin = time.process_time(); {code}; print(time.process_time() - begin)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return float(done.stdout)


def test_importing_the_package_costs_at_most_twice_what_attrs_costs() -> None:
    own, attrs = (min(seconds(f"import {name}") for _ in range(5)) for name in ("diplo_events", "attrs"))
    assert own < 2 * attrs + 0.01


def test_the_words_of_the_model_load_neither_spacy_nor_dateparser() -> None:
    names = "Actor, Article, Event, EventType, ParsedArticle, Participant, Span, Status, Venue, When"
    assert not loaded_by(f"from diplo_events import {names}") & set(_HEAVY)


def test_naming_the_functions_loads_neither_spacy_nor_dateparser() -> None:
    names = "Parser, parse_article, parse_articles, load_pipeline, find_dates, resolve_date"
    assert not loaded_by(f"from diplo_events import {names}") & {"spacy", "thinc", "dateparser"}


def test_the_public_names_are_those_with_a_home() -> None:
    assert sorted(diplo_events.__all__) == sorted([*diplo_events._HOME, "__version__"])
    assert list(diplo_events.__all__) == sorted(diplo_events.__all__)


def test_every_public_name_can_be_had_and_is_documented() -> None:
    for name in diplo_events._HOME:
        value = getattr(diplo_events, name)
        assert (value.__doc__ or "").strip(), f"{name} has no docstring"


def test_dir_lists_the_public_names() -> None:
    assert set(diplo_events.__all__) <= set(dir(diplo_events))


def test_an_unknown_name_is_an_attribute_error() -> None:
    assert not hasattr(diplo_events, "parse_novel")


def test_the_package_is_typed() -> None:
    assert (Path(diplo_events.__file__).parent / "py.typed").is_file()
