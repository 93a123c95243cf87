"""Frames of agreements."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from diplo_events.extraction.arguments import Found
from diplo_events.extraction.context import Context
from diplo_events.extraction.nominals import controller, is_definite, is_domestic, noun_sides
from diplo_events.extraction.speakers import doer
from diplo_events.extraction.syntax import (
    agent,
    conjuncts,
    deep_preposed,
    is_passive,
    is_verb,
    objects,
    preposed,
    subject,
)
from diplo_events.extraction.themes import themes
from diplo_events.model.kinds import Role
from diplo_events.tables.triggers import triggers_by_head

if TYPE_CHECKING:
    from spacy.tokens import Token

_JOINT = frozenset(
    {
        "they",
        "both",
        "two",
        "three",
        "sides",
        "leaders",
        "countries",
        "neighbours",
        "neighbors",
        "governments",
        "ministers",
        "presidents",
        "parties",
    }
)
#: What sides agree to do where the agreement is only one to talk or to meet.
_MERE_TALK = frozenset(
    {"meet", "talk", "hold", "continue", "visit", "discuss", "resume", "consider", "study", "keep", "speak", "return",
     "attend", "disagree",
     "be", "wait", "work", "intensify", "convene", "explore", "travel", "receive", "see", "try", "host",
     "come", "go", "send", "postpone", "delay"}
)  # fmt: skip


_TALKS = frozenset("meeting talk visit need date importance agenda round".split())


def _mere_talk(deed: Token) -> bool:
    """Whether what is agreed is only about talking: "to meet again", "to call off the visit"."""
    return deed.lemma_ in _MERE_TALK or any(o.lemma_.lower() in _TALKS for o in objects(deed))


def agreement(token: Token, context: Context) -> Found | None:
    """ "X and Y signed a treaty", "an accord was reached between X and Y"."""
    found = Found(context, token)
    heads = [*objects(token), *themes(token, context, "agreement"), *deep_preposed(token, "from", "of", "to")]
    if is_domestic([*deep_preposed(token, "with"), *(n for h in heads for n in preposed(h, "with"))], context):
        return None
    who = doer(token, context)
    if who is not None and who not in heads:
        found.participants(Role.INITIATOR, who)
    found.participants(Role.INITIATOR, agent(token))
    found.participants(Role.COUNTERPART, *deep_preposed(token, "with"))
    for noun in heads:
        own, others = noun_sides(noun, context)
        found.participants(Role.INITIATOR, *own, sure=False)
        found.participants(Role.COUNTERPART, *others)
    found.participants(Role.INITIATOR, *deep_preposed(token, "between"))
    return found


def nominal_agreement(token: Token, context: Context) -> Found | None:
    """ "a trade pact between X and Y", "X's accord with Y", "the signature by X and Y of an accord"."""
    governor = token.head
    if is_verb(governor) and token.dep_ in ("dobj", "nsubjpass") and _reads(governor.lemma_, token.lemma_.lower()):
        return None  # the verb's own entry reads it
    if is_domestic(preposed(token, "with"), context):
        return None
    found = Found(context, token)
    own, others = noun_sides(token, context)
    found.participants(Role.INITIATOR, *own)
    found.participants(Role.COUNTERPART, *others)
    for noun in preposed(token, "of"):
        inner, outer = noun_sides(noun, context)
        found.participants(Role.INITIATOR, *inner)
        found.participants(Role.COUNTERPART, *outer)
    if len(found.persons_and_states()) < 2:
        found.participants(Role.INITIATOR, *controller(token, context), sure=False)
    found.definite = is_definite(token)
    return found


@cache
def _reads(verb: str, noun: str) -> bool:
    """Whether the table has an entry by which a verb tells of what is done to an agreement: "suspended a pact"."""
    entries = (t for t in triggers_by_head().get((verb, "V"), ()) if t.frame == "agreement")
    conditions = (c for entry in entries for need in entry.need for c in need if len(need) == 1)
    return any(name == "theme" or (name == "dobj" and noun in words) for name, words in conditions)


def agree(token: Token, context: Context) -> Found | None:
    """ "X and Y agreed on a ceasefire", "agreed to restore ties": two sides must be told, else it is a mere consent."""
    who = agent(token) if is_passive(token) else subject(token)
    if who is None:
        return None
    about = [c for c in token.children if c.dep_ == "prep" and c.lower_ in ("on", "upon")]
    deeds = [c for c in token.children if c.dep_ == "xcomp" and is_verb(c) and not _mere_talk(c)]
    talks = [n for prep in about for n in prep.children if n.lemma_.lower() in _TALKS]
    if talks or not (about or deeds or is_passive(token)):
        return None
    joint = len(conjuncts(who)) > 1 or who.lower_ in _JOINT or bool(deep_preposed(token, "with"))
    if not joint:
        return None
    found = Found(context, token)
    found.participants(Role.INITIATOR, who)
    found.participants(Role.COUNTERPART, *deep_preposed(token, "with"))
    return found
