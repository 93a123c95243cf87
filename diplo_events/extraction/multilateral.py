"""Whether a gathering is of many: what tells a conference from a meeting of two sides."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from diplo_events.extraction.context import BODIES, Context
from diplo_events.extraction.syntax import conjuncts, preposed
from diplo_events.reading.lexicon import NameKind

if TYPE_CHECKING:
    from spacy.tokens import Token

_MODIFIERS = ("amod", "compound", "nmod", "poss", "nummod", "npadvmod")
#: Adjectives and compounds of gatherings of three and more.
_MANY = frozenset({
    "international", "multilateral", "regional", "ministerial", "trilateral", "tripartite", "three-way", "four-way", "five-way",
    "six-way", "six-party", "quadrilateral", "donors", "donor", "donors'", "pledging", "leaders", "leaders'", "intergovernmental",
    "inter-american", "world", "global", "plenary", "biennial", "g7", "g8", "g20", "g77", "quint", "vice-ministerial", "three-nation",
    "continental", "pan-african", "quadripartite", "triangular", "mediterranean", "euro-mediterranean", "arab", "nordic", "baltic", "balkan",
    "ibero-american", "african", "asian", "asia-pacific", "indo-pacific", "latin", "caribbean", "transatlantic", "hemispheric", "gulf",
})  # fmt: skip
_COUNTED = re.compile(r"^(?:\d+|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)-(?:nation|party|country|state|power|member|way|sided)$")
_BLOCS = frozenset({"group", "union", "league", "council", "community", "bloc", "nine", "seven", "eight", "twenty", "four", "commission", "alliance", "quartet", "quad", "troika"})
_FEW = frozenset({"two", "both", "their", "his", "her", "its", "bilateral"})
#: What members of a gathering are called.
_MEMBERS = frozenset({
    "country", "state", "nation", "partner", "member", "donor", "power", "minister", "leader", "head", "chief", "governor", "president", "premier",
    "official", "government", "guarantor", "ally", "envoy", "representative", "republic", "director", "speaker", "parliamentarian", "creditor",
    "friend", "neighbour", "neighbor", "monarch", "king", "summit", "signatory", "party", "delegate", "negotiator",
})  # fmt: skip
#: Those who gather around one country: "donors to Yemen", "friends of Libya", "partners of Timor-Leste".
_AROUND = frozenset({"donor", "partner", "friend", "creditor", "guarantor", "neighbour", "neighbor"})
_OWN_NOUNS = frozenset({
    "summit", "forum", "dialogue", "dialog", "ministerial", "conference", "congress", "assembly", "symposium", "meeting", "talks", "retreat", "council",
})  # fmt: skip
_DOMESTIC = frozenset({
    "national", "legislative", "constituent", "state", "people", "people's", "provincial", "federal", "eastern", "western", "party", "news", "press",
    "peoples", "parliamentary", "labour", "labor", "conservative", "republican", "democratic", "annual", "cabinet", "video", "football", "cup",
})  # fmt: skip


def is_multilateral(token: Token, context: Context) -> bool:
    """Whether the noun phrase tells of many sides: a body's, a region's, "of donor countries", "five-nation"."""
    if preposed(token, "between"):
        return False
    for child in _modifiers(token):
        lower = child.lower_
        if lower in _MANY or _COUNTED.match(lower):
            return True
        if _is_body(child, context) or is_many(child, context):
            return True
    if token.i > 0 and (token.nbor(-1).lower_ in _MANY or _COUNTED.match(token.nbor(-1).lower_)):
        return True
    members = [item for noun in preposed(token, "of", "among") for item in conjuncts(noun)]
    return len(members) > 2 or any(_is_body(item, context) or is_many(item, context) or _is_bloc(item) for item in members)


def _is_bloc(token: Token) -> bool:
    """A capitalised common noun for a body that no table knows: "the Lima Group", "the Bucharest Nine"."""
    return token.tag_ in ("NNP", "NNPS") and token.lower_ in _BLOCS and token.i > 0 and token.nbor(-1).text[:1].isupper()


def of_others(token: Token, context: Context) -> bool:
    """Whether those who gather are no states' representatives: "a conference of beekeepers"."""
    members = [item for noun in preposed(token, "of", "for") for item in conjuncts(noun)]
    if not members or is_multilateral(token, context):
        return False
    return not any(context.name(item) is not None or item.tag_ in ("NNP", "NNPS") for item in members)


def is_many(token: Token, context: Context) -> bool:
    """Whether a plural stands for the members of a gathering: "Nordic foreign ministers", "leaders of 12 states"."""
    name = context.name(token)
    lemma = token.lemma_.lower()
    office = name is not None and name.kind in (NameKind.OFFICE, NameKind.GROUP) and any(s.plural for s in name.senses)
    if not (token.tag_ in ("NNS", "NNPS") or office) or not (office or lemma in _MEMBERS):
        return False
    if name is not None and name.person is not None:
        return False
    states = set()
    told = lemma in _AROUND
    for child in _modifiers(token):
        if child.lower_ in _FEW:
            return False
        sense = _sense(child, context)
        if sense is not None and sense.country:
            states.add(sense.country)
        elif sense is not None or child.lower_ in _MANY or _COUNTED.match(child.lower_) or child.tag_ == "NNP" or child.pos_ == "NUM":
            told = True
        elif child.lower_.endswith(("speaking", "ic", "an", "ern", "developing", "neighbouring", "neighboring")):
            told = True
    for noun in preposed(token, "of", "from"):
        for item in conjuncts(noun):
            if _is_body(item, context) or is_many(item, context):
                told = True
            sense = _sense(item, context)
            if sense is not None and sense.country:
                states.add(sense.country)
    return (told and (len(states) != 1 or lemma in _AROUND)) or len(states) > 2


def _sense(token: Token, context: Context):  # type: ignore[no-untyped-def]
    name = context.name(token)
    return name.sense(NameKind.COUNTRY, NameKind.DEMONYM, NameKind.METONYM, NameKind.REGION, *BODIES) if name is not None else None


def _is_body(token: Token, context: Context) -> bool:
    name = context.name(token)
    if name is None:
        return False
    sense = name.sense(NameKind.BODY, NameKind.MOVEMENT, NameKind.FORUM)
    return sense is not None and sense.country is None and (sense.organization is not None or sense.kind is NameKind.FORUM)


def _modifiers(token: Token) -> list[Token]:
    found: list[Token] = []
    stack = [c for c in token.children if c.dep_ in _MODIFIERS]
    while stack:
        child = stack.pop()
        found.append(child)
        stack.extend(c for c in child.children if c.dep_ in (*_MODIFIERS, "conj", "punct") and c.dep_ != "punct")
    return found


def is_proper_gathering(token: Token, context: Context) -> bool:
    """Whether a capitalised phrase names a gathering: "the Danube Security Forum", "the India-Gulf Dialogue"."""
    name = context.name(token)
    text = name.text if name is not None and name.person is None else token.text
    words = text.split()
    if words[-1].lower() not in _OWN_NOUNS or not words[-1][:1].isupper():
        return False
    before = words[:-1]
    if not before:
        place = token.i - 1
        while place >= 0 and (token.doc[place].text[:1].isupper() or token.doc[place].text in ("-", "'s", "'", "’s", "of", "for", "the", "and")):
            before.insert(0, token.doc[place].text)
            place -= 1
        if place < 0:
            before = before[1:]
    if _is_headline(token):
        return False
    proper = [w.lower() for w in before if w[:1].isupper()]
    return bool(proper) and not (set(proper) & _DOMESTIC) and not (words[-1].lower() in ("council", "congress") or proper[-1:] == ["the"])


def _is_headline(token: Token) -> bool:
    words = [t.text for t in token.doc if t.is_alpha and len(t.text) > 3]
    return len(words) > 2 and sum(w[:1].isupper() for w in words) >= 0.75 * len(words)


def gatherers(token: Token, context: Context) -> Token | None:
    """Who gathers, according to a verb."""
    from diplo_events.extraction.order import doer_before
    from diplo_events.extraction.syntax import subject

    who = subject(token)
    if who is None or not context.is_actor(who):
        return doer_before(token, context) or who
    return who


def gathers_many(token: Token, context: Context) -> bool:
    """Whether those who meet are many and no partner is told: "EU foreign ministers, meeting in X", "the Contact Group convenes"."""
    from diplo_events.extraction.doers import partners
    from diplo_events.extraction.syntax import objects

    who = gatherers(token, context)
    if who is None or partners(token, context, "with") or [o for o in objects(token) if o is not who]:
        return False
    members = conjuncts(who)
    if any(_is_body(item, context) or is_many(item, context) for item in members):
        return True
    states = [item for item in members if context.is_government(item) or context.is_person(item)]
    return len(states) > 2
