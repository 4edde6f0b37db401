"""The reference pages are the ones that the program makes of itself, and name everything that there is."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import click
import pytest

from gdprdocs.cli import COMMANDS, main
from gdprdocs.law import law
from gdprdocs.rules import RULES
from gdprdocs.schema import SECTIONS, SINGLE
from tests.conftest import ROOT, Expected

DOCS = ROOT / "docs"
PAGE = DOCS / "profile.md"
DOCUMENT_PAGES = DOCS / "documents"


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


MADE_IN_BOTH_LANGUAGES = ("rule_reference.py", "catalogue_reference.py")


def pages_of(script: str) -> dict[Path, str]:
    return dict(runpy.run_path(str(ROOT / "scripts" / script))["pages"]())


@pytest.mark.parametrize("script", MADE_IN_BOTH_LANGUAGES)
def test_the_pages_in_both_languages_are_up_to_date(script: str, expect: Expected) -> None:
    made = pages_of(script)
    assert {path.is_relative_to(DOCS / "nl") for path in made} == {True, False}
    for path, text in made.items():
        expect(path, text)


def test_the_page_of_the_command_line_is_up_to_date(expect: Expected) -> None:
    made = str(runpy.run_path(str(ROOT / "scripts" / "cli_reference.py"))["reference"]())
    expect(DOCS / "reference" / "cli.md", made)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_of_every_command_is_there(name: str) -> None:
    page = (DOCS / "reference" / "cli.md").read_text(encoding="utf-8")
    assert f"\n## gdprdocs {name}\n" in page
    command = main.get_command(click.Context(main), name)
    assert command
    for parameter in command.params:
        assert all(option in page for option in parameter.opts if option.startswith("--"))


@pytest.mark.parametrize("folder", ["reference", "nl/reference"])
def test_every_rule_and_every_standard_id_is_there(folder: str) -> None:
    rules, catalogue = ((DOCS / folder / name).read_text(encoding="utf-8") for name in ("rules.md", "catalogue.md"))
    assert [id_ for id_ in RULES if f"\n### {id_}\n" not in rules] == []
    facts = law()
    tables = [value for value in vars(facts).values() if isinstance(value, dict)]
    assert sum(map(len, tables)) > 250
    assert [id_ for table in tables for id_ in table if f"\n| `{id_}` |" not in catalogue] == []


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
