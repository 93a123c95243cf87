"""Datelines: "ANKARA, April 3 (Agency) -", and lines that hold only a date.

The forms are those of the agencies' style books (AP, Reuters, AFP, Xinhua), of which this module knows the grammar and
``agencies.tsv`` the names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from attrs import evolve, frozen

from diplo_events.data import rows
from diplo_events.reading.blocks import Zone, ZoneKind
from diplo_events.reading.clean import CleanText

_MONTH: Final = (
    r"(?i:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_WEEKDAY: Final = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tue|Tues|Wed|Thu|Thurs|Fri|Sat|Sun)\.?)"
_DAY: Final = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE: Final = (
    rf"(?:{_WEEKDAY},?\s)?(?:{_MONTH}\s{_DAY}(?:,?\s\d{{4}})?|{_DAY}(?:\sof)?\s{_MONTH},?(?:\s\d{{4}})?|"
    r"\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{4})"
)
# A word of a place in capitals; letters beyond A to Z are tested with str.isupper.
_CAPITALS: Final = r"[^\W\d_a-z](?:[^\W\d_a-z]|['.-])+(?:\s(?:[^\W\d_a-z]|['.-]){2,}){0,4}"
_TITLE: Final = (
    rf"(?!{_WEEKDAY}\b|{_MONTH}\s\d)[^\W\d_a-z][\w'.-]+"
    r"(?:\s(?:of\s|de\s|da\s|do\s|la\s|al-|el-)?[^\W\d_a-z][\w'.-]*){0,3}"
)
_REGION: Final = rf"(?!{_MONTH}\s){_TITLE}"
_TIME: Final = r"(?:,?\s(?:at\s)?\d{1,2}[:.]\d{2}\s?(?:[ap]\.?m\.?|hrs)?\s?[A-Z]{0,4})"

# "ADDIS ABABA | April 25, 2011 10:53am EDT ", as web pages put it before the agency's own dateline.
_PREFIX: Final = re.compile(rf"(?:{_CAPITALS}\s\|\s)(?P<date>{_DATE}){_TIME}?\s")
_HEAD: Final = re.compile(
    rf"""(?:(?P<places>{_CAPITALS}(?:(?:\s?/\s?|\sand\s|\s&\s){_CAPITALS}){{0,3}}|{_TITLE}(?:/{_TITLE}){{0,2}})
          (?:,\s(?P<region>{_REGION}?)(?:\sand\s(?P<second>{_CAPITALS}))?(?=\s?[-–—_(/:|]|,\s|$))?)?
        (?:(?:^|,?\s(?:\|\s)?\(?)?(?P<date>{_DATE})\)?)?
        (?:[,\s|]{{0,3}}[(\[](?P<agency>[^\W\d_][^()\[\]]{{1,45}})[)\]]|\s/(?P<slashed>[^/()\s]{{2,30}})/|,?\s(?P<bare>[A-Z][\w-]{{1,20}})(?=\s-))?
        (?P<mark>\s?(?:--|[-–—_])(?:\s|$)|\s?[—–](?=\w)|\s?:\s|\.\s|$|(?<=[)\]])\s)""",
    re.VERBOSE,
)
_DATE_LINE: Final = re.compile(
    rf"""(?:(?:Published|Updated|Posted|Issued|Released|Filed|Last\supdated|First\spublished)(?:\son|\sat)?:?\s)?
        (?:[^|\n]{{1,40}}\|\s){{0,3}}
        (?:(?P<places>{_TITLE})(?:,\s(?P<region>{_REGION}))?,?\s)?
        (?P<date>{_DATE}){_TIME}?\.?$""",
    re.VERBOSE,
)
_SMALL: Final = frozenset({"and", "au", "da", "de", "del", "do", "du", "en", "la", "le", "of", "sur", "the", "upon"})


@frozen(kw_only=True)
class Dateline:
    """Where and when a story was filed. All offsets are those of the clean text.

    Attributes:
        start: offset of its first character.
        end: offset after its last character, the dash included.
        cities: the places, in title case ("New York"); several if the story was filed from several.
        region: the country, state or borough that is written after the place, if any.
        date: the date as written, if any, at ``date_start`` to ``date_end``.
        agency: the agency as written, if any.
    """

    start: int
    end: int
    cities: tuple[str, ...] = ()
    region: str | None = None
    date: str | None = None
    date_start: int = 0
    date_end: int = 0
    agency: str | None = None

    @property
    def city(self) -> str | None:
        """The first place."""
        return self.cities[0] if self.cities else None


@cache
def agency_names() -> frozenset[str]:
    """The names of ``agencies.tsv``, case-folded."""
    return frozenset(row["name"].casefold() for row in rows("agencies.tsv"))


def match_dateline(text: str, start: int, end: int, *, opening: bool = False) -> Dateline | None:
    """The dateline at the head of a block of text, if there is one.

    Args:
        text: the clean text.
        start: where the block begins.
        end: where it ends.
        opening: True for the first block of running text, where also the forms that are weak elsewhere hold
            ("Washington — The", "NEW DELHI: The").
    """
    head = text[start : min(end, start + 200)]
    prefix = _PREFIX.match(head)
    found = _HEAD.match(head, prefix.end() if prefix else 0)
    if found is None or not _plausible(found, opening):
        return _from_match(prefix, start) if prefix else None
    line = _from_match(found, start)
    if prefix is None:
        return line
    return evolve(_with_date(line, _from_match(prefix, start)), start=start)


def match_date_line(text: str, start: int, end: int) -> Dateline | None:
    """The block as a line of its own with a date, and nothing but place, outlet or time beside it; or None."""
    if end - start > 120:
        return None
    found = _DATE_LINE.match(text[start:end])
    if found is None or not (re.search(r"\d{4}", found["date"]) or (found["places"] or "").isupper()):
        return None
    return evolve(_from_match(found, start), end=end)


def read_datelines(clean: CleanText, zones: Iterable[Zone]) -> Iterator[tuple[Zone, Dateline]]:
    """Every dateline of a text with its zone; a round-up has one a paragraph."""
    for zone in zones:
        if zone.kind is ZoneKind.DATELINE:
            line = match_date_line(clean.text, zone.start, zone.end)
            line = line or match_dateline(clean.text, zone.start, len(clean.text), opening=True)
            if line is not None:
                yield zone, line


def read_dateline(clean: CleanText, zones: Iterable[Zone]) -> Dateline | None:
    """The story's dateline: the first that names a place, with the date that stands there or on a line of its own."""
    best: Dateline | None = None
    for _, line in read_datelines(clean, zones):
        if best is None:
            best = line
        elif not best.cities and line.cities:
            best = _with_date(line, best)
        elif best.date is None and line.date is not None and not line.cities:
            best = _with_date(best, line)
    return best


def _with_date(line: Dateline, other: Dateline) -> Dateline:
    """The line with the other's date, and agency, where it has none."""
    if line.date is None:
        line = evolve(line, date=other.date, date_start=other.date_start, date_end=other.date_end)
    return line if line.agency else evolve(line, agency=other.agency)


def _from_match(found: re.Match[str], start: int) -> Dateline:
    groups = found.groupdict()
    places = "/".join(filter(None, (groups.get("places"), groups.get("second"))))
    dated = groups.get("date") is not None
    return Dateline(
        start=start + found.start(),
        end=start + len(found.string[: found.end()].rstrip()),
        cities=tuple(_title(place) for place in re.split(r"\s?/\s?|\sand\s|\s&\s", places)) if places else (),
        region=groups.get("region"),
        date=groups.get("date"),
        date_start=start + found.start("date") if dated else 0,
        date_end=start + found.end("date") if dated else 0,
        agency=_agency(found) if "agency" in groups else None,
    )


def _agency(found: re.Match[str]) -> str | None:
    return found["agency"] or found["slashed"] or found["bare"]


def _plausible(found: re.Match[str], opening: bool) -> bool:
    """Whether what has the form of a dateline is one."""
    places, mark, agency = found["places"], found["mark"].strip(), _agency(found)
    capitals = places is not None and places.replace(" and ", "").isupper() and len(places) > 3
    if places is not None and (places.isdigit() or _is_label(places)):
        return False
    if agency is not None:
        known = agency.casefold() in agency_names()
        return (
            known
            or (bool(mark) and (capitals or found["date"] is not None or places is None))
            or (opening and places is None and agency.isupper())
        )
    if found["date"] is not None:
        return bool(mark) and places is not None and (capitals or opening)
    rest = found.string[found.end() : found.end() + 1]
    if places is None or not mark or not (rest.isupper() or rest in "\"'" or rest.isdigit()):
        return False
    if mark == ".":
        return capitals and found["region"] is None
    return capitals if mark != ":" and capitals else opening and (capitals or mark != ":")


@cache
def _labels() -> frozenset[str]:
    return frozenset(row["phrase"] for row in rows("boilerplate.tsv") if row["zone"] == "label")


def _is_label(places: str) -> bool:
    return places.upper().rstrip(" 0123456789") in _labels()


def _title(place: str) -> str:
    """ "NEW YORK" as "New York", "PORT-AU-PRINCE" as "Port-au-Prince"; what is not in capitals stays."""
    place = place.strip()
    place = place.rstrip(".") if place.count(".") == 1 else place
    if not place.isupper():
        return place
    words = re.split(r"([\s-])", place.lower())
    return "".join(word if word in _SMALL and i else _capital(word) for i, word in enumerate(words))


def _capital(word: str) -> str:
    if re.fullmatch(r"(?:\w\.){2,}", word):
        return word.upper()
    head, mark, tail = word.partition("'")
    return head[:1].upper() + head[1:] + mark + (tail[:1].upper() + tail[1:] if len(tail) > 1 else tail)
