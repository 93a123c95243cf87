"""Frame of the sessions of joint bodies: of two states, whether named in the sentence or only spoken of around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplo_events.extraction.arguments import Found
from diplo_events.extraction.context import Context
from diplo_events.extraction.doers import add_doer
from diplo_events.extraction.multilateral import is_pair
from diplo_events.extraction.nominals import noun_sides
from diplo_events.extraction.syntax import is_verb, preposed, subject
from diplo_events.model.kinds import Role

if TYPE_CHECKING:
    from spacy.tokens import Token

#: What makes a body or its consultations those of two states.
_JOINT = frozenset(
    "joint binational bilateral mixed inter-governmental intergovernmental foreign-office political border".split()
)
_BODIES = frozenset("commission committee group mechanism subcommittee subcommission consultations".split())
#: Adjectives that also go with bodies at home.
_AT_HOME = frozenset({"political", "border"})
_STATES = frozenset({"country", "state", "side", "nation", "government", "neighbour", "neighbor"})
#: How far before a body its adjectives may stand, in letters, and before a verb the body, in words.
_BEFORE = 16
_REACH = 14


def joint_session(token: Token, context: Context) -> Found | None:
    """ "the joint commission was to have met in Lima", "the binational committee's session has been put off"."""
    body = _sitting(token, context) if is_verb(token) else token
    if body is None or not _is_joint(body, context):
        return None
    found = Found(context, token)
    if body == token and token.dep_ == "dobj" and is_verb(token.head):
        add_doer(found, Role.INITIATOR, token.head, context)  # "will co-chair the joint commission with X"
    own, others = noun_sides(body, context)
    found.participants(Role.INITIATOR, *(side for side in (*own, *others) if context.is_actor(side)))
    return found


def _sitting(verb: Token, context: Context) -> Token | None:
    """The body that sits: the subject, or the one before a relative clause that the parser hangs on another noun."""
    who = subject(verb)
    if who is None or _is_joint(who, context):
        return who
    if not any(node.dep_ in ("relcl", "acl", "amod") for node in (verb, verb.head)):
        return None
    before = verb.doc[max(verb.i - _REACH, 0) : verb.i]
    return next((word for word in reversed(list(before)) if _is_joint(word, context)), None)


def _is_joint(body: Token, context: Context) -> bool:
    if body.lower_ not in _BODIES:
        return False
    name = context.name(body)
    words = {c.lower_ for c in body.subtree if c.i < body.i} | {w.lower() for w in (name.text if name else "").split()}
    start, _ = context.offsets(body)
    words |= set(context.reading.text[max(start - _BEFORE, 0) : start].lower().split())
    if body.lower_ == "consultations":
        return {"foreign", "office"} <= words or {"foreign", "ministry"} <= words
    if any(is_pair(noun) and noun.lemma_.lower() in _STATES for noun in preposed(body, "of")):
        return True  # "a technical committee of the two countries"
    between = bool(preposed(body, "between"))
    return bool(words & (_JOINT - _AT_HOME)) or (bool(words & _AT_HOME) and between)
