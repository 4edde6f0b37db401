"""Plain data into frozen dataclasses, by their annotations.

What is missing becomes ``None``, an empty collection or, where a text is required, a gap that shows the path of the
key. Data of the wrong shape is not this module's business: the schema has refused and removed it before.
"""

from __future__ import annotations

import dataclasses
import functools
import types
import typing
from collections.abc import Mapping
from datetime import date
from typing import Any, Literal, TypeVar, Union

from gdprdocs.diagnostic import FieldPath, dotted
from gdprdocs.duration import Duration
from gdprdocs.language import LANGUAGES, Text, gap

T = TypeVar("T")


def structure(cls: type[T], data: Mapping[str, Any], path: FieldPath = ()) -> T:
    """An instance of the dataclass ``cls`` from ``data``.

    A field named ``path`` gets ``path``, one named ``id`` the last key of it, one named ``stated`` the
    keys that ``data`` has; the key of a field is its name without a
    closing underscore (``from_`` reads ``from``). A class with ``SHORT`` may be written as the bare value of the
    field of that name.
    """
    values: dict[str, Any] = {}
    hints = _hints(typing.cast(Any, cls))
    for field in dataclasses.fields(typing.cast(Any, cls)):
        key = field.name.rstrip("_")
        if field.name == "path":
            values["path"] = path
        elif field.name == "id":
            values["id"] = str(path[-1])
        elif field.name == "stated":
            values["stated"] = frozenset(data)
        elif data.get(key) is not None:
            values[field.name] = _convert(hints[field.name], data[key], (*path, key))
        elif field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING:
            values[field.name] = _missing(hints[field.name], (*path, key))
    return cls(**values)


@functools.cache
def _hints(cls: Any) -> dict[str, Any]:
    return typing.get_type_hints(cls)


def _missing(kind: Any, path: FieldPath) -> Any:
    origin = typing.get_origin(kind)
    if kind is str:
        return gap(dotted(path))
    if kind is Text:
        return _text({}, path)
    if origin is tuple:
        return ()
    if origin is Mapping:
        return {}
    if dataclasses.is_dataclass(kind):
        return structure(kind, {}, path)  # type: ignore[arg-type]
    return None


def _text(words: Mapping[str, Any], path: FieldPath) -> Text:
    return Text(**{lang: str(words[lang]) if words.get(lang) else gap(f"{dotted(path)}.{lang}") for lang in LANGUAGES})


def _convert(kind: Any, value: Any, path: FieldPath) -> Any:
    origin = typing.get_origin(kind)
    if origin in (Union, types.UnionType):
        return _convert_union(typing.get_args(kind), value, path)
    if kind is Text:
        return _text(value, path) if isinstance(value, dict) else Text(**dict.fromkeys(LANGUAGES, str(value)))
    if kind is str:
        return str(value)
    if kind is date:
        return date.fromisoformat(value)
    if kind is Duration:
        return Duration.parse(value)
    if origin is tuple:
        inner = typing.get_args(kind)[0]
        # The schema leaves ``None`` where it took an item out, so that the others keep their place.
        return tuple(_convert(inner, item, (*path, number)) for number, item in enumerate(value) if item is not None)
    if origin is Mapping:
        inner = typing.get_args(kind)[1]
        return {key: _convert(inner, item, (*path, key)) for key, item in value.items()}
    if dataclasses.is_dataclass(kind):
        whole = value if isinstance(value, dict) else {kind.SHORT: value} if hasattr(kind, "SHORT") else {}
        return structure(kind, whole, path)  # type: ignore[arg-type]
    return value


def _convert_union(kinds: tuple[Any, ...], value: Any, path: FieldPath) -> Any:
    for kind in kinds:
        if typing.get_origin(kind) is Literal and value in typing.get_args(kind):
            return value
    rest = [kind for kind in kinds if kind is not type(None) and typing.get_origin(kind) is not Literal]
    return _convert(rest[0], value, path) if rest else value
