"""What the documents of the example organisation say, as text to be read in review.

A change of a profile, of wording or of structure shows here as the change that a reader will see. When it is the one
you meant, ``pytest --renew`` writes the files anew.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from gdprdocs.documents import DOCUMENTS
from gdprdocs.language import LANGUAGES, Language
from tests.conftest import Expected, page_of
from tests.html_tree import as_text, parse

GOLDEN = Path(__file__).parent / "golden"
SHOWN = [
    ("privacy-statement", "website"),
    ("privacy-statement", "staff"),
    ("children-statement", "patients"),
    ("cookie-statement", ""),
    ("processing-register", ""),
    ("processor-register", ""),
    ("consent-overview", ""),
    ("processor-agreement", "marketing_automation"),  # whose sub-processor has one of its own
    ("processor-agreement", "security_firm"),  # who does it alone
    ("processor-agreement", "helpdesk_system"),  # on the standard clauses of the EU
    ("customer-agreement", ""),
    ("sub-processor-list", ""),
    ("access-overview", ""),
    ("breach-procedure", ""),
    ("retention-protocol", ""),
]
ELSEWHERE = {
    "processor-register": "kaartwolk",
    "helpdesk_system": "kaartwolk",
    "customer-agreement": "kaartwolk",
    "sub-processor-list": "kaartwolk",
    "children-statement": "huisartsen-de-linde",
}
"""Documents that the first example has not."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("type_", "key"), SHOWN, ids=["-".join(filter(None, shown)) for shown in SHOWN])
def test_document(type_: str, key: str, language: Language, html_output: Path, expect: Expected) -> None:
    document = DOCUMENTS[type_]
    slug = ELSEWHERE.get(key) or ELSEWHERE.get(type_, "meridiaan")
    page = page_of(html_output / slug, language, document.stem(key, language))
    # Both languages under one name, so that they stand side by side.
    name = f"{document.stem(key, 'en')}.{language}.txt"
    expect(GOLDEN / name, as_text(parse(page.read_text(encoding="utf-8"))))


def test_every_expected_file_is_compared() -> None:
    names = {f"{DOCUMENTS[type_].stem(key, 'en')}.{language}.txt" for type_, key in SHOWN for language in LANGUAGES}
    assert {path.name for path in GOLDEN.iterdir()} == names


def test_the_chain_of_the_longest_agreement_has_three_levels(html_output: Path) -> None:
    stem = "processor-agreement-marketing-automation"
    page = page_of(html_output / "meridiaan", "en", stem).read_text("utf-8")
    assert 'class="level-1"' in page
    assert 'class="level-2"' in page
