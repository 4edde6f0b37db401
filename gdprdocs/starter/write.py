"""Writing new files: nothing that exists is overwritten, and after an interruption nothing half-written is left."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Written:
    """What was written, and what was there already and stayed as it was."""

    new: list[Path] = field(default_factory=list)
    kept: list[Path] = field(default_factory=list)


def write_new(
    own: Mapping[Path, str], common: Mapping[Path, str], ignored: Iterable[str], ignore_file: Path
) -> Written:
    """Write ``own`` files, ``common`` ones where there are none yet, and the lines that git's ignore file lacks.

    ``FileExistsError`` when one of ``own`` is there already. After any failure what was written is taken away again.
    """
    written = Written()
    folders: list[Path] = []
    try:
        for path, text in own.items():
            _create(path, text, folders, written)
        for path, text in common.items():
            try:
                _create(path, text, folders, written)
            except FileExistsError:
                written.kept.append(path)
        _ignore(ignored, ignore_file, folders, written)
    except BaseException:
        for path in written.new:
            path.unlink(missing_ok=True)
        for folder in reversed(folders):
            folder.rmdir()
        raise
    return written


def _create(path: Path, text: str, folders: list[Path], written: Written) -> None:
    missing = [folder for folder in (path.parent, *path.parent.parents) if not folder.exists()]
    for folder in reversed(missing):
        folder.mkdir()
        folders.append(folder)
    with path.open("x", encoding="utf-8", newline="\n") as stream:
        written.new.append(path)
        stream.write(text)


def _ignore(lines: Iterable[str], path: Path, folders: list[Path], written: Written) -> None:
    """Last of all, in one step: a line appended to the user's own file."""
    if not path.exists():
        _create(path, "".join(f"{line}\n" for line in lines), folders, written)
        return
    there = path.read_bytes()
    known = {line.strip().strip(b"/") for line in there.splitlines()}
    lacking = [line for line in lines if line.strip("/").encode() not in known]
    if lacking:
        with path.open("ab") as stream:
            start = b"" if not there or there.endswith(b"\n") else b"\n"
            stream.write(start + "".join(f"{line}\n" for line in lacking).encode())
