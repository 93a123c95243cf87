"""Acts that undo or renew an earlier one, and the words that date the earlier one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplo_events.extraction.syntax import is_verb
from diplo_events.tables.triggers import triggers_by_head

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Words for acts that undo, renew or prolong an earlier one.
_LATER = frozenset(
    """ease end extend extension lift lifting prolong prolongation reinstate relax re-establish reopen reopening remove
    removal renew renewal restoration restore resume resumption scrap suspend suspension terminate waive""".split()
)


def dates_earlier_act(step: Token, trigger: Token) -> bool:
    """Whether a participle tells of the act that ``trigger`` undoes: "lifted the ban imposed in May".

    Args:
        step: a word between a time and the trigger, on the way up the tree.
        trigger: the word that names the event.
    """
    if trigger.lemma_.lower() not in _LATER or step == trigger or step.head == trigger:
        return False
    participle = is_verb(step) and step.dep_ in ("acl", "relcl") and step.tag_ in ("VBN", "VBD")
    return participle and (step.lemma_, "V") in triggers_by_head()
