"""The way back from the clean text to the original: piecewise segments and a binary search."""

from __future__ import annotations

from array import array
from bisect import bisect_right

from attrs import Factory, define, frozen


def _offsets() -> array[int]:
    return array("L")


@frozen(eq=False)
class OffsetMap:
    """Where each character of a text made by edits came from.

    The clean text is a row of segments. Segment ``k`` begins at ``starts[k]`` of the clean text and at ``origins[k]``
    of the original. With ``ends[k] == 0`` the two run in step, character by character; otherwise the whole segment
    stands for the original's ``origins[k]:ends[k]``. A map without segments is the identity.

    Look-ups are O(log n) in the number of edits; the memory is three integers an edit.
    """

    starts: array[int] = Factory(_offsets)
    origins: array[int] = Factory(_offsets)
    ends: array[int] = Factory(_offsets)

    def start(self, offset: int) -> int:
        """The original offset where the clean character at ``offset`` begins."""
        if not self.starts:
            return offset
        segment = bisect_right(self.starts, offset) - 1
        if self.ends[segment]:
            return self.origins[segment]
        return self.origins[segment] + offset - self.starts[segment]

    def end(self, offset: int) -> int:
        """The original offset where the clean character at ``offset`` ends."""
        if not self.starts:
            return offset + 1
        segment = bisect_right(self.starts, offset) - 1
        return self.ends[segment] or self.origins[segment] + offset - self.starts[segment] + 1


@define(eq=False)
class Editor:
    """Builds a clean text and its :class:`OffsetMap` from edits that come in the order of the text."""

    original: str
    pieces: list[str] = Factory(list)
    map: OffsetMap = Factory(OffsetMap)
    # Offsets reached so far: in the original, and in the clean text.
    reached: int = 0
    written: int = 0

    def replace(self, start: int, end: int, replacement: str) -> None:
        """Let ``replacement`` stand for ``original[start:end]``; ``start`` is at or after the end of the last edit."""
        if start > self.reached:
            self._segment(self.reached, 0)
            self._write(self.original[self.reached : start])
        if replacement:
            # What is as long as before stays in step, as single characters do that only look different afterwards.
            self._segment(start, 0 if len(replacement) == end - start else end)
            self._write(replacement)
        self.reached = end

    def finish(self) -> tuple[str, OffsetMap]:
        """The clean text and its map."""
        self.replace(len(self.original), len(self.original), "")
        if len(self.map.starts) == 1 and not self.map.ends[0] and not self.map.origins[0]:
            return "".join(self.pieces), OffsetMap()
        return "".join(self.pieces), self.map

    def _write(self, piece: str) -> None:
        self.pieces.append(piece)
        self.written += len(piece)

    def _segment(self, origin: int, end: int) -> None:
        """Begin a segment here, unless the last one already goes on in the same step."""
        last = len(self.map.starts) - 1
        in_step = last >= 0 and not end and not self.map.ends[last]
        if in_step and origin - self.map.origins[last] == self.written - self.map.starts[last]:
            return
        self.map.starts.append(self.written)
        self.map.origins.append(origin)
        self.map.ends.append(end)
