"""Every error that this package raises on purpose; all of them are a :class:`DiploEventsError`."""

from __future__ import annotations


class DiploEventsError(Exception):
    """The base of this package's errors. The message says what is wrong and what to do about it."""


class InputError(DiploEventsError, ValueError):
    """An argument has a value that cannot be used (an unparsable date, a text over the limit)."""


class InputTypeError(DiploEventsError, TypeError):
    """An argument has a type that cannot be used."""


class ModelNotFoundError(DiploEventsError, ImportError):
    """The spaCy pipeline that was asked for is not installed, or cannot parse."""


class MissingExtraError(DiploEventsError, ImportError):
    """A function needs a package that comes with an extra of this one; the message says how to install it."""


class PluginError(DiploEventsError):
    """A plugged-in extractor, resolver, judge or merger raised, or returned what it must not."""


class TimeLimitError(DiploEventsError, TimeoutError):
    """An article took longer than ``time_limit``; the process that read it has been ended."""


class ArticleError(DiploEventsError):
    """One article of a batch failed. ``index`` and ``article_id`` say which; the cause is ``__cause__``."""

    def __init__(self, message: str, *, index: int, article_id: str | None) -> None:
        super().__init__(message)
        self.index = index
        self.article_id = article_id

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild_article_error, (str(self), self.index, self.article_id)


def _rebuild_article_error(message: str, index: int, article_id: str | None) -> ArticleError:
    return ArticleError(message, index=index, article_id=article_id)


class FormatError(DiploEventsError, ValueError):
    """Stored data (JSON, records) does not have the form that this version reads; the message names the path."""
