"""The charts draw what the timeline holds, and leave out what has no day or no city."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from diplo_events import InputTypeError, Timeline, merge_articles, plot_map, plot_timeline
from tests.golden.stories.story import HERE, read_story

pytest.importorskip("matplotlib", reason="Matplotlib is not installed (the extra [plot])")

from matplotlib import pyplot as plt


@pytest.fixture(scope="module")
def timeline() -> Timeline:
    return merge_articles(read_story(HERE / "aral-2007").told)


@pytest.fixture(autouse=True)
def _no_window() -> Iterator[None]:
    plt.switch_backend("agg")
    yield
    plt.close("all")


def test_a_bar_for_each_dated_event(timeline: Timeline) -> None:
    ax = plot_timeline(timeline)
    assert len(ax.patches) == sum(event.when is not None for event in timeline) > 10
    assert [label.get_text() for label in ax.get_yticklabels()] == ["meeting", "visit", "call", "conference", "summons"]
    first = min(bar.get_x() for bar in ax.patches)  # type: ignore[attr-defined]
    assert first == (dt.date(2007, 10, 2) - dt.date(1970, 1, 1)).days
    ax.get_figure().canvas.draw()  # type: ignore[union-attr]


def test_on_axes_of_ones_own(timeline: Timeline) -> None:
    _, ax = plt.subplots()
    assert plot_timeline(timeline, ax=ax) is ax
    assert plot_map(timeline, ax=ax) is ax


def test_an_empty_timeline_is_an_empty_chart() -> None:
    assert not plot_timeline(Timeline()).patches
    plot_map(Timeline()).get_figure().canvas.draw()  # type: ignore[union-attr]


def test_only_a_timeline() -> None:
    with pytest.raises(InputTypeError, match="merge_articles"):
        plot_timeline([])  # type: ignore[arg-type]
