"""The built-in extractor: triggers of the table, each with its frame."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from diplo_events.extraction.candidates import Argument, Candidate
from diplo_events.extraction.conditions import holds
from diplo_events.extraction.context import Context
from diplo_events.extraction.frames import FRAMES
from diplo_events.extraction.screen import may_trigger
from diplo_events.extraction.settings import setting_arguments
from diplo_events.reading.lexicon import NameKind
from diplo_events.reading.reading import Reading
from diplo_events.reading.words import words_of
from diplo_events.tables.triggers import Trigger, triggers_by_head

if TYPE_CHECKING:
    from spacy.tokens import Token

_POS = {"VERB": "V", "AUX": "V", "NOUN": "N", "PROPN": "N", "ADJ": "A"}


class RuleExtractor:
    """Finds candidates by the trigger table and the frames of syntax. Holds no state; safe from any thread."""

    def sentences(self, reading: Reading) -> list[int]:
        """The sentences that can hold a trigger: only these need a parse."""
        wanted = []
        for number, sentence in enumerate(reading.sentences):
            words = words_of(reading.text, sentence.start, sentence.end)
            if any(may_trigger(word.text) for word in words) or any(
                name.kind is NameKind.FORUM for name in reading.register.within(sentence.start, sentence.end)
            ):
                wanted.append(number)
        return wanted

    def __call__(self, reading: Reading) -> list[Candidate]:
        """All candidates of an article, in the order of the text."""
        numbers = self.sentences(reading)
        reading.need(numbers)
        return [candidate for number in numbers for candidate in self._sentence(reading, number)]

    def _sentence(self, reading: Reading, number: int) -> Iterator[Candidate]:
        context = Context(reading, number)
        for token in context.doc:
            for trigger in _entries(token, context):
                candidate = _candidate(trigger, token, context)
                if candidate is not None:
                    yield candidate


def _entries(token: Token, context: Context) -> Iterator[Trigger]:
    pos = _POS.get(token.pos_)
    table = triggers_by_head()
    if pos is None or token.ent_type_ == "PERSON":
        return
    for trigger in table.get((token.lemma_.lower(), pos), ()):
        if holds(trigger, token, context):
            yield trigger
    name = context.name(token)
    if name is not None and name.kind is NameKind.FORUM and name.end == context.offsets(token)[1]:
        yield from table.get(("", "F"), ())


def _candidate(trigger: Trigger, token: Token, context: Context) -> Candidate | None:
    found = FRAMES[trigger.frame](token, context)
    if found is None:
        return None
    start, end = context.offsets(token)
    arguments: list[Argument] = list(found.arguments)
    seen = {(a.slot, a.start) for a in arguments}
    for argument in setting_arguments(token, context, trigger.type, has_place=found.has_place()):
        if (argument.slot, argument.start) not in seen:
            arguments.append(argument)
    return Candidate(
        type=trigger.type,
        action=trigger.action,
        start=start,
        end=end,
        arguments=tuple(arguments),
        rule=trigger.id,
        definite=found.definite,
    )
