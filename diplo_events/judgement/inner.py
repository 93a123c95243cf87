"""What the event's own words tell: the trigger's form, its modifiers, the clauses that hang on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplo_events.extraction.phrasal import operator_of
from diplo_events.extraction.syntax import actor_subject, clause_verb, is_passive, is_verb
from diplo_events.judgement.negation import negated, negated_object
from diplo_events.judgement.scope import predicate
from diplo_events.judgement.verbs import Mood, auxiliaries, conditional, mood, undone
from diplo_events.judgement.verdict import Verdict
from diplo_events.model.kinds import AHEAD, EventType, Status
from diplo_events.tables.grammar import occurrence_verbs, stay_verbs, word_class
from diplo_events.tables.scope import Operator, operator

if TYPE_CHECKING:
    from spacy.tokens import Token

#: What a government does by saying so: announced or decided, it is done.
ACTS = frozenset(
    {EventType.AGREEMENT, EventType.APPOINTMENT, EventType.EXPULSION, EventType.RECALL, EventType.RELATIONS,
     EventType.SANCTION, EventType.SUMMONS}
)  # fmt: skip
#: What is still being done to an agreement that is not there yet: "are negotiating a treaty".
_TOWARDS = frozenset({"negotiate", "finalise", "finalize", "hammer", "thrash", "settle", "draft", "prepare"})
_ATTEND = frozenset({"attend", "turn", "show", "appear"})
_DECIDED = frozenset({"announce", "agree", "approve"})
_LATE = frozenset({"longer", "now", "all", "anymore", "more", "instead"})


def verb_inner(verdict: Verdict, verb: Token, type_: EventType, *, dated: bool) -> None:
    """An event told by a verb: tense and modality, then negation."""
    own = mood(verb)
    verdict.set(own.status, own.rule, verb)
    verdict.undone = own.undone
    verdict.present = own.rule in ("present tense", "present passive")
    verdict.sealed = own.finite and own.status is Status.HELD and not verdict.present
    lemma = verb.lemma_.lower()
    if _beside(verdict, verb):
        return
    if lemma in ("expect", "await", "schedule", "slate", "due") and (is_passive(verb) or verb.pos_ == "ADJ"):
        verdict.set(Status.PLANNED, f"{lemma}ed", verb)
        verdict.sealed, verdict.undone = False, undone(verb)
    elif lemma in ("invite", "ask", "offer", "urge", "request", "press") and _asks(lemma, type_):
        verdict.set(Status.PROPOSED, lemma, verb)
        verdict.sealed = False
    else:
        _special_forms(verdict, verb, own, type_, dated=dated)
    if conditional(verb) and verdict.status is not None:
        verdict.set(Status.PROPOSED, "condition", verb)
    gone = type_ is EventType.EXPULSION and lemma in ("be", "welcome", "remain")  # "is no longer welcome"
    if (negated(verb) or negated_object(verb)) and not gone:
        negate(verdict, verb, type_, dated=dated)


def _asks(lemma: str, type_: EventType) -> bool:
    """Whether it has still to be taken up: an invitation to talks, the offer of a post."""
    return type_ not in ACTS or (type_ is EventType.APPOINTMENT and lemma in ("ask", "offer", "invite"))


def _special_forms(verdict: Verdict, verb: Token, own: Mood, type_: EventType, *, dated: bool) -> None:
    """Forms whose tense alone misleads."""
    lemma = verb.lemma_.lower()
    if type_ in ACTS and own.status is Status.ONGOING:
        found = operator(lemma, "object")
        wished = lemma in _TOWARDS or (found is not None and found.status is Status.PROPOSED)
        verdict.set(Status.PROPOSED if wished else Status.HELD, "progressive of an act", verb)
    elif type_ is EventType.VISIT and lemma in stay_verbs() and own.rule == "gerund" and verb.dep_ == "acl":
        verdict.set(Status.ONGOING, "participle of being there", verb)
    elif own.rule == "modal verb" and dated and any(c.lower_ in ("must", "should") for c in verb.children):
        verdict.set(Status.PLANNED, "must, with a date", verb)
    elif own.rule == "would" and _drafted(verb):
        verdict.set(Status.PROPOSED, "would, of a draft", verb)
    elif verdict.present and _awaited(verb):
        verdict.set(Status.PLANNED, "before", verb)
    elif verdict.status is Status.HELD and verdict.present and lemma in stay_verbs() - {"visit", "tour"}:
        if any(c.dep_ == "xcomp" and "to" in auxiliaries(c) for c in verb.children):
            verdict.set(Status.PLANNED, "is to", verb)
        else:
            verdict.set(Status.ONGOING, "present tense of being there", verb)
            verdict.present = True


def _awaited(verb: Token) -> bool:
    """ "before leaders assemble"."""
    return any(c.dep_ in ("mark", "advmod") and c.lower_ in ("before", "until", "till") for c in verb.children)


def _drafted(verb: Token) -> bool:
    """ "a draft that would bar arms sales and deny visas"."""
    while verb.dep_ == "conj" and verb.head != verb:
        verb = verb.head
    return verb.dep_ == "relcl" and verb.head.lemma_.lower() in (
        "draft",
        "bill",
        "resolution",
        "motion",
        "proposal",
        "plan",
        "text",
        "measure",
        "idea",
    )


def _beside(verdict: Verdict, verb: Token) -> bool:
    """ "rather than meet", "instead of meeting", whatever the parse made of it."""
    if verb.i < 2:
        return False
    before = f"{verb.doc[verb.i - 2].lower_} {verb.doc[verb.i - 1].lower_}"
    if before in ("rather than", "instead of", "short of"):
        verdict.set(Status.DECLINED, before, verb)
        verdict.sealed = verdict.present = False
        return True
    return False


def noun_inner(verdict: Verdict, noun: Token, type_: EventType) -> None:
    """An event told by a noun: its modifiers before and behind, and "no"."""
    for child in noun.children:
        if child.dep_ in ("amod", "compound", "advmod", "nmod") and child.i < noun.i:
            found = operator(child.lower_, "modifier")
            if found is not None:
                verdict.set(found.status, f"{child.lower_} {noun.lower_}", child)
                verdict.soft = True
    if verdict.status is None and noun.i > 0:
        found = operator(noun.doc[noun.i - 1].lower_, "modifier")
        if found is not None:
            verdict.set(found.status, f"{found.lemma} {noun.lower_}", noun.doc[noun.i - 1])
            verdict.soft = True
    for child in noun.children:
        if child.i > noun.i and child.dep_ in ("acl", "relcl", "amod", "appos", "ccomp"):
            behind(verdict, child, type_)
    if noun.dep_ in ("nsubj", "nsubjpass"):
        for child in noun.head.children:  # "Called off by X, the meeting ..."
            if child.dep_ == "advcl" and child.tag_ == "VBN" and child.i < noun.i and not auxiliaries(child):
                behind(verdict, child, type_)
    if negated(noun):
        verdict.set(Status.DENIED, "no", noun)


def behind(verdict: Verdict, clause: Token, type_: EventType) -> None:
    """ "scheduled for Monday", "which had been due", "X was to make", "signed in May"."""
    clause = clause_verb(clause)
    lemma = clause.lemma_.lower()
    if clause.pos_ == "ADJ" and not is_verb(clause):
        found = operator(clause.lower_, "clause") or operator(clause.lower_, "predicate")
        if found is not None and found.status in AHEAD:
            verdict.set(found.status, f"{clause.lower_} (behind)", clause)
        return
    if not is_verb(clause):
        return
    own = mood(clause)
    found = _of_clause(clause)
    decided = found is not None and found.lemma.split()[0] in _DECIDED
    if own.rule == "past tense" and _done_at(clause) and (found is None or decided or found.status not in AHEAD):
        verdict.set(Status.HELD, f"what was done at it: {lemma}", clause)
        verdict.sealed = True
    elif found is not None and not (type_ in ACTS and decided):
        status = found.negated if negated(clause) else found.status
        verdict.set(status, f"{found.lemma} (behind)", clause, actor_subject(clause) if status not in AHEAD else None)
        verdict.undone = clause.dep_ == "relcl" and undone(clause) and status in AHEAD and meant(found.lemma)
        verdict.soft = status is Status.POSTPONED and clause.tag_ in ("VBN", "VBD") and not auxiliaries(clause)
        _past_plan(verdict, clause)
    elif clause.dep_ == "acl" and "to" in auxiliaries(clause):
        if is_passive(clause):
            verdict.set(Status.PLANNED, "to be done", clause)
    elif own.status in AHEAD or own.undone:
        verdict.set(own.status, own.rule, clause)
        verdict.undone = own.undone
        verdict.sealed = clause.dep_ in ("relcl", "xcomp") and own.rule in ("future tense", "is to")
        _past_plan(verdict, clause)
    elif lemma in word_class("realised") or (lemma in occurrence_verbs() and lemma != "be"):
        told = own.status is Status.HELD and own.rule != "present tense" and not negated(clause)
        verdict.set(Status.HELD if told else None, f"{lemma} (behind)", clause)
        verdict.sealed = told


def _done_at(clause: Token) -> bool:
    """ "a meeting at which they agreed", "during which he refused": the clause tells what happened at the event."""
    return (
        clause.dep_ == "relcl"
        and not negated(clause)
        and any(
            child.dep_ == "prep" and child.lower_ in ("at", "during") and any(c.tag_ == "WDT" for c in child.children)
            for child in clause.children
        )
    )


def _of_clause(clause: Token) -> Operator | None:
    if clause.lemma_ == "be":
        found = predicate(clause)
        if found is None:
            adjective = next((c for c in clause.children if c.dep_ == "acomp"), None)
            found = operator(adjective.lower_, "clause") if adjective is not None else None
        return found
    found = operator_of(clause, "object")
    if found is None and clause.dep_ == "relcl" and not is_passive(clause):
        inner = next((c for c in clause.children if c.dep_ == "xcomp"), None)
        if inner is not None:
            return operator_of(clause, "clause")  # "a trip that he had planned to make"
        return operator_of(clause, "subject")
    return found


def meant(lemma: str) -> bool:
    """Whether a word plans or hopes, so that its past perfect tells that nothing came of it; asking does not."""
    return lemma.split(maxsplit=1)[0] not in word_class("asking")


def _past_plan(verdict: Verdict, clause: Token) -> None:
    """ "was to", "was due": a plan told in the past, which the words around may end."""
    forms = auxiliaries(clause) | {clause.lower_, clause.head.lower_ if clause.dep_ in ("xcomp", "acomp") else ""}
    if verdict.status in AHEAD and forms & {"was", "were", "had"}:
        verdict.rule = f"past: {verdict.rule}"


def negate(verdict: Verdict, verb: Token, type_: EventType, *, dated: bool) -> None:
    """What "not" makes of a verb's own status.

    A will that is negated is a refusal; of a journey that had its date it is a cancellation; of an act of government it
    is the denial that the act is meant.
    """
    own = mood(verb)
    by = actor_subject(verb)
    near = {t.lower_ for t in verb.subtree if abs(t.i - verb.i) < 9}
    if own.status is Status.PLANNED or own.rule == "would, on a condition":
        if "longer" in near or (near & _LATE and {"now", "all", "anymore"} & near):
            status = Status.CANCELLED
        elif type_ is EventType.AGREEMENT:
            status = Status.DECLINED
        elif type_ in ACTS:
            status = Status.DENIED
        elif is_passive(verb) and type_ is not EventType.VISIT:
            status = Status.DECLINED
        elif type_ is EventType.VISIT and dated:
            status = Status.CANCELLED
        elif own.rule.endswith("setting out"):
            status = Status.DENIED
        else:
            status = Status.DECLINED
        verdict.set(status, f"negated {own.rule}", verb, by)
    elif own.rule in ("modal verb", "modal perfect"):
        modal = next((c.lower_ for c in verb.children if c.tag_ == "MD"), "")
        declined = modal in ("can", "ca", "could", "must", "should")
        verdict.set(Status.DECLINED if declined else Status.PROPOSED, "negated modal", verb, by)
    elif own.status is None:
        verdict.set(
            Status.DECLINED if type_ not in ACTS or type_ is EventType.AGREEMENT else Status.DENIED,
            "negated infinitive",
            verb,
            by,
        )
    elif own.undone:
        return
    elif (verb.lemma_ in _ATTEND and (verb.lemma_ == "attend" or any(c.lower_ == "up" for c in verb.children))) or (
        own.rule == "past tense" and verb.lemma_ in ("come", "go") and dated
    ):
        verdict.set(Status.CANCELLED if type_ is EventType.VISIT else Status.DECLINED, "did not appear", verb, by)
    else:
        verdict.set(Status.DENIED, "negation", verb, by)
    verdict.sealed = verdict.undone = verdict.present = False
