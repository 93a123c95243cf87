"""Office, country and body of a person, read from the words around the name.

The patterns are those of news English: "Turkish Defence Minister NAME", "NAME, the prime minister of Lebanon",
"the new Chinese ambassador to the US, NAME", "Estonia's NAME", "NAME of Bulgaria", "the AU's commissioner NAME".
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, field, frozen

from diplo_events.tables.language import courtesy_titles, former_words, office_modifiers
from diplo_events.reading.lexicon import NameKind
from diplo_events.reading.names import Unit


@frozen
class Affiliation:
    """What the words around one mention of a person tell.

    Attributes:
        title: the office as written, or None.
        offices: the classes of the office ("foreign", "diplomat", …).
        country: the country served, or None.
        organization: the body served, or None.
        posted_to: for envoys, the country they are posted to, or None.
        former: whether the office is a former one.
        courtesy: whether a courtesy title stands before the name (Mr, Dr, Sheikh).
    """

    title: str | None = None
    offices: frozenset[str] = field(default=frozenset(), converter=frozenset)
    country: str | None = None
    organization: str | None = None
    posted_to: str | None = None
    former: bool = False
    courtesy: bool = False

    @property
    def tells(self) -> bool:
        """Whether anything was found that only a person has."""
        return bool(self.title or self.country or self.organization)


_NATIONAL = (NameKind.DEMONYM, NameKind.COUNTRY, NameKind.METONYM, NameKind.CITY, NameKind.REGION)
_BODIES = (NameKind.BODY, NameKind.MOVEMENT, NameKind.AGENCY)


def affiliation_of(units: Sequence[Unit], at: int) -> Affiliation:
    """Read the words around the name ``units[at]``."""
    for pattern in (_office_before, _office_after, _appositive_before, _country_alone):
        found = pattern(units, at)
        if found is not None:
            if found.country is None and found.organization is None:
                beside = _country_alone(units, at)
                if beside is not None:
                    return evolve(found, country=beside.country, organization=beside.organization)
            return found
    courtesy = at > 0 and units[at - 1].lower.rstrip(".") in courtesy_titles()
    return Affiliation(courtesy=courtesy)


def _office_before(units: Sequence[Unit], at: int) -> Affiliation | None:
    """"Turkish Defence Minister NAME"."""
    at -= 1
    while at >= 0 and units[at].lower.rstrip(".") in courtesy_titles():
        at -= 1
    if at >= 0 and units[at].kind is NameKind.OFFICE:
        return _with_left(units, at)
    return None


def _appositive_before(units: Sequence[Unit], at: int) -> Affiliation | None:
    """"the Israeli foreign minister, NAME" and "the president of Russia, NAME"."""
    if at < 2 or units[at - 1].text != ",":
        return None
    place = at - 2
    for back in range(5):
        unit = units[place - back] if place - back >= 0 else None
        if unit is None or unit.text in {",", ".", ";"}:
            return None
        if unit.kind is NameKind.OFFICE:
            return _with_left(units, place - back)
        if back == 0 and unit.kind not in (*_NATIONAL, *_BODIES):
            return None
    return None


def _office_after(units: Sequence[Unit], at: int) -> Affiliation | None:
    """"NAME, the prime minister of Lebanon" and "NAME, Australia's prime minister"."""
    if at + 2 >= len(units) or units[at + 1].text not in {",", "("}:
        return None
    for ahead in range(at + 2, min(at + 8, len(units))):
        unit = units[ahead]
        if unit.kind is NameKind.OFFICE and not _plural(unit):
            # A name right behind it makes the office that name's: "X, Prime Minister Y".
            if ahead + 1 < len(units) and units[ahead + 1].kind is NameKind.UNKNOWN:
                return None
            return _with_left(units, ahead, stop=at + 1)
        if unit.kind in (*_NATIONAL, *_BODIES) or unit.text in {"'s", "'"}:
            continue
        if unit.lower in office_modifiers() or unit.lower in {"the", "a", "an", "his", "her", "its", "who", "is", "was", "as"}:
            continue
        return None
    return None


def _country_alone(units: Sequence[Unit], at: int) -> Affiliation | None:
    """"Estonia's NAME", "NAME of Bulgaria"."""
    if at >= 2 and units[at - 1].text == "'s" and units[at - 2].kind in (NameKind.COUNTRY, NameKind.BODY):
        return _affiliated(units[at - 2])
    if at + 2 < len(units) and units[at + 1].lower in {"of", "from"}:
        ahead = at + 3 if units[at + 2].lower == "the" and at + 3 < len(units) else at + 2
        if units[ahead].kind in (NameKind.COUNTRY, NameKind.BODY, NameKind.MOVEMENT):
            return _affiliated(units[ahead])
    return None


def _affiliated(unit: Unit) -> Affiliation:
    country = unit.sense(*_NATIONAL)
    body = unit.sense(*_BODIES)
    return Affiliation(
        country=country.country if country else (body.country if body else None),
        organization=(body.organization or body.name) if body else None,
    )


def _with_left(units: Sequence[Unit], at: int, stop: int = -1) -> Affiliation:
    """An office with the country or body before it, and the one behind an "of"."""
    office = units[at]
    sense = office.sense(NameKind.OFFICE)
    offices = {s.office for s in office.senses if s.office}
    country = sense.country if sense else None
    organization: str | None = sense.organization if sense else None
    posted_to: str | None = None
    former = False
    start = office.start
    back = at - 1
    while back > stop and at - back < 7:
        unit = units[back]
        if unit.lower in former_words():
            former = True
        elif unit.kind in _NATIONAL and unit.sense(*_NATIONAL):
            country = country or _country_of(unit)
            start = unit.start
            break
        elif unit.kind in _BODIES:
            body = unit.sense(*_BODIES)
            organization = organization or (body.organization if body else None)
            country = country or (body.country if body else None)
            start = unit.start
            break
        elif unit.kind is NameKind.OFFICE:
            offices |= {s.office for s in unit.senses if s.office}
            start = unit.start
        elif unit.lower not in office_modifiers() and unit.text not in {"'s", "'", "and"}:
            break
        back -= 1
    if at + 2 < len(units) and units[at + 1].lower in {"of", "for", "to", "from", "in"}:
        ahead = at + 3 if units[at + 2].lower in {"the", "neighbouring", "neighboring"} and at + 3 < len(units) else at + 2
        target = units[ahead]
        if units[at + 1].lower in {"of", "from"}:
            if country is None and target.kind in _NATIONAL:
                country = _country_of(target)
            elif organization is None and target.kind in _BODIES:
                body = target.sense(*_BODIES)
                organization = body.organization if body else None
                country = country or (body.country if body else None)
        elif target.kind in _NATIONAL:
            posted_to = _country_of(target)
    return Affiliation(
        title=_title_text(units, at, start),
        offices=offices,
        country=country,
        organization=organization,
        posted_to=posted_to,
        former=former,
    )


def _country_of(unit: Unit) -> str | None:
    sense = unit.sense(*_NATIONAL)
    return sense.country if sense else None


def _title_text(units: Sequence[Unit], at: int, start: int) -> str:
    for unit in units[: at + 1]:
        if unit.start == start and unit.kind in _BODIES:
            return f"{unit.text} {units[at].text}" if unit.text not in units[at].text else units[at].text
    return units[at].text


def _plural(unit: Unit) -> bool:
    return any(sense.plural for sense in unit.senses if sense.kind is NameKind.OFFICE)
