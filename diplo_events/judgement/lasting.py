"""Whether a stay, talks or a gathering that has begun is still going on when the article appears."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from diplo_events.extraction.candidates import Candidate
from diplo_events.extraction.syntax import is_verb
from diplo_events.judgement.verdict import Verdict
from diplo_events.model.kinds import EventType
from diplo_events.model.time import When
from diplo_events.tables.grammar import arrival_verbs, stay_verbs

if TYPE_CHECKING:
    from spacy.tokens import Token

#: What goes on for days.
LASTING = frozenset({EventType.CONFERENCE, EventType.VISIT, EventType.MEETING})
#: How many days after an arrival a stay is taken to go on, where no end is told.
_STAY_DAYS = 2
#: The longest stay that is told in days.
_LONGEST = 31
_BEGINS = frozenset({"begin", "start", "open", "convene", "resume"})
#: What those who begin talks do.
_SITTING = frozenset({"sit", "settle", "gather", "meet", "assemble"})
_LEFT = re.compile(
    r"\b(?:left|departed|flew (?:home|back|out)|returned|went home|came (?:back|home)|wound up"
    r"|ended|concluded|en route|on his way|on her way"
    r"|stopover|for a few hours|briefly|closed|adjourned|broke up|(?:was|were) gone|(?:flew|drove|moved|travel+ed) on"
    r"|the same (?:day|evening|night)|by nightfall|set off again)\b"
)
_GOES_ON = re.compile(
    r"\b(?:(?:second|third|fourth|fifth) day|halfway through|midway through|in the (?:middle|midst|course) of"
    r"|currently (?:in|on|visiting)"
    r"|day (?:two|three|four)|still (?:meeting|talking|under way|going on)"
    r"|(?:should|will|would|is|are) (?:expected to |due to |to )?(?:go on|continue|last|run|stay|end)"
    r"|as this (?:report|edition) (?:was|went)|at press time)\b"
)
_STILL = re.compile(
    r"\bstill (?:meeting|talking|in (?:session|talks|progress)|at it|at the table|locked|closeted|under way|going on)\b"
    r"|\b(?:for|into|entered|in) (?:a|the|its|their) (?:second|third|fourth|fifth|final|last) (?:straight )?day\b"
)
_SITTING_SINCE = re.compile(
    r"\b(?:has|have|had) been (?:in session|meeting|sitting|talking|under way|going on|locked|closeted|at it)\b"
    r"[^.;]{0,40}\bsince\b"
)
_SINCE = re.compile(r"\bsince (?:\w+day|yesterday)\b", re.IGNORECASE)
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
            "twelve": 12}  # fmt: skip
_NUMBER = "(?P<number>" + "|".join(_NUMBERS) + r"|\d+)"
_DURATION = re.compile(rf"\b{_NUMBER}[- ]days?\b|\bweek-?long\b|\bweek's\b")
_STRETCH = re.compile(
    rf"\b{_NUMBER}[- ]days?\b(?! (?:ago|after|before|earlier|later))|\bweek-?long\b|\ba week(?:'s|’s| of)\b",
    re.IGNORECASE,
)


def still_on(
    verdict: Verdict, candidate: Candidate, trigger: Token, sentence: str, when: When | None, published: dt.date
) -> str:
    """The rule by which what is told as begun goes on; "" where it does not.

    Args:
        verdict: what is known of the status.
        candidate: the event.
        trigger: its word.
        sentence: the text of its sentence.
        when: its date, read as past.
        published: the day of publication.
    """
    verb = trigger if is_verb(trigger) else verdict.evidence
    lemma = verb.lemma_.lower() if verb is not None else ""
    since = _since(candidate, trigger, verb, sentence)
    if since:
        return since
    begins = lemma in _BEGINS
    comes = candidate.type is EventType.VISIT and _arrives(verb, when, published)
    left = _LEFT.search(sentence) is not None
    if not left and (begins or comes or lemma in _SITTING) and _lasts(sentence, when, published):
        return "of so many days"
    if not _is_recent(verb, sentence, when, published):
        return ""
    if candidate.type is EventType.VISIT and _SINCE.search(sentence) and not is_verb(trigger):
        return "on a visit since"
    if candidate.type is not EventType.MEETING and _GOES_ON.search(sentence):
        return "goes on"
    if left:
        return ""
    if candidate.type is EventType.MEETING and _STILL.search(sentence):
        return "still on"
    if comes:
        return "arrived in the last days"
    bounded = candidate.type is EventType.CONFERENCE or _DURATION.search(sentence) or _GOES_ON.search(sentence)
    return "began in the last days" if begins and bounded else ""


def _since(candidate: Candidate, trigger: Token, verb: Token | None, sentence: str) -> str:
    """ "has been there since", "have been in session since"."""
    perfect = verb is not None and any(c.dep_ == "aux" and c.lower_ in ("has", "have") for c in verb.children)
    stays = verb is not None and verb.lemma_.lower() in stay_verbs() and not _been_to(verb)
    if perfect and stays and "since " in sentence.lower():
        return "has been there since"
    if candidate.type is not EventType.VISIT and _SITTING_SINCE.search(sentence):
        return "has been in session since"
    return ""


def _been_to(verb: Token) -> bool:
    """ "has been to Oslo once since": who has been to a place has left it."""
    behind = verb.doc[verb.i + 1 : verb.i + 3]
    return verb.lemma_ == "be" and any(word.lower_ == "to" and word.dep_ in ("prep", "dative") for word in behind)


def _is_recent(verb: Token | None, sentence: str, when: When | None, published: dt.date) -> bool:
    """Whether it began so few days ago that it can go on, or is told in the present."""
    if when is None or when.start is None:
        here = verb is not None and verb.tag_ in ("VBZ", "VBP") and _GOES_ON.search(sentence) is not None
        begins = verb is not None and verb.lemma_.lower() in _BEGINS
        return here or (begins and _DURATION.search(sentence) is not None)
    if when.end is not None and (published - when.end).days > _STAY_DAYS:
        return False
    within = when.end is not None and when.start <= published < when.end
    return within or 0 <= (published - when.start).days <= _STAY_DAYS


def _lasts(sentence: str, when: When | None, published: dt.date) -> bool:
    """Whether the days that something is told to take are not over: "arrived on Sunday on a week-long visit"."""
    found = _STRETCH.search(sentence)
    if found is None or when is None or when.start is None or when.start != when.end:
        return False
    number = found["number"]
    days = (_NUMBERS.get(number.lower()) or int(number)) if number else 7
    return 0 <= (published - when.start).days < min(days, _LONGEST)


def _arrives(verb: Token | None, when: When | None, published: dt.date) -> bool:
    if verb is None or verb.lemma_.lower() not in arrival_verbs() or verb.tag_ not in ("VBD", "VBN"):
        return False
    if any(c.dep_ == "aux" and c.lower_ == "had" for c in verb.children):
        return False
    inwards = verb.lemma_.lower() != "fly" or any(c.lower_ in ("in", "into", "here") for c in verb.children)
    return inwards or when is None or when.end is None or (published - when.end).days <= 1
