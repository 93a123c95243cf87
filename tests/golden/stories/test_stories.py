"""Two stories with traps: a pair that meets twice in a week, two visits to one city, namesakes, plans that change."""

from __future__ import annotations

import pickle
import random

import pytest

from diplo_events import InputError, Parser, Status, Timeline, merge_articles, parse_articles
from tests.golden.gold import read_articles
from tests.golden.matching import compare
from tests.golden.stories.story import HERE, Story, read_story, score

_STORIES = sorted(path.name for path in HERE.iterdir() if (path / "clusters.json").exists())


@pytest.fixture(scope="module", params=_STORIES)
def story(request: pytest.FixtureRequest) -> Story:
    return read_story(HERE / request.param)


def test_of_what_a_careful_reader_finds_all_that_is_one_is_merged_and_nothing_else(story: Story) -> None:
    found = score(merge_articles(story.told), story.cluster)
    assert found.wrong == ()
    assert found.missed == ()


def test_of_what_the_parser_finds_nothing_is_merged_wrongly(story: Story, parser: Parser) -> None:
    parsed = list(parse_articles(story.articles, parser=parser))
    cluster = {}
    for case, article in zip(read_articles(HERE / story.name), parsed, strict=True):
        # Gold events have the number of their place for an id.
        number = {id(event): f"e{n}" for n, event in enumerate(case.events, start=1)}
        for pair in compare(case, article.events).pairs:
            cluster[article.id, pair.found.id] = story.cluster[article.id, number[id(pair.gold)]]
    found = score(merge_articles(parsed), cluster)
    assert found.wrong == ()
    assert found.f1 >= 0.7


def test_the_order_of_the_articles_does_not_matter(story: Story) -> None:
    expected = merge_articles(story.told)
    for seed in range(5):
        shuffled = list(story.told)
        random.Random(seed).shuffle(shuffled)
        assert merge_articles(shuffled) == expected


def test_one_article_after_the_other_gives_the_same(story: Story) -> None:
    expected = merge_articles(story.told)
    for seed in range(5):
        timeline = Timeline()
        shuffled = list(story.told)
        random.Random(seed).shuffle(shuffled)
        for number, article in enumerate(shuffled):
            # Now and then the index is lost, as after reading a timeline from a file.
            timeline = pickle.loads(pickle.dumps(timeline)) if number % 2 else timeline
            timeline = timeline.add(article)
        assert timeline == expected


def test_adding_an_article_twice_changes_nothing_and_another_of_its_id_is_an_error(story: Story) -> None:
    timeline = merge_articles(story.told)
    assert timeline.add(story.told) == timeline
    one, two = story.told[:2]
    impostor = two.__class__(article=one.article, events=two.events)
    with pytest.raises(InputError, match="its own id"):
        timeline.add(impostor)


def test_every_event_of_every_article_is_somewhere_once(story: Story) -> None:
    members = [member for event in merge_articles(story.told) for member in event.members]
    assert sorted(members) == sorted((p.id, e.id) for p in story.told for e in p.events)


def test_status_history_and_claims() -> None:
    story = read_story(HERE / "andes-1998")
    timeline = merge_articles(story.told)
    summit = next(event for event in timeline if event.venue and event.venue.city == "Washington")
    assert [report.status for report in summit.history] == [Status.PLANNED, Status.POSTPONED, Status.CANCELLED]
    assert summit.status is Status.CANCELLED
    assert [(claim.value, len(claim.told_by)) for claim in summit.claims_on("when")] == [("1998-08-24", 3)]
    assert summit.contested == ()
    assert [str(participant) for participant in summit.participants] == ["Jaime Cordero (ECU)", "Alvaro Montes (PER)"]
