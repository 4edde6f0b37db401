"""What all tests share: where the repository is, how expected files are renewed, and documents made only once."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from gdprdocs.build import Wanted, build
from gdprdocs.build.output import Artefact, read_manifest
from gdprdocs.check import Checked, check_organisation
from gdprdocs.project import organisations as organisations_in
from tests.ci_run import build_wheel

ROOT = Path(__file__).resolve().parent.parent
MERIDIAAN = ROOT / "organisations" / "meridiaan"
EXAMPLES = tuple(folder.name for folder in organisations_in(ROOT / "organisations"))
"""The slugs of the example organisations."""
SOUND = ROOT / "tests" / "cases" / "sound"

Expected = Callable[[Path, str], None]


def page_of(organisation: Path, language: str, stem: str) -> Path:
    """The page of one document below the output of an organisation, public or internal."""
    (page,) = organisation.glob(f"*/{language}/{stem}/index.html")
    return page


def pages_in(organisation: Path, language: str) -> list[Path]:
    """The pages of all documents in one language, and not the indexes."""
    return sorted(organisation.glob(f"*/{language}/*/index.html"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--renew", action="store_true", help="write expected files anew; review the difference in git")


@pytest.fixture(autouse=True)
def _not_on_a_server(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program speaks otherwise on GitHub; a test that wants that says so."""
    for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def expect(request: pytest.FixtureRequest) -> Expected:
    """Compare a text with an expected file, or write that file when the tests run with --renew."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--renew"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert path.is_file(), f"{path} is missing: run pytest --renew and review what it writes"
        assert text == path.read_text(encoding="utf-8")

    return compare


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder whose name may be that of an organisation."""
    path = tmp_path / "voorbeeld"
    path.mkdir()
    return path


@pytest.fixture
def organisations(tmp_path: Path) -> Path:
    """A folder of organisations of one's own: ``voorbeeld``, small and sound, to change at will."""
    root = tmp_path / "organisations"
    shutil.copytree(SOUND, root / "voorbeeld")
    return root


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder that ``make`` fills once for all processes that run these tests; nobody may change it."""
    alone = "PYTEST_XDIST_WORKER" not in os.environ
    folder = (factory.getbasetemp() if alone else factory.getbasetemp().parent) / name
    with FileLock(f"{folder}.lock"):
        if not folder.is_dir():
            unfinished = folder.with_name(f"{name}-unfinished")
            shutil.rmtree(unfinished, ignore_errors=True)
            unfinished.mkdir()
            make(unfinished)
            unfinished.rename(folder)
    return folder


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project as it is installed."""
    (found,) = made_once(tmp_path_factory, "wheel", build_wheel).glob("*.whl")
    return found


@pytest.fixture(scope="session")
def examples() -> tuple[Checked, ...]:
    """The example organisations, checked and found to be in order."""
    checked = tuple(check_organisation(ROOT / "organisations" / slug) for slug in EXAMPLES)
    assert [each.slug for each in checked if each.diagnostics] == []
    return checked


@pytest.fixture(scope="session")
def meridiaan(examples: tuple[Checked, ...]) -> Checked:
    """The first example: the one that most tests look at."""
    return next(each for each in examples if each.slug == MERIDIAAN.name)


@pytest.fixture(scope="session")
def output(tmp_path_factory: pytest.TempPathFactory, meridiaan: Checked) -> Path:
    """Everything that a build makes of the example organisation. It takes long."""

    def make(folder: Path) -> None:
        (built,) = build([meridiaan], folder, Wanted(), jobs=2)
        assert built.diagnostics == []

    return made_once(tmp_path_factory, "output", make)


@pytest.fixture(scope="session")
def artefacts(output: Path) -> tuple[Artefact, ...]:
    """The list of what :func:`output` holds of the example organisation."""
    return read_manifest(output / "meridiaan").files


@pytest.fixture(scope="session")
def html_output(tmp_path_factory: pytest.TempPathFactory, examples: tuple[Checked, ...]) -> Path:
    """The pages of all example organisations as a build without PDF makes them."""

    def make(folder: Path) -> None:
        for built in build(list(examples), folder, Wanted(formats=("html",))):
            assert built.diagnostics == [], built.slug

    return made_once(tmp_path_factory, "pages", make)
