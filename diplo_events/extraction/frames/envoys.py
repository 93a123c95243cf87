"""Frames of diplomats expelled, recalled and summoned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplo_events.extraction.arguments import Found
from diplo_events.extraction.context import Context
from diplo_events.extraction.nominals import is_definite
from diplo_events.extraction.syntax import (
    actor_subject,
    agent,
    deep_preposed,
    is_passive,
    objects,
    preposed,
    subject,
)
from diplo_events.model.kinds import Role

if TYPE_CHECKING:
    from spacy.tokens import Token


def expel(token: Token, context: Context) -> Found | None:
    """ "X expelled three diplomats of Y"."""
    found = Found(context, token)
    found.participants(Role.INITIATOR, actor_subject(token) if is_passive(token) else subject(token))
    found.participants(Role.TARGET, *objects(token))
    if not objects(token) and token.lemma_ == "declare":
        for child in token.children:
            if child.dep_ in ("ccomp", "oprd", "xcomp"):
                found.participants(Role.TARGET, *(c for c in child.children if c.dep_ == "nsubj"))
    found.places(*(n for n in deep_preposed(token, "from") if context.is_place(n)))
    return found


def nominal_expulsion(token: Token, context: Context) -> Found | None:
    """ "the expulsion of two diplomats by X", "X's expulsion of diplomats"."""
    found = Found(context, token)
    found.participants(Role.INITIATOR, *preposed(token, "by"), *(c for c in token.children if c.dep_ == "poss"))
    found.participants(Role.TARGET, *preposed(token, "of"))
    found.definite = is_definite(token)
    return found


def recall(token: Token, context: Context) -> Found | None:
    """ "X recalled its ambassador to Y"."""
    found = Found(context, token)
    found.participants(Role.INITIATOR, actor_subject(token))
    for item in objects(token):
        _posting(found, item, context)
        if is_passive(token) and agent(token) is None:
            found.participants(Role.INITIATOR, item, sure=False)
    for noun in deep_preposed(token, "from", "in"):
        if context.is_place(noun):
            found.participants(Role.TARGET, noun)
            found.places(noun)
    return found


def nominal_recall(token: Token, context: Context) -> Found | None:
    """ "the recall of its ambassador to Y"."""
    found = Found(context, token)
    found.participants(Role.INITIATOR, *(c for c in token.children if c.dep_ == "poss"), *preposed(token, "by"))
    for item in preposed(token, "of"):
        _posting(found, item, context)
    found.definite = is_definite(token)
    return found


def _posting(found: Found, envoy: Token, context: Context) -> None:
    """The state an envoy is posted to, and the state whose envoy it is."""
    for noun in deep_preposed(envoy, "to", "in", "from"):
        if context.is_government(noun) or context.is_place(noun):
            found.participants(Role.TARGET, noun)
            found.places(noun)
    name = context.name(envoy)
    if name is not None and name.person is not None:
        found.participants(Role.APPOINTEE, envoy, sure=False)


def summon(token: Token, context: Context) -> Found | None:
    """ "X summoned Y's ambassador"."""
    found = Found(context, token)
    found.participants(Role.INITIATOR, actor_subject(token))
    found.participants(Role.TARGET, *objects(token))
    return found


def protest(token: Token, context: Context) -> Found | None:
    """ "X lodged a protest with Y"."""
    found = Found(context, token)
    found.participants(Role.INITIATOR, actor_subject(token))
    found.participants(Role.TARGET, *deep_preposed(token, "with", "to"))
    if not found.of_role(Role.TARGET):
        found.participants(Role.TARGET, *(n for n in deep_preposed(token, "against") if context.is_actor(n)))
    return found


def nominal_summons(token: Token, context: Context) -> Found | None:
    """ "the summoning of Y's ambassador by X"."""
    found = Found(context, token)
    found.participants(Role.INITIATOR, *(c for c in token.children if c.dep_ == "poss"), *preposed(token, "by"))
    found.participants(Role.TARGET, *preposed(token, "of", "to"))
    found.definite = is_definite(token)
    return found
