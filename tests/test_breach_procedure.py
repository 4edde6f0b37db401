"""Who does what when data leak: the breach procedure of made-up organisations."""

from __future__ import annotations

import copy
import re
from typing import Any

import pytest

from gdprdocs.documents.breach_procedure import TYPE, BreachProcedure
from gdprdocs.formats.html import Page, render
from gdprdocs.language import LANGUAGES, Language
from gdprdocs.profile import Profile
from gdprdocs.profile.catalogue import Catalogue
from tests.conftest import ROOT
from tests.html_tree import parse, text_of
from tests.variation import data_of, profile_from

SOUND = data_of(ROOT / "tests" / "cases" / "sound--access")
PROCESSOR = data_of(ROOT / "tests" / "cases" / "sound--processor") | {"breaches": SOUND["breaches"]}


def procedure(profile: Profile) -> BreachProcedure:
    ((_, model),) = TYPE.gather(profile, Catalogue(profile))
    assert isinstance(model, BreachProcedure)
    return model


def page(data: dict[str, Any], language: Language = "en") -> str:
    profile = profile_from(data)
    return text_of(parse(render(TYPE.folder, Page(profile, language, "html"), procedure(profile))))


def with_organisation(**facts: Any) -> dict[str, Any]:
    data = copy.deepcopy(SOUND)
    data["organisation"].update(facts)
    return data


def test_without_breaches_there_is_no_procedure() -> None:
    profile = profile_from({key: value for key, value in SOUND.items() if key != "breaches"})
    assert list(TYPE.gather(profile, Catalogue(profile))) == []


def test_examples_fit_the_organisation() -> None:
    found = procedure(profile_from(SOUND))
    assert found.sends_mailings
    assert not found.keeps_health_data
    assert not found.keeps_identity_copies


def test_a_financial_undertaking_hears_that_article_34_does_not_apply_and_article_33_does() -> None:
    financial = page(with_organisation(sector="financial"))
    assert "does not apply to a financial undertaking" in financial
    assert "The duty to notify the supervisory authority stays as it is." in financial
    assert "financial undertaking" not in page(SOUND)


def test_with_establishments_in_more_member_states_one_authority_leads() -> None:
    data = with_organisation(establishments=["BE", "GB"])
    data["breaches"] = {**data["breaches"], "lead_authority": "be_gba"}
    assert procedure(profile_from(data)).states == ("NL", "BE")
    assert "We have establishments in the Netherlands and Belgium." in page(data)
    assert "lead supervisory authority" not in page(SOUND)


def test_a_processor_tells_its_customers_and_does_not_notify_for_them() -> None:
    words = page(PROCESSOR)
    assert "We do not make those notifications on the customer’s behalf" in words
    assert "Model message to a customer" in words
    assert "Model message to a customer" not in page(SOUND)


def test_the_terms_of_a_supplier_need_not_name_hours() -> None:
    data = copy.deepcopy(SOUND)
    data["processors"]["mail_sender"]["agreement"] = {"form": "supplier"}
    assert "the contract names no number of hours" in page(data)


def test_where_no_other_duty_holds_that_is_said() -> None:
    assert "We have established no other duties of ours to report a breach." in page(SOUND)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_filled_in_later_stands_between_brackets(language: Language) -> None:
    places = re.findall(r"\[[^\]]+\]", page(PROCESSOR, language))
    assert len(places) > 30
    assert all(place == place.strip() for place in places)


def test_both_languages_have_as_many_places_to_fill_in() -> None:
    nl, en = (page(PROCESSOR, language).count("[") for language in LANGUAGES)
    assert nl == en


def test_processors_for_own_work_and_sub_processors_for_customers_stand_apart() -> None:
    found = procedure(profile_from(data_of(ROOT / "organisations" / "kaartwolk")))
    assert "polderrek" not in {each.name.split()[0].lower() for each in found.processors}
    assert "polderrek" in {each.name.split()[0].lower() for each in found.sub_processors}


def test_an_other_duty_may_be_due_at_once() -> None:
    data = copy.deepcopy(SOUND)
    duty = {"what": {"nl": "een calamiteit", "en": "a calamity"}, "to": "IGJ", "within": "at_once"}
    data["breaches"] = {**data["breaches"], "other_duties": [duty]}
    assert "A calamity IGJ At once" in page(data)
