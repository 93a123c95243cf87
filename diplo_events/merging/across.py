"""The events of many articles become a timeline.

Events are compared only with those that share a key: the type, the month, and a name, two sides or a gathering. Of the
events that are told, the most precise come first; each joins the group with which it agrees in everything that every
member tells, and for which most speaks, or opens a group. Where two groups fit equally well it stands alone: nothing is
guessed. Since the order is that of what is told, the order of the articles does not matter; and since an event's
group depends only on the events that it can be merged with, directly or through others, an article more changes nothing
but its neighbourhood.
"""

from __future__ import annotations

from collections.abc import Iterable

from diplo_events.errors import InputError, InputTypeError
from diplo_events.merging.agreed import agree, place_in_time
from diplo_events.merging.neighbours import Index
from diplo_events.merging.traits import traits_of
from diplo_events.model.articles import ParsedArticle
from diplo_events.model.timeline import Evidence, Member, Timeline, TimelineEvent


def merge_articles(parsed: Iterable[ParsedArticle]) -> Timeline:
    """Merge the events of several articles: what tells of the same thing in the world becomes one event.

    Args:
        parsed: parsed articles in any order; the result does not depend on it. Their ids tell them apart. Two events
            of one article are never merged.

    Returns:
        The timeline. Where it cannot be told whether two articles mean the same, they stay two events.

    Raises:
        InputError: if two different articles or events have the same id.
        InputTypeError: if it is no iterable of parsed articles.

    >>> from diplo_events import merge_articles, parse_article
    >>> one = parse_article("Estonian Foreign Minister Mart Saar will meet his Latvian counterpart, Anna Ozola, "
    ...                     "in Riga on Friday.", published="2024-03-05", id="a")
    >>> two = parse_article("Latvian Foreign Minister Anna Ozola met Estonia's Mart Saar on Friday.",
    ...                     published="2024-03-09", id="b")
    >>> for event in merge_articles([one, two]):
    ...     print(event)
    meeting · held · 2024-03-08 · Mart Saar (EST), Anna Ozola (LVA) · Riga, LVA · told by 2
    """
    return add_articles(Timeline(), parsed)


def add_articles(timeline: Timeline, parsed: Iterable[ParsedArticle]) -> Timeline:
    """A new timeline with the events of some articles more; see :meth:`Timeline.add`."""
    if not isinstance(parsed, Iterable):
        raise InputTypeError(f"a timeline is made of an iterable of parsed articles, not of {type(parsed).__name__}")
    known = _index(timeline)
    articles = set(timeline.articles)
    fresh: dict[Member, Evidence] = {}
    for article in parsed:
        if not isinstance(article, ParsedArticle):
            raise InputTypeError(f"a timeline is made of parsed articles, not of {type(article).__name__}")
        articles.add(article.id)
        for evidence in _evidence(article):
            before = fresh.get(evidence.member) or known.evidence.get(evidence.member)
            if before is None:
                fresh[evidence.member] = evidence
            elif before != evidence:
                raise InputError(f"two different events have the id {evidence.member}: give each article its own id")
    index, gone, come = known.with_events([(e, traits_of(e)) for e in fresh.values()])
    kept = [event for event in timeline.events if not gone.intersection(event.members)]
    new = [agree([index.evidence[member] for member in group]) for group in come]
    return _timeline([*kept, *new], articles, index)


def _evidence(article: ParsedArticle) -> list[Evidence]:
    return [
        Evidence(article_id=article.id, published=article.published, source=article.article.source, event=event)
        for event in article.events
    ]


def _timeline(events: list[TimelineEvent], articles: set[str], index: Index) -> Timeline:
    timeline = Timeline(events=sorted(events, key=place_in_time), articles=sorted(articles))
    object.__setattr__(timeline, "_index", index)
    return timeline


def _index(timeline: Timeline) -> Index:
    """The index of a timeline, made again where it was lost (after unpickling, or reading JSON)."""
    known = timeline._index  # noqa: SLF001 - the model keeps it for this module and knows nothing of it
    if isinstance(known, Index):
        return known
    index = Index.of([[(evidence, traits_of(evidence)) for evidence in event.evidence] for event in timeline.events])
    object.__setattr__(timeline, "_index", index)
    return index
