"""Frames of sanctions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplo_events.extraction.arguments import Found
from diplo_events.extraction.context import Context
from diplo_events.extraction.nominals import is_definite, noun_sides
from diplo_events.extraction.syntax import (
    actor_subject,
    deep_preposed,
    objects,
    preposed,
)
from diplo_events.model.kinds import Role

if TYPE_CHECKING:
    from spacy.tokens import Token


_AGAINST = ("on", "against", "upon", "over")


def sanction_noun(token: Token, context: Context) -> Found | None:
    """ "X imposed sanctions on Y"."""
    found = Found(context, token)
    found.participants(Role.INITIATOR, actor_subject(token))
    targets = [n for n in deep_preposed(token, "on", "against", "upon") if context.is_actor(n)]
    for item in objects(token):
        targets += [n for n in preposed(item, *_AGAINST) if context.is_actor(n)]
        own, _ = noun_sides(item, context)
        found.participants(Role.INITIATOR, *own, sure=False)
    found.participants(Role.TARGET, *targets)
    return found


def sanction_object(token: Token, context: Context) -> Found | None:
    """ "X sanctioned five officials of Y"."""
    found = Found(context, token)
    found.participants(Role.INITIATOR, actor_subject(token))
    found.participants(Role.TARGET, *(o for o in objects(token) if context.is_actor(o)))
    return found


def sanction_assets(token: Token, context: Context) -> Found | None:
    """ "X froze the assets of Y"."""
    found = Found(context, token)
    found.participants(Role.INITIATOR, actor_subject(token))
    for item in objects(token):
        found.participants(Role.TARGET, *preposed(item, "of"), *(c for c in item.children if c.dep_ == "poss"))
    return found


def nominal_sanction(token: Token, context: Context) -> Found | None:
    """ "EU sanctions on Y"."""
    found = Found(context, token)
    own, _ = noun_sides(token, context)
    found.participants(Role.INITIATOR, *own, *preposed(token, "by"))
    found.participants(Role.TARGET, *(n for n in deep_preposed(token, "on", "against") if context.is_actor(n)))
    found.definite = is_definite(token)
    return found
