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
    made = ProcessPoolExecutor(workers, mp_context=context, initializer=_ignore_interrupts)
    try:
        yield made
    except BaseException:
        made.shutdown(wait=False, cancel_futures=True)
        raise
    made.shutdown()


def _ignore_interrupts() -> None:
    """Ctrl-C reaches the whole group of processes; the first one alone decides what follows."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
