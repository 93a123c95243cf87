"""What the resolution of actors and venues costs: its share of the time of a parse, and the memory of all tables.

    python tests/benchmarks/bench_resolution.py [FOLDER] [--runs N]

The share is the time spent in the actor and venue resolvers over that of the whole parse, the median of N runs over the
``*.txt`` of FOLDER (else the golden articles). The memory is what Python allocates while a first article is parsed with
a pipeline that is loaded already: the tables, and the little else that stays.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import sys
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import ParamSpec, TypeVar

from attrs import evolve

sys.path.insert(0, str(Path(__file__).parents[2]))

from diplo_events import Parser, load_pipeline, parse_article
from tests.benchmarks.bench_parse import GOLDEN, read

P = ParamSpec("P")
T = TypeVar("T")
FIRST = "PARIS, May 3 - French Foreign Minister Anne Morel met her Kenyan counterpart in Nairobi on Tuesday."


class Clock:
    """Adds up the time spent in what it wraps."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def timed(self, call: Callable[P, T]) -> Callable[P, T]:
        """The same function, on the clock."""

        def run(*args: P.args, **kwargs: P.kwargs) -> T:
            start = time.perf_counter()
            try:
                return call(*args, **kwargs)
            finally:
                self.seconds += time.perf_counter() - start

        return run


def megabytes_of_tables() -> float:
    """What stays allocated behind the first article, in units of a million bytes. Call it before any other parse."""
    load_pipeline()("A sentence that loads what the pipeline itself loads late.")
    gc.collect()
    tracemalloc.start()
    parse_article(FIRST, published="2023-05-03")
    gc.collect()
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return size / 1e6


def share(texts: list[str], runs: int) -> float:
    """The median share of the resolvers in the time of a parse."""
    parser, clock = Parser(), Clock()
    parser.assembler = evolve(
        parser.assembler,
        actors=clock.timed(parser.assembler.actors),
        venues=clock.timed(parser.assembler.venues),
    )
    shares = []
    for _ in range(runs + 1):
        clock.seconds, start = 0.0, time.perf_counter()
        for text in texts:
            parse_article(text, published="2023-06-06", parser=parser)
        shares.append(clock.seconds / (time.perf_counter() - start))
    return statistics.median(shares[1:])  # the first run warms up


def main() -> None:
    """Run the benchmark."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", nargs="?", type=Path, default=GOLDEN)
    arguments.add_argument("--runs", type=int, default=5, help="runs (default 5)")
    args = arguments.parse_args()
    texts = read(args.folder)
    print(f"memory of all tables: {megabytes_of_tables():.1f} MB")
    print(f"resolution of actors and venues: {share(texts, args.runs):.1%} of the whole parse")


if __name__ == "__main__":
    main()
