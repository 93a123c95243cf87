"""What a person's name tells of where it is at home: a hint for the country served, never a proof.

The table is ``name_origins.tsv``.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from functools import cache

from attrs import frozen

from diplo_events.data import rows
from diplo_events.tables.lookup import cell_values, fold


class Fit(IntEnum):
    """How well a name fits a country."""

    FOREIGN = 0
    COMMON = 1
    HOME = 2


@frozen
class Origin:
    """Where one part of a name is at home.

    Attributes:
        home: the countries whose names these are, ISO 3166-1 alpha-3, also of former states.
        common: further countries where such names are common.
    """

    home: frozenset[str]
    common: frozenset[str]

    def fit(self, country: str) -> Fit:
        """How well the name fits a country."""
        if country in self.home:
            return Fit.HOME
        return Fit.COMMON if country in self.common else Fit.FOREIGN


@frozen
class NameOrigins:
    """What the parts of a full name tell; ``None`` where the table knows nothing.

    Attributes:
        surname: of the family name as a whole.
        shape: of its ending or beginning, where the family name as a whole is not in the table.
        given: of the given names.
    """

    surname: Origin | None
    shape: Origin | None
    given: Origin | None


@cache
def _table(kind: str) -> dict[str, frozenset[str]]:
    entries = (row for row in rows("name_origins.tsv") if row["kind"] == kind)
    return {row["text"]: frozenset(cell_values(row["origins"])) for row in entries}


@cache
def _languages() -> dict[str, Origin]:
    return {
        row["text"]: Origin(frozenset(cell_values(row["origins"])), frozenset(cell_values(row["also"])))
        for row in rows("name_origins.tsv")
        if row["kind"] == "language"
    }


@cache
def _origin(languages: frozenset[str]) -> Origin | None:
    found = [_languages()[language] for language in languages]
    if not found:
        return None
    home = frozenset[str]().union(*(origin.home for origin in found))
    return Origin(home, frozenset[str]().union(*(origin.common for origin in found)) - home)


def is_name_part(text: str) -> bool:
    """Whether a word is a listed given or family name."""
    key = fold(text)
    return key in _table("given") or key in _table("surname")


#: Endings and beginnings are tried from this length down; shorter family names than this plus two have none.
_LONGEST = 8


def _shape(surname: str) -> frozenset[str]:
    """The languages that the longest listed ending of a family name tells, else its longest beginning."""
    for kind in ("ending", "beginning"):
        listed = _table(kind)
        for length in range(min(_LONGEST, len(surname) - 2), 0, -1):
            part = surname[-length:] if kind == "ending" else surname[:length]
            if part in listed:
                return listed[part]
    return frozenset()


def name_origins(parts: Sequence[str]) -> NameOrigins:
    """What a name tells.

    Args:
        parts: the parts of the name as written, family name last (first for languages that put it first: both ends are
            looked up, and the given names with them).

    >>> sorted(name_origins(("Levan", "Beridze")).shape.home)
    ['GEO']
    """
    surnames, given = _table("surname"), _table("given")
    pieces = [fold(part).split() or [part] for part in parts]
    last = pieces[-1]
    languages = frozenset[str]()
    for piece in (last[-1], last[0], *(pieces[0] if len(pieces) > 1 and pieces[0][0] not in given else ())):
        languages = surnames.get(piece, frozenset())
        if languages:
            break
    first = frozenset[str]()
    whole = [" ".join(piece) for piece in pieces]
    for name in (*whole[:-1], *whole[-1:], *(piece[0] for piece in pieces[:-1])):
        first = given.get(name, frozenset())
        if first:
            break
    shape = frozenset[str]() if languages else _shape(last[-1])
    return NameOrigins(_origin(languages), _origin(shape), _origin(first))
