"""Frozen facts: dataclasses whose methods are written once and not generated for each.

The profile and the law have some eighty of these classes, and ``dataclass`` compiles its methods anew at every start:
that took a quarter of what checking a small profile costs.
"""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast, dataclass_transform

Class = TypeVar("Class", bound=type)


@dataclass_transform(frozen_default=True, field_specifiers=(dataclasses.field,))
def record(*, kw_only: bool = False) -> Callable[[Class], Class]:
    """What ``dataclass(frozen=True, slots=True)`` makes, compared by value as there."""

    def make(cls: Class) -> Class:
        made: Any = dataclasses.dataclass(init=False, slots=True, eq=False, repr=False, kw_only=kw_only)(cls)
        made.__init__, made.__eq__, made.__hash__, made.__repr__ = _init, _equal, _hash, _repr
        made.__setattr__ = made.__delattr__ = _refuse
        made.__getstate__, made.__setstate__ = _values, _restore
        return made  # type: ignore[no-any-return]  # the class once more, with slots

    return make


@functools.cache
def _fields(cls: Hashable) -> tuple[dataclasses.Field[Any], ...]:
    return dataclasses.fields(cast(Any, cls))


def _init(self: Any, /, *given: Any, **named: Any) -> None:
    cls: Any = type(self)
    if len(given) > len(cls.__match_args__):
        raise TypeError(f"{cls.__name__}: at most {len(cls.__match_args__)} values without a name")
    for name, value in zip(cls.__match_args__, given, strict=False):
        if name in named:
            raise TypeError(f"{cls.__name__}: {name} is given twice")
        named[name] = value
    for field in _fields(cls):
        object.__setattr__(self, field.name, named.pop(field.name) if field.name in named else _default(cls, field))
    if named:
        raise TypeError(f"{cls.__name__}: there is no {', '.join(named)}")


def _default(cls: Any, field: dataclasses.Field[Any]) -> Any:
    if field.default is not dataclasses.MISSING:
        return field.default
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    raise TypeError(f"{cls.__name__}: {field.name} is missing")


def _refuse(self: Any, name: str, *value: Any) -> None:
    raise dataclasses.FrozenInstanceError(f"{type(self).__name__}.{name} stays as it is")


def _restore(self: Any, values: tuple[Any, ...]) -> None:
    """What copying and unpickling do instead of setting one field after the other."""
    for field, value in zip(_fields(cast(Hashable, type(self))), values, strict=True):
        object.__setattr__(self, field.name, value)


def _values(one: Any) -> tuple[Any, ...]:
    return tuple(getattr(one, field.name) for field in _fields(cast(Hashable, type(one))))


def _equal(self: Any, other: Any) -> Any:
    return _values(self) == _values(other) if type(self) is type(other) else NotImplemented


def _hash(self: Any) -> int:
    return hash(_values(self))


def _repr(self: Any) -> str:
    shown = ", ".join(f"{field.name}={getattr(self, field.name)!r}" for field in dataclasses.fields(self))
    return f"{type(self).__qualname__}({shown})"
