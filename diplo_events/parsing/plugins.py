"""Plugged-in parts: refused at once if they cannot be called, and held to their protocol whenever they are asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import Any, TypeVar, cast

from attrs import evolve, fields, frozen, has

from diplo_events.dates.chain import ChainedDateResolver, DateResolver, resolve_by_dateparser, resolve_by_grammar
from diplo_events.errors import InputTypeError, PluginError
from diplo_events.extraction.candidates import Argument, Candidate
from diplo_events.extraction.extractor import RuleExtractor
from diplo_events.judgement.status import RuleStatusJudge
from diplo_events.merging.within import RuleMerger
from diplo_events.model.actors import Participant, Venue
from diplo_events.model.events import Event, StatusChange
from diplo_events.model.kinds import Action, Role
from diplo_events.model.text import Span
from diplo_events.model.time import When
from diplo_events.protocols import ActorResolver, Extractor, Merger, StatusJudge, VenueResolver
from diplo_events.reading.reading import Reading
from diplo_events.resolution.participants import RuleActorResolver
from diplo_events.resolution.venues import RuleVenueResolver

_Part = TypeVar("_Part")

#: The own parts are tested to keep to their protocols; they are called without a guard.
_OWN: tuple[object, ...] = (RuleExtractor, RuleActorResolver, RuleVenueResolver, RuleStatusJudge, RuleMerger)
_OWN_DATES: tuple[object, ...] = (resolve_by_grammar, resolve_by_dateparser)


def name_of(part: object) -> str:
    """How a message calls a callable: its qualified name, or that of its class."""
    while isinstance(part, partial):
        part = part.func
    name = getattr(part, "__qualname__", None) or type(part).__qualname__
    module = getattr(part, "__module__", None) or type(part).__module__
    return f"{module}.{name}"


@frozen
class _Guard:
    """A callable that turns whatever goes wrong in another one into an error that names it.

    Attributes:
        part: the plug-in.
        role: the argument of the parser that it was given as.
        check: takes its answer and its arguments; returns the answer, or raises TypeError or ValueError.
    """

    part: Callable[..., Any]
    role: str
    check: Callable[[Any, tuple[Any, ...]], Any]

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        try:
            answer = self.part(*args, **kwargs)
            if self.role == "extractor":
                answer = _listed(answer)  # a generator raises only while it is read
        except PluginError:
            raise
        except (Exception, SystemExit) as error:
            raise PluginError(f"the {self.role} {name_of(self.part)} raised {_told(error)}") from error
        try:
            return self.check(answer, args)
        except (TypeError, ValueError) as error:
            raise PluginError(f"the {self.role} {name_of(self.part)} returned {error}") from error


def guarded_extractors(given: Sequence[Extractor]) -> tuple[Extractor, ...]:
    """The extractors, those of strangers guarded.

    Raises:
        InputTypeError: if there is one that cannot be called, or no sequence of them.
    """
    if isinstance(given, (str, bytes)) or not isinstance(given, Iterable):
        raise InputTypeError(f"extractors must be a sequence of extractors, not {_shown(given)}")
    return tuple(_guarded(part, "extractor", _candidates) for part in given)


def guarded_actors(given: ActorResolver) -> ActorResolver:
    """An actor resolver, guarded if it is a stranger's.

    Raises:
        InputTypeError: if it cannot be called.
    """
    return _guarded(given, "actor_resolver", _participants)


def guarded_venues(given: VenueResolver) -> VenueResolver:
    """A venue resolver, guarded if it is a stranger's.

    Raises:
        InputTypeError: if it cannot be called.
    """
    return _guarded(given, "venue_resolver", _venue)


def guarded_judge(given: StatusJudge) -> StatusJudge:
    """A judge, guarded if it is a stranger's.

    Raises:
        InputTypeError: if it cannot be called.
    """
    return _guarded(given, "status_judge", _status)


def guarded_merger(given: Merger) -> Merger:
    """A merger, guarded if it is a stranger's.

    Raises:
        InputTypeError: if it cannot be called.
    """
    return _guarded(given, "merger", _events)


def guarded_dates(given: DateResolver) -> DateResolver:
    """A date resolver, guarded if it is a stranger's; of a chain each link, so that a message names the right one.

    Raises:
        InputTypeError: if it cannot be called.
    """
    if type(given) is ChainedDateResolver:
        return evolve(given, resolvers=tuple(guarded_dates(link) for link in given.resolvers))
    return given if given in _OWN_DATES else _guarded(given, "date_resolver", _when)


def _guarded(part: _Part, role: str, check: Callable[[Any, tuple[Any, ...]], Any]) -> _Part:
    if isinstance(part, type):
        raise InputTypeError(f"{role}={part.__qualname__} is a class; pass an instance of it")
    if not callable(part):
        raise InputTypeError(f"{role}={_shown(part)} cannot be called; see diplo_events.protocols for its signature")
    if type(part) in _OWN or isinstance(part, _Guard):
        return part
    guard: Any = _Guard(part, role, check)
    return cast("_Part", guard)


#: Candidates; who proposes more for an article does not mean to come to an end.
_MOST_CANDIDATES = 100_000


def _listed(answer: Any) -> list[Any]:
    """What is proposed, and one more than may be; what cannot be iterated is left to the check."""
    return list(islice(answer, _MOST_CANDIDATES + 1)) if isinstance(answer, Iterable) else [answer]


def _told(error: BaseException) -> str:
    try:
        return f"{type(error).__name__}: {error}"
    except Exception:  # noqa: BLE001 - a stranger's error may have no words
        return type(error).__name__


def _candidates(answer: list[Any], args: tuple[Any, ...]) -> list[Any]:
    if len(answer) > _MOST_CANDIDATES:
        raise ValueError(f"more than {_MOST_CANDIDATES} candidates")
    reading: Reading = args[0]
    length = len(reading.text)
    for candidate in answer:
        _must_be(candidate, Candidate)
        _must_be(candidate.action, Action, or_none=True)
        _within(candidate, length)
        for argument in candidate.arguments:
            _must_be(argument, Argument)
            _must_be(argument.role, Role, or_none=True)
            _within(argument, length)
    return answer


def _participants(answer: Any, args: tuple[Any, ...]) -> Any:
    return _of_text(_all(answer, Participant), args)


def _venue(answer: Any, args: tuple[Any, ...]) -> Any:
    return _of_text(_must_be(answer, Venue, or_none=True), args)


def _status(answer: Any, args: tuple[Any, ...]) -> Any:
    return _of_text(_must_be(answer, StatusChange), args)


def _when(answer: Any, _: tuple[Any, ...]) -> Any:
    return _must_be(answer, When, or_none=True)


def _events(answer: Any, args: tuple[Any, ...]) -> Any:
    for event in _all(answer, Event):
        if not event.mentions:
            raise ValueError(f"an event without mentions: {event}")
    return _of_text(answer, args)


def _of_text(answer: Any, args: tuple[Any, ...]) -> Any:
    """The answer, if all its spans are those of the article."""
    reading: Reading = args[0]
    text = reading.article.text
    for span in _spans(answer):
        if text[span.start : span.end] != span.text:
            raise ValueError(f"the span {span.start}..{span.end}, which is not {_shown(span.text)} in the article")
    return answer


def _spans(value: Any) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from _spans(item)
    elif has(type(value)):
        for field in fields(type(value)):
            yield from _spans(getattr(value, field.name))


def _all(answer: Any, kind: type) -> Any:
    if isinstance(answer, (str, bytes)) or not isinstance(answer, Sequence):
        raise TypeError(f"{_shown(answer)}, not a sequence of {kind.__name__}")
    for item in answer:
        _must_be(item, kind)
    return answer


def _must_be(value: Any, kind: type, *, or_none: bool = False) -> Any:
    if isinstance(value, kind) or (or_none and value is None):
        return value
    raise TypeError(f"{_shown(value)}, not a {kind.__name__}{' or None' if or_none else ''}")


def _within(part: Candidate | Argument, length: int) -> None:
    if not 0 <= part.start < part.end <= length:
        raise ValueError(
            f"a {type(part).__name__} from {part.start} to {part.end}, outside of the text of {length} characters"
        )


def _shown(value: object) -> str:
    try:
        shown = repr(value)
    except Exception:  # noqa: BLE001 - a stranger's value may have no words
        shown = ""
    return shown if 0 < len(shown) <= 60 else f"a {type(value).__name__}"
