"""Showing diagnostics to people."""

from gdprdocs.report.text import render_text, summary

__all__ = ["render_text", "summary"]
