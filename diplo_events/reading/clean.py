"""Clean text that knows the way back: markup, odd characters, broken encodings and hard line breaks mended.

Everything downstream works on the clean text; :meth:`CleanText.to_original` gives the spans of the original that the
results show. One pass over the text, linear in its length.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

from attrs import Factory, field, frozen

from diplo_events.data import rows
from diplo_events.model.text import Span
from diplo_events.reading import characters
from diplo_events.reading.linebreaks import Layout, hyphen_stays, layout
from diplo_events.reading.offsets import Editor, OffsetMap

PARAGRAPH: Final = "\n\n"

_PARAGRAPH_SEPARATOR: Final = "\u2029"
_TAG: Final = re.compile(r"</?([A-Za-z][A-Za-z0-9:-]{0,30})(?:\s[^<>]{0,5000})?/?>")
_DECLARATION: Final = re.compile(r"<[!?][A-Za-z\[][^<>]{0,1000}>")
_BLOCK_TAG: Final = re.compile(r"<(?:p|div|article|body|li|td|section)[\s>]", re.IGNORECASE)
_DOUBLE_QUOTE: Final = re.compile("``|''|‘‘|’’")
_LIGATURE: Final = re.compile("[\ufb00-\ufb06]")


@frozen(kw_only=True)
class CleanText:
    r"""A text made ready for reading, and where each of its characters came from.

    Attributes:
        original: the text as it was given; all results point into it.
        text: the clean text: paragraphs parted by ``"\n\n"``, blanks single, quotes straight, no markup.
        offsets: the map from ``text`` to ``original``.
    """

    original: str
    text: str
    offsets: OffsetMap = field(factory=OffsetMap, eq=False, repr=False)

    def to_original(self, start: int, end: int) -> Span:
        """The span of the original that the clean text's ``start:end`` stands for.

        Characters that were dropped inside it are part of the span; those at its borders are not.

        Raises:
            ValueError: if the offsets are out of order or outside the clean text.
        """
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(f"offsets {start}..{end} are not within a clean text of {len(self.text)} characters")
        if start == end:
            first = last = self.offsets.end(start - 1) if start else 0
        else:
            first, last = self.offsets.start(start), self.offsets.end(end - 1)
        return Span(start=first, end=last, text=self.original[first:last])

    def line_breaks(self, start: int, end: int) -> int:
        """How many line breaks the original has between two offsets of the clean text, at most 2."""
        first, last = self.offsets.end(start - 1) if start else 0, self.offsets.start(end)
        return min(2, self.original.count("\n", first, last))


def clean(text: str) -> CleanText:
    r"""Make a text ready for reading. Any string is fine; nothing is raised.

    HTML is reduced to its text, entities decoded, typographic characters made plain, invisible ones dropped, UTF-8 that
    was read as Windows-1252 mended, and lines that were wrapped put together again. Of paragraphs, only their order and
    text stay: they are parted by ``"\n\n"``, however the source did it.
    """
    edited, offsets = _Cleaner(text).run()
    if not edited.isascii() or "`" in edited:
        edited = edited.translate(characters.character_table().translation)
    return CleanText(original=text, text=edited, offsets=offsets)


@frozen(kw_only=True)
class _Patterns:
    """The regular expressions that need tables."""

    start: re.Pattern[str]
    spaces: re.Pattern[str]
    lines: re.Pattern[str]
    dropped: re.Pattern[str]
    flow: dict[str, str]


@cache
def _patterns() -> _Patterns:
    table = characters.character_table()
    gaps = table.dropped + table.spaces[1:] + table.lines
    leads = "\u00c2-\u00c6\u00ce-\u00d1\u00d7-\u00d9\u00e2\u00ef"
    return _Patterns(
        # One character set first: the engine skips plain text with it. A blank matters only beside another gap, a quote
        # only when doubled.
        start=re.compile(
            rf"[<& '`‘’{gaps}{leads}\u0300-\u036f\ufb00-\ufb06]"
            rf"(?:(?<=[^ '`‘’])|(?<= )(?=[<& {gaps}{leads}]|\Z)|(?<=['`‘’])(?=['`‘’]))"
        ),
        spaces=re.compile(rf"[{table.spaces}]+"),
        lines=re.compile(rf"\r\n|[{table.lines}]"),
        dropped=re.compile(rf"[{table.dropped}]+"),
        flow={row["name"]: row["flow"] for row in rows("html_elements.tsv")},
    )


@frozen(eq=False)
class _Cleaner:
    """One run over one text."""

    text: str
    patterns: _Patterns = Factory(_patterns)
    # Closing marks that were looked for in vain, so that no search runs to the text's end twice.
    missing: set[str] = Factory(set)

    def run(self) -> tuple[str, OffsetMap]:
        text, editor = self.text, Editor(self.text)
        lines: Layout | None = None
        position, _, _ = self._gap(0, "")
        if position:
            editor.replace(0, position, "")
        while found := self.patterns.start.search(text, position):
            start = found.start()
            atom = self._atom(start)
            if atom is None:
                position = start + 1
                continue
            position, replacement = atom
            if replacement and not replacement.isspace():
                base = start - 1 if unicodedata.combining(text[start]) and start > editor.reached else start
                editor.replace(base, position, _compose(text[base:start], replacement))
                continue
            position, breaks, blank = self._gap(position, replacement)
            if breaks == 1 and lines is None:
                lines = layout(text, html=len(_BLOCK_TAG.findall(text, 0, 200_000)) > 1)
            self._fill(editor, start, position, breaks, blank, lines)
        return editor.finish()

    def _gap(self, position: int, filling: str) -> tuple[int, int, bool]:
        """Follow a gap to its end: the offset there, how many line breaks it holds, whether it holds a blank."""
        breaks, blank = filling.count("\n"), " " in filling
        while (atom := self._atom(position, in_gap=True)) is not None and not atom[1].strip():
            position = atom[0]
            breaks += atom[1].count("\n")
            blank = blank or " " in atom[1]
        return position, breaks, blank

    def _fill(self, editor: Editor, start: int, end: int, breaks: int, blank: bool, lines: Layout | None) -> None:
        """Write what stands for the gap ``start:end``."""
        text = self.text
        if start == 0 or end == len(text) or (not editor.written and start == editor.reached):
            editor.replace(start, end, "")
        elif breaks == 1 and lines is not None and lines.joins(text, start, end):
            if text[start] == "\u00ad":
                editor.replace(start, end, "")
            elif text[start - 1] == "-" and start > 1 and text[start - 2].isalpha() and text[end].isalpha():
                hyphen = start - 1 >= editor.reached and not hyphen_stays(text, start - 1, end)
                editor.replace(start - hyphen, end, "")
            else:
                editor.replace(start, end, " ")
        elif breaks:
            editor.replace(start, end, PARAGRAPH)
        else:
            editor.replace(start, end, " " if blank else "")

    def _atom(self, position: int, in_gap: bool = False) -> tuple[int, str] | None:
        """What stands at ``position``: its end, and what it is worth: text, ``" "``, line breaks, or nothing at all."""
        text, patterns = self.text, self.patterns
        if position >= len(text):
            return None
        if found := patterns.spaces.match(text, position):
            return found.end(), " "
        if found := patterns.lines.match(text, position):
            return found.end(), PARAGRAPH if found[0] == _PARAGRAPH_SEPARATOR else "\n"
        if found := patterns.dropped.match(text, position):
            return found.end(), ""
        character = text[position]
        if character == "<":
            return self._markup(position)
        if character == "&" and (found := characters.ENTITY.match(text, position)):
            return self._decoded(found, characters.decode(found[0]))
        if found := characters.MOJIBAKE.match(text, position):
            return self._decoded(found, characters.mend(found[0]))
        if found := characters.STRAY_LEAD.match(text, position):
            return found.end(), ""
        return None if in_gap else self._typography(position)

    def _typography(self, position: int) -> tuple[int, str] | None:
        if found := _DOUBLE_QUOTE.match(self.text, position):
            return found.end(), '"'
        if found := characters.COMBINING.match(self.text, position):
            return found.end(), found[0]
        if found := _LIGATURE.match(self.text, position):
            return found.end(), unicodedata.normalize("NFKC", found[0])
        return None

    def _decoded(self, found: re.Match[str], decoded: str) -> tuple[int, str] | None:
        if decoded == found[0]:
            return None
        decoded = self.patterns.dropped.sub("", decoded)
        return found.end(), self.patterns.spaces.sub(" ", self.patterns.lines.sub("\n", decoded))

    def _markup(self, position: int) -> tuple[int, str] | None:
        """A tag, comment or declaration, with all that it hides."""
        text = self.text
        if text.startswith("<!--", position):
            end = self._closing("-->", position + 4)
            return None if end is None else (end, "")
        if found := _DECLARATION.match(text, position):
            return found.end(), ""
        found = _TAG.match(text, position)
        if found is None:
            return None
        name = found[1].lower()
        flow = self.patterns.flow.get(name, "inline" if "-" in name or ":" in name else None)
        if flow == "raw" and text[position + 1] != "/" and not found[0].endswith("/>"):
            return self._closing(f"</{name}>", found.end()) or found.end(), PARAGRAPH
        worth = {"block": PARAGRAPH, "raw": PARAGRAPH, "line": PARAGRAPH, "inline": ""}
        return None if flow is None else (found.end(), worth[flow])

    def _closing(self, mark: str, position: int) -> int | None:
        """The offset after the next ``mark`` (in any case), or None."""
        if mark in self.missing:
            return None
        found = re.compile(re.escape(mark), re.IGNORECASE).search(self.text, position)
        if found is None:
            self.missing.add(mark)
            return None
        return found.end()


def _compose(base: str, replacement: str) -> str:
    """A letter with the marks that follow it, composed where Unicode has the composed letter."""
    return unicodedata.normalize("NFC", base + replacement) if base else replacement
