"""The tables of countries, places, bodies, forums and offices as one lexicon."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from diplo_events.data import rows
from diplo_events.reading.lexicon import Lexicon, NameKind, Sense
from diplo_events.tables import cities, compound_prefixes, countries, country_of_capital, demonyms, is_ambiguous_city
from diplo_events.tables.language import calendar_words, common_words, group_words
from diplo_events.tables.lookup import cell_values, fold

Entry = tuple[str, Sense]


@cache
def vocabulary() -> Lexicon:
    """The lexicon of all tables; built on the first call."""
    lexicon = Lexicon(places=place_senses)
    tables = (_countries, _demonyms, _regions, _organizations, _forums, _sites, _offices, _groups)
    for entries in (table() for table in tables):
        for phrase, sense in entries:
            lexicon.add(phrase, sense)
    return lexicon


def place_senses(words: list[str]) -> tuple[int, tuple[Sense, ...]]:
    """The longest city name at the beginning of some words: how many of them, and the cities."""
    count, found = cities().longest_at(words, 0)
    if not count or (count == 1 and (words[0].lower() in calendar_words() or fold(words[0]) in _PLAIN)):
        return 0, ()
    text = " ".join(words[:count])
    weak = is_ambiguous_city(text)
    capital = country_of_capital(text)
    senses = [
        Sense(
            NameKind.CITY,
            city.name,
            city.country,
            latitude=city.latitude,
            longitude=city.longitude,
            weight=max(city.population, 400_000 if city.capital else 1),
            weak=weak,
        )
        for city in found
    ]
    if capital:
        senses.append(Sense(NameKind.METONYM, text, capital))
    return count, tuple(senses)


#: Words that stand capitalised at the start of sentences far more often than for the small places of that name.
_PLAIN = common_words() | set("un we us he her of eu au mr ms deal hope most same much".split())


def _names(row: dict[str, str], *columns: str) -> Iterator[str]:
    yield row["name"]
    for column in columns:
        yield from cell_values(row.get(column, ""))


def _countries() -> Iterator[Entry]:
    for country in countries():
        sense = Sense(NameKind.COUNTRY, country.name, country.code)
        for name in (country.name, *country.other_names, *country.former_names):
            yield name, sense


def _demonyms() -> Iterator[Entry]:
    for demonym in demonyms():
        yield demonym.text, Sense(NameKind.DEMONYM, demonym.text, demonym.country, plural=demonym.plural)
    for prefix, country in compound_prefixes().items():
        yield prefix.capitalize(), Sense(NameKind.DEMONYM, prefix.capitalize(), country)


def _regions() -> Iterator[Entry]:
    for row in rows("regions.tsv"):
        country = row["country"] or None
        sense = Sense(
            NameKind.REGION, row["name"], country,
            latitude=float(row["latitude"]) if row["latitude"] else None,
            longitude=float(row["longitude"]) if row["longitude"] else None,
            weight=500_000,
        )  # fmt: skip
        for name in _names(row, "other_names"):
            yield name, sense
        if country:
            for adjective in cell_values(row["adjectives"]):
                yield adjective, Sense(NameKind.DEMONYM, adjective, country)


_BODY_KINDS = {
    "international": NameKind.BODY,
    "organ": NameKind.BODY,
    "government": NameKind.AGENCY,
    "movement": NameKind.MOVEMENT,
    "authority": NameKind.MOVEMENT,
    "party": NameKind.MOVEMENT,
    "ngo": NameKind.AGENCY,
    "media": NameKind.AGENCY,
}


def _organizations() -> Iterator[Entry]:
    for row in rows("organizations.tsv"):
        kind = _BODY_KINDS.get(row["kind"])
        if kind is None:
            continue
        country = row["country"] or None
        organization = (row["parent"] or row["name"]) if country is None else None
        if row["kind"] == "movement" and country is not None:
            organization = None
        sense = Sense(kind, row["name"], country, organization)
        for name in _names(row, "other_names"):
            yield name, sense


def _forums() -> Iterator[Entry]:
    for row in rows("forums.tsv"):
        if row["kind"] in ("fair", "ceremony"):
            continue  # places to meet at, but no gatherings of diplomacy
        sense = Sense(NameKind.FORUM, row["name"], organization=row["organization"] or None)
        for name in _names(row, "other_names"):
            yield name, sense


def _sites() -> Iterator[Entry]:
    for row in rows("sites.tsv"):
        sense = Sense(
            NameKind.SITE, row["name"], row["country"] or None, city=row["city"] or None,
            latitude=float(row["latitude"]) if row["latitude"] else None,
            longitude=float(row["longitude"]) if row["longitude"] else None,
        )  # fmt: skip
        for name in _names(row, "other_names"):
            yield name, sense
            if name in _GOVERNMENT_SITES:
                yield name, Sense(NameKind.METONYM, name, sense.country)


#: Sites that also stand for the government that sits there.
_GOVERNMENT_SITES = frozenset(
    {"White House", "Kremlin", "Downing Street", "No. 10", "Elysee", "Élysée", "Elysee Palace", "Zhongnanhai",
     "Blue House", "Pentagon", "Foggy Bottom", "Whitehall", "Number 10"}
)  # fmt: skip


def _offices() -> Iterator[Entry]:
    for row in rows("offices.tsv"):
        for column, plural in (("name", False), ("plural", True)):
            sense = Sense(
                NameKind.OFFICE, row["office"] or row["name"], row["country"] or None, row["organization"] or None,
                office=row["class"], plural=plural,
            )  # fmt: skip
            for spelling in _hyphened(row[column]):
                yield spelling, sense
    for word, plural in _COUNTERPARTS:
        yield word, Sense(NameKind.OFFICE, "counterpart", plural=plural)


def _hyphened(office: str) -> Iterator[str]:
    """An office as the table spells it, and with a hyphen: "vice president", "vice-president"."""
    if office:
        yield office
        if "vice " in office:
            yield office.replace("vice ", "vice-")


#: Words for the other side's holder of the same office.
_COUNTERPARTS = (
    ("counterpart", False), ("counterparts", True), ("opposite number", False), ("opposite numbers", True),
    ("colleague", False), ("colleagues", True), ("neighbour", False), ("neighbor", False), ("homologue", False),
)  # fmt: skip


def _groups() -> Iterator[Entry]:
    for word in group_words():
        yield word, Sense(NameKind.GROUP, word, plural=True)


__all__ = ["place_senses", "vocabulary"]
