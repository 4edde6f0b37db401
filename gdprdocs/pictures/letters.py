"""How wide words are, and where their lines break, in the bundled fonts."""

from __future__ import annotations

from gdprdocs.pictures.widths import REGULAR, SEMIBOLD

_WIDTHS = {
    bold: {letter: width for width, letters in table.items() for letter in letters}
    for bold, table in ((False, REGULAR), (True, SEMIBOLD))
}
_UNKNOWN = 900
"""The width of a letter that the table lacks: hardly any is wider."""


def width_of(words: str, size: float, *, bold: bool = False) -> float:
    """How wide ``words`` are at ``size``, without kerning."""
    widths = _WIDTHS[bold]
    return sum(widths.get(letter, _UNKNOWN) for letter in words) * size / 1000


def lines_of(words: str, size: float, room: float, *, bold: bool = False) -> list[str]:
    """``words`` in lines that fit in ``room``; a word that is longer than a line is broken with a hyphen."""

    def fits(line: str) -> bool:
        return width_of(line, size, bold=bold) <= room

    lines: list[str] = []
    current = ""
    for word in words.replace("\u00ad", "").split(" "):
        if not word:
            continue
        longer = f"{current} {word}" if current else word
        if fits(longer):
            current = longer
            continue
        if current:
            lines.append(current)
        while not fits(word) and len(word) > 1:
            cut = next((n for n in range(len(word) - 1, 1, -1) if fits(f"{word[:n]}-")), 1)
            lines.append(word[:cut] if word[cut - 1] in "-‐/" else f"{word[:cut]}-")
            word = word[cut:]
        current = word
    return [*lines, current] if current else lines
