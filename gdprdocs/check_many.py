"""Checking many organisations: here or in worker processes, with what was found in the order of the folders.

A worker gets folders and returns small values. Only a few parts of the work are under way at once and nothing is kept
of what has been handed on, so that memory does not grow with the number of organisations.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gdprdocs.check import check_organisation
from gdprdocs.diagnostic import Diagnostic
from gdprdocs.workers import pool

if TYPE_CHECKING:
    from concurrent.futures import Future

FEW = 16
"""So many organisations are checked sooner here than workers are started."""
PART = 4
"""How many organisations a worker takes at once, where there are many."""
AHEAD = 2
"""How many parts wait for a worker, beside those that are being checked."""


@dataclass(frozen=True, slots=True)
class Result:
    """What there is to tell of one organisation."""

    slug: str
    folder: Path
    diagnostics: tuple[Diagnostic, ...]
    accepted: tuple[Diagnostic, ...]
    own_clauses: tuple[tuple[str, str], ...]
    """The documents and the clauses in them that the organisation words itself."""


class WorkerDiedError(Exception):
    """A worker process ended in the middle of its work."""


def check_each(folders: Sequence[Path], jobs: int) -> Iterator[Result]:
    """Check every folder, in so many processes where that is quicker; each result as soon as its turn has come."""
    if jobs < 2 or len(folders) <= FEW:
        return map(_check, folders)
    return _in_workers(folders, jobs)


def _check(folder: Path) -> Result:
    checked = check_organisation(folder)
    clauses = tuple(checked.worded.replaced()) if checked.worded else ()
    return Result(checked.slug, folder, checked.diagnostics, checked.accepted, clauses)


def _check_part(folders: Sequence[Path]) -> list[Result]:
    return [_check(folder) for folder in folders]


def _in_workers(folders: Sequence[Path], jobs: int) -> Iterator[Result]:
    from concurrent.futures import BrokenExecutor  # not at the top: few organisations need none of it

    size = max(1, min(PART, len(folders) // (2 * jobs)))
    parts = (folders[start : start + size] for start in range(0, len(folders), size))
    under_way: deque[Future[list[Result]]] = deque()
    try:
        with pool(jobs, __name__) as workers:
            for part in parts:
                under_way.append(workers.submit(_check_part, part))
                if len(under_way) >= jobs + AHEAD:
                    yield from under_way.popleft().result()
            while under_way:
                yield from under_way.popleft().result()
    except BrokenExecutor as error:
        raise WorkerDiedError from error
