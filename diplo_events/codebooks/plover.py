"""Events in the terms of PLOVER (``plover.tsv``)."""

from __future__ import annotations

from functools import cache

from attrs import field, frozen

from diplo_events.checked import checked
from diplo_events.codebooks.fit import Fit, Key, look_up
from diplo_events.data import rows

#: The edition of the codebook that the table maps to.
PLOVER_VERSION = "PLOVER 2023"


@frozen(kw_only=True, field_transformer=checked)
class Plover:
    """An event in the terms of PLOVER, the Political Language Ontology for Verifiable Event Records, edition of 2023.

    Attributes:
        root: the root code (``CONSULT``).
        mode: the mode within the root (``visit``), or None.
        context: the context (``diplomatic``, ``economic``), or None.
        fit: whether the codebook means just this, or has nothing closer.
    """

    root: str
    mode: str | None = None
    context: str | None = None
    fit: Fit = field(default=Fit.EXACT, converter=Fit)

    def __str__(self) -> str:
        return f"{self.root}-{self.mode}" if self.mode else self.root


@cache
def _table() -> dict[Key, Plover | None]:
    return {
        (row["type"], row["action"], row["status"]): Plover(
            root=row["root"], mode=row["mode"] or None, context=row["context"] or None, fit=Fit(row["fit"])
        )
        if row["root"]
        else None
        for row in rows("plover.tsv")
    }


def plover(type_: str, status: str, action: str | None = None) -> Plover | None:
    """The code of a type of event with its status and action; None where PLOVER has nothing like it (a denial).

    Args:
        type_: an :class:`~diplo_events.EventType`, or its value.
        status: a :class:`~diplo_events.Status`, or its value.
        action: an :class:`~diplo_events.Action`, or its value, or None.

    Raises:
        KeyError: if type or status is not of the model's vocabularies.
    """
    return look_up(_table(), type_, status, action)
