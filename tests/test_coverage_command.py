"""``gdprdocs coverage`` as its user meets it: what it prints, what it writes, and its exit code."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner, Result

from gdprdocs.cli import main
from tests.conftest import ROOT
from tests.html_tree import links_of, parse
from tests.variation import data_of, write_profile

EXAMPLE = ROOT / "organisations" / "kaartwolk"


def run(*arguments: str | Path) -> Result:
    environment = {"LC_ALL": None, "LC_MESSAGES": None, "LANG": None, "NO_COLOR": "1"}
    return CliRunner(env=environment).invoke(main, ["coverage", *map(str, arguments)])


@pytest.fixture
def without_contact(tmp_path: Path) -> Path:
    """An organisation that does not say how to reach it."""
    data = data_of(EXAMPLE)
    del data["organisation"]["contact"]
    write_profile(tmp_path / "organisations" / "onbereikbaar", data)
    return tmp_path / "organisations" / "onbereikbaar"


def test_0_everything_that_applies_is_answered() -> None:
    result = run(EXAMPLE, "--messages", "en")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    page = "internal/en/processor-register/index.html"
    start = f"met        avg-30-2-b             processor-register: {page}#map-hosting < customers_data"
    assert any(line.startswith(start) for line in lines)
    assert "n/a        avg-30-1-a-rep         processing-register: the organisation is established in the EEA" in lines
    assert lines[-1].startswith("kaartwolk: ")
    assert lines[-1].endswith(", 0 gaps")


def test_1_a_gap_says_which_fact_is_missing_in_the_language_of_the_user(without_contact: Path) -> None:
    result = run(without_contact, "--quiet", "--messages", "nl")
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    owner = lines.index(
        "ONTBREEKT  avg-13-1-a             privacy-statement website"
        " (artikel\N{NO-BREAK SPACE}13, eerste lid, onder a, AVG: Wie verantwoordelijk is en hoe men die bereikt)"
    )
    assert lines[owner + 1].strip() == "er ontbreekt een feit: [nog invullen: e-mailadres of telefoonnummer]"
    assert lines[owner + 2].strip() == "in het profiel: organisation.name, organisation.address, organisation.contact"
    assert not any(line.startswith(("beantwoord", "n.v.t.")) for line in lines)


def test_1_a_profile_that_cannot_be_read(tmp_path: Path) -> None:
    broken = tmp_path / "kapot"
    broken.mkdir()
    (broken / "profile.yaml").write_text("format: 1\norganisation: [", encoding="utf-8")
    result = run(broken)
    assert result.exit_code == 1
    assert "kapot/profile.yaml:3:1: error: this is not valid YAML" in result.stderr


def test_json_says_for_every_requirement_what_is_said_where_and_from_which_line() -> None:
    result = run(EXAMPLE, "--format", "json", "--messages", "en")
    assert result.exit_code == 0
    (found,) = json.loads(result.stdout)
    assert (found["organisation"], found["gaps"]) == ("kaartwolk", 0)
    by_key: dict[tuple[str, str, str], dict[str, Any]] = {
        (each["id"], each["document"], each["key"]): each for each in found["requirements"]
    }
    assert len(by_key) == len(found["requirements"]) == found["met"] + found["does_not_apply"]
    owner = by_key["avg-13-1-a", "privacy-statement", "website"]
    assert owner["article"] == ["GDPR 13(1)(a)"]
    assert owner["status"] == "met"
    assert {said["language"] for said in owner["said"]} == {"nl", "en"}
    assert any("Kaartwolk B.V." in said["words"] for said in owner["said"])
    for place in owner["profile"]:
        text = Path(place["file"]).read_text(encoding="utf-8").splitlines()[place["line"] - 1]
        assert ":" in text


def test_html_is_a_page_for_each_language_whose_links_lead_into_the_documents(tmp_path: Path) -> None:
    assert CliRunner().invoke(main, ["build", str(EXAMPLE), "--format", "html", "-o", str(tmp_path)]).exit_code == 0
    result = run(EXAMPLE, "--format", "html", "-o", tmp_path)
    assert result.exit_code == 0
    for language, name in (("nl", "dekking"), ("en", "coverage")):
        page = tmp_path / "kaartwolk" / "internal" / language / name / "index.html"
        assert page.is_file()
        html = parse(page.read_text(encoding="utf-8"))
        ids = [element.get("id") for element in html.iter() if element.get("id")]
        assert len(ids) == len(set(ids))
        targets = {urlsplit(href) for href in links_of(html)}
        within = {target for target in targets if target.path.endswith(".html") and not target.netloc}
        assert len(within) > 100
        for target in within:
            document = (page.parent / target.path).resolve()
            assert document.is_file(), target
            assert not target.fragment or f'id="{target.fragment}"' in document.read_text(encoding="utf-8"), target
