"""Imported once by the process from which workers are forked, so that each starts with weasyprint loaded."""

from gdprdocs.formats import pdf

pdf.load()
