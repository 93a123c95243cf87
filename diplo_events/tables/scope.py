"""Words that decide the status of an event in their scope (``scope_operators.tsv``)."""

from __future__ import annotations

from functools import cache

from attrs import frozen

from diplo_events.data import rows
from diplo_events.model.kinds import Status

#: What an operator gives under "not" or "no" where its entry says nothing else.
_NEGATED = {
    Status.HELD: Status.DENIED,
    Status.ONGOING: Status.DENIED,
    Status.PLANNED: Status.DENIED,
    Status.PROPOSED: Status.DENIED,
    Status.DECLINED: Status.PROPOSED,
    Status.CANCELLED: Status.PLANNED,
    Status.POSTPONED: Status.PLANNED,
    Status.DENIED: Status.HELD,
}


@frozen
class Operator:
    """One entry of the table.

    Attributes:
        lemma: the word, for phrasal verbs with its particle or preposition ("call off").
        status: what it gives to an event in its scope.
        negated: what it gives under "not" or "no".
    """

    lemma: str
    status: Status
    negated: Status


@cache
def _operators() -> dict[tuple[str, str], Operator]:
    found = {}
    for row in rows("scope_operators.tsv"):
        status = Status(row["status"])
        negated = Status(row["negated"]) if row["negated"] else _NEGATED[status]
        found[row["lemma"], row["via"]] = Operator(row["lemma"], status, negated)
    return found


def operator(lemma: str, via: str) -> Operator | None:
    """What a word does to an event in its scope, or None if it is no operator.

    Args:
        lemma: the word, for phrasal verbs with its particle or preposition ("call off").
        via: how the event hangs on it: clause, object, subject, noun, modifier, predicate or report.
    """
    return _operators().get((lemma, via))
