"""How much text find_dates reads in a second, without a parser.

    python tests/benchmarks/bench_dates.py [FOLDER] [--runs N] [--profile [N]]

Reads the ``*.txt`` of FOLDER (else the golden articles, else a made article), one call an article as a parse does, and
prints the median. The aim is 100 KB a second; ``--profile`` prints the functions that the time goes to instead.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import statistics
import time
from pathlib import Path

from diplo_events.dates import find_dates

AIM = 100
"""KB a second on one core."""

GOLDEN = Path(__file__).parent.parent / "golden" / "articles"
MADE = (
    "OSLO, June 2 - The foreign minister left for Vienna on Friday and will return next week, her office said. Talks "
    "broke off in late May after two days; since January 2020 the sides have met every spring. Two days later, at 9 "
    "a.m., the envoy was told to leave by the end of the month. The accord of 1998 lasted ten years.\n\n"
)


def read(folder: Path | None) -> list[str]:
    """The texts of a folder."""
    paths = sorted((folder or GOLDEN).glob("**/*.txt"))
    return [path.read_text(encoding="utf-8") for path in paths] or [MADE * 20]


def run(texts: list[str]) -> float:
    """The seconds that one pass over all texts takes."""
    start = time.perf_counter()
    for text in texts:
        find_dates(text, reference="2023-06-03")
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--profile", type=int, nargs="?", const=20)
    options = parser.parse_args()
    texts = read(options.folder)
    run(texts)  # warm up: tables and caches
    if options.profile:
        with cProfile.Profile() as profile:
            run(texts)
        pstats.Stats(profile).sort_stats("tottime").print_stats(options.profile)
        return
    seconds = statistics.median(run(texts) for _ in range(options.runs))
    size = sum(map(len, texts)) / 1024
    print(f"{len(texts)} articles, {size:.0f} KB: {size / seconds:.0f} KB/s, the aim is {AIM}")


if __name__ == "__main__":
    main()
