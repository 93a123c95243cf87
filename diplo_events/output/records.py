"""Results as flat records: one row an event, or one row a participation. The columns are fixed, and documented here.

Every row has every column, in this order; what the article does not tell is None, or an empty list.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import Enum, StrEnum
from typing import Literal

from attrs import frozen

from diplo_events.errors import InputError, InputTypeError
from diplo_events.model.actors import Participant
from diplo_events.model.articles import ParsedArticle
from diplo_events.model.events import Event
from diplo_events.model.kinds import Action, ActorKind, EventType, Role, Status
from diplo_events.model.time import Precision

#: What a row stands for.
Rows = Literal["events", "participations"]
#: A cell.
Value = str | int | float | bool | dt.date | list[str] | list[str | None] | None
Record = dict[str, Value]


class ColumnType(StrEnum):
    """The type of a column's cells; each may be None, but for lists and booleans."""

    STRING = "string"
    CATEGORY = "category"
    """A word of a closed vocabulary."""
    DATE = "date"
    INTEGER = "integer"
    FLOAT = "float"
    BOOLEAN = "boolean"
    STRINGS = "strings"
    """A list of strings; where it runs beside another one, its items may be None."""


@frozen(kw_only=True)
class Column:
    """A column of the records.

    Attributes:
        name: its name.
        type: the type of its cells.
        meaning: what it holds.
        categories: for a category, all its words, in the order of the model.
    """

    name: str
    type: ColumnType
    meaning: str
    categories: tuple[str, ...] = ()


def _column(name: str, type_: ColumnType | type[Enum], meaning: str) -> Column:
    if isinstance(type_, ColumnType):
        return Column(name=name, type=type_, meaning=meaning)
    return Column(name=name, type=ColumnType.CATEGORY, meaning=meaning, categories=tuple(m.value for m in type_))


_STRING, _DATE, _INTEGER, _FLOAT = ColumnType.STRING, ColumnType.DATE, ColumnType.INTEGER, ColumnType.FLOAT
_BOOLEAN, _STRINGS = ColumnType.BOOLEAN, ColumnType.STRINGS

#: The columns of :func:`to_records`.
EVENT_COLUMNS: tuple[Column, ...] = (
    _column("article_id", _STRING, "the article's id"),
    _column("published", _DATE, "its day of publication"),
    _column("source", _STRING, "its outlet"),
    _column("event_id", _STRING, "the event's id, unique over articles of different ids"),
    _column("type", EventType, "the type of the event"),
    _column("action", Action, "what was done within the type"),
    _column("status", Status, "whether it took place, as of publication"),
    _column("start", _DATE, "the first day"),
    _column("end", _DATE, "the last day, inclusive"),
    _column("date_precision", Precision, "how wide the words are that tell the date"),
    _column("date_edtf", _STRING, "the date in ISO 8601-2"),
    _column("participants", _STRINGS, "names, the acting side first"),
    _column("participant_countries", _STRINGS, "ISO 3166-1 alpha-3, beside the names; None where none is served"),
    _column("participant_roles", _STRINGS, "roles, beside the names"),
    _column("countries", _STRINGS, "the countries of the participants, each once"),
    _column("venue", _STRING, "the place as written"),
    _column("venue_city", _STRING, "the city"),
    _column("venue_country", _STRING, "ISO 3166-1 alpha-3"),
    _column("venue_forum", _STRING, "the gathering on whose occasion it took place"),
    _column("venue_site", _STRING, "a building or estate"),
    _column("latitude", _FLOAT, "degrees north, WGS 84, of the city"),
    _column("longitude", _FLOAT, "degrees east"),
    _column("attributed_to", _STRINGS, "who says so, as written"),
    _column("agenda", _STRINGS, "what was or is to be discussed, as written"),
    _column("part_of", _STRING, "event_id of the visit or conference during which it took place"),
    _column("replaces", _STRING, "event_id of the event whose place it takes"),
    _column("plover", _STRING, "PLOVER 2023, root and mode"),
    _column("cameo", _STRING, "CAMEO 1.1b3"),
    _column("confidence", _FLOAT, "in [0, 1]"),
    _column("mentions", _INTEGER, "how often the article tells of it"),
    _column("trigger", _STRING, "the words that name it first"),
    _column("trigger_start", _INTEGER, "offset of these in the article's text, in characters"),
    _column("trigger_end", _INTEGER, "offset after them"),
    _column("sentence", _STRING, "the sentence around them"),
)

#: The columns of :func:`to_participation_records`.
PARTICIPATION_COLUMNS: tuple[Column, ...] = (
    _column("article_id", _STRING, "the article's id"),
    _column("published", _DATE, "its day of publication"),
    _column("event_id", _STRING, "the event's id"),
    _column("type", EventType, "the type of the event"),
    _column("action", Action, "what was done within the type"),
    _column("status", Status, "whether it took place, as of publication"),
    _column("start", _DATE, "the event's first day"),
    _column("end", _DATE, "its last day, inclusive"),
    _column("position", _INTEGER, "the participant's place among those of the event, from 0"),
    _column("name", _STRING, "the fullest form of the name in the article"),
    _column("role", Role, "the part played"),
    _column("kind", ActorKind, "what sort of actor it is"),
    _column("named", _BOOLEAN, "False if the article only describes it"),
    _column("title", _STRING, "the office as written"),
    _column("country", _STRING, "the country served, ISO 3166-1 alpha-3"),
    _column("organization", _STRING, "the body or movement served"),
    _column("aliases", _STRINGS, "other forms of the name in the article"),
    _column("mention", _STRING, "the first words that stand for the participant in this event"),
    _column("mention_start", _INTEGER, "offset of these in the article's text, in characters"),
    _column("mention_end", _INTEGER, "offset after them"),
)


def to_records(parsed: ParsedArticle | Iterable[ParsedArticle]) -> list[Record]:
    """One row an event, with the columns of :data:`EVENT_COLUMNS`.

    Args:
        parsed: a parsed article, or any iterable of them.
    """
    return list(iter_records(parsed))


def to_participation_records(parsed: ParsedArticle | Iterable[ParsedArticle]) -> list[Record]:
    """One row a participant of an event, with the columns of :data:`PARTICIPATION_COLUMNS`.

    Args:
        parsed: a parsed article, or any iterable of them.
    """
    return list(iter_records(parsed, "participations"))


def iter_records(parsed: ParsedArticle | Iterable[ParsedArticle], rows: Rows = "events") -> Iterator[Record]:
    """The rows one by one.

    Args:
        parsed: a parsed article, or any iterable of them.
        rows: what a row stands for.

    Raises:
        InputError: if ``rows`` is something else.
    """
    make = _MAKERS[check_rows(rows)]
    for article in articles_of(parsed):
        for event in article.events:
            yield from make(article, event)


def articles_of(parsed: ParsedArticle | Iterable[ParsedArticle]) -> Iterator[ParsedArticle]:
    """One parsed article, or several, one by one.

    Raises:
        InputTypeError: if it is something else.
    """
    if isinstance(parsed, ParsedArticle):
        yield parsed
        return
    if not isinstance(parsed, Iterable):
        raise InputTypeError(f"a ParsedArticle or an iterable of them is needed, not {type(parsed).__name__}")
    for one in parsed:
        if not isinstance(one, ParsedArticle):
            raise InputTypeError(f"an iterable of ParsedArticle is needed; it has a {type(one).__name__}")
        yield one


def columns_of(rows: Rows) -> tuple[Column, ...]:
    """The columns of the rows.

    Raises:
        InputError: if ``rows`` is neither "events" nor "participations".
    """
    return {"events": EVENT_COLUMNS, "participations": PARTICIPATION_COLUMNS}[check_rows(rows)]


def check_rows(rows: Rows) -> Rows:
    """Return ``rows`` if it is one of the two words.

    Raises:
        InputError: if it is not.
    """
    if not isinstance(rows, str) or rows not in _MAKERS:
        raise InputError(f"rows must be 'events' or 'participations', not {rows!r}")
    return rows


def _event_rows(parsed: ParsedArticle, event: Event) -> Iterator[Record]:
    venue, when, first = event.venue, event.when, event.mentions[0]
    actors = [participant.actor for participant in event.participants]
    values: list[Value] = [
        parsed.id, parsed.published, parsed.article.source,
        event.id, event.type.value, event.action.value if event.action else None, event.status.value,
        when.start if when else None, when.end if when else None,
        when.precision.value if when else None, when.edtf if when else None,
        [actor.name for actor in actors], [actor.country for actor in actors],
        [participant.role.value for participant in event.participants],
        list(dict.fromkeys(actor.country for actor in actors if actor.country)),
        venue.name if venue else None, venue.city if venue else None, venue.country if venue else None,
        venue.forum if venue else None, venue.site if venue else None,
        venue.latitude if venue else None, venue.longitude if venue else None,
        [attribution.source for attribution in event.attributions], [span.text for span in event.agenda],
        event.part_of, event.replaces,
        str(event.plover) if event.plover else None, str(event.cameo) if event.cameo else None,
        event.confidence, len(event.mentions),
        first.trigger.text, first.trigger.start, first.trigger.end, first.sentence.text,
    ]  # fmt: skip
    yield _record(EVENT_COLUMNS, values)


def _participation_rows(parsed: ParsedArticle, event: Event) -> Iterator[Record]:
    for position, participant in enumerate(event.participants):
        yield _record(PARTICIPATION_COLUMNS, _participation(parsed, event, position, participant))


def _participation(parsed: ParsedArticle, event: Event, position: int, participant: Participant) -> list[Value]:
    actor, when = participant.actor, event.when
    span = participant.spans[0] if participant.spans else None
    return [
        parsed.id, parsed.published, event.id,
        event.type.value, event.action.value if event.action else None, event.status.value,
        when.start if when else None, when.end if when else None,
        position, actor.name, participant.role.value, actor.kind.value, actor.named, actor.title,
        actor.country, actor.organization, list(actor.aliases),
        span.text if span else None, span.start if span else None, span.end if span else None,
    ]  # fmt: skip


def _record(columns: Sequence[Column], values: Sequence[Value]) -> Record:
    return dict(zip((column.name for column in columns), values, strict=True))


_MAKERS: dict[str, Callable[[ParsedArticle, Event], Iterator[Record]]] = {
    "events": _event_rows,
    "participations": _participation_rows,
}
