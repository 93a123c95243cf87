"""What a whole parse costs over bare spaCy, and over an afternoon's script of spaCy and dateparser.

    python tests/benchmarks/bench_parse.py [FOLDER] [--runs N] [--most RATIO] [--profile [N]]

The same articles (``*.txt`` and ``*.tml`` of FOLDER, else the golden articles) go through ``nlp.pipe(texts)`` with the
default pipeline, all its components and the default batch size, through the script, and through ``parse_articles``; the
three take turns, and the medians of the ratios of neighbouring runs are printed. With ``--most`` the run fails if the
parse costs more than that many times bare spaCy. ``--profile`` prints the functions that the parse spends its time in
instead.
"""

from __future__ import annotations

import argparse
import cProfile
import html
import pstats
import re
import statistics
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import dateparser  # type: ignore[import-untyped]

from diplo_events import Parser, load_pipeline, parse_articles

if TYPE_CHECKING:
    from spacy.language import Language

GOLDEN = Path(__file__).parent.parent / "golden" / "articles"
PUBLISHED = datetime(2023, 6, 6, tzinfo=UTC)


def seconds(run: Callable[[], object]) -> float:
    """How long a call takes."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def read(folder: Path) -> list[str]:
    """The plain texts of a folder: its text files, and what its TimeML files have in ``<TEXT>``."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("**/*.txt"))]
    for path in sorted(folder.glob("**/*.tml")):
        body = re.search(r"<TEXT>(.*?)</TEXT>", path.read_text(encoding="utf-8"), re.DOTALL)
        texts.append(html.unescape(re.sub(r"<[^>]+>", "", body[1])) if body else "")
    if not texts:
        raise SystemExit(f"no *.txt and no *.tml in {folder}")
    return texts


def script(nlp: Language, texts: list[str]) -> list[tuple[list[str], datetime | None]]:
    """An afternoon's work: sentences with a word of meeting, two names and a date."""
    found = []
    for doc in nlp.pipe(texts):
        for sentence in doc.sents:
            if not any(token.lemma_ in ("meet", "visit", "talk", "call", "summit", "meeting") for token in sentence):
                continue
            names = [entity.text for entity in sentence.ents if entity.label_ in ("PERSON", "GPE", "ORG")]
            dates = [entity.text for entity in sentence.ents if entity.label_ == "DATE"]
            when = (
                dateparser.parse(dates[0], settings={"RELATIVE_BASE": PUBLISHED.replace(tzinfo=None)})
                if dates
                else None
            )
            if len(names) > 1:
                found.append((names, when))
    return found


def compare(texts: list[str], runs: int) -> float:
    """Print the medians; return the ratio of the parse to bare spaCy."""
    nlp, parser = load_pipeline(), Parser()

    def bare() -> None:
        for _ in nlp.pipe(texts):
            pass

    def whole() -> None:
        for _ in parse_articles(({"text": text, "published": PUBLISHED} for text in texts), parser=parser):
            pass

    takes = (bare, lambda: script(nlp, texts), whole)
    for take in takes:
        take()  # warm up: tables, caches, vocabulary
    rounds = [[seconds(take) for take in takes] for _ in range(runs)]
    size = sum(map(len, texts)) / 1000
    print(f"{len(texts)} articles, {size:.0f} thousand characters, medians of {runs} alternating runs")
    for name, times in zip(("bare spaCy", "spaCy + dateparser", "whole parse"), zip(*rounds, strict=True), strict=True):
        middle = statistics.median(times)
        print(f"{name:20}{middle:7.3f} s  {len(texts) / middle:7.1f} articles/s  {size / middle:7.1f} thousand chars/s")
    ratio = statistics.median(whole / bare for bare, _, whole in rounds)
    print(f"whole parse / bare spaCy          {ratio:6.3f}")
    print(f"whole parse / spaCy + dateparser  {statistics.median(w / s for _, s, w in rounds):6.3f}")
    return ratio


def profile(texts: list[str], top: int) -> None:
    """Print where the parse spends its time: by own time, then with callees."""
    parser = Parser()
    articles = [{"text": text, "published": PUBLISHED} for text in texts]
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
    arguments.add_argument("--most", type=float, metavar="RATIO", help="fail above this ratio to bare spaCy")
    arguments.add_argument("--profile", nargs="?", type=int, const=40, metavar="N", help="print the top N functions")
    args = arguments.parse_args()
    texts = read(args.folder)
    if args.profile:
        profile(texts, args.profile)
        return
    ratio = compare(texts, args.runs)
    if args.most is not None and ratio > args.most:
        raise SystemExit(f"the parse costs {ratio:.3f} times bare spaCy, more than {args.most}")


if __name__ == "__main__":
    main()
