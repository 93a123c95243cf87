"""Where the trained scorer takes part in a parse: it gives each event its confidence, and rejects the least likely."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import evolve, frozen

from diplo_events.judgement.features import Features, event_features
from diplo_events.judgement.scorer import Scorer, scorer
from diplo_events.model.events import Event, Note
from diplo_events.reading.reading import Reading

#: The label of the event scorer that means "a careful reader would name it too".
KEEP = "keep"
#: The default threshold on its probability: hardly a right event lies below it (``training/train.py`` prints how many).
THRESHOLD = 0.3

MentionKey = tuple[int, str, str]


def mention_key(event: Event) -> MentionKey:
    """What tells the first mention of an event from all others of the article."""
    first = event.mentions[0]
    return first.trigger.start, first.rule, event.type.value


@frozen(kw_only=True)
class Analysis:
    """What the rules make of an article.

    Attributes:
        reading: the article.
        mentions: one event for each candidate.
        events: the mentions merged.
        features: the features of each mention, for the scorers.
    """

    reading: Reading
    mentions: Sequence[Event]
    events: Sequence[Event]
    features: Mapping[MentionKey, Features]

    def of(self, event: Event) -> Features:
        """The features of a merged event."""
        keys = [(m.trigger.start, m.rule, event.type.value) for m in event.mentions]
        return event_features(event, [self.features[key] for key in keys if key in self.features], self.reading)


class Scoring:
    """The scorers as a parser uses them.

    Args:
        enabled: False leaves all decisions to the rules.
        min_confidence: the least probability of an accepted event; the default threshold if None.
    """

    def __init__(self, enabled: bool, min_confidence: float | None) -> None:
        self._enabled = enabled
        self._least = THRESHOLD if min_confidence is None else min_confidence

    def accept(self, analysis: Analysis) -> list[Event]:
        """The events that stand, each with its confidence."""
        model = scorer("event") if self._enabled else None
        if model is None:
            return list(analysis.events)
        accepted = []
        for event in analysis.events:
            features = analysis.of(event)
            confidence = model.probabilities(features)[KEEP]
            if confidence >= self._least:
                accepted.append(_confident(event, confidence, model, features))
        return accepted


def _confident(event: Event, confidence: float, model: Scorer, features: Features) -> Event:
    note = Note(slot="confidence", rule=f"{confidence:.2f} by {', '.join(model.reasons(KEEP, features))}")
    return evolve(event, confidence=round(confidence, 4), notes=(*event.notes, note))
