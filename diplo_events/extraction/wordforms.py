"""The lemmas that a word can be a form of, without knowing its part of speech."""

from __future__ import annotations

from functools import lru_cache

from diplo_events.tables.lemmas import irregular_forms


def is_irregular(form: str) -> bool:
    """Whether a word in lower case is an irregular form of a verb of the tables: "rang", "sought"."""
    return form in irregular_forms("V")


def irregular_lemma(form: str) -> str:
    """The lemma of an irregular form of a verb of the tables; of a regular one, the form without its ending."""
    lower = form.lower()
    if lower in irregular_forms("V"):
        return irregular_forms("V")[lower]
    for ending in ("s", "ed", "ing"):
        if lower.endswith(ending):
            return lower[: -len(ending)]
    return lower


#: Endings of inflection, and what the lemma may have in their place. The rules of spaCy's English lemmatiser, those for
#: regular doubling ("barred") and for the comparison of adjectives.
_ENDINGS = (
    ("s", ("",)), ("es", ("", "e")), ("ies", ("y", "ie")), ("ves", ("f", "fe")), ("men", ("man",)),
    ("d", ("",)), ("ed", ("", "e")), ("ied", ("y",)), ("ing", ("", "e")), ("ying", ("ie",)),
    ("er", ("", "e")), ("ier", ("y",)), ("est", ("", "e")), ("iest", ("y",)), ("n't", ("",)),
)  # fmt: skip
_DOUBLED = ("ed", "ing", "er", "est")


@lru_cache(maxsize=1 << 15)
def lemmas_of(word: str) -> frozenset[str]:
    """All that the lemma of a word in lower case may be, the word itself included, whatever its part of speech."""
    found = {word}
    if word in (irregular := irregular_forms("V", "N")):
        found.add(irregular[word])
    for ending, bases in _ENDINGS:
        if word.endswith(ending) and len(word) >= len(ending):
            stem = word[: -len(ending)]
            found.update(stem + base for base in bases)
            if ending in _DOUBLED and len(stem) > 2 and stem[-1] == stem[-2]:
                found.add(stem[:-1])
    return frozenset(found)
