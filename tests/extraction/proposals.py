"""What the built-in extractor proposes for a sentence, written short: for the tables of sentences in this folder."""

from __future__ import annotations

from functools import cache

from diplo_events.extraction.candidates import Slot
from diplo_events.extraction.extractor import RuleExtractor
from diplo_events.parsing.inputs import to_article
from diplo_events.parsing.models import load_pipeline
from diplo_events.parsing.syntax import sentence_parser
from diplo_events.reading.read import read
from diplo_events.reading.reading import SentenceParser


@cache
def _parse() -> SentenceParser:
    return sentence_parser(load_pipeline(None))


def proposals(text: str, type_: str) -> list[str]:
    """The candidates of one type as "who, who @ place, place", each once, in order; those without anybody left out."""
    reading = read(to_article({"text": text, "published": "2021-05-12"}), _parse())
    shown = []
    for candidate in RuleExtractor()(reading):
        if candidate.type.value != type_:
            continue
        slots = {slot: [reading.text[a.start : a.end] for a in candidate.of(slot)] for slot in Slot}
        who, where = slots[Slot.PARTICIPANT] or slots[Slot.FORUM], slots[Slot.PLACE]
        if not who:
            continue
        line = ", ".join(dict.fromkeys(who)) + (" @ " + ", ".join(dict.fromkeys(where)) if where else "")
        if line not in shown:
            shown.append(line)
    return shown
