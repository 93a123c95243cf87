"""What a refusal, plan, wish or cancellation does to the status in its scope."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplo_events.extraction.syntax import actor_subject, is_passive, is_verb
from diplo_events.judgement.inner import ACTS, meant
from diplo_events.judgement.scope import Step
from diplo_events.judgement.verbs import auxiliaries, conditional, mood, undone
from diplo_events.judgement.verdict import Verdict
from diplo_events.model.kinds import AHEAD, NEGATIVE, EventType, Status
from diplo_events.tables.grammar import word_class
from diplo_events.tables.scope import Operator

if TYPE_CHECKING:
    from spacy.tokens import Token


def operate(verdict: Verdict, step: Step, type_: EventType) -> bool:
    """Let an operator speak; False ends the way."""
    found, token = step.operator, step.token
    assert found is not None
    if _still_stands(verdict, step):
        return True
    status = found.negated if step.negated else found.status
    rule = f"{'not ' if step.negated else ''}{found.lemma} ({step.via})"
    by = actor_subject(token) if is_verb(token) else next((c for c in token.children if c.dep_ == "poss"), None)
    status = _as_worded(verdict, status, step, type_)
    if _outer_condition(token) and status in (Status.HELD, Status.PLANNED):
        status = Status.PROPOSED
    if found.status is Status.PROPOSED and not is_verb(token):
        verdict.asked = True
    if verdict.status in NEGATIVE:
        return _over_negative(verdict, status, rule, token, step, by)
    if status in (Status.CANCELLED, Status.POSTPONED, Status.DECLINED):
        if verdict.sealed and step.via == "clause":
            return True
        _stop(verdict, status, rule, token, by, negated=step.negated)
        return True
    if status is Status.DENIED:
        if verdict.asked and step.negated and found.status is Status.PLANNED:
            status = Status.DECLINED  # "no intention of accepting the invitation"
        if not (verdict.sealed and found.status in AHEAD):
            verdict.set(status, rule, token, by)
            verdict.sealed = False
        return True
    _move(verdict, status, found, rule, token, step, type_)
    return True


def _as_worded(verdict: Verdict, status: Status, step: Step, type_: EventType) -> Status:
    """What the construction of some verbs makes of the status that they usually give."""
    found, token = step.operator, step.token
    assert found is not None
    if found.lemma == "deny" and step.via == "object" and not verdict.asked:
        given = (is_passive(token) and step.below.dep_ == "dobj") or any(c.dep_ == "dative" for c in token.children)
        status = Status.DECLINED if given else Status.DENIED  # "was denied a meeting"; "denied the meeting"
    if found.lemma == "fail" and not step.negated and step.below.lemma_ in ("turn", "show", "appear", "attend", "come"):
        status = Status.CANCELLED if type_ is EventType.VISIT else Status.DECLINED
    if type_ is EventType.CONFERENCE and status is Status.PROPOSED and token.lemma_ in ("invite", "ask") and step.link:
        status = Status.PLANNED  # "was invited to the summit": what guests are asked to is to be held
    if found.lemma == "rule out" and not step.negated and _by_circumstance(token):
        status = Status.CANCELLED
    if step.negated and status is Status.DENIED and _sets_a_date(token):
        status = Status.PLANNED
    if found.lemma in word_class("permission") and not step.negated and _was_let(token):
        status = Status.HELD
    return status


def _stop(verdict: Verdict, status: Status, rule: str, token: Token, by: Token | None, *, negated: bool) -> None:
    own = mood(token) if is_verb(token) and not negated else None
    if own is not None and token.lemma_ == "reschedule" and own.status in (None, Status.PROPOSED):
        # "to reschedule", "could be rescheduled": a new date is what is sought, the putting off is over.
        verdict.set(Status.PROPOSED, f"yet to be: {rule}", token, by)
    elif own is not None and token.lemma_ == "reschedule" and own.rule == "would":
        verdict.set(Status.PLANNED, f"yet to be: {rule}", token, by)  # "said that it would be rescheduled"
    elif own is not None and (own.rule in ("modal verb", "would, on a condition") or conditional(token)):
        verdict.set(
            Status.PLANNED if status is not Status.DECLINED else Status.PROPOSED, f"only possible: {rule}", token, by
        )
    else:
        verdict.set(status, rule, token, by)
    verdict.sealed = verdict.undone = False


def _over_negative(verdict: Verdict, status: Status, rule: str, token: Token, step: Step, by: Token | None) -> bool:
    """An operator over a refusal or cancellation: "threatened to cancel", "denied that it was called off"."""
    if status is Status.DENIED and step.via == "clause" and not step.negated:
        verdict.set(Status.PLANNED, f"denied: {verdict.rule}", token, by)
    elif (
        status is Status.PROPOSED
        and step.via in ("clause", "noun")
        and verdict.status is not Status.DENIED
        and not step.negated
    ):
        verdict.set(Status.PLANNED, f"only {rule}", token)
        verdict.sealed = True
    elif verdict.status in STOPPED and step.via in ("clause", "noun") and status in (Status.DENIED, Status.DECLINED):
        keep(verdict, token, by)
    elif step.negated and status is Status.DECLINED and verdict.status is Status.DENIED:
        verdict.set(Status.PROPOSED, rule, token)  # "did not refuse not to"
    elif _replaces(verdict, status, step):
        verdict.set(status, rule, token, by)
    return True


#: What takes an event off the calendar.
STOPPED = frozenset({Status.CANCELLED, Status.POSTPONED})


def keep(verdict: Verdict, token: Token, by: Token | None = None) -> None:
    """ "refused to cancel", "no reason to put off": what is not called off goes ahead."""
    verdict.set(Status.PLANNED, f"not off: {verdict.rule}", token, by)
    verdict.sealed = True


def _still_stands(verdict: Verdict, step: Step) -> bool:
    """ "rejected calls to cancel": whoever refuses the calling off leaves the event where it was."""
    found = step.operator
    assert found is not None
    asked = verdict.status is Status.PLANNED and verdict.rule.startswith("only ")
    return asked and found.status in (Status.DECLINED, Status.DENIED) and step.via in ("object", "clause", "report")


def _replaces(verdict: Verdict, status: Status, step: Step) -> bool:
    """Whether a later word on the same event takes the place of "postponed" and the like."""
    put_off = verdict.status is Status.POSTPONED
    if status is Status.POSTPONED:
        return put_off or verdict.status in (Status.CANCELLED, Status.DENIED)
    if status is Status.CANCELLED:
        return put_off
    if status is Status.PLANNED:
        return put_off and (verdict.soft or step.via in ("subject", "predicate"))
    return put_off and verdict.soft and status is not Status.PROPOSED


def _move(
    verdict: Verdict, status: Status, found: Operator, rule: str, token: Token, step: Step, type_: EventType
) -> None:
    """Planning, hoping, asking: these move what is not told as a fact of its own."""
    own = mood(token) if is_verb(token) else None
    if (
        status is Status.PLANNED
        and type_ in ACTS
        and found.lemma.split(maxsplit=1)[0] in word_class("declare")
        and (own is None or own.status in (Status.HELD, None))
    ):
        if not verdict.sealed and verdict.status in (None, Status.PLANNED):
            verdict.set(Status.HELD, rule, token)
            verdict.sealed = own is None or own.status is Status.HELD
        return
    if verdict.sealed or verdict.status is Status.ONGOING:
        return
    if own is not None and own.rule in ("modal verb", "would, on a condition") and status is Status.PLANNED:
        status = Status.PROPOSED
    if (verdict.passing and status is Status.PROPOSED) or (found.lemma == "ready" and is_passive(step.below)):
        status = Status.PLANNED
    if _stays(verdict, status, found, step):
        return
    verdict.set(status, rule, token)
    if (
        (own is not None or token.pos_ == "ADJ")
        and not step.negated
        and {status, found.status} <= AHEAD
        and meant(found.lemma)
    ):
        if undone(token):
            verdict.undone = True
        elif _past(token):
            verdict.rule = f"past: {verdict.rule}"


def _stays(verdict: Verdict, status: Status, found: Operator, step: Step) -> bool:
    """A plan over a proposal leaves a proposal, unless it accepts; a wish over a reported future leaves the future."""
    if verdict.status is Status.PROPOSED and status is Status.PLANNED:
        return found.lemma.split(maxsplit=1)[0] not in word_class("consent")
    if verdict.status is Status.PLANNED and status is Status.PROPOSED and verdict.rule == "would":
        return step.via == "clause" and step.below.dep_ == "ccomp" and found.lemma not in word_class("wishing")
    return False


def _past(token: Token) -> bool:
    if is_verb(token) and token.pos_ != "ADJ":
        return token.tag_ == "VBD" or bool(auxiliaries(token) & {"was", "were", "had"})
    return token.head.lower_ in ("was", "were")


def _sets_a_date(verb: Token) -> bool:
    """ "No date has been set for the visit": what has no date yet is not denied."""
    return is_verb(verb) and any(
        c.dep_ in ("nsubjpass", "nsubj", "dobj") and c.lemma_.lower() in _FRAMES_OF_TIME for c in verb.children
    )


_FRAMES_OF_TIME = frozenset({"date", "day", "time", "timetable", "schedule", "venue", "place"})


def _was_let(verb: Token) -> bool:
    """ "was allowed to see him": who was let do a thing has done it."""
    return is_verb(verb) and is_passive(verb) and mood(verb).rule == "past tense"


def _by_circumstance(verb: Token) -> bool:
    """ "That rules out his visit": what nobody decided."""
    return any(c.dep_ == "nsubj" and c.lower_ in ("that", "this", "which", "it") for c in verb.children)


def _outer_condition(token: Token) -> bool:
    return is_verb(token) and conditional(token)
