"""Zones: stretches of a clean text by what they are to the story."""

from __future__ import annotations

from enum import StrEnum

from attrs import frozen


class ZoneKind(StrEnum):
    """What a stretch of text is to the story."""

    HEADLINE = "headline"
    """The title, or the deck below it."""
    SUBHEAD = "subhead"
    """A cross-heading within the story."""
    DATELINE = "dateline"
    """Where and when the story was filed, and by which agency; also a line that holds only the date."""
    BYLINE = "byline"
    """Who wrote it."""
    BODY = "body"
    """Running text."""
    CAPTION = "caption"
    """What a picture shows."""
    CREDIT = "credit"
    """Who took the picture."""
    TEASER = "teaser"
    """A pointer to another story."""
    BOILERPLATE = "boilerplate"
    """What the outlet puts around every story: editorial notes, sign-ups, notices, navigation."""

    @property
    def tells(self) -> bool:
        """Whether the story is told there, so that its events count."""
        return self in _TELLING


_TELLING = frozenset({ZoneKind.HEADLINE, ZoneKind.SUBHEAD, ZoneKind.BODY, ZoneKind.CAPTION})


@frozen(kw_only=True)
class Zone:
    """A stretch of a clean text.

    Attributes:
        start: offset of its first character in the clean text.
        end: offset after its last character.
        kind: what it is.
        paragraph: which paragraph of the clean text it belongs to, counted from 0.
    """

    start: int
    end: int
    kind: ZoneKind
    paragraph: int
