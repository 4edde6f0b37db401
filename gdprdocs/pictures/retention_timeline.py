"""The retention timeline: how long data are kept from the event on which their term starts.

Terms run from a day to decades, so the scale is in steps: from one tick to the next is the same distance, however much
longer the time. A period of the law is a full bar, that of a guideline a ruled one, one's own choice an empty one. What
is kept as long as something lasts has no end: a dashed arrow.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from gdprdocs.pictures.svg import BODY, LINE, NAME, SMALL, TITLE, WIDTH, Drawing

BAR = 9
BARS = ("law", "guideline", "own", "lasting")
"""The bars that a legend explains."""
GAP = 13
TALLEST = 620
"""No part is taller where it can be helped, so that it fits on a page."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the scale."""

    words: str
    days: float


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept alike."""

    what: str
    term: str
    days: float | None
    """Nothing where only a criterion says how long."""
    kind: Literal["law", "guideline", "own"] | None
    """Who says how long; nothing where a draft does not know."""


def timeline(title: str, terms: Iterable[Kept], ticks: Sequence[Tick]) -> list[Drawing]:
    """The terms on one scale, in as many parts as their number asks."""
    found: list[Drawing] = []
    drawing, y = None, 0.0
    for kept in terms:
        height = _row(Drawing(""), 0, kept, ticks)
        if drawing is None or y + height > TALLEST:
            drawing = Drawing(title)
            found.append(drawing)
            y = _head(drawing, title, ticks)
        y = _row(drawing, y, kept, ticks) + GAP
        drawing.height = y - GAP + 3
    return found


def place(days: float, ticks: Sequence[Tick]) -> float:
    """Where a length of time ends on the scale."""
    step = WIDTH / len(ticks)
    edges = [0.0, *(tick.days for tick in ticks)]
    for number, (start, end) in enumerate(pairwise(edges)):
        if days <= end:
            return step * (number + (days - start) / (end - start))
    return float(WIDTH)


def _head(drawing: Drawing, title: str, ticks: Sequence[Tick]) -> float:
    drawing.rect("accent", 0, 0, WIDTH, 2.5)
    y = drawing.write(0, 7, title, WIDTH, TITLE, bold=True) + 3
    base = y + SMALL * LINE - 3
    for tick in ticks:
        x = place(tick.days, ticks)
        last = tick is ticks[-1]
        drawing.word(x, base, tick.words, SMALL, "quiet", anchor="end" if last else "middle")
    return base + 9


def _row(drawing: Drawing, y: float, kept: Kept, ticks: Sequence[Tick]) -> float:
    y = drawing.write(0, y, kept.what, WIDTH, NAME, bold=True) + 5
    middle = y + BAR / 2
    drawing.rule("line", 0, middle, WIDTH, middle)
    for tick in ticks[:-1]:
        drawing.rule("line", place(tick.days, ticks), middle - 3, place(tick.days, ticks), middle + 3)
    end = float(WIDTH) if kept.days is None else max(4.0, place(kept.days, ticks))
    bar(drawing, y, end, "lasting" if kept.days is None else kept.kind)
    return drawing.write(0, y + BAR + 3, kept.term, WIDTH, BODY, "quiet")


def bar(drawing: Drawing, y: float, end: float, kind: str | None) -> None:
    """The bar of a term that ends at ``end``."""
    low = y + BAR - 0.8
    if kind == "law":
        drawing.rect("accent", 0, y, end, BAR)
    elif kind == "lasting":
        outline = f"M0.8 {y + 0.8:.1f}H{end - 9:g}L{end - 1:g} {y + BAR / 2:.1f}L{end - 9:g} {low:.1f}H0.8z"
        drawing.shape("path", "lasting", d=outline)
    else:
        drawing.rect("stroke", 0.8, y + 0.8, end - 1.6, BAR - 1.6)
        if kind == "guideline":
            for x in range(5, int(end) - 1, 4):
                drawing.rule("half", x, y + 1, x, low)
