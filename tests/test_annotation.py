"""``--annotate``: the articles of law stand beside what answers them."""

from __future__ import annotations

from pathlib import Path

from gdprdocs.build import Wanted, build
from gdprdocs.build.annotation import annotate
from gdprdocs.check import Checked
from gdprdocs.documents import DOCUMENTS
from gdprdocs.formats.tree import parse, text_of

PAGE = """<!doctype html>
<html lang="nl"><head><title>T</title></head><body><main>
<section id="a" data-articles="82 6(1)(f) Tw-11.7"><h2>Eerste</h2><p>Tekst.</p></section>
<section id="b" data-articles="82 6(1)(f) Tw-11.7"><h2>Tweede</h2><p>Tekst.</p></section>
<section id="c"><h2>Derde</h2><section><h3>Deel</h3><p data-articles="9 4(12)">Tekst.</p></section></section>
</main></body></html>
"""


def notes(page: str) -> list[tuple[str, str]]:
    found = []
    for section in parse(page).iter("section"):
        heading = next((text_of(child) for child in section if child.tag in ("h2", "h3", "h4")), "")
        found += [(heading, text_of(child)) for child in section if child.get("class") == "law"]
    return found


def test_articles_stand_at_the_head_of_their_section_in_order_and_once() -> None:
    assert notes(annotate(PAGE, "nl")) == [
        ("Eerste", "art. 6 lid 1 sub f AVG; art. 82 AVG; art. 11.7 Tw"),
        ("Deel", "art. 4 punt 12 AVG; art. 9 AVG"),
    ]
    assert notes(annotate(PAGE, "en"))[0] == ("Eerste", "Art. 6(1)(f) GDPR; Art. 82 GDPR; Art. 11.7 Tw")


def test_every_document_can_be_annotated(tmp_path: Path, meridiaan: Checked) -> None:
    (built,) = build([meridiaan], tmp_path, Wanted(formats=("html",), annotated=True))
    assert built.diagnostics == []
    pages = [artefact for artefact in built.artefacts if artefact.document in DOCUMENTS]
    assert pages
    for artefact in pages:
        assert notes((tmp_path / "meridiaan" / artefact.path).read_text("utf-8")), artefact.path
