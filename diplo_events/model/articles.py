"""Articles as they come in, and what a parse gives back."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator

from attrs import field, frozen

from diplo_events.checked import checked
from diplo_events.model.actors import Actor
from diplo_events.model.events import Event
from diplo_events.model.explain import explain_article
from diplo_events.model.text import Span


def content_id(text: str) -> str:
    """The id of an article that has none of its own: a hash of its text, 16 hexadecimal digits."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


@frozen(kw_only=True, field_transformer=checked)
class Article:
    """A news article.

    Attributes:
        text: the article as it came, mark-up and all.
        published: the day of publication, or None.
        title: the headline, where it is not part of the text.
        id: the caller's id; a hash of the text where the caller has none.
        source: the outlet.
    """

    text: str
    published: dt.date | None = None
    title: str | None = None
    id: str = field()
    source: str | None = None

    @id.default
    def _id_from_text(self) -> str:
        return content_id(self.text)


@frozen(kw_only=True, field_transformer=checked)
class ParseWarning:
    """Something that stayed unresolved, and why.

    Attributes:
        code: a short stable name ("no-publication-date", "not-english", "unresolved-date", …).
        message: for people.
        span: the words concerned, if any.
    """

    code: str
    message: str
    span: Span | None = None

    def __str__(self) -> str:
        return f"{self.code}: {self.message}" + (f" (“{self.span.text}”)" if self.span else "")


@frozen(kw_only=True, field_transformer=checked)
class Rejection:
    """A trigger that gave no event, and why."""

    trigger: Span
    reason: str

    def __str__(self) -> str:
        return f"“{self.trigger.text}” at {self.trigger.start}: {self.reason}"


@frozen(kw_only=True, field_transformer=checked)
class ParsedArticle:
    """What a parse gives back.

    Attributes:
        article: the article as parsed.
        events: in the order of their first mention.
        actors: the register of actors that the article names.
        warnings: what stayed unresolved, and why.
        rejected: triggers that gave no event, and why.
        library_version: the version of this package.
        model_version: name and version of the spaCy pipeline.
        error: the message of the error that ended the parse, for ``on_error="record"``; else None.
    """

    article: Article
    events: tuple[Event, ...] = field(default=(), converter=tuple[Event, ...])
    actors: tuple[Actor, ...] = field(default=(), converter=tuple[Actor, ...])
    warnings: tuple[ParseWarning, ...] = field(default=(), converter=tuple[ParseWarning, ...])
    rejected: tuple[Rejection, ...] = field(default=(), converter=tuple[Rejection, ...])
    library_version: str = ""
    model_version: str = ""
    error: str | None = None

    @property
    def id(self) -> str:
        """The article's id."""
        return self.article.id

    @property
    def text(self) -> str:
        """The article's text as it came."""
        return self.article.text

    @property
    def published(self) -> dt.date | None:
        """The article's day of publication."""
        return self.article.published

    def explain(self) -> str:
        """For a person: the reasons for each event, then which triggers gave none, and what stayed unresolved."""
        return explain_article(self)

    def __len__(self) -> int:
        return len(self.events)

    def __iter__(self) -> Iterator[Event]:
        return iter(self.events)

    def __str__(self) -> str:
        day = self.published.isoformat() if self.published else "undated"
        return f"article {self.id} · {day} · {len(self.events)} events"

    def _repr_html_(self) -> str:
        from diplo_events.output.html import article_html

        return article_html(self)
