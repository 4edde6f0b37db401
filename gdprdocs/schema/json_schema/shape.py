"""Cerberus rules as JSON Schema: what may stand in a field, and the words that an editor shows with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from gdprdocs.duration import PATTERN
from gdprdocs.language import LANGUAGES, Language
from gdprdocs.law import law
from gdprdocs.schema import SECTIONS, TEXT_KEYS
from gdprdocs.schema.agreement import AGREEMENT, TRANSFER
from gdprdocs.schema.field import Rules
from gdprdocs.schema.json_schema.word import catalogue_words, value_words, words
from gdprdocs.schema.message import EACH_LANGUAGE, FORM_WORDS
from gdprdocs.schema.party import ADDRESS, CONTACT, REGISTRATION, SIGNATORY, SUB_PROCESSOR, TEST
from gdprdocs.schema.validator import FORMS
from gdprdocs.wording import country_words, sentence_start

Node = dict[str, Any]
Keys = tuple[str, ...]

_GROUPS: dict[str, Rules] = {
    "address": ADDRESS["schema"],
    "contact": CONTACT["schema"],
    "registration": REGISTRATION["schema"],
    "signatory": SIGNATORY["schema"],
    "agreement": AGREEMENT["schema"],
    "transfer": TRANSFER["schema"],
    "test": TEST,
    "sub_processor": SUB_PROCESSOR,
}
"""Groups that stand in several places, or in themselves: defined once, and referred to."""

_DURATIONS = {"duration": "duration", "period": "duration", "notice": "notice"}
_MIXED = ("retention_keys", "source_parties")
"""References to entries of more than one section, some of which a profile defines itself."""
_CATALOGUE_KEYS = ("measures",)
"""Sections where an entry of the catalogue gets more facts, under its own id."""


class Shapes:
    """Fields as JSON Schema in one language; what several of them share gathers in ``definitions``."""

    def __init__(self, language: Language) -> None:
        self.definitions: dict[str, Node] = {}
        self._language = language
        self._overlay = False

    def entries(self, section: str, schema: Rules, *, overlay: bool) -> Node:
        """A section that is keyed by id; an ``overlay`` may leave out what an entry shared by organisations says."""
        self._overlay = overlay
        try:
            return self._keyed(schema, (section,), section if section in _CATALOGUE_KEYS else None)
        finally:
            self._overlay = False

    def field(self, rules: Rules, path: Keys) -> Node:
        """A field with its label; ``path`` holds its keys from the section or shared group that it is in."""
        meta = rules["meta"]
        label = meta["label"][self._language]
        about = meta.get("description", {}).get(self._language)
        # An editor shows the title where the mouse is, but not in a list of keys to choose from.
        described = {"title": label, "description": f"{label}. {about}" if about else f"{label}."}
        return described | self._value(rules, path)

    def _value(self, rules: Rules, path: Keys) -> Node:
        types, checks = _listed(rules, "type"), _listed(rules, "check_with")
        if "list" in types:
            node = self._list(rules, checks, path)
        elif "dict" in types:
            node = self._mapping(rules, types, path)
        elif "boolean" in types:
            node = {"type": "boolean"}
        elif "whole" in types:
            node = self._whole(rules)
        else:
            node = self._line(rules, checks, path)
        for check, word in (("none_word", "none"), ("source_word", "data_subject")):
            if check in checks:
                node = {"anyOf": [node, self._choice([word], (check,))]}
        return node

    def _list(self, rules: Rules, checks: Keys, path: Keys) -> Node:
        node: Node = {"type": "array", "items": self._value(rules["schema"], path)}
        return node | {"uniqueItems": True} if "unique" in checks else node

    def _whole(self, rules: Rules) -> Node:
        if "allowed" in rules:
            return {"type": "integer", "enum": rules["allowed"]}
        bounds = {"min": "minimum", "max": "maximum"}
        return {"type": "integer"} | {name: rules[key] for key, name in bounds.items() if key in rules}

    def _mapping(self, rules: Rules, types: Keys, path: Keys) -> Node:
        keys, values = rules.get("keysrules", {}), rules.get("valuesrules", {})
        if "allowed" in keys:
            return self._text(rules, types, path)
        if not values:
            return self._group(rules["schema"], path)
        return self._keyed(values["schema"], path, keys.get("refers_to"))

    def _keyed(self, schema: Rules | str, path: Keys, catalogue: str | None) -> Node:
        """Entries by id; where the ids are those of a catalogue, an editor offers them and says what they are."""
        entry = self._group(schema, path)
        node: Node = {"type": "object", "propertyNames": self._form("id"), "additionalProperties": entry}
        if catalogue is None:
            return node
        shared = node["additionalProperties"] = self._defined(".".join(path), lambda: entry)
        said = {id_: text.in_(self._language) for id_, text in catalogue_words(catalogue).items()}
        return node | {"properties": {id_: {"title": id_, "description": text} | shared for id_, text in said.items()}}

    def _text(self, rules: Rules, types: Keys, path: Keys) -> Node:
        """A text in each language, a list of texts in each, or either that or a line that is the same in all."""
        if "list" in _listed(rules["valuesrules"], "type"):
            items = {"type": "array", "minItems": 1, "items": self._words()}
            return self._defined("prose_list", lambda: self._in_languages(lambda _: items))
        prose = self._defined("prose", lambda: self._in_languages(lambda _: self._words()))
        if "line" in types:
            return {"anyOf": [self._line(rules, (), path), prose]}
        if examples := words().examples.get(".".join(path)):
            return self._in_languages(
                lambda name: self._words() | {"examples": [example.in_(name) for example in examples]}
            )
        return prose

    def _words(self) -> Node:
        return self._defined("words", lambda: {"type": "string", "pattern": r"\S"})

    def _in_languages(self, value: Callable[[Language], Node]) -> Node:
        names = words().languages
        return {
            "type": "object",
            "properties": {name: {"title": names[name].in_(self._language)} | value(name) for name in LANGUAGES},
            "additionalProperties": False,
            "errorMessage": _sentence(EACH_LANGUAGE.in_(self._language)),
        }

    def _line(self, rules: Rules, checks: Keys, path: Keys) -> Node:
        if "allowed" in rules:
            return self._choice(rules["allowed"], path)
        if "refers_to" in rules:
            return self._reference(rules["refers_to"])
        for check in checks:
            if check in _DURATIONS:
                return self._duration(_DURATIONS[check])
            if check == "country":
                return self._country()
            if check in FORMS:
                return self._form(check)
        most = rules["maxlength"]
        if path[-1] in TEXT_KEYS:
            # What looks like a number is one to an editor, also where the program's own reader keeps it as text: 1.0.
            return self._defined(
                "line_or_number", lambda: {"type": ["string", "number"], "maxLength": most, "pattern": r"\S"}
            )
        return self._defined("line", lambda: {"type": "string", "maxLength": most, "pattern": r"\S"})

    def _form(self, form: str) -> Node:
        def make() -> Node:
            pattern = f"^{FORMS[form].pattern}$"
            node: Node = {"type": "string", "pattern": pattern, "errorMessage": self._wrong(form)}
            if form == "date":
                node["format"] = "date"
            if form == "phone":
                # Digits alone are a number; the pattern judges text only, and asks for three characters.
                node |= {"type": ["string", "number"], "minimum": 100}
            return node | self._examples(form)

        return self._defined(form, make)

    def _duration(self, form: str) -> Node:
        def make() -> Node:
            alone = PATTERN.pattern
            pattern = f"^(?:at_once|{alone})$" if form == "notice" else f"^{alone}$"
            return {"type": "string", "pattern": pattern, "errorMessage": self._wrong("duration")} | self._examples(
                form
            )

        return self._defined(form, make)

    def _country(self) -> Node:
        def make() -> Node:
            codes = sorted(law().countries)
            names = [country_words(code, self._language) for code in codes]
            return {"type": "string", "enum": codes, "enumDescriptions": names, "errorMessage": self._wrong("country")}

        return self._defined("country", make)

    def _wrong(self, form: str) -> str:
        return _sentence(FORM_WORDS[form].in_(self._language))

    def _examples(self, form: str) -> Node:
        found = words().forms.get(form)
        return {"examples": list(found)} if found else {}

    def _reference(self, section: str) -> Node:
        """An id of the catalogue, with what it stands for, or one that the profile defines."""

        def make() -> Node:
            said = catalogue_words(section)
            if not said:
                return self._form("id")
            node: Node = {
                "type": "string",
                "enum": list(said),
                "enumDescriptions": [text.in_(self._language) for text in said.values()],
            }
            own = section in SECTIONS or section in _MIXED
            return {"anyOf": [node | {"errorMessage": self._wrong("id")}, self._form("id")]} if own else node

        return self._defined(f"{section}_id", make)

    def _choice(self, values: list[str], path: Keys) -> Node:
        node: Node = {"type": "string", "enum": list(values)}
        said = value_words(tuple(values), path)
        return node | {"enumDescriptions": [said[value].in_(self._language) for value in values]} if said else node

    def _group(self, schema: Rules | str, path: Keys) -> Node:
        inner = SUB_PROCESSOR if isinstance(schema, str) else schema
        name = next((name for name, shared in _GROUPS.items() if inner is shared), None)
        if name is None:
            return self._keys(inner, path)
        return self._defined(f"{name}_overlay" if self._overlay else name, lambda: self._keys(inner, (name,)))

    def _keys(self, schema: Rules, path: Keys) -> Node:
        node: Node = {
            "type": "object",
            "properties": {name: self.field(rules, (*path, name)) for name, rules in schema.items()},
            "additionalProperties": False,
        }
        must = [name for name, rules in schema.items() if rules.get("required")]
        return node | {"required": must} if must and not self._overlay else node

    def _defined(self, name: str, make: Callable[[], Node]) -> Node:
        if name not in self.definitions:
            self.definitions[name] = {}  # what refers to itself finds that it is being made
            self.definitions[name] = make()
        return {"$ref": f"#/$defs/{name}"}


def _sentence(words: str) -> str:
    return f"{sentence_start(words)}."


def _listed(rules: Rules, key: str) -> Keys:
    value = rules.get(key, ())
    return (value,) if isinstance(value, str) else tuple(value)
