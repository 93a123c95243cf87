"""The screen before the parser is sound: what it leaves out holds no candidate, and nothing else depends on it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from diplo_events import Article, Parser
from diplo_events.extraction import extractor
from diplo_events.extraction.screen import sentences_to_parse
from diplo_events.extraction.wordforms import lemmas_of
from diplo_events.reading.reading import Reading
from diplo_events.tables.diplomacy import diplomatic_nouns
from diplo_events.tables.triggers import triggers

GOLDEN = Path(__file__).parent.parent / "golden"
PLAIN = """Apple unveiled a faster laptop on Tuesday. The chip maker said its profit had fallen by a tenth.
The storm tore roofs off houses. Nobody was hurt. She drove a red van."""
#: Conditions whose words are lemmas, as the lemmatiser gives them.
_OF_LEMMAS = {"dobj", "objword", "word", "gov"}


def everything(reading: Reading) -> list[int]:
    """No screen at all."""
    return list(range(len(reading.sentences)))


def texts() -> Iterator[str]:
    """The golden articles, and the sentences of the checklist in paragraphs of eight."""
    for path in sorted(GOLDEN.glob("articles/**/*.txt")):
        yield path.read_text(encoding="utf-8")
    for table in sorted(GOLDEN.glob("checklist/*.tsv")):
        cells = [cell for line in table.read_text(encoding="utf-8").splitlines() for cell in line.split("\t")]
        told = [cell for cell in cells if len(cell) > 40]
        for at in range(0, len(told), 8):
            yield "\n\n".join(told[at : at + 8])


def generated(count: int) -> Iterator[str]:
    """Sentences of head words, of the words that conditions ask for, and of names, thrown together."""
    chance = random.Random(8)
    names = ["France", "the Kenyan foreign minister", "Ambassador Ada Lund", "she", "Lima", "it", "the embassy", "they"]
    heads = sorted({trigger.head for trigger in triggers() if trigger.head})
    asked = sorted({w for t in triggers() for alternative in t.need for _, words in alternative for w in words})
    for _ in range(count):
        sentences = []
        for _ in range(6):
            first, second = chance.sample(names, 2)
            extra = chance.choice(asked).replace(">", " the ")
            sentences.append(f"{first.capitalize()} {chance.choice(heads)}ed {second} {extra} on Monday.")
        yield " ".join(sentences)


def parsed(parser: Parser, text: str) -> object:
    """All that comes of a text, the rejected included."""
    result = parser.parse(Article(text=text, published=date(2014, 5, 20)))
    return result.events, result.rejected, result.actors


def test_screening_loses_no_event_and_no_slot(parser: Parser, monkeypatch: pytest.MonkeyPatch) -> None:
    samples = [*texts(), *generated(40), PLAIN]
    screened = [parsed(parser, text) for text in samples]
    monkeypatch.setattr(extractor, "sentences_to_parse", everything)
    for text, result in zip(samples, screened, strict=True):
        assert parsed(parser, text) == result, text


def test_plain_news_is_not_parsed(parser: Parser, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def spy(reading: Reading) -> list[int]:
        numbers = sentences_to_parse(reading)
        asked.extend(numbers)
        return numbers

    monkeypatch.setattr(extractor, "sentences_to_parse", spy)
    parser.parse(Article(text=PLAIN))
    assert not asked


def test_every_irregular_form_of_a_word_of_the_tables_is_known(parser: Parser) -> None:
    wanted = {trigger.head for trigger in triggers()}
    for trigger in triggers():
        for name, words in (condition for alternative in trigger.need for condition in alternative):
            wanted |= words if name in _OF_LEMMAS else set()
            wanted |= {pair.split(">")[1] for pair in words} if name == "prep" else set()
    for kind in ("envoy", "staff", "mission", "tie", "protest", "penalty", "restriction", "agreement", "office"):
        wanted |= diplomatic_nouns(kind)
    exceptions = parser.nlp.get_pipe("lemmatizer").lookups.get_table("lemma_exc")  # type: ignore[attr-defined]
    unknown = [
        (form, lemma)
        for forms in exceptions.values()
        for form, lemmas in forms.items()
        for lemma in lemmas
        if lemma in wanted and lemma not in lemmas_of(form)
    ]
    assert not unknown


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("visits", "visit"), ("embassies", "embassy"), ("denied", "deny"), ("barred", "bar"), ("sought", "seek"),
        ("hosting", "host"), ("ties", "tie"), ("tying", "tie"), ("men", "man"), ("memoranda", "memorandum"),
        ("don't", "do"), ("thieves", "thief"),
    ],
)  # fmt: skip
def test_forms_lead_to_their_lemmas(form: str, lemma: str) -> None:
    assert lemma in lemmas_of(form)
