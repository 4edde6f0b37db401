"""The other side of the pool: a process that sets PDFs, one after the other, for the process that started it.

What it sets may come from anybody, so it is given nothing that it does not need: no network, no programs, no writing, a
bound on memory and on time, and of the environment only what finds fonts. It answers with plain bytes.
"""

from __future__ import annotations

import gc
import json
import os
import pickle
import resource
import sys
from multiprocessing.connection import Connection
from typing import Any

from gdprdocs.formats import pdf
from gdprdocs.workers import begin

READY, NO_PANGO = "ready", "no-pango"
_KEPT = ("FONTCONFIG_FILE", "HOME", "LANG", "LC_ALL", "TMPDIR", "TZ", "XDG_CACHE_HOME")
_REFUSED = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork", "os.remove", "os.rename")
"""Audit events of what no page has a need for; a second layer, for WeasyPrint is given nothing to fetch."""
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def serve(asked: Connection, memory: int) -> None:
    """Answer requests until there are no more; ``memory`` is the most bytes of address space."""
    begin()
    try:
        pdf.load()
    except pdf.PangoMissingError as error:
        asked.send_bytes(json.dumps([NO_PANGO, str(error)]).encode())
        return
    asked.send_bytes(json.dumps([READY, ""]).encode())
    _confine(memory)
    while True:
        try:
            function, argument = pickle.loads(asked.recv_bytes())
        except EOFError:
            return
        _answer(asked, _made(function, argument))


def _made(function: Any, argument: Any) -> pdf.Pdf:
    gc.disable()  # laying out makes millions of objects and next to no garbage
    try:
        made = function(argument)
    except MemoryError:
        return pdf.Pdf(b"", (), "memory")
    except Exception as error:
        return pdf.Pdf(b"", (f"{type(error).__name__}: {error}"[:200],))
    finally:
        gc.enable()
        gc.collect()
    assert isinstance(made, pdf.Pdf)
    return made


def _answer(asked: Connection, made: pdf.Pdf) -> None:
    asked.send_bytes(json.dumps([made.complaints, made.exceeded]).encode())
    asked.send_bytes(made.content)


def _confine(memory: int) -> None:
    """Take away what setting a page does not need; there is no way back."""
    for name in [name for name in os.environ if name not in _KEPT]:
        del os.environ[name]
    os.environ["PATH"] = "/nonexistent"
    if sys.platform == "linux":  # elsewhere the bound on address space is no bound, or refused
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.dont_write_bytecode = True
    sys.addaudithook(_guard)


def _guard(event: str, arguments: tuple[Any, ...]) -> None:
    if event.startswith(_REFUSED):
        raise PermissionError(f"{event} is not for a worker")
    if event == "open" and isinstance(flags := arguments[2], int) and flags & _WRITING:
        raise PermissionError("a worker writes nothing")
