"""Words that decide the status of an event in their scope (``scope_operators.tsv``)."""

from __future__ import annotations

from functools import cache

from diplo_events.data import rows
from diplo_events.model.kinds import Status


@cache
def _operators() -> dict[tuple[str, str], Status]:
    return {
        (row["lemma"], row["via"]): Status(row["status"])
        for row in rows("scope_operators.tsv")
    }


def operator(lemma: str, via: str) -> Status | None:
    """The status that a word gives to an event in its scope, or None if it is no operator.

    Args:
        lemma: the word, for phrasal verbs with its particle or preposition ("call off").
        via: how the event hangs on it: clause, object, subject, noun or modifier.
    """
    return _operators().get((lemma, via))
