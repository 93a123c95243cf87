"""What ties the persons of a sentence to one another: an office under somebody, a counterpart, a place in one list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from diplo_events.reading.register import Name, Person, Stretch

#: Offices of which a country has one holder at a time.
SINGLE_HOLDER = frozenset({"head_of_state", "head_of_government", "foreign", "defence"})
_COUNTERPART = re.compile(r"\b(?:counterparts?|opposite numbers?|homologues?|colleagues?|partner)\b", re.IGNORECASE)
_OWN = re.compile(r"\b(?:his|her|their)\b", re.IGNORECASE)
_LIST = re.compile(r"[\s,]*(?:\band\b|&|,)\s*(?:Mr|Mrs|Ms|Dr|Sir|H\.E)?\.?\s*")
#: Titles that bodies give more often than states do.
_OF_BODY = re.compile(
    r"secretary[- ]general|special representative|mediator|commissioner|deputy envoy|special envoy|co-?chair",
    re.IGNORECASE,
)


@frozen(kw_only=True)
class Bearer:
    """An office-holder whose state is sought.

    Attributes:
        at: offset of the mention that tells most: the first by full name.
        offices: the classes of the offices held.
        parts: the parts of the name; empty for an unnamed office-holder.
        posted_to: for envoys, the country they are posted to, or None.
        implied: the country whose office it usually is, or None.
        of_body: whether the title is one that bodies like to give.
        person: the person, or None.
    """

    at: int
    offices: frozenset[str] = frozenset()
    parts: tuple[str, ...] = ()
    posted_to: str | None = None
    implied: str | None = None
    of_body: bool = False
    person: Person | None = None

    @classmethod
    def of(cls, person: Person) -> Bearer:
        """The bearer that a person of the register is."""
        mentions = sorted(person.mentions)
        least = len(person.tokens[-1]) + 2 if len(person.tokens) > 1 else 0
        full = next((start for start, end in mentions if end - start >= least), mentions[0][0])
        return cls(
            at=full,
            offices=frozenset(person.offices),
            parts=person.tokens,
            posted_to=person.posted_to,
            implied=person.implied,
            of_body=bool(person.title and _OF_BODY.search(person.title)),
            person=person,
        )

    @property
    def kind(self) -> str:
        """The sort of office, as the clues know it: one of a kind in its state, an envoy's, another, none."""
        if self.offices & SINGLE_HOLDER:
            return "single"
        if "diplomat" in self.offices:
            return "envoy"
        return "office" if self.offices - {"none"} else "plain"


@frozen
class Tie:
    """One tie to another person.

    Attributes:
        kind: ``own`` (an office under the other), ``counterpart``, ``listed`` (one list), ``together`` (one sentence).
        other: the other person.
    """

    kind: str
    other: Person


def ties_of(names: Iterable[Name], sentences: Sequence[Stretch], text: str) -> dict[Person, list[Tie]]:
    """The ties between the persons that stand in one sentence, each noted for both.

    Args:
        names: the persons' names, in the order of the text.
        sentences: the sentences, in the order of the text.
        text: the clean text.
    """
    found: dict[Person, list[Tie]] = {}
    number = 0
    row: list[Name] = []
    last: Name | None = None
    for name in names:
        while number + 1 < len(sentences) and sentences[number + 1].start <= name.start:
            number += 1
            if row:
                last = row[0]
            row = []
        for place, other in enumerate(row[-4:]):
            near = place == len(row[-4:]) - 1
            _tie(found, other, name, _kind(text[other.end : name.start], near=near))
        if not row and last is not None:
            opening = text[sentences[number].start : name.start]
            if _OWN.search(opening):
                _tie(found, last, name, "counterpart" if _COUNTERPART.search(opening) else "his")
        row.append(name)
    return found


def _tie(found: dict[Person, list[Tie]], one: Name, other: Name, kind: str) -> None:
    if one.person is None or other.person is None or one.person is other.person:
        return
    for left, right in ((one.person, other.person), (other.person, one.person)):
        tie = Tie(kind, right)
        if tie not in found.setdefault(left, []):
            found[left].append(tie)


def _kind(between: str, *, near: bool) -> str:
    if near and _LIST.fullmatch(between):
        return "listed"
    if len(between) < 120 and _COUNTERPART.search(between):
        return "counterpart"
    if near and between.startswith(("'s ", "’s ")) and len(between) < 50:
        return "own"
    if near and len(between) < 60 and _OWN.search(between[-40:]):
        return "his"
    return "together"
