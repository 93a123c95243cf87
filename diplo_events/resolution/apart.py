"""Whether a place named beside an event is that of something else: "agreed that the embassy in Bamako should shut"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplo_events.tables.diplomacy import diplomatic_nouns
from diplo_events.tables.grammar import occurrence_verbs, report_verbs
from diplo_events.tables.plain_words import plain_gathering_words, plain_group_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Prepositions behind which stands what is talked about, agreed on or fought over.
_THEMES = frozenset("about concerning following for on over regarding to under".split())
#: Who stands for a state, wherever he is: his post is no place of what he does.
_POSTS = frozenset("ambassador attaché attache chargé charge commissioner consul envoy representative".split())
#: Those who act, whom the words for groups leave out.
_BODIES = frozenset("administration authority body commission council government leadership movement team".split())


def stands_apart(place: Token, trigger: Token) -> bool:
    """Whether the words tie a place to another thing than the event.

    Args:
        place: the head of the place's name.
        trigger: the word that names the event, in the same sentence.
    """
    above = {trigger.i, *(t.i for t in trigger.ancestors)}
    step = _preposition(place)
    while step.i not in above and step.head != step:
        head = step.head
        if head.i not in above or head == trigger:
            if step.dep_ == "prep" and head != trigger and head.pos_ == "NOUN" and _is_elsewhere(head, trigger):
                return True
            if step.dep_ == "relcl" and head != trigger and _is_thing(head) and not _takes_place(step):
                return True
        if step.dep_ == "nsubj" and step.tag_ == "NNS" and head.lemma_ in report_verbs():
            return trigger in head.subtree and not _is_gathering(step)  # "officials in Bishkek say that"
        step = head
    return False


def _preposition(place: Token) -> Token:
    """The preposition that a place's name stands behind, or the name."""
    step = place
    while step.dep_ in ("compound", "poss", "nmod", "amod") and step.head != step:
        step = step.head
    return step.head if step.dep_ == "pobj" else step


def _is_elsewhere(noun: Token, trigger: Token) -> bool:
    """Whether a noun with a place of its own is a post, a mission, or what the event is about."""
    lemma = noun.lemma_.lower()
    if lemma in _POSTS or lemma in diplomatic_nouns("mission"):
        return not (noun.dep_ == "nsubj" and noun.head.lemma_ in _HELD)  # it hosts the talks
    about = noun.dep_ == "pobj" and noun.head.lower_ in _THEMES
    return about and noun != trigger and not _is_gathering(noun)


def _is_gathering(noun: Token) -> bool:
    return noun.lemma_.lower() in plain_gathering_words()


def _is_thing(noun: Token) -> bool:
    if noun.pos_ != "NOUN" or noun.lemma_.lower() in plain_group_words() | _BODIES:
        return False
    return not _is_gathering(noun)


def _takes_place(verb: Token) -> bool:
    """Whether a relative clause tells that something is held, whatever the parser hangs it on."""
    return verb.lemma_ in occurrence_verbs() | _HELD or any(c.lemma_ in _HELD for c in verb.children)


_HELD = frozenset("assemble convene gather host hold meet organise organize stage".split())
