"""Who sees what, and why: the access overview of made-up organisations."""

from __future__ import annotations

import copy
from datetime import date
from typing import Any

import pytest

from gdprdocs.documents.access_overview import TYPE, AccessOverview
from gdprdocs.duration import Duration
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.profile.due import Due
from tests.conftest import ROOT
from tests.variation import data_of, profile_from

SOUND = data_of(ROOT / "tests" / "cases" / "sound--access")
MERIDIAAN = data_of(ROOT / "organisations" / "meridiaan")


def overview(data: dict[str, Any]) -> AccessOverview:
    profile = profile_from(data)
    ((_, model),) = TYPE.gather(profile, Catalogue(profile))
    assert isinstance(model, AccessOverview)
    return model


def changed(data: dict[str, Any], key: str, value: Any) -> dict[str, Any]:
    copied = copy.deepcopy(data)
    *steps, last = key.split(".")
    place = copied
    for step in steps:
        place = place.setdefault(step, {})
    place[last] = value
    return copied


@pytest.mark.parametrize("key", ["access", "access_roles"])
def test_without_access_or_roles_there_is_no_overview(key: str) -> None:
    profile = profile_from({name: value for name, value in SOUND.items() if name != key})
    assert list(TYPE.gather(profile, Catalogue(profile))) == []


def test_data_stand_beside_the_purposes_that_need_them() -> None:
    consultants = overview(MERIDIAAN).roles[0]
    found = {
        tuple(category.id for category in needed.categories): [use.activity.id for use in needed.uses]
        for needed in consultants.needed
    }
    assert found[("contact_details", "correspondence")] == ["quotes", "customer_administration"]
    assert found[("quote_requests",)] == ["quotes"]
    assert consultants.beyond == ()


def test_what_no_purpose_of_a_role_needs_is_a_deviation() -> None:
    data = changed(MERIDIAAN, "access_roles.line_managers.data_categories", ["working_hours", "bank_details"])
    (managers,) = [each for each in overview(data).roles if each.role.id == "line_managers"]
    assert [category.id for needed in managers.needed for category in needed.categories] == ["working_hours"]
    assert [category.id for category in managers.beyond] == ["bank_details"]


def test_sensitive_data_stand_with_the_few_who_see_them() -> None:
    guarded = {
        category.id: [r.id for r in each.roles] for each in overview(MERIDIAAN).guarded for category in each.categories
    }
    assert guarded["citizen_service_number"] == ["hr"]
    assert "contact_details" not in guarded


def test_with_many_roles_there_is_no_table_of_all() -> None:
    one = SOUND["access_roles"]["marketing"]
    assert overview(changed(SOUND, "access_roles", {f"role_{n}": one for n in range(13)})).has_table
    assert not overview(changed(SOUND, "access_roles", {f"role_{n}": one for n in range(14)})).has_table


@pytest.mark.parametrize(("effective", "late"), [("2027-04-05", False), ("2027-04-06", True)])
def test_a_review_is_late_on_the_day_after_the_last_one(effective: str, late: bool) -> None:
    found = overview(changed(SOUND, "publication.effective", effective))
    assert [each.role.id for each in found.overdue_roles] == (["marketing"] if late else [])


def test_lateness_is_judged_on_the_day_of_the_profile_and_never_without_one() -> None:
    half_a_year = Duration(months=6)
    assert Due(date(2026, 8, 31), half_a_year, date(2027, 2, 28)).is_overdue is False
    assert Due(date(2026, 8, 31), half_a_year, date(2027, 3, 1)).is_overdue is True
    assert Due(date(2026, 8, 31), half_a_year, None).is_overdue is False
    assert Due(None, half_a_year, date(2027, 3, 1)).next is None


def test_a_planned_measure_counts_nowhere() -> None:
    found = overview(changed(SOUND, "measures", {"encryption_at_rest": {"status": "planned"}}))
    assert [measure.id for measure in found.planned] == ["encryption_at_rest"]
    assert [each.measure.id for each in found.connections] == ["encryption_in_transit"]
    assert [measure.id for measure in found.absent] == ["backup", "restore_test"]


def test_access_from_outside_the_eea_is_named_as_transfer() -> None:
    outside = {each.party.id: each.outside for each in overview(MERIDIAAN).outsiders if each.outside}
    assert outside["applicant_tracking"] == ("GB",)
    assert ("US",) in outside.values()
    assert "crm" not in outside


def test_in_health_care_the_logs_of_patient_files_have_a_term_of_their_own() -> None:
    assert overview(SOUND).care_logs is None
    term = overview(changed(SOUND, "organisation.sector", "healthcare")).care_logs
    assert term is not None
    assert term.period == Duration(years=5)


def test_every_log_is_shown_and_whoever_looks_in_a_system_is_named() -> None:
    found = overview(data_of(ROOT / "organisations" / "huisartsen-de-linde"))
    assert len(found.logs) == 2
    assert [each.recipient.id for each in found.viewers] == [
        "hospital_exchange",
        "out_of_hours_exchange",
        "duty_pharmacy",
    ]
