"""Sentences by rule, before any parser: by full stops, the abbreviations of ``abbreviations.tsv``, and what follows.

The rules go by the stop's neighbours, as in Grefenstette and Tapanainen, "What is a word, what is a sentence?" (1994):
a stop ends a sentence unless the word before it is an abbreviation of a kind that goes on, or what follows is in lower
case.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from attrs import frozen

from diplo_events.data import rows
from diplo_events.reading.blocks import Zone, ZoneKind
from diplo_events.reading.clean import CleanText

# No sentence is longer, in characters: what is, is cut, so that the cost of parsing one stays bounded.
LONGEST: Final = 1500

_STOP: Final = re.compile(
    # The stop with closing quotes and brackets, then a blank; or none before a capital, where a blank was forgotten.
    r"(?P<stop>(?<![.!?…])[.!?…]{1,9})(?P<close>[\"')\]]{0,4})"
    r"(?:\s+|(?:(?<=[^\W\d_A-Z]{3}[.!?])|(?<=\d{4}\.))(?=[A-Z][a-z]+\s))"
)
_BEFORE: Final = re.compile(r"[^\s\"'(\[/—–]+$")
_LETTERS: Final = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]$")
_ENUMERATOR: Final = re.compile(r"(?:\d{1,3}|[ivxIVX]{1,4}|[A-Za-z])$")
_OPENING: Final = re.compile(r"[\"'(\[“‘•●▪–—-]*\s?")
_WORD: Final = re.compile(r"[^\W\d_]+")
# Names whose first letter is small although a sentence starts: "al-Sudani said".
_SMALL_NAME: Final = re.compile(r"(?:al|el|as|an|ar|ad|az|ash|at|bin|ibn|van|von|de|der|di|da)[- ][A-Z]")
_WEAK: Final = ("; ", " – ", " — ", " -- ", ", ", " ")


@frozen(kw_only=True)
class Sentence:
    """A sentence of a clean text.

    Attributes:
        start: offset of its first character in the clean text.
        end: offset after its last character.
        zone: the kind of the zone it stands in.
        paragraph: which paragraph of the clean text it belongs to, counted from 0.
    """

    start: int
    end: int
    zone: ZoneKind
    paragraph: int


def split_sentences(clean: CleanText, zones: Iterable[Zone]) -> list[Sentence]:
    """The sentences of every zone but datelines, in order. A headline, caption or credit has sentences of its own."""
    return [
        Sentence(start=start, end=end, zone=zone.kind, paragraph=zone.paragraph)
        for zone in zones
        if zone.kind is not ZoneKind.DATELINE
        for start, end in sentence_offsets(clean.text, zone.start, zone.end)
    ]


def sentence_offsets(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The offsets of the sentences in one paragraph of clean text, ``text[start:end]``."""
    begin = start
    for found in _STOP.finditer(text, start, end):
        if found.end() < end and _ends(text, begin, found, end):
            yield from _bounded(text, begin, found.end("close"))
            begin = found.end()
    if begin < end:
        yield from _bounded(text, begin, end)


@cache
def _abbreviations() -> dict[str, str]:
    return {row["abbreviation"]: row["kind"] for row in rows("abbreviations.tsv")}


@cache
def _starters() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("sentence_starters.tsv"))


def _ends(text: str, begin: int, found: re.Match[str], end: int) -> bool:
    """Whether the stop ends the sentence that begins at ``begin``."""
    opening = _OPENING.match(text, found.end(), end)
    following = opening.end() if opening else found.end()
    if following >= end:
        return False
    if text[following].islower() and not _SMALL_NAME.match(text, following, end):
        return False
    if found["stop"] != ".":
        return True
    before = _BEFORE.search(text, max(begin, found.start() - 30), found.start())
    return before is None or _stops_after(before[0], text, begin, before.start(), following)


def _stops_after(word: str, text: str, begin: int, at: int, following: int) -> bool:
    """Whether a full stop after ``word`` ends a sentence, if what is at ``following`` comes next."""
    if at == begin and _ENUMERATOR.match(word):
        return False
    kind = _abbreviations().get(word) or _abbreviations().get(word[:1].lower() + word[1:])
    if kind is None and _LETTERS.match(word):
        kind = "title" if len(word) == 1 and word.isupper() else "open"
        if word == "I":
            kind = "open"
    if kind is None:
        return True
    if kind == "title":
        return False
    if kind == "number":
        return not text[following].isdigit()
    if kind == "date" and text[following].isdigit():
        return False
    next_word = _WORD.match(text, following)
    return next_word is not None and next_word[0] in _starters()


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentence, cut at weak boundaries (a semicolon, a dash, a comma, a blank) into parts that are not too long."""
    while end - start > LONGEST:
        cut = start + LONGEST
        for mark in _WEAK:
            at = text.rfind(mark, start + LONGEST // 2, start + LONGEST)
            if at >= 0:
                cut = at + len(mark)
                break
        stop = cut
        while stop > start + 1 and text[stop - 1].isspace():
            stop -= 1
        yield start, stop
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield start, end
