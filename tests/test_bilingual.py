"""The bilingual edition: clause beside clause, with one numbering, and nothing of either language lost."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from gdprdocs.build import Wanted, build
from gdprdocs.build.plan import plan
from gdprdocs.check import Checked, check_organisation
from gdprdocs.formats.bilingual import UnequalPagesError, side_by_side
from gdprdocs.formats.html import Page, render
from gdprdocs.formats.tree import parents_of, parse, text_of
from tests.conftest import MERIDIAAN, page_of, pages_in
from tests.html_tree import links_of
from tests.variation import data_of, profile_from

DUTCH = """<!doctype html>
<html lang="nl"><head><title>Titel</title></head><body><main id="content"><h1>Titel</h1>
<div class="clause" id="clause-1-1"><span class="no">1.1</span>
Een <em>zin</em>.<ol><li>a</li></ol></div>
<table><tbody><tr><th>Naam</th><td>Voorbeeld B.V.</td></tr><tr><th>Land</th><td>Nederland</td></tr></tbody></table>
</main></body></html>
"""
ENGLISH = """<!doctype html>
<html lang="en"><head><title>Title</title></head><body><main id="content"><h1>Title</h1>
<div class="clause" id="clause-1-1"><span class="no">1.1</span>
A <em>sentence</em>.<ol><li>b</li></ol></div>
<table><tbody><tr><th>Name</th><td>Voorbeeld B.V.</td></tr><tr><th>Country</th><td>Netherlands</td></tr></tbody></table>
</main></body></html>
"""


def test_clause_stands_beside_clause_under_one_number() -> None:
    html = parse(side_by_side(DUTCH, ENGLISH))
    (clause,) = (element for element in html.iter("div") if element.get("class") == "clause")
    assert [(part.tag, part.get("lang"), text_of(part)) for part in clause] == [
        ("span", None, "1.1"),
        ("div", None, "Een zin. a"),
        ("div", "en", "A sentence. b"),
    ]
    assert text_of(next(html.iter("title"))) == ""  # a title is not shown …
    assert next(html.iter("title")).text == "Titel / Title"  # … and holds both


def test_what_is_alike_stands_once() -> None:
    html = parse(side_by_side(DUTCH, ENGLISH))
    assert [text_of(cell) for cell in html.iter("td")] == ["Voorbeeld B.V.", "Nederland Netherlands"]


def test_pages_that_are_no_pair_are_refused() -> None:
    with pytest.raises(UnequalPagesError):
        side_by_side(DUTCH, ENGLISH.replace("<tr><th>Country</th><td>Netherlands</td></tr>", ""))
    with pytest.raises(UnequalPagesError):
        side_by_side(DUTCH, ENGLISH.replace("<h1>Title</h1>", "<h2>Title</h2>"))


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory, meridiaan: Checked) -> Path:
    """Every document of the example in Dutch, in English, and in both."""
    folder = tmp_path_factory.mktemp("bilingual")
    (built,) = build([meridiaan], folder, Wanted(languages=("nl", "en", "nl+en"), formats=("html",)))
    assert built.diagnostics == []
    return folder / "meridiaan"


def words_of(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


def test_nothing_of_either_language_is_lost(editions: Path) -> None:
    pages = pages_in(editions, "nl-en")
    assert len(pages) > 5
    english = {parse(page.read_text("utf-8")).find(".//main/h1"): page for page in pages_in(editions, "en")}
    by_title = {text_of(heading): page for heading, page in english.items() if heading is not None}
    for page in pages:
        both = next(parse(page.read_text("utf-8")).iter("main"))
        heading = both.find("h1")
        assert heading is not None
        title = next((text_of(part) for part in heading if part.get("lang") == "en"), text_of(heading))
        for single in (page_of(editions, "nl", page.parent.name), by_title[title]):
            alone = next(parse(single.read_text("utf-8")).iter("main"))
            missing = words_of(text_of(alone)) - words_of(text_of(both))
            assert not set(missing), (page, single, sorted(missing)[:9])


def test_no_id_stands_twice_and_every_link_inside_has_its_place(editions: Path) -> None:
    for page in pages_in(editions, "nl-en"):
        html = parse(page.read_text("utf-8"))
        ids = [element.get("id", "") for element in html.iter() if element.get("id")]
        assert len(set(ids)) == len(ids), page
        links = {link for a in html.iter("a") if (link := a.get("href", "")).startswith("#")}
        assert links <= {f"#{id_}" for id_ in ids}, page


def test_english_words_say_that_they_are_english(editions: Path) -> None:
    """Of the text, not of what stands around it: a reader's voice must change with the language."""
    page = parse(page_of(editions, "nl-en", "verwerkersovereenkomst-crm").read_text("utf-8"))
    parents = parents_of(page)
    for element in next(page.iter("main")).iter():
        if "The processor" in (element.text or ""):
            chain = [element]
            while chain[-1] in parents:
                chain.append(parents[chain[-1]])
            assert next(each.get("lang") for each in chain if each.get("lang")) == "en"


@pytest.mark.parametrize(
    ("prevailing", "words"),
    [
        ("nl", "Verschillen de Nederlandse en de Engelse tekst van elkaar, dan gaat de Nederlandse tekst voor."),
        ("en", "If the Dutch and the English text differ, the English text prevails."),
        (None, None),
    ],
)
def test_which_language_prevails_is_said_when_the_profile_says_so(prevailing: str | None, words: str | None) -> None:
    data = data_of(MERIDIAAN)
    data["publication"].pop("prevailing_language", None)
    if prevailing:
        data["publication"]["prevailing_language"] = prevailing
    profile = profile_from(data)
    item = next(item for item in plan(profile, Wanted(documents=("processor-agreement",))))
    pages = [render(item.type.folder, Page(profile, each, "html", bilingual=True), item.model) for each in ("nl", "en")]
    both = parse(side_by_side(*pages))
    said = [text_of(element) for element in both.iter("p") if element.get("class") == "prevails"]
    assert (words in said[0]) if words else said == []


def test_an_organisation_with_one_language_has_no_bilingual_edition(tmp_path: Path) -> None:
    checked = check_organisation(Path(__file__).parent / "cases" / "sound--dutch-only")
    (built,) = build([checked], tmp_path, Wanted(languages=("nl+en",), formats=("html",)))
    assert [artefact.path for artefact in built.artefacts] == []


def test_a_bilingual_edition_alone_has_its_style(tmp_path: Path, meridiaan: Checked) -> None:
    wanted = Wanted(("nl+en",), ("cookie-statement",), ("html",))
    (built,) = build([meridiaan], tmp_path, wanted)
    assert built.diagnostics == []
    assert (tmp_path / "meridiaan" / "public" / "assets" / "style.css").is_file()
    assert not (tmp_path / "meridiaan" / "internal").exists()


def test_the_index_leads_to_the_bilingual_edition(editions: Path) -> None:
    for language in ("nl", "en"):
        links = links_of(parse((editions / "internal" / language / "index.html").read_text("utf-8")))
        assert "../nl-en/verwerkersovereenkomst-crm/index.html" in links
        for link in links:
            if link.startswith("#"):
                continue
            assert (editions / "internal" / language / link).resolve().exists(), link
