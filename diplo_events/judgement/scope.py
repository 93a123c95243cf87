"""The words in whose scope an event stands, from the inside out.

The way leads from the trigger up the dependency tree: each governor may be an operator ("refused", "request for",
"planned"), may be negated, and has a tense. :mod:`.status` combines them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrs import frozen

from diplo_events.extraction.syntax import is_passive, is_verb, negated
from diplo_events.model.kinds import Status
from diplo_events.tables.grammar import report_verbs
from diplo_events.tables.scope import operator

if TYPE_CHECKING:
    from spacy.tokens import Token


@frozen
class Step:
    """One word over the event.

    Attributes:
        token: the word.
        operator: the status it gives, or None.
        negated: whether "not" or "no" stands at it.
        report: whether it reports the event ("said", "denied").
        via: how the event below hangs on it.
    """

    token: Token
    operator: Status | None
    negated: bool
    report: bool
    via: str


def steps(trigger: Token) -> Iterator[Step]:
    """The trigger itself, then each governor up to the root of the sentence."""
    yield Step(trigger, _modifier(trigger), negated(trigger) or _neither(trigger), False, "self")
    below = trigger
    for _ in range(12):
        head = below.head
        if head is below:
            return
        if head.dep_ == "prep" or head.pos_ in ("ADP", "SCONJ"):
            if head.head is head:
                return
            # The preposition itself matters to whoever asks: "ahead of", "after".
            yield Step(head, None, False, False, "preposition")
            below, head = head, head.head
            step = _through_preposition(below, head)
        else:
            step = _direct(below, head)
        if step is None:
            return
        yield step
        below = head


def _direct(below: Token, head: Token) -> Step | None:
    dep = below.dep_
    if dep in ("relcl",):
        # The noun that the clause describes is another thing, unless the clause is about the event itself.
        return None
    if dep in ("advcl", "parataxis", "conj") and is_verb(head) and is_verb(below):
        if dep == "conj" and not _finite(below):
            return Step(head, None, negated(head), False, "conjunct")
        return None if dep != "advcl" else Step(head, None, negated(head), False, "adverbial")
    if head.pos_ in ("NOUN", "PROPN") and dep in ("acl", "compound", "poss", "conj", "appos", "amod"):
        via = "noun"
        return Step(head, operator(head.lemma_.lower(), "noun") if dep in ("acl", "compound") else None, negated(head), False, via)
    if dep in ("nsubjpass", "dobj", "dative", "attr", "oprd", "acl") or (dep == "nsubj" and is_passive(head)):
        return _governor(head, "object")
    if dep in ("nsubj", "csubj"):
        return _governor(head, "subject")
    return _governor(head, "clause")


def _through_preposition(preposition: Token, head: Token) -> Step | None:
    if head.pos_ in ("NOUN", "PROPN"):
        return Step(head, operator(head.lemma_.lower(), "noun"), negated(head), False, "noun")
    phrase = f"{head.lemma_.lower()} {preposition.lower_}"
    particle = _particle(head)
    found = operator(phrase, "object") or (operator(f"{head.lemma_.lower()} {particle}", "object") if particle else None)
    if found is None and preposition.lower_ in ("to", "for", "about") and head.pos_ == "ADJ":
        found = operator(head.lemma_.lower(), "clause")
    return Step(head, found, negated(head), head.lemma_ in report_verbs(), f"preposition {preposition.lower_}")


def _governor(head: Token, via: str) -> Step:
    lemma = head.lemma_.lower()
    particle = _particle(head)
    found = (operator(f"{lemma} {particle}", via) if particle else None) or operator(lemma, via)
    return Step(head, found, negated(head), lemma in report_verbs() or lemma == "deny", via)


def _particle(verb: Token) -> str | None:
    for child in verb.children:
        if child.dep_ in ("prt", "advmod") and child.lower_ in ("off", "out", "down", "back", "through", "away", "up", "short", "in", "forward"):
            return child.lower_
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in ("off", "through", "out") and not any(True for _ in child.children):
            return child.lower_
    return None


def _modifier(trigger: Token) -> Status | None:
    for child in trigger.children:
        if child.dep_ in ("amod", "compound", "advmod", "acl", "nmod"):
            found = operator(child.lower_, "modifier")
            if found is not None:
                return found
    return None


def _neither(trigger: Token) -> bool:
    return any(c.dep_ in ("preconj", "cc") and c.lower_ in ("neither", "nor") for c in trigger.children)


def _finite(verb: Token) -> bool:
    return verb.tag_ in ("VBD", "VBZ", "VBP", "MD") or any(c.dep_ in ("aux", "auxpass") and c.tag_ in ("VBD", "VBZ", "VBP", "MD") for c in verb.children)
