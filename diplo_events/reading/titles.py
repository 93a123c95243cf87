"""Office, country and body of a person, read from the words around the name.

The patterns are those of news English: "Turkish Defence Minister NAME", "NAME, the prime minister of Lebanon",
"the new Chinese ambassador to the US, NAME", "Estonia's NAME", "NAME of Bulgaria", "the AU's commissioner NAME".
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, frozen

from diplo_events.reading.lexicon import NameKind
from diplo_events.reading.names import Unit
from diplo_events.tables.language import former_words, is_courtesy, office_modifiers


@frozen
class Affiliation:
    """What the words around one mention of a person tell.

    Attributes:
        title: the office as written, or None.
        offices: the classes of the office ("foreign", "diplomat", …).
        country: the country served, or None.
        organization: the body served, or None.
        implied: the country whose office it usually is ("senator"), where the text names none, or None.
        posted_to: for envoys, the country they are posted to, or None.
        former: whether the office is a former one.
        courtesy: whether a courtesy title stands before the name (Mr, Dr, Sheikh).
        direct: whether an office or courtesy title stands right before the name.
        left: offset where the words that belong to the name begin ("the Turkish prime minister, "), or None.
        right: offset where they end (", the prime minister of Lebanon,"), or None.
    """

    title: str | None = None
    offices: frozenset[str] = frozenset()
    country: str | None = None
    organization: str | None = None
    implied: str | None = None
    posted_to: str | None = None
    former: bool = False
    courtesy: bool = False
    direct: bool = False
    left: int | None = None
    right: int | None = None

    @property
    def tells(self) -> bool:
        """Whether anything was found that only a person has."""
        return bool(self.title or self.country or self.organization)


#: Kinds of phrases that name a state.
NATIONAL = (NameKind.DEMONYM, NameKind.COUNTRY, NameKind.METONYM, NameKind.CITY, NameKind.REGION)
_BODIES = (NameKind.BODY, NameKind.MOVEMENT, NameKind.AGENCY)


def affiliation_of(units: Sequence[Unit], at: int) -> Affiliation:
    """Read the words around the name ``units[at]``."""
    body = _speaks_for(units, at)
    if body is not None:
        return body
    for pattern in (_office_before, _served_next, _office_after, _appositive_before, _country_alone):
        found = pattern(units, at)
        if found is not None:
            found = _lent(units, at, found)
            if found.country is None and found.organization is None:
                beside = _country_alone(units, at)
                if beside is not None:
                    right = max(found.right or 0, beside.right or 0) or None
                    return evolve(found, country=beside.country, organization=beside.organization, right=right)
            return found
    courtesy = at > 0 and is_courtesy(units[at - 1].text)
    return Affiliation(courtesy=courtesy, direct=courtesy, left=units[at - 1].start if courtesy else None)


#: Verbs of "who speaks for the European Union", "who heads the UN mission".
_SPEAKS = frozenset("speaks spoke heads headed chairs chaired leads led represents represented mediates runs".split())


def _speaks_for(units: Sequence[Unit], at: int) -> Affiliation | None:
    """ "NAME, who speaks for the European Union": the body counts, whatever state NAME comes from."""
    ahead = at + 1
    while ahead < len(units) and ahead - at < 8 and units[ahead].lower != "who":
        ahead += 1
    if ahead + 2 >= len(units) or units[ahead].lower != "who":
        return None
    if units[ahead - 1].text != "," and units[ahead - 1].kind is not NameKind.OFFICE:
        return None
    if any(unit.kind is NameKind.UNKNOWN for unit in units[at + 1 : ahead]) or units[ahead + 1].lower not in _SPEAKS:
        return None
    for unit in units[ahead + 2 : ahead + 8]:
        if unit.kind is NameKind.BODY:
            return evolve(_affiliated(unit), country=None)
        if unit.kind in NATIONAL and unit.kind is not NameKind.REGION and unit.lower[-3:] not in {"ern", "can", "ean"}:
            return None
        if unit.text in {",", ".", ";"}:
            return None
    return None


#: Who holds one of these serves his state also where he chairs a body.
_NATIONAL_OFFICES = frozenset(
    "head_of_state head_of_government royalty foreign defence minister deputy_foreign trade finance".split()
)


def _lent(units: Sequence[Unit], at: int, found: Affiliation) -> Affiliation:
    """A national in a body's service: "the head of the UN mission, the Swedish diplomat NAME"."""
    if found.organization is not None or found.country is None or found.left is None:
        return found
    if found.offices & _NATIONAL_OFFICES:
        return found
    place = next((number for number in range(at, -1, -1) if units[number].start <= found.left), at)
    while place > 0 and units[place - 1].lower in _DETERMINERS:
        place -= 1
    if place < 2 or units[place - 1].text != ",":
        return found
    for back in range(place - 2, max(place - 9, -1), -1):
        unit = units[back]
        if unit.kind is NameKind.OFFICE and not is_plural(unit):
            served = _with_left(units, back)
            if served.organization is not None and served.country is None:
                return evolve(served, left=found.left)
            return found
        if unit.text in {",", ".", ";"} or unit.kind is NameKind.UNKNOWN:
            return found
    return found


def _served_next(units: Sequence[Unit], at: int) -> Affiliation | None:
    """In "France's president, A, Australia's prime minister, B" the office behind A is B's, the one before A is A's."""
    if at + 3 >= len(units) or units[at + 1].text != ",":
        return None
    before = _appositive_before(units, at)
    if before is None:
        return None
    for ahead in range(at + 2, min(at + 8, len(units) - 2)):
        if units[ahead].kind is NameKind.OFFICE:
            serves = units[ahead + 1].text == "," and units[ahead + 2].kind is NameKind.UNKNOWN
            return before if serves else None
        if units[ahead].kind is NameKind.UNKNOWN or units[ahead].text == ",":
            return None
    return None


def _office_before(units: Sequence[Unit], at: int) -> Affiliation | None:
    """ "Turkish Defence Minister NAME"."""
    at -= 1
    while at >= 0 and is_courtesy(units[at].text):
        at -= 1
    if at >= 0 and units[at].kind is NameKind.OFFICE:
        found = _with_left(units, at)
        return evolve(found, left=_determined(units, found.left), direct=True)
    return _office_of_country_before(units, at)


def _office_of_country_before(units: Sequence[Unit], at: int) -> Affiliation | None:
    """ "Minister of Trade of the Republic of Fiji NAME"."""
    if at < 2 or units[at].kind not in (*NATIONAL, *_BODIES):
        return None
    back = at - 1
    if units[back].lower == "the":
        back -= 1
    if back < 1 or units[back].lower not in {"of", "to"}:
        return None
    if units[back - 1].kind is not NameKind.OFFICE:
        return _office_of_organ_before(units, at, back - 1)
    found = _with_left(units, back - 1)
    return evolve(found, left=_determined(units, found.left))


#: How many units the name of a state's organ may have.
_ORGAN = 8


def _office_of_organ_before(units: Sequence[Unit], at: int, last: int) -> Affiliation | None:
    """ "Speaker of the Grand National Assembly of Fiji NAME": the state stands behind the organ, the office before."""
    for back in range(last, max(last - _ORGAN, -1), -1):
        unit = units[back]
        if unit.kind is NameKind.OFFICE:
            if is_plural(unit) or units[back + 1].lower != "of":
                return None
            found = _with_left(units, back)
            state = _affiliated(units[at])
            return evolve(
                found, country=state.country, organization=None if state.country else state.organization,
                left=_determined(units, found.left),
            )  # fmt: skip
        if unit.lower not in {"of", "the", "and"} and not unit.words[0].capitalised:
            return None
    return None


def _determined(units: Sequence[Unit], left: int | None) -> int | None:
    """Where the phrase begins with its article or possessive."""
    for number, unit in enumerate(units):
        if unit.start == left and number > 0 and units[number - 1].lower in _DETERMINERS:
            return units[number - 1].start
    return left


_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "its", "their", "our"})
#: What may follow a name in apposition; a verb there would make it a subject of its own.
_CLOSING = frozenset(
    (
        ", . ; ) and or in on at to for with from by during 's ' of - -- "
        "— after before as who over about last this next yesterday today"
    ).split()
)


def _appositive_before(units: Sequence[Unit], at: int) -> Affiliation | None:
    """ "the Israeli foreign minister, NAME" and "the president of Russia, NAME"."""
    before = at - 1
    while before > 0 and is_courtesy(units[before].text):
        before -= 1
    if before < 1 or units[before].text != ",":
        return None
    place = before - 1
    for back in range(5):
        unit = units[place - back] if place - back >= 0 else None
        if unit is None or unit.text in {",", ".", ";"}:
            return None
        if unit.kind is NameKind.OFFICE:
            found = _with_left(units, place - back)
            if at + 1 < len(units) and units[at + 1].lower not in _CLOSING:
                return found if is_plural(unit) else None
            closing = at + 1 < len(units) and units[at + 1].text == "," and not is_plural(unit)
            left = _determined(units, found.left) if not is_plural(unit) else None
            return evolve(found, left=left, right=units[at + 1].end if closing else None)
        if back == 0 and unit.kind not in (*NATIONAL, *_BODIES):
            return None
    return None


def _office_after(units: Sequence[Unit], at: int) -> Affiliation | None:
    """ "NAME, the prime minister of Lebanon" and "NAME, Australia's prime minister"."""
    opening = _past_bracket(units, at + 1)
    if opening + 1 >= len(units) or units[opening].text not in {",", "("}:
        return None
    if units[opening + 1].lower == "and":  # "X, and his Omani counterpart, Y": another one's office
        return None
    aide = _under_another(units, opening + 1)
    if aide is not None:
        return aide
    for ahead in range(opening + 1, min(opening + 7, len(units))):
        unit = units[ahead]
        if unit.kind is NameKind.OFFICE and not is_plural(unit):
            # A name right behind it makes the office that name's: "X, Prime Minister Y".
            after = units[ahead + 1] if ahead + 1 < len(units) else None
            if after is not None and (after.kind is NameKind.UNKNOWN or after.lower in _SAYING):
                return None
            found = _with_left(units, ahead, stop=opening)
            return evolve(found, left=None, right=_closed(units, ahead))
        if unit.kind in (*NATIONAL, *_BODIES) or unit.text in {"'s", "'"}:
            continue
        if unit.lower in office_modifiers() or unit.lower in _LEADING:
            continue
        return None
    return None


def _under_another(units: Sequence[Unit], opening: int) -> Affiliation | None:
    """ "NAME, the president's spokesman", "NAME, Prime Minister X's envoy": the second office is NAME's."""
    for owner in range(opening, min(opening + 6, len(units) - 2)):
        unit = units[owner]
        if unit.kind in (NameKind.OFFICE, NameKind.UNKNOWN) and units[owner + 1].text == "'s":
            ahead = owner + 2
            while ahead < len(units) - 1 and _qualifies(units[ahead]) and units[ahead].kind is not NameKind.OFFICE:
                ahead += 1
            office = units[ahead]
            if office.kind is not NameKind.OFFICE or is_plural(office):
                return None
            offices = frozenset(s.office for s in office.senses if s.office)
            return Affiliation(title=office.text, offices=offices, right=_closed(units, ahead))
        if unit.kind not in (NameKind.OFFICE, *NATIONAL, *_BODIES) and unit.lower not in _LEADING:
            return None
    return None


def _past_bracket(units: Sequence[Unit], at: int) -> int:
    """Past the place in a picture: "NAME (2nd L), the president", "NAME, 48, a colonel"."""
    if at + 3 < len(units) and units[at].text == "(":
        for ahead in range(at + 1, min(at + 4, len(units) - 1)):
            if units[ahead].text == ")":
                return ahead + 1 if units[ahead + 1].text == "," else at
    if at + 2 < len(units) and units[at].text == "," and units[at + 1].text.isdigit() and units[at + 2].text == ",":
        return at + 2
    return at


#: What may stand between a name's comma and the office.
_LEADING = frozenset({"the", "a", "an", "his", "her", "its", "who", "is", "was", "as"})
#: "…, a White House official said": the speaker of the sentence, not the one named before.
_SAYING = frozenset({"said", "says", "told", "added", "announced", "confirmed"})


def _closed(units: Sequence[Unit], office: int) -> int | None:
    """Where an apposition behind a name ends: at its closing comma or bracket, or before the full stop."""
    ahead = office + 1
    if ahead < len(units) and units[ahead].lower in {"of", "for", "to", "from", "at"}:
        ahead += 1
        while ahead < len(units) and (
            units[ahead].kind in (*NATIONAL, *_BODIES, NameKind.FORUM) or units[ahead].lower in {"the", "'s", "and"}
        ):
            ahead += 1
        ahead = _past_portfolio(units, ahead)
    if ahead >= len(units):
        return units[-1].end
    if units[ahead].text in {",", ")"}:
        return units[ahead].end
    if units[ahead].text in {".", ";"}:
        return units[ahead].start
    return None


def _past_portfolio(units: Sequence[Unit], ahead: int) -> int:
    """Past "east Asian affairs", "arms control and security": up to five words that end in a field of work."""
    for place in range(ahead, min(ahead + 5, len(units))):
        if units[place].text in {",", ".", ")", ";"}:
            return place if place > ahead and units[place - 1].lower in _FIELDS else ahead
    return ahead


_FIELDS = frozenset(
    """affairs security policy relations cooperation trade development issues matters control operations strategy rights
    negotiations intelligence energy economics finance migration""".split()
)
_OWNERS = (NameKind.COUNTRY, NameKind.METONYM, NameKind.BODY, NameKind.MOVEMENT)
_ARTICLES = frozenset({"the", "a", "an"})


def _country_alone(units: Sequence[Unit], at: int) -> Affiliation | None:
    """ "Estonia's NAME", "NAME of Bulgaria"."""
    back = at
    while back > 0 and is_courtesy(units[back - 1].text):
        back -= 1
    if back >= 2 and units[back - 1].text == "'s" and units[back - 2].kind in _OWNERS:
        return evolve(_affiliated(units[back - 2]), left=units[back - 2].start)
    if back and units[back - 1].kind is NameKind.DEMONYM and (back < 2 or units[back - 2].lower not in _ARTICLES):
        return evolve(_affiliated(units[back - 1]), left=units[back - 1].start)
    if at + 2 < len(units) and units[at + 1].lower in {"of", "from"}:
        ahead = at + 3 if units[at + 2].lower == "the" and at + 3 < len(units) else at + 2
        if units[ahead].kind in (NameKind.COUNTRY, NameKind.BODY, NameKind.MOVEMENT):
            return evolve(_affiliated(units[ahead]), right=units[ahead].end)
    return None


def _affiliated(unit: Unit) -> Affiliation:
    country = unit.sense(*NATIONAL)
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
    country: str | None = None
    organization: str | None = sense.organization if sense else None
    posted_to: str | None = None
    former = False
    start = office.start
    back = at - 1
    while back > stop and at - back < 7:
        unit = units[back]
        if unit.lower in former_words():
            former = True
        elif unit.kind in NATIONAL and unit.sense(*NATIONAL):
            country = country or country_of(unit)
            start = unit.start
            break
        elif unit.kind in _BODIES:
            body, state = _body_of(unit)
            organization, country = organization or body, country or state
            start = unit.start
            break
        elif unit.kind is NameKind.OFFICE:
            offices |= {s.office for s in unit.senses if s.office}
            start = unit.start
        elif unit.text not in {"'s", "'"} and not _qualifies(units[back - 1] if unit.lower == "and" else unit):
            break
        back -= 1
    if country is None and organization is None and back > stop and units[back].lower == "whose":
        owner = _owner(units, back)
        country, organization = owner.country, owner.organization
    target, preposition = _complement(units, at)
    at_home = preposition == "in" and bool(offices & _NATIONAL_OFFICES)  # "the foreign minister in Rangoon"
    if target is not None and (preposition in {"of", "from"} or at_home):
        if country is None and target.kind in NATIONAL:
            country = country_of(target)
        elif organization is None and target.kind in _BODIES:
            organization, state = _body_of(target)
            country = country or state
    elif target is not None and target.kind in NATIONAL:
        posted_to = country_of(target)
    return Affiliation(
        title=_title_text(units, at, start),
        offices=frozenset(offices),
        country=country,
        organization=organization,
        implied=sense.country if sense and not country and not organization else None,
        posted_to=posted_to,
        former=former,
        left=start,
    )


def _owner(units: Sequence[Unit], at: int) -> Affiliation:
    """Whose the office is in "Sweden, whose foreign minister", "the bloc's chair, Angola, whose president"."""
    place = at - 2 if at >= 2 and units[at - 1].text == "," else at - 1
    if place < 0 or units[place].kind not in (*NATIONAL, *_BODIES):
        return Affiliation()
    return _affiliated(units[place])


def _body_of(unit: Unit) -> tuple[str | None, str | None]:
    """The body that a phrase names and its state, for a state's own."""
    body = unit.sense(*_BODIES)
    return (body.organization, body.country) if body else (None, None)


def _qualifies(unit: Unit) -> bool:
    """Whether a unit before an office can belong to it."""
    return unit.kind is NameKind.OFFICE or unit.lower in office_modifiers()


def _complement(units: Sequence[Unit], at: int) -> tuple[Unit | None, str]:
    """What stands behind the office's preposition: "of the Netherlands", "in neighbouring Chad"."""
    if at + 2 >= len(units) or units[at + 1].lower not in {"of", "for", "to", "from", "in"}:
        return None, ""
    skips = units[at + 2].lower in {"the", "neighbouring", "neighboring"} and at + 3 < len(units)
    return units[at + 3 if skips else at + 2], units[at + 1].lower


def country_of(unit: Unit) -> str | None:
    """The state that a phrase names, or None."""
    sense = unit.sense(*NATIONAL)
    return sense.country if sense else None


def _title_text(units: Sequence[Unit], at: int, start: int) -> str:
    for unit in units[: at + 1]:
        if unit.start == start and unit.kind in _BODIES:
            return f"{unit.text} {units[at].text}" if unit.text not in units[at].text else units[at].text
    return units[at].text


def is_plural(unit: Unit) -> bool:
    """Whether an office is in the plural."""
    return any(sense.plural for sense in unit.senses if sense.kind is NameKind.OFFICE)
