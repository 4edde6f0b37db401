"""The one way in which the program reads a file that somebody else wrote: a plain file of bounded size, no link.

A link could point anywhere on the machine, and a pipe would wait for ever.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path


class TooLargeError(OSError):
    """The file is larger than allowed."""


def read_plain_file(path: Path, most: int) -> bytes:
    """The content of ``path``; ``OSError`` when it is no plain file, :class:`TooLargeError` over ``most`` bytes."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(handle, "rb") as stream:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError("not a regular file")
        content = stream.read(most + 1)
    if len(content) > most:
        raise TooLargeError(f"more than {most} bytes")
    return content
