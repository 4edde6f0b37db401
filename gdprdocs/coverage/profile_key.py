"""Which keys of a profile a pattern means: ``activities.*.owner``, ``processors.**.transfer``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from gdprdocs.diagnostic import FieldPath


def matching(data: Any, pattern: str) -> Iterator[FieldPath]:
    """The path of everything in ``data`` that ``pattern`` names, each once and in order.

    ``*`` stands for any one key or place in a list, ``**`` for any number of them, none included.
    """
    return iter(dict.fromkeys(_matching(data, tuple(pattern.split(".")), ())))


def _matching(value: Any, steps: tuple[str, ...], path: FieldPath) -> Iterator[FieldPath]:
    if not steps:
        yield path
        return
    first, rest = steps[0], steps[1:]
    inner: list[tuple[str | int, Any]] = []
    if isinstance(value, Mapping):
        inner = list(value.items())
    elif isinstance(value, list):
        inner = list(enumerate(value))
    if first == "**":
        yield from _matching(value, rest, path)
        for key, below in inner:
            yield from _matching(below, steps, (*path, key))
        return
    for key, below in inner:
        if first in ("*", key):
            yield from _matching(below, rest, (*path, key))
