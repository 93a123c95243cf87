"""Frames of sanctions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplo_events.extraction.arguments import Found
from diplo_events.extraction.context import Context
from diplo_events.extraction.nominals import is_definite, noun_sides
from diplo_events.extraction.speakers import doer
from diplo_events.extraction.syntax import (
    actor_subject,
    agent,
    deep_preposed,
    is_verb,
    objects,
    preposed,
)
from diplo_events.extraction.themes import themes
from diplo_events.model.kinds import Role

if TYPE_CHECKING:
    from spacy.tokens import Token


_AGAINST = ("on", "against", "upon", "over", "for")


def sanction_noun(token: Token, context: Context) -> Found | None:
    """ "X imposed sanctions on Y"."""
    found = Found(context, token)
    heads = [*objects(token), *themes(token, context, "penalty")]
    who = doer(token, context)
    if who is not None and who not in heads:
        found.participants(Role.INITIATOR, who)
    targets = [n for n in deep_preposed(token, "on", "against", "upon") if _can_be_hit(n, context)]
    for item in heads:
        targets += [n for n in deep_preposed(item, *_AGAINST) if _can_be_hit(n, context)]
        own, _ = noun_sides(item, context)
        found.participants(Role.INITIATOR, *own, sure=False)
        targets += _restrained(item, found, context)
    found.participants(Role.TARGET, *targets)
    return found


def _can_be_hit(noun: Token, context: Context) -> bool:
    """Whether sanctions can hit it: a party, or a noun whose phrase tells a country ("15 Iranian shipping lines")."""
    if context.is_actor(noun):
        return True
    names = (context.name(t) for t in noun.subtree if t.i <= noun.i or t.dep_ in ("pobj", "poss"))
    return any(sense.country for name in names if name is not None for sense in name.senses)


def _restrained(noun: Token, found: Found, context: Context) -> list[Token]:
    """Whom the sanctions hit by a clause on the noun: "the ban slapped on Y", "the curbs X put on Y"."""
    hit: list[Token] = []
    for child in noun.children:
        if child.dep_ in ("acl", "relcl") and is_verb(child):
            hit += [n for n in deep_preposed(child, *_AGAINST) if _can_be_hit(n, context)]
            who = actor_subject(child)
            if who is not None and who != noun and context.is_government(who):
                found.participants(Role.INITIATOR, who, sure=False)
    return hit


def sanction_object(token: Token, context: Context) -> Found | None:
    """ "X sanctioned five officials of Y", "X put Y on its blacklist", "Y was barred from entering X"."""
    found = Found(context, token)
    found.participants(Role.INITIATOR, doer(token, context))
    found.participants(Role.TARGET, *(o for o in objects(token) if _can_be_hit(o, context)))
    if not found.of_role(Role.INITIATOR):
        entered = [n for n in deep_preposed(token, "from") if context.is_government(n)]
        for verb in (c for c in token.subtree if c.lemma_ in ("enter", "visit")):
            entered += [o for o in objects(verb) if context.is_government(o)]
        by = [n for n in deep_preposed(token, "by") if context.is_government(n)]  # "put under sanctions by X"
        found.participants(Role.INITIATOR, *(by or entered))
    return found


def sanction_assets(token: Token, context: Context) -> Found | None:
    """ "X froze the assets of Y", "X revoked the visas of Y", "visas for Y were suspended"."""
    found = Found(context, token)
    who = doer(token, context)
    heads = objects(token)
    if who is not None and who not in heads:
        found.participants(Role.INITIATOR, who)
    for item in heads:
        for noun in [item, *(n for n in preposed(item, "of"))]:
            found.participants(
                Role.TARGET,
                *(n for n in preposed(noun, "of", "to", "for", "from", "held") if _can_be_hit(n, context)),
                *(c for c in noun.children if c.dep_ in ("poss", "amod", "compound", "dative") and context.is_actor(c)),
            )
    found.participants(Role.TARGET, *(n for n in deep_preposed(token, "to", "for", "against") if context.is_actor(n)))
    found.participants(Role.TARGET, *(c for c in token.children if c.dep_ == "dative" and context.is_actor(c)))
    return found


def nominal_sanction(token: Token, context: Context) -> Found | None:
    """ "EU sanctions on Y", "an asset freeze on Y"."""
    found = Found(context, token)
    own, _ = noun_sides(token, context)
    verb = token.head
    by = agent(verb) if token.dep_ == "nsubjpass" and is_verb(verb) else None
    found.participants(Role.INITIATOR, *own, *preposed(token, "by"), by)
    found.participants(Role.TARGET, *(n for n in deep_preposed(token, "on", "against") if _can_be_hit(n, context)))
    found.participants(Role.TARGET, *_restrained(token, found, context))
    found.definite = is_definite(token)
    return found
