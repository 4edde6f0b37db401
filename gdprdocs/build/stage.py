"""The next version of an organisation's folder: made beside the one that is there, and put in its place in one step.

A reader of the output sees the old version or the new one, whole, whatever ends a run. What is left of an ended run is
a folder whose name begins with a dot; the next run clears it away. What others put into the folder goes along.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from gdprdocs.build.exchange import exchange, mend
from gdprdocs.build.output import MANIFEST, digest_of, read_manifest
from gdprdocs.build.site import ASSETS
from gdprdocs.whole_file import BEGUN, write_file


class InTheWayError(OSError):
    """Somebody else's file stands where a build wants to write."""

    def __init__(self, path: Path) -> None:
        super().__init__(errno.EEXIST, os.strerror(errno.EEXIST), str(path))


_NEW, _ASIDE = ".gdprdocs-new-", ".gdprdocs-old-"


class Stage:
    """A folder in the making. Everything in it is on the disk before it is seen."""

    def __init__(self, folder: Path) -> None:
        """Begin the next version of ``folder``, with nothing in it."""
        _refuse_link(folder)
        self._folder = folder
        self._new = folder.with_name(f"{_NEW}{folder.name}")
        self._new.mkdir(parents=True)
        if folder.is_dir():
            self._new.chmod(folder.stat().st_mode & 0o7777)

    def write(self, path: PurePosixPath, content: bytes) -> None:
        """Put a new file in."""
        write_file(self._new / path, content)

    def keep(self, path: PurePosixPath, sha256: str) -> bool:
        """Take a file along from the version that is there; false when it is not there, or is another by now."""
        there, here = self._folder / path, self._new / path
        here.parent.mkdir(parents=True, exist_ok=True)
        try:
            _link(there, here)
        except OSError:
            return False
        if digest_of(here) == sha256:
            return True
        here.unlink()
        return False

    def publish(self) -> None:
        """Put the folder in the place of the one that is there; what others put there goes along."""
        for path in _foreign(self._folder, self._new):
            _carry(self._folder / path, self._new / path)
        _flush_folders(self._new)
        if self._folder.is_dir():
            exchange(self._folder, self._new, _aside(self._folder))
            _flush(self._folder.parent)
            _rescue(self._new, self._folder)
            shutil.rmtree(self._new)
        else:
            self._new.rename(self._folder)
            _flush(self._folder.parent)

    def drop(self) -> None:
        """Give it up; what is there stays as it is."""
        shutil.rmtree(self._new, ignore_errors=True)


def clear_leftovers(output: Path) -> None:
    """Clear away what a run that was ended has left in ``output``, and mend what it was in the middle of."""
    for aside in sorted(output.glob(f"{_ASIDE}*")):
        mend(output / aside.name.removeprefix(_ASIDE), aside)
    for left in sorted((*output.glob(f"{_ASIDE}*"), *output.glob(f"{_NEW}*"))):
        if left.is_dir() and not left.is_symlink():
            now = output / left.name.removeprefix(_ASIDE).removeprefix(_NEW)
            if (left / MANIFEST).exists() and now.is_dir():
                _rescue(left, now)
            shutil.rmtree(left)
    for half in (*output.glob(f"{BEGUN}*"), *(output / ASSETS).glob(f"{BEGUN}*")):
        if half.is_file() and not half.is_symlink():
            half.unlink()


def _aside(folder: Path) -> Path:
    return folder.with_name(f"{_ASIDE}{folder.name}")


def _refuse_link(folder: Path) -> None:
    if folder.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(folder))


def _link(there: Path, here: Path) -> None:
    """The same file under a second name; a copy where the file system has no such thing."""
    try:
        os.link(there, here, follow_symlinks=False)
    except OSError as error:
        if error.errno not in (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK, errno.EXDEV, errno.ENOSYS):
            raise
        shutil.copy2(there, here, follow_symlinks=False)


def _foreign(folder: Path, new: Path) -> Iterator[PurePosixPath]:
    """What others put into ``folder``, or changed since it was made.

    Raises :class:`InTheWayError` where a new file needs its place.
    """
    made = {artefact.path: artefact.sha256 for artefact in read_manifest(folder).files}
    for path in _entries(folder):
        ours = str(path) in made or path == PurePosixPath(MANIFEST)
        planned = os.path.lexists(new / path)
        is_folder = (folder / path).is_dir() and not (folder / path).is_symlink()
        blocked = any((new / above).is_file() for above in path.parents)
        if blocked or (planned and not ours and not is_folder and not _alike(folder / path, new / path)):
            raise InTheWayError(folder / path)
        if not planned and not (ours and digest_of(folder / path) == made.get(str(path))):
            yield path


def _alike(one: Path, other: Path) -> bool:
    found = digest_of(one)
    return found is not None and found == digest_of(other)


def _entries(folder: Path) -> Iterator[PurePosixPath]:
    """Every file, link and empty folder below ``folder``; links are not followed."""
    for at, folders, files in os.walk(folder):
        below = PurePosixPath(Path(at).relative_to(folder).as_posix())
        links = [name for name in folders if (Path(at) / name).is_symlink()]
        for name in (*files, *links):
            yield below / name
        if not folders and not files and below.parts:
            yield below


def _carry(there: Path, here: Path) -> None:
    """Take along what is not ours, as it is."""
    if there.is_dir() and not there.is_symlink():
        here.mkdir(parents=True, exist_ok=True)
        return
    here.parent.mkdir(parents=True, exist_ok=True)
    _link(there, here)


def _rescue(old: Path, now: Path) -> None:
    """Move to ``now`` what others put into ``old`` at the last moment, when its successor was already whole."""
    made = {artefact.path for artefact in read_manifest(old).files} | {MANIFEST}
    for path in list(_entries(old)):
        late = str(path) not in made and not _is_same(old / path, now / path)
        if late and ((old / path).is_symlink() or not (old / path).is_dir()):
            (now / path).parent.mkdir(parents=True, exist_ok=True)
            (old / path).replace(now / path)


def _is_same(one: Path, other: Path) -> bool:
    """Whether both names are of one file, or of a file and its copy."""
    if not os.path.lexists(other):
        return False
    a, b = one.lstat(), other.lstat()
    return (a.st_dev, a.st_ino) == (b.st_dev, b.st_ino) or (a.st_size, a.st_mtime_ns) == (b.st_size, b.st_mtime_ns)


def _flush_folders(top: Path) -> None:
    for at, _, _ in os.walk(top):
        _flush(Path(at))


def _flush(folder: Path) -> None:
    """Have the names in ``folder`` on the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
