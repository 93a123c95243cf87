"""What can be told of a condition at sight: from the words and names of a sentence, without its parse.

Each test is weaker than that of the same name in :mod:`.conditions`: where it says no, that one says no. A condition
without a test here may always hold.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property

from diplo_events.extraction.conditions import OF_A_NATION, words_only
from diplo_events.extraction.context import GOVERNING, PLACE_WORDS, PLACES
from diplo_events.extraction.wordforms import lemmas_of
from diplo_events.reading.reading import Reading
from diplo_events.tables.diplomacy import diplomatic_nouns
from diplo_events.tables.triggers import Condition, Trigger

Words = frozenset[str]

_PARTS = re.compile(r"[-&'’]")
_ADVERBS = frozenset({"here", "home", "there"})
_PRONOUNS = frozenset({"he", "she", "him", "her", "who", "whom"})


class Sight:
    """A sentence at sight.

    Attributes:
        words: its words in lower case; of one with hyphens or an apostrophe, its parts, too.
    """

    def __init__(self, reading: Reading, number: int) -> None:
        self._reading, self._number = reading, number
        whole = reading.words(number)
        parts = (part for word in whole for part in _PARTS.split(word) if part)
        self.words: Words = frozenset((*whole, *parts))

    @cached_property
    def lemmas(self) -> Words:
        """All that the lemmas of its words may be."""
        return frozenset(lemma for word in self.words for lemma in lemmas_of(word))

    @cached_property
    def text(self) -> str:
        """Its text in lower case."""
        return self._reading.sentence_text(self._number).lower()

    @cached_property
    def of_nations(self) -> str:
        """The text, with ministries of a nation without its name."""
        return OF_A_NATION.sub(r"\1 \2", self.text)

    @cached_property
    def has_name(self) -> bool:
        """Whether it holds a name of the register."""
        return any(True for _ in self._reading.names_in(self._number))

    @cached_property
    def has_place(self) -> bool:
        """Whether a word of it may be a place."""
        names = self._reading.names_in(self._number)
        return not self.words.isdisjoint(PLACE_WORDS) or any(name.sense(*PLACES) is not None for name in names)


def may_fire(trigger: Trigger, sight: Sight) -> bool:
    """Whether an entry of the trigger table whose head word stands in the sentence can be a candidate."""
    if trigger.frame == "sojourn" and not (sight.has_place and not _SOJOURN.isdisjoint(sight.words)):
        return False
    return not trigger.need or any(all(_may_hold(one, sight) for one in alternative) for alternative in trigger.need)


#: What tells that somebody is at a place for some time: "X, in Paris since Tuesday, ...".
_SOJOURN = frozenset({"currently", "now", "since", "for", "until", "on"})


def _may_hold(condition: Condition, sight: Sight) -> bool:
    """Whether a condition of the trigger table can hold of a word of the sentence."""
    name, words = condition
    test = _TESTS.get(name)
    return test is None or test(words, sight)


def _word(words: Words, sight: Sight) -> bool:
    return not words.isdisjoint(sight.words)


def _lemma(words: Words, sight: Sight) -> bool:
    return not words.isdisjoint(sight.lemmas)


def _preposition(words: Words, sight: Sight) -> bool:
    pairs = (pair.split(">") for pair in words)
    return any(preposition in sight.words and noun in sight.lemmas for preposition, noun in pairs)


def _destination(words: Words, sight: Sight) -> bool:
    return _word(words & _ADVERBS, sight) or (sight.has_place and _word(words, sight))


def _phrase(words: Words, sight: Sight) -> bool:
    # The word asked about may stand close to the phrase, as "grata" does to "persona non-": no boundaries.
    texts = (words_only(sight.text), words_only(sight.of_nations))
    return any(phrase in text for phrase in words for text in texts)


def _raw_phrase(words: Words, sight: Sight) -> bool:
    return any(phrase in sight.text for phrase in words)


def _scattered(words: Words, sight: Sight) -> bool:
    return any(sight.words.issuperset(phrase.split()) for phrase in words)


def _kind(words: Words, sight: Sight) -> bool:
    return any(kind not in _KINDS or _KINDS[kind](sight) for kind in words)


def _person(sight: Sight) -> bool:
    return sight.has_name or _word(_PRONOUNS, sight)


def _envoy(sight: Sight) -> bool:
    return _person(sight) or _lemma(diplomatic_nouns("envoy") | diplomatic_nouns("anybody") | {"man", "woman"}, sight)


def _staff(sight: Sight) -> bool:
    return _envoy(sight) or _lemma(diplomatic_nouns("staff") | {"member"}, sight)


def _mission(sight: Sight) -> bool:
    nouns = diplomatic_nouns("mission") | diplomatic_nouns("office") | {"it"}
    return _lemma(nouns, sight) or any(word in sight.text for word in ("high commission", *diplomatic_nouns("mission")))


def _state(sight: Sight) -> bool:
    return sight.has_name or _word(GOVERNING, sight)


_KINDS: dict[str, Callable[[Sight], bool]] = {
    "envoy": _envoy,
    "staff": _staff,
    "served": _envoy,
    "mission": _mission,
    "tie": lambda sight: _lemma(diplomatic_nouns("tie") | {"it", "them", "they", "representation"}, sight),
    "protest": lambda sight: _lemma(diplomatic_nouns("protest") | {"memoire", "mémoire"}, sight),
    "penalty": lambda sight: _lemma(diplomatic_nouns("penalty") | diplomatic_nouns("restriction"), sight),
    "agreement": lambda sight: _lemma(diplomatic_nouns("agreement") | {"it"}, sight),
    "state": _state,
    "country": lambda sight: sight.has_name,
}

_TESTS: dict[str, Callable[[Words, Sight], bool]] = {
    "prt": _word,
    "adv": _word,
    "cmod": _word,
    "cmod2": _word,
    "form": _word,
    "via": _word,
    "side": _word,
    "partner": _word,
    "topic": _word,
    "dobj": _lemma,
    "objword": _lemma,
    "word": _lemma,
    "gov": _lemma,
    "prep": _preposition,
    "dest": _destination,
    "after": _phrase,
    "before": _phrase,
    "next": _raw_phrase,
    "soon": _scattered,
    "theme": _kind,
    "subj": _kind,
    "sent": _kind,
    "named": lambda _, sight: sight.has_name,
    "postword": lambda _, sight: sight.has_name,
    "place": lambda _, sight: sight.has_place,
    "inf": lambda _, sight: "to" in sight.words,
}
