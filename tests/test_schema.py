"""The schema as a whole: every field can be named to people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from cerberus import SchemaError

from gdprdocs.language import LANGUAGES
from gdprdocs.schema import SECTIONS, SINGLE
from gdprdocs.schema.lookup import keys_at, label_at, rules_at
from gdprdocs.schema.party import SUB_PROCESSOR
from gdprdocs.schema.validator import ProfileValidator

Rules = dict[str, Any]


def fields(schema: Rules, path: tuple[str, ...] = ()) -> Iterator[tuple[str, Rules]]:
    """Every field of ``schema`` with its dotted path, at any depth."""
    for name, rules in schema.items():
        yield ".".join((*path, name)), rules
        inner = rules.get("valuesrules", {}).get("schema") or rules.get("schema")
        if isinstance(inner, dict) and ("type" in inner or "refers_to" in inner):
            inner = inner.get("schema")  # the rules of a list's items
        if isinstance(inner, dict) and "type" not in inner:
            yield from fields(inner, (*path, name))


EVERYTHING = [
    *fields(SINGLE),
    *(field for section, schema in SECTIONS.items() for field in fields(schema, (section,))),
    *fields(SUB_PROCESSOR, ("sub_processors",)),
]


@pytest.mark.parametrize(("path", "rules"), EVERYTHING, ids=[path for path, _ in EVERYTHING])
def test_every_field_has_a_label_in_each_language(path: str, rules: Rules) -> None:
    label = rules["meta"]["label"]
    assert set(label) == set(LANGUAGES)
    assert all(label.values())
    description = rules["meta"].get("description")
    assert description is None or (set(description) == set(LANGUAGES) and all(description.values()))


def test_a_path_leads_to_its_rules() -> None:
    path = ("processors", "host", "sub_processors", "cloud", "sub_processors", "disk", "address", "city")
    assert label_at(path, "nl") == "Plaats"
    assert "city" in keys_at(path[:-1])
    assert rules_at(("processors", "host", "nothing")) is None
    assert keys_at(()) == (*SINGLE, *SECTIONS)


@pytest.mark.parametrize("schema", [SINGLE, SUB_PROCESSOR, *SECTIONS.values()])
def test_cerberus_finds_every_schema_sound(schema: Rules) -> None:
    """The program does not ask it each time that it starts."""
    ProfileValidator(schema)
    with pytest.raises(SchemaError):
        ProfileValidator({**schema, "more": {"type": "no such type"}})
