"""What files are made by: the program, as a digest of everything of it that can change a page or a PDF.

Together with what a profile says it tells a build whether a file would come out the same.
"""

from __future__ import annotations

import ctypes
import functools
import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path

from gdprdocs.project import PACKAGE, templates

_NATIVE = (("libpango-1.0.so.0", "pango_version_string"), ("libharfbuzz.so.0", "hb_version_string"))
"""What sets the text of a PDF, where it can be asked; elsewhere a new version goes unnoticed until something else
changes."""


@functools.cache
def program() -> str:
    """The digest of all code, templates, legal data and fonts, and of the versions of every library used."""
    files = [*PACKAGE.rglob("*"), *templates().rglob("*")]
    kept = {path for path in files if path.suffix not in (".pyc", ".pyo") and path.is_file()}
    return _digest([*_contents(kept), *_versions()])


@functools.cache
def pdf_maker() -> str:
    """The digest of what turns a page into a PDF; a page that is alike then gives the same PDF."""
    files = {*(PACKAGE / "formats" / "pdf").glob("*.py"), *(templates() / "fonts").glob("*.*")}
    return _digest([*_contents(files), *_versions(), *_native()])


def _contents(files: Iterable[Path]) -> Iterator[str]:
    for path in sorted(files):
        yield f"{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()}"


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _versions() -> Iterator[str]:
    """Name and version of every library that the program asks for, and of those that these ask for."""
    seen: set[str] = set()
    waiting = ["gdprdocs"]
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        try:
            found = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue  # of another system, or of an extra that is not installed
        yield json.dumps([name, found.version])
        waiting += sorted(_NAME.match(each)[0].lower() for each in found.requires or () if "extra ==" not in each)  # type: ignore[index]


_NAME = re.compile(r"[A-Za-z0-9._-]+")


def _native() -> Iterator[str]:
    for library, function in _NATIVE:
        try:
            ask = getattr(ctypes.CDLL(library), function)
        except (OSError, AttributeError):
            continue
        ask.restype = ctypes.c_char_p
        yield f"{library} {ask().decode('ascii', 'replace')}"
