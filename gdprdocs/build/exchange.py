"""Two folders change places in one step, so that nobody ever sees neither or half of one."""

from __future__ import annotations

import ctypes
import errno
import functools
import os
import sys
from collections.abc import Callable
from pathlib import Path

_AT_FDCWD = -100
_EXCHANGE = 2
_CANNOT = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP)
"""How a system or a file system says that it does not know this."""


def exchange(one: Path, other: Path, aside: Path) -> None:
    """Let the folders ``one`` and ``other`` change places.

    Where the system cannot do that in one step, ``one`` stands at ``aside`` for a moment in between: whoever finds
    something there after an accident puts it back (:func:`mend`).
    """
    if not _in_one_step(one, other):
        one.rename(aside)
        other.rename(one)
        aside.rename(other)


def mend(one: Path, aside: Path) -> None:
    """Put back what stood at ``one`` when a run was ended between the steps of an exchange."""
    if aside.is_dir() and not one.exists():
        aside.rename(one)


def _in_one_step(one: Path, other: Path) -> bool:
    call = _system_call()
    if call is None:
        return False
    if call(os.fsencode(one), os.fsencode(other)) == 0:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(one))


@functools.cache
def _system_call() -> Callable[[bytes, bytes], int] | None:
    libc = ctypes.CDLL(None, use_errno=True)
    try:
        if sys.platform == "darwin":
            rename = libc.renamex_np
            rename.argtypes = (ctypes.c_char_p, ctypes.c_char_p, ctypes.c_uint)
            return lambda one, other: int(rename(one, other, _EXCHANGE))
        rename = libc.renameat2
    except AttributeError:
        return None
    rename.argtypes = (ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint)
    return lambda one, other: int(rename(_AT_FDCWD, one, _AT_FDCWD, other, _EXCHANGE))
