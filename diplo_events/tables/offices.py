"""Offices, the words that qualify them, and collective nouns for people and states."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from attrs import frozen

from diplo_events.data import rows
from diplo_events.tables.lookup import Lookup


class OfficeClass(StrEnum):
    """What kind of office it is, for telling apart "the president" from "the minister"."""

    HEAD_OF_STATE = "head_of_state"
    ROYALTY = "royalty"
    HEAD_OF_GOVERNMENT = "head_of_government"
    DEPUTY_HEAD = "deputy_head"
    FOREIGN = "foreign"
    DEPUTY_FOREIGN = "deputy_foreign"
    DEFENCE = "defence"
    DEPUTY_DEFENCE = "deputy_defence"
    TRADE = "trade"
    FINANCE = "finance"
    MINISTER = "minister"
    DEPUTY_MINISTER = "deputy_minister"
    SECURITY = "security"
    INTELLIGENCE = "intelligence"
    DIPLOMAT = "diplomat"
    BODY_HEAD = "body_head"
    LEGISLATOR = "legislator"
    MILITARY = "military"
    PARTY = "party"
    REGIONAL = "regional"
    RELIGIOUS = "religious"
    LEADER = "leader"
    OPPOSITION = "opposition"
    NONSTATE = "nonstate"
    CONSORT = "consort"
    OFFICIAL = "official"
    SPOKESPERSON = "spokesperson"
    OTHER = "other"


@frozen(kw_only=True)
class Office:
    """A way to say an office.

    Attributes:
        name: the words, in lower case unless an abbreviation: "defense secretary".
        plural: their plural: "defense secretaries".
        office: the role of which these are one way to say it: "defence secretary".
        kind: the class of the role.
        country: the country that the words alone imply ("taoiseach": IRL), or ``None``.
        organization: the body that the words alone imply ("NATO chief"), or ``None``.
    """

    name: str
    plural: str
    office: str
    kind: OfficeClass
    country: str | None
    organization: str | None

    @property
    def speaks_for(self) -> bool:
        """Whether its holder tells of what others do, and so rarely takes part: a spokesman."""
        return self.kind is OfficeClass.SPOKESPERSON


@frozen(kw_only=True)
class GroupNoun:
    """A collective noun: "officials", "delegation", "rebels".

    Attributes:
        name: the noun as it stands for several.
        singular: its form for one, or ``None`` where that is an office or there is none.
        kind: what they are: official, diplomat, leader, minister, legislator, military, nonstate, delegation, ...
    """

    name: str
    singular: str | None
    kind: str


@cache
def offices() -> Lookup[Office]:
    """All offices by singular and plural."""
    entries = [
        Office(
            name=row["name"],
            plural=row["plural"],
            office=row["office"],
            kind=OfficeClass(row["class"]),
            country=row["country"] or None,
            organization=row["organization"] or None,
        )
        for row in rows("offices.tsv")
    ]
    return Lookup.of(
        entries,
        ((name, entry) for entry in entries for name in (entry.name, entry.plural)),
    )


@cache
def office_modifiers() -> dict[str, str]:
    """Words that qualify an office, in lower case, to their meaning: ``{"vice": "deputy", ...}``."""
    return {row["name"]: row["meaning"] for row in rows("office_modifiers.tsv")}


@cache
def group_nouns() -> Lookup[GroupNoun]:
    """All collective nouns, by their form for several."""
    entries = [
        GroupNoun(name=row["name"], singular=row["singular"] or None, kind=row["class"]) for row in rows("groups.tsv")
    ]
    return Lookup.of(entries, ((entry.name, entry) for entry in entries))


def is_plural_office(text: str) -> bool:
    """Whether ``text`` names several holders of an office: "foreign ministers"."""
    folded = text.lower()
    return any(entry.plural.lower() == folded and entry.name.lower() != folded for entry in offices().get(text))
