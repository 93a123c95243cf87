"""Who took part, and where."""

from __future__ import annotations

import re

from attrs import field, frozen
from attrs.validators import and_, ge, le, matches_re, optional

from diplo_events.checked import checked
from diplo_events.model.kinds import ActorKind, Role
from diplo_events.model.text import Span

_CODE = optional(matches_re(r"[A-Z]{3}", func=re.fullmatch))


@frozen(kw_only=True, field_transformer=checked)
class Actor:
    """A person, group, government or organisation.

    Attributes:
        name: the fullest form that the article gives.
        kind: what sort of actor it is.
        named: False if the article only describes it ("China's defence minister").
        title: the office as the article writes it.
        country: the country served, ISO 3166-1 alpha-3 (ISO 3166-3 for former states), or None.
        organization: the international body or the movement served, or None.
        aliases: other forms of the name in the article.
    """

    name: str
    kind: ActorKind = field(converter=ActorKind)
    named: bool = True
    title: str | None = None
    country: str | None = field(default=None, validator=_CODE)
    organization: str | None = None
    aliases: tuple[str, ...] = field(default=(), converter=tuple[str, ...])

    def __str__(self) -> str:
        affiliation = self.country or (self.organization if self.organization != self.name else None)
        return f"{self.name} ({affiliation})" if affiliation else self.name


@frozen(kw_only=True, field_transformer=checked)
class Participant:
    """An actor in its role, with the places where the article names it."""

    actor: Actor
    role: Role = field(converter=Role)
    spans: tuple[Span, ...] = field(default=(), converter=tuple[Span, ...])

    def __str__(self) -> str:
        return str(self.actor)


@frozen(kw_only=True, field_transformer=checked)
class Venue:
    """Where an event took place or would take place.

    Attributes:
        name: the place as written.
        city: the city, under the name that the article gives it ("Rangoon", "Yangon"); the coordinates tell it apart.
        country: ISO 3166-1 alpha-3.
        forum: the gathering on whose occasion it took place ("Shangri-La Dialogue").
        site: a building or estate ("Diaoyutai State Guesthouse").
        latitude, longitude: degrees, WGS 84, of the city.
        spans: where the article says so.
    """

    name: str | None = None
    city: str | None = None
    country: str | None = field(default=None, validator=_CODE)
    forum: str | None = None
    site: str | None = None
    latitude: float | None = field(default=None, validator=optional(and_(ge(-90), le(90))))
    longitude: float | None = field(default=None, validator=optional(and_(ge(-180), le(180))))
    spans: tuple[Span, ...] = field(default=(), converter=tuple[Span, ...])

    def __str__(self) -> str:
        place = ", ".join(part for part in (self.site, self.city, self.country) if part)
        if self.forum:
            return f"{self.forum} ({place})" if place else self.forum
        return place or self.name or ""
