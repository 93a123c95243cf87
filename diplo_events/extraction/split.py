"""Events told in one breath: "Cairo on Monday and Amman on Tuesday", "X in Sanaa on Sunday and Y in Aden on Monday".

A trigger with several separate choices makes an event of each (see :class:`.arguments.Found`). What stands behind a
choice and before the next belongs to that choice alone, as long as the first one has something of its own too;
otherwise ("Cairo and Amman on Tuesday") all share it.
"""

from __future__ import annotations

from collections.abc import Sequence

from diplo_events.extraction.candidates import Argument, Slot
from diplo_events.extraction.context import PLACES, Context

_LOCATIVE = frozenset({"in", "at"})


def settings_apart(
    versions: Sequence[Sequence[Argument]], setting: Sequence[Argument], context: Context
) -> list[list[Argument]]:
    """The setting of each version: the common one, with the time and the place that only this version has."""
    if len(versions) < 2:
        return [list(setting) for _ in versions]
    starts = [_first_of_its_own(version, versions) for version in versions]
    if any(start is None for start in starts):
        return [list(setting) for _ in versions]
    found = [list(setting) for _ in versions]
    marks = sorted((start, number) for number, start in enumerate(starts) if start is not None)
    end = context.reading.sentences[context.number].end
    for slot, look in ((Slot.TIME, _time), (Slot.PLACE, _place)):
        own: dict[int, Argument | None] = {}
        for place, (start, number) in enumerate(marks):
            right = marks[place + 1][0] if place + 1 < len(marks) else end
            own[number] = look(start, right, context)
        if own[marks[0][1]] is None:
            continue
        for number, argument in own.items():
            if any(a.slot is slot for a in versions[number]):
                continue  # the choice is itself a place
            if argument is not None:
                found[number] = [*(a for a in found[number] if a.slot is not slot), argument]
    return found


def _first_of_its_own(version: Sequence[Argument], versions: Sequence[Sequence[Argument]]) -> int | None:
    """Where the first argument stands that not all versions share."""
    return min((a.start for a in version if not all(a in other for other in versions)), default=None)


def _time(start: int, end: int, context: Context) -> Argument | None:
    time = next((t for t in context.times() if start <= t.span.start < end), None)
    return Argument(slot=Slot.TIME, start=time.span.start, end=time.span.end) if time is not None else None


def _place(start: int, end: int, context: Context) -> Argument | None:
    for name in context.reading.register.within(start, end):
        before = context.reading.text[start : name.start].split()
        if name.person is None and before and before[-1] in _LOCATIVE and name.sense(*PLACES) is not None:
            return Argument(slot=Slot.PLACE, start=name.start, end=name.end)
    return None
