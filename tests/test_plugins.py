"""Every part of the parser can be replaced by passing another callable, alone or all at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

import pytest

from diplo_events import (
    Actor,
    ActorKind,
    Argument,
    Candidate,
    ChainedDateResolver,
    DiploEventsError,
    Event,
    EventType,
    InputTypeError,
    Parser,
    Participant,
    PluginError,
    Reading,
    Role,
    Slot,
    Span,
    Status,
    StatusChange,
    Tense,
    Venue,
    When,
    parse_article,
    parse_articles,
)
from tests.typed_use import plugging_in

TEXT = "Estonian Foreign Minister Mart Saar met his Latvian counterpart, Anna Ozola, in Riga on Friday."
PUBLISHED = "2024-03-10"


def one(parser: Parser, text: str = TEXT) -> Event:
    events = parse_article(text, published=PUBLISHED, parser=parser).events
    assert len(events) == 1, events
    return events[0]


def test_all_parts_of_a_stranger() -> None:
    event = one(plugging_in.stranger(), "Ann high-fived Bo at noon.")
    assert event.type is EventType.MEETING
    assert event.status is Status.DENIED
    assert [(p.actor.name, p.actor.country) for p in event.participants] == [("Ann", "USA"), ("Bo", "SWE")]
    assert event.venue == Venue(city="Riga", country="LVA")
    assert event.mentions[0].trigger.text == "high-fived"
    assert event.mentions[0].rule == "high five"
    assert event.participants[0].spans[0].text == "Ann"


def test_an_extractor_beside_the_own_one(parser: Parser) -> None:
    both = Parser(extractors=[*parser.extractors, plugging_in.high_fives])
    parsed = parse_article(f"{TEXT}\n\nAnna Ozola said that Saar high-fived Ozola.", published=PUBLISHED, parser=both)
    rules = {mention.rule for event in parsed.events for mention in event.mentions}
    rules |= {"high five" for rejection in parsed.rejected if rejection.trigger.text == "high-fived"}
    assert "high five" in rules
    assert any(mention.trigger.text == "met" for event in parsed.events for mention in event.mentions)


def test_an_extractor_may_read_the_syntax() -> None:
    def every_hug(reading: Reading) -> Iterator[Candidate]:
        for number in range(len(reading.sentences)):
            for token in reading.syntax(number):
                if token.lemma_ == "embrace":
                    sides = [
                        Argument(slot=Slot.PARTICIPANT, start=start, end=end, role=Role.ATTENDEE)
                        for child in token.children
                        if child.dep_ in ("nsubj", "dobj")
                        for start, end in [reading.offsets(child)]
                    ]
                    start, end = reading.offsets(token)
                    yield Candidate(type=EventType.MEETING, start=start, end=end, arguments=tuple(sides), rule="hug")

    text = "Estonian President Mart Saar embraced Latvian President Anna Ozola on Friday."
    event = one(Parser(extractors=[every_hug]), text)
    assert [p.actor.country for p in event.participants] == ["EST", "LVA"]
    assert event.mentions[0].trigger.text == "embraced"


def test_a_date_resolver() -> None:
    asked: list[tuple[str, dt.date]] = []

    def someday(expression: str, *, reference: dt.date, tense: Tense | None) -> When | None:
        asked.append((expression, reference))
        return When(start=dt.date(1999, 12, 31), end=dt.date(1999, 12, 31), text=expression)

    event = one(Parser(date_resolver=someday))
    assert event.when is not None
    assert event.when.start == dt.date(1999, 12, 31)
    assert ("Friday", dt.date(2024, 3, 10)) in asked
    assert event.when.span is not None
    assert TEXT[event.when.span.start : event.when.span.end] == "Friday"


def test_a_date_resolver_in_front_of_the_own_ones() -> None:
    def only_yule(expression: str, *, reference: dt.date, tense: Tense | None) -> When | None:
        return When(start=dt.date(2023, 12, 24), end=dt.date(2023, 12, 24)) if expression == "Friday" else None

    event = one(Parser(date_resolver=ChainedDateResolver().preceded_by(only_yule)))
    assert event.when is not None
    assert event.when.start == dt.date(2023, 12, 24)
    other = one(Parser(date_resolver=ChainedDateResolver().preceded_by(only_yule)), TEXT.replace("Friday", "Saturday"))
    assert other.when is not None
    assert other.when.start == dt.date(2024, 3, 9)


def test_a_date_resolver_that_knows_nothing() -> None:
    def unknowing(expression: str, *, reference: dt.date, tense: Tense | None) -> When | None:
        return None

    parsed = parse_article(TEXT, published=PUBLISHED, parser=Parser(date_resolver=unknowing))
    assert parsed.events[0].when is None
    assert "no-date" in {warning.code for warning in parsed.warnings}


def test_an_actor_resolver() -> None:
    def two_moons(reading: Reading, candidate: Candidate) -> Sequence[Participant]:
        return [
            Participant(actor=Actor(name=name, kind=ActorKind.GROUP, country=code), role=Role.ATTENDEE)
            for name, code in (("Phobos", "PHO"), ("Deimos", "DEI"))
        ]

    assert [p.actor.name for p in one(Parser(actor_resolver=two_moons)).participants] == ["Phobos", "Deimos"]


def test_a_venue_resolver_sees_the_participants() -> None:
    seen: list[tuple[str, ...]] = []

    def at_the_end_of_the_world(
        reading: Reading, candidate: Candidate, participants: tuple[Participant, ...]
    ) -> Venue | None:
        seen.append(tuple(p.actor.name for p in participants))
        return Venue(city="Ushuaia", country="ARG")

    assert one(Parser(venue_resolver=at_the_end_of_the_world)).venue == Venue(city="Ushuaia", country="ARG")
    assert ("Mart Saar", "Anna Ozola") in seen


def test_a_judge() -> None:
    def sceptic(reading: Reading, candidate: Candidate) -> StatusChange:
        return StatusChange(status=Status.PROPOSED, rule="sceptic", by="nobody")

    event = one(Parser(status_judge=sceptic))
    assert event.status is Status.PROPOSED
    assert event.history[-1].rule == "sceptic"


def test_a_merger() -> None:
    calls: list[int] = []

    def first_only(reading: Reading, events: Sequence[Event]) -> Sequence[Event]:
        calls.append(len(events))
        return events[:1]

    text = f"{TEXT} Saar will visit Vilnius on Tuesday."
    parsed = parse_article(text, published=PUBLISHED, parser=Parser(merger=first_only))
    assert len(parsed.events) == 1
    assert calls[0] >= 2


def test_a_pipeline_by_name_and_by_hand(parser: Parser) -> None:
    assert one(Parser(parser.nlp)) == one(parser)


@pytest.mark.parametrize("part", ["date_resolver", "actor_resolver", "venue_resolver", "status_judge", "merger"])
def test_a_part_that_cannot_be_called_is_refused_at_once(part: str) -> None:
    with pytest.raises(DiploEventsError, match=part):
        Parser(**{part: 7})  # type: ignore[arg-type]


def test_extractors_that_cannot_be_called_are_refused_at_once() -> None:
    with pytest.raises(DiploEventsError, match="extractor"):
        Parser(extractors=["not an extractor"])  # type: ignore[list-item]


def test_a_plug_in_that_raises_is_named() -> None:
    def broken(reading: Reading) -> list[Candidate]:
        raise ZeroDivisionError("of all things")

    with pytest.raises(DiploEventsError, match="broken") as caught:
        parse_article(TEXT, published=PUBLISHED, parser=Parser(extractors=[broken]))
    assert isinstance(caught.value.__cause__, ZeroDivisionError)


def test_a_plug_in_that_raises_for_one_article_leaves_the_others() -> None:
    def picky(reading: Reading) -> list[Candidate]:
        if "Riga" not in reading.text:
            raise ZeroDivisionError("no Riga")
        return []

    texts = [TEXT, "Nothing here.", TEXT]
    results = list(parse_articles(texts, parser=Parser(extractors=[picky]), on_error="record"))
    assert [bool(result.error) for result in results] == [False, True, False]
    assert "no Riga" in (results[1].error or "")


@pytest.mark.parametrize("given", [7, "abc", plugging_in.high_fives])
def test_extractors_are_a_sequence(given: Any) -> None:
    with pytest.raises(InputTypeError, match="extractors"):
        Parser(extractors=given)


def test_a_class_in_place_of_its_instance_is_refused_at_once() -> None:
    with pytest.raises(InputTypeError, match="venue_resolver=AlwaysIn is a class"):
        Parser(venue_resolver=plugging_in.AlwaysIn)  # type: ignore[arg-type]


def test_what_is_no_pipeline_is_refused_at_once() -> None:
    with pytest.raises(InputTypeError, match="nlp"):
        Parser(7)  # type: ignore[arg-type]


def rubbish(*args: Any, answer: Any, **kwargs: Any) -> Any:
    return answer


def outside(start: int, end: int) -> Candidate:
    return Candidate(type=EventType.MEETING, start=start, end=end, rule="out of bounds")


@pytest.mark.parametrize(
    ("part", "answer", "said"),
    [
        ("extractors", None, "None, not a Candidate"),
        ("extractors", "met", "'m', not a Candidate"),
        ("extractors", [("met", 3)], "not a Candidate"),
        ("extractors", [outside(-1, 3)], "outside of the text"),
        ("extractors", [outside(5, 5)], "outside of the text"),
        ("extractors", [outside(5, 10_000)], "outside of the text"),
        ("actor_resolver", None, "not a sequence of Participant"),
        ("actor_resolver", "Ann", "not a sequence of Participant"),
        ("actor_resolver", ["Ann"], "'Ann', not a Participant"),
        ("venue_resolver", "Riga", "'Riga', not a Venue or None"),
        ("status_judge", None, "None, not a StatusChange"),
        ("status_judge", Status.HELD, "not a StatusChange"),
        ("date_resolver", dt.date(2024, 3, 8), "not a When or None"),
        ("merger", None, "not a sequence of Event"),
        ("merger", [None], "None, not a Event"),
    ],
)
def test_a_plug_in_that_answers_rubbish_is_named(part: str, answer: Any, said: str) -> None:
    plugged: Any = partial(rubbish, answer=answer)
    options: dict[str, Any] = {part: [plugged] if part == "extractors" else plugged}
    parser = Parser(**options)
    with pytest.raises(PluginError, match=rf"{part.removesuffix('s')} tests\.test_plugins\.rubbish returned") as caught:
        parse_article(TEXT, published=PUBLISHED, parser=parser)
    assert said in str(caught.value)


@pytest.mark.parametrize("part", ["actor_resolver", "venue_resolver", "status_judge", "date_resolver", "merger"])
def test_every_part_that_raises_is_named(part: str) -> None:
    def clumsy(*args: Any, **kwargs: Any) -> Any:
        raise KeyError("dropped")

    options: dict[str, Any] = {part: clumsy}
    with pytest.raises(PluginError, match=rf"{part} .*clumsy raised KeyError: 'dropped'") as caught:
        parse_article(TEXT, published=PUBLISHED, parser=Parser(**options))
    assert isinstance(caught.value.__cause__, KeyError)


def test_the_link_of_a_chain_that_raises_is_named() -> None:
    def weak_link(expression: str, *, reference: dt.date, tense: Tense | None) -> When | None:
        raise OverflowError("too late")

    chain = ChainedDateResolver().preceded_by(weak_link)
    with pytest.raises(PluginError, match="weak_link raised OverflowError"):
        parse_article(TEXT, published=PUBLISHED, parser=Parser(date_resolver=chain))


def test_a_span_of_another_text_is_refused() -> None:
    def elsewhere(reading: Any, candidate: Any, participants: Any) -> Venue:
        return Venue(city="Riga", spans=(Span(start=0, end=4, text="Riga"),))

    with pytest.raises(PluginError, match=r"elsewhere returned the span 0\.\.4"):
        parse_article(TEXT, published=PUBLISHED, parser=Parser(venue_resolver=elsewhere))


def test_what_the_parser_holds_can_be_plugged_into_another(parser: Parser) -> None:
    again = Parser(parser.nlp, extractors=plugging_in.stranger().extractors, merger=plugging_in.stranger().merger)
    assert one(again, "Ann high-fived Bo at noon.").mentions[0].rule == "high five"
