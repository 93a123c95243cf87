"""Frames of diplomats expelled, recalled and summoned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplo_events.extraction.arguments import Found
from diplo_events.extraction.context import Context
from diplo_events.extraction.ministries import ministry_behind
from diplo_events.extraction.nominals import controller, is_definite
from diplo_events.extraction.speakers import doer
from diplo_events.extraction.syntax import conjuncts, deep_preposed, is_passive, is_verb, objects, preposed
from diplo_events.extraction.themes import is_envoy, is_mission, is_served, missions_of, subject_of, themes
from diplo_events.model.kinds import Role
from diplo_events.tables.diplomacy import diplomatic_nouns

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Verbs by which an envoy goes back to the post: "to" leads there.
_RETURNS = frozenset({"return", "send", "go", "resume", "reinstate", "get", "be", "come"})
_OWN = ("amod", "compound", "nmod", "poss")
#: Verbs by which a state lets another one know what it orders.
_NOTICES = frozenset({"tell", "inform", "notify", "advise"})


#: Verbs of what no state does to its own: "its diplomats" are then those of the state spoken of before.
_ABROAD_ONLY = frozenset({"expel", "oust", "deport", "eject", "give", "allow", "declare", "throw", "kick"})


def expel(token: Token, context: Context) -> Found | None:
    """ "X expelled three diplomats of Y", "two attaches of Y were given until Friday to leave"."""
    found = Found(context, token)
    who = _targets(token, context) or [o for o in objects(token) if context.is_person(o)]
    if token.lemma_ not in _ABROAD_ONLY and _whose(token, who, context) is True:
        return None
    actor = doer(token, context)
    if actor is not None and actor.lemma_.lower() in diplomatic_nouns("association"):
        return None  # "the party expelled its former ambassador"
    _acting(found, token, who, context)
    _receiving(found, who, context)
    found.participants(Role.TARGET, *who)
    return found


def order_home(token: Token, context: Context) -> Found | None:
    """ "X ordered two attaches of Y home": those of another state, as the words must tell."""
    who = _targets(token, context)
    if _whose(token, who, context) is not False:
        return None
    found = Found(context, token)
    _acting(found, token, who, context)
    found.participants(Role.TARGET, *who)
    return found


def depart(token: Token, context: Context) -> Found | None:
    """ "the two consuls have until midnight to leave": nobody is said to have ordered it."""
    found = Found(context, token)
    who = _targets(token, context) or _envoys_before(token, context)
    told = token.head if token.dep_ == "ccomp" and token.head.lemma_ in _NOTICES else None
    if told is not None:  # "X told Y that its attache must go"
        teller = doer(told, context)
        if teller is not None and context.is_government(teller):
            found.participants(Role.INITIATOR, teller)
    _receiving(found, who, context)
    found.participants(Role.TARGET, *who)
    return found if who else None


def nominal_expulsion(token: Token, context: Context) -> Found | None:
    """ "the expulsion of two diplomats by X", "X's expulsion of diplomats", "persona non grata"."""
    found = Found(context, token)
    found.participants(Role.INITIATOR, *preposed(token, "by"), *(c for c in token.children if c.dep_ == "poss"))
    ordered = [
        s for c in token.children if c.dep_ in ("acl", "ccomp", "relcl") for s in subject_of(c, context, "staff")
    ]
    who = ordered or preposed(token, "of") or _envoys_before(token, context)
    if not found.of_role(Role.INITIATOR):  # "Chad put off the expulsion of an envoy"
        found.participants(Role.INITIATOR, *(c for c in controller(token, context) if context.is_government(c)))
    _receiving(found, who, context)
    found.participants(Role.TARGET, *who)
    found.definite = is_definite(token)
    return found


def recall(token: Token, context: Context) -> Found | None:
    """ "X recalled its ambassador to Y", "ambassador Z was ordered home"."""
    found = Found(context, token)
    envoys = _targets(token, context, kind="served")
    who = doer(token, context)
    if _whose(token, envoys, context) is False or (who is not None and who.lower_ == "i"):
        return None
    if who is not None and who not in envoys and is_envoy(who, context):
        return None  # an envoy who recalls remembers
    several = conjuncts(who) if who is not None else []
    if len(several) > 1 and all(context.is_government(c) for c in several):  # "X and Y withdrew their ambassadors"
        found.separately(Role.INITIATOR, [[c] for c in several])
    else:
        _acting(found, token, envoys, context)
    if not found.of_role(Role.INITIATOR) and _leads_home(token):
        _home(found, token, envoys, context)
    _posting(found, token, envoys, context)
    return found


def _leads_home(token: Token) -> bool:
    """Whether "to" behind a verb leads home, not to the post: "ordered home to Canberra", "recalled to Lima"."""
    if any(item.lemma_.lower() == "consultation" for item in token.subtree) or token.lemma_ == "recall":
        return True
    return token.lemma_ not in _RETURNS and any(c.lower_ in ("home", "back") for c in token.children)


def _home(found: Found, token: Token, envoys: list[Token], context: Context) -> None:
    """The state to whose capital an envoy is called back, and the envoy beside it: "ordered home to Canberra"."""
    capitals = [n for n in preposed(token, "to") if context.is_place(n)]
    if capitals:
        found.participants(Role.INITIATOR, *capitals)
        found.participants(Role.APPOINTEE, *(e for e in envoys if context.name(e) is not None and context.is_person(e)))


def nominal_recall(token: Token, context: Context) -> Found | None:
    """ "the recall of its ambassador to Y", "the envoy is back for consultations"."""
    found = Found(context, token)
    found.participants(Role.INITIATOR, *(c for c in token.children if c.dep_ == "poss"), *preposed(token, "by"))
    _posting(found, token, preposed(token, "of") or _envoys_before(token, context), context)
    found.definite = is_definite(token)
    return found


def _posting(found: Found, act: Token, envoys: list[Token], context: Context) -> None:
    """Whose envoy it is, and the state the envoy is posted to."""
    for envoy in (c for head in envoys for c in conjuncts(head)):
        if not is_served(envoy, context):
            continue
        for noun in deep_preposed(envoy, "to", "in", "at"):
            if context.is_government(noun) or context.is_place(noun):
                found.participants(Role.TARGET, noun)
        # In "the Libyan chargé d'affaires" a part of the office is no owner.
        owners = (c for c in envoy.children if c.dep_ in _OWN and context.name(c) != context.name(envoy))
        own = [c for c in owners if context.is_actor(c)]
        if found.of_role(Role.INITIATOR) and all(c.lower_ in ("its", "their") for c in own):
            continue
        found.participants(Role.INITIATOR, *(own or [envoy]), sure=not found.of_role(Role.INITIATOR))
    posts = preposed(act, "from", "of") or deep_preposed(act, "from")
    if not posts and act.lemma_ in ("return", "send", "reinstate") and not _leads_home(act):
        posts = preposed(act, "to")  # "has not returned its ambassador to Israel"
    if not posts and not found.of_role(Role.TARGET) and not any(_posted_to(envoy, context) for envoy in envoys):
        posts = deep_preposed(act, "in")
    for noun in posts:
        for item in conjuncts(noun):
            if context.is_place(item):
                found.participants(Role.TARGET, item)


def _posted_to(envoy: Token, context: Context) -> bool:
    """Whether the article tells elsewhere where an envoy serves."""
    name = context.name(envoy)
    return name is not None and name.person is not None and bool(name.person.posted_to)


def summon(token: Token, context: Context) -> Found | None:
    """ "X summoned Y's ambassador", "Y's envoy was called to the ministry"."""
    found = Found(context, token)
    who = (
        _targets(token, context, kind="served")
        or [o for o in objects(token) if context.is_person(o)]
        or _envoys_before(token, context)
    )
    _acting(found, token, who, context)
    if not found.of_role(Role.INITIATOR):
        seat = ministry_behind(token, context)
        if seat is not None and not context.is_government(seat):  # "to India's external affairs ministry"
            seat = next((c for c in seat.children if c.dep_ in _OWN and context.is_government(c)), None)
        found.participants(Role.INITIATOR, seat)
    _receiving(found, who, context)
    found.participants(Role.TARGET, *who)
    return found


def protest(token: Token, context: Context) -> Found | None:
    """ "X lodged a protest with Y", "X handed Y's ambassador a note of protest"."""
    found = Found(context, token)
    found.participants(Role.INITIATOR, doer(token, context))
    to = [n for n in (*deep_preposed(token, "with", "to"), *deep_preposed(token, "on")) if context.is_actor(n)]
    to += [c for c in token.children if c.dep_ == "dative" and context.is_actor(c)]
    to += [n for n in preposed(token, "with", "to") if is_mission(n, context) and n not in to]
    to += [o for o in objects(token) if is_envoy(o, context)]
    if not to:
        to = themes(token, context, "envoy")
    if not to:
        to = [n for n in deep_preposed(token, "against") if context.is_actor(n)]
    _receiving(found, [n for n in to if is_mission(n, context)], context)
    found.participants(Role.TARGET, *to)
    return found


def nominal_summons(token: Token, context: Context) -> Found | None:
    """ "the summoning of Y's ambassador by X", "the ambassador was in for a dressing-down"."""
    found = Found(context, token)
    found.participants(Role.INITIATOR, *(c for c in token.children if c.dep_ == "poss"), *preposed(token, "by", "from"))
    who = [n for n in preposed(token, "of", "to", "with") if context.is_actor(n)]
    found.participants(Role.TARGET, *(who or _envoys_before(token, context)))
    found.definite = is_definite(token)
    return found


def _whose(token: Token, envoys: list[Token], context: Context) -> bool | None:
    """Whether the envoys serve the state that acts: one's own are recalled, others' expelled; None if untold."""
    who = doer(token, context)
    for envoy in envoys:
        for child in envoy.children:
            if child.dep_ == "poss" and child.lower_ in ("its", "their", "our"):
                return True
            served, acting = _country(child, context) if child.dep_ in _OWN else None, _country(who, context)
            if served is not None and acting is not None:
                return served == acting
    return None


def _country(token: Token | None, context: Context) -> str | None:
    name = context.name(token) if token is not None else None
    if name is None:
        return None
    if name.person is not None:
        return name.person.country if not name.person.country_inferred else None
    return next((sense.country for sense in name.senses if sense.country), None)


def _targets(token: Token, context: Context, kind: str = "staff") -> list[Token]:
    """The diplomats that a verb acts on, or that are its subject ("must leave")."""
    if not is_verb(token):
        return []
    return (
        themes(token, context, "envoy")
        or (themes(token, context, kind) if kind != "envoy" else [])
        or subject_of(token, context, kind)
    )


def _acting(found: Found, token: Token, others: list[Token], context: Context) -> None:
    """The acting side: who does it, unless that is the diplomat."""
    who = doer(token, context)
    if who is None and is_passive(token):  # "were given their marching orders by X"
        who = next((n for n in deep_preposed(token, "by") if context.is_government(n)), None)
    if (
        who is not None
        and who not in others
        and not (who.pos_ == "PRON" and who.lower_ in ("he", "she") and is_envoy(who, context))
    ):
        found.participants(Role.INITIATOR, who)


def _receiving(found: Found, envoys: list[Token], context: Context) -> None:
    """Where nobody is said to act: the state where the envoy serves, "an attache at the Polish embassy in Rome"."""
    if found.of_role(Role.INITIATOR):
        return
    for envoy in envoys:
        posts = [envoy, *missions_of(envoy, context)]
        places = (n for post in posts for n in preposed(post, "in", "at", "to") if context.is_government(n))
        found.participants(Role.INITIATOR, *places, sure=False)


def _envoys_before(token: Token, context: Context) -> list[Token]:
    """The nearest diplomat of the sentence, those before the word first."""
    heads = [t for t in token.doc if t != token and t.dep_ not in ("compound", "poss") and is_envoy(t, context)]
    before = [t for t in heads if t.i < token.i]
    return before[-1:] or heads[:1]
