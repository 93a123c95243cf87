"""Frames of visits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplo_events.extraction.arguments import Found
from diplo_events.extraction.context import Context
from diplo_events.extraction.doers import add_doer
from diplo_events.extraction.frames.arrivals import goes_home, unnamed_place
from diplo_events.extraction.frames.travellers import all_resident, holds_office, home_of, is_official
from diplo_events.extraction.multilateral import is_proper_gathering
from diplo_events.extraction.nominals import controller, is_definite, places_predicated
from diplo_events.extraction.order import doer_before, person_before, places_after
from diplo_events.extraction.syntax import (
    actor_subject,
    agent,
    deep_preposed,
    is_guests_adjective,
    is_passive,
    is_verb,
    objects,
    preposed,
    raw_subject,
    subject,
)
from diplo_events.model.kinds import Role
from diplo_events.reading.lexicon import NameKind

if TYPE_CHECKING:
    from spacy.tokens import Token


#: Verbs whose places stand behind prepositions of their own: "shuttled between X and Y", "transited through X to Y".
_THROUGH = {"shuttle": ("between", "to"), "transit": ("through", "via", "in", "at"), "commute": ("between", "to")}
_TOWARDS = ("to", "into", "in", "for", "at", "through", "via", "over", "on", "round", "around", "from")


def destination_object(token: Token, context: Context) -> Found | None:
    """ "X visited Beijing", "X reached Paris", "a delegation from X visiting Beijing"."""
    if is_guests_adjective(token):
        return None
    found = Found(context, token)
    sender = subject(token)
    if token.dep_ == "acl" and sender is not None and sender.dep_ == "pobj" and context.is_person(sender.head.head):
        found.participants(Role.VISITOR, sender.head.head)
    else:
        add_doer(found, Role.VISITOR, token, context)
    for item in objects(token):
        if context.is_person(item) and not context.is_place(item):
            found.participants(Role.HOST, item)
    found.destinations(*(item for item in objects(token) if context.is_place(item)))
    if not found.has_place():
        found.destinations(*(n for n in deep_preposed(token, "in", "at") if context.is_place(n)))
    unnamed_place(found, token, context)
    return found


def destination_oblique(token: Token, context: Context) -> Found | None:
    """ "X travelled to Beijing", "X is due in Paris", "X stayed two days in Lima"."""
    found = Found(context, token)
    verb = token if is_verb(token) or raw_subject(token) is not None else token.head
    if token.lemma_ == "be" and not _stays(token, context):
        return None
    if is_passive(token) and agent(token) is None:
        who = subject(token)
        found.participants(Role.VISITOR, who)
        if who is None or not context.is_actor(who):
            found.participants(Role.VISITOR, doer_before(token, context), sure=False)
    else:
        add_doer(found, Role.VISITOR, verb if is_verb(verb) else token, context)
    if token.lemma_ == "be" and not any(is_official(a, context) for a in found.persons_and_states()):
        return None
    found.destinations(*_places_towards(token, context))
    if not found.has_place():
        found.destinations(*places_after(token, context, ("to", "into", "in", "for", "at", "through", "via")))
    if token.lemma_ != "leave":
        came_from = deep_preposed(token, "from")
        towards_home = any(c.lower_ in ("home", "back") for c in token.children)
        home = token.lemma_ == "return" or (token.lemma_ != "be" and towards_home)
        if home and not came_from:
            came_from = places_after(token, context, ("from",))
        if home and not found.has_place():
            found.destinations(*(n for n in came_from if context.is_place(n)))  # "flew home from Oslo": he was in Oslo
        else:
            found.origins(*came_from)
    unnamed_place(found, token, context)
    if token.lemma_ in _STAYING and all_resident(found.persons_and_states(), context):
        return None  # an ambassador is at his post, or has been called home
    homeward = token.lemma_ in ("return", "be") or goes_home(token)
    return None if homeward and not found.has_place() else found


def _places_towards(token: Token, context: Context) -> list[Token]:
    """The places behind the first preposition that has any, "the region" last.

    "landed in Oslo on a trip to the region": Oslo, though "to" is asked for before "in".
    """
    order = _THROUGH.get(token.lemma_, _TOWARDS[:-1])
    told = [[n for n in deep_preposed(token, p) if context.is_place(n)] for p in order]
    narrow = [nouns for nouns in told if any(noun.lower_ != "region" for noun in nouns)]
    return next((nouns for nouns in [*narrow, *told] if nouns), [])


_STAYING = frozenset(
    {
        "be",
        "stay",
        "remain",
        "return",
        "arrive",
        "land",
        "fly",
        "come",
        "go",
        "leave",
        "travel",
        "depart",
        "head",
        "spend",
    }
)


def sojourn(token: Token, context: Context) -> Found | None:
    """ "X, in Paris since Tuesday for talks, ...": the stay of whoever stands before the comma."""
    before = list(token.doc[max(token.i - 3, 0) : token.i])
    now = bool(before) and before[-1].lower_ in ("currently", "now")
    if now:
        before.pop()
    if before and before[-1].text == ",":
        before.pop()
    if not before:
        return None
    who = before[-1]
    if "," not in context.reading.text[context.offsets(who)[1] : context.offsets(token)[0]]:
        return None
    place = next((c for c in token.children if c.dep_ == "pobj" and context.is_place(c)), None)
    if place is None or not holds_office(who, context) or not (now or _is_sojourn(token, place)):
        return None
    name = context.name(who)
    if name is not None and name.person is not None and name.person.country == context.country(place):
        return None
    found = Found(context, token)
    found.participants(Role.VISITOR, who, lists=False)
    found.places(place)
    return found


def _is_sojourn(token: Token, place: Token) -> bool:
    """Whether the words behind a place tell how long, or what for, somebody is there."""
    if is_verb(token.head) and token.head.i < token.i:
        return False  # "met her counterpart, X, in Geneva on Monday"
    following = place.doc[place.i + 1 : place.i + 4]
    told = any(word.lower_ in ("since", "for", "until") for word in following[:2]) or any(
        word.lower_ == "on" and word.nbor(1).dep_ in ("det", "poss") for word in following[:2]
    )
    return told and any(word.text == "," for word in place.doc[place.i + 1 :])


def _stays(token: Token, context: Context) -> bool:
    """Whether "be" says that somebody is at a place, not what he is or does there."""
    if token.dep_ in ("aux", "auxpass"):
        return False
    who = subject(token)
    if who is None or not context.is_actor(who):
        return False
    said = [c for c in token.children if c.dep_ in ("attr", "acomp", "oprd") and c.pos_ != "PRON"]
    if not all(context.is_place(c) for c in said):
        return False
    return not any(t.lower_ in _AT_EASE for t in token.subtree if t.i > token.i)


#: Words for a stay that is no visit.
_AT_EASE = frozenset(
    {"holiday", "holidays", "vacation", "leave", "honeymoon", "desk", "dentist", "hospital", "exile", "jail", "prison"}
)


def origin_object(token: Token, context: Context) -> Found | None:
    """ "X left Beijing", "X left Beijing for Rome": the trip to Beijing is over."""
    found = Found(context, token)
    add_doer(found, Role.VISITOR, token, context)
    found.places(*(item for item in objects(token) if context.is_place(item) and item.lower_ != "country"))
    if not found.has_place():
        return None
    if all_resident(found.persons_and_states(), context):
        return None  # an ambassador leaves his post
    return found if any(is_official(a, context) for a in found.persons_and_states()) else None


def nominal_visit(token: Token, context: Context) -> Found | None:
    """ "X's visit to Beijing", "a trip X was to make", "X paid a visit to Beijing", "the China trip"."""
    found = Found(context, token)
    found.places(*_modifying_places(token, context))
    travellers = _travellers(token, context)
    found.destinations(*places_predicated(token, context))
    ends = _destinations(token)
    found.destinations(*(noun for noun in ends if context.is_place(noun)))
    if not found.has_place():
        found.places(*(noun for noun in ends if noun.lower_ == "island"))
    if not found.has_place() and token.lemma_ == "return":
        found.places(*(n for n in deep_preposed(token, "from") if context.is_place(n)))  # "on his return from Japan"
    if not found.has_place():
        prepositions = ("to", "of") if token.lemma_ in ("visit", "tour") else ("to", "in")
        found.destinations(*places_after(token, context, prepositions))
    found.participants(Role.VISITOR, *travellers)
    if travellers and not found.has_place():
        found.places(*_receiving_state(token, travellers, context))
    if not travellers:
        _add_maker(found, token, context)
    found.definite = is_definite(token)
    return found


def _receiving_state(token: Token, travellers: list[Token], context: Context) -> list[Token]:
    """The state that decides on somebody's visit or tells of it, which leads there.

    "Tehran said no to a visit by X", "Croatian officials said a visit by X was off".
    """
    homes = {home_of(traveller, context) for traveller in travellers}
    for verb in (t for t in token.ancestors if is_verb(t)):
        who = actor_subject(verb)
        if who is None or who in travellers or who == token:
            continue
        hosts = [who] if context.is_government(who) else [c for c in who.children if _is_nation(c, context)]
        return [host for host in hosts if context.country(host) not in homes]
    return []


def _is_nation(token: Token, context: Context) -> bool:
    name = context.name(token)
    return name is not None and name.person is None and name.sense(NameKind.DEMONYM, NameKind.COUNTRY) is not None


def visiting(token: Token, context: Context) -> Found | None:
    """ "the visiting French president said in Rome": a stay where he speaks, else where the story is written."""
    who = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if who is None or not holds_office(who, context) or (token.lemma_ == "visit" and not is_guests_adjective(token)):
        return None
    found = Found(context, token)
    found.participants(Role.VISITOR, who, lists=False)
    if is_guests_adjective(token):
        found.places(*(n for n in deep_preposed(token, "in", "at") if context.is_place(n)))
    verb = next((node for node in who.ancestors if is_verb(node) and node != token), who.head)
    if is_verb(verb) and not found.has_place():
        found.places(*(n for n in deep_preposed(verb, "in", "at") if context.is_place(n)))
    return found


def _modifying_places(token: Token, context: Context) -> list[Token]:
    """The place in "the China trip", and, where the traveller is told, in "her Libyan tour"."""
    modifiers = [c for c in token.children if c.dep_ in ("compound", "amod", "nmod")]
    places = [c for c in modifiers if context.is_place(c) and not context.is_person(c)]
    if places or token.lemma_ == "visit" or not any(c.dep_ == "poss" for c in token.children):
        return places
    names = [(c, context.name(c)) for c in modifiers]
    return [c for c, name in names if name is not None and name.kind is NameKind.DEMONYM]


def _travellers(token: Token, context: Context) -> list[Token]:
    """Who travels according to the noun phrase: "X's trip", "the X visit", "a trip by X", "a trip X was to make"."""
    found = [child for child in token.children if _is_own_traveller(child, context)]
    found += [n for n in preposed(token, "by", "of") if context.is_actor(n) and not _only_place(n, context)]
    for child in token.children:
        if not found and child.dep_ in ("relcl", "acl") and is_verb(child):
            found += _makers(child, context)
    return found


def _is_own_traveller(child: Token, context: Context) -> bool:
    if child.dep_ == "poss":
        return context.is_government(child) or not context.is_place(child)
    return child.dep_ in ("compound", "amod", "nmod") and context.is_person(child)


def _destinations(token: Token) -> list[Token]:
    """The nouns that may be the journey's end: behind the noun, its verb, or the clause that hangs on it."""
    found = [n for p in ("to", "into", "in", "at", "for", "through") for n in deep_preposed(token, p)]
    if not found and is_verb(token.head) and token.dep_ in ("dobj", "nsubjpass", "pobj", "attr"):
        # "paid Tripoli a visit"
        found = deep_preposed(token.head, "to") or [c for c in token.head.children if c.dep_ == "dative"]
    for child in token.children:
        if not found and child.dep_ in ("relcl", "acl") and is_verb(child):
            found = [n for p in ("to", "in") for n in deep_preposed(_deepest(child), p)]
    if not found and token.lemma_ == "visit":
        found = preposed(token, "of")
    return found


def _add_maker(found: Found, token: Token, context: Context) -> None:
    """Who travels according to the words around the noun, else the person of whom the paragraph speaks."""
    makers = controller(token, context)
    found.participants(Role.VISITOR, *makers, sure=False)
    if not makers:
        found.participants(Role.VISITOR, doer_before(token, context), sure=False)
    if found.has_place() and not found.persons_and_states():
        person = person_before(token, context)
        if person is not None:
            found.participant_at(Role.VISITOR, *person)


def _only_place(token: Token, context: Context) -> bool:
    return context.is_place(token) and not context.is_person(token)


def _makers(verb: Token, context: Context) -> list[Token]:
    """Who makes the trip in "a trip X was due to make": the subject of the relative clause."""
    who = actor_subject(verb) or subject(verb)  # "is expected to make"
    return [who] if who is not None and context.is_actor(who) else []


def _deepest(verb: Token) -> Token:
    """The innermost infinitive: "due to make", "had planned to pay"."""
    for _ in range(4):
        inner = next((c for c in verb.children if c.dep_ in ("xcomp", "acomp")), None)
        if inner is None:
            return verb
        verb = inner
    return verb


def attendance(token: Token, context: Context) -> Found | None:
    """ "X attended the summit in Bali", "X will take part in talks in Rome": a journey to where the gathering is."""
    found = Found(context, token)
    add_doer(found, Role.VISITOR, token, context)
    occasions = [] if token.lemma_ == "represent" else objects(token)  # "represents his country at the summit"
    occasions += deep_preposed(token, "to", "in", "at")
    for occasion in occasions:
        if context.is_place(occasion):
            found.destinations(occasion)
        else:
            found.destinations(*(n for n in deep_preposed(occasion, "in", "at") if context.is_place(n)))
    if not found.has_place():
        found.destinations(*places_after(token, context, ("in",)))
    if not found.has_place():
        named = next((o for o in occasions if is_proper_gathering(o, context)), None)
        if named is None:
            return None
        found.forum(named)
        hosted = [c for c in named.children if c.dep_ in ("relcl", "acl")]  # "which Nauru hosts in Yaren"
        found.destinations(*(n for c in hosted for n in deep_preposed(c, "in", "at") if context.is_place(n)))
    return found if any(is_official(a, context) for a in found.persons_and_states()) else None
