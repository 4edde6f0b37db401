"""Frozen facts: dataclasses whose comparing, hashing and showing is written once and not generated for each.

The profile and the law have some eighty of these classes, and ``dataclass`` compiles its methods anew at every start:
that took a sixth of what checking a small profile costs.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any, TypeVar, dataclass_transform

Class = TypeVar("Class", bound=type)


@dataclass_transform(frozen_default=True, field_specifiers=(dataclasses.field,))
def record(*, kw_only: bool = False) -> Callable[[Class], Class]:
    """What ``dataclass(frozen=True, slots=True)`` makes, compared by value as there."""

    def make(cls: Class) -> Class:
        made: Any = dataclasses.dataclass(frozen=True, slots=True, eq=False, repr=False, kw_only=kw_only)(cls)
        made.__eq__, made.__hash__, made.__repr__ = _equal, _hash, _repr
        return made  # type: ignore[no-any-return]  # the class once more, with slots

    return make


def _values(one: Any) -> tuple[Any, ...]:
    return tuple(getattr(one, name) for name in one.__dataclass_fields__)


def _equal(self: Any, other: Any) -> Any:
    return _values(self) == _values(other) if type(self) is type(other) else NotImplemented


def _hash(self: Any) -> int:
    return hash(_values(self))


def _repr(self: Any) -> str:
    shown = ", ".join(f"{field.name}={getattr(self, field.name)!r}" for field in dataclasses.fields(self))
    return f"{type(self).__qualname__}({shown})"
