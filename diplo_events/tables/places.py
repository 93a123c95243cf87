"""Regions and sites: places that are no cities but say where something was, or whose people somebody is."""

from __future__ import annotations

from functools import cache

from attrs import frozen

from diplo_events.data import rows
from diplo_events.tables.lookup import Lookup, cell_values, fold


@frozen(kw_only=True)
class Region:
    """A part of a state, an island, a disputed area, or a region of several states.

    Attributes:
        name: the usual name.
        other_names: other names.
        abbreviations: such as stand behind a city only ("Calif."); not in the lookup, because many are words ("Miss.").
        country: code of the state it is reckoned to, or ``None`` for a region of several states.
        adjectives: "Crimean", "European".
        code: postal code or ISO 3166-2 part, as :attr:`City.region` has it; ``""`` if none is used.
        latitude: decimal degrees of a middle point, or ``None``.
        longitude: decimal degrees of a middle point, or ``None``.
    """

    name: str
    other_names: tuple[str, ...]
    abbreviations: tuple[str, ...]
    country: str | None
    adjectives: tuple[str, ...]
    code: str
    latitude: float | None
    longitude: float | None


@frozen(kw_only=True)
class Site:
    """A palace, guest house, headquarters, base or other named place of meetings.

    Attributes:
        name: the usual name.
        other_names: other names.
        city: the city it is in, as in the table of cities, or ``None`` outside one.
        region: postal code or ISO 3166-2 part, or ``""``.
        country: code of its country.
        latitude: decimal degrees.
        longitude: decimal degrees.
    """

    name: str
    other_names: tuple[str, ...]
    city: str | None
    region: str
    country: str
    latitude: float
    longitude: float


@cache
def regions() -> Lookup[Region]:
    """All regions by name."""
    entries = [
        Region(
            name=row["name"],
            other_names=cell_values(row["other_names"]),
            abbreviations=cell_values(row["abbreviations"]),
            country=row["country"] or None,
            adjectives=cell_values(row["adjectives"]),
            code=row["code"],
            latitude=float(row["latitude"]) if row["latitude"] else None,
            longitude=float(row["longitude"]) if row["longitude"] else None,
        )
        for row in rows("regions.tsv")
    ]
    return Lookup.of(
        entries,
        ((name, entry) for entry in entries for name in (entry.name, *entry.other_names)),
    )


@cache
def region_adjectives() -> dict[str, Region]:
    """Folded adjectives of regions ("european", "chechen") to the region; no demonyms of states."""
    return {fold(adjective): region for region in regions() for adjective in region.adjectives}


@cache
def region_codes(country: str) -> dict[str, Region]:
    """Codes of a country's regions ("VA", "ON") to the region."""
    return {region.code: region for region in regions() if region.country == country and region.code}


@cache
def _regions_behind_cities() -> dict[str, Region]:
    found: dict[str, Region] = {}
    for region in sorted(regions(), key=lambda region: region.country != "USA"):
        if region.code and region.country:
            for key in (
                region.code,
                *map(fold, (region.name, *region.other_names, *region.abbreviations)),
            ):
                found.setdefault(key, region)
    return found


def region_behind_city(text: str) -> Region | None:
    """The state or province written behind a city ("Vienna, Va."; "London, Ontario"; "Dayton, OH"), or ``None``.

    Of a code or name that two countries use ("WA") the United States' is preferred.
    """
    found = _regions_behind_cities()
    return found.get(text.replace(".", "")) or (None if text.islower() else found.get(fold(text)))


@cache
def sites() -> Lookup[Site]:
    """All sites by name."""
    entries = [
        Site(
            name=row["name"],
            other_names=cell_values(row["other_names"]),
            city=row["city"] or None,
            region=row["region"],
            country=row["country"],
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
        )
        for row in rows("sites.tsv")
    ]
    return Lookup.of(
        entries,
        ((name, entry) for entry in entries for name in (entry.name, *entry.other_names)),
    )
