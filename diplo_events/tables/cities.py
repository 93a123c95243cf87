"""Cities of the world: where a name may lie, with population and coordinates.

An extract of GeoNames (CC BY 4.0, see ``cities.tsv``) with the news spellings and former names of ``city_aliases.tsv``.
The table is read when first asked for; a row becomes a :class:`City` only when it is looked up, so that memory stays
small.
"""

from __future__ import annotations

from functools import cache, lru_cache

from attrs import field, frozen

from diplo_events.data import read_text, rows
from diplo_events.tables.countries import CountryKind, countries, countries_by_code
from diplo_events.tables.lookup import cell_values, fold


@frozen(kw_only=True)
class City:
    """A city, town or small place known from diplomacy.

    Attributes:
        name: GeoNames' main name, mostly the English one.
        country: ISO 3166-1 alpha-3 code (XKX for Kosovo).
        region: postal code or ISO 3166-2 part of the first-level region, in USA, CAN, AUS, GBR; else ``""``.
        population: inhabitants; 0 where not known.
        latitude: decimal degrees (WGS 84), north positive.
        longitude: decimal degrees (WGS 84), east positive.
        capital: whether it is the capital of ``country``.
        region_seat: whether it is the largest place, nearly always the seat, of a first-level region.
    """

    name: str
    country: str
    region: str
    population: int
    latitude: float
    longitude: float
    capital: bool
    region_seat: bool


@frozen
class CityLookup:
    """Names of cities, folded, to their rows."""

    _rows: dict[str, list[str]] = field(repr=False)
    _longest: dict[str, int] = field(repr=False)

    def get(self, text: str) -> tuple[City, ...]:
        """Cities called ``text``, the largest first; ``()`` if there is none or ``text`` has no capital letter."""
        if text.islower():
            return ()
        found = {_city(row): None for row in self._rows.get(_key(text), ())}
        return tuple(sorted(found, key=lambda city: -city.population))

    def in_country(self, text: str, country: str) -> City | None:
        """The largest city called ``text`` in a country, or ``None``."""
        return next((city for city in self.get(text) if city.country == country), None)

    def in_region(self, text: str, country: str, region: str) -> City | None:
        """The largest city called ``text`` in a region (postal code or ISO 3166-2 part) of a country, or ``None``."""
        return next(
            (city for city in self.get(text) if (city.country, city.region) == (country, region)),
            None,
        )

    def longest_at(self, words: list[str], start: int) -> tuple[int, tuple[City, ...]]:
        """The longest city name that begins at ``words[start]``: number of words and cities; ``(0, ())`` if none."""
        first = _key(words[start]).partition(" ")[0]
        limit = self._longest.get(first, 0)
        for count in range(min(limit, len(words) - start), 0, -1):
            found = self.get(" ".join(words[start : start + count]))
            if found:
                return count, found
        return 0, ()

    def __contains__(self, text: str) -> bool:
        return not text.islower() and _key(text) in self._rows

    def __len__(self) -> int:
        return len({row for found in self._rows.values() for row in found})


@cache
def cities() -> CityLookup:
    """All cities by every name; read on the first call (about 100 ms)."""
    index: dict[str, list[str]] = {}
    for row in _city_rows():
        key, other_keys, _ = row.split("\t", 2)
        index.setdefault(key, []).append(row)
        if other_keys:
            for other in other_keys.split("|"):
                index.setdefault(other, []).append(row)
    _add_aliases(index)
    longest: dict[str, int] = {}
    for key in index:
        first, _, rest = key.partition(" ")
        count = rest.count(" ") + 2 if rest else 1
        if count > longest.get(first, 0):
            longest[first] = count
    return CityLookup(index, longest)


@cache
def ambiguous_cities() -> dict[str, str]:
    """Folded names of cities that may mean something else, to what.

    ``"word"``: also an English word; ``"name"``: also a personal name; ``"place"``: also a country, or a larger region
    elsewhere.
    """
    return {fold(row["city"]): row["reading"] for row in rows("ambiguous_cities.tsv")}


def is_ambiguous_city(text: str) -> bool:
    """Whether a city's name may mean a word, a person or a larger place: "Mobile", "Reading", "Gao", "Jordan"."""
    return _key(text) in ambiguous_cities()


@cache
def capital_of(country: str) -> City | None:
    """The capital of a country by its code, or ``None`` if it has none or the code is not known."""
    entry = countries_by_code().get(country)
    if entry is None or entry.capital is None:
        return None
    for code in (country, *entry.successors):
        found = cities().in_country(entry.capital.removeprefix("East "), code)
        if found is not None:
            return found
    return None


@cache
def capitals() -> dict[str, str]:
    """Folded names and spellings of capitals and other seats of government to the country; capitals of states go first.

    A territory's capital, or a second seat, counts only if it is the largest city of its name: Hamilton is not Bermuda.
    """
    found: dict[str, str] = {}
    entries = sorted(countries(), key=lambda entry: entry.kind is not CountryKind.STATE)
    for entry in entries:
        if entry.capital and (entry.kind is not CountryKind.TERRITORY or _is_largest(entry.capital, entry.code)):
            for key in _spellings(entry.capital, entry.code):
                found.setdefault(key, entry.code)
    for entry in entries:
        for seat in entry.seats:
            if entry.kind is not CountryKind.FORMER and _is_largest(seat, entry.code):
                for key in _spellings(seat, entry.code):
                    found.setdefault(key, entry.code)
    return found


def _is_largest(city: str, country: str) -> bool:
    namesakes = cities().get(city)
    return bool(namesakes) and namesakes[0].country == country


def country_of_capital(text: str) -> str | None:
    """The country whose capital or other seat of government is called ``text``, or ``None``."""
    return None if text.islower() else capitals().get(_key(text))


def _spellings(city: str, country: str) -> set[str]:
    """The folded name of a city with the folded aliases of the hand list."""
    key = fold(city)
    found = {key}
    for alias_country, names in _alias_rows():
        if alias_country == country and key in names:
            found.update(names)
    return found


@cache
def _alias_rows() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(
        (
            row["country"],
            tuple(map(fold, (row["city"], *cell_values(row["other_names"])))),
        )
        for row in rows("city_aliases.tsv")
    )


def _city_rows() -> list[str]:
    lines = read_text("cities.tsv").split("\n")
    start = next(number for number, line in enumerate(lines) if line and not line.startswith("#"))
    return [line for line in lines[start + 1 :] if line]


def _add_aliases(index: dict[str, list[str]]) -> None:
    """Put each city of the hand list, the country's largest under any of its names, under all of them."""
    for country, names in _alias_rows():
        found = [row for name in names for row in index.get(name, ()) if row.split("\t", 4)[3] == country]
        if not found:
            continue
        largest = max(found, key=lambda row: int(row.split("\t", 6)[5]))
        for name in names:
            rows_of_name = index.setdefault(name, [])
            if largest not in rows_of_name:
                rows_of_name.append(largest)


@lru_cache(maxsize=4096)
def _city(row: str) -> City:
    cells = row.split("\t")
    mark = cells[8] if len(cells) > 8 else ""
    return City(
        name=cells[2],
        country=cells[3],
        region=cells[4],
        population=int(cells[5]),
        latitude=float(cells[6]),
        longitude=float(cells[7]),
        capital=mark == "C",
        region_seat=mark == "R",
    )


def _key(text: str) -> str:
    return fold(text.replace(",", ""))
