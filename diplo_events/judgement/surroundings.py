"""What the rest of the sentence, and the one behind it, does to a status: refutations, changed plans, questions."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from attrs import frozen

from diplo_events.data import rows
from diplo_events.extraction.candidates import Candidate
from diplo_events.judgement.fate import Fate, fate, for_now, made_later
from diplo_events.judgement.inner import ACTS
from diplo_events.judgement.refutation import none_such, refuted
from diplo_events.judgement.verdict import Verdict
from diplo_events.model.kinds import AHEAD, NEGATIVE, EventType, Status
from diplo_events.reading.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token


_PROPOSAL = re.compile(
    r"\b(?:suggestion|proposal|offer|request|invitation|recommendation|plea|appeal|bid|demand)s?"
    r"(?: (?:by|from|of) [^,;:\"]{2,50})? (?:to|that|for)\b"
    r"[^,;:\"]{0,60}$"
)
_ASKED = re.compile(r"\b[Aa]sked (?:\w+ly )?(?:by [^,]{2,40} )?(?:if|whether|about)\b")
_THAT = re.compile(r"\b(?:that|of|about|regarding|on)\b|^\s*$")


@cache
def _cues(kind: str) -> re.Pattern[str]:
    words = sorted((row["cue"] for row in rows("status_cues.tsv") if row["kind"] == kind), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(words) + r")(?!\w)", re.IGNORECASE)


@frozen
class _Words:
    """What stands around a candidate.

    Attributes:
        number: that of its sentence.
        here: its sentence.
        before: its sentence up to it.
        rest: its sentence from it on.
        behind: the next sentence, of the same zone.
    """

    number: int
    here: str
    before: str
    rest: str
    behind: str


def _words_around(reading: Reading, candidate: Candidate) -> _Words:
    number = reading.sentence_at(candidate.start)
    here, at = reading.sentence_text(number), candidate.start - reading.sentences[number].start
    return _Words(number, here, here[:at], here[at:], _near(reading, number, 1))


def look_around(verdict: Verdict, reading: Reading, candidate: Candidate, trigger: Token) -> None:
    """Let the words around the candidate's clause speak."""
    words = _words_around(reading, candidate)
    if words.here.rstrip("\"'”’)] ").endswith("?"):
        if candidate.type is EventType.CONFERENCE and not _asked_after(trigger):
            if "past" not in verdict.rule:
                verdict.set(Status.PLANNED, "occasion, in a question", trigger)
            return
        _question(verdict, words.behind, trigger)
        if words.behind and none_such(candidate.type, _near(reading, words.number, 2)):
            verdict.set(Status.DENIED, "question, answered", trigger)
    elif verdict.status in NEGATIVE and not verdict.undone:
        _for_now(verdict, reading)
        if _is_off_as_planned(verdict) and made_later(candidate.type, words.here, words.behind):
            verdict.set(Status.POSTPONED, f"{verdict.rule}; to be later", trigger)
    elif verdict.passing and candidate.type is EventType.CONFERENCE:
        return
    elif _denies_when_asked(candidate.type, words.before, words.rest):
        verdict.set(Status.DENIED, "asked about, denied", trigger)
    else:
        _nearby(verdict, reading, candidate, words, trigger)


def _asked_after(noun: Token) -> bool:
    """Whether a question is about a gathering, not about what is done at it: "will they meet when they attend it?"."""
    return noun.dep_ in ("nsubj", "nsubjpass", "ROOT") or noun.head.dep_ == "ROOT"


def _nearby(verdict: Verdict, reading: Reading, candidate: Candidate, words: _Words, trigger: Token) -> None:
    """Let refutations, absences, refusals and later dates nearby speak."""
    here, before, rest, behind = words.here, words.before, words.rest, words.behind
    undecided = verdict.status in (None, Status.HELD) and not verdict.sealed
    undecided = undecided or verdict.rule.startswith("past tense of")
    worded = candidate.type is not EventType.CONFERENCE and not _finite_trigger(trigger)
    if undecided and worded and _PROPOSAL.search(before):
        verdict.set(Status.PROPOSED, "proposal by wording", trigger)
    if _refuted(verdict, before, f"{here} {behind}") or _cues("not so").match(behind):
        verdict.set(Status.DENIED, "denied nearby", trigger)
    elif _press_denied(reading, candidate, words):
        verdict.set(Status.DENIED, "told by the press, denied", trigger)
    elif verdict.status in AHEAD and _cues("in vain").search(before):
        verdict.set(Status.CANCELLED, "came to nothing", trigger)
    elif (became := _became(verdict, reading, candidate, words, trigger)) is not None:
        verdict.set(became.status, f"fate, {became.rule}", trigger)
        verdict.undone = False
    elif candidate.type not in ACTS and _cues("absent").search(before[-70:]):
        verdict.set(Status.DECLINED, "did not appear", trigger)
    elif verdict.status is Status.PROPOSED and (_cues("refused").search(here) or _cues("refused").search(behind[:70])):
        verdict.set(Status.DECLINED, "asked for, and refused", trigger)
    elif verdict.status is Status.PLANNED and _cues("put off").search(rest):
        verdict.set(Status.POSTPONED, "at a later date", trigger)
    elif verdict.undone and made_later(candidate.type, here, behind):
        verdict.set(Status.POSTPONED, "a plan of the past; to be later", trigger)
    elif verdict.status is Status.PROPOSED and _is_asked(verdict) and none_such(candidate.type, behind):
        verdict.set(Status.DECLINED, "asked for, and none such", trigger)
    elif verdict.undone or (verdict.status in AHEAD and verdict.rule.startswith(("past: ", "was to"))):
        _undone(verdict, rest, behind, f"{here} {behind}", trigger)


def _denies_when_asked(type_: EventType, before: str, rest: str) -> bool:
    """'"No meeting is planned," X said when asked about reports of talks', "Asked if they had met, he said no"."""
    asked = _ASKED.search(before)
    if asked is None:
        return False
    flat = _cues("flat no").search(before[: asked.start()]) is not None
    return flat or _answered_no(type_, rest) or none_such(type_, before)


def _is_asked(verdict: Verdict) -> bool:
    """Whether one side put it forward, so that the other can refuse it."""
    return verdict.asked or verdict.rule.removeprefix("past: ").startswith(_ASKING)


_ASKING = ("appeal", "ask", "bid", "call", "invit", "offer", "propos", "request", "seek", "suggest", "urge")


def _press_denied(reading: Reading, candidate: Candidate, words: _Words) -> bool:
    """Whether the press tells of the event, and those concerned deny it nearby."""
    beyond = " ".join(_near(reading, words.number, step) for step in (2, 3))
    earlier = _near(reading, words.number, -1)
    return refuted(words.before, candidate.type, words.rest, words.behind, beyond=beyond, earlier=earlier)


def _answered_no(type_: EventType, rest: str) -> bool:
    """ "Asked if he had met X, he said there were no plans"."""
    _, _, answer = rest.partition(",")
    return none_such(type_, rest) or _cues("no answer").search(answer[:60]) is not None


def _for_now(verdict: Verdict, reading: Reading) -> None:
    """ "will not be held at that time", "will not go ahead until the roads are clear"."""
    if verdict.status is not Status.CANCELLED or "does not take place" not in verdict.rule or verdict.evidence is None:
        return
    _, end = reading.offsets(verdict.evidence)
    if for_now(reading.text[end : reading.sentences[reading.sentence_at(end)].end]):
        verdict.set(Status.POSTPONED, f"{verdict.rule}, for now", verdict.evidence)


def _is_off_as_planned(verdict: Verdict) -> bool:
    """Whether "not" alone tells that it is off: "will not be in Rome on Monday"."""
    return verdict.status is Status.CANCELLED and verdict.rule.startswith(("negated", "does not take place"))


def _became(verdict: Verdict, reading: Reading, candidate: Candidate, words: _Words, trigger: Token) -> Fate | None:
    """What the clauses and sentences behind make of what lay ahead."""
    if verdict.undone:
        before = Status.PLANNED
    elif verdict.status in AHEAD and verdict.rule != "question":
        before = verdict.status
    else:
        return None
    rest = reading.text[candidate.end : reading.sentences[words.number].end]
    beyond = _near(reading, words.number, 2) if words.behind else ""
    named = trigger.pos_ in ("NOUN", "PROPN") or trigger.dep_ == "relcl" or trigger.head.dep_ == "relcl"
    return fate(before, candidate.type, words.here, rest, words.behind, beyond, noun=named)


def _finite_trigger(trigger: Token) -> bool:
    return trigger.tag_ in ("VBD", "VBZ") or any(
        c.tag_ in ("VBD", "VBZ", "MD") for c in trigger.children if c.dep_ in ("aux", "auxpass")
    )


def _refuted(verdict: Verdict, before: str, around: str) -> bool:
    """ "dismissed the claim by a radio station that": the parser may hang the clause on the wrong noun."""
    if verdict.reported and _cues("refuted").search(around) is not None:
        return True
    found = _cues("refuting").search(before)
    if found is None:
        return False
    between = before[found.end() :]
    if _cues("as untrue").search(between[:50]):
        return True
    report = _cues("report").search(between)
    return report is not None and _THAT.search(between[report.end() :]) is not None and ";" not in between


def _near(reading: Reading, number: int, step: int) -> str:
    at = number + step
    if not 0 <= at < len(reading.sentences):
        return ""
    return reading.sentence_text(at) if reading.sentences[at].zone is reading.sentences[number].zone else ""


def _question(verdict: Verdict, answer: str, trigger: Token) -> None:
    """A question tells nothing; its answer may."""
    if verdict.status not in (Status.HELD, Status.ONGOING, *AHEAD, None):
        return
    denied = _cues("no answer").search(answer[:120])
    verdict.set(Status.DENIED if denied else Status.PROPOSED, "question", trigger)
    verdict.sealed = True


def _undone(verdict: Verdict, rest: str, behind: str, around: str, trigger: Token) -> None:
    """ "had been due on Monday, but ...": put off if a later day is named or hinted at, else called off."""
    sure = verdict.undone
    at_once = _cues("contrary").match(behind[:80])
    contrary = _cues("contrary").search(rest) or at_once
    later = _cues("later").search(rest) or (_cues("later").search(behind) if sure or at_once else None)
    final = _cues("final").search(rest) or (_cues("final").search(behind[:80]) if later is None else None)
    if final is not None and (sure or contrary or later is None):
        verdict.set(Status.CANCELLED, "a plan of the past, ended", trigger)
    elif later is not None and (sure or contrary or _cues("but").search(rest)):
        verdict.set(Status.POSTPONED, "a plan of the past; later named", trigger)
    elif sure and _cues("postponed").search(around) and not _cues("final").search(around):
        verdict.set(Status.POSTPONED, "a plan of the past; put off nearby", trigger)
    elif sure or contrary:
        verdict.set(Status.CANCELLED, "a plan of the past", trigger)
