"""What an article is about: the acts of states, or business, courts, sport and the arts.

The words of diplomacy are borrowed everywhere: clubs sign agreements, boards impose sanctions, novels break off
relations. So the acts of states are read only in articles in which words of statecraft are not outnumbered.
"""

from __future__ import annotations

from diplo_events.extraction.context import Context
from diplo_events.reading.lexicon import NameKind
from diplo_events.reading.reading import Reading
from diplo_events.tables.diplomacy import diplomatic_nouns


def about_states(reading: Reading) -> bool:
    """Whether the words of an article speak for acts of states; without any evidence, True."""
    return reading.once("about states", _about_states)


def _about_states(reading: Reading) -> bool:
    statecraft, pastime = diplomatic_nouns("statecraft"), diplomatic_nouns("pastime")
    counts = reading.word_counts()
    for_states = sum(counts[word] for word in statecraft)
    against = sum(counts[word] for word in pastime)
    kinds_for, kinds_against = (sum(counts[word] > 0 for word in words) for words in (statecraft, pastime))
    # "Ambassador Inns" and "Summit Lodging", named over and over, are two words of statecraft and no more.
    return against <= max(for_states, 1) and kinds_against < 2 * max(kinds_for, 1)


def is_sport(context: Context) -> bool:
    """Whether a sentence tells of teams that meet, not of statesmen: "Peru meet Paraguay needing a win"."""
    words = context.forms | context.lemmas
    if words.isdisjoint(diplomatic_nouns("sport")) or not words.isdisjoint(diplomatic_nouns("statecraft") | {"talks"}):
        return False
    names = context.reading.names_in(context.number)
    return not any(
        n.person.offices or n.person.title if n.person is not None else n.sense(NameKind.OFFICE) for n in names
    )
