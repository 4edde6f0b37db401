"""Diagnostics as text for a terminal: where, what, the line itself with a caret, and how to mend it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from gdprdocs.diagnostic import Acceptance, Diagnostic, Severity, dotted
from gdprdocs.language import Language, Text
from gdprdocs.report.finding import Findings, Style

SEVERITIES = {
    Severity.ERROR: Text(nl="fout", en="error"),
    Severity.WARNING: Text(nl="waarschuwing", en="warning"),
    Severity.ADVICE: Text(nl="advies", en="advice"),
}
"""What a severity is called."""
_COLOUR = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.ADVICE: "36"}
_ACCEPTED = Text(nl="aanvaard", en="accepted")
_HELP = Text(nl="hulp", en="help")
_PLACE = Text(nl="plaats", en="place")
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


def report(organisations: Iterable[Findings], style: Style) -> Iterator[str]:
    """Every finding with its source line; what is accepted only for those who want to see more."""
    for each in organisations:
        shown = (*each.diagnostics, *(each.accepted if style.verbose else ()))
        for diagnostic in sorted(shown, key=lambda diagnostic: diagnostic.order):
            yield f"{_one(diagnostic, style.language, style.colour, style.verbose)}\n"


def render_text(
    diagnostics: Iterable[Diagnostic], language: Language, *, colour: bool = False, verbose: bool = False
) -> str:
    """The diagnostics as text, each with its source line, ready to print; colours are for the terminal to drop."""
    return "\n".join(_one(diagnostic, language, colour, verbose) for diagnostic in diagnostics)


def head(diagnostic: Diagnostic, language: Language, *, colour: bool = False) -> str:
    """Where, how much it weighs, what, and by which rule, on one line."""
    place = diagnostic.place
    where = f"{visible(place.file.as_posix())}:{place.line}:{place.column}"
    words = SEVERITIES[diagnostic.severity].in_(language)
    if diagnostic.accepted:
        words = f"{_ACCEPTED.in_(language)} ({words})"
    severity = _painted(f"1;{_COLOUR[diagnostic.severity]}", words, colour)
    said = visible(diagnostic.message.in_(language))
    return f"{_painted('1', where, colour)}: {severity}: {said} [{diagnostic.rule}]"


def why_accepted(accepted: Acceptance, language: Language) -> str:
    """The reason of an acceptance with its days."""
    on, until = (day.isoformat() if day else "" for day in (accepted.on, accepted.until))
    days = Text(
        nl=f"sinds {on}" + (f", tot en met {until}" if until else ""),
        en=f"since {on}" + (f", up to and including {until}" if until else ""),
    )
    return f"{visible(accepted.because)} ({days.in_(language)})"


def _painted(code: str, words: str, colour: bool) -> str:
    return f"\x1b[{code}m{words}\x1b[0m" if colour else words


def _one(diagnostic: Diagnostic, language: Language, colour: bool, verbose: bool) -> str:
    lines = [head(diagnostic, language, colour=colour)]
    place = diagnostic.place
    margin = len(str(place.line))
    line, column, length = _window(visible(place.text), place.column - 1, place.length)
    if place.text:
        lines += [
            f" {place.line} | {line}",
            f" {' ' * margin} | {' ' * column}{_painted(_COLOUR[diagnostic.severity], '^' * length, colour)}",
        ]
    notes = []
    if diagnostic.accepted:
        notes.append((_ACCEPTED, why_accepted(diagnostic.accepted, language)))
    elif diagnostic.help:
        notes.append((_HELP, visible(diagnostic.help.in_(language))))
    if verbose and diagnostic.path:
        notes.append((_PLACE, visible(dotted(diagnostic.path))))
    lines += [f" {' ' * margin} = {label.in_(language)}: {words}" for label, words in notes]
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
    return counted(Counter(diagnostic.severity for diagnostic in diagnostics), language)


def counted(counts: Counter[Severity], language: Language) -> str:
    """Numbers of each kind in words; nothing where there is none."""
    return ", ".join(
        _COUNTED[severity][counts[severity] != 1].in_(language).format(counts[severity])
        for severity in Severity
        if counts[severity]
    )
