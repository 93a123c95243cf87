"""Whom an envoy serves, and where: an envoy is recalled from, and expelled or summoned at, a post abroad.

The state that a person serves is often only inferred. What the words say of a post ("the consul in Gaborone",
"our ambassador", "back from Kabul") outvotes it: nobody is an envoy of the state that receives him.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from diplo_events.model.actors import Actor
from diplo_events.model.kinds import ActorKind, EventType, Role
from diplo_events.reading.lexicon import NameKind
from diplo_events.reading.reading import Reading
from diplo_events.reading.register import Name, Person
from diplo_events.resolution.places import dateline_senses
from diplo_events.resolution.references import Reference, actor_of

_ENVOYS = frozenset({"diplomat", "envoy"})
_NATIONS = (NameKind.COUNTRY, NameKind.DEMONYM, NameKind.METONYM, NameKind.CITY)
_WRITERS = (NameKind.COUNTRY, NameKind.DEMONYM, NameKind.AGENCY, NameKind.BODY)
_AT = frozenset({"in", "to", "at"})
#: Ministries whose plain name many states share.
_COMMON_BODIES = frozenset({"foreign office", "foreign ministry", "ministry of foreign affairs"})
_BOUND = frozenset({"the", "to", "in", "at", "into", "near", "a", "an"})
_APPOSED = re.compile(
    r"(?: (?:in|to|at) (?:the )?[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)*)?,? (?:(?:Mr|Ms|Mrs|Dr|H\.E|Sir)\.? )?"
)
#: The words of a title that tell the rank of an envoy; those below a head of mission.
_MINOR = frozenset({"attache", "secretary", "counsellor", "counselor", "consul"})
_RANKS = _MINOR | {"ambassador", "commissioner", "nuncio", "charge"}
_OWNERS = frozenset({"its", "their", "his", "her"})
_OURS = frozenset({"our", "my"})
#: How far before an envoy's name the words reach that tell his state and his post.
_AROUND = 60
#: How far a post may stand from the name that it belongs to: a comma and a courtesy title.
_GAP = 12
#: How far the letterhead of a release reaches that tells whose it is.
_HEAD = 200

Found = list[tuple[Reference, Role]]


def at_post(reading: Reading, type_: EventType, found: Sequence[tuple[Reference, Role]]) -> Found:
    """The parties without an envoy's state taken for the one that receives him, and the reverse."""
    parted = ((_another(reading, _unowned(reading, reference)), role) for reference, role in found)
    result = [(_ours(reading, reference), role) for reference, role in parted]
    return _not_of_post(result) if type_ is EventType.RECALL else _not_of_envoy(result)


def post_of(reading: Reading, reference: Reference) -> str | None:
    """The state where an envoy serves, by what the article or the words beside the name tell."""
    person = reference.person
    if person is not None and person.posted_to:
        return person.posted_to
    posts = (_post_at(reading, start, end) for start, end in _mentions(reference))
    return next((post for post in posts if post), None)


def _post_at(reading: Reading, start: int, end: int) -> str | None:
    """The post told right beside one mention: "the Polish consul in Lima, NAME", "the consul in Lima"."""
    before = [n for n in _before(reading, start) if n.sense(*_NATIONS) is not None]
    if before and _preposition(reading, before[-1].start) in _AT:
        gap = reading.text[before[-1].end : start]
        if "," in gap and len(gap) < _GAP:
            return _country(before[-1])
    after = next(reading.register.within(end, end + _GAP), None)
    if after is not None and reading.text[end : after.start].strip().lower() in _AT:
        return _country(after)
    return None


def _mentions(reference: Reference) -> list[tuple[int, int]]:
    """Where a party is named: here, and of a person everywhere, since a pronoun may stand here."""
    here = (reference.start, reference.end)
    return [here] if reference.person is None else [here, *reference.person.mentions]


def is_told(reading: Reading, reference: Reference) -> bool:
    """Whether the words tell which state somebody serves: for certain, or by a nation beside the name."""
    person = reference.person
    if person is None or not person.country_inferred:
        return True
    if writes_of(reading, person):
        return False
    beside = (n for start, _ in _mentions(reference) for n in _before(reading, start))
    return any(_country(n) == person.country for n in beside if n.sense(NameKind.DEMONYM))


def home_state(reading: Reading) -> str | None:
    """The state of "our": the dateline's, else the first that the letterhead names."""
    for sense in dateline_senses(reading):
        if sense.country:
            return sense.country
    named = (n.sense(*_WRITERS) for n in reading.register.within(0, _HEAD) if n.person is None)
    return next((sense.country for sense in named if sense is not None and sense.country), None)


def is_free(reading: Reading, at: int) -> bool:
    """Whether a name stands free, not behind an article or a preposition of place, as names of persons do."""
    return _preposition(reading, at) not in _BOUND


def is_apposed(reading: Reading, end: int, at: int) -> bool:
    """Whether a name stands right behind an office, but for the post: "the charge in Canberra, NAME"."""
    return end < at <= end + _AROUND and _APPOSED.fullmatch(reading.text[end:at]) is not None


def writes_of(reading: Reading, person: Person) -> bool:
    """Whether the state that writes calls somebody its own: "our ambassador, NAME"."""
    return any(_OURS & set(_words_before(reading, start)) for start, _ in person.mentions)


def _ours(reading: Reading, reference: Reference) -> Reference:
    """ "our ambassador to Chad": of the state that writes."""
    if reference.actor.kind is ActorKind.GOVERNMENT or not _is_envoy(reference) or is_told(reading, reference):
        return reference
    home = home_state(reading) if _OURS & set(_words_before(reading, reference.start)) else None
    return evolve(reference, actor=evolve(reference.actor, country=home)) if home else reference


def _another(reading: Reading, reference: Reference) -> Reference:
    """An office taken for a person who is not its holder.

    "The Iranian ambassador" is not the one whom the state that writes calls "our ambassador", "the cultural attache"
    not the ambassador named before.
    """
    person, actor = reference.person, reference.actor
    text = reading.text[reference.start : reference.end]
    if person is None or not reference.offices or person.name.split()[-1] in text:
        return reference
    group = Actor(name=text, kind=ActorKind.GROUP, named=False, title=actor.title, country=actor.country)
    if not is_told(reading, reference) and writes_of(reading, person) and home_state(reading) != actor.country:
        return evolve(reference, actor=group, person=None)
    if not _ranks_differ(text, person.title or ""):
        return reference
    holder = _of_rank(reading, reference, text)
    if holder is not None:
        return evolve(reference, actor=actor_of(holder), person=holder)
    return evolve(reference, actor=group, person=None)


def _ranks_differ(text: str, title: str) -> bool:
    """Whether two offices are of different ranks, one of them below a head of mission."""
    here, there = _ranks(text), _ranks(title)
    return bool(here and there) and not here & there and bool((here | there) & _MINOR)


def _of_rank(reading: Reading, reference: Reference, text: str) -> Person | None:
    """Who holds an office of the rank spoken of: of "the ambassador", the last one named before."""
    if _preposition(reading, reference.start) not in ("the", "its", "his", "her", "their"):
        return None
    found = [
        (max(start for start, _ in person.mentions if start < reference.start), person)
        for person in reading.register.persons
        if _ranks(person.title or "") & _ranks(text) and any(start < reference.start for start, _ in person.mentions)
    ]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _ranks(title: str) -> set[str]:
    words = title.lower().replace("-", " ").replace("é", "e").split()
    return {word.removesuffix("s") for word in words} & _RANKS


def _unowned(reading: Reading, reference: Reference) -> Reference:
    """ "the Foreign Office", which many states have, in an article that never speaks of the one it is famous for."""
    actor = reference.actor
    if actor.kind is ActorKind.PERSON or actor.name.lower().removeprefix("the ") not in _COMMON_BODIES:
        return reference
    others = (n for n in reading.register.names if n.text.lower().removeprefix("the ") not in _COMMON_BODIES)
    if any(sense.country == actor.country for n in others for sense in n.senses):
        return reference
    return evolve(reference, actor=evolve(actor, country=None, organization=actor.name))


def _words_before(reading: Reading, at: int) -> list[str]:
    start = max(reading.sentences[reading.sentence_at(at)].start, at - _AROUND)
    return reading.text[start:at].lower().split()


def _not_of_post(found: Found) -> Found:
    """Of a recall: who is said to serve the state of the post is another envoy, or one whose state was misjudged."""
    posts = {r.actor.country for r, role in found if role is Role.TARGET and r.actor.country}
    result: Found = []
    for reference, role in found:
        person = reference.person
        if role is not Role.INITIATOR or person is None or reference.actor.country not in posts:
            result.append((reference, role))
        elif person.country_inferred:
            result.append((evolve(reference, actor=evolve(reference.actor, country=None)), Role.APPOINTEE))
    return result


def _not_of_envoy(found: Found) -> Found:
    """Of an expulsion or a summons: the state that acts is not the envoy's own."""
    served = {r.actor.country for r, role in found if role is Role.TARGET and _is_envoy(r) and _certain(r)}
    return [(r, role) for r, role in found if role is not Role.INITIATOR or r.actor.country not in served - {None}]


def _certain(reference: Reference) -> bool:
    """Whether an envoy's state is told: by the article of a person, of others by more than a pronoun."""
    if reference.person is not None:
        return not reference.person.country_inferred
    return reference.actor.name.lower().partition(" ")[0] not in _OWNERS


def _is_envoy(reference: Reference) -> bool:
    return bool(reference.offices & _ENVOYS) or (reference.person is not None and not reference.person.offices)


def _before(reading: Reading, at: int) -> list[Name]:
    """The names of no person shortly before a place, in the same sentence."""
    start = max(reading.sentences[reading.sentence_at(at)].start, at - _AROUND)
    return [n for n in reading.register.within(start, at) if n.person is None]


def _preposition(reading: Reading, start: int) -> str:
    words = reading.text[max(start - 12, 0) : start].lower().split()
    return words[-1] if words else ""


def _country(name: Name) -> str | None:
    sense = name.sense(*_NATIONS)
    return sense.country if sense is not None else None
