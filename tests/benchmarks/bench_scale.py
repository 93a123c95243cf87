"""What two processes gain over one, and what a text costs by its length.

    python tests/benchmarks/bench_scale.py processes [--runs 3] [--articles 400]
    python tests/benchmarks/bench_scale.py length [--most 1000000]

``processes``: the same articles by one process and by ``n_process=2``, in turns, the start of the processes left out;
the median of the ratios of neighbouring runs. ``length``: seconds and memory for texts of growing length, made of
different articles, each figure by a thousand characters: the line stays level if the cost is linear.
"""

from __future__ import annotations

import argparse
import itertools
import resource
import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from diplo_events import Parser, parse_article, parse_articles
from tests.benchmarks.streams import articles


def seconds(items: list[dict[str, str]], n_process: int) -> float:
    """How long the articles take once the first of them have come: by then all processes have started."""

    def fed() -> Iterator[dict[str, Any]]:
        yield from items[: 8 * n_process]
        yield from items

    begin = 0.0
    for number, _ in enumerate(parse_articles(fed(), n_process=n_process, batch_size=4)):
        if number == 8 * n_process - 1:
            begin = time.perf_counter()
    return time.perf_counter() - begin


def processes(runs: int, count: int) -> None:
    """Print the ratio."""
    items = list(itertools.islice(articles(), count))
    list(parse_articles(items[:20]))
    pairs = [(seconds(items, 1), seconds(items, 2)) for _ in range(runs)]
    for one, two in pairs:
        print(f"one process {one:6.1f} s, two {two:6.1f} s: {one / two:.2f} times as fast")
    print(f"median {statistics.median(one / two for one, two in pairs):.2f}")


def length(most: int) -> None:
    """Print the cost of texts of growing length."""
    texts: list[str] = []
    size = 0
    for article in articles():
        texts.append(article["text"])
        size += len(article["text"]) + 2
        if size > most:
            break
    text, parser = "\n\n".join(texts), Parser()
    parse_article(text[:5000], published="2023-06-06", parser=parser)
    cut = 15_625
    while cut <= most:
        begin = time.process_time()
        parsed = parse_article(text[:cut], published="2023-06-06", parser=parser)
        spent = time.process_time() - begin
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        each = 1e6 * spent / cut
        line = "#" * round(each / 4)
        print(f"{cut:9} characters {len(parsed):6} events {spent:7.1f} s {memory:6.0f} MB", end=" ")
        print(f"{each:6.1f} ms/1000 {line}", flush=True)
        cut *= 2


def main() -> None:
    """Run one of the two."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("what", choices=["processes", "length"])
    arguments.add_argument("--runs", type=int, default=3)
    arguments.add_argument("--articles", type=int, default=400)
    arguments.add_argument("--most", type=int, default=1_000_000)
    args = arguments.parse_args()
    if args.what == "processes":
        processes(args.runs, args.articles)
    else:
        length(args.most)


if __name__ == "__main__":
    main()
