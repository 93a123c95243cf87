"""What is one event and what is two, slot by slot; and that order and increments change nothing."""

from __future__ import annotations

import datetime as dt
import random

import pytest
from attrs import evolve

from diplo_events import (
    Actor,
    Article,
    Event,
    InputTypeError,
    Mention,
    Note,
    ParsedArticle,
    Participant,
    Span,
    Status,
    Timeline,
    Venue,
    When,
    merge_articles,
)
from diplo_events.tables.plain_words import plain_gathering_words, plain_group_words
from tests.benchmarks.bench_timeline import generate

_ANA = ("Ana Silva", "PRT", "Foreign Minister")
_BO = ("Bo Lund", "SWE", "Foreign Minister")


def tell(
    *people: tuple[str, str | None, str | None],
    id: str,
    day: int | None = 8,
    until: int | None = None,
    published: int = 12,
    status: str = "held",
    city: str | None = None,
    kind: str = "meeting",
) -> ParsedArticle:
    span = Span(start=0, end=0, text="")
    actors = [
        Actor(name=name, country=country, title=title, kind="group" if "'" in name else "person")
        for name, country, title in people
    ]
    when = None
    if day is not None:
        last = until or day
        when = When(
            start=dt.date(2024, 3, day), end=dt.date(2024, 3, last), precision="day" if last == day else "period"
        )
    event = Event(
        id=f"e-{id}", type=kind, status=status, when=when,
        participants=[Participant(actor=actor, role="initiator") for actor in actors],
        venue=Venue(city=city, country="CHE") if city else None,
        mentions=[Mention(trigger=span, sentence=span, article_id=id, rule="x")],
    )  # fmt: skip
    return ParsedArticle(article=Article(text="", id=id, published=dt.date(2024, 3, published)), events=[event])


_BASE = tell(_ANA, _BO, id="a", city="Geneva")


@pytest.mark.parametrize(
    "other",
    [
        tell(_ANA, _BO, id="b"),
        tell(("Silva", "PRT", None), ("Lund", "SWE", None), id="b"),
        tell(("A. Silva", "PRT", None), _BO, id="b"),
        tell(_ANA, ("Sweden's foreign minister", "SWE", None), id="b"),
        tell(_ANA, _BO, id="b", day=4, until=10),
        tell(_ANA, _BO, id="b", published=5, status="planned"),
        tell(_ANA, _BO, id="b", status="denied"),
        tell(_ANA, _BO, id="b", day=None),
    ],
    ids=["same", "surnames", "initial", "office", "week", "planned before", "denied", "undated"],
)
def test_one(other: ParsedArticle) -> None:
    assert len(merge_articles([_BASE, other])) == 1


@pytest.mark.parametrize(
    "other",
    [
        tell(_ANA, _BO, id="b", day=10),
        tell(_ANA, _BO, id="b", city="Bern"),
        tell(("Ana Silva", "BRA", None), _BO, id="b"),
        tell(("Rui Silva", "PRT", None), _BO, id="b"),
        tell(("Silva", "PRT", "Defence Minister"), _BO, id="b"),
        tell(_ANA, ("Sweden's defence minister", "SWE", None), id="b"),
        tell(_ANA, _BO, id="b", status="declined"),
        tell(_ANA, _BO, id="b", published=13, status="planned"),
        tell(_ANA, _BO, id="b", kind="call"),
        tell(_ANA, ("Eva Berg", "NOR", None), id="b"),
    ],
    ids=[
        "day",
        "city",
        "namesake",
        "given name",
        "office",
        "unnamed office",
        "declined",
        "planned after",
        "type",
        "side",
    ],
)
def test_two(other: ParsedArticle) -> None:
    assert len(merge_articles([_BASE, other])) == 2


def test_what_fits_two_alike_stands_alone() -> None:
    monday, friday = tell(_ANA, _BO, id="a", day=4), tell(_ANA, _BO, id="b", day=8)
    vague = tell(_ANA, _BO, id="c", day=4, until=10)
    assert sorted(len(event.members) for event in merge_articles([monday, friday, vague])) == [1, 1, 1]
    there = tell(_ANA, _BO, id="d", day=4, until=10, city="Geneva")
    bern, geneva = tell(_ANA, _BO, id="a", day=4, city="Bern"), tell(_ANA, _BO, id="b", city="Geneva")
    placed = merge_articles([bern, geneva, there])
    assert ("d", "e-d") in placed.events[1].members


def test_a_report_and_its_denial_stay_visible() -> None:
    (event,) = merge_articles([_BASE, tell(_ANA, _BO, id="b", published=13, status="denied")])
    assert event.status is Status.DENIED
    assert event.contested == ("status",)
    assert [claim.value for claim in event.claims_on("status")] == ["held", "denied"]


def test_the_fullest_of_each_slot() -> None:
    (event,) = merge_articles([tell(("Silva", "PRT", None), _BO, id="b", day=4, until=10), _BASE])
    assert str(event) == "meeting · held · 2024-03-08 · Ana Silva (PRT), Bo Lund (SWE) · Geneva, CHE · told by 2"
    assert event.participants[0].actor.aliases == ("Silva",)


def test_only_parsed_articles() -> None:
    with pytest.raises(InputTypeError, match="parsed articles"):
        merge_articles(["text"])  # type: ignore[list-item]


@pytest.mark.parametrize("seed", range(3))
def test_increments_and_order_on_many_events(seed: int) -> None:
    rng = random.Random(seed)
    articles = list(generate(600, rng))
    expected = merge_articles(articles)
    rng.shuffle(articles)
    assert merge_articles(articles) == expected
    timeline = Timeline()
    for start in range(0, len(articles), 40):
        timeline = timeline.add(articles[start : start + 40])
    assert timeline == expected


def test_plain_words_are_lower_case() -> None:
    for words in (plain_group_words(), plain_gathering_words()):
        assert len(words) > 20
        assert all(word == word.lower().strip() for word in words)


def test_a_place_that_was_weighed_gives_way_to_one_that_is_told() -> None:
    told, weighed = tell(_ANA, _BO, id="a", city="Geneva"), tell(_ANA, _BO, id="b", city="Berne")
    (event,) = weighed.events
    unsure = evolve(event, notes=(Note(slot="venue", rule="chosen by home of initiator (+0.2)"),))
    (merged,) = merge_articles([told, evolve(weighed, events=(unsure,))]).events
    assert merged.venue is not None
    assert merged.venue.city == "Geneva"
    assert len(merge_articles([told, weighed]).events) == 2
