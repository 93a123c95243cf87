"""Read the diplomatic events out of news articles.

>>> from diplo_events import parse_article
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from diplo_events.version import VERSION as __version__  # noqa: N811 - the name by which tools ask

if TYPE_CHECKING:
    from diplo_events.codebooks.cameo import Cameo as Cameo
    from diplo_events.codebooks.plover import Plover as Plover
    from diplo_events.dates.chain import ChainedDateResolver as ChainedDateResolver
    from diplo_events.dates.chain import resolve_date as resolve_date
    from diplo_events.dates.find import find_dates as find_dates
    from diplo_events.errors import ArticleError as ArticleError
    from diplo_events.errors import DiploEventsError as DiploEventsError
    from diplo_events.errors import FormatError as FormatError
    from diplo_events.errors import InputError as InputError
    from diplo_events.errors import InputTypeError as InputTypeError
    from diplo_events.errors import MissingExtraError as MissingExtraError
    from diplo_events.errors import ModelNotFoundError as ModelNotFoundError
    from diplo_events.errors import PluginError as PluginError
    from diplo_events.errors import TimeLimitError as TimeLimitError
    from diplo_events.extraction.candidates import Argument as Argument
    from diplo_events.extraction.candidates import Candidate as Candidate
    from diplo_events.extraction.candidates import Slot as Slot
    from diplo_events.llm import LLMExtractor as LLMExtractor
    from diplo_events.merging.across import merge_articles as merge_articles
    from diplo_events.model.actors import Actor as Actor
    from diplo_events.model.actors import Participant as Participant
    from diplo_events.model.actors import Venue as Venue
    from diplo_events.model.articles import Article as Article
    from diplo_events.model.articles import ParsedArticle as ParsedArticle
    from diplo_events.model.articles import ParseWarning as ParseWarning
    from diplo_events.model.articles import Rejection as Rejection
    from diplo_events.model.events import Event as Event
    from diplo_events.model.events import Note as Note
    from diplo_events.model.events import StatusChange as StatusChange
    from diplo_events.model.kinds import Action as Action
    from diplo_events.model.kinds import ActorKind as ActorKind
    from diplo_events.model.kinds import EventType as EventType
    from diplo_events.model.kinds import Role as Role
    from diplo_events.model.kinds import Status as Status
    from diplo_events.model.roster import RosterEntry as RosterEntry
    from diplo_events.model.text import Attribution as Attribution
    from diplo_events.model.text import Mention as Mention
    from diplo_events.model.text import Span as Span
    from diplo_events.model.time import Tense as Tense
    from diplo_events.model.time import TimeExpression as TimeExpression
    from diplo_events.model.time import When as When
    from diplo_events.model.timeline import Claim as Claim
    from diplo_events.model.timeline import Evidence as Evidence
    from diplo_events.model.timeline import StatusReport as StatusReport
    from diplo_events.model.timeline import Timeline as Timeline
    from diplo_events.model.timeline import TimelineEvent as TimelineEvent
    from diplo_events.output.arrow import to_arrow as to_arrow
    from diplo_events.output.json import from_json as from_json
    from diplo_events.output.json import from_json_lines as from_json_lines
    from diplo_events.output.json import to_json as to_json
    from diplo_events.output.json import to_json_lines as to_json_lines
    from diplo_events.output.pandas import to_pandas as to_pandas
    from diplo_events.output.plots import plot_map as plot_map
    from diplo_events.output.plots import plot_timeline as plot_timeline
    from diplo_events.output.polars import to_polars as to_polars
    from diplo_events.output.records import to_participation_records as to_participation_records
    from diplo_events.output.records import to_records as to_records
    from diplo_events.parsing.api import parse_article as parse_article
    from diplo_events.parsing.api import parse_articles as parse_articles
    from diplo_events.parsing.models import load_pipeline as load_pipeline
    from diplo_events.parsing.parser import Parser as Parser
    from diplo_events.protocols import ActorResolver as ActorResolver
    from diplo_events.protocols import DateResolver as DateResolver
    from diplo_events.protocols import Extractor as Extractor
    from diplo_events.protocols import Merger as Merger
    from diplo_events.protocols import StatusJudge as StatusJudge
    from diplo_events.protocols import VenueResolver as VenueResolver
    from diplo_events.reading.reading import Reading as Reading

#: Public name -> module. Each is imported when first asked for, so that importing the package stays fast.
_HOME = {
    "Action": "model.kinds",
    "Actor": "model.actors",
    "ActorKind": "model.kinds",
    "ActorResolver": "protocols",
    "Argument": "extraction.candidates",
    "Article": "model.articles",
    "ArticleError": "errors",
    "Attribution": "model.text",
    "Cameo": "codebooks.cameo",
    "Candidate": "extraction.candidates",
    "ChainedDateResolver": "dates.chain",
    "Claim": "model.timeline",
    "DateResolver": "protocols",
    "DiploEventsError": "errors",
    "Event": "model.events",
    "EventType": "model.kinds",
    "Evidence": "model.timeline",
    "Extractor": "protocols",
    "FormatError": "errors",
    "InputError": "errors",
    "InputTypeError": "errors",
    "LLMExtractor": "llm",
    "Mention": "model.text",
    "Merger": "protocols",
    "MissingExtraError": "errors",
    "ModelNotFoundError": "errors",
    "Note": "model.events",
    "ParseWarning": "model.articles",
    "ParsedArticle": "model.articles",
    "Parser": "parsing.parser",
    "Participant": "model.actors",
    "Plover": "codebooks.plover",
    "PluginError": "errors",
    "Reading": "reading.reading",
    "Rejection": "model.articles",
    "Role": "model.kinds",
    "RosterEntry": "model.roster",
    "Slot": "extraction.candidates",
    "Span": "model.text",
    "Status": "model.kinds",
    "StatusChange": "model.events",
    "StatusJudge": "protocols",
    "StatusReport": "model.timeline",
    "Tense": "model.time",
    "TimeExpression": "model.time",
    "TimeLimitError": "errors",
    "Timeline": "model.timeline",
    "TimelineEvent": "model.timeline",
    "Venue": "model.actors",
    "VenueResolver": "protocols",
    "When": "model.time",
    "find_dates": "dates.find",
    "from_json": "output.json",
    "from_json_lines": "output.json",
    "load_pipeline": "parsing.models",
    "merge_articles": "merging.across",
    "parse_article": "parsing.api",
    "parse_articles": "parsing.api",
    "plot_map": "output.plots",
    "plot_timeline": "output.plots",
    "resolve_date": "dates.chain",
    "to_arrow": "output.arrow",
    "to_json": "output.json",
    "to_json_lines": "output.json",
    "to_pandas": "output.pandas",
    "to_participation_records": "output.records",
    "to_polars": "output.polars",
    "to_records": "output.records",
}

# A literal list of the keys above, kept equal by a test.
__all__ = [
    "Action", "Actor", "ActorKind", "ActorResolver", "Argument", "Article", "ArticleError", "Attribution", "Cameo",
    "Candidate", "ChainedDateResolver", "Claim", "DateResolver", "DiploEventsError", "Event", "EventType", "Evidence",
    "Extractor", "FormatError", "InputError", "InputTypeError", "LLMExtractor", "Mention", "Merger",
    "MissingExtraError", "ModelNotFoundError", "Note", "ParseWarning", "ParsedArticle", "Parser", "Participant",
    "Plover", "PluginError", "Reading", "Rejection", "Role", "RosterEntry", "Slot", "Span", "Status", "StatusChange",
    "StatusJudge", "StatusReport", "Tense", "TimeExpression", "TimeLimitError", "Timeline", "TimelineEvent", "Venue",
    "VenueResolver", "When", "__version__", "find_dates", "from_json", "from_json_lines", "load_pipeline",
    "merge_articles", "parse_article", "parse_articles", "plot_map", "plot_timeline", "resolve_date", "to_arrow",
    "to_json", "to_json_lines", "to_pandas", "to_participation_records", "to_polars", "to_records",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    home = _HOME.get(name)
    if home is None:
        raise AttributeError(f"module 'diplo_events' has no attribute {name!r}")
    value = getattr(import_module(f"diplo_events.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
