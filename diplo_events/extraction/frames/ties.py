"""Frames of diplomatic relations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplo_events.extraction.arguments import Found
from diplo_events.extraction.context import Context
from diplo_events.extraction.nominals import controller, is_definite, is_domestic, noun_sides
from diplo_events.extraction.speakers import doer
from diplo_events.extraction.syntax import conjuncts, deep_preposed, is_verb, objects, preposed
from diplo_events.extraction.themes import is_mission, subject_of, themes
from diplo_events.model.kinds import Role

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Verbs by which recognition goes from one state to another.
_SWITCHES = frozenset({"switch", "shift", "transfer"})
_OWN = ("poss", "amod", "compound", "nmod")
#: Possessives that stand for the acting side, told by the clause better than by what was said before.
_OWNERS = frozenset({"its", "their", "his", "her", "our"})


def ties(token: Token, context: Context) -> Found | None:
    """ "X severed ties with Y", "relations between X and Y were restored", "X broke with Y"."""
    found = Found(context, token)
    heads = [*objects(token), *themes(token, context, "tie")]
    who = doer(token, context)
    if who is None and token.dep_ == "amod" and token.head in heads:  # "is considering breaking relations"
        who = next(iter(controller(token.head, context)), None)
    others = deep_preposed(token, "with") or [n for h in heads for n in preposed(h, "with")]
    if is_domestic(others, context):
        return None
    if token.lemma_ in _SWITCHES:  # "switched recognition from X to Y"
        others = [n for n in deep_preposed(token, "to") if context.is_government(n)]
        found.participants(Role.COUNTERPART, *others)
    for item in heads:  # "lowered its diplomatic representation in Y"
        if item.lemma_.lower() == "representation":
            found.participants(Role.COUNTERPART, *(n for n in preposed(item, "in", "to") if context.is_government(n)))
    several = [c for c in conjuncts(who) if context.is_government(c)] if who is not None and others else []
    if len(several) > 1:  # "X and Y cut ties with Z"
        found.separately(Role.INITIATOR, [[c] for c in several])
    elif who is not None and who not in heads:
        found.participants(Role.INITIATOR, who)
    found.participants(Role.COUNTERPART, *deep_preposed(token, "with", "between"))
    for item in heads:
        own, others = noun_sides(item, context)
        found.participants(Role.INITIATOR, *own)
        found.participants(Role.COUNTERPART, *others)
    return found


def mission(token: Token, context: Context) -> Found | None:
    """ "X reopened its embassy in Y", "X's embassy in Y will close", "the closure of X's embassy"."""
    found = Found(context, token)
    heads = themes(token, context, "mission") or (subject_of(token, context, "mission") if is_verb(token) else [])
    heads = heads or [t for t in token.subtree if t.i > token.i and is_mission(t, context)][:1]  # "cut a ribbon at"
    who = doer(token, context) if is_verb(token) else None
    if who is not None and who not in heads and context.is_actor(who):
        found.participants(Role.INITIATOR, who)
    for item in (c for head in heads for c in conjuncts(head)):
        for child in item.children:
            if child.dep_ in _OWN and context.is_actor(child) and child.lower_ not in _OWNERS:
                found.participants(Role.INITIATOR, child)
        found.participants(Role.INITIATOR, *(n for n in preposed(item, "of") if context.is_government(n)))
        _host(found, preposed(item, "in", "at", "to"), context)
    if not found.has_place():
        _host(found, deep_preposed(token, "in", "at", "to"), context)
    if not is_verb(token):
        found.participants(Role.INITIATOR, *(c for c in token.children if c.dep_ == "poss"), *preposed(token, "by"))
        if not found.of_role(Role.INITIATOR):
            found.participants(Role.INITIATOR, *controller(token, context), sure=False)
    if not found.of_role(Role.INITIATOR):
        owners = [c for h in heads for c in h.children if c.dep_ == "poss" and c.lower_ in _OWNERS]
        found.participants(Role.INITIATOR, *owners)
    if not is_verb(token):
        found.definite = is_definite(token)
    return found


def _host(found: Found, nouns: list[Token], context: Context) -> None:
    """The place of a mission, which also tells the state that receives it."""
    for noun in (c for n in nouns for c in conjuncts(n)):
        if context.is_place(noun):
            found.places(noun)
            found.participants(Role.COUNTERPART, noun)


def recognise(token: Token, context: Context) -> Found | None:
    """ "X recognised Y as the government of Z"."""
    found = Found(context, token)
    found.participants(Role.INITIATOR, doer(token, context))
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
    for noun in preposed(token, "of", "in"):
        if context.is_government(noun):
            found.participants(Role.TARGET, noun)
        own, others = noun_sides(noun, context)
        found.participants(Role.INITIATOR, *own)
        found.participants(Role.COUNTERPART, *others)
    if len(found.persons_and_states()) < 2:
        found.participants(Role.INITIATOR, *controller(token, context), sure=False)
    found.definite = is_definite(token)
    return found
