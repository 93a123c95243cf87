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
