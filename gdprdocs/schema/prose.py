"""The texts of a profile, each with its place: what the schema says is words, found in the profile itself."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from gdprdocs.diagnostic import FieldPath
from gdprdocs.language import Language, Text, is_gap
from gdprdocs.profile import Profile
from gdprdocs.schema import SECTIONS, SINGLE
from gdprdocs.schema.party import SUB_PROCESSOR


@dataclass(frozen=True, slots=True)
class Passage:
    """One text in one language; a name that is the same in every language has none."""

    path: FieldPath
    words: str
    language: Language | None


def passages(profile: Profile) -> Iterator[Passage]:
    """Every text and every free line of a profile, as it was written."""
    sections = {name: {"valuesrules": {"schema": entry}} for name, entry in SECTIONS.items()}
    for found in _in_fields(profile, {**SINGLE, **sections}, ()):
        if found.words and not is_gap(found.words):
            yield found


def _in_fields(thing: Any, schema: Mapping[str, Any], path: FieldPath) -> Iterator[Passage]:
    """The texts in the fields of a dataclass; the key of a field is its name as :mod:`gdprdocs.structure` reads it."""
    for field in dataclasses.fields(thing):
        key = field.name.rstrip("_")
        if key in schema:
            yield from _in_value(getattr(thing, field.name), schema[key], (*path, key))


def _in_value(value: Any, rules: Any, path: FieldPath) -> Iterator[Passage]:
    inner = SUB_PROCESSOR if rules.get("schema") == "sub_processor" else rules.get("schema")
    match value:
        case Text():
            yield from _in_text(value, rules, path)
        case str() if rules.get("check_with") == "filled":
            yield Passage(path, value, None)
        case tuple() if inner:
            for number, each in enumerate(value):
                yield from _in_value(each, inner, (*path, number))
        case Mapping() if "keysrules" in rules and "allowed" in rules["keysrules"]:
            for language, lines in value.items():
                yield from (Passage((*path, language, number), line, language) for number, line in enumerate(lines))
        case Mapping():
            for name, each in value.items():
                # A group that is kept as a mapping has its fields by name, entries by id have one form.
                field = inner.get(name, {}) if isinstance(inner, Mapping) else rules["valuesrules"]
                yield from _in_value(each, field, (*path, name))
        case _ if dataclasses.is_dataclass(value) and isinstance(inner, Mapping):
            yield from _in_fields(value, inner, path)


def _in_text(text: Text, rules: Mapping[str, Any], path: FieldPath) -> Iterator[Passage]:
    """A text in each of its languages; a line that was written once for all of them is one."""
    written: dict[Language, str] = {language: text.in_(language) for language in ("nl", "en") if text.has(language)}
    if "line" in rules["type"] and len(set(written.values())) == 1:
        yield Passage(path, text.in_("nl"), None)
        return
    for language, words in written.items():
        yield Passage((*path, language), words, language)
