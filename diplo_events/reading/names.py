"""The units of a sentence that names are read from: phrases of the tables, offices, runs of capitals, plain words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diplo_events.reading.lexicon import Lexicon, NameKind, Sense
from diplo_events.reading.words import Word
from diplo_events.tables.language import (
    calendar_words,
    common_words,
    is_courtesy,
    name_particles,
    organization_words,
    portfolio_words,
    surname_words,
)
from diplo_events.tables.name_origins import is_name_part
from diplo_events.tables.persons import gender_of_given_name, surname_languages

#: Kinds that may be part of a person's name when no other sense speaks against it.
_SOFT = frozenset({NameKind.CITY, NameKind.REGION})


class Unit:
    """A phrase of the tables, a run of capitalised words, or a single plain word."""

    __slots__ = ("end", "kind", "lower", "senses", "start", "text", "words")

    def __init__(self, text: str, words: Sequence[Word], kind: NameKind | None, senses: tuple[Sense, ...] = ()) -> None:
        self.words = words
        self.start = words[0].start
        self.end = words[-1].end
        self.text = text[self.start : self.end]
        #: The text in lower case.
        self.lower = self.text.lower()
        self.kind = kind
        self.senses = senses

    def __repr__(self) -> str:
        return f"Unit({self.text!r}, {self.kind})"

    def sense(self, *kinds: NameKind) -> Sense | None:
        """The first sense of one of the kinds, in the order of the kinds."""
        for kind in kinds:
            for sense in self.senses:
                if sense.kind is kind:
                    return sense
        return None


def units_of(text: str, words: list[Word], lexicon: Lexicon, *, runs: bool, lower_words: frozenset[str]) -> list[Unit]:
    """Cut the words of a sentence into units.

    Args:
        text: the clean text.
        words: the words of one sentence.
        lexicon: the phrases of the tables.
        runs: whether capitals mean names here; False for headlines in title case.
        lower_words: words that the article also writes in lower case; at the start of a sentence they are no names.
    """
    units = _join_offices(text, list(_tagged(text, words, lexicon)))
    return _join_runs(text, units, runs=runs, lower_words=lower_words)


def _tagged(text: str, words: list[Word], lexicon: Lexicon) -> Iterator[Unit]:
    at = 0
    while at < len(words):
        halves = _halves(text, words[at], lexicon)
        if halves:
            yield from halves
            at += 1
            continue
        length, senses = lexicon.match(words, at)
        if length:
            yield Unit(text, words[at : at + length], _main_kind(senses), senses)
            at += length
        else:
            yield Unit(text, words[at : at + 1], None)
            at += 1


def _halves(text: str, word: Word, lexicon: Lexicon) -> list[Unit]:
    """ "US-China", "Israeli-Palestinian": the two nations of a hyphenated word, or nothing."""
    if "-" not in word.text or not word.capitalised:
        return []
    units: list[Unit] = []
    start = word.start
    for part in word.text.split("-"):
        piece = Word(part, start) if part else None
        start += len(part) + 1
        senses = lexicon.match([piece], 0)[1] if piece and piece.capitalised else ()
        nations = tuple(s for s in senses if s.kind in _NATIONS)
        if piece is None or not nations:
            return []
        units.append(Unit(text, [piece], _main_kind(nations), nations))
    return units


_NATIONS = frozenset({NameKind.COUNTRY, NameKind.DEMONYM, NameKind.BODY, NameKind.METONYM})
_PRIORITY = (
    NameKind.OFFICE,
    NameKind.COUNTRY,
    NameKind.DEMONYM,
    NameKind.BODY,
    NameKind.MOVEMENT,
    NameKind.AGENCY,
    NameKind.FORUM,
    NameKind.SITE,
    NameKind.METONYM,
    NameKind.CITY,
    NameKind.REGION,
    NameKind.GROUP,
    NameKind.HONORIFIC,
)


def _main_kind(senses: tuple[Sense, ...]) -> NameKind:
    kinds = {sense.kind for sense in senses}
    return next(kind for kind in _PRIORITY if kind in kinds)


def _join_offices(text: str, units: list[Unit]) -> list[Unit]:
    """Let an office take the portfolio before it: "Foreign Trade" + "Minister", "external relations" + "minister"."""
    portfolio = portfolio_words()
    joined: list[Unit] = []
    for unit in units:
        if unit.kind is NameKind.OFFICE:
            words = list(unit.words)
            capital = words[0].capitalised
            taken: list[Unit] = []
            while joined and _is_portfolio(joined[-1], capital, portfolio):
                taken.insert(0, joined.pop())
            # "Minister of Foreign Affairs" is in the tables; "Secretary for Northern Ireland" is not: left alone.
            while taken and taken[0].lower in {"and", "of", "for"}:
                joined.append(taken.pop(0))
            words = [*(word for part in taken for word in part.words), *words]
            unit = Unit(text, words, NameKind.OFFICE, unit.senses)
        joined.append(unit)
    return _join_complements(text, joined)


def _join_complements(text: str, units: list[Unit]) -> list[Unit]:
    """Let an office take the portfolio behind it: "Minister" + "of Foreign Affairs", "minister for trade"."""
    portfolio = portfolio_words()
    joined: list[Unit] = []
    at = 0
    while at < len(units):
        unit = units[at]
        stop = at + 1
        behind = stop + 1 if stop < len(units) and units[stop].lower == "responsible" else stop
        if unit.kind is NameKind.OFFICE and behind + 1 < len(units) and units[behind].lower in {"of", "for"}:
            ahead = behind + 1
            while ahead < len(units) and units[ahead].kind is None and units[ahead].lower in portfolio | {"the"}:
                ahead += 1
            ahead = _listed(units, ahead, portfolio)
            while ahead > behind + 1 and units[ahead - 1].lower in {"and", "the"}:
                ahead -= 1
            if ahead > behind + 1:
                words = [word for part in units[at:ahead] for word in part.words]
                extra = _FOREIGN if any(word.text.lower() in {"foreign", "external"} for word in words) else ()
                unit, stop = Unit(text, words, NameKind.OFFICE, (*extra, *unit.senses)), ahead
        elif unit.kind is NameKind.OFFICE and {"of", "for"} & set(unit.lower.split()):
            ahead = _listed(units, stop, portfolio)  # "Minister of Defence" stands in the tables
            words = [word for part in units[at:ahead] for word in part.words]
            unit, stop = (Unit(text, words, NameKind.OFFICE, unit.senses), ahead) if ahead > stop else (unit, stop)
        joined.append(unit)
        at = stop
    return joined


def _listed(units: list[Unit], at: int, portfolio: frozenset[str]) -> int:
    """Past the rest of a list of portfolios, "Defence, Justice and Security"; ``at`` if no list goes on there."""
    ahead = at
    while ahead + 1 < len(units) and units[ahead].text == "," and units[ahead + 1].lower in portfolio - {"and"}:
        ahead += 2
    joined = ahead > at and ahead + 1 < len(units) and units[ahead].lower == "and"
    if not joined or units[ahead + 1].lower not in portfolio:
        return at
    ahead += 2
    return ahead if ahead == len(units) or units[ahead].kind is not NameKind.OFFICE else at


_FOREIGN = (Sense(NameKind.OFFICE, "foreign minister", office="foreign"),)


def _is_portfolio(unit: Unit, capital: bool, portfolio: frozenset[str]) -> bool:
    if unit.kind not in (None, NameKind.HONORIFIC):
        return False
    word = unit.words[-1]
    return word.text.lower() in portfolio and (word.capitalised or not capital or word.text.lower() == "and")


def _join_runs(text: str, units: list[Unit], *, runs: bool, lower_words: frozenset[str]) -> list[Unit]:
    if not runs:
        return units
    particles, calendar = name_particles(), calendar_words()
    joined: list[Unit] = []
    at = 0
    while at < len(units):
        if _begins_name(units, at, calendar):
            pass
        elif not _may_be_name(units[at], calendar) or (at == 0 and _is_common(units[at], lower_words)):
            joined.append(units[at])
            at += 1
            continue
        stop = at + 1
        while stop < len(units):
            if _may_be_name(units[stop], calendar) and not _gap(units[stop - 1], units[stop]):
                stop += 1
            elif (ahead := _behind_particles(units, stop, particles)) and _may_be_name(units[ahead], calendar):
                stop = ahead + 1
            elif (  # al-Assad after "Bashar": one word, beginning with a particle in lower case
                units[stop].kind is None and "-" in units[stop].text and units[stop].lower.split("-")[0] in particles
            ):
                stop += 1
            elif (stop == at + 1 and _ends_name(units, stop)) or _goes_on_in_city(units, at, stop):
                stop += 1
                break
            elif _nickname(units, stop) and _may_be_name(units[stop + 3], calendar):
                stop += 4
            else:
                break
        joined.append(_run(text, units[at:stop]))
        at = stop
    return joined


def _behind_particles(units: list[Unit], at: int, particles: frozenset[str]) -> int:
    """Where the family name stands in "van den Broek", "de la Cruz"; 0 if no particle stands here."""
    ahead = at
    while ahead < len(units) and units[ahead].lower in particles:
        ahead += 1
    return ahead if at < ahead < len(units) else 0


def _begins_name(units: list[Unit], at: int, calendar: frozenset[str]) -> bool:
    """Whether a nation's or month's word begins a person's name: "Norman Hall", "Santiago Vega", "Sun Yi"."""
    unit = units[at]
    titled = _titled(units, at)
    if len(unit.words) > 1 + titled or not unit.words[0].capitalised or at + 1 >= len(units):
        return False
    plain = unit.kind is None and unit.lower in calendar and (at > 0 or is_name_part(unit.text))
    place = titled and unit.kind is NameKind.CITY  # "opposition leader Aung San Suu Kyi"
    if not plain and not place and unit.kind not in (NameKind.DEMONYM, NameKind.METONYM, NameKind.COUNTRY):
        return False
    after = units[at + 1]
    return (
        after.kind is None
        and after.words[0].capitalised
        and after.text[0].isalpha()
        and len(after.text) > 1
        and not after.text.isupper()
        and after.lower not in calendar
        and not is_courtesy(after.text)
        and after.lower not in organization_words()
        and after.lower not in common_words()
        and (titled or is_name_part(unit.text))
    )


def _titled(units: list[Unit], at: int) -> bool:
    """Whether an office stands before: "President Nursultan Nazarbayev", though Nursultan was a capital, too.

    Or a courtesy title; or an office and a comma: "his Israeli counterpart, Israel Katz".
    """
    title = at - 1 if at and units[at - 1].text != "," else at - 2
    if title < 0 or _gap(units[at - 1], units[at]):
        return False
    if title < at - 1:
        return units[title].kind is NameKind.OFFICE and units[at].kind is NameKind.COUNTRY
    return units[title].kind in (NameKind.OFFICE, NameKind.HONORIFIC) or is_courtesy(units[title].text)


def _ends_name(units: list[Unit], at: int) -> bool:
    """Whether a word of another meaning is the family name behind a given name: "Helen March", "Margaret Holland"."""
    unit, given = units[at], units[at - 1]
    known = gender_of_given_name(given.text) is not None or is_name_part(given.text)
    if given.kind not in (None, NameKind.CITY) or not known or not unit.words[-1].capitalised or _gap(given, unit):
        return False
    if len(unit.words) == 2:
        return unit.kind is NameKind.CITY and unit.words[0].capitalised
    if unit.lower in surname_words():
        return True
    # "Zhai Jun": a syllable, not the abbreviation of a month
    dated = at + 1 < len(units) and units[at + 1].text[0].isdigit()
    return (
        len(unit.text) <= _SYLLABLE
        and unit.lower in calendar_words()
        and bool(surname_languages(given.text))
        and not dated
    )


_SYLLABLE = 3


def _nickname(units: list[Unit], at: int) -> bool:
    """Whether a name is interrupted by a nickname: 'Roelof "Pik" Botha', 'Joseph (Joe) Clark'."""
    if at + 3 >= len(units) or (units[at].text, units[at + 2].text) not in _AROUND_NICKNAME:
        return False
    inner = units[at + 1]
    return inner.kind is None and len(inner.words) == 1 and inner.words[0].capitalised and inner.text.isalpha()


_AROUND_NICKNAME = frozenset({('"', '"'), ("“", "”"), ("'", "'"), ("(", ")")})


def _goes_on_in_city(units: list[Unit], at: int, stop: int) -> bool:
    """Whether the name behind a courtesy title ends in words that name a city, too: "Ms. Mai Thi Hoa Binh"."""
    unit = units[stop]
    courteous = at > 0 and (units[at - 1].kind is NameKind.HONORIFIC or is_courtesy(units[at - 1].text.rstrip(".")))
    return courteous and unit.kind is NameKind.CITY and unit.words[0].capitalised and not _gap(units[stop - 1], unit)


def _run(text: str, units: list[Unit]) -> Unit:
    if len(units) == 1 and units[0].kind is not None:
        return units[0]
    words = [word for unit in units for word in unit.words]
    return Unit(text, words, NameKind.UNKNOWN, units[0].senses if len(units) == 1 else ())


def _may_be_name(unit: Unit, calendar: frozenset[str]) -> bool:
    first = unit.words[0]
    if not first.capitalised or not first.text[0].isalpha():
        return False
    if unit.kind is None:
        return unit.lower not in calendar and unit.lower not in _POSSESSIVES and not is_courtesy(unit.text)
    return unit.kind in _SOFT and len(unit.words) == 1 and all(s.kind in _SOFT for s in unit.senses)


#: "His Highness", "Her Excellency": written with a capital in the midst of a sentence, too.
_POSSESSIVES = frozenset({"his", "her", "their", "its", "our", "your"})


def _is_common(unit: Unit, lower_words: frozenset[str]) -> bool:
    if unit.kind is not None:
        return False
    # "Sending Dhillon back": a verb that opens a sentence.
    gerund = unit.lower.endswith("ing") and len(unit.text) > _SHORTEST_GERUND and not is_name_part(unit.text)
    return gerund or unit.lower in lower_words


_SHORTEST_GERUND = 5


def _gap(left: Unit, right: Unit) -> bool:
    """Whether more than white space stands between two units (it cannot: marks are units), or a line break does."""
    return right.start - left.end > 2
