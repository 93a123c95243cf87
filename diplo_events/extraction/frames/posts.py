"""Frames of appointments."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from diplo_events.extraction.arguments import Found
from diplo_events.extraction.context import Context
from diplo_events.extraction.nominals import is_definite
from diplo_events.extraction.speakers import doer
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
from diplo_events.extraction.themes import is_envoy
from diplo_events.model.kinds import Role

if TYPE_CHECKING:
    from spacy.tokens import Token

_FOREIGN_POSTS = frozenset({"diplomat", "envoy", "foreign", "body_head", "deputy_foreign"})

#: Verbs that leave the post to what was said before: "He replaces Z", "She takes up the post".
_BY_CONTEXT = frozenset(
    {
        "replace",
        "succeed",
        "give",
        "take",
        "assume",
        "join",
        "step",
        "tender",
        "hand",
        "relieve",
        "go",
        "nominate",
        "pick",
        "appoint",
        "choose",
        "name",
        "propose",
        "resign",
        "select",
        "tap",
    }
)
_POST_WORDS = (
    "ambassador",
    "envoy",
    "foreign minister",
    "embassy",
    "high commissioner",
    "consul",
    "foreign ministry",
    "chargé",
    "charge d'",
)
_AROUND = 200
_CREDENTIALS = frozenset({"credential", "credentials", "credence"})


def appoint(token: Token, context: Context) -> Found | None:
    """ "X named Y ambassador to Z", "Y was given the post", "Y succeeds W as envoy"."""
    if not _foreign_post(token, context) and not (token.lemma_ in _BY_CONTEXT and _about_post(token, context)):
        return None
    found = Found(context, token)
    who = [o for o in objects(token) if context.is_person(o) or context.name(o) is not None]
    given = subject(token) if is_passive(token) else None  # "she was given the post", "he was made envoy"
    if given is not None and given not in who:
        who.insert(0, given)
    if token.lemma_ in ("replace", "succeed", "follow", "take"):
        successor = subject(token) if not is_passive(token) else agent(token)
        who = [successor] if successor is not None and (_is_named_person(successor, context) or not who) else who
    for child in token.children:  # "named Y": the parser often takes Y for the subject of a small clause
        if child.dep_ in ("oprd", "ccomp", "xcomp", "attr"):
            who += [c for c in (child, *child.children) if _is_named_person(c, context) and c.i > token.i]
    named = [t for item in who for t in conjuncts(item) if _is_named_person(t, context)]
    if not named and not _foreign_post(token, context):
        return None
    if token.lemma_ == "name" or any(o.lemma_ == "name" for o in objects(token)):  # "cleared the name of X"
        named += [n for o in objects(token) for n in preposed(o, "of") if _is_named_person(n, context)]
    found.participants(Role.APPOINTEE, *(named or who))
    if not found.arguments:
        found.participants(Role.APPOINTEE, *_person_behind(token, context))
    if not named:
        _unnamed(found, token, context)
    _posting(found, token, context)
    return found if found.of_role(Role.APPOINTEE) else None


def _unnamed(found: Found, token: Token, context: Context) -> None:
    """ "X and Y named ambassadors to each other": an envoy without a name is told by the state that sends him."""
    envoys = [o for o in objects(token) if is_envoy(o, context)]
    own = [c for o in envoys for c in o.children if c.dep_ in ("poss", "amod", "compound") and context.is_actor(c)]
    who = doer(token, context)
    if not envoys or who is None or any(c.lower_ not in ("its", "their") for c in own):
        return
    senders = [c for c in conjuncts(who) if context.is_government(c)]
    if senders:
        found.arguments.clear()
        found.separately(Role.APPOINTEE, [[c] for c in senders])


def resign(token: Token, context: Context) -> Found | None:
    """ "Y resigned as ambassador", "Y presented credentials", "Y takes up the post in May"."""
    who = subject(token)
    if who is None:
        return None
    if (
        not _foreign_post(token, context)
        and not _holds_post(who, context)
        and not _hands_credentials(token)
        and not (token.lemma_ in _BY_CONTEXT and _about_post(token, context))
    ):
        return None
    if _hands_credentials(token) and not context.is_person(who):
        who = next((c for c in who.children if c.dep_ == "appos" and _is_named_person(c, context)), None)
        if who is None:
            return None
    found = Found(context, token)
    found.participants(Role.APPOINTEE, who)
    found.participants(Role.HOST, *(n for n in deep_preposed(token, "to") if context.is_person(n)))
    _posting(found, token, context)
    return found


def credentials_from(token: Token, context: Context) -> Found | None:
    """ "X received the credentials of Y"."""
    found = Found(context, token)
    for item in _letters(token):
        senders = [n for n in preposed(item, "of", "from") if n.lemma_.lower() not in _CREDENTIALS]
        found.participants(Role.APPOINTEE, *senders, *(c for c in item.children if c.dep_ == "poss"))
    found.participants(Role.APPOINTEE, *deep_preposed(token, "from"))
    found.participants(Role.HOST, actor_subject(token))
    return found


def _letters(token: Token) -> list[Token]:
    """The credentials among the objects: "a copy of the credentials", "the letters of credence"."""
    inner = [n for o in objects(token) for n in preposed(o, "of") if n.lemma_.lower() in _CREDENTIALS]
    return [*objects(token), *inner]


def _hands_credentials(token: Token) -> bool:
    """Whether what is handed over makes an envoy of whoever hands it over."""
    return any(
        t.lemma_.lower() in _CREDENTIALS for item in objects(token) for t in item.subtree if t.dep_ in ("dobj", "pobj")
    )


def nominal_appointment(token: Token, context: Context) -> Found | None:
    """ "the appointment of Y as special envoy", "Y's resignation"."""
    who = [*preposed(token, "of"), *(c for c in token.children if c.dep_ == "poss")]
    holds = any(_holds_post(c, context) for item in who for c in conjuncts(item))
    if not holds and not _foreign_post(token, context) and not _foreign_post(token.head, context):
        return None
    found = Found(context, token)
    named = [t for item in who for t in conjuncts(item) if context.is_person(t)]
    found.participants(Role.APPOINTEE, *(named or who))
    if not named:
        found.participants(Role.APPOINTEE, *_person_behind(token, context))
    _posting(found, token, context)
    found.definite = is_definite(token)
    return found


def _about_post(token: Token, context: Context) -> bool:
    """Whether the words around speak of an embassy or of a post in foreign policy: "She was given the job"."""
    start = context.offsets(token)[0]
    around = context.reading.text[max(start - _AROUND, 0) : start + _AROUND // 2].lower()
    return any(word in around for word in _POST_WORDS)


def _is_named_person(token: Token, context: Context) -> bool:
    name = context.name(token)
    return name is not None and name.person is not None


def _holds_post(token: Token, context: Context) -> bool:
    """Whether a person (or a pronoun's person) holds an office of foreign policy."""
    name = context.name(token)
    person = name.person if name is not None else None
    if person is None and token.lower_ in ("he", "she", "his", "her", "who"):
        from diplo_events.extraction.discourse import Discourse

        if token.lower_ == "who":
            return token.head.dep_ == "relcl" and token.head.head != token and _holds_post(token.head.head, context)
        person = Discourse(context.reading).person_before(context.offsets(token)[0])
    if person is not None:
        return bool(person.offices & _FOREIGN_POSTS)
    return name is not None and any(sense.office in _FOREIGN_POSTS for sense in name.senses)


def _person_behind(token: Token, context: Context) -> Iterator[Token]:
    """The first named person close behind the trigger, where the tree shows none."""
    for item in token.doc[token.i + 1 : token.i + 9]:
        if is_verb(item) or item.text == ";":
            return
        if _is_named_person(item, context):
            yield item
            return


def _posting(found: Found, token: Token, context: Context) -> None:
    """Where the post is: "ambassador to Z", "for the embassy in Z"."""
    for item in _clause(token):
        name = context.name(item)
        if name is None or not any(sense.office in _FOREIGN_POSTS for sense in name.senses):
            continue
        for noun in preposed(item, "to", "in", "for", "at"):
            if context.is_place(noun):
                found.places(noun)
                return


def _clause(token: Token) -> Iterator[Token]:
    stack = [*token.children]
    while stack:
        item = stack.pop()
        yield item
        if not (is_verb(item) and item.dep_ in ("ccomp", "advcl", "conj", "parataxis")):
            stack.extend(item.children)


def _foreign_post(token: Token, context: Context) -> bool:
    """Whether an office of foreign policy stands within the clause."""
    for item in (*_clause(token), *(objects(token) if is_verb(token) else ())):
        name = context.name(item)
        if name is not None:
            if name.person is not None and name.person.offices & _FOREIGN_POSTS:
                return True
            if any(sense.office in _FOREIGN_POSTS for sense in name.senses):
                return True
    return False
