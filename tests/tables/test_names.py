"""Bodies, places, forums, sites, offices and parts of names: found as written, and consistent with one another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from importlib.resources import files
from typing import Any

import pytest

from diplo_events import data
from diplo_events.tables import (
    BodyKind,
    GatheringKind,
    Lookup,
    OfficeClass,
    cities,
    countries_by_code,
    fits_case,
    fold,
    forum_of,
    forums,
    gathering_nouns,
    gender_of_given_name,
    group_nouns,
    honorifics,
    is_bare_organization,
    is_plural_office,
    joined_particles,
    metonym,
    metonyms,
    office_modifiers,
    offices,
    organization_of,
    organizations,
    region_adjectives,
    region_behind_city,
    regions,
    same_given_name,
    sites,
    surname_languages,
)
from diplo_events.tables.twin_states import twin_states

TABLES = [
    "ambiguous_cities", "ambiguous_names", "city_aliases", "compound_prefixes", "countries", "demonyms", "forums",
    "gathering_nouns", "given_names", "groups", "honorifics", "metonyms", "name_particles", "name_spellings",
    "office_modifiers", "offices", "organizations", "regions", "short_names", "sites", "surnames", "twin_states",
]  # fmt: skip
LOOKUPS: list[Callable[[], Lookup[Any]]] = [
    forums, gathering_nouns, group_nouns, honorifics, metonyms, offices, organizations, regions, sites,
]  # fmt: skip


@pytest.mark.parametrize("table", TABLES)
def test_tables_are_sorted_without_doubles_or_stray_space(table: str) -> None:
    text = files(data).joinpath(f"{table}.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    assert text.startswith("#"), "the source stands at the top"
    assert text.endswith("\n")
    assert all(len(line.split("\t")) <= len(lines[0].split("\t")) for line in lines)
    width = 2 if table == "city_aliases" else 1
    keys = [tuple(line.split("	")[:width]) for line in lines[1:]]
    assert len(keys) == len(set(keys))
    first = [line.split("\t")[0] for line in lines[1:]]
    assert first == sorted(first)
    for line in lines:
        for cell in line.split("\t"):
            assert cell == cell.strip()
            assert "||" not in cell
            assert not cell.startswith("|")
            assert not cell.endswith("|")
            values = cell.split("|")
            assert len(values) == len(set(values)), line


@pytest.mark.parametrize("lookup", LOOKUPS)
def test_a_name_leads_to_one_entry(lookup: Callable[[], Lookup[Any]]) -> None:
    meant: defaultdict[str, set[int]] = defaultdict(set)
    entries = {id(entry): entry for entry in lookup()}
    for entry in lookup():
        for name in (entry.name, *getattr(entry, "other_names", ())):
            meant[fold(name)].add(id(entry))
    assert {name: [entries[i] for i in found] for name, found in meant.items() if len(found) > 1} == {}


def test_codes_are_known() -> None:
    codes = set(countries_by_code())
    for lookup in LOOKUPS:
        for entry in lookup():
            country = getattr(entry, "country", None)
            assert country is None or country in codes, entry


def test_references_between_tables() -> None:
    bodies = {body.name for body in organizations()}
    roles = {office.name for office in offices()}
    assert {body.parent for body in organizations() if body.parent} <= bodies
    assert {forum.organization for forum in forums() if forum.organization} <= bodies
    assert {office.organization for office in offices() if office.organization} <= bodies
    assert {office.office for office in offices()} <= roles
    assert {honorific.office for honorific in honorifics() if honorific.office} <= roles
    for site in sites():
        assert site.city is None or cities().in_country(site.city, site.country) is not None, site


@pytest.mark.parametrize(
    ("text", "name", "organization", "country"),
    [
        ("EU", "European Union", "European Union", None),
        ("the European Commission", "European Commission", "European Union", None),
        ("IAEA", "International Atomic Energy Agency", "United Nations", None), ("Nato", "NATO", "NATO", None),
        ("Security Council", "UN Security Council", "United Nations", None), ("Asean", "ASEAN", "ASEAN", None),
        ("OAU", "African Union", "African Union", None), ("Hamas", "Hamas", None, "PSE"),
        ("Houthis", "Ansar Allah", None, "YEM"), ("the Taliban", "Taliban", None, "AFG"),
        ("CIA", "Central Intelligence Agency", None, "USA"), ("Knesset", "Knesset", None, "ISR"),
        ("Bosnian Serbs", "Bosnian Serbs", None, "BIH"), ("PLA", "People's Liberation Army", None, "CHN"),
        ("Red Cross", "International Committee of the Red Cross", "International Committee of the Red Cross", None),
    ],
)  # fmt: skip
def test_organizations(text: str, name: str, organization: str | None, country: str | None) -> None:
    found = organization_of(text)
    assert found is not None
    assert (found.name, found.organization, found.country) == (name, organization, country)


def test_a_word_is_no_agency() -> None:
    assert organization_of("who") is None
    assert organization_of("Who") is None
    assert organization_of("WHO") is not None


def test_bodies_of_every_state_have_no_country() -> None:
    assert all(body.country is None for body in organizations() if body.kind is BodyKind.GENERIC)


@pytest.mark.parametrize(
    ("text", "country", "body"),
    [
        ("the Kremlin", "RUS", "presidency"), ("Foggy Bottom", "USA", "State Department"),
        ("No. 10", "GBR", "prime minister's office"), ("Quai d'Orsay", "FRA", "foreign ministry"),
        ("the Elysee", "FRA", "presidency"), ("Zhongnanhai", "CHN", "Chinese Communist Party"),
        ("Brussels", None, "European Union"), ("Beijing", "CHN", "government"), ("Malacañang", "PHL", "presidency"),
        ("Seoul", "KOR", "government"), ("Cheong Wa Dae", "KOR", "presidency"),
    ],
)  # fmt: skip
def test_metonyms(text: str, country: str | None, body: str) -> None:
    found = metonym(text)
    assert found is not None
    assert (found.country, found.body) == (country, body)
    assert metonym("Davos") is None


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("G7", "G7 summit", "summit"), ("the 2023 G20 summit", "G20 summit", "summit"), ("COP28", "COP", "conference"),
        ("Shangri-La Dialogue", "Shangri-La Dialogue", "dialogue"), ("UNGA", "UN General Assembly", "assembly"),
        ("34th Arab League summit", "Arab League summit", "summit"),
        ("CHOGM", "Commonwealth Heads of Government Meeting", "summit"),
        ("six-party talks", "Six-Party Talks", "process"),
        ("Munich Security Conference", "Munich Security Conference", "conference"),
        ("the annual UN General Assembly", "UN General Assembly", "assembly"),
        ("World Economic Forum", "Davos", "forum"),
    ],
)  # fmt: skip
def test_forums(text: str, name: str, kind: str) -> None:
    found = forum_of(text)
    assert found is not None
    assert (found.name, found.kind) == (name, GatheringKind(kind))


def test_bare_organization_as_forum() -> None:
    g20 = forum_of("G20")
    assert g20 is not None
    assert is_bare_organization("G20", g20)
    assert not is_bare_organization("G20 summit", g20)


def test_gathering_nouns() -> None:
    noun = gathering_nouns().first("donors' conference")
    assert noun is not None
    assert noun.kind is GatheringKind.CONFERENCE


@pytest.mark.parametrize(
    ("text", "city", "country"),
    [
        ("Camp David", None, "USA"), ("White House", "Washington", "USA"),
        ("Great Hall of the People", "Beijing", "CHN"), ("Diaoyutai State Guesthouse", "Beijing", "CHN"),
        ("Chequers", None, "GBR"), ("Elysee Palace", "Paris", "FRA"), ("UN headquarters", "New York", "USA"),
        ("Mar-a-Lago", "Palm Beach", "USA"), ("Villa La Grange", "Geneva", "CHE"),
    ],
)  # fmt: skip
def test_sites(text: str, city: str | None, country: str) -> None:
    found = sites().first(text)
    assert found is not None
    assert (found.city, found.country) == (city, country)


def test_regions() -> None:
    crimea, middle_east = regions().first("Crimea"), regions().first("the Middle East")
    assert crimea is not None
    assert middle_east is not None
    assert crimea.country == "UKR"
    assert middle_east.country is None
    assert regions().first("Miss.") is None
    assert region_adjectives()["chechen"].country == "RUS"


@pytest.mark.parametrize(
    ("text", "code"),
    [("Va.", "VA"), ("OH", "OH"), ("Ontario", "ON"), ("Georgia", "GA"), ("Miss.", "MS"), ("W.Va.", "WV")],
)
def test_region_behind_a_city(text: str, code: str) -> None:
    found = region_behind_city(text)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize(
    ("text", "office", "kind"),
    [
        ("foreign ministers", "foreign minister", "foreign"), ("Defense Secretary", "defence secretary", "defence"),
        ("Secretary of State", "secretary of state", "foreign"),
        ("chargé d’affaires", "charge d'affaires", "diplomat"), ("spy chief", "intelligence chief", "intelligence"),
        ("national security advisor", "national security adviser", "security"),
        ("taoiseach", "taoiseach", "head_of_government"), ("PM", "prime minister", "head_of_government"),
        ("spokeswoman", "spokesman", "spokesperson"), ("secretary-general", "secretary-general", "body_head"),
    ],
)  # fmt: skip
def test_offices(text: str, office: str, kind: str) -> None:
    found = offices().first(text)
    assert found is not None
    assert (found.office, found.kind) == (office, OfficeClass(kind))
    assert found.speaks_for == (kind == "spokesperson")


def test_number_and_country_of_offices() -> None:
    assert is_plural_office("Foreign Ministers")
    assert not is_plural_office("foreign minister")
    taoiseach, lama = offices().first("Taoiseach"), offices().first("Dalai Lama")
    assert taoiseach is not None
    assert lama is not None
    assert taoiseach.country == "IRL"
    assert lama.country is None
    assert office_modifiers()["vice"] == "deputy"
    assert "delegation" in group_nouns()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Bill", "William", True), ("Tony", "Antony", True), ("Joe", "Joseph", True), ("W.", "William", True),
        ("Sergei", "Sergey", True), ("Mohamed", "Mohammed", True), ("Bill", "Robert", False),
        ("José", "Jose", True), ("Bob", "Bill", False), ("Al", "Ali", False),
    ],
)  # fmt: skip
def test_given_names(one: str, other: str, same: bool) -> None:
    assert same_given_name(one, other) is same
    assert same_given_name(other, one) is same


def test_parts_of_names() -> None:
    assert "Chinese" in surname_languages("Wang")
    assert "Korean" in surname_languages("Kim")
    assert "Vietnamese" in surname_languages("Nguyễn")
    assert surname_languages("Smith") == frozenset()
    assert {"van der", "al", "bin", "dos"} <= joined_particles()
    assert gender_of_given_name("Angela") == "f"
    assert gender_of_given_name("Kim") is None
    general = honorifics().first("Lt. Gen.")
    assert general is not None
    assert general.office == "lieutenant general"


def test_folding_and_capitals() -> None:
    assert fold("The  Côte d’Ivoire") == "cote divoire"
    assert fits_case("Nato", "NATO")
    assert not fits_case("who", "WHO")
    assert fits_case("FOREIGN MINISTER", "foreign minister")


def test_longest_name_in_a_row_of_words() -> None:
    words = ["said", "the", "UN", "Security", "Council", "would"]
    count, found = organizations().longest_at(words, 1)
    assert count == 4
    assert found[0].name == "UN Security Council"
    assert organizations().longest_at(words, 0) == (0, ())


def test_gatherings_with_a_seat_are_known_gatherings_in_known_cities() -> None:
    known = {forum.name for forum in forums().entries}
    for row in data.rows("forum_seats.tsv"):
        assert row["forum"] in known, row
        assert cities().in_country(row["city"], row["country"]) is not None, row


def test_twin_states_are_two_states_of_the_table() -> None:
    assert all(len(codes) == 2 and set(codes) <= set(countries_by_code()) for codes in twin_states().values())
    assert twin_states()["koreas"] == ("KOR", "PRK")
