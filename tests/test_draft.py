"""A draft states nothing that the profile does not: what is not filled in yet is a marked place."""

from __future__ import annotations

from html import unescape
from pathlib import Path

import pytest

from gdprdocs.build.index import portfolio_index
from tests import statement_cases as case
from tests.html_tree import parse, text_of
from tests.variation import Data, pages_of, profile_from

REGISTER = "en/processing-register.html"
STATEMENT = "en/privacy-statement.html"
COOKIES = "en/cookie-statement.html"


def drafted(data: Data, name: str) -> str:
    return unescape(text_of(parse(pages_of(profile_from(data), draft=True)[name])))


def alone() -> Data:
    """An organisation that gives its data to nobody, and says so."""
    data = case.sound()
    activity = case.activity(data)
    activity["processors"], activity["recipients"] = [], []
    return data


# The register


def test_it_says_none_where_the_profile_says_none() -> None:
    said = drafted(alone(), REGISTER)
    assert "Recipients None" in said
    assert "Transfers outside the EEA None" in said


@pytest.mark.parametrize("key", ["processors", "recipients"])
def test_it_says_that_nobody_gets_the_data_only_when_the_profile_does(key: str) -> None:
    data = alone()
    del case.activity(data)[key]
    said = drafted(data, REGISTER)
    assert "Recipients None" not in said
    assert "Transfers outside the EEA None" not in said
    assert said.count("[to be filled in: Recipients]") == 2  # in the overview and in the entry
    assert "[to be filled in: Outside the EEA]" in said
    assert "[to be filled in: Transfers outside the EEA]" in said


def test_a_list_of_recipients_that_is_not_whole_says_so() -> None:
    data = case.sound()
    del case.activity(data)["recipients"]
    assert "[to be filled in: Recipients]" in drafted(data, REGISTER)


def test_it_says_that_data_stay_inside_only_when_their_place_is_known() -> None:
    data = case.sound()
    assert "Transfers outside the EEA None" in drafted(data, REGISTER)
    del data["processors"]["mail_sender"]["processing_locations"]
    said = drafted(data, REGISTER)
    assert "Transfers outside the EEA None" not in said
    assert said.count("[to be filled in: Outside the EEA]") == 2  # in the overview and in the chain


def test_it_says_that_data_are_kept_by_a_criterion_only_when_the_profile_does() -> None:
    data = case.sound()
    (kept,) = case.purpose(data)["retention"].values()
    del kept["period"]
    said = drafted(data, REGISTER)
    assert "by criterion" not in said
    assert "[to be filled in: Kept]" in said
    del kept["from"]
    kept["criterion"] = {"nl": "tot u zich afmeldt", "en": "until you unsubscribe"}
    assert "by criterion" in drafted(data, REGISTER)


def test_it_says_that_there_is_no_officer_only_when_the_profile_does() -> None:
    data = case.sound()
    assert "Data protection officer None." in drafted(data, REGISTER)
    del data["organisation"]["data_protection_officer"]["required"]
    said = drafted(data, REGISTER)
    assert "Data protection officer None" not in said
    assert "[to be filled in: whether there must be an officer]" in said
    del data["organisation"]["data_protection_officer"]
    assert "[to be filled in: Data protection officer]" in drafted(data, REGISTER)


# The privacy statement


def test_a_statement_whose_measures_are_not_known_yet_keeps_the_place_for_them() -> None:
    data = case.sound()
    place = "[to be filled in: How we protect your data]"
    assert place not in drafted(data, STATEMENT)
    del case.activity(data)["measures"]
    assert place in drafted(data, STATEMENT)


# Cookies


def with_cookie(**facts: str) -> Data:
    data = case.sound()
    text = {"nl": "meet hoe onze website wordt gebruikt", "en": "measures how our website is used"}
    whole = {"nl": "U kiest in het venster.", "en": "You choose in the window."}
    cookie = {"name": "stats", "purpose": text, "lifetime": "P6M", "party": "Meetwijs B.V.", **facts}
    data["cookies"] = {
        "asked": whole,
        "change": whole,
        "data_subjects": ["newsletter_readers"],
        "items": {"statistics": cookie},
    }
    return data


def test_a_cookie_statement_says_whether_consent_is_needed_only_when_the_profile_does() -> None:
    yes, no = "only if you say yes", "allowed without consent"
    said = drafted(with_cookie(consent="required"), COOKIES)
    assert yes in said
    assert no not in said
    said = drafted(with_cookie(consent="exempt", exemption="slight_effect"), COOKIES)
    assert no in said
    said = drafted(with_cookie(), COOKIES)
    assert yes not in said
    assert no not in said
    assert "Refusing is as easy" not in said
    assert said.count("[to be filled in: which cookies need consent]") == 2
    assert "stats" in said


def test_the_privacy_statement_does_neither() -> None:
    assert "Only with your consent." in drafted(with_cookie(consent="required"), STATEMENT)
    assert "No consent is needed." in drafted(with_cookie(consent="exempt", exemption="slight_effect"), STATEMENT)
    said = drafted(with_cookie(), STATEMENT)
    assert "Only with your consent." not in said
    assert "No consent is needed." not in said
    assert "[to be filled in: whether consent is needed]" in said


# The list of organisations


def test_the_list_of_organisations_in_a_draft_says_so(tmp_path: Path) -> None:
    (tmp_path / "voorbeeld").mkdir()
    assert "CONCEPT" in portfolio_index(tmp_path, draft=True)
    assert "CONCEPT" not in portfolio_index(tmp_path, draft=False)
