"""Who acts, who is acted on, who is met: asked of the tree first, then of the order of the words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from diplo_events.extraction.arguments import Found
from diplo_events.extraction.context import Context, is_bystander
from diplo_events.extraction.order import doer_before, partners_after, patient_after
from diplo_events.extraction.syntax import (
    FINITE,
    SUBJECT,
    actor_subject,
    conjuncts,
    deep_preposed,
    is_passive,
    is_verb,
    objects,
    preposed,
    subject,
    whole,
)
from diplo_events.model.kinds import Role

if TYPE_CHECKING:
    from spacy.tokens import Token

_APART = frozenset({"separately", "apart", "respectively", "individually", "separate"})
_MANY = ("they", "both", "two", "pair", "trio", "each", "delegations", "sides", "teams")


def add_doer(found: Found, role: Role, token: Token, context: Context) -> None:
    """Add who does what a verb says; of a passive without agent, who undergoes it."""
    who = actor_subject(token)
    if who is None and is_passive(token):
        who = subject(token)
    if who is not None and who.tag_ in ("NN", "NNS"):
        who = whole(who)  # "a group of Danish lawmakers toured the camps"
    if who is not None and is_bystander(who):
        return
    if who is not None and (context.is_actor(who) or context.name(who) is not None):
        found.participants(role, who)
        return
    found.participants(role, doer_before(token, context), sure=False)


def patients(token: Token, context: Context) -> list[Token]:
    """Who is acted on: objects (of a passive, the subject), else the actor right behind the verb."""
    found = [o for o in objects(token) if any(context.is_actor(item) for item in conjuncts(o))]
    if found:
        return found
    if token.dep_ == "acl" and token.tag_ == "VBN":
        return [token.head] if context.is_actor(token.head) else []  # "a session called by X"
    if is_passive(token):
        before = doer_before(token, context)
        return [before] if before is not None else []
    after = patient_after(token, context)
    return [after] if after is not None else []


def partners(token: Token, context: Context, *prepositions: str) -> list[Token]:
    """The actors behind "with" (or other prepositions) of a word, by the tree, else by the order of the words."""
    found = [
        noun
        for noun in deep_preposed(token, *prepositions)
        if any(context.is_actor(item) for item in conjuncts(noun)) and not _of_journey(noun)
    ]
    return found or [n for n in partners_after(token, context, prepositions) if not _of_journey(n)]


def _of_journey(noun: Token) -> bool:
    """Whether a noun is where a trip spoken of leads: "spoke with pleasure of the visit to Jordan"."""
    return noun.head.lower_ == "to" and noun.head.head.lemma_.lower() in _JOURNEYS


_JOURNEYS = frozenset(
    "invitation invite visit trip journey tour travel return flight departure ambassador envoy aid threat".split()
)


def each_apart(token: Token, groups: list[Token], context: Context, *, plural: bool = False) -> list[list[Token]]:
    """The interlocutors as groups that are met one after the other: one group, unless the words tell otherwise.

    "separately with X and Y", "meetings with X and Y" (``plural``), "with X, with Y and with Z" (several ``groups``).
    """
    single = [item for noun in groups for item in conjuncts(noun) if context.is_actor(item)]
    single = list({item.i: item for item in single}.values())
    if len(single) < 2:
        return [single]
    if plural or _says_apart(token) or len(groups) > 1 or _one_after_other(single):
        return [[item] for item in single]
    return [single]


def strayed(verb: Token, sides: Sequence[Token], context: Context) -> list[Token]:
    """Persons met besides ``sides``, whom the parser did not coordinate with them; none where ``sides`` is empty.

    "met with X in Washington and Y in Detroit" (Y for a place), "X on Friday and Y on Saturday", "X, as well as Y".
    """
    if not sides:
        return []
    found: list[Token] = []
    for child in (c for node in (verb, *sides) for c in node.children):
        if child.dep_ == "prep" and child.lower_ in ("in", "at", "on"):
            for noun in (c for c in child.children if c.dep_ == "pobj"):
                found += [item for item in conjuncts(noun)[1:] if _is_named(item, context)]
        elif child.lower_ == "as" and child.i > verb.i and child.dep_ in ("cc", "prep"):
            for noun in (c for c in child.children if c.dep_ == "pobj"):
                found += [item for item in conjuncts(noun) if _is_named(item, context)]
    return [item for item in found if item not in sides]


def repeated(sides: Sequence[Token], context: Context, *prepositions: str) -> list[Token]:
    """Interlocutors besides ``sides``, behind the same preposition once more: "with X, who came from Y, and with Z".

    By the order of the words, since the parser loses such lists on the way.
    """
    found: list[Token] = []
    for word in _behind(sides):
        if word.lower_ not in prepositions or not word.i:
            continue
        joint = word.nbor(-1)
        noun = next((c for c in word.children if c.dep_ == "pobj" and context.is_actor(c)), None)
        # ", with the envoy looking on" and ", with Iran on the agenda" are no sides.
        if noun is not None and (joint.lower_ == "and" or (joint.text == "," and _is_named(noun, context))):
            found.append(noun)
    return [noun for noun in found if noun not in sides]


def _behind(sides: Sequence[Token]) -> Iterator[Token]:
    """The words behind the last of ``sides`` up to the next finite verb, relative clauses skipped over."""
    if not sides:
        return
    for word in sides[0].doc[max(_numbers(sides)) + 1 :]:
        if word.tag_ in FINITE and not any(node.dep_ == "relcl" for node in (word, *word.ancestors)):
            return
        yield word


def _numbers(sides: Sequence[Token]) -> set[int]:
    """Where ``sides`` and all that is coordinated with them stand."""
    return {item.i for side in sides for item in conjuncts(side)}


#: Words before whom the next of several is met.
_THEN = frozenset({"then", "later", "afterwards", "afterward", "subsequently"})
#: How many words behind "then" the noun may stand.
_NEXT = 8


def _opens_next(word: Token) -> bool:
    """Whether a word passes on to the next of several: "and then", ", later"."""
    return word.lower_ in _THEN and word.i > 0 and word.nbor(-1).lower_ in ("and", ",", ";", "then")


def _one_after_other(persons: Sequence[Token]) -> bool:
    """Whether "then" stands between coordinated persons: "X and then Y"."""
    return any(_opens_next(word) for a, b in pairwise(persons) for word in a.doc[a.i + 1 : b.i])


def in_turn(sides: Sequence[Token], context: Context, *prepositions: str) -> list[Token]:
    """Who is met after ``sides``, whom the parser lost: "with X and then with Y", "rang X on Monday and later Y"."""
    opened = (word for word in _behind(sides) if _opens_next(word))
    found = [noun for word in opened for noun in _person_next(word, context, prepositions)]
    known = _numbers(sides)
    return [noun for noun in found if noun.i not in known]


def _person_next(word: Token, context: Context, prepositions: Sequence[str]) -> list[Token]:
    """The person right behind a "then", if no clause begins there."""
    for item in word.doc[word.i + 1 : word.i + 1 + _NEXT]:
        if is_verb(item) or (item.pos_ == "ADP" and item.i > word.i + 1) or item.text in (",", ";"):
            return []
        if item.pos_ == "ADP" and item.lower_ not in prepositions:
            return []
        if item.pos_ not in ("NOUN", "PROPN") or item.dep_ in ("poss", "compound", "amod", "nmod"):
            continue
        if context.is_person(item) and item.dep_ not in SUBJECT:
            return [item]
    return []


def _is_named(token: Token, context: Context) -> bool:
    name = context.name(token)
    return name is not None and name.person is not None


def _says_apart(token: Token) -> bool:
    sentence = token.doc
    near = sentence[max(token.i - 6, 0) : token.i + 25]
    words = [t.lower_ for t in near]
    return bool(_APART & set(words)) or "in turn" in " ".join(words) or "one after the other" in " ".join(words)


def plural_subject(token: Token, context: Context) -> bool:
    """Whether several do what a verb says: "the two ministers spoke", "X and Y talked"."""
    who = subject(token)
    if _pair_before(token, context):
        return True
    if who is None:
        return False
    if who.lower_ in ("who", "that"):
        return True
    return len(conjuncts(who)) > 1 or who.lower_ in _MANY or who.tag_ in ("NNS", "NNPS")


def _pair_before(token: Token, context: Context) -> bool:
    """Whether two persons joined by "and" stand right before a verb, however the tree joins them."""
    persons = 0
    joined = False
    for item in reversed(list(token.doc[max(token.i - 12, 0) : token.i])):
        if is_verb(item) and item.pos_ == "VERB":
            break
        if item.lower_ == "and":
            joined = joined or persons == 1
        name = context.name(item)
        if name is not None and name.person is not None:
            persons += 1
            if persons > 1:
                return joined
    return False


def _verb_over_place(place: Token, token: Token, context: Context) -> Token | None:
    if place.i >= token.i or not context.is_place(place):
        return None
    return next((node for node in place.ancestors if is_verb(node)), None)


def persons_at_verb(token: Token, context: Context) -> list[Token]:
    """Persons at the verb that carries a noun: "invited X for talks", "gave him dinner", "said so to X over lunch"."""
    governor = token.head
    over = governor.pos_ == "ADP" and governor.lower_ in ("over", "at", "during")
    if governor.pos_ == "ADP" and governor.head != governor:
        governor = governor.head
    if not is_verb(governor) or context.name(governor) is not None:
        # "invited X to Chisinau for talks", with the talks hung on the place
        governor = _verb_over_place(governor, token, context) or governor
    if governor == token or not is_verb(governor):
        return []
    found = [o for o in objects(governor) if o != token and context.is_person(o)]
    if not found and over:
        found = [o for o in preposed(governor, "to") if context.is_person(o)]
    return found
