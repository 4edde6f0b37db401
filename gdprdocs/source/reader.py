"""One YAML file, read as events and composed by hand.

``yaml.safe_load`` reads ``NO`` as false, keeps the last of two equal keys in silence, follows aliases that explode, and
its C composer crashes the interpreter on deep nesting. The C *event* parser has none of these faults, so plain data is
composed from events here: scalars as YAML 1.2 reads them, numbers only when they are written as numbers (``01234567``
stays text), dates left as text, and no aliases, anchors, tags, merge keys or second documents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from gdprdocs.diagnostic import Diagnostic, FieldPath, Place, Severity
from gdprdocs.language import Text
from gdprdocs.plain_file import TooLargeError, read_plain_file
from gdprdocs.source import message
from gdprdocs.source.characters import REFUSED, blanked, name_of


@dataclass(frozen=True)
class Limits:
    """Bounds on one file; a sound profile of a thousand activities fits in a few files of this size."""

    size: int = 1024 * 1024
    depth: int = 50
    values: int = 100_000
    text: int = 20_000


LIMITS = Limits()

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
_CONSTANTS: dict[str, object] = {
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Span:
    """Where a value and its key stand: lines and columns count from 0, as the parser counts."""

    line: int
    column: int
    length: int
    key: tuple[int, int, int] | None = None
    scalar: bool = True


@dataclass
class File:
    """One file after reading: its data, the place of everything in it, and what was wrong with it."""

    path: Path
    lines: list[str] = field(default_factory=list)
    data: Any = None
    spans: dict[FieldPath, Span] = field(default_factory=dict)
    """Where everything stands; a word in a list has two paths: its position, and the word itself."""
    diagnostics: list[Diagnostic] = field(default_factory=list)
    complete: bool = True
    """False when reading stopped half-way or a value was refused, so that what ``data`` lacks says nothing."""

    def place(self, line: int, column: int, length: int = 1) -> Place:
        """A place in this file from counts that start at 0."""
        text = self.lines[line] if line < len(self.lines) else ""
        return Place(self.path, line + 1, column + 1, max(1, min(length, len(text) - column)), text)

    def report(self, rule: str, line: int, column: int, length: int, text: Text, hint: Text | None = None) -> None:
        """Note an error at a place."""
        place = self.place(line, column, length)
        self.diagnostics.append(Diagnostic(Severity.ERROR, rule, text, place, hint))


class _Stop(Exception):  # noqa: N818  # not an error: it ends the reading early
    """Reading cannot go on; what was read so far is kept."""


def read_file(path: Path) -> File:
    """Read one YAML file; never raises for what the file holds."""
    file = File(path)
    content = content_of(file, LIMITS.size, "yaml")
    return _read(file, None if content is None else text_of(file, content, "yaml"))


def read_bytes(path: Path, content: bytes) -> File:
    """What :func:`read_file` would make of a file ``path`` with this content."""
    file = File(path)
    return _read(file, text_of(file, content, "yaml") if fits(file, content, LIMITS.size, "yaml") else None)


def _read(file: File, text: str | None) -> File:
    if text is None:
        file.complete = False
        return file
    try:
        _compose(file, yaml.parse(blanked(text), Loader=_LOADER))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = (mark.line, mark.column) if mark else (0, 0)
        file.report("yaml-syntax", *at, 1, *message.syntax(str(error.problem or error.context)))
        file.complete = False
    except _Stop:
        file.complete = False
    return file


def read_data(path: Path) -> Any:
    """The data of a file that comes with the program; ``ValueError`` when it is not sound."""
    file = read_file(path)
    if file.diagnostics:
        first = file.diagnostics[0]
        raise ValueError(f"{path}:{first.place.line}: {first.message.in_('en')}")
    return file.data


def content_of(file: File, most: int, kind: str) -> bytes | None:
    """The bytes of a file; ``kind`` is the beginning of the rules that tell what is wrong with it."""
    try:
        return read_plain_file(file.path, most)
    except TooLargeError:
        file.report(f"{kind}-size", 0, 0, 1, *message.size(most // 1024))
    except OSError as error:
        file.report(f"{kind}-unreadable", 0, 0, 1, *message.unreadable(error.strerror or str(error)))
    return None


def fits(file: File, content: bytes, most: int, kind: str) -> bool:
    """Whether this content is not larger than the file may be."""
    if len(content) > most:
        file.report(f"{kind}-size", 0, 0, 1, *message.size(most // 1024))
    return len(content) <= most


def text_of(file: File, content: bytes, kind: str) -> str | None:
    """The text of a file, with its lines noted and every character reported that has no business in it."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8-sig", "replace")
        start = before.rfind("\n") + 1
        file.lines = [""] * before.count("\n") + [before[start:] + "�"]
        file.report(f"{kind}-encoding", len(file.lines) - 1, len(before) - start, 1, *message.encoding())
        return None
    file.lines = re.split(r"\r\n|\r|\n", text)
    for number, line in enumerate(file.lines):
        for found in REFUSED.finditer(line):
            file.report(f"{kind}-character", number, found.start(), 1, *message.character(name_of(found.group())))
    return text


@dataclass
class _Frame:
    """A mapping or list that is being filled; what is refused is filled too, but not kept (``path`` is None)."""

    value: dict[str, Any] | list[Any]
    path: FieldPath | None
    keys: dict[str, Any] = field(default_factory=dict)
    key: str | None = None
    awaits_key: bool = True
    drop: bool = False


def _compose(file: File, events: Iterator[Any]) -> None:
    stack: list[_Frame] = []
    key_mark: tuple[int, int, int] | None = None
    documents = count = 0
    for event in events:
        kind = type(event)
        if kind is yaml.DocumentStartEvent:
            documents += 1
            if documents > 1:
                file.report("yaml-documents", event.start_mark.line, 0, 3, *message.documents())
                raise _Stop
            continue
        if kind in (yaml.MappingEndEvent, yaml.SequenceEndEvent):
            stack.pop()
            continue
        if kind not in (yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent, yaml.AliasEvent):
            continue
        count += 1
        start, end = event.start_mark, event.end_mark
        length = end.column - start.column if end.line == start.line else 10_000
        here = (start.line, start.column, length)
        if count > LIMITS.values:
            file.report("yaml-values", *here, *message.values(LIMITS.values))
            raise _Stop
        _refuse_features(file, event, here)
        top = stack[-1] if stack else None
        if top is not None and isinstance(top.value, dict) and top.awaits_key:
            key_mark = here
            _take_key(file, event, top, here)
            if kind in (yaml.MappingStartEvent, yaml.SequenceStartEvent):
                stack.append(_Frame({} if kind is yaml.MappingStartEvent else [], None, drop=True))
            continue
        value: Any
        if kind is yaml.ScalarEvent:
            value = _scalar(file, event, here)
        else:
            value = {} if kind is yaml.MappingStartEvent else [] if kind is yaml.SequenceStartEvent else None
        path = _attach(file, top, value, here, key_mark, scalar=kind is yaml.ScalarEvent)
        if kind in (yaml.MappingStartEvent, yaml.SequenceStartEvent):
            if len(stack) >= LIMITS.depth:
                file.report("yaml-depth", *here, *message.depth(LIMITS.depth))
                raise _Stop
            stack.append(_Frame(value, path))


def _refuse_features(file: File, event: Any, here: tuple[int, int, int]) -> None:
    line, column, _ = here
    if isinstance(event, yaml.AliasEvent):
        file.report("yaml-alias", *here, *message.alias(f"*{event.anchor}"))
    elif event.anchor is not None:
        file.report("yaml-alias", line, column, len(event.anchor) + 1, *message.alias(f"&{event.anchor}"))
    elif event.tag is not None:
        file.report("yaml-tag", line, column, 1, *message.tag(event.tag))
    else:
        return
    file.complete = False


def _take_key(file: File, event: Any, frame: _Frame, here: tuple[int, int, int]) -> None:
    frame.awaits_key = False
    frame.key = None
    if not isinstance(event, yaml.ScalarEvent):
        if not isinstance(event, yaml.AliasEvent):
            file.report("yaml-key", *here, *message.key())
        return
    name = _allowed(file, event.value, here)
    if name == "<<" and event.implicit[0]:
        file.report("yaml-alias", *here, *message.merge())
        file.complete = False
    elif not name.strip() or len(name) > 100:
        file.report("yaml-key", *here, *message.key())
    elif name in frame.keys:
        file.report("yaml-duplicate", *here, *message.duplicate(name, frame.keys[name] + 1))
    else:
        frame.keys[name] = here[0]
        frame.key = name


def _attach(
    file: File, top: _Frame | None, value: Any, here: tuple[int, int, int], key: Any, *, scalar: bool
) -> FieldPath | None:
    path: FieldPath | None
    if top is None:
        file.data, path, key = value, (), None
    elif isinstance(top.value, list):
        key = None
        path = None if top.path is None else (*top.path, len(top.value))
        top.value.append(value)
        if top.path is not None and isinstance(value, str):
            file.spans.setdefault((*top.path, value), Span(*here, None, scalar))
    else:
        path = None if top.path is None or top.key is None else (*top.path, top.key)
        if top.key is not None:
            top.value[top.key] = value
        top.awaits_key = True
    if path is not None:
        file.spans[path] = Span(*here, key, scalar)
    return path


def _scalar(file: File, event: Any, here: tuple[int, int, int]) -> object:
    text: str = event.value
    if len(text) > LIMITS.text:
        file.report("yaml-text-length", *here, *message.text_length(LIMITS.text))
        file.complete = False
        return ""
    text = _allowed(file, text, here)
    if not event.implicit[0]:
        return text
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    return int(text) if _INTEGER.fullmatch(text) else text


def _allowed(file: File, text: str, here: tuple[int, int, int]) -> str:
    """``text`` without refused characters that were written as an escape, so that the raw text did not show them."""
    found = REFUSED.search(text)
    if found is None:
        return text
    file.report("yaml-character", *here, *message.character(name_of(found.group())))
    return blanked(text)
