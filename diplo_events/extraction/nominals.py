"""The sides of a nominal event: "X's talks with Y", "talks between X and Y", "X held talks", "US-China talks"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplo_events.extraction.context import Context
from diplo_events.extraction.order import partners_after
from diplo_events.extraction.syntax import (
    actor_subject,
    agent,
    clause_verb,
    conjuncts,
    deep_preposed,
    is_verb,
    preposed,
    raw_subject,
    subject,
)
from diplo_events.reading.lexicon import NameKind
from diplo_events.tables.grammar import light_verbs, report_verbs
from diplo_events.tables.scope import operator

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token


def noun_sides(token: Token, context: Context) -> tuple[list[Token], list[Token]]:
    """Who takes part according to the noun phrase itself: its own side, and those behind "with"."""
    own: list[Token] = []
    for child in token.children:
        if (child.dep_ == "poss" and _acts(child, context)) or (
            child.dep_ in ("compound", "amod", "nmod") and _stands_for_side(child, context)
        ):
            own += [child, *_hyphenated(child, context)]
    between = preposed(token, "between", "among", "involving") or deep_preposed(token, "between")
    between = between or _around(token, "between") or partners_after(token, context, ("between",))
    between = _with_partner(between, context)
    own += [*between, *(n for n in preposed(token, "of", "by") if context.is_actor(n))]
    others = deep_preposed(token, "with") or _around(token, "with")
    return _unique(own), [n for n in _unique(others) if context.is_actor(n)]


def _with_partner(between: list[Token], context: Context) -> list[Token]:
    """The sides behind "between", with the second where the parser took it for a subject: "between X and the envoy"."""
    if len(between) != 1 or len(conjuncts(between[0])) > 1:
        return between
    side = between[0]
    joint = next((c for c in side.subtree if c.dep_ == "cc" and c.lower_ == "and" and c.i > side.i), None)
    if joint is None:
        return [*_sides_left_of(side, context), side]
    for item in side.doc[joint.i + 1 : joint.i + 8]:
        if item.pos_ in ("VERB", "AUX", "ADP") or item.text in (";", "("):
            break
        if item.pos_ in ("NOUN", "PROPN") and item.dep_ not in ("poss", "compound", "amod") and context.is_actor(item):
            return [side, item]
    return between


def _sides_left_of(side: Token, context: Context) -> list[Token]:
    """The first side where the parser took it for a modifier of the second: "between the government and the rebels"."""
    for place in range(side.i - 1, side.left_edge.i, -1):
        word = side.doc[place]
        if word.lower_ == "and" and word.dep_ == "cc":
            first = side.doc[place - 1]
            named = first.pos_ in ("NOUN", "PROPN") and first.dep_ not in ("poss", "case")
            name = context.name(first)
            if name is not None and name.kind is NameKind.DEMONYM:
                return []  # "between Iranian and Iraqi ministers"
            return [first] if named and context.is_actor(first) else []
    return []


def _acts(token: Token, context: Context) -> bool:
    """A possessive that is a side and not a date ("last month's talks")."""
    return context.is_actor(token)


def _stands_for_side(token: Token, context: Context) -> bool:
    name = context.name(token)
    if name is None:
        return False
    return name.person is not None or name.kind.value in ("country", "demonym", "body", "metonym", "movement")


def _hyphenated(token: Token, context: Context) -> list[Token]:
    """The other half of "US-China", "Indian-Pakistani"."""
    found = [c for c in token.children if c.dep_ in ("compound", "amod", "nmod", "punct", "conj")]
    found = [c for c in found if c.dep_ != "punct" and _stands_for_side(c, context)]
    before = token.i - 2
    if before >= 0 and token.doc[token.i - 1].text in ("-", "–") and _stands_for_side(token.doc[before], context):
        found.append(token.doc[before])
    return found


def _around(token: Token, preposition: str) -> list[Token]:
    """Where the verb that carries the noun, or a clause on it, holds the sides: "talks were held between X and Y"."""
    governor = token.head
    if governor != token and is_verb(governor) and token.dep_ in ("dobj", "nsubj", "nsubjpass", "pobj", "attr"):
        found = deep_preposed(governor, preposition)
        if found:
            return found
    if token.dep_ == "pobj":  # "met for talks with X", "three days of talks between X and Y"
        counted = governor.lower_ == "of" and governor.head.pos_ == "NOUN"
        found = deep_preposed(governor.head, preposition) if counted or is_verb(governor.head) else []
        if found:
            return found
    for child in token.children:
        if child.dep_ in ("acl", "relcl") and is_verb(child):
            found = deep_preposed(clause_verb(child), preposition)
            if found:
                return found
    return []


def controller(token: Token, context: Context) -> list[Token]:
    """Who takes part by the words above or below the noun: "X held talks", "X arrived for talks", "talks X held"."""
    for child in token.children:
        if child.dep_ in ("relcl", "acl") and is_verb(child):
            verb = clause_verb(child)
            who = actor_subject(verb) or subject(verb)  # "talks that X is expected to hold"
            if who is not None and who != token and context.is_actor(who):
                return [who]
    step, head = token, token.head
    for _ in range(8):
        if head == step:
            return []
        if is_verb(head):
            found, stop = _at_verb(token, step, head, context)
        elif head.pos_ in ("NOUN", "PROPN"):
            found = _at_noun(token, step, head, context)
            stop = bool(found)
        else:
            found, stop = [], False
        if stop:
            return found
        step, head = head, head.head
    return []


def _at_verb(token: Token, step: Token, verb: Token, context: Context) -> tuple[list[Token], bool]:
    """Who takes part according to a verb above the noun, and whether the search ends there."""
    if step.dep_ in ("nsubj", "nsubjpass"):  # the event itself is the subject
        carries = operator(verb.lemma_, "object") is not None or verb.lemma_ in light_verbs()
        by = agent(verb) if step == token and carries else None
        return ([by] if by is not None and context.is_actor(by) else []), True
    who = actor_subject(verb) if step.dep_ != "agent" else subject(verb)
    if who is not None and who != token and context.is_actor(who):
        reports = verb.lemma_ in report_verbs() and verb.lemma_ not in light_verbs() and step.dep_ == "ccomp"
        return ([] if reports else [who]), True
    return [], raw_subject(verb) is not None and verb.dep_ not in ("xcomp", "advcl", "pcomp", "conj")


def _at_noun(token: Token, step: Token, noun: Token, context: Context) -> list[Token]:
    """Who takes part according to a noun above the event's: "X's plans for talks", "an envoy on a visit to"."""
    for child in noun.children:
        if child.dep_ == "poss" and child != step and context.is_actor(child):
            return [child]
    makers = [n for n in preposed(noun, "by", "from") if context.is_actor(n)]
    if makers:
        return makers
    person = context.is_person(noun) and noun != token
    return [noun] if person and (noun.dep_ == "pobj" or step.dep_ == "prep") else []


def _unique(tokens: list[Token]) -> list[Token]:
    return list({token.i: token for token in tokens}.values())


def is_domestic(partners: Sequence[Token], context: Context) -> bool:
    """Whether the partners named are none that states deal with: "with its main union", "with the works council"."""
    words = [word for noun in partners for word in noun.subtree]
    if not words or any(word.lower_ in _RECIPROCAL for word in words):
        return False
    return not any(context.is_actor(word) or _has_country(word, context) for word in words)


_RECIPROCAL = frozenset({"other", "another", "both", "each"})


def _has_country(token: Token, context: Context) -> bool:
    name = context.name(token)
    return name is not None and any(sense.country for sense in name.senses)


def is_definite(token: Token) -> bool:
    """Whether the noun points back: "the trip", "their talks"."""
    return any(
        (c.dep_ == "det" and c.lower_ in ("the", "that", "this", "these", "those"))
        or (c.dep_ == "poss" and c.lower_ in ("their", "his", "her", "its"))
        for c in token.children
    )


def places_predicated(token: Token, context: Context) -> list[Token]:
    """The places that a noun is said to be: "her first stop will be Panama"."""
    verb = token.head
    if token.dep_ != "nsubj" or verb.lemma_ != "be":
        return []
    return [c for c in verb.children if c.dep_ == "attr" and context.is_place(c) and not context.is_person(c)]
