"""The register of persons: offices, countries and bodies read from the words around names."""

from __future__ import annotations

import pytest

from diplo_events.parsing.inputs import to_article
from diplo_events.reading.read import read
from diplo_events.reading.register import Person


def persons(text: str) -> dict[str, Person]:
    register = read(to_article({"text": text, "published": "2006-05-10"}), lambda sentences: []).register
    return {person.name: person for person in register.persons}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("They met Turkish Defence Minister Ahmet Kaya.", {"Ahmet Kaya": "TUR"}),
        ("Mexico's Ana Torres and Malawi's Mr John Banda stayed at home.", {"Ana Torres": "MEX", "John Banda": "MWI"}),
        ("He saw Prime Minister John Price of Guyana and Prime Minister Paul Reid of Jamaica.",
         {"John Price": "GUY", "Paul Reid": "JAM"}),
        ("He rang his Greek, Cypriot and French counterparts, Nikos Makris, Petros Ioannou and Jean Martin.",
         {"Nikos Makris": "GRC", "Petros Ioannou": "CYP", "Jean Martin": "FRA"}),
        ("There came France's president, Jean Martin, Australia's prime minister, Paul Reid, and others.",
         {"Jean Martin": "FRA", "Paul Reid": "AUS"}),
        ("In came Maria Ruiz Vera, Andris Ozols and Lamin Jallow, the ambassadors of Paraguay, Latvia and Gambia.",
         {"Maria Ruiz Vera": "PRY", "Andris Ozols": "LVA", "Lamin Jallow": "GMB"}),
        ("The minister dined with Russia's Ivan Kuznetsov, a White House official said.", {"Ivan Kuznetsov": "RUS"}),
        ("Paul Reid (2nd L), the president of Guyana, waved.", {"Paul Reid": "GUY"}),
        ("Mexico's foreign secretary, Ana Torres, was ill.", {"Ana Torres": "MEX"}),
    ],
)  # fmt: skip
def test_countries_told(text: str, told: dict[str, str]) -> None:
    found = persons(text)
    assert {name: found[name].country for name in told} == told
    assert not any(found[name].country_inferred for name in told)


@pytest.mark.parametrize(
    ("text", "name", "body"),
    [
        ("The European Union's envoy, Frenchman Jean Martin, landed in Chad.", "Jean Martin", "European Union"),
        ("The head of the UN mission, the Swedish diplomat Anders Holm, resigned.", "Anders Holm", "United Nations"),
        ("Finland's Antti Virtanen, who speaks for the European Union, left.", "Antti Virtanen", "European Union"),
    ],
)
def test_nationals_in_a_bodys_service(text: str, name: str, body: str) -> None:
    person = persons(text)[name]
    assert (person.country, person.organization) == (None, body)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("British ambassador Norman Hall left.", "Norman Hall"),
        ("He spoke to Helen March, his Australian counterpart.", "Helen March"),
        ("Prime Minister Margaret Holland rang.", "Margaret Holland"),
        ("They fetched Ricardo Santa Cruz from the embassy, said Ricardo Santa Cruz.", "Ricardo Santa Cruz"),
        ("The letter went to Col. Sidi Ould Bah, Mauritania's ruler.", "Sidi Ould Bah"),
        ("Prime Minister Hun Sen spoke.", "Hun Sen"),
    ],
)
def test_names_that_look_like_something_else(text: str, name: str) -> None:
    assert name in persons(text)


def test_a_chairman_who_is_a_prime_minister_serves_his_country() -> None:
    found = persons("The chairman of the Caribbean Community, Bahamian Prime Minister Paul Reid, opened the meeting.")
    assert found["Paul Reid"].country == "BHS"


def test_surnames_find_their_persons() -> None:
    found = persons("Foreign Minister Nino Beridze of Georgia left. Beridze said that Mr Beridze was nobody else.")
    assert len(found) == 1
    assert len(found["Nino Beridze"].mentions) == 3


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("He signed the Agreement on Air Services after the 9th Assembly of the African Union.", []),
        ("The Department of Consular Affairs spoke of both High Commissions.", []),
        ("The envoy met H.E. Aivars Ozols and Datuk Rahim Salleh.", ["Aivars Ozols", "Rahim Salleh"]),
        ("The note from His Highness was for Her Excellency Ana Torres.", ["Ana Torres"]),
        ("Recalling Ozols was wrong, the envoy Aivars Ozols said.", ["Aivars Ozols"]),
        ("He met the Minister of Defence, Justice and Security, Hon. Paul Reid.", ["Paul Reid"]),
    ],
)  # fmt: skip
def test_things_and_forms_of_address_are_no_persons(text: str, names: list[str]) -> None:
    assert sorted(persons(text)) == sorted(names)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Mali's premier, Moussa Keita, and the Malian king, Issa Traore, met.", ("Moussa Keita", "MLI")),
        ("Speaker of the Grand National Assembly of Turkey Ahmet Kaya came.", ("Ahmet Kaya", "TUR")),
        ("The secretary of the Security Council of Ukraine Oleh Bondar came.", ("Oleh Bondar", "UKR")),
    ],
)  # fmt: skip
def test_an_office_goes_to_the_name_it_belongs_to(text: str, told: tuple[str, str]) -> None:
    name, country = told
    assert persons(text)[name].country == country


def test_an_aide_has_his_own_office_not_that_of_the_one_he_serves() -> None:
    found = persons("Nabil Haddad, the president's spokesman, and Sami Nasser, President Omar Ali's envoy, were there.")
    assert found["Nabil Haddad"].offices == {"spokesperson"}
    assert "head_of_state" not in found["Sami Nasser"].offices


def test_an_envoy_does_not_serve_the_state_of_his_post() -> None:
    found = persons("Delhi was quiet. Aivars Ozols, the high commissioner in Delhi, was called in by India.")
    assert found["Aivars Ozols"].country != "IND"
