"""What the rest of the sentence, and the one behind it, does to a status: refutations, what came in between, questions."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from diplo_events.data import rows
from diplo_events.extraction.candidates import Candidate
from diplo_events.judgement.verdict import AHEAD, Verdict
from diplo_events.model.kinds import Status
from diplo_events.reading.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token


@cache
def _cues(kind: str) -> re.Pattern[str]:
    words = sorted((row["cue"] for row in rows("status_cues.tsv") if row["kind"] == kind), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(words) + r")(?!\w)", re.IGNORECASE)


def look_around(verdict: Verdict, reading: Reading, candidate: Candidate, trigger: Token) -> None:
    """Let the words around the candidate's clause speak."""
    number = reading.sentence_at(candidate.start)
    here = reading.sentence_text(number)
    behind = _next(reading, number)
    if here.rstrip("\"'”’)] ").endswith("?"):
        _question(verdict, behind, trigger)
        return
    if verdict.status in (Status.HELD, Status.ONGOING, *AHEAD) and verdict.reported and _cues("refuted").search(f"{here} {behind}"):
        verdict.set(Status.DENIED, "report refuted nearby", trigger)
    elif verdict.status in (Status.HELD, *AHEAD) and _cues("not so").match(behind):
        verdict.set(Status.DENIED, "denied in the next sentence", trigger)
    elif verdict.undone or (verdict.status in AHEAD and verdict.rule.startswith("past: ") or verdict.rule == "was to"):
        _undone(verdict, reading.text[candidate.start : reading.sentences[number].end], behind, trigger)


def _next(reading: Reading, number: int) -> str:
    if number + 1 >= len(reading.sentences):
        return ""
    this, following = reading.sentences[number], reading.sentences[number + 1]
    return reading.sentence_text(number + 1) if following.zone is this.zone else ""


def _question(verdict: Verdict, answer: str, trigger: Token) -> None:
    """A question tells nothing; its answer may."""
    if verdict.status not in (Status.HELD, Status.ONGOING, *AHEAD, None):
        return
    denied = _cues("no answer").search(answer)
    verdict.set(Status.DENIED if denied else Status.PROPOSED, "question", trigger)
    verdict.sealed = True


def _undone(verdict: Verdict, rest: str, behind: str, trigger: Token) -> None:
    """ "had been due on Monday, but ...": put off if a later day is named or hinted at, else called off."""
    sure = verdict.undone
    later = _cues("later").search(rest) or (_cues("later").search(behind) if sure or _cues("contrary").match(behind) else None)
    contrary = _cues("contrary").search(rest) or _cues("contrary").match(behind)
    if later is not None and (sure or contrary or _cues("put off").search(rest)):
        verdict.set(Status.POSTPONED, "a plan of the past; later named", trigger)
    elif sure or contrary:
        verdict.set(Status.CANCELLED, "a plan of the past", trigger)
