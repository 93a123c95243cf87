"""An endless stream of articles, no two of them alike: what a newsroom's feed does to a process that never ends."""

from __future__ import annotations

import datetime as dt
import random
import re
from collections.abc import Iterator
from pathlib import Path

GOLDEN = Path(__file__).parent.parent / "golden" / "articles"

_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{4,}\b")
_STARTS = "ba de ki lo mu na ro sa ti vu ze cha dri gre plo sko tra".split()
_ENDS = "ner lov sen dran mik tosh bury ville quist wall stra nen".split()


def invented(draw: random.Random) -> str:
    """A name that no table knows: one of some millions."""
    return (draw.choice(_STARTS) + draw.choice(_STARTS) + draw.choice(_STARTS) + draw.choice(_ENDS)).capitalize()


def articles(names: int = 8, seed: int = 1, paragraphs: int = 5) -> Iterator[dict[str, str]]:
    """Paragraphs of two golden articles mixed, some names replaced by invented ones, and another day each.

    Args:
        paragraphs: how many of the first article are taken.
        names: how many words of each article nobody has seen before; a feed of news has about seven of them.
        seed: of the random numbers; the same stream for the same seed.
    """
    draw = random.Random(seed)
    texts = [path.read_text(encoding="utf-8") for path in sorted(GOLDEN.glob("*.txt"))]
    number = 0
    while True:
        one, other = draw.sample(texts, 2)
        text = "\n\n".join([*one.split("\n\n")[:paragraphs], draw.choice(other.split("\n\n"))])
        known = sorted(set(_NAME.findall(text)))
        for name in draw.sample(known, min(names, len(known))):
            text = re.sub(rf"\b{name}\b", invented(draw), text)
        day = dt.date(2000, 1, 1) + dt.timedelta(days=draw.randrange(9000))
        yield {"text": text, "published": day.isoformat(), "id": f"stream-{number}"}
        number += 1
