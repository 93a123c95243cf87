"""Frames of diplomatic relations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplo_events.extraction.arguments import Found
from diplo_events.extraction.context import Context
from diplo_events.extraction.nominals import controller, is_definite, noun_sides
from diplo_events.extraction.syntax import (
    actor_subject,
    deep_preposed,
    objects,
    preposed,
)
from diplo_events.model.kinds import Role

if TYPE_CHECKING:
    from spacy.tokens import Token


def ties(token: Token, context: Context) -> Found | None:
    """ "X severed ties with Y", "relations between X and Y were restored"."""
    found = Found(context, token)
    found.participants(Role.INITIATOR, actor_subject(token))
    found.participants(Role.COUNTERPART, *deep_preposed(token, "with", "between"))
    for item in objects(token):
        own, others = noun_sides(item, context)
        found.participants(Role.INITIATOR, *own)
        found.participants(Role.COUNTERPART, *others)
    return found


def mission(token: Token, context: Context) -> Found | None:
    """ "X reopened its embassy in Y"."""
    found = Found(context, token)
    who = actor_subject(token)
    if who is not None and context.is_actor(who):
        found.participants(Role.INITIATOR, who)
    for item in objects(token):
        for child in item.children:
            if (child.dep_ == "poss" or child.dep_ in ("amod", "compound")) and context.is_actor(child):
                found.participants(Role.INITIATOR, child)
            elif child.dep_ in ("amod", "compound") and context.name(child) is not None:
                found.participants(Role.INITIATOR, child)
        for noun in preposed(item, "in", "at", "to") or deep_preposed(token, "in", "at", "to"):
            if context.is_place(noun):
                found.places(noun)
                found.participants(Role.COUNTERPART, noun)
    return found


def recognise(token: Token, context: Context) -> Found | None:
    """ "X recognised Y as the government of Z"."""
    found = Found(context, token)
    found.participants(Role.INITIATOR, actor_subject(token))
    found.participants(Role.TARGET, *objects(token))
    for item in objects(token):
        found.participants(Role.TARGET, *(n for n in preposed(item, "of") if context.is_actor(n)))
        found.participants(Role.TARGET, *(c for c in item.children if c.dep_ == "poss" and context.is_actor(c)))
    return found


def nominal_relations(token: Token, context: Context) -> Found | None:
    """ "the restoration of ties between X and Y"."""
    found = Found(context, token)
    own, others = noun_sides(token, context)
    found.participants(Role.INITIATOR, *own)
    found.participants(Role.COUNTERPART, *others)
    for noun in preposed(token, "of"):
        if context.is_government(noun):
            found.participants(Role.TARGET, noun)
        own, others = noun_sides(noun, context)
        found.participants(Role.INITIATOR, *own)
        found.participants(Role.COUNTERPART, *others)
        for place in preposed(noun, "in", "at"):
            if context.is_place(place):
                found.places(place)
                found.participants(Role.COUNTERPART, place)
    if len(found.persons_and_states()) < 2:
        found.participants(Role.INITIATOR, *controller(token, context), sure=False)
    found.definite = is_definite(token)
    return found
