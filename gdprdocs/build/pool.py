"""Setting PDFs: by processes that get text and return bytes, each of which can be stopped without harm to the others.

``concurrent.futures.ProcessPoolExecutor`` gives up all jobs when one process dies, and cannot end one that takes too
long. So each thread of a pool of threads keeps a process of its own. It is forked from one that has loaded weasyprint
already, and only when there is work for it: one document starts one process.
"""

from __future__ import annotations

import json
import multiprocessing
import pickle
import threading
from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

from gdprdocs.build.worker import NO_PANGO, serve
from gdprdocs.formats import pdf


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document is given."""

    seconds: float = 120
    memory: int = 1024**3
    """Bytes of address space."""


LIMITS = Limits()
_START_SECONDS = 60
"""How long a process takes to start at the very most."""


class Workers(Executor):
    """At most ``number`` processes that each run a function on one argument and give a :class:`pdf.Pdf`.

    A future raises :class:`pdf.PangoMissingError` where PDFs cannot be made, and nothing else: what went wrong with a
    document is part of its result.
    """

    def __init__(self, number: int, limits: Limits = LIMITS) -> None:
        self._threads = ThreadPoolExecutor(number)
        self._limits = limits
        self._mine = threading.local()
        self._all: set[_Worker] = set()
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload(["gdprdocs.build.warm"])

    def submit(self, function: Callable[..., Any], /, *arguments: Any, **named: Any) -> Future[Any]:
        return self._threads.submit(self._run, function, *arguments, **named)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End; without ``wait`` at once, whatever the processes are doing."""
        if not wait:
            self._stop_all()
        self._threads.shutdown(wait, cancel_futures=cancel_futures or not wait)
        self._stop_all()

    def _stop_all(self) -> None:
        for worker in tuple(self._all):
            worker.stop()

    def _run(self, function: Callable[[Any], pdf.Pdf], argument: Any) -> pdf.Pdf:
        worker = getattr(self._mine, "worker", None)
        if worker is None:
            worker = _Worker(self._context, self._limits)
            self._all.add(worker)
            worker.start()
            self._mine.worker = worker
        made = worker.run(function, argument)
        if made is None or made.exceeded:
            worker.stop()
            self._all.discard(worker)
            self._mine.worker = None
        return made or pdf.Pdf(b"", (), "died")


class _Worker:
    """One process, and the line to it."""

    def __init__(self, context: Any, limits: Limits) -> None:
        self._limits = limits
        ours, theirs = context.Pipe()
        self._line: Connection = ours
        self._theirs: Connection = theirs
        self._process: BaseProcess = context.Process(target=serve, args=(theirs, limits.memory), daemon=True)

    def start(self) -> None:
        try:
            self._process.start()
            self._theirs.close()
            said, why = json.loads(self._line.recv_bytes()) if self._line.poll(_START_SECONDS) else ("", "")
        except (EOFError, OSError):
            return  # it died, or what it is forked from did; the first job will say so
        if said == NO_PANGO:
            raise pdf.PangoMissingError(why)

    def run(self, function: Callable[[Any], pdf.Pdf], argument: Any) -> pdf.Pdf | None:
        """What ``function`` makes of ``argument``; nothing when the process died over it."""
        try:
            self._line.send_bytes(pickle.dumps((function, argument)))
            if not self._line.poll(self._limits.seconds):
                return pdf.Pdf(b"", (), "time")
            complaints, exceeded = json.loads(self._line.recv_bytes())
            return pdf.Pdf(self._line.recv_bytes(), tuple(complaints), exceeded)
        except (EOFError, OSError):
            return None

    def stop(self) -> None:
        if self._process.pid is not None:
            self._process.kill()
            self._process.join()
