#!/usr/bin/env python3
"""Writes docs/profile.md: every key of a profile, from the schema.

    .venv/bin/python scripts/profile_reference.py

``tests/test_reference.py`` holds that the committed page is what this script makes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from gdprdocs.schema import SECTION_WORDS, SECTIONS, SINGLE
from gdprdocs.schema.field import Rules
from gdprdocs.schema.party import SUB_PROCESSOR
from gdprdocs.source.folder import SHAREABLE

PAGE = Path(__file__).resolve().parent.parent / "docs" / "profile.md"

HEAD = """\
<!-- Written by scripts/profile_reference.py from the schema. Change that, not this page. -->

# The profile: every key

A profile is a folder with a `profile.yaml`. The folder is named with lower-case letters, digits and hyphens, such as
`organisations/meridiaan`, which is a whole one to read.

- The sections that are keyed by id may be spread over more files in the folder. All `.yaml` and `.yml` files in it are
  read, those in folders below it too. An id that stands twice is an error. A folder named `wording`
  holds [clauses in your own words](how-to/own-words.md). Hidden files are not read.
- What several organisations share stands beside them in `_shared/`. An organisation gets what it names by id. Shared
  files hold {shared}.
- A reference is the id of an entry of the profile itself, or of the [catalogue](reference/catalogue.md): standard
  things with their words, which you need not explain.
- The files are YAML 1.2 without anchors, aliases and tags. `NO` is Norway, not false.
- "Must" says what the schema wants of every profile. The rules ask for more, depending on what you do:
  `gdprdocs validate` tells you, and `gdprdocs explain` lists them.

De labels en de uitleg staan hieronder in het Engels en het Nederlands. De sleutels zelf zijn altijd Engels.
"""

FORMS = {
    "text": "one line of text that is the same in every language, at most 200 characters",
    "prose": "`{nl: …, en: …}`, a text for each of the profile's `languages`",
    "text or prose": "either of the two above",
    "lists of prose": "`{nl: [a, b], en: [a, b]}`, lists of the same length",
    "yes or no": "`true` or `false`",
    "whole number": "digits only",
    "date": "`YYYY-MM-DD`, such as `2026-12-01`",
    "duration": "ISO 8601: `P7Y` (years), `P6M` (months), `P4W` (weeks), `P30D` (days), `PT24H` (hours)",
    "country": "two capitals (ISO 3166), such as `NL`",
    "e-mail address": "`name@example.org`",
    "web address": "starts with `https://`",
    "phone number": "digits, spaces, brackets and hyphens, with or without `+` in front",
    "colour": '`#` with six hexadecimal digits, such as `"#1f5f8b"` (in quotes: `#` starts a comment)',
    "image": "a file in the organisation's folder, its name in lower case, on `.svg`, `.png`, `.jpg` or `.jpeg`",
    "id": "lower-case letters, digits and `_`, starting with a letter",
    "group": "the keys in the rows that follow it",
}

CHECKS = {
    "date": "date",
    "duration": "duration",
    "notice": "duration or `at_once`",
    "period": "duration",
    "country": "country",
    "email": "e-mail address",
    "url": "web address",
    "phone": "phone number",
    "colour": "colour",
    "image": "image",
}

REFERRED = {
    "retention_keys": "`data_categories`, or `all` for the rest",
    "source_parties": "`sources`, `recipients` or `processors`, or `data_subject`",
}
"""What to call the sections that exist for references only."""


def reference() -> str:
    """The whole page."""
    page = _Page()
    parts = [HEAD.format(shared=_listed(SHAREABLE)), _forms(), page.contents(), *page.sections()]
    return "\n".join(parts)


class _Page:
    """The sections of the page: mappings with a heading of their own, each once."""

    def __init__(self) -> None:
        self._uses: Counter[int] = Counter()
        self._titles: dict[int, str] = {}
        self._waiting: list[tuple[str, str, Rules]] = []
        for schema in [SINGLE, *SECTIONS.values(), SUB_PROCESSOR]:
            self._count(schema)

    def contents(self) -> str:
        lines = ["## Top level", "", "| Key | Form | Must | English | Nederlands |", "|---|---|---|---|---|"]
        for name, rules in SINGLE.items():
            lines += self._rows(f"`{name}`", name, rules, apart=True)
        for name in SECTIONS:
            said = SECTION_WORDS[name]
            lines.append(f"| `{name}` | by id: [entries](#{name}id) |  | {said.in_('en')} | {said.in_('nl')} |")
        return "\n".join(lines) + "\n"

    def sections(self) -> Iterator[str]:
        for name, schema in SECTIONS.items():
            self._waiting.append((f"{name}.<id>", "", schema))
        done: set[int] = set()
        while self._waiting:
            title, about, schema = self._waiting.pop(0)
            if id(schema) in done:
                continue
            done.add(id(schema))
            lines = [f"## {title.replace('<', '&lt;').replace('>', '&gt;')}", ""]
            lines += [about, ""] if about else []
            lines += ["| Key | Form | Must | English | Nederlands |", "|---|---|---|---|---|"]
            found: list[tuple[str, str, Rules]] = []
            before, self._waiting = self._waiting, found
            for name, rules in schema.items():
                lines += self._rows(f"`{name}`", f"{title}.{name}", rules)
            self._waiting = found + before
            yield "\n".join(lines) + "\n"

    def _count(self, schema: Any) -> None:
        schema = SUB_PROCESSOR if schema == "sub_processor" else schema
        self._uses[id(schema)] += 1
        if self._uses[id(schema)] > 1:
            return
        for rules in schema.values():
            inner = _inner(rules)
            if inner:
                self._count(inner[1])

    def _rows(self, key: str, path: str, rules: Rules, *, apart: bool = False) -> Iterator[str]:
        inner = _inner(rules)
        if inner is None:
            yield _row(key, _form(rules), rules)
            return
        kind, schema = inner
        shared = self._uses[id(schema)] > 1
        if kind == "group" and not shared and not apart:
            yield _row(key, _or_none("group", rules), rules)
            for name, below in schema.items():
                yield from self._rows(f"{key[:-1]}.{name}`", f"{path}.{name}", below)
            return
        title = self._titles.get(id(schema))
        if title is None:
            ending = {"group": "", "list": "[]", "by id": ".<id>", "by reference": ".<id>"}[kind]
            title = rules["meta"]["label"]["en"] if shared and kind == "group" else path + ending
            self._titles[id(schema)] = title
            self._waiting.append((title, "", schema))
        said = {
            "group": "group: [keys]",
            "list": "list of groups: [keys]",
            "by id": "by id: [entries]",
            "by reference": f"by id of {_referred(rules.get('keysrules', {}).get('refers_to', ''))}: [entries]",
        }[kind]
        yield _row(key, _or_none(f"{said}(#{_anchor(title)})", rules), rules)


def _inner(rules: Rules) -> tuple[str, Rules] | None:
    """How the keys below a field stand there, and their schema; nothing where a field has no keys of its own."""
    values = rules.get("valuesrules", {})
    if values.get("type") == "dict":
        schema = values["schema"]
        kind = "by reference" if "refers_to" in rules["keysrules"] else "by id"
        return kind, SUB_PROCESSOR if schema == "sub_processor" else schema
    below = rules.get("schema")
    if not isinstance(below, dict):
        return None
    if "list" not in _types(rules):
        return "group", below
    return ("list", below["schema"]) if "schema" in below else None


def _types(rules: Rules) -> tuple[str, ...]:
    kind = rules.get("type", ())
    return (kind,) if isinstance(kind, str) else tuple(kind)


def _checks(rules: Rules) -> tuple[str, ...]:
    checks = rules.get("check_with", ())
    return (checks,) if isinstance(checks, str) else tuple(checks)


def _form(rules: Rules) -> str:
    """What may stand in a field, in the words of :data:`FORMS`."""
    types = _types(rules)
    if "list" in types:
        return _or_none(f"list of: {_form(rules['schema'])}", rules)
    if "allowed" in rules:
        values = [f"`{value}`" for value in rules["allowed"]]
        return f"one of {', '.join(values)}" if len(values) > 1 else values[0]
    if "refers_to" in rules:
        return f"id of {_referred(rules['refers_to'])}"
    for check in _checks(rules):
        if check in CHECKS:
            return CHECKS[check]
    if "dict" in types:
        return (
            "lists of prose"
            if "list" in _types(rules["valuesrules"])
            else "text or prose"
            if len(types) > 1
            else "prose"
        )
    return {"line": "text", "boolean": "yes or no", "whole": "whole number"}[types[0]] + _bounds(rules)


def _bounds(rules: Rules) -> str:
    least, most = rules.get("min"), rules.get("max")
    return "" if least is None else f", at least {least}" if most is None else f", {least} to {most}"


def _or_none(words: str, rules: Rules) -> str:
    checks = _checks(rules)
    if "none_word" in checks:
        return f"`none`, or {words}"
    return f"{words}, or `data_subject` in its place" if "source_word" in _checks(rules.get("schema", {})) else words


def _referred(section: str) -> str:
    return REFERRED.get(section, f"`{section}`")


def _row(key: str, form: str, rules: Rules) -> str:
    meta = rules["meta"]
    said = [_said(meta, language) for language in ("en", "nl")]
    return f"| {key} | {form} | {'must' if rules.get('required') else ''} | {said[0]} | {said[1]} |"


def _said(meta: Rules, language: str) -> str:
    label = meta["label"][language]
    about = meta.get("description", {}).get(language)
    return f"{label}. {about}" if about else label


def _listed(names: tuple[str, ...]) -> str:
    quoted = [f"`{name}`" for name in names]
    return f"{', '.join(quoted[:-1])} and {quoted[-1]}"


def _anchor(title: str) -> str:
    kept = "".join(character for character in title.lower() if character.isalnum() or character in " -_")
    return kept.replace(" ", "-")


def _forms() -> str:
    rows = [f"| {name} | {words} |" for name, words in FORMS.items()]
    return "\n".join(["## Forms", "", "| Form | How to write it |", "|---|---|", *rows]) + "\n"


if __name__ == "__main__":
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(reference(), encoding="utf-8")
