"""Frames of conferences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplo_events.extraction.arguments import Found
from diplo_events.extraction.context import Context
from diplo_events.extraction.multilateral import gatherers, is_domestic, is_pair
from diplo_events.extraction.nominals import is_definite, noun_sides
from diplo_events.extraction.settings import GATHERINGS
from diplo_events.extraction.syntax import FINITE, actor_subject, conjuncts, is_verb, preposed
from diplo_events.model.kinds import Role
from diplo_events.reading.lexicon import NameKind
from diplo_events.tables.triggers import triggers_by_head

if TYPE_CHECKING:
    from spacy.tokens import Token


def nominal_conference(token: Token, context: Context) -> Found | None:
    """ "the G20 summit in Bali", "an international donors' conference in Geneva"."""
    if is_domestic(token) or _is_peak(token) or _is_firm(token):
        return None
    if _only_names(token, context) or _is_of_two(token, context):
        return None
    found = Found(context, token)
    found.forum(token)
    for noun in preposed(token, "of"):
        if context.is_person(noun) and context.name(noun) is not None:
            found.participants(Role.ATTENDEE, noun, sure=False)
    found.participants(Role.ATTENDEE, *_attendees(token, context))
    found.definite = is_definite(token)
    return found


def _is_firm(token: Token) -> bool:
    """Whether a capital without article or modifier names a firm or a place: "Summit, traded in New York, closed"."""
    if token.text != "Summit" or any(True for _ in token.lefts):
        return False
    capitals = sum(word.text[:1].isupper() for word in token.doc)
    plain = any(word.tag_ in FINITE and word.text.islower() for word in token.doc)
    return plain and capitals * 2 < len(token.doc)


def _is_of_two(token: Token, context: Context) -> bool:
    """ "the Franco-Italian summit", "a summit of the two presidents": a meeting of two."""
    if token.lemma_.lower() == "summit" and any(is_pair(noun) for noun in preposed(token, "of")):
        return True
    sides = [c for c in noun_sides(token, context)[0] if c.dep_ != "poss"] if token.lemma_.lower() == "summit" else []
    names = [name for name in map(context.name, sides) if name is not None and name.person is None]
    states = {sense.country for name in names for sense in name.senses[:1] if sense.country}
    return len(sides) == 2 and len(states) == 2


def _only_names(token: Token, context: Context) -> bool:
    """Whether the gathering's name serves to describe something else: "a summit guest", "X of the Y Forum"."""
    if token.dep_ == "compound":
        if not any(word.tag_ in FINITE for word in token.doc):
            return False  # a headline, whose verb the tagger may take for a noun
        return token.head.pos_ == "NOUN" and (token.head.lemma_.lower(), "N") not in triggers_by_head()
    name = context.name(token.head.head) if token.dep_ == "pobj" and token.head.lower_ in ("of", "at") else None
    return name is not None and name.person is not None


def _is_peak(token: Token) -> bool:
    """ "the summit of Mount Kenya", "reached the summit of K2"."""
    verb = token.head.head if token.head.pos_ == "ADP" else token.head
    if token.lemma_.lower() == "summit" and verb.lemma_ in _CLIMBS and token.dep_ in ("dobj", "nsubjpass", "pobj"):
        return True
    if any(noun.left_edge.lower_ in _PEAKS or noun.lower_ in _PEAKS for noun in preposed(token, "of")):
        return True
    return token.lemma_.lower() == "summit" and any(word.lemma_.lower() in _CLIMBERS for word in token.doc)


#: What is done to the summit of a mountain, and to no other.
_CLIMBS = frozenset({"reach", "climb", "scale", "conquer", "ascend", "summit"})
#: Who and what is met with on mountains.
_CLIMBERS = frozenset(
    {"hiker", "climber", "mountaineer", "mountaineering", "alpinist", "sherpa", "rescuer", "ridge", "slope",
     "avalanche", "crampon", "glacier", "paratrooper"}
)  # fmt: skip
_PEAKS = frozenset({"mount", "mt", "mt.", "mountain", "hill", "peak", "volcano"})


def assemble(token: Token, context: Context) -> Found | None:
    """ "EU foreign ministers, meeting in Luxembourg", "the Contact Group will convene": those who gather name it."""
    found = Found(context, token)
    who = gatherers(token, context)
    if who is None:
        return None
    found.forum(_occasion(token) or who)
    for item in conjuncts(who):
        if context.is_government(item) or (context.is_person(item) and item != who):
            found.participants(Role.ATTENDEE, item, lists=False)
    return found


def _occasion(verb: Token) -> Token | None:
    """The gathering that they come together for, by name or by kind: "met in Lima for the tenth summit"."""
    nouns = (noun for noun in preposed(verb, "for", "at") if noun.i > verb.i and noun.lemma_.lower() in GATHERINGS)
    told = ("compound", "amod", "nmod", "poss", "prep")  # more than "a summit", which those who come tell better
    return next((noun for noun in nouns if any(child.dep_ in told for child in noun.children)), None)


def _attendees(token: Token, context: Context) -> list[Token]:
    governor = token.head
    if (
        is_verb(governor)
        and token.dep_ == "dobj"
        and governor.lemma_ in ("attend", "join", "host", "chair", "open", "convene")
    ):
        who = actor_subject(governor)
        return [who] if who is not None and context.is_actor(who) else []
    return []


def forum_name(token: Token, context: Context) -> Found | None:
    """A forum under its own name, "the Shangri-La Dialogue"."""
    name = context.name(token)
    if name is not None and name.sense(NameKind.CITY) is not None:
        return None  # "in Davos" is a place first
    found = Found(context, token)
    found.forum(token)
    found.participants(Role.ATTENDEE, *_attendees(token, context))
    return found
