"""What the marks in a picture mean."""

from __future__ import annotations

from collections.abc import Iterable

from gdprdocs.pictures import access_matrix, measures_calendar, retention_timeline
from gdprdocs.pictures.svg import BODY, LINE, TITLE, WIDTH, Drawing

LEFT = 50
"""Where the words start, right of the marks."""


def legend(title: str, meanings: Iterable[tuple[str, str]]) -> list[Drawing]:
    """A part that shows each mark, by its name, beside what it means."""
    drawing = Drawing(title)
    drawing.rect("accent", 0, 0, WIDTH, 2.5)
    y = drawing.write(0, 6, title, WIDTH, TITLE, bold=True) + 5
    for mark, words in meanings:
        middle = y + BODY * LINE / 2 + 0.5
        if mark in retention_timeline.BARS:
            retention_timeline.bar(drawing, middle - retention_timeline.BAR / 2, 36, mark)
        elif mark in measures_calendar.MARKS:
            measures_calendar.mark(drawing, mark, 18, middle)
        else:
            access_matrix.mark(drawing, 18, middle, changes=mark == "changes")
        y = drawing.write(LEFT, y, words, WIDTH - LEFT, BODY) + 4
    drawing.height = y
    return [drawing]
