"""The built-in status judge: tense, modality, negation and operators, combined from the inside out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from diplo_events.extraction.candidates import Candidate
from diplo_events.extraction.syntax import actor_subject, is_passive, is_verb
from diplo_events.judgement.scope import Step, steps
from diplo_events.model.events import StatusChange
from diplo_events.model.kinds import EventType, Status
from diplo_events.reading.reading import Reading
from diplo_events.tables.grammar import occurrence_verbs

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEGATIVE = frozenset({Status.DECLINED, Status.CANCELLED, Status.POSTPONED, Status.DENIED})
_BEFORE = frozenset({"before", "until", "till"})
_HELD_AFTER = frozenset({"after", "during", "following", "since", "upon", "throughout", "amid"})


@frozen
class Mood:
    """What a verb's own form tells.

    Attributes:
        status: held, ongoing, planned or proposed; None for infinitives and gerunds, which take theirs from above.
        rule: the name of the reading, for explanations.
    """

    status: Status | None
    rule: str


def mood(verb: Token) -> Mood:
    """Read a verb's tense and modality."""
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    modals = {c.lower_ for c in auxiliaries if c.tag_ == "MD"}
    forms = {c.lower_ for c in auxiliaries}
    if modals & {"will", "'ll", "shall", "wo", "wilt"}:
        return Mood(Status.PLANNED, "future tense")
    if modals & {"would", "'d"}:
        return Mood(Status.PLANNED if _reported(verb) else Status.PROPOSED, "would")
    if modals & {"could", "may", "might", "can", "should", "must", "ought"}:
        if "have" in forms and modals & {"should", "could", "might", "ought", "would"}:
            return Mood(Status.CANCELLED if modals & {"should", "ought"} else Status.PROPOSED, "modal perfect")
        return Mood(Status.PROPOSED, "modal verb")
    if "to" in forms and verb.dep_ == "xcomp" and verb.head.lemma_ == "be":
        # "is to meet" lies ahead; "was to have met" never came about.
        return Mood(Status.CANCELLED, "was to have") if "have" in forms else Mood(Status.PLANNED, "is to")
    if "to" in forms or (verb.tag_ == "VB" and not forms):
        if verb.dep_ == "ROOT" or (verb.dep_ == "conj" and verb.head.dep_ == "ROOT" and verb.head.tag_ == "VB"):
            return Mood(Status.PLANNED, "infinitive of a headline")
        return Mood(None, "infinitive")
    if verb.tag_ == "VBG":
        if forms & {"is", "are", "'re", "'s", "am"}:
            return Mood(Status.ONGOING, "present progressive")
        if forms & {"was", "were", "been"}:
            return Mood(Status.HELD, "past progressive")
        return Mood(None, "gerund")
    if verb.tag_ == "VBD" or forms & {"has", "have", "had", "'ve", "was", "were"}:
        return Mood(Status.HELD, "past tense")
    if verb.tag_ == "VBN":
        if forms & {"is", "are", "being"}:
            return Mood(Status.ONGOING if "being" in forms else Status.HELD, "present passive")
        return Mood(Status.HELD, "participle")
    if verb.tag_ in ("VBZ", "VBP"):
        return Mood(Status.HELD, "present tense")
    return Mood(None, "no finite form")


def _reported(verb: Token) -> bool:
    """ "said he would travel": the future of a report, as against a condition."""
    if any(c.dep_ in ("mark", "advmod") and c.lower_ in ("if", "unless", "whether") for c in verb.children):
        return False
    if any(c.dep_ == "advcl" and any(m.lower_ in ("if", "unless", "provided") for m in c.children) for c in verb.children):
        return False
    return True


class Verdict:
    """The status as it builds up, with the words that gave it."""

    __slots__ = ("by", "evidence", "rule", "status")

    def __init__(self) -> None:
        self.status: Status | None = None
        self.rule = ""
        self.evidence: Token | None = None
        self.by: Token | None = None

    def set(self, status: Status | None, rule: str, evidence: Token, by: Token | None = None) -> None:
        """Take a status over."""
        if status is not None:
            self.status, self.rule, self.evidence = status, rule, evidence
            self.by = by or self.by


class RuleStatusJudge:
    """Decides the status of a candidate. Holds no state; safe from any thread."""

    def __call__(self, reading: Reading, candidate: Candidate) -> StatusChange:
        """The status of one candidate, with its evidence.

        A status that nothing told is ``held`` by default, and its rule says so ("unmarked").
        """
        token = reading.token(candidate.start)
        if token is None:
            return StatusChange(status=Status.HELD, rule="no syntax")
        verdict = judge(token, candidate.type)
        evidence = None
        if verdict.evidence is not None:
            evidence = reading.span(*reading.offsets(verdict.evidence))
        by = None
        if verdict.by is not None:
            start, _ = reading.offsets(verdict.by.left_edge)
            _, end = reading.offsets(verdict.by)
            by = reading.text[start:end]
        return StatusChange(status=verdict.status or Status.HELD, rule=verdict.rule or "unmarked", evidence=evidence, by=by)


def judge(trigger: Token, type_: EventType) -> Verdict:
    """Combine the words over a trigger."""
    verdict = Verdict()
    path = list(steps(trigger))
    first = path[0]
    if is_verb(trigger):
        _verb(verdict, trigger, first)
    elif trigger.pos_ == "ADJ":
        verdict.set(Status.PLANNED, f"adjective {trigger.lemma_}", trigger)
    else:
        verdict.set(first.operator, f"modifier of {trigger.lemma_}", trigger)
        if first.negated:
            verdict.set(Status.DENIED, "negated noun", trigger)
    for at, step in enumerate(path[1:], start=1):
        if not _apply(verdict, step, path[at - 1], trigger):
            break
    return verdict


def _verb(verdict: Verdict, verb: Token, step: Step) -> None:
    own = mood(verb)
    verdict.set(own.status, own.rule, verb)
    if verb.lemma_ in ("expect", "invite", "due"):
        verdict.set(Status.PROPOSED if verb.lemma_ == "invite" else Status.PLANNED, verb.lemma_, verb)
    if step.negated:
        refused = own.status in (Status.PLANNED, Status.PROPOSED)
        verdict.set(Status.DECLINED if refused and own.rule == "would" else Status.DENIED, "negation", verb, actor_subject(verb))


def _apply(verdict: Verdict, step: Step, below: Step, trigger: Token) -> bool:
    """Let one step speak; False ends the way."""
    token = step.token
    if step.via == "preposition":
        return True
    if below.via == "preposition":
        _preposition(verdict, below.token, token)
    if step.operator is not None:
        _operate(verdict, step)
        if is_verb(token):
            return _outer_mood(verdict, step)
        return True
    if is_verb(token):
        return _plain_verb(verdict, step, below, trigger)
    if step.negated and verdict.status in (None, Status.PLANNED, Status.PROPOSED):
        verdict.set(Status.DENIED, "negated noun above", token)
    return True


def _preposition(verdict: Verdict, preposition: Token, above: Token) -> None:
    """ "after talks with", "ahead of a visit"."""
    word = preposition.lower_
    if verdict.status is not None:
        return
    if word in _HELD_AFTER:
        verdict.set(Status.HELD, word, preposition)
    elif word in _BEFORE or (word == "of" and above.lower_ in ("ahead", "advance")) or above.lower_ in ("ahead", "prior"):
        verdict.set(Status.PLANNED, "ahead of", preposition)


def _operate(verdict: Verdict, step: Step) -> None:
    status, token = step.operator, step.token
    assert status is not None
    by = actor_subject(token) if is_verb(token) else next((c for c in token.children if c.dep_ == "poss"), None)
    rule = f"{token.lemma_} ({step.via.split()[0]})"
    if status in _NEGATIVE:
        if step.negated:
            verdict.set(Status.PROPOSED if status is Status.DECLINED else Status.PLANNED, f"not {rule}", token, by)
        else:
            verdict.set(status, rule, token, by)
    elif verdict.status in _NEGATIVE:
        if step.negated and verdict.status is Status.DENIED:
            return
    elif step.negated:
        verdict.set(Status.DENIED, f"not {rule}", token, by)
    elif status is Status.PLANNED:
        if verdict.status in (None, Status.HELD) or token.lemma_ in ("accept", "agree", "confirm"):
            verdict.set(status, rule, token, by)
    else:
        verdict.set(status, rule, token, by)


def _outer_mood(verdict: Verdict, step: Step) -> bool:
    """The form of an operator verb: "may cancel", "had been scheduled to"."""
    own = mood(step.token)
    if verdict.status in (Status.DECLINED, Status.CANCELLED, Status.POSTPONED):
        if own.rule == "modal verb":
            verdict.set(Status.PLANNED if verdict.status is not Status.DECLINED else Status.PROPOSED, "may be called off", step.token)
        return True
    if step.operator is Status.PLANNED and own.rule == "modal verb":
        verdict.set(Status.PROPOSED, "modal verb", step.token)
    return True


def _plain_verb(verdict: Verdict, step: Step, below: Step, trigger: Token) -> bool:
    token = step.token
    own = mood(token)
    if step.report:
        if verdict.status is None and step.via == "object":
            verdict.set(Status.PLANNED if token.lemma_ in ("announce", "confirm") else Status.HELD, f"{token.lemma_} (object)", token)
        if step.negated and verdict.status in (Status.PLANNED, Status.PROPOSED, None) and step.via == "object":
            verdict.set(Status.DENIED, f"not {token.lemma_}", token)
        return True
    occurs = step.via == "subject" or (step.via == "object" and is_passive(token))
    if step.negated and (occurs or verdict.status in (None, Status.PLANNED, Status.PROPOSED)):
        if occurs and token.lemma_ in occurrence_verbs() and own.status is not Status.HELD:
            verdict.set(Status.CANCELLED, "does not take place", token)
        elif verdict.status not in _NEGATIVE:
            verdict.set(Status.DECLINED if own.rule == "would" else Status.DENIED, "negation", token, actor_subject(token))
        return True
    if verdict.status is None and step.via != "adverbial":
        status = own.status
        if below.via == "preposition" and below.token.lower_ == "for" and status in (Status.HELD, Status.ONGOING):
            status = Status.PLANNED  # "arrived for talks"
        verdict.set(status, f"{own.rule} of {token.lemma_}", token)
    elif verdict.status is None:
        if below.token.tag_ == "VB":
            verdict.set(Status.PLANNED, f"purpose of {token.lemma_}", token)  # "flew to Paris to meet"
        else:
            verdict.set(own.status, f"{own.rule} of {token.lemma_}", token)
    elif verdict.status is Status.HELD and own.status in (Status.PLANNED, Status.PROPOSED) and step.via in ("clause", "object"):
        if below.token is trigger and not is_verb(trigger):
            verdict.set(own.status, own.rule, token)
    return True
