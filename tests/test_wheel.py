"""The program as it is installed: the wheel holds all that it needs, and works far from the repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from gdprdocs import __version__
from tests.conftest import ROOT

BUILD = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"
"""What pip does with ``--no-build-isolation``; a .venv that uv made has no pip."""


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    done = subprocess.run(
        [sys.executable, "-c", BUILD, str(folder)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return folder / done.stdout.split()[-1]


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel unpacked, which is all that installing a pure wheel is, beside a copy of the example organisations."""
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "packages")
    shutil.copytree(ROOT / "organisations", folder / "work" / "organisations")
    return folder


def run(installed: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the installed program from its own folder: ``-P`` keeps the working folder out of the search."""
    environment = {**os.environ, "PYTHONPATH": str(installed / "packages"), "LC_ALL": "C.UTF-8"}
    return subprocess.run(
        [sys.executable, "-P", "-m", "gdprdocs", *arguments],
        cwd=installed / "work",
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_wheel_holds_everything_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    modules = {str(path.relative_to(ROOT)) for path in (ROOT / "gdprdocs").rglob("*.py")}
    facts = {str(path.relative_to(ROOT)) for path in (ROOT / "gdprdocs").rglob("*.yaml")}
    facts |= {str(path.relative_to(ROOT)) for path in (ROOT / "gdprdocs").rglob("*.schema.json")}
    templates = {f"gdprdocs/{path.relative_to(ROOT)}" for path in (ROOT / "templates").rglob("*") if path.is_file()}
    starter = {
        str(path.relative_to(ROOT))
        for path in (ROOT / "gdprdocs" / "starter").rglob("*")
        if path.suffix in (".md", ".yml")
    }
    assert len(modules) > 50
    assert len(facts) > 5
    assert {"gdprdocs/templates/fonts/SourceSans3-Regular.ttf", "gdprdocs/templates/fonts/OFL.txt"} <= templates
    metadata = {name for name in names if name.startswith(f"gdprdocs-{__version__}.dist-info/")}
    assert names - metadata == modules | facts | starter | templates | {"gdprdocs/py.typed"}
    assert {name.rpartition("/")[2] for name in metadata} >= {"METADATA", "entry_points.txt", "LICENSE", "OFL.txt"}


def test_the_wheel_is_the_same_whenever_it_is_built(wheel: Path, tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", BUILD, str(tmp_path)], cwd=ROOT, capture_output=True, check=True)
    assert (tmp_path / wheel.name).read_bytes() == wheel.read_bytes()


def test_it_is_the_installed_program_that_runs(installed: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(installed / "packages")}
    program = "import gdprdocs.project as project; print(project.PACKAGE, project.templates(), sep='\\n')"
    done = subprocess.run(
        [sys.executable, "-P", "-c", program], env=environment, capture_output=True, text=True, check=True
    )
    package = installed / "packages" / "gdprdocs"
    assert done.stdout.splitlines() == [str(package), str(package / "templates")]


def test_validate(installed: Path) -> None:
    done = run(installed, "validate", "meridiaan")
    assert done.returncode == 0, done.stdout + done.stderr


def test_build_gives_the_same_pages_as_in_the_repository(installed: Path, html_output: Path) -> None:
    done = run(installed, "build", "--format", "html")
    assert done.returncode == 0, done.stderr
    output = installed / "work" / "output"
    pages = {path.relative_to(output): path.read_bytes() for path in output.rglob("*.html")}
    assert pages == {path.relative_to(html_output): path.read_bytes() for path in html_output.rglob("*.html")}


def test_a_pdf_can_be_made(installed: Path) -> None:
    options = [
        "meridiaan",
        "--format",
        "pdf",
        "--document",
        "processing-register",
        "--language",
        "en",
        "--output",
        "pdf",
    ]
    done = run(installed, "build", "--jobs", "2", *options)
    assert done.returncode == 0, done.stderr
    assert (
        installed / "work" / "pdf" / "meridiaan" / "internal" / "en" / "processing-register" / "processing-register.pdf"
    ).read_bytes()[:5] == b"%PDF-"


def test_doctor(installed: Path) -> None:
    done = run(installed, "doctor")
    assert done.returncode == 0, done.stdout


def test_the_command_is_called_gdprdocs(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        entry_points = archive.read(f"gdprdocs-{__version__}.dist-info/entry_points.txt").decode("utf-8")
    assert entry_points == "[console_scripts]\ngdprdocs = gdprdocs.cli:main\n"
