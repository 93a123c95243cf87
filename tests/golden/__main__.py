"""Score the golden set, show its errors, set its floors.

python -m tests.golden                      the figures
python -m tests.golden --errors             and every error
python -m tests.golden --errors ga-003      the errors of one article, or of one checklist file (status_declined)
python -m tests.golden --training           the articles of training/ in place of the golden set
python -m tests.golden --update             set the floors to the figures; refuses if one would sink …
python -m tests.golden --update --lower "why it has to"
"""

from __future__ import annotations

import argparse
import sys

from tests.golden import report
from tests.golden.floors import LoweringRefused, below, measured_floors, read_floors, update
from tests.golden.run import Scores, score_golden, score_training


def main() -> int:
    """Run the command; 1 if a figure lies below its floor, or a floor would sink."""
    args = _arguments()
    scores = score_training() if args.training else score_golden()
    if args.errors:
        _print_errors(scores, args.errors)
    _print_figures(scores)
    if args.training:
        return 0
    return _update(scores, args.lower) if args.update else _check(scores)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.golden", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--errors", nargs="?", const="*", metavar="ID", help="list errors, of one text or file")
    parser.add_argument("--training", action="store_true", help="score training/articles")
    parser.add_argument("--update", action="store_true", help="set the floors to the figures measured")
    parser.add_argument("--lower", metavar="REASON", help="with --update: let floors sink, and say why")
    return parser.parse_args()


def _print_errors(scores: Scores, wanted: str) -> None:
    every = [o for name in ("articles", "checklist", "training") for o in scores.get(name, [])]
    chosen = [o for o in every if wanted in ("*", o.case.id, o.case.id.partition(":")[0])]
    if not chosen:
        print(f"no text or checklist file is called {wanted!r}")
    print(*report.errors(chosen), sep="\n")


def _print_figures(scores: Scores) -> None:
    print(*report.table(scores), sep="\n")
    for name in ("articles", "checklist", "training"):
        if name in scores:
            print(f"\n{name}", *report.details(scores[name]), sep="\n")


def _check(scores: Scores) -> int:
    lines = below(measured_floors(scores), read_floors())
    print("\nbelow the floor:" if lines else "\nall figures at or above their floors", *lines, sep="\n  ")
    return 1 if lines else 0


def _update(scores: Scores, reason: str | None) -> int:
    try:
        sunk = update(measured_floors(scores), reason=reason)
    except LoweringRefused as refusal:
        print(f'\nnot updated, for these would sink (give --lower "reason" to let them):\n{refusal}')
        return 1
    print("\nfloors set", *([f"lowered: {line}" for line in sunk]), sep="\n  ")
    return 0


if __name__ == "__main__":
    sys.exit(main())
