"""What the program tells its user about a profile: values, not exceptions.

A *problem* in a profile becomes a :class:`Diagnostic` once it has a :class:`Place` (file, line, column). Every
diagnostic carries the id of the rule that found it, so that ``gdprdocs explain ID`` can say more.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
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
class Diagnostic:
    """One finding, ready to be shown in either language."""

    severity: Severity
    rule: str
    message: Text
    place: Place
    help: Text | None = None
    article: str | None = None

    @property
    def order(self) -> tuple[str, int, int, str]:
        """The key by which diagnostics are sorted for showing."""
        return (str(self.place.file), self.place.line, self.place.column, self.rule)
