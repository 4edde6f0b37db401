"""Diagnostics as GitHub workflow commands: GitHub shows each beside the line of the pull request that it is about.

A workflow command is a line of output, so no text of a profile may begin a line or close a property. What GitHub would
read as the end of either is written as ``%`` and two digits, and turned back by GitHub for showing.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from gdprdocs.diagnostic import Diagnostic, Severity
from gdprdocs.language import Language
from gdprdocs.report.text import visible

_COMMAND = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}
# The percent sign first, for the others bring it in.
_IN_MESSAGE = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTY = {**_IN_MESSAGE, ":": "%3A", ",": "%2C"}


def render_github(diagnostics: Iterable[Diagnostic], language: Language, *, colour: bool = False) -> str:
    """The diagnostics as workflow commands, each a line; GitHub gives them its own colours."""
    return "\n".join(_one(diagnostic, language) for diagnostic in diagnostics)


def _one(diagnostic: Diagnostic, language: Language) -> str:
    place = diagnostic.place
    properties = {
        "file": _in_repository(place.file),
        "line": str(place.line),
        "col": str(place.column),
        "endColumn": str(place.column + max(1, place.length) - 1),
        "title": diagnostic.rule,
    }
    said = ",".join(f"{name}={_escape(visible(value), _IN_PROPERTY)}" for name, value in properties.items())
    words = [diagnostic.message, *([diagnostic.help] if diagnostic.help else [])]
    message = "\n".join(visible(text.in_(language)) for text in words)
    return f"::{_COMMAND[diagnostic.severity]} {said}::{_escape(message, _IN_MESSAGE)}"


def _in_repository(file: Path) -> str:
    """The path as GitHub knows it: from the top of the repository, wherever the program was started."""
    top = os.environ.get("GITHUB_WORKSPACE") or Path.cwd()
    whole = Path(os.path.abspath(file))  # noqa: PTH100 # resolve() would follow links out of the repository
    return whole.relative_to(top).as_posix() if whole.is_relative_to(top) else file.as_posix()


def _escape(text: str, table: Mapping[str, str]) -> str:
    for character, replacement in table.items():
        text = text.replace(character, replacement)
    return text
