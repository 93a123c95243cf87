"""Frames of visits by the side that sends or receives: envoys sent, guests hosted and invited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplo_events.extraction.arguments import Found
from diplo_events.extraction.context import Context
from diplo_events.extraction.doers import add_doer
from diplo_events.extraction.frames.arrivals import unnamed_place
from diplo_events.extraction.frames.travellers import all_resident
from diplo_events.extraction.order import places_after
from diplo_events.extraction.syntax import (
    actor_subject,
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


def dispatch(token: Token, context: Context) -> Found | None:
    """ "X sent an envoy to Libya", "X invited Y to Paris", "a journey takes Y to Rome", "Y was shown round a mill"."""
    found = Found(context, token)
    whom = [o for o in objects(token) if context.is_person(o)]
    guided = subject(token) if not whom and is_passive(token) else None
    if guided is not None and context.is_person(guided):
        whom = [guided]  # "was shown round a dam", with the dam for an object
    found.participants(Role.VISITOR, *whom)
    if not whom:
        found.participants(Role.VISITOR, *_persons_after(token, context), sure=False)
    if token.lemma_ in ("send", "return") and all_resident(found.persons_and_states(), context):
        return None  # an ambassador goes to his post
    if token.lemma_ == "invite":
        found.participants(Role.HOST, actor_subject(token))
    for preposition in ("to", "into", "in", "on", "round", "around", "through"):
        found.destinations(*(n for n in deep_preposed(token, preposition) if context.is_place(n)))
        if found.has_place():
            return found
    act = _asked_to(token) if token.lemma_ == "invite" else None
    if act is not None:
        found.destinations(*_where_acts(act, context))
    else:
        found.destinations(*places_after(token, context, ("to", "into", "in")))
    unnamed_place(found, token, context)
    return found if found.has_place() else None


#: What guests are asked to do where they come to.
_AS_GUEST = frozenset(
    """attend see inspect open speak address join spend stay come travel tour visit watch witness celebrate observe
    deliver inaugurate""".split()
)


def _asked_to(verb: Token) -> Token | None:
    """What a guest is asked to do: "invited X to open a fair"."""
    return next((c for c in verb.subtree if c.i > verb.i and c.tag_ == "VB"), None)


def _where_acts(act: Token, context: Context) -> list[Token]:
    """Where a guest acts: "open a fair in Lima", "see the dam at Aswan", but not "comment on the war in Syria"."""
    if act.lemma_ not in _AS_GUEST:
        return []
    near = [*objects(act), *preposed(act, "in", "at", "to")]
    near += [noun for thing in near for noun in preposed(thing, "in", "at")]
    return [noun for noun in near if context.is_place(noun)]


def _persons_after(token: Token, context: Context) -> list[Token]:
    """The first person behind a verb, before the next verb."""
    for item in token.doc[token.i + 1 : token.i + 8]:
        if is_verb(item):
            break
        if (
            context.is_person(item)
            and item.pos_ in ("NOUN", "PROPN", "PRON")
            and item.dep_ not in ("compound", "poss", "amod")
        ):
            return [item]
    return []


def guest(token: Token, context: Context) -> Found | None:
    """ "X hosted Y in Mombasa", "X welcomed Y to Paris": Y's visit."""
    found = Found(context, token)
    found.participants(Role.VISITOR, *objects(token))
    found.participants(Role.HOST, actor_subject(token))
    found.places(*(n for n in deep_preposed(token, "to", "in", "at") if context.is_place(n)))
    host = actor_subject(token)
    if not found.has_place() and host is not None and context.is_government(host):
        found.places(host)  # "Moscow, which hosted X last week"
    return found if found.has_place() else None


def invitation(token: Token, context: Context) -> Found | None:
    """ "an invitation to X to come to Paris", "an invitation to Washington": the visit somebody is asked to make."""
    found = Found(context, token)
    towards = [item for noun in preposed(token, "to", "for") for item in conjuncts(noun)]
    found.participants(Role.VISITOR, *(n for n in towards if context.is_person(n)))
    found.destinations(*(n for n in towards if context.is_place(n)))
    for clause in token.children:  # "an invitation to Oslo that X extended to Y"
        if clause.dep_ in ("relcl", "acl") and is_verb(clause) and not found.persons_and_states():
            found.participants(Role.VISITOR, *(n for n in preposed(clause, "to") if context.is_person(n)))
    governor = token.head
    if not found.persons_and_states() and is_verb(governor):
        if governor.lemma_ in _TAKE_UP:
            add_doer(found, Role.VISITOR, governor, context)
        else:
            found.participants(Role.VISITOR, *(o for o in objects(governor) if o != token and context.is_person(o)))
    for inner in (c for c in token.subtree if is_verb(c) and c.i > token.i):
        if not found.has_place():
            found.destinations(
                *(n for n in [*objects(inner), *deep_preposed(inner, "to", "in")] if context.is_place(n))
            )
    return found if found.has_place() and found.persons_and_states() else None


_TAKE_UP = frozenset(
    {"accept", "decline", "receive", "reject", "refuse", "get", "welcome", "consider", "turn", "take", "have", "spurn"}
)
