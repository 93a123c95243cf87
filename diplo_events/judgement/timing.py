"""Held, under way or still ahead: tense read together with the date and the day of publication."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from diplo_events.extraction.candidates import Candidate, Slot
from diplo_events.judgement.verdict import Verdict
from diplo_events.model.kinds import EventType, Status
from diplo_events.model.time import Tense, When
from diplo_events.reading.blocks import ZoneKind
from diplo_events.reading.reading import Reading
from diplo_events.tables.grammar import arrival_verbs, stay_verbs

if TYPE_CHECKING:
    from spacy.tokens import Token

#: How many days after an arrival a stay is taken to go on, where no end is told.
_STAY_DAYS = 2
_LEFT = re.compile(
    r"\b(?:left|departed|flew (?:home|back|out)|returned|went home|came (?:back|home)|wound up|ended|concluded|en route|on his way|on her way|stopover"
    r"|for a few hours|briefly)\b"
)
_GOES_ON = re.compile(r"\b(?:since|until|still|currently|now|entered (?:its|their|his|her|a)|second day|third day|fourth day|resumed|under ?way|so far)\b")
_DURATION = re.compile(r"\b(?:\w+)-day\b|\bfor (?:two|three|four|five|six|seven|several) days\b|\bweek-?long\b")


def place_in_time(verdict: Verdict, reading: Reading, candidate: Candidate, trigger: Token) -> None:
    """Refine held, ongoing and planned by the candidate's date."""
    published = reading.published
    if verdict.status not in (None, Status.HELD, Status.ONGOING, Status.PLANNED):
        return
    zone = reading.sentences[reading.sentence_at(candidate.start)].zone
    if verdict.present and zone is ZoneKind.BODY:
        _present(verdict, reading, candidate, trigger)
    if published is None:
        return
    if verdict.rule == "ahead of" and _is_past(reading, candidate, published):
        verdict.set(Status.HELD, "before, and its date is over", trigger)
    if verdict.status in (None, Status.HELD):
        _still_on(verdict, reading, candidate, trigger, published)


def _when(reading: Reading, candidate: Candidate, tense: Tense) -> When | None:
    times = candidate.of(Slot.TIME)
    if not times or reading.published is None:
        return None
    expression = next((t for t in reading.times if t.span.start == times[0].start), None)
    return expression.resolve(reference=reading.published, tense=tense) if expression is not None else None


def _is_past(reading: Reading, candidate: Candidate, published: dt.date) -> bool:
    when = _when(reading, candidate, Tense.PAST)
    ahead = _when(reading, candidate, Tense.FUTURE)
    return when is not None and when.end is not None and when.end < published and (ahead is None or ahead.end is None or ahead.end < published)


def _present(verdict: Verdict, reading: Reading, candidate: Candidate, trigger: Token) -> None:
    """ "leaves on Sunday", "meets X at 2 p.m. today", "is in Kigali today"."""
    published = reading.published
    staying = verdict.status is Status.ONGOING
    ahead = _when(reading, candidate, Tense.FUTURE)
    if published is None or ahead is None or ahead.start is None:
        if candidate.type is EventType.VISIT and not staying and trigger.lemma_ not in stay_verbs():
            verdict.set(Status.PLANNED, "present tense of a verb of motion", trigger)
        return
    now = ahead.start <= published and (ahead.end is None or ahead.end >= published)
    if ahead.start > published:
        verdict.set(Status.PLANNED, "present tense with a date ahead", trigger)
    elif now and not staying and ahead.end == ahead.start:
        verdict.set(Status.PLANNED, "present tense, today", trigger)


def _still_on(verdict: Verdict, reading: Reading, candidate: Candidate, trigger: Token, published: dt.date) -> None:
    """A stay or gathering that began in the last days and of whose end nothing is told is under way."""
    lemma = trigger.lemma_.lower()
    number = reading.sentence_at(candidate.start)
    sentence = reading.sentence_text(number)
    when = _when(reading, candidate, Tense.PAST)
    if lemma in stay_verbs() and "has" in {c.lower_ for c in trigger.children if c.dep_ == "aux"} and " since " in sentence:
        verdict.set(Status.ONGOING, "has been there since", trigger)
        return
    if when is None or when.start is None:
        return
    age = (published - when.start).days
    recent = 0 <= age <= _STAY_DAYS or (when.end is not None and when.start <= published < when.end)
    if candidate.type is EventType.VISIT and lemma in arrival_verbs() and trigger.tag_ in ("VBD", "VBN") and recent:
        if not _LEFT.search(sentence) and (when.end is None or when.end >= published - dt.timedelta(days=_STAY_DAYS)):
            verdict.set(Status.ONGOING, "arrived in the last days", trigger)
    elif verdict.evidence is not None and verdict.evidence.lemma_ in ("begin", "start", "open", "convene", "resume") and recent:
        if candidate.type in (EventType.CONFERENCE, EventType.VISIT) or _DURATION.search(sentence) or _GOES_ON.search(sentence):
            verdict.set(Status.ONGOING, "began in the last days", trigger)
