"""Places by name: which of several of one name is meant, and what is pieced together from them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from diplo_events.model.actors import Venue
from diplo_events.model.text import Span
from diplo_events.reading.lexicon import NameKind, Sense
from diplo_events.reading.reading import Reading
from diplo_events.reading.register import Name
from diplo_events.tables import capital_of, cities, countries_by_code

#: The kinds of names that stand for a place on the map.
PLACE_KINDS = (NameKind.SITE, NameKind.CITY, NameKind.COUNTRY, NameKind.REGION)


class Place:
    """A place as it is pieced together: city, country, site."""

    __slots__ = ("city", "country", "latitude", "longitude", "name", "site", "spans")

    def __init__(self) -> None:
        self.name: str | None = None
        self.city: str | None = None
        self.country: str | None = None
        self.site: str | None = None
        self.latitude: float | None = None
        self.longitude: float | None = None
        self.spans: list[Span] = []

    def add(self, sense: Sense, text: str, span: Span | None) -> None:
        """Take a sense over where it fits what is known."""
        if self.country is not None and sense.country is not None and sense.country != self.country:
            return
        if sense.kind is NameKind.SITE:
            self.site = self.site or sense.name
            self.city = self.city or sense.city
        elif sense.kind is NameKind.CITY and self.city is None:
            self.city = city_as_written(sense, text)
        elif sense.kind is NameKind.COUNTRY and sense.country is not None:
            self.city = self.city or namesake(sense.country)
        self.country = self.country or sense.country
        if sense.latitude is not None and (self.latitude is None or sense.kind in (NameKind.CITY, NameKind.SITE)):
            self.latitude, self.longitude = sense.latitude, sense.longitude
        self.name = self.name or text
        if span is not None:
            self.spans.append(span)

    @property
    def known(self) -> bool:
        """Whether anything is known."""
        return self.name is not None

    def venue(self, forum: str | None = None, spans: Sequence[Span] = ()) -> Venue:
        """The place as a venue, with a gathering and where the text names that."""
        return Venue(
            name=self.name or forum,
            city=self.city,
            country=self.country,
            forum=forum,
            site=self.site,
            latitude=self.latitude,
            longitude=self.longitude,
            spans=tuple(dict.fromkeys((*self.spans, *spans))),
        )


def city_as_written(sense: Sense, text: str) -> str:
    """A city under the name that the article gives it, "Rangoon" or "Yangon"; in full if it is shortened there."""
    full = text.strip(" ,.'’")
    if full == sense.name or len(full) <= _ABBREVIATED or "." in full or full.startswith(f"{sense.name} "):
        return sense.name
    if full.isupper() or not full[:1].isupper() or sense.country is None:
        return sense.name
    known = cities().in_country(full, sense.country)
    return full if known is not None and known.name == sense.name else sense.name


@cache
def namesake(country: str) -> str | None:
    """The capital of a state that goes by its capital's name, so that to be in one is to be in the other: Singapore."""
    entry, capital = countries_by_code().get(country), capital_of(country)
    return capital.name if entry is not None and capital is not None and capital.name == entry.name else None


#: Letters; a name so short is an abbreviation ("NYC", "KL").
_ABBREVIATED = 3


def choose(name: Name, reading: Reading) -> Sense:
    """Which of several places of one name is meant: the one in a country that the article names, else the largest."""
    senses = [s for s in name.senses if s.kind in PLACE_KINDS]
    sites = [s for s in senses if s.kind is NameKind.SITE]
    if sites:
        return sites[0]
    places = [s for s in senses if s.kind is NameKind.CITY]
    named = reading.countries()
    states = [s for s in senses if s.kind is NameKind.COUNTRY]
    if states:
        return states[0]
    wide = [s for s in senses if s.kind is NameKind.REGION and s.country is None]
    if wide and all(s.weight < _LARGE for s in places):
        return wide[0]  # Asia is no village in the Philippines
    pool = places or senses
    return max(pool, key=lambda s: s.weight * (_namesake_factor(s.country) if named.get(s.country or "", 0) else 1))


def _namesake_factor(country: str | None) -> int:
    """What a city's size counts in a country that the article names: Paris stays in France, Santiago may be in Cuba.

    Less in the United States, which most articles name and which has a Geneva, a Moscow and a Cairo of its own.
    """
    return 3 if country == "USA" else 10


def last_place(reading: Reading, offset: int, back: int = 2) -> Name | None:
    """The place last spoken of before ``offset``, at most ``back`` sentences earlier: what "there" means."""
    number = reading.sentence_at(offset)
    start = reading.sentences[max(number - back, 0)].start
    places = [
        n for n in reading.register.within(start, offset)
        if n.person is None and n.sense(NameKind.CITY, NameKind.COUNTRY, NameKind.SITE, NameKind.REGION) is not None
        and n.kind is not NameKind.DEMONYM
    ]  # fmt: skip
    return places[-1] if places else None


def located(name: Name, reading: Reading) -> bool:
    """Whether a name is a place behind "in" or "at"."""
    if name.person is not None or name.sense(*PLACE_KINDS) is None or is_post(name, reading):
        return False
    return preposition_before(name, reading) in ("in", "at")


def preposition_before(name: Name, reading: Reading) -> str:
    """The word before a name and its article, in lower case; nothing if there is none."""
    before = reading.text[max(name.start - 14, 0) : name.start].lower().split()
    if before and before[-1] == "the":
        before.pop()
    return before[-1] if before else ""


def is_post(name: Name, reading: Reading) -> bool:
    """Whether a place is where a person serves, and no place of what is told: "China's ambassador in Fiji, X"."""
    countries = {sense.country for sense in name.senses}
    after = reading.register.within(name.end, name.end + _TITLE_REACH)
    return any(n.person is not None and n.person.posted_to in countries for n in after)


#: Characters between a post and its holder's name.
_TITLE_REACH = 4
#: Inhabitants; a city of this size may share its name with a region of several countries.
_LARGE = 1_000_000


def dateline_senses(reading: Reading) -> list[Sense]:
    """The places of the dateline, the city first."""
    dateline = reading.dateline
    if dateline is None or dateline.city is None:
        return []
    senses = [s for s in reading.place_senses(dateline.city) if s.kind in PLACE_KINDS]
    if dateline.region:
        regions = {s.country for s in reading.place_senses(dateline.region)}
        senses = [s for s in senses if s.country in regions] or senses
    if not senses:
        return []
    return [max(senses, key=lambda s: (s.kind is NameKind.CITY, s.weight))]


def dateline_venue(reading: Reading) -> Venue | None:
    """The place where the story was filed, or None."""
    place = Place()
    add_dateline(place, reading, None)
    return place.venue() if place.known else None


def add_dateline(place: Place, reading: Reading, span: Span | None) -> None:
    """Take over the city of the dateline, with the word that stands for it ("here"), if any."""
    for sense in dateline_senses(reading):
        place.add(sense, (reading.dateline.city if reading.dateline else None) or "", span)
