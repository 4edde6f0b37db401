"""Findings as SARIF 2.1.0 (OASIS), which code scanning at GitHub and elsewhere reads.

The results are written as they come; the rules that they name follow them, for only then is it known which those are.
There is no ``helpUri``: the documentation has no address of its own. The help of a rule stands in the report instead.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from gdprdocs import __version__
from gdprdocs.diagnostic import Diagnostic, Severity, dotted
from gdprdocs.report.finding import Findings, Style, end_column, in_repository
from gdprdocs.report.text import visible
from gdprdocs.rules import RULES
from gdprdocs.rules.explained import explained

_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def report(organisations: Iterable[Findings], style: Style) -> Iterator[str]:
    """One log with one run."""
    numbers: dict[str, int] = {}
    yield f'{{"$schema": {_json(_SCHEMA)}, "version": "2.1.0", "runs": [{{"results": ['
    separator = "\n"
    for each in organisations:
        known = each.fingerprints
        for diagnostic in (*each.diagnostics, *each.accepted):
            number = numbers.setdefault(diagnostic.rule, len(numbers))
            result = _result(diagnostic, each.slug, known[diagnostic], number, style)
            yield f"{separator}{_json(result)}"
            separator = ",\n"
    rest = {
        "tool": {"driver": _driver([_rule(name, style) for name in numbers])},
        "language": style.language,
        "columnKind": "unicodeCodePoints",
        "properties": {"legalDataChecked": style.legal_data.isoformat()},
    }
    yield f"\n], {_json(rest)[1:]}]}}\n"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _driver(rules: list[dict[str, Any]]) -> dict[str, Any]:
    return {"name": "gdprdocs", "version": __version__, "semanticVersion": __version__, "rules": rules}


def _rule(name: str, style: Style) -> dict[str, Any]:
    said = explained(RULES[name], style.language)
    help_ = [said.reason, said.remedy, said.exactly]
    return {
        "id": name,
        "shortDescription": {"text": said.message},
        "fullDescription": {"text": said.reason},
        "help": {"text": "\n\n".join(filter(None, help_))},
        "defaultConfiguration": {"level": _LEVEL[said.severity]},
        "properties": {"tags": [RULES[name].group], **({"article": said.article} if said.article else {})},
    }


def _result(diagnostic: Diagnostic, slug: str, fingerprint: str, number: int, style: Style) -> dict[str, Any]:
    words = [diagnostic.message, *([diagnostic.help] if diagnostic.help else [])]
    result: dict[str, Any] = {
        "ruleId": diagnostic.rule,
        "ruleIndex": number,
        "level": _LEVEL[diagnostic.severity],
        "message": {"text": "\n".join(visible(text.in_(style.language)) for text in words)},
        "locations": [_location(diagnostic, slug)],
        "partialFingerprints": {"gdprdocs/v1": fingerprint},
    }
    if diagnostic.accepted:
        accepted = diagnostic.accepted
        days = {"on": accepted.on, "until": accepted.until}
        result["suppressions"] = [
            {
                "kind": "inSource",
                "status": "accepted",
                "justification": visible(accepted.because),
                "properties": {name: day.isoformat() for name, day in days.items() if day},
            }
        ]
    return result


def _location(diagnostic: Diagnostic, slug: str) -> dict[str, Any]:
    place = diagnostic.place
    file = in_repository(place.file)
    inside = not file.startswith(("/", "../"))
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": quote(os.fsencode(file)), **({"uriBaseId": "%SRCROOT%"} if inside else {})},
            "region": {
                "startLine": place.line,
                "startColumn": place.column,
                "endLine": place.line,
                "endColumn": end_column(diagnostic),
            },
        },
        "logicalLocations": [
            {"fullyQualifiedName": visible(f"{slug}:{dotted(diagnostic.path)}"), "kind": "profile"},
        ],
    }
