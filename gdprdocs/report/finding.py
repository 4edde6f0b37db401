"""What a reporter is given: the findings of one organisation after the other, and how to show them."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from gdprdocs.diagnostic import Diagnostic, Severity, dotted
from gdprdocs.language import Language


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found about one organisation, and what it accepts of that."""

    slug: str
    folder: Path
    diagnostics: tuple[Diagnostic, ...]
    accepted: tuple[Diagnostic, ...] = ()

    @property
    def fingerprints(self) -> dict[Diagnostic, str]:
        """Every finding, accepted or not, with what it is known by from one run to the next.

        Lines may move, keys may change places and messages their words. What stands at the same place of the profile
        by the same rule is told apart by its order.
        """
        import hashlib  # not at the top: most reports are text

        seen: Counter[str] = Counter()
        known = {}
        for diagnostic in sorted((*self.diagnostics, *self.accepted), key=lambda each: each.order):
            place = dotted(diagnostic.path) or self.inside(diagnostic.place.file)
            said = "\n".join((diagnostic.rule, self.slug, place))
            seen[said] += 1
            known[diagnostic] = hashlib.sha256(f"{said}\n{seen[said]}".encode(errors="backslashreplace")).hexdigest()
        return known

    def inside(self, file: Path) -> str:
        """The name of a file from the organisation's folder on."""
        return (file.relative_to(self.folder) if file.is_relative_to(self.folder) else file).as_posix()


@dataclass(frozen=True, slots=True)
class Style:
    """How findings are shown: in which language and how much; a colour is for a terminal that has colours."""

    language: Language
    legal_data: date
    """The day on which the legal data were checked."""
    colour: bool = False
    verbose: bool = False
    strict: bool = False
    """Whether warnings count as errors do."""

    def counts(self, severity: Severity) -> bool:
        """Whether the program ends with the exit code of findings for a finding of this severity."""
        return severity is Severity.ERROR or (self.strict and severity is Severity.WARNING)


class Reporter(Protocol):
    """Makes one text of the findings of any number of organisations, in pieces: each as soon as it can be written."""

    def __call__(self, organisations: Iterable[Findings], style: Style) -> Iterator[str]: ...


def in_repository(file: Path) -> str:
    """The path as the build server knows it: from the top of the repository, wherever the program was started."""
    top = os.environ.get("GITHUB_WORKSPACE") or os.environ.get("CI_PROJECT_DIR") or Path.cwd()
    whole = Path(os.path.abspath(file))  # noqa: PTH100 # resolve() would follow links out of the repository
    return whole.relative_to(top).as_posix() if whole.is_relative_to(top) else file.as_posix()


def end_column(diagnostic: Diagnostic) -> int:
    """The column behind the stretch that a finding is about."""
    return diagnostic.place.column + max(1, diagnostic.place.length)
