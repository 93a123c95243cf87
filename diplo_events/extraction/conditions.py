"""The conditions that a trigger's table entry may set (columns ``need`` and ``veto`` of ``triggers.tsv``)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from diplo_events.extraction import multilateral
from diplo_events.extraction.context import Context
from diplo_events.extraction.doers import partners, patients, plural_subject
from diplo_events.extraction.ministries import ministry_behind
from diplo_events.extraction.nominals import places_predicated
from diplo_events.extraction.order import places_after
from diplo_events.extraction.phrasal import operator_of
from diplo_events.extraction.settings import is_topic
from diplo_events.extraction.syntax import conjuncts, deep_preposed, is_called, is_verb, objects
from diplo_events.extraction.themes import KINDS, subject_of, themes
from diplo_events.model.kinds import OFF
from diplo_events.reading.lexicon import NameKind
from diplo_events.tables.diplomacy import diplomatic_nouns
from diplo_events.tables.triggers import Condition, Trigger

if TYPE_CHECKING:
    from spacy.tokens import Token

_MISSION_OFFICES = frozenset({"diplomat", "envoy"})


def holds(trigger: Trigger, token: Token, context: Context) -> bool:
    """Whether the words around ``token`` are those that the entry asks for."""
    if any(_test(condition, token, context) for condition in trigger.veto):
        return False
    return not trigger.need or any(
        all(_test(condition, token, context) for condition in alternative) for alternative in trigger.need
    )


def _test(condition: Condition, token: Token, context: Context) -> bool:
    name, words = condition
    return _TESTS[name](token, words, context)


def clause(token: Token) -> Iterator[Token]:
    """The words that hang on a token, without those of finite clauses below it."""
    queue = list(token.children)
    while queue:
        item = queue.pop()
        yield item
        if not (is_verb(item) and item.dep_ in ("ccomp", "advcl", "relcl", "conj", "parataxis")):
            queue.extend(item.children)


def _phrase(token: Token) -> Iterator[Token]:
    yield token
    yield from clause(token)


def _particle(token: Token, words: frozenset[str], context: Context) -> bool:
    return any(c.dep_ in ("prt", "advmod", "prep") and c.lower_ in words for c in token.children)


def _object(token: Token, words: frozenset[str], context: Context) -> bool:
    return any(noun.lemma_.lower() in words for item in objects(token) for noun in conjuncts(item))


def _object_holds(token: Token, words: frozenset[str], context: Context) -> bool:
    held = (part for item in objects(token) for part in _phrase(item))
    return any(part.lemma_.lower() in words or part.lower_ in words for part in held)


def _object_is(token: Token, words: frozenset[str], context: Context) -> bool:
    (kind,) = words
    for item in objects(token):
        for noun in conjuncts(item):
            if kind == "person" and context.is_person(noun):
                return True
            if kind == "place" and context.is_place(noun):
                return True
            if kind == "target" and context.is_actor(noun):
                return True
            if kind == "diplomat" and _is_diplomat(noun, context):
                return True
    return False


def _is_diplomat(token: Token, context: Context) -> bool:
    name = context.name(token)
    if name is None:
        return False
    if name.person is not None:
        return bool(name.person.offices & _MISSION_OFFICES)
    return any(sense.office in _MISSION_OFFICES for sense in name.senses)


def _side(token: Token, words: frozenset[str], context: Context) -> bool:
    if deep_preposed(token, *words):
        return True
    above = deep_preposed(token.head, *words) if token.head != token else []
    # "ended with the adoption of a plan" tells no side
    return any(context.is_actor(item) for noun in above for item in conjuncts(noun))


def _destination(token: Token, words: frozenset[str], context: Context) -> bool:
    for noun in deep_preposed(token, *words):
        if any(context.is_place(item) for item in conjuncts(noun)):
            return True
    adverbs = words & {"here", "home", "there"}
    if adverbs and any(c.dep_ in ("advmod", "npadvmod") and c.lower_ in adverbs for c in token.children):
        return True
    return bool(places_after(token, context, tuple(words)))


def _word(token: Token, words: frozenset[str], context: Context) -> bool:
    return any(t.lemma_.lower() in words or t.lower_ in words for t in clause(token))


def _modifier(token: Token, words: frozenset[str], context: Context) -> bool:
    return any(c.dep_ in ("amod", "compound", "nmod", "det") and c.lower_ in words for c in token.children) or (
        token.i > 0 and token.nbor(-1).lower_ in words
    )


def _object_modifier(token: Token, words: frozenset[str], context: Context) -> bool:
    return any(_modifier(item, words, context) for item in objects(token))


def _preposition(token: Token, words: frozenset[str], context: Context) -> bool:
    for pair in words:
        preposition, noun = pair.split(">")
        for item in deep_preposed(token, preposition):
            if any(c.lemma_.lower() == noun or c.lower_ == noun for c in conjuncts(item)):
                return True
    return False


def _form(token: Token, words: frozenset[str], context: Context) -> bool:
    return token.lower_ in words


def _named(token: Token, words: frozenset[str], context: Context) -> bool:
    name = context.name(token)
    return name is not None and name.kind is NameKind.FORUM


def _diplomatic(token: Token, words: frozenset[str], context: Context) -> bool:
    for item in objects(token):
        if any(c.lower_ in ("diplomatic", "full", "formal", "bilateral", "consular") for c in item.children):
            return True
        if any(context.is_government(noun) for noun in deep_preposed(item, "with", "between")):
            return True
    return any(context.is_government(noun) for noun in deep_preposed(token, "with", "between"))


def _no_attribute(token: Token, words: frozenset[str], context: Context) -> bool:
    """ "called X a liar" is no telephone call, nor is "called off", "called on", "called X to a meeting"."""
    if any(c.dep_ in ("oprd", "ccomp", "prt") and not is_called(c) for c in token.children):
        return False
    if any(c.dep_ == "xcomp" and not any(m.lower_ == "to" for m in c.children) for c in token.children):
        return False
    return not any(
        c.dep_ in ("prep", "dative") and c.lower_ in ("for", "on", "in", "to") and not _is_time(c, context)
        for c in token.children
    )


def _is_time(preposition: Token, context: Context) -> bool:
    """Whether a preposition leads to a time: "on Friday"."""
    if any(c.dep_ == "pobj" and context.is_time(c) for c in preposition.children):
        return True
    behind = preposition.i + 1  # "On Monday Kono called X", where parsers see a person called Monday Kono
    return behind < len(preposition.doc) and context.is_time(preposition.doc[behind])


def _topic(token: Token, words: frozenset[str], context: Context) -> bool:
    """What a gathering is about, behind one of the prepositions: "a conference on refugees"."""
    return any(
        not context.is_time(noun) and (not context.is_place(noun) or is_topic(child, noun, context))
        for child in token.children
        if child.dep_ == "prep" and child.lower_ in words
        for noun in child.children
        if noun.dep_ == "pobj"
    )


def _post(token: Token, words: frozenset[str], context: Context) -> bool:
    return any(_is_diplomat(t, context) for t in clause(token))


def _place_inside(token: Token, words: frozenset[str], context: Context) -> bool:
    return any(context.is_place(t) for item in objects(token) for t in _phrase(item))


def _theme(token: Token, words: frozenset[str], context: Context) -> bool:
    """What the verb acts on is of one of the kinds of :mod:`.themes`."""
    return any(themes(token, context, kind) for kind in words)


def _subject_kind(token: Token, words: frozenset[str], context: Context) -> bool:
    return any(subject_of(token, context, kind) for kind in words)


def _mentioned(token: Token, words: frozenset[str], context: Context) -> bool:
    """A word of one of the kinds stands anywhere in the sentence."""
    return any(KINDS[kind](item, context) for kind in words for item in token.doc if item != token)


def _after(token: Token, words: frozenset[str], context: Context) -> bool:
    """One of the phrases follows in the sentence, up to the next semicolon; whatever the parse makes of it."""
    sentence = context.reading.sentences[context.number]
    text = context.reading.text[context.offsets(token)[1] : sentence.end].lower().partition(";")[0]
    return _contains(OF_A_NATION.sub(r"\1 \2", text), words)


#: "the Albanian foreign ministry": for the phrases of the table "the foreign ministry".
OF_A_NATION = re.compile(
    r"\b(the|its|his|her) [a-z]+(?:n|ese|ish|i|ch|ek)"
    r" ((?:foreign|external) (?:affairs )?(?:ministry|office)|ministry)\b"
)


def _before(token: Token, words: frozenset[str], context: Context) -> bool:
    """One of the phrases precedes in the sentence, from the last semicolon on."""
    sentence = context.reading.sentences[context.number]
    text = context.reading.text[sentence.start : context.offsets(token)[0]].lower().rpartition(";")[2]
    return _contains(text, words)


def _earlier(token: Token, words: frozenset[str], context: Context) -> bool:
    """One of the phrases precedes in the sentence or stands in the one before."""
    sentences = context.reading.sentences
    start = sentences[max(context.number - 1, 0)].start
    return _contains(context.reading.text[start : context.offsets(token)[0]].lower(), words)


def _next(token: Token, words: frozenset[str], context: Context) -> bool:
    """One of the phrases follows at once."""
    sentence = context.reading.sentences[context.number]
    text = context.reading.text[context.offsets(token)[1] : sentence.end].lower().lstrip(" -")
    return any(text.startswith(word) and not text[len(word) : len(word) + 1].isalnum() for word in words)


def _soon(token: Token, words: frozenset[str], context: Context) -> bool:
    """One of the phrases follows within the next few words, before any comma that the parse still shows."""
    following: list[str] = []
    for item in token.doc[token.i + 1 : token.i + 11]:
        if item.text == ",":
            break
        following.append(item.lower_)
    return _contains(" ".join(following), words)


def _business(token: Token, words: frozenset[str], context: Context) -> bool:
    """Words of business or sport stand in the sentence."""
    business = diplomatic_nouns("business")
    return not business.isdisjoint(context.lemmas) or any(form.rstrip(".") in business for form in context.forms)


def _contains(text: str, phrases: frozenset[str]) -> bool:
    """Whether one of the phrases stands in a text in lower case, whatever the punctuation."""
    words = words_only(text)
    return any(phrase in words for phrase in _padded(phrases))


@lru_cache(maxsize=256)
def words_only(text: str) -> str:
    """A text in lower case as its words, one space before, between and behind them."""
    return f" {' '.join(_MARKS.sub(' ', text).split())} "


@lru_cache(maxsize=4096)
def _padded(phrases: frozenset[str]) -> tuple[str, ...]:
    return tuple(f" {phrase} " for phrase in sorted(phrases))


#: All that is no part of a word.
_MARKS = re.compile(r"[^\w'’-]|_")


def _partner(token: Token, words: frozenset[str], context: Context) -> bool:
    """An actor behind one of the prepositions, by the tree or by the order of the words."""
    return bool(partners(token, context, *words))


def _infinitive(token: Token, words: frozenset[str], context: Context) -> bool:
    """An infinitive of purpose or content: "called on X to leave"."""
    return any(
        c.dep_ in ("xcomp", "ccomp", "advcl") and any(m.lower_ == "to" and m.dep_ == "aux" for m in c.children)
        for c in token.subtree
        if c.i > token.i
    )


def _governor(token: Token, words: frozenset[str], context: Context) -> bool:
    """The verb that carries a noun."""
    head = token.head.head if token.head.pos_ == "ADP" else token.head
    return head != token and head.lemma_ in words


def _stopped(token: Token, words: frozenset[str], context: Context) -> bool:
    """The noun is what is put off, called off or turned down: "a pact has been held over"."""
    verb = token.head
    if not is_verb(verb) or token.dep_ not in ("dobj", "nsubjpass"):
        return False
    found = operator_of(verb, "object")
    return found is not None and found.status in OFF


def _plural(token: Token, words: frozenset[str], context: Context) -> bool:
    return plural_subject(token, context)


def _via(token: Token, words: frozenset[str], context: Context) -> bool:
    """The noun stands behind one of the prepositions: "by telephone", "over the phone"."""
    return token.head.pos_ == "ADP" and token.head.lower_ in words


def _many(token: Token, words: frozenset[str], context: Context) -> bool:
    return multilateral.is_multilateral(token, context)


def _proper(token: Token, words: frozenset[str], context: Context) -> bool:
    return multilateral.is_proper_gathering(token, context)


def _of_others(token: Token, words: frozenset[str], context: Context) -> bool:
    return multilateral.of_others(token, context)


def _many_gather(token: Token, words: frozenset[str], context: Context) -> bool:
    return multilateral.gathers_many(token, context)


def _held_by_many(token: Token, words: frozenset[str], context: Context) -> bool:
    return multilateral.held_by_many(token, context)


def _adverb_here(token: Token, words: frozenset[str], context: Context) -> bool:
    return any(c.dep_ in ("advmod", "prt", "prep") and c.lower_ in words and not _leads(c) for c in token.children)


def _leads(adverb: Token) -> bool:
    """Whether a supposed adverb is a preposition: "fly in the coming days", but not "fly in last Friday"."""
    return adverb.lower_ == "in" and any(c.dep_ == "pobj" and not c.lower_.endswith("day") for c in adverb.children)


def _patient(token: Token, words: frozenset[str], context: Context) -> bool:
    """Persons are acted on, by the tree or by the order of the words."""
    return any(context.is_person(item) for noun in patients(token, context) for item in conjuncts(noun))


def _named_person(token: Token, words: frozenset[str], context: Context) -> bool:
    """The object is a person known by name or office, not "him" or "people"."""
    for item in patients(token, context):
        for noun in conjuncts(item):
            name = context.name(noun)
            if name is not None and (name.person is not None or (name.kind is NameKind.OFFICE and noun.pos_ != "ADJ")):
                return True
    return False


def _ministry(token: Token, words: frozenset[str], context: Context) -> bool:
    """The words behind lead to a foreign ministry, by whatever name."""
    return ministry_behind(token, context) is not None


def _names_place(token: Token, words: frozenset[str], context: Context) -> bool:
    """The noun is what the predicate says is a place: "her first stop will be Panama"."""
    return bool(places_predicated(token, context))


_TESTS: dict[str, Callable[[Token, frozenset[str], Context], bool]] = {
    "prt": _particle,
    "dobj": _object,
    "objword": _object_holds,
    "obj": _object_is,
    "side": _side,
    "dest": _destination,
    "word": _word,
    "cmod": _modifier,
    "cmod2": _object_modifier,
    "prep": _preposition,
    "form": _form,
    "named": _named,
    "dipl": _diplomatic,
    "noattr": _no_attribute,
    "postword": _post,
    "place": _place_inside,
    "partner": _partner,
    "inf": _infinitive,
    "gov": _governor,
    "stopped": _stopped,
    "plural": _plural,
    "via": _via,
    "multi": _many,
    "proper": _proper,
    "manygather": _many_gather,
    "manyhold": _held_by_many,
    "adv": _adverb_here,
    "namedobj": _named_person,
    "pat": _patient,
    "ofothers": _of_others,
    "theme": _theme,
    "subj": _subject_kind,
    "sent": _mentioned,
    "after": _after,
    "before": _before,
    "earlier": _earlier,
    "next": _next,
    "soon": _soon,
    "topic": _topic,
    "business": _business,
    "ministry": _ministry,
    "isplace": _names_place,
}
