"""Reads an article: the cheap layers of a :class:`Reading`, built one on the other."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from diplo_events.dates.chain import resolve_date
from diplo_events.dates.find import find_dates
from diplo_events.model.articles import Article
from diplo_events.model.roster import RosterEntry
from diplo_events.reading.blocks import ZoneKind
from diplo_events.reading.clean import clean
from diplo_events.reading.dateline import Dateline, read_dateline
from diplo_events.reading.eras import former_states, set_back
from diplo_events.reading.lexicon import NameKind
from diplo_events.reading.reading import Reading, SentenceParser
from diplo_events.reading.register import Stretch, build_register
from diplo_events.reading.sentences import split_sentences
from diplo_events.reading.vocabulary import vocabulary
from diplo_events.reading.words import words_of
from diplo_events.reading.zones import zones

#: The reference of an article without a date: only complete dates are taken from it.
_NO_DATE = date(2000, 1, 1)
#: Days between filing and printing: a newspaper's "today" is the day of its dateline, not that of its issue.
_ON_THE_WAY = 3


def read(article: Article, parse: SentenceParser, roster: Sequence[RosterEntry] = ()) -> Reading:
    """Read an article up to the register of names and the times; no syntax yet.

    Args:
        article: the article.
        parse: parses sentences when their syntax is asked for.
        roster: persons known beforehand; those not in office on the day of publication are left out.
    """
    cleaned = clean(article.text)
    found = zones(cleaned)
    dateline = read_dateline(cleaned, found)
    sentences = [s for s in split_sentences(cleaned, found) if s.zone.tells]
    stretches = [Stretch(s.start, s.end, s.zone in (ZoneKind.HEADLINE, ZoneKind.SUBHEAD)) for s in sentences]
    known = [entry for entry in roster if entry.serves_on(article.published)]
    register = build_register(cleaned.text, stretches, vocabulary(), known, _country_of(dateline))
    former = former_states(register, article.published)
    set_back(register, former)
    spoken_on = _filed_on(dateline, article.published) or article.published
    times = find_dates(cleaned.text, reference=spoken_on or _NO_DATE)
    return Reading(
        article=article,
        clean=cleaned,
        sentences=sentences,
        dateline=dateline,
        register=register,
        times=times,
        spoken_on=spoken_on,
        parse=parse,
        former=former,
    )


def _country_of(dateline: Dateline | None) -> str | None:
    """The country of the dateline's city; of several cities of that name the largest counts."""
    if dateline is None or dateline.city is None:
        return None
    senses = vocabulary().match(words_of(dateline.region or dateline.city), 0)[1]
    kinds = (NameKind.CITY, NameKind.COUNTRY, NameKind.SITE, NameKind.REGION)
    places = [s for s in senses if s.country and s.kind in kinds]
    return max(places, key=lambda s: s.weight).country if places else None


def _filed_on(dateline: Dateline | None, published: date | None) -> date | None:
    """The day of the dateline, if the paper of the publication's day printed what was filed then."""
    if dateline is None or dateline.date is None or published is None:
        return None
    filed = resolve_date(dateline.date, reference=published)
    if filed is None or filed.start is None or filed.start != filed.end:
        return None
    return filed.start if 0 <= (published - filed.start).days <= _ON_THE_WAY else None
