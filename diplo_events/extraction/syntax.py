"""Questions to a dependency tree that every rule asks: who is the subject, what hangs where.

The labels are those of spaCy's English pipelines (ClearNLP).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplo_events.extraction.records import record_verb
from diplo_events.tables.grammar import object_control_verbs
from diplo_events.tables.language import calendar_words

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
OBJECT = frozenset({"dobj", "obj", "dative", "iobj"})
#: Tags of finite verbs and modals.
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
#: Nouns of time that a parser takes for objects: "was received the same evening by".
_TIMES = frozenset(
    {
        "morning",
        "afternoon",
        "evening",
        "night",
        "day",
        "week",
        "month",
        "year",
        "time",
        "hour",
        "weekend",
        "today",
        "yesterday",
    }
)
_WH_PLACE = frozenset({"where", "when"})


def is_verb(token: Token) -> bool:
    """Whether the token is a verb form, or an auxiliary that heads its clause."""
    return token.pos_ in ("VERB", "AUX") or token.tag_.startswith("VB")


def clause_verb(clause: Token) -> Token:
    """The verb that a clause on a noun turns on: "open" of "that is to open", "held" of "which was held"."""
    if clause.lemma_ == "be" and clause.dep_ == "relcl":
        for child in clause.children:
            if child.dep_ == "xcomp" and any(c.lower_ == "to" and c.dep_ == "aux" for c in child.children):
                return child
    return clause


def is_passive(verb: Token) -> bool:
    """Whether the verb is passive, be it finite ("was received") or a bare participle ("received by")."""
    for child in verb.children:
        if child.dep_ in ("auxpass", "nsubjpass"):
            return True
    if verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl", "relcl"):
        return not any(child.dep_ == "aux" for child in verb.children)
    return False


def conjuncts(token: Token) -> list[Token]:
    """The token and what is coordinated with it, in the order of the text."""
    found = [token]
    for item in found:
        found.extend(
            child for child in item.children if (child.dep_ == "conj" or _goes_on_list(child)) and child not in found
        )
    partner = _before_comma(token) or _first_subject(token) or _first_of_three(token)
    if partner is not None and partner not in found:
        found.append(partner)
    return sorted(found, key=lambda t: t.i)


def _goes_on_list(token: Token) -> bool:
    """Whether a supposed apposition is the second of a list: "Chad, Niger and Mali severed ties"."""
    head = token.head
    if token.dep_ != "appos" or token.tag_ != "NNP" or head.tag_ != "NNP" or token.i < head.i:
        return False
    listed = any(c.dep_ == "conj" and c.tag_ == "NNP" for c in token.children)
    bare = all(c.dep_ in ("conj", "cc", "punct", "det") for c in token.children)
    return listed and bare and token.doc[token.left_edge.i - 1].text == ","


def _first_of_three(token: Token) -> Token | None:
    """The first of a list at the beginning of a clause, hung on the verb by itself: "Chad, Niger and Mali expelled"."""
    comma = token.left_edge.i - 1
    if token.dep_ not in ("nsubj", "nsubjpass") or comma < 1 or token.doc[comma].text != ",":
        return None
    first = token.doc[comma - 1]
    listed = any(c.dep_ == "conj" and c.tag_ == "NNP" for c in token.children)
    named = first.tag_ == "NNP" and first.lower_ not in calendar_words() and token.tag_ == "NNP"
    return first if listed and named and first.head == token.head and first.dep_ != "npadvmod" else None


def _first_subject(token: Token) -> Token | None:
    """The first of two subjects that a parser does not join: "X, who runs the board, and Y talked"."""
    if token.dep_ != "nsubj" or token.head.i < token.i:
        return None
    before = [c for c in token.head.children if c.dep_ == "nsubj" and c.i < token.i]
    return before[0] if before and any(c.dep_ == "cc" and c.lower_ == "and" for c in before[0].children) else None


def _before_comma(token: Token) -> Token | None:
    """The first of two subjects that a headline joins with a comma: "Iran, Iraq resume talks"."""
    verb, comma = token.head, token.left_edge.i - 1
    if token.dep_ != "nsubj" or not 0 < comma < 4 or token.doc[comma].text != ",":
        return None
    bare = verb.tag_ in ("VBP", "VB") and not any(c.dep_ in ("aux", "auxpass") for c in verb.children)
    if not bare or token.nbor(1).text == ",":
        return None  # "Oslo, Norway hosts": one place
    first = token.doc[:comma]
    named = all(word.pos_ == "PROPN" and word.lower_ not in calendar_words() for word in first)
    return first[-1] if named and token.pos_ == "PROPN" else None


def antecedent(verb: Token) -> Token | None:
    """The noun that a relative or participial clause hangs on."""
    if verb.dep_ in ("relcl", "acl"):
        return verb.head
    if verb.dep_ == "conj" and is_verb(verb.head):
        return antecedent(verb.head)
    return None


def raw_subject(verb: Token) -> Token | None:
    """The subject that stands in the verb's own clause, relative pronouns included."""
    own = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass") and child.text != "-"]
    if own:  # of several (a split compound, a parser's error) the one next to the verb
        return own[-1] if own[-1].i < verb.i else own[0]
    for child in verb.children:  # "Among them was X", "There were talks": the noun behind the verb
        if (
            child.dep_ == "attr"
            and verb.lemma_ == "be"
            and child.i > verb.i
            and not any(c.dep_ in ("nsubj", "expl") for c in verb.children)
        ):
            return child
    return None


def subject(verb: Token, *, depth: int = 0) -> Token | None:
    """Who does (or, in the passive, undergoes) what the verb says; found through relatives, participles and control."""
    if depth > 6:
        return None
    own = raw_subject(verb)
    if own is not None:
        if own.lower_ in _RELATIVE:
            noun = antecedent(verb)
            return noun if noun is not None else own
        return own
    if verb.head == verb:
        return None
    return _strayed_subject(verb) or _subject_above(verb, depth)


def _subject_above(verb: Token, depth: int) -> Token | None:
    """The subject that a verb without one of its own takes over from what it hangs on."""
    head, dep = verb.head, verb.dep_
    record = record_verb(verb)
    if record is not None:
        return subject(record, depth=depth + 1)
    if dep == "relcl":
        return None  # the antecedent is its object: "a trip X was to make"
    if dep == "acl":
        if verb.tag_ in ("VBG", "VBN"):
            return head
        return _noun_controller(head, depth)
    if dep == "conj" and is_verb(head):
        return subject(head, depth=depth + 1)
    if dep in ("xcomp", "ccomp", "advcl", "prep", "oprd", "dep") and is_verb(head):
        return _verb_controller(head, verb, depth)
    if dep == "acomp" or head.pos_ == "ADJ":
        if head.dep_ == "amod" and head.i > head.head.i:
            return head.head  # "a committee, due to meet in Oslo"
        return subject(head.head, depth=depth + 1) if is_verb(head.head) else None
    if dep == "pcomp":
        return _through_preposition(head, depth)
    return None


def _strayed_subject(verb: Token) -> Token | None:
    """The subject of a verb that the parser hangs on the wrong word."""
    auxiliary = _parted_auxiliary(verb)
    return raw_subject(auxiliary) if auxiliary is not None else _before_report(verb)


def _before_report(verb: Token) -> Token | None:
    """Who acts where the report stands behind what it tells, and the parser hangs a verb on it.

    "X, carrying a letter, was to see Y, officials said", "X is to meet Y, officials said, and to hold talks with Z".
    """
    head = verb.head
    reporter = raw_subject(head) if is_verb(head) else None
    if reporter is None:
        return None
    if verb.dep_ == "ccomp" and verb.i < head.i and verb.i < reporter.i:
        before = next((c for c in verb.children if c.dep_ == "advcl" and c.i < verb.i), None)
        return raw_subject(before) if before is not None else None
    if verb.dep_ == "conj" and _goes_on_telling(verb):
        told = next((c for c in head.children if c.dep_ == "ccomp" and c.i < min(head.i, reporter.i)), None)
        if told is None and head.dep_ == "parataxis" and head.head.i < reporter.i:
            told = head.head
        return subject(told) if told is not None else None
    return None


def _goes_on_telling(verb: Token) -> bool:
    """Whether a verb behind a report goes on with what is told: "and to hold talks", "and is to be received"."""
    infinitives = (verb, *(c for c in verb.children if c.dep_ == "xcomp" and verb.lemma_ == "be"))
    return any(c.dep_ == "aux" and c.lower_ in ("to", "will", "would") for word in infinitives for c in word.children)


#: How many words may part an auxiliary from its participle.
_PARTED = 7


def _parted_auxiliary(verb: Token) -> Token | None:
    """The "had" of "had twice this week received", which a parser takes for a verb of its own."""
    if verb.tag_ not in ("VBD", "VBN"):
        return None
    for place in range(verb.i - 1, max(verb.i - _PARTED, -1), -1):
        word = verb.doc[place]
        if word.lower_ in ("has", "have", "had"):
            whole = any(c.dep_ in ("dobj", "xcomp", "ccomp") and c != verb for c in word.children)
            return None if whole or raw_subject(word) is None else word
        if word.pos_ in ("PROPN", "PRON", "ADP", "SCONJ", "CCONJ", "PUNCT") or is_verb(word):
            return None
    return None


def _verb_controller(head: Token, verb: Token, depth: int) -> Token | None:
    if head.lemma_ in object_control_verbs() and verb.dep_ in ("xcomp", "ccomp", "advcl"):
        if is_passive(head):
            return raw_subject(head) or subject(head, depth=depth + 1)
        for child in head.children:
            if child.dep_ in OBJECT and child.i < verb.i:
                return child
    return subject(head, depth=depth + 1)


def _noun_controller(noun: Token, depth: int) -> Token | None:
    """Who is to act in "X's request to meet", "plans by X to visit", "X had plans to visit"."""
    if noun.lemma_.lower() in _INVITATIONS:
        return _invited(noun, depth)
    for child in noun.children:
        if child.dep_ == "poss":
            return child
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in ("by", "from", "for", "of"):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    governor = noun.head
    if governor != noun and is_verb(governor) and noun.dep_ in ("dobj", "attr", "nsubjpass", "pobj"):
        return subject(governor, depth=depth + 1)
    if noun.dep_ == "pobj":
        return _through_preposition(governor, depth)
    return None


_INVITATIONS = frozenset({"invitation", "invite", "request", "appeal", "permission", "leave"})
#: Verbs whose subject is the one invited.
_TAKE_UP = frozenset(
    {
        "accept",
        "decline",
        "receive",
        "reject",
        "refuse",
        "get",
        "welcome",
        "consider",
        "turn",
        "take",
        "have",
        "spurn",
        "await",
    }
)


def _invited(noun: Token, depth: int) -> Token | None:
    """Who is to act on an invitation: "an invitation to X to visit", "X accepted Y's invitation to visit"."""
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in ("to", "for"):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    for child in noun.children:  # "an invitation from X for Y to visit", the "for" hung on X
        last = child.left_edge.i - 1
        if child.dep_ == "acl" and last > noun.i:
            word = noun.doc[last]
            while word.dep_ in ("pobj", "prep") and word.head.i > noun.i and word.head.lower_ != "for":
                word = word.head
            if word.dep_ == "pobj" and word.head.lower_ == "for":
                return word
    governor = noun.head
    if governor == noun or not is_verb(governor):
        return None
    if governor.lemma_ in _TAKE_UP:
        return subject(governor, depth=depth + 1)
    return next((c for c in governor.children if c.dep_ in OBJECT and c != noun), None)


def _through_preposition(preposition: Token, depth: int) -> Token | None:
    head = preposition.head
    if is_verb(head):
        return subject(head, depth=depth + 1)
    if head.pos_ in ("NOUN", "PROPN"):
        return _noun_controller(head, depth + 1)
    if head.dep_ == "prep" or head.pos_ in ("ADP", "SCONJ", "ADV", "ADJ"):
        return _through_preposition(head, depth + 1) if head.head != head and depth < 6 else None
    return None


def objects(verb: Token) -> list[Token]:
    """The direct objects; of a passive the grammatical subject; of a relative clause without object its antecedent."""
    passive = is_passive(verb)
    found = [
        child
        for child in verb.children
        if child.dep_ in OBJECT
        and child.pos_ != "ADP"  # the "to" of a dative
        and child.lower_ not in _RELATIVE
        and not (passive and child.lemma_.lower() in _TIMES)
    ]
    found += [c for guest in verb.children if is_guests_adjective(guest) for c in guest.children if c.dep_ == "dobj"]
    found = found or [child for child in verb.children if not passive and is_called(child)]
    if found:
        return found
    if passive:
        logical = subject(verb)
        return [logical] if logical is not None else []
    if verb.dep_ == "relcl":
        own = raw_subject(verb)
        if own is not None and own.lower_ not in _RELATIVE and not any(c.lower_ in _WH_PLACE for c in verb.children):
            return [verb.head]
        if any(child.dep_ in OBJECT and child.lower_ in _RELATIVE for child in verb.children):
            return [verb.head]
    return []


def is_called(token: Token) -> bool:
    """Whether a name is what a verb acts on, not what it says that somebody is: "X called Y", not "called X a liar"."""
    others = (child for child in token.head.children if child.dep_ in OBJECT)
    active = token.head.dep_ != "acl" and not is_passive(token.head)
    return token.dep_ == "oprd" and token.pos_ == "PROPN" and active and not any(others)


def agent(verb: Token) -> Token | None:
    """Who does it, of a passive verb: the noun behind "by"."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def actor_subject(verb: Token) -> Token | None:
    """Who does it: the agent of a passive, the subject otherwise."""
    return agent(verb) if is_passive(verb) else subject(verb)


def preposed(token: Token, *prepositions: str) -> list[Token]:
    """The nouns behind a token's prepositions ("with", "to"), nested prepositions included ("along with", "out of")."""
    found: list[Token] = []
    for child in token.children:
        if child.dep_ in ("prep", "agent", "dative") and child.lower_ in prepositions:
            found.extend(c for c in child.children if c.dep_ in ("pobj", "pcomp"))
        elif child.dep_ in ("prep", "prt", "advmod"):
            for inner in child.children:
                if inner.dep_ == "prep" and inner.lower_ in prepositions:
                    found.extend(c for c in inner.children if c.dep_ in ("pobj", "pcomp"))
    return [whole(noun) for noun in found]


#: Words that take a part of what stands behind their "of".
_PARTS = frozenset(
    "any some none several many most one two three few each all both half group number handful dozen dozens".split()
)


def whole(noun: Token) -> Token:
    """What "any of", "several of" take a part of, and the guest in "met with visiting Premier X"."""
    if is_guests_adjective(noun):
        return next((c for c in noun.children if c.dep_ == "dobj"), noun)
    if noun.lower_ in _PARTS:
        for child in noun.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                return next((c for c in child.children if c.dep_ == "pobj"), noun)
    return noun


def is_guests_adjective(token: Token) -> bool:
    """Whether a "visiting" is no verb: "met with visiting Premier X", "received visiting Premier X"."""
    if token.lower_ != "visiting" or token.i != token.left_edge.i:
        return False
    if token.dep_ == "pcomp":
        return token.head.lower_ == "with"
    return token.dep_ == "xcomp" and token.head.lemma_ in _RECEIVE and token.i == token.head.i + 1


_RECEIVE = frozenset({"receive", "meet", "host", "welcome", "greet", "see", "tell"})


def deep_preposed(token: Token, *prepositions: str, limit: int = 40) -> list[Token]:
    """Like :func:`preposed`, but also where the parser hung the phrase on a noun within the clause."""
    found = preposed(token, *prepositions)
    if found:
        return found
    queue = [
        c for c in token.children if c.dep_ in ("prep", "dobj", "npadvmod", "advmod", "prt", "pobj", "attr", "dative")
    ]
    steps = 0
    while queue and steps < limit:
        item = queue.pop(0)
        steps += 1
        if is_verb(item):
            continue
        if item.i > token.i:
            found = preposed(item, *prepositions)
            if found:
                return found
        queue.extend(c for c in item.children if c.dep_ in ("prep", "pobj", "npadvmod", "appos"))
    return found


def negated(token: Token) -> bool:
    """Whether "not", "never" or "no" stands at the token itself."""
    return any(
        c.dep_ == "neg"
        or (c.dep_ in ("det", "preconj", "advmod", "cc") and c.lower_ in ("no", "never", "neither", "nor", "hardly"))
        for c in token.children
    )
