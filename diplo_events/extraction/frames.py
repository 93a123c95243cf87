"""Frames: where a trigger's arguments stand in the dependency tree.

Each frame is a function from the trigger's token to the arguments found, or None where the words are no such event.
``triggers.tsv`` names the frame of each entry; :data:`FRAMES` leads from the name to the function.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from diplo_events.extraction.arguments import Found
from diplo_events.extraction.context import Context
from diplo_events.extraction.nominals import controller, noun_sides
from diplo_events.extraction.syntax import (
    actor_subject,
    agent,
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

Frame = Callable[["Token", Context], Found | None]

_DESTINATION = ("to", "into", "in", "for", "at", "through", "from", "via")


# -- talking -----------------------------------------------------------------------------------------------------------


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
    found.definite = _definite(token)
    return found


# -- travelling --------------------------------------------------------------------------------------------------------


def destination_object(token: Token, context: Context) -> Found | None:
    """ "X visited Beijing"."""
    found = Found(context, token)
    found.participants(Role.VISITOR, actor_subject(token))
    for item in objects(token):
        if context.is_place(item):
            found.places(*conjuncts(item))
        elif context.is_person(item):
            found.participants(Role.HOST, item)
    found.places(*deep_preposed(token, "in", "at"))
    return found


def destination_oblique(token: Token, context: Context) -> Found | None:
    """ "X travelled to Beijing", "X is due in Paris"."""
    found = Found(context, token)
    verb = token if is_verb(token) else token.head
    who = subject(token) if is_verb(token) else subject(verb)
    if is_passive(token) and agent(token) is not None and token.lemma_ != "expect":
        who = agent(token)
    found.participants(Role.VISITOR, who)
    for preposition in ("to", "into", "in", "for", "at", "through", "via"):
        for noun in deep_preposed(token, preposition):
            if context.is_place(noun):
                found.places(*conjuncts(noun))
    if token.lemma_ != "leave":
        for noun in deep_preposed(token, "from"):
            found.origins(noun)
    if any(c.dep_ == "advmod" and c.lower_ in ("here",) for c in token.children):
        found.here()
    if token.lemma_ == "return" and not found.has_place():
        return None
    if token.lemma_ == "be" and not _official(who, context):
        return None
    return found


def origin_object(token: Token, context: Context) -> Found | None:
    """ "X left Beijing": the trip to Beijing is over; "left Washington for Beijing" is for the other entry."""
    found = Found(context, token)
    if deep_preposed(token, "for"):
        return None
    found.participants(Role.VISITOR, actor_subject(token))
    found.places(*(item for item in objects(token) if context.is_place(item)))
    return found if _official(actor_subject(token), context) else None


def dispatch(token: Token, context: Context) -> Found | None:
    """ "X sent an envoy to Libya", "X invited Y to Paris"."""
    found = Found(context, token)
    found.participants(Role.VISITOR, *objects(token))
    if token.lemma_ == "invite":
        found.participants(Role.HOST, actor_subject(token))
    for noun in deep_preposed(token, "to", "into"):
        if context.is_place(noun):
            found.places(*conjuncts(noun))
    return found


def guest(token: Token, context: Context) -> Found | None:
    """ "X hosted Y in Mombasa", "X welcomed Y to Paris": Y's visit."""
    found = Found(context, token)
    found.participants(Role.VISITOR, *objects(token))
    found.participants(Role.HOST, actor_subject(token))
    found.places(*(n for n in deep_preposed(token, "to", "in", "at") if context.is_place(n)))
    return found if found.has_place() else None


def nominal_visit(token: Token, context: Context) -> Found | None:
    """ "X's visit to Beijing", "a trip X was to make", "X paid a visit to Beijing", "the China trip"."""
    found = Found(context, token)
    travellers: list[Token] = []
    for child in token.children:
        if child.dep_ == "poss" and not (context.is_place(child) and not context.is_government(child)):
            travellers.append(child)
        elif child.dep_ in ("compound", "amod", "nmod"):
            if context.is_person(child):
                travellers.append(child)
            elif context.is_place(child):
                found.places(child)
    travellers += [n for n in preposed(token, "by", "of") if context.is_actor(n) and not _only_place(n, context)]
    destinations = [n for p in ("to", "into", "in", "at", "for", "through") for n in deep_preposed(token, p)]
    governor = token.head
    if not destinations and is_verb(governor) and token.dep_ in ("dobj", "nsubjpass", "pobj", "attr"):
        destinations = deep_preposed(governor, "to")
    for child in token.children:
        if child.dep_ in ("relcl", "acl") and is_verb(child):
            travellers += _makers(child, context) if not travellers else []
            destinations = destinations or [n for p in ("to", "in") for n in deep_preposed(_deepest(child), p)]
    if token.lemma_ == "visit" and not destinations:
        destinations = preposed(token, "of")
    for noun in destinations:
        if context.is_place(noun):
            found.places(*conjuncts(noun))
    found.participants(Role.VISITOR, *travellers)
    if not travellers:
        found.participants(Role.VISITOR, *controller(token, context), sure=False)
    found.definite = _definite(token)
    return found


def _only_place(token: Token, context: Context) -> bool:
    return context.is_place(token) and not context.is_person(token)


def _makers(verb: Token, context: Context) -> list[Token]:
    """Who makes the trip in "a trip X was due to make": the subject of the relative clause."""
    who = actor_subject(verb)
    return [who] if who is not None and context.is_actor(who) else []


def _deepest(verb: Token) -> Token:
    """The innermost infinitive: "due to make", "had planned to pay"."""
    for _ in range(4):
        inner = next((c for c in verb.children if c.dep_ in ("xcomp", "acomp") ), None)
        if inner is None:
            return verb
        verb = inner
    return verb


def _official(token: Token | None, context: Context) -> bool:
    """Whether a traveller has an office, leads a delegation or stands for a state: "is in Paris" alone is no visit."""
    if token is None:
        return False
    name = context.name(token)
    if name is not None:
        if name.person is not None:
            return bool(name.person.offices or name.person.country)
        return any(sense.kind.value in ("office", "group", "demonym") for sense in name.senses)
    return token.lower_ in ("delegation", "he", "she", "they", "envoy", "mission")


def _definite(token: Token) -> bool:
    return any(
        (c.dep_ == "det" and c.lower_ in ("the", "that", "this", "these", "those"))
        or (c.dep_ == "poss" and c.lower_ in ("their", "his", "her", "its"))
        for c in token.children
    )


# -- gatherings --------------------------------------------------------------------------------------------------------


def nominal_conference(token: Token, context: Context) -> Found | None:
    """ "the G20 summit in Bali", "an international donors' conference in Geneva"."""
    found = Found(context, token)
    found.forum(token)
    for noun in preposed(token, "of"):
        if context.is_person(noun) and context.name(noun) is not None:
            found.participants(Role.ATTENDEE, noun, sure=False)
    found.participants(Role.ATTENDEE, *_attendees(token, context))
    found.definite = _definite(token)
    return found


def _attendees(token: Token, context: Context) -> list[Token]:
    governor = token.head
    if is_verb(governor) and token.dep_ == "dobj" and governor.lemma_ in ("attend", "join", "host", "chair", "open", "convene"):
        who = actor_subject(governor)
        return [who] if who is not None and context.is_actor(who) else []
    return []


def forum_name(token: Token, context: Context) -> Found | None:
    """A forum under its own name, "the Shangri-La Dialogue"."""
    found = Found(context, token)
    found.forum(token)
    found.participants(Role.ATTENDEE, *_attendees(token, context))
    return found


# -- agreements --------------------------------------------------------------------------------------------------------


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
    found.definite = _definite(token)
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


# -- posts -------------------------------------------------------------------------------------------------------------


def appoint(token: Token, context: Context) -> Found | None:
    """ "X named Y ambassador to Z"."""
    if not _foreign_post(token, context):
        return None
    found = Found(context, token)
    found.participants(Role.APPOINTEE, *(o for o in objects(token) if context.is_person(o)))
    if token.lemma_ in ("replace", "succeed"):
        found.participants(Role.APPOINTEE, actor_subject(token))
    return found if found.arguments else None


def resign(token: Token, context: Context) -> Found | None:
    """ "Y resigned as ambassador", "Y presented credentials"."""
    if token.lemma_ in ("resign", "retire", "quit", "step") and not _foreign_post(token, context):
        return None
    found = Found(context, token)
    found.participants(Role.APPOINTEE, actor_subject(token))
    found.participants(Role.HOST, *(n for n in deep_preposed(token, "to") if context.is_person(n)))
    return found


def credentials_from(token: Token, context: Context) -> Found | None:
    """ "X received the credentials of Y"."""
    found = Found(context, token)
    for item in objects(token):
        found.participants(Role.APPOINTEE, *preposed(item, "of"), *(c for c in item.children if c.dep_ == "poss"))
    found.participants(Role.APPOINTEE, *deep_preposed(token, "from"))
    found.participants(Role.HOST, actor_subject(token))
    return found


def nominal_appointment(token: Token, context: Context) -> Found | None:
    """ "the appointment of Y as special envoy"."""
    if not _foreign_post(token, context) and not _foreign_post(token.head, context):
        return None
    found = Found(context, token)
    found.participants(Role.APPOINTEE, *preposed(token, "of"), *(c for c in token.children if c.dep_ == "poss"))
    found.definite = _definite(token)
    return found


_FOREIGN_POSTS = frozenset({"diplomat", "envoy", "foreign", "body_head"})


def _foreign_post(token: Token, context: Context) -> bool:
    """Whether an office of foreign policy stands within the clause."""
    stack = [*token.children]
    while stack:
        item = stack.pop()
        name = context.name(item)
        if name is not None:
            if name.person is not None and name.person.offices & _FOREIGN_POSTS:
                return True
            if any(sense.office in _FOREIGN_POSTS for sense in name.senses):
                return True
        if not (is_verb(item) and item.dep_ in ("ccomp", "advcl", "conj", "parataxis")):
            stack.extend(item.children)
    return False


# -- diplomats sent away, called home, called in -----------------------------------------------------------------------


def expel(token: Token, context: Context) -> Found | None:
    """ "X expelled three diplomats of Y"."""
    found = Found(context, token)
    found.participants(Role.INITIATOR, actor_subject(token) if is_passive(token) else subject(token))
    found.participants(Role.TARGET, *objects(token))
    if not objects(token) and token.lemma_ == "declare":
        for child in token.children:
            if child.dep_ in ("ccomp", "oprd", "xcomp"):
                found.participants(Role.TARGET, *(c for c in child.children if c.dep_ == "nsubj"))
    found.places(*(n for n in deep_preposed(token, "from") if context.is_place(n)))
    return found


def nominal_expulsion(token: Token, context: Context) -> Found | None:
    """ "the expulsion of two diplomats by X", "X's expulsion of diplomats"."""
    found = Found(context, token)
    found.participants(Role.INITIATOR, *preposed(token, "by"), *(c for c in token.children if c.dep_ == "poss"))
    found.participants(Role.TARGET, *preposed(token, "of"))
    found.definite = _definite(token)
    return found


def recall(token: Token, context: Context) -> Found | None:
    """ "X recalled its ambassador to Y"."""
    found = Found(context, token)
    found.participants(Role.INITIATOR, actor_subject(token))
    for item in objects(token):
        _posting(found, item, context)
        if is_passive(token) and agent(token) is None:
            found.participants(Role.INITIATOR, item, sure=False)
    for noun in deep_preposed(token, "from", "in"):
        if context.is_place(noun):
            found.participants(Role.TARGET, noun)
            found.places(noun)
    return found


def nominal_recall(token: Token, context: Context) -> Found | None:
    """ "the recall of its ambassador to Y"."""
    found = Found(context, token)
    found.participants(Role.INITIATOR, *(c for c in token.children if c.dep_ == "poss"), *preposed(token, "by"))
    for item in preposed(token, "of"):
        _posting(found, item, context)
    found.definite = _definite(token)
    return found


def _posting(found: Found, envoy: Token, context: Context) -> None:
    """The state an envoy is posted to, and the state whose envoy it is."""
    for noun in deep_preposed(envoy, "to", "in", "from"):
        if context.is_government(noun) or context.is_place(noun):
            found.participants(Role.TARGET, noun)
            found.places(noun)
    name = context.name(envoy)
    if name is not None and name.person is not None:
        found.participants(Role.APPOINTEE, envoy, sure=False)


def summon(token: Token, context: Context) -> Found | None:
    """ "X summoned Y's ambassador"."""
    found = Found(context, token)
    found.participants(Role.INITIATOR, actor_subject(token))
    found.participants(Role.TARGET, *objects(token))
    return found


def protest(token: Token, context: Context) -> Found | None:
    """ "X lodged a protest with Y"."""
    found = Found(context, token)
    found.participants(Role.INITIATOR, actor_subject(token))
    found.participants(Role.TARGET, *deep_preposed(token, "with", "to"))
    if not found.of_role(Role.TARGET):
        found.participants(Role.TARGET, *(n for n in deep_preposed(token, "against") if context.is_actor(n)))
    return found


def nominal_summons(token: Token, context: Context) -> Found | None:
    """ "the summoning of Y's ambassador by X"."""
    found = Found(context, token)
    found.participants(Role.INITIATOR, *(c for c in token.children if c.dep_ == "poss"), *preposed(token, "by"))
    found.participants(Role.TARGET, *preposed(token, "of", "to"))
    found.definite = _definite(token)
    return found


# -- ties --------------------------------------------------------------------------------------------------------------


def ties(token: Token, context: Context) -> Found | None:
    """ "X severed ties with Y", "relations between X and Y were restored"."""
    found = Found(context, token)
    found.participants(Role.INITIATOR, actor_subject(token))
    found.participants(Role.COUNTERPART, *deep_preposed(token, "with", "between"))
    for item in objects(token):
        own, others = noun_sides(item, context)
        found.participants(Role.INITIATOR, *own)
        found.participants(Role.COUNTERPART, *others)
    return found


def mission(token: Token, context: Context) -> Found | None:
    """ "X reopened its embassy in Y"."""
    found = Found(context, token)
    who = actor_subject(token)
    if who is not None and context.is_actor(who):
        found.participants(Role.INITIATOR, who)
    for item in objects(token):
        for child in item.children:
            if (child.dep_ == "poss" or child.dep_ in ("amod", "compound")) and context.is_actor(child):
                found.participants(Role.INITIATOR, child)
            elif child.dep_ in ("amod", "compound") and context.name(child) is not None:
                found.participants(Role.INITIATOR, child)
        for noun in preposed(item, "in", "at", "to") or deep_preposed(token, "in", "at", "to"):
            if context.is_place(noun):
                found.places(noun)
                found.participants(Role.COUNTERPART, noun)
    return found


def recognise(token: Token, context: Context) -> Found | None:
    """ "X recognised Y as the government of Z"."""
    found = Found(context, token)
    found.participants(Role.INITIATOR, actor_subject(token))
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
    for noun in preposed(token, "of"):
        if context.is_government(noun):
            found.participants(Role.TARGET, noun)
        own, others = noun_sides(noun, context)
        found.participants(Role.INITIATOR, *own)
        found.participants(Role.COUNTERPART, *others)
        for place in preposed(noun, "in", "at"):
            if context.is_place(place):
                found.places(place)
                found.participants(Role.COUNTERPART, place)
    if len(found.persons_and_states()) < 2:
        found.participants(Role.INITIATOR, *controller(token, context), sure=False)
    found.definite = _definite(token)
    return found


# -- sanctions ---------------------------------------------------------------------------------------------------------

_AGAINST = ("on", "against", "upon", "over")


def sanction_noun(token: Token, context: Context) -> Found | None:
    """ "X imposed sanctions on Y"."""
    found = Found(context, token)
    found.participants(Role.INITIATOR, actor_subject(token))
    targets = [n for n in deep_preposed(token, "on", "against", "upon") if context.is_actor(n)]
    for item in objects(token):
        targets += [n for n in preposed(item, *_AGAINST) if context.is_actor(n)]
        own, _ = noun_sides(item, context)
        found.participants(Role.INITIATOR, *own, sure=False)
    found.participants(Role.TARGET, *targets)
    return found


def sanction_object(token: Token, context: Context) -> Found | None:
    """ "X sanctioned five officials of Y"."""
    found = Found(context, token)
    found.participants(Role.INITIATOR, actor_subject(token))
    found.participants(Role.TARGET, *(o for o in objects(token) if context.is_actor(o)))
    return found


def sanction_assets(token: Token, context: Context) -> Found | None:
    """ "X froze the assets of Y"."""
    found = Found(context, token)
    found.participants(Role.INITIATOR, actor_subject(token))
    for item in objects(token):
        found.participants(Role.TARGET, *preposed(item, "of"), *(c for c in item.children if c.dep_ == "poss"))
    return found


def nominal_sanction(token: Token, context: Context) -> Found | None:
    """ "EU sanctions on Y"."""
    found = Found(context, token)
    own, _ = noun_sides(token, context)
    found.participants(Role.INITIATOR, *own, *preposed(token, "by"))
    found.participants(Role.TARGET, *(n for n in deep_preposed(token, "on", "against") if context.is_actor(n)))
    found.definite = _definite(token)
    return found


FRAMES: dict[str, Frame] = {
    frame.__name__: frame
    for frame in (
        mutual, comitative, transitive, nominal_meeting,
        destination_object, destination_oblique, origin_object, dispatch, guest, nominal_visit,
        nominal_conference, forum_name,
        agreement, nominal_agreement, agree,
        appoint, resign, credentials_from, nominal_appointment,
        expel, nominal_expulsion, recall, nominal_recall, summon, protest, nominal_summons,
        ties, mission, recognise, nominal_relations,
        sanction_noun, sanction_object, sanction_assets, nominal_sanction,
    )
}  # fmt: skip
