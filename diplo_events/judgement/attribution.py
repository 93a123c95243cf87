"""Who says that an event took place, or will: sources in the sentence, and the outlets that are credited.

A source is the subject of a verb of saying over the event ("the ministry said", "two officials told Reuters"), or
stands behind "according to"; an outlet is one that had the report ("the Guardian reported", "first reported by Axios").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from diplo_events.extraction.candidates import Candidate
from diplo_events.extraction.syntax import agent, conjuncts, is_passive, is_verb
from diplo_events.judgement.negation import negated
from diplo_events.model.text import Attribution
from diplo_events.reading.lexicon import NameKind
from diplo_events.reading.reading import Reading
from diplo_events.tables.grammar import report_verbs
from diplo_events.tables.sources import is_outlet, is_source_word

if TYPE_CHECKING:
    from spacy.tokens import Token

_DENYING = frozenset({"deny", "dispute", "contradict", "reject", "refute", "rebut", "dismiss", "contest", "disavow"})
_SAYING = frozenset(
    {"agree", "admit", "promise", "insist", "deny", "dispute", "tweet", "post", "joke", "vow", "pledge"}
)
_SAID = frozenset(
    {"it", "this", "that", "report", "reports", "claim", "claims", "account", "meeting", "visit", "allegation", "story"}
)
_DENIAL = re.compile(
    r"[^.;:]{2,80}?\b(?:denied|denies|disputed|disputes|dismissed|rejected) "
    r"(?:it|this|that|the (?:report|claim|account|allegation|story))s?\b"
)
_PRONOUNS = frozenset(
    {"he", "she", "they", "it", "who", "i", "we", "that", "which", "this", "one", "both", "someone", "you"}
)
_OFFICIAL_KINDS = frozenset(
    {NameKind.PERSON, NameKind.OFFICE, NameKind.COUNTRY, NameKind.METONYM, NameKind.BODY,
     NameKind.AGENCY, NameKind.DEMONYM, NameKind.MOVEMENT}
)  # fmt: skip


def attributions(reading: Reading, candidate: Candidate) -> tuple[Attribution, ...]:
    """Who the candidate's sentence says told it, in the order of the text.

    Args:
        reading: the article.
        candidate: the candidate.

    Returns:
        The sources, each once. A source is ``disputed`` if another of the sentence denies what it says. Empty where the
        article speaks for itself.
    """
    trigger = reading.token(candidate.start)
    if trigger is None:
        return ()
    found = dict.fromkeys((*_over(trigger), *_according(trigger)))
    sources = sorted(found, key=lambda pair: pair[0].i)
    mixed = any(denies for _, denies in sources) and any(not denies for _, denies in sources)
    disputed = mixed or _contradicted(reading, candidate, trigger)
    return tuple(_attribution(reading, source, disputed=disputed) for source, _ in sources)


def _contradicted(reading: Reading, candidate: Candidate, trigger: Token) -> bool:
    """ "..., but Damascus denied it", in the sentence or at the head of the next."""
    for token in trigger.doc:
        if (
            token.lemma_.lower() in _DENYING
            and is_verb(token)
            and not token.is_ancestor(trigger)
            and not negated(token)
        ) and any(c.dep_ == "dobj" and c.lower_ in _SAID for c in token.children):
            return True
    number = reading.sentence_at(candidate.start) + 1
    return number < len(reading.sentences) and _DENIAL.match(reading.sentence_text(number)) is not None


def _over(trigger: Token) -> Iterator[tuple[Token, bool]]:
    """The subjects of the verbs of saying above the trigger, and of those that break into its clause."""
    below = trigger
    for _ in range(14):
        head = below.head
        for child in head.children if head != below else ():
            if (
                child.dep_ in ("parataxis", "ccomp")
                and child != below
                and is_verb(child)
                and _says(child)
                and abs(child.i - head.i) < 12
            ):
                yield from _speakers(child)
        if head == below:
            break
        if (
            is_verb(head)
            and _says(head)
            and below.dep_
            in ("ccomp", "xcomp", "advcl", "dobj", "parataxis", "nsubjpass", "pobj", "pcomp", "prep", "dep")
        ):
            yield from _speakers(head)
        below = head
    if is_verb(trigger):
        for child in trigger.children:
            if (
                child.dep_ in ("parataxis", "ccomp")
                and is_verb(child)
                and _says(child)
                and not any(c.dep_ == "mark" for c in child.children)
            ):
                yield from _speakers(child)


def _says(verb: Token) -> bool:
    return verb.lemma_.lower() in report_verbs() | _SAYING


def _speakers(verb: Token) -> Iterator[tuple[Token, bool]]:
    denies = verb.lemma_.lower() in _DENYING and not negated(verb)
    if is_passive(verb):
        by = agent(verb)
        if by is not None:
            yield from ((one, denies) for one in conjuncts(by))
        return
    for child in verb.children:
        if child.dep_ == "nsubj" and child.lower_ not in _PRONOUNS:
            yield from ((one, denies) for one in conjuncts(child))
        if child.dep_ == "dobj" and verb.lemma_ == "tell" and is_outlet(child.text):
            yield child, False


def _according(trigger: Token) -> Iterator[tuple[Token, bool]]:
    """ "according to a US official", wherever it stands in the sentence."""
    doc = trigger.doc
    for token in doc:
        if token.lower_ == "according" and token.i + 1 < len(doc):
            for inner in doc[token.i + 1].children:
                if inner.dep_ == "pobj":
                    yield from ((one, False) for one in conjuncts(inner))
        elif token.lower_ == "sources" and token.i > 0 and doc[token.i - 1].lower_ == "citing":
            yield token, False


def _attribution(reading: Reading, source: Token, *, disputed: bool) -> Attribution:
    start, _ = reading.offsets(source.left_edge)
    last = _right_edge(source)
    _, end = reading.offsets(last)
    name = reading.register.at(reading.offsets(source)[0])
    if name is not None and name.person is not None:
        start, end = min(start, name.start), max(end, name.end)
    text = reading.text[start:end]
    outlet = next((t.text for t in _phrase(source, last) if is_outlet(t.text)), None)
    credited = text if is_outlet(text) else outlet
    named = (name is not None and name.kind is not NameKind.OFFICE) or (
        source.pos_ == "PROPN" and not is_source_word(source.lower_)
    )
    anonymous = not named and credited is None and not _speaks_for(source)
    official = credited is None and (
        (name is not None and name.kind in _OFFICIAL_KINDS)
        or _speaks_for(source)
        or is_source_word(source.lower_, official=True)
    )
    return Attribution(
        source=text,
        span=reading.span(start, end),
        anonymous=anonymous,
        official=official,
        outlet=credited,
        disputed=disputed,
    )


def _phrase(source: Token, last: Token) -> Iterator[Token]:
    yield from source.doc[source.left_edge.i : last.i + 1]


def _right_edge(source: Token) -> Token:
    """The end of the noun phrase without relative clauses, but with "of", "at", "in", "with", "familiar with"."""
    edge = source
    for child in source.children:
        if child.i > source.i and child.dep_ in ("prep", "amod", "acl", "conj", "cc") and child.lower_ != ",":
            if child.dep_ in ("conj", "cc") or (child.dep_ == "acl" and child.tag_ not in ("VBN", "VBG")):
                continue
            edge = child.right_edge if child.right_edge.i > edge.i else edge
    return edge


def _speaks_for(source: Token) -> bool:
    """An institution ("the ministry", "his office", "a statement"): no name, but no secret either."""
    return is_source_word(source.lower_, institution=True)
