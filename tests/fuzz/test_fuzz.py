"""Texts that nobody would write, made anew in each run, and those that once were too much."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diplo_events import Parser
from tests.fuzz.checks import check

DAYS = st.sampled_from(
    [None, "0001-01-01", "0001-01-02", "2023-06-06", "9999-12-30", "9999-12-31", "2024-02-29T23:59:59+14:00"]
)
WORDS = st.sampled_from(
    [
        *"met visit talks summit summoned expelled recalled sanctions signed declined postponed envoy said".split(),
        *"President|Foreign Minister|China|Beijing|Washington|the UN|Ann Lee|, who |on Monday|in May|by phone".split(
            "|"
        ),
        *"32 May 2023|31 February|May 99, 9999|the year 0|in 10000000000 years|2023-13-45|the 0th of May".split("|"),
        *".|. |, |\n\n|\n| |\u00a0|-|--|(|)|\"|'|’s|$1,1,|;".split("|"),
        *"<p>|</p>|<script>alert(1)</script>|<!--|-->|&nbsp;|&#x202e;|&amp;lt;|<a href='|BEIJING (AP) - ".split("|"),
        *"\x00|\x07|\x1b[31m|\x85|\ud800|\udfff|\u202e|\u2066|\u200b|\u200d|\ufeff|\u0301|\u20dd|\U000e0041".split("|"),
        *"Министр встретился|外交部长|وزير الخارجية|외교부 장관|Ünïcödé|ﬁnal|Ａｎｎ|🤝|\U0001f1eb\U0001f1f7".split("|"),
    ]
)
TEXTS = st.one_of(
    st.lists(WORDS, max_size=60).map(" ".join),
    st.lists(WORDS, max_size=60).map("".join),
    st.text(st.characters(), max_size=300),  # lone surrogates are characters too
    st.tuples(WORDS, st.integers(1, 400)).map(lambda pair: pair[0] * pair[1]),
)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=False)
@given(TEXTS, DAYS)
def test_any_text_is_read(text: str, published: str | None) -> None:
    check(text, published, _parser())


_PARSERS: list[Parser] = []


def _parser() -> Parser:
    if not _PARSERS:
        _PARSERS.append(Parser())
    return _PARSERS[0]


@pytest.mark.parametrize("path", sorted((Path(__file__).parent / "finds").glob("*.txt")), ids=lambda path: path.stem)
def test_what_was_found_once_is_mended(path: Path, parser: Parser) -> None:
    text = path.read_text(encoding="utf-8", errors="surrogatepass")
    begin = time.process_time()
    for published in (None, "2023-06-06"):
        assert check(text, published, parser) is not None
    assert time.process_time() - begin < 5


#: Pieces that are repeated to make a long text, of which the time is taken.
PIECES = {
    "letters": "x", "capitals": "A", "initials": "A.", "digits": "1", "blanks": " ", "brackets": "(", "quotes": '"',
    "tags": "<p>",
    "half a tag": "<p ", "entities": "&amp;", "ampersands": "&", "comments": "<!--", "scripts": "<script>",
    "dots": ".", "commas": ",", "dashes": "-", "lines": "\n", "paragraphs": "a\n\n", "marks": "\u0301",
    "zero": "\u200b",
    "surrogates": "\ud800", "bidi": "\u202e", "broken": "â€™", "words": "the ", "titles": "Foreign Minister ",
    "names": "Ann Lee, ", "credits": "Photo: Ann Lee/Reuters. ", "datelines": "PARIS, May 3 (AP) - ", "met": "met ",
    "visits": "visited Paris and ", "said": "said that ", "urls": "http://a.b/c?d=e&f=", "Chinese": "外交部长会见了",
    "dates": "June 18 to 19, ",
}  # fmt: skip


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_time_grows_with_the_length_of_any_rubbish(piece: str, parser: Parser) -> None:
    """Four times the text may take nine times the time, for the noise of the clock; a quadratic pass would take 16."""

    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        begin = time.process_time()
        check_nothing_but_time(text, parser)
        return time.process_time() - begin

    assert seconds(4_000) < 9 * min(seconds(1_000), seconds(1_000)) + 0.3


def check_nothing_but_time(text: str, parser: Parser) -> None:
    from diplo_events import parse_article

    parse_article(text, published="2023-06-06", parser=parser)


@pytest.mark.slow
def test_a_thousand_names_in_one_sentence(parser: Parser) -> None:
    names = ", ".join(f"Minister Ann{chr(97 + n % 26)} Lee{chr(97 + n // 26 % 26)}o" for n in range(1000))
    begin = time.process_time()
    check(f"{names} met in Paris.", "2023-06-06", parser)
    assert time.process_time() - begin < 20


@pytest.mark.slow
def test_no_expression_goes_back_and_forth(root: Path) -> None:
    command = [sys.executable, "-m", "tests.fuzz.patterns"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False, cwd=root)
    assert done.returncode == 0, done.stdout
