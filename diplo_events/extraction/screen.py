"""The cheap screen before the parser: can a word be a form of a trigger?

Sound for the trigger table by construction: a word passes if it begins like a head word, less its last letters that
inflection changes, or is an irregular form of one.
"""

from __future__ import annotations

from functools import cache

from diplo_events.data import rows
from diplo_events.tables.triggers import triggers


@cache
def _stems() -> frozenset[str]:
    stems = set()
    for trigger in triggers():
        head = trigger.head
        if head:
            stems.add(head[:-1] if len(head) > 3 and head[-1] in "ey" else head)
    return frozenset(stems)


@cache
def _irregular() -> dict[str, str]:
    return {row["form"]: row["lemma"] for row in rows("irregular_forms.tsv")}


def is_irregular(form: str) -> bool:
    """Whether a word in lower case is an irregular form of a head word: "rang", "sought"."""
    return form in _irregular()


def irregular_lemma(form: str) -> str:
    """The lemma of an irregular form of a head word; of a regular one, the form without its ending."""
    lower = form.lower()
    if lower in _irregular():
        return _irregular()[lower]
    for ending in ("s", "ed", "ing"):
        if lower.endswith(ending):
            return lower[: -len(ending)]
    return lower


@cache
def may_trigger(word: str) -> bool:
    """Whether ``word`` can be a form of a head word of the trigger table."""
    lower = word.lower()
    if lower in _irregular():
        return True
    # Inflection adds at most "-ing" with one doubled letter, and turns a last "y" into "ie".
    stems = _stems()
    return any(lower[:length] in stems for length in range(max(len(lower) - 4, 2), len(lower) + 1))
