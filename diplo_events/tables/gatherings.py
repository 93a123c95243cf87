"""Forums, summits and conferences: their names, and the common nouns for those without one."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

from attrs import frozen

from diplo_events.data import rows
from diplo_events.tables.lookup import Lookup, cell_values, fold

# "COP28", "COP-27"; "the 34th Arab League summit"; "the 2023 G7 summit": numbers and years belong to the occasion.
_NUMBERED = re.compile(r"^(COP) ?-?\d{1,2}$")
_OCCASION = re.compile(r"^(?:(?:\d{1,3}(?:st|nd|rd|th)|\d{4}|\w+-?(?:first|second|third|fifth|th)) )(?=\S)|(?: \d{4})$")
_ANNUAL = (
    "annual ",
    "biennial ",
    "this year's ",
    "last year's ",
    "next year's ",
    "upcoming ",
    "recent ",
)


class GatheringKind(StrEnum):
    """What kind of gathering a forum is."""

    SUMMIT = "summit"
    CONFERENCE = "conference"
    FORUM = "forum"
    DIALOGUE = "dialogue"
    MINISTERIAL = "ministerial"
    ASSEMBLY = "assembly"
    PROCESS = "process"
    CEREMONY = "ceremony"
    FAIR = "fair"
    BILATERAL = "bilateral"


@frozen(kw_only=True)
class Forum:
    """A named gathering, mostly one of a series.

    Attributes:
        name: the usual name of the series.
        other_names: abbreviations and other names; a body's bare name ("G20") is a forum only as a place or occasion.
        kind: summit, conference, forum, dialogue, ...
        organization: the body whose gathering it is, or ``None``.
    """

    name: str
    other_names: tuple[str, ...]
    kind: GatheringKind
    organization: str | None


@frozen(kw_only=True)
class GatheringNoun:
    """A common noun for a gathering: "donors' conference", "summit".

    Attributes:
        name: the noun in lower case.
        other_names: other nouns for the same.
        kind: what kind of gathering it names; ``BILATERAL`` for a meeting of two.
    """

    name: str
    other_names: tuple[str, ...]
    kind: GatheringKind


@cache
def forums() -> Lookup[Forum]:
    """All named gatherings by name and abbreviation."""
    entries = [
        Forum(
            name=row["name"],
            other_names=cell_values(row["other_names"]),
            kind=GatheringKind(row["kind"]),
            organization=row["organization"] or None,
        )
        for row in rows("forums.tsv")
    ]
    return Lookup.of(
        entries,
        ((name, entry) for entry in entries for name in (entry.name, *entry.other_names)),
    )


@cache
def gathering_nouns() -> Lookup[GatheringNoun]:
    """All common nouns for gatherings."""
    entries = [
        GatheringNoun(
            name=row["name"],
            other_names=cell_values(row["other_names"]),
            kind=GatheringKind(row["kind"]),
        )
        for row in rows("gathering_nouns.tsv")
    ]
    return Lookup.of(
        entries,
        ((name, entry) for entry in entries for name in (entry.name, *entry.other_names)),
    )


def forum_of(text: str) -> Forum | None:
    """The forum called ``text``, also with a number or year ("COP28", "the 2023 G7 summit"), or ``None``."""
    name = text.removeprefix("the ").removeprefix("The ")
    for word in _ANNUAL:
        name = name.removeprefix(word)
    numbered = _NUMBERED.match(name)
    if numbered:
        name = numbered.group(1)
    return forums().first(name) or forums().first(_OCCASION.sub("", name))


def is_bare_organization(text: str, forum: Forum) -> bool:
    """Whether ``text`` names a forum by the body's bare name only ("G20", "APEC"): it needs "at the" before it."""
    return forum.organization is not None and not set(fold(text).split()) & _GATHERING_WORDS


_GATHERING_WORDS = frozenset(
    [
        "assembly",
        "conference",
        "council",
        "dialogue",
        "forum",
        "gathering",
        "meeting",
        "ministerial",
        "session",
        "summit",
        "talks",
    ]
)
