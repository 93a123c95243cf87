"""Results as JSON and back: one document, or one line an article. The form is that of ``data/schema-v1.json``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar, overload

from attrs import AttrsInstance

from diplo_events.data import read_text
from diplo_events.errors import FormatError, InputError, InputTypeError
from diplo_events.model.articles import ParsedArticle
from diplo_events.model.timeline import Timeline
from diplo_events.output.plain import from_plain, to_plain
from diplo_events.output.records import articles_of

#: The version of the form in which results are written; it rises with every change of a field.
SCHEMA_VERSION = 1
VERSION_KEY = "schema_version"
#: The published schemas, files of the package's data.
SCHEMA_FILES: dict[type, str] = {
    ParsedArticle: f"schema-v{SCHEMA_VERSION}.json",
    Timeline: f"schema-timeline-v{SCHEMA_VERSION}.json",
}

Model = TypeVar("Model", bound=AttrsInstance)

#: Blanks a level.
_WIDEST = 100

# Half a surrogate pair cannot be written in UTF-8; the others end a line for some readers of JSON Lines.
_ESCAPED = re.compile("[\ud800-\udfff\x85\u2028\u2029]")


def schema(kind: type[ParsedArticle | Timeline] = ParsedArticle) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of what :func:`to_json` writes, as published with the package.

    Args:
        kind: :class:`~diplo_events.ParsedArticle` (``data/schema-v1.json``) or :class:`~diplo_events.Timeline`
            (``data/schema-timeline-v1.json``).

    Raises:
        InputError: if it is another class; the parts of these two are under ``$defs``.
    """
    if kind not in SCHEMA_FILES:
        raise InputError(f"schemas are published of ParsedArticle and Timeline, not of {kind!r}")
    published: dict[str, Any] = json.loads(read_text(SCHEMA_FILES[kind]))
    return published


def to_json(value: AttrsInstance, *, indent: int | None = None) -> str:
    """A result as JSON.

    Args:
        value: a :class:`~diplo_events.ParsedArticle`, a :class:`~diplo_events.Timeline`, or a part of one of them, such
            as an :class:`~diplo_events.Event`.
        indent: the number of blanks a level; all in one line if None.

    Raises:
        InputTypeError: if it is no value of the model, or ``indent`` no number.
        InputError: if ``indent`` is not between 0 and 100.

    >>> from diplo_events import Span, to_json
    >>> to_json(Span.of("They met.", 5, 8))
    '{"schema_version": 1, "start": 5, "end": 8, "text": "met"}'
    """
    if isinstance(value, type) or not hasattr(value, "__attrs_attrs__"):
        raise InputTypeError(f"to_json takes a ParsedArticle or a part of one, not {type(value).__name__}")
    if indent is not None and not isinstance(indent, int):
        raise InputTypeError(f"indent must be a whole number or None, not {type(indent).__name__}")
    if indent is not None and not 0 <= indent <= _WIDEST:
        raise InputError(f"indent must be between 0 and {_WIDEST}, not {indent}")
    plain = {VERSION_KEY: SCHEMA_VERSION, **to_plain(value)}
    written = json.dumps(plain, ensure_ascii=False, allow_nan=False, indent=indent)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", written)


@overload
def from_json(text: str | bytes) -> ParsedArticle: ...
@overload
def from_json(text: str | bytes, kind: type[Model]) -> Model: ...
def from_json(text: str | bytes, kind: type[Any] = ParsedArticle) -> Any:
    """The result that :func:`to_json` wrote: equal to the one before, in every field.

    (But for texts in which both halves of a surrogate pair are characters of their own, which no decoder makes: JSON
    cannot tell them from the character that they stand for.)

    Args:
        text: the JSON; bytes are read as UTF-8.
        kind: the class that was written.

    Raises:
        FormatError: if it is no JSON, of another version, or not of the form; the message names the path
            (``missing @ $.events[0].when``).
        InputTypeError: if ``text`` is neither str nor bytes, or ``kind`` no class of the model.
    """
    if not isinstance(kind, type) or not hasattr(kind, "__attrs_attrs__"):
        raise InputTypeError(f"kind must be a class of the model, such as Event, not {kind!r:.60}")
    if not isinstance(text, (str, bytes, bytearray)):
        raise InputTypeError(f"from_json takes str or bytes, not {type(text).__name__}; for files see from_json_lines")
    return from_plain(_checked_version(_loads(text)), kind)


def to_json_lines(parsed: Iterable[ParsedArticle]) -> Iterator[str]:
    r"""Results as JSON Lines, lazily: one article a line, each ending in ``\n``, ready for ``file.writelines``.

    Raises:
        InputTypeError: while iterating, if it is no iterable of :class:`~diplo_events.ParsedArticle`.
    """
    return (to_json(one) + "\n" for one in articles_of(parsed))


def from_json_lines(lines: Iterable[str | bytes]) -> Iterator[ParsedArticle]:
    """The results of JSON Lines, lazily: any iterable of lines, such as an open file. Empty lines are passed over.

    Raises:
        FormatError: while iterating, if a line is not of the form; the message names line and path.
        InputTypeError: if one string is given (split it at its line ends), or what is no line.
    """
    if not isinstance(lines, Iterable):
        raise InputTypeError(f"from_json_lines takes lines, such as an open file, not {type(lines).__name__}")
    if isinstance(lines, (str, bytes)):
        raise InputTypeError("from_json_lines takes lines, such as an open file; split a text with text.split('\\n')")
    return _parsed_lines(lines)


def _parsed_lines(lines: Iterable[str | bytes]) -> Iterator[ParsedArticle]:
    for number, line in enumerate(lines, start=1):
        if not isinstance(line, (str, bytes)):
            raise InputTypeError(f"line {number} is a {type(line).__name__}, neither str nor bytes")
        if not line.strip():
            continue
        try:
            yield from_json(line)
        except FormatError as error:
            raise FormatError(f"line {number}: {error}") from error


def _loads(text: str | bytes | bytearray) -> object:
    try:
        return json.loads(text, parse_constant=_no_constant)
    except RecursionError:
        raise FormatError("nested too deeply @ $") from None
    except ValueError as error:
        raise FormatError(f"not JSON: {error}") from error


def _no_constant(name: str) -> object:
    raise ValueError(f"{name} is no number of JSON")


def _checked_version(data: object) -> object:
    if not isinstance(data, dict):
        raise FormatError(f"not an object but a {type(data).__name__} @ $")
    if VERSION_KEY not in data:
        raise FormatError(f"missing @ $.{VERSION_KEY}")
    version = data.pop(VERSION_KEY)
    if version != SCHEMA_VERSION or isinstance(version, bool):
        raise FormatError(f"this version of diplo_events reads {SCHEMA_VERSION}, not {version!r:.40} @ $.{VERSION_KEY}")
    return data
