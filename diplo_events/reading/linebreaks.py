"""Whether a line break in the source ends a paragraph, or only a line of a paragraph that was wrapped."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import Final

from attrs import frozen

from diplo_events.data import rows

# Agency copy is wrapped at 60 to 80 columns; longer lines are paragraphs.
_WIDEST: Final = 120
# Ragged wrapping leaves this many columns unused although the next word would have fitted.
_SLACK: Final = 8
_FIRST_WORD: Final = re.compile(r"[^\S\n]*(\S{0,40})")
_BULLET: Final = re.compile(r"\s*(?:[•●▪◦‣·*►»–—-]|\d{1,2}[.)])\s")
_ENDED: Final = re.compile(r"[.!?:…][\"'”’)\]]{0,3}$")
_BYLINE: Final = re.compile(r"by\s[^\n.!?]{1,60}(?:\n|\Z)")


@cache
def _compound_heads() -> frozenset[str]:
    return frozenset(row["head"] for row in rows("hyphen_heads.tsv"))


@frozen
class Layout:
    """How a text uses its line breaks.

    Attributes:
        width: the column at which paragraphs were wrapped; 0 if each line is a paragraph.
        html: True if tags mark the paragraphs, so that a line break is a blank.
    """

    width: int = 0
    html: bool = False

    def joins(self, text: str, end: int, start: int) -> bool:
        """Whether the line that ends at ``end`` goes on in the line that starts at ``start``."""
        if self.html:
            return True
        if end == 0 or start >= len(text):
            return False
        line_start = text.rfind("\n", 0, end) + 1
        ended = _ENDED.search(text, max(line_start, end - 5), end) is not None
        if text[start].islower() and not ended and not _BYLINE.match(text, start):
            return True
        if text[end - 1] == "," and text.count("\n", end, start) == 1 and not _BULLET.match(text, start):
            return True  # no paragraph ends with a comma
        if not self.width or _BULLET.match(text, start) or _indented(text, start):
            return False
        word = _FIRST_WORD.match(text, start)
        return end - line_start + 1 + len(word[1] if word else "") > self.width - (0 if ended else _SLACK)


def layout(text: str, html: bool = False) -> Layout:
    """How ``text`` uses its line breaks, told from the lengths of its lines and the words that begin them."""
    if html:
        return Layout(html=True)
    lengths: list[int] = []
    continued = 0
    lines = text.split("\n")
    for line, following in pairwise(lines):
        if (line := line.rstrip()) and (following := following.lstrip()):
            lengths.append(len(line))
            continued += following[0].islower()
    if len(lengths) < 3 or continued < 0.3 * len(lengths):
        return Layout()
    lengths.sort()
    width = lengths[int(0.95 * (len(lengths) - 1))]
    return Layout(width if width <= _WIDEST else 0)


def hyphen_stays(text: str, hyphen: int, start: int) -> bool:
    """Whether a hyphen at a line's end belongs to the word ("long-" + "planned", "Sino-" + "American")."""
    if not text[start : start + 1].islower():
        return True
    head = re.search(r"\w*$", text[max(0, hyphen - 30) : hyphen])
    return head is None or not head[0].islower() or head[0].isdigit() or head[0] in _compound_heads()


def _indented(text: str, start: int) -> bool:
    return start >= 2 and text[start - 2 : start].isspace() and "\n" not in text[start - 2 : start]
