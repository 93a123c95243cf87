"""The gazetteer: the places of diplomacy are found under every spelling, and cost little."""

from __future__ import annotations

import time

import pytest

from diplo_events.data import read_text, rows
from diplo_events.tables import (
    ambiguous_cities,
    capital_of,
    cities,
    countries_by_code,
    country_of_capital,
    fold,
    is_ambiguous_city,
    region_codes,
)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Beijing", "CHN"), ("Peking", "CHN"), ("Bombay", "IND"), ("Calcutta", "IND"), ("Madras", "IND"),
        ("Rangoon", "MMR"), ("Yangon", "MMR"), ("Naypyidaw", "MMR"), ("Saigon", "VNM"), ("Leningrad", "RUS"),
        ("Kiev", "UKR"), ("Kyiv", "UKR"), ("Kharkov", "UKR"), ("Tblisi", "GEO"), ("Davos", "CHE"),
        ("Camp David", "USA"), ("Geneva", "CHE"), ("Sochi", "RUS"), ("Sharm el-Sheikh", "EGY"),
        ("Sharm el Sheikh", "EGY"), ("Dayton", "USA"), ("Oslo", "NOR"), ("Reykjavik", "ISL"), ("Yalta", "UKR"),
        ("Astana", "KAZ"), ("Nur-Sultan", "KAZ"), ("Doha", "QAT"), ("Taba", "EGY"), ("Aqaba", "JOR"),
        ("Evian", "FRA"), ("Gleneagles", "GBR"), ("Hiroshima", "JPN"), ("Ramallah", "PSE"), ("Erez", "ISR"),
        ("Panmunjom", "KOR"), ("Gibraltar", "GIB"), ("Boao", "CHN"), ("Foz do Iguacu", "BRA"), ("Bali", "IDN"),
        ("Jeju", "KOR"), ("Hodeidah", "YEM"), ("Raqqa", "SYR"), ("The Hague", "NLD"), ("Xi’an", "CHN"),
        ("Sana'a", "YEM"), ("São Paulo", "BRA"), ("Sao Paulo", "BRA"), ("New York", "USA"), ("San Jose", "USA"),
        ("Danang", "VNM"), ("Kuwait City", "KWT"), ("St. Petersburg", "RUS"), ("Vienna", "AUT"), ("Paris", "FRA"),
    ],
)  # fmt: skip
def test_the_largest_city_of_a_name(text: str, country: str) -> None:
    assert cities().get(text)[0].country == country


def test_namesakes_are_sorted_by_population() -> None:
    found = cities().get("Washington")
    assert found[0].capital
    assert [city.population for city in found] == sorted((city.population for city in found), reverse=True)


def test_namesakes_are_told_apart_by_country_and_region() -> None:
    assert cities().in_region("Vienna", "USA", "VA") is not None
    assert cities().in_region("London", "CAN", "ON") is not None
    costa_rican = cities().in_country("San Jose", "CRI")
    assert costa_rican is not None
    assert costa_rican.capital


def test_coordinates() -> None:
    vienna = capital_of("AUT")
    assert vienna is not None
    assert vienna.latitude == pytest.approx(48.2, abs=0.1)
    assert vienna.longitude == pytest.approx(16.4, abs=0.1)


def test_no_city_in_lower_case() -> None:
    assert cities().get("nice") == ()
    assert "reading" not in cities()


@pytest.mark.parametrize("text", ["Mobile", "Reading", "Nice", "Of", "Bath", "Obama", "Bo", "Gao", "Jordan"])
def test_words_and_names_are_marked(text: str) -> None:
    assert is_ambiguous_city(text)
    assert text in cities()


@pytest.mark.parametrize("text", ["Vienna", "Beijing", "Paris", "Sofia", "Geneva", "Singapore", "Medina"])
def test_plain_cities_are_not_marked(text: str) -> None:
    assert not is_ambiguous_city(text)


def test_marked_names_are_cities() -> None:
    assert [name for name in ambiguous_cities() if name.title() not in cities()] == []
    assert set(ambiguous_cities().values()) == {"word", "name", "place"}


def test_seats_of_government() -> None:
    assert country_of_capital("Tel Aviv") == "ISR"
    assert country_of_capital("the Hague") == "NLD"
    assert country_of_capital("Geneva") is None
    assert country_of_capital("Plymouth") is None


def test_table_is_well_formed() -> None:
    keys = []
    for row in rows("cities.tsv"):
        keys.append((row["key"], -int(row["population"])))
        assert row["country"] in countries_by_code(), row
        assert -90 <= float(row["latitude"]) <= 90, row
        assert -180 <= float(row["longitude"]) <= 180, row
        assert row["capital"] in {"", "C", "R"}, row
        assert fold(row["key"]) == row["key"], row
        if row["region"] and row["country"] in {"USA", "CAN"}:
            assert row["region"] in region_codes(row["country"]), row
    assert keys == sorted(keys)
    assert len(keys) > 30_000


def test_aliases_name_cities_of_the_table() -> None:
    for row in rows("city_aliases.tsv"):
        for name in (row["city"], *row["other_names"].split("|")):
            assert cities().in_country(name, row["country"]) is not None, row


def test_size_and_speed() -> None:
    assert len(read_text("cities.tsv").encode()) < 3_000_000
    cities.cache_clear()
    start = time.process_time()
    cities()
    assert (
        time.process_time() - start < 2
    )  # about 0.05 s of work; a loaded machine and the collector of garbage have their share
