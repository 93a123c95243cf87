"""What users pass in, checked and made into articles."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from diplo_events.errors import InputError, InputTypeError
from diplo_events.model.articles import Article, content_id
from diplo_events.model.roster import RosterEntry

#: Characters; a longer text is refused unless the parser is told otherwise. A million characters is the length of two
#: novels.
MAX_LENGTH = 2_000_000
_KEYS = frozenset({"text", "published", "title", "id", "source"})


def to_date(value: object) -> dt.date | None:
    """A publication date as a day.

    Args:
        value: a ``date``, a ``datetime`` (its own calendar day counts, whatever its zone), an ISO 8601 string, or None.

    Raises:
        InputError: if a string is no ISO date.
        InputTypeError: if it is something else.
    """
    if value is None:
        return None
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    if isinstance(value, str):
        try:
            return dt.datetime.fromisoformat(value.strip()).date()
        except ValueError:
            raise InputError(
                f"published={value[:40]!r} is not an ISO 8601 date; write it like '2023-06-06', or pass a datetime.date"
            ) from None
    raise InputTypeError(f"published must be a date, a datetime or an ISO string, not {type(value).__name__}")


def to_article(value: object) -> Article:
    """A text, a mapping or an article as an :class:`Article`.

    Args:
        value: a string; an Article; or a mapping with ``text`` and optionally ``published``, ``title``, ``id``,
            ``source``.

    Raises:
        InputTypeError: if it is none of these, or a field has the wrong type.
        InputError: if ``text`` is missing, a key is unknown, or ``published`` is no date.
    """
    if isinstance(value, Article):
        return value
    if isinstance(value, str):
        return Article(text=value)
    if isinstance(value, Mapping):
        return _from_mapping(value)
    raise InputTypeError(
        f"an article must be a text, a mapping with the key 'text', or an Article, not {type(value).__name__}"
    )


def checked_length(article: Article, max_length: int) -> Article:
    """The article, if its text is not longer than ``max_length`` characters.

    Raises:
        InputError: if it is.
    """
    if len(article.text) > max_length:
        raise InputError(
            f"the text has {len(article.text)} characters, more than the {max_length} that the parser takes; "
            "cut it, or raise the limit with Parser(max_length=…)"
        )
    return article


def checked_limit(max_length: object) -> int:
    """A limit of length.

    Raises:
        InputTypeError: if it is no whole number.
        InputError: if it is not positive.
    """
    if not isinstance(max_length, int) or isinstance(max_length, bool):
        raise InputTypeError(f"max_length must be a whole number, not {type(max_length).__name__}")
    if max_length < 1:
        raise InputError(f"max_length must be positive, not {max_length}")
    return max_length


def _from_mapping(value: Mapping[Any, Any]) -> Article:
    if "text" not in value:
        raise InputError(f"an article needs the key 'text'; this one has {sorted(map(str, value))}")
    unknown = sorted(str(key) for key in value if key not in _KEYS)
    if unknown:
        raise InputError(f"an article has the keys {sorted(_KEYS)}; unknown: {unknown}")
    return make_article(
        value["text"],
        published=value.get("published"),
        title=value.get("title"),
        id=value.get("id"),
        source=value.get("source"),
    )


def make_article(text: object, *, published: object, title: object, id: object, source: object) -> Article:
    """An article from its parts, each checked."""
    if not isinstance(text, str):
        raise InputTypeError(f"text must be a str, not {type(text).__name__}")
    for name, part in (("title", title), ("source", source)):
        if part is not None and not isinstance(part, str):
            raise InputTypeError(f"{name} must be a str or None, not {type(part).__name__}")
    if id is not None and not isinstance(id, (str, int)):
        raise InputTypeError(f"id must be a str, an int or None, not {type(id).__name__}")
    return Article(
        text=text,
        published=to_date(published),
        title=title if isinstance(title, str) else None,
        source=source if isinstance(source, str) else None,
        id=str(id) if id is not None else content_id(text),
    )


def checked_roster(roster: object) -> tuple[RosterEntry, ...]:
    """A roster as a tuple.

    Raises:
        InputTypeError: if it is no iterable of :class:`RosterEntry`.
    """
    entries = tuple(roster) if isinstance(roster, Iterable) and not isinstance(roster, (str, Mapping)) else None
    if entries is None or not all(isinstance(entry, RosterEntry) for entry in entries):
        raise InputTypeError("roster must be an iterable of RosterEntry(name=…, title=…, country=…, since=…, until=…)")
    return entries
