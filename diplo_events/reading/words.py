"""Words of the clean text, without a parser: the ground on which names and offices are found."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(
    r"(?:[A-Z]\.){2,}"  # U.S., U.N.
    r"|(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Sen|Rep|Gov|St|Sgt|Adm|Prof|Rev)\."
    r"|[A-Z]\.(?=\s?[A-Z])"  # an initial
    r"|'[sS]\b"
    r"|[^\W_]+(?:[-&][^\W_]+|'(?![sS]\b)[^\W_]+)*"
    r"|[^\w\s]"
)


class Word:
    """One word or mark: its text, its offsets in the clean text, and its key for table look-ups."""

    __slots__ = ("capitalised", "end", "key", "start", "text")

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self.start = start
        self.end = start + len(text)
        self.key = key_of(text)
        #: Whether it begins with a capital.
        self.capitalised = text[0].isupper()

    def __repr__(self) -> str:
        return f"Word({self.text!r}, {self.start}, {self.end})"

    @property
    def possessive(self) -> bool:
        """Whether it is a possessive ``'s`` or a bare apostrophe."""
        return self.text[0] == "'" and len(self.text) <= 2


def fold(text: str) -> str:
    """``text`` in lower case, without accents and full stops: the form in which tables are searched."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in text if not unicodedata.combining(c))
    return text.replace(".", "").lower()


def key_of(text: str) -> str:
    """The look-up key of one word. Short words in capitals get a ``^``: "US" is not "us"."""
    folded = fold(text)
    return "^" + folded if text.isupper() and 1 < len(text.replace(".", "")) <= 6 else folded


def words_of(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words and marks of ``text[start:end]``, a possessive ``'s`` as a word of its own."""
    return [Word(m.group(), m.start()) for m in _WORD.finditer(text, start, len(text) if end is None else end)]
