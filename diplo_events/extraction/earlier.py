"""What was spoken of before in larger numbers: which delegation "the delegation" is, who "the three" are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from diplo_events.extraction.context import BODIES
from diplo_events.reading.lexicon import NameKind
from diplo_events.reading.reading import Reading
from diplo_events.reading.register import Name, Person
from diplo_events.tables.offices import group_nouns

#: How many sentences back a noun that takes up a group may reach, and a number.
_REACH_OF_NOUN = 6
_REACH_OF_NUMBER = 3
#: Kinds of groups that sit down with others or travel, and may be taken up by a noun of the same kind.
_TAKEN_UP = frozenset({"delegation", "diplomat", "mediator", "official", "military", "leader", "expert"})
#: Kinds that one noun stands for in another's place: "Norwegian mediators ... the envoys".
_ALIKE = frozenset({"diplomat", "mediator"})
#: What stands between the members of a list.
_BETWEEN = re.compile(r"(?:'s|['’]|’s)?,? (?:(?:and|as well as|&) )?(?:the )?")

#: Who leads a delegation, some words behind it.
_LED = re.compile(r"[^;:.\"]{0,80}?\b(?:led|headed|headed up|chaired) by ")
#: Characters that an office before the leader's name may have.
_OFFICE_BEFORE = 40


def kinds_of(name: Name) -> frozenset[str]:
    """What sort of group a noun names: a delegation, diplomats."""
    held = {sense.office for sense in name.senses if sense.kind is NameKind.OFFICE and sense.plural and sense.office}
    kinds = held | {noun.kind for noun in group_nouns().get(name.text.lower())}
    return frozenset(kinds | _ALIKE if kinds & _ALIKE else kinds) & _TAKEN_UP


def groups_before(reading: Reading, offset: int, kinds: frozenset[str]) -> Iterator[Name]:
    """The groups of some kinds that stood before an offset, the nearest first."""
    here = reading.sentence_at(offset)
    for number in range(here, max(here - 1 - _REACH_OF_NOUN, -1), -1):
        sentence = reading.sentences[number]
        names = [
            name
            for name in reading.register.within(sentence.start, min(sentence.end, offset))
            if name.person is None and name.kind in (NameKind.GROUP, NameKind.OFFICE) and kinds_of(name) & kinds
        ]
        if names:
            reading.syntax(number)  # what it stands for shows only in its parse
        yield from reversed(names)


def leader_behind(reading: Reading, group: Name) -> Name | None:
    """Who leads a delegation, wherever the parser hung the participle: "the delegation of the Treasury, led by X"."""
    if "delegation" not in kinds_of(group):
        return None
    end = reading.sentences[reading.sentence_at(group.start)].end
    led = _LED.match(reading.text, group.end, end)
    if led is None:
        return None
    persons = (name for name in reading.register.within(led.end(), end) if name.person is not None)
    first = next(persons, None)
    return first if first is not None and first.left - led.end() <= _OFFICE_BEFORE else None


def members_before(reading: Reading, offset: int, count: int) -> list[Person] | list[Name]:
    """Who "the three" are: the nearest persons, else the nearest list of states, of just that number."""
    here = reading.sentence_at(offset)
    for number in range(here, max(here - 1 - _REACH_OF_NUMBER, -1), -1):
        sentence = reading.sentences[number]
        names = list(reading.register.within(sentence.start, min(sentence.end, offset)))
        persons = list(dict.fromkeys(name.person for name in names if name.person is not None))
        if len(persons) == count and len({person.country for person in persons}) > 1:
            return persons
        listed = next((run for run in _runs(reading, names) if len(run) == count), None)
        if listed is not None:
            return listed
    return []


def _runs(reading: Reading, names: list[Name]) -> Iterator[list[Name]]:
    """The lists of states in a row of names: "Benin, Niger and Togo", "the Iranian, Iraqi and Syrian ministers"."""
    run: list[Name] = []
    for name in names:
        joined = run and _BETWEEN.fullmatch(reading.text[run[-1].end : name.start])
        if run and not joined:
            yield run
            run = []
        if name.person is None and name.sense(NameKind.COUNTRY, NameKind.METONYM, NameKind.DEMONYM, *BODIES):
            run.append(name)
    if run:
        yield run
