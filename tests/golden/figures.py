"""The figures of a run: what share of the events was found, and found right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from attrs import frozen

from diplo_events import EventType, Status
from tests.golden.matching import Outcome


@frozen(kw_only=True)
class Figures:
    """Counts, and the shares made of them. A share of nothing is 1."""

    cases: int = 0
    right: int = 0
    gold: int = 0
    predicted: int = 0
    matched: int = 0
    complete: int = 0
    status_right: int = 0
    held_wrongly: int = 0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall of events."""
        return _share(2 * self.matched, self.gold + self.predicted)

    @property
    def complete_f1(self) -> float:
        """The same, where only an event with every slot right counts."""
        return _share(2 * self.complete, self.gold + self.predicted)

    @property
    def status(self) -> float:
        """Accuracy of the status, over the events found."""
        return _share(self.status_right, self.matched)

    @property
    def cases_right(self) -> float:
        """Share of the texts with nothing missed, nothing too many and nothing wrong."""
        return _share(self.right, self.cases)

    @property
    def not_held(self) -> float:
        """Share of the texts in which nothing is told as held that was not."""
        return 1 - _share(self.held_wrongly, self.cases, empty=0.0)


def _share(part: int, whole: int, empty: float = 1.0) -> float:
    return part / whole if whole else empty


def figures(outcomes: Sequence[Outcome]) -> Figures:
    """The figures over all events."""
    pairs = [pair for outcome in outcomes for pair in outcome.pairs]
    return Figures(
        cases=len(outcomes),
        right=sum(outcome.right for outcome in outcomes),
        gold=len(pairs) + sum(len(outcome.missed) for outcome in outcomes),
        predicted=len(pairs) + sum(len(outcome.extra) for outcome in outcomes),
        matched=len(pairs),
        complete=sum(not pair.wrong for pair in pairs),
        status_right=sum("status" not in pair.wrong for pair in pairs),
        held_wrongly=sum(outcome.held_wrongly for outcome in outcomes),
    )


def by_type(outcomes: Sequence[Outcome]) -> dict[EventType, Figures]:
    """The figures of each type. A found event counts under the type of its gold event, if it has one."""
    return {kind: figures([_only_type(outcome, kind) for outcome in outcomes]) for kind in EventType}


def _only_type(outcome: Outcome, kind: EventType) -> Outcome:
    return Outcome(
        case=outcome.case,
        pairs=tuple(p for p in outcome.pairs if p.gold.type is kind),
        missed=tuple(g for g in outcome.missed if g.type is kind),
        extra=tuple(e for e in outcome.extra if e.type is kind),
    )


def by_status(outcomes: Sequence[Outcome]) -> dict[Status, tuple[int, int, int]]:
    """Of each gold status: how many events, how many found, how many found with a defensible status."""
    total: Counter[Status] = Counter()
    found: Counter[Status] = Counter()
    right: Counter[Status] = Counter()
    for outcome in outcomes:
        total.update(g.status for g in outcome.missed)
        for pair in outcome.pairs:
            total[pair.gold.status] += 1
            found[pair.gold.status] += 1
            right[pair.gold.status] += "status" not in pair.wrong
    return {status: (total[status], found[status], right[status]) for status in Status}


def blame(outcomes: Iterable[Outcome]) -> Counter[str]:
    """Which slots keep the events found from being complete."""
    return Counter(slot for outcome in outcomes for pair in outcome.pairs for slot in pair.wrong)
