"""Documents of an organisation that works for others: who is whose sub-processor, and with which data."""

from __future__ import annotations

import copy
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from gdprdocs.documents import DOCUMENTS
from gdprdocs.documents.chain import Link
from gdprdocs.profile.catalogue import Catalogue
from tests.variation import Data, data_of, pages_of, profile_from

CASES = Path(__file__).parent / "cases"


@pytest.fixture
def data() -> Data:
    """A firm that sends mailings for shops, on the servers of a cloud that has a support desk in another country."""
    return copy.deepcopy(data_of(CASES / "sound--processor"))


def model(data: Data, type_: str) -> Any:
    """The one document of this type."""
    profile = profile_from(data)
    ((_, found),) = DOCUMENTS[type_].gather(profile, Catalogue(profile))
    return found


def made(data: Data) -> set[str]:
    profile = profile_from(data)
    catalogue = Catalogue(profile)
    return {type_ for type_ in DOCUMENTS if list(DOCUMENTS[type_].gather(profile, catalogue))}


def shown(chain: tuple[Link, ...]) -> list[tuple[str, str, str]]:
    return [(link.number, link.sub.name, link.engaged_by) for link in chain]


ADDRESS = {"street": "Markt 1", "postal_code": "1234 AB", "city": "Utrecht"}
FOR_OTHERS = {"processor-register", "customer-agreement", "sub-processor-list"}
CHAIN = [("1", "Nimbus Cloud Ltd", "Voorbeeld B.V."), ("1.1", "Nimbus Support Inc.", "Nimbus Cloud Ltd")]


def test_who_works_for_nobody_gets_none_of_the_three(data: Data) -> None:
    assert made(data) >= FOR_OTHERS
    del data["activities"]["mailing_for_customers"]
    assert made(data) & FOR_OTHERS == set()


def test_who_offers_no_agreement_still_keeps_a_register(data: Data) -> None:
    del data["customer_agreement"]
    assert made(data) & FOR_OTHERS == {"processor-register"}


def test_whoever_uses_a_text_from_elsewhere_gets_no_agreement_but_does_get_the_list(data: Data) -> None:
    data["customer_agreement"]["agreement"]["form"] = "supplier"
    assert made(data) & FOR_OTHERS == {"processor-register", "sub-processor-list"}


def test_to_customers_a_processor_is_a_sub_processor_and_the_chain_goes_one_deeper(data: Data) -> None:
    assert shown(model(data, "customer-agreement").chain) == CHAIN
    assert shown(model(data, "sub-processor-list").chain) == CHAIN
    assert shown(model(data, "processor-register").services[0].chain) == CHAIN


def test_a_processor_of_own_activities_only_is_no_business_of_customers(data: Data) -> None:
    names = [link.sub.name for link in model(data, "sub-processor-list").chain]
    assert data["processors"]["mail_sender"]["name"] not in names


def test_of_a_processor_only_the_data_of_customers_count(data: Data) -> None:
    cloud = data["processors"]["mail_cloud"]
    cloud["data_categories"] = ["contact_details", "invoices"]
    (cloud_link, _) = model(data, "customer-agreement").chain
    assert [category.id for category in cloud_link.categories] == ["contact_details"]


def test_a_sub_processor_that_has_none_of_those_data_is_left_out_with_its_chain(data: Data) -> None:
    data["processors"]["mail_cloud"]["sub_processors"]["support_desk"]["data_categories"] = ["invoices"]
    assert shown(model(data, "sub-processor-list").chain) == CHAIN[:1]


def test_since_is_what_the_profile_says_or_else_the_day_of_the_permission_or_the_contract(data: Data) -> None:
    def since() -> list[date | None]:
        return [link.since for link in model(data, "sub-processor-list").chain]

    assert since() == [date(2025, 3, 1), date(2025, 2, 1)]
    cloud = data["processors"]["mail_cloud"]
    del cloud["since"]
    cloud["agreement"]["starts"] = "2025-02-15"
    cloud["sub_processors"]["support_desk"]["authorised"] = "2025-01-20"
    assert since() == [date(2025, 2, 15), date(2025, 1, 20)]


def test_a_standard_agreement_starts_when_a_customer_signs(data: Data) -> None:
    data["customer_agreement"]["agreement"] |= {"signed": "2024-01-01", "starts": "2024-01-01"}
    agreement = model(data, "customer-agreement")
    assert agreement.is_standard
    assert agreement.starts is None


def test_a_planned_measure_is_not_promised(data: Data) -> None:
    data["measures"] = {"backup": {"status": "planned"}}
    assert "backup" not in model(data, "customer-agreement").processor.measures


def test_measures_stand_under_the_letter_of_the_article_that_they_serve(data: Data) -> None:
    groups = {
        group.letter: [each.measure.id for each in group.measures]
        for group in model(data, "customer-agreement").measures
    }
    assert groups == {
        "a": ["encryption_at_rest"],
        "b": ["access_control"],
        "c": ["backup"],
        "d": ["vulnerability_scan"],
    }


def test_what_goes_back_to_a_customer_outside_the_eea_is_a_transfer_too(data: Data) -> None:
    data["controllers"]["shops"] |= {
        "address": {"street": "Bahnhofstrasse 1", "postal_code": "8001", "city": "Zürich", "country": "CH"},
        "transfer": {"to": ["CH"], "mechanism": "adequacy"},
    }
    (service,) = model(data, "processor-register").services
    assert [(each.party.name, each.countries) for each in service.safeguards] == [
        ("Nimbus Support Inc.", ("US",)),
        ("Winkels in de stad", ("CH",)),
    ]


def test_what_is_done_for_others_is_not_in_the_organisations_own_register(data: Data) -> None:
    assert [entry.activity.id for entry in model(data, "processing-register").entries] == ["newsletter"]


def test_with_a_processor_of_work_for_customers_the_organisation_agrees_as_processor(data: Data) -> None:
    pages = pages_of(profile_from(data))
    with_cloud = pages["nl/verwerkersovereenkomst-mail-cloud.html"]
    assert "hierna: de opdrachtgever" in with_cloud
    assert "de verantwoordelijke" not in with_cloud
    assert "<h2>Artikel 15. Klanten van de opdrachtgever</h2>" in with_cloud
    own = pages["nl/verwerkersovereenkomst-mail-sender.html"]
    assert "hierna: de verantwoordelijke" in own
    assert "opdrachtgever" not in own


def test_with_a_processor_of_both_the_agreement_says_for_which_activities_there_are_customers(data: Data) -> None:
    data["activities"]["newsletter"]["processors"].append("mail_cloud")
    with_cloud = pages_of(profile_from(data))["en/processor-agreement-mail-cloud.html"]
    assert "called here the controller" in with_cloud
    assert "For Mailings for customers the controller is itself a processor" in with_cloud


def test_the_clauses_of_the_eu_replace_our_articles_and_keep_the_annexes() -> None:
    page = pages_of(profile_from(data_of(CASES / "sound--standard-clauses")))["en/processor-agreement-mail-sender.html"]
    assert 'id="clause-1-1"' not in page
    assert [f'id="annex-{number}"' in page for number in ("I", "II", "III", "IV", "1")] == [True] * 4 + [False]


def test_the_annex_of_the_clauses_of_the_eu_names_officer_and_position() -> None:
    data = data_of(CASES / "sound--standard-clauses")
    contact = {"name": "N. Visser", "function": {"nl": "jurist", "en": "lawyer"}, "email": "privacy@example.org"}
    data["organisation"]["contact"] = contact
    data["organisation"]["data_protection_officer"] = {"required": True, "name": "O. Bos", "contact": contact}
    page = pages_of(profile_from(data))["en/processor-agreement-mail-sender.html"]
    assert "The controller’s data protection officer" in page
    assert "N. Visser, lawyer, " in page
    assert "O. Bos" in page


def test_a_draft_marks_what_an_agreement_with_customers_lacks(data: Data) -> None:
    data["customer_agreement"] = {"agreement": {}}
    pages = pages_of(profile_from(data), draft=True)
    for name in ("en/customer-agreement.html", "nl/verwerkersovereenkomst-klanten.html", "en/sub-processors.html"):
        assert 'class="gap"' in pages[name]


def test_an_own_measure_stands_under_the_letter_that_it_names(data: Data) -> None:
    words = {"nl": "codes", "en": "codes"}
    data["measures"] = {"codes": {"name": words, "description": words, "article": ["GDPR 32(1)(a)"]}}
    data["customer_agreement"]["measures"] += ["codes"]
    found = {group.letter: group.measures for group in model(data, "customer-agreement").measures}
    assert [each.measure.id for each in found["a"]] == ["encryption_at_rest", "codes"]


def test_data_that_go_back_to_a_customer_outside_the_eea_are_a_transfer(data: Data) -> None:
    assert not model(data, "customer-agreement").returns_outside
    data["controllers"]["shops"]["address"] = {**ADDRESS, "country": "CH"}
    assert model(data, "customer-agreement").returns_outside


def test_one_link_below_they_are_a_transfer_on_the_ground_that_the_customer_has(data: Data) -> None:
    returned = "Return to a customer of the client that is itself established outside the EEA"
    assert returned not in pages_of(profile_from(data))["en/processor-agreement-mail-cloud.html"]
    data["controllers"]["shops"] |= {
        "address": {**ADDRESS, "country": "CH"},
        "transfer": {"to": ["CH"], "mechanism": "adequacy"},
    }
    pages = pages_of(profile_from(data))
    assert returned in pages["en/processor-agreement-mail-cloud.html"]
    assert "established outside the EEA, and its users" not in pages["en/processor-agreement-mail-sender.html"]


def test_a_processor_of_work_for_customers_helps_them_too(data: Data) -> None:
    page = pages_of(profile_from(data))["en/processor-agreement-mail-cloud.html"]
    assert "helps the client and its customers with their duties under Articles 32 to 36 GDPR" in page
    assert "helps the client to report to its customers, and those customers to notify" in page


def test_a_customer_in_the_eea_needs_no_representative(data: Data) -> None:
    data["controllers"]["shops"]["address"] = {**ADDRESS, "country": "NO"}
    (client,) = model(data, "processor-register").clients
    assert client.in_union
    data["controllers"]["shops"]["address"] = {**ADDRESS, "country": "CH"}
    (client,) = model(data, "processor-register").clients
    assert not client.in_union


def test_what_is_agreed_on_erasing_stands_in_the_annex_of_whoever_has_those_data(data: Data) -> None:
    when = {"nl": "na een jaar", "en": "after a year"}
    (activity,) = (each for each in data["activities"].values() if each.get("role") == "processor")
    activity["erased"] = {"contact_details": {"when": when}}
    (erased,) = model(data, "customer-agreement").erased
    assert (erased.category.id, erased.when.in_("en")) == ("contact_details", "after a year")
    ((category, told),) = model(data, "processor-register").services[0].erased
    assert (category.id, told.in_("nl")) == ("contact_details", "na een jaar")
