"""Lemmas of verbs of the tables, where a lemmatiser by rules goes astray ("hoped": "hop", "dined": "din")."""

from __future__ import annotations

from functools import cache

from diplo_events.data import rows
from diplo_events.tables.triggers import triggers


@cache
def verb_lemmas() -> dict[str, str]:
    """Inflected forms of the verbs in ``-e`` of the tables, and their lemmas."""
    lemmas = {trigger.head for trigger in triggers() if trigger.pos == "V"}
    for table in ("scope_operators.tsv", "verb_classes.tsv"):
        lemmas |= {row["lemma"].split()[0] for row in rows(table)}
    in_e = sorted(lemma for lemma in lemmas if len(lemma) > 2 and lemma.endswith("e"))
    return {form: lemma for lemma in in_e for form in (f"{lemma}d", f"{lemma}s", f"{lemma[:-1]}ing")}


@cache
def irregular_forms(*parts: str) -> dict[str, str]:
    """The irregular forms of the tables, and their lemmas; of verbs ("V"), of nouns ("N") or of both."""
    return {row["form"]: row["lemma"] for row in rows("irregular_forms.tsv") if row["pos"] in parts}


@cache
def past_forms() -> dict[str, str]:
    """Irregular past forms that are no verb's base form, and their lemmas: "rang", "flew", not "found" or "saw"."""
    return {
        form: lemma
        for form, lemma in irregular_forms("V").items()
        if form != lemma and form not in _ALSO_BASES and not form.endswith(("s", "ing")) and form[1:].isalpha()
    }


_ALSO_BASES = frozenset({"are", "been", "saw", "tapped", "banned", "barred", "dined", "turned"})
