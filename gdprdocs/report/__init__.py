"""Showing diagnostics, to people and to the machines that show them to people."""

from collections.abc import Iterable
from typing import Protocol

from gdprdocs.diagnostic import Diagnostic
from gdprdocs.language import Language
from gdprdocs.report.github import render_github
from gdprdocs.report.text import render_text, summary, visible

__all__ = ["REPORTERS", "Reporter", "render_text", "summary", "visible"]


class Reporter(Protocol):
    """Makes text of diagnostics, ready to print; ``colour`` is whether it goes to a terminal that has colours."""

    def __call__(self, diagnostics: Iterable[Diagnostic], language: Language, *, colour: bool = False) -> str: ...


REPORTERS: dict[str, Reporter] = {"text": render_text, "github": render_github}
"""By the name that ``gdprdocs validate --format`` knows them by."""
