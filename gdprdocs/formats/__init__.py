"""Formats: how a document model becomes a file. Each module owns one library (html: jinja2; pdf: weasyprint)."""
