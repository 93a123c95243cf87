"""The grammar: patterns over word categories, compiled from ``time_rules.tsv``, applied level by level."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from attrs import frozen

from diplo_events.data import rows
from diplo_events.dates import builders  # noqa: F401 -- it enters its builders in the register
from diplo_events.dates.lexicon import Lexicon, lexicon
from diplo_events.dates.parts import BUILDERS, Parts
from diplo_events.dates.ranges import complete
from diplo_events.dates.scan import Token

_NEVER_FIRST = ("comma", "hyphen", "paren", "of", "on")
_NEVER_LAST = ("comma", "hyphen", "poss", "of", "the", "on", "in", "at")

LEVELS = (0, 1, 2, 2, 2)
"""The order of the rules' levels; the last is repeated, for "late in the third quarter of last year"."""

_KEEPS = "xany_"
"""A result that has the category of the element ``base``."""


@frozen
class Rule:
    """One line of ``time_rules.tsv``, compiled."""

    builder: str
    result: str
    pattern: re.Pattern[str]
    labels: tuple[str, ...]
    options: Mapping[str, str]
    trims: bool


def _element(words: Lexicon, text: str) -> tuple[str, str]:
    """The regular expression of one element of a pattern, and its label."""
    context = text.startswith("~")
    optional = text.endswith("?")
    body = text.strip("~?")
    label, _, names = body.rpartition("=")
    categories = [c for name in names.split("|") for c in words.classes.get(name, (name,))]
    letters = "[" + "".join(re.escape(words.code(c)) for c in categories) + "]"
    if context:
        return letters, ""
    return f"({letters}){'?' if optional else ''}", label or names


def _compile(words: Lexicon, row: Mapping[str, str]) -> Rule:
    parts, labels = [], []
    elements = row["pattern"].split()
    for place, element in enumerate(elements):
        expression, label = _element(words, element)
        if label:
            labels.append(label)
        else:
            expression = f"(?<={expression})" if place == 0 else f"(?={expression})"
        parts.append(expression)
    options = dict(pair.split("=") for pair in row["options"].split())
    if row["builder"] not in BUILDERS:
        raise ValueError(f"time_rules.tsv names an unknown builder: {row['builder']}")
    pattern = re.compile("".join(parts))
    return Rule(row["builder"], row["result"], pattern, tuple(labels), options, int(row["level"]) > 0)


def _first_letters(rule: Rule, alphabet: str) -> list[str]:
    """The categories with which a rule can begin, from the pattern itself."""
    first: list[str] = []
    for optional, letters in re.findall(r"(?:\(\?<=[^)]*\))?\(\[([^\]]*)\]\)(\??)", rule.pattern.pattern):
        first.extend(optional.replace("\\", ""))
        if not letters:
            break
    return [letter for letter in first if letter in alphabet]


@lru_cache(maxsize=1)
def _levels() -> dict[int, dict[str, list[Rule]]]:
    words = lexicon()
    table = list(rows("time_rules.tsv"))
    compiled = [(int(row["level"]), _compile(words, row)) for row in table]
    alphabet = "".join(code for category, code in words.codes.items() if category not in _NEVER_FIRST)
    levels: dict[int, dict[str, list[Rule]]] = {}
    for level, rule in compiled:
        for letter in _first_letters(rule, alphabet):
            levels.setdefault(level, {}).setdefault(letter, []).append(rule)
    return levels


def parse(text: str, tokens: list[Token]) -> list[Token]:
    """Reduce the tokens: every time expression becomes one token with a form."""
    levels = _levels()
    for number, level in enumerate(LEVELS):
        tokens = _reduce(text, tokens, levels[level])
        if number == 1:
            tokens = complete(text, tokens)
    return tokens


@lru_cache(maxsize=8)
def _starts(letters: str) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(letters)}]")


def _reduce(text: str, tokens: list[Token], rules: dict[str, list[Rule]]) -> list[Token]:
    codes = "".join([token.code for token in tokens])
    starts = _starts("".join(rules))
    out: list[Token] = []
    place = 0
    while found := starts.search(codes, place):
        at = found.start()
        out.extend(tokens[place:at])
        made = _longest(text, tokens, codes, at, rules[codes[at]])
        if made is None:
            out.append(tokens[at])
            place = at + 1
        else:
            token, place = made
            out.append(token)
    out.extend(tokens[place:])
    return out


def _longest(text: str, tokens: list[Token], codes: str, at: int, rules: list[Rule]) -> tuple[Token, int] | None:
    """The longest match at one place whose builder takes it, and where it ends; of equals the earlier line counts."""
    matches = [(_trimmed(rule, codes, at, m.end()), rule, m) for rule in rules if (m := rule.pattern.match(codes, at))]
    matches.sort(key=lambda match: -match[0])
    for end, rule, match in matches:
        if end == at:
            continue
        parts = _parts(text, tokens, rule, match, at, end)
        form = BUILDERS[rule.builder](parts)
        if form is None:
            continue
        code = parts.labelled["base"].code if rule.result == _KEEPS else lexicon().code(rule.result)
        token = Token(code, tokens[at].start, tokens[end - 1].end, form if isinstance(form, str) else "")
        token.form = None if isinstance(form, str) else form
        return token, end
    return None


def _trimmed(rule: Rule, codes: str, at: int, end: int) -> int:
    """Where a match ends without the commas and articles that an optional element left dangling."""
    if rule.trims:
        dangling = _dangling()
        while end > at and codes[end - 1] in dangling:
            end -= 1
    return end


@lru_cache(maxsize=1)
def _dangling() -> frozenset[str]:
    return frozenset(lexicon().code(category) for category in _NEVER_LAST)


def _parts(text: str, tokens: list[Token], rule: Rule, match: re.Match[str], at: int, end: int) -> Parts:
    labelled: dict[str, Token] = {}
    for number, label in enumerate(rule.labels, start=1):
        if match.start(number) >= 0:
            labelled.setdefault(label, tokens[match.start(number)])
    return Parts(text, labelled, rule.options, tokens[at:end])
