"""Who acts where a report lets him speak of himself: "Oslo said it had recalled", "he denied he would quit"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplo_events.extraction.syntax import actor_subject, is_verb, raw_subject
from diplo_events.tables.grammar import report_verbs

if TYPE_CHECKING:
    from spacy.tokens import Token

    from diplo_events.extraction.context import Context

_STATES = frozenset({"it", "they", "we"})
_PERSONS = frozenset({"he", "she", "they", "i", "we"})
_CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "pcomp", "acl"})


def doer(verb: Token, context: Context) -> Token | None:
    """The subject of a verb; for a pronoun in a reported clause, the subject of the report that it stands for."""
    who = actor_subject(verb)
    if who is None or who.lower_ not in _STATES | _PERSONS:
        return who
    clause = who.head if is_verb(who.head) else verb
    for _ in range(3):
        if clause.dep_ not in _CLAUSES or clause.head == clause:
            return who
        clause = clause.head
        if not is_verb(clause):
            continue
        speaker = raw_subject(clause)
        if speaker is not None and speaker.i < who.i and speaker.pos_ in ("NOUN", "PROPN"):
            return speaker if _can_mean(who, speaker, context) else who
    return who


def quoted(pronoun: Token) -> Token | None:
    """Who says "I" in a quotation: the subject of the verb of saying beside it."""
    if not _is_quoted(pronoun):
        return None
    for verb in pronoun.doc:
        if not is_verb(verb) or verb.lemma_ not in report_verbs() or _is_quoted(verb):
            continue
        speaker = raw_subject(verb)
        if speaker is not None and speaker.pos_ in ("NOUN", "PROPN") and not _is_quoted(speaker):
            return speaker
    return None


def _is_quoted(token: Token) -> bool:
    """Whether an odd number of quotation marks stands before a word of a sentence."""
    text = "".join(item.text for item in token.doc[: token.i])
    return text.count("“") > text.count("”") or text.count('"') % 2 == 1


def _can_mean(pronoun: Token, noun: Token, context: Context) -> bool:
    if pronoun.lower_ == "it":
        return context.is_government(noun) and not context.is_person(noun)
    if pronoun.lower_ in ("he", "she"):
        name = context.name(noun)
        # A spokesman speaks of whom he speaks for.
        return name is not None and name.person is not None and "spokesperson" not in name.person.offices
    return False
