"""Worker processes: as many as are wanted, with what they need loaded, and none left after Ctrl-C."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # elsewhere they are imported when workers are wanted: to check one organisation none are
    from concurrent.futures import Executor


@contextmanager
def pool(workers: int, loaded: str) -> Iterator[Executor]:
    """A pool whose workers have imported the module ``loaded``, and which leaves nothing running when interrupted."""
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([loaded])
    made = ProcessPoolExecutor(workers, mp_context=context, initializer=begin)
    try:
        yield made
    except BaseException:
        made.shutdown(wait=False, cancel_futures=True)
        raise
    made.shutdown()


def begin() -> None:
    """What a worker does first: it leaves Ctrl-C to the process that started it, and ends when that is gone.

    Ctrl-C reaches the whole group of processes; the first one alone decides what follows.
    """
    import signal
    import threading

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    import os
    from multiprocessing import connection, parent_process

    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
