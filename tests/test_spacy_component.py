"""At home in spaCy: the factory, the reference date, the spans, and every way in which documents travel."""

from __future__ import annotations

import datetime as dt
import pickle
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy import displacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from diplo_events import FormatError, InputError, ParsedArticle, Parser, load_pipeline, parse_article
from diplo_events.parsing.models import DEFAULT_PIPELINES
from diplo_events.spacy_component import DiploEventsComponent, create, get_parsed, register

TEXT = "Estonian Foreign Minister Mart Saar met his Latvian counterpart, Anna Ozola, in Riga on Friday."
DAY = dt.date(2024, 3, 10)


def load() -> Language:
    for name in DEFAULT_PIPELINES:
        if spacy.util.is_package(name):
            return spacy.load(name)
    raise AssertionError("no pipeline is installed")


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = load()
    nlp.add_pipe("diplo_events")
    return nlp


def with_day(nlp: Language, day: Any, text: str = TEXT) -> Doc:
    doc = nlp.make_doc(text)
    doc.user_data["published"] = day
    return nlp(doc)


def parsed_of(doc: Doc) -> ParsedArticle:
    parsed = doc._.diplo_events
    assert isinstance(parsed, ParsedArticle)
    return parsed


# --- what it sets ----------------------------------------------------------------------------------------------------


def test_the_result_of_a_document(nlp: Language) -> None:
    parsed = parsed_of(nlp(TEXT))
    assert str(parsed.events[0]) == "meeting · held · undated · Mart Saar (EST), Anna Ozola (LVA) · Riga, LVA"
    assert parsed.text == TEXT


def test_it_is_that_of_parse_article(nlp: Language) -> None:
    assert parsed_of(with_day(nlp, DAY)) == parse_article(TEXT, published=DAY)


def test_spans(nlp: Language) -> None:
    doc = with_day(nlp, DAY)
    (event,) = parsed_of(doc).events
    assert [(span.text, span.label_, span.id_) for span in doc.spans["diplo_events"]] == [("met", "meeting", event.id)]
    slots = {(span.text, span.label_) for span in doc.spans["diplo_events_slots"]}
    assert {("Mart Saar", "initiator"), ("Anna Ozola", "counterpart"), ("Riga", "venue"), ("Friday", "when")} <= slots


def test_displacy(nlp: Language) -> None:
    html = displacy.render(nlp(TEXT), style="span", options={"spans_key": "diplo_events"}, jupyter=False)
    assert "meeting" in html


def test_the_other_components_are_left_alone(nlp: Language) -> None:
    plain, read = load()(TEXT), nlp(TEXT)
    assert [(t.tag_, t.dep_, t.ent_type_) for t in plain] == [(t.tag_, t.dep_, t.ent_type_) for t in read]
    assert "diplo_events" in nlp.pipe_names


def test_empty_and_odd_documents(nlp: Language) -> None:
    for text in ("", "   \n", "💥", "met"):
        doc = nlp(text)
        assert parsed_of(doc).events == ()
        assert list(doc.spans["diplo_events"]) == []


# --- the reference date ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("day", [DAY, "2024-03-10", dt.datetime(2024, 3, 10, 8)])  # noqa: DTZ001
def test_the_day_in_user_data(nlp: Language, day: Any) -> None:
    doc = with_day(nlp, day)
    assert str(parsed_of(doc).events[0].when) == "2024-03-08"
    assert doc.user_data["published"] == "2024-03-10"


@pytest.mark.parametrize("processes", [1, 2])
@pytest.mark.parametrize("context", [{"published": "2024-03-10", "id": 7, "source": "HN", "more": []}, DAY], ids=str)
def test_the_day_in_the_context(nlp: Language, context: Any, processes: int) -> None:
    done = list(nlp.pipe([(TEXT, context), (TEXT, None)], as_tuples=True, n_process=processes))
    (first, given), (second, _) = done
    assert given == context
    assert str(parsed_of(first).events[0].when) == "2024-03-08"
    assert parsed_of(second).events[0].when is None
    if isinstance(context, dict):
        assert (parsed_of(first).id, parsed_of(first).article.source) == ("7", "HN")


def test_user_data_go_before_the_context(nlp: Language) -> None:
    doc = nlp.make_doc(TEXT)
    doc.user_data["published"] = "2024-03-17"
    ((done, _),) = nlp.pipe([(doc, {"published": DAY, "id": "from context"})], as_tuples=True)
    assert parsed_of(done).published == dt.date(2024, 3, 17)
    assert parsed_of(done).id == "from context"


def test_a_wrong_day_is_an_error_that_spacy_can_handle(nlp: Language) -> None:
    with pytest.raises(InputError, match="not an ISO 8601 date"):
        with_day(nlp, "soon")


# --- documents travel ------------------------------------------------------------------------------------------------


def same(one: Doc, other: Doc) -> bool:
    spans = [[(s.start, s.end, s.label_, s.id_) for s in doc.spans["diplo_events"]] for doc in (one, other)]
    return parsed_of(one) == parsed_of(other) and spans[0] == spans[1]


def test_through_bytes(nlp: Language) -> None:
    for doc in (with_day(nlp, DAY), nlp(TEXT), nlp("")):
        assert same(Doc(nlp.vocab).from_bytes(doc.to_bytes()), doc)


def test_through_a_doc_bin(nlp: Language) -> None:
    doc = with_day(nlp, DAY)
    stored = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    (back,) = DocBin().from_bytes(stored).get_docs(spacy.blank("en").vocab)
    assert same(back, doc)


def test_through_pickle_and_copy(nlp: Language) -> None:
    doc = with_day(nlp, DAY)
    assert same(pickle.loads(pickle.dumps(doc)), doc)
    assert same(doc.copy(), doc)


def test_several_processes_give_the_same(nlp: Language) -> None:
    texts = [TEXT, "Coffee prices rose.", TEXT.replace("Riga", "Oslo")]
    alone, together = list(nlp.pipe(texts)), list(nlp.pipe(texts, n_process=2))
    assert all(same(one, other) for one, other in zip(alone, together, strict=True))


def test_a_document_that_was_not_read_has_nothing() -> None:
    assert spacy.blank("en")("No component.")._.diplo_events is None


def test_damaged_data_are_a_format_error(nlp: Language) -> None:
    doc = nlp(TEXT)
    del doc.user_data["diplo_events"]["article"]
    with pytest.raises(FormatError, match=r"missing @ \$\.article"):
        get_parsed(doc)


# --- pipelines travel ------------------------------------------------------------------------------------------------


def test_a_pipeline_goes_through_the_disk(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    assert same(spacy.load(tmp_path)(TEXT), nlp(TEXT))


def test_the_component_pickles(nlp: Language) -> None:
    component = pickle.loads(pickle.dumps(nlp.get_pipe("diplo_events")))
    assert isinstance(component, DiploEventsComponent)
    assert parsed_of(component(component.nlp.make_doc(TEXT))).events


# --- configuration ---------------------------------------------------------------------------------------------------


def test_a_blank_pipeline_reads_with_the_default_one() -> None:
    blank = spacy.blank("en")
    blank.add_pipe("diplo_events", config={"spans_key": "events", "min_confidence": 0.0})
    doc = blank(TEXT)
    assert parsed_of(doc).events
    assert [span.text for span in doc.spans["events"]] == ["met"]
    assert "events_slots" in doc.spans


def test_a_model_by_name() -> None:
    blank = spacy.blank("en")
    component = blank.add_pipe("diplo_events", config={"model": f"en_{load_pipeline().meta['name']}"})
    assert isinstance(component, DiploEventsComponent)
    assert component.parser.nlp is load_pipeline(f"en_{load_pipeline().meta['name']}")


def test_a_parser_of_ones_own() -> None:
    nlp = load()
    component = nlp.add_pipe("diplo_events", first=True)
    assert isinstance(component, DiploEventsComponent)
    component.parser = Parser(extractors=[])
    assert parsed_of(nlp(TEXT)).events == ()


def test_wrong_configuration_is_refused() -> None:
    for config in ({"spans_key": 5}, {"colour": "red"}):
        with pytest.raises(ValueError, match="diplo_events"):
            spacy.blank("en").add_pipe("diplo_events", config=config)


def test_the_extension_is_registered_once_and_never_over_another() -> None:
    getter = Doc.get_extension("diplo_events")
    register()
    assert Doc.get_extension("diplo_events") == getter
    Doc.set_extension("diplo_events", default="somebody else's", force=True)
    try:
        register()
        assert spacy.blank("en")("x")._.diplo_events == "somebody else's"
    finally:
        Doc.set_extension("diplo_events", getter=get_parsed, force=True)


# --- the entry point -------------------------------------------------------------------------------------------------


def test_spacy_finds_the_factory_without_an_import(root: Path, tmp_path: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    target = project["entry-points"]["spacy_factories"]["diplo_events"]
    assert target == f"{create.__module__}:{create.__name__}"
    # The distribution as an installation would leave it.
    info = tmp_path / "stand_in-0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: stand-in\nVersion: 0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(f"[spacy_factories]\ndiplo_events = {target}\n", encoding="utf-8")
    script = f"""
import sys
sys.path[:0] = [{str(root)!r}, {str(tmp_path)!r}]
import spacy
nlp = spacy.blank("en")
nlp.add_pipe("diplo_events")
print(nlp({TEXT!r})._.diplo_events.events[0].type)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "meeting"


def test_the_factory_module_is_light() -> None:
    script = "import spacy, sys; import diplo_events.spacy_component; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout.split()
    assert not {"dateparser", "cattrs", "diplo_events.parsing", "diplo_events.reading", "pandas"} & set(loaded)
