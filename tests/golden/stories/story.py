"""Reading a story: its articles, its gold events as the library's own, and its clusters."""

from __future__ import annotations

import datetime as dt
import json
from itertools import combinations
from pathlib import Path
from typing import Any

from attrs import frozen

from diplo_events import (
    Actor,
    ActorKind,
    Article,
    Event,
    EventType,
    Mention,
    ParsedArticle,
    Participant,
    Role,
    Span,
    Status,
    Timeline,
    Venue,
    When,
)

HERE = Path(__file__).parent
_DIRECTED = {EventType.SANCTION, EventType.EXPULSION, EventType.RECALL, EventType.SUMMONS}


@frozen(kw_only=True)
class Story:
    """Articles, what they tell, and which of it is one.

    Attributes:
        name: the folder's name.
        articles: as they come.
        told: the same articles with the events that a careful reader finds.
        cluster: (article id, event id) of those events to the label of the event in the world.
    """

    name: str
    articles: tuple[Article, ...]
    told: tuple[ParsedArticle, ...]
    cluster: dict[tuple[str, str], str]


def read_story(folder: Path) -> Story:
    """The story of a folder: ``*.txt`` with ``*.gold.json``, and ``clusters.json``."""
    golds = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.gold.json"))]
    articles = [
        Article(
            text=(folder / f"{gold['id']}.txt").read_text(encoding="utf-8"),
            published=dt.date.fromisoformat(gold["published"]),
            id=gold["id"],
        )
        for gold in golds
    ]
    told = [
        ParsedArticle(article=article, events=tuple(gold_event(e, article) for e in gold["events"]))
        for article, gold in zip(articles, golds, strict=True)
    ]
    labels = {
        (m.split(":")[0], m.split(":")[1]): group["label"]
        for group in json.loads((folder / "clusters.json").read_text(encoding="utf-8"))
        for m in group["members"]
    }
    cluster = {(p.id, e.id): labels.get((p.id, e.id), f"{p.id}:{e.id}") for p in told for e in p.events}
    return Story(name=folder.name, articles=tuple(articles), told=tuple(told), cluster=cluster)


def gold_event(gold: dict[str, Any], article: Article) -> Event:
    """A gold event in the library's own words."""
    start = article.text.find(gold["evidence"])
    span = Span.of(article.text, max(start, 0), max(start, 0) + len(gold["evidence"]))
    type_ = EventType(gold["type"])
    return Event(
        id=gold["id"],
        type=type_,
        status=Status(gold["status"]),
        participants=tuple(_participant(p, type_, n) for n, p in enumerate(gold["participants"])),
        venue=_venue(gold["venue"]),
        when=_when(gold),
        mentions=(Mention(trigger=span, sentence=span, article_id=article.id, rule="gold"),),
    )


def _participant(gold: dict[str, Any], type_: EventType, number: int) -> Participant:
    name = gold.get("name") or gold.get("group") or gold.get("org") or "?"
    kind = ActorKind.PERSON if gold.get("name") else ActorKind.GROUP if " " in name else ActorKind.GOVERNMENT
    role = Role.INITIATOR
    if type_ is EventType.VISIT:
        role = Role.VISITOR
    elif type_ is EventType.APPOINTMENT and (number == 0 or gold.get("name")):
        role = Role.APPOINTEE
    elif type_ in _DIRECTED and number:
        role = Role.TARGET
    actor = Actor(
        name=name, kind=kind, title=gold.get("title"), country=gold.get("country"), organization=gold.get("org"),
        aliases=gold.get("aliases", ()),
    )  # fmt: skip
    return Participant(actor=actor, role=role)


def _venue(gold: dict[str, Any] | None) -> Venue | None:
    if not gold or not any(gold.get(slot) for slot in ("city", "country", "forum")):
        return None
    return Venue(city=gold.get("city"), country=gold.get("country"), forum=gold.get("forum"))


def _when(gold: dict[str, Any]) -> When | None:
    if not gold["start"]:
        return None
    start, end = dt.date.fromisoformat(gold["start"]), dt.date.fromisoformat(gold["end"])
    return When(start=start, end=end, precision="day" if start == end else "period")


@frozen(kw_only=True)
class PairScore:
    """Pairs of events of a timeline, compared with the gold."""

    wrong: tuple[tuple[str, str], ...]
    missed: tuple[tuple[str, str], ...]
    right: int

    @property
    def f1(self) -> float:
        """The harmonic mean of pair precision and recall."""
        return 2 * self.right / max(2 * self.right + len(self.wrong) + len(self.missed), 1)


def score(timeline: Timeline, cluster: dict[tuple[str, str], str]) -> PairScore:
    """Compare the pairs of one event with the gold, over the events whose gold label is known."""
    found = {member: n for n, event in enumerate(timeline.events) for member in event.members}
    known = sorted(member for member in found if member in cluster)
    pairs = [(a, b) for a, b in combinations(known, 2) if a[0] != b[0]]
    same = {(a, b) for a, b in pairs if found[a] == found[b]}
    gold = {(a, b) for a, b in pairs if cluster[a] == cluster[b]}
    show = [tuple(sorted((":".join(a), ":".join(b)) for a, b in some)) for some in (same - gold, gold - same)]
    return PairScore(wrong=show[0], missed=show[1], right=len(same & gold))
