"""Values that cannot be made wrong: each field is held to the type that it is declared with.

``@frozen(field_transformer=checked)`` gives every field a validator made from its annotation, and makes whatever a
converter or another validator raises an error of this package.
"""

from __future__ import annotations

import types
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from attrs import Attribute

from diplo_events.errors import DiploEventsError, InputError, InputTypeError

_Fits = Callable[[Any], bool]


def checked(cls: type, fields: list[Attribute[Any]]) -> list[Attribute[Any]]:
    """For ``field_transformer`` of attrs: the fields, each with a validator by its type."""
    hints = get_type_hints(cls)
    return [
        field.evolve(
            validator=_validator(cls.__name__, field.name, hints[field.name], field.validator),
            converter=_converter(cls.__name__, field.name, hints[field.name], field.converter),
        )
        if field.init
        else field
        for field in fields
    ]


def _validator(cls: str, name: str, hint: Any, more: Callable[..., Any] | None) -> Callable[..., None]:
    fits = _fits(hint)
    kind = InputError if get_origin(hint) is Literal else InputTypeError

    def validate(instance: Any, attribute: Attribute[Any], value: Any) -> None:
        if not fits(value):
            raise kind(f"{cls}: {name} must be {_named(hint)}, not {type(value).__name__}")

    if more is None:
        return validate

    def validate_more(instance: Any, attribute: Attribute[Any], value: Any) -> None:
        validate(instance, attribute, value)
        try:
            more(instance, attribute, value)
        except DiploEventsError:
            raise
        except (TypeError, ValueError) as error:
            kind = InputTypeError if isinstance(error, TypeError) else InputError
            raise kind(f"{cls}: {name}: {error.args[0] if error.args else error}") from error

    return validate_more


def _converter(cls: str, name: str, hint: Any, convert: Any) -> Any:
    if convert is None:
        return None
    of_items = get_origin(hint) is tuple

    def converted(value: Any) -> Any:
        if of_items and isinstance(value, (str, bytes)):
            raise InputTypeError(f"{cls}: {name} must be {_named(hint)}, not {type(value).__name__}")
        try:
            return convert(value)
        except DiploEventsError:
            raise
        except TypeError as error:
            raise InputTypeError(f"{cls}: {name}: {error}") from error
        except (ValueError, OverflowError) as error:
            raise InputError(f"{cls}: {name}: {error}") from error

    return converted


def _fits(hint: Any) -> _Fits:
    """Whether a value is of a type."""
    origin, parts = get_origin(hint), get_args(hint)
    if origin is tuple:
        return _fits_tuple(parts)
    if origin in (Union, types.UnionType):
        return _fits_any([part for part in parts if part is not type(None)], or_none=type(None) in parts)
    if origin is Literal:
        return lambda value: value in parts
    if origin is not None or not isinstance(hint, type) or getattr(hint, "_is_protocol", False):
        return lambda _: True
    if hint is date:
        return lambda value: isinstance(value, date) and not isinstance(value, datetime)
    if hint is int:
        return lambda value: isinstance(value, int) and not isinstance(value, bool)
    if hint is float:
        return lambda value: isinstance(value, (int, float)) and not isinstance(value, bool)
    return lambda value: isinstance(value, hint)


def _fits_tuple(parts: tuple[Any, ...]) -> _Fits:
    if len(parts) == 2 and parts[1] is Ellipsis:
        item = _fits(parts[0])
        return lambda value: isinstance(value, tuple) and all(map(item, value))
    items = [_fits(part) for part in parts]
    return lambda value: (
        isinstance(value, tuple)
        and len(value) == len(items)
        and all(fits(one) for fits, one in zip(items, value, strict=True))
    )


def _fits_any(parts: list[Any], *, or_none: bool) -> _Fits:
    kinds = [_fits(part) for part in parts]
    if len(kinds) == 1:
        only = kinds[0]
        return lambda value: (or_none and value is None) or only(value)
    return lambda value: (or_none and value is None) or any(fits(value) for fits in kinds)


def _named(hint: Any) -> str:
    return hint.__name__ if isinstance(hint, type) and get_origin(hint) is None else str(hint).replace("typing.", "")
