"""Findings as GitHub sees them: the right place in the repository, and never a command that a profile wrote."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from gdprdocs.cli import main
from gdprdocs.diagnostic import Diagnostic, Place, Severity
from gdprdocs.language import Language, Text
from gdprdocs.law import law
from gdprdocs.report import REPORTERS, Findings, Style, render_text
from tests.conftest import ROOT

HOSTILE = [
    "\n::error::forged",
    "\r\n::set-output name=token::x",
    "::add-mask::a",
    "##[add-mask]a",
    "fine ##[set-output name=token]x",
    "##vso[task.setvariable variable=token]x",
    "50% of %0A::error::forged",
    "a,title=forged::b",
    "\x1b]0;title\x07",
    "\u2028::error::forged",
    "\u202e::error::forged",
    "stop ::stop-commands::a",
]

_COMMANDS = {"error", "warning", "notice", "add-mask", "set-output", "stop-commands"}


def read_by_github(output: str) -> list[tuple[str, dict[str, str], str]]:
    """The commands that GitHub's runner finds in the output, by the two forms that its source text knows."""
    found = []
    for line in re.split(r"\r\n|\r|\n", output):
        if match := re.match(r"\s*::(\S+?)(?: (.*?))?::(.*)$", line):
            name, said, message = match.groups()
            properties = dict(pair.split("=", 1) for pair in (said or "").split(",") if "=" in pair)
            found.append((name, {key: shown(value, True) for key, value in properties.items()}, shown(message)))
        elif match := re.search(r"##\[(\S+?)(?: [^\]]*)?\](.*)$", line):
            found.append((match[1], {}, match[2]))
        elif "##vso[" in line:
            found.append(("vso", {}, line))
    return [command for command in found if command[0] in _COMMANDS | {"vso"}]


def shown(text: str, is_property: bool = False) -> str:
    """The text as GitHub's runner turns it back: the percent sign last."""
    back = {"%0D": "\r", "%0A": "\n", **({"%3A": ":", "%2C": ","} if is_property else {}), "%25": "%"}
    for written, character in back.items():
        text = text.replace(written, character)
    return text


def diagnostic(message: str = "wrong", file: str = "organisations/voorbeeld/profile.yaml") -> Diagnostic:
    place = Place(Path(file), 50, 16, 4, f"    transfers: {message}")
    return Diagnostic(
        Severity.ERROR, "rule-id", Text(nl=message, en=message), place, Text(nl=f"doe {message}", en=f"do {message}")
    )


def render_github(diagnostics: list[Diagnostic], language: Language) -> str:
    """The commands for the findings of one organisation."""
    findings = Findings("voorbeeld", Path("organisations", "voorbeeld"), tuple(diagnostics))
    return "".join(REPORTERS["github"]([findings], Style(language, law().checked))).removesuffix("\n")


@pytest.fixture(autouse=True)
def _repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    monkeypatch.chdir(tmp_path)


def test_a_finding_is_one_line() -> None:
    assert render_github([diagnostic("data go to “Winkelwerk B.V.”")], "en") == (
        "::error file=organisations/voorbeeld/profile.yaml,line=50,col=16,endColumn=19,title=rule-id"
        "::data go to “Winkelwerk B.V.”%0Ado data go to “Winkelwerk B.V.”"
    )


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_no_text_is_a_command_of_its_own(text: str) -> None:
    ((name, properties, message),) = read_by_github(render_github([diagnostic(text)], "en"))
    assert (name, properties["title"], properties["line"]) == ("error", "rule-id", "50")
    assert message.count("\n") == 1


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_nor_is_the_name_of_a_file(text: str) -> None:
    ((name, properties, message),) = read_by_github(
        render_github([diagnostic(file=f"organisations/{text}.yaml")], "en")
    )
    assert (name, properties["title"], message) == ("error", "rule-id", "wrong\ndo wrong")
    assert properties["file"].startswith("organisations/")


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_the_output_for_people_holds_no_command(text: str) -> None:
    """`gdprdocs build` says its findings as text, in the same log."""
    assert read_by_github(render_text([diagnostic(text), diagnostic(file=text)], "en")) == []


def test_the_runner_in_this_test_sees_the_forms_that_it_should_see() -> None:
    seen = [bool(read_by_github(f"first\n{text}")) for text in ("::error::x", "a ##[add-mask]x", "##vso[a]x", "fine")]
    assert seen == [True, True, True, False]


def test_percent_signs_and_line_ends_come_back_as_they_were() -> None:
    ((_, properties, message),) = read_by_github(render_github([diagnostic("50% is %0A", "a,b: c%2C/x.yaml")], "en"))
    assert message == "50% is %0A\ndo 50% is %0A"
    assert properties["file"] == "a,b: c%2C/x.yaml"


@pytest.mark.parametrize(
    ("severity", "name"),
    [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.ADVICE, "notice")],
)
def test_every_severity_has_its_command(severity: Severity, name: str) -> None:
    text = Text(nl="mis", en="wrong")
    place = Place(Path("profile.yaml"), 1, 1, 0, "")
    assert render_github([Diagnostic(severity, "r", text, place)], "nl") == (
        f"::{name} file=profile.yaml,line=1,col=1,endColumn=1,title=r::mis"
    )


def test_paths_start_at_the_top_of_the_repository(
    organisations: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    profile = organisations / "voorbeeld" / "profile.yaml"
    profile.write_text(profile.read_text(encoding="utf-8").replace("version:", "versie:"), encoding="utf-8")
    (tmp_path / "privacy").mkdir()
    shutil.move(organisations, tmp_path / "privacy" / "organisations")
    monkeypatch.chdir(tmp_path / "privacy")
    result = CliRunner().invoke(main, ["validate", "--format", "github", "--messages", "en"])
    commands = read_by_github(result.stdout)
    assert result.exit_code == 1
    assert len(commands) == len(result.stdout.splitlines())
    assert {properties["file"] for _, properties, _ in commands} == {"privacy/organisations/voorbeeld/profile.yaml"}
    monkeypatch.delenv("GITHUB_WORKSPACE")
    result = CliRunner().invoke(main, ["validate", "--format", "github", "--messages", "en"])
    assert "file=organisations/voorbeeld/profile.yaml," in result.stdout


def test_a_sound_profile_gives_no_command() -> None:
    result = CliRunner().invoke(main, ["validate", "--format", "github", str(ROOT / "tests" / "cases" / "sound")])
    assert (result.exit_code, result.stdout) == (0, "")


def test_the_name_of_a_folder_is_no_command_either(organisations: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("::error::forged", "a ##[add-mask]x"):
        shutil.copytree(organisations / "voorbeeld", organisations / name)
    monkeypatch.chdir(organisations.parent)
    result = CliRunner().invoke(main, ["build", "--format", "html"])
    assert result.exit_code == 1
    assert read_by_github(result.stderr) == []
