"""Builders of sets ("every Friday") and of references that are not counted ("now", "the same period")."""

from __future__ import annotations

import re

from diplo_events.dates.calendar import SEASONS, Unit
from diplo_events.dates.composite import SamePeriod
from diplo_events.dates.forms import Recurring, Vague, amount
from diplo_events.dates.parts import Built, Parts, builder
from diplo_events.dates.surroundings import noun_follows
from diplo_events.dates.tense import cue
from diplo_events.model.time import Tense

_NEXT = re.compile(r"(-\w)|\s+([A-Za-z]+)")
_CONNECTIVES = frozenset({"after", "afterward", "afterwards", "as", "before", "thereafter"})


def _leads_on(parts: Parts) -> bool:
    """ "soon after", "as soon as", "soon joined", "soon-to-be": no point in time of their own."""
    found = _NEXT.match(parts.text, parts.end)
    if found is None:
        return False
    return bool(found[1]) or found[2].lower() in _CONNECTIVES or cue(found[2]) is Tense.PAST


@builder
def recurring(parts: Parts) -> Built:
    """ "every day", "every two weeks", "once a month"."""
    unit = parts.unit()
    count = 2 if "other" in parts else parts.count()
    return Recurring(value=amount(count, unit))


@builder
def every_name(parts: Parts) -> Built:
    """ "every Friday", "Sundays", "each summer"."""
    token = parts.labelled["name"]
    value = token.value
    if value in SEASONS:
        return Recurring(value=f"XXXX-{value}")
    if not value.isdigit():
        return Recurring(value=f"XXXX-XX-XXT{value}")
    word = parts.text[token.start : token.end].lower()
    if "day" not in word:
        return Recurring(value=f"XXXX-{int(value):02d}")
    time = f"T{parts['part']}" if "part" in parts else ""
    return Recurring(value=f"XXXX-WXX-{int(value) + 1}{time}")


@builder
def frequency(parts: Parts) -> Built:
    """ "daily", "annual"."""
    return Recurring(value=parts["freq"])


@builder
def phrase(parts: Parts) -> Built:
    """ "recently", "now": as in ``time_phrases.tsv``."""
    form = parts.labelled["phrase"].form
    if isinstance(form, Vague) and form.value == "FUTURE_REF" and _leads_on(parts):
        return None
    return parts.labelled["phrase"].form


@builder
def current_(parts: Parts) -> Built:
    """ "current"."""
    return Vague(value="PRESENT_REF", first=0, last=0)


@builder
def recent_(parts: Parts) -> Built:
    """ "recent"."""
    return Vague(value="PAST_REF", first=-30, last=-1)


@builder
def past_ref(parts: Parts) -> Built:
    """ "the past", if it is a noun."""
    if parts["last"] != "past" or noun_follows(parts.text, parts.end):
        return None
    return Vague(value="PAST_REF")


@builder
def future_ref(parts: Parts) -> Built:
    """ "the future", if it is a noun."""
    end = parts.tokens[-1].end
    if (
        parts.text[parts.tokens[-1].start].isupper()
        or noun_follows(parts.text, end)
        or parts.text[end : end + 1] == "-"
    ):
        return None
    return Vague(value="FUTURE_REF")


@builder
def same_period(parts: Parts) -> Built:
    """ "the same period", "the same period last year"."""
    return SamePeriod(of=parts.form("base"))


@builder
def year_earlier(parts: Parts) -> Built:
    """ "year-ago", "the year-earlier period"."""
    unit = Unit(parts["thing"]) if parts.get("thing") in tuple(Unit) else None
    return SamePeriod(years=-1, unit=unit) if parts["year"] == "year" else None
