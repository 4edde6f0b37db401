"""The files in which an organisation words clauses of documents itself: ``wording/<document>/<language>.html.j2``.

They are read as the files of a profile are: no link is followed, no large file is read, and no character passes that a
reviewer would not see. What stands in them is judged elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from gdprdocs.project import LARGEST_WORDS
from gdprdocs.source.reader import File, content_of, fits, text_of

WORDING = "wording"
"""The folder of own words, in that of an organisation or in ``_shared/``."""
_KIND = "wording"


@dataclass(frozen=True, slots=True)
class WordsFile:
    """A file of own words, with its name below ``wording/``."""

    name: PurePath
    file: File
    shared: bool
    """Whether it stands in ``_shared/`` and is for all organisations beside it."""


def is_words(name: PurePath) -> bool:
    """Whether a file of this name, in an organisation's folder, is one of own words."""
    return name.parts[:1] == (WORDING,) and not any(part.startswith(".") for part in name.parts)


def words_files(folder: Path) -> list[Path]:
    """Everything in ``wording/`` that is no folder, links to folders included, so that none goes by unseen."""
    top = folder / WORDING
    found = [top] if top.is_symlink() or top.is_file() else sorted(top.rglob("*"))
    return [path for path in found if is_words(path.relative_to(folder)) and (path.is_symlink() or not path.is_dir())]


def read_words(folder: Path, *, shared: bool) -> Iterator[WordsFile]:
    """Read the files of own words in the folder of an organisation, or in ``_shared/``."""
    for path in words_files(folder):
        file = File(path)
        content = content_of(file, LARGEST_WORDS, _KIND)
        yield _words_file(path.relative_to(folder), file, content, shared=shared)


def words_bytes(path: Path, name: PurePath, content: bytes, *, shared: bool) -> WordsFile:
    """What reading would make of a file with this content; ``name`` begins with ``wording``."""
    file = File(path)
    return _words_file(name, file, content if fits(file, content, LARGEST_WORDS, _KIND) else None, shared=shared)


def _words_file(name: PurePath, file: File, content: bytes | None, *, shared: bool) -> WordsFile:
    file.complete = content is not None and text_of(file, content, _KIND) is not None and not file.diagnostics
    return WordsFile(PurePath(*name.parts[1:]), file, shared)
