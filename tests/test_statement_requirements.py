"""What the privacy statement, its explanation for children and the register answer, one small profile for each."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gdprdocs.coverage import Status
from gdprdocs.language import LANGUAGES
from gdprdocs.law.requirement import requirements
from tests import statement_cases as case
from tests.html_tree import parse, text_of
from tests.variation import Data, pages_of, profile_from

Case = Callable[[], Data]


def special() -> Data:
    return case.sensitive("special", "health")


def biometric() -> Data:
    return case.sensitive("special", "biometric")


def criminal() -> Data:
    return case.sensitive("criminal")


def number() -> Data:
    return case.sensitive("national_number")


ANSWERED: dict[Case, str] = {
    case.sound: """avg-12-1-plain avg-12-1-channel avg-12-2-how avg-12-3-term avg-12-5-free avg-12-6-identity avg-13-1-a
        avg-13-1-c-purpose avg-13-1-c-basis avg-13-1-e avg-13-2-a avg-13-2-b avg-13-2-c avg-13-2-d avg-13-2-e avg-13-3
        avg-15 avg-16 avg-17 avg-18 avg-20 avg-21-2 avg-21-4 avg-7-3-ps avg-77 tw-11-7-ps avg-5-1-c-ps avg-30-1-a
        avg-30-1-b avg-30-1-c-subjects avg-30-1-c-data avg-30-1-d avg-30-1-f avg-30-1-g avg-30-3 avg-30-4 avg-30-5
        avg-5-2-basis avg-35-1 avg-37-1 avg-25-cr""",
    case.with_officer: "avg-13-1-b avg-37-7 avg-30-1-a-dpo avg-38-6",
    case.from_elsewhere: "avg-14-1-a avg-14-1-c avg-14-1-d avg-14-2-a avg-14-2-c avg-14-2-d avg-14-2-e avg-14-2-f "
    "avg-14-1-e avg-14-3 avg-14-4",
    case.untold: "avg-14-5",
    case.on_supplier_terms: "avg-28-3-supplier",
    case.together: "avg-26-ps avg-26-3 avg-30-1-a-joint",
    case.of_children: "avg-8-ps avg-12-1-child",
    case.decided_by_computer: "avg-13-2-f avg-22",
    case.outside_the_eea: "avg-13-1-a-rep avg-27 avg-30-1-a-rep",
    case.on_interest: "avg-13-1-d avg-21-1 avg-6-1-f-lia",
    special: "avg-9-ps avg-9-2-cr uavg-30",
    biometric: "uavg-29",
    criminal: "avg-10-ps uavg-32-33",
    number: "uavg-46-ps uavg-46-cr",
    case.assessed: "avg-35-4 avg-35-7 avg-36",
    case.transferred: "avg-13-1-f avg-30-1-e avg-49-6",
}
ALL = [pytest.param(made, requirements()[name], id=name) for made, names in ANSWERED.items() for name in names.split()]


@pytest.mark.parametrize(("made", "requirement"), ALL)
def test_it_is_answered_and_without_its_facts_it_is_not(made: Case, requirement) -> None:  # type: ignore[no-untyped-def]
    assert case.status_of(made(), requirement.id, requirement.document) is Status.MET
    for pattern in requirement.from_:
        try:
            data = case.without(made(), pattern)
        except AssertionError:
            continue  # not in this small profile
        assert case.status_of(data, requirement.id, requirement.document) is Status.GAP, pattern


def test_what_is_not_shown_here_the_example_organisation_shows() -> None:
    here = {requirement.id for requirement in (param.values[1] for param in ALL)}
    owned = {each.id for each in requirements().values() if each.document in OWNED}
    assert owned - here == {
        "avg-14-1-b", "avg-14-1-f", "avg-14-2-b", "avg-14-2-g", "avg-26-agreement", "tw-11-7a-ps",
    }  # fmt: skip


OWNED = {"privacy-statement", "children-statement", "processing-register"}


def words_of(data: Data, name: str) -> str:
    pages = pages_of(profile_from(data))
    return text_of(parse(next(page for path, page in pages.items() if path.startswith(name))))


def test_an_exception_says_why_people_are_not_told() -> None:
    words = words_of(case.untold(), "en/privacy-statement")
    assert "Not separately: telling you is impossible or takes disproportionate effort." in words
    assert "at the latest a month" not in words


def test_a_sooner_word_than_the_law_asks_is_told() -> None:
    assert "You hear it within 2\u00a0weeks." in words_of(case.from_elsewhere(), "en/privacy-statement").replace(
        " weeks", "\u00a0weeks"
    )


def test_a_month_is_not_told_twice() -> None:
    data = case.from_elsewhere()
    case.activity(data)["sources"][1]["informed_within"] = "P1M"
    assert "You hear it within" not in words_of(data, "en/privacy-statement")


def test_a_purpose_on_special_data_by_consent_says_how_to_withdraw() -> None:
    data = special()
    case.purpose(data)["special_grounds"]["secret"]["exception"] = "explicit_consent"
    case.purpose(data)["lawful_basis"] = "contract"
    case.purpose(data)["consent"]["explicit"] = True
    assert "through the unsubscribe link" in words_of(data, "en/privacy-statement")


def test_the_data_are_named_that_a_helper_gets_be_it_a_part_or_all() -> None:
    data = case.sound()
    case.purpose(data)["data_categories"].append("company_and_role")
    case.purpose(data)["retention"]["all"] = {"period": "P1Y", "from": case.TEXT, "then": "erase", "because": case.TEXT}
    assert "Receives: contact details Where" in words_of(data, "en/privacy-statement")
    data["processors"]["mail_sender"]["data_categories"].append("company_and_role")
    assert "Receives: contact details, and company and role Where" in words_of(data, "en/privacy-statement")


def test_a_receiver_that_the_profile_has_twice_stands_and_counts_once() -> None:
    data = case.sound()
    first = data["processors"]["mail_sender"]
    data["processors"]["second"] = {**first, "service": {"nl": "Bellen", "en": "Calling people"}}
    next(iter(data["activities"].values()))["processors"].append("second")
    words = words_of(data, "en/privacy-statement")
    assert "Companies that work on our instructions (1)" in words
    assert "One company works with your data" in words
    assert "Calling people Receives: contact details" in words


SUB_PROCESSOR = {
    "name": "Dossierhal B.V.",
    "service": {"nl": "opslag", "en": "storage"},
    "address": {"street": "Kade 3", "postal_code": "1011 AA", "city": "Amsterdam", "country": "NL"},
    "contact": {"email": "security@dossierhal.example"},
    "processing_locations": ["NL"],
    "accessed_from": ["NL"],
    "reached_through": case.TEXT,
    "authorised": "2025-02-01",
    "data_categories": ["company_and_role"],
    "agreement": {
        "status": "signed",
        "signed": "2025-01-20",
        "breach_notice": "PT12H",
        "notice": "P45D",
        "sub_processing": {"authorisation": "prohibited"},
        "at_end": {"do": "delete", "within": "P30D"},
    },
}

KEPT = {"all": {"period": "P1Y", "from": case.TEXT, "then": "erase", "because": case.TEXT}}


def test_a_sub_processor_of_other_data_than_those_used_here_is_not_told() -> None:
    data = case.sound()
    sender = data["processors"]["mail_sender"]
    sender["data_categories"].append("company_and_role")
    sender["sub_processors"] = {"store": SUB_PROCESSOR}
    for page in ("en/privacy-statement", "en/processing-register"):
        assert "Dossierhal" not in words_of(data, page), page
    assert "1 processor, 1 sub-processor" not in words_of(data, "en/processing-register")
    case.purpose(data)["data_categories"].append("company_and_role")
    case.purpose(data)["retention"] = KEPT
    for page in ("en/privacy-statement", "en/processing-register"):
        assert "Dossierhal" in words_of(data, page), page
    assert "1 processor, 1 sub-processor" in words_of(data, "en/processing-register")


def test_a_sub_processor_of_data_of_other_people_is_told_to_those_people_only() -> None:
    data = case.sound()
    sender = data["processors"]["mail_sender"]
    sender["data_categories"].append("company_and_role")
    sender["sub_processors"] = {"store": SUB_PROCESSOR}
    newsletter = case.activity(data)
    case.purpose(data)["retention"] = KEPT
    [reader] = newsletter["data_subjects"]
    newsletter["data_subjects"].append("suppliers")
    newsletter["purposes"]["order"] = {
        **case.purpose(data), "data_subjects": ["suppliers"], "data_categories": ["company_and_role"],
    }  # fmt: skip
    case.purpose(data)["data_subjects"] = [reader]
    data["statements"] = {
        "readers": {"name": case.TEXT, "data_subjects": [reader]},
        "suppliers": {"name": case.TEXT, "data_subjects": ["suppliers"]},
    }
    assert "Dossierhal" not in words_of(data, "en/privacy-statement-readers")
    assert "One other company is engaged" not in words_of(data, "en/privacy-statement-readers")
    assert "Dossierhal" in words_of(data, "en/privacy-statement-suppliers")
    assert "One other company is engaged" in words_of(data, "en/privacy-statement-suppliers")


# The explanation for children


def test_only_a_statement_with_children_has_one() -> None:
    assert not [name for name in pages_of(profile_from(case.sound())) if "children" in name]
    pages = pages_of(profile_from(case.of_children()))
    assert "en/explained-to-children.html" in pages
    assert "nl/uitleg-voor-kinderen.html" in pages


def test_each_statement_with_children_has_its_own() -> None:
    data = case.of_children()
    data["statements"] = {
        "club": {"name": {"nl": "leden", "en": "members"}, "data_subjects": ["children", "parents"]},
        "site": {"name": {"nl": "bezoekers", "en": "visitors"}, "data_subjects": ["parents"]},
    }
    pages = pages_of(profile_from(data))
    assert [name for name in pages if "children" in name] == ["en/explained-to-children-club.html"]
    assert 'href="../explained-to-children-club/index.html"' in pages["en/privacy-statement-club.html"]
    assert "explained-to-children" not in pages["en/privacy-statement-site.html"]
    assert 'href="../privacy-statement-club/index.html"' in pages["en/explained-to-children-club.html"]
    assert "<title>Your data at Voorbeeld B.V.</title>" in pages["en/explained-to-children-club.html"]
    data["statements"]["site"]["data_subjects"].append("children")
    assert (
        "<title>Your data at Voorbeeld B.V. (visitors)</title>"
        in pages_of(profile_from(data))["en/explained-to-children-site.html"]
    )


def test_it_tells_children_only_what_concerns_them() -> None:
    data = case.of_children()
    grown_up = {**case.activity(data), "data_subjects": ["parents"], "name": {"nl": "Facturen", "en": "Invoices"}}
    data["activities"]["invoices"] = grown_up
    words = words_of(data, "en/explained-to-children")
    assert "We send you news." in words
    assert "Invoices" not in words


def test_children_read_a_heading_and_what_each_party_does_in_their_words() -> None:
    data = case.of_children()
    assert "sending e-mail" in words_of(data, "en/explained-to-children")
    case.activity(data)["for_children"]["heading"] = {"nl": "Nieuws voor jou", "en": "News for you"}
    data["processors"]["mail_sender"]["for_children"] = {"nl": "onze mail", "en": "our mail"}
    words = words_of(data, "en/explained-to-children")
    assert "News for you" in words
    assert "Postduif Mail B.V.: our mail" in words


def test_a_recipient_of_the_data_of_others_is_none_of_theirs() -> None:
    data = case.of_children()
    party = {
        "name": "Drukkerij Inkt B.V.",
        "what_for": case.TEXT,
        "country": "NL",
        "data_categories": ["contact_details"],
    }
    data["recipients"] = {"printer": party}
    case.activity(data)["recipients"] = ["printer"]
    assert "Drukkerij Inkt B.V." in words_of(data, "en/explained-to-children")
    party["data_subjects"] = ["parents"]
    assert "Drukkerij Inkt B.V." not in words_of(data, "en/explained-to-children")
    assert "Drukkerij Inkt B.V." in words_of(data, "en/privacy-statement")


def test_a_statement_says_itself_how_its_readers_are_recognised() -> None:
    data = case.sound()
    data["requests"] = {"identity_check": {"nl": "Via het portaal.", "en": "Through the portal."}}
    concerned = list(case.activity(data)["data_subjects"])
    data["statements"] = {"all": {"name": case.TEXT, "data_subjects": concerned}}
    assert "Through the portal." in words_of(data, "en/privacy-statement")
    data["statements"]["all"]["identity_check"] = {"nl": "Via de post.", "en": "By post."}
    words = words_of(data, "en/privacy-statement")
    assert "By post." in words
    assert "Through the portal." not in words


def test_the_items_of_a_category_stand_once_with_a_link_from_each_purpose() -> None:
    page = next(html for name, html in pages_of(profile_from(case.sound())).items() if name.startswith("en/privacy"))
    assert page.count('id="data-contact-details"') == 1
    assert 'href="#data-contact-details"' in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_how_a_child_asks_and_who_says_yes(language: str) -> None:
    name = {"nl": "nl/uitleg", "en": "en/explained"}[language]
    words = words_of(case.of_children(), name)
    assert {"nl": "Vraag het Sam.", "en": "Ask Sam."}[language] in words
    assert {"nl": "ook ja zeggen", "en": "has to say yes too"}[language] in words


# What a draft leaves open


def test_a_draft_does_not_say_that_nobody_gets_the_data_before_the_profile_does() -> None:
    """An empty list says “nobody”; a key that is not there yet says nothing."""
    data = case.sound()
    activity = case.activity(data)
    activity["processors"], activity["recipients"] = [], []
    said = "We give your data to nobody else."
    inside = "Your data stay in the European Economic Area"
    page = pages_of(profile_from(data), draft=True)["en/privacy-statement.html"]
    assert said in page
    assert inside in page
    del activity["recipients"]
    page = pages_of(profile_from(data), draft=True)["en/privacy-statement.html"]
    assert said not in page
    assert inside not in page
    assert "[to be filled in: Who receives your data]" in page


def test_a_draft_does_not_say_that_data_stay_inside_before_their_place_is_known() -> None:
    data = case.sound()
    del data["processors"]["mail_sender"]["processing_locations"]
    page = pages_of(profile_from(data), draft=True)["en/privacy-statement.html"]
    assert "Your data stay in the European Economic Area" not in page
    assert page.count("[to be filled in: Outside the European Economic Area]") == 2
