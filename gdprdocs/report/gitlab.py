"""Findings as a Code Quality report, which GitLab shows in the merge request beside the lines that it is about.

GitLab has no place for what is accepted, so that is left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from gdprdocs.diagnostic import Diagnostic, Severity
from gdprdocs.language import Language
from gdprdocs.report.finding import Findings, Style, in_repository
from gdprdocs.report.text import visible

_SEVERITY = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.ADVICE: "info"}


def report(organisations: Iterable[Findings], style: Style) -> Iterator[str]:
    """One list of all findings."""
    separator = "[\n"
    for each in organisations:
        fingerprints = each.fingerprints
        for diagnostic in each.diagnostics:
            entry = _entry(diagnostic, fingerprints[diagnostic], style.language)
            yield f"{separator}{json.dumps(entry, ensure_ascii=False)}"
            separator = ",\n"
    yield "[]\n" if separator == "[\n" else "\n]\n"


def _entry(diagnostic: Diagnostic, fingerprint: str, language: Language) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "description": visible(diagnostic.message.in_(language)),
        "check_name": diagnostic.rule,
        "fingerprint": fingerprint,
        "severity": _SEVERITY[diagnostic.severity],
        "location": {
            "path": visible(in_repository(diagnostic.place.file)),
            "lines": {"begin": diagnostic.place.line, "end": diagnostic.place.line},
        },
    }
    if diagnostic.help:
        entry["content"] = {"body": visible(diagnostic.help.in_(language))}
    return entry
