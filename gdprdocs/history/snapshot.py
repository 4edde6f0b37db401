"""The files of a profile as commits have them, read from git's own store into memory; nothing is written anywhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from gdprdocs.history.git import GitError, Objects

_MOST_FILES, _DEEPEST = 5000, 20
_FOLDER, _FILES = "40000", ("100644", "100755", "100664")
"""The modes of what is read; a link or a submodule is no part of a profile."""


@dataclass(slots=True)
class Snapshots:
    """Finds what commits hold below a folder."""

    objects: Objects
    _known: dict[str, Mapping[PurePosixPath, str]] = field(default_factory=dict)

    def below(self, commit: str, folder: PurePosixPath) -> Mapping[PurePosixPath, str]:
        """The id of every file below ``folder``, by its name there; nothing where the commit has no such folder."""
        tree = self.objects.tree_of(commit)
        for part in folder.parts:
            found = [id_ for mode, name, id_ in self.objects.entries(tree) if (mode, name) == (_FOLDER, part)]
            if not found:
                return {}
            tree = found[0]
        if tree not in self._known:
            self._known[tree] = self._whole(tree)
        return self._known[tree]

    def _whole(self, tree: str) -> Mapping[PurePosixPath, str]:
        files = {}
        for name, id_ in self._walk(tree, PurePosixPath()):
            files[name] = id_
            if len(files) > _MOST_FILES:
                raise GitError(f"more than {_MOST_FILES} files")
        return files

    def _walk(self, tree: str, at: PurePosixPath) -> Iterator[tuple[PurePosixPath, str]]:
        for mode, name, id_ in self.objects.entries(tree):
            if mode in _FILES:
                yield at / name, id_
            elif mode == _FOLDER and len(at.parts) < _DEEPEST:
                yield from self._walk(id_, at / name)
