"""Countries and their people: names, former states, adjectives, nouns, and compound prefixes.

Codes are ISO 3166-1 alpha-3, ``XKX`` for Kosovo, and ISO 3166-3 alpha-3 for states that ended; ``countries.tsv`` gives
the sources. A name that several countries share leads to its preferred reading; :func:`ambiguous_names` tells the
others.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import cache

from attrs import frozen

from diplo_events.data import rows
from diplo_events.tables.lookup import Lookup, cell_values, fold


class CountryKind(StrEnum):
    """What an entry of the table of countries is."""

    STATE = "state"
    TERRITORY = "territory"
    UNINHABITED = "uninhabited"
    FORMER = "former"


@frozen(kw_only=True)
class Country:
    """A country, territory or former state.

    Attributes:
        code: ISO 3166-1 alpha-3, XKX, or ISO 3166-3 alpha-3 for a former state.
        name: the usual name in news English.
        other_names: abbreviations, official and other names.
        former_names: names it had before, such as Burma.
        capital: the city its government sits in, or ``None``.
        seats: other cities that stand for its government, such as The Hague.
        kind: state, territory, uninhabited or former.
        successors: codes of the states that a former state became.
        adjectives: "Danish", "U.S.".
        people: nouns, singular and plural: ("Dane", "Danes").
    """

    code: str
    name: str
    other_names: tuple[str, ...]
    former_names: tuple[str, ...]
    capital: str | None
    seats: tuple[str, ...]
    kind: CountryKind
    successors: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[tuple[str, str], ...]


@frozen(kw_only=True)
class Demonym:
    """An adjective or noun of a country's people, in one form.

    Attributes:
        text: the word, "Danish", "Dane", "Danes".
        country: the country's code.
        adjective: whether it can stand before a noun.
        singular: whether it can name one person.
        plural: whether it can name several.
    """

    text: str
    country: str
    adjective: bool
    singular: bool
    plural: bool


@frozen(kw_only=True)
class AmbiguousName:
    """A name or demonym that may mean something other than its preferred country.

    Attributes:
        text: the name.
        country: code of the preferred reading.
        also: codes of other countries of that name.
        note: what else it may be (a US state, a personal name, a common word).
    """

    text: str
    country: str
    also: tuple[str, ...]
    note: str


@cache
def countries() -> Lookup[Country]:
    """All countries, by every name; the preferred reading of a shared name stands first."""
    demonym_rows = {row["code"]: row for row in rows("demonyms.tsv")}
    entries = [_country(row, demonym_rows.get(row["code"], {})) for row in rows("countries.tsv")]
    named = [(name, entry) for entry in entries for name in (entry.name, *entry.other_names, *entry.former_names)]
    return Lookup.of(entries, sorted(named, key=lambda pair: _preference(pair[0], pair[1].code)))


@cache
def countries_by_code() -> dict[str, Country]:
    """All countries by code."""
    return {entry.code: entry for entry in countries()}


@cache
def demonyms() -> Lookup[Demonym]:
    """All adjectives and nouns of countries."""
    entries = sorted(
        (demonym for country in countries() for demonym in _demonyms(country)),
        key=lambda entry: _preference(entry.text, entry.country),
    )
    return Lookup.of(entries, ((entry.text, entry) for entry in entries))


@cache
def ambiguous_names() -> dict[str, AmbiguousName]:
    """Shared names by their :func:`~diplo_events.tables.fold` key."""
    return {
        fold(row["text"]): AmbiguousName(
            text=row["text"],
            country=row["country"],
            also=cell_values(row["also"]),
            note=row["note"],
        )
        for row in rows("ambiguous_names.tsv")
    }


@cache
def compound_prefixes() -> dict[str, str]:
    """First parts of compound adjectives in lower case, without the hyphen, to codes: ``{"sino": "CHN", ...}``."""
    return {row["prefix"].lower(): row["country"] for row in rows("compound_prefixes.tsv")}


def country_of_name(text: str) -> str | None:
    """The code of the country called ``text`` ("UK", "the Czech Republic", "Burma"), or ``None``."""
    found = countries().first(text)
    return found.code if found else None


def country_of_demonym(text: str) -> str | None:
    """The code of the country of an adjective or noun ("Danish", "Danes", "U.S."), or ``None``."""
    found = demonyms().first(text)
    return found.country if found else None


def countries_of_compound(text: str) -> tuple[str, ...]:
    """The codes of a hyphenated compound, in order ("Sino-Russian", "US-China"); ``()`` if not all are known."""
    parts = text.replace("–", "-").replace("/", "-").split("-")
    if len(parts) < 2:
        return ()
    codes = [_code_of_part(part, final=index == len(parts) - 1) for index, part in enumerate(parts)]
    return tuple(code for code in codes if code) if all(codes) else ()


def _code_of_part(part: str, *, final: bool) -> str | None:
    if not final and part[:1].isupper() and part.lower() in compound_prefixes():
        return compound_prefixes()[part.lower()]
    return country_of_demonym(part) or country_of_name(part)


def _country(row: dict[str, str], demonym: dict[str, str]) -> Country:
    pairs = (pair.partition("/") for pair in cell_values(demonym.get("people", "")))
    return Country(
        code=row["code"],
        name=row["name"],
        other_names=cell_values(row["other_names"]),
        former_names=cell_values(row["former_names"]),
        capital=row["capital"] or None,
        seats=cell_values(row["seats"]),
        kind=CountryKind(row["kind"]),
        successors=cell_values(row["successors"]),
        adjectives=cell_values(demonym.get("adjectives", "")),
        people=tuple((singular, plural) for singular, _, plural in pairs),
    )


def _demonyms(country: Country) -> Iterator[Demonym]:
    singular = {one for one, _ in country.people}
    plural = {many for _, many in country.people}
    for text in dict.fromkeys((*country.adjectives, *(form for pair in country.people for form in pair))):
        yield Demonym(
            text=text,
            country=country.code,
            adjective=text in country.adjectives,
            singular=text in singular,
            plural=text in plural,
        )


def _preference(text: str, code: str) -> int:
    """0 for the preferred reading of a shared name, else 1: a key for stable sorting."""
    shared = ambiguous_names().get(fold(text))
    return 0 if shared is None or shared.country == code else 1
