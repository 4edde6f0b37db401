"""What git knows about the folder of an organisation: of which commit its files are, and how they were before.

Only commits that touched the folder are part of its history, or ``_shared/`` where the organisation uses it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from gdprdocs.history import absence
from gdprdocs.history.branch import Commit, commits, find
from gdprdocs.history.git import GitError, MissingObjectError, NoGitError, Objects
from gdprdocs.history.snapshot import Snapshots
from gdprdocs.language import Text
from gdprdocs.plain_file import read_plain_file
from gdprdocs.project import SHARED

__all__ = ["Blob", "Changes", "Files", "History", "State", "Version", "history_of"]

MOST_COMMITS = 50
"""How many commits are read, the newest first."""
SHORT = 8
"""How many digits of a commit are shown; git's own short form differs from clone to clone."""


@dataclass(frozen=True, slots=True)
class Version:
    """The commit that documents are made from."""

    commit: str
    day: date
    clean: bool
    """Whether the files are those of the commit."""


@dataclass(frozen=True, slots=True)
class Changes:
    """The days on which what a document says changed."""

    days: tuple[date, ...]
    """The newest first."""
    since: date | None = None
    """The day before which changes are left out; none where all are there."""


@dataclass(frozen=True, slots=True)
class Blob:
    """A file as a commit has it; the same id is the same content."""

    id: str
    content: bytes


@dataclass(frozen=True, slots=True)
class State:
    """The files of a profile as they stood after one commit, by their names in its folder and in ``_shared/``."""

    day: date
    own: Mapping[PurePosixPath, Blob]
    shared: Mapping[PurePosixPath, Blob]


@dataclass(frozen=True, slots=True)
class History:
    """What is known of the past of a profile, or why nothing is."""

    version: Version | None = None
    states: tuple[State, ...] = ()
    """The newest first; the first is the one of the version."""
    whole: bool = True
    """Whether ``states`` reaches back to the first commit."""
    absence: Text | None = None


@dataclass(frozen=True, slots=True)
class Files:
    """The files whose history is asked for."""

    folder: Path
    shared: Path | None
    """``_shared/``, where the organisation uses it."""
    used: Mapping[Path, int]
    """Every file that counts now, with the most bytes that it may have: those of the profile, and its logo."""
    is_read: Callable[[PurePosixPath], bool]
    """Whether a file of this name, inside one of the folders, is part of a profile."""


def history_of(files: Files) -> History:
    """The history of these files; never raises for what git does or what its repository holds."""
    try:
        return _read(files)
    except absence.AbsentError as absent:
        return History(absence=absent.why)
    except NoGitError:
        return History(absence=absence.NO_PROGRAM)
    except MissingObjectError:
        return History(absence=absence.PARTIAL)
    except GitError as error:
        return History(absence=absence.failed(str(error)))


def _read(files: Files) -> History:
    top, folder = find(files.folder)
    if files.shared and files.shared.resolve() != top.resolve() / folder.parent / SHARED:
        raise absence.AbsentError(absence.SHARED_ELSEWHERE)
    found = list(commits(top, folder, MOST_COMMITS + 1, shared=files.shared is not None))
    with Objects(top) as objects:
        snapshots = Snapshots(objects)
        if not found or not snapshots.below(found[0].hash, folder):
            raise absence.AbsentError(absence.NO_COMMIT)
        states = tuple(_state(files, snapshots, commit) for commit in found[:MOST_COMMITS])
        clean = _is_clean(files, snapshots, found[0])
    return History(Version(found[0].hash[:SHORT], found[0].day, clean), states, len(found) <= MOST_COMMITS)


def _state(files: Files, snapshots: Snapshots, commit: Commit) -> State:
    def profile(folder: PurePosixPath) -> dict[PurePosixPath, Blob]:
        named = {name: id_ for name, id_ in snapshots.below(commit.hash, folder).items() if files.is_read(name)}
        return {name: Blob(id_, snapshots.objects.read(id_)) for name, id_ in named.items()}

    return State(commit.day, profile(commit.folder), profile(commit.shared) if files.shared else {})


def _is_clean(files: Files, snapshots: Snapshots, commit: Commit) -> bool:
    """Whether the files that count are to the byte those of the commit, and none of its own is gone.

    This is not asked of git: ``git status`` would run the filters that a repository names, and would tell of files that
    no document is made from.
    """
    folders = {files.folder: commit.folder} | ({files.shared: commit.shared} if files.shared else {})
    unseen = {
        (folder, name)
        for folder, before in folders.items()
        for name in snapshots.below(commit.hash, before)
        if files.is_read(name)
    }
    for path, most in files.used.items():
        folder = next((each for each in folders if path.is_relative_to(each)), files.folder)
        name = PurePosixPath(path.relative_to(folder).as_posix())
        committed = snapshots.below(commit.hash, folders[folder]).get(name)
        if committed is None or not _is_same(path, most, committed):
            return False
        unseen.discard((folder, name))
    return not unseen


def _is_same(path: Path, most: int, committed: str) -> bool:
    try:
        content = read_plain_file(path, most)
    except OSError:
        return False
    # Where git is told to, a work tree has the line ends of Windows and its commits have not.
    return committed in {_id(content, len(committed)), _id(content.replace(b"\r\n", b"\n"), len(committed))}


def _id(content: bytes, length: int) -> str:
    """What git calls a file with this content."""
    algorithm = hashlib.sha256 if length == hashlib.sha256().digest_size * 2 else hashlib.sha1
    return algorithm(b"blob %d\0" % len(content) + content).hexdigest()
