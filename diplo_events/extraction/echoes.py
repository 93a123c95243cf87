"""Acts told by pointing back: "Germany followed suit", "Australia did likewise", "so did the Dutch".

Whoever follows suit does what was done before: an expulsion, a recall, a recognition, a sanction.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from attrs import evolve

from diplo_events.extraction.arguments import Found
from diplo_events.extraction.candidates import Candidate, Slot
from diplo_events.extraction.context import Context
from diplo_events.extraction.settings import setting_arguments
from diplo_events.extraction.speakers import doer
from diplo_events.extraction.syntax import conjuncts, is_verb
from diplo_events.model.kinds import EventType, Role
from diplo_events.reading.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Acts that one state does after another.
_ACTS = frozenset({EventType.EXPULSION, EventType.RECALL, EventType.RELATIONS, EventType.SANCTION, EventType.SUMMONS})
#: The verb and the word below it.
_ECHOES = {
    "follow": {"suit", "example", "lead"},
    "do": {"same", "likewise", "so"},
}
_ECHO = re.compile(
    r"\bfollow\w* (?:suit|\w+ (?:example|lead))|\b(?:do|does|did|done|doing) (?:the same|likewise|so)\b|\bso did\b",
    re.IGNORECASE,
)
#: Over how many sentences a word points back.
_BACK = 2


def may_echo(text: str) -> bool:
    """Whether a sentence can hold an echo."""
    return _ECHO.search(text) is not None


def echoes(reading: Reading, numbers: Sequence[int], told: Sequence[Candidate]) -> Iterator[Candidate]:
    """The acts that point back to one told before.

    Args:
        reading: the article.
        numbers: the sentences that are parsed.
        told: the candidates found, in the order of the text.
    """
    for number in numbers:
        if not may_echo(reading.sentence_text(number)):
            continue
        context = Context(reading, number)
        for token in context.doc:
            if _is_echo(token):
                start, _ = context.offsets(token)
                source = _source(reading, number, start, told)
                if source is not None:
                    yield from _echo(token, source, context)


def _is_echo(token: Token) -> bool:
    words = _ECHOES.get(token.lemma_.lower())
    return words is not None and is_verb(token) and any(child.lower_ in words for child in token.children)


def _source(reading: Reading, number: int, start: int, told: Sequence[Candidate]) -> Candidate | None:
    """The last act told before, in this sentence or one of the two before it."""
    first = reading.sentences[max(number - _BACK, 0)].start
    before = [c for c in told if first <= c.start < start and c.type in _ACTS]
    return before[-1] if before else None


def _echo(token: Token, source: Candidate, context: Context) -> Iterator[Candidate]:
    who = doer(token, context)
    actors = [item for item in conjuncts(who) if context.is_actor(item)] if who is not None else []
    if not actors:
        return
    found = Found(context, token)
    found.separately(Role.INITIATOR, [[item] for item in actors])
    hit = [a for a in source.of(Slot.PARTICIPANT) if a.role is not Role.INITIATOR]
    start, end = context.offsets(token)
    setting = [a for a in setting_arguments(token, context, source.type, has_place=False) if a.slot is Slot.TIME]
    for version in found.versions():
        arguments = (*version, *hit, *setting)
        yield evolve(
            source, start=start, end=end, arguments=arguments, rule=f"{source.type.value}.echo", definite=False
        )
