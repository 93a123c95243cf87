"""Frames of agreements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplo_events.extraction.arguments import Found
from diplo_events.extraction.context import Context
from diplo_events.extraction.nominals import controller, is_definite, noun_sides
from diplo_events.extraction.syntax import (
    actor_subject,
    deep_preposed,
    is_verb,
    objects,
    subject,
)
from diplo_events.model.kinds import Role

if TYPE_CHECKING:
    from spacy.tokens import Token


def agreement(token: Token, context: Context) -> Found | None:
    """ "X and Y signed a treaty", "an accord was reached between X and Y"."""
    found = Found(context, token)
    found.participants(Role.INITIATOR, actor_subject(token))
    found.participants(Role.COUNTERPART, *deep_preposed(token, "with"))
    for noun in [*objects(token), *deep_preposed(token, "from", "of")]:
        own, others = noun_sides(noun, context)
        found.participants(Role.INITIATOR, *own, sure=False)
        found.participants(Role.COUNTERPART, *others)
    found.participants(Role.INITIATOR, *deep_preposed(token, "between"))
    return found


def nominal_agreement(token: Token, context: Context) -> Found | None:
    """ "a trade pact between X and Y", "X's accord with Y"."""
    governor = token.head
    if is_verb(governor) and token.dep_ in ("dobj", "nsubjpass") and governor.lemma_ in ("sign", "reach", "conclude", "ratify"):
        return None  # the verb's own entry reads it
    found = Found(context, token)
    own, others = noun_sides(token, context)
    found.participants(Role.INITIATOR, *own)
    found.participants(Role.COUNTERPART, *others)
    if others and not own:
        found.participants(Role.INITIATOR, *controller(token, context), sure=False)
    found.definite = is_definite(token)
    return found


def agree(token: Token, context: Context) -> Found | None:
    """ "X and Y agreed on a ceasefire", "agreed to restore ties": two sides must be told, else it is a mere consent."""
    if not any(c.dep_ == "prep" and c.lower_ in ("on", "upon") for c in token.children):
        return None
    found = Found(context, token)
    who = subject(token)
    if who is None:
        return None
    found.participants(Role.INITIATOR, who)
    found.participants(Role.COUNTERPART, *deep_preposed(token, "with"))
    return found if len(found.persons_and_states()) > 1 else None
