"""From places and forums to a venue that can be put on a map."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from diplo_events.data import rows
from diplo_events.extraction.candidates import Argument, Candidate, Slot
from diplo_events.extraction.context import Context
from diplo_events.extraction.syntax import deep_preposed, preposed
from diplo_events.model.actors import Participant, Venue
from diplo_events.model.kinds import EventType, Role
from diplo_events.model.text import Span
from diplo_events.reading.lexicon import NameKind, Sense
from diplo_events.reading.reading import Reading
from diplo_events.reading.register import Name
from diplo_events.resolution.apart import stands_apart
from diplo_events.resolution.default_venues import default_venue, host_country, posting
from diplo_events.resolution.places import (
    PLACE_KINDS,
    Place,
    add_dateline,
    choose,
    dateline_senses,
    last_place,
    located,
)
from diplo_events.tables import capital_of, cities, countries_by_code
from diplo_events.tables.plain_words import plain_gathering_words

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Types that take place in one of the two states concerned.
_BETWEEN_TWO = frozenset({EventType.RECALL, EventType.EXPULSION, EventType.SUMMONS})


def _of_a_side(place: Place, participants: tuple[Participant, ...]) -> bool:
    """Whether a place lies in the state of one of the parties, as far as both are known."""
    states = {p.actor.country for p in participants if p.actor.country}
    return place.country is None or len(states) < _SIDES or place.country in states


#: Sides of an act between states.
_SIDES = 2


class RuleVenueResolver:
    """Finds the venue of a candidate from its places, its forum, and the dateline. Holds no state."""

    def __call__(
        self, reading: Reading, candidate: Candidate, participants: tuple[Participant, ...] = ()
    ) -> Venue | None:
        """The venue of one candidate, or None where the article does not tell."""
        if candidate.type is EventType.CALL:
            return None
        context = Context(reading, reading.sentence_at(candidate.start))
        place = Place()
        if candidate.type is EventType.CONFERENCE:
            trigger = reading.token(candidate.start)
            if trigger is not None:
                self._hosted(place, trigger, context)
        for argument in candidate.of(Slot.PLACE):
            self._place(place, argument, context)
        if candidate.type in _BETWEEN_TWO and not _of_a_side(place, participants):
            place = Place()  # "recalled after the killings in Gaza"
        forum, forum_span = self._forum(candidate, context, place)
        if not place.known and candidate.type in _SOMEWHERE:
            self._around(place, reading, candidate)
        if not place.known and self._may_be_here(candidate, reading):
            self._dateline(place, reading, participants, candidate)
        if not place.known and forum is None:
            return host_country(candidate.rule, participants) or default_venue(
                candidate.type, participants, posting(reading, candidate), mission="mission" in candidate.rule
            )
        return place.venue(forum, [forum_span] if forum_span else [])

    def _place(self, place: Place, argument: Argument, context: Context) -> None:
        reading = context.reading
        token = reading.token(argument.start)
        name = reading.register.at(argument.start)
        if name is not None and name.sense(*PLACE_KINDS) is not None:
            place.add(choose(name, reading), name.text, reading.span(name.start, name.end))
            self._beside(place, name, reading)
            return
        if token is None:
            return
        span = reading.span(argument.start, argument.end)
        nation = name.sense(NameKind.DEMONYM) if name is not None else None
        if nation is not None and nation.country is not None:  # "her Libyan tour"
            state = countries_by_code().get(nation.country)
            place.add(Sense(NameKind.COUNTRY, nation.name, nation.country), state.name if state else nation.name, span)
        elif token.lower_ == "here":
            add_dateline(place, reading, span)
        elif token.lower_ == "there":
            last = last_place(reading, argument.start)
            if last is not None:
                place.add(choose(last, reading), last.text, reading.span(last.start, last.end))
        elif token.lemma_ == "capital":
            country = self._country_of_phrase(token, context)
            capital = capital_of(country) if country else None
            if capital is not None:
                sense = Sense(
                    NameKind.CITY, capital.name, capital.country, latitude=capital.latitude, longitude=capital.longitude
                )
                place.add(sense, token.text, span)
        else:
            named = next((n for c in preposed(token, "of") if (n := context.name(c)) and n.sense(*PLACE_KINDS)), None)
            if named is not None:  # "the port of Batumi"
                place.add(choose(named, reading), named.text, reading.span(named.start, named.end))
                return
            country = self._country_of_phrase(token, context)
            last = last_place(reading, argument.start, back=3) if token.lemma_.lower() in _PLACE_NOUNS else None
            if country is not None:
                place.add(Sense(NameKind.COUNTRY, token.text, country), token.text, span)
            elif last is not None:
                place.add(choose(last, reading), token.text, span)

    @staticmethod
    def _beside(place: Place, name: Name, reading: Reading) -> None:
        """ "San Jose, Costa Rica": the place behind the comma, and "Beijing's Diaoyutai guest house" the one before."""
        after = reading.register.at(name.end + 2)
        if after is not None and reading.text[name.end : after.start] in (", ", " in "):
            sense = after.sense(NameKind.CITY, NameKind.COUNTRY, NameKind.REGION)
            if sense is not None:
                place.add(choose(after, reading), after.text, reading.span(after.start, after.end))

    @staticmethod
    def _country_of_phrase(token: Token, context: Context) -> str | None:
        for item in [*token.children, *deep_preposed(token, "of")]:
            name = context.name(item)
            if name is not None:
                sense = name.sense(NameKind.COUNTRY, NameKind.DEMONYM)
                if sense is not None:
                    return sense.country
        return None

    def _forum(self, candidate: Candidate, context: Context, place: Place) -> tuple[str | None, Span | None]:
        for argument in candidate.of(Slot.FORUM):
            token = context.reading.token(argument.start)
            if token is None:
                continue
            name = context.name(token)
            if name is not None and name.kind is NameKind.FORUM:
                start, end, text = name.start, name.end, name.text
                self._seat(place, name)
            else:
                start, end = _forum_extent(token, context)
                text = context.reading.text[start:end]
            self._named_after(place, text)
            self._hosted(place, token, context)
            for noun in deep_preposed(token, "in", "at"):
                inner = context.name(noun)
                if inner is not None and inner.sense(*PLACE_KINDS) is not None:
                    place.add(choose(inner, context.reading), inner.text, context.reading.span(inner.start, inner.end))
            return text, context.reading.span(start, end)
        return None, None

    @staticmethod
    def _hosted(place: Place, token: Token, context: Context) -> None:
        """ "the forum that Malta hosts in January", "which Beijing is to host": the host's place."""
        for child in token.children:
            if child.dep_ not in ("relcl", "acl"):
                continue
            inner = next((c for c in child.children if c.dep_ == "xcomp"), child)
            if not {child.lemma_, inner.lemma_} & _HOSTING:
                continue
            for noun in (c for verb in (child, inner) for c in verb.children if c.dep_ in ("nsubj", "agent")):
                name = context.name(noun)
                if name is not None and name.person is None and name.sense(NameKind.COUNTRY, NameKind.CITY) is not None:
                    place.add(choose(name, context.reading), name.text, context.reading.span(name.start, name.end))

    @staticmethod
    def _seat(place: Place, name: Name) -> None:
        """A gathering that always meets in one place has its place by name, unless the article tells another."""
        sense = name.sense(NameKind.FORUM)
        seat = forum_seats().get(sense.name) if sense is not None else None
        if seat is not None and not place.known:
            city, country = seat
            found = cities().in_country(city, country)
            place.add(
                Sense(
                    NameKind.CITY, city, country,
                    latitude=found.latitude if found else None, longitude=found.longitude if found else None,
                ),
                city,
                None,
            )  # fmt: skip

    @staticmethod
    def _named_after(place: Place, forum: str) -> None:
        """ "The Cairo summit", "the Oslo talks": a gathering named after its city, and nothing else, meets there."""
        words = forum.split()
        if place.known or not 2 <= len(words) <= _SHORT_NAME or words[-1].lower() not in plain_gathering_words():
            return
        found = cities().get(" ".join(words[:-1]))
        if found and found[0].population >= _KNOWN_CITY:
            city = found[0]
            sense = Sense(NameKind.CITY, city.name, city.country, latitude=city.latitude, longitude=city.longitude)
            place.add(sense, " ".join(words[:-1]), None)

    @staticmethod
    def _around(place: Place, reading: Reading, candidate: Candidate) -> None:
        """The place that stands nearest in the sentence, behind a preposition of place."""
        number = reading.sentence_at(candidate.start)
        found = [n for n in reading.names_in(number) if located(n, reading)]
        trigger = reading.token(candidate.start)
        if trigger is not None:
            found = [n for n in found if not _apart(n, trigger, reading)]
        if found:
            name = min(found, key=lambda n: abs(n.start - candidate.start))
            place.add(choose(name, reading), name.text, reading.span(name.start, name.end))

    @staticmethod
    def _may_be_here(candidate: Candidate, reading: Reading) -> bool:
        return candidate.type in (EventType.MEETING, EventType.VISIT, EventType.AGREEMENT, EventType.CONFERENCE)

    @staticmethod
    def _dateline(place: Place, reading: Reading, participants: tuple[Participant, ...], candidate: Candidate) -> None:
        """Where no place is told: the dateline's city, if one side is at home there and the lead tells of the event."""
        senses = dateline_senses(reading)
        if not senses:
            return
        country = senses[0].country
        countries = {p.actor.country for p in participants}
        visitors = {p.actor.country for p in participants if p.role is Role.VISITOR}
        if candidate.type is EventType.VISIT:
            if country in visitors:
                return
            if candidate.rule not in _COMINGS and "arrival" not in candidate.rule:
                return
        elif country not in countries:
            return
        add_dateline(place, reading, None)


def _apart(name: Name, trigger: Token, reading: Reading) -> bool:
    token = reading.token(name.start)
    return token is not None and token.doc is trigger.doc and stands_apart(token, trigger)


#: Words of a gathering that is named after its city alone.
_SHORT_NAME = 4
#: Inhabitants of a city that needs no country beside it.
_KNOWN_CITY = 50_000


@cache
def forum_seats() -> dict[str, tuple[str, str]]:
    """City and country of the gatherings that always meet in one place (``forum_seats.tsv``)."""
    return {row["forum"]: (row["city"], row["country"]) for row in rows("forum_seats.tsv")}


def last_resort(reading: Reading, offset: int, *, here: bool = False) -> Venue | None:
    """Where nothing tells the place: the city that the sentence before spoke of as a place, else the dateline's.

    Args:
        reading: the article.
        offset: where the event is told, in the clean text.
        here: whether the dateline comes first: for what is under way as the story is written.
    """
    number = reading.sentence_at(offset)
    place = Place()
    same_zone = number > 0 and reading.sentences[number - 1].zone is reading.sentences[number].zone
    found = [n for n in reading.names_in(number - 1) if located(n, reading)] if same_zone else []
    if found and not (here and dateline_senses(reading)):
        place.add(choose(found[-1], reading), found[-1].text, reading.span(found[-1].start, found[-1].end))
    else:
        add_dateline(place, reading, None)
    return place.venue() if place.known else None


#: Nouns that point back to a place: "remained in the city".
_PLACE_NOUNS = frozenset("city town country capital port island kingdom nation republic resort".split())
#: Rules of journeys that end where the article was written, unless a place is told: "flew in on Monday".
_COMINGS = frozenset(
    """visit.arrive visit.land visit.fly-in visit.come visit.come-over visit.show-up visit.touch visit.turn
    visit.step-off""".split()
)
_HOSTING = frozenset({"host", "hold", "organise", "organize", "stage", "convene"})
#: Types whose place may be told anywhere in the sentence.
#: What stands before the name of a gathering and is no part of it.
_BEFORE_NAMES = frozenset("the a an this last next annual upcoming its their 's ’s".split())
_SOMEWHERE = frozenset({EventType.MEETING, EventType.CONFERENCE, EventType.AGREEMENT})


def _forum_extent(token: Token, context: Context) -> tuple[int, int]:
    left, right = token, token
    for child in token.children:
        if child.dep_ in ("amod", "compound", "nmod", "poss") and child.i < left.i:
            left = child.left_edge
        elif child.dep_ == "prep" and child.lower_ in ("of", "on") and child.i == right.i + 1:
            right = _name_end(child, context)
    while left.i < token.i and (left.lower_ in _BEFORE_NAMES or context.is_time(left)):
        left = left.nbor(1)
    start, _ = context.offsets(left)
    _, end = context.offsets(right)
    return start, end


def _name_end(preposition: Token, context: Context) -> Token:
    """The last word of a name behind its preposition: without clauses and insertions, without a date."""
    last = preposition
    for child in preposition.children:
        if child.dep_ != "pobj" or context.is_time(child):
            continue
        last = child
        for inner in child.children:
            if inner.i > child.i and inner.dep_ == "conj":
                last = inner
            elif inner.i == child.i + 1 and inner.dep_ == "prep" and inner.lower_ in ("of", "and"):
                last = _name_end(inner, context)
    return last if last != preposition else preposition.head


__all__ = ["RuleVenueResolver", "forum_seats", "last_resort"]
