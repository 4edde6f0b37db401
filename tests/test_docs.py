"""The documentation shows what happens: its profiles are sound, its commands run, its outputs are real.

A page is a story. In the order of the page its YAML is put where its first line says, and its commands are run.
"""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from gdprdocs.cli import main
from gdprdocs.law import law
from gdprdocs.law.requirement import requirements
from gdprdocs.wording import date_words
from tests.conftest import ROOT, Expected

DOCS = ROOT / "docs"
TUTORIAL = DOCS / "tutorial.md"
MADE = {"profile.md"}
"""Made by scripts, and tested in test_reference.py; so are the folders of reference pages."""
WRITTEN = sorted(
    path
    for path in DOCS.rglob("*.md")
    if path.name not in MADE and not {"documents", "reference"} & set(path.relative_to(DOCS).parts)
)
DUTCH = sorted(path for path in (DOCS / "nl").rglob("*.md") if path.parent.name != "reference")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
PLACE = re.compile(r"# (organisations/[\w./-]+)(?:: ([\w.]+))?\n")
LOCALE = {True: "nl_NL.UTF-8", False: "en_GB.UTF-8"}


def name_of(path: Path) -> str:
    return str(path.relative_to(DOCS))


def blocks(page: Path) -> Iterator[tuple[str, str]]:
    yield from BLOCK.findall(page.read_text(encoding="utf-8"))


def put(text: str) -> None:
    """Do with a block of YAML what its first line tells the reader: a file, or keys in a part of one."""
    place = PLACE.match(text)
    assert place, f"the first line says where this goes, as in “# organisations/korenbloem/profile.yaml”:\n{text}"
    path = Path(place[1])
    if place[2] is None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return
    whole = yaml.safe_load(path.read_text(encoding="utf-8"))
    part: Any = whole
    for key in place[2].split("."):
        part = part.setdefault(key, {}) if part is whole else part[key]  # a new part comes at the end of the file
    part.update(yaml.safe_load(text))
    path.write_text(yaml.safe_dump(whole, allow_unicode=True, sort_keys=False), encoding="utf-8")


def put_words(text: str) -> None:
    """Write a block of own words in the file that its first line names."""
    place = re.match(r"\{# (organisations/[\w./-]+) #\}\n", text)
    assert place, f"the first line says where this goes, as in a comment with the name of the file:\n{text}"
    path = Path(place[1])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def put_bakery() -> None:
    """The profile with which the tutorial ends and every other page begins."""
    put([text for kind, text in blocks(TUTORIAL) if kind == "yaml"][-1])


def run(command: str, page: Path) -> Result:
    """What the program does with a command that starts with its name."""
    words = shlex.split(command.removesuffix("|| true"))
    environment = {"LC_ALL": LOCALE[page.is_relative_to(DOCS / "nl")], "NO_COLOR": "1"}
    return CliRunner(env=environment).invoke(main, words[1:], prog_name="gdprdocs")


def told(page: Path) -> Iterator[tuple[str, str]]:
    """Follow a page: every block of outputs with what it should be."""
    for kind, text in blocks(page):
        if kind == "yaml":
            put(text)
        elif kind == "jinja":
            put_words(text)
        elif kind == "sh":
            for line in text.replace("\\\n", " ").splitlines():
                if line.startswith("gdprdocs ") and not line.startswith("gdprdocs doctor"):
                    result = run(line, page)
                    allowed = (0, 1) if line.endswith("|| true") else (0,)
                    assert result.exit_code in allowed, f"{line}\n{result.output}"
        elif kind == "console":
            commands = [line[2:] for line in text.splitlines() if line.startswith("$ ")]
            yield text, "".join(f"$ {command}\n{run(command, page).output}" for command in commands)


@pytest.mark.parametrize("page", WRITTEN, ids=name_of)
def test_a_page_can_be_followed(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expect: Expected) -> None:
    monkeypatch.chdir(tmp_path)
    if page.name != TUTORIAL.name:
        put_bakery()
    text = page.read_text(encoding="utf-8")
    for shown, real in told(page):
        text = text.replace(f"```console\n{shown}```", f"```console\n{real.rstrip()}\n```")
    expect(page, text)


@pytest.mark.parametrize("page", WRITTEN, ids=name_of)
def test_a_page_ends_with_a_profile_without_findings(page: Path) -> None:
    """The outputs are written by --renew, whatever they say."""
    outputs = [text for kind, text in blocks(page) if kind == "console" and "$ gdprdocs validate" in text]
    assert all(re.search("nothing to report|niets te melden", text) for text in outputs[-1:])


def test_the_whole_profile_is_what_the_steps_of_the_tutorial_make(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    profile = tmp_path / "organisations" / "korenbloem" / "profile.yaml"
    steps = told(TUTORIAL)
    next(steps)  # up to the first output, which comes after the last step
    made = yaml.safe_load(profile.read_text(encoding="utf-8"))
    put_bakery()
    assert yaml.safe_load(profile.read_text(encoding="utf-8")) == made


@pytest.mark.parametrize("page", WRITTEN, ids=name_of)
def test_a_block_of_a_profile_is_yaml(page: Path) -> None:
    for kind, text in blocks(page):
        assert kind in {"sh", "console", "yaml", "json", "jinja", "text", "yml", "html", "php", "nginx", "apache"}
        if kind == "yaml":
            assert isinstance(yaml.safe_load(text), dict)
        if kind == "json":
            assert isinstance(json.loads(text), dict)


@pytest.mark.parametrize("page", ["how-to/own-words.md", "nl/how-to/own-words.md"])
def test_the_clause_that_a_page_replaces_is_replaced(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    put_bakery()
    for _ in told(DOCS / page):
        pass
    (statement,) = tmp_path.glob("output/korenbloem/public/en/privacy-statement/index.html")
    text = statement.read_text(encoding="utf-8")
    assert "Tell us in the shop" in text
    assert "Then we correct them" not in text


def test_adding_a_processor_is_seen_in_the_documents_that_the_page_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    put_bakery()
    for _ in told(DOCS / "how-to" / "add-a-processor.md"):
        pass
    pages = {str(path): path.read_text(encoding="utf-8") for path in tmp_path.glob("output/korenbloem/**/*.html")}
    for name in ("privacy-statement", "processing-register", "processor-agreement"):
        found = "".join(text for path, text in pages.items() if name in path)
        assert "Postduif" in found
        assert "United States" in found
    (consent,) = (text for path, text in pages.items() if "consent-overview" in path)
    assert "Yes, send me the newsletter each month." in consent


@pytest.mark.parametrize("page", DUTCH, ids=name_of)
def test_a_dutch_page_has_what_the_english_one_has(page: Path) -> None:
    english = DOCS / page.relative_to(DOCS / "nl")
    for kind in ("yaml", "sh", "json"):
        dutch, original = ([text for each, text in blocks(path) if each == kind] for path in (page, english))
        assert [text.replace(" --messages nl", "") for text in dutch] == original
    heads, others = (re.findall(r"^#+ ", path.read_text(encoding="utf-8"), re.MULTILINE) for path in (page, english))
    assert heads == others
    assert f"({'../' * (len(page.relative_to(DOCS).parts) - 1)}" in page.read_text(encoding="utf-8"), (
        "a link to English"
    )


def test_the_tutorial_and_every_how_to_is_in_dutch_too() -> None:
    english = {TUTORIAL, DOCS / "index.md", *(DOCS / "how-to").glob("*.md")}
    assert {path.relative_to(DOCS) for path in english} == {path.relative_to(DOCS / "nl") for path in DUTCH}


def test_pages_name_the_day_on_which_the_legal_data_were_checked() -> None:
    for page, language in (
        (DOCS / "index.md", "en"),
        (DOCS / "explanation" / "legal-data.md", "en"),
        (DOCS / "nl" / "index.md", "nl"),
    ):
        day = date_words(law().checked, language).replace("\u00a0", " ")
        assert day in page.read_text(encoding="utf-8")


def test_coverage_is_said_to_know_as_many_requirements_as_it_does() -> None:
    page = (DOCS / "explanation" / "coverage.md").read_text(encoding="utf-8")
    assert f"It knows {len(requirements())} requirements" in page
