"""Pages as a browser and a screen reader get them: sound, whole, harmless, and legible in any house colour."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import pytest
from fontTools.ttLib import TTFont
from jinja2 import UndefinedError

from gdprdocs.formats import asset, colour, html
from gdprdocs.formats.html import UnfinishedDocumentError, title_of
from gdprdocs.language import LANGUAGES, Language
from gdprdocs.project import templates
from tests.conftest import MERIDIAAN, SOUND
from tests.html_tree import links_of, parents_of, parse, text_of
from tests.variation import data_of, pages_of, profile_from, put, texts_in, with_texts


@pytest.fixture(scope="session")
def pages(output: Path) -> dict[str, str]:
    """Every page that a build writes, by its path."""
    found = {str(path.relative_to(output)): path.read_text(encoding="utf-8") for path in output.rglob("*.html")}
    assert len(found) > 20
    return found


@pytest.fixture(scope="session")
def trees(pages: dict[str, str]) -> dict[str, Element]:
    return {name: parse(page) for name, page in pages.items()}


def language_of(name: str) -> Language:
    """The language of a page by its path; one that leads to all languages is itself in the first."""
    return "en" if "/en/" in name else "nl"


def leads_to_languages(name: str) -> bool:
    return name.count("/") < 3 and name.endswith("index.html")


def test_a_page_says_what_it_is(trees: dict[str, Element]) -> None:
    for name, tree in trees.items():
        language = language_of(name)
        assert tree.get("lang") == language, name
        head = tree[0]
        (title,) = head.iter("title")
        (heading,) = tree.iter("h1")
        assert text_of(heading) == re.sub(r"\s+", " ", title.text or "").strip() != "", name
        assert [meta.get("charset") for meta in head.iter("meta") if meta.get("charset")] == ["utf-8"]
        assert len(list(tree.iter("main"))) == 1, name


def test_titles_differ(pages: dict[str, str]) -> None:
    titles = Counter(title_of(page) for name, page in pages.items() if name != "index.html")
    assert [title for title, number in titles.items() if number > 1] == []


def test_headings_skip_no_level(trees: dict[str, Element]) -> None:
    for name, tree in trees.items():
        levels = [int(element.tag[1]) for element in tree.iter() if re.fullmatch("h[1-6]", element.tag)]
        assert levels[0] == 1, name
        assert all(after <= before + 1 for before, after in pairwise(levels)), (name, levels)


def test_tables_are_whole(trees: dict[str, Element]) -> None:
    for name, tree in trees.items():
        for table in tree.iter("table"):
            widths = {sum(int(cell.get("colspan", "1")) for cell in row) for row in table.iter("tr")}
            assert widths == {len(list(table.iter("col")))}, (name, text_of(table)[:80])
            assert all(cell.get("scope") in ("col", "row", "rowgroup") for cell in table.iter("th")), name
            assert all(any(cell.tag == "th" for cell in row) for row in table.iter("tr")), name


def test_columns_share_the_whole_width(trees: dict[str, Element]) -> None:
    widths = dict(
        re.findall(r"col\.(w\d+) \{ width: (\d+)%", (templates() / "_shared" / "base.css").read_text("utf-8"))
    )
    for name, tree in trees.items():
        for table in tree.iter("table"):
            classes = [column.get("class") for column in table.iter("col")]
            if "label" not in classes:
                assert sum(int(widths[str(each)]) for each in classes) == 100, (name, classes)


def test_ids_are_unique_and_links_inside_a_page_arrive(trees: dict[str, Element]) -> None:
    for name, tree in trees.items():
        ids = Counter(element.get("id") for element in tree.iter() if element.get("id"))
        assert [id_ for id_, number in ids.items() if number > 1] == [], name
        targets = {link[1:] for link in links_of(tree) if link.startswith("#")}
        targets |= {element.get("aria-labelledby") for element in tree.iter() if element.get("aria-labelledby")}
        assert targets <= set(ids), name


def test_links_lead_somewhere_harmless(trees: dict[str, Element]) -> None:
    for name, tree in trees.items():
        for link in links_of(tree):
            address = urlsplit(link)
            assert address.scheme in ("", "https", "mailto", "tel"), (name, link)
            assert address.scheme or not address.netloc, (name, link)  # //elsewhere.example
            assert link, name


def test_every_link_has_words(trees: dict[str, Element]) -> None:
    for name, tree in trees.items():
        for element in tree.iter("a"):
            assert element.get("aria-label") or text_of(element), name


def test_nothing_runs_and_nothing_is_fetched(trees: dict[str, Element]) -> None:
    for name, tree in trees.items():
        tags = {element.tag for element in tree.iter()}
        assert not tags & {"style", "iframe", "object", "embed", "form", "base", "video", "audio"}, name
        assert {element.get("type") for element in tree.iter("script")} <= {"application/ld+json"}, name
        for element in tree.iter():
            assert not [attribute for attribute in element.attrib if attribute.startswith("on")], name
            assert "style" not in element.attrib, name
            for attribute in ("src", "srcset", "poster", "background"):
                assert not urlsplit(element.get(attribute, "")).scheme, name
            if element.tag == "link":
                assert element.get("rel") in ("alternate", "canonical", "icon", "stylesheet"), name


def test_the_page_allows_its_own_files_and_nothing_else(trees: dict[str, Element]) -> None:
    for name, tree in trees.items():
        (policy,) = [meta.get("content") for meta in tree.iter("meta") if meta.get("http-equiv")]
        own = "style-src 'self'; font-src 'self'; img-src 'self'"
        assert policy == f"default-src 'none'; {own}; base-uri 'none'; form-action 'none'", name


def test_the_style_sheet_names_only_the_fonts_beside_it(output: Path) -> None:
    sheets = list(output.rglob("style.css"))
    assert len(sheets) == 3
    for sheet in sheets:
        style = sheet.read_text(encoding="utf-8")
        named = re.findall(r"url\(([^)]*)\)", style)
        assert "@import" not in style
        assert {name.strip('"') for name in named} == {path.name for path in sheet.parent.glob("*.woff2")}


def test_the_fonts_of_the_website_have_every_letter_of_its_pages(trees: dict[str, Element]) -> None:
    letters = {letter for tree in trees.values() for letter in text_of(tree)} - {"\xad"}
    for font in (templates() / "fonts" / "web").glob("*.woff2"):
        table = TTFont(font)
        assert sorted(letters - {chr(code) for code in table.getBestCmap()}) == [], font.name
        assert "Source" not in table["name"].getDebugName(4)  # a reserved name: OFL.txt


def test_the_first_link_skips_to_the_text(trees: dict[str, Element]) -> None:
    for name, tree in trees.items():
        (body,) = tree.iter("body")
        assert (body[0].tag, body[0].get("href")) == ("a", "#content"), name
        assert next(tree.iter("main")).get("id") == "content", name


def test_pictures_have_a_text(trees: dict[str, Element]) -> None:
    logos = [image for tree in trees.values() for image in tree.iter("img")]
    assert logos
    assert all(image.get("alt") for image in logos)


def test_each_language_leads_to_the_other(trees: dict[str, Element]) -> None:
    for name, tree in trees.items():
        if leads_to_languages(name):
            continue
        (other,) = set(LANGUAGES) - {language_of(name)}
        leading = [link for link in tree.iter("a") if link.get("hreflang") == other]
        assert [link.get("lang") for link in leading] == [other], name
        if "/internal/" in name:
            assert alternates_of(tree) == {other: leading[0].get("href")}, name


def alternates_of(tree: Element) -> dict[str, str | None]:
    return {link.get("hreflang", ""): link.get("href") for link in tree.iter("link") if link.get("rel") == "alternate"}


def test_every_row_of_a_list_of_facts_has_its_label(trees: dict[str, Element]) -> None:
    for name, tree in trees.items():
        for table in tree.iter("table"):
            if "facts" in table.get("class", "").split():
                labels = [text_of(row[0]) for row in table.iter("tr")]
                assert len(labels) == len(set(labels)), (name, labels)


def test_every_section_says_what_it_answers(trees: dict[str, Element]) -> None:
    """The requirements that it meets, on itself or inside it; or else the articles that it is there for."""
    for name, tree in trees.items():
        parents = parents_of(tree)
        for section in tree.iter("section"):
            if "index" not in tree.get("class", "") and parents[section].tag == "main":
                claims = [element for element in section.iter() if element.get("data-requirements")]
                assert claims or section.get("data-articles"), (name, section.get("id"))


# Colours

HOUSE_COLOURS = ["#1f5f8b", "#ffff00", "#0a0a0a", "#ffffff", "#000000", "#ff0000", "#00ff88", "#808080", "#f1c40f"]


def grounds_in(style: str) -> dict[str, set[str]]:
    """The grounds on which text stands in a style sheet, by the accent colour that belongs to them."""
    found: dict[str, set[str]] = {"accent": set(), "accent-dark": set()}
    for block in re.findall(r":root \{([^}]*)\}", style):
        if "--accent-now: var(--" in block:
            accent = re.search(r"--accent-now: var\(--([a-z-]+)\)", block)
            assert accent
            found[accent[1]] |= set(re.findall(r"--(?:ground|tint): (#[0-9a-f]{6})", block))
    return found


@pytest.mark.parametrize("own", HOUSE_COLOURS)
def test_any_house_colour_is_legible_on_every_ground(own: str) -> None:
    data = data_of(SOUND)
    data["branding"] = {"colour": own}
    profile = profile_from(data)
    checked = 0
    for target in ("html", "pdf"):
        sheet = asset.style(profile, target)  # type: ignore[arg-type]
        used = dict(re.findall(r"--(accent|accent-dark): (#[0-9a-f]{6});", sheet))
        for accent, grounds in grounds_in(sheet).items():
            for ground in grounds:
                assert colour.contrast(used[accent], ground) >= 4.5, (accent, used[accent], ground)
                checked += 1
    assert checked >= 7


@pytest.mark.parametrize("style", ["html.css", "pdf.css"])
def test_text_is_legible_on_every_ground(style: str) -> None:
    for block in re.findall(r":root \{([^}]*)\}", (templates() / "_shared" / style).read_text(encoding="utf-8")):
        colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", block))
        for ground in ("ground", "tint"):
            for text in ("text", "quiet"):
                assert colour.contrast(colours[text], colours[ground]) >= 4.5, (text, ground)


def test_contrast_is_that_of_wcag() -> None:
    assert colour.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert colour.contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    assert colour.contrast("#ffffff", "#767676") == colour.contrast("#767676", "#ffffff")


def test_a_colour_that_is_legible_stays_as_it_is() -> None:
    assert colour.readable("#1f5f8b", "#ffffff") == "#1f5f8b"


# What stands in a profile is text

HOSTILE = [
    "<script>alert(1)</script>",
    "</title></style></table><h1>kop</h1>",
    "{{ 7*7 }}{% for x in range(9) %}x{% endfor %}{#",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "javascript:alert(1)",
    "&lt;b&gt;&amp;amp;",
    "<!-- --> ]]> <![CDATA[",
    "\\1 \\g<0> %s {0} ${x}",
]


def shape_of(tree: Element) -> list[tuple[str, list[str]]]:
    """The elements of a page; how many a picture needs depends on how long its words are."""
    found = [(tree.tag, sorted(tree.keys()))]
    for child in tree:
        if child.tag != "svg":
            found += shape_of(child)
    return found


def drawn_with(tree: Element) -> set[str]:
    """The elements inside the pictures of a page, each with the names of its attributes."""
    return {f"{element.tag} {' '.join(sorted(element.keys()))}" for svg in tree.iter("svg") for element in svg.iter()}


@pytest.mark.parametrize("hostile", HOSTILE)
def test_any_text_of_a_profile_comes_out_as_text(hostile: str) -> None:
    """Each free text is replaced by harmless words, and then by what would do harm: the page keeps its shape."""
    data = data_of(MERIDIAAN)
    harmless, number = with_texts(data, lambda path, text: "- woorden -")
    harmful, as_many = with_texts(data, lambda path, text: hostile)
    assert as_many == number > 300
    before, after = pages_of(profile_from(harmless)), pages_of(profile_from(harmful))
    assert list(before) == list(after)
    for name, page in after.items():
        tree = parse(page)
        assert shape_of(tree) == shape_of(parse(before[name])), name
        assert drawn_with(tree) == drawn_with(parse(before[name])), name
        assert re.sub(r"\s+", " ", hostile) in text_of(tree), name
        assert {urlsplit(link).scheme for link in links_of(tree)} <= {"", "https", "mailto", "tel"}


def test_the_other_language_never_shows() -> None:
    """Each text gets a mark of its language; no page carries the mark of the other."""
    marks: dict[str, str] = {"nl": "-hollandsch-", "en": "-engelsch-"}
    language_of = lambda path: next((step for step in path if step in marks), None)  # noqa: E731
    data, number = with_texts(
        data_of(MERIDIAAN),
        lambda path, text: f"{text} {marks[language]}" if (language := language_of(path)) else text,
    )
    assert number > 300
    for name, page in pages_of(profile_from(data)).items():
        own = name.split("/")[0]
        (other,) = set(marks) - {own}
        # The overview of consents quotes what people are asked in each language, and says which it is.
        shown = re.sub(rf'<(p|pre) lang="{other}">.*?</\1>', "", page, flags=re.DOTALL)
        for language, mark in marks.items():
            assert (mark in shown) == (own == language), name


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "//x.example", "http://x.example"])
@pytest.mark.parametrize("key", ["email", "phone", "website", "url"])
def test_an_address_that_is_none_is_refused(key: str, address: str) -> None:
    data = data_of(MERIDIAAN)
    places = [path for path, _ in texts_in(data) if path[-1] == key]
    assert places
    for path in places:
        put(data, path, address)
    for page in pages_of(profile_from(data), draft=True).values():
        assert address not in page


def test_requests_may_come_by_a_form_alone() -> None:
    data = data_of(SOUND)
    data["requests"] = {"channel": {"website": "https://voorbeeld.example/verzoek"}, "answer_within": "P1M"}
    assert 'href="https://voorbeeld.example/verzoek"' in pages_of(profile_from(data))["nl/privacyverklaring.html"]


# The templates' own safety net


@pytest.mark.parametrize("value", [None, True, [], {}, 1.5, object()], ids=lambda value: type(value).__name__)
def test_a_template_prints_nothing_but_words_and_numbers(value: object) -> None:
    with pytest.raises(TypeError, match="a template printed"):
        html._environment("nl").from_string("{{ value }}").render(value=value)


def test_what_is_undefined_stops_the_rendering() -> None:
    with pytest.raises((TypeError, UndefinedError)):
        html._environment("nl").from_string("{{ value }}").render()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_finished_page_has_no_gap(language: Language) -> None:
    data = data_of(SOUND)
    del data["organisation"]["address"]["city"]
    profile = profile_from(data)
    with pytest.raises(UnfinishedDocumentError) as raised:
        pages_of(profile)
    assert raised.value.what == "organisation.address.city"
    words = {"nl": "nog invullen", "en": "to be filled in"}[language]
    drafts = [page for name, page in pages_of(profile, draft=True).items() if name.startswith(language)]
    assert any(f'<mark class="gap">[{words}: organisation.address.city]</mark>' in page for page in drafts)
