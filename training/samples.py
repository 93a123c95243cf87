"""What the scorers learn from: the articles as the rules read them, beside what careful readers found in them."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, frozen

from diplo_events.judgement.features import Features
from diplo_events.judgement.scorer import Ranker
from diplo_events.merging.dating import choose_dates, date_options
from diplo_events.merging.placing import CHOSEN, choose_places, country_of, place_options
from diplo_events.parsing.inputs import to_article
from diplo_events.parsing.parser import Parser
from diplo_events.parsing.scoring import KEEP, Analysis
from diplo_events.reading.read import read
from diplo_events.reading.reading import Reading
from tests.golden.gold import Case
from tests.golden.matching import date_fits, implied, match

DROP = "drop"


@frozen
class Sample:
    """One training example.

    Attributes:
        case: the number of the article, for folds.
        features: what the scorer sees.
        label: what it should say.
    """

    case: int
    features: Features
    label: str


def reading_of(case: Case, parser: Parser) -> Reading:
    """An article as the parser reads it."""
    article = to_article({"text": case.text, "published": case.published, "id": case.id})
    return read(article, parser._parse_sentences)  # noqa: SLF001 - its own training


def snippets(cases: Sequence[Case], parser: Parser, count: int) -> list[Case]:
    """The first sentences of each article alone, for what is asked of a sentence or three."""
    found = []
    for case in cases:
        reading = reading_of(case, parser)
        end = reading.span(0, reading.sentences[:count][-1].end).end
        found.append(evolve(case, text=case.text[:end]))
    return found


def analyses(cases: Sequence[Case], parser: Parser) -> list[Analysis]:
    """What the rules find in each article."""
    return [parser.analyse(reading_of(case, parser)) for case in cases]


def placed(found: Sequence[Analysis], places: Ranker) -> list[Analysis]:
    """The same with each event at the place that a ranker chooses."""
    return [evolve(one, events=choose_places(one.reading, one.events, places)) for one in found]


def event_samples(cases: Sequence[Case], found: Sequence[Analysis]) -> list[Sample]:
    """Matched events are to be kept, unmatched ones to be dropped; optional and implied ones teach nothing."""
    samples = []
    for number, (case, analysis) in enumerate(zip(cases, found, strict=True)):
        pairs = {j: i for i, j in match(case.events, analysis.events)}
        for j, event in enumerate(analysis.events):
            if j in pairs and case.events[pairs[j]].optional:
                continue
            if j not in pairs and implied(event, case.events):
                continue
            samples.append(Sample(number, analysis.of(event), KEEP if j in pairs else DROP))
    return samples


def dated(found: Sequence[Analysis], days: Ranker) -> list[Analysis]:
    """The same with each event on the days that a ranker chooses."""
    return [evolve(one, events=choose_dates(one.reading, one.events, days)) for one in found]


@frozen
class Choice:
    """A training example of a ranker.

    Attributes:
        case: the number of the article, for folds.
        options: the features of each option, the rules' choice first.
        right: which of the options are right; at least one is.
        weight: how much it counts.
    """

    case: int
    options: tuple[frozenset[str], ...]
    right: tuple[bool, ...]
    weight: float = 1.0


#: How much it counts that an article tells no place: readers differ more over that than over which place it tells.
UNTOLD = 0.3


def place_choices(cases: Sequence[Case], found: Sequence[Analysis]) -> list[Choice]:
    """The places of the matched events, where the right one is among the options."""
    choices = []
    for number, (case, analysis) in enumerate(zip(cases, found, strict=True)):
        for i, j in match(case.events, analysis.events):
            gold, event = case.events[i], analysis.events[j]
            if gold.optional or gold.venue.optional or event.type not in CHOSEN:
                continue
            options = place_options(analysis.reading, analysis.events, j)
            right = tuple(country_of(option) in (gold.venue.countries or (None,)) for option in options)
            weight = 1.0 if gold.venue.countries else UNTOLD
            choices.append(Choice(number, tuple(option.features for option in options), right, weight))
    return [choice for choice in choices if any(choice.right)]


def date_choices(cases: Sequence[Case], found: Sequence[Analysis]) -> list[Choice]:
    """The dates of the matched events, where the right one is among the options."""
    choices = []
    for number, (case, analysis) in enumerate(zip(cases, found, strict=True)):
        for i, j in match(case.events, analysis.events):
            gold, event = case.events[i], analysis.events[j]
            if gold.optional or gold.date_optional:
                continue
            options = date_options(analysis.reading, analysis.events, j)
            right = tuple(date_fits(gold, evolve(event, when=option.value)) for option in options)
            choices.append(Choice(number, tuple(option.features for option in options), right))
    return [choice for choice in choices if any(choice.right)]
