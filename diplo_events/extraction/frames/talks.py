"""Frames of meetings and calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplo_events.extraction.arguments import Found
from diplo_events.extraction.context import Context
from diplo_events.extraction.nominals import controller, is_definite, noun_sides
from diplo_events.extraction.syntax import (
    actor_subject,
    deep_preposed,
    is_passive,
    objects,
    subject,
)
from diplo_events.model.kinds import Role

if TYPE_CHECKING:
    from spacy.tokens import Token


def mutual(token: Token, context: Context) -> Found | None:
    """ "X met Y", "X and Y met", "X met with Y"."""
    found = Found(context, token)
    found.participants(Role.INITIATOR, actor_subject(token))
    found.participants(Role.COUNTERPART, *(o for o in objects(token) if o is not subject(token)))
    found.participants(Role.COUNTERPART, *deep_preposed(token, "with"))
    if is_passive(token):
        found.participants(Role.COUNTERPART, subject(token))
    return found


def comitative(token: Token, context: Context) -> Found | None:
    """ "X sat down with Y", "X spoke to Y", "X and Y shook hands"."""
    found = Found(context, token)
    found.participants(Role.INITIATOR, actor_subject(token))
    sides = deep_preposed(token, "with")
    if not sides and token.lemma_ in ("speak", "talk"):
        sides = deep_preposed(token, "to")
    found.participants(Role.COUNTERPART, *sides)
    return found


def transitive(token: Token, context: Context) -> Found | None:
    """ "X received Y", "Y was received by X"."""
    found = Found(context, token)
    found.participants(Role.INITIATOR, actor_subject(token))
    found.participants(Role.COUNTERPART, *objects(token))
    return found


def nominal_meeting(token: Token, context: Context) -> Found | None:
    """ "talks between X and Y", "X's meeting with Y", "X held talks with Y"."""
    found = Found(context, token)
    own, others = noun_sides(token, context)
    found.participants(Role.INITIATOR, *own)
    found.participants(Role.COUNTERPART, *others)
    if len(found.persons_and_states()) < 2 or (others and not own):
        found.participants(Role.INITIATOR, *controller(token, context), sure=False)
    found.definite = is_definite(token)
    return found
