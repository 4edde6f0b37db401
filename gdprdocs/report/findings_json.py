"""Findings as JSON for programs; ``findings.schema.json`` beside this module says what stands in it.

``format`` is its version: it goes up when a key disappears or comes to mean something else, not when one is added.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from gdprdocs import __version__
from gdprdocs.diagnostic import Diagnostic, Severity, dotted
from gdprdocs.report.finding import Findings, Style, end_column
from gdprdocs.report.text import visible

FORMAT = 1


def report(organisations: Iterable[Findings], style: Style) -> Iterator[str]:
    """One object; an organisation is a line of it, and is written when it has been checked."""
    opening = {
        "format": FORMAT,
        "program": {"name": "gdprdocs", "version": __version__},
        "legal_data_checked": style.legal_data.isoformat(),
        "language": style.language,
    }
    yield f'{_json(opening)[:-1]}, "organisations": ['
    counts: Counter[Severity] = Counter()
    number = accepted = 0
    for each in organisations:
        yield f"{',' if number else ''}\n{_json(_organisation(each, style))}"
        number += 1
        accepted += len(each.accepted)
        counts.update(diagnostic.severity for diagnostic in each.diagnostics)
    summary = {
        "organisations": number,
        "errors": counts[Severity.ERROR],
        "warnings": counts[Severity.WARNING],
        "advice": counts[Severity.ADVICE],
        "accepted": accepted,
    }
    yield f'\n], "summary": {_json(summary)}}}\n'


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _organisation(each: Findings, style: Style) -> dict[str, Any]:
    known = each.fingerprints
    return {
        "slug": visible(each.slug),
        "folder": visible(each.folder.as_posix()),
        "findings": [_finding(diagnostic, known[diagnostic], style) for diagnostic in each.diagnostics],
        "accepted": [
            {**_finding(diagnostic, known[diagnostic], style), "acceptance": _acceptance(diagnostic)}
            for diagnostic in each.accepted
        ],
    }


def _finding(diagnostic: Diagnostic, fingerprint: str, style: Style) -> dict[str, Any]:
    place = diagnostic.place
    return {
        "rule": diagnostic.rule,
        "severity": diagnostic.severity.value,
        "article": diagnostic.article,
        "message": visible(diagnostic.message.in_(style.language)),
        "help": visible(diagnostic.help.in_(style.language)) if diagnostic.help else None,
        "path": visible(dotted(diagnostic.path)),
        "file": visible(place.file.as_posix()),
        "line": place.line,
        "column": place.column,
        "end_column": end_column(diagnostic),
        "fingerprint": fingerprint,
    }


def _acceptance(diagnostic: Diagnostic) -> dict[str, str | None]:
    accepted = diagnostic.accepted
    days = {"on": accepted and accepted.on, "until": accepted and accepted.until}
    return {
        "because": visible(accepted.because) if accepted else "",
        **{name: day.isoformat() if day else None for name, day in days.items()},
    }
