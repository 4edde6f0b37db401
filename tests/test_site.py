"""The two folders of an organisation: what a website gets, and that nothing else is in it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import pypdf
import pytest

from gdprdocs.build import Wanted, build
from gdprdocs.build.plan import plan
from gdprdocs.check import check_organisation
from gdprdocs.diagnostic import FieldPath
from gdprdocs.documents import DOCUMENTS
from gdprdocs.formats.html import title_of
from gdprdocs.language import LANGUAGES
from gdprdocs.schema.organisation import AUDIENCE
from tests.conftest import EXAMPLES, MERIDIAAN, ROOT, SOUND
from tests.html_tree import links_of, parents_of, parse, text_of
from tests.variation import Data, data_of, with_texts, write_profile

HTML = Wanted(formats=("html",))
PUBLIC = {"privacy-statement", "children-statement", "cookie-statement", "sub-processor-list"}


def make(data: Data, tmp_path: Path, wanted: Wanted = HTML) -> Path:
    write_profile(tmp_path / "organisations" / "voorbeeld", data)
    (built,) = build([check_organisation(tmp_path / "organisations" / "voorbeeld")], tmp_path / "output", wanted)
    assert built.diagnostics == []
    return tmp_path / "output" / "voorbeeld"


def documents_in(folder: Path) -> set[str]:
    return {str(page.relative_to(folder).parent) for page in folder.glob("*/*/index.html")}


# Which document goes where


def test_what_is_not_known_to_be_public_stays_inside() -> None:
    assert {name for name, type_ in DOCUMENTS.items() if type_.audience == "public"} == PUBLIC


def test_the_profile_can_name_the_audience_of_every_type() -> None:
    assert set(AUDIENCE) == {name.replace("-", "_") for name in DOCUMENTS}
    for name, type_ in DOCUMENTS.items():
        usual = {"public": "Public without this key.", "internal": "Internal without this key."}[type_.audience]
        assert AUDIENCE[name.replace("-", "_")]["meta"]["description"]["en"] == usual


@pytest.mark.parametrize("slug", EXAMPLES)
def test_an_example_has_its_public_documents_in_public(slug: str, html_output: Path) -> None:
    profile = check_organisation(ROOT / "organisations" / slug).profile
    assert profile is not None
    expected = {f"{item.edition}/{item.stem}" for item in plan(profile, Wanted()) if item.type.id in PUBLIC}
    assert documents_in(html_output / slug / "public") == expected


def test_the_profile_decides_what_is_public(tmp_path: Path) -> None:
    data = data_of(SOUND)
    data["publication"]["audience"] = {"processing_register": "public", "privacy_statement": "internal"}
    site = make(data, tmp_path)
    assert documents_in(site / "public") == {"nl/verwerkingsregister", "en/processing-register"}
    assert "nl/privacyverklaring" in documents_in(site / "internal")


def test_one_statement_can_stay_inside(tmp_path: Path) -> None:
    """The other tells that it is there, and has no link to it."""
    data = data_of(MERIDIAAN)
    data["statements"]["staff"]["audience"] = "internal"
    del data["branding"]["logo"]
    site = make(data, tmp_path, Wanted(formats=("html",), documents=("privacy-statement",)))
    assert documents_in(site / "public") == {"nl/privacyverklaring-website", "en/privacy-statement-website"}
    assert documents_in(site / "internal") == {"nl/privacyverklaring-staff", "en/privacy-statement-staff"}
    page = (site / "public/nl/privacyverklaring-website/index.html").read_text(encoding="utf-8")
    assert "medewerkers, oud-medewerkers, sollicitanten" in page
    assert "privacyverklaring-staff" not in page
    inside = (site / "internal/nl/privacyverklaring-staff/index.html").read_text(encoding="utf-8")
    assert 'href="../../../public/nl/privacyverklaring-website/index.html"' in inside


# Nothing internal in public


@pytest.mark.parametrize("slug", EXAMPLES)
def test_no_link_leaves_the_public_folder(slug: str, html_output: Path) -> None:
    public = (html_output / slug / "public").resolve()
    pages = list(public.rglob("*.html"))
    assert len(pages) >= 6
    for page in pages:
        tree = parse(page.read_text(encoding="utf-8"))
        named = [*links_of(tree), *(each.get("href", "") for each in tree.iter("link"))]
        named += [image.get("src", "") for image in tree.iter("img")]
        for link in named:
            address = urlsplit(link)
            if address.scheme or not address.path:
                continue
            target = (page.parent / unquote(address.path)).resolve()
            assert target.is_relative_to(public), (page, link)
            assert target.is_file(), (page, link)


_OF_PURPOSE = [
    *("description", "law", "interest", r"balancing\.outcome", "consequence", "exception", "profiling", "retention"),
    *(r"consent\.(withdraw_by|parental)", "direct_marketing", r"special_grounds\.\w+\.(law|necessity|secrecy)"),
]
_OF_ACTIVITY = ["name", "service", "secrecy", "for_children", "automated_decisions", "sources"]
SHOWN_IN_PUBLIC = [
    r"(organisation|statements|data_subjects|recipients|controllers|cookies|customer_agreement)\.",
    r"publication\.(version|found_at)",
    r"data_categories\.\w+\.(name|items)",
    r"sources\.\w+\.name",
    r"measures\.\w+\.description",
    rf"activities\.\w+\.({'|'.join(_OF_ACTIVITY)})",
    rf"activities\.\w+\.purposes\.\w+\.({'|'.join(_OF_PURPOSE)})",
    r"processors\.\w+(\.sub_processors\.\w+)*\.(name|service|for_children|transfer|address)",
    r"joint_controllers\.\w+\.(name|address|arrangement)",
    r"requests\.(channel|identity_check|representatives|for_children)",
]
"""The facts that public documents may show, by their path in a profile. All others are internal."""


def is_internal(path: FieldPath) -> bool:
    return not any(re.match(pattern, ".".join(map(str, path))) for pattern in SHOWN_IN_PUBLIC)


@pytest.mark.parametrize("slug", EXAMPLES)
def test_no_internal_fact_is_in_public(slug: str, tmp_path: Path) -> None:
    """Every text that only internal documents show gets a mark; no page in public carries it."""
    mark = "-binnenskamers-"
    data = data_of(ROOT / "organisations" / slug)
    marked, number = with_texts(data, lambda path, text: f"{text} {mark}" if is_internal(path) else text)
    marked["branding"].pop("logo", None)
    assert number > 300
    site = make(marked, tmp_path)
    inside = [page for page in (site / "internal").rglob("*.html") if mark in page.read_text(encoding="utf-8")]
    assert len(inside) > 10
    for file in (site / "public").rglob("*"):
        if file.suffix in (".html", ".xml", ".css"):
            assert mark not in file.read_text(encoding="utf-8"), file


def test_no_internal_fact_is_in_a_public_pdf(tmp_path: Path) -> None:
    mark = "binnenskamers"
    data = data_of(SOUND)
    marked, number = with_texts(data, lambda path, text: f"{text} {mark}" if is_internal(path) else text)
    assert number > 10
    site = make(marked, tmp_path, Wanted(documents=("privacy-statement", "processing-register")))
    found = {}
    for file in site.rglob("*.pdf"):
        reader = pypdf.PdfReader(file)
        words = " ".join(page.extract_text() for page in reader.pages) + str(reader.metadata)
        attached = b"".join(content for each in reader.attachments.values() for content in each)
        found[file.relative_to(site).parts[0]] = mark in words or mark.encode() in attached
    assert found == {"public": False, "internal": True}


# Addresses


def test_a_public_page_knows_its_address_and_those_of_its_other_languages(html_output: Path) -> None:
    page = parse((html_output / "meridiaan/public/nl/cookieverklaring/index.html").read_text(encoding="utf-8"))
    links = {(link.get("rel"), link.get("hreflang")): link.get("href") for link in page.iter("link")}
    del links["stylesheet", None], links["icon", None]
    assert links == {
        ("canonical", None): "https://meridiaan.example/privacy/nl/cookieverklaring/",
        ("alternate", "nl"): "https://meridiaan.example/privacy/nl/cookieverklaring/",
        ("alternate", "en"): "https://meridiaan.example/privacy/en/cookie-statement/",
        ("alternate", "x-default"): "https://meridiaan.example/privacy/",
    }


@pytest.mark.parametrize("slug", EXAMPLES)
def test_alternates_are_mutual(slug: str, html_output: Path) -> None:
    """Search engines believe a page that names another only when that one names it too."""
    named: dict[str, dict[str, str]] = {}
    for file in (html_output / slug / "public").rglob("*.html"):
        links = [
            link
            for link in parse(file.read_text(encoding="utf-8")).iter("link")
            if link.get("rel") in ("alternate", "canonical")
        ]
        (own,) = [link.get("href", "") for link in links if link.get("rel") == "canonical"]
        named[own] = {link.get("hreflang", ""): link.get("href", "") for link in links if link.get("hreflang")}
    for others in named.values():
        for language in LANGUAGES:
            assert named[others[language]] == others


def test_internal_pages_have_no_address_on_the_website(html_output: Path) -> None:
    for file in (html_output / "meridiaan" / "internal").rglob("*.html"):
        page = file.read_text(encoding="utf-8")
        assert 'rel="canonical"' not in page
        assert "ld+json" not in page


def test_drafts_have_no_address_either(tmp_path: Path) -> None:
    data = data_of(SOUND)
    data["publication"]["url"] = "https://voorbeeld.example/privacy"
    site = make(data, tmp_path, Wanted(formats=("html",), draft=True))
    assert not (site / "public" / "sitemap.xml").exists()
    assert "canonical" not in (site / "public/nl/privacyverklaring/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("slug", EXAMPLES)
def test_the_sitemap_names_every_public_page(slug: str, html_output: Path) -> None:
    public = html_output / slug / "public"
    sitemap = ElementTree.parse(public / "sitemap.xml")
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    listed = [entry.text for entry in sitemap.iterfind(".//s:loc", space)]
    canonical = {
        link.get("href")
        for file in public.rglob("*/*.html")
        for link in parse(file.read_text(encoding="utf-8")).iter("link")
        if link.get("rel") == "canonical"
    }
    assert sorted(listed) == sorted(canonical)
    for entry in sitemap.iterfind(".//s:url", space):
        assert {link.get("hreflang") for link in entry.iterfind("x:link", space)} == set(LANGUAGES)


def test_an_address_without_a_slash_is_a_folder_too(tmp_path: Path) -> None:
    data = data_of(SOUND)
    data["publication"]["url"] = "https://voorbeeld.example/privacy"
    site = make(data, tmp_path)
    page = (site / "public/en/privacy-statement/index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://voorbeeld.example/privacy/en/privacy-statement/">' in page


def test_structured_data_says_what_the_page_is(html_output: Path) -> None:
    file = html_output / "meridiaan/public/en/cookie-statement/index.html"
    page = file.read_text(encoding="utf-8")
    (data,) = [json.loads(each.text or "") for each in parse(page).iter("script")]
    assert data == {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "url": "https://meridiaan.example/privacy/en/cookie-statement/",
        "name": title_of(page),
        "inLanguage": "en",
        "version": data_of(MERIDIAAN)["publication"]["version"],
        "publisher": {"@type": "Organization", "name": "Meridiaan Advies B.V.", "url": "https://meridiaan.example"},
    }


def test_structured_data_cannot_be_left_by_a_name(tmp_path: Path) -> None:
    data = data_of(SOUND)
    data["publication"]["url"] = "https://voorbeeld.example/privacy/"
    data["organisation"]["name"] = "</script><script>alert(1)</script> & B.V."
    site = make(data, tmp_path)
    tree = parse((site / "public/nl/privacyverklaring/index.html").read_text(encoding="utf-8"))
    (script,) = tree.iter("script")
    assert json.loads(script.text or "")["publisher"]["name"] == data["organisation"]["name"]


# Fragments


@pytest.fixture(scope="module")
def fragments(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("fragments")
    (built,) = build([check_organisation(MERIDIAAN)], folder, Wanted(formats=("fragment",)))
    assert built.diagnostics == []
    return folder / "meridiaan"


def test_fragments_lie_apart_from_the_site(fragments: Path) -> None:
    files = {str(path.relative_to(fragments)) for path in fragments.rglob("*") if path.is_file()}
    assert "fragments/public/nl/cookieverklaring.html" in files
    assert "fragments/internal/nl/verwerkingsregister.html" in files
    assert {name.split("/")[0] for name in files} == {"fragments", "manifest.json"}


def fragment_of(fragments: Path, name: str) -> ElementTree.Element:
    words = (fragments / "fragments" / name).read_text(encoding="utf-8")
    return parse(f"<!doctype html><html><body>{words}</body></html>")


def test_a_fragment_says_all_that_the_page_says(fragments: Path, html_output: Path) -> None:
    for file in (fragments / "fragments").rglob("*.html"):
        path = file.relative_to(fragments / "fragments")
        page = parse((html_output / "meridiaan" / path.with_suffix("") / "index.html").read_text(encoding="utf-8"))
        main = next(page.iter("main"))
        for contents in main.findall("nav"):
            main.remove(contents)
        parents = parents_of(main)
        for figure in [each for each in main.iter("figure") if each.find(".//svg") is not None]:
            section = parents[figure]
            section.remove(figure)
            if [child.tag for child in section] in (["h2"], ["h3"]):
                parents[section].remove(section)
        told, version = ("".join(text_of(part).split()) for part in (main, next(page.iter("footer"))))
        assert "".join(text_of(fragment_of(fragments, str(path))).split()) == told + version, path


def test_a_fragment_disturbs_nothing_around_it(fragments: Path) -> None:
    for file in (fragments / "fragments").rglob("*.html"):
        tree = fragment_of(fragments, str(file.relative_to(fragments / "fragments")))
        (whole,) = tree[0]
        ids = {element.get("id", "") for element in whole.iter() if element.get("id")}
        for element in whole.iter():
            assert not {"style", "onclick"} & set(element.attrib)
            assert not [name for name in element.attrib if name.startswith("data-")]
            assert element.tag not in ("style", "link", "script", "main", "h1", "img")
            for name in element.get("class", "").split():
                assert name.startswith("gdprdocs-"), file
            for name in ("aria-labelledby", "aria-describedby", "headers"):
                assert set(element.get(name, "").split()) <= ids, file
        assert all(name.startswith("gdprdocs-") for name in ids)
        inside = {link[1:] for link in links_of(whole) if link.startswith("#")}
        assert inside <= ids, file


def test_links_of_a_fragment_are_addresses_on_the_website(fragments: Path) -> None:
    links = links_of(fragment_of(fragments, "public/nl/privacyverklaring-website.html"))
    assert "https://meridiaan.example/privacy/nl/cookieverklaring/" in links
    assert not [link for link in links if not link.startswith(("https://", "mailto:", "tel:", "#"))]


def test_without_an_address_a_fragment_has_no_link_to_other_documents(tmp_path: Path) -> None:
    data = data_of(MERIDIAAN)
    del data["publication"]["url"], data["branding"]["logo"]
    site = make(data, tmp_path, Wanted(formats=("fragment",), documents=("privacy-statement",)))
    links = links_of(fragment_of(site, "public/nl/privacyverklaring-website.html"))
    assert not [link for link in links if "cookie" in link and not link.startswith("#")]


@pytest.mark.parametrize(("offset", "levels"), [(0, "1234"), (1, "2345"), (4, "5666")])
def test_headings_are_lowered_as_far_as_the_place_needs(offset: int, levels: str, tmp_path: Path) -> None:
    wanted = Wanted(("nl",), ("privacy-statement",), ("fragment",), heading_offset=offset)
    data = data_of(MERIDIAAN)
    del data["branding"]["logo"]
    tree = fragment_of(make(data, tmp_path, wanted), "public/nl/privacyverklaring-website.html")
    found = sorted({element.tag for element in tree.iter() if re.fullmatch("h[1-6]", element.tag)})
    assert found == sorted({f"h{level}" for level in levels})
    spoken = {element.get("aria-level") for element in tree.iter() if element.get("aria-level")}
    assert spoken == ({"7", "8"} if offset == 4 else set())


def test_a_fragment_of_a_draft_says_so(tmp_path: Path) -> None:
    wanted = Wanted(("en",), ("privacy-statement",), ("fragment",), draft=True)
    tree = fragment_of(make(data_of(SOUND), tmp_path, wanted), "public/en/privacy-statement.html")
    assert text_of(tree).startswith("DRAFT")
