"""Whether a text is in English, told cheaply: by its letters and its most frequent words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import Final

from diplo_events.data import rows

_SAMPLE: Final = 3000
_FEWEST_LETTERS: Final = 150
_WORD: Final = re.compile(r"[^\W\d_]+")


@cache
def _function_words() -> dict[str, frozenset[str]]:
    words: dict[str, set[str]] = {}
    for row in rows("function_words.tsv"):
        words.setdefault(row["language"], set()).add(row["word"])
    return {language: frozenset(entries) for language, entries in words.items()}


def looks_english(text: str) -> bool:
    """Whether a text reads as English. Reads its first 3,000 characters; True where they are too few to tell.

    English news has a third and more of its words from the list of ``function_words.tsv``; a text whose share is far
    below, or below that of another language's list, or that is not written in Latin letters, is not English.
    """
    sample = text[:_SAMPLE]
    words = _WORD.findall(sample.lower())
    letters = sum(map(len, words))
    if letters < _FEWEST_LETTERS:
        return True
    if sum(len(word) for word in words if word < "\u0250") < 0.6 * letters:
        return False
    counts = Counter(words)
    shares = {
        language: sum(counts[word] for word in entries & counts.keys()) / len(words)
        for language, entries in _function_words().items()
    }
    english = shares.pop("en")
    return english >= 0.1 and english >= max(shares.values())
