"""The JSON Schema of results, made from the model's own classes."""

from __future__ import annotations

import datetime as dt
import inspect
import re
from collections.abc import Iterator
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from attrs import AttrsInstance, fields, has

from diplo_events.model.articles import ParsedArticle
from diplo_events.output.json import SCHEMA_VERSION, VERSION_KEY

_PRIMITIVES: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    dt.date: {"type": "string", "format": "date"},
    NoneType: {"type": "null"},
}
#: What the validators of the model say of a field beyond its type.
_CONSTRAINTS: dict[tuple[str, str], dict[str, Any]] = {
    ("Actor", "country"): {"pattern": "^[A-Z]{3}$"},
    ("Event", "confidence"): {"minimum": 0, "maximum": 1},
    ("Event", "mentions"): {"minItems": 1},
    ("Span", "end"): {"minimum": 0},
    ("Span", "start"): {"minimum": 0},
    ("TimelineEvent", "confidence"): {"minimum": 0, "maximum": 1},
    ("TimelineEvent", "evidence"): {"minItems": 1},
    ("Venue", "country"): {"pattern": "^[A-Z]{3}$"},
    ("Venue", "latitude"): {"minimum": -90, "maximum": 90},
    ("Venue", "longitude"): {"minimum": -180, "maximum": 180},
}


def make_schema(kind: type[AttrsInstance] = ParsedArticle) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of :func:`~diplo_events.to_json`, made from the model.

    Args:
        kind: the class that is written.
    """
    definitions: dict[str, Any] = {}
    written = _object(kind, definitions)
    written["properties"] = {VERSION_KEY: {"const": SCHEMA_VERSION}, **written["properties"]}
    written["required"] = [VERSION_KEY, *written["required"]]
    name = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", kind.__name__).lower()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:diplo-events:{name.replace(' ', '-')}:{SCHEMA_VERSION}",
        "title": f"A {name} of diplo_events, version {SCHEMA_VERSION}",
        **written,
        "$defs": dict(sorted(definitions.items())),
    }


def _object(kind: type[AttrsInstance], definitions: dict[str, Any]) -> dict[str, Any]:
    hints = get_type_hints(kind)
    said = dict(_descriptions(kind))
    properties = {}
    for field in fields(kind):
        if not field.init:
            continue
        of_field = _type(hints[field.name], definitions) | _CONSTRAINTS.get((kind.__name__, field.name), {})
        properties[field.name] = of_field | ({"description": said[field.name]} if field.name in said else {})
    return {
        "description": (inspect.getdoc(kind) or "").partition("\n")[0],
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _type(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    if hint in _PRIMITIVES:
        return dict(_PRIMITIVES[hint])
    if get_origin(hint) in (Union, UnionType):
        return _union([_type(part, definitions) for part in get_args(hint)])
    if get_origin(hint) is tuple:
        return _tuple(get_args(hint), definitions)
    if hint.__name__ not in definitions:
        definitions[hint.__name__] = {}
        definitions[hint.__name__] = _object(hint, definitions) if has(hint) else _enumeration(hint)
    return {"$ref": f"#/$defs/{hint.__name__}"}


def _tuple(items: tuple[Any, ...], definitions: dict[str, Any]) -> dict[str, Any]:
    if items[1:] == (...,):
        return {"type": "array", "items": _type(items[0], definitions)}
    parts = [_type(item, definitions) for item in items]
    return {"type": "array", "prefixItems": parts, "items": False, "minItems": len(parts)}


def _union(parts: list[dict[str, Any]]) -> dict[str, Any]:
    """``{"type": ["string", "null"]}`` where that says it all, else the alternatives one by one."""
    plain = [part for part in parts if set(part) <= {"type", "format"}]
    if len(plain) < len(parts):
        return {"anyOf": parts}
    return {key: value for part in parts for key, value in part.items()} | {"type": [part["type"] for part in parts]}


def _enumeration(kind: type[Enum]) -> dict[str, Any]:
    return {
        "description": (inspect.getdoc(kind) or "").partition("\n")[0],
        "type": "string",
        "enum": [member.value for member in kind],
    }


def _descriptions(kind: type[AttrsInstance]) -> Iterator[tuple[str, str]]:
    """What the docstring says of each attribute."""
    attributes = (inspect.getdoc(kind) or "").partition("Attributes:\n")[2].partition("\n\n")[0]
    for entry in re.split(r"\n(?= {4}\w)", "\n" + attributes):
        names, colon, words = entry.strip().partition(": ")
        if colon:
            for name in names.split(", "):
                yield name, " ".join(words.replace("``", "").split())
