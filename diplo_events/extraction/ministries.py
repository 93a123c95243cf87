"""Where envoys are summoned to: a foreign ministry, be it by name, by its seat or by the office of who runs it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from diplo_events.data import rows
from diplo_events.extraction.context import Context
from diplo_events.reading.register import Name

if TYPE_CHECKING:
    from spacy.tokens import Token

_TOWARDS = frozenset({"to", "into", "before", "at"})
#: How many words behind the verb the ministry may stand, and before it the preposition.
_REACH = 14
_LEAD = 7


def ministry_behind(token: Token, context: Context) -> Token | None:
    """The foreign ministry to which the words behind a verb lead: "called to the Farnesina", "before the minister"."""
    following = token.doc[token.i + 1 : token.i + 1 + _REACH]
    for word in following:
        if word.text == ";":
            return None
        if is_ministry(word, context):
            lead = token.doc[max(token.i + 1, word.left_edge.i - 1, word.i - _LEAD) : word.i]
            if any(item.lower_ in _TOWARDS for item in lead):
                return word
    return None


def is_ministry(token: Token, context: Context) -> bool:
    """Whether a word stands for a foreign ministry."""
    name = context.name(token)
    if name is not None and _is_seat(name):
        return True
    lemma = token.lemma_.lower()
    if lemma == "ministry":
        return True
    return lemma in ("office", "department") and token.i > 0 and token.nbor(-1).lower_ in ("foreign", "state")


def _is_seat(name: Name) -> bool:
    words = name.text.lower().removeprefix("the ")
    return words in _seats() or "foreign ministry" in words or "foreign affairs" in words or "foreign office" in words


@cache
def _seats() -> frozenset[str]:
    """The names of foreign ministries' buildings and streets, in lower case."""
    return frozenset(
        name.lower()
        for row in rows("metonyms.tsv")
        if row["body"] in ("foreign ministry", "State Department")
        for name in (row["name"], *filter(None, row["other_names"].split("|")))
    )
