"""From a name as an article writes it to the entries of a table: folding, and an index over many names.

Articles write "Côte d'Ivoire", "Cote d’Ivoire" and "COTE D'IVOIRE"; "U.S." and "US"; "Guinea-Bissau" and "Guinea
Bissau". :func:`fold` brings these to one key. What folding must not lose is case: "us" is not the United States and
"who" is not an agency, so :func:`fits_case` compares the written form with the listed one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Generic, TypeVar

from attrs import field, frozen

EntryT = TypeVar("EntryT")

# Letters that Unicode does not decompose into a base letter and a mark.
_LETTERS = str.maketrans(
    {
        "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae", "Æ": "AE",
        "œ": "oe", "Œ": "OE", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ə": "a", "Ə": "A", "ħ": "h", "Ħ": "H",
        "’": "'", "‘": "'",
        "ʻ": "'", "ʼ": "'", "ʿ": "'", "ʾ": "'", "`": "'", "´": "'", "‐": "-", "‑": "-", "–": "-", "—": "-",
        "\u00a0": " ",
    }
)  # fmt: skip
_ARTICLE = "the "
_POSSESSIVE = re.compile(r"'s\b")
# Abbreviations up to this many letters are read in capitals only; longer ones also as words ("Nato", "Asean").
_SHORT = 3


def to_ascii(text: str) -> str:
    """``text`` with its letters brought to plain Latin ones: "São Tomé" → "Sao Tome", "Malmø" → "Malmo"."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return "".join(character for character in decomposed if not unicodedata.combining(character))


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """The key of a name.

    Plain letters, no case, no possessive 's, no periods or apostrophes, hyphens as spaces, "St" as "saint", no leading
    "the".

    >>> fold("The  Côte d’Ivoire"), fold("U.S."), fold("Guinea-Bissau")
    ('cote divoire', 'us', 'guinea bissau')
    """
    key = to_ascii(text).casefold()
    if "'" in key:
        key = _POSSESSIVE.sub("", key).replace("'", "")
    key = key.replace(".", "").replace("-", " ")
    key = " ".join("saint" if word == "st" else word for word in key.split())
    return key.removeprefix(_ARTICLE)


def fits_case(written: str, listed: str) -> bool:
    """Whether ``written`` in an article can be the table's name ``listed``, judged by capital letters alone.

    A listed name without capitals ("foreign minister") fits any writing. Abbreviations of up to three letters fit only
    in capitals; other names fit when one letter at least is a capital, so that "turkey" and "who" are not found.
    """
    if listed.islower():
        return True
    if sum(map(str.isalpha, listed)) <= _SHORT and listed.isupper():
        return written.removeprefix("the ").removeprefix("The ").isupper()
    return not written.removeprefix("The ").islower()


@frozen
class Lookup(Generic[EntryT]):
    """An index from names to entries; names are compared by :func:`fold` and :func:`fits_case`.

    An entry listed earlier stands before one listed later under the same name: the preferred reading is the first.

    Attributes:
        entries: all entries, in the order of the table.
    """

    entries: tuple[EntryT, ...]
    _index: dict[str, tuple[tuple[str, EntryT], ...]] = field(repr=False)
    _longest: dict[str, int] = field(repr=False)

    @classmethod
    def of(cls, entries: Iterable[EntryT], names: Iterable[tuple[str, EntryT]]) -> Lookup[EntryT]:
        """The index of ``entries`` under ``names``, pairs of a name and its entry."""
        index: dict[str, tuple[tuple[str, EntryT], ...]] = {}
        longest: dict[str, int] = {}
        for name, entry in names:
            key = fold(name)
            present = index.get(key, ())
            if not any(other is entry and listed == name for listed, other in present):
                index[key] = (*present, (name, entry))
            first, _, rest = key.partition(" ")
            longest[first] = max(longest.get(first, 1), rest.count(" ") + 2 if rest else 1)
        return cls(tuple(entries), index, longest)

    def get(self, text: str) -> tuple[EntryT, ...]:
        """All entries called ``text``, the preferred reading first; ``()`` if there is none."""
        found: list[EntryT] = []
        for listed, entry in self._index.get(fold(text), ()):
            if fits_case(text, listed) and not any(entry is other for other in found):
                found.append(entry)
        return tuple(found)

    def first(self, text: str) -> EntryT | None:
        """The preferred entry called ``text``, or ``None``."""
        found = self.get(text)
        return found[0] if found else None

    def __contains__(self, text: str) -> bool:
        return bool(self.get(text))

    def __iter__(self) -> Iterator[EntryT]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def longest_at(self, words: Sequence[str], start: int) -> tuple[int, tuple[EntryT, ...]]:
        """The longest name that begins at ``words[start]``: the number of words, and its entries; ``(0, ())`` if none.

        Args:
            words: words as written, in order. A hyphen inside a word counts as a space; a hyphen of its own as nothing.
            start: index of the first word of the name. A leading "the" is skipped over within the name.
        """
        first = fold(words[start]).partition(" ")[0]
        if first == "the" and start + 1 < len(words):
            count, entries = self.longest_at(words, start + 1)
            return (count + 1, entries) if count else (0, ())
        limit = self._longest.get(first, 0)
        for count in range(min(limit, len(words) - start), 0, -1):
            entries = self.get(" ".join(words[start : start + count]))
            if entries:
                return count, entries
        return 0, ()


def cell_values(cell: str) -> tuple[str, ...]:
    """The values of a table's cell, which a bar (|) separates; ``()`` for an empty cell."""
    return tuple(cell.split("|")) if cell else ()
