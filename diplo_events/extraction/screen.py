"""The screen before the parser: can a sentence hold a trigger at all?

Sound by construction: every test asks for less than what the rules ask for once the sentence is parsed. A word counts
as a form of every lemma that inflection allows; a condition holds if its words stand anywhere in the sentence.
"""

from __future__ import annotations

from functools import lru_cache

from diplo_events.extraction.echoes import may_echo
from diplo_events.extraction.sight import Sight, may_fire
from diplo_events.extraction.topic import about_states
from diplo_events.extraction.wordforms import lemmas_of
from diplo_events.reading.lexicon import NameKind
from diplo_events.reading.reading import Reading
from diplo_events.tables.triggers import Trigger, triggers_by_head


def sentences_to_parse(reading: Reading) -> list[int]:
    """The numbers of the sentences that can hold a trigger."""
    return reading.once("sentences to parse", _sentences_to_parse)


def _sentences_to_parse(reading: Reading) -> list[int]:
    if not about_states(reading):
        return [number for number in range(len(reading.sentences)) if _names_forum(reading, number)]
    return [
        number
        for number in range(len(reading.sentences))
        if _names_forum(reading, number) or may_echo(reading.sentence_text(number)) or _may_trigger(reading, number)
    ]


def _names_forum(reading: Reading, number: int) -> bool:
    return any(name.kind is NameKind.FORUM for name in reading.names_in(number))


def _may_trigger(reading: Reading, number: int) -> bool:
    sight = Sight(reading, number)
    entries = {trigger.id: trigger for word in sight.words for trigger in _entries(word)}
    return any(may_fire(trigger, sight) for trigger in entries.values())


@lru_cache(maxsize=1 << 15)
def _entries(word: str) -> tuple[Trigger, ...]:
    """The entries whose head word may have the form ``word``, in lower case."""
    grouped = triggers_by_head()
    return tuple(
        trigger for lemma in sorted(lemmas_of(word)) for pos in "VNAP" for trigger in grouped.get((lemma, pos), ())
    )
