"""The access matrix: which role gets at which data, and whether it only reads or also changes.

Roles are letters, explained in the first part, so that the whole is as narrow as a telephone.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from gdprdocs.pictures.svg import BODY, LINE, NAME, SMALL, TITLE, WIDTH, Drawing

MOST = len(ascii_uppercase)
"""With more roles there are not enough letters, and no picture."""
PITCH = (12, 19)
"""The narrowest and the widest column."""
TALLEST = 500
MARK = 4.1


@dataclass(frozen=True, slots=True)
class Role:
    """A column."""

    name: str
    may: str
    changes: bool
    """Whether it does more than read."""


@dataclass(frozen=True, slots=True)
class Row:
    """One kind of data, and for each role whether it has it."""

    name: str
    has: tuple[bool, ...]


def matrix(
    key: str, title: str, roles: Sequence[Role], rows: Iterable[Row], meanings: Iterable[tuple[str, str]]
) -> list[Drawing]:
    """A part called ``key`` that explains letters and marks, and the rows in as many parts as they need."""
    pitch = max(PITCH[0], min(PITCH[1], (WIDTH - 150) / len(roles)))
    room = WIDTH - pitch * len(roles)
    heights = [(row, _name(Drawing(""), row, 0, room)) for row in rows]
    whole = sum(height for _, height in heights)
    number = max(1, math.ceil(whole / TALLEST))
    found: list[Drawing] = []
    reached, y = 0.0, 0.0
    for row, height in heights:
        # As tall as one another: a new part begins where its share of the whole does.
        if reached >= whole / number * len(found):
            found.append(Drawing(f"{title} ({len(found) + 1}/{number})"))
            y = _letters(found[-1], roles, pitch)
            striped = True
        if striped:
            found[-1].rect("tint", 0, y, WIDTH, height)
        _row(found[-1], row, roles, y, height, pitch)
        striped = not striped
        reached += height
        y += height
        found[-1].height = y
    return [_key(key, roles, meanings), *found]


def _key(title: str, roles: Sequence[Role], meanings: Iterable[tuple[str, str]]) -> Drawing:
    drawing = Drawing(title)
    drawing.rect("accent", 0, 0, WIDTH, 2.5)
    y = drawing.write(0, 7, title, WIDTH, TITLE, bold=True) + 6
    for letter, role in zip(ascii_uppercase, roles, strict=False):
        base = y + NAME * (LINE - 0.24)
        drawing.word(0, base, letter, NAME, bold=True)
        mark(drawing, 21, base - 4, changes=role.changes)
        drawing.say(letter)
        y = drawing.write(33, y, role.name, WIDTH - 33, NAME, bold=True)
        y = drawing.write(33, y, role.may, WIDTH - 33, BODY, "quiet") + 5
    y += 3
    for kind, words in meanings:
        mark(drawing, 21, y + BODY * LINE / 2 + 0.5, changes=kind == "changes")
        y = drawing.write(33, y, words, WIDTH - 33, BODY) + 3
    drawing.height = y
    return drawing


def mark(drawing: Drawing, x: float, y: float, *, changes: bool) -> None:
    """A mark with its middle at this place."""
    drawing.shape("circle", "accent" if changes else "stroke", cx=x, cy=y, r=MARK if changes else MARK - 0.8)


def _column(number: int, roles: Sequence[Role], pitch: float) -> float:
    return WIDTH - pitch * (len(roles) - number - 0.5)


def _letters(drawing: Drawing, roles: Sequence[Role], pitch: float) -> float:
    drawing.rect("accent", 0, 0, WIDTH, 2.5)
    for number, letter in enumerate(ascii_uppercase[: len(roles)]):
        drawing.word(_column(number, roles, pitch), 17, letter, SMALL, bold=True, anchor="middle")
    return 23


def _name(drawing: Drawing, row: Row, y: float, room: float) -> float:
    return drawing.write(4, y + 2.5, row.name, room - 8, SMALL) + 3.5 - y


def _row(drawing: Drawing, row: Row, roles: Sequence[Role], y: float, height: float, pitch: float) -> None:
    _name(drawing, row, y, WIDTH - pitch * len(roles))
    having = [letter for letter, has in zip(ascii_uppercase, row.has, strict=False) if has]
    drawing.said[-1] += f": {', '.join(having)}" if having else ""
    for number, (role, has) in enumerate(zip(roles, row.has, strict=True)):
        x = _column(number, roles, pitch)
        drawing.rule("hair", x - pitch / 2, y, x - pitch / 2, y + height)
        if has:
            mark(drawing, x, y + height / 2, changes=role.changes)
