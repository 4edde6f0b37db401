"""What the program tells its user about a profile: values, not exceptions.

A *problem* in a profile becomes a :class:`Diagnostic` once it has a :class:`Place` (file, line, column). Every
diagnostic carries the id of the rule that found it, so that ``gdprdocs explain ID`` can say more.
"""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from gdprdocs.language import Text

FieldPath = tuple[str | int, ...]
"""A place in a profile: the keys and list positions that lead to it."""


def dotted(path: FieldPath) -> str:
    """``("activities", "newsletter", "sources", 0)`` as ``activities.newsletter.sources[0]``."""
    words = ""
    for step in path:
        words += f"[{step}]" if isinstance(step, int) else f".{step}" if words else step
    return words


_STEP = r"[^\s.\[\]]+"
DOTTED = re.compile(rf"{_STEP}(?:\.{_STEP}|\[[0-9]{{1,6}}\])*")
"""How a path is written in words."""


def undotted(words: str) -> FieldPath | None:
    """The path that :func:`dotted` writes as ``words``; nothing where it writes no path so."""
    if not DOTTED.fullmatch(words):
        return None
    return tuple(int(step[1:]) if step.startswith("[") else step for step in re.findall(rf"{_STEP}|\[[0-9]+", words))


class Severity(enum.Enum):
    """How much a diagnostic weighs: an error stops the build, a warning and an advice do not."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of one line of a file; ``line`` and ``column`` count from 1, in characters."""

    file: Path
    line: int
    column: int
    length: int
    text: str
    """The whole line, for showing it with a caret."""


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Why an organisation leaves a finding as it is, since when, and the last day on which that holds."""

    because: str
    on: date | None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding, ready to be shown in either language."""

    severity: Severity
    rule: str
    message: Text
    place: Place
    help: Text | None = None
    article: str | None = None
    path: FieldPath = ()
    """The place in the profile; nothing where a file could not be read so far."""
    accepted: Acceptance | None = None
    """Set where the organisation accepts the finding: it is none of those that have to be dealt with."""

    @property
    def order(self) -> tuple[str, int, int, str]:
        """The key by which diagnostics are sorted for showing."""
        return (str(self.place.file), self.place.line, self.place.column, self.rule)
