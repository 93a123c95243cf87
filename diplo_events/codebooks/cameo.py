"""Events in the terms of CAMEO (``cameo.tsv``)."""

from __future__ import annotations

from functools import cache

from attrs import field, frozen

from diplo_events.checked import checked
from diplo_events.codebooks.fit import Fit, Key, look_up
from diplo_events.data import rows

#: The version of the codebook that the table maps to.
CAMEO_VERSION = "CAMEO 1.1b3"


@frozen(kw_only=True, field_transformer=checked)
class Cameo:
    """An event in the terms of CAMEO, Conflict and Mediation Event Observations, version 1.1b3.

    Attributes:
        root: the two digits of the root category (``04``).
        code: the code (``042``), at most four digits; it begins with the root.
        fit: whether the codebook means just this, or has nothing closer.
    """

    root: str
    code: str
    fit: Fit = field(default=Fit.EXACT, converter=Fit)

    def __str__(self) -> str:
        return self.code


@cache
def _table() -> dict[Key, Cameo | None]:
    return {
        (row["type"], row["action"], row["status"]): Cameo(root=row["root"], code=row["code"], fit=Fit(row["fit"]))
        if row["code"]
        else None
        for row in rows("cameo.tsv")
    }


def cameo(type_: str, status: str, action: str | None = None) -> Cameo | None:
    """The code of a type of event with its status and action; None where CAMEO has nothing like it.

    Args:
        type_: an :class:`~diplo_events.EventType`, or its value.
        status: a :class:`~diplo_events.Status`, or its value.
        action: an :class:`~diplo_events.Action`, or its value, or None.

    Raises:
        KeyError: if type or status is not of the model's vocabularies.
    """
    return look_up(_table(), type_, status, action)
