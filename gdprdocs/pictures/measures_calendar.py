"""The calendar of measures: a sheet for each month with what is to be tested, and one for what is late.

What is due has an open circle, what is late a filled square, what is only planned an open square.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from gdprdocs.pictures.svg import BODY, LINE, NAME, SMALL, TITLE, WIDTH, Drawing

MARKS = ("due", "late", "planned", "today")
MARGIN = 50
"""Where the words start, right of the mark and the day."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a sheet."""

    day: str
    name: str
    about: str
    """Such as when it was last tested."""
    mark: Literal["due", "late", "planned", "today"] = "due"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A month, or a heap of its own, such as what is late."""

    title: str
    entries: tuple[Entry, ...]
    nothing: str = ""
    """What stands there when there are no entries."""
    stressed: bool = False


def calendar(sheets: Iterable[Sheet]) -> list[Drawing]:
    """A part for each sheet."""
    return [_sheet(each) for each in sheets]


def _sheet(sheet: Sheet) -> Drawing:
    drawing = Drawing(sheet.title)
    if sheet.stressed:
        height = Drawing("").write(8, 4, sheet.title, WIDTH - 16, TITLE, bold=True) + 5
        drawing.rect("ink", 0, 0, WIDTH, height)
        y = drawing.write(8, 4, sheet.title, WIDTH - 16, TITLE, "paper", bold=True) + 9
    else:
        drawing.rect("accent", 0, 0, WIDTH, 2.5)
        y = drawing.write(0, 6, sheet.title, WIDTH, TITLE, bold=True) + 5
    for entry in sheet.entries:
        y = _entry(drawing, entry, y) + 6
    if not sheet.entries and sheet.nothing:
        y = drawing.write(0, y, sheet.nothing, WIDTH, BODY, "quiet") + 6
    drawing.height = y
    return drawing


def _entry(drawing: Drawing, entry: Entry, y: float) -> float:
    base = y + NAME * (LINE - 0.24)
    mark(drawing, entry.mark, 7, base - 4.2)
    if entry.day:
        drawing.word(MARGIN - 12, base, entry.day, NAME, bold=True, anchor="end")
        drawing.say(entry.day)
    y = drawing.write(MARGIN, y, entry.name, WIDTH - MARGIN, NAME, bold=entry.mark != "today")
    return drawing.write(MARGIN, y, entry.about, WIDTH - MARGIN, SMALL, "quiet") if entry.about else y


def mark(drawing: Drawing, kind: str, x: float, y: float) -> None:
    """A mark with its middle at this place."""
    if kind == "due":
        drawing.shape("circle", "stroke", cx=x, cy=y, r=4.4)
    elif kind == "late":
        drawing.rect("ink", x - 5, y - 5, 10, 10)
    elif kind == "planned":
        drawing.rect("stroke", x - 4.2, y - 4.2, 8.4, 8.4)
    else:
        drawing.shape("path", "accent", d=f"M{x - 5:g} {y - 5:.1f}l10 5l-10 5z")
