"""The parser: what every parse of an article shares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from diplo_events.dates.chain import DateResolver
from diplo_events.extraction.candidates import Candidate
from diplo_events.extraction.extractor import RuleExtractor
from diplo_events.judgement.features import SHORT, mention_features
from diplo_events.judgement.scorer import ranker
from diplo_events.judgement.status import RuleStatusJudge
from diplo_events.merging.cities import complete_cities
from diplo_events.merging.dating import choose_dates
from diplo_events.merging.placing import choose_places
from diplo_events.merging.related import relate
from diplo_events.merging.sides import lacks
from diplo_events.merging.within import RuleMerger
from diplo_events.model.actors import Actor
from diplo_events.model.articles import Article, ParsedArticle, ParseWarning, Rejection
from diplo_events.model.events import Event
from diplo_events.model.roster import RosterEntry
from diplo_events.parsing.assemble import Assembler
from diplo_events.parsing.inputs import MAX_LENGTH, checked_length, checked_limit, checked_roster
from diplo_events.parsing.models import check_pipeline, load_pipeline, version_of
from diplo_events.parsing.parts import joined, parts_of
from diplo_events.parsing.plugins import (
    guarded_actors,
    guarded_dates,
    guarded_extractors,
    guarded_judge,
    guarded_merger,
    guarded_venues,
)
from diplo_events.parsing.scoring import Analysis, Refused, Scoring, mention_key
from diplo_events.parsing.settle import settle
from diplo_events.parsing.syntax import sentence_parser
from diplo_events.protocols import ActorResolver, Extractor, Merger, StatusJudge, VenueResolver
from diplo_events.reading.language import looks_english
from diplo_events.reading.read import read
from diplo_events.reading.reading import Reading
from diplo_events.resolution.participants import RuleActorResolver
from diplo_events.resolution.references import actor_of
from diplo_events.resolution.venues import RuleVenueResolver
from diplo_events.version import VERSION

if TYPE_CHECKING:
    from spacy.language import Language


class Parser:
    """Reads articles. Build one and share it: it holds no state between articles, works from any thread, and pickles.

    Args:
        nlp: a spaCy pipeline for English with tagger and parser, or the name of one; the default pipeline if None.
        extractors: what proposes candidates, the built-in rules if None.
        date_resolver: says which days an expression means; the library's own reading if None.
        actor_resolver, venue_resolver, status_judge, merger: the other parts, built in if None. What a plugged-in part
            raises becomes a :class:`~diplo_events.PluginError` that names it, and so does an answer that its protocol
            (:mod:`diplo_events.protocols`) does not allow.
        roster: your own list of office-holders; it outdoes what the article tells of them. Without one nothing but
            the article and the package's tables is used.
        scorers: whether the trained scorers check what the rules found; False leaves the decision to the rules alone.
        min_confidence: events that the scorer gives less, in [0, 1], are rejected. None for its default threshold,
            which does not hold for what a plugged-in extractor proposed.
        max_length: the longest text that is read, in characters; a longer one is an :class:`~diplo_events.InputError`.

    Raises:
        InputTypeError: if a part cannot be called, or ``nlp`` is no pipeline; the message names the argument.
        InputError: if ``min_confidence`` is no number in [0, 1], or ``max_length`` is not positive.
        ModelNotFoundError: if no fitting pipeline is installed.
    """

    def __init__(
        self,
        nlp: Language | str | None = None,
        *,
        extractors: Sequence[Extractor] | None = None,
        date_resolver: DateResolver | None = None,
        actor_resolver: ActorResolver | None = None,
        venue_resolver: VenueResolver | None = None,
        status_judge: StatusJudge | None = None,
        merger: Merger | None = None,
        roster: Iterable[RosterEntry] = (),
        scorers: bool = True,
        min_confidence: float | None = None,
        max_length: int = MAX_LENGTH,
    ) -> None:
        self._own_pipeline = nlp is None or isinstance(nlp, str)
        self.nlp = load_pipeline(nlp) if nlp is None or isinstance(nlp, str) else check_pipeline(nlp)
        self.extractors = guarded_extractors(extractors if extractors is not None else [RuleExtractor()])
        self.merger = guarded_merger(merger if merger is not None else RuleMerger())
        self.roster = checked_roster(roster)
        self.max_length = checked_limit(max_length)
        self.scoring = Scoring(scorers, min_confidence)
        # Whoever brings a resolver of their own knows better than a ranker that has learnt from the built-in one.
        self._ranked = {"place": scorers and venue_resolver is None, "date": scorers and date_resolver is None}
        self.assembler = Assembler(
            actors=guarded_actors(actor_resolver if actor_resolver is not None else RuleActorResolver()),
            venues=guarded_venues(venue_resolver if venue_resolver is not None else RuleVenueResolver()),
            judge=guarded_judge(status_judge if status_judge is not None else RuleStatusJudge()),
            dates=guarded_dates(date_resolver) if date_resolver is not None else None,
        )
        self.model_version = version_of(self.nlp)
        self._parse_sentences = sentence_parser(self.nlp, own=self._own_pipeline)

    def parse(self, article: Article) -> ParsedArticle:
        """The events of one article.

        Raises:
            InputError: if its text is longer than ``max_length``.
            PluginError: if a plugged-in part raises, or answers what it must not.
        """
        return next(iter(self.parse_batch([article])))

    def parse_batch(self, articles: Sequence[Article]) -> Iterator[ParsedArticle]:
        """The events of several articles, whose sentences are parsed in one batch.

        Raises:
            InputError: if a text is longer than ``max_length``.
            PluginError: if a plugged-in part raises, or answers what it must not.
        """
        cut = [parts_of(checked_length(article, self.max_length)) for article in articles]
        parsed = self._parts([part.article for parts in cut for part in parts])
        for article, parts in zip(articles, cut, strict=True):
            yield joined(article, [(part, next(parsed)) for part in parts])

    def _parts(self, articles: Sequence[Article]) -> Iterator[ParsedArticle]:
        for portion in _portions(articles):
            readings = [read(article, self._parse_sentences, self.roster) for article in portion]
            self._prefetch(readings)
            for reading in readings:
                yield self._events(reading)

    def _prefetch(self, readings: Sequence[Reading]) -> None:
        """Parse the sentences that the built-in extractor will ask for, of all articles in one batch."""
        wanted: list[tuple[Reading, int]] = []
        for extractor in self.extractors:
            if isinstance(extractor, RuleExtractor):
                wanted += [(reading, number) for reading in readings for number in extractor.sentences(reading)]
        docs = self._parse_sentences([reading.compact(number) for reading, number in wanted])
        for (reading, number), doc in zip(wanted, docs, strict=True):
            reading.give(number, doc)

    def _events(self, reading: Reading) -> ParsedArticle:
        analysis = self.analyse(reading)
        merged, refused = self.scoring.accept(analysis)
        return ParsedArticle(
            article=reading.article,
            events=tuple(merged),
            actors=_actors(reading),
            warnings=tuple(_warnings(reading, merged)),
            rejected=tuple(_rejected(analysis.mentions, merged, refused)),
            library_version=VERSION,
            model_version=self.model_version,
        )

    def analyse(self, reading: Reading) -> Analysis:
        """All that the rules find in an article, before the trained scorer accepts or rejects it."""
        proposed = [(candidate, extractor) for extractor in self.extractors for candidate in extractor(reading)]
        candidates = [candidate for candidate, _ in proposed]
        mentions = self._mentions(reading, candidates)
        features = {
            mention_key(mention): mention_features(reading, candidate, mention)
            for candidate, mention in zip(candidates, mentions, strict=True)
        }
        merged = self.merger(reading, settle(reading, mentions))
        events = relate(reading, merged, self.assembler.dates)
        # Of a snippet the rules have read all there is.
        ranked = len(reading.sentences) > SHORT
        places, days = (ranker(name) if ranked and self._ranked[name] else None for name in ("place", "date"))
        if places is not None:
            events = choose_places(reading, events, places)
        if days is not None:
            events = choose_dates(reading, events, days)
        events = complete_cities(reading, events)
        plugged = frozenset(
            mention_key(mention)
            for mention, (_, extractor) in zip(mentions, proposed, strict=True)
            if not isinstance(extractor, RuleExtractor)
        )
        return Analysis(reading=reading, mentions=mentions, events=events, features=features, plugged=plugged)

    def _mentions(self, reading: Reading, candidates: Sequence[Candidate]) -> list[Event]:
        count: dict[tuple[str, int], int] = {}
        mentions = []
        for candidate in candidates:
            key = (candidate.type.value, candidate.start)
            mentions.append(self.assembler(reading, candidate, count.get(key, 0)))
            count[key] = count.get(key, 0) + 1
        return mentions

    def __getstate__(self) -> dict[str, Any]:
        state = self.__dict__.copy()
        del state["_parse_sentences"]
        return state

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)
        self._parse_sentences = sentence_parser(self.nlp, own=self._own_pipeline)


#: Characters that are parsed together; the syntax of them all is in memory at once.
_MOST_TOGETHER = 200_000


def _portions(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """The articles in runs of not much more than ``_MOST_TOGETHER`` characters."""
    portion: list[Article] = []
    length = 0
    for article in articles:
        if portion and length + len(article.text) > _MOST_TOGETHER:
            yield portion
            portion, length = [], 0
        portion.append(article)
        length += len(article.text)
    if portion:
        yield portion


def _actors(reading: Reading) -> tuple[Actor, ...]:
    return tuple(actor_of(person) for person in reading.register.persons)


def _warnings(reading: Reading, events: Sequence[Event]) -> Iterator[ParseWarning]:
    if not reading.text.strip():
        yield ParseWarning(code="empty-text", message="the article has no text")
        return
    if reading.published is None:
        yield ParseWarning(code="no-publication-date", message="relative dates stay unresolved: give published=…")
    if not looks_english(reading.text):
        yield ParseWarning(code="not-english", message="the text does not look English; what was found may be wrong")
    for event in events:
        if event.when is None:
            yield ParseWarning(
                code="no-date", message=f"nothing dates this {event.type.value}", span=event.mentions[0].trigger
            )


def _rejected(mentions: Sequence[Event], events: Sequence[Event], refused: Sequence[Refused]) -> Iterator[Rejection]:
    # A word has one mention in an event, by whichever of its rules; the others of its type are not rejected.
    kept = {(m.trigger.start, event.type) for event in events for m in event.mentions}
    reasons = {(m.trigger.start, one.event.type): one.reason for one in refused for m in one.event.mentions}
    for mention in mentions:
        trigger = mention.mentions[0].trigger
        key = (trigger.start, mention.type)
        if key not in kept:
            reason = lacks(mention) or reasons.get(key, "not told as an event")
            yield Rejection(trigger=trigger, reason=f"{mention.type.value}: {reason}")
