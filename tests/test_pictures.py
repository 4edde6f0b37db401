"""Pictures: all the facts in words, nothing over anything else, legible in any colours, and named on paper too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest
from fontTools.ttLib import TTFont
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from gdprdocs import pictures
from gdprdocs.build import Wanted, build
from gdprdocs.build.plan import Planned, plan
from gdprdocs.check import Checked
from gdprdocs.documents.access_overview import AccessOverview
from gdprdocs.documents.calendar import calendar
from gdprdocs.documents.processing_register import ProcessingRegister
from gdprdocs.documents.retention import RetentionProtocol
from gdprdocs.documents.timeline import scale, timeline
from gdprdocs.formats import colour
from gdprdocs.formats.html import Page, render
from gdprdocs.language import LANGUAGES
from gdprdocs.pictures.letters import lines_of, width_of
from gdprdocs.pictures.retention_timeline import place
from gdprdocs.pictures.svg import PAINTS, WIDTH, Drawing
from gdprdocs.pictures.widths import REGULAR, SEMIBOLD
from gdprdocs.project import templates
from gdprdocs.wording import date_words
from tests.html_tree import parse, text_of

TICKS = [pictures.Tick(words, days) for words, days in (("1 week", 7), ("1 jaar", 365), ("20 jaar", 7305))]
ODD = 'Smit & Zn. <b>"Recht"</b>'
"""A name that would break the page if it were anything but text."""

LONG = "Verwerkingsverantwoordelijkheidsaansprakelijkheidsverzekeringsmaatschappij"


def parties(**changes: str) -> list[pictures.Party]:
    name = changes.get("name", "Wolk B.V.")
    return [
        pictures.Party(1, "1", name, ("Gegevens in Nederland",)),
        pictures.Party(2, "1.1", "Diep GmbH", ("Opgeslagen in Duitsland", "Bereikbaar vanuit Ierland")),
        pictures.Party(3, "1.1.1", "Ver Inc.", ("Opgeslagen in Ierland",), "Buiten de EER", ("India: contract",)),
        pictures.Party(2, "1.2", LONG, ("Gegevens in België",)),
        pictures.Party(1, "2", "Post NV", ("Gegevens in België",)),
    ]


def every_kind(name: str = "Naam") -> list[list[Drawing]]:
    """A picture of each kind, with this name somewhere in it."""
    return [
        pictures.chain("Voorbeeld", "2 partijen", parties(name=name)),
        pictures.timeline("Klanten", [pictures.Kept(name, "1 week na de vraag", 7, "own")], TICKS),
        pictures.matrix(
            "Rollen",
            "Wie wat mag",
            [pictures.Role(name, "lezen", False), pictures.Role("Beheer", "lezen, wijzigen", True)],
            [pictures.Row("Adres", (True, False)), pictures.Row("Foto", (True, True))],
            [("reads", "Alleen zien")],
        ),
        pictures.calendar([pictures.Sheet("Mei 2027", (pictures.Entry("3", name, "Getest op 3 mei 2026"),))]),
        pictures.legend("Uitleg", [("due", name), ("lasting", "Zonder einde")]),
    ]


# Drawing


@pytest.mark.parametrize(("table", "style"), [(REGULAR, "Regular"), (SEMIBOLD, "Semibold")])
def test_letters_are_as_wide_as_in_the_bundled_font(table: dict[int, str], style: str) -> None:
    font = TTFont(templates() / "fonts" / f"SourceSans3-{style}.ttf")
    glyphs, widths, size = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    for width, letters in table.items():
        for letter in letters:
            assert round(widths[glyphs[ord(letter)]][0] * 1000 / size) == width, letter


def test_words_break_between_words_and_where_one_is_too_long_inside_it() -> None:
    assert lines_of("een twee drie", 10, width_of("een twee", 10)) == ["een twee", "drie"]
    broken = lines_of(f"de {LONG}", 10, 100)
    assert "".join(line.removesuffix("-") for line in broken[1:]) == LONG
    assert all(width_of(line, 10) <= 100 for line in broken)


def test_names_are_text_and_nothing_else() -> None:
    for parts in every_kind(ODD):
        shown = [fromstring(part.svg("#123456")) for part in parts]
        assert not [element for svg in shown for element in svg.iter("b")]
        words = " ".join("".join(text.itertext()) for svg in shown for text in svg.iter("text"))
        told = " ".join(f"{svg.findtext('title')} {svg.findtext('desc')}" for svg in shown)
        assert ODD in words
        assert ODD in told


def test_the_same_facts_give_the_same_drawing() -> None:
    once, again = ([part.svg("#123456") for parts in every_kind() for part in parts] for _ in range(2))
    assert once == again


def test_a_drawing_is_named_and_says_all_that_it_shows() -> None:
    head, branch, last = pictures.chain("Voorbeeld", "2 partijen", parties())
    svg = fromstring(branch.svg("#123456"))
    assert (svg.get("role"), svg.findtext("title")) == ("img", "Wolk B.V.")
    told = svg.findtext("desc") or ""
    for party in parties()[:4]:
        for words in (party.name if party.level > 1 else "", *party.where, party.outside, *party.safeguards):
            assert words in told
    assert (head.title, last.title) == ("Voorbeeld", "Post NV")
    assert fromstring(branch.svg("#123456", as_title=True)).findtext("title") == f"Wolk B.V. {told}"


def test_who_is_outside_has_another_shape_and_a_label() -> None:
    _, branch, last = pictures.chain("Voorbeeld", "2 partijen", parties())
    boxes = [each for each in fromstring(branch.svg("#123456")).iter("rect") if each.get("class") != "pic-ink"]
    assert [(box.get("stroke-dasharray") is not None, box.get("rx") is None) for box in boxes] == [
        (False, False), (False, False), (True, True), (False, False),
    ]  # fmt: skip
    assert "Buiten de EER" in [line.words for line in branch.lines]
    assert "Buiten de EER" not in [line.words for line in last.lines]


def test_a_longer_term_has_a_longer_bar() -> None:
    assert [place(days, TICKS) for days in (0, 7, 365, 7305, 99999)] == [0, WIDTH / 3, 2 * WIDTH / 3, WIDTH, WIDTH]
    assert place(1, TICKS) < place(2, TICKS) < place(30, TICKS) < place(400, TICKS)


def test_who_says_how_long_shows_in_the_bar() -> None:
    def shapes(kind: str | None, days: float | None) -> list[str | None]:
        kept = pictures.Kept("Adres", "zo lang", days, kind)  # type: ignore[arg-type]
        (part,) = pictures.timeline("Klanten", [kept], TICKS)
        return [element.get("class") for element in fromstring(part.svg("#123456"))]

    looks = {tuple(shapes(*each)) for each in (("law", 365), ("guideline", 365), ("own", 365), ("own", None))}
    assert len(looks) == 4
    assert "pic-lasting" in shapes("own", None)


def test_a_long_timeline_goes_on_in_a_further_part() -> None:
    kept = [pictures.Kept(f"Soort {number}", f"{number} dagen", number, "own") for number in range(1, 40)]
    parts = pictures.timeline("Klanten", kept, TICKS)
    assert len(parts) > 1
    assert all(part.height < 700 and part.title == "Klanten" for part in parts)
    assert [f"Soort {n}" in " ".join(part.told for part in parts) for n in range(1, 40)] == [True] * 39


def test_rights_show_in_the_matrix_as_marks_and_in_words() -> None:
    key, rows = every_kind()[2]
    assert "A. Naam. lezen. B. Beheer. lezen, wijzigen." in key.told
    assert rows.told == "Adres: A. Foto: A, B."
    marks = [element.get("class") for element in fromstring(rows.svg("#123456")).iter("circle")]
    assert marks == ["pic-stroke", "pic-stroke", "pic-accent"]


def test_what_is_late_and_what_is_planned_have_marks_of_their_own() -> None:
    def mark(kind: str) -> tuple[str, str | None]:
        entry = pictures.Entry("", "Back-ups", "", kind)  # type: ignore[arg-type]
        (part,) = pictures.calendar([pictures.Sheet("Mei 2027", (entry,))])
        found = list(fromstring(part.svg("#123456")))[-2]
        return found.tag, found.get("class")

    assert len({mark(kind) for kind in ("due", "late", "planned", "today")}) == 4


# Colours


def css() -> str:
    return (templates() / "_shared" / "picture.css").read_text("utf-8")


def test_paint_on_paper_is_legible() -> None:
    white, tint = "#ffffff", "#f1f4f6"
    for paint, attributes in PAINTS.items():
        for what, value in attributes.items():
            if what not in ("fill", "stroke") or not value.startswith("#") or paint in ("paper", "tint", "hair"):
                continue
            if what == "fill" and "stroke" in attributes:
                continue  # a ground for what stands in it
            need = 4.5 if paint in ("ink", "quiet") else 3
            assert colour.contrast(value, white) >= need, paint
            assert colour.contrast(value, tint) >= need, paint


def test_a_screen_gives_every_fixed_paint_a_colour_of_the_page() -> None:
    """Colours for paper would not do in the dark."""
    for paint, attributes in PAINTS.items():
        for what in ("fill", "stroke"):
            if attributes.get(what, "").startswith("#"):
                rules = re.findall(rf"\.pic-{paint}\b[^{{]*\{{([^}}]*)\}}", css())
                assert any(re.search(rf"\b{what}: var\(--", rule) for rule in rules), (paint, what)


# The example organisations


def models(examples: tuple[Checked, ...]) -> Iterator[tuple[Checked, Planned]]:
    wanted = (
        "processing-register",
        "processor-register",
        "sub-processor-list",
        "access-overview",
        "retention-protocol",
    )
    for checked in examples:
        assert checked.profile
        for item in plan(checked.profile, Wanted(documents=wanted)):
            yield checked, item


@pytest.fixture(scope="module")
def drawn(examples: tuple[Checked, ...]) -> list[tuple[str, list[Drawing]]]:
    """Every part of every picture of the examples, as the templates had it drawn."""
    found: list[tuple[str, list[Drawing]]] = []
    kept: list[Drawing] = []
    original = Drawing.svg

    def svg(self: Drawing, accent: str, *, as_title: bool = False) -> str:
        kept.append(self)
        return original(self, accent, as_title=as_title)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Drawing, "svg", svg)
        for checked, item in models(examples):
            kept.clear()
            render(item.type.folder, Page(checked.profile, item.language, "html"), item.model)
            found.append((f"{checked.slug} {item.type.id} {item.language}", list(kept)))
    assert len(found) > 20
    return found


def test_words_stay_in_their_part_and_off_each_other(drawn: list[tuple[str, list[Drawing]]]) -> None:
    for name, parts in drawn:
        for part in parts:
            for line in part.lines:
                assert line.x >= -0.1, (name, line)
                assert line.right <= WIDTH + 0.1, (name, line)
                assert line.y >= 0, (name, line)
                assert line.bottom <= part.height + 1, (name, line)
            for one, other in combinations(part.lines, 2):
                beside = one.right <= other.x + 0.5 or other.right <= one.x + 0.5
                above = one.bottom <= other.y + 0.5 or other.bottom <= one.y + 0.5
                assert beside or above, (name, one, other)


def test_boxes_hold_their_words_and_do_not_touch(drawn: list[tuple[str, list[Drawing]]]) -> None:
    for name, parts in drawn:
        for part in parts:
            for one, other in combinations(part.boxes, 2):
                assert one.bottom < other.y or other.bottom < one.y, (name, one, other)
            for line in part.lines if part.boxes else ():
                around = [box for box in part.boxes if box.y <= line.y and line.bottom <= box.bottom]
                assert [box for box in around if box.x + 5 <= line.x and line.right <= box.right - 5], (name, line)


def test_no_part_is_taller_than_a_page(drawn: list[tuple[str, list[Drawing]]]) -> None:
    assert max(part.height for _, parts in drawn for part in parts) < 900


def pictures_of(page: Element) -> str:
    """All that the pictures of a page show, in words."""
    return " ".join(" ".join((svg.findtext("title") or "", svg.findtext("desc") or "")) for svg in page.iter("svg"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fact_is_in_the_picture(language: str, examples: tuple[Checked, ...]) -> None:
    seen = set()
    for checked, item in models(examples):
        if item.language != language:
            continue
        page = parse(render(item.type.folder, Page(checked.profile, item.language, "html"), item.model))
        shown, model = pictures_of(page).replace("\u00a0", " "), item.model
        if isinstance(model, AccessOverview):
            names = [row.category.name for row in model.matrix] + [each.measure.name for each in model.measures]
            names += [each.role.name for each in model.roles]
            days = [date_words(each.test.last, item.language) for each in model.measures if each.test.last]
            assert not [day for day in days if day not in shown]
        elif isinstance(model, RetentionProtocol):
            terms = [line.term for each in model.activities for line in each.lines]
            names = [term.criterion or term.start for term in terms]
            names += [category.name for term in terms for category in term.categories]
        elif isinstance(model, ProcessingRegister):
            names = [link.sub.name for link in model.chain]
            names += [each.mechanism.name for link in model.chain for each in link.safeguards if each.mechanism]
        else:
            names = [link.sub.name for link in model.chain]
        for name in names:
            words = name if isinstance(name, str) else name.in_(item.language)
            assert words.replace("'", "’").lower()[1:].rstrip(".") in shown.lower(), (checked.slug, words)
        seen.add(item.type.id)
    assert len(seen) == 5


def test_a_picture_stands_with_its_words(html_output: Path) -> None:
    """A figure with a caption that leads to the table or list with the same facts."""
    number = 0
    for path in html_output.rglob("*.html"):
        for figure in parse(path.read_text("utf-8")).iter("figure"):
            number += 1
            assert text_of(figure[-1]).endswith(("woorden.", "words.", "test.", "reason.", "reden.")), path
            for svg in figure.iter("svg"):
                assert svg.findtext("title"), path
                assert svg.findtext("desc"), path
                assert {element.tag for element in svg.iter()} <= {
                    "svg", "title", "desc", "text", "rect", "line", "path", "circle",
                }  # fmt: skip
                assert not {name for element in svg.iter() for name in element.attrib} & {"style", "href", "id"}
    assert number > 20


# What is drawn


def test_the_timeline_has_each_term_once_from_short_to_endless(examples: tuple[Checked, ...]) -> None:
    for _, item in models(examples):
        if isinstance(item.model, RetentionProtocol):
            for each in item.model.activities:
                lines = timeline(one.term for one in each.terms)
                said = [(line.term.period, line.term.start, line.term.criterion, line.term.kind) for line in lines]
                assert len(set(said)) == len(said)
                assert {name.id for one in each.terms for name in one.term.categories} == {
                    name.id for line in lines for name in line.term.categories
                }
                days = [line.days for line in lines]
                fixed = [day for day in days if day is not None]
                assert days == [*sorted(fixed), *[None] * (len(days) - len(fixed))]
            assert scale(one.term for each in item.model.activities for one in each.terms)[-1].years == 20


def test_the_calendar_has_every_measure_once(examples: tuple[Checked, ...]) -> None:
    for _, item in models(examples):
        if isinstance(item.model, AccessOverview):
            model = item.model
            year = calendar(model.day, model.measures, model.planned)
            assert year
            assert len(year.months) == 12
            months = [each for month in year.months for each in month.due]
            assert all(each.on.replace(day=1) == month.first for month in year.months for each in month.due)
            found = [each.measure.id for each in (*year.late, *months, *year.later)]
            found += [each.id for each in year.undated]
            assert sorted(found) == sorted([each.measure.id for each in model.measures] + [m.id for m in model.planned])


def test_what_is_late_stands_apart(meridiaan: Checked) -> None:
    item = next(each for _, each in models((meridiaan,)) if isinstance(each.model, AccessOverview))
    model = item.model
    first = min(each.test.next for each in model.measures if each.test.next)
    year = calendar(first.replace(year=first.year + 1), model.measures, model.planned)
    assert year
    assert all(each.on < year.day for each in year.late)
    assert first in [each.on for each in year.late]
    assert calendar(None, model.measures, model.planned) is None


# Paper


def test_on_paper_a_picture_is_a_figure_that_says_all_it_shows(tmp_path: Path, meridiaan: Checked) -> None:
    wanted = Wanted(languages=("en",), documents=("processing-register",))
    (built,) = build([meridiaan], tmp_path, wanted)
    assert built.diagnostics == []
    reader = PdfReader(next(tmp_path.rglob("*.pdf")))
    root = reader.trailer["/Root"]["/StructTreeRoot"]  # type: ignore[index]
    alternatives = [str(each["/Alt"]) for each in figures(root)]
    page = parse(next(tmp_path.glob("**/en/processing-register/index.html")).read_text("utf-8"))
    for svg in page.iter("svg"):
        assert f"{str(svg.findtext('title')).rstrip('.')}. {svg.findtext('desc')}" in alternatives


def figures(node: DictionaryObject) -> Iterator[DictionaryObject]:
    """Every figure in a structure tree."""
    if node.get("/S") == "/Figure":
        yield node
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        kid = kid.get_object()
        if isinstance(kid, DictionaryObject) and "/S" in kid:
            yield from figures(kid)
