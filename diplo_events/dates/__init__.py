"""Dates in news: find them, and tell which days they mean.

``find_dates`` reads a text, ``resolve_date`` one expression; ``ChainedDateResolver`` is the chain that the latter asks,
and takes resolvers of your own.
"""

from diplo_events.dates.chain import (
    ChainedDateResolver,
    DateResolver,
    resolve_by_dateparser,
    resolve_by_grammar,
    resolve_date,
)
from diplo_events.dates.find import find_dates
from diplo_events.model.time import (
    Modifier,
    PartOfDay,
    Precision,
    Tense,
    TimeExpression,
    TimexType,
    When,
)

__all__ = [
    "ChainedDateResolver",
    "DateResolver",
    "Modifier",
    "PartOfDay",
    "Precision",
    "Tense",
    "TimeExpression",
    "TimexType",
    "When",
    "find_dates",
    "resolve_by_dateparser",
    "resolve_by_grammar",
    "resolve_date",
]
