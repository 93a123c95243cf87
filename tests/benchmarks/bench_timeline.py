"""How long it takes to merge 100,000 events, and to add an article more.

python tests/benchmarks/bench_timeline.py [number of events]

The events are made by a seeded generator: meetings, visits and calls of 120 countries over ten years, each told by one
to eight articles; some pairs of countries have far more than others.
"""

from __future__ import annotations

import datetime as dt
import random
import sys
import time
from collections.abc import Iterator

from diplo_events import (
    Actor,
    Article,
    Event,
    Mention,
    ParsedArticle,
    Participant,
    Role,
    Span,
    Status,
    Timeline,
    Venue,
    When,
    merge_articles,
)
from diplo_events.tables.countries import countries

_FLOOR_SECONDS = 120.0
_FIRST = "Ana Boris Chen Dina Emil Farah Goran Hana Ivo Jana Karim Lena Marek Nadia Omar Petra".split()
_LAST = "Adler Bakari Costa Dahl Eriks Fofana Garcia Haddad Ito Juarez Kovac Lund Moreau Nkosi Okafor Petrov".split()
_START = dt.date(2010, 1, 1)


def main() -> int:
    """Time the merge of all but one article, then adding the last; fails if the merge takes more than two minutes."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    articles = list(generate(wanted, random.Random(7)))
    number = sum(map(len, articles))
    started = time.perf_counter()
    timeline = merge_articles(articles[:-1])
    merging = time.perf_counter() - started
    started = time.perf_counter()
    whole = timeline.add(articles[-1])
    adding = time.perf_counter() - started
    print(f"{number} events of {len(articles)} articles became {len(whole)} in {merging:.1f} s")
    print(f"one article more took {adding:.2f} s")
    check(whole)
    return int(merging > _FLOOR_SECONDS * max(1.0, wanted / 100_000))


def check(timeline: Timeline) -> None:
    """Print how many of the groups hold tellings of one generated event only."""
    pure = sum(len({m.rule for e in event.evidence for m in e.event.mentions}) == 1 for event in timeline)
    print(f"{pure} of {len(timeline)} groups are of one event")


def generate(number: int, rng: random.Random) -> Iterator[ParsedArticle]:
    """Articles with about so many events in all."""
    codes = [country.code for country in countries()][:120]
    told: dict[int, list[Event]] = {}
    made = things = 0
    while made < number:
        things += 1
        thing = _thing(rng, codes)
        for _ in range(rng.choice((1, 1, 1, 2, 2, 3, 5, 8))):
            made += 1
            article = rng.randrange(number // 8)
            event = _telling(rng, thing, made, things)
            told.setdefault(thing[1].toordinal() * 1_000_000 + article, []).append(event)
    for key, events in sorted(told.items()):
        published = dt.date.fromordinal(key // 1_000_000) + dt.timedelta(days=rng.randrange(1, 9))
        yield ParsedArticle(article=Article(text="", id=str(key), published=published), events=tuple(events))


_Thing = tuple[str, dt.date, list[Participant], Venue]


def _thing(rng: random.Random, codes: list[str]) -> _Thing:
    kind = rng.choice(("meeting", "meeting", "visit", "call"))
    # Squared, so that some countries meet far more often than others.
    pair = [codes[int(len(codes) * rng.random() ** 2)] for _ in range(2)]
    role = Role.VISITOR if kind == "visit" else Role.INITIATOR
    people = [
        Participant(
            actor=Actor(name=f"{rng.choice(_FIRST)} {rng.choice(_LAST)}", kind="person", country=code), role=role
        )
        for code in (pair[:1] if kind == "visit" else pair)
    ]
    day = _START + dt.timedelta(days=rng.randrange(3650))
    return kind, day, people, Venue(country=pair[1], city=f"City of {pair[1]}")


def _telling(rng: random.Random, thing: _Thing, number: int, rule: int) -> Event:
    kind, day, people, venue = thing
    width = rng.choice((0, 0, 0, 6, 30))
    start = day - dt.timedelta(days=rng.randrange(width + 1))
    when = When(start=start, end=start + dt.timedelta(days=width), precision="day" if not width else "period")
    span = Span(start=0, end=0, text="")
    return Event(
        id=str(number),
        type=kind,
        status=Status.HELD,
        participants=people,
        venue=None if kind == "call" else venue,
        when=when if rng.random() < 0.85 else None,
        mentions=[Mention(trigger=span, sentence=span, article_id="", rule=str(rule))],
    )


if __name__ == "__main__":
    sys.exit(main())
