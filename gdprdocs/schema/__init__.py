"""The shape of a profile: which keys there are, what stands in them, and what refers to what.

:func:`check_shape` reports everything that does not fit and hands back the rest, so that the rules can run over a
profile that is well formed, whatever the file holds.
"""

from __future__ import annotations

import copy
import functools
from collections.abc import Iterable, Mapping
from typing import Any

import cerberus

from gdprdocs.diagnostic import FieldPath
from gdprdocs.language import LANGUAGES, Text
from gdprdocs.law import law
from gdprdocs.profile.activity import ALL_CATEGORIES
from gdprdocs.schema import activity, organisation, party
from gdprdocs.schema.field import Rules, group, some_of
from gdprdocs.schema.validator import Known, ProfileValidator, ShapeError, in_form

__all__ = ["SECTIONS", "SECTION_WORDS", "SINGLE", "TEXT_KEYS", "ShapeError", "check_shape", "in_form", "known_ids"]

SECTIONS: dict[str, Rules] = {
    "statements": organisation.STATEMENT,
    "data_subjects": organisation.DATA_SUBJECT,
    "data_categories": organisation.DATA_CATEGORY,
    "sources": organisation.SOURCE,
    "activities": activity.ACTIVITY,
    "processors": party.PROCESSOR,
    "recipients": party.RECIPIENT,
    "controllers": party.CUSTOMER,
    "joint_controllers": party.JOINT_CONTROLLER,
    "access_roles": organisation.ACCESS_ROLE,
    "measures": organisation.MEASURE,
}
"""The schema of one entry of each section that is keyed by id."""

SECTION_WORDS: dict[str, Text] = {
    "statements": Text(
        nl="Privacyverklaringen, één voor elke doelgroep. Weggelaten: één voor iedereen.",
        en="Privacy statements, one for each audience. Left out: one for everybody.",
    ),
    "data_subjects": Text(
        nl="Van wie de gegevens zijn, in eigen woorden.",
        en="Whose data, in words of your own.",
    ),
    "data_categories": Text(
        nl="Gegevens, in eigen woorden.",
        en="Data, in words of your own.",
    ),
    "sources": Text(
        nl="Waar gegevens vandaan komen, in eigen woorden.",
        en="Where data come from, in words of your own.",
    ),
    "activities": Text(
        nl="Wat u met persoonsgegevens doet.",
        en="What you do with personal data.",
    ),
    "processors": Text(
        nl="Wie in uw opdracht met gegevens werkt.",
        en="Who works with data on your instructions.",
    ),
    "recipients": Text(
        nl="Wie gegevens van u krijgt en er zelf over beslist.",
        en="Who receives data from you and decides about them itself.",
    ),
    "controllers": Text(
        nl="Klanten voor wie u verwerker bent.",
        en="Customers for whom you are processor.",
    ),
    "joint_controllers": Text(
        nl="Wie samen met u beslist.",
        en="Who decides together with you.",
    ),
    "access_roles": Text(
        nl="Wie in uw organisatie bij gegevens kan.",
        en="Who in your organisation has access.",
    ),
    "measures": Text(
        nl="Maatregelen in eigen woorden, en hoe die uit de catalogus worden beheerd en getest.",
        en="Measures in words of your own, and how those of the catalogue are looked after and tested.",
    ),
}
"""What each section holds: a section has no label of its own."""

SINGLE: dict[str, Rules] = {
    "format": {
        "type": "whole",
        "allowed": [1],
        "required": True,
        "meta": {"label": {"nl": "Versie van het profielformaat", "en": "Version of the profile format"}},
    },
    "organisation": group(organisation.ORGANISATION, "Organisatie", "Organisation", required=True),
    "languages": some_of(list(LANGUAGES), "Talen", "Languages"),
    "form_of_address": {
        "type": "line",
        "allowed": ["formal"],
        "meta": {
            "label": {"nl": "Aanspreekvorm", "en": "Form of address"},
            "description": {"nl": "formal: u.", "en": "formal: the Dutch u."},
        },
    },
    "publication": group(organisation.PUBLICATION, "Publicatie", "Publication", required=True),
    "branding": group(organisation.BRANDING, "Huisstijl", "Branding"),
    "access": group(organisation.ACCESS, "Toegang", "Access"),
    "by_design": group(organisation.BY_DESIGN, "Gegevensbescherming door ontwerp", "Data protection by design"),
    "deletion": group(organisation.DELETION, "Wissen", "Deletion"),
    "customer_agreement": group(party.CUSTOMER_AGREEMENT, "Overeenkomst met klanten", "Agreement with customers"),
    "requests": group(organisation.REQUESTS, "Verzoeken", "Requests"),
    "breaches": group(organisation.BREACHES, "Datalekken", "Breaches"),
    "cookies": group(organisation.COOKIES, "Cookies", "Cookies"),
    "accepted": {
        "type": "list",
        "schema": {"type": "dict", "schema": organisation.ACCEPTED},
        "meta": {"label": {"nl": "Aanvaarde bevindingen", "en": "Accepted findings"}},
    },
}
"""The schema of the top-level keys that stand alone."""

cerberus.schema_registry.add("sub_processor", party.SUB_PROCESSOR)


def check_shape(data: Mapping[str, Any]) -> tuple[list[ShapeError], dict[str, Any]]:
    """What is wrong with the shape of a profile, and the profile without it.

    Returns the errors, each with the path of the value concerned, and a copy of ``data`` in which every value that
    was refused is left out.
    """
    sound: dict[str, Any] = copy.deepcopy(dict(data))
    _numbers_as_text(sound)
    known = known_ids(sound)
    errors: list[ShapeError] = []
    for name in sound:
        if name not in SECTIONS and name not in SINGLE:
            errors.append(ShapeError((name,), "unknown-key"))
    errors += (
        _validator("single")
        .with_known(known)
        .check({name: value for name, value in sound.items() if name in SINGLE}, ())
    )
    for section in SECTIONS:
        if section in sound:
            errors += _check_section(section, sound[section], known)
    for error in errors:
        _remove(sound, error)
    return errors, _compact(sound)


def _check_section(section: str, entries: Any, known: Known) -> Iterable[ShapeError]:
    if not isinstance(entries, dict):
        yield ShapeError((section,), "wrong-type", entries, "dict")
        return
    naming = _validator("ids").with_known(known)
    yield from naming.check({"ids": dict.fromkeys(entries, True)}, (section,), skip=1)
    one = _validator(section).with_known(known)
    for name, entry in entries.items():
        if isinstance(entry, dict):
            yield from one.check(entry, (section, name))
        else:
            yield ShapeError((section, name), "wrong-type", entry, "dict")


class _Reusable:
    """One cerberus validator for entries of one kind, kept between entries and profiles."""

    def __init__(self, schema: Rules) -> None:
        self._validator = ProfileValidator(schema)

    def with_known(self, known: Known) -> _Reusable:
        self._validator._config["known"] = known
        return self

    def check(self, document: Mapping[str, Any], path: FieldPath, skip: int = 0) -> list[ShapeError]:
        return [
            ShapeError((*path, *error.path[skip:]), error.code, error.value, error.constraint)
            for error in self._validator.shape_errors(document)
        ]


@functools.cache
def _validator(kind: str) -> _Reusable:
    if kind == "single":
        return _Reusable(SINGLE)
    if kind == "ids":
        return _Reusable({"ids": {"type": "dict", "keysrules": {"check_with": "id"}}})
    return _Reusable(SECTIONS[kind])


def known_ids(data: Mapping[str, Any]) -> Known:
    """The ids that the profile may refer to: its own and those of the catalogue."""
    facts = law()
    ids = {section: set(entries) for section in SECTIONS if isinstance(entries := data.get(section), dict)}
    ids = {section: ids.get(section, set()) for section in SECTIONS}
    ids["data_categories"] |= set(facts.data_categories)
    ids["data_subjects"] |= set(facts.data_subjects)
    ids["measures"] |= set(facts.measures)
    ids["sources"] |= set(facts.sources)
    ids["retention_periods"] = set(facts.retention_periods)
    ids["dpia_kinds"] = set(facts.dpia_kinds)
    ids["supervisory_authorities"] = set(facts.supervisory_authorities)
    ids["retention_keys"] = ids["data_categories"] | {ALL_CATEGORIES}
    ids["source_parties"] = ids["sources"] | ids["recipients"] | ids["processors"] | {"data_subject"}
    wanted = data.get("languages")
    languages = tuple(word for word in wanted if word in LANGUAGES) if isinstance(wanted, list) else LANGUAGES
    return Known(ids, languages)


TEXT_KEYS = {"number", "version", "postal_code", "street", "phone", "name"}
"""Keys whose text often looks like a number, so that it need not be in quotes."""


def _numbers_as_text(value: Any) -> None:
    """Make text of numbers where text is wanted: the reader only reads what loses nothing by it (``68412357``)."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in TEXT_KEYS and isinstance(inner, int) and not isinstance(inner, bool):
                value[key] = str(inner)
            else:
                _numbers_as_text(inner)
    elif isinstance(value, list):
        for inner in value:
            _numbers_as_text(inner)


def _remove(data: Any, error: ShapeError) -> None:
    """Take the value at the error's path out of ``data``; what is missing, or gone already, needs nothing."""
    if error.code in ("missing-key", "no-language", "twice"):
        return
    for step in error.path[:-1]:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return
    if isinstance(data, dict):
        data.pop(error.path[-1], None)
    elif isinstance(data, list) and isinstance(error.path[-1], int) and error.path[-1] < len(data):
        data[error.path[-1]] = None


def _compact(value: Any) -> Any:
    """``value`` without keys that have no value; in a list the place stays, or what follows would move up."""
    if isinstance(value, dict):
        return {key: _compact(inner) for key, inner in value.items() if inner is not None}
    if isinstance(value, list):
        return [_compact(inner) for inner in value]
    return value
