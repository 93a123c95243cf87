"""Classes of verbs and nouns that the rules of syntax need (``verb_classes.tsv``)."""

from __future__ import annotations

from functools import cache

from diplo_events.data import rows


@cache
def _classes() -> dict[str, frozenset[str]]:
    classes: dict[str, set[str]] = {}
    for row in rows("verb_classes.tsv"):
        classes.setdefault(row["class"], set()).add(row["lemma"])
    return {name: frozenset(lemmas) for name, lemmas in classes.items()}


def object_control_verbs() -> frozenset[str]:
    """Verbs whose object does what the infinitive behind them says: "invite X to visit"."""
    return _classes()["object_control"]


def report_verbs() -> frozenset[str]:
    """Verbs of saying, announcing, confirming."""
    return _classes()["report"]


def light_verbs() -> frozenset[str]:
    """Verbs that lend a noun its subject and say nothing more: "hold talks", "pay a visit"."""
    return _classes()["light"]


def occurrence_verbs() -> frozenset[str]:
    """Verbs whose subject is the event: "the talks began", "the summit took place"."""
    return _classes()["occurrence"]


def futurate_verbs() -> frozenset[str]:
    """Verbs of setting out and arranging, whose progressive speaks of what is to come: "is flying to Paris"."""
    return _classes()["futurate"]


def arrival_verbs() -> frozenset[str]:
    """Verbs that begin a stay: "arrived", "landed", "began (a visit)"."""
    return _classes()["arrival"]


def stay_verbs() -> frozenset[str]:
    """Verbs of being at a place: "is in Paris", "remains", "is visiting"."""
    return _classes()["stay"]


def report_nouns() -> frozenset[str]:
    """Nouns for what somebody else has said: whoever dismisses a report, claim or rumour denies what it tells."""
    return _classes()["report_noun"]


def part_nouns() -> frozenset[str]:
    """Nouns that stand for the event behind their "of": "a round of talks", "the start of the visit"."""
    return _classes()["part_noun"]


def after_nouns() -> frozenset[str]:
    """Nouns that presuppose that the event behind their "of" took place: "the outcome of the talks"."""
    return _classes()["after_noun"]


def implicative_verbs() -> frozenset[str]:
    """Verbs whose complement happened if they are true: "began to", "managed to", "used the day to"."""
    return _classes()["implicative"]


def copulas() -> frozenset[str]:
    """Verbs that only link the event with what is said of it: "is off", "remains possible", "stands cancelled"."""
    return _classes()["copula"]


def word_class(name: str) -> frozenset[str]:
    """A class of the table by its name.

    Raises:
        KeyError: if there is no such class.
    """
    return _classes()[name]
