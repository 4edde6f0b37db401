"""The schema as a whole: every field can be named to people."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from cerberus import SchemaError

from gdprdocs.language import LANGUAGES
from gdprdocs.profile import read_profile
from gdprdocs.schema import SECTIONS, SINGLE
from gdprdocs.schema.lookup import keys_at, label_at, rules_at
from gdprdocs.schema.party import SUB_PROCESSOR
from gdprdocs.schema.past import past_dates
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


STILL_TO_COME = {
    "accepted.on", "accepted.until", "activities.since", "measures.planned_for", "processors.since",
    "publication.effective", "sub_processors.since",
}  # fmt: skip
"""Dates of something that starts, ends or is planned, and so lies before or after the day of the profile; and that of
an acceptance, which ``accepted-ahead`` judges."""


JUDGED_ELSEWHERE = (
    "agreement.starts", "agreement.ends", "transfer.signed", "transfer.approved", "more_transfers.signed",
    "more_transfers.approved",
)  # fmt: skip
"""The last words of dates that rules of their own judge, such as ``transfer-not-in-force``."""


@pytest.mark.parametrize(("path", "rules"), [field for field in EVERYTHING if field[1].get("check_with") == "date"])
def test_every_date_is_of_something_that_was_done_or_is_still_to_come(path: str, rules: Rules) -> None:
    is_to_come = path in STILL_TO_COME or path.endswith(JUDGED_ELSEWHERE)
    assert bool(rules["meta"].get("past")) is not is_to_come


def test_what_was_done_is_found_at_any_depth() -> None:
    chain = {"disk": {"name": "Disk", "agreement": {"checked": {"date": "2026-03-01"}}}}
    cloud = {"name": "Cloud", "authorised": "2026-02-01", "sub_processors": chain}
    host = {"name": "Host", "more_transfers": [{"assessed": "2026-01-01"}], "sub_processors": {"cloud": cloud}}
    profile = read_profile("voorbeeld", {"processors": {"host": host}})
    assert dict(past_dates(profile)) == {
        ("processors", "host", "more_transfers", 0, "assessed"): date(2026, 1, 1),
        ("processors", "host", "sub_processors", "cloud", "authorised"): date(2026, 2, 1),
        (
            *("processors", "host", "sub_processors", "cloud", "sub_processors", "disk"),
            *("agreement", "checked", "date"),
        ): date(2026, 3, 1),
    }


@pytest.mark.parametrize(
    ("effective", "reviewed", "day"),
    [
        ("2026-12-01", "2026-11-02", date(2026, 12, 1)),
        ("2026-12-01", "2027-03-01", date(2027, 3, 1)),
        ("2026-12-01", None, date(2026, 12, 1)),
        (None, None, None),
    ],
)
def test_a_profile_speaks_for_the_last_day_on_which_it_was_said_to_hold(
    effective: str | None, reviewed: str | None, day: date | None
) -> None:
    profile = read_profile("voorbeeld", {"publication": {"effective": effective, "reviewed": reviewed}})
    assert profile.date == day
