"""Offices shared by a list of persons: "A and B, the foreign ministers of Denmark and Hungary"."""

from __future__ import annotations

from collections.abc import Sequence

from diplo_events.reading.lexicon import NameKind
from diplo_events.reading.names import Unit
from diplo_events.reading.titles import NATIONAL, Affiliation, country_of, is_plural
from diplo_events.tables.language import is_courtesy, office_modifiers

_OF_LIST = frozenset({"of", "from", "for", ",", "and", "the"})


def shared_appositions(units: Sequence[Unit]) -> dict[int, Affiliation]:
    """Of "A and B, the foreign ministers of Denmark and Hungary": office and country, by each name's place.

    Also "his Greek and French counterparts, A and B", "A, B and C, of the Serbian opposition" and "A and B of Denmark
    and Hungary"; where the countries behind are not as many as the names, all names share the first.
    """
    shared: dict[int, Affiliation] = {}
    for at, unit in enumerate(units):
        plural_office = unit.kind is NameKind.OFFICE and is_plural(unit)
        if not plural_office and not (unit.lower == "of" and at > 0 and units[at - 1].text == ","):
            continue
        names = _names_before(units, at)
        if plural_office and len(names) < 2:
            shared.update(_shared_before(units, at))
            continue
        if len(names) < 2:
            continue
        countries = _countries_after(units, at)
        if not countries:
            continue
        offices = frozenset(s.office for s in unit.senses if s.office) if plural_office else frozenset()
        title = unit.text if plural_office else None
        for number, place in enumerate(names):
            country = countries[number] if len(countries) == len(names) else countries[0]
            shared[place] = Affiliation(title=title, offices=offices, country=country)
    return shared


def _shared_before(units: Sequence[Unit], at: int) -> dict[int, Affiliation]:
    """Of "his Greek and French counterparts, A and B" and "the foreign ministers of Denmark and Hungary, A and B"."""
    countries = _countries_after(units, at)
    ahead = at + 1
    if countries:
        while ahead < len(units) and (units[ahead].kind in NATIONAL or units[ahead].lower in _OF_LIST):
            ahead += 1
    else:
        countries = _countries_before(units, at)
    names: list[int] = []
    while ahead < len(units):
        if units[ahead].kind is NameKind.UNKNOWN:
            names.append(ahead)
        elif units[ahead].lower not in {",", "and"} and not is_courtesy(units[ahead].text):
            break
        ahead += 1
    if len(names) < 2 or len(names) != len(countries):
        return {}
    offices = frozenset(s.office for s in units[at].senses if s.office)
    return {
        place: Affiliation(title=units[at].text, offices=offices, country=country)
        for place, country in zip(names, countries, strict=True)
    }


def _countries_before(units: Sequence[Unit], at: int) -> list[str]:
    found: list[str] = []
    back = at - 1
    while back >= 0:
        country = country_of(units[back]) if units[back].kind in NATIONAL else None
        if country:
            found.append(country)
        elif units[back].lower not in {",", "and", "'s"} and units[back].lower not in office_modifiers():
            break
        back -= 1
    return found[::-1]


def _names_before(units: Sequence[Unit], at: int) -> list[int]:
    """The list of names that ends with a comma before an apposition."""
    back = at - 1
    while back >= 0 and (units[back].lower in {"the", "respectively"} or units[back].lower in office_modifiers()):
        back -= 1
    if back < 0 or units[back].text != ",":
        return []
    names: list[int] = []
    back -= 1
    while back >= 0:
        if units[back].kind is NameKind.UNKNOWN:
            names.append(back)
        elif units[back].text not in {",", "and"}:
            break
        back -= 1
    return names[::-1]


def _countries_after(units: Sequence[Unit], at: int) -> list[str]:
    ahead = at + 1 if units[at].lower != "of" else at
    if ahead < len(units) and units[ahead].lower in {"of", "from", "for"}:
        ahead += 1
    found: list[str] = []
    while ahead < len(units):
        country = country_of(units[ahead]) if units[ahead].kind in NATIONAL else None
        if country:
            found.append(country)
        elif units[ahead].lower not in {",", "and", "the"}:
            break
        ahead += 1
    return found
