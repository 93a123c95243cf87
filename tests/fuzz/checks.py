"""What holds for any text: no error but ours, places that are true, and a result that can be written and read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from diplo_events import DiploEventsError, ParsedArticle, Parser, Span, from_json, parse_article, to_json

#: Both halves of a character, each as one of its own: JSON has no way to write them apart.
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")


def spans_of(value: Any) -> Iterator[Span]:
    """Every span anywhere inside a result."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from spans_of(item)
    elif hasattr(value, "__attrs_attrs__"):
        for attribute in value.__attrs_attrs__:
            yield from spans_of(getattr(value, attribute.name))


def check(text: str, published: str | None, parser: Parser) -> ParsedArticle | None:
    """Parse, and see that what has to hold holds; None if the article was refused."""
    try:
        parsed = parse_article(text, published=published, title=text[:80], parser=parser)
    except DiploEventsError:
        return None
    for span in spans_of(parsed):
        assert text[span.start : span.end] == span.text
    assert len({event.id for event in parsed}) == len(parsed)
    if not _PAIR.search(text):
        assert from_json(to_json(parsed)) == parsed
    assert parsed.explain()
    assert parsed._repr_html_()
    return parsed
