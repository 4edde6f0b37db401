"""What all tests share: where the repository is, and how expected files are renewed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MERIDIAAN = ROOT / "organisations" / "meridiaan"

Expected = Callable[[Path, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--renew", action="store_true", help="write expected files anew; review the difference in git")


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
