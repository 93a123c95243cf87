"""Imports what an extra of this package installs."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from diplo_events.errors import MissingExtraError


def needing(module: str, extra: str | None = None) -> Any:
    """A module that comes with an extra.

    Args:
        module: its name.
        extra: the extra, if it has another name.

    Raises:
        MissingExtraError: if it is not installed; the message says how to install it. It is an ImportError.
    """
    try:
        return import_module(module)
    except ImportError as error:
        hint = f"Install it with: pip install 'diplo-events[{extra or module}]'"
        raise MissingExtraError(f"{module} is not installed. {hint}") from error
