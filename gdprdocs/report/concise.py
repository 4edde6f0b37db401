"""Findings as one line each: what editors and ``grep`` read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gdprdocs.report.finding import Findings, Style
from gdprdocs.report.text import head


def report(organisations: Iterable[Findings], style: Style) -> Iterator[str]:
    """``file:line:column: severity: message [rule]``; what is accepted only for those who want to see more."""
    for each in organisations:
        shown = (*each.diagnostics, *(each.accepted if style.verbose else ()))
        for diagnostic in sorted(shown, key=lambda diagnostic: diagnostic.order):
            yield f"{head(diagnostic, style.language, colour=style.colour)}\n"
