"""The built-in status judge: tense, modality, negation and operators, combined from the inside out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplo_events.extraction.candidates import Candidate, Slot
from diplo_events.extraction.syntax import is_verb
from diplo_events.judgement.climb import apply
from diplo_events.judgement.inner import behind, noun_inner, verb_inner
from diplo_events.judgement.scope import Step, steps
from diplo_events.judgement.surface import predicate_behind
from diplo_events.judgement.surroundings import look_around
from diplo_events.judgement.timing import place_in_time
from diplo_events.judgement.verdict import NEGATIVE, Verdict
from diplo_events.model.events import StatusChange
from diplo_events.model.kinds import EventType, Status
from diplo_events.reading.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token


class RuleStatusJudge:
    """Decides the status of a candidate. Holds no state; safe from any thread."""

    def __call__(self, reading: Reading, candidate: Candidate) -> StatusChange:
        """The status of one candidate, with its evidence.

        A status that nothing told is ``held`` by default, and its rule says so ("unmarked").
        """
        token = reading.token(candidate.start)
        if token is None:
            return StatusChange(status=Status.HELD, rule="no syntax")
        verdict = judge(token, candidate.type, dated=bool(candidate.of(Slot.TIME)))
        look_around(verdict, reading, candidate, token)
        place_in_time(verdict, reading, candidate, token)
        return StatusChange(
            status=verdict.status or Status.HELD,
            rule=verdict.rule or "unmarked",
            evidence=reading.span(*reading.offsets(verdict.evidence)) if verdict.evidence is not None else None,
            by=_side(reading, verdict),
        )


def _side(reading: Reading, verdict: Verdict) -> str | None:
    if verdict.by is None:
        return None
    start, _ = reading.offsets(verdict.by.left_edge)
    _, end = reading.offsets(verdict.by)
    return reading.text[start:end] if start < end else None


def judge(trigger: Token, type_: EventType, *, dated: bool = False) -> Verdict:
    """The status that the syntax of the trigger's sentence gives.

    Args:
        trigger: the head word of the event's mention.
        type_: what it names.
        dated: whether a date hangs on it; a dated journey that "will not" be made is called off, an undated one refused.
    """
    verdict = Verdict()
    if is_verb(trigger) or trigger.pos_ == "ADJ":
        verb_inner(verdict, trigger, type_, dated=dated)
    else:
        noun_inner(verdict, trigger, type_)
    for step in steps(trigger):
        if _put_between(trigger, step):
            behind(verdict, step.token, type_)
            break
        if not apply(verdict, step, trigger, type_, dated=dated):
            break
    if not is_verb(trigger):
        _lost_predicate(verdict, trigger)
    return verdict


def _put_between(trigger: Token, step: Step) -> bool:
    """ "The trip, pencilled in for May, is off", with "pencilled" taken for the verb."""
    token = step.token
    bare = token.tag_ in ("VBN", "VBD") and not any(c.dep_ in ("aux", "auxpass", "dobj") for c in token.children)
    return (
        step.via == "subject" and step.below == trigger and bare and token.i > trigger.i
        and token.doc[token.i - 1].text == "," and predicate_behind(token) is not None
    )  # fmt: skip


def _lost_predicate(verdict: Verdict, noun: Token) -> None:
    if verdict.sealed or verdict.status in NEGATIVE:
        return
    found = predicate_behind(noun)
    if found is None or found.operator is None or found.verb.head == noun or noun.is_ancestor(found.verb) and found.main.dep_ == "relcl":
        return
    status = found.operator.negated if found.negated else found.operator.status
    verdict.set(status, f"{found.operator.lemma} (behind a comma)", found.main)
