"""Words in which the schema is written: each function makes the cerberus rules of one kind of field.

Every field carries its label in both languages and, where the label does not say enough, a description, in ``meta``;
messages, documentation and editor support are made from them.
"""

from __future__ import annotations

from typing import Any

Rules = dict[str, Any]


def _rules(nl: str, en: str, why: tuple[str, str] | None, **rules: Any) -> Rules:
    meta: Rules = {"label": {"nl": nl, "en": en}}
    if why:
        meta["description"] = {"nl": why[0], "en": why[1]}
    return {**rules, "meta": meta}


def line(nl: str, en: str, why: tuple[str, str] | None = None, *, required: bool = False) -> Rules:
    """One line of text that has no language: a name, a number, a reference."""
    return _rules(nl, en, why, type="line", maxlength=200, check_with="filled", required=required)


def prose(nl: str, en: str, why: tuple[str, str] | None = None, *, required: bool = False) -> Rules:
    """Text that people read, in each language of the profile."""
    rules = _rules(nl, en, why, type="dict", check_with="languages", required=required)
    return {
        **rules,
        "keysrules": {"allowed": ["nl", "en"]},
        "valuesrules": {"type": "line", "check_with": "filled"},
    }


def words(nl: str, en: str, why: tuple[str, str] | None = None, *, required: bool = False) -> Rules:
    """A name or function: one line where it is the same in every language, otherwise text in each."""
    rules = prose(nl, en, why, required=required)
    return {**rules, "type": ["line", "dict"], "maxlength": 200, "check_with": ["filled", "languages"]}


def prose_list(nl: str, en: str, why: tuple[str, str] | None = None) -> Rules:
    """A list of short texts in each language."""
    items = {"type": "list", "minlength": 1, "schema": {"type": "line", "check_with": "filled"}}
    rules = _rules(nl, en, why, type="dict", check_with="languages")
    return {**rules, "keysrules": {"allowed": ["nl", "en"]}, "valuesrules": items}


def flag(nl: str, en: str, why: tuple[str, str] | None = None) -> Rules:
    """True or false."""
    return _rules(nl, en, why, type="boolean")


def number(nl: str, en: str, why: tuple[str, str] | None = None, **bounds: Any) -> Rules:
    """A whole number."""
    return _rules(nl, en, why, type="whole", **bounds)


def one_of(values: list[str], nl: str, en: str, why: tuple[str, str] | None = None, *, required: bool = False) -> Rules:
    """One word out of a few."""
    return _rules(nl, en, why, type="line", allowed=values, required=required)


def some_of(values: list[str], nl: str, en: str, why: tuple[str, str] | None = None) -> Rules:
    """A list of words out of a few."""
    return _rules(nl, en, why, type="list", check_with="unique", schema={"type": "line", "allowed": values})


def form(check: str, nl: str, en: str, why: tuple[str, str] | None = None, *, required: bool = False) -> Rules:
    """A line in a fixed form, such as ``date``, ``duration``, ``country``, ``email`` or ``place``."""
    return _rules(nl, en, why, type="line", check_with=check, required=required)


def happened(nl: str, en: str, why: tuple[str, str] | None = None, *, required: bool = False) -> Rules:
    """The date of something that was done: it is not later than the day for which the profile speaks."""
    rules = form("date", nl, en, why, required=required)
    return {**rules, "meta": {**rules["meta"], "past": True}}


def forms(check: str, nl: str, en: str, why: tuple[str, str] | None = None) -> Rules:
    """A list of lines in a fixed form."""
    return _rules(nl, en, why, type="list", check_with="unique", schema={"type": "line", "check_with": check})


def reference(section: str, nl: str, en: str, why: tuple[str, str] | None = None, *, required: bool = False) -> Rules:
    """The id of an entry of ``section``: of the profile itself or of the catalogue."""
    return _rules(nl, en, why, type="line", refers_to=section, required=required)


def references(section: str, nl: str, en: str, why: tuple[str, str] | None = None) -> Rules:
    """Ids of entries of ``section``."""
    return _rules(nl, en, why, type="list", check_with="unique", schema={"type": "line", "refers_to": section})


def group(schema: Rules, nl: str, en: str, why: tuple[str, str] | None = None, *, required: bool = False) -> Rules:
    """Several fields together."""
    return _rules(nl, en, why, type="dict", schema=schema, required=required)


def group_or_none(
    schema: Rules, nl: str, en: str, why: tuple[str, str] | None = None, *, required: bool = False
) -> Rules:
    """Several fields together, or the word ``none`` when the organisation states that there are none."""
    return _rules(nl, en, why, type=["dict", "line"], check_with="none_word", schema=schema, required=required)


def only_none(nl: str, en: str, why: tuple[str, str] | None = None) -> Rules:
    """Nothing but the word ``none``: a statement that there are none."""
    return _rules(nl, en, why, type="line", allowed=["none"])


def by_id(schema: Rules, nl: str, en: str, why: tuple[str, str] | None = None, *, required: bool = False) -> Rules:
    """Entries keyed by an id of the organisation's own choosing."""
    return _rules(
        nl,
        en,
        why,
        type="dict",
        required=required,
        keysrules={"check_with": "id"},
        valuesrules={"type": "dict", "schema": schema},
    )


def by_reference(section: str, schema: Rules, nl: str, en: str, why: tuple[str, str] | None = None) -> Rules:
    """Entries keyed by the id of an entry of ``section``."""
    return _rules(
        nl,
        en,
        why,
        type="dict",
        keysrules={"refers_to": section},
        valuesrules={"type": "dict", "schema": schema},
    )
