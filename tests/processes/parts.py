"""Plug-ins that other processes can import."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from attrs import asdict

from diplo_events import Candidate, Event, Reading
from tests.typed_use.plugging_in import high_fives


class TwoArguments(Exception):  # noqa: N818 - a stranger's name
    """Can be sent from one process to another, but not be received."""

    def __init__(self, one: str, two: str) -> None:
        super().__init__(one)


def moody(reading: Reading) -> Iterator[Candidate]:
    """Finds high fives, but dies, raises, never ends or answers rubbish if the text says so."""
    if "abyss" in reading.text:
        os._exit(13)
    if "forever" in reading.text:
        while True:
            pass
    if "thunder" in reading.text:
        raise TwoArguments("struck", "twice")
    yield from high_fives(reading)


def unsendable(reading: Reading, events: Sequence[Event]) -> list[Event]:
    """A merger whose events cannot leave their process."""
    return [_Local(event) for event in events] if "lock" in reading.text else list(events)


def _Local(event: Event) -> Event:  # noqa: N802 - stands for a class
    class Hidden(Event):
        pass

    return Hidden(**asdict(event, recurse=False))
