"""The order of the words: who and where, when the tree does not show it.

A small parser loses subjects and prepositional phrases in long sentences. English word order keeps them: who acts
stands before the verb, and "with X" stands behind it. What is found so is less sure than what the tree shows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from diplo_events.extraction.context import Context
from diplo_events.extraction.syntax import SUBJECT, is_verb
from diplo_events.reading.lexicon import NameKind
from diplo_events.reading.register import Name

if TYPE_CHECKING:
    from spacy.tokens import Token

#: How far behind the trigger a preposition may stand, and its noun behind the preposition, in words.
_REACH = 14
_PHRASE = 6
_STOPS = frozenset({";", ":", "(", "—", "–"})
_QUOTES = frozenset({'"', "“", "”"})


def doer_before(token: Token, context: Context) -> Token | None:
    """The nearest actor before a word that is not the object of a preposition or of another verb."""
    doc = token.doc
    second: Token | None = None
    for place in range(token.i - 1, -1, -1):
        item = doc[place]
        if item.text == ";":
            break
        if not _may_act(item, context):
            continue
        if _behind_preposition(item, context) or item.dep_ in ("poss", "compound", "amod", "nmod"):
            continue
        if item.dep_ in ("dobj", "dative") and not _relative_follows(item, token):
            second = second or item
            continue
        return _first_of_list(item, context)
    return _first_of_list(second, context) if second is not None else None


def _may_act(token: Token, context: Context) -> bool:
    if token.lower_ in ("he", "she", "they", "who", "both", "pair"):
        return True
    if token.pos_ not in ("NOUN", "PROPN"):
        return False
    name = context.name(token)
    if name is None:
        return token.lower_ in ("delegation", "counterpart", "envoy", "team", "sides", "pair")
    if name.person is not None:
        return True
    if name.kind in (NameKind.OFFICE, NameKind.GROUP):
        return context.is_actor(token)
    return context.is_government(token) and not (name.sense(NameKind.CITY) and not name.sense(NameKind.METONYM))


def _behind_preposition(token: Token, context: Context) -> bool:
    """Whether a preposition stands right before the noun phrase: "after talks with X", "by Y's envoy"."""
    doc = token.doc
    place = token.i - 1
    while place >= 0 and doc[place].pos_ in ("DET", "ADJ", "NUM", "PART") and doc[place].lower_ != "to":
        place -= 1
    if (
        place >= 0
        and context.name(doc[place]) is not None
        and doc[place].pos_ in ("NOUN", "PROPN", "ADJ")
        and place == token.i - 1
    ):
        place -= 1
    while place >= 0 and doc[place].pos_ in ("DET", "ADJ", "PART"):
        place -= 1
    return (
        place >= 0
        and doc[place].tag_ == "IN"
        and doc[place].lower_ not in ("that", "as", "if", "while", "because", "whether", "though", "although")
    )


def _relative_follows(item: Token, trigger: Token) -> bool:
    """ "... asked X, who flew": the object is the doer of what follows."""
    doc = item.doc
    following = [doc[place].lower_ for place in range(item.i + 1, min(item.i + 3, trigger.i))]
    return "who" in following or "to" in following


def _first_of_list(token: Token, context: Context) -> Token:
    while token.dep_ == "conj" and token.head != token and context.is_actor(token.head):
        token = token.head
    return token


def patient_after(token: Token, context: Context) -> Token | None:
    """The first actor right behind a verb: "rang her Paraguayan counterpart", "to receive on Saturday the minister"."""
    doc = token.doc
    for place in range(token.i + 1, min(token.i + 8, len(doc))):
        item = doc[place]
        if item.pos_ in ("VERB", "AUX", "SCONJ") or item.text in (",", ";", ":", ".", "(", "and"):
            return None
        if item.pos_ == "ADP" and not (place + 1 < len(doc) and context.is_time(doc[place + 1])):
            return None
        if (
            item.pos_ in ("NOUN", "PROPN", "PRON")
            and item.dep_ != "poss"
            and context.is_actor(item)
            and not _goes_on(item, context)
        ):
            return item
    return None


def _goes_on(token: Token, context: Context) -> bool:
    """Whether the noun phrase goes on behind a noun that only modifies: "Chinese" in "Chinese envoys"."""
    if token.i + 1 >= len(token.doc):
        return False
    after = token.doc[token.i + 1]
    return after.lower_ in ("'s", "’s", "'") or (
        token.dep_ in ("compound", "amod", "nmod") and after.pos_ in ("NOUN", "PROPN", "ADJ")
    )


def partners_after(token: Token, context: Context, prepositions: Sequence[str]) -> list[Token]:
    """The actor behind the first of the prepositions that follows a word within its clause."""
    for preposition in _prepositions_after(token, prepositions):
        actor = _noun_after(preposition, context, context.is_actor)
        if actor is not None and not _of_topic(preposition, token, actor, context):
            return [actor]
    return []


def _of_topic(preposition: Token, trigger: Token, actor: Token, context: Context) -> bool:
    """Whether "with" belongs to what is talked about: "met on Tuesday to discuss relations with Russia"."""
    before = list(trigger.doc[trigger.i + 1 : preposition.i])
    purpose = any(word.tag_ == "VB" and word.i and word.nbor(-1).lower_ == "to" for word in before)
    if preposition.lower_ != "with" or not purpose or preposition.nbor(-1).pos_ != "NOUN":
        return False
    return not context.is_person(actor)


def places_after(token: Token, context: Context, prepositions: Sequence[str]) -> list[Token]:
    """The place behind one of the prepositions that follow a word within its clause."""
    for preposition in _prepositions_after(token, prepositions):
        place = _noun_after(
            preposition, context, lambda item: context.is_place(item) and item.lower_ not in ("country", "region")
        )
        if place is not None:
            return [place]
    return []


def _prepositions_after(token: Token, prepositions: Sequence[str]) -> Iterator[Token]:
    doc = token.doc
    for place in range(token.i + 1, min(token.i + _REACH, len(doc))):
        item = doc[place]
        if item.text in _STOPS or item.text in _QUOTES:
            return
        if item.i > token.i + 1 and _opens_clause(item):
            return
        if item.lower_ in prepositions and item.pos_ in ("ADP", "SCONJ", "PART", "ADV"):
            yield item


def _opens_clause(token: Token) -> bool:
    """Whether another clause with a subject of its own begins here."""
    if token.lower_ in ("who", "which", "where", "that", "while", "when", "whose") and token.pos_ in (
        "PRON",
        "SCONJ",
        "ADV",
    ):
        return True
    return (
        token.pos_ in ("VERB", "AUX")
        and any(c.dep_ in SUBJECT and c.i < token.i for c in token.children)
        and is_verb(token)
    )


def _noun_after(preposition: Token, context: Context, test: object) -> Token | None:
    doc = preposition.doc
    assert callable(test)
    for place in range(preposition.i + 1, min(preposition.i + 1 + _PHRASE, len(doc))):
        item = doc[place]
        named = item.pos_ == "VERB" and _is_city(item, context)  # a name that the tagger took for a verb
        if named and test(item):
            return item
        if item.pos_ in ("VERB", "AUX", "PUNCT", "SCONJ") or (item.pos_ == "ADP" and item.lower_ != "of"):
            return None
        if (
            item.pos_ in ("NOUN", "PROPN", "PRON")
            and item.dep_ not in ("poss", "compound", "amod", "nmod")
            and test(item)
        ):
            return item
    return None


def _is_city(token: Token, context: Context) -> bool:
    name = context.name(token)
    return name is not None and token.text[:1].isupper() and name.sense(NameKind.CITY, NameKind.COUNTRY) is not None


def person_before(token: Token, context: Context) -> tuple[int, int] | None:
    """Offsets of the first person of this sentence or the nearest one before: of whom a paragraph speaks."""
    reading = context.reading
    for number in range(context.number, max(context.number - 3, -1), -1):
        for name in reading.names_in(number):
            if name.person is not None and (name.person.offices or name.person.country or name.person.title):
                return name.start, name.end
    return None


def place_before(token: Token, context: Context) -> tuple[int, int] | None:
    """Offsets of the place named last before a word, in its sentence or the two before: what "there" means."""
    reading = context.reading
    sentences = reading.sentences
    start, _ = context.offsets(token)
    for number in range(context.number, max(context.number - 3, -1), -1):
        left = sentences[number].start
        right = start if number == context.number else sentences[number].end
        places = [
            name
            for name in reading.register.within(left, right)
            if name.person is None
            and name.sense(NameKind.CITY, NameKind.COUNTRY, NameKind.SITE)
            and name.end <= right
            and not reading.text.startswith(("'s", "’s"), name.end)
        ]
        if places:
            cities = [name for name in places if name.sense(NameKind.CITY, NameKind.SITE) is not None]
            best = (cities or places)[-1]
            return best.start, best.end
    return None


def places_beyond(place: Token, context: Context) -> list[Token]:
    """Further places of a list, days among them: "Cairo on Monday and Amman on Tuesday", "to Oslo, then to Riga"."""
    doc = place.doc
    times = [time.span for time in context.reading.times]
    found: list[Token] = []
    joined = False
    for item in doc[place.i + 1 :]:
        start, _ = context.offsets(item)
        if any(span.start <= start < span.end for span in times):
            continue
        if item.lower_ in _JOINTS:
            joined = True
        elif joined and context.is_place(item) and item.pos_ == "PROPN":
            name = context.name(item)
            if name is not None and context.offsets(item)[1] < name.end:
                continue
            found.append(item)
            joined = False
        elif item.lower_ not in _BETWEEN:
            break
    return found


_JOINTS = frozenset({"and", ",", "then", "before"})
_BETWEEN = frozenset({"on", "to", "in", "for", "at", "the", "later", "next", "after", "that"})


def nations_before(token: Token, context: Context) -> list[Name]:
    """The adjectives of nations listed before a noun, however the tree joins them: "Angolan, Cuban and U.S. officials".

    Empty where "and" joins no two of them right before the noun: "in Israel, Palestinian officials".
    """
    found: list[Name] = []
    place, joined, parted = token.i - 1, False, True
    while place >= 0 and token.doc[place].pos_ in ("ADJ", "NOUN", "PROPN") and context.name(token.doc[place]) is None:
        place -= 1  # "senior", "peace"
    while place >= 0:
        item = token.doc[place]
        name = context.name(item)
        if parted and name is not None and _is_adjective(name, listed=len(found) > 1):
            found.insert(0, name)
            while place >= 0 and context.offsets(token.doc[place])[0] >= name.start:
                place -= 1
            parted = False
            continue
        joint = item.lower_ == "and" or (item.text == "," and (joined or len(found) > 1))
        if parted or not joint:
            break
        joined = joined or item.lower_ == "and"
        parted = True
        place -= 1
    return found if joined and len(found) > 1 else []


def _is_adjective(name: Name, *, listed: bool) -> bool:
    """Whether a name can stand before "officials"; farther off in a list only what is no noun besides."""
    if name.person is not None:
        return False
    if name.sense(NameKind.DEMONYM) is not None or name.text.isupper() or "." in name.text:
        return True
    return not listed and name.sense(NameKind.COUNTRY, NameKind.MOVEMENT) is not None
