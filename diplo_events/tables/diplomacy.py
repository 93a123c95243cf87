"""Nouns that tell what a verb of diplomacy acts on (``diplomatic_nouns.tsv``)."""

from __future__ import annotations

from functools import cache

from diplo_events.data import rows


@cache
def _classes() -> dict[str, frozenset[str]]:
    classes: dict[str, set[str]] = {}
    for row in rows("diplomatic_nouns.tsv"):
        classes.setdefault(row["class"], set()).add(row["lemma"])
    return {name: frozenset(lemmas) for name, lemmas in classes.items()}


def diplomatic_nouns(class_: str) -> frozenset[str]:
    """The lemmas of one class of ``diplomatic_nouns.tsv``, in lower case.

    Raises:
        KeyError: if the table has no such class.
    """
    return _classes()[class_]
