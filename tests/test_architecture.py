"""Who may import whom. Both tables say what is; a line added to them is a decision, and shows in a review."""

from __future__ import annotations

import ast
import graphlib
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from gdprdocs.report import REPORTERS
from tests.conftest import MERIDIAAN, ROOT

PACKAGE = ROOT / "gdprdocs"

LAYERS = [
    {"language", "project", "plain_file", "record", "whole_file", "workers"},
    {"diagnostic", "duration", "history", "pictures"},
    {"structure", "source"},
    {"law", "plain", "wording"},
    {"profile"},
    {"schema"},
    {"rules", "documents"},
    {"formats", "starter"},
    {"own_words"},
    {"check"},
    {"build", "check_many"},
    {"coverage", "readability"},
    {"report"},
    {"cli"},
    {"__main__"},
]
"""Bottom up: a module imports from lower layers and from its own package, and from nothing else."""

KNOWS_ONLY = {
    "formats": {"duration", "history", "language", "pictures", "plain_file", "profile", "project", "wording"},
    "pictures": set(),
    "plain": {"language", "source"},
    "report": {"diagnostic", "language", "rules"},
    "source": {"diagnostic", "language", "plain_file", "project"},
    "structure": {"diagnostic", "duration", "language"},
    "wording": {"duration", "language"},
}
"""Packages that are to know less than their layer allows."""

OWNERS = {
    "babel": "wording",
    "cerberus": "schema",
    "click": "cli",
    "jinja2": "formats.html",
    "markupsafe": "formats.html",
    "pydyf": "formats.pdf",
    "pyphen": "plain.syllable",
    "weasyprint": "formats.pdf",
    "yaml": "source",
}
"""The one module or package that knows each library."""


def module_of(file: Path) -> str:
    """``gdprdocs/rules/data.py`` as ``rules.data``; a package as its own name."""
    parts = file.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__") or "__init__"


FILES = {module_of(file): file for file in PACKAGE.rglob("*.py")}


def imported(file: Path) -> Iterator[str]:
    """Every module that ``file`` imports, anywhere in it, by its full name."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: relative imports hide from where"
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                yield whole if whole.removeprefix("gdprdocs.") in FILES else str(node.module)


def own(file: Path) -> set[str]:
    """The modules of this package that ``file`` imports."""
    found = {name.removeprefix("gdprdocs.") for name in imported(file) if name.split(".")[0] == "gdprdocs"}
    return {"__init__" if name == "gdprdocs" else name for name in found}


IMPORTS = {name: own(file) for name, file in FILES.items()}
ABOVE = {package: number for number, layer in enumerate(LAYERS) for package in layer}


def package_of(module: str) -> str:
    return module.split(".")[0]


def test_every_package_has_a_layer() -> None:
    assert {package_of(module) for module in FILES} - {"__init__"} == set(ABOVE)
    assert sum(map(len, LAYERS)) == len(ABOVE)


@pytest.mark.parametrize("module", sorted(FILES))
def test_imports_go_downwards(module: str) -> None:
    package = package_of(module)
    for other in {package_of(name) for name in IMPORTS[module]} - {package, "__init__"}:
        assert ABOVE[other] < ABOVE[package], f"{module} imports {other}"


@pytest.mark.parametrize("package", sorted(KNOWS_ONLY))
def test_some_know_less(package: str) -> None:
    known = {
        package_of(name) for module, names in IMPORTS.items() if package_of(module) == package for name in names
    } - {package, "__init__"}
    assert known == KNOWS_ONLY[package]


def test_formats_take_only_the_whole_profile() -> None:
    """A page is told whose it is; what a document says comes from its model."""
    tree = ast.parse(FILES["formats.html"].read_text(encoding="utf-8"))
    names = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith("gdprdocs.profile")
        for alias in node.names
    }
    assert names == {"Profile"}


def test_no_module_imports_itself_by_way_of_others() -> None:
    graphlib.TopologicalSorter(IMPORTS).prepare()


@pytest.mark.parametrize("library", sorted(OWNERS))
def test_each_library_has_one_owner(library: str) -> None:
    owner = OWNERS[library]
    users = {name for name, file in FILES.items() if library in {each.split(".")[0] for each in imported(file)}}
    assert users
    assert {name for name in users if name != owner and not name.startswith(f"{owner}.")} == set()


def test_every_library_is_in_the_table() -> None:
    used = {name.split(".")[0] for file in FILES.values() for name in imported(file)}
    assert used - set(sys.stdlib_module_names) - {"gdprdocs"} == set(OWNERS)


@pytest.mark.parametrize("format_", REPORTERS)
def test_validating_loads_nothing_that_makes_documents(format_: str) -> None:
    """Loading it takes longer than a profile takes to check, and Pango need not be there."""
    program = f"""
import atexit, sys
from gdprdocs.cli import main
atexit.register(lambda: print("\\nloaded", *sys.modules))
main(["validate", "--quiet", "--format", {format_!r}, "--color", "never", {str(MERIDIAAN)!r}])
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    modules = done.stdout.rpartition("\nloaded ")[2].split()
    assert "gdprdocs.check" in modules, done.stderr
    assert {name.split(".")[0] for name in modules} & {"weasyprint", "cffi", "fontTools", "pydyf", "jinja2"} == set()
    assert {name for name in modules if re.match(r"gdprdocs\.(build|documents|formats)", name)} == set()


@pytest.mark.parametrize("word", ["utils", "core", "manager", "helper", "helpers", "common_utils", "misc"])
def test_no_file_is_called_after_nothing_in_particular(word: str) -> None:
    files = [*PACKAGE.rglob("*.py"), *(ROOT / "tests").glob("*.py")]
    assert [file for file in files if file.stem == word] == []
