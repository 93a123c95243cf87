"""The built-in extractor: triggers of the table, each with its frame."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from diplo_events.extraction.candidates import Candidate
from diplo_events.extraction.chains import echoes_above
from diplo_events.extraction.conditions import holds
from diplo_events.extraction.context import Context
from diplo_events.extraction.echoes import echoes
from diplo_events.extraction.frames import FRAMES
from diplo_events.extraction.screen import sentences_to_parse
from diplo_events.extraction.settings import setting_arguments
from diplo_events.extraction.split import settings_apart
from diplo_events.extraction.topic import about_states, is_sport
from diplo_events.extraction.wordforms import irregular_lemma
from diplo_events.model.kinds import EventType
from diplo_events.reading.lexicon import NameKind
from diplo_events.reading.reading import Reading
from diplo_events.tables.triggers import Trigger, triggers_by_head

if TYPE_CHECKING:
    from spacy.tokens import Token

_POS = {"VERB": "V", "AUX": "V", "NOUN": "N", "PROPN": "N", "ADJ": "A", "ADP": "P"}


_FACE_TO_FACE = frozenset({EventType.MEETING, EventType.CONFERENCE})


class RuleExtractor:
    """Finds candidates by the trigger table and the frames of syntax. Holds no state; safe from any thread."""

    def sentences(self, reading: Reading) -> list[int]:
        """The sentences that can hold a trigger: only these need a parse."""
        return sentences_to_parse(reading)

    def __call__(self, reading: Reading) -> list[Candidate]:
        """All candidates of an article, in the order of the text."""
        numbers = self.sentences(reading)
        reading.need(numbers)
        told = [candidate for number in numbers for candidate in self._sentence(reading, number)]
        return sorted([*told, *echoes(reading, numbers, told)], key=lambda candidate: candidate.start)

    def _sentence(self, reading: Reading, number: int) -> Iterator[Candidate]:
        context = Context(reading, number)
        of_states = about_states(reading) and not is_sport(context)
        found = [
            (token, candidate)
            for token in context.doc
            for trigger in _entries(token, context, of_states=of_states)
            for candidate in _candidates(trigger, token, context)
        ]
        found = [(token, candidate) for token, candidate in found if not echoes_above(token, candidate, found)]
        by_wire = {t.i for token, candidate in found if candidate.type is EventType.CALL for t in _carried(token)}
        for token, candidate in found:
            if not (candidate.type in _FACE_TO_FACE and token.i in by_wire):
                yield candidate


def _carried(token: Token) -> list[Token]:
    """The word that names a call, and the verb that its preposition hangs on: "conferred by video link"."""
    if token.pos_ in ("NOUN", "PROPN") and token.head.pos_ == "ADP":
        return [token, token.head.head]
    return [token]


def _entries(token: Token, context: Context, *, of_states: bool) -> Iterator[Trigger]:
    """The entries that a word triggers; in a text that is not about the acts of states only the names of forums do."""
    pos = _POS.get(token.pos_)
    table = triggers_by_head()
    name = context.name(token)
    if pos is None or (name is not None and name.person is not None):
        return
    if of_states:
        yield from (trigger for trigger in _by_word(token, pos) if holds(trigger, token, context))
    if name is not None and name.kind is NameKind.FORUM and name.end == context.offsets(token)[1]:
        yield from table.get(("", "F"), ())


def _by_word(token: Token, pos: str) -> Iterator[Trigger]:
    """The entries of a word; of a compound with hyphens, which the tokeniser splits, those of the whole."""
    table = triggers_by_head()
    yield from table.get((_lemma(token), pos), ())
    if token.i > 1 and token.nbor(-1).text == "-":
        left = token.i - 2
        while left > 1 and token.doc[left - 1].text == "-":
            left -= 2
        yield from table.get((token.doc[left : token.i + 1].text.lower(), "N"), ())
    if pos == "N" and token.text.islower() and (token.pos_ == "PROPN" or _after_name(token)):
        # No proper noun is written so, and no plural follows a name so: a verb that the tagger did not know.
        yield from table.get((irregular_lemma(token.lower_), "V"), ())


def _after_name(token: Token) -> bool:
    """ "X, a social affairs minister, leaves for": a supposed plural behind a name or its apposition."""
    if token.tag_ != "NNS" or token.i == 0 or (_lemma(token), "N") in triggers_by_head():
        return False
    if any(child.dep_ == "nsubj" for child in token.children):
        return True
    return token.nbor(-1).pos_ in ("PROPN", "PRON") or token.nbor(-1).text == ","


def _lemma(token: Token) -> str:
    """The lemma; of a capitalised plural ("the Geneva Talks"), which the lemmatiser leaves alone, its singular."""
    lemma = token.lemma_.lower()
    if token.pos_ == "PROPN" and lemma == token.lower_ and lemma.endswith("s") and len(lemma) > 4:
        return lemma[:-1]
    return lemma


def _candidates(trigger: Trigger, token: Token, context: Context) -> Iterator[Candidate]:
    found = FRAMES[trigger.frame](token, context)
    if found is None:
        return
    start, end = context.offsets(token)
    setting = list(setting_arguments(token, context, trigger.type, has_place=found.has_place()))
    versions = found.versions()
    for version, own in zip(versions, settings_apart(versions, setting, context), strict=True):
        arguments = list(version)
        seen = {(a.slot, a.start) for a in arguments}
        arguments += [argument for argument in own if (argument.slot, argument.start) not in seen]
        yield Candidate(
            type=trigger.type,
            action=trigger.action,
            start=start,
            end=end,
            arguments=tuple(arguments),
            rule=trigger.id,
            definite=found.definite,
        )
