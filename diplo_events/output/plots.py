"""A timeline and a map as charts, with Matplotlib: the extra ``diplo-events[plot]``.

Colour tells the type, as in the HTML; what did not take place, or not yet, is hollow.
"""

from __future__ import annotations

import datetime as dt
from colorsys import hls_to_rgb
from typing import TYPE_CHECKING

from diplo_events.data import rows
from diplo_events.errors import InputTypeError
from diplo_events.model.kinds import EventType, Status
from diplo_events.model.timeline import Timeline, TimelineEvent
from diplo_events.output.extras import needing

if TYPE_CHECKING:
    from matplotlib.axes import Axes

#: Hue in degrees, as in the style sheet of the HTML.
_HUE = {
    EventType.MEETING: 210, EventType.VISIT: 145, EventType.CALL: 185, EventType.CONFERENCE: 265,
    EventType.AGREEMENT: 95, EventType.APPOINTMENT: 45, EventType.EXPULSION: 0, EventType.RECALL: 330,
    EventType.SUMMONS: 25, EventType.RELATIONS: 235, EventType.SANCTION: 300,
}  # fmt: skip
_TOOK_PLACE = frozenset({Status.HELD, Status.ONGOING})
#: Labels beyond this number would lie on one another.
_MOST_LABELS = 40
#: Degrees of margin around the venues.
_MARGIN = 8.0


def plot_timeline(timeline: Timeline, *, ax: Axes | None = None) -> Axes:
    """Each dated event as a bar over its days, a line for each type.

    Args:
        timeline: what to show. Events without a date are left out.
        ax: the axes to draw on; new ones of ``matplotlib.pyplot`` if None.

    Returns:
        The axes; ``ax.figure.savefig("timeline.svg")`` writes them to a file.

    Raises:
        ImportError: if Matplotlib is not installed; the message says how to install it.
        InputTypeError: if it is not given a timeline.
    """
    ax = _axes(timeline, ax)
    dated = [event for event in timeline if _days(event) is not None]
    number = needing("matplotlib.dates", "plot").date2num
    kinds = [kind for kind in EventType if any(event.type is kind for event in dated)]
    for event in dated:
        days = _days(event)
        assert days is not None
        first, last = days
        ax.barh(
            kinds.index(event.type),
            (last - first).days + 1,
            left=number(first),
            height=0.6,
            edgecolor=_colour(event),
            facecolor=(*_colour(event), 0.55) if event.status in _TOOK_PLACE else "none",
            linewidth=1.4,
            linestyle="-" if event.status in _TOOK_PLACE else "--",
        )
    ax.set_yticks(range(len(kinds)), [kind.value for kind in kinds])
    ax.invert_yaxis()
    ax.xaxis_date()
    ax.use_sticky_edges = False
    ax.set_title(f"{len(dated)} dated events told by {len(timeline.articles)} articles")
    ax.grid(visible=True, axis="x", alpha=0.3)
    return ax


def plot_map(timeline: Timeline, *, ax: Axes | None = None) -> Axes:
    """The venues of a timeline: a point a city and type, the larger the more events. The grey points are other cities.

    Args:
        timeline: what to show. Events without a city are left out.
        ax: the axes to draw on; new ones of ``matplotlib.pyplot`` if None.

    Returns:
        The axes, in degrees of longitude and latitude (plate carrée).

    Raises:
        ImportError: if Matplotlib is not installed; the message says how to install it.
        InputTypeError: if it is not given a timeline.
    """
    ax = _axes(timeline, ax)
    placed = _placed(timeline)
    world = list(rows("cities.tsv"))
    xs, ys = [float(city["longitude"]) for city in world], [float(city["latitude"]) for city in world]
    ax.scatter(xs, ys, s=1, color="0.75", zorder=1, linewidths=0)
    # Large points first, so that the small ones stay in sight.
    for (kind, took_place, _, x, y), number in sorted(placed.items(), key=lambda item: (-item[1], item[0])):
        colour = _rgb(kind)
        face = (*colour, 0.6) if took_place else "none"
        ax.scatter([x], [y], s=36 * number, facecolors=[face], edgecolors=[colour], linewidths=1.4, zorder=2)
    for name, x, y in sorted({(name, x, y) for _, _, name, x, y in placed})[:_MOST_LABELS]:
        ax.annotate(name, (x, y), xytext=(5, 5), textcoords="offset points", fontsize="small", zorder=3)
    if placed:
        xs, ys = [x for *_, x, _ in placed], [y for *_, y in placed]
        ax.set_xlim(max(min(xs) - _MARGIN, -180), min(max(xs) + _MARGIN, 180))
        ax.set_ylim(max(min(ys) - _MARGIN, -90), min(max(ys) + _MARGIN, 90))
    ax.set_aspect("equal", adjustable="box")
    ax.set_xlabel("longitude, degrees")
    ax.set_ylabel("latitude, degrees")
    ax.set_title(f"venues of {sum(placed.values())} events")
    return ax


_Point = tuple[EventType, bool, str, float, float]


def _placed(timeline: Timeline) -> dict[_Point, int]:
    """Type, whether it took place, city, longitude and latitude to the number of events."""
    points: dict[_Point, int] = {}
    for event in timeline:
        venue = event.venue
        if venue is None or venue.city is None or venue.latitude is None or venue.longitude is None:
            continue
        point = (event.type, event.status in _TOOK_PLACE, venue.city, venue.longitude, venue.latitude)
        points[point] = points.get(point, 0) + 1
    return points


def _axes(timeline: Timeline, ax: Axes | None) -> Axes:
    if not isinstance(timeline, Timeline):
        raise InputTypeError(f"a chart is made of a Timeline, not of {type(timeline).__name__}: see merge_articles")
    pyplot = needing("matplotlib.pyplot", "plot")
    if ax is None:
        _, ax = pyplot.subplots(figsize=(9, 4.5), layout="constrained")
    if not hasattr(ax, "scatter"):
        raise InputTypeError(f"ax must be the axes of a figure of matplotlib or None, not {type(ax).__name__}")
    return ax


def _days(event: TimelineEvent) -> tuple[dt.date, dt.date] | None:
    when = event.when
    if when is None or when.start is None or when.end is None:
        return None
    return when.start, when.end


def _colour(event: TimelineEvent) -> tuple[float, float, float]:
    return _rgb(event.type)


def _rgb(kind: EventType) -> tuple[float, float, float]:
    return hls_to_rgb(_HUE[kind] / 360, 0.42, 0.65)
