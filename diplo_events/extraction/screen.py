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
def _irregular() -> frozenset[str]:
    return frozenset(row["form"] for row in rows("irregular_forms.tsv"))


@cache
def may_trigger(word: str) -> bool:
    """Whether ``word`` can be a form of a head word of the trigger table."""
    lower = word.lower()
    if lower in _irregular():
        return True
    # Inflection adds at most "-ing" with one doubled letter, and turns a last "y" into "ie".
    stems = _stems()
    return any(lower[:length] in stems for length in range(max(len(lower) - 4, 2), len(lower) + 1))
