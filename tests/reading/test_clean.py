"""Cleaning mends what is broken, and every offset leads back to the original."""

from __future__ import annotations

import pickle
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diplo_events.reading.clean import CleanText, clean

PLAIN = "Envoys met in Riga on Friday.\n\nThey agreed on little, the ministry said."

# Pieces that news pages are made of, so that random texts hit every rule.
PIECES = st.sampled_from(
    [
        "Envoys",
        "met ",
        "in Riga. ",
        "\n",
        "\n\n",
        "\r\n",
        "  ",
        "\t",
        "\u00a0",
        "\u200b",
        "\u00ad",
        "\u2028",
        "“",
        "”",
        "’",
        "''",
        "``",
        "<p>",
        "</p>",
        "<br/>",
        "<b>",
        "</b>",
        "<!-- x",
        "-->",
        "<script>",
        "</script>",
        "<",
        ">",
        "&",
        "&amp;",
        "&nbsp;",
        "&#8217;",
        "&amp;nbsp;",
        "Â",
        "â€™",
        "Ã©",
        "Â\u00a0",
        "e\u0301",
        "\u0301",
        "ﬁ",
        "\ud800",
        "—",
        "negotia-\n",
        "tions",
        "Ａ",
        "\x00",
        "\x07",
        "👍🏽",
    ]
)
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join))


@pytest.mark.parametrize(
    ("original", "expected"),
    [
        (PLAIN, PLAIN),
        ("", ""),
        (" \n ", ""),
        ("  two  blanks\t here ", "two blanks here"),
        ("a “quoted” word’s ‘end’", "a \"quoted\" word's 'end'"),
        ("``old'' quotes", '"old" quotes'),
        ("no\u00a0break\u2009and\u202fthin", "no break and thin"),
        ("zero\u200bwidth, soft\u00adhyphen, \u202abidi\u202c, \ufeffmark", "zerowidth, softhyphen, bidi, mark"),
        ("bell\x07 and null\x00", "bell and null"),
        ("lone \ud800 surrogate", "lone \ufffd surrogate"),
        ("R&amp;D, Smith &#8217;s, &lt;b&gt;, AT&T, &unknown;", "R&D, Smith 's, <b>, AT&T, &unknown;"),
        ("escaped &amp;amp; twice&amp;nbsp;over", "escaped & twice over"),
        ("it was theirs.Â\nNext", "it was theirs.\n\nNext"),
        ("Â\u00a0a nameÂ\u00a0b", "a name b"),
        ("itâ€™s â€œfineâ€\x9d â€“ SÃ£o TomÃ©, FranÃ§ois, Å¡", 'it\'s "fine" – São Tomé, François, š'),
        ("Âge, château, SÃO, Ángel", "Âge, château, SÃO, Ángel"),
        ("Pe\u0301csi and Zoe\u0308", "Pécsi and Zoë"),
        ("ﬁnal ﬂight", "final flight"),
        ("one\r\n\r\ntwo\u2029three\rFour", "one\n\ntwo\n\nthree\n\nFour"),
        ("dashes — and – stay - so", "dashes — and – stay - so"),
        ("2 < 3 and 5 > 4, <AAPL.O> <Reuters>", "2 < 3 and 5 > 4, <AAPL.O> <Reuters>"),
    ],
)
def test_characters(original: str, expected: str) -> None:
    assert clean(original).text == expected


@pytest.mark.parametrize(
    ("original", "expected"),
    [
        ("<p>The <b>envoy</b> left.</p><p>He\nflew.</p>", "The envoy left.\n\nHe flew."),
        ("<i>Jo Doe</i><br/>The envoy", "Jo Doe\n\nThe envoy"),
        ("a<!-- hidden\n\n -->b<script>var p = '<p>';</script> c", "ab\n\nc"),
        ("a<SCRIPT src='x'>no</script >b", "a\n\nno\n\nb"),
        ("<!-- never closed", "<!-- never closed"),
        ("<script>never closed", "never closed"),
        ("<!DOCTYPE html><nav><ul><li>Home</li></ul></nav><h1>Title</h1>", "Title"),
        ('<a href="https://x.example/?a=1&amp;b=2">link</a>', "link"),
    ],
)
def test_markup(original: str, expected: str) -> None:
    assert clean(original).text == expected


WRAPPED = """\
The Norwegian foreign minister flew to Harare on Tuesday for
talks with his counterpart about a long-
planned reopening of the embassy, after weeks of negotia-
tions.
The two sides had broken off relations.
A second round is due in Oslo next week, officials said, and it
will be followed by a visit."""


def test_wrapped_lines_are_joined() -> None:
    assert clean(WRAPPED).text.split("\n\n") == [
        (
            "The Norwegian foreign minister flew to Harare on Tuesday for talks with his counterpart about a "
            "long-planned reopening of the embassy, after weeks of negotiations."
        ),
        "The two sides had broken off relations.",
        "A second round is due in Oslo next week, officials said, and it will be followed by a visit.",
    ]


def test_indented_paragraphs_are_kept_apart() -> None:
    text = (
        "    The minister flew out on Monday and\nmet nobody at all in the end, as he\nsaid.\n"
        "    A second trip is\nplanned."
    )
    assert (
        clean(text).text
        == "The minister flew out on Monday and met nobody at all in the end, as he said.\n\nA second trip is planned."
    )


def test_a_line_is_a_paragraph_where_nothing_was_wrapped() -> None:
    lines = [
        "The minister flew to Harare on Tuesday, officials said.",
        "He met nobody.",
        "Oslo had no comment to offer.",
    ]
    assert clean("\n".join(lines)).text.split("\n\n") == lines


def test_a_line_broken_within_a_sentence_goes_on() -> None:
    assert clean("Log in\nfor more.\nNext line.").text == "Log in for more.\n\nNext line."


def test_plain_text_costs_no_map() -> None:
    assert not clean(PLAIN).offsets.starts
    assert not clean("“Typographic” quotes’ and\u00a0blanks").offsets.starts


def test_spans_cover_what_was_written() -> None:
    page = clean("<p>Foreign Minister P&eacute;ter&nbsp;<b>N</b>agy</p>")
    start = page.text.index("Péter")
    span = page.to_original(start, start + len("Péter Nagy"))
    assert span.text == "P&eacute;ter&nbsp;<b>N</b>agy"
    assert page.original[span.start : span.end] == span.text


def test_offsets_outside_the_text_are_refused() -> None:
    with pytest.raises(ValueError, match="not within"):
        clean("abc").to_original(2, 5)


def test_line_breaks_of_the_original_are_known() -> None:
    page = clean("Title\n\nOne.\nTwo.")
    assert page.line_breaks(page.text.index("One") - 2, page.text.index("One")) == 2
    assert page.line_breaks(page.text.index("Two") - 2, page.text.index("Two")) == 1


def test_pickles() -> None:
    page = clean("<p>x &amp; y</p>")
    copy = pickle.loads(pickle.dumps(page))
    assert copy == page
    assert copy.to_original(2, 3) == page.to_original(2, 3)


@given(TEXTS, st.data())
def test_every_span_is_a_stretch_of_the_original(text: str, data: st.DataObject) -> None:
    page = clean(text)
    assert page.original == text
    start = data.draw(st.integers(0, len(page.text)))
    end = data.draw(st.integers(start, len(page.text)))
    span = page.to_original(start, end)
    assert text[span.start : span.end] == span.text
    if start < end:
        assert span.text


@given(TEXTS)
def test_characters_come_in_the_order_of_the_original(text: str) -> None:
    page = clean(text)
    spans = [page.to_original(i, i + 1) for i in range(len(page.text))]
    assert all(a.start <= b.start and a.end <= b.end for a, b in pairwise(spans))
    # A letter that was not replaced is the very one that the span shows.
    assert all(span.text == page.text[i] for i, span in enumerate(spans) if span.text.isascii() and span.text.isalnum())


@given(TEXTS)
def test_what_is_clean_has_no_odd_blanks(text: str) -> None:
    cleaned = clean(text).text
    assert cleaned == cleaned.strip(" \n")
    assert not any(odd in cleaned for odd in ("  ", "\n\n\n", " \n", "\n ", "\r", "\t", "\u00a0", "\u200b"))


@given(st.text(st.characters(codec="ascii", exclude_characters="<&'`")))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean(text).text
    assert clean(once).text == once


@pytest.mark.parametrize(
    "piece", ["a  ", "<", "<a ", "<!--", "<script>", "&", "'", "a\n", "\u0301a", "â€™", "Â ", "-\na"]
)
def test_long_texts_stay_cheap(piece: str) -> None:
    """No assertion on time: quadratic behaviour would not come to an end here."""
    assert isinstance(clean(piece * (300_000 // len(piece))), CleanText)
