"""The predicate of a noun where the parse lost it: behind an apposition or a participle between commas.

"The trip, pencilled in for May, is now off": small models take "pencilled" for the verb. What they do not lose is the
comma before a finite verb, which in news prose closes what was put in between.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from diplo_events.extraction.phrasal import operator_of
from diplo_events.extraction.syntax import FINITE
from diplo_events.judgement.negation import negation
from diplo_events.tables.grammar import report_verbs
from diplo_events.tables.scope import Operator, operator

if TYPE_CHECKING:
    from spacy.tokens import Token

_AUXILIARY = frozenset(
    {
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "has",
        "have",
        "had",
        "will",
        "would",
        "could",
        "may",
        "might",
        "can",
        "should",
        "do",
        "does",
        "did",
    }
)
_ENDS = frozenset({";", ":", ".", "?", "!", "”", '"'})
_DETERMINERS = frozenset({"the", "a", "an", "its", "his", "her", "their", "under"})


@frozen
class Predicate:
    """What stands behind the comma.

    Attributes:
        verb: its finite verb.
        main: its main word.
        operator: what it does to its subject, or None.
        negated: whether "not" stands in it.
    """

    verb: Token
    main: Token
    operator: Operator | None
    negated: bool


def predicate_behind(noun: Token, *, start: int | None = None) -> Predicate | None:
    """The first finite verb behind the noun with a comma before it, with its main word.

    Args:
        noun: the noun.
        start: where to look from, if a participle was taken for the verb: then no comma is asked for.
    """
    doc = noun.doc
    loose = noun.dep_ == "ROOT" or start is not None
    for at in range(start if start is not None else noun.i + 2, len(doc)):
        token = doc[at]
        if token.text in _ENDS:
            return None
        finite = token.tag_ in FINITE or token.lower_ == "be"
        if token.dep_ == "relcl" or (token.head.dep_ == "relcl" and token.dep_ in ("aux", "auxpass")):
            continue
        if finite and (loose or doc[at - 1].text in (",", "–", "—")) and token.lemma_.lower() not in report_verbs():
            return _read(token)
    return None


def _read(verb: Token) -> Predicate:
    doc, at, no = verb.doc, verb.i, False
    while at + 1 < len(doc) and (doc[at].lower_ in _AUXILIARY or doc[at].pos_ == "ADV" or negation(doc[at])):
        no = no or negation(doc[at])
        if doc[at].lower_ not in _AUXILIARY and operator(doc[at].lower_, "predicate"):
            break
        at += 1
    main = doc[at]
    if main.tag_ in ("VBN", "VBD") and at > verb.i:
        return Predicate(verb, main, operator_of(main, "object"), no)
    if at > verb.i:
        return Predicate(verb, main, _said(main) or operator_of(main, "subject"), no)
    found = operator_of(main, "subject")
    if found is None and at + 1 < len(doc):
        found = operator(f"{main.lemma_} {doc[at + 1].lower_}", "subject") or _said(doc[at + 1])
    return Predicate(verb, main, found, no)


def _said(word: Token) -> Operator | None:
    found = operator(word.lower_, "predicate")
    doc, at = word.doc, word.i + 1
    if found is None and word.pos_ in ("ADP", "ADV"):
        while at < len(doc) and doc[at].lower_ in _DETERMINERS:
            at += 1
        if at < len(doc):
            found = operator(f"{word.lower_} {doc[at].lower_}", "predicate")
    return found
