"""Findings as GitHub workflow commands: GitHub shows each beside the line of the pull request that it is about.

A workflow command is a line of output, so no text of a profile may begin a line or close a property. What GitHub would
read as the end of either is written as ``%`` and two digits, and turned back by GitHub for showing.

Of each kind GitHub shows :data:`MOST` in a step and drops the rest in silence. So no more are written, and how many
are left out is said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from gdprdocs.diagnostic import Diagnostic, Severity
from gdprdocs.language import Language, Text
from gdprdocs.report.finding import Findings, Style, end_column, in_repository
from gdprdocs.report.text import counted, visible

MOST = 10
_COMMAND = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}
# The percent sign first, for the others bring it in.
_IN_MESSAGE = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTY = {**_IN_MESSAGE, ":": "%3A", ",": "%2C"}


def report(organisations: Iterable[Findings], style: Style) -> Iterator[str]:
    """The first findings of each kind, the most serious first, and how many more there are."""
    first: dict[Severity, list[Diagnostic]] = {severity: [] for severity in Severity}
    left: Counter[Severity] = Counter()
    for each in organisations:
        for diagnostic in each.diagnostics:
            kept = first[diagnostic.severity]
            if len(kept) < MOST:
                kept.append(diagnostic)
            else:
                left[diagnostic.severity] += 1
    for kept in first.values():
        yield from (f"{_one(diagnostic, style.language)}\n" for diagnostic in kept)
    if left:
        said = counted(left, style.language)
        more = Text(
            nl=f"Zonder annotatie: {said}. GitHub toont er van elke soort {MOST}.",
            en=f"Not shown as annotations: {said}. GitHub shows {MOST} of each kind.",
        )
        yield f"{more.in_(style.language)}\n"


def _one(diagnostic: Diagnostic, language: Language) -> str:
    place = diagnostic.place
    properties = {
        "file": in_repository(place.file),
        "line": str(place.line),
        "col": str(place.column),
        "endColumn": str(end_column(diagnostic) - 1),
        "title": diagnostic.rule,
    }
    said = ",".join(f"{name}={_escape(visible(value), _IN_PROPERTY)}" for name, value in properties.items())
    words = [diagnostic.message, *([diagnostic.help] if diagnostic.help else [])]
    message = "\n".join(visible(text.in_(language)) for text in words)
    return f"::{_COMMAND[diagnostic.severity]} {said}::{_escape(message, _IN_MESSAGE)}"


def _escape(text: str, table: Mapping[str, str]) -> str:
    for character, replacement in table.items():
        text = text.replace(character, replacement)
    return text
