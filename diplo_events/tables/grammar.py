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
