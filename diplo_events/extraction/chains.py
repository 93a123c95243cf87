"""Verbs that carry one another and tell of one act: "asked its envoy to return home for consultations"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from diplo_events.extraction.candidates import Candidate
from diplo_events.model.kinds import EventType, Role

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Types whose words come in chains: one summons an envoy to lodge a protest, and calls him back for consultations.
_CHAINED = frozenset({EventType.RECALL, EventType.SUMMONS, EventType.EXPULSION})
#: Types of which going in and out is the content: who is told to leave, or barred from entering, makes no visit.
_OF_PASSAGE = _CHAINED - {EventType.SUMMONS} | {EventType.SANCTION}
#: Steps from a word to the verb that carries it as purpose, content or goal.
_STEPS = frozenset({"xcomp", "advcl", "acl", "pobj", "pcomp", "prep", "relcl", "dobj"})
_GOALS = frozenset({"for", "to", "from"})


def echoes_above(token: Token, candidate: Candidate, found: Sequence[tuple[Token, Candidate]]) -> bool:
    """Whether a word only repeats the act that a verb above it tells of.

    Args:
        token: the word.
        candidate: what it tells.
        found: all words of the sentence, with what they tell.
    """
    if candidate.type is EventType.VISIT:
        above = {token.i, *(t.i for t in _carriers(token))}
        return any(other.type in _OF_PASSAGE and verb.i in above and _is_ordered(other) for verb, other in found)
    if candidate.rule == "agreement.agree-verb":  # "the EU agreed to impose sanctions" is one act of the EU
        return any(
            other.type is EventType.SANCTION
            and any(verb in child.subtree for child in token.children if _is_content(child))
            for verb, other in found
        )
    if candidate.type not in _CHAINED:
        return False
    above = {t.i for t in _carriers(token)}
    return any(other.type is candidate.type and verb.i in above for verb, other in found)


def _is_ordered(candidate: Candidate) -> bool:
    """Whether somebody is told who expels, recalls or bars: else the journey may be the better reading."""
    return any(argument.role is Role.INITIATOR for argument in candidate.arguments)


def _is_content(child: Token) -> bool:
    """Whether a word is what is agreed: "agreed to impose", "agreed on sanctions"."""
    return child.dep_ in ("xcomp", "ccomp") or (child.dep_ == "prep" and child.lower_ in ("on", "to"))


def _carriers(token: Token) -> Iterator[Token]:
    """The words that carry a purpose, a content or a goal, from the nearest up."""
    while token.dep_ in _STEPS and token.head != token and _carried(token):
        token = token.head
        yield token


def _carried(token: Token) -> bool:
    """Whether a step leads to an infinitive, or behind a preposition of goal; not "after", "while" or a new clause."""
    if token.dep_ == "prep":
        return token.lower_ in _GOALS
    if token.dep_ in ("xcomp", "advcl", "acl", "relcl"):
        return any(c.lower_ == "to" and c.dep_ == "aux" for c in token.children)
    return True
