"""The article-wide register of names: who is who, found without a parser.

A person's full name, office and country often stand in a sentence that holds no event. So the whole article is read
once, word by word, and every later mention ("Levy", "the Israeli foreign minister") is looked up here.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from diplo_events.model.roster import RosterEntry
from diplo_events.reading.homes import Homes, infer_homes
from diplo_events.reading.lexicon import Lexicon, NameKind, Sense
from diplo_events.reading.names import Unit, units_of
from diplo_events.reading.title_lists import shared_appositions
from diplo_events.reading.titles import Affiliation, affiliation_of
from diplo_events.reading.words import Word, fold, words_of
from diplo_events.tables import gender_of_given_name, honorifics, same_given_name, surname_languages
from diplo_events.tables.language import (
    bystander_groups,
    common_words,
    impersonal_words,
    organization_words,
    surname_words,
)
from diplo_events.tables.name_origins import is_name_part


class Person:
    """A person of the article."""

    __slots__ = (
        "addressed", "aliases", "country", "country_inferred", "former", "implied", "mentions", "name", "offices",
        "organization", "posted_to", "title", "tokens",
    )  # fmt: skip

    def __init__(self, name: str) -> None:
        self.name = name
        self.tokens: tuple[str, ...] = name_tokens(name)
        self.title: str | None = None
        self.offices: set[str] = set()
        self.country: str | None = None
        self.organization: str | None = None
        self.implied: str | None = None
        self.posted_to: str | None = None
        self.former = False
        self.country_inferred = False
        self.aliases: set[str] = set()
        #: "m" or "f", as a form of address tells: "Mr", "Queen".
        self.addressed: str | None = None
        self.mentions: list[tuple[int, int]] = []

    def __repr__(self) -> str:
        return f"Person({self.name!r}, {self.title!r}, {self.country!r})"

    @property
    def gender(self) -> str | None:
        """The letter "m" or "f", by form of address, else by a frequent given name; None where neither tells."""
        return self.addressed or (gender_of_given_name(self.name.split()[0]) if " " in self.name else None)

    def adopt(self, known: RosterEntry) -> None:
        """Take over what a user's roster knows; it outdoes what the article tells."""
        if len(self.tokens) < len(name_tokens(known.name)):
            self.aliases.add(self.name)
            self.name, self.tokens = known.name, name_tokens(known.name)
        self.title = known.title or self.title
        if known.country or known.organization:
            self.country, self.organization = known.country, known.organization
            self.country_inferred = False

    def learn(self, affiliation: Affiliation) -> None:
        """Take over what one mention tells; what is known already stays, unless it was a former office."""
        newer = self.title is None or (self.former and not affiliation.former)
        if affiliation.title and affiliation.offices and newer:
            self.title = affiliation.title
            self.former = affiliation.former
        self.offices |= affiliation.offices
        self.country = self.country or affiliation.country
        self.organization = self.organization or affiliation.organization
        self.implied = self.implied or affiliation.implied
        self.posted_to = self.posted_to or affiliation.posted_to


class Name:
    """One place where a name of the tables or a person stands. Offsets are those of the clean text.

    ``left`` and ``right`` take in the words that belong to a person's name: "the Turkish premier, NAME," and the like.
    """

    __slots__ = ("end", "kind", "left", "person", "right", "senses", "start", "text")

    def __init__(self, unit: Unit, person: Person | None = None, affiliation: Affiliation | None = None) -> None:
        self.left = affiliation.left if affiliation and affiliation.left is not None else unit.start
        self.right = affiliation.right if affiliation and affiliation.right is not None else unit.end
        self.start, self.end, self.text = unit.start, unit.end, unit.text
        self.kind = NameKind.PERSON if person else (unit.kind or NameKind.UNKNOWN)
        self.senses = unit.senses
        self.person = person

    def __repr__(self) -> str:
        return f"Name({self.text!r}, {self.kind}, {self.start})"

    def sense(self, *kinds: NameKind) -> Sense | None:
        """The first sense of one of the kinds, in the order of the kinds."""
        for kind in kinds:
            for sense in self.senses:
                if sense.kind is kind:
                    return sense
        return None


class Register:
    """The names of an article in the order of the text, and its persons."""

    def __init__(self, names: Iterable[Name], persons: Sequence[Person]) -> None:
        self.names = sorted(names, key=lambda name: name.start)
        self.persons = list(persons)
        self._starts = [name.start for name in self.names]
        #: Guesses whom an office-holder serves; set once the sentences are known.
        self.homes: Homes | None = None

    def at(self, offset: int) -> Name | None:
        """The name that covers a character, or None."""
        place = bisect_right(self._starts, offset) - 1
        if place >= 0 and self.names[place].end > offset:
            return self.names[place]
        return None

    def within(self, start: int, end: int) -> Iterator[Name]:
        """The names that begin inside a stretch."""
        for place in range(bisect_left(self._starts, start), len(self.names)):
            if self.names[place].start >= end:
                return
            yield self.names[place]

    def countries(self) -> Counter[str]:
        """How often each country is named, be it by name, demonym or capital."""
        count: Counter[str] = Counter()
        for name in self.names:
            sense = name.sense(NameKind.COUNTRY, NameKind.DEMONYM, NameKind.METONYM)
            if sense and sense.country:
                count[sense.country] += 1
        return count

    def principals(self) -> frozenset[str]:
        """The two countries that the article is about: named often, and well ahead of any third; else none."""
        ranked = self.countries().most_common(3)
        if len(ranked) < 2 or ranked[1][1] < _OFTEN:
            return frozenset()
        if len(ranked) > 2 and ranked[2][1] > _AHEAD * ranked[1][1]:
            return frozenset()
        return frozenset(country for country, _ in ranked[:2])


#: How often a country is named that an article is about, and the share of its count that the next one may have.
_OFTEN = 3
_AHEAD = 0.75


@lru_cache(maxsize=2048)
def name_tokens(name: str) -> tuple[str, ...]:
    """The parts of a name, folded, initials left out where a fuller part remains."""
    parts = [fold(word.text) for word in words_of(name) if word.text[0].isalnum()]
    return tuple(p for p in parts if len(p) > 1) or tuple(parts)


class Stretch:
    """A sentence as the register wants it."""

    __slots__ = ("end", "headline", "start")

    def __init__(self, start: int, end: int, headline: bool) -> None:
        self.start, self.end, self.headline = start, end, headline


def build_register(
    text: str,
    sentences: Sequence[Stretch],
    lexicon: Lexicon,
    roster: Sequence[RosterEntry] = (),
    dateline_country: str | None = None,
) -> Register:
    """Read the names of an article.

    Args:
        text: the clean text.
        sentences: its sentences, headlines marked.
        lexicon: the phrases of the tables.
        roster: persons known beforehand (a user's own list), preferred where a name agrees.
        dateline_country: the country from which the story was filed, or None.
    """
    builder = _Builder(text, lexicon, roster)
    builder.read(sentences)
    register = builder.register()
    register.homes = Homes(register.names, sentences, dateline_country, text)
    infer_homes(register.persons, register.homes)
    return register


class _Builder:
    def __init__(self, text: str, lexicon: Lexicon, roster: Sequence[RosterEntry]) -> None:
        self._text = text
        self._lexicon = lexicon
        self._persons: list[Person] = []
        self._roster = list(roster)
        self._names: list[Name] = []
        self._loose: list[tuple[Unit, Affiliation]] = []
        self._halves: list[Unit] = []

    def read(self, sentences: Sequence[Stretch]) -> None:
        tokenised = [words_of(self._text, s.start, s.end) for s in sentences]
        lower_words = common_words() | frozenset(
            w.text for words in tokenised for w in words if w.text[0].islower() and len(w.text) > 2
        )
        for stretch, words in zip(sentences, tokenised, strict=True):
            if not words:
                continue
            runs = not (stretch.headline and _title_case(words))
            units = units_of(self._text, words, self._lexicon, runs=runs, lower_words=lower_words)
            self._sentence(units)
        self._link_loose()
        self._link_halves()

    def _sentence(self, units: list[Unit]) -> None:
        shared = shared_appositions(units)
        for at, unit in enumerate(units):
            if unit.text in _DIRECTIONS and unit.kind in (None, NameKind.UNKNOWN) and _is_half(units, at):
                self._halves.append(unit)
                continue
            if unit.kind is None:
                # In a title-case headline every word is a loose name: it may repeat a surname of the body.
                if unit.words[0].capitalised and unit.words[0].text.isalpha() and unit.lower not in common_words():
                    self._loose.append((unit, Affiliation()))
                continue
            if unit.kind is not NameKind.UNKNOWN and not _soft(unit) and not self._repeats_surname(units, at):
                self._names.append(Name(unit))
                continue
            self._run(units, at, shared.get(at))

    def _repeats_surname(self, units: list[Unit], at: int) -> bool:
        """Whether a city's name is the surname of a person named before, and no preposition makes it a place."""
        unit = units[at]
        if len(unit.words) > 1 or any(sense.kind not in (NameKind.CITY, NameKind.REGION) for sense in unit.senses):
            return False
        token = fold(unit.text)
        placed = at > 0 and units[at - 1].lower in _OF_PLACES
        return not placed and any(len(p.tokens) > 1 and _is_surname(p, token) for p in self._persons)

    def _run(self, units: list[Unit], at: int, shared: Affiliation | None) -> None:
        unit = units[at]
        if _is_organization(unit):
            unit.kind = NameKind.AGENCY
            self._names.append(Name(unit))
            return
        if _is_impersonal(unit):
            self._names.append(Name(unit))
            return
        affiliation = affiliation_of(units, at)
        if shared is not None:
            affiliation = shared
        if len(name_tokens(unit.text)) > 1 and not unit.senses:
            article = at > 0 and units[at - 1].lower in ("the", "a", "an")
            if affiliation.tells or affiliation.courtesy or (not article and _like_a_name(unit)):
                self._person(unit, affiliation)
                return
        self._loose.append((unit, affiliation))

    def _person(self, unit: Unit, affiliation: Affiliation) -> None:
        tokens = name_tokens(unit.text)
        person = next((p for p in self._persons if same_name(p.tokens, tokens)), None)
        if person is None:
            person = Person(unit.text)
            self._persons.append(person)
        elif len(tokens) > len(person.tokens):
            person.aliases.add(person.name)
            person.name, person.tokens = unit.text, tokens
        elif unit.text != person.name:
            person.aliases.add(unit.text)
        self._mention(person, unit, affiliation)

    def _mention(self, person: Person, unit: Unit, affiliation: Affiliation) -> None:
        person.mentions.append((unit.start, unit.end))
        person.addressed = person.addressed or self._gender_of_address(unit.start)
        person.learn(affiliation)
        self._names.append(Name(unit, person, affiliation))

    def _gender_of_address(self, start: int) -> str | None:
        """What the word before a name tells of its bearer's gender."""
        before = self._text[max(start - 20, 0) : start].split()
        title = honorifics().get(before[-1]) if before else None
        return title[0].gender if title else None

    def _link_loose(self) -> None:
        """Loose runs: surnames of known persons, then new persons where something speaks for it, else unknown names."""
        singles = {fold(u.text) for u, _ in self._loose if len(u.words) == 1}
        waiting: list[tuple[Unit, Affiliation]] = []
        for unit, affiliation in self._loose:
            tokens = name_tokens(unit.text)
            if len(tokens) > 1 and not unit.senses and unit.kind is NameKind.UNKNOWN:
                person = next((p for p in self._persons if same_name(p.tokens, tokens)), None)
                if person or tokens[-1] in singles or (tokens[0] in singles and surname_languages(tokens[0])):
                    self._person(unit, affiliation)
                    continue
            waiting.append((unit, affiliation))
        for unit, affiliation in sorted(waiting, key=lambda pair: pair[0].start):
            self._link(unit, affiliation)

    def _link_halves(self) -> None:
        """ "the North", "North and South Korea": the state so called, where the article names it or its other half."""
        parts = (name.text.partition(" ") for name in self._names if name.sense(NameKind.COUNTRY))
        rests = [rest for first, _, rest in parts if first in _DIRECTIONS and rest]
        for unit in self._halves:
            for rest in dict.fromkeys(rests):
                senses = tuple(s for s in self._lexicon.senses(f"{unit.text} {rest}") if s.kind is NameKind.COUNTRY)
                if senses:
                    unit.kind, unit.senses = NameKind.COUNTRY, senses
                    name = Name(unit)
                    name.text = senses[0].name
                    self._names.append(name)
                    break

    def _link(self, unit: Unit, affiliation: Affiliation) -> None:
        tokens = name_tokens(unit.text)
        person = self._bearer(tokens, unit.start, affiliation) if len(tokens) == 1 else None
        if person is not None:
            self._mention(person, unit, affiliation)
        elif unit.kind is None:
            return
        elif _introduced(unit, affiliation) or (len(tokens) == 1 and self._known(Person(unit.text))):
            self._person(unit, affiliation)
        else:
            self._names.append(Name(unit))

    def _bearer(self, tokens: tuple[str, ...], offset: int, affiliation: Affiliation) -> Person | None:
        """The person whom a single name means: by surname, any later part, or the first; the latest wins."""
        (token,) = tokens
        for rank in (_is_surname, _is_later_part, _is_first_part):
            bearers = [p for p in self._persons if rank(p, token)]
            if affiliation.offices and len(bearers) > 1:
                bearers = [p for p in bearers if p.offices & affiliation.offices] or bearers
            if affiliation.country and len(bearers) > 1:
                bearers = [p for p in bearers if p.country == affiliation.country] or bearers
            if bearers:
                return max(bearers, key=lambda p: _latest(p, offset))
        return None

    def register(self) -> Register:
        for person in self._persons:
            known = self._known(person)
            if known is not None:
                person.adopt(known)
        return Register(self._names, self._persons)

    def _known(self, person: Person) -> RosterEntry | None:
        """The one entry of the roster that a person can be: by full name, or by a surname that stands alone."""
        fitting = [
            entry
            for entry in self._roster
            if same_name(tokens := name_tokens(entry.name), person.tokens)
            or (len(person.tokens) == 1 and tokens[-1:] == person.tokens)
        ]
        return fitting[0] if len(fitting) == 1 else None


_OF_PLACES = frozenset({"in", "at", "to", "from", "near", "outside", "around", "via", "of", "for"})
_DIRECTIONS = frozenset({"North", "South", "East", "West"})


def _is_half(units: list[Unit], at: int) -> bool:
    """Whether a direction can stand for a state: "the North", "North and South Korea", not "the North Sea"."""
    following = units[at + 1] if at + 1 < len(units) else None
    other = units[at + 2] if at + 2 < len(units) and following and following.lower in ("and", "or") else None
    if other is not None and other.kind is NameKind.COUNTRY and other.words[0].text in _DIRECTIONS:
        return True
    alone = following is None or following.kind is not None or not following.words[0].capitalised
    return at > 0 and units[at - 1].lower == "the" and alone


def _introduced(unit: Unit, affiliation: Affiliation) -> bool:
    """Whether the words around a single name make it a person's; for a small city's name the title must be its own."""
    return affiliation.direct if unit.senses else affiliation.tells or affiliation.courtesy


def _latest(person: Person, offset: int) -> tuple[bool, int]:
    before = [start for start, _ in person.mentions if start <= offset]
    if before:
        return True, max(before)
    return False, -min((start for start, _ in person.mentions), default=0)


def _is_surname(person: Person, token: str) -> bool:
    tokens = person.tokens
    if len(tokens) > 1 and tokens[0] == token and surname_languages(token):
        return True
    return tokens[-1] == token or tokens[-1].split("-")[-1] == token


def _is_later_part(person: Person, token: str) -> bool:
    return token in person.tokens[1:]


def _is_first_part(person: Person, token: str) -> bool:
    return person.tokens[0] == token


def same_name(known: tuple[str, ...], new: tuple[str, ...]) -> bool:
    """Whether two full names can be one person's: one holds the other, or surname and first name or initial agree."""
    if known == new:
        return True
    if len(known) < 2 or len(new) < 2:
        return False
    if set(known) <= set(new) or set(new) <= set(known):
        return True
    if known[-1] != new[-1]:
        return False
    first, other = known[0], new[0]
    return same_given_name(first, other) or (min(len(first), len(other)) == 1 and first[0] == other[0])


def _like_a_name(unit: Unit) -> bool:
    """Whether a run of capitals without article looks like a person's name: two to four words, not all in capitals."""
    words = [word.text for word in unit.words]
    if not 1 < len(words) <= 4:
        return False
    return gender_of_given_name(words[0]) is not None or not any(
        len(w) > 1 and (w.isupper() or w[0].isdigit()) for w in words
    )


def _soft(unit: Unit) -> bool:
    """A single word of the tables that may be a surname here: a weak or small city."""
    return len(unit.words) == 1 and all(
        s.kind in (NameKind.CITY, NameKind.REGION) and (s.weak or s.weight < 300_000) for s in unit.senses
    )


def _is_organization(unit: Unit) -> bool:
    return any(word.text.lower() in organization_words() for word in unit.words) and len(unit.words) > 1


def _is_impersonal(unit: Unit) -> bool:
    """Whether a run of capitals has a word that no person's name has: "Air Services", "High Commissions"."""
    words = [word.text.lower() for word in unit.words]
    if len(words) == 1 and (words[0] in surname_words() or is_name_part(words[0])):
        return False  # "Church", "Court": things, and surnames, too
    if len(words) == 1 and words[0] in bystander_groups():
        return True  # "Refugees from Bosnia"
    things = impersonal_words() | organization_words()
    return any(word in things or (word.endswith("s") and word[:-1] in things) for word in words)


def _title_case(words: Sequence[Word]) -> bool:
    texts = [word.text for word in words]
    letters = [t for t in texts if t[0].isalpha() and len(t) > 3]
    return len(letters) > 2 and sum(t[0].isupper() for t in letters) >= 0.75 * len(letters)
