"""cerberus, with the field forms of a profile; this package is the only one that knows the library.

Cerberus sorts its errors at each one that it adds, so a profile with thousands of faults would take minutes. Entries
are therefore validated one by one on a validator that is used again, and each mapping reports about :data:`MOST`
errors at most.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar

import cerberus
from cerberus import errors as codes
from cerberus.errors import BaseErrorHandler, ValidationError
from cerberus.schema import DefinitionSchema

from gdprdocs.diagnostic import DOTTED, FieldPath
from gdprdocs.duration import Duration
from gdprdocs.law import law

MOST = 50
"""After how many errors a mapping reports no more."""

FORMS = {
    "id": re.compile(r"[a-z](?:[a-z0-9_]{0,61}[a-z0-9])?"),
    "email": re.compile(r"[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}"),
    "url": re.compile(r"https://(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}(?:/[A-Za-z0-9._~%/+-]{0,150})?"),
    "phone": re.compile(r"\+?[0-9][0-9 ()-]{2,24}"),
    "colour": re.compile(r"#[0-9a-fA-F]{6}"),
    "image": re.compile(r"[a-z0-9](?:[a-z0-9_-]{0,59})\.(?:svg|png|jpg|jpeg)"),
    "date": re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"),
    "place": DOTTED,
}
"""Written so that ECMA-262 reads them too: editors get the same patterns, in the JSON Schema."""


def in_form(form: str, value: str) -> bool:
    """Whether ``value`` has a form that a profile knows, such as ``email`` or ``url``."""
    return FORMS[form].fullmatch(value) is not None


_UNLIMITED = {"unlimited", "indefinite", "indefinitely", "forever", "onbeperkt", "onbepaald", "altijd"}


@dataclass(frozen=True, slots=True)
class ShapeError:
    """What is wrong with the shape of a value: ``code`` says what, ``constraint`` what was allowed."""

    path: FieldPath
    code: str
    value: Any = None
    constraint: Any = None


@dataclass
class Known:
    """What a profile may refer to and which languages its texts must have."""

    ids: Mapping[str, Collection[str]] = field(default_factory=dict)
    languages: tuple[str, ...] = ()


_CODES = {
    codes.UNKNOWN_FIELD.code: "unknown-key",
    codes.REQUIRED_FIELD.code: "missing-key",
    codes.BAD_TYPE.code: "wrong-type",
    codes.UNALLOWED_VALUE.code: "unknown-value",
    codes.UNALLOWED_VALUES.code: "unknown-value",
    codes.NOT_NULLABLE.code: "empty",
    codes.MAX_LENGTH.code: "too-long",
    codes.MIN_LENGTH.code: "empty",
    codes.MIN_VALUE.code: "out-of-range",
    codes.MAX_VALUE.code: "out-of-range",
}


class _Flat(BaseErrorHandler):  # type: ignore[misc]  # cerberus has no types
    """All errors as a flat list, without the groups that cerberus nests them in."""

    def __call__(self, errors: list[ValidationError]) -> list[ShapeError]:
        return list(self._flatten(errors))

    def _flatten(self, errors: list[ValidationError]) -> Iterator[ShapeError]:
        for error in errors:
            if error.is_group_error:
                yield from self._flatten(error.child_errors)
            elif error.code == codes.CUSTOM.code:
                code, *more = error.info
                position = (more[-1],) if code == "twice" else ()
                yield ShapeError((*error.document_path, *position), code, error.value, tuple(more))
            else:
                yield ShapeError(error.document_path, _CODES[error.code], error.value, error.constraint)


class _OwnSchema(DefinitionSchema):  # type: ignore[misc]  # cerberus has no types
    """A schema of this package: cerberus need not look at it again each time that the program starts."""

    def validate(self, schema: Any = None) -> None:
        """Nothing: ``tests/test_schema.py`` lets cerberus judge every schema, which takes it longer than a profile."""


class ProfileValidator(cerberus.Validator):  # type: ignore[misc]  # cerberus has no types
    """Cerberus with the types and forms that a profile knows."""

    types_mapping: ClassVar[dict[str, Any]] = {
        **cerberus.Validator.types_mapping,
        "line": cerberus.TypeDefinition("line", (str,), ()),
        "whole": cerberus.TypeDefinition("whole", (int,), (bool,)),
    }

    @classmethod
    def of(cls, schema: Mapping[str, Any]) -> ProfileValidator:
        """A validator for ``schema``, which is taken to be sound."""
        validator = cls()
        validator.schema = _OwnSchema(validator, schema)
        return validator

    def shape_errors(self, document: Mapping[str, Any]) -> list[ShapeError]:
        """What is wrong with the shape of ``document``."""
        self.validate(document, normalize=False)
        return list(_Flat()(self._errors))

    @property
    def _known(self) -> Known:
        known: Known = self._config["known"]
        return known

    def _error(self, *args: Any) -> None:
        if len(self._errors) < MOST:
            super()._error(*args)

    def _say(self, name: str, code: str, *more: Any) -> None:
        self._error(name, codes.CUSTOM, code, *more)

    def _validate_refers_to(self, section: str, name: str, value: Any) -> None:
        """{'type': 'string'}"""  # noqa: D415  # cerberus reads the schema of this rule here
        if isinstance(value, str) and value not in self._known.ids.get(section, ()):
            self._say(name, "undefined", section)

    def _check_with_filled(self, name: str, value: Any) -> None:
        if isinstance(value, str) and not value.strip():
            self._say(name, "empty")

    def _check_with_languages(self, name: str, value: Any) -> None:
        if isinstance(value, Mapping):
            for language in self._known.languages:
                if language not in value:
                    self._say(name, "no-language", language)
            counts = {len(words) for words in value.values() if isinstance(words, list)}
            if len(counts) > 1:
                self._say(name, "uneven")

    def _check_with_unique(self, name: str, value: Any) -> None:
        if isinstance(value, list):
            words: set[str] = set()
            others: list[Any] = []
            for number, item in enumerate(value):
                if item in (words if isinstance(item, str) else others):
                    self._say(name, "twice", item, number)
                elif isinstance(item, str):
                    words.add(item)
                else:
                    others.append(item)

    def _check_with_none_word(self, name: str, value: Any) -> None:
        if isinstance(value, str) and value != "none":
            self._say(name, "none-or-more")

    def _check_with_source_word(self, name: str, value: Any) -> None:
        if isinstance(value, str) and value != "data_subject":
            self._say(name, "source-word")

    def _check_form(self, form: str, name: str, value: Any) -> bool:
        if isinstance(value, str) and not FORMS[form].fullmatch(value):
            self._say(name, "form", form)
            return False
        return isinstance(value, str)

    def _check_with_id(self, name: str, value: Any) -> None:
        self._check_form("id", name, value)

    def _check_with_email(self, name: str, value: Any) -> None:
        self._check_form("email", name, value)

    def _check_with_url(self, name: str, value: Any) -> None:
        self._check_form("url", name, value)

    def _check_with_phone(self, name: str, value: Any) -> None:
        self._check_form("phone", name, value)

    def _check_with_colour(self, name: str, value: Any) -> None:
        self._check_form("colour", name, value)

    def _check_with_image(self, name: str, value: Any) -> None:
        self._check_form("image", name, value)

    def _check_with_date(self, name: str, value: Any) -> None:
        if self._check_form("date", name, value):
            try:
                date.fromisoformat(value)
            except ValueError:
                self._say(name, "form", "date")

    def _check_with_place(self, name: str, value: Any) -> None:
        self._check_form("place", name, value)

    def _check_with_notice(self, name: str, value: Any) -> None:
        if value != "at_once":
            self._check_with_duration(name, value)

    def _check_with_duration(self, name: str, value: Any) -> None:
        if isinstance(value, str) and Duration.parse(value) is None:
            self._say(name, "form", "duration")

    def _check_with_period(self, name: str, value: Any) -> None:
        if isinstance(value, str) and Duration.parse(value) is None:
            self._say(name, "unlimited" if value.lower() in _UNLIMITED else "period")

    def _check_with_country(self, name: str, value: Any) -> None:
        if isinstance(value, str) and value not in law().countries:
            self._say(name, "form", "country")
