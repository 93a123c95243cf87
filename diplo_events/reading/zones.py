"""What is the story, and what the page has around it: clean text in, zones out.

A paragraph is classified by the phrases of ``boilerplate.tsv``, by the forms of datelines, bylines, captions and
credits, and by its place. Doubt speaks for running text: what is taken for boilerplate is never read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from attrs import define, frozen

from diplo_events.data import rows
from diplo_events.reading.blocks import Zone, ZoneKind
from diplo_events.reading.clean import PARAGRAPH, CleanText
from diplo_events.reading.dateline import Dateline, match_date_line, match_dateline

__all__ = ["Zone", "ZoneKind", "zones"]

_LEAD: Final = re.compile(r"[\s(\[–—•●▪*>|\"'-]{0,6}")
_BULLET: Final = re.compile(r"[•●▪◦‣*►»–-]\s")
_ENDED: Final = re.compile(r"[.!?…:;][\"')\]]{0,3}$")
_ENDED_BEFORE_ASIDE: Final = re.compile(r"[.!?][\"']?\s\([^()]{1,500}\)$")
_STOPPED: Final = re.compile(r"\.[\"')\]]{0,3}$")
_SPEAKER: Final = re.compile(r"[^\W\d_a-z][\w'. -]{1,40}:\s")
_CLOCK: Final = re.compile(r"\s\d{1,2}:\d{2}$")
# Possessive: names that touch can be parted in countless ways.
_NAME: Final = r"[^\W\d_a-z][\w'.-]*+"
_BYLINE: Final = re.compile(
    rf"(?:(?:By|BY|Story\sby|Words\sby)\s{_NAME}(?:,?\s(?:and\s|in\s|of\s|the\s|for\s|de\s|van\s|von\s|al-|[|/•]\s)?{_NAME}){{0,11}}"
    r"|(?:[Ff]rom\s|[Bb]y\s)?(?:[Oo]ur|[Aa]|[Tt]he)?\s?(?:[A-Z]\w+\s){0,2}(?:[Cc]orrespondents?|[Ww]riters?|[Rr]eporters?|[Ee]ditor)(?:\sin\s[A-Z]\w+)?)$"
)
_SIDES: Final = re.compile(r"\((?:L|R|C|left|right|centre|center)\)|,\s(?:left|right|second left|second right),")
# "(Reporting by A B; Editing by C D)" at a paragraph's end.
_NOTE: Final = re.compile(
    r"\s\((?:(?:Additional\s|With\s)?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Tt]ranslation|[Cc]ompiled)\sby|Updates?\swith|"
    r"Corrects|Adds|Recasts)[^()]{0,500}\)$"
)
# The longest title of a list of teasers, in characters.
_LIST_TITLE: Final = 35
# The longest credit, in characters.
_CREDIT_LENGTH: Final = 120
# The longest blocks that can be a headline, a cross-heading, a caption, and a block with an "in" phrase, in words.
_HEADLINE_WORDS: Final = 60
_SUBHEAD_WORDS: Final = 16
_CAPTION_WORDS: Final = 70
_CREDIT_WORDS: Final = 12
_PHRASE_WORDS: Final = 60


@define
class _Block:
    """A paragraph on its way to its kind."""

    start: int
    end: int
    text: str
    words: int
    ended: bool
    tight: bool
    kind: ZoneKind | None = None
    lists: bool = False


@frozen
class _Phrases:
    """One table's phrases as regular expressions: by their place in the block."""

    start: re.Pattern[str]
    whole: re.Pattern[str]
    within: tuple[str, ...]
    end: re.Pattern[str]
    entries: dict[tuple[str, str], tuple[ZoneKind, bool]]

    def find(self, block: _Block) -> tuple[ZoneKind, bool] | None:
        """The kind that a phrase gives to the block, and whether a list follows."""
        lead = _LEAD.match(block.text)
        offset = lead.end() if lead else 0
        if found := self.start.match(block.text, offset) or self.start.match(block.text):
            return self._entry("start", found[0])
        if block.words <= 4 and (found := self.whole.match(block.text, offset)):
            return self._entry("whole", found[1])
        if found := self.end.search(block.text, max(0, len(block.text) - 20)):
            return self._entry("end", found[1])
        if block.words <= _PHRASE_WORDS:
            lower = block.text.lower()
            return next((self.entries["in", phrase] for phrase in self.within if phrase in lower), None)
        return None

    def _entry(self, where: str, phrase: str) -> tuple[ZoneKind, bool] | None:
        return self.entries.get((where, phrase)) or self.entries.get((where, phrase.lower()))


@cache
def _phrases() -> _Phrases:
    table = [row for row in rows("boilerplate.tsv") if row["zone"] != "label"]
    choice = {
        where: "|".join(
            re.escape(row["phrase"]) if row["phrase"] != row["phrase"].lower() else f"(?i:{re.escape(row['phrase'])})"
            for row in sorted(table, key=lambda row: -len(row["phrase"]))
            if row["where"] == where
        )
        for where in ("start", "whole", "end")
    }
    return _Phrases(
        start=re.compile(rf"(?:{choice['start']})(?![^\W\d])"),
        whole=re.compile(rf"({choice['whole']})\W*$"),
        within=tuple(row["phrase"] for row in table if row["where"] == "in"),
        end=re.compile(rf"({choice['end']})\s*$"),
        entries={(row["where"], row["phrase"]): (ZoneKind(row["zone"]), row["list"] == "yes") for row in table},
    )


@frozen
class _Credits:
    """Forms of a picture's credit."""

    line: re.Pattern[str]
    tail: re.Pattern[str]


@cache
def _credits() -> _Credits:
    names = "|".join(re.escape(row["name"]) for row in sorted(rows("agencies.tsv"), key=lambda row: -len(row["name"])))
    source = rf"(?:{names}|REUTERS|GETTY IMAGES)"
    person = rf"{_NAME}(?:\s(?:de\s|van\s|von\s|al-|el-)?{_NAME}){{0,3}}"
    return _Credits(
        # As in "Kevin Lamarque/Pool/AFP/Getty Images", "REUTERS/Jim Bourg", "(AP Photo/Andy Wong, File)".
        line=re.compile(
            rf"[(\[]?(?:{person}\s?[/|,]\s?)?(?:{source}\s?[/|,]?\s?)(?:{person}|[/|,]\s?){{0,6}}[)\]]?\.?$"
        ),
        # The same at a caption's end, with or without a blank before it.
        tail=re.compile(
            rf"(?:(?<=[.\"'])|\s)(?:(?:Photo|Picture|Photograph|Image)s?(?::|\sby)\s)?(?:{person}\s?/\s?(?:{person}/){{0,2}}{source}|{source}/{person}(?:/{_NAME}(?:\s{_NAME})?){{0,2}}"
            rf"|(?:{person}\s)?[(\[](?:{person}/|Photo:?\s|Photo\sby\s|Picture:\s)?{source}(?:/[^()\[\]]{{1,40}})?(?:,\s[^()\[\]]{{1,20}})?[)\]]"
            rf"|\((?:Photo|Picture|Image|{person}\sPool|{person}\sPhoto)[^()]{{0,40}}\))\.?$"
        ),
    )


def zones(clean: CleanText) -> list[Zone]:
    """The zones of a clean text, in order, without gaps but the paragraph breaks and blanks between them."""
    blocks = list(_blocks(clean))
    _mark(blocks)
    _mark_lists(blocks)
    _mark_by_place(blocks)
    return list(_divided(clean.text, blocks))


def _blocks(clean: CleanText) -> Iterator[_Block]:
    text = clean.text
    start = 0
    while start < len(text):
        end = text.find(PARAGRAPH, start)
        end = len(text) if end < 0 else end
        block = text[start:end]
        yield _Block(
            start=start,
            end=end,
            text=block,
            words=block.count(" ") + 1,
            ended=_is_ended(block),
            tight=start > 0 and clean.line_breaks(start - len(PARAGRAPH), start) == 1,
        )
        start = end + len(PARAGRAPH)


def _is_ended(block: str) -> bool:
    """Whether the block ends as a sentence does; an aside like "(Editing by A B)" or "(AP)" may follow."""
    if _ENDED.search(block, max(0, len(block) - 5)):
        return True
    return block.endswith(")") and _ENDED_BEFORE_ASIDE.search(block, max(0, len(block) - 600)) is not None


def _mark(blocks: Iterable[_Block]) -> None:
    """Give a kind to the blocks that show it by themselves."""
    phrases, credit = _phrases(), _credits()
    for block in blocks:
        if block.words > 90:
            continue
        if entry := phrases.find(block):
            block.kind, block.lists = entry
            if block.kind is ZoneKind.CREDIT and block.words > _CREDIT_WORDS:
                block.kind = ZoneKind.CAPTION  # "Photo: X embraces Y in Z on Monday. (AP Photo/A. B.)"
        elif match_date_line(block.text, 0, len(block.text)):
            block.kind = ZoneKind.DATELINE
        elif block.words <= 16 and _BYLINE.match(block.text):
            block.kind = ZoneKind.BYLINE
        elif block.words <= 14 and credit.line.match(block.text):
            block.kind = ZoneKind.CREDIT
        elif not block.ended and block.words <= 40 and (_CLOCK.search(block.text) or _SIDES.search(block.text)):
            block.kind = ZoneKind.CAPTION
        elif block.text.count("|") > 1 and block.words < 30:
            block.kind = ZoneKind.BOILERPLATE


def _mark_lists(blocks: list[_Block]) -> None:
    """Headline-like lines after "Read more" and the like belong to it."""
    listing = False
    for number, block in enumerate(blocks, start=1):
        if block.lists:
            # One that names its story in its own line ("Read more: ...") goes on only in lines right below it.
            listing = len(block.text) <= _LIST_TITLE or any(
                following.tight for following in blocks[number : number + 1]
            )
        elif listing and block.kind is None and (_BULLET.match(block.text) or _like_headline(block)):
            block.kind = ZoneKind.TEASER
        elif block.kind is not ZoneKind.BOILERPLATE:
            listing = False


def _like_headline(block: _Block) -> bool:
    return block.words <= 25 and not _STOPPED.search(block.text)


def _mark_by_place(blocks: list[_Block]) -> None:
    """Tell headlines, captions, cross-headings and the page's foot from running text by where they stand."""
    prose = [i for i, block in enumerate(blocks) if block.kind is None and block.ended and not _title_like(i, block)]
    if not prose:
        prose = [max((i for i, b in enumerate(blocks) if b.kind is None), key=lambda i: blocks[i].words, default=-1)]
    first, last = prose[0], prose[-1]
    title = next((i for i, block in enumerate(blocks) if block.kind is None), -1)
    for i, block in enumerate(blocks):
        if block.kind is not None:
            continue
        if i < first and block.words <= _HEADLINE_WORDS:
            block.kind = ZoneKind.CAPTION if i > title and _near_credit(blocks, i) else ZoneKind.HEADLINE
        elif block.words <= _CAPTION_WORDS and _has_credit(block):
            block.kind = ZoneKind.CAPTION
        elif first < i < last and not block.ended and block.words <= _SUBHEAD_WORDS and not _opens(block):
            block.kind = ZoneKind.SUBHEAD
        elif i > last and block.words <= _SUBHEAD_WORDS and not block.ended and not _BULLET.match(block.text):
            block.kind = ZoneKind.BOILERPLATE
        else:
            block.kind = ZoneKind.BODY


def _title_like(index: int, block: _Block) -> bool:
    """A first line that ends with a question or exclamation mark is a headline all the same."""
    return index == 0 and block.words <= 20 and not _STOPPED.search(block.text)


def _opens(block: _Block) -> bool:
    """Whether a short block is only a dateline, as before the text of some agencies."""
    return match_dateline(block.text, 0, len(block.text)) is not None


def _credit_tail(block: _Block) -> re.Match[str] | None:
    start = max(0, len(block.text) - _CREDIT_LENGTH)
    if any(block.text.find(mark, start) >= 0 for mark in "/(["):
        return _credits().tail.search(block.text, start)
    return None


def _has_credit(block: _Block) -> bool:
    """Whether a credit ends the block; a bare "(AP)" may also end a story."""
    found = _credit_tail(block)
    return found is not None and (
        not block.text[: found.start()].endswith(".") or "/" in found[0] or " " in found[0].strip()
    )


def _near_credit(blocks: list[_Block], index: int) -> bool:
    if _has_credit(blocks[index]):
        return True
    around = blocks[max(0, index - 1) : index] + blocks[index + 1 : index + 2]
    return any(block.kind is ZoneKind.CREDIT for block in around)


def _divided(text: str, blocks: list[_Block]) -> Iterator[Zone]:
    """Zones: a block is one, but for a dateline at its head, and a credit or an editor's note at its end."""
    opening = True
    # More than one block with a name and a colon at its head: a transcript and its speakers.
    speakers = sum(_SPEAKER.match(block.text) is not None for block in blocks) > 1
    for number, block in enumerate(blocks):
        kind = block.kind or ZoneKind.BODY
        start, end = block.start, block.end
        line = _dateline(text, block, kind, opening)
        if line is not None and not (speakers and text[line.end - 1] == ":"):
            yield Zone(start=start, end=line.end, kind=ZoneKind.DATELINE, paragraph=number)
            start = _skip_blanks(text, line.end, end)
        opening = opening and kind is not ZoneKind.BODY
        tail = _tail(block, kind)
        stop = end if tail is None else max(start, tail[0])
        if start < stop:
            yield Zone(start=start, end=stop, kind=kind, paragraph=number)
        if tail is not None:
            yield Zone(start=_skip_blanks(text, stop, end), end=end, kind=tail[1], paragraph=number)


def _dateline(text: str, block: _Block, kind: ZoneKind, opening: bool) -> Dateline | None:
    """The dateline at a block's head; in what looks like a headline only one that names an agency or a date."""
    if kind is ZoneKind.BODY:
        return match_dateline(text, block.start, block.end, opening=opening)
    if kind not in (ZoneKind.HEADLINE, ZoneKind.SUBHEAD):
        return None
    line = match_dateline(text, block.start, block.end)
    return line if line is not None and (line.agency or line.date) else None


def _tail(block: _Block, kind: ZoneKind) -> tuple[int, ZoneKind] | None:
    """Where a credit or an editor's note begins that ends the block, and which of the two."""
    if kind not in (ZoneKind.BODY, ZoneKind.CAPTION):
        return None
    if found := _NOTE.search(block.text):
        return block.start + found.start(), ZoneKind.BOILERPLATE
    if found := _credit_tail(block):
        return block.start + found.start(), ZoneKind.CREDIT
    return None


def _skip_blanks(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start
