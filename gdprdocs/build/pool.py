"""Setting PDFs: here, or by a pool of processes that get text and return bytes."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager

from gdprdocs.build.render import Sheet
from gdprdocs.formats import pdf


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
    with _pool(workers) as pool:
        yield lambda function, sheets: pool.map(function, sheets)


@contextmanager
def _pool(workers: int) -> Iterator[Executor]:
    """A pool whose workers have loaded weasyprint already, and which leaves nothing running when it is interrupted."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["gdprdocs.build.worker"])
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_ignore_interrupts)
    try:
        yield pool
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        raise
    pool.shutdown()


def _ignore_interrupts() -> None:
    """Ctrl-C reaches the whole group of processes; this one alone decides what follows."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
