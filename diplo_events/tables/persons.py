"""What persons' names are made of: honorifics, particles, short forms and spellings, family names put first, gender."""

from __future__ import annotations

from functools import cache

from attrs import frozen

from diplo_events.data import rows
from diplo_events.tables.lookup import Lookup, cell_values, fold


@frozen(kw_only=True)
class Honorific:
    """A form of address or title of rank before a name.

    Attributes:
        name: as written, "Lt. Gen.".
        office: the office it names, as in the table of offices, or ``None``.
        gender: ``"m"``, ``"f"``, or ``None`` where it does not tell.
    """

    name: str
    office: str | None
    gender: str | None


@cache
def honorifics() -> Lookup[Honorific]:
    """All honorifics, with and without their period."""
    named: list[tuple[str, Honorific]] = []
    for row in rows("honorifics.tsv"):
        entry = Honorific(name=row["name"], office=row["office"] or None, gender=row["gender"] or None)
        named.extend((name, entry) for name in (row["name"], *cell_values(row["other_names"])))
    return Lookup.of(dict.fromkeys(entry for _, entry in named), named)


@cache
def joined_particles() -> frozenset[str]:
    """Particles that tie the next part to the family name, in lower case: "van der", "al", "bin"."""
    return frozenset(row["name"] for row in rows("name_particles.tsv") if row["kind"] == "joined")


@cache
def name_suffixes() -> frozenset[str]:
    """Parts after the family name, in lower case without period: "jr", "xvi", "filho"."""
    return frozenset(row["name"] for row in rows("name_particles.tsv") if row["kind"] == "suffix")


@cache
def _equal_names() -> dict[str, frozenset[int]]:
    """Folded given names to the numbers of their lines: names that share a line can be one person's."""
    lines: dict[str, set[int]] = {}
    number = 0
    for row in rows("name_spellings.tsv"):
        number += 1
        for name in (row["name"], *cell_values(row["spellings"])):
            lines.setdefault(fold(name), set()).add(number)
    for row in rows("short_names.tsv"):
        for full in cell_values(row["names"]):
            number += 1
            for name in (row["nickname"], full):
                lines.setdefault(fold(name), set()).add(number)
    return {name: frozenset(numbers) for name, numbers in lines.items()}


def same_given_name(one: str, other: str) -> bool:
    """Whether two given names can be one person's: equal, or one an initial, short form or spelling of the other.

    >>> same_given_name("Bill", "William"), same_given_name("W.", "William"), same_given_name("Bill", "Robert")
    (True, True, False)
    """
    first, second = fold(one), fold(other)
    if first == second:
        return True
    if not first or not second:
        return False
    if len(first) == 1 or len(second) == 1:
        return first[0] == second[0]
    lines = _equal_names()
    return bool(lines.get(first, frozenset()) & lines.get(second, frozenset()))


@cache
def full_given_names() -> dict[str, tuple[str, ...]]:
    """Folded short forms of given names to the full names: ``{"bill": ("William",), ...}``."""
    return {fold(row["nickname"]): cell_values(row["names"]) for row in rows("short_names.tsv")}


@cache
def _surnames() -> dict[str, frozenset[str]]:
    return {fold(row["surname"]): frozenset(cell_values(row["languages"])) for row in rows("surnames.tsv")}


def surname_languages(text: str) -> frozenset[str]:
    """The languages in which ``text`` is a frequent family name: Chinese, Korean, Vietnamese, Japanese, Hungarian."""
    return _surnames().get(fold(text), frozenset())


@cache
def _genders() -> dict[str, str]:
    return {fold(row["name"]): row["gender"] for row in rows("given_names.tsv")}


def gender_of_given_name(text: str) -> str | None:
    """``"m"`` or ``"f"`` for a frequent given name, ``None`` for others: a hint to prefer "he" or "she", no more."""
    return _genders().get(fold(text))
