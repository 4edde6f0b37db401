"""PDFs as WeasyPrint makes them, read back: tagged, whole, set in the bundled fonts, and with nothing fetched."""

from __future__ import annotations

import ctypes.util
import io
import os
import re
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring

import page as page_validation
import pypdf
import pytest
from fontTools.ttLib import TTFont
from pypdf.generic import PdfObject

from gdprdocs.build import Wanted, build
from gdprdocs.build.output import Artefact
from gdprdocs.check import Checked
from gdprdocs.formats import pdf
from gdprdocs.project import templates
from tests.html_tree import parse, text_of

A4 = (595.28, 841.89)
FOOTER = 65
"""Within so many CSS pixels of the lower edge stands only what is on every page."""


class Document:
    """A PDF beside the page that has the same text."""

    def __init__(self, file: Path, artefact: Artefact) -> None:
        self.file = file
        self.artefact = artefact
        self.reader = pypdf.PdfReader(file)
        self.root: Any = self.reader.trailer["/Root"]

    def __repr__(self) -> str:
        return self.artefact.path

    @cached_property
    def html(self) -> Any:
        return parse((self.file.parent / "index.html").read_text(encoding="utf-8"))

    @property
    def is_wide(self) -> bool:
        return "wide" in self.html.get("class", "").split()


@pytest.fixture(scope="session")
def documents(output: Path, artefacts: tuple[Artefact, ...]) -> list[Document]:
    found = [Document(output / "meridiaan" / each.path, each) for each in artefacts if each.format == "pdf"]
    assert len(found) > 10
    return found


def test_pdfs_are_tagged_and_say_in_which_language(documents: list[Document]) -> None:
    for document in documents:
        assert document.root["/MarkInfo"] == {"/Marked": True}
        assert document.root["/StructTreeRoot"]["/K"]
        assert document.root["/Lang"] == document.artefact.language
        assert document.root["/ViewerPreferences"] == {"/DisplayDocTitle": True}


def test_pdfs_say_that_they_are_accessible_and_fit_for_the_archive(documents: list[Document]) -> None:
    for document in documents:
        metadata = document.root["/Metadata"].get_object()
        assert "/Filter" not in metadata, f"{document}: an archive must be able to read it without unpacking"
        (rdf,) = fromstring(metadata.get_data())
        said = {name: value for each in rdf for name, value in each.attrib.items()}
        assert said["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"
        assert said["{http://www.aiim.org/pdfa/ns/id/}part"] == "3"
        assert said["{http://www.aiim.org/pdfa/ns/id/}conformance"] == "A"


PROFILES = ("ua1", "3a")


def faults_of(file: Path) -> list[str]:
    """What page-validation finds; `make archive` asks veraPDF, which needs Java, about a sample of the same files."""
    reports = {profile: page_validation.validate_pdf(str(file), profile=profile) for profile in PROFILES}
    return [f"{file}: {name}: {report.failures}" for name, report in reports.items() if not report.is_compliant]


def test_pdfs_are_valid_pdf_ua_1_and_pdf_a_3a(documents: list[Document]) -> None:
    assert [fault for document in documents for fault in faults_of(document.file)] == []


def test_a_page_that_is_not_accessible_is_found_out(tmp_path: Path) -> None:
    """The judge itself: a heading that skips a level."""
    file = tmp_path / "page.pdf"
    file.write_bytes(pdf.write_pdf(sheet("<h3>Te diep</h3>"), {}).content)
    assert faults_of(file)


EDITIONS = {
    "beside-each-other": ("kaartwolk", Wanted(languages=("nl+en",), documents=("customer-agreement",))),
    "annotated": ("kaartwolk", Wanted(languages=("nl",), annotated=True, documents=("breach-procedure",))),
    "for-children": ("huisartsen-de-linde", Wanted(languages=("en",), documents=("children-statement",))),
    "the-longest": ("huisartsen-de-linde", Wanted(languages=("nl",), documents=("processing-register",))),
    "a-draft": ("meridiaan", Wanted(languages=("en",), draft=True, documents=("privacy-statement",))),
}


@pytest.mark.parametrize("edition", EDITIONS)
def test_other_editions_are_valid_too(edition: str, tmp_path: Path, examples: tuple[Checked, ...]) -> None:
    slug, wanted = EDITIONS[edition]
    organisation = next(each for each in examples if each.slug == slug)
    (built,) = build([organisation], tmp_path, replace(wanted, formats=("pdf",)))
    assert built.diagnostics == []
    found = [tmp_path / slug / each.path for each in built.artefacts if each.format == "pdf"]
    assert found
    assert [fault for file in found for fault in faults_of(file)] == []


def test_title_and_outline_are_those_of_the_page(documents: list[Document]) -> None:
    for document in documents:
        metadata = document.reader.metadata
        assert metadata is not None
        assert metadata.title == document.artefact.title
        assert metadata.author == "Meridiaan Advies B.V."
        headings = [text_of(heading) for heading in document.html.iter() if re.fullmatch("h[1-6]", heading.tag)]
        assert list(titles_in(document.reader.outline)) == headings, document


def titles_in(outline: Any) -> Iterator[str]:
    for item in outline:
        if isinstance(item, list):
            yield from titles_in(item)
        else:
            yield re.sub(r"\s+", " ", item.title)


def test_no_date_tells_when_a_pdf_was_made(documents: list[Document]) -> None:
    for document in documents:
        assert {"/CreationDate", "/ModDate"} & set(document.reader.metadata or {}) == set()


def test_pages_have_their_size(documents: list[Document]) -> None:
    for document in documents:
        wanted = A4[::-1] if document.is_wide else A4
        for page in document.reader.pages:
            assert (page.mediabox.width, page.mediabox.height) == pytest.approx(wanted, abs=0.1), document


def test_every_page_carries_its_number(documents: list[Document]) -> None:
    shown = {"nl": "pagina {} van {}", "en": "page {} of {}"}
    for document in documents:
        total = len(document.reader.pages)
        for number in {1, 2, total}:  # reading all of them takes long
            text = re.sub(r"\s+", " ", document.reader.pages[number - 1].extract_text())
            assert shown[document.artefact.language].format(number, total) in text, (document, number)


def test_later_pages_say_of_what_they_are_part(documents: list[Document]) -> None:
    for document in documents:
        text = re.sub(r"\s+", " ", document.reader.pages[-1].extract_text())
        assert "Meridiaan Advies B.V." in text, document
        assert document.artefact.title[:20] in text, document


def test_all_fonts_are_the_bundled_ones_and_embedded(documents: list[Document]) -> None:
    for document in documents:
        fonts = {
            font["/BaseFont"]: font
            for page in document.reader.pages
            for font in map(PdfObject.get_object, page["/Resources"]["/Font"].values())  # type: ignore[index]
        }
        assert fonts
        for name, font in fonts.items():
            assert re.fullmatch(r"/[A-Z]{6}\+Source-Sans-3.*", name), (document, name)
            descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
            assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor), (document, name)


def test_every_character_is_in_every_font(documents: list[Document]) -> None:
    characters = {character for document in documents for character in text_of(document.html)}
    files = sorted((templates() / "fonts").glob("*.ttf"))
    assert len(files) == 4
    for file in files:
        known = set(TTFont(file).getBestCmap())
        assert {character for character in characters if ord(character) not in known} == set(), file.name


def test_no_heading_is_the_last_line_of_its_page(documents: list[Document]) -> None:
    for document in documents:
        kinds = kinds_by_mark(document)
        for number, page in enumerate(document.reader.pages, 1):
            low = page.mediabox.height / 0.75 - FOOTER
            lines = [(y, mark) for mark, y in lines_of(page) if y < low]
            assert lines, (document, number)
            kind_of = kinds[int(page["/StructParents"])]
            mark = max(lines)[1]
            if any("/Figure" in kind_of[later] for later in marks_after(page, mark)):
                continue  # a picture follows, whose words have places of their own
            last = kind_of[mark]
            assert not any(re.fullmatch("/H[1-6]?", kind) for kind in last), (document, number, last)


def marks_after(page: pypdf.PageObject, mark: int) -> list[int]:
    """The marks of what is drawn on a page after ``mark``."""
    contents = page.get_contents()
    assert contents is not None
    marks = [int(found) for found in re.findall(rb"/MCID (\d+)>>\s*BDC", contents.get_data())]
    return marks[marks.index(mark) + 1 :]


def lines_of(page: pypdf.PageObject) -> Iterator[tuple[int, float]]:
    """Every tagged line of a page: its mark, and how far down it stands in CSS pixels, as WeasyPrint writes it."""
    contents = page.get_contents()
    assert contents is not None
    for mark, drawn in re.findall(rb"/MCID (\d+)>>\s*BDC(.*?)\sEMC", contents.get_data(), re.DOTALL):
        for y in re.findall(rb"1 0 0 -1 [-\d.]+ ([-\d.]+) Tm", drawn):
            yield int(mark), float(y)


def kinds_by_mark(document: Document) -> dict[int, list[list[str]]]:
    """For each page and each mark on it: what it is part of, from the inside out."""
    numbers = document.root["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    return {
        int(key): [list(kinds_around(element)) for element in elements.get_object()]
        for key, elements in zip(numbers[::2], numbers[1::2], strict=True)
        if isinstance(elements.get_object(), list)
    }


def kinds_around(element: Any) -> Iterator[str]:
    element = element.get_object()
    while isinstance(element, dict) and "/S" in element:
        yield str(element["/S"])
        element = element["/P"].get_object() if "/P" in element else None


def test_headings_are_found_where_they_are(documents: list[Document]) -> None:
    """The test before this one reads WeasyPrint's own way of writing; were that to change, it would see nothing."""
    for document in documents:
        kinds = kinds_by_mark(document)
        found = {
            (number, mark)
            for number, page in enumerate(document.reader.pages)
            for mark, _ in lines_of(page)
            if "/H2" in kinds[int(page["/StructParents"])][mark]
        }
        assert len(found) >= sum(1 for _ in document.html.iter("h2")), document


def test_links_lead_out_of_a_pdf_only_to_where_there_is_something(documents: list[Document]) -> None:
    """A PDF is sent around by itself: a link to a file beside it would lead nowhere."""
    linked = 0
    for document in documents:
        notes = [note.get_object() for page in document.reader.pages for note in page.get("/Annots", ())]
        addresses = [note["/A"]["/URI"] for note in notes if "/URI" in note.get("/A", ())]
        linked += bool(addresses)
        assert {address for address in addresses if not address.startswith(("https://", "mailto:", "tel:"))} == set()
        assert [address for address in addresses if address.startswith(pdf.BASE)] == [], document
    assert linked > 10


# What a page may not have

REFUSED = [
    '<img alt="x" src="https://elsewhere.example/x.png">',
    '<img alt="x" src="file:///etc/hostname">',
    '<img alt="x" src="/etc/hostname">',
    '<img alt="x" src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=">',
    '<object data="https://elsewhere.example/x.svg">x</object>',
    '<link rel="attachment" href="file:///etc/hostname">',
    '<link rel="stylesheet" href="https://elsewhere.example/x.css">',
    '<style>@import "x.css";</style>',
    '<style>p { background: url("https://elsewhere.example/x.png") }</style>',
    '<style>@font-face { font-family: x; src: url("https://elsewhere.example/x.ttf") }</style>',
]


def sheet(body: str) -> str:
    return f'<!doctype html><html lang="nl"><title>Proef</title><body><h1>Proef</h1>{body}<p>Tekst</p></body></html>'


@pytest.mark.parametrize("body", REFUSED)
def test_whatever_a_page_names_is_refused_and_reported(body: str) -> None:
    made = pdf.write_pdf(sheet(body), {})
    assert any(complaint.startswith("refused to fetch") for complaint in made.complaints), made.complaints
    assert b"/EmbeddedFile" not in made.content


@pytest.mark.parametrize("href", ["https://elsewhere.example/x.png", "file:///etc/hostname", "other.svg"])
def test_a_drawing_may_not_fetch_either(href: str) -> None:
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="{href}"/></svg>'
    assets = {f"{pdf.BASE}logo.svg": ("image/svg+xml", drawing.encode())}
    made = pdf.write_pdf(sheet(f'<img alt="logo" src="{pdf.BASE}logo.svg">'), assets)
    assert any(complaint.startswith("refused to fetch") for complaint in made.complaints), made.complaints


def test_an_asset_that_is_given_is_used() -> None:
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
    image = f'<img alt="logo" src="{pdf.BASE}logo.svg">'
    made = pdf.write_pdf(sheet(image), {f"{pdf.BASE}logo.svg": ("image/svg+xml", drawing)})
    assert made.complaints == ()
    assert made.content != pdf.write_pdf(sheet(""), {}).content


@pytest.mark.parametrize(("kind", "content"), [("image/svg+xml", b"<svg"), ("image/png", b"no picture"), ("", b"")])
def test_a_broken_picture_is_reported(kind: str, content: bytes) -> None:
    made = pdf.write_pdf(sheet(f'<img alt="logo" src="{pdf.BASE}logo">'), {f"{pdf.BASE}logo": (kind, content)})
    assert made.complaints


def test_a_character_without_a_glyph_is_reported() -> None:
    made = pdf.write_pdf(sheet("<p>北京</p>"), {})
    assert any("U+5317" in complaint for complaint in made.complaints)


def test_complaints_of_one_page_are_not_those_of_the_next() -> None:
    assert pdf.write_pdf(sheet('<p style="colour: red">x</p>'), {}).complaints
    assert pdf.write_pdf(sheet(""), {}).complaints == ()


def test_the_same_page_gives_the_same_bytes() -> None:
    assert pdf.write_pdf(sheet(""), {}).content == pdf.write_pdf(sheet(""), {}).content


def test_no_reader_miscounts_what_is_packed(tmp_path: Path) -> None:
    """Packed data that end with a carriage return, before a line feed, are a byte shorter to some."""
    content = "dh@"
    assert zlib.compress(content.encode()).endswith(b"\r")
    day = date(2026, 12, 1)
    made = pdf.write_pdf(sheet(""), {}, pdf.Attached("feiten.json", "Feiten", content, day, day))
    assert b"\r\nendstream" not in made.content
    file = tmp_path / "page.pdf"
    file.write_bytes(made.content)
    assert faults_of(file) == []
    assert pypdf.PdfReader(file).attachments["feiten.json"] == [content.encode()]


def test_what_was_made_can_be_read() -> None:
    reader = pypdf.PdfReader(io.BytesIO(pdf.write_pdf(sheet(""), {}).content))
    assert "Tekst" in reader.pages[0].extract_text()


def test_loading_leaves_the_machine_as_it_was() -> None:
    find_library = ctypes.util.find_library
    pdf.load()
    assert ctypes.util.find_library is find_library
    assert os.environ["FONTCONFIG_FILE"] == str(templates() / "fonts" / "fonts.conf")
