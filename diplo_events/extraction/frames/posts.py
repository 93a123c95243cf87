"""Frames of appointments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplo_events.extraction.arguments import Found
from diplo_events.extraction.context import Context
from diplo_events.extraction.nominals import is_definite
from diplo_events.extraction.syntax import (
    actor_subject,
    deep_preposed,
    is_verb,
    objects,
    preposed,
)
from diplo_events.model.kinds import Role

if TYPE_CHECKING:
    from spacy.tokens import Token


def appoint(token: Token, context: Context) -> Found | None:
    """ "X named Y ambassador to Z"."""
    if not _foreign_post(token, context):
        return None
    found = Found(context, token)
    found.participants(Role.APPOINTEE, *(o for o in objects(token) if context.is_person(o)))
    if token.lemma_ in ("replace", "succeed"):
        found.participants(Role.APPOINTEE, actor_subject(token))
    return found if found.arguments else None


def resign(token: Token, context: Context) -> Found | None:
    """ "Y resigned as ambassador", "Y presented credentials"."""
    if token.lemma_ in ("resign", "retire", "quit", "step") and not _foreign_post(token, context):
        return None
    found = Found(context, token)
    found.participants(Role.APPOINTEE, actor_subject(token))
    found.participants(Role.HOST, *(n for n in deep_preposed(token, "to") if context.is_person(n)))
    return found


def credentials_from(token: Token, context: Context) -> Found | None:
    """ "X received the credentials of Y"."""
    found = Found(context, token)
    for item in objects(token):
        found.participants(Role.APPOINTEE, *preposed(item, "of"), *(c for c in item.children if c.dep_ == "poss"))
    found.participants(Role.APPOINTEE, *deep_preposed(token, "from"))
    found.participants(Role.HOST, actor_subject(token))
    return found


def nominal_appointment(token: Token, context: Context) -> Found | None:
    """ "the appointment of Y as special envoy"."""
    if not _foreign_post(token, context) and not _foreign_post(token.head, context):
        return None
    found = Found(context, token)
    found.participants(Role.APPOINTEE, *preposed(token, "of"), *(c for c in token.children if c.dep_ == "poss"))
    found.definite = is_definite(token)
    return found


_FOREIGN_POSTS = frozenset({"diplomat", "envoy", "foreign", "body_head"})


def _foreign_post(token: Token, context: Context) -> bool:
    """Whether an office of foreign policy stands within the clause."""
    stack = [*token.children]
    while stack:
        item = stack.pop()
        name = context.name(item)
        if name is not None:
            if name.person is not None and name.person.offices & _FOREIGN_POSTS:
                return True
            if any(sense.office in _FOREIGN_POSTS for sense in name.senses):
                return True
        if not (is_verb(item) and item.dep_ in ("ccomp", "advcl", "conj", "parataxis")):
            stack.extend(item.children)
    return False
