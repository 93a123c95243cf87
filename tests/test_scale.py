"""Long texts and long streams: linear time, memory that stays, and nothing read differently for it."""

from __future__ import annotations

import itertools
import time

import pytest
from spacy.language import Language

from diplo_events import Article, Parser, parse_article, parse_articles
from diplo_events.parsing import parts, syntax
from diplo_events.parsing.models import load_pipeline
from tests.benchmarks.streams import articles
from tests.test_api import TEXT, assert_true_spans

#: What the screen keeps from the parser.
FILLER = "Rain fell. " * 90
PUBLISHED = "2024-03-10"


def book(length: int) -> str:
    """A text with one event in each ten thousand characters."""
    chapter = "\n\n".join([FILLER] * 10 + [TEXT])
    return "\n\n".join([chapter] * (length // len(chapter)))


# --- long texts ------------------------------------------------------------------------------------------------------


def test_an_article_of_any_length_that_articles_have_is_one_part() -> None:
    article = Article(text="a " * (parts.LONGEST // 2))
    assert [part.article for part in parts.parts_of(article)] == [article]


@pytest.mark.parametrize(
    "piece", ["word ", "x", "One met two. ", "<p>One met two.</p>", "She met him.\n\n", "\ud800é\u0301"]
)
def test_parts_make_up_the_text_and_none_is_too_long(piece: str) -> None:
    text = (piece * 200_000)[:150_000]
    cut = parts.parts_of(Article(text=text, id="a"))
    assert "".join(part.article.text for part in cut) == text
    assert [part.offset for part in cut] == [0, *itertools.accumulate(len(part.article.text) for part in cut)][:-1]
    assert all(parts.LONGEST // 2 < len(part.article.text) <= parts.LONGEST for part in cut[:-1])
    assert {part.article.id for part in cut} == {"a"}


def test_the_events_of_a_book_stand_in_their_places(parser: Parser) -> None:
    text = book(100_000)
    parsed = parse_article(text, published=PUBLISHED, id="a", parser=parser)
    cut = len(parts.parts_of(parsed.article))
    assert cut >= 3
    # What is told again within a part is one event; what is told in another part is another.
    assert len(parsed) == cut
    mentions = [mention for event in parsed for mention in event.mentions]
    assert [m.trigger.start for m in mentions] == [text.find("met his", m.trigger.start) for m in mentions]
    assert len(mentions) == text.count("met his")
    assert_true_spans(parsed)
    assert len({event.id for event in parsed}) == cut
    assert [actor.name for actor in parsed.actors] == ["Mart Saar", "Anna Ozola"]
    undated = parse_article(book(50_000), parser=parser)
    assert [warning.code for warning in undated.warnings].count("no-publication-date") == 1


def test_a_book_among_articles_changes_nothing_for_them(parser: Parser) -> None:
    alone = [parse_article(one, published=PUBLISHED, parser=parser) for one in (TEXT, book(60_000), TEXT)]
    texts = [{"text": one.text, "published": PUBLISHED} for one in alone]
    assert list(parse_articles(texts, parser=parser)) == alone


@pytest.mark.slow
def test_time_grows_with_the_length(parser: Parser) -> None:
    """Four times the text may take eight times the time, for the noise of the clock; a quadratic pass would take 16."""

    def seconds(length: int) -> float:
        begin = time.process_time()
        parse_article(book(length), published=PUBLISHED, parser=parser)
        return time.process_time() - begin

    seconds(10_000)
    assert seconds(240_000) < 8 * min(seconds(60_000), seconds(60_000)) + 0.5


# --- long streams ----------------------------------------------------------------------------------------------------


def test_the_words_of_articles_do_not_pile_up(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = list(itertools.islice(articles(paragraphs=2), 40))
    nlp = load_pipeline()
    known = len(nlp.vocab.strings)
    monkeypatch.setattr(syntax, "MOST_STRINGS", 150)
    syntax._renewed.cache_clear()
    made: list[syntax.OwnWords] = []

    class Counted(syntax.OwnWords):
        def __init__(self, nlp: Language) -> None:
            super().__init__(nlp)
            made.append(self)

    monkeypatch.setattr(syntax, "OwnWords", Counted)
    try:
        results = list(parse_articles(stream, parser=Parser(), batch_size=4))
    finally:
        syntax._renewed.cache_clear()
    assert len(made) > 2
    assert len(nlp.vocab.strings) == known
    assert max(len(words.vocab.strings) for words in made) < known + 3_000
    # A pipeline of one's own keeps its words; nothing is read differently for it.
    assert results == list(parse_articles(stream, parser=Parser(nlp)))
