"""How a mapping is looked up, and how well it fits."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

#: Type, action (``*`` for any) and status, as the values of the model's vocabularies.
Key = tuple[str, str, str]
Code = TypeVar("Code")


class Fit(StrEnum):
    """How well a code of the codebook fits."""

    EXACT = "exact"
    """The codebook means just this."""
    NEAR = "near"
    """It is the closest that the codebook has."""


def look_up(table: Mapping[Key, Code | None], type_: str, status: str, action: str | None) -> Code | None:
    """The entry of an action, else that of its type; None where the codebook has nothing like it.

    Raises:
        KeyError: if type or status is not of the model's vocabularies.
    """
    general = (type_, "*", status)
    return table.get((type_, action, status), table[general]) if action else table[general]
