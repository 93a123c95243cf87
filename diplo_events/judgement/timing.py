"""Held, under way or still ahead: tense read together with the date and the day of publication."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from diplo_events.extraction.candidates import Candidate, Slot
from diplo_events.extraction.records import record_verb
from diplo_events.extraction.settings import MARGINS
from diplo_events.extraction.syntax import FINITE, is_verb
from diplo_events.judgement.lasting import LASTING, still_on
from diplo_events.judgement.verbs import past_perfect
from diplo_events.judgement.verdict import Verdict
from diplo_events.model.kinds import EventType, Status
from diplo_events.model.time import Tense, When
from diplo_events.reading.blocks import ZoneKind
from diplo_events.reading.reading import Reading
from diplo_events.tables.grammar import futurate_verbs, occurrence_verbs, stay_verbs

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Acts that are done once they are told: "are no longer welcome as of today".
_DECREED = frozenset({EventType.EXPULSION, EventType.RECALL, EventType.SANCTION, EventType.SUMMONS})
_ENDING = frozenset({"end", "conclude", "close", "finish", "wind", "wrap"})


def place_in_time(verdict: Verdict, reading: Reading, candidate: Candidate, trigger: Token) -> None:
    """Refine held, ongoing and planned by the candidate's date."""
    published = reading.published
    if verdict.status not in (None, Status.HELD, Status.ONGOING, Status.PLANNED):
        return
    zone = reading.sentences[reading.sentence_at(candidate.start)].zone
    if verdict.status is None and not is_verb(trigger):
        _unmarked(verdict, reading, candidate, trigger)
    elif verdict.status is None and any(c.dep_ == "aux" and c.lower_ == "to" for c in trigger.children):
        verdict.set(Status.PLANNED, "infinitive alone", trigger)
    if verdict.present and zone is ZoneKind.BODY and candidate.type is not EventType.APPOINTMENT:
        _present(verdict, reading, candidate, trigger)
    if published is None:
        return
    purpose = verdict.rule is not None and verdict.rule.startswith("purpose of ")
    if purpose and _purpose_served(verdict, reading, candidate, published):
        verdict.set(Status.HELD, f"{verdict.rule}, some days ago", trigger)
    _overtaken(verdict, reading, candidate, trigger, published)
    if candidate.type is EventType.CONFERENCE and verdict.status in (None, Status.HELD):
        _named_ahead(verdict, reading, candidate, trigger, published)
    if candidate.type in LASTING and verdict.status in (None, Status.HELD):
        sentence = reading.sentence_text(reading.sentence_at(candidate.start))
        goes_on = still_on(verdict, candidate, trigger, sentence, _when(reading, candidate, Tense.PAST), published)
        if goes_on:
            verdict.set(Status.ONGOING, goes_on, trigger)


def _overtaken(verdict: Verdict, reading: Reading, candidate: Candidate, trigger: Token, published: dt.date) -> None:
    """What was ahead by the words around it, and whose day is over by now."""
    if verdict.rule == "after" and verdict.status is Status.PLANNED and _is_past(reading, candidate, published):
        verdict.set(Status.HELD, "after it, and its date is over", trigger)
    if verdict.rule == "ahead of" and _is_past(reading, candidate, published):
        verdict.set(Status.HELD, "before, and its date is over", trigger)
    if verdict.rule.startswith("occasion, ") and _is_just_over(reading, candidate, published):
        verdict.set(Status.HELD, f"{verdict.rule}; its day is over", trigger)


def _when(reading: Reading, candidate: Candidate, tense: Tense) -> When | None:
    times = candidate.of(Slot.TIME)
    if not times or reading.spoken_on is None:
        return None
    expression = next((t for t in reading.times if t.span.start == times[0].start), None)
    return expression.resolve(reference=reading.spoken_on, tense=tense) if expression is not None else None


def _is_sure(candidate: Candidate) -> bool:
    """Whether the date hangs on the event: in "X, who is on a visit to Y, spoke on Sunday" it does not."""
    return all(time.sure for time in candidate.of(Slot.TIME))


def _is_past(reading: Reading, candidate: Candidate, published: dt.date) -> bool:
    when = _when(reading, candidate, Tense.PAST)
    ahead = _when(reading, candidate, Tense.FUTURE)
    return (
        when is not None
        and when.end is not None
        and when.end < published
        and (ahead is None or ahead.end is None or ahead.end < published)
    )


def _is_just_over(reading: Reading, candidate: Candidate, published: dt.date) -> bool:
    """ "should have spoken at it on Wednesday": whether the nearer of the days that can be meant lies behind."""
    past, ahead = _when(reading, candidate, Tense.PAST), _when(reading, candidate, Tense.FUTURE)
    if past is None or past.end is None or past.end >= published:
        return False
    return ahead is None or ahead.start is None or published - past.end < ahead.start - published


def _purpose_served(verdict: Verdict, reading: Reading, candidate: Candidate, published: dt.date) -> bool:
    """ "flew to Oslo last week to see X", "had been in Oslo to see X": what he came for has taken place since."""
    if past_perfect(verdict.evidence):
        return True
    when = _when(reading, candidate, Tense.PAST)
    return when is not None and when.end is not None and (published - when.end).days > 1


def _unmarked(verdict: Verdict, reading: Reading, candidate: Candidate, trigger: Token) -> None:
    """A diary's entry, without a verb: the nearest day that its date can mean."""
    past, ahead = _when(reading, candidate, Tense.PAST), _when(reading, candidate, Tense.FUTURE)
    published = reading.published
    if any(t.tag_ in FINITE for t in trigger.doc):
        return
    if published is None or past is None or ahead is None or past.end is None or ahead.start is None:
        return
    if ahead.start > published and (past.start == ahead.start or ahead.start - published < published - past.end):
        verdict.set(Status.PLANNED, "named with a date ahead", trigger)


#: Days after which a date without a year is one of the year before.
_SEASON = 60


def _named_ahead(verdict: Verdict, reading: Reading, candidate: Candidate, trigger: Token, published: dt.date) -> None:
    """A gathering named in passing, "refused to send a delegation to a summit on 27 June": the nearer of two Junes.

    What is told of the gathering itself ("was held on 27 June") has its own tense.
    """
    verb = verdict.evidence
    own = trigger.head == verb and trigger.dep_ in ("nsubj", "nsubjpass", "dobj")
    if verb is not None and (own or verb == trigger or verb.lemma_ in occurrence_verbs() or not is_verb(verb)):
        return
    if verb is not None and verb.tag_ == "VBD" and _on_margins(trigger):
        return  # "met on the sidelines of the summit in September": one day for both
    past, ahead = _when(reading, candidate, Tense.PAST), _when(reading, candidate, Tense.FUTURE)
    if past is None or ahead is None or past.end is None or ahead.start is None:
        return
    long_ago = (published - past.end).days > _SEASON  # a weekday has one meaning in each tense
    if long_ago and published < ahead.start and 2 * (ahead.start - published) < published - past.end:
        verdict.set(Status.PLANNED, "named with a date ahead", trigger)


def _on_margins(trigger: Token) -> bool:
    return trigger.head.lower_ == "of" and trigger.head.head.lemma_.lower() in MARGINS


def _present(verdict: Verdict, reading: Reading, candidate: Candidate, trigger: Token) -> None:
    """ "leaves on Sunday", "meets X at 2 p.m. today", "is in Kigali today", "is on a visit to"."""
    published = reading.published
    verb = verdict.evidence
    if candidate.type is EventType.VISIT and verb is not None and verb.lemma_ == "be" and trigger.head.lower_ == "on":
        verdict.set(Status.ONGOING, "is on it", verb)
        return
    staying = verdict.status is Status.ONGOING
    ahead = _when(reading, candidate, Tense.FUTURE) if is_verb(trigger) or _is_sure(candidate) else None
    ending = candidate.type in LASTING and verdict.evidence is not None and verdict.evidence.lemma_ in _ENDING
    if ending and (published is None or ahead is None or ahead.start is None or ahead.start <= published):
        verdict.set(Status.ONGOING, "about to end", trigger)
        return
    if published is None or ahead is None or ahead.start is None:
        if (
            candidate.type is EventType.VISIT
            and not staying
            and is_verb(trigger)
            and trigger.lemma_ not in stay_verbs()
            and record_verb(trigger) is None
        ):
            verdict.set(Status.PLANNED, "present tense of a verb of motion", trigger)
        return
    past = _when(reading, candidate, Tense.PAST)
    if (
        staying
        and past is not None
        and past.start is not None
        and past.start <= published < ahead.start
        and (published - past.start).days < 15
    ):
        return  # "is in Paris on a visit that began on Monday"
    if ahead.start > published:
        verdict.set(Status.PLANNED, "present tense with a date ahead", trigger)
    elif (
        candidate.type is EventType.VISIT
        and is_verb(trigger)
        and trigger.lemma_ in futurate_verbs()
        and (past is None or past.relative_to is not None)
    ):
        verdict.set(Status.PLANNED, "present tense of a verb of setting out", trigger)
    elif not staying and ahead.start == ahead.end == published and not _decreed(verdict, candidate):
        verdict.set(Status.PLANNED, "present tense, today", trigger)


def _decreed(verdict: Verdict, candidate: Candidate) -> bool:
    """Whether a present tense tells of an act that is done: "is closed as of today"."""
    shut = candidate.type is EventType.RELATIONS and verdict.rule == "present passive"
    return candidate.type in _DECREED or shut
