"""One build at a time writes to an output folder; a second waits a while, and then says so.

The lock is on the folder itself and belongs to the process: when that ends, however it ends, the lock is gone.
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from gdprdocs.build.stage import clear_leftovers

WAIT_SECONDS = 60
_STEP = 0.2


class BusyError(Exception):
    """Another build is writing to the folder, and went on for longer than this one waits."""


@contextmanager
def locked(output: Path, seconds: float = WAIT_SECONDS) -> Iterator[None]:
    """Have ``output`` for this process alone, cleared of what an ended run left; :class:`BusyError` if that fails."""
    new = not output.exists()
    output.mkdir(parents=True, exist_ok=True)
    handle = os.open(output, os.O_RDONLY)
    try:
        _take(handle, output, seconds)
        clear_leftovers(output)
        yield
    finally:
        if new:
            with suppress(OSError):  # it is not empty: something was built
                output.rmdir()
        os.close(handle)


def _take(handle: int, output: Path, seconds: float) -> None:
    until = time.monotonic() + seconds
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            if time.monotonic() >= until:
                raise BusyError(str(output)) from None
            time.sleep(_STEP)
