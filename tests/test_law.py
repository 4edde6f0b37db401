"""The legal facts are whole: every entry has its names and its source, and refers to what exists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from gdprdocs.language import LANGUAGES
from gdprdocs.law import FOLDER, law
from gdprdocs.schema.organisation import SECTORS
from gdprdocs.source import read_data
from gdprdocs.wording import article_words

FILES = sorted(path.stem for path in FOLDER.glob("*.yaml"))
PHRASES = "vague_retention"  # lists of words, not entries
CONFIDENCE = {"verified", "verified_older_text", "secondary", "from_knowledge"}
KINDS = {"standard", "pseudonymous", "special", "criminal", "national_number"}
STATUTE_SECTORS = {*SECTORS, "general", "employer", "security", "ict", "professional_services"}


def _read(name: str) -> Any:
    return read_data(FOLDER / f"{name}.yaml")


def _entries() -> list[Any]:
    return [
        pytest.param(name, key, entry, id=f"{name}-{key}")
        for name in FILES
        if name != PHRASES
        for key, entry in _read(name)["entries"].items()
    ]


def _walk(value: Any, key: str = "") -> Iterator[tuple[str, Any]]:
    yield key, value
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _walk(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from _walk(inner, key)


each_entry = pytest.mark.parametrize(("name", "key", "entry"), _entries())


@each_entry
def test_an_entry_has_a_source_that_is_sure_enough(name: str, key: str, entry: Any) -> None:
    assert entry["source"].strip()
    assert entry["confidence"] in CONFIDENCE


@each_entry
def test_every_text_is_there_in_each_language(name: str, key: str, entry: Any) -> None:
    assert set(entry["name"]) == set(LANGUAGES)
    for _, text in _walk(entry):
        if isinstance(text, dict) and set(text) & set(LANGUAGES):
            assert set(text) == set(LANGUAGES)
            assert all(words and words == _stripped(words) for words in text.values())
            assert len({len(words) for words in text.values() if isinstance(words, list)}) <= 1


def _stripped(words: Any) -> Any:
    return [word.strip() for word in words] if isinstance(words, list) else words.strip()


@each_entry
def test_ids_are_snake_case_and_countries_are_codes(name: str, key: str, entry: Any) -> None:
    if name == "adequacy":
        assert key in law().countries or entry.get("organisation")
    else:
        assert re.fullmatch(r"[a-z]+(?:_[a-z0-9]+)*", key)


@each_entry
def test_dates_are_dates_and_lie_in_the_past(name: str, key: str, entry: Any) -> None:
    checked = date.fromisoformat(_read(name)["checked"])
    for field in ("adopted", "ended", "valid_from", "valid_until"):
        if entry.get(field):
            assert date.fromisoformat(entry[field]) <= checked or field == "valid_until"


@each_entry
def test_articles_can_be_put_in_words(name: str, key: str, entry: Any) -> None:
    article = entry.get("article") or []
    for each in [article] if isinstance(article, str) else article:
        for language in LANGUAGES:
            assert article_words(each, language)


@pytest.mark.parametrize("name", FILES)
def test_a_file_says_when_it_was_checked(name: str) -> None:
    data = _read(name)
    assert date.fromisoformat(data["checked"])
    assert set(data) == {"checked", "entries"}
    assert Path(FOLDER / f"{name}.yaml").read_text(encoding="utf-8").startswith("# ")


def test_the_facts_can_be_read_and_refer_to_each_other() -> None:
    facts = law()
    for right in facts.rights.values():
        assert set(right.bases) <= set(facts.lawful_bases)
    for category in facts.data_categories.values():
        assert set(category.periods) <= set(facts.retention_periods)
        assert category.kind in KINDS
        assert category.items
    for authority in facts.supervisory_authorities.values():
        assert authority.country in law().countries
        assert authority.website.startswith("https://")
    for measure in facts.measures.values():
        assert measure.kind in {"technical", "organisational"}
    assert facts.eea <= law().countries
    assert not facts.eea & set(facts.adequacy)


def test_every_retention_period_can_be_shown_and_applied() -> None:
    for period in law().retention_periods.values():
        assert period.period is not None
        assert period.kind in {"minimum", "maximum", "guideline"}
        assert period.sector in STATUTE_SECTORS
        assert period.country in law().countries
        assert set(LANGUAGES) == {language for language in LANGUAGES if period.law.has(language)}


def test_no_maximum_is_shorter_than_a_minimum_of_the_same_category_and_sector() -> None:
    facts = law()
    for category in facts.data_categories.values():
        periods = [facts.retention_periods[name] for name in category.periods]
        for minimum in (period for period in periods if period.kind == "minimum"):
            for maximum in (period for period in periods if period.kind == "maximum"):
                assert minimum.sector != maximum.sector or minimum.period.days <= maximum.period.days


def test_the_catalogue_is_large_enough_to_be_of_use() -> None:
    facts = law()
    assert len(facts.data_categories) >= 30
    assert len(facts.data_subjects) >= 20
    assert len(facts.measures) >= 25


def test_phrases_without_a_limit_are_lower_case_and_stand_once() -> None:
    phrases = law().vague_retention
    assert len(set(phrases)) == len(phrases)
    assert all(phrase == phrase.casefold().strip() for phrase in phrases)


def test_the_present_clauses_begin_before_the_old_ones_end() -> None:
    mechanisms = law().mechanisms
    adopted = mechanisms["standard_contractual_clauses"].adopted
    assert adopted == date(2021, 6, 4)
    for name in ("standard_clauses_2001", "standard_clauses_2004", "standard_clauses_2010"):
        ended = mechanisms[name].ended
        assert ended
        assert adopted < ended
