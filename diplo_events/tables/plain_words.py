"""Words that stand in the names of many groups and gatherings, and tell none from another."""

from __future__ import annotations

from functools import cache

from diplo_events.data import rows


@cache
def plain_group_words() -> frozenset[str]:
    """Words that do not tell a group from others of its side, in lower case: "senior", "officials"."""
    return _words("group")


@cache
def plain_gathering_words() -> frozenset[str]:
    """Words that do not tell a gathering from others, in lower case: "annual", "summit"."""
    return _words("gathering")


def _words(kind: str) -> frozenset[str]:
    return frozenset(row["name"] for row in rows("plain_words.tsv") if row["kind"] == kind)
