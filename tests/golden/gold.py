"""Gold events: what a careful reader would want to be told, as the articles and the checklist write it down.

A checklist file has one sentence a line: ``text``, ``published`` and ``expect``, separated by tabs, after a header;
``#`` lines are comments, ``\\n`` in a text is a line break. ``expect`` is ``-`` where no event is told, else events
joined by `` || ``, each ``type/status[/another status] | participants | venue | date``:

* participants, joined by `` ; ``: ``Name=CCC`` a person, ``[group]=CCC`` a government, body or group; nothing after the
  ``=`` where no state is served;
* venue: ``City,CCC[,forum]``, ``,CCC`` or ``-``;
* date: a day, ``first..last`` or ``-``;
* ``?`` before an event or participant: it may be left out; before a venue or date: this one, or none.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from attrs import field, frozen

from diplo_events import EventType, Status

HERE = Path(__file__).parent
ARTICLES = HERE / "articles"
CHECKLIST = HERE / "checklist"
TRAINING = HERE.parent.parent / "training" / "articles"


@frozen(kw_only=True)
class GoldParticipant:
    """A person (``name``) or a group, government, body or unnamed office-holder (``group`` or ``org``)."""

    name: str | None = None
    group: str | None = None
    org: str | None = None
    aliases: tuple[str, ...] = ()
    country: str | None = None
    optional: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(n for n in (self.name, *self.aliases) if n)

    @property
    def bodies(self) -> tuple[str, ...]:
        return tuple(n for n in (self.group, self.org, *self.aliases) if n)

    def __str__(self) -> str:
        return f"{'?' if self.optional else ''}{self.name or self.group or self.org}/{self.country or '-'}"


@frozen(kw_only=True)
class GoldVenue:
    """Where; the first value of each slot is the best, the others are defensible.

    ``optional``: not judged. ``or_none``: this, or no venue at all.
    """

    cities: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    forums: tuple[str, ...] = ()
    optional: bool = False
    or_none: bool = False

    def __str__(self) -> str:
        parts = [slot[0] if slot else "-" for slot in (self.cities, self.countries, self.forums)]
        return f"{'?' if self.optional or self.or_none else ''}{','.join(parts)}"


@frozen(kw_only=True)
class GoldEvent:
    """One event, with every value that a good reader could defend."""

    types: tuple[EventType, ...]
    statuses: tuple[Status, ...]
    participants: tuple[GoldParticipant, ...] = ()
    venue: GoldVenue = field(factory=GoldVenue)
    start: dt.date | None = None
    end: dt.date | None = None
    date_optional: bool = False
    date_or_none: bool = False
    optional: bool = False
    evidence: str = ""

    @property
    def type(self) -> EventType:
        return self.types[0]

    @property
    def status(self) -> Status:
        return self.statuses[0]

    @property
    def days(self) -> tuple[dt.date, dt.date] | None:
        start, end = self.start or self.end, self.end or self.start
        return None if start is None or end is None else (min(start, end), max(start, end))

    def __str__(self) -> str:
        who = ", ".join(map(str, self.participants))
        when = "-" if self.days is None else "..".join(day.isoformat() for day in self.days)
        kind = f"{'?' if self.optional else ''}{self.type.value}/{'/'.join(s.value for s in self.statuses)}"
        return f"{kind} [{who}] @{self.venue} {when}"


@frozen(kw_only=True)
class Case:
    """A text with its gold."""

    id: str
    text: str
    published: str
    events: tuple[GoldEvent, ...]


def read_articles(folder: Path) -> list[Case]:
    """The articles of a folder: ``ID.txt`` beside ``ID.gold.json``."""
    return [_article(path) for path in sorted(folder.glob("*.gold.json"))]


def _article(path: Path) -> Case:
    row = json.loads(path.read_text(encoding="utf-8"))
    text = path.with_name(path.name.removesuffix(".gold.json") + ".txt").read_text(encoding="utf-8")
    events = tuple(_event(event) for event in row["events"])
    return Case(id=row["id"], text=text, published=row["published"], events=events)


def _event(row: Mapping[str, Any]) -> GoldEvent:
    venue = row.get("venue") or {}
    return GoldEvent(
        types=tuple(map(EventType, _values(row, "type"))),
        statuses=tuple(map(Status, _values(row, "status"))),
        participants=tuple(_participant(p) for p in row.get("participants", ())),
        venue=GoldVenue(
            cities=_values(venue, "city"),
            countries=_values(venue, "country"),
            forums=(*_values(venue, "forum"), *row.get("forum_any", ())),
            optional=bool(venue.get("optional")),
        ),
        start=_day(row.get("start")),
        end=_day(row.get("end")),
        date_optional=bool(row.get("date_optional")),
        optional=bool(row.get("optional")),
        evidence=row.get("evidence") or "",
    )


def _participant(row: Mapping[str, Any]) -> GoldParticipant:
    return GoldParticipant(
        name=row.get("name"),
        group=row.get("group"),
        org=row.get("org"),
        aliases=tuple(row.get("aliases", ())),
        country=row.get("country"),
        optional=bool(row.get("optional")),
    )


def _values(row: Mapping[str, Any], key: str) -> tuple[str, ...]:
    return tuple(value for value in (row.get(key), *row.get(f"{key}_any", ())) if value)


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def checklists() -> list[Path]:
    """The checklist's files, one a phenomenon."""
    return sorted(CHECKLIST.glob("*.tsv"))


def read_checklist(path: Path) -> list[Case]:
    """The cases of a checklist file.

    Raises:
        ValueError: if a line is not of the form described above; the message names it.
    """
    return list(_cases(path))


def _cases(path: Path) -> Iterator[Case]:
    seen_header = False
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        if not seen_header:
            seen_header = True
            continue
        try:
            text, published, expect = line.split("\t")
            events = tuple(_told(part) for part in expect.split(" || ")) if expect.strip() != "-" else ()
        except ValueError as error:
            raise ValueError(f"{path.name}, line {number}: {error}") from error
        yield Case(
            id=f"{path.stem}:{number}", text=text.replace("\\n", "\n"), published=published.strip(), events=events
        )


def _told(text: str) -> GoldEvent:
    kind, who, where, when = (part.strip() for part in text.split(" | "))
    type_, *statuses = kind.removeprefix("?").split("/")
    start, end = _period(when.removeprefix("?"))
    return GoldEvent(
        types=(EventType(type_),),
        statuses=tuple(map(Status, statuses)),
        participants=tuple(_named(part.strip()) for part in who.split(" ; ")) if who != "-" else (),
        venue=_venue(where),
        start=start,
        end=end,
        date_or_none=when.startswith("?"),
        optional=kind.startswith("?"),
    )


def _named(text: str) -> GoldParticipant:
    name, _, country = text.removeprefix("?").rpartition("=")
    optional = text.startswith("?")
    if name.startswith("[") and name.endswith("]"):
        return GoldParticipant(group=name[1:-1], country=country or None, optional=optional)
    if not name:
        raise ValueError(f"a participant is written Name=CCC or [group]=CCC, not {text!r}")
    return GoldParticipant(name=name, country=country or None, optional=optional)


def _venue(text: str) -> GoldVenue:
    if text == "-":
        return GoldVenue()
    parts = [*text.removeprefix("?").split(",", 2), "", ""]
    slots: Sequence[tuple[str, ...]] = [(part.strip(),) if part.strip() not in ("", "-") else () for part in parts]
    return GoldVenue(cities=slots[0], countries=slots[1], forums=slots[2], or_none=text.startswith("?"))


def _period(text: str) -> tuple[dt.date | None, dt.date | None]:
    if text == "-":
        return None, None
    start, _, end = text.partition("..")
    return dt.date.fromisoformat(start), dt.date.fromisoformat(end or start)
