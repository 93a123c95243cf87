"""Two sides spoken of together that do not both have a name: "X met his Danish counterpart. They will meet again"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from diplo_events.reading.lexicon import NameKind
from diplo_events.reading.reading import Reading
from diplo_events.reading.register import Name
from diplo_events.resolution.references import Reference

#: How many sentences back the two may stand.
_BACK = 2
_PAIR = 2


def described_pair(
    reading: Reading,
    offset: int,
    of_person: Callable[[Name], Reference],
    of_office: Callable[[Name], Sequence[Reference]],
) -> list[Reference]:
    """The two office-holders of two states, named or not, of the nearest sentence before that speaks of just two.

    Args:
        reading: the article.
        offset: where "they", "the two ministers" stands.
        of_person: a person's name as a reference.
        of_office: whom an office without a name stands for.
    """
    here = reading.sentence_at(offset)
    for number in range(here - 1, max(here - 1 - _BACK, -1), -1):
        found: dict[str, Reference] = {}
        for name in reading.names_in(number):
            if name.person is not None:
                references: Sequence[Reference] = [of_person(name)]
            elif name.kind is NameKind.OFFICE and not any(sense.plural for sense in name.senses):
                references = of_office(name)
            else:
                continue
            for reference in references:
                if reference.actor.country is not None and "spokesperson" not in reference.offices:
                    found.setdefault(reference.actor.country, reference)
        if len(found) == _PAIR:
            return list(found.values())
        if found:
            return []
    return []
