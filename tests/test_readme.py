"""What the project's documents show is what happens: the first profile, every command, every output, every link."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from gdprdocs.check import check_organisation
from gdprdocs.report import render_text
from tests.conftest import ROOT, Expected

README = ROOT / "README.md"
PAGES = [
    README,
    ROOT / "CONTRIBUTING.md",
    ROOT / "CHANGELOG.md",
    ROOT / "docs" / "profile.md",
    ROOT / "docs" / "publishing.md",
]
PROFILE = Path("organisations") / "korenbloem" / "profile.yaml"
UNSIGNED, SIGNED = "      status: draft\n", "      signed: 2026-11-24\n"


def blocks(kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```$", README.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)


def commands() -> list[str]:
    """Every command of the README that starts the program, each once; of a pipe into the shell, what makes the text."""
    text = README.read_text(encoding="utf-8")
    lines = [line.partition("#")[0].strip() for block in blocks("sh") for line in block.splitlines()]
    lines += [line[2:] for block in blocks("console") for line in block.splitlines() if line.startswith("$ ")]
    lines += re.findall(r"`(gdprdocs [^`…]+)`", text)
    found = [re.sub(r'^eval "\$\((.*)\)"$|^(.*) \| source$', r"\1\2", line) for line in lines]
    return list(dict.fromkeys(line for line in found if re.match(r"(_\w+=\w+ )?gdprdocs\b", line)))


def first_profile() -> str:
    (profile,) = blocks("yaml")
    return profile


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that holds the first profile, as the README has its reader save it."""
    (tmp_path / PROFILE).parent.mkdir(parents=True)
    (tmp_path / PROFILE).write_text(first_profile(), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(command: str) -> subprocess.CompletedProcess[str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "LC_ALL": "C.UTF-8", "NO_COLOR": "1"}
    return subprocess.run(
        ["sh", "-c", command],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def _pdf() -> None:
    if run("gdprdocs doctor").returncode:
        pytest.skip("PDFs cannot be made here; gdprdocs doctor says why")


@pytest.mark.usefixtures("clone")
@pytest.mark.parametrize("command", commands())
def test_every_command_works(command: str, request: pytest.FixtureRequest) -> None:
    if command == "gdprdocs doctor":
        request.getfixturevalue("_pdf")
    # The outputs are made in full below; here PDFs would take long and show nothing new.
    result = run(f"{command} --format html" if command.startswith("gdprdocs build") else command)
    if command == "gdprdocs init":  # there is nobody to answer it here; tests/test_init.py answers it on a terminal
        assert (result.returncode, "nobody to ask" in result.stdout) == (2, True)
        return
    assert result.returncode == 0, result.stdout
    assert "rror" not in result.stdout or command.startswith(("gdprdocs explain", "_"))


def test_the_commands_are_all_found() -> None:
    assert {"gdprdocs validate", "gdprdocs build --draft korenbloem", "gdprdocs doctor"} <= set(commands())
    for shell in ("bash", "zsh", "fish"):
        assert f"_GDPRDOCS_COMPLETE={shell}_source gdprdocs" in commands()


@pytest.mark.usefixtures("_pdf")
def test_every_output_is_the_real_one(clone: Path, expect: Expected) -> None:
    text = README.read_text(encoding="utf-8")
    for block in blocks("console"):
        (clone / PROFILE).write_text(_as_shown(block), encoding="utf-8")
        lines = [line for line in block.splitlines() if line.startswith("$ ")]
        real = "".join(f"{line}\n{run(line[2:]).stdout}" for line in lines)
        text = text.replace(f"```console\n{block}```", f"```console\n{real}```")
    expect(README, text)


def _as_shown(block: str) -> str:
    """The first profile with the lines that findings in ``block`` show: these lines hold the fault."""
    lines = first_profile().splitlines()
    for number, line in re.findall(r"^ ([0-9]+) \| (.*)$", block, re.MULTILINE):
        lines[int(number) - 1] = line
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    "change",
    [
        pytest.param((), id="as it stands"),
        pytest.param(((UNSIGNED, SIGNED),), id="with the agreement signed"),
        pytest.param((("languages: [nl, en]", "languages: [nl]"), (", en: Orders", "")), id="in one language"),
    ],
)
def test_the_first_profile_is_sound(folder: Path, change: tuple[tuple[str, str], ...]) -> None:
    text = first_profile()
    for old, new in change:
        assert old in text
        text = text.replace(old, new)
    (folder / "profile.yaml").write_text(text, encoding="utf-8")
    assert render_text(check_organisation(folder).diagnostics, "en") == ""


def links() -> Iterator[object]:
    for page in PAGES:
        for target in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
            if not target.startswith("https://"):
                yield pytest.param(page.parent / target, id=f"{page.name} {target}")


@pytest.mark.parametrize("target", list(links()))
def test_every_link_leads_to_a_file(target: Path) -> None:
    assert target.exists()


@pytest.mark.parametrize("page", PAGES[:2], ids=lambda page: page.name)
def test_every_make_target_exists(page: Path) -> None:
    targets = set(re.findall(r"^\.PHONY: ([\w-]+)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(re.findall(r"(?:^|`)make ([\w-]+)", page.read_text(encoding="utf-8"), re.MULTILINE))
    assert named
    assert named <= targets
