"""Statutory floor ≤ period ≤ ceiling, and a guideline exceeded needs a reason: for every period that the law data hold.

Each period is tried as one that the profile names and as one under which the category falls.
"""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdprdocs.language import LANGUAGES
from gdprdocs.law import RetentionPeriod, law
from gdprdocs.profile import read_profile
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.rules import RULES
from gdprdocs.schema import check_shape
from gdprdocs.schema.organisation import SECTORS

PERIODS = tuple(law().retention_periods.values())
RULE = {"minimum": "ret-below-statutory", "maximum": "ret-above-maximum", "guideline": "ret-above-guideline"}
BY_CATEGORY = tuple(each for each in PERIODS if not each.conditional and each.sector != "professional_services")
"""Those that hold where a category falls under them; no organisation says that it is in the sector of the others."""

each_period = pytest.mark.parametrize("period", PERIODS, ids=lambda period: period.id)
each_of_a_category = pytest.mark.parametrize("period", BY_CATEGORY, ids=lambda period: period.id)
days = st.integers(1, 40_000)


def text(words: str) -> dict[str, str]:
    """Words as the texts of a profile are written, in every language."""
    return dict.fromkeys(LANGUAGES, words)


def profile_data(period: RetentionPeriod, *lengths: str, **entry: Any) -> dict[str, Any]:
    """An organisation under ``period``: for every length a purpose that keeps the category for that long."""
    return {
        "format": 1,
        "organisation": {
            "name": "Voorbeeld",
            "sector": period.sector if period.sector in SECTORS else "business",
            "address": {"street": "Kade 1", "postal_code": "1234 AB", "city": "Utrecht", "country": period.country},
        },
        "publication": {"version": "1", "effective": "2026-12-01", "owner": "Directie"},
        "data_subjects": {
            "people": {"name": text("mensen"), "relation": period.relations[0] if period.relations else "other"}
        },
        "data_categories": {"papers": {"name": text("papieren"), "periods": [period.id]}},
        "activities": {
            "work": {
                "name": text("Werk"),
                "owner": "Directie",
                "role": "controller",
                "data_subjects": ["people"],
                "purposes": {
                    f"purpose_{number}": {
                        "description": text("te werken"),
                        "lawful_basis": period.bases[0] if period.bases else "contract",
                        "data_categories": ["papers"],
                        "retention": {"papers": {"period": length, "from": text("het einde"), **entry}},
                    }
                    for number, length in enumerate(lengths)
                },
                "processors": [],
                "recipients": [],
            }
        },
    }


def found(rule: str, data: dict[str, Any]) -> int:
    """How many problems a rule finds."""
    errors, sound = check_shape(data)
    assert not errors
    profile = read_profile("voorbeeld", sound)
    find = RULES[rule].find
    assert find is not None
    return len(list(find(profile, Catalogue(profile))))


def just_below(period: RetentionPeriod) -> str:
    return f"P{math.ceil(period.period.days) - 1}D"


def just_above(period: RetentionPeriod) -> str:
    return f"P{math.floor(period.period.days) + 1}D"


@each_period
def test_what_is_named_is_its_own_limit(period: RetentionPeriod) -> None:
    wrong, right = (just_below, just_above) if period.kind == "minimum" else (just_above, just_below)
    rule = RULE[period.kind]
    assert found(rule, profile_data(period, wrong(period), statutory=period.id)) == 1
    assert found(rule, profile_data(period, period.period.iso, statutory=period.id)) == 0
    assert found(rule, profile_data(period, right(period), statutory=period.id)) == 0


@each_of_a_category
def test_what_a_category_falls_under_is_its_limit(period: RetentionPeriod) -> None:
    wrong, right = (just_below, just_above) if period.kind == "minimum" else (just_above, just_below)
    rule = RULE[period.kind]
    assert found(rule, profile_data(period, wrong(period))) == 1
    assert found(rule, profile_data(period, period.period.iso)) == 0
    assert found(rule, profile_data(period, right(period))) == 0


@each_period
def test_a_period_explains_itself(period: RetentionPeriod) -> None:
    assert found("ret-no-justification", profile_data(period, period.period.iso, statutory=period.id)) == 0


@given(st.sampled_from(BY_CATEGORY), days)
def test_of_any_length_it_is_known_whether_it_is_allowed(period: RetentionPeriod, length: int) -> None:
    wrong = length < period.period.days if period.kind == "minimum" else length > period.period.days
    assert found(RULE[period.kind], profile_data(period, f"P{length}D")) == wrong


@given(st.sampled_from([each for each in BY_CATEGORY if each.kind == "minimum"]), days, days)
def test_two_purposes_may_differ_as_long_as_one_reaches_the_minimum(
    period: RetentionPeriod, one: int, other: int
) -> None:
    data = profile_data(period, f"P{one}D", f"P{other}D")
    assert found("ret-below-statutory", data) == (max(one, other) < period.period.days)
    assert found("ret-conflict", data) == 0


@given(st.sampled_from([each for each in PERIODS if each.kind == "guideline"]), days)
def test_with_a_reason_longer_than_usual_is_allowed(period: RetentionPeriod, length: int) -> None:
    data = profile_data(period, f"P{length}D", because=text("u dat vraagt"))
    assert found("ret-above-guideline", data) == 0
    assert found("ret-no-justification", data) == 0


@given(st.sampled_from(PERIODS), days)
def test_of_one_length_without_a_reason_at_most_one_rule_speaks(period: RetentionPeriod, length: int) -> None:
    data = profile_data(period, f"P{length}D")
    assert found("ret-above-guideline", data) + found("ret-no-justification", data) <= 1


@pytest.mark.parametrize("period", [each for each in BY_CATEGORY if each.relations], ids=lambda period: period.id)
def test_what_is_about_other_people_is_no_limit(period: RetentionPeriod) -> None:
    for length in (just_below(period), just_above(period)):
        data = profile_data(period, length)
        data["data_subjects"]["people"]["relation"] = "education"
        assert found(RULE[period.kind], data) == 0


@pytest.mark.parametrize(
    "period",
    [each for each in BY_CATEGORY if each.sector in SECTORS and each.sector != "business"],
    ids=lambda period: period.id,
)
def test_what_is_for_another_sector_is_no_limit(period: RetentionPeriod) -> None:
    for length in (just_below(period), just_above(period)):
        data = profile_data(period, length)
        data["organisation"]["sector"] = "other"
        assert found(RULE[period.kind], data) == 0


@each_period
def test_in_another_country_it_is_no_limit(period: RetentionPeriod) -> None:
    for length in (just_below(period), just_above(period)):
        data = profile_data(period, length)
        data["organisation"]["address"]["country"] = "BE"
        assert found(RULE[period.kind], data) == 0


@pytest.mark.parametrize("category", law().data_categories.values(), ids=lambda category: category.id)
def test_the_period_of_the_books_is_for_the_books(category: Any) -> None:
    for period in PERIODS:
        data = profile_data(period, "P1Y")
        purpose = data["activities"]["work"]["purposes"]["purpose_0"]
        purpose["data_categories"] = [category.id]
        purpose["retention"] = {category.id: {"statutory": period.id}}
        assert found("ret-fiscal-overreach", data) == (period.is_of_books and category.outside_books)


def test_the_seven_years_are_of_the_books_and_those_of_an_audit_are_not() -> None:
    of_books = {each.id for each in PERIODS if each.is_of_books}
    assert of_books == {"nl_fiscal_records", "nl_legal_person_books", "nl_business_books", "nl_payroll_records"}


def test_an_employers_period_says_whom_it_is_about() -> None:
    assert all(each.relations for each in PERIODS if each.sector == "employer")


def test_nothing_of_the_books_is_outside_them() -> None:
    for category in law().data_categories.values():
        of_books = any(law().retention_periods[name].is_of_books for name in category.periods)
        assert not (of_books and category.outside_books)
