"""Setting PDFs: here, or by a pool of processes that get text and return bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from gdprdocs.build.render import Sheet
from gdprdocs.formats import pdf
from gdprdocs.workers import pool


def set_sheet(sheet: Sheet) -> pdf.Pdf:
    """Make one PDF, with what its making complained about."""
    return pdf.write_pdf(sheet.html, sheet.assets, sheet.attached)


Runner = Callable[[Callable[[Sheet], pdf.Pdf], list[Sheet]], Iterator[pdf.Pdf]]


@contextmanager
def executor(workers: int) -> Iterator[Runner]:
    """Something that sets sheets: this process for one job, a pool for more."""
    if workers < 2:
        if workers:
            pdf.load()
        yield lambda function, sheets: map(function, sheets)
        return
    pdf.load()  # say at once, and in this process, that something is missing
    with pool(workers, "gdprdocs.build.worker") as made:
        yield lambda function, sheets: made.map(function, sheets)
