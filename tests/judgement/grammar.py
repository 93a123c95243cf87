"""Sentences of the pattern "X refused … a meeting … with Y", made by a small grammar."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle

from attrs import frozen

_SIDES = (
    ("President Ottmar Klingenthal of Austria", "Hungarian Foreign Minister Zsolt Varsányi"),
    ("Kenya's foreign minister, Wanjiku Mathenge,", "Ugandan Prime Minister Okello Lubega"),
    ("Japanese Prime Minister Haruto Kisaragi", "South Korean President Moon Tae-gyu"),
    ("Peru's president, Lisandro Huamán,", "Chilean Foreign Minister Pía Larraguibel"),
    ("Moroccan King Idris", "Algerian President Lakhdar Bensalem"),
    ("Indian Foreign Secretary Anjali Deshmukhya", "Pakistan's foreign minister, Faizan Qureshani"),
    ("Canadian Prime Minister Rosalind Thackray", "Cuban leader Osvaldo Mirabal"),
)
_PLACES = ("Geneva", "Doha", "Helsinki", "Nairobi", "Montevideo", "Hanoi", "Tashkent")
_DAYS = ("on Monday", "last week", "on Thursday", "this week")

#: Forms with {x}, {y}, {p} (a place), {d} (a day) and {n} (talks, …), each with the statuses that a reader accepts.
_OFF = ("declined", "cancelled", "postponed")
_FORMS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("{x} refused to meet {y} {d}.", ("declined",)),
    ("{x} has refused to hold {n} with {y} in {p}.", ("declined",)),
    ("{x} declined to meet {y} in {p} {d}.", ("declined",)),
    ("{x} declined an invitation from {y} to visit {p}.", ("declined",)),
    ("{x} rejected {n} with {y} {d}.", ("declined",)),
    ("{x} rejected a request from {y} for a meeting in {p}.", ("declined",)),
    ("{x} turned down {n} with {y} {d}.", ("declined",)),
    ("{x} turned down an offer of {n} with {y} in {p}.", ("declined",)),
    ("{x} cancelled a meeting with {y} in {p} {d}.", ("cancelled",)),
    ("{x} abruptly called off {n} with {y} {d}.", ("cancelled",)),
    ("{x} called off a visit to {p} {d}.", ("cancelled",)),
    ("{x} put off {n} with {y} until next month.", ("postponed",)),
    ("{x} has put off a trip to {p}.", ("postponed",)),
    ("{x} postponed a planned visit to {p} for a second time.", ("postponed",)),
    ("{x} scrapped a trip to {p} {d}.", ("cancelled",)),
    ("{x} snubbed {y} by refusing to meet him {d}.", ("declined",)),
    ("{x} ruled out a meeting with {y} in {p}.", ("declined",)),
    ("{x} said no to {n} with {y} {d}.", ("declined",)),
    ("{x} pulled out of a meeting with {y} in {p} {d}.", _OFF),
    ("{x} backed out of {n} with {y} {d}.", _OFF),
    ("{x} would not meet {y} in {p}, aides said.", ("declined",)),
    ("{x} has decided not to visit {p}.", _OFF),
    ("A meeting between {x} and {y} in {p} was cancelled {d}.", ("cancelled",)),
    ("A visit to {p} by {x} has been called off.", ("cancelled",)),
    ("{n} between {x} and {y}, planned for {p}, were called off {d}.", ("cancelled",)),
    ("A request by {x} for a meeting with {y} was turned down {d}.", ("declined",)),
    ("{x} boycotted {n} with {y} {d}.", ("declined",)),
    ("{x} refuses to see {y} in {p}.", ("declined",)),
    ("{x} shelved plans for a trip to {p} {d}.", ("cancelled", "postponed")),
    ("{x} rebuffed an invitation by {y} to {p} {d}.", ("declined",)),
    ("{x} withdrew from {n} with {y} {d}.", _OFF),
    ("{x} spurned an appeal by {y} for {n} {d}.", ("declined",)),
    ("Citing illness, {x} cancelled his visit to {p} {d}.", ("cancelled",)),
    ("{x} will not be meeting {y} in {p}, a spokesman said.", ("declined", "denied", "cancelled")),
)  # fmt: skip
_NOUNS = ("talks", "negotiations", "face-to-face talks")


@frozen
class Variation:
    """One sentence, and the statuses that it may have."""

    text: str
    accepted: tuple[str, ...]


def variations(count: int) -> Iterator[Variation]:
    """The first ``count`` sentences of the grammar: its forms in turn, filled each time with other words."""
    sides, places, days, nouns = cycle(_SIDES), cycle(_PLACES), cycle(_DAYS), cycle(_NOUNS)
    forms = cycle(_FORMS)
    for _ in range(count):
        form, accepted = next(forms)
        x, y = next(sides)
        text = form.format(x=x, y=y, p=next(places), d=next(days), n=next(nouns))
        yield Variation(text[0].upper() + text[1:], accepted)
