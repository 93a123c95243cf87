"""Results as plain data (dictionaries, lists, strings, numbers) and back, exactly.

What is read is checked as strictly as what is written is regular: every field has to be there, none may be added, and
nothing is converted on the quiet.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from functools import cache
from types import GenericAlias
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin

from attrs import AttrsInstance, fields, has

from diplo_events.errors import FormatError
from diplo_events.model.articles import ParsedArticle
from diplo_events.model.text import Span
from diplo_events.output.paths import problems

if TYPE_CHECKING:
    from cattrs import Converter

Model = TypeVar("Model", bound=AttrsInstance)
_MOST_PROBLEMS = 5
# fromisoformat also reads weeks and ordinal days.
_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def to_plain(value: AttrsInstance) -> dict[str, Any]:
    """A value of the model as plain data: enumerations as their values, days in ISO 8601, tuples as lists."""
    plain: dict[str, Any] = _converter().unstructure(value)
    return plain


def from_plain(data: object, kind: type[Model]) -> Model:
    """Plain data as a value of the model.

    Args:
        data: what :func:`to_plain` gave, possibly by way of JSON or msgpack.
        kind: the class that it is to be.

    Raises:
        FormatError: if it does not have that form; the message names the paths (``missing @ $.events[0].when``).
    """
    from cattrs import BaseValidationError

    structure = _converter().get_structure_hook(kind)
    try:
        value: Model = structure(data, kind)
    except BaseValidationError as error:
        raise FormatError(_message(problems(error))) from error
    except RecursionError:
        raise FormatError("nested too deeply @ $") from None
    except Exception as error:
        raise FormatError(f"{error} @ $") from error
    if isinstance(value, ParsedArticle):
        false = [f"not what the article's text has there @ {path}" for path in _false_spans(value)]
        if false:
            raise FormatError(_message(false))
    return value


def _message(found: Sequence[str]) -> str:
    more = len(found) - _MOST_PROBLEMS
    return "; ".join(found[:_MOST_PROBLEMS]) + (f"; and {more} more" if more > 0 else "")


def _false_spans(parsed: ParsedArticle) -> Iterator[str]:
    for path, span in _spans(parsed, "$"):
        if parsed.text[span.start : span.end] != span.text:
            yield path


def _spans(value: Any, path: str) -> Iterator[tuple[str, Span]]:
    if isinstance(value, Span):
        yield path, value
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _spans(item, f"{path}[{number}]")
    elif has(type(value)):
        for field in fields(type(value)):
            yield from _spans(getattr(value, field.name), f"{path}.{field.name}")


@cache
def _converter() -> Converter:
    from cattrs import Converter

    converter = Converter(forbid_extra_keys=True, unstruct_collection_overrides={tuple: list})
    converter.register_unstructure_hook(dt.date, dt.date.isoformat)
    converter.register_structure_hook(dt.date, _day)
    for kind, accepted in ((str, (str,)), (bool, (bool,)), (int, (int,)), (float, (float, int))):
        converter.register_structure_hook(kind, _strict(kind, accepted))
    converter.register_structure_hook_factory(_is_tuple, lambda kind: _from_list(kind, converter))
    converter.register_structure_hook_factory(has, lambda kind: _from_object(kind, converter))
    return converter


def _day(value: object, _: type) -> dt.date:
    if not isinstance(value, str) or not _ISO_DAY.fullmatch(value):
        raise ValueError(f"not a day like '2023-06-06': {_shown(value)}")
    return dt.date.fromisoformat(value)


def _strict(kind: type, accepted: tuple[type, ...]) -> Callable[[object, type], Any]:
    def check(value: object, wanted: type) -> Any:
        if not isinstance(value, accepted) or (isinstance(value, bool) and kind is not bool):
            raise TypeError(f"not a {kind.__name__}: {_shown(value)}")
        # The enumerations are strings, so that cattrs brings them here too.
        return wanted(value) if issubclass(wanted, Enum) else kind(value)

    return check


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 40 else text[:39] + "…"


def _is_tuple(kind: Any) -> bool:
    """Whether it is ``tuple[X, ...]``; a pair is cattrs' own business."""
    return get_origin(kind) is tuple and get_args(kind)[1:] == (...,)


def _from_list(kind: Any, converter: Converter) -> Callable[[object, type], Any]:
    as_list: Any = GenericAlias(list, get_args(kind)[:1])
    structure = converter.get_structure_hook(as_list)

    def from_list(value: object, _: type) -> Any:
        if not isinstance(value, (list, tuple)):
            raise TypeError(f"not a list: {_shown(value)}")
        return tuple(structure(value, as_list))

    return from_list


def _from_object(kind: type[AttrsInstance], converter: Converter) -> Callable[[object, type], Any]:
    from cattrs import ClassValidationError
    from cattrs.errors import AttributeValidationNote
    from cattrs.gen import make_dict_structure_fn

    structure = make_dict_structure_fn(kind, converter, _cattrs_forbid_extra_keys=True)
    names = tuple(field.name for field in fields(kind) if field.init)

    def from_object(value: object, _: type) -> Any:
        if not isinstance(value, dict):
            raise TypeError(f"not an object: {_shown(value)}")
        missing = [name for name in names if name not in value]
        if missing:
            errors = []
            for name in missing:
                error = KeyError(name)
                error.add_note(AttributeValidationNote(f"{kind.__name__}.{name}", name, Any))
                errors.append(error)
            raise ClassValidationError(f"fields of {kind.__name__} are missing", errors, kind)
        return structure(value, kind)

    return from_object
