"""Reports that are denied: what the press tells of an event, and what those concerned say of the report."""

from __future__ import annotations

import re
from functools import cache

from diplo_events.judgement.fate import DETERMINER, LEAD, cues_of
from diplo_events.model.kinds import EventType

#: Who tells a thing that others may refute.
_MEDIA = re.compile(
    r"\b(?:dail(?:y|ies)|newspapers?|papers?|weekl(?:y|ies)|tabloids?|television|tv|radio|stations?|channels?|networks?"
    r"|media|press|magazines?|(?:web)?sites?|outlets?|agenc(?:y|ies)|bloggers?|rumou?rs?|reports?)\b"
    r"[^;.]{0,80}?\b(?:reported|reports|claimed|claims|said|says|alleged|alleges|wrote|carried|had it|asserted"
    r"|speculated|announced|suggested)\b"
    r"|\b(?:claim|report|rumou?r|stor(?:y|ie)|tale)s?\b[^;.]{0,60}\bthat\b"
    r"|\b[Ii]t (?:has been|had been|was) (?:alleged|claimed|reported|rumou?red|said|written)\b",
    re.IGNORECASE,
)


#: "The claim of some newspapers, that X had met Y, was refuted by the ministry."
_CLAIM = re.compile(
    r"\b(?:allegation|assertion|claim|report|rumou?r|stor(?:y|ie)|suggestion)s?\b[^;]{0,50}\bthat "
    r"(?!.*\b(?:when|after|during) )"
)
_REFUTED = re.compile(
    r"(?:,|\w) (?:was|were|has been|have been|is|are) (?:\w+ly )?"
    r"(?:brushed (?:aside|off)|denied|dismissed|refuted|rejected)\b"
)


def refuted(before: str, type_: EventType, rest: str, behind: str, *, beyond: str = "", earlier: str = "") -> bool:
    """Whether what the press tells is denied around it: "The ministry called the report a lie".

    Args:
        before: the sentence up to the event.
        type_: the event's type.
        rest: the rest of the sentence.
        behind: the next sentence.
        beyond: the sentences after that one, where only the words of the event itself deny it.
        earlier: the sentence before, where a report is refuted that this one spells out.
    """
    if _CLAIM.search(before) is not None and _REFUTED.search(rest) is not None:
        return True
    if _MEDIA.search(before) is None:
        return False
    if any(_untrue().search(text) or none_such(type_, text) for text in (rest, behind)):
        return True
    return _refutes_a_report().search(earlier) is not None or any(
        _did_not(type_).search(text) for text in (rest, behind, beyond)
    )


@cache
def _refutes_a_report() -> re.Pattern[str]:
    """ "dismissed as fabrication a report that", before the report is told in full."""
    as_what = r"(?:on \w+ )?(?:as (?:[\w\"“”-]+ ){1,4})?"
    return re.compile(rf"\b(?:{cues_of('untrue')['']}) {as_what}(?:a|the|an) (?:{cues_of('report')['']})\b")


@cache
def _did_not(type_: EventType) -> re.Pattern[str]:
    """ "They did not meet", "The minister has not spoken to him": the press told of it, those who know deny it."""
    verbs = cues_of("deed").get(type_.value, "do any such thing")
    side = r"(?:[Hh]e|[Ss]he|[Tt]hey|[Ww]e|I|[Tt]he (?:two|minister|president|envoy|ambassador|premier)\w*(?: \w+)?)"
    return re.compile(rf"{LEAD}{side} (?:(?:did|has|have|had) (?:not|never)|didn't|hasn't|haven't|never) (?:{verbs})\b")


def none_such(type_: EventType, text: str) -> bool:
    """Whether a text denies an event told before: "no such meeting", "nothing of the kind"."""
    return _none_such(type_).search(text) is not None


@cache
def _untrue() -> re.Pattern[str]:
    report = rf"(?:it|this|that|{DETERMINER} (?:{cues_of('report')['']}))"
    return re.compile(
        rf"\b(?:{cues_of('untrue')['']}) (?i:{report})\b"
        rf"|{LEAD}(?i:{report}) (?:was|is|were|are|had been|has been) (?:{cues_of('untrue said')['']})"
    )


@cache
def _none_such(type_: EventType) -> re.Pattern[str]:
    nouns = cues_of("noun")
    return re.compile(
        rf"\b(?i:(?:no|not any) such (?:\w+ )?(?:{nouns.get(type_.value, 'step')}|{nouns['any']}|thing)"
        rf"|nothing of the (?:kind|sort)|(?:deny|denies|denied|denying) any such)\b|^\W*Not (?:so|true)\b"
    )
