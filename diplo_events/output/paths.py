"""What cattrs found wrong, each problem with the path to its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cattrs import BaseValidationError


def problems(error: BaseValidationError) -> list[str]:
    """All problems as ``what @ path``; paths are like ``$.events[0].when``."""
    return list(_problems(error, "$"))


def _problems(error: BaseException, path: str) -> Iterator[str]:
    from cattrs import BaseValidationError
    from cattrs.errors import ForbiddenExtraKeysError

    if isinstance(error, BaseValidationError):
        for part in error.exceptions:
            yield from _problems(part, path + _step(part))
    elif isinstance(error, ForbiddenExtraKeysError):
        for name in sorted(map(str, error.extra_fields)):
            yield f"unknown @ {path}.{name}"
    elif isinstance(error, KeyError):
        yield f"missing @ {path}"
    else:
        # The validators of attrs put the whole attribute behind their message.
        message = error.args[0] if error.args and isinstance(error.args[0], str) else error
        yield f"{message} @ {path}"


def _step(error: BaseException) -> str:
    """The step from the parent to where an error arose, from the note that cattrs left on it."""
    from cattrs.errors import AttributeValidationNote, IterableValidationNote

    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            return f".{note.name}"
        if isinstance(note, IterableValidationNote):
            return f"[{note.index}]"
    return ""
