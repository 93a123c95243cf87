"""Whether a gathering is of many: what tells a conference from a meeting of two sides."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from diplo_events.data import rows
from diplo_events.extraction.context import BODIES, Context
from diplo_events.extraction.doers import partners
from diplo_events.extraction.order import doer_before
from diplo_events.extraction.syntax import conjuncts, objects, preposed, subject
from diplo_events.reading.lexicon import NameKind, Sense

if TYPE_CHECKING:
    from spacy.tokens import Token

_MODIFIERS = ("amod", "compound", "nmod", "poss", "nummod", "npadvmod")
_COUNTED = re.compile(
    r"^(?:\d+|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)"
    r"-(?:nation|party|country|state|power|member|way|sided)$"
)
#: The same before a noun, with a word between them: "four-nation peace conference". Tokenisers part the hyphen.
_COUNTED_BEFORE = re.compile(_COUNTED.pattern.strip("^$") + r"(?:\s+\w+)?\s+$", re.IGNORECASE)


@cache
def _words(class_: str) -> frozenset[str]:
    return frozenset(row["word"] for row in rows("gathering_words.tsv") if row["class"] == class_)


#: States that, named one by one, still make a meeting.
_FEW = 3


def is_multilateral(token: Token, context: Context) -> bool:
    """Whether the noun phrase tells of many sides: a body's, a region's, "of donor countries", "five-nation"."""
    if preposed(token, "between"):
        return False
    for child in _modifiers(token):
        lower = child.lower_
        if lower in _words("many") or _COUNTED.match(lower):
            return True
        if _is_body(child, context) or is_many(child, context):
            return True
    if token.i > 0 and (token.nbor(-1).lower_ in _words("many") or _COUNTED.match(token.nbor(-1).lower_)):
        return True
    start, _ = context.offsets(token)
    if _COUNTED_BEFORE.search(context.reading.text[max(start - 40, 0) : start]):
        return True
    members = [item for noun in preposed(token, "of", "among") for item in conjuncts(noun)]
    return len(members) > 2 or any(
        _is_body(item, context) or is_many(item, context) or _is_bloc(item) for item in members
    )


def is_pair(token: Token) -> bool:
    """Whether a plural says that it means two: "the two presidents", "both leaders"."""
    return token.tag_ in ("NNS", "NNPS") and any(child.lower_ in ("two", "both") for child in token.children)


def _is_bloc(token: Token) -> bool:
    """A capitalised common noun for a body that no table knows: "the Lima Group", "the Bucharest Nine"."""
    named = token.i > 0 and token.nbor(-1).text[:1].isupper()
    return named and ((token.tag_ in ("NNP", "NNPS") and token.lower_ in _words("bloc")) or token.lower_ == "bloc")


def of_others(token: Token, context: Context) -> bool:
    """Whether those who gather are no states' representatives: "a conference of beekeepers"."""
    members = [item for noun in preposed(token, "of", "for") for item in conjuncts(noun)]
    if not members or is_multilateral(token, context):
        return False
    return not any(context.name(item) is not None or item.tag_ in ("NNP", "NNPS") for item in members)


def is_domestic(token: Token) -> bool:
    """Whether a possessor tells of a gathering at home: "the ruling party's conference"."""
    return any(c.dep_ == "poss" and c.lemma_.lower() in _words("domestic") for c in token.children)


def is_many(token: Token, context: Context) -> bool:
    """Whether a plural stands for the members of a gathering: "Nordic foreign ministers", "leaders of 12 states"."""
    name = context.name(token)
    lemma = token.lemma_.lower()
    office = name is not None and name.kind in (NameKind.OFFICE, NameKind.GROUP) and any(s.plural for s in name.senses)
    if not (token.tag_ in ("NNS", "NNPS") or office) or not (office or lemma in _words("member")):
        return False
    if name is not None and name.person is not None:
        return False
    states = set()
    told = lemma in _words("around")
    for child in _modifiers(token):
        if child.lower_ in _words("few"):
            return False
        sense = _sense(child, context)
        if sense is not None and sense.country:
            states.add(sense.country)
        elif (
            sense is not None
            or child.lower_ in _words("many")
            or _COUNTED.match(child.lower_)
            or (child.tag_ == "NNP" and not _of_person(child, context))
            or child.pos_ == "NUM"
            or child.lower_.endswith(("speaking", "ic", "an", "ern", "developing", "neighbouring", "neighboring"))
        ):
            told = True
    for noun in preposed(token, "of", "from"):
        for item in conjuncts(noun):
            if _is_body(item, context) or is_many(item, context) or item.lemma_.lower() in _words("whole"):
                told = True
            sense = _sense(item, context)
            if sense is not None and sense.country:
                states.add(sense.country)
    # One state sits down with somebody, two with each other, three by name still meet; "Nordic ministers" gather.
    return (told and (not states or lemma in _words("around"))) or len(states) > _FEW


def _of_person(token: Token, context: Context) -> bool:
    name = context.name(token)
    return token.lower_.rstrip(".") in ("mr", "mrs", "ms", "dr") or (name is not None and name.person is not None)


def _sense(token: Token, context: Context) -> Sense | None:
    name = context.name(token)
    return (
        name.sense(NameKind.COUNTRY, NameKind.DEMONYM, NameKind.METONYM, NameKind.REGION, *BODIES)
        if name is not None
        else None
    )


def _is_national(start: int, context: Context) -> bool:
    """Whether a body's name goes on to the left: "National Security Council", which is not the United Nations'."""
    before = context.reading.text[max(start - 12, 0) : start].split()
    return before[-1:] in (["National"], ["Supreme"], ["State"])


def _is_body(token: Token, context: Context) -> bool:
    name = context.name(token)
    if name is None or _is_national(name.start, context):
        return False
    sense = name.sense(NameKind.BODY, NameKind.MOVEMENT, NameKind.FORUM)
    return (
        sense is not None and sense.country is None and (sense.organization is not None or sense.kind is NameKind.FORUM)
    )


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
    if words[-1].lower() not in _words("name") or not words[-1][:1].isupper():
        return False
    before = words[:-1]
    if not before:
        place = token.i - 1
        while place >= 0 and (
            token.doc[place].text[:1].isupper()
            or token.doc[place].text in ("-", "'s", "'", "’s", "of", "for", "the", "and")
        ):
            before.insert(0, token.doc[place].text)
            place -= 1
        if place < 0:
            before = before[1:]
    if _is_headline(token):
        return False
    proper = [w.lower() for w in before if w[:1].isupper()]
    return (
        bool(proper)
        and not (set(proper) & _words("domestic"))
        and not (words[-1].lower() in ("council", "congress") or proper[-1:] == ["the"])
    )


def _is_headline(token: Token) -> bool:
    """Whether the sentence is in title case, verbs and all: capitals then tell nothing."""
    if any(t.text.islower() and t.pos_ in ("VERB", "AUX") for t in token.doc):
        return False
    words = [t.text for t in token.doc if t.is_alpha and len(t.text) > 3]
    return len(words) > 3 and sum(w[:1].isupper() for w in words) >= 0.75 * len(words)


def gatherers(token: Token, context: Context) -> Token | None:
    """Who gathers, according to a verb."""
    who = subject(token)
    if who is None or not context.is_actor(who):
        return doer_before(token, context) or who
    return who


#: Verbs by which those who gather hold their gathering.
_HOLDING = frozenset("hold begin open end conclude start convene have finish wrap close".split())


def held_by_many(token: Token, context: Context) -> bool:
    """Whether those who hold a meeting are many: "Nordic foreign ministers began a two-day meeting in Oslo"."""
    verb = token.head
    if token.dep_ != "dobj" or verb.lemma_ not in _HOLDING or partners(token, context, "with"):
        return False
    if any(child.dep_ == "poss" for child in token.children):
        return False  # "will hold their retreat": the one of which was told
    who = subject(verb)
    return who is not None and any(is_many(item, context) for item in conjuncts(who))


def gathers_many(token: Token, context: Context) -> bool:
    """Whether those who meet are many, no partner told: "EU foreign ministers, meeting in X", "the Group convenes"."""
    who = gatherers(token, context)
    if who is None or partners(token, context, "with") or [o for o in objects(token) if o != who]:
        return False
    if any(noun.lemma_.lower() in _words("opposite") for noun in preposed(token, "with")):
        return False
    members = conjuncts(who)
    if any(_is_body(item, context) or is_many(item, context) for item in members):
        return True
    states = [item for item in members if context.is_government(item) or context.is_person(item)]
    return len(states) > _FEW
