"""The JSON Schema for editors: committed as it is made, sound in itself, and fit for every file of a profile."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator, FormatChecker

from gdprdocs.cli import main
from gdprdocs.language import LANGUAGES, Language
from gdprdocs.law import law
from gdprdocs.schema import SECTIONS, SINGLE
from gdprdocs.schema.json_schema import json_schema
from gdprdocs.schema.json_schema.word import words
from gdprdocs.schema.validator import FORMS
from gdprdocs.source import read_data, yaml_files
from tests.conftest import EXAMPLES, ROOT, SOUND, Expected
from tests.test_schema import EVERYTHING
from tests.variation import data_of, texts_in

COMMITTED = ROOT / "docs" / "schema"
ORGANISATIONS = ROOT / "organisations"
WHOLE = {language: json_schema(language) for language in LANGUAGES}
PART = {language: json_schema(language, part=True) for language in LANGUAGES}
EVERY = [*WHOLE.values(), *PART.values()]


def faults(schema: dict[str, Any], data: Any) -> list[str]:
    judge = Draft202012Validator(schema, format_checker=FormatChecker())
    return [f"{error.json_path}: {error.message}" for error in judge.iter_errors(data)]


def nodes(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], dict[str, Any]]]:
    """Every schema inside a schema, with where it stands."""
    if isinstance(value, dict):
        yield path, value
        for name in ("properties", "$defs"):
            for key, inner in value.get(name, {}).items():
                yield from nodes(inner, (*path, key))
        for name in ("items", "additionalProperties", "propertyNames"):
            yield from nodes(value.get(name), (*path, name))
        for number, inner in enumerate(value.get("anyOf", ())):
            yield from nodes(inner, (*path, str(number)))


def resolved(node: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in node:
        beside = {key: value for key, value in node.items() if key != "$ref"}
        node = schema["$defs"][node["$ref"].removeprefix("#/$defs/")] | beside
    return node


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("part", [False, True])
def test_the_committed_schema_is_what_the_command_prints(language: Language, part: bool, expect: Expected) -> None:
    options = ["--messages", language, *(["--part"] if part else [])]
    printed = CliRunner().invoke(main, ["schema", *options])
    assert printed.exit_code == 0
    expect(COMMITTED / f"{'part' if part else 'profile'}.{language}.schema.json", printed.output)


def test_the_command_writes_what_it_prints(tmp_path: Path) -> None:
    file = tmp_path / "new" / "profile.schema.json"
    done = CliRunner().invoke(main, ["schema", "--messages", "nl", "--output", str(file)])
    assert (done.exit_code, done.output) == (0, f"geschreven: {file}\n")
    assert json.loads(file.read_text(encoding="utf-8")) == WHOLE["nl"]


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = CliRunner().invoke(main, ["schema", "--messages", "en", "--output", str(tmp_path / "file" / "below")])
    assert done.exit_code == 3
    assert done.output.startswith("cannot write: ")


@pytest.mark.parametrize("schema", EVERY)
def test_it_is_json_schema_without_an_address(schema: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(schema)
    assert "$id" not in schema
    assert {text for _, text in texts_in(schema) if text.startswith(("http:", "https:"))} <= {
        schema["$schema"],
        schema["$defs"]["url"]["pattern"],
        *schema["$defs"]["url"]["examples"],
    }


@pytest.mark.parametrize("schema", EVERY)
def test_nothing_is_defined_in_vain_or_referred_to_in_vain(schema: dict[str, Any]) -> None:
    referred = {node["$ref"].removeprefix("#/$defs/") for _, node in nodes(schema) if "$ref" in node}
    assert referred == set(schema["$defs"])


@pytest.mark.parametrize("slug", EXAMPLES)
def test_an_example_organisation_fits_as_a_whole(slug: str) -> None:
    assert faults(WHOLE["en"], data_of(ORGANISATIONS / slug)) == []


@pytest.mark.parametrize("file", yaml_files(ORGANISATIONS), ids=lambda file: str(file.relative_to(ORGANISATIONS)))
def test_each_file_of_the_example_organisations_fits_as_a_part(file: Path) -> None:
    assert faults(PART["nl"], read_data(file)) == []


def test_a_part_may_leave_out_what_another_file_says() -> None:
    """An entry may add to one of the same id in ``_shared/``, at any depth."""
    part = {
        "processors": {"host": {"address": {"city": "Utrecht"}, "registration": {"number": "12345678"}}},
        "recipients": {"bank": {"law": {"nl": "artikel 1", "en": "Article 1"}}},
    }
    assert faults(PART["en"], part) == []
    assert faults(WHOLE["en"], data_of(SOUND) | part) != []
    assert faults(PART["en"], {"activities": {"shop": {"role": "controller"}}}) != []
    assert faults(PART["en"], {"organisation": {"address": {"city": "Utrecht"}}}) != []


def test_both_languages_say_the_same_of_the_same_fields() -> None:
    def bare(value: Any) -> Any:
        """What judges a profile, without the words."""
        said = ("title", "description", "errorMessage", "enumDescriptions", "examples")
        if isinstance(value, dict):
            # A field of a profile may be called “description” too: there it is a schema.
            return {key: bare(inner) for key, inner in value.items() if key not in said or isinstance(inner, dict)}
        return [bare(inner) for inner in value] if isinstance(value, list) else value

    assert bare(WHOLE["nl"]) == bare(WHOLE["en"])
    assert bare(PART["nl"]) == bare(PART["en"])
    assert WHOLE["nl"]["properties"]["organisation"]["title"] == "Organisatie"
    assert WHOLE["en"]["properties"]["organisation"]["title"] == "Organisation"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_is_explained_and_every_value_named(language: Language) -> None:
    properties = [
        (path, name, inner)
        for path, node in nodes(WHOLE[language])
        for name, inner in node.get("properties", {}).items()
    ]
    assert len(properties) > 500
    assert [(*path, name) for path, name, inner in properties if not inner.get("title")] == []
    assert [
        (*path, name) for path, name, inner in properties if not inner.get("description") and name not in LANGUAGES
    ] == []
    choices = [(path, node) for path, node in nodes(WHOLE[language]) if "enum" in node]
    assert [path for path, node in choices if len(node["enum"]) != len(node.get("enumDescriptions", ()))] == [
        ("format",)
    ]
    assert [path for path, node in choices if not all(node.get("enumDescriptions", ["-"]))] == []


def test_every_id_of_the_catalogue_is_offered_with_its_name() -> None:
    facts = law()
    for section in ("data_categories", "data_subjects", "measures", "retention_periods", "dpia_kinds"):
        node = WHOLE["nl"]["$defs"][f"{section}_id"]
        choice = node["anyOf"][0] if "anyOf" in node else node
        entries = getattr(facts, section)
        assert choice["enum"] == list(entries)
        for said, entry in zip(choice["enumDescriptions"], entries.values(), strict=True):
            assert said.startswith(entry.name.in_("nl"))


def test_ids_of_ones_own_fit_where_a_profile_defines_them_and_nowhere_else() -> None:
    def takes(name: str) -> bool:
        return faults({**WHOLE["en"]["$defs"][f"{name}_id"], "$defs": WHOLE["en"]["$defs"]}, "my_own") == []

    names = [name.removesuffix("_id") for name in WHOLE["en"]["$defs"] if name.endswith("_id")]
    closed = {"dpia_kinds", "retention_periods", "supervisory_authorities"}
    assert {name for name in names if not takes(name)} == closed
    assert set(names) - closed <= set(SECTIONS) | {"retention_keys", "source_parties"}


@pytest.mark.parametrize("schema", EVERY)
def test_every_example_is_sound_and_none_stands_alone(schema: dict[str, Any]) -> None:
    """An editor fills in what is the only example, and nobody should find a fact that they did not write."""
    found = [(path, resolved(node, schema)) for path, node in nodes(schema) if "examples" in node]
    assert len(found) > 40
    for path, node in found:
        assert len(node["examples"]) > 1, path
        for example in node["examples"]:
            assert faults(node | {"$defs": schema["$defs"]}, example) == [], path


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_words_are_used(language: Language) -> None:
    """What ``words.yaml`` says of a field that is gone, or renamed, would be said to nobody."""
    used = set(map(json.dumps, (node.get("examples") for _, node in nodes(WHOLE[language]))))
    for path, examples in words().examples.items():
        assert json.dumps([example.in_(language) for example in examples]) in used, path
    for form, given in words().forms.items():
        assert WHOLE[language]["$defs"][form]["examples"] == list(given)
    named = [
        dict(zip(node["enum"], node.get("enumDescriptions", ()), strict=False))
        for _, node in nodes(WHOLE[language])
        if "enum" in node
    ]
    for path, values in words().values.items():
        assert {value: text.in_(language) for value, text in values.items()} in named, path


def test_the_cerberus_schema_asks_nothing_that_has_no_json_schema() -> None:
    asked: set[str] = set()
    checks: set[str] = set()
    types: set[str] = set()

    def gather(rules: dict[str, Any]) -> None:
        asked.update(rules)
        for found, key in ((checks, "check_with"), (types, "type")):
            value = rules.get(key, ())
            found.update([value] if isinstance(value, str) else value)
        for inner in ("keysrules", "valuesrules", "schema"):
            below = rules.get(inner)
            # Below “schema” stand the rules of a list's items, or fields, which have a turn of their own.
            if isinstance(below, dict) and (inner != "schema" or isinstance(below.get("type"), str | list)):
                gather(below)

    for _, rules in EVERYTHING:
        gather(rules)
    assert types == {"line", "whole", "boolean", "dict", "list"}
    assert checks == {
        *FORMS, "country", "duration", "period", "notice",
        "filled", "languages", "unique", "none_word", "source_word",
    }  # fmt: skip
    assert asked == {
        "type", "meta", "required", "allowed", "min", "max", "maxlength", "minlength", "check_with", "refers_to",
        "schema", "keysrules", "valuesrules",
    }  # fmt: skip


def test_top_level_keys_are_those_of_the_schema() -> None:
    assert set(WHOLE["en"]["properties"]) == {*SINGLE, *SECTIONS}
    assert WHOLE["en"]["required"] == ["format", "organisation", "publication"]
    assert "required" not in PART["en"]
