"""Frames of visits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplo_events.extraction.arguments import Found
from diplo_events.extraction.context import Context
from diplo_events.extraction.nominals import controller, is_definite
from diplo_events.extraction.syntax import (
    actor_subject,
    agent,
    conjuncts,
    deep_preposed,
    is_passive,
    is_verb,
    objects,
    preposed,
    subject,
)
from diplo_events.model.kinds import Role

if TYPE_CHECKING:
    from spacy.tokens import Token


def destination_object(token: Token, context: Context) -> Found | None:
    """ "X visited Beijing"."""
    found = Found(context, token)
    found.participants(Role.VISITOR, actor_subject(token))
    for item in objects(token):
        if context.is_place(item):
            found.places(*conjuncts(item))
        elif context.is_person(item):
            found.participants(Role.HOST, item)
    found.places(*deep_preposed(token, "in", "at"))
    return found


def destination_oblique(token: Token, context: Context) -> Found | None:
    """ "X travelled to Beijing", "X is due in Paris"."""
    found = Found(context, token)
    verb = token if is_verb(token) else token.head
    who = subject(token) if is_verb(token) else subject(verb)
    if is_passive(token) and agent(token) is not None and token.lemma_ != "expect":
        who = agent(token)
    found.participants(Role.VISITOR, who)
    for preposition in ("to", "into", "in", "for", "at", "through", "via"):
        for noun in deep_preposed(token, preposition):
            if context.is_place(noun):
                found.places(*conjuncts(noun))
    if token.lemma_ != "leave":
        for noun in deep_preposed(token, "from"):
            found.origins(noun)
    if any(c.dep_ == "advmod" and c.lower_ in ("here",) for c in token.children):
        found.here()
    if token.lemma_ == "return" and not found.has_place():
        return None
    if token.lemma_ == "be" and not _official(who, context):
        return None
    return found


def origin_object(token: Token, context: Context) -> Found | None:
    """ "X left Beijing": the trip to Beijing is over; "left Washington for Beijing" is for the other entry."""
    found = Found(context, token)
    if deep_preposed(token, "for"):
        return None
    found.participants(Role.VISITOR, actor_subject(token))
    found.places(*(item for item in objects(token) if context.is_place(item)))
    return found if _official(actor_subject(token), context) else None


def dispatch(token: Token, context: Context) -> Found | None:
    """ "X sent an envoy to Libya", "X invited Y to Paris"."""
    found = Found(context, token)
    found.participants(Role.VISITOR, *objects(token))
    if token.lemma_ == "invite":
        found.participants(Role.HOST, actor_subject(token))
    for noun in deep_preposed(token, "to", "into"):
        if context.is_place(noun):
            found.places(*conjuncts(noun))
    return found


def guest(token: Token, context: Context) -> Found | None:
    """ "X hosted Y in Mombasa", "X welcomed Y to Paris": Y's visit."""
    found = Found(context, token)
    found.participants(Role.VISITOR, *objects(token))
    found.participants(Role.HOST, actor_subject(token))
    found.places(*(n for n in deep_preposed(token, "to", "in", "at") if context.is_place(n)))
    return found if found.has_place() else None


def nominal_visit(token: Token, context: Context) -> Found | None:
    """ "X's visit to Beijing", "a trip X was to make", "X paid a visit to Beijing", "the China trip"."""
    found = Found(context, token)
    travellers: list[Token] = []
    for child in token.children:
        if child.dep_ == "poss" and not (context.is_place(child) and not context.is_government(child)):
            travellers.append(child)
        elif child.dep_ in ("compound", "amod", "nmod"):
            if context.is_person(child):
                travellers.append(child)
            elif context.is_place(child):
                found.places(child)
    travellers += [n for n in preposed(token, "by", "of") if context.is_actor(n) and not _only_place(n, context)]
    destinations = [n for p in ("to", "into", "in", "at", "for", "through") for n in deep_preposed(token, p)]
    governor = token.head
    if not destinations and is_verb(governor) and token.dep_ in ("dobj", "nsubjpass", "pobj", "attr"):
        destinations = deep_preposed(governor, "to")
    for child in token.children:
        if child.dep_ in ("relcl", "acl") and is_verb(child):
            travellers += _makers(child, context) if not travellers else []
            destinations = destinations or [n for p in ("to", "in") for n in deep_preposed(_deepest(child), p)]
    if token.lemma_ == "visit" and not destinations:
        destinations = preposed(token, "of")
    for noun in destinations:
        if context.is_place(noun):
            found.places(*conjuncts(noun))
    found.participants(Role.VISITOR, *travellers)
    if not travellers:
        found.participants(Role.VISITOR, *controller(token, context), sure=False)
    found.definite = is_definite(token)
    return found


def _only_place(token: Token, context: Context) -> bool:
    return context.is_place(token) and not context.is_person(token)


def _makers(verb: Token, context: Context) -> list[Token]:
    """Who makes the trip in "a trip X was due to make": the subject of the relative clause."""
    who = actor_subject(verb)
    return [who] if who is not None and context.is_actor(who) else []


def _deepest(verb: Token) -> Token:
    """The innermost infinitive: "due to make", "had planned to pay"."""
    for _ in range(4):
        inner = next((c for c in verb.children if c.dep_ in ("xcomp", "acomp") ), None)
        if inner is None:
            return verb
        verb = inner
    return verb


def _official(token: Token | None, context: Context) -> bool:
    """Whether a traveller has an office, leads a delegation or stands for a state: "is in Paris" alone is no visit."""
    if token is None:
        return False
    name = context.name(token)
    if name is not None:
        if name.person is not None:
            return bool(name.person.offices or name.person.country)
        return any(sense.kind.value in ("office", "group", "demonym") for sense in name.senses)
    return token.lower_ in ("delegation", "he", "she", "they", "envoy", "mission")
