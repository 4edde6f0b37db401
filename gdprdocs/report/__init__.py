"""Showing findings, to people and to the machines that show them to people."""

from gdprdocs.report.concise import concise
from gdprdocs.report.finding import Findings, Reporter, Style
from gdprdocs.report.findings_json import findings_json
from gdprdocs.report.github import github
from gdprdocs.report.gitlab import gitlab
from gdprdocs.report.junit import junit
from gdprdocs.report.sarif import sarif
from gdprdocs.report.text import render_text, summary, text, visible

__all__ = ["REPORTERS", "Findings", "Reporter", "Style", "render_text", "summary", "visible"]

REPORTERS: dict[str, Reporter] = {
    "text": text,
    "concise": concise,
    "json": findings_json,
    "sarif": sarif,
    "github": github,
    "gitlab": gitlab,
    "junit": junit,
}
"""By the name that ``gdprdocs validate --format`` knows them by."""
