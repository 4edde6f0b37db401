"""The dates of a profile on which something was done: the schema says which they are."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from gdprdocs.diagnostic import FieldPath
from gdprdocs.profile import Profile
from gdprdocs.schema import SECTIONS, SINGLE
from gdprdocs.schema.field import Rules
from gdprdocs.schema.party import SUB_PROCESSOR


class _Branch(NamedTuple):
    """A key that holds such a date, or below which there are some."""

    is_past: bool
    below: dict[str, _Branch]


def past_dates(profile: Profile) -> Iterator[tuple[FieldPath, date]]:
    """Every date on which something was done, such as a signature or a test, with its place."""
    return _within(_branches(), profile, ())


def _within(branches: Mapping[str, _Branch], group: object, path: FieldPath) -> Iterator[tuple[FieldPath, date]]:
    for key, branch in branches.items():
        value = getattr(group, key, None)
        if branch.is_past and isinstance(value, date):
            yield (*path, key), value
        for place, inner in _each(value, (*path, key)):
            yield from _within(branch.below, inner, place)


def _each(value: Any, path: FieldPath) -> Iterator[tuple[FieldPath, object]]:
    """The groups in ``value``: itself, or each of its entries or items."""
    if isinstance(value, Mapping):
        yield from (((*path, name), entry) for name, entry in value.items())
    elif isinstance(value, tuple):
        yield from ((getattr(item, "path", (*path, number)), item) for number, item in enumerate(value))
    elif value is not None:
        yield path, value


@functools.cache
def _branches() -> dict[str, _Branch]:
    sections: Rules = {
        name: {"type": "dict", "valuesrules": {"type": "dict", "schema": schema}} for name, schema in SECTIONS.items()
    }
    return _found_in({**SINGLE, **sections}, {})


def _found_in(schema: Rules, seen: dict[int, dict[str, _Branch]]) -> dict[str, _Branch]:
    """The keys of ``schema`` that lead to such a date; a schema that holds itself is looked through once."""
    if id(schema) in seen:
        return seen[id(schema)]
    found = seen[id(schema)] = {}
    for key, rules in schema.items():
        is_past = bool(rules.get("meta", {}).get("past"))
        inner = _inside(rules)
        below = _found_in(inner, seen) if inner else {}
        if is_past or below or inner is schema:
            found[key] = _Branch(is_past, below)
    return found


def _inside(rules: Rules) -> Rules | None:
    """The schema of the group, entries or items that a field holds, if it does."""
    rules = rules.get("valuesrules", rules)
    if "list" in rules["type"]:
        rules = rules["schema"]
    inner = rules.get("schema") if "dict" in rules["type"] else None
    return SUB_PROCESSOR if inner == "sub_processor" else inner
