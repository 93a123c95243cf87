"""A user's own list of office-holders, preferred to what an article leaves open."""

from __future__ import annotations

import datetime as dt
import re

from attrs import field, frozen
from attrs.validators import matches_re, optional

from diplo_events.checked import checked
from diplo_events.errors import InputError


@frozen(kw_only=True, field_transformer=checked)
class RosterEntry:
    """Somebody known beforehand, and in which office from when to when.

    Attributes:
        name: the full name; an article's "Saar" is linked to it if the article names no other.
        title: the office, which takes the place of the one that the article gives.
        country: the country served, ISO 3166-1 alpha-3.
        organization: the body served, for those who serve no country.
        since: the first day in office, or None if long ago.
        until: the last day in office (inclusive), or None if still.

    Raises:
        InputError: if ``until`` lies before ``since``, or the country is no code.
        InputTypeError: if a field has the wrong type.
    """

    name: str
    title: str | None = None
    country: str | None = field(default=None, validator=optional(matches_re(r"[A-Z]{3}", func=re.fullmatch)))
    organization: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None

    def __attrs_post_init__(self) -> None:
        if self.since is not None and self.until is not None and self.until < self.since:
            raise InputError(f"{self.name}: until {self.until} lies before since {self.since}")

    def serves_on(self, day: dt.date | None) -> bool:
        """Whether the office is held on a day; of an unknown day it is taken to be."""
        if day is None:
            return True
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)
