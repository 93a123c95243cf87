"""Organisations, governments' bodies, movements, and the places that stand for a government.

What a body is and for which country it acts, as the guide to annotation has it: an international body acts for none, a
ministry for its state, a movement for the country or territory it belongs to where it belongs to one.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from attrs import frozen

from diplo_events.data import rows
from diplo_events.tables.cities import country_of_capital
from diplo_events.tables.countries import countries_by_code
from diplo_events.tables.lookup import Lookup, cell_values, fold


class BodyKind(StrEnum):
    """What an organisation is."""

    INTERNATIONAL = "international"
    ORGAN = "organ"
    GOVERNMENT = "government"
    MOVEMENT = "movement"
    AUTHORITY = "authority"
    PARTY = "party"
    NGO = "ngo"
    MEDIA = "media"
    GENERIC = "generic"


@frozen(kw_only=True)
class Organization:
    """A body that can act or be acted on.

    Attributes:
        name: the canonical name, such as "NATO" or "Arab League".
        other_names: abbreviations and other names.
        kind: what it is; ``GENERIC`` for a body that every state has ("Foreign Ministry"), whose the article must tell.
        country: the code of the country it acts for, or ``None``.
        parent: the organisation of which it is an organ, or ``None``.
    """

    name: str
    other_names: tuple[str, ...]
    kind: BodyKind
    country: str | None
    parent: str | None

    @property
    def organization(self) -> str | None:
        """The international organisation that it is or belongs to, or ``None``: "European Union" for the Commission."""
        if self.kind is BodyKind.ORGAN:
            return self.parent
        return None if self.country or self.kind is BodyKind.GENERIC else self.name


@frozen(kw_only=True)
class Metonym:
    """A place or building that stands for a government or body when it acts.

    Attributes:
        name: the place, "Kremlin", "Brussels", "Beijing".
        country: the code of the country whose government is meant, or ``None`` for a body of several states.
        body: the body meant: a name in ``organizations.tsv``, or a word such as "presidency", "foreign ministry".
        capital: whether the name is a capital or seat of government rather than a building or quarter.
    """

    name: str
    country: str | None
    body: str
    capital: bool


@cache
def organizations() -> Lookup[Organization]:
    """All bodies by name and abbreviation; among entries of one name the international ones stand first."""
    entries = [
        Organization(
            name=row["name"],
            other_names=cell_values(row["other_names"]),
            kind=BodyKind(row["kind"]),
            country=row["country"] or None,
            parent=row["parent"] or None,
        )
        for row in rows("organizations.tsv")
    ]
    return Lookup.of(
        entries,
        ((name, entry) for entry in entries for name in (entry.name, *entry.other_names)),
    )


@cache
def metonyms() -> Lookup[Metonym]:
    """The places of ``metonyms.tsv``; capitals are not among them, see :func:`metonym`."""
    named: list[tuple[str, Metonym]] = []
    for row in rows("metonyms.tsv"):
        entry = Metonym(
            name=row["name"],
            country=row["country"] or None,
            body=row["body"],
            capital=False,
        )
        named.extend((name, entry) for name in (row["name"], *cell_values(row["other_names"])))
    return Lookup.of(dict.fromkeys(entry for _, entry in named), named)


def metonym(text: str) -> Metonym | None:
    """Whom a place stands for when it acts ("the Kremlin", "Brussels", any capital), or ``None``.

    Whether the place acts or is merely a place is for the syntax to say.
    """
    listed = metonyms().first(text)
    if listed is not None:
        return listed
    country = country_of_capital(text)
    if country is None:
        return None
    return Metonym(name=text, country=country, body="government", capital=True)


def organization_of(text: str) -> Organization | None:
    """The preferred body called ``text`` ("EU", "the IAEA", "Hamas"), or ``None``."""
    return organizations().first(text)


@cache
def government_names(country: str) -> frozenset[str]:
    """Folded names that can stand for a country's government: its names, seats and metonyms."""
    entry = countries_by_code()[country]
    names = {entry.name, *entry.other_names, *entry.former_names, *entry.seats}
    if entry.capital:
        names.add(entry.capital)
    names.update(place.name for place in metonyms() if place.country == country)
    return frozenset(map(fold, names))
