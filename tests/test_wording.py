"""How Dutch and English write dates, periods, lists, countries and articles."""

from __future__ import annotations

from datetime import date

import pytest

from gdprdocs.duration import Duration
from gdprdocs.language import LANGUAGES
from gdprdocs.law import law
from gdprdocs.wording import (
    article_words,
    country_in_sentence,
    country_words,
    date_words,
    duration_words,
    every_words,
    list_words,
    sentence_start,
)


def test_dates() -> None:
    assert date_words(date(2026, 12, 1), "nl") == "1 december 2026"
    assert date_words(date(2026, 12, 1), "en") == "1 December 2026"


@pytest.mark.parametrize(
    ("duration", "nl", "en"),
    [
        ("P1M", "1 maand", "1 month"),
        ("P7Y", "7 jaar", "7 years"),
        ("P1Y6M", "1 jaar en 6 maanden", "1 year and 6 months"),
        ("P4W", "4 weken", "4 weeks"),
        ("P1D", "1 dag", "1 day"),
        ("PT24H", "24 uur", "24 hours"),
    ],
)
def test_periods(duration: str, nl: str, en: str) -> None:
    period = Duration.parse(duration)
    assert duration_words(period, "nl").replace("\u00a0", " ") == nl
    assert duration_words(period, "en").replace("\u00a0", " ") == en


def test_a_number_stays_with_its_unit() -> None:
    assert duration_words(Duration.parse("P1Y6M"), "nl") == "1\u00a0jaar en 6\u00a0maanden"


@pytest.mark.parametrize(
    ("duration", "nl", "en"),
    [
        ("P1Y", "elk jaar", "every year"),
        ("P1M", "elke maand", "every month"),
        ("P6M", "elke 6 maanden", "every 6 months"),
        ("P1Y6M", "elke 1 jaar en 6 maanden", "every 1 year and 6 months"),
    ],
)
def test_how_often(duration: str, nl: str, en: str) -> None:
    assert every_words(Duration.parse(duration), "nl").replace("\u00a0", " ") == nl
    assert every_words(Duration.parse(duration), "en").replace("\u00a0", " ") == en


@pytest.mark.parametrize(
    ("words", "nl", "en"),
    [
        ([], "", ""),
        (["a"], "a", "a"),
        (["a", "b"], "a en b", "a and b"),
        (["a", "b", "c"], "a, b en c", "a, b and c"),
        (["a", "b, c"], "a en b, c", "a and b, c"),
        (["a", "b, c", "d"], "a; b, c; en d", "a; b, c; and d"),
    ],
)
def test_lists(words: list[str], nl: str, en: str) -> None:
    assert list_words(words, "nl") == nl
    assert list_words(iter(words), "en") == en


def test_a_comma_parts_the_last_two_where_one_of_them_has_the_word_itself() -> None:
    assert list_words(["contact", "bedrijf en functie", "brieven"], "nl") == "contact, bedrijf en functie, en brieven"
    assert list_words(["company and role", "letters"], "en") == "company and role, and letters"
    assert list_words(["company and role", "letters", "notes"], "en") == "company and role, letters and notes"


def test_a_link_does_not_count_as_words() -> None:
    assert list_words(['<a href="#a,b">a</a>', "b", "c"], "en") == '<a href="#a,b">a</a>, b and c'


def test_countries() -> None:
    assert (country_words("DE", "nl"), country_words("DE", "en")) == ("Duitsland", "Germany")
    assert (country_in_sentence("US", "nl"), country_in_sentence("NL", "en")) == (
        "de Verenigde Staten",
        "the Netherlands",
    )
    assert country_in_sentence("NL", "nl") == "Nederland"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_country_that_the_law_names_has_words(language: str) -> None:
    codes = {code for code in (*law().eea, *law().adequacy) if len(code) == 2}  # not EPO, which is no country
    assert len(codes) > 30
    assert [code for code in codes if country_words(code, language) == code] == []  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("article", "nl", "en"),
    [
        ("GDPR 6(1)(a)", "artikel 6, eerste lid, onder a, AVG", "Article 6(1)(a) GDPR"),
        ("GDPR 28", "artikel 28 AVG", "Article 28 GDPR"),
        ("GDPR 4(12)", "artikel 4, punt 12, AVG", "Article 4(12) GDPR"),
        ("Tw 11.7a", "artikel 11.7a Tw", "Article 11.7a Tw"),
    ],
)
def test_articles(article: str, nl: str, en: str) -> None:
    assert article_words(article, "nl").replace("\u00a0", " ") == nl
    assert article_words(article, "en").replace("\u00a0", " ") == en


@pytest.mark.parametrize("article", ["", "GDPR", "6(1)(a)", "GDPR 6(1", "GDPR  6"])
def test_what_is_no_article(article: str) -> None:
    with pytest.raises(ValueError, match="is not an article"):
        article_words(article, "nl")


def test_the_start_of_a_sentence() -> None:
    assert sentence_start("één ding") == "Eén ding"
    assert sentence_start("") == ""
