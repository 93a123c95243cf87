"""What each governor does to the status below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplo_events.extraction.syntax import actor_subject, is_passive, is_verb
from diplo_events.judgement.inner import negate
from diplo_events.judgement.operators import STOPPED, keep, operate
from diplo_events.judgement.scope import Step, is_report
from diplo_events.judgement.verbs import auxiliaries, conditional, mood
from diplo_events.judgement.verdict import Verdict
from diplo_events.model.kinds import AHEAD, NEGATIVE, EventType, Status
from diplo_events.tables.grammar import (
    arrival_verbs,
    copulas,
    futurate_verbs,
    implicative_verbs,
    light_verbs,
    occurrence_verbs,
    stay_verbs,
    word_class,
)
from diplo_events.tables.scope import Operator, operator

if TYPE_CHECKING:
    from spacy.tokens import Token

_AFTER = frozenset(
    {"after", "since", "following", "upon", "during", "throughout", "amid", "despite", "because of", "thanks to"}
)
_BEFORE = frozenset({"before", "until", "till", "ahead of", "prior to", "pending", "in advance of", "advance of"})
_UNDONE_LINKS = {
    "without": Status.DENIED,
    "instead of": Status.DECLINED,
    "rather than": Status.DECLINED,
}


def apply(verdict: Verdict, step: Step, trigger: Token, type_: EventType, *, dated: bool) -> bool:
    """Let one governor speak; False ends the way."""
    if step.via == "relative":
        return False
    if verdict.reported:
        return _over_report(verdict, step)
    if step.via == "conjunct":
        return _conjunct(verdict, step, type_, dated=dated)
    if step.via in ("after", "report", "part", "of noun", "noun") and (step.operator is None or step.via == "report"):
        return _under_noun(verdict, step)
    if step.via == "adjunct":
        return _adjunct(verdict, step, type_)
    linked = step.link in _AFTER | _BEFORE or step.link in _UNDONE_LINKS
    if linked and (step.operator is None or step.via != "object"):
        return _temporal(verdict, step, type_)
    if _absent(verdict, step, type_) or _all_the_same(verdict, step, type_):
        return True
    if step.operator is not None and not (verdict.passing and step.via == "object"):
        return operate(verdict, step, type_)
    return _verb(verdict, step, trigger, type_, dated=dated) if is_verb(step.token) else True


def _under_noun(verdict: Verdict, step: Step) -> bool:
    """The event is part of what a noun tells: an outcome, a report, a round."""
    if step.via == "report":
        return _report(verdict, step)
    if step.via != "after":
        return _noun(verdict, step)
    if verdict.status is None:
        verdict.set(Status.HELD, f"{step.token.lower_} of it", step.token)
    verdict.sealed = True
    return True


def _absent(verdict: Verdict, step: Step, type_: EventType) -> bool:
    """Who stays away from a conference does not call it off."""
    if type_ is not EventType.CONFERENCE or step.via not in ("object", "adjunct") or not is_verb(step.token):
        return False
    phrase = step.operator.lemma if step.operator is not None else step.token.lemma_
    if not any(phrase == word or phrase.startswith(f"{word} ") for word in word_class("absence")):
        return False
    verdict.passing = True
    own = mood(step.token)
    if verdict.status is None and own.status is not None:
        verdict.set(Status.PLANNED if own.status in AHEAD else own.status, f"occasion: {own.rule}", step.token)
    return True


def _all_the_same(verdict: Verdict, step: Step, type_: EventType) -> bool:
    """Whoever declines to do something at a conference leaves it as it is: "refused to meet X at the summit"."""
    if type_ is not EventType.CONFERENCE or not verdict.passing or verdict.status is not None:
        return False
    if step.via != "clause" or step.operator is None or step.operator.status not in NEGATIVE:
        return False
    own = mood(step.token)
    verdict.set(own.status, f"occasion: {own.rule}", step.token)
    return True


def _conjunct(verdict: Verdict, step: Step, type_: EventType, *, dated: bool) -> bool:
    if is_verb(step.token) and is_verb(step.below) and verdict.status is None:
        own = mood(step.token)
        verdict.set(own.status, own.rule, step.token)
        verdict.sealed = own.finite and own.status is Status.HELD
        verdict.present = own.rule == "present tense"
        if step.negated:
            negate(verdict, step.token, type_, dated=dated)
    elif step.negated and not is_verb(step.token):
        verdict.set(Status.DENIED, "no", step.token)
    elif not is_verb(step.token) and verdict.status is None:
        for child in step.token.children:
            found = operator(child.lower_, "modifier") if child.dep_ in ("amod", "compound") else None
            if found is not None:
                verdict.set(found.status, f"{child.lower_} (shared)", child)
    return True


def _report(verdict: Verdict, step: Step) -> bool:
    """ "reports that", "rumours of": told by others; whoever rejects them denies the event."""
    if step.negated:  # "no truth to reports", "no suggestion that"
        verdict.set(Status.DENIED, f"no {step.token.lower_}", step.token)
    elif step.operator is not None and not verdict.sealed and verdict.rule != "would" and not verdict.passing:
        verdict.set(step.operator.status, f"{step.token.lemma_} (noun)", step.token)
        verdict.asked = True
        return True  # "a suggestion that they should meet"
    verdict.reported = not verdict.passing
    return True


def _over_report(verdict: Verdict, step: Step) -> bool:
    token = step.token
    if step.via in ("noun", "part", "of noun", "conjunct", "report", "after"):
        if token.lower_ in ("truth", "substance", "basis", "denial"):
            verdict.set(Status.DENIED, f"{token.lower_} of reports", token)
            return False
        return True
    found = _refutes(token) if is_verb(token) or token.pos_ == "ADJ" else None
    if found is not None and not step.negated:
        verdict.set(Status.DENIED, f"{token.lemma_} a report", token, actor_subject(token) if is_verb(token) else None)
        verdict.sealed = False
    elif step.operator is not None and step.operator.status is Status.DENIED and step.via == "predicate":
        verdict.set(step.operator.negated if step.negated else Status.DENIED, f"report {step.operator.lemma}", token)
    elif step.via == "existence" and step.negated:
        verdict.set(Status.DENIED, "no report", token)
    elif is_verb(token) and any(
        (w := operator(c.lower_, "predicate")) and w.status is Status.DENIED for c in token.subtree if c.i > token.i
    ):
        verdict.set(Status.DENIED, "report said to be untrue", token)
    return False


def _refutes(token: Token) -> Operator | None:
    lemma = token.lemma_.lower()
    for child in token.children:
        if child.dep_ in ("prt", "advmod", "prep") and child.i > token.i:
            found = operator(f"{lemma} {child.lower_}", "report")
            if found is not None:
                return found
    return operator(lemma, "report")


def _noun(verdict: Verdict, step: Step) -> bool:
    if step.negated and step.token.lemma_ in word_class("ground") and verdict.status in STOPPED:
        keep(verdict, step.token)
    if step.negated and step.via == "part" and verdict.status in (None, *AHEAD):
        verdict.set(Status.DENIED, f"no {step.token.lower_}", step.token)
    if step.via == "of noun":
        mistaken = any(c.dep_ == "aux" for c in step.token.children)  # "to host talks", with "host" taken for a noun
        led = step.link in ("to", "for") and step.token.lemma_.lower() in word_class("journey")
        verdict.passing = verdict.passing or not (step.link or mistaken) or step.link == "at" or led
        for child in step.token.children:
            found = operator(child.lower_, "modifier") if child.dep_ == "amod" else None
            if found is not None and verdict.status is None and found.status in AHEAD:
                verdict.set(found.status, f"{child.lower_} {step.token.lower_}", child)
    return True


def _adjunct(verdict: Verdict, step: Step, type_: EventType) -> bool:
    """The event is only where, when or why something else takes place."""
    if step.link in _AFTER | _BEFORE or step.link in _UNDONE_LINKS:
        return _temporal(verdict, step, type_)
    if step.link in ("in case of", "event of", "barring"):
        verdict.set(Status.PROPOSED, step.link, step.token)
        return False
    at_it = _comes_to_it(step, type_)
    verdict.passing = not at_it
    if at_it and step.negated and type_ is EventType.MEETING:
        negate(verdict, step.token, type_, dated=False)
        return True
    if verdict.status is not None or not is_verb(step.token):
        return verdict.status is None
    own = mood(step.token)
    status, purpose = own.status, False
    if step.link == "for" and status in (Status.HELD, Status.ONGOING) and step.token.lemma_ not in _GATHER:
        status = Status.PLANNED if type_ is EventType.MEETING and step.token.lemma_ not in copulas() else status
        purpose = status is Status.PLANNED and own.rule == "past tense"
    absent = type_ is EventType.CONFERENCE and own.undone  # "was to have flown there for the summit"
    if type_ is EventType.CONFERENCE and (absent or (status in AHEAD and not at_it)):
        status = Status.PLANNED
    if step.link == "for" and own.rule == "present tense" and step.token.lemma_ == "be" and type_ is EventType.MEETING:
        status = Status.ONGOING  # "is in Oslo for talks with"
    if step.negated and status in AHEAD:
        status = None
    rule = "purpose" if purpose else f"occasion, {own.rule}" if absent else own.rule
    verdict.set(status, f"{rule} of {step.token.lemma_}", step.token)
    verdict.sealed = own.finite and own.status is Status.HELD and status is Status.HELD
    verdict.present = (
        own.rule == "present tense" and step.token.lemma_ in arrival_verbs() | stay_verbs() | futurate_verbs()
    )
    verdict.undone = own.undone and not absent
    return True


def _comes_to_it(step: Step, type_: EventType) -> bool:
    """Whether the event is what the verb is about, not its occasion: "sit down to a conference", "come to talks"."""
    if step.link.split()[-1:] not in (["at"], ["for"], ["to"]):
        return False
    if type_ is EventType.CONFERENCE:
        return step.token.lemma_ in _GATHER - {"meet", "join"}
    return type_ is EventType.MEETING and (
        step.token.lemma_ == "have" or (step.negated and step.token.lemma_ in ("come", "go", "return", "turn"))
    )


#: Who does this "for" an event is at it.
_GATHER = frozenset({"meet", "gather", "sit", "convene", "assemble", "join"})


def _temporal(verdict: Verdict, step: Step, type_: EventType) -> bool:
    """ "after talks", "before leaving", "without meeting"."""
    above = mood(step.token) if is_verb(step.token) else None
    if step.link in _UNDONE_LINKS:
        verdict.set(_UNDONE_LINKS[step.link], step.link, step.token)
        return False
    if verdict.status is not None:
        return False
    if step.link in _AFTER:
        ahead = (
            above is not None
            and above.status in AHEAD
            and step.link in ("after", "upon", "following", "during", "amid", "throughout")
        )
        verdict.set(Status.PLANNED if ahead else Status.HELD, step.link, step.token)
        verdict.sealed = not ahead
    elif step.below.tag_ == "VBG" and above is not None and above.rule == "past tense" and type_ is EventType.VISIT:
        verdict.set(Status.HELD, f"{step.link} leaving", step.token)
    else:
        verdict.set(Status.PLANNED, "ahead of", step.token)
        verdict.present = False
    return False


def _verb(verdict: Verdict, step: Step, trigger: Token, type_: EventType, *, dated: bool) -> bool:
    """A governor that is no operator."""
    token, own = step.token, mood(step.token)
    lemma = token.lemma_.lower()
    if step.via in ("clause", "purpose") and is_report(token) and step.via != "purpose":
        return _said(verdict, step)
    if step.via == "adverbial":
        if verdict.status is None:
            verdict.set(own.status, f"{own.rule} of {lemma}", token)
            verdict.sealed = own.finite and own.status is Status.HELD
            verdict.present = own.rule == "present tense"
        elif verdict.present and own.status in AHEAD and step.link in ("when", "once"):
            verdict.set(Status.PLANNED, f"{step.link}, of what lies ahead", token)  # "will be signed when they meet"
        return verdict.status is None
    if step.via == "purpose":
        return _purpose(verdict, step, type_)
    if step.negated and verdict.status in STOPPED and step.below.lemma_ in word_class("ground"):
        keep(verdict, token)
        return True
    carries = (
        step.via == "existence"
        or (step.via == "object" and (lemma in light_verbs() or is_passive(token)))
        or (step.via == "subject" and lemma in occurrence_verbs())
        or (step.via == "clause" and lemma in implicative_verbs())
    )
    if step.negated and (carries or step.via == "clause") and not verdict.sealed:
        _not(verdict, step, trigger, type_, dated=dated)
        return True
    _carry(verdict, step, carries=carries)
    if conditional(token) and verdict.status in (Status.HELD, Status.PLANNED) and not verdict.sealed:
        verdict.set(Status.PROPOSED, "condition", token)
    return True


def _carry(verdict: Verdict, step: Step, *, carries: bool) -> None:
    token, own = step.token, mood(step.token)
    if own.status is None:
        return
    took_place = (
        carries
        and not verdict.sealed  # "discussed the visit that X will make"
        and own.status in (Status.HELD, Status.ONGOING)
        and own.rule == "past tense"
        and step.via in ("subject", "object")
    )
    again = (
        verdict.soft
        and verdict.status in (Status.POSTPONED, Status.CANCELLED)
        and carries
        and own.status in (Status.PLANNED, Status.HELD)
    )
    if verdict.status is None or (took_place and verdict.status in AHEAD) or again:
        verdict.set(own.status, f"{own.rule} of {token.lemma_}", token)
        verdict.undone = own.undone
        said = (
            step.via == "subject" and token.lemma_ == "be" and any(c.dep_ in ("acomp", "attr") for c in token.children)
        )
        verdict.present = carries and not said and own.rule in ("present tense", "present passive")
        verdict.sealed = own.finite and own.status is Status.HELD and own.rule == "past tense"
    elif (
        verdict.status is Status.HELD
        and not verdict.sealed
        and own.status in AHEAD
        and step.via in ("clause", "object", "subject")
    ):
        verdict.set(own.status, own.rule, token)
    elif verdict.status in AHEAD and own.undone and carries:
        verdict.set(own.status, own.rule, token)
        verdict.undone = True


def _not(verdict: Verdict, step: Step, trigger: Token, type_: EventType, *, dated: bool) -> None:
    token, own = step.token, mood(step.token)
    if verdict.status in NEGATIVE:
        return
    if step.via == "subject" or (step.via == "object" and is_passive(token)):
        gone = dated or own.status in AHEAD or verdict.status in AHEAD or own.rule in ("modal verb", "modal perfect")
        verdict.set(Status.CANCELLED if gone else Status.DENIED, "does not take place", token)
    elif step.via == "existence":
        verdict.set(Status.DENIED, "there is not", token)
    else:
        negate(verdict, token, type_, dated=dated)
    verdict.sealed = False


def _said(verdict: Verdict, step: Step) -> bool:
    """A verb of saying over the event's clause or over its name."""
    token = step.token
    if verdict.status is None:
        perfect = "have" in auxiliaries(step.below)
        if perfect:
            verdict.set(Status.HELD, f"{token.lemma_} to have", token)
        elif step.below.dep_ == "xcomp":
            verdict.set(
                Status.PROPOSED if token.lemma_ in ("tell", "advise", "warn", "remind", "think") else Status.PLANNED,
                f"{token.lemma_} to",
                token,
            )
    if (
        step.negated
        and verdict.status in (Status.PLANNED, Status.PROPOSED)
        and token.lemma_ in ("think", "believe", "confirm", "suggest")
    ):
        verdict.set(Status.DENIED if token.lemma_ != "confirm" else Status.PROPOSED, f"not {token.lemma_}", token)
    return True


def _purpose(verdict: Verdict, step: Step, type_: EventType) -> bool:
    """ "flew to Paris to meet": ahead, seen from the verb above; what is over when it is told."""
    if verdict.status is not None:
        return False
    own = mood(step.token)
    lemma = step.token.lemma_.lower()
    if lemma in implicative_verbs() and own.status is not None:
        verdict.set(own.status, f"{own.rule} of {lemma}", step.token)
        verdict.sealed = own.finite and own.status is Status.HELD
        return True
    if own.status in AHEAD or own.undone or own.status is Status.CANCELLED:
        verdict.set(own.status, f"purpose, {own.rule}", step.token)
        verdict.undone = own.undone
        return True
    if own.status is None:
        return True
    verdict.set(Status.PLANNED, f"purpose of {lemma}", step.token)
    verdict.undone = step.negated
    return True
