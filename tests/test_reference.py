"""The reference of the profile keys is the one that the schema and the law files make, and its links lead somewhere."""

from __future__ import annotations

import re
import runpy

import pytest

from gdprdocs.schema import SECTIONS, SINGLE
from tests.conftest import ROOT, Expected

PAGE = ROOT / "docs" / "profile.md"
DOCUMENT_PAGES = ROOT / "docs" / "documents"


@pytest.fixture(scope="module")
def page() -> str:
    return str(runpy.run_path(str(ROOT / "scripts" / "profile_reference.py"))["reference"]())


def test_the_committed_reference_is_up_to_date(page: str, expect: Expected) -> None:
    expect(PAGE, page)


def document_pages() -> dict[str, str]:
    made = runpy.run_path(str(ROOT / "scripts" / "document_reference.py"))["pages"]()
    return {str(name): str(text) for name, text in made.items()}


@pytest.mark.parametrize("name", document_pages())
def test_the_page_of_each_document_is_up_to_date(name: str, expect: Expected) -> None:
    expect(DOCUMENT_PAGES / name, document_pages()[name])


def test_no_page_is_left_of_a_document_that_is_gone() -> None:
    assert {path.name for path in DOCUMENT_PAGES.iterdir()} == set(document_pages())


def test_every_top_level_key_is_there(page: str) -> None:
    for name in (*SINGLE, *SECTIONS):
        assert f"\n| `{name}` |" in page


def test_every_link_has_its_heading(page: str) -> None:
    headings = re.findall(r"^#+ (.+)$", page, re.MULTILINE)
    # GitHub makes the address of a heading this way.
    words = [heading.replace("&lt;", "").replace("&gt;", "").lower() for heading in headings]
    anchors = [re.sub(r"[^\w -]", "", each).replace(" ", "-") for each in words]
    assert len(set(anchors)) == len(anchors)
    assert set(re.findall(r"\]\(#([^)]+)\)", page)) <= set(anchors)
