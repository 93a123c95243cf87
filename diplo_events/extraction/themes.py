"""What a verb of diplomacy acts on: the envoy expelled, the mission closed, the ties cut, the protest handed over.

News tells these in many constructions ("called in the ambassador", "asked its envoy to come home", "two attaches have
until Friday to leave"), and parsers get lost in some of them. So a theme is looked for in every place where grammar
allows it, and at last by its noun alone, close behind the verb.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from diplo_events.extraction.context import Context
from diplo_events.extraction.syntax import (
    FINITE,
    conjuncts,
    is_passive,
    is_verb,
    objects,
    preposed,
    raw_subject,
    subject,
)
from diplo_events.reading.lexicon import NameKind
from diplo_events.tables.diplomacy import diplomatic_nouns

if TYPE_CHECKING:
    from spacy.tokens import Token

_MISSION_OFFICES = frozenset({"diplomat", "envoy"})
_MODIFIER = ("amod", "compound", "nmod", "poss", "nn")
#: Adverbs that parsers take for the noun of a phrase: "ordered two attaches home".
_HOMEWARD = frozenset({"home", "back", "out", "packing"})
#: Prepositions behind which a noun only tells where something else lies: "closed the road past the embassy".
_BESIDE = frozenset(
    "past near outside around by behind opposite beside along towards toward below above between leading".split()
)
#: Words that make a note, a complaint or representations those of a state.
_FORMAL = frozenset(
    "protest diplomatic formal strong verbal verbale official strongest stiff solemn stern sternest serious".split()
)
#: How many words behind the verb a theme may stand where the tree does not show it.
_WINDOW = 8
#: How many characters before a pronoun its noun may stand, and the nouns of what is opened and signed.
_BACK = 120
_FAR = 400
_MISSIONS = ("embassy", "consulate", "high commission ", "chancery", "legation", "vice-consulate")
_AGREEMENTS = ("treaty", "agreement", "accord", "memorandum", "protocol", "convention", "pact ", "ceasefire", "truce")
#: How many characters around a person the words reach that make a diplomat of him.
_AROUND = 300
_STATESMEN = frozenset(
    {"head_of_state", "head_of_government", "foreign", "minister", "defence", "spokesman", "legislator", "body_head"}
)


def is_envoy(token: Token, context: Context) -> bool:
    """Whether a word stands for a diplomat, be it by name, by office or by a pronoun."""
    if token.lower_ in ("he", "she", "him", "her", "who", "whom"):
        return _pronoun_envoy(token, context)
    name = context.name(token)
    if name is not None and name.person is not None:
        return bool(name.person.offices & _MISSION_OFFICES) or bool(name.person.posted_to)
    if name is not None and any(sense.office in _MISSION_OFFICES for sense in name.senses):
        return token.dep_ != "compound" or token.head.lower_ in _HOMEWARD
    if token.pos_ not in ("NOUN", "PROPN", "PRON"):
        return False
    lemma = token.lemma_.lower()
    if lemma in diplomatic_nouns("envoy") or token.lower_ in diplomatic_nouns("envoy"):
        return True
    if lemma in ("man", "woman"):  # "its man in Lima"
        own = any(c.dep_ == "poss" and c.lower_ in ("its", "their", "our", "own") for c in token.children)
        return own and any(context.is_place(noun) for noun in preposed(token, "in", "at"))
    return token.lower_ in diplomatic_nouns("anybody") and _of_diplomats(context)


def _pronoun_envoy(token: Token, context: Context) -> bool:
    if token.lower_ in ("who", "whom"):
        return token.head.dep_ == "relcl" and token.head.head != token and is_envoy(token.head.head, context)
    from diplo_events.extraction.discourse import Discourse

    person = Discourse(context.reading).person_before(context.offsets(token)[0])
    return person is not None and bool(person.offices & _MISSION_OFFICES)


def _of_diplomats(context: Context) -> bool:
    """Whether the article speaks of diplomats at all: "nobody has been expelled" is then about them."""
    text = context.reading.text.lower()
    return any(word in text for word in ("diplomat", "ambassador", "envoy", "attach", "consul", "embassy"))


def is_staff(token: Token, context: Context) -> bool:
    """Whether a word stands for somebody who serves at a mission: a diplomat, or staff of another kind."""
    if is_envoy(token, context) or any(c.dep_ == "appos" and is_envoy(c, context) for c in token.children):
        return True  # "sixteen citizens, most of them diplomats"
    staff = diplomatic_nouns("staff")
    if token.lemma_.lower() == "member" and any(c.lower_ in staff for c in token.children if c.dep_ == "compound"):
        return _of_diplomats(context)
    if token.lemma_.lower() in staff and token.pos_ in ("NOUN", "PROPN"):
        return _of_diplomats(context)
    name = context.name(token)
    if name is not None and name.kind is NameKind.DEMONYM and token.dep_ not in _MODIFIER:
        return _of_diplomats(context)
    return is_served(token, context)


def is_served(token: Token, context: Context) -> bool:
    """Whether a word is a diplomat, or a named person while the words around speak of an ambassador or an embassy."""
    if is_envoy(token, context):
        return True
    name = context.name(token)
    pronoun = token.lower_ in ("he", "she", "him", "her")
    if not pronoun and (name is None or name.person is None or name.person.offices & _STATESMEN):
        return False
    start = context.offsets(token)[0]
    around = context.reading.text[max(start - _AROUND, 0) : start + _AROUND // 2].lower()
    return any(
        word in around
        for word in ("ambassador", "envoy", "embassy", "consul", "high commissioner", "charge d", "chargé", "attach")
    )


def is_mission(token: Token, context: Context) -> bool:
    """Whether a word stands for an embassy, a consulate or the like."""
    lemma = token.lemma_.lower()
    if token.lower_ == "it":
        return token.dep_ in ("nsubjpass", "nsubj") and _spoken_of(token, context, _MISSIONS)
    name = context.name(token)
    if name is not None and name.kind in (NameKind.BODY, NameKind.AGENCY):  # "the Embassy of Chad"
        words = name.text.lower()
        return "high commission" in words or not diplomatic_nouns("mission").isdisjoint(words.split())
    if lemma == "general" and any(c.lemma_.lower() in diplomatic_nouns("mission") for c in token.children):
        return True  # "a consulate-general", which the tokeniser splits
    if token.pos_ not in ("NOUN", "PROPN"):
        return False
    if any(c.dep_ == "compound" and c.lower_ in diplomatic_nouns("mission") for c in token.children):
        return context.is_place(token)  # "Embassy Minsk"
    if lemma in diplomatic_nouns("mission") or token.lower_ in diplomatic_nouns("mission"):
        return True
    if lemma in diplomatic_nouns("office"):
        if any(c.lower_ in diplomatic_nouns("mission_modifier") for c in token.children if c.dep_ in _MODIFIER):
            return True
        before = token.nbor(-1).lower_ if token.i else ""
        if before in diplomatic_nouns("mission_modifier"):
            return True
        # "its own mission in Sofia": a state's, in a place; else one of which the words before have spoken
        owned = any(c.dep_ == "poss" for c in token.children)
        settled = owned and any(context.is_place(n) for n in preposed(token, "in", "at"))
        plain = all(c.dep_ in ("det", "poss", "prep", "relcl", "acl", "punct") for c in token.children)
        return lemma == "mission" and (settled or (plain and _spoken_of(token, context, _MISSIONS, back=_FAR)))
    return False


def missions_of(token: Token, context: Context) -> list[Token]:
    """The embassies at which somebody serves: "an attache at the Polish consulate in Lviv"."""
    return [noun for noun in preposed(token, "at", "in", "with", "to") if is_mission(noun, context)]


def _spoken_of(token: Token, context: Context, words: Sequence[str], back: int = _BACK) -> bool:
    """Whether one of the words stands shortly before: what a pronoun or a plain noun then means."""
    start = context.offsets(token)[0]
    before = context.reading.text[max(start - back, 0) : start].lower()
    return any(word in before for word in words)


def is_tie(token: Token, context: Context) -> bool:
    """Whether a word stands for the relations of states."""
    if token.lower_ in ("it", "them", "they") and token.dep_ in ("dobj", "nsubjpass"):
        return _spoken_of(token, context, ("relations", " ties"))
    if token.lemma_.lower() == "representation":  # protests are representations, too
        return any(c.lower_ == "diplomatic" for c in token.children)
    if token.lemma_.lower() not in diplomatic_nouns("tie"):
        return False
    return not any(c.lower_ in diplomatic_nouns("tie_modifier") for c in token.children)


def is_protest(token: Token, context: Context) -> bool:
    """Whether a word stands for a protest or a note of protest."""
    lemma = token.lemma_.lower()
    if lemma in ("memoire", "mémoire"):
        return token.i > 1 and token.nbor(-2).lower_ == "aide"  # the tokeniser splits "aide-memoire"
    if lemma not in diplomatic_nouns("protest"):
        return False
    if lemma not in ("note", "complaint", "objection", "representation"):
        return True
    words = {t.lower_ for t in token.subtree}
    return bool(words & _FORMAL) or (lemma == "representation" and any(is_envoy(t, context) for t in token.doc))


def is_penalty(token: Token, context: Context) -> bool:
    """Whether a word stands for sanctions, or for a ban or freeze of the kind that states impose."""
    lemma = token.lemma_.lower()
    if token.pos_ not in ("NOUN", "PROPN", "VERB"):
        return False
    if lemma in diplomatic_nouns("penalty"):
        return True
    if lemma not in diplomatic_nouns("restriction") and token.lower_ not in diplomatic_nouns("restriction"):
        return False
    if lemma in ("measure", "step") and any(context.is_government(n) for n in preposed(token, "against")):
        return True
    return any(t.lower_ in diplomatic_nouns("restriction_modifier") for t in token.subtree)


def is_agreement(token: Token, context: Context) -> bool:
    """Whether a word stands for a treaty, an accord or the like between states."""
    lemma = token.lemma_.lower()
    if token.lower_ == "it" and token.dep_ == "nsubjpass":
        return _spoken_of(token, context, _AGREEMENTS)
    if lemma not in diplomatic_nouns("agreement"):
        return False
    return not any(c.lower_ in diplomatic_nouns("agreement_modifier") for c in token.children)


def is_state(token: Token, context: Context) -> bool:
    """Whether a word stands for a state or its government."""
    return context.is_government(token)


def is_country(token: Token, context: Context) -> bool:
    """A state by its own name, not by that of its capital."""
    name = context.name(token)
    return name is not None and name.person is None and name.kind is NameKind.COUNTRY and token.dep_ != "compound"


KINDS: dict[str, Callable[[Token, Context], bool]] = {
    "envoy": is_envoy,
    "staff": is_staff,
    "served": is_served,
    "mission": is_mission,
    "tie": is_tie,
    "protest": is_protest,
    "penalty": is_penalty,
    "agreement": is_agreement,
    "state": is_state,
    "country": is_country,
    "person": lambda token, context: context.is_person(token),
}


def themes(token: Token, context: Context, kind: str) -> list[Token]:
    """What ``token`` acts on, of one kind of :data:`KINDS`; all that is coordinated counts, the heads are returned."""
    test = KINDS[kind]
    slots = [inner for item in _slots(token, context) for inner in _counted(item)]
    found = [item for item in slots if any(test(c, context) for c in conjuncts(item))]
    if found:
        return list({t.i: t for t in found}.values())
    near = _near(token, context, test)
    return [near] if near is not None else []


def _slots(verb: Token, context: Context) -> Iterator[Token]:
    """The places where grammar puts what a verb acts on."""
    if not is_verb(verb):
        yield from _governed(verb, context)
        return
    yield from objects(verb)
    yield from (c for c in verb.children if c.dep_ == "ccomp" and any(t.lower_ == "what" for t in c.children))
    for child in verb.children:
        if child.dep_ in ("xcomp", "ccomp", "oprd", "acl", "advcl") and child.i > verb.i and child.tag_ not in FINITE:
            yield from (c for c in child.children if c.dep_ in ("nsubj", "nsubjpass") and c.i > verb.i)
            if child.dep_ == "oprd":
                yield child
        elif (
            child.dep_ in ("prep", "prt")
            and child.lower_ in ("in", "out", "for", "home", "back", "off", "with")
            and child.i == verb.i + 1
        ):
            yield from (c for c in child.children if c.dep_ == "pobj")
    related = _related(verb)
    if related is not None:
        yield related
    if verb.dep_ == "amod" and verb.tag_ == "VBG" and verb.head.i == verb.i + 1:
        yield verb.head  # "considers breaking relations", where parsers see relations that break
    if is_passive(verb) or _is_participle(verb) or verb.dep_ == "acl" or _reduced(verb, context):
        who = subject(verb)
        if who is not None:
            yield who
    if verb.dep_ == "acl" and verb.tag_ in ("VBD", "VBN"):
        yield verb.head
    if verb.dep_ in ("acl", "relcl"):
        yield from _above(verb.head)


def _is_participle(verb: Token) -> bool:
    """Whether a participle may be passive: not that of "has thrown out two lorryloads"."""
    perfect = any(c.dep_ == "aux" and c.lower_ in ("has", "have", "had", "having") for c in verb.children)
    return verb.tag_ == "VBN" and not (perfect and objects(verb))


def _governed(noun: Token, context: Context) -> Iterator[Token]:
    """What a noun of action acts on: "the lifting of curbs", "the removal on Friday of curbs"."""
    for inner in preposed(noun, "of", "on", "to", "against"):
        yield inner
        if context.is_time(inner):
            yield from preposed(inner, "of")


def _related(verb: Token) -> Token | None:
    """What a relative clause is about, as the object of its verb: "the pact that X and Y were to sign"."""
    clause = verb
    while clause.dep_ in ("xcomp", "ccomp") and is_verb(clause.head) and not objects(clause):
        clause = clause.head
    own = any(c.lower_ in ("whom", "which", "that") for c in verb.children)
    if clause.dep_ != "relcl" or not (own or (clause is not verb and not objects(verb))):
        return None
    return clause.head


def _counted(noun: Token) -> list[Token]:
    """The noun, or what it counts: "a pair of attaches", "members of the embassy's staff", "10 of its diplomats"."""
    if noun.lemma_.lower() in diplomatic_nouns("counter") or noun.like_num:
        inner = preposed(noun, "of")
        if inner:
            return [noun, *inner]
    if noun.dep_ in ("ccomp", "dobj") and any(c.lower_ == "what" for c in noun.subtree):  # "what was left of its ties"
        return [noun, *(n for t in noun.subtree if t.lemma_ in ("leave", "remain") for n in preposed(t, "of"))]
    return [noun]


def _reduced(verb: Token, context: Context) -> bool:
    """Whether a past form without object is a participle: "the ambassador, called home in May, would ..."."""
    if verb.tag_ != "VBD" or any(o.lower_ not in _HOMEWARD for o in objects(verb)):
        return False
    return context.reading.text[: context.offsets(verb)[0]].rstrip().endswith(",")


def _above(noun: Token) -> Iterator[Token]:
    """The nouns whose phrase ends in ``noun``: "a declaration of principles signed" is a declaration signed."""
    for _ in range(3):
        if noun.dep_ != "pobj" or noun.head.head == noun.head or is_verb(noun.head.head):
            return
        noun = noun.head.head
        yield noun


def _near(verb: Token, context: Context, test: Callable[[Token, Context], bool]) -> Token | None:
    """The first fitting noun close behind an active verb that has no object of another kind."""
    if not is_verb(verb) or is_passive(verb):
        return None
    start = _past_insertion(verb)
    for token in verb.doc[start : start + _WINDOW]:
        if token.text in (";", ":", "”", '"') or (is_verb(token) and token.dep_ not in ("amod", "xcomp", "acl")):
            return None
        modifies = token.dep_ in ("compound", "amod", "poss") and token.head.lower_ not in _HOMEWARD
        modifies = modifies or (token.dep_ == "pobj" and token.head.lower_ in _BESIDE)
        if token.pos_ in ("NOUN", "PROPN") and not modifies and test(token, context):
            return token
    return None


def _past_insertion(verb: Token) -> int:
    """Where the words go on behind an insertion: "to open, in the second half of the year, a consulate"."""
    doc = verb.doc
    if verb.i + 1 < len(doc) and doc[verb.i + 1].text == ",":
        for place in range(verb.i + 2, min(verb.i + 2 + _WINDOW + 2, len(doc))):
            if doc[place].text == ",":
                return place + 1
    return verb.i + 1


def subject_of(token: Token, context: Context, kind: str) -> list[Token]:
    """The subject of a verb, if it is of one kind."""
    if not is_verb(token):
        return []
    who = raw_subject(token) or subject(token)
    if who is None:
        return []
    if who.lower_ in ("which", "that", "who") and token.dep_ == "relcl":
        who = token.head
    for item in _counted(who):
        if any(KINDS[kind](c, context) for c in conjuncts(item)):
            return [item]
    return []
