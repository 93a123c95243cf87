"""Whether memory stays the same over a stream of articles that never ends.

    python tests/benchmarks/bench_memory.py [--articles 20000] [--from 1000] [--most 60]

Articles of :mod:`tests.benchmarks.streams`, each with names that nobody has seen before, are read one after the other.
The resident memory is printed as they go by; the exit code tells whether it has grown by more than ``--most`` megabytes
after the first ``--from`` articles. Linux only, for it reads ``/proc``.
"""

from __future__ import annotations

import argparse
import itertools
import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from diplo_events import Parser, parse_articles
from tests.benchmarks.streams import articles


def resident() -> float:
    """The memory of this process that is in use, in megabytes."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def main() -> None:
    """Run the benchmark."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--articles", type=int, default=20_000)
    arguments.add_argument("--from", dest="start", type=int, default=1_000)
    arguments.add_argument("--most", type=float, default=60.0, help="megabytes")
    args = arguments.parse_args()
    begin, base, events = time.perf_counter(), 0.0, 0
    stream = itertools.islice(articles(), args.articles)
    for number, parsed in enumerate(parse_articles(stream, parser=Parser()), 1):
        events += len(parsed)
        if number == args.start:
            base = resident()
        if number % max(args.articles // 20, 1) == 0 or number == args.start:
            seconds = time.perf_counter() - begin
            print(f"{number:7} articles {events:7} events {resident():7.1f} MB {seconds:7.0f} s", flush=True)
    grown = resident() - base
    print(f"grown by {grown:.1f} MB after the first {args.start} articles (at most {args.most:.0f})")
    raise SystemExit(grown > args.most)


if __name__ == "__main__":
    main()
