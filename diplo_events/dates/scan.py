"""From text to tokens: one pass of one compiled pattern, every time word with its category."""

from __future__ import annotations

import re

from diplo_events.dates.forms import Form
from diplo_events.dates.lexicon import Lexicon, lexicon, normalised

_TOKEN = re.compile(
    r"""
    (?P<iso>\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\w-]))
  | (?P<slashed>(?:\d{1,2}([/.])\d{1,2}\g<-1>(?:\d{4}|\d{2})|\d{4}/\d{1,2}/\d{1,2})(?![\w/.]{0,8}\d))
  | (?P<money>[$€£¥#]\s?\d[\d,.]{0,30}+|\d[\d,.]{0,30}+\s?(?:%|per\s?cent\b))
  | (?P<clock>\d{1,2}:\d{2}(?::\d{2})?(?![\w:]))
  | (?P<dayord>\d{1,2}(?:st|nd|rd|th)(?!\w))
  | (?P<decade>(?:\d{2}|['’‘])?\d0['’]?s(?!\w))
  | (?P<aposyear>(?<!\w)['’‘]\d{2}(?![\w'’]))
  | (?P<number>\d++(?:,\d{3}(?!\d))*+(?:\.\d++)?+(?=[ap]\.?m\b|[^\w]|$))
  | (?P<poss>['’]s(?!\w)|(?<=s)['’](?=\s))
  | (?P<word>[^\W\d_]++(?:\.m(?!\w)|['’]clock(?!\w))?+(?![\d_]))
  | (?P<other>\w++)
  | (?P<comma>,)
  | (?P<hyphen>[-–—‑]++)
  | (?P<break>\n[^\S\n]*+\n)
  | (?P<stop>[.;:!?])
  | (?P<paren>[()])
  | (?P<slash>/)
  | (?P<gap>[^\s\w])
    """.replace(r"\g<-1>", r"(?P=sep)").replace(r"([/.])", r"(?P<sep>[/.])"),
    re.VERBOSE,
)


class Token:
    """A word or number of the text, or, on higher levels of the grammar, an expression made of several.

    Attributes:
        code: the character of its category.
        start: offset of its first character.
        end: offset after its last one.
        value: what the tables say of it; of a number the digits.
        form: its meaning, once it has one.
    """

    __slots__ = ("code", "end", "form", "start", "value")

    def __init__(self, code: str, start: int, end: int, value: str, form: Form | None = None) -> None:
        self.code = code
        self.start = start
        self.end = end
        self.value = value
        self.form = form


def scan(text: str) -> list[Token]:
    """The tokens of a text; runs of words without a meaning in time are one token, and the end is a stop."""
    words = lexicon()
    other = words.code("other")
    tokens: list[Token] = []
    resume = 0
    gap = True
    entries = words.words
    phrases = words.phrases
    for match in _TOKEN.finditer(text):
        start = match.start()
        if start < resume:
            continue
        kind = match.lastgroup or "other"
        token: Token | None = None
        if kind == "word":
            lower = match[0].lower()
            if lower in phrases and (found := _phrase(words, text, start, phrases[lower])):
                token = found
                resume = token.end
            elif lower in entries or match[0] in words.zones:
                token = _word(words, text, match, lower)
                resume = token.end if token else resume
        elif kind == "number":
            token = Token(words.code(_number_category(match[0])), start, match.end(), match[0].replace(",", ""))
        elif kind not in ("other", "money", "gap"):
            token = Token(words.code("slashed" if kind == "sep" else kind), start, match.end(), match[0])
        if token is not None:
            tokens.append(token)
            gap = False
        elif not gap or not tokens:
            tokens.append(Token(other, start, match.end(), ""))
            gap = True
    tokens.append(Token(words.code("stop"), len(text), len(text), ""))
    return tokens


def _word(words: Lexicon, text: str, match: re.Match[str], lower: str) -> Token | None:
    start, end = match.span()
    if match[0] in words.zones:
        return Token(words.code("zone"), start, end, words.zones[match[0]])
    entry = words.words[lower]
    dotted = text[end : end + 1] == "."
    if "C" in entry.case and match[0][0] == lower[0]:
        return None
    if dotted and entry.category in ("ampm", "month", "weekday") and (len(lower) <= 5 and lower not in _WHOLE):
        end += 1
    return Token(words.code(entry.category), start, end, entry.value or lower)


_WHOLE = frozenset({"may", "june", "july", "march", "april", "am", "pm"})
"""Short words that are no abbreviations: a full stop after them ends a sentence."""


def _phrase(words: Lexicon, text: str, start: int, pattern: re.Pattern[str]) -> Token | None:
    found = pattern.match(text, start)
    if found is None:
        return None
    key = normalised(found[0])
    if key in words.vague:
        return Token(words.code("phrase"), start, found.end(), key, words.vague[key])
    if not found[0][0].isupper():
        return None
    return Token(words.code("holiday"), start, found.end(), key)


def _number_category(digits: str) -> str:
    if "," in digits:
        return "big"
    if "." in digits:
        return "decimal"
    if len(digits) == 4:
        return "year4" if "1000" <= digits <= "2199" else "big"
    if len(digits) > 2:
        return "big"
    value = int(digits)
    return "d12" if 1 <= value <= 12 else "d24" if value <= 24 and value else "d31" if 0 < value <= 31 else "d99"
