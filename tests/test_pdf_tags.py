"""The tags of PDFs: what a screen reader is told, compared with the page of which it is made."""

from __future__ import annotations

import inspect
import io
import re
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pypdf
import pytest

from gdprdocs.build import Wanted, build
from gdprdocs.check import Checked
from gdprdocs.formats import pdf
from tests.html_tree import parse


class Tag:
    """One structure element of a PDF."""

    def __init__(self, node: Any) -> None:
        self.node = node.get_object()

    @property
    def kind(self) -> str:
        return str(self.node["/S"]).removeprefix("/")

    @cached_property
    def kids(self) -> list[Tag]:
        return [Tag(kid) for kid in self._held if isinstance(kid, dict) and "/S" in kid]

    @property
    def notes(self) -> list[Any]:
        """The annotations that belong to it."""
        return [kid["/Obj"] for kid in self._held if isinstance(kid, dict) and kid.get("/Type") == "/OBJR"]

    @property
    def _held(self) -> list[Any]:
        held = self.node.get("/K", [])
        return [each.get_object() for each in (held if isinstance(held, list) else [held])]

    def attribute(self, name: str) -> Any:
        return self.node["/A"].get_object().get(f"/{name}") if "/A" in self.node else None

    def below(self, *kinds: str) -> Iterator[Tag]:
        """Itself and all below it, top down, of these kinds."""
        if not kinds or self.kind in kinds:
            yield self
        for kid in self.kids:
            yield from kid.below(*kinds)


class Tagged:
    """A PDF by its tags."""

    def __init__(self, content: bytes | Path) -> None:
        self.reader = pypdf.PdfReader(content if isinstance(content, Path) else io.BytesIO(content))
        self.root: Any = self.reader.trailer["/Root"]
        self.tree = Tag(self.root["/StructTreeRoot"]["/K"][0])

    @property
    def artefacts(self) -> list[str]:
        """What each page marks as no part of the text, without what only decorates."""
        found = []
        for page in self.reader.pages:
            contents = page.get_contents()
            assert contents is not None
            found += re.findall(r"/Artifact\s<<([^>]*)>>\sBDC", contents.get_data().decode("latin-1"))
        return found


EDITIONS = {
    "a-long-register": ("huisartsen-de-linde", Wanted(languages=("nl",), documents=("processing-register",))),
    "an-agreement": ("kaartwolk", Wanted(languages=("en",), documents=("customer-agreement",))),
    "beside-each-other": ("kaartwolk", Wanted(languages=("nl+en",), documents=("sub-processor-list",))),
    "a-statement": ("meridiaan", Wanted(languages=("nl",), documents=("privacy-statement",))),
    "annotated": ("meridiaan", Wanted(languages=("nl",), annotated=True, documents=("cookie-statement",))),
}


class Here(Executor):
    """Sets PDFs in this process, and remembers the page of each."""

    def __init__(self) -> None:
        self.pages: dict[bytes, str] = {}

    def submit(self, function: Callable[..., Any], /, *arguments: Any, **named: Any) -> Future[Any]:
        (sheet,) = arguments
        made = function(sheet)
        self.pages[made.content] = sheet.html
        future: Future[pdf.Pdf] = Future()
        future.set_result(made)
        return future


@pytest.fixture(scope="module", params=EDITIONS)
def edition(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, examples: tuple[Checked, ...]
) -> tuple[Tagged, Element]:
    """One PDF, and the page from which it was set."""
    slug, wanted = EDITIONS[request.param]
    folder = tmp_path_factory.mktemp("tagged")
    here = Here()
    (built,) = build([next(each for each in examples if each.slug == slug)], folder, wanted, executor=here)
    assert built.diagnostics == []
    first = next(artefact for artefact in built.artefacts if artefact.format == "pdf")
    return Tagged(folder / slug / first.path), parse(here.pages[(folder / slug / first.path).read_bytes()])


def test_what_the_page_has_the_tags_have_once(edition: tuple[Tagged, Element]) -> None:
    """Over a page break WeasyPrint makes two of one, and reads the head of a table again."""
    tagged, page = edition
    (body,) = page.iter("body")
    running = {part for each in body.iter() if each.get("class") == "running" for part in each.iter()}
    there = Counter(each.tag for each in body.iter() if each not in running)
    told = Counter(each.kind for each in tagged.tree.below())
    for kind, tags in {
        "H1": ("h1",), "H2": ("h2",), "H3": ("h3",), "H4": ("h4",), "Table": ("table",), "THead": ("thead",),
        "TBody": ("tbody",), "TR": ("tr",), "TH": ("th",), "TD": ("td",), "L": ("ul", "ol"), "LI": ("li",),
        "Figure": ("img", "svg"), "Sect": ("section",),
    }.items():  # fmt: skip
        assert told[kind] >= sum(there[tag] for tag in tags), kind
        if kind != "Sect":  # words of a section that stand beside its blocks become a part of their own
            assert told[kind] == sum(there[tag] for tag in tags), kind


def test_headings_skip_no_level(edition: tuple[Tagged, Element]) -> None:
    levels = [int(each.kind[1]) for each in edition[0].tree.below("H1", "H2", "H3", "H4", "H5", "H6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - level <= 1 for level, later in pairwise(levels)), levels


def test_lists_hold_items_with_a_body(edition: tuple[Tagged, Element]) -> None:
    for each in edition[0].tree.below("L"):
        assert each.kids
        assert {kid.kind for kid in each.kids} <= {"LI", "L"}
    for item in edition[0].tree.below("LI"):
        assert [kid.kind for kid in item.kids][-1] == "LBody"


def test_every_header_cell_says_what_it_heads(edition: tuple[Tagged, Element]) -> None:
    scopes = {each.get("scope") for each in edition[1].iter("th")}
    told = {each.attribute("Scope") for each in edition[0].tree.below("TH")}
    assert told == {"/Row" if str(scope).startswith("row") else "/Column" for scope in scopes}


def test_every_cell_finds_its_headers(edition: tuple[Tagged, Element]) -> None:
    tagged, _ = edition
    found = tagged.root["/StructTreeRoot"].get("/IDTree", {}).get("/Names", [])
    names = {str(name): Tag(node) for name, node in zip(found[::2], found[1::2], strict=True)}
    assert list(names) == sorted(names)
    assert set(names) == {str(each.node["/ID"]) for each in tagged.tree.below("TH")}
    for table in tagged.tree.below("Table"):
        own = {str(each.node["/ID"]) for each in table.below("TH")}
        for cell in table.below("TD"):
            headers = [str(header) for header in cell.attribute("Headers")]
            assert headers
            assert set(headers) <= own
            assert {names[header].kind for header in headers} == {"TH"}


def test_links_say_where_they_lead(edition: tuple[Tagged, Element]) -> None:
    tagged, page = edition
    links = list(tagged.tree.below("Link"))
    assert bool(links) == any(True for _ in page.iter("a"))
    for link in links:
        (note,) = link.notes
        assert str(note["/Contents"])
        assert note["/F"] == 4, "it is there on paper too"
    notes = [note for sheet in tagged.reader.pages for note in sheet.get("/Annots", ())]
    assert len(notes) == len(links)


def test_figures_say_what_they_show(edition: tuple[Tagged, Element]) -> None:
    for figure in edition[0].tree.below("Figure"):
        assert str(figure.node["/Alt"]).strip()


def test_parts_in_another_language_say_so(edition: tuple[Tagged, Element]) -> None:
    tagged, page = edition
    assert tagged.root["/Lang"] == page.get("lang")
    there = {each.get("lang") for each in page.iter() if each.tag != "html"} - {None}
    assert {str(each.node["/Lang"]) for each in tagged.tree.below() if "/Lang" in each.node} == there


def test_what_stands_on_every_page_is_not_read_out(edition: tuple[Tagged, Element]) -> None:
    tagged, _ = edition
    pages = len(tagged.reader.pages)
    running = [each for each in tagged.artefacts if "/Pagination" in each]
    assert sum("/Footer" in each for each in running) >= 2 * pages  # the colophon and the number of the page
    assert sum("/Header" in each for each in running) >= 2 * (pages - 1)  # whose it is, and its title
    words = " ".join(words_of(tagged))
    assert not re.search(r"(pagina|page) \d+ (van|of) \d+", words)


def words_of(tagged: Tagged) -> Iterator[str]:
    """What is read out: the text of each page inside marks that belong to the tree."""
    for page in tagged.reader.pages:
        shown: list[str] = []
        inside: list[bool] = []

        def before(operator: Any, operands: Any, *_: Any, inside: list[bool] = inside) -> None:
            if operator in (b"BDC", b"BMC"):
                inside.append(operands[0] == "/Artifact")
            elif operator == b"EMC":
                inside.pop()

        def text(words: str, *_: Any, shown: list[str] = shown, inside: list[bool] = inside) -> None:
            if words.strip() and not any(inside):
                shown.append(words)

        page.extract_text(visitor_operand_before=before, visitor_text=text)
        yield re.sub(r"\s+", " ", " ".join(shown))


# Small pages, one thing each


def sheet(body: str) -> str:
    return f'<!doctype html><html lang="nl"><title>Proef</title><body><main><h1>Proef</h1>{body}</main></body></html>'


def tagged(body: str) -> Tagged:
    made = pdf.write_pdf(sheet(body), {})
    assert made.complaints == ()
    return Tagged(made.content)


LONG = "".join(f"<p>Alinea {number}</p>" for number in range(30))


def test_what_goes_on_over_a_page_is_one() -> None:
    made = tagged(f"<section><h2>Lang</h2>{LONG}</section><section><h2>Kort</h2><p>Eén</p></section>")
    assert len(made.reader.pages) > 1
    assert [each.kind for each in made.tree.kids] == ["Part"]
    first, second = made.tree.below("Sect")
    assert len(list(first.below("P"))) == 30
    assert [each.kind for each in second.kids] == ["H2", "P"]


def test_a_paragraph_over_two_pages_is_one() -> None:
    made = tagged(f"<p>{'Een lange alinea met veel woorden. ' * 300}</p>")
    assert len(made.reader.pages) > 1
    (paragraph,) = made.tree.below("P")
    pages = {str(each.node.raw_get("/Pg")) for each in paragraph.below("Span")}
    assert len(pages) == len(made.reader.pages)


def test_a_row_over_two_pages_is_one() -> None:
    long = "<br>".join(f"regel {number}" for number in range(90))
    made = tagged(f'<table><tr><th scope="row">Rij</th><td>{long}</td><td>{long}</td></tr></table>')
    assert len(made.reader.pages) > 1
    assert Counter(each.kind for each in made.tree.below("TR", "TH", "TD")) == {"TR": 1, "TH": 1, "TD": 2}


def test_a_list_in_columns_is_one() -> None:
    items = "".join(f"<li>Punt {number}</li>" for number in range(90))
    made = tagged(f'<ul style="columns: 2">{items}</ul>')
    (found,) = made.tree.below("L")
    assert [each.kind for each in found.kids] == ["LI"] * 90


def test_words_beside_blocks_keep_their_order_over_a_page() -> None:
    made = tagged(f"<div>Voor<div>{LONG}</div>Na</div>")
    assert len(made.reader.pages) > 1
    (outer, *_) = made.tree.below("Div")
    assert [len(list(each.below("P"))) for each in outer.kids] == [0, 30, 0]


def test_the_head_of_a_table_is_read_out_once() -> None:
    rows = "".join(f'<tr><th scope="row">Rij {number}</th><td>waarde</td></tr>' for number in range(90))
    head = '<thead><tr><th scope="col">Naam</th><th scope="col">Wat</th></tr></thead>'
    made = tagged(f"<table>{head}<tbody>{rows}</tbody></table>")
    pages = len(made.reader.pages)
    assert pages > 1
    assert len(list(made.tree.below("THead"))) == 1
    assert len([each for each in made.artefacts if "/Pagination" in each]) == 2 * (pages - 1)
    assert " ".join(words_of(made)).count("Naam") == 1
    names = [str(each.node["/ID"]) for each in made.tree.below("TH")]
    assert len(set(names)) == 92
    for number, cell in enumerate(made.tree.below("TD")):
        assert [str(header) for header in cell.attribute("Headers")] == [names[2 + number], names[1]]


def test_the_head_of_a_group_of_rows_is_a_header_of_each() -> None:
    made = tagged(
        '<table><tbody><tr><th scope="rowgroup" colspan="2">Groep</th></tr>'
        '<tr><th scope="row">Rij</th><td>waarde</td></tr></tbody>'
        '<tbody><tr><th scope="row">Rij</th><td>los</td></tr></tbody></table>'
    )
    group, row, alone = (str(each.node["/ID"]) for each in made.tree.below("TH"))
    inside, outside = made.tree.below("TD")
    assert [str(header) for header in inside.attribute("Headers")] == [group, row]
    assert [str(header) for header in outside.attribute("Headers")] == [alone]


def test_weasyprint_still_builds_tags_as_they_are_watched() -> None:
    """``Tags.recorded`` takes its place; with other parameters it would be called wrongly, or not at all."""
    pdf.load()
    from weasyprint import VERSION
    from weasyprint.pdf import tags

    said = f"gdprdocs/formats/pdf/tags.py was written for weasyprint 70; this is {VERSION}: compare their pdf/tags.py"
    parameters = list(inspect.signature(tags._build_box_tree).parameters)
    assert parameters == ["box", "parent", "pdf", "page_number", "nums", "annotations", "tags"], said
    assert "_build_box_tree" in inspect.getsource(tags.add_tags), said


def test_weasyprint_is_left_as_it_was() -> None:
    from weasyprint.pdf import tags

    before = tags._build_box_tree
    pdf.write_pdf(sheet("<p>Tekst</p>"), {})
    assert tags._build_box_tree is before
