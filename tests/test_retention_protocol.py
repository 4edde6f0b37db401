"""The retention and requests protocol: what it is made of, and what becomes visible when a profile lacks something."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from gdprdocs.coverage import Status
from gdprdocs.coverage.finding import findings_of
from gdprdocs.documents.processor_agreement import TYPE as AGREEMENT
from gdprdocs.documents.retention_protocol import TYPE, RetentionProtocol
from gdprdocs.language import same
from gdprdocs.profile.catalogue import Catalogue
from tests.conftest import MERIDIAAN, ROOT, SOUND
from tests.variation import Data, data_of, pages_of, profile_from

NL, EN = "nl/bewaarprotocol.html", "en/retention-protocol.html"


@pytest.fixture
def data() -> Data:
    return copy.deepcopy(data_of(MERIDIAAN))


def protocols_of(data: Data) -> list[RetentionProtocol]:
    profile = profile_from(data)
    return [model for _, model in TYPE.gather(profile, Catalogue(profile))]


def protocol_of(data: Data) -> RetentionProtocol:
    (protocol,) = protocols_of(data)
    return protocol


def retention_of(data: Data, activity: str, purpose: str) -> dict[str, Any]:
    found: dict[str, Any] = data["activities"][activity]["purposes"][purpose]["retention"]
    return found


def page_of(data: Data, name: str = EN) -> str:
    return pages_of(profile_from(data), draft=True)[name]


def names(categories: Any) -> list[str]:
    return [category.id for category in categories]


def test_it_needs_both_the_erasing_and_the_handling_of_requests(data: Data) -> None:
    assert len(protocols_of(data)) == 1
    assert protocols_of({key: value for key, value in data.items() if key != "deletion"}) == []
    del data["requests"]["handling"]
    assert protocols_of(data) == []
    assert protocols_of(data_of(SOUND)) == []


def test_each_term_has_the_kind_that_the_law_gives_it(data: Data) -> None:
    terms = [term for activity in protocol_of(data).activities for term in activity.terms]
    kinds = {(term.purpose.id, term.term.categories[0].id): term.kind for term in terms}
    assert kinds["send_invoices", "invoices"] == "minimum"
    assert kinds["guard_entrance", "camera_images"] == "guideline"
    assert kinds["make_quote", "contact_details"] == "own"
    assert [each.kind for each in protocol_of(data).classes] == ["minimum", "guideline"]


def test_only_records_belong_to_the_books(data: Data) -> None:
    books = {each.activity.id: each for each in protocol_of(data).books}
    assert set(books) == {"customer_administration", "invoicing", "payroll", "procurement"}
    assert names(books["invoicing"].inside) == ["invoices", "payment_details", "bank_details", "contract_details"]
    assert names(books["invoicing"].outside) == ["contact_details", "company_and_role"]


def test_rights_follow_from_the_lawful_bases_of_the_purposes(data: Data) -> None:
    rights = {each.activity.id: each for each in protocol_of(data).rights}
    assert rights["quotes"].objection == "all"
    assert rights["quotes"].portability == "none"
    assert rights["newsletter"].portability == "some"
    assert rights["newsletter"].marketing
    assert rights["newsletter"].consent
    assert not rights["entrance"].marketing
    assert rights["absence"].objection == "none"


def test_a_category_without_a_place_is_a_gap(data: Data) -> None:
    assert protocol_of(data).unplaced == ()
    data["deletion"]["systems"]["camera"]["data_categories"] = ["access_logs"]
    assert protocol_of(data).unplaced == ()  # the processor has it
    data["processors"]["security_firm"]["data_categories"] = ["access_logs"]
    assert names(protocol_of(data).unplaced) == ["camera_images"]
    assert "[to be filled in: place of camera images]" in page_of(data)


def test_an_own_choice_without_a_reason_is_a_gap(data: Data) -> None:
    assert "[to be filled in: reason for this period]" not in page_of(data)
    del retention_of(data, "quotes", "make_quote")["all"]["because"]
    assert "[to be filled in: reason for this period]" in page_of(data)


def test_recipients_are_told_by_name_and_processors_get_an_order(data: Data) -> None:
    protocol = protocol_of(data)
    assert [each.party.name for each in protocol.told][:2] == [same("Belastingdienst")] * 2
    held = {each.processor.id: each for each in protocol.processors}
    assert held["marketing_automation"].sub_processors == ("Clearmast Platforms Ltd", "Harborline Operations Inc.")
    assert held["accounting_software"].on_supplier_terms
    assert not held["crm"].on_supplier_terms


def test_what_is_archived_or_made_anonymous_needs_its_words(data: Data) -> None:
    del data["deletion"]["anonymised"]
    assert "[to be filled in: Making anonymous]" in page_of(data)
    assert 'id="archive"' not in page_of(data)
    retention_of(data, "support", "answer_questions")["all"]["then"] = "archive"
    assert "[to be filled in: Archiving]" in page_of(data)


def test_a_request_about_a_customers_data_goes_to_the_customer(data: Data) -> None:
    assert "as processor for a customer" not in page_of(data)
    data["controllers"] = {"customer": {"name": "Bakkerij De Ster B.V."}}
    data["activities"]["hosting"] = {
        "name": {"nl": "Hosting", "en": "Hosting"},
        "role": "processor",
        "owner": "ICT",
        "controllers": ["customer"],
        "data_categories": ["contact_details"],
        "data_subjects": ["customers"],
    }
    assert "as processor for a customer" in page_of(data)
    assert "als verwerker voor een klant" in page_of(data, NL)


def statuses_of(data: Data) -> dict[str, Status]:
    found = findings_of(profile_from(data), (TYPE.id,))
    return {each.requirement.id: each.status for each in found if each.requirement.document == TYPE.id}


def test_the_example_meets_whatever_applies_to_it(data: Data) -> None:
    statuses = statuses_of(data)
    other = {name for name, status in statuses.items() if status is not Status.MET}
    assert other == {"avg-17-2", "avg-89", "wwft-34a"}
    assert {statuses[name] for name in other} == {Status.NOT_APPLICABLE}


def test_what_the_example_does_not_do_is_met_by_who_does(data: Data) -> None:
    words = {"nl": "Iets.", "en": "Something."}
    data["deletion"]["made_public"] = {"what": words, "steps": words}
    data["deletion"]["archived"] = words
    retention_of(data, "support", "answer_questions")["all"]["then"] = "archive"
    retention_of(data, "quotes", "make_quote")["all"] = {"statutory": "nl_wwft_cdd_destroy", "then": "erase"}
    assert set(statuses_of(data).values()) == {Status.MET}
    assert [each.kind for each in protocol_of(data).classes] == ["minimum", "maximum", "guideline"]
    for key, requirement in (("made_public", "avg-17-2"), ("archived", "avg-89")):
        without = copy.deepcopy(data)
        if key == "archived":
            del without["deletion"][key]
        else:
            del without["deletion"][key]["steps"]
        assert statuses_of(without)[requirement] is Status.GAP


def test_data_are_without_a_name_only_where_their_activity_has_none(data: Data) -> None:
    assert [each.activity.id for each in protocol_of(data).unnamed] == ["website"]
    data["activities"]["website"]["purposes"]["measure_visits"]["data_categories"].append("email_address")
    assert protocol_of(data).unnamed == ()


def test_health_care_and_joint_controllers_have_lines_of_their_own(data: Data) -> None:
    practice = protocol_of(data_of(ROOT / "organisations" / "huisartsen-de-linde"))
    assert practice.in_care
    assert [each.party.id for each in practice.joint] == ["zorgkring"]
    assert "Surviving relative" not in page_of(data)


def test_a_processor_without_backups_promises_nothing_of_them() -> None:
    practice = protocol_of(data_of(ROOT / "organisations" / "huisartsen-de-linde"))
    assert [each.processor.id for each in practice.processors if not each.processor.has_backups] == ["destruction_firm"]


def test_a_processor_with_a_period_of_its_own_is_not_given_those_of_the_purposes(data: Data) -> None:
    profile = profile_from(data)
    agreements = dict(AGREEMENT.gather(profile, Catalogue(profile)))
    assert [name for name, each in agreements.items() if not each.kept] == ["destruction_firm"]
    page = pages_of(profile, draft=True)["en/processor-agreement-destruction-firm.html"]
    assert "All data: destroyed within 24 hours after collection." in page
    assert "During the service: destroyed within 24 hours after collection." in page_of(data)


def test_every_statement_is_quoted_where_the_words_differ(data: Data) -> None:
    told = protocol_of(data).identity_check
    assert [[each.id for each in words.statements] for words in told] == [["staff"], ["website"]]
    for statement in data["statements"].values():
        statement.pop("identity_check", None)
    (words,) = protocol_of(data).identity_check
    assert words.statements == ()


def test_only_activities_with_a_suppression_list_send_people_to_it(data: Data) -> None:
    assert [each.id for each in protocol_of(data).suppressed] == ["prospects", "newsletter", "customer_mailing"]
