"""Diagnostics as text for a terminal: where, what, the line itself with a caret, and how to mend it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from gdprdocs.diagnostic import Diagnostic, Severity
from gdprdocs.language import Language, Text

SEVERITIES = {
    Severity.ERROR: Text(nl="fout", en="error"),
    Severity.WARNING: Text(nl="waarschuwing", en="warning"),
    Severity.ADVICE: Text(nl="advies", en="advice"),
}
"""What a severity is called."""
_COLOUR = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.ADVICE: "36"}
_HELP = Text(nl="hulp", en="help")
_COMMAND = re.compile(r"^\s*::|##(?:vso)?\[")
"""What makes a line a command to GitHub's runner or to Azure's: the first at its start, the others anywhere."""
_COUNTED = {
    Severity.ERROR: (Text(nl="{} fout", en="{} error"), Text(nl="{} fouten", en="{} errors")),
    Severity.WARNING: (
        Text(nl="{} waarschuwing", en="{} warning"),
        Text(nl="{} waarschuwingen", en="{} warnings"),
    ),
    Severity.ADVICE: (Text(nl="{} advies", en="{} advice"), Text(nl="{} adviezen", en="{} advices")),
}
WIDTH = 110
"""How much of a source line is shown."""


def render_text(diagnostics: Iterable[Diagnostic], language: Language, *, colour: bool = False) -> str:
    """The diagnostics as text, each with its source line, ready to print; colours are for the terminal to drop."""
    return "\n".join(_one(diagnostic, language, colour) for diagnostic in diagnostics)


def _one(diagnostic: Diagnostic, language: Language, colour: bool) -> str:
    def paint(code: str, words: str) -> str:
        return f"\x1b[{code}m{words}\x1b[0m" if colour else words

    place = diagnostic.place
    where = f"{visible(place.file.as_posix())}:{place.line}:{place.column}"
    severity = paint(f"1;{_COLOUR[diagnostic.severity]}", SEVERITIES[diagnostic.severity].in_(language))
    lines = [f"{paint('1', where)}: {severity}: {visible(diagnostic.message.in_(language))} [{diagnostic.rule}]"]
    margin = len(str(place.line))
    line, column, length = _window(visible(place.text), place.column - 1, place.length)
    if place.text:
        lines += [
            f" {place.line} | {line}",
            f" {' ' * margin} | {' ' * column}{paint(_COLOUR[diagnostic.severity], '^' * length)}",
        ]
    if diagnostic.help:
        lines.append(f" {' ' * margin} = {_HELP.in_(language)}: {visible(diagnostic.help.in_(language))}")
    return "\n".join(lines) + "\n"


def _window(line: str, column: int, length: int) -> tuple[str, int, int]:
    """The part of a long line in which the caret stands."""
    start = max(0, column - WIDTH // 2) if len(line) > WIDTH else 0
    part = line[start : start + WIDTH]
    return part, column - start, max(1, min(length, len(part) - (column - start)))


def visible(text: str) -> str:
    """``text`` with what a terminal or a build server would act upon shown as a mark of the same width."""
    text = "".join(character if character.isprintable() else "�" if character != "\t" else " " for character in text)
    return _COMMAND.sub(lambda found: f"{found[0][:-1]}�", text)


def summary(diagnostics: Iterable[Diagnostic], language: Language) -> str:
    """How many there are of each kind: ``2 errors, 1 warning``."""
    counts = Counter(diagnostic.severity for diagnostic in diagnostics)
    return ", ".join(
        _COUNTED[severity][counts[severity] != 1].in_(language).format(counts[severity])
        for severity in Severity
        if counts[severity]
    )
