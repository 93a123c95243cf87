"""Closed lists of English words that tell names, offices and plain words apart (``word_lists.tsv``)."""

from __future__ import annotations

from functools import cache

from diplo_events.data import rows


@cache
def _lists() -> dict[str, frozenset[str]]:
    lists: dict[str, set[str]] = {}
    for row in rows("word_lists.tsv"):
        lists.setdefault(row["list"], set()).add(row["word"])
    return {name: frozenset(words) for name, words in lists.items()}


def portfolio_words() -> frozenset[str]:
    """Words that may stand before an office and belong to it: "foreign", "defence", "vice"."""
    return _lists()["portfolio"]


def office_modifiers() -> frozenset[str]:
    """Adjectives that may stand between a country and an office: "new", "visiting", "outgoing"."""
    return _lists()["office_modifiers"]


def former_words() -> frozenset[str]:
    """Words that make an office a former one."""
    return _lists()["former"]


def courtesy_titles() -> frozenset[str]:
    """Courtesy titles, without the full stop."""
    return _lists()["courtesy"]


def is_courtesy(text: str) -> bool:
    """Whether a word is a courtesy title or rank before a name; some are only with their full stop ("Sen.")."""
    lower = text.lower()
    return lower in courtesy_titles() or lower.rstrip(".") in courtesy_titles()


def calendar_words() -> frozenset[str]:
    """Capitalised words of the calendar, which are no names."""
    return _lists()["calendar"]


def organization_words() -> frozenset[str]:
    """Words that make a run of capitals an organisation, a place or a thing rather than a person."""
    return _lists()["organization"]


def impersonal_words() -> frozenset[str]:
    """Words that stand in no person's name: "affairs", "services"."""
    return _lists()["impersonal"]


def common_words() -> frozenset[str]:
    """Words that are no names when they stand, capitalised, at the start of a sentence."""
    return _lists()["common"]


def name_particles() -> frozenset[str]:
    """Parts of names in lower case: "bin", "van", "al"."""
    return _lists()["particle"]


def group_words() -> frozenset[str]:
    """Collective nouns of persons: "delegation", "officials", "rebels"."""
    return _lists()["group"]


def surname_words() -> frozenset[str]:
    """Words of another meaning that are family names behind a given name: "March", "Holland", "Pope"."""
    return _lists()["surname"]


@cache
def bystander_groups() -> frozenset[str]:
    """Groups that never act for a state: the press, business, the public."""
    return frozenset(row["name"] for row in rows("groups.tsv") if row["class"] in ("media", "business", "civil"))
