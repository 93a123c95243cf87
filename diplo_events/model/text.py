"""Places in an article's text: spans, and the mentions of events that are made of them."""

from __future__ import annotations

from attrs import frozen

from diplo_events.checked import checked
from diplo_events.errors import InputError


@frozen(kw_only=True, field_transformer=checked, order=True)
class Span:
    """A stretch of the original text: ``article.text[start:end] == text``.

    Build it with :meth:`of`, which cuts ``text`` itself, so that the equation holds by construction.

    Attributes:
        start: offset of the first character, counted in Python characters (code points).
        end: offset after the last character.
        text: the characters between the two.

    Raises:
        InputError: if the offsets are negative, out of order, or do not fit the length of ``text``.
        InputTypeError: if a field has the wrong type.
    """

    start: int
    end: int
    text: str

    def __attrs_post_init__(self) -> None:
        if self.start < 0 or self.end < self.start or self.end - self.start != len(self.text):
            raise InputError(f"offsets {self.start}..{self.end} do not fit a text of {len(self.text)} characters")

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """The span of ``text`` between two offsets, trimmed of white space at both ends."""
        start, end = max(start, 0), min(end, len(text))
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return cls(start=start, end=end, text=text[start:end])

    def __str__(self) -> str:
        return self.text

    def __contains__(self, other: object) -> bool:
        return isinstance(other, Span) and self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


@frozen(kw_only=True, field_transformer=checked)
class Mention:
    """One place where an article tells of an event.

    Attributes:
        trigger: the words that name the event ("met", "held talks").
        sentence: the sentence around them.
        article_id: the article's id.
        rule: the name of the rule or trigger entry that fired.
    """

    trigger: Span
    sentence: Span
    article_id: str
    rule: str

    def __str__(self) -> str:
        return f"“{self.trigger.text}” at {self.trigger.start} ({self.rule})"


@frozen(kw_only=True, field_transformer=checked)
class Attribution:
    """Who says that an event took place, or will.

    Attributes:
        source: the source as written ("two people familiar with his plans").
        span: where that stands.
        anonymous: True if the source has no name.
        official: True if it speaks for a government or a body.
        outlet: the news outlet that is credited, if any.
        disputed: True if the article tells that another side contradicts it.
    """

    source: str
    span: Span
    anonymous: bool = False
    official: bool = False
    outlet: str | None = None
    disputed: bool = False

    def __str__(self) -> str:
        return self.source
