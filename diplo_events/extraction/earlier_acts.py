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


def dates_earlier_act(step: Token, trigger: Token, time: Token) -> bool:
    """Whether a participle tells of the act that ``trigger`` undoes: "lifted the ban imposed in May".

    Args:
        step: a word between a time and the trigger, on the way up the tree.
        trigger: the word that names the event.
        time: the time.
    """
    if trigger.lemma_.lower() not in _LATER or step == trigger:
        return False
    if step.head == trigger:
        return _inserted(step, time)
    participle = is_verb(step) and step.dep_ in ("acl", "relcl") and step.tag_ in ("VBN", "VBD")
    return participle and (step.lemma_, "V") in triggers_by_head()


def _inserted(participle: Token, time: Token) -> bool:
    """ "restored relations, severed in 1961, on Tuesday": of what stands between the commas, whatever the tree says."""
    if participle.dep_ != "advcl" or participle.tag_ != "VBN" or participle.i < 2:
        return False
    behind_noun = participle.nbor(-1).text == "," and participle.nbor(-2).pos_ in ("NOUN", "PROPN")
    return behind_noun and not any(word.text == "," for word in participle.doc[participle.i : time.i])
