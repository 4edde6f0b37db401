"""An organisation's folder: several files that make one profile, merged by id.

Every file holds the same top-level keys. Sections that are keyed by id (``activities``, ``processors`` …) may be spread
over files; an id that stands twice is an error that names both places. What a portfolio shares (``_shared/``) joins in
only where the organisation names it, so that nobody's documents show another organisation's processor. Under the same
id an organisation adds to a shared entry, or says what is different for itself: the day on which it signed, for one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Any, TypeVar

from gdprdocs.diagnostic import Diagnostic, FieldPath, Place
from gdprdocs.project import PROFILE, shared_folder
from gdprdocs.source import message
from gdprdocs.source.own_words import WORDING, WordsFile, read_words
from gdprdocs.source.reader import File, read_file

AnyPath = TypeVar("AnyPath", bound=PurePath)

SECTIONS = (
    "statements", "data_subjects", "data_categories", "sources", "activities", "processors", "recipients",
    "controllers", "joint_controllers", "access_roles", "measures",
)  # fmt: skip
"""The top-level keys that hold entries by id and may be spread over files."""

SHAREABLE = ("data_subjects", "data_categories", "sources", "processors", "recipients", "measures")
"""The sections that ``_shared/`` may hold."""


@dataclass
class Source:
    """A profile as plain data, with the place of everything in it."""

    folder: Path
    data: dict[str, Any] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    complete: bool = True
    words: list[WordsFile] = field(default_factory=list)
    """The files with words of the organisation's own for clauses of documents, what is shared first."""
    _origin: dict[FieldPath, File] = field(default_factory=dict)
    _shared: dict[FieldPath, File] = field(default_factory=dict)
    _root: File | None = None

    def place(self, path: FieldPath, *, key: bool = False) -> Place:
        """Where ``path`` stands: its value, its key when ``key``, or the key of the nearest parent that exists."""
        wanted = path
        while wanted:
            file = self._file_of(wanted)
            span = file.spans.get(wanted) if file else None
            if span is None and (file := self._shared.get(wanted[:2])):
                span = file.spans.get(wanted)
            if file is not None and span is not None:
                show_key = span.key is not None and (key or not span.scalar or wanted != path)
                where = span.key if show_key and span.key else (span.line, span.column, span.length)
                return file.place(*where)
            wanted = wanted[:-1]
        return (self._root or File(self.folder / PROFILE)).place(0, 0)

    @property
    def uses_shared(self) -> bool:
        """Whether anything in it comes from ``_shared/``."""
        if self._shared or any(words.shared for words in self.words):
            return True
        shared = shared_folder(self.folder)
        return any(file.path.is_relative_to(shared) for file in self._origin.values())

    def _file_of(self, path: FieldPath) -> File | None:
        return self._origin.get(path[:2]) or self._origin.get(path[:1]) or self._root


def read_organisation(folder: Path) -> Source:
    """Read all files of an organisation's folder and what belongs to it in ``_shared/``."""
    own = [read_file(path) for path in yaml_files(folder)]
    source = merge(folder, own, [read_file(path) for path in yaml_files(shared_folder(folder))])
    source.words = [*read_words(shared_folder(folder), shared=True), *read_words(folder, shared=False)]
    return source


def merge(folder: Path, own: Iterable[File], from_shared: Iterable[File]) -> Source:
    """One profile of the files of an organisation's folder and of ``_shared/``, each in their order."""
    source = Source(folder)
    for file in own:
        _merge(source, file)
    shared = Source(folder)
    for file in from_shared:
        _merge(shared, file, only=SHAREABLE)
    source.diagnostics += shared.diagnostics
    source.complete = source.complete and shared.complete
    _join_shared(source, shared)
    return source


def yaml_files(folder: Path) -> list[Path]:
    """The YAML files below ``folder`` that are part of a profile, in their order."""
    if not folder.is_dir():
        return []
    names = (PurePath(path.relative_to(folder)) for path in folder.rglob("*"))
    return [folder / name for name in in_order(filter(is_part, names))]


def is_part(name: PurePath) -> bool:
    """Whether a file of this name is part of a profile: hidden files and wording overrides are not."""
    return name.suffix in (".yaml", ".yml") and not any(part.startswith(".") or part == WORDING for part in name.parts)


def in_order(names: Iterable[AnyPath]) -> list[AnyPath]:
    """The names of the files of a profile as they are read: ``profile.yaml`` at the head."""
    return sorted(names, key=lambda name: (name.parts != (PROFILE,), name.parts))


def _merge(source: Source, file: File, only: tuple[str, ...] | None = None) -> None:
    source._root = source._root or file
    source.complete = source.complete and file.complete
    source.diagnostics += file.diagnostics
    if not isinstance(file.data, dict):
        if file.complete:
            said = message.not_a_mapping()
            file.report("yaml-top", 0, 0, 1, *said)
            source.diagnostics.append(file.diagnostics[-1])
            source.complete = False
        return
    for name, value in file.data.items():
        known = source.data.get(name)
        if name in SECTIONS and isinstance(value, dict) and (known is None or isinstance(known, dict)):
            _merge_section(source, file, name, value)
        elif name not in source.data:
            source.data[name] = value
            source._origin[(name,)] = file
        elif not (name == "format" and value == source.data[name]):
            _report_double(source, file, (name,))


def _merge_section(source: Source, file: File, section: str, entries: dict[str, Any]) -> None:
    merged = source.data.setdefault(section, {})
    source._origin.setdefault((section,), file)
    for name, entry in entries.items():
        if name in merged:
            _report_double(source, file, (section, name))
        else:
            merged[name] = entry
            source._origin[(section, name)] = file


def _report_double(source: Source, file: File, path: FieldPath) -> None:
    first = source.place(path, key=True)
    span = file.spans[path]
    where = f"{first.file.name}:{first.line}"
    file.report("yaml-duplicate", *(span.key or (0, 0, 1)), *message.duplicate_elsewhere(str(path[-1]), where))
    source.diagnostics.append(file.diagnostics[-1])


def _join_shared(source: Source, shared: Source) -> None:
    """Add the shared entries that the organisation names, and those that these name in turn."""
    named = set(_words(source.data))
    waiting = {
        (section, name): entry
        for section in SHAREABLE
        if isinstance(entries := shared.data.get(section), dict)
        # Anything else than entries by id is a fault, which the schema reports.
        and isinstance(source.data.get(section), dict | None)
        for name, entry in entries.items()
    }
    while found := [path for path in waiting if path[1] in named]:
        for section, name in found:
            entry = waiting.pop((section, name))
            entries = source.data[section] = source.data.get(section) or {}
            if name in entries:
                entries[name] = _overlaid(entry, entries[name])
                source._shared[(section, name)] = shared._origin[(section, name)]
            else:
                entries[name] = entry
                source._origin[(section, name)] = shared._origin[(section, name)]
            named |= set(_words(entries[name]))


def _overlaid(shared: Any, own: Any) -> Any:
    """``shared`` with what ``own`` says instead; mappings are combined key by key, anything else is replaced."""
    if not (isinstance(shared, dict) and isinstance(own, dict)):
        return own
    both = {name: _overlaid(value, own[name]) if name in own else value for name, value in shared.items()}
    return {**both, **{name: value for name, value in own.items() if name not in shared}}


def _words(value: Any) -> Iterator[str]:
    """Every text in ``value``, keys of mappings included: the words by which one entry can name another."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from _words(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _words(inner)
