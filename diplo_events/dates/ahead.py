"""A length of time that tells a date after all: "will meet in two weeks", "is due within days"."""

from __future__ import annotations

from attrs import evolve, frozen

from diplo_events.dates.forms import Context, Duration, Reading
from diplo_events.dates.relative import Counted, Stretch
from diplo_events.model.time import Tense


@frozen(kw_only=True)
class Ahead:
    """ "in two weeks", "within a month", said of the future; of the past they tell how long something took.

    Attributes:
        length: how long.
        exact: "in", the point at its end; else "within", the time up to it.
    """

    length: Duration
    exact: bool

    def read(self, context: Context) -> Reading | None:
        """See :class:`Form`; ``None`` if the tense is not the future."""
        if context.tense is not Tense.FUTURE:
            return None
        count, unit = self.length.count, self.length.unit
        if self.exact and count is not None:
            found = Counted(count=count, unit=unit, sign=1).read(context)
        else:
            found = Stretch(count=count, unit=unit, sign=1).read(context)
        if found.period is None:
            return None
        own = self.length.read(context)
        return evolve(found, value=own.value, type=own.type, mod=own.mod)
