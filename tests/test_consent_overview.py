"""The overview of consents and the cookie statement: what calls for them, and what they decide to show."""

from __future__ import annotations

import copy
import html
import re
from collections.abc import Iterator
from typing import Any

import pytest

from gdprdocs.coverage import Status
from gdprdocs.coverage.finding import findings_of
from gdprdocs.documents import consent_overview, cookie_statement
from gdprdocs.documents.consent_overview import ConsentOverview
from gdprdocs.documents.cookie_statement import CookieStatement
from gdprdocs.language import LANGUAGES
from gdprdocs.law.requirement import requirements
from gdprdocs.profile import Profile
from gdprdocs.profile.catalogue import Catalogue
from tests.conftest import MERIDIAAN, ROOT, SOUND
from tests.html_tree import parse
from tests.variation import Data, data_of, pages_of, profile_from

EVERYTHING = ROOT / "tests" / "cases" / "sound--consent"
"""Children, health data, a decision and a transfer on consent, calls, a question inside another text, cookies."""


def overview(profile: Profile) -> ConsentOverview:
    ((_, model),) = consent_overview.TYPE.gather(profile, Catalogue(profile))
    return model


def statement(profile: Profile) -> CookieStatement:
    ((_, model),) = cookie_statement.TYPE.gather(profile, Catalogue(profile))
    return model


@pytest.fixture
def small() -> Data:
    return data_of(SOUND)


def purpose_of(data: Data) -> Any:
    return data["activities"]["newsletter"]["purposes"]["send_newsletter"]


# When they are made


def without_consent(data: Data) -> Data:
    purpose = purpose_of(data)
    purpose |= {"lawful_basis": "legitimate_interest"}
    del purpose["consent"], purpose["direct_marketing"]
    return data


def test_without_consent_marketing_or_cookies_there_is_no_overview(small: Data) -> None:
    profile = profile_from(without_consent(small))
    assert list(consent_overview.TYPE.gather(profile, Catalogue(profile))) == []
    assert list(cookie_statement.TYPE.gather(profile, Catalogue(profile))) == []


def test_marketing_alone_calls_for_an_overview(small: Data) -> None:
    data = without_consent(small)
    purpose_of(data)["direct_marketing"] = {"channel": "post", "ground": "objection"}
    found = overview(profile_from(data))
    assert (found.questions, [each.purpose.id for each in found.other]) == ((), ["send_newsletter"])


def test_cookies_alone_call_for_both(small: Data) -> None:
    data = without_consent(small) | {"cookies": data_of(EVERYTHING)["cookies"]}
    profile = profile_from(data)
    assert [cookie.name for cookie in overview(profile).exempt_cookies] == ["session"]
    assert [cookie.name for cookie in statement(profile).consent] == ["stats"]


def test_explicit_consent_beside_another_basis_is_a_question_too(small: Data) -> None:
    purpose_of(small).update({"lawful_basis": "contract", "data_categories": ["dietary_requirements"]})
    purpose_of(small)["special_grounds"] = {"dietary_requirements": {"exception": "explicit_consent"}}
    (question,) = overview(profile_from(small)).questions
    assert [each.id for each in question.sensitive] == ["dietary_requirements"]
    assert question.must_be_explicit


def test_what_is_done_for_others_is_their_question(small: Data) -> None:
    small["activities"]["newsletter"]["role"] = "processor"
    profile = profile_from(small)
    assert list(consent_overview.TYPE.gather(profile, Catalogue(profile))) == []


# What it decides


def test_each_question_knows_who_is_asked() -> None:
    questions = {each.purpose.id: each for each in overview(profile_from(data_of(MERIDIAAN))).questions}
    assert len(questions) == 7
    assert [each for each, question in questions.items() if question.unequal] == ["keep_for_vacancies"]
    assert not any(question.of_children for question in questions.values())
    assert all(question.of_children and question.unequal for question in overview(everything()).questions)


def test_a_public_body_explains_every_consent(small: Data) -> None:
    small["organisation"]["public_body"] = True
    assert overview(profile_from(small)).questions[0].unequal


def everything() -> Profile:
    return profile_from(data_of(EVERYTHING))


def test_only_an_explicit_question_carries_a_decision_and_a_transfer() -> None:
    found = overview(everything())
    carrying = [each.purpose.id for each in found.questions if each.decision and each.risks]
    assert carrying == ["choose_recipes"]
    assert [question.purpose.id for each in found.decisions for question in each.questions] == carrying
    (transfer,) = found.transfers
    assert transfer.risk
    assert {transfer.risk.countries.in_(language) for language in LANGUAGES} == {"Marokko", "Morocco"}


def test_a_recipient_is_named_where_it_gets_data_of_the_purpose() -> None:
    passed = {each.purpose.id: each.passed_to for each in overview(everything()).questions}
    assert {purpose: names.in_("nl") for purpose, names in passed.items() if names} == {
        "choose_recipes": "Drukkerij Inkt"
    }


def test_marketing_is_told_by_channel_and_ground() -> None:
    found = overview(profile_from(data_of(MERIDIAAN)))
    assert [each.purpose.id for each in found.opt_in] == ["follow_up", "send_newsletter", "invite_to_meeting"]
    assert [each.purpose.id for each in found.customers] == ["mail_customers"]
    assert [each.purpose.id for each in found.other] == ["write_to_prospects"]
    assert [each.purpose.id for each in overview(everything()).phone] == ["call_readers"]


def test_a_customer_who_is_called_must_have_said_yes_save_in_some_sectors(small: Data) -> None:
    purpose_of(small)["direct_marketing"] = {"channel": "phone", "ground": "existing_customer"}
    assert not overview(profile_from(small)).may_call_customers
    assert "beforehand]" in pages_of(profile_from(small), draft=True)["en/consent-overview.html"]
    small["organisation"]["sector"] = "association"
    assert overview(profile_from(small)).may_call_customers


@pytest.mark.parametrize("condition", ["sold", "own_similar", "opt_out_at_collection", "opt_out_in_each_message"])
def test_a_condition_that_is_not_met_is_a_gap(condition: str) -> None:
    data = copy.deepcopy(data_of(MERIDIAAN))
    del data["activities"]["customer_mailing"]["purposes"]["mail_customers"]["direct_marketing"][condition]
    page = pages_of(profile_from(data), draft=True)["en/consent-overview.html"]
    assert '<mark class="gap">[to be filled in: not met]</mark>' in page


def test_both_languages_of_a_question_stand_in_both_documents() -> None:
    pages = pages_of(profile_from(data_of(MERIDIAAN)))
    for page in (pages["nl/toestemmingenoverzicht.html"], pages["en/consent-overview.html"]):
        assert '<p lang="nl">“Ja, stuur mij elke maand de nieuwsbrief.”</p>' in page
        assert '<p lang="en">“Yes, send me the newsletter every month.”</p>' in page


def test_an_organisation_with_one_language_shows_one(small: Data) -> None:
    small["languages"] = ["nl"]
    page = pages_of(profile_from(small))["nl/toestemmingenoverzicht.html"]
    assert 'lang="en"' not in page


# The forms


def forms_in(page: str) -> Iterator[tuple[str, str]]:
    for language, code in re.findall(r'<pre lang="(\w+)"><code>(.*?)</code></pre>', page, re.DOTALL):
        yield language, html.unescape(code)


@pytest.mark.parametrize("name", ["nl/toestemmingenoverzicht.html", "en/consent-overview.html"])
@pytest.mark.parametrize("folder", [MERIDIAAN, EVERYTHING], ids=lambda folder: folder.name)
def test_a_form_is_one_empty_box_with_its_label_or_two_equal_buttons(folder: Any, name: str) -> None:
    profile = profile_from(data_of(folder))
    forms = list(forms_in(pages_of(profile)[name]))
    questions = overview(profile).questions
    assert len(forms) == len(questions) * 2
    seen = set()
    asked = [(question, language) for question in questions for language in LANGUAGES]
    for (shown, code), (question, language) in zip(forms, asked, strict=True):
        tree = parse(f'<!doctype html><html lang="nl">{code}</html>')
        ids = {element.get("id"): element for element in tree.iter() if element.get("id")}
        assert shown == language
        assert question.consent.wording
        words = question.consent.wording.in_(language).replace("'", "’")
        assert next(tree.iter("a")).get("href") == profile.publication.url
        if question.consent.given_by == "cookie_notice":
            assert not list(tree.iter("input"))
            no, yes = tree.iter("button")
            assert (no.get("value"), yes.get("value"), no.get("name")) == ("no", "yes", yes.get("name"))
            (form,) = tree.iter("form")
            assert form.get("lang") == language
            assert form.get("aria-describedby") in ids
            assert ids[form.get("aria-labelledby")].text == words
            seen.add(form.get("aria-labelledby"))
            continue
        (box,) = tree.iter("input")
        (label,) = tree.iter("label")
        assert box.get("type") == "checkbox"
        assert not {"checked", "required"} & set(box.attrib)
        assert box.get("id")
        assert next(tree.iter("div")).get("lang") == language
        assert label.get("for") == box.get("id")
        assert box.get("aria-describedby") in ids
        assert label.text == words
        seen.add(box.get("id"))
    assert len(seen) == len(forms)


def test_who_asks_together_asks_in_the_plural() -> None:
    page = pages_of(profile_from(data_of(ROOT / "organisations" / "huisartsen-de-linde")))["en/consent-overview.html"]
    asked = [html.unescape(code) for _, code in forms_in(page) if "Zorgkring Berkelstreek U.A. " in code]
    assert ["ask this to" in code or "vragen dit om" in code for code in asked] == [True, True]


def test_what_a_profile_says_cannot_break_out_of_a_form(small: Data) -> None:
    purpose_of(small)["consent"]["wording"] = {"nl": '"><b>Ja</b> & nee', "en": "Yes"}
    page = pages_of(profile_from(small))["nl/toestemmingenoverzicht.html"]
    (_, code), _ = forms_in(page)
    tree = parse(f'<!doctype html><html lang="nl">{code}</html>')
    assert next(tree.iter("label")).text == '"><b>Ja</b> & nee'
    assert list(tree.iter("b")) == []


def test_without_an_address_a_form_has_no_link_and_the_page_says_so(small: Data) -> None:
    small["publication"].pop("url", None)
    page = pages_of(profile_from(small))["en/consent-overview.html"]
    assert "Its address has not been filled in." in page
    assert all("<a " not in code for _, code in forms_in(page))


# The cookie statement


def test_the_cookie_statement_names_who_takes_data_outside_the_eea() -> None:
    found = statement(profile_from(data_of(MERIDIAAN)))
    assert [(each.party.name, each.countries) for each in found.transfers] == [("Harborline Operations Inc.", ("US",))]


def test_without_cookies_on_consent_nothing_is_to_be_chosen() -> None:
    data = data_of(EVERYTHING)
    del data["cookies"]["items"]["statistics"], data["cookies"]["asked"], data["cookies"]["change"]
    page = pages_of(profile_from(data))["en/cookie-statement.html"]
    assert 'id="choice"' not in page
    assert "We use only cookies that are allowed without consent." in page


# The law


def test_every_requirement_of_the_overview_is_met_by_one_of_two_profiles() -> None:
    wanted = {each.id for each in requirements().values() if each.document == "consent-overview"}
    met = set()
    for profile in (profile_from(data_of(MERIDIAAN)), everything()):
        for finding in findings_of(profile, ("consent-overview", "cookie-statement")):
            assert finding.requirement.id not in wanted or finding.status is not Status.GAP, finding
            if finding.status is Status.MET:
                met.add(finding.requirement.id)
    assert wanted <= met
