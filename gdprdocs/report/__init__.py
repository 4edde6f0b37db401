"""Showing findings, to people and to the machines that show them to people."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator

from gdprdocs.report.finding import Findings, Reporter, Style
from gdprdocs.report.text import render_text, summary, visible

__all__ = ["REPORTERS", "Findings", "Reporter", "Style", "render_text", "summary", "visible"]


def _reporter(module: str) -> Reporter:
    """What ``module`` calls ``report``; the module is imported when a report is made."""

    def report(organisations: Iterable[Findings], style: Style) -> Iterator[str]:
        made: Reporter = importlib.import_module(f"gdprdocs.report.{module}").report
        return made(organisations, style)

    return report


REPORTERS: dict[str, Reporter] = {
    "text": _reporter("text"),
    "concise": _reporter("concise"),
    "json": _reporter("findings_json"),
    "sarif": _reporter("sarif"),
    "github": _reporter("github"),
    "gitlab": _reporter("gitlab"),
    "junit": _reporter("junit"),
}
"""By the name that ``gdprdocs validate --format`` knows them by."""
