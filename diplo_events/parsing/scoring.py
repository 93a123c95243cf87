"""Where the trained scorer takes part in a parse: it gives each event its confidence, and rejects the least likely."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import evolve, frozen

from diplo_events.errors import InputError
from diplo_events.judgement.features import Features, event_features
from diplo_events.judgement.scorer import Scorer, scorer
from diplo_events.model.events import Event, Note
from diplo_events.reading.reading import Reading

#: The label of the event scorer that means "a careful reader would name it too".
KEEP = "keep"
#: The default threshold on its probability: of the events below it fewer than half are right, and they are few
#: (``training/train.py`` prints how many).
THRESHOLD = 0.2

MentionKey = tuple[int, str, str]


def mention_key(event: Event) -> MentionKey:
    """What tells the first mention of an event from all others of the article."""
    return mention_keys(event)[0]


def mention_keys(event: Event) -> list[MentionKey]:
    """The keys of all mentions of an event."""
    return [(mention.trigger.start, mention.rule, event.type.value) for mention in event.mentions]


@frozen(kw_only=True)
class Refused:
    """An event that does not stand, for its confidence.

    Attributes:
        event: the event.
        reason: for people.
    """

    event: Event
    reason: str


@frozen(kw_only=True)
class Analysis:
    """What the rules make of an article.

    Attributes:
        reading: the article.
        mentions: one event for each candidate.
        events: the mentions merged.
        features: the features of each mention, for the scorers.
        plugged: the mentions that a plugged-in extractor proposed, of whose rules the scorer has learnt nothing.
    """

    reading: Reading
    mentions: Sequence[Event]
    events: Sequence[Event]
    features: Mapping[MentionKey, Features]
    plugged: frozenset[MentionKey] = frozenset()

    def of(self, event: Event) -> Features:
        """The features of a merged event."""
        found = [self.features[key] for key in mention_keys(event) if key in self.features]
        return event_features(event, found, self.reading)


class Scoring:
    """The scorers as a parser uses them.

    Args:
        enabled: False leaves all decisions to the rules.
        min_confidence: the least probability of an accepted event. None for the default threshold, which does not hold
            for events that a plugged-in extractor proposed: there the plug-in's word counts.
    """

    def __init__(self, enabled: bool, min_confidence: float | None) -> None:
        self._enabled = enabled
        if min_confidence is not None and not (isinstance(min_confidence, (int, float)) and 0 <= min_confidence <= 1):
            raise InputError(f"min_confidence must be a number from 0 to 1, or None, not {min_confidence!r}")
        self._least = min_confidence

    def accept(self, analysis: Analysis) -> tuple[list[Event], list[Refused]]:
        """The events that stand, each with its confidence, and those that do not."""
        model = scorer("event") if self._enabled else None
        if model is None:
            return list(analysis.events), []
        accepted, refused = [], []
        for event in analysis.events:
            features = analysis.of(event)
            confidence = model.probabilities(features)[KEEP]
            least = self._threshold(event, analysis)
            if confidence >= least:
                accepted.append(_confident(event, confidence, model, features))
            else:
                refused.append(Refused(event=event, reason=f"its confidence of {confidence:.2f} is below {least}"))
        return accepted, refused

    def _threshold(self, event: Event, analysis: Analysis) -> float:
        if self._least is not None:
            return self._least
        return 0.0 if analysis.plugged.intersection(mention_keys(event)) else THRESHOLD


def _confident(event: Event, confidence: float, model: Scorer, features: Features) -> Event:
    note = Note(slot="confidence", rule=f"{confidence:.2f} by {', '.join(model.reasons(KEEP, features))}")
    return evolve(event, confidence=round(confidence, 4), notes=(*event.notes, note))
