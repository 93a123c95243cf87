"""Whether four bare digits are a year."""

from __future__ import annotations

import re

_BEFORE = re.compile(
    r"(?:\b(?:in|since|of|by|until|till|from|to|through|during|before|after|and|or|between|late|early|mid|for|around|about|circa|"
    r"back|than|versus|vs|the|a|an|its|his|their|until|over|throughout|on|at|with|as|is|was|that|this|year|spring|summer|autumn|fall|"
    r"winter|class|election|elections)|[(,;:–—-]|^|\n)\s*[‘'\"“]?$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"[\s-]+(?:\w+\s+)?(?:people|persons|men|women|children|troops|soldiers|police|jobs|workers|employees|dollars|euros|pounds|yen|yuan|"
    r"rubles|francs|feet|foot|meters|metres|miles|km|kilometers|kilometres|kg|tons|tonnes|barrels|acres|hectares|shares|points|"
    r"units|deaths|members|refugees|prisoners|homes|houses|cases|billion|million|thousand|percent|pages|cc|mph|"
    r"students|votes|passengers|civilians|rebels|fighters|protesters|vehicles|cars|aircraft|planes|tanks|missiles|GMT|UTC|hours)\b",
    re.IGNORECASE,
)
_CODE_BEFORE = re.compile(r"(?:[$€£¥#/]|\bno\.?|\bnos\.?|\bflight|\broom|\bpage|\bhighway|\broute|\bresolution|[A-Za-z]-|\d[-./])\s*$", re.IGNORECASE)
_CAPITALISED_BEFORE = re.compile(r"\b[A-Z][\w’'&]*\s$")


def is_year(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]``, four digits from 1000 to 2199, are a year where they stand.

    Args:
        text: the whole text.
        start: offset of the first digit.
        end: offset after the last.
    """
    digits = int(text[start:end])
    before, after = text[max(0, start - 24) : start], text[end : end + 40]
    if _COUNTED.match(after) or (_CODE_BEFORE.search(before) and not re.search(r"\d{4}[-–—/]$", before)):
        return False
    if re.match(r"[\d.]*\d|[/]\w|-[a-z]{2,}", after) and not re.match(r"\.\D|-(?:era|style|model|vintage|born)", after):
        return False
    if re.search(r"\b(?:in|since|by|until|of|from|before|after|during|between|late|early|the)\s+$", before, re.IGNORECASE):
        return 1000 <= digits <= 2199
    return 1800 <= digits <= 2100
