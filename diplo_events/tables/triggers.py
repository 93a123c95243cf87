"""The words that name events (``triggers.tsv``)."""

from __future__ import annotations

from functools import cache

from attrs import frozen

from diplo_events.data import rows
from diplo_events.model.kinds import Action, EventType

#: A condition: its name and the words it accepts.
Condition = tuple[str, frozenset[str]]


@frozen
class Trigger:
    """One entry of the table.

    Attributes:
        id: the rule's name, as it stands in an event's mentions and notes.
        head: lemma of the head word.
        pos: "V" verb, "N" noun, "A" adjective, "P" preposition, "F" the name of a forum.
        type, action: what it names.
        frame: where its arguments are found.
        need: alternatives, each a conjunction of conditions; empty if none is needed.
        veto: conditions any of which speaks against it.
    """

    id: str
    head: str
    pos: str
    type: EventType
    action: Action | None
    frame: str
    need: tuple[tuple[Condition, ...], ...]
    veto: tuple[Condition, ...]


def _conditions(cell: str) -> tuple[Condition, ...]:
    parsed = []
    for part in filter(None, cell.split(";")):
        name, _, words = part.partition("=")
        first, arrow, second = words.partition(">")
        pairs = {f"{a}>{b}" for a in first.split("|") for b in second.split("|")}
        parsed.append((name, frozenset(pairs if arrow else first.split("|"))))
    return tuple(parsed)


@cache
def triggers() -> tuple[Trigger, ...]:
    """All entries, in the order of the table."""
    return tuple(
        Trigger(
            row["id"],
            row["head"],
            row["pos"],
            EventType(row["type"]),
            Action(row["action"]) if row["action"] else None,
            row["frame"],
            tuple(_conditions(alternative) for alternative in filter(None, row["need"].split("~"))),
            _conditions(row["veto"]),
        )
        for row in rows("triggers.tsv")
    )


@cache
def triggers_by_head() -> dict[tuple[str, str], tuple[Trigger, ...]]:
    """The entries by head lemma and part of speech."""
    grouped: dict[tuple[str, str], list[Trigger]] = {}
    for trigger in triggers():
        grouped.setdefault((trigger.head, trigger.pos), []).append(trigger)
    return {key: tuple(entries) for key, entries in grouped.items()}
