"""The status as it builds up while the rules climb from the trigger to the root of the sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diplo_events.model.kinds import Status

if TYPE_CHECKING:
    from spacy.tokens import Token


class Verdict:
    """The status so far, with the words that gave it.

    Attributes:
        status: None while nothing told.
        rule: the rule that gave it, for explanations.
        evidence: the word that gave it.
        by: who declined, cancelled or put it off.
        sealed: the event is told as a fact of its own: words further up move it no more in time.
        reported: a noun like "report", "claim", "rumour" stands over it: whoever rejects that denies the event.
        asked: an offer, a request or an invitation stands over it.
        undone: it once lay ahead and did not come about; the words around say whether put off or called off.
        present: its only mark is a simple present, which can mean the past of a headline or the future.
        soft: only a word before the noun gave it ("the postponed visit").
        passing: it is only the occasion of something else ("agreed at the talks").
    """

    __slots__ = (
        "asked",
        "by",
        "evidence",
        "passing",
        "present",
        "reported",
        "rule",
        "sealed",
        "soft",
        "status",
        "undone",
    )

    def __init__(self) -> None:
        self.status: Status | None = None
        self.rule = ""
        self.evidence: Token | None = None
        self.by: Token | None = None
        self.sealed = False
        self.reported = False
        self.asked = False
        self.undone = False
        self.present = False
        self.passing = False
        self.soft = False

    def set(self, status: Status | None, rule: str, evidence: Token | None, by: Token | None = None) -> None:
        """Take a status over; None changes nothing."""
        if status is not None:
            self.status, self.rule = status, rule
            self.evidence = evidence if evidence is not None else self.evidence
            self.by = by if by is not None else self.by
            self.present = self.soft = False
