"""The spaCy component: ``nlp.add_pipe("diplo_events")`` in anyone's pipeline.

It sets ``doc._.diplo_events``, the :class:`~diplo_events.ParsedArticle` of the document's text, and two groups of
spans: ``doc.spans["diplo_events"]``, the words that name each event, labelled with its type and with the event's id as
``span.id_``; and ``doc.spans["diplo_events_slots"]``, its participants, labelled with their roles, venues and dates.

The day of publication, and what else is known of the article, come from ``doc.user_data`` or from the context of
``nlp.pipe(..., as_tuples=True)``: a mapping with any of ``published``, ``title``, ``source``, ``id``; or that day.

What is kept in the document is plain data in ``doc.user_data``, so that it goes through ``Doc.to_bytes``, ``DocBin``
(with ``store_user_data=True``) and ``nlp.pipe(n_process=2)``. A process that only reads such documents imports this
module, so that ``doc._.diplo_events`` is known there.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc, Span

from diplo_events.model.text import Span as TextSpan

if TYPE_CHECKING:
    from diplo_events.model.articles import Article, ParsedArticle
    from diplo_events.model.events import Event
    from diplo_events.parsing.parser import Parser

#: The name of the factory, of the extension attribute, of the key in ``user_data``, and the default key of the spans.
NAME = "diplo_events"
#: The keys of ``user_data`` or of the context that are read.
CONTEXT_KEYS = ("published", "title", "source", "id")
_SHARED = ("tok2vec", "transformer", "tagger", "morphologizer", "attribute_ruler", "lemmatizer", "parser", "ner")


@Language.factory(
    NAME,
    default_config={"model": None, "spans_key": NAME, "min_confidence": None},
    assigns=["doc._.diplo_events", "doc.spans"],
)
def create(
    nlp: Language, name: str, model: str | None, spans_key: str, min_confidence: float | None
) -> DiploEventsComponent:
    """Make the component; called by ``nlp.add_pipe("diplo_events", config={...})``.

    Args:
        nlp: the pipeline.
        name: the component's name in it.
        model: the spaCy pipeline to read articles with. None: tagger and parser of this pipeline, where it has both
            when the first document comes; else the default of :func:`~diplo_events.load_pipeline`.
        spans_key: the key of the events in ``doc.spans``; that of the slots has ``_slots`` behind it.
        min_confidence: the least confidence of an event; the default of :class:`~diplo_events.Parser` if None.
    """
    return DiploEventsComponent(nlp, model=model, spans_key=spans_key, min_confidence=min_confidence)


class DiploEventsComponent:
    """Reads the diplomatic events of each document.

    Args:
        nlp: the pipeline that it is part of.
        model: the pipeline to read articles with; see :func:`create`.
        spans_key: the key of the events in ``doc.spans``.
        min_confidence: the least confidence of an event.
        parser: a parser of your own, for extractors, resolvers and the like; it goes before ``model`` and
            ``min_confidence``. It is not kept by ``nlp.to_disk``.
    """

    def __init__(
        self,
        nlp: Language,
        *,
        model: str | None = None,
        spans_key: str = NAME,
        min_confidence: float | None = None,
        parser: Parser | None = None,
    ) -> None:
        self.nlp = nlp
        self.model = model
        self.spans_key = spans_key
        self.min_confidence = min_confidence
        self._parser = parser

    @property
    def parser(self) -> Parser:
        """The parser; built when the first document comes."""
        if self._parser is None:
            self._parser = self._build()
        return self._parser

    @parser.setter
    def parser(self, parser: Parser) -> None:
        self._parser = parser

    def _build(self) -> Parser:
        from diplo_events.parsing.parser import Parser

        own = self.model is None and {"tagger", "parser"} <= set(self.nlp.pipe_names)
        return Parser(_syntax_of(self.nlp) if own else self.model, min_confidence=self.min_confidence)

    def __call__(self, doc: Doc) -> Doc:
        """Read one document.

        Raises:
            InputError, InputTypeError: if ``published`` or another part of the context cannot be used.
        """
        from diplo_events.output.plain import to_plain

        article = _article_of(doc)
        parsed = self.parser.parse(article)
        if article.published is not None:
            # A date cannot be written by Doc.to_bytes; its ISO form can, and says the same.
            doc.user_data["published"] = article.published.isoformat()
        doc.user_data[NAME] = to_plain(parsed)
        doc.spans[self.spans_key] = list(_triggers(doc, parsed))
        doc.spans[f"{self.spans_key}_slots"] = list(_slots(doc, parsed))
        return doc


def get_parsed(doc: Doc) -> ParsedArticle | None:
    """The result of a document, rebuilt from its plain data; None if the component has not read it.

    It is rebuilt each time: keep it in a variable.

    Args:
        doc: a document, also one that was read back.

    Raises:
        FormatError: if the data are those of another version, or damaged.
    """
    from diplo_events.model.articles import ParsedArticle
    from diplo_events.output.plain import from_plain

    plain = doc.user_data.get(NAME)
    return None if plain is None else from_plain(plain, ParsedArticle)


def register() -> None:
    """Make ``doc._.diplo_events`` known; an attribute of that name that is there already is left as it is."""
    if not Doc.has_extension(NAME):
        Doc.set_extension(NAME, getter=get_parsed)


def _article_of(doc: Doc) -> Article:
    from diplo_events.parsing.inputs import to_article

    given = getattr(doc, "_context", None)
    context = given if isinstance(given, Mapping) else {"published": given} if _is_date(given) else {}
    known = {key: doc.user_data.get(key, context.get(key)) for key in CONTEXT_KEYS}
    return to_article({"text": doc.text, **known})


def _is_date(value: object) -> bool:
    """Whether the context is nothing but the day of publication."""
    return isinstance(value, dt.date)


def _syntax_of(nlp: Language) -> Language:
    """A pipeline that shares syntax and names of another one, without this component and whatever else stands there."""
    shared = type(nlp)(nlp.vocab, meta=dict(nlp.meta))
    for name in nlp.pipe_names:
        if nlp.get_pipe_meta(name).factory in _SHARED:
            shared.add_pipe(nlp.get_pipe_meta(name).factory, name=name, source=nlp)
    return shared


def _triggers(doc: Doc, parsed: ParsedArticle) -> Iterator[Span]:
    for event in parsed.events:
        for mention in event.mentions:
            yield from _span(doc, mention.trigger, event.type.value, event)


def _slots(doc: Doc, parsed: ParsedArticle) -> Iterator[Span]:
    for event in parsed.events:
        slot = partial(_span, doc, event=event)
        for participant in event.participants:
            for words in participant.spans:
                yield from slot(words, participant.role.value)
        for words in event.venue.spans if event.venue else ():
            yield from slot(words, "venue")
        if event.when and event.when.span:
            yield from slot(event.when.span, "when")


def _span(doc: Doc, words: TextSpan, label: str, event: Event) -> Iterator[Span]:
    """The tokens that the words touch; none where they are all white space."""
    span = doc.char_span(words.start, words.end, label=label, span_id=event.id, alignment_mode="expand")
    if span is not None and len(span):
        yield span


register()
