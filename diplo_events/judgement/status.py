"""The built-in status judge: tense, modality, negation and operators, combined from the inside out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplo_events.extraction.candidates import Candidate, Slot
from diplo_events.extraction.syntax import is_verb, negated
from diplo_events.extraction.wordforms import is_irregular
from diplo_events.judgement.climb import apply
from diplo_events.judgement.inner import ACTS, behind, noun_inner, verb_inner
from diplo_events.judgement.open_dates import open_date
from diplo_events.judgement.scope import Step, steps
from diplo_events.judgement.surface import predicate_behind
from diplo_events.judgement.surroundings import look_around
from diplo_events.judgement.timing import place_in_time
from diplo_events.judgement.verbs import mood, past_perfect
from diplo_events.judgement.verdict import Verdict
from diplo_events.model.events import StatusChange
from diplo_events.model.kinds import EARLIER, NEGATIVE, EventType, Status
from diplo_events.reading.reading import Reading
from diplo_events.tables.grammar import occurrence_verbs, word_class

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
        if verdict.status is None and _subjunctive(token):
            verdict.set(Status.PROPOSED, "subjunctive", token)
        place_in_time(verdict, reading, candidate, token)
        return StatusChange(
            status=verdict.status or Status.HELD,
            rule=(verdict.rule or "unmarked") + (EARLIER if _is_earlier(verdict) else ""),
            evidence=reading.span(*reading.offsets(verdict.evidence)) if verdict.evidence is not None else None,
            by=_side(reading, verdict),
        )


def _is_earlier(verdict: Verdict) -> bool:
    """ "had refused to receive him": what was so before the news."""
    return verdict.status in NEGATIVE and past_perfect(verdict.evidence)


def _subjunctive(trigger: Token) -> bool:
    """ "(a proposal) that a conference be convened"."""
    verb = trigger if is_verb(trigger) else trigger.head
    return is_verb(verb) and mood(verb).rule == "subjunctive"


def _side(reading: Reading, verdict: Verdict) -> str | None:
    if verdict.by is None:
        return None
    start, _ = reading.offsets(verdict.by.left_edge)
    _, end = reading.offsets(verdict.by)
    return reading.text[start:end] if start < end else None


#: An event cannot do this itself.
_PASSIVE_ONLY = frozenset(
    {
        "plan",
        "intend",
        "mean",
        "aim",
        "design",
        "schedule",
        "pencil",
        "arrange",
        "book",
        "slate",
        "bill",
        "postpone",
        "cancel",
        "delay",
        "defer",
        "shelve",
        "expect",
    }
)


def judge(trigger: Token, type_: EventType, *, dated: bool = False) -> Verdict:
    """The status that the syntax of the trigger's sentence gives.

    Args:
        trigger: the head word of the event's mention.
        type_: what it names.
        dated: whether a date hangs on it; a dated journey that "will not" be made is
            called off, an undated one refused.
    """
    verdict = Verdict()
    if trigger.pos_ == "ADP" or (trigger.lower_ == "visiting" and trigger.dep_ in ("amod", "compound")):
        # "X, in Paris since Tuesday, said", "the visiting president said"
        verdict.set(Status.ONGOING, "is there now", trigger)
        return verdict
    undated = open_date(trigger)
    if undated is not None:
        verdict.set(Status.PLANNED, "its date is open", undated)
        return verdict
    if _is_next_stop(trigger):
        verdict.set(Status.PLANNED, "its stop is", trigger)
        return verdict
    if _mistaken(trigger):
        verdict.set(Status.HELD, "past tense", trigger)
        return verdict
    if is_verb(trigger) or trigger.pos_ == "ADJ":
        verb_inner(verdict, trigger, type_, dated=dated)
    else:
        noun_inner(verdict, trigger, type_)
        if _circumstance(verdict, trigger):
            return verdict
    between: Token | None = None
    for step in steps(trigger):
        if _put_between(trigger, step):
            between = step.token
            behind(verdict, between, type_)
            break
        if not apply(verdict, step, trigger, type_, dated=dated):
            break
    if not is_verb(trigger):
        _lost_predicate(verdict, trigger, between)
    verdict.status = _of_the_act(verdict.status, trigger, type_)
    return verdict


def _of_the_act(status: Status | None, trigger: Token, type_: EventType) -> Status | None:
    """The status of what the words stand for, where they tell of the act by which it is brought about."""
    if status is Status.ONGOING and type_ in ACTS:
        return Status.HELD  # "is severing ties": an act of government is done by saying so
    if status is Status.HELD and type_ is EventType.VISIT and trigger.lemma_ in ("invitation", "invite"):
        return Status.PROPOSED  # "spoke of an invitation to Oslo": it was made, the visit was not
    return status


def _is_next_stop(trigger: Token) -> bool:
    """ "her first stop is Panama": of a journey still to be made, in the present tense."""
    verb = trigger.head
    return (
        trigger.lemma_ in ("stop", "leg", "destination")
        and trigger.dep_ == "nsubj"
        and verb.lemma_ == "be"
        and verb.tag_ in ("VBZ", "VBP")
        and any(c.dep_ == "attr" and c.pos_ == "PROPN" for c in verb.children)
    )


def _mistaken(trigger: Token) -> bool:
    """Whether the tagger took an irregular past form for a noun: "Japan's foreign minister, X, rang Y"."""
    return trigger.pos_ in ("NOUN", "PROPN") and trigger.text.islower() and is_irregular(trigger.lower_)


def _circumstance(verdict: Verdict, noun: Token) -> bool:
    """ "had agreed to at their meeting": what something past was done at has taken place, whatever the verb says."""
    preposition = noun.head
    if verdict.status is not None or noun.dep_ != "pobj" or preposition.lower_ not in ("at", "during", "in"):
        return False
    verb = preposition.head
    if verb.dep_ == "dobj" and preposition.lower_ == "in":
        verb = verb.head  # "reached agreement in talks"
    result = is_verb(verb) and verb.lemma_ in word_class("result")
    if result and verb.dep_ == "xcomp" and is_verb(verb.head):
        verb = verb.head  # "failed to reach agreement in talks"
    if not is_verb(verb) or mood(verb).rule != "past tense":
        return False
    if not result and (negated(verb) or preposition.lower_ == "in"):
        return False
    verdict.set(Status.HELD, f"{preposition.lower_} it, in the past", preposition)
    verdict.passing = True
    return True


def _put_between(trigger: Token, step: Step) -> bool:
    """ "The trip(,) pencilled in for May(,) is off", with "pencilled" taken for the verb.

    An event plans nothing: as the active subject of a verb of planning it stands before a participle.
    """
    token = step.token
    bare = token.tag_ in ("VBN", "VBD") and not any(c.dep_ in ("aux", "auxpass") for c in token.children)
    if step.via != "subject" or step.below != trigger or not bare or token.i < trigger.i:
        return False
    if token.doc[token.i - 1].text == "," and predicate_behind(trigger, start=token.i + 1) is not None:
        return True
    return token.lemma_.lower() in _PASSIVE_ONLY and step.operator is None


def _lost_predicate(verdict: Verdict, noun: Token, between: Token | None) -> None:
    if verdict.sealed or verdict.passing or (verdict.status in NEGATIVE and between is None):
        return
    found = predicate_behind(noun, start=between.i + 1 if between is not None else None)
    if found is None or found.verb.head == noun or noun.head == found.verb:
        return
    if found.operator is not None:
        status = found.operator.negated if found.negated else found.operator.status
        if status is Status.PLANNED and found.verb.lower_ in ("could", "might", "may"):
            status = Status.PROPOSED
        elif status is Status.PLANNED and verdict.undone:
            status = Status.POSTPONED  # "which had been planned for May, will be arranged in the autumn"
            verdict.undone = False
        verdict.set(status, f"{found.operator.lemma} (behind a comma)", found.main)
    elif found.negated and found.main.lemma_ in occurrence_verbs():
        verdict.set(Status.CANCELLED, "does not take place (behind a comma)", found.main)
    elif between is not None and found.main.lemma_ in occurrence_verbs():
        own = mood(found.main)
        verdict.set(
            own.status if own.status is not None else Status.PLANNED, f"{own.rule} (behind a comma)", found.main
        )
