"""What a whole parse costs over bare spaCy.

    python tests/benchmarks/bench_parse.py [FOLDER] [--runs N] [--profile [N]]

The same articles (``*.txt`` of FOLDER, else the golden articles) go through ``nlp.pipe(texts)`` with the default
pipeline, all its components and the default batch size, and through ``parse_articles``; the two take turns, and the
median of the ratios of neighbouring runs is printed. ``--profile`` prints the functions that the parse spends its time
in instead.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from diplo_events import Parser, load_pipeline, parse_articles

GOLDEN = Path(__file__).parent.parent / "golden" / "articles"


def seconds(run: Callable[[], object]) -> float:
    """How long a call takes."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def read(folder: Path) -> list[str]:
    """The texts of a folder; a file of the same name ending in .gold.json is not needed."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("**/*.txt"))]
    if not texts:
        raise SystemExit(f"no *.txt in {folder}")
    return texts


def compare(texts: list[str], runs: int) -> None:
    """Print the medians and their ratio."""
    nlp, parser = load_pipeline(), Parser()

    def bare() -> None:
        for _ in nlp.pipe(texts):
            pass

    def whole() -> None:
        for _ in parse_articles(({"text": text, "published": "2023-06-06"} for text in texts), parser=parser):
            pass

    seconds(bare)  # warm up: tables, caches, vocabulary
    seconds(whole)
    pairs = [(seconds(bare), seconds(whole)) for _ in range(runs)]
    bares, wholes = zip(*pairs, strict=True)
    size = sum(map(len, texts)) / 1000
    print(f"{len(texts)} articles, {size:.0f} thousand characters, median of {runs} alternating runs")
    print(f"bare spaCy   {statistics.median(bares):7.3f} s  {len(texts) / statistics.median(bares):7.1f} articles/s")
    print(f"whole parse  {statistics.median(wholes):7.3f} s  {len(texts) / statistics.median(wholes):7.1f} articles/s")
    print(f"ratio        {statistics.median(w / b for b, w in pairs):7.3f}")


def profile(texts: list[str], top: int) -> None:
    """Print where the parse spends its time: by own time, then with callees."""
    parser = Parser()
    articles = [{"text": text, "published": "2023-06-06"} for text in texts]
    list(parse_articles(articles, parser=parser))
    profiler = cProfile.Profile()
    profiler.runcall(lambda: list(parse_articles(articles, parser=parser)))
    stats = pstats.Stats(profiler)
    stats.strip_dirs().sort_stats("tottime").print_stats(top)
    stats.sort_stats("cumulative").print_stats(top)


def main() -> None:
    """Run the benchmark."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", nargs="?", type=Path, default=GOLDEN)
    arguments.add_argument("--runs", type=int, default=5, help="alternating runs (default 5)")
    arguments.add_argument("--profile", nargs="?", type=int, const=40, metavar="N", help="print the top N functions")
    args = arguments.parse_args()
    texts = read(args.folder)
    if args.profile:
        profile(texts, args.profile)
    else:
        compare(texts, args.runs)


if __name__ == "__main__":
    main()
