"""Building: from checked organisations to files.

Pages are rendered one after the other (``render``), for that takes little; PDFs are set by a pool of processes
(``pool``), for that takes nearly all the time. Workers get text and return bytes: only this process reads profiles and
writes files. What would come out as it is there already is not made again (``identity``), and an organisation's folder
is replaced in one step (``stage``, ``publish``), by one build at a time (``lock``).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from gdprdocs.build.lock import BusyError, locked
from gdprdocs.build.past import Past, past_of
from gdprdocs.build.plan import ALL_FORMATS, FORMATS, Format, Wanted
from gdprdocs.build.pool import LIMITS, Limits, Workers
from gdprdocs.build.publish import add_pages, write_organisation, write_portfolio
from gdprdocs.build.render import Built, Setting, Sheet, Work, leave_out, render_organisation
from gdprdocs.check import Checked, is_unchanged
from gdprdocs.formats import pdf
from gdprdocs.rules.building import PDF_FAILED, PDF_LIMIT, PROFILE_CHANGED

__all__ = [
    "ALL_FORMATS", "FORMATS", "LIMITS", "Built", "BusyError", "Format", "Limits", "Past", "Wanted", "Workers",
    "add_pages", "build", "locked", "past_of",
]  # fmt: skip

Progress = Callable[[int, int], None]
"""Called with the number of PDFs made and the number planned so far."""

AHEAD = 2
"""How many organisations are rendered while PDFs of an earlier one are still being set."""


def set_sheet(sheet: Sheet) -> pdf.Pdf:
    """Make one PDF, with what its making complained about."""
    return pdf.write_pdf(sheet.html, sheet.assets, sheet.attached)


def build(
    organisations: Iterable[Checked],
    output: Path,
    wanted: Wanted,
    *,
    jobs: int = 1,
    limits: Limits = LIMITS,
    executor: Executor | None = None,
    progress: Progress | None = None,
    done: Callable[[Built], None] | None = None,
    past: Callable[[Checked], Past] | None = None,
) -> list[Built]:
    """Make the documents of ``organisations`` below ``output``, each with what ``past`` knows of it.

    They are taken one by one, and only a few at a time are held. An organisation with errors, or whose documents cannot
    be finished, is left out whole: what an earlier build made of it stays. PDFs are set by ``executor``, or by ``jobs``
    processes of our own within ``limits``. Raises :class:`gdprdocs.formats.pdf.PangoMissingError` when PDFs are wanted
    and cannot be made here, :class:`BusyError` when another build goes on writing there, and ``OSError``.
    """
    found: list[Built] = []
    with locked(output), _setting(executor or Workers(jobs, limits), executor is None) as run:
        line = _Line(run, output, wanted, progress)
        for each in organisations:
            line.take(render_organisation(each, output / each.slug, wanted, past(each) if past else Past()))
            found += _told(line.finished(AHEAD), done)
        found += _told(line.finished(0), done)
        if any(each.published for each in found) and wanted.formats != ("fragment",):
            write_portfolio(output, draft=wanted.draft)
    return found


def _told(built: Iterable[Built], done: Callable[[Built], None] | None) -> Iterator[Built]:
    for each in built:
        if done:
            done(each)
        yield each


@contextmanager
def _setting(executor: Executor, ours: bool) -> Iterator[Executor]:
    """The executor, which leaves nothing running that is ours when anything interrupts."""
    try:
        yield executor
    except BaseException:
        if ours:
            executor.shutdown(wait=False, cancel_futures=True)
        raise
    if ours:
        executor.shutdown()


class _Line:
    """Organisations whose PDFs are being set, first in, first out."""

    def __init__(self, executor: Executor, output: Path, wanted: Wanted, progress: Progress | None) -> None:
        self._executor, self._output, self._wanted, self._progress = executor, output, wanted, progress
        self._waiting: deque[tuple[Work, dict[PurePosixPath, Future[pdf.Pdf]]]] = deque()
        self._made = self._planned = 0

    def take(self, work: Work) -> None:
        """Let the PDFs of an organisation be set: the large ones first, for these decide when the last is done."""
        wanted = [each for each in work.settings if each.kept is None]
        futures = {}
        for each in sorted(wanted, key=lambda setting: -len(setting.sheet.html)):
            futures[each.item.path("pdf")] = self._executor.submit(set_sheet, each.sheet)
        self._planned += len(futures)
        self._waiting.append((work, futures))

    def finished(self, most: int) -> Iterator[Built]:
        """Finish organisations until at most ``most`` are waiting."""
        while len(self._waiting) > most:
            work, futures = self._waiting.popleft()
            made = {path: self._result(future) for path, future in futures.items()}
            if not work.built.published and not work.built.diagnostics:
                self._finish(work, made)
            yield work.built

    def _result(self, future: Future[pdf.Pdf]) -> pdf.Pdf:
        made = future.result()
        self._made += 1
        if self._progress:
            self._progress(self._made, self._planned)
        return made

    def _finish(self, work: Work, made: dict[PurePosixPath, pdf.Pdf]) -> None:
        slow: list[Setting] = []
        failed = False
        for each in work.settings:
            result = made.get(each.item.path("pdf"))
            if result and result.exceeded:
                slow.append(each)
                work.complain(PDF_LIMIT, f"{each.item.stem}: {result.exceeded}")
            elif result and result.complaints:
                failed = True
                work.complain(PDF_FAILED, f"{each.item.stem}: {'; '.join(result.complaints)}")
        if failed:
            return
        if slow:
            leave_out(work, slow, self._wanted)
        if not is_unchanged(work.checked):
            work.complain(PROFILE_CHANGED, work.built.slug)
            return
        pdfs = {path: each.content for path, each in made.items() if path not in work.unmade}
        write_organisation(work, pdfs, self._output / work.built.slug, self._wanted)
        work.built.set = tuple(sorted(str(path) for path in pdfs))
