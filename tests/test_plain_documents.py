"""The documents of the example organisations read plainly, sentence by sentence, in both languages."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from gdprdocs.check import Checked
from gdprdocs.documents import DOCUMENTS
from gdprdocs.language import LANGUAGES, Language
from gdprdocs.plain import words_of
from gdprdocs.plain.measure import measure
from gdprdocs.readability import Reading, readings, sentences_in
from tests.conftest import EXAMPLES, pages_in

STATEMENTS = ("privacy_statement", "children_statement", "cookie_statement", "sub_processor_list")
AGREEMENTS = ("processor_agreement", "customer_agreement")
SCORED = STATEMENTS[:3]
"""A list of companies is looked things up in; its score says how long their names are."""


def stems(types: tuple[str, ...], language: Language) -> tuple[str, ...]:
    """What the pages of these documents are called; a key may stand behind it."""
    return tuple(type_.file_name.in_(language) for type_ in DOCUMENTS.values() if type_.folder in types)


@cache
def sentences(page: Path, language: Language) -> tuple[str, ...]:
    return sentences_in(page.read_text(encoding="utf-8"), language)


def pages(html_output: Path, types: tuple[str, ...]) -> list[tuple[Path, Language]]:
    return [
        (page, language)
        for slug in EXAMPLES
        for language in LANGUAGES
        for page in pages_in(html_output / slug, language)
        if page.parent.name.startswith(stems(types, language))
    ]


@pytest.mark.parametrize(("types", "number"), [(STATEMENTS, 24), (AGREEMENTS, 60)])
def test_there_are_documents_to_read(types: tuple[str, ...], number: int, html_output: Path) -> None:
    found = pages(html_output, types)
    assert len(found) == number
    assert [page for page, language in found if len(sentences(page, language)) < 40] == []


@pytest.mark.parametrize(("types", "most"), [(STATEMENTS, 25), (AGREEMENTS, 40)])
def test_no_sentence_is_too_long(types: tuple[str, ...], most: int, html_output: Path) -> None:
    found = [
        (page.parent.name, sentence)
        for page, language in pages(html_output, types)
        for sentence in sentences(page, language)
        if len(words_of(sentence)) > most
    ]
    assert found == []


@pytest.mark.parametrize(("types", "most"), [(STATEMENTS, 14), (AGREEMENTS, 20)])
def test_sentences_are_short_on_average(types: tuple[str, ...], most: int, html_output: Path) -> None:
    measured = {page: measure(sentences(page, language), language).mean for page, language in pages(html_output, types)}
    assert {page: mean for page, mean in measured.items() if mean > most} == {}


def test_statements_score_at_least_60(html_output: Path) -> None:
    """Flesch–Douma for Dutch, Flesch for English."""
    measured = {page: measure(sentences(page, to), to).score for page, to in pages(html_output, SCORED)}
    assert {page: score for page, score in measured.items() if score < 60} == {}


PAGE = """<!doctype html><html lang="en"><head><title>A title.</title></head><body>
<nav><ol><li>Not read.</li></ol></nav>
<main><h1>A heading without an end</h1><h2>Is this a question?</h2>
<p>One sentence. And <em>another</em> one</p>
<p class="lead-in">We erase your data if:</p>
<ul><li>we no longer need them;</li><li>you object; or</li><li>the law <span class="via">Engaged by us</span></li></ul>
<table><tr><th>Name</th><td><span class="label">Column.</span><div>1 year</div></td><td>Yes. Not more</td></tr>
</table>
<div class="clause"><span class="no">1.1</span>The parties agree.</div>
<p>This applies to: Quotations, Customer administration, Research, Questions, and Invoices.</p>
<p lang="nl">Dit is een andere taal.</p>
</main></body></html>"""


def test_what_counts_as_a_sentence() -> None:
    assert sentences_in(PAGE, "en") == (
        "Is this a question?",
        "One sentence.",
        "And another one",
        "We erase your data if:",
        "we no longer need them;",
        "you object; or",
        "Yes.",
        "The parties agree.",
        "This applies to:",
    )


def test_a_reading_names_its_longest_sentences(meridiaan: Checked) -> None:
    assert meridiaan.profile
    found = list(readings(meridiaan.profile, ("cookie-statement",)))
    assert [(each.name, each.language) for each in found] == [("cookie-statement", "nl"), ("cookie-statement", "en")]
    reading = Reading("cookie-statement", "", "en", ("Three words here.", "Two words.", "Three words here.", "No."))
    assert reading.worst(2) == ("Three words here.", "Two words.")
    assert reading.measure.most == 3
