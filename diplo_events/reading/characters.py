"""Which characters a clean text has, which it drops, and how broken ones are mended; from ``characters.tsv``."""

from __future__ import annotations

import html
import re
import unicodedata
from functools import cache
from typing import Final

from attrs import frozen

from diplo_events.data import rows

# Characters of UTF-8 text that was read as Windows-1252: each back to its byte. The five bytes that Windows-1252 leaves
# undefined are passed through as C1 controls, as browsers do (WHATWG Encoding Standard, index windows-1252).
_BYTES: Final = {bytes([b]).decode("cp1252", "ignore") or chr(b): b for b in range(0x80, 0x100)}
_BYTES.update({chr(b): b for b in range(0x80, 0xA0)})
_TRAIL: Final = "".join(re.escape(character) for character, byte in _BYTES.items() if byte < 0xC0)
# After a lead character that is a real letter of real words, quotes, dashes and dots are more likely just that.
_SAFE_TRAIL: Final = "".join(re.escape(c) for c, byte in _BYTES.items() if byte < 0xC0 and c not in "‘’“”–—…")

MOJIBAKE: Final = re.compile(rf"[\u00c2-\u00c6\u00ce-\u00d1\u00d7-\u00d9][{_SAFE_TRAIL}]|[\u00e2\u00ef][{_TRAIL}]{{2}}")
# The remains of a no-break space that lost its second byte; not the end of a word in capitals.
STRAY_LEAD: Final = re.compile(r"(?<![A-Z\u00c0-\u00de])\u00c2(?=\s|\Z)")
# "&amp;nbsp;" was escaped twice.
ENTITY: Final = re.compile(r"&(?:amp;)*(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
COMBINING: Final = re.compile("[\u0300-\u036f]+")


@frozen(kw_only=True)
class CharacterTable:
    """What becomes of the characters that cleaning does not keep.

    Attributes:
        translation: for :meth:`str.translate`: one character for one character.
        dropped: a regular expression's character set of those that vanish.
        spaces: a character set of those that are white space within a line, the plain space among them.
        lines: a character set of those that end a line.
    """

    translation: dict[int, str]
    dropped: str
    spaces: str
    lines: str


@cache
def character_table() -> CharacterTable:
    """The table ``characters.tsv``, read once."""
    translation = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFF01, 0xFF5F)}
    sets = {"drop": "", "space": " ", "line": "\\n"}
    for row in rows("characters.tsv"):
        first, last = int(row["first"], 16), int(row["last"], 16)
        if row["to"] in sets:
            sets[row["to"]] += f"\\U{first:08x}-\\U{last:08x}"
        else:
            translation.update(dict.fromkeys(range(first, last + 1), row["to"]))
    return CharacterTable(translation=translation, dropped=sets["drop"], spaces=sets["space"], lines=sets["line"])


def mend(broken: str) -> str:
    """The text that ``broken`` was before somebody read its UTF-8 as Windows-1252; itself if it was not."""
    try:
        return bytes(_BYTES[character] for character in broken).decode("utf-8")
    except (KeyError, UnicodeDecodeError):
        return broken


def decode(entity: str) -> str:
    """The characters of an HTML entity, also if it was escaped more than once; itself if HTML knows no such name."""
    decoded = html.unescape(entity)
    while decoded != entity and ENTITY.fullmatch(decoded):
        entity, decoded = decoded, html.unescape(decoded)
    return decoded
