"""An event of which only the date or the place is open: "no date has been set for the visit"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplo_events.extraction.syntax import is_verb
from diplo_events.judgement.negation import negated
from diplo_events.tables.grammar import word_class

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Prepositions and relations between a date and what it is the date of.
_LINKS = frozenset({"for", "of"})
_PARTICIPATION = frozenset({"pobj", "poss", "compound", "conj", "prep", "pcomp", "nmod"})


def open_date(trigger: Token) -> Token | None:
    """The noun of date or place that is not settled yet, where the event is what it is the date of."""
    if is_verb(trigger):
        return None
    step = trigger
    linked = False
    while step.head != step:
        linked = linked or step.lower_ in _LINKS
        head = step.head
        if linked and head.lemma_.lower() in word_class("setting noun"):
            return head if _is_open(head) else None
        if is_verb(head):
            return _of_verb(head) if linked and step.dep_ == "prep" else None
        if step.dep_ not in _PARTICIPATION:
            return None
        step = head
    return None


def _of_verb(verb: Token) -> Token | None:
    """The noun of a verb that the event's "for" hangs on: "no date has been fixed for the talks"."""
    for child in verb.children:
        told = child.dep_ in ("nsubjpass", "dobj", "attr") and child.lemma_.lower() in word_class("setting noun")
        if told and _is_open(child):
            return child
    return None


def _unsettled(noun: Token) -> bool:
    """ "did not agree on a date", "without agreement on a date"."""
    if noun.dep_ != "pobj" or noun.head.lower_ != "on":
        return False
    over = noun.head.head
    if is_verb(over):
        return over.lemma_ == "agree" and negated(over)
    return over.lemma_ in ("agreement", "deal") and (over.head.lower_ == "without" or negated(over))


def _is_open(noun: Token) -> bool:
    if negated(noun) or _unsettled(noun):
        return True
    verb = noun.head
    if verb.lemma_ in ("have", "remain") and noun.dep_ == "nsubj":  # "has yet to be set", "remain to be fixed"
        return any(c.dep_ == "xcomp" and c.lemma_ in word_class("setting verb") for c in verb.children)
    settles = is_verb(verb) and verb.lemma_ in word_class("setting verb")
    return settles and noun.dep_ in ("nsubjpass", "dobj") and negated(verb)
