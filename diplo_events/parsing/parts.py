"""Texts of the length of a book, read part by part, so that time and memory stay linear in their length.

No article is so long; what is, is a collection, a book or a page gone wrong. Each part is read as an article by itself:
what is told in two of them is told twice, and a name keeps within its part what was said of it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import partial
from typing import Any, TypeVar, cast

import attrs
from attrs import evolve, frozen

from diplo_events.model.articles import Article, ParsedArticle, ParseWarning
from diplo_events.model.events import Event
from diplo_events.model.text import Span

#: Characters; a longer text is read in parts.
LONGEST = 40_000
#: Where a text may be cut, the best first: a paragraph, a line, an element, a sentence, a word.
_ENDS = ("\n\n", "</p>", "\n", ". ", "? ", "! ", "。", " ")

_Value = TypeVar("_Value")


@frozen
class Part:
    """A part of an article as an article, and the offset of its first character."""

    article: Article
    offset: int


def parts_of(article: Article) -> list[Part]:
    """The parts of an article: itself, unless it is longer than any article should be."""
    text, start = article.text, 0
    if len(text) <= LONGEST:
        return [Part(article, 0)]
    parts: list[Part] = []
    while start < len(text):
        end = _end(text, start)
        parts.append(Part(evolve(article, text=text[start:end]), start))
        start = end
    return parts


def _end(text: str, start: int) -> int:
    if len(text) - start <= LONGEST:
        return len(text)
    for mark in _ENDS:
        at = text.rfind(mark, start + LONGEST // 2, start + LONGEST)
        if at >= 0:
            return at + len(mark)
    return start + LONGEST


def joined(article: Article, parts: Sequence[tuple[Part, ParsedArticle]]) -> ParsedArticle:
    """The result of an article from those of its parts, all places in its own text."""
    first = parts[0][1]
    if len(parts) == 1:
        return first
    return evolve(
        first,
        article=article,
        events=tuple(_event(event, part.offset) for part, parsed in parts for event in parsed.events),
        actors=tuple(dict.fromkeys(actor for _, parsed in parts for actor in parsed.actors)),
        warnings=_warnings(parts),
        rejected=tuple(_moved(one, part.offset) for part, parsed in parts for one in parsed.rejected),
    )


def _event(event: Event, offset: int) -> Event:
    name = partial(_id, offset=offset)
    return evolve(
        _moved(event, offset), id=name(event.id) or "", replaces=name(event.replaces), part_of=name(event.part_of)
    )


def _id(of: str | None, *, offset: int) -> str | None:
    """An id within the article from one within its part: the same offset may tell of an event in each of them."""
    if of is None or not offset:
        return of
    return hashlib.blake2b(f"{of}\x1f{offset}".encode(), digest_size=8).hexdigest()


def _warnings(parts: Sequence[tuple[Part, ParsedArticle]]) -> tuple[ParseWarning, ...]:
    """All warnings, those about the article as a whole once; a part without text is none if another has some."""
    found = [_moved(warning, part.offset) for part, parsed in parts for warning in parsed.warnings]
    empty = [warning for warning in found if warning.code == "empty-text"]
    kept = found if len(empty) == len(parts) else [warning for warning in found if warning not in empty]
    return tuple(dict.fromkeys(kept))


def _moved(value: _Value, offset: int) -> _Value:
    """A value of the model with all its spans moved."""
    return cast("_Value", _move(value, offset)) if offset else value


def _move(value: Any, offset: int) -> Any:
    if isinstance(value, Span):
        return Span(start=value.start + offset, end=value.end + offset, text=value.text)
    if isinstance(value, tuple):
        return tuple(_move(item, offset) for item in value)
    if attrs.has(type(value)):
        names = [field.name for field in attrs.fields(type(value))]
        return evolve(value, **{name: _move(getattr(value, name), offset) for name in names})
    return value
