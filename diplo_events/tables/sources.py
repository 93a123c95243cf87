"""Words for those who tell the news: outlets, institutions and unnamed sources (``sources.tsv``)."""

from __future__ import annotations

from functools import cache

from diplo_events.data import rows


@cache
def _words() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in rows("sources.tsv"):
        found.setdefault(row["kind"], set()).add(row["word"])
    return {kind: frozenset(words) for kind, words in found.items()}


def is_outlet(text: str) -> bool:
    """Whether a name or phrase is that of a news outlet ("Reuters", "the Guardian", "state television")."""
    words = text.lower().removeprefix("the ").removesuffix("'s").strip(" .,")
    return words in _words()["outlet"] or any(words.endswith(f" {last}") for last in _words()["outlet word"])


def is_source_word(word: str, *, official: bool = False, institution: bool = False) -> bool:
    """Whether a word describes a source.

    Args:
        word: the head word, in lower case.
        official: only words for those who speak for a government or a body ("official", "spokesman").
        institution: only words for institutions and their papers ("ministry", "statement").
    """
    words = _words()
    if official:
        return word in words["official"] or word in words["institution"]
    if institution:
        return word in words["institution"]
    return word in words["official"] or word in words["institution"] or word in words["source"]
