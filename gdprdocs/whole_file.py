"""The one way in which the program writes a file: it appears whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

BEGUN = ".gdprdocs-"
"""How the name of a file begins that is not whole yet."""


def write_file(path: Path, content: bytes) -> None:
    """Write ``content`` beside ``path``, flush it to the disk, and put it in place in one step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=BEGUN)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).chmod(0o666 & ~_umask())  # mkstemp lets nobody else read, not even a web server
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
