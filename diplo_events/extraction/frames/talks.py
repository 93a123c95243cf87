"""Frames of meetings and calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplo_events.extraction.arguments import Found
from diplo_events.extraction.context import Context, is_bystander
from diplo_events.extraction.doers import (
    add_doer,
    each_apart,
    in_turn,
    partners,
    patients,
    persons_at_verb,
    plural_subject,
    repeated,
    strayed,
)
from diplo_events.extraction.multilateral import held_by_many, is_many, is_multilateral, is_pair
from diplo_events.extraction.nominals import controller, is_definite, noun_sides
from diplo_events.extraction.order import doer_before, partners_after
from diplo_events.extraction.syntax import (
    actor_subject,
    conjuncts,
    deep_preposed,
    is_guests_adjective,
    is_passive,
    is_verb,
    objects,
    subject,
)
from diplo_events.model.kinds import Role

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Nouns whose plural stands for several events, not for one: "meetings with X and Y", unlike "talks with X and Y".
_EACH = frozenset(
    {"meeting", "call", "encounter", "audience", "conversation", "lunch", "dinner", "session", "interview"}
)


#: Prepositions of the other side.
_TOWARDS = {"call": ("with", "to", "from"), "audience": ("with", "to", "for")}


def mutual(token: Token, context: Context) -> Found | None:
    """ "X met Y", "X and Y met", "X met with Y"."""
    found = Found(context, token)
    add_doer(found, Role.INITIATOR, token, context)
    with_whom = [o for o in objects(token) if o is not subject(token) and o.lower_ not in ("other", "another")]
    if not with_whom and not is_passive(token):
        with_whom = [p for p in patients(token, context) if p is not subject(token)]
    with_whom += [p for p in partners(token, context, "with") if p not in with_whom]
    with_whom += strayed(token, with_whom, context)
    with_whom += repeated(with_whom, context, "with")
    with_whom += in_turn(with_whom, context, "with")
    found.separately(Role.COUNTERPART, each_apart(token, with_whom, context))
    if is_passive(token):
        found.participants(Role.COUNTERPART, subject(token))
    return found


def comitative(token: Token, context: Context) -> Found | None:
    """ "X sat down with Y", "X spoke to Y", "X and Y shook hands"."""
    found = Found(context, token)
    add_doer(found, Role.INITIATOR, token, context)
    sides = partners(token, context, "with", "alongside")
    if not sides and token.lemma_ == "sit":
        sides = _opposite(token, context)
    sides += strayed(token, sides, context)
    if not sides and token.lemma_ in ("speak", "talk"):
        sides = partners(token, context, "to")
    sides += repeated(sides, context, "with", "to")
    sides += in_turn(sides, context, "with", "to")
    if not sides and not plural_subject(token, context):
        return None
    found.separately(Role.COUNTERPART, each_apart(token, sides, context))
    return found


def _opposite(token: Token, context: Context) -> list[Token]:
    """Who is sat with in "sat across from X", "sat opposite X"."""
    behind = deep_preposed(token, "across", "opposite", "from", "facing")
    return [noun for noun in behind if context.is_person(noun) and not context.is_place(noun)]


def transitive(token: Token, context: Context) -> Found | None:
    """ "X received Y", "Y was received by X"."""
    if token.dep_ == "amod" or is_guests_adjective(token):
        return None  # "visiting ministers"
    if token.lemma_ == "see" and _only_looks_on(token):
        return None
    found = Found(context, token)
    add_doer(found, Role.INITIATOR, token, context)
    whom = patients(token, context)
    whom += strayed(token, whom, context)
    whom += in_turn(whom, context)
    found.separately(Role.COUNTERPART, each_apart(token, whom, context))
    return found


def _only_looks_on(token: Token) -> bool:
    """ "hoped to see the minister come", "was seen leaving", "has seen its president fall"."""
    behind = (c for c in token.children if c.i > token.i and c.dep_ in ("ccomp", "xcomp"))
    if any(c.tag_ in ("VB", "VBG", "VBN") for c in behind):
        return True
    return token.lower_ == "seen" and not any(c.dep_ == "aux" and c.lemma_ == "have" for c in token.children)


def approach(token: Token, context: Context) -> Found | None:
    """ "X called on Y", "X dropped in on Y", "a courtesy call on Y", "X got through to Y"."""
    found = Found(context, token)
    whom = partners(token, context, "on", "to", "upon")
    whom += repeated(whom, context, "on", "to", "upon")
    whom += in_turn(whom, context, "on", "to", "upon")
    if not whom or (token.lemma_ in ("pay", "drop", "look") and _only_places(whom, context)):
        return None  # "paid a visit to Lima", "dropped in on Lima" are journeys
    if is_verb(token):
        add_doer(found, Role.INITIATOR, token, context)
    else:
        own, _ = noun_sides(token, context)
        found.participants(Role.INITIATOR, *own)
        if not found.persons_and_states():
            _add_controller(found, token, context)
    found.separately(Role.COUNTERPART, each_apart(token, whom, context, plural=token.tag_ == "NNS"))
    return found


def _only_places(tokens: list[Token], context: Context) -> bool:
    return all(context.is_place(token) and not context.is_person(token) for token in tokens)


def convene(token: Token, context: Context) -> Found | None:
    """ "X brought Y and Z together": Y and Z meet, and X sees to it."""
    found = Found(context, token)
    found.participants(Role.INITIATOR, *objects(token))
    found.participants(Role.MEDIATOR, actor_subject(token))
    return found


def medium(token: Token, context: Context) -> Found | None:
    """ "told Y by telephone", "spent an hour on the line to Y": whatever is said, it is a call."""
    preposition = token.head
    if preposition.pos_ != "ADP":
        return None
    verb = preposition.head
    while not is_verb(verb) and verb.head != verb:
        verb = verb.head
    if is_verb(verb) and any(is_bystander(o) for o in objects(verb)):
        return None  # "told this correspondent by telephone"
    found = Found(context, token)
    if is_verb(verb):
        add_doer(found, Role.INITIATOR, verb, context)
        found.participants(
            Role.COUNTERPART, *(o for o in objects(verb) if context.is_actor(o) and o is not subject(verb))
        )
    else:
        found.participants(Role.INITIATOR, doer_before(token, context), sure=False)
    sides = partners(token, context, "with", "to", "from") or (
        partners(verb, context, "with", "to") if is_verb(verb) else []
    )
    found.separately(Role.COUNTERPART, each_apart(token, sides, context))
    if token.lemma_ == "line" and not sides and (verb.tag_ == "VB" or not found.of_role(Role.COUNTERPART)):
        return None  # "tried to get X on the line", "have a lot on the line"
    return found if len(found.persons_and_states()) > 1 or plural_subject(verb, context) else None


def at_table(token: Token, context: Context) -> Found | None:
    """ "X and Y returned to the negotiating table", "Z brought X and Y to one table"."""
    verb = token.head.head
    while not is_verb(verb) and verb.head != verb:
        verb = verb.head
    if not is_verb(verb):
        return None
    found = Found(context, token)
    seated = [item for item in objects(verb) if any(context.is_actor(side) for side in conjuncts(item))]
    if seated:
        one = len([side for item in seated for side in conjuncts(item)]) == 1 and seated[0].tag_ not in ("NNS", "NNPS")
        if one and not partners(token, context, "with"):
            return None  # "to bring Iran back to the negotiating table": with whom, is not told
        found.participants(Role.INITIATOR, *seated)
        found.participants(Role.MEDIATOR, actor_subject(verb))
    else:
        add_doer(found, Role.INITIATOR, verb, context)
    found.participants(Role.COUNTERPART, *(partners(token, context, "with") or partners(verb, context, "with")))
    found.definite = True  # whoever sits there is told
    return found


def nominal_meeting(token: Token, context: Context) -> Found | None:
    """ "talks between X and Y", "X's meeting with Y", "X held talks with Y"."""
    found = Found(context, token)
    own, others = noun_sides(token, context)
    if not others and (_many_sides(token, own, context) or _calls_home(token)):
        return None
    if not own and not others and _is_told_of(token):
        return None
    if not others:
        others = partners_after(token, context, _TOWARDS.get(token.lemma_, ("with",)))
    others += repeated(others, context, "with")
    others += in_turn(others, context, "with")
    found.participants(Role.INITIATOR, *own)
    plural = token.tag_ in ("NNS", "NNPS") and token.lemma_.lower() in _EACH
    found.separately(Role.COUNTERPART, each_apart(token, others, context, plural=plural))
    if len(found.persons_and_states()) < 2 or (others and not own):
        _add_controller(found, token, context)
        if len(found.persons_and_states()) == 1:
            found.participants(Role.INITIATOR, *_whose(others), sure=False)
        found.participants(Role.COUNTERPART, *persons_at_verb(token, context), sure=False)
    if len(found.persons_and_states()) == 1:
        found.participants(Role.COUNTERPART, _asked(token, context), sure=False)
    found.definite = is_definite(token)
    return found


def _whose(others: list[Token]) -> list[Token]:
    """Whose counterpart somebody is: the "his" of "two days of talks with his opposite number"."""
    named = (child for other in others for child in other.children if child.dep_ == "poss")
    return [child for child in named if child.lower_ in ("his", "her", "their")][:1]


def _is_told_of(token: Token) -> bool:
    """ "briefed X on the talks in Oslo": who tells and who is told need not have taken part."""
    about = token.dep_ == "pobj" and token.head.lower_ in ("on", "about", "of", "regarding", "concerning")
    return about and token.head.head.lemma_ in _TELLING


_TELLING = frozenset({"brief", "inform", "update", "tell", "question", "notify", "debrief"})


def _calls_home(token: Token) -> bool:
    """Whether they are what an envoy is called home for: "has been back in Tallinn for consultations"."""
    if token.dep_ != "pobj" or token.head.lower_ != "for":
        return False
    return token.lemma_.lower() == "consultation" or token.head.head.lemma_ in ("recall", "withdraw")


_REQUESTS = frozenset("request invitation offer proposal appeal bid suggestion overture plea call demand".split())


def _asked(token: Token, context: Context) -> Token | None:
    """Who answers "a request from X for a meeting": the subject of the verb that rejects or accepts it."""
    noun = token.head.head
    if token.dep_ != "pobj" or token.head.lower_ not in ("for", "of", "to") or noun.lemma_.lower() not in _REQUESTS:
        return None
    if noun.dep_ not in ("dobj", "nsubjpass") or not is_verb(noun.head):
        return None
    who = actor_subject(noun.head)
    return who if who is not None and context.is_actor(who) else None


def _many_sides(token: Token, own: list[Token], context: Context) -> bool:
    """Whether it is no talk of two: a body's, and of a summit whatever does not name two sides alone."""
    if is_multilateral(token, context) or held_by_many(token, context):
        return True
    if any(is_pair(item) for item in own):
        return False
    if token.lemma_.lower() != "summit" or sum(len(conjuncts(item)) for item in own) > 1:
        return False
    who = [item for maker in controller(token, context) for item in conjuncts(maker)]
    return len(who) != 2 or any(is_many(item, context) for item in who)


def _add_controller(found: Found, token: Token, context: Context) -> None:
    """Who takes part according to the words around the noun, else according to the order of the words."""
    makers = controller(token, context)
    found.participants(Role.INITIATOR, *makers, sure=False)
    if not makers:
        found.participants(Role.INITIATOR, doer_before(token, context), sure=False)
