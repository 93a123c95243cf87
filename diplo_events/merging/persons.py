"""When two actors of different articles can be one: full names and surnames, offices, groups, governments."""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache

from attrs import frozen

from diplo_events.model.actors import Actor, Participant
from diplo_events.model.kinds import ActorKind, Role
from diplo_events.tables.lookup import fold
from diplo_events.tables.offices import OfficeClass, offices
from diplo_events.tables.persons import joined_particles, name_suffixes, same_given_name
from diplo_events.tables.plain_words import plain_group_words

#: Offices that tell too little to keep two holders apart, or to make them one.
_VAGUE = frozenset(
    {OfficeClass.DIPLOMAT, OfficeClass.LEADER, OfficeClass.OFFICIAL, OfficeClass.OTHER, OfficeClass.MINISTER,
     OfficeClass.DEPUTY_MINISTER, OfficeClass.PARTY, OfficeClass.SPOKESPERSON}
)  # fmt: skip


class Link(IntEnum):
    """How two actors of one side relate."""

    CLASH = -1
    """They cannot be one."""
    NONE = 0
    WEAK = 1
    """They can be one: a government and its minister, officials and one of them."""
    STRONG = 2
    """They are one, by all that is told."""


@frozen(cache_hash=True)
class Party:
    """What of a participant counts for telling whether two are one. Names are folded."""

    side: str
    country: str | None
    kind: ActorKind
    role: Role
    name: tuple[str, ...]
    office: OfficeClass | None
    words: frozenset[str]

    @property
    def named(self) -> bool:
        """Whether it is a person with a name."""
        return self.kind is ActorKind.PERSON and bool(self.name)


def party_of(participant: Participant) -> Party:
    """The party that a participant is."""
    return _party(participant.actor, participant.role)


@lru_cache(maxsize=1 << 16)
def _party(actor: Actor, role: Role) -> Party:
    person = actor.kind is ActorKind.PERSON and actor.named
    title = actor.title or ("" if person else actor.name)
    return Party(
        side=actor.country or fold(actor.organization or actor.name),
        country=actor.country,
        kind=ActorKind.GROUP if actor.kind is ActorKind.PERSON and not actor.named else actor.kind,
        role=role,
        name=_name(actor.name) if person else (),
        office=office_class(title),
        words=frozenset() if person else _telling(actor.name),
    )


def _name(text: str) -> tuple[str, ...]:
    """The words of a person's name without suffixes, particles joined to what follows: "van der Berg" is one word."""
    parts: list[str] = []
    held = ""
    for word in fold(text).split():
        if word in name_suffixes():
            continue
        if word in joined_particles() and parts:
            held += word
            continue
        parts.append(held + word)
        held = ""
    return (*parts, held) if held else tuple(parts)


@lru_cache(maxsize=4096)
def office_class(title: str) -> OfficeClass | None:
    """The class of an office as written, with or without words before it ("US commerce secretary"); None if unknown."""
    words = title.split()
    for start in range(len(words)):
        office = offices().first(" ".join(words[start:]))
        if office is not None:
            return office.kind
    return None


def _telling(name: str) -> frozenset[str]:
    """The words that tell a group from others of its side: "intelligence" of "Chinese intelligence officials"."""
    words = name.replace("’", "'").split()
    plain = [w for w in words if not w[:1].isupper()]
    return frozenset(fold(w) for w in plain if "'" not in w) - plain_group_words()


def link(one: Party, other: Party) -> Link:
    """How two parties relate. Namesakes of different countries do not."""
    if one.country and other.country:
        if one.country != other.country:
            return Link.NONE
    elif one.side != other.side and not (one.named and other.named):
        return Link.NONE
    if one.named and other.named:
        return _persons(one, other)
    if ActorKind.GOVERNMENT in (one.kind, other.kind) or ActorKind.ORGANIZATION in (one.kind, other.kind):
        return Link.STRONG if one.kind is other.kind else Link.WEAK
    return _groups(one, other)


def _persons(one: Party, other: Party) -> Link:
    few, many = sorted((one.name, other.name), key=len)
    if len(few) > 1:
        return Link.STRONG if _one_full_name(few, many) else Link.CLASH
    if few[0] not in (many[0], many[-1]):
        return Link.CLASH
    office = _offices(one, other)
    if office is Link.CLASH or (len(many) == 1 and few != many):
        return Link.CLASH
    if one.country and other.country:
        return Link.STRONG
    # A surname without a country: the office has to speak for it.
    return Link.STRONG if office is Link.STRONG else Link.WEAK


def _one_full_name(few: tuple[str, ...], many: tuple[str, ...]) -> bool:
    if set(few) <= set(many):
        return True
    if few[-1] == many[-1] or few[-1].replace(" ", "") == many[-1].replace(" ", ""):
        return same_given_name(few[0], many[0])
    return False


def _offices(one: Party, other: Party) -> Link:
    if one.office is None or other.office is None or one.office in _VAGUE or other.office in _VAGUE:
        return Link.NONE
    return Link.STRONG if one.office is other.office else Link.CLASH


def _groups(one: Party, other: Party) -> Link:
    """A group or an unnamed office-holder, with another or with a person."""
    office = _offices(one, other)
    if office is not Link.NONE:
        return office
    if one.named or other.named or not one.words or not other.words:
        return Link.WEAK
    return Link.STRONG if one.words & other.words else Link.CLASH
