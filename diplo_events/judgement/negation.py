"""Whether "not", "no", "nobody" stands at a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplo_events.extraction.syntax import is_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "hardly", "scarcely"})
_NOBODY = frozenset({"nobody", "none", "neither", "nothing", "no-one"})
_NOT_NEGATIONS = frozenset(
    {"only", "just", "merely", "least", "simply", "more", "less", "sooner", "later", "matter", "fewer", "doubt"}
)
#: What sets off a contrast.
_SETS_OFF = frozenset({",", "–", "—", "-", '"', "”", "("})


def negated(token: Token) -> bool:
    """Whether "not", "no", "never" stands at a word, or nobody does what it says."""
    doc = token.doc
    for child in token.children:
        if negation(child) and child.dep_ in ("neg", "det", "preconj", "advmod", "cc"):
            if child.lower_ in ("neither", "nor") and child.dep_ == "cc" and child.i > token.i:
                continue  # "did not come, nor did he call": the negation of the next clause
            if child.lower_ == "not" and child.i > token.i + 1 and doc[child.i - 1].text in _SETS_OFF:
                continue  # "is the first in years, not the first ever": a contrast
            return True
        if child.lower_ == "longer" and child.i > 0 and doc[child.i - 1].lower_ == "no":
            return True
        if child.dep_ in ("nsubj", "nsubjpass") and is_verb(token):
            if child.lower_ in _NOBODY or any(
                g.dep_ in ("det", "preconj", "cc") and g.lower_ in ("no", "neither") for g in child.children
            ):
                return True
            if child.lower_ == "one" and child.i > 0 and doc[child.i - 1].lower_ == "no":
                return True
    if is_verb(token) and any(doc[at].lower_ == "nor" for at in (token.i - 1, token.i - 2) if at >= 0):
        return True
    if (
        is_verb(token)
        and token.dep_ == "conj"
        and not has_subject(token)
        and token.tag_ == "VB"
        and token.head != token
    ):
        return negated(token.head)
    return False


def negation(word: Token) -> bool:
    """Whether a word negates: "not" does, "not only" does not."""
    if word.lower_ not in _NEGATIONS:
        return False
    doc = word.doc
    return not (word.i + 1 < len(doc) and doc[word.i + 1].lower_ in _NOT_NEGATIONS)


def negated_object(verb: Token) -> bool:
    """ "met no officials", "signed neither accord"."""
    return any(
        c.dep_ in ("dobj", "attr")
        and (
            c.lower_ in _NOBODY
            or any(g.dep_ in ("det", "preconj") and g.lower_ in ("no", "neither") for g in c.children)
        )
        for c in verb.children
    )


def has_subject(verb: Token) -> bool:
    """Whether a verb has a subject in its own clause."""
    return any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in verb.children)
