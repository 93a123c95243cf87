"""Pairs of states that share a name: "the two Koreas"."""

from __future__ import annotations

from functools import cache

from diplo_events.data import rows
from diplo_events.tables.lookup import cell_values


@cache
def twin_states() -> dict[str, tuple[str, ...]]:
    """The codes of the two states, by the plural of their name in lower case."""
    return {row["name"].lower(): cell_values(row["codes"]) for row in rows("twin_states.tsv")}
