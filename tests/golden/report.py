"""Figures and errors as people read them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diplo_events import Event
from tests.golden.figures import Figures, blame, by_status, by_type, figures
from tests.golden.matching import Outcome, days, participants
from tests.golden.run import Scores

_HEAD = (
    f"{'':28}{'cases':>6}{'right':>7}{'gold':>6}{'found':>6}{'match':>6}"
    f"{'F1':>7}{'compl':>7}{'status':>7}{'notheld':>8}"
)


def table(scores: Scores) -> list[str]:
    """A line for each collection: the articles, the checklist, each of its phenomena."""
    rows = [_row(name.removeprefix("checklist/"), figures(outcomes)) for name, outcomes in scores.items()]
    return [_HEAD, *rows]


def _row(name: str, f: Figures) -> str:
    return (
        f"{name:28}{f.cases:6}{f.cases_right:7.2f}{f.gold:6}{f.predicted:6}{f.matched:6}"
        f"{f.f1:7.3f}{f.complete_f1:7.3f}{f.status:7.3f}{f.not_held:8.3f}"
    )


def details(outcomes: Sequence[Outcome]) -> list[str]:
    """The figures of one collection by type, by status, and the slots to blame."""
    lines = [f"  {'type':14}{'gold':>6}{'found':>6}{'match':>6}{'F1':>7}{'compl':>7}"]
    for kind, f in by_type(outcomes).items():
        if f.gold or f.predicted:
            lines.append(f"  {kind.value:14}{f.gold:6}{f.predicted:6}{f.matched:6}{f.f1:7.3f}{f.complete_f1:7.3f}")
    lines.append(f"  {'status':14}{'gold':>6}{'match':>6}{'right':>6}")
    for status, (total, found, right) in by_status(outcomes).items():
        lines.append(f"  {status.value:14}{total:6}{found:6}{right:6}")
    worst = ", ".join(f"{slot} {count}" for slot, count in blame(outcomes).most_common())
    return [*lines, f"  matched but incomplete for: {worst or '-'}"]


def brief(event: Event) -> str:
    """An event found, in the form of a gold event."""
    who = ", ".join(f"{p.actor.name}/{p.actor.country or '-'}" for p in participants(event))
    venue = event.venue
    where = ",".join(slot or "-" for slot in ((venue.city, venue.country, venue.forum) if venue else (None,) * 3))
    period = days(event)
    when = "-" if period is None else "..".join(day.isoformat() for day in period)
    trigger = event.mentions[0].trigger.text
    return f"{event.type.value}/{event.status.value} [{who}] @{where} {when} «{trigger}»"


def errors(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """What went wrong, case by case; for a checklist case with its sentence."""
    for outcome in outcomes:
        if outcome.right:
            continue
        case = outcome.case
        yield f"{case.id} ({case.published})" + (f"  {case.text}" if len(case.text) < 600 else "")
        for pair in outcome.pairs:
            if pair.wrong:
                yield f"    PARTIAL ({', '.join(sorted(pair.wrong))})"
                yield f"        gold  {pair.gold}"
                yield f"        found {brief(pair.found)}"
        for gold in outcome.missed:
            yield f"    MISSED  {gold}" + (f"  <- {gold.evidence}" if gold.evidence else "")
        for event in outcome.extra:
            yield f"    EXTRA   {brief(event)}"
