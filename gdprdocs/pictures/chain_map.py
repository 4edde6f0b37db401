"""The chain map: who works for whom, in which country, and what protects data that leave the European Economic Area.

A party inside is a round box with a thin line, one outside a square box with a dashed line and a label. Arrows lead to
whoever gets the data from whom.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gdprdocs.pictures.letters import width_of
from gdprdocs.pictures.svg import BODY, LINE, NAME, SMALL, TITLE, WIDTH, Drawing

INDENT, DEEPEST = 22, 6
"""How far each level stands in, and from which level on no further."""
PADDING = 10
GAP = 11
STUB = 16
"""The arrow from the organisation."""


@dataclass(frozen=True, slots=True)
class Party:
    """One party in the chain."""

    level: int
    """1 for whoever works for the organisation itself."""
    number: str
    name: str
    where: tuple[str, ...]
    outside: str = ""
    """A short label, where the data are outside the EEA here."""
    safeguards: tuple[str, ...] = ()


def chain(organisation: str, about: str, parties: Iterable[Party]) -> list[Drawing]:
    """A part for the organisation, and one for each party that it engages with the chain below."""
    return [_head(organisation, about), *(_branch(members) for members in _branches(parties))]


def _branches(parties: Iterable[Party]) -> Iterator[list[Party]]:
    members: list[Party] = []
    for party in parties:
        if party.level == 1 and members:
            yield members
            members = []
        members.append(party)
    if members:
        yield members


def _head(organisation: str, about: str) -> Drawing:
    drawing = Drawing(organisation)
    # The box is drawn below its words, so it must come first: measure on a sheet that is thrown away.
    height = _head_words(Drawing(""), organisation, about) + PADDING
    drawing.rect("accent", 0, 0, WIDTH, height, corner=6)
    drawing.enclose(0, 0, WIDTH, height)
    _head_words(drawing, organisation, about)
    drawing.height = height
    return drawing


def _head_words(drawing: Drawing, organisation: str, about: str) -> float:
    room = WIDTH - 2 * PADDING - 4
    y = drawing.write(PADDING + 2, PADDING - 1, organisation, room, TITLE, "paper", bold=True)
    return drawing.write(PADDING + 2, y + 1, about, room, BODY, "paper")


def _branch(members: list[Party]) -> Drawing:
    drawing = Drawing(members[0].name)
    below: dict[int, float] = {}
    """Where the next arrow to the level below starts: under the last box, or where the last arrow turned off."""
    y = float(STUB)
    _arrow_down(drawing, PADDING + 6, 0, y)
    for member in members:
        level = min(member.level, DEEPEST)
        x = (level - 1) * INDENT
        height = _words(Drawing(""), member, x, y) - y + PADDING - 2
        if level > 1:
            point = y + PADDING + NAME * 0.62
            _arrow(drawing, x - INDENT + PADDING, below[level - 1], x, point)
            below[level - 1] = point
        if member.outside:
            drawing.rect("apart", x + 1, y, WIDTH - x - 2, height)
        else:
            drawing.rect("box", x + 0.6, y, WIDTH - x - 1.2, height, corner=6)
        drawing.enclose(x, y, WIDTH - x, height)
        _words(drawing, member, x, y)
        below[level] = y + height
        y += height + GAP
    drawing.height = y - GAP + 1
    return drawing


def _words(drawing: Drawing, member: Party, x: float, y: float) -> float:
    left, room = x + PADDING, WIDTH - x - 2 * PADDING
    number = width_of(member.number, SMALL) + 7
    drawing.word(left, y + PADDING - 3 + NAME * (LINE - 0.24), member.number, SMALL, "quiet")
    y = drawing.write(left + number, y + PADDING - 3, member.name, room - number, NAME, bold=True) + 1
    for each in member.where:
        y = drawing.write(left, y, each, room, BODY)
    if member.outside:
        y += 4
        width = width_of(member.outside, SMALL, bold=True) + 12
        drawing.rect("ink", left, y, width, SMALL * LINE + 3)
        drawing.say(member.outside)
        drawing.word(left + 6, y + SMALL * LINE - 1.6, member.outside, SMALL, "paper", bold=True)
        y += SMALL * LINE + 5
        for each in member.safeguards:
            y = drawing.write(left, y, each, room, BODY)
    return y


def _arrow_down(drawing: Drawing, x: float, top: float, bottom: float) -> None:
    drawing.rule("half", x, top, x, bottom - 6)
    drawing.shape("path", "accent", d=f"M{x - 4:g} {bottom - 7:g}h8l-4 7z")


def _arrow(drawing: Drawing, x: float, top: float, right: float, y: float) -> None:
    drawing.shape("path", "line", d=f"M{x:g} {top:.1f}V{y:.1f}H{right - 6:g}")
    drawing.shape("path", "arrow", d=f"M{right - 7:g} {y - 3.5:.1f}v7l7 -3.5z")
