"""Imported once by the process from which workers are forked, so that each starts with weasyprint loaded."""

import contextlib
import gc

from gdprdocs.formats import pdf

with contextlib.suppress(pdf.PangoMissingError):  # each worker says so itself
    pdf.load()
gc.freeze()  # what is loaded stays, so that no worker looks through it, or copies it by doing so
