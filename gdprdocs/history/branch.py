"""The commits of a branch that touched a profile, the newest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from gdprdocs.history import absence
from gdprdocs.history.git import GitError, NoGitError, git
from gdprdocs.project import PROFILE, SHARED

_MOST_RENAMES = 5


@dataclass(frozen=True, slots=True)
class Commit:
    """One commit, and where the organisation's folder was in it."""

    hash: str
    day: date
    folder: PurePosixPath

    @property
    def shared(self) -> PurePosixPath:
        """Where ``_shared/`` was."""
        return self.folder.parent / SHARED


def find(folder: Path) -> tuple[Path, PurePosixPath]:
    """The top folder of the repository that ``folder`` is in, and where in it; else why there is no history."""
    try:
        # Only the last line end goes: a folder may have an odd name.
        shallow, top, prefix = (
            git(folder, "rev-parse", question).removesuffix("\n")
            for question in ("--is-shallow-repository", "--show-toplevel", "--show-prefix")
        )
    except NoGitError:
        raise
    except GitError as error:
        said = str(error)
        if "dubious ownership" in said or "unsafe repository" in said:
            raise absence.AbsentError(absence.distrusted(folder.resolve())) from error
        if "not a git repository" in said or "must be run in a work tree" in said:
            raise absence.AbsentError(absence.NOT_IN_GIT) from error
        raise
    if not _is_commit(Path(top), "HEAD"):
        raise absence.AbsentError(absence.NO_COMMIT)
    if shallow == "true":
        raise absence.AbsentError(absence.SHALLOW)
    return Path(top), PurePosixPath(prefix)


def commits(top: Path, folder: PurePosixPath, most: int, *, shared: bool) -> Iterator[Commit]:
    """The commits that touched the profile in ``folder``, and ``_shared/`` beside it if asked; no more than ``most``.

    Only the first parent of each is followed: what the branch itself held, one state after the other. So what was
    merged counts from its merge, and the order of work on other branches shows nowhere.
    """
    start, found = "HEAD", 0
    for _ in range(_MOST_RENAMES + 1):
        here = [Commit(hash_, day, folder) for hash_, day in _touched(top, start, folder, most - found, shared=shared)]
        yield from here
        found += len(here)
        earlier = _moved_from(top, here[-1]) if here and found < most else None
        if earlier is None:
            return
        start, folder = f"{here[-1].hash}^1", earlier


def _touched(top: Path, start: str, folder: PurePosixPath, most: int, *, shared: bool) -> Iterator[tuple[str, date]]:
    paths = [folder, *([folder.parent / SHARED] if shared else [])]
    said = git(
        top, "rev-list", "--first-parent", f"--max-count={most}", "--format=%H %cI", start, "--",
        *(f":(top,literal){path}" if path.name else ":(top)" for path in paths),
    )  # fmt: skip
    for line in said.splitlines():
        hash_, _, written = line.partition(" ")
        if hash_ != "commit":  # the heading that rev-list puts above each
            yield hash_, _day(written)


def _day(written: str) -> date:
    """The day of a commit where it was made: the committer's own zone, so that it is the same everywhere."""
    try:
        return date.fromisoformat(written[:10])
    except ValueError as error:
        raise GitError("a commit has no readable date") from error


def _moved_from(top: Path, commit: Commit) -> PurePosixPath | None:
    """Where the folder was before a commit that moved its profile as it was; if it changed, it might be another's."""
    if not _is_commit(top, f"{commit.hash}^1"):
        return None
    said = git(
        top, "diff-tree", "-r", "-z", "--find-renames=100%", "--diff-filter=R", "--name-status", "--no-ext-diff",
        "--no-textconv", f"{commit.hash}^1", commit.hash, "--", f":(top,glob)**/{PROFILE}",
    )  # fmt: skip
    words = said.split("\0")
    renames = dict(zip(words[2::3], words[1::3], strict=False))
    before = renames.get(str(commit.folder / PROFILE))
    return PurePosixPath(before).parent if before else None


def _is_commit(top: Path, name: str) -> bool:
    try:
        git(top, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
    except NoGitError:
        raise
    except GitError:
        return False
    return True
