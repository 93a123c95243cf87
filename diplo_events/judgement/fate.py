"""What became of it: the fate of an event that the clauses and sentences behind its own tell.

"X was to visit Rome on Monday. The trip has been put off." "Y asked X to come. He sent his regrets." "A daily reported
that X had met Y. The ministry called the report a lie." The syntax of one sentence cannot see it; what can be seen is
that the words behind take the event up again ("it", "the trip", "the offer", "the report", "he") and say something of
it. Only bare anaphors count: "his trip to Cairo" is another trip.
"""

from __future__ import annotations

import re
from functools import cache

from attrs import frozen

from diplo_events.data import rows
from diplo_events.model.kinds import EventType, Status

#: Where a clause begins.
LEAD = r"(?:^|[;:,–—\"“(] ?|\b(?:and|but|that|said|says|because|though|until|yet|then|now|as|if|when) )"
#: Words that may stand between a subject and what is said of it.
_AUX = (
    r"(?:(?:has|have|had|was|were|is|are|been|being|be|would|will|must|now|since|again|to|also|got|meanwhile|already"
    r"|then|later|yet|once more|in turn|\w+ly) )*[\"“]?"
)
_PASSIVE = r"(?:been|was|were|is|are|be|being|stands|stood|remains|got)(?: (?:now|since|again|once more|\w+ly))? "
DETERMINER = r"(?:the|that|this|those|these|his|her|their|its|both)(?: (?:whole|entire|joint|planned|same|\w+ing))?"
_ACTOR = (
    r"(?:[Hh]e|[Ss]he|[Tt]hey|(?!No\b|Nobody|None|Neither|Nothing)[A-Z][\w'’.-]*(?: (?:of|the|and|[A-Z][\w'’.-]*)){0,5}"
    r"|(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Bb]oth) [\w'’.-]+(?: [\w'’.-]+){0,2}?)"
)
#: Words between a side and what it did.
_HAVE = r"(?:(?:has|have|had|now|since|again|also|meanwhile|already|then|later|once more|in turn|\w+ly) )*[\"“]?"
#: Behind these a subject may be left out: "was to host it but has dropped the plan", "X, who was due, has pulled out",
#: "a delegation that was due has delayed its trip".
_SHARED = r"(?:\b(?:but|and) |^[^,;\"]{0,80}, |^(?:(?! and | but )[^,;\"]){0,60} (?=(?:has|have|had) ))"
#: What is put in between commas behind a noun: "the call, arranged for Monday, had to be moved".
_PUT_BETWEEN = r"^[^;\"]{0,160}?, "
#: "which had been planned for June, will be made in the autumn".
_REPLANNED = re.compile(
    r"[^;\"]{0,80}?(?:which|that) (?:had been|was|were) (?:originally |first |to have been )?"
    r"(?:planned|due|scheduled|set|expected|arranged|fixed|foreseen|announced)\b[^,;\"]{0,60}, "
    r"(?:will|is to|are to) (?:now )?(?:be|begin|come|follow|go ahead|open|start|take place)\b"
)
#: A participle joined to one before: "arranged for May and shelved at the hosts' request".
_COORDINATED = r"^[^;\"]{0,60}\b(?:and|but) (?:since |then |now |later )?"
_BECAUSE = r"(?:at|by|after|because|until)\b"
#: What is only put off: "will not be going for the time being".
_FOR_NOW = re.compile(
    r"\b(?:for now|for the (?:time being|moment)|just yet|at that time|until|till"
    r"|(?:a |another )?(?:later|new|fresh) (?:date|day|time))\b",
    re.IGNORECASE,
)
#: "will not take place before the spring".
_NOT_BEFORE = re.compile(r" (?:[\w ]{1,20} )?before\b")
#: How far behind the words of a fate such words may stand.
_FOR_NOW_REACH = 40


@frozen
class Fate:
    """What became of an event: its status, and the rule that says so."""

    status: Status
    rule: str


def fate(
    status: Status, type_: EventType, here: str, rest: str, behind: str, beyond: str = "", *, noun: bool = False
) -> Fate | None:
    """What the words behind an event that lies ahead make of it.

    Args:
        status: planned or proposed.
        type_: its type, which tells by what nouns it is taken up.
        here: its own sentence.
        rest: the rest of that sentence, behind the event.
        behind: the next sentence.
        beyond: the one after that, where only a noun or a name of the event's own sentence takes it up.
        noun: whether a noun names it, of which the rest of its sentence may tell without a subject.
    """
    if noun and _REPLANNED.match(rest):
        return Fate(Status.POSTPONED, "planned anew")
    for kind, gives, pattern in _frames(type_, noun=noun):
        if not _may(kind, status, type_):
            continue
        for text in (rest, behind, beyond):
            found = pattern.search(text)
            if found is None or not _takes_up(found, kind, text is rest):
                continue
            subject = found.group().lstrip(_MARKS)
            if text is beyond and _PRONOUN.match(subject):
                continue
            if (text is beyond or (text is behind and status is Status.PLANNED)) and not _told(subject, here):
                continue
            return Fate(_given(gives, kind, status, type_, text[found.end() :]), kind)
    return None


_MARKS = ' ;:,–—"“('
#: Another clause, or somebody's guess, between the event and its fate.
_OTHER_CLAUSE = re.compile(r"\band (?:had|has|have|will|would|was|is|are|were|to)\b|, and\b")
_GUESS = re.compile(
    r"\b(?:speculation|rumou?rs?|reports?|fears?|den(?:y|ies|ied|ying)|asked|wondered|whether|if|unless|might|could|may"
    r"|threat(?:ened|ens|s)?|warn(?:ed|s)?|once|in case)\b",
    re.IGNORECASE,
)


def _may(kind: str, status: Status, type_: EventType) -> bool:
    """Whether what is said can be said of such an event: only an asking is turned down."""
    if status is not Status.PROPOSED and kind in ("offer passive", "offer active", "to offer", "quote"):
        return False
    if kind != "person":
        return True
    return type_ is not EventType.CONFERENCE and (status is Status.PROPOSED or type_ in _ATTENDED)


_ATTENDED = frozenset({EventType.VISIT, EventType.MEETING, EventType.CALL})


def _takes_up(found: re.Match[str], kind: str, own_sentence: bool) -> bool:
    before = found.string[: found.start()]
    if _GUESS.search(before) and not (own_sentence and kind != "passive"):
        return False
    if own_sentence:
        return _OTHER_CLAUSE.search(before) is None
    if kind == "to event" and _IT.search(found.group()) is not None and _any_event().search(before) is not None:
        return False  # "refused to reschedule the visit, since he had cancelled it": the visit
    subject = found.group().lstrip(_MARKS).lower()
    return not subject.startswith(("and ", "but ")) or not before


_IT = re.compile(r"\bit(?: off| back)?$")


@cache
def _any_event() -> re.Pattern[str]:
    """A noun that a pronoun behind it takes up."""
    return re.compile(rf"\b(?:{'|'.join(cues_of('noun').values())})\b", re.IGNORECASE)


def _told(subject: str, here: str) -> bool:
    """Whether a subject is a bare anaphor, or one of its names stands in the event's own sentence."""
    names = re.findall(r"[A-Z][\w-]{2,}", subject[1:] if _ANAPHOR.match(subject) else subject)
    return not names or any(name in here for name in names)


def made_later(type_: EventType, here: str, behind: str) -> bool:
    """Whether what is not to be as planned is to be at another time: "The trip would be made in the autumn".

    Args:
        type_: the event's type.
        here: its own sentence.
        behind: the next sentence.
    """
    found = _anew(type_).search(behind)
    return found is not None and _GUESS.search(behind[: found.start()]) is None and _told(found.group(), here)


@cache
def _anew(type_: EventType) -> re.Pattern[str]:
    cues = cues_of("anew")
    will = r"(?:now |then |still |instead |yet )?[\"“]?(?:will|would|could|may|might|is to|was to)"
    modal = rf"{will} (?:now |then |still |instead |yet )?"
    later = rf"[^.;,]{{0,25}}?\b(?:{cues['later']})\b"
    return re.compile(
        rf"{LEAD}(?i:{_event(type_)}) {modal}(?:{cues['event']})\b{later}"
        rf"|{LEAD}(?:[Hh]e|[Ss]he|[Tt]hey) {modal}(?:{cues['person']})\b{later}"
    )


def _event(type_: EventType) -> str:
    """The pattern of what takes an event up: a pronoun, or a noun for its type."""
    nouns = cues_of("noun")
    return rf"(?:it|this|that|{DETERMINER} (?:{nouns.get(type_.value, 'step')}|{nouns['any']}))"


def for_now(clause: str) -> bool:
    """Whether what is not to be is only put off: "will not be held at that time", "not before May"."""
    return _FOR_NOW.search(clause[:_FOR_NOW_REACH]) is not None or _NOT_BEFORE.match(clause) is not None


def _given(gives: Status, kind: str, status: Status, type_: EventType, after: str) -> Status:
    """A refusal to make a journey that was settled calls it off; "for now", "before May" put it off."""
    if kind == "active" and gives is Status.CANCELLED and _NOT_BEFORE.match(after):
        return Status.POSTPONED
    if gives is not Status.POSTPONED and status is Status.PLANNED and _FOR_NOW.search(after[:_FOR_NOW_REACH]):
        return Status.POSTPONED
    if kind == "person" and status is Status.PLANNED and type_ is EventType.VISIT and gives is Status.DECLINED:
        return Status.CANCELLED
    if kind == "person" and status is Status.PROPOSED and gives is Status.CANCELLED:
        return Status.DECLINED
    return gives


_ANAPHOR = re.compile(r"(?:it|this|that|these|those|he|she|they|the|his|her|its|their|both)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:it|this|that|he|she|they|and|but)\b", re.IGNORECASE)


@cache
def cues_of(kind: str) -> dict[str, str]:
    """The cues of a kind, joined, by what they give."""
    told: dict[str, list[str]] = {}
    for row in rows("fate_cues.tsv"):
        if row["kind"] == kind:
            told.setdefault(row["gives"], []).append(row["cue"])
    return {gives: "|".join(sorted(cues, key=len, reverse=True)) for gives, cues in told.items()}


@cache
def _frames(type_: EventType, *, noun: bool) -> tuple[tuple[str, Status, re.Pattern[str]], ...]:
    """What may be said of an event of this type, or done to it: kind, status, pattern."""
    event = _event(type_)
    offer = rf"(?:it|this|that|{DETERMINER} (?:{cues_of('offer')['']}))"
    lost = rf"|{_PUT_BETWEEN}{_HAVE}" if noun else ""
    side = rf"(?:{LEAD}{_ACTOR} |{_SHARED}){_HAVE}"
    frames = {
        "passive": rf"(?:(?:{LEAD}(?i:{event}) {lost}){_AUX}{_PASSIVE}(?:%s)\b|{_COORDINATED}(?:%s) {_BECAUSE})",
        "active": rf"(?:{LEAD}(?i:{event}) {lost}){_HAVE}(?:%s)",
        "offer passive": rf"{LEAD}(?i:{offer}) {_AUX}{_PASSIVE}(?:%s)\b",
        "offer active": rf"{LEAD}(?i:{offer}) {_AUX}(?:%s)",
        "to event": rf"{side}(?:%s)\b",
        "to offer": rf"{side}(?:%s)\b",
        "person": rf"{side}(?:%s)",
        "quote": r"^\W{0,3}[“\"‘'](?:%s)",
    }
    return tuple(
        (
            kind,
            Status(gives),
            re.compile(frame.replace("%s", cues.replace("~", event if kind == "to event" else offer))),
        )
        for kind, frame in frames.items()
        for gives, cues in cues_of(kind).items()
    )
