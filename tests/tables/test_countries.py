"""The table of countries is complete, and every name leads to one country or is marked as shared."""

from __future__ import annotations

from collections import defaultdict

import pytest

from diplo_events.tables import (
    CountryKind,
    ambiguous_names,
    capital_of,
    compound_prefixes,
    countries,
    countries_by_code,
    countries_of_compound,
    country_of_capital,
    country_of_demonym,
    country_of_name,
    demonyms,
    fold,
    metonym,
)

# ISO 3166-1 alpha-3, all 249 codes.
ISO_3166 = [
    "ABW", "AFG", "AGO", "AIA", "ALA", "ALB", "AND", "ARE", "ARG", "ARM", "ASM", "ATA", "ATF", "ATG", "AUS", "AUT",
    "AZE", "BDI", "BEL", "BEN", "BES", "BFA", "BGD", "BGR", "BHR", "BHS", "BIH", "BLM", "BLR", "BLZ", "BMU", "BOL",
    "BRA", "BRB", "BRN", "BTN", "BVT", "BWA", "CAF", "CAN", "CCK", "CHE", "CHL", "CHN", "CIV", "CMR", "COD", "COG",
    "COK", "COL", "COM", "CPV", "CRI", "CUB", "CUW", "CXR", "CYM", "CYP", "CZE", "DEU", "DJI", "DMA", "DNK", "DOM",
    "DZA", "ECU", "EGY", "ERI", "ESH", "ESP", "EST", "ETH", "FIN", "FJI", "FLK", "FRA", "FRO", "FSM", "GAB", "GBR",
    "GEO", "GGY", "GHA", "GIB", "GIN", "GLP", "GMB", "GNB", "GNQ", "GRC", "GRD", "GRL", "GTM", "GUF", "GUM", "GUY",
    "HKG", "HMD", "HND", "HRV", "HTI", "HUN", "IDN", "IMN", "IND", "IOT", "IRL", "IRN", "IRQ", "ISL", "ISR", "ITA",
    "JAM", "JEY", "JOR", "JPN", "KAZ", "KEN", "KGZ", "KHM", "KIR", "KNA", "KOR", "KWT", "LAO", "LBN", "LBR", "LBY",
    "LCA", "LIE", "LKA", "LSO", "LTU", "LUX", "LVA", "MAC", "MAF", "MAR", "MCO", "MDA", "MDG", "MDV", "MEX", "MHL",
    "MKD", "MLI", "MLT", "MMR", "MNE", "MNG", "MNP", "MOZ", "MRT", "MSR", "MTQ", "MUS", "MWI", "MYS", "MYT", "NAM",
    "NCL", "NER", "NFK", "NGA", "NIC", "NIU", "NLD", "NOR", "NPL", "NRU", "NZL", "OMN", "PAK", "PAN", "PCN", "PER",
    "PHL", "PLW", "PNG", "POL", "PRI", "PRK", "PRT", "PRY", "PSE", "PYF", "QAT", "REU", "ROU", "RUS", "RWA", "SAU",
    "SDN", "SEN", "SGP", "SGS", "SHN", "SJM", "SLB", "SLE", "SLV", "SMR", "SOM", "SPM", "SRB", "SSD", "STP", "SUR",
    "SVK", "SVN", "SWE", "SWZ", "SXM", "SYC", "SYR", "TCA", "TCD", "TGO", "THA", "TJK", "TKL", "TKM", "TLS", "TON",
    "TTO", "TUN", "TUR", "TUV", "TWN", "TZA", "UGA", "UKR", "UMI", "URY", "USA", "UZB", "VAT", "VCT", "VEN", "VGB",
    "VIR", "VNM", "VUT", "WLF", "WSM", "YEM", "ZAF", "ZMB", "ZWE",
]  # fmt: skip
WITHOUT_PEOPLE = {"ATA", "ATF", "BVT", "HMD", "IOT", "SGS", "UMI"}


@pytest.mark.parametrize("code", [*ISO_3166, "XKX"])
def test_every_country_has_name_demonym_and_capital(code: str) -> None:
    country = countries_by_code()[code]
    assert country_of_name(country.name) == code
    if code in WITHOUT_PEOPLE:
        assert country.kind is CountryKind.UNINHABITED
        return
    assert country.adjectives
    assert country_of_demonym(country.adjectives[0]) == code or fold(country.adjectives[0]) in ambiguous_names()
    capital = capital_of(code)
    assert capital is not None
    assert capital.country == code
    assert capital.capital
    if country.kind is CountryKind.STATE:
        assert country.capital is not None
        assert country_of_capital(country.capital) == code
        assert metonym(country.capital) is not None


@pytest.mark.parametrize("code", ["CSK", "DDR", "SCG", "SUN", "VDR", "YMD", "YUG"])
def test_former_states_have_a_code_a_successor_and_a_capital(code: str) -> None:
    country = countries_by_code()[code]
    assert country.kind is CountryKind.FORMER
    assert country.adjectives
    assert country.successors
    assert all(countries_by_code()[successor].kind is CountryKind.STATE for successor in country.successors)
    assert capital_of(code) is not None


def test_no_codes_but_known_ones() -> None:
    known = {*ISO_3166, "XKX", "CSK", "DDR", "SCG", "SUN", "VDR", "YMD", "YUG"}
    assert set(countries_by_code()) == known
    assert {entry.country for entry in demonyms()} <= known
    assert set(compound_prefixes().values()) <= known


def test_shared_names_are_marked() -> None:
    meant: defaultdict[str, set[str]] = defaultdict(set)
    for country in countries():
        for name in (country.name, *country.other_names, *country.former_names):
            meant[fold(name)].add(country.code)
    for demonym in demonyms():
        meant[fold(demonym.text)].add(demonym.country)
    for name, codes in meant.items():
        if len(codes) > 1:
            shared = ambiguous_names()[name]
            assert codes <= {shared.country, *shared.also}, name


def test_every_marked_name_is_a_name() -> None:
    for shared in ambiguous_names().values():
        assert shared.country in {country_of_name(shared.text), country_of_demonym(shared.text)}, shared.text
        assert shared.note


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("U.S.", "USA"), ("US", "USA"), ("the United States", "USA"), ("America", "USA"), ("UK", "GBR"),
        ("Britain", "GBR"), ("South Korea", "KOR"), ("ROK", "KOR"), ("DPRK", "PRK"), ("PRC", "CHN"), ("UAE", "ARE"),
        ("Cote d'Ivoire", "CIV"), ("Côte d’Ivoire", "CIV"), ("Ivory Coast", "CIV"), ("Burma", "MMR"),
        ("Holland", "NLD"), ("Türkiye", "TUR"), ("Russian Federation", "RUS"), ("Swaziland", "SWZ"),
        ("the Czech Republic", "CZE"), ("Czechia", "CZE"), ("Zaire", "COD"), ("Soviet Union", "SUN"),
        ("USSR", "SUN"), ("East Germany", "DDR"), ("West Germany", "DEU"), ("Yugoslavia", "YUG"), ("Kosovo", "XKX"),
        ("Palestine", "PSE"), ("Taiwan", "TWN"), ("Holy See", "VAT"), ("Congo", "COD"), ("Viet Nam", "VNM"),
        ("CHINA", "CHN"), ("us", None), ("turkey", None), ("Us", None), ("Atlantis", None),
    ],
)  # fmt: skip
def test_names(text: str, code: str | None) -> None:
    assert country_of_name(text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Chinese", "CHN"), ("Briton", "GBR"), ("Britons", "GBR"), ("British", "GBR"), ("Frenchman", "FRA"),
        ("Filipinos", "PHL"), ("Thais", "THA"), ("Saudi", "SAU"), ("Saudis", "SAU"), ("Emirati", "ARE"),
        ("Turk", "TUR"), ("Turkish", "TUR"), ("Israelis", "ISR"), ("U.S.", "USA"), ("Scottish", "GBR"),
        ("Palestinians", "PSE"), ("Soviet", "SUN"), ("Kosovar", "XKX"), ("Danes", "DNK"), ("polish", None),
        ("Chechen", None), ("European", None),
    ],
)  # fmt: skip
def test_demonyms(text: str, code: str | None) -> None:
    assert country_of_demonym(text) == code


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Sino-Russian", ("CHN", "RUS")), ("US-China", ("USA", "CHN")), ("U.S.-Israeli", ("USA", "ISR")),
        ("Franco-German", ("FRA", "DEU")), ("Russia–Ukraine", ("RUS", "UKR")), ("Israel-Palestine", ("ISR", "PSE")),
        ("vice-president", ()), ("Franco", ()), ("pro-Russian", ()),
    ],
)  # fmt: skip
def test_compounds(text: str, codes: tuple[str, ...]) -> None:
    assert countries_of_compound(text) == codes
