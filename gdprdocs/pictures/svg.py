"""A drawing: shapes and words at their places, and the SVG element that shows them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, SubElement, tostring

from gdprdocs.pictures.letters import lines_of, width_of

WIDTH = 320
"""Every part of a picture is this wide: on a narrow telephone its letters are as large as they are drawn."""

TITLE, NAME, BODY, SMALL = 14.5, 13.0, 12.5, 11.5
"""The scale of type."""
LINE = 1.28
"""The distance of lines, in sizes."""
ASCENT, DESCENT = 0.78, 0.24
"""How far letters reach above and below their line, in sizes."""

FONTS = "Source Sans 3, Segoe UI, system-ui, Helvetica Neue, Arial, sans-serif"

PAINTS: Mapping[str, Mapping[str, str]] = {
    # Words
    "ink": {"fill": "#16191d"},
    "quiet": {"fill": "#4a535d"},
    "paper": {"fill": "#ffffff"},
    "accent": {"fill": "currentColor"},
    # Shapes
    "tint": {"fill": "#f1f4f6"},
    "hair": {"fill": "none", "stroke": "#c4ccd3"},
    "arrow": {"fill": "#68727d"},
    "line": {"fill": "none", "stroke": "#68727d", "stroke-width": "1.2"},
    "box": {"fill": "#ffffff", "stroke": "#68727d", "stroke-width": "1.2"},
    "apart": {"fill": "#f1f4f6", "stroke": "#16191d", "stroke-width": "1.8", "stroke-dasharray": "5 3"},
    "stroke": {"fill": "#ffffff", "stroke": "currentColor", "stroke-width": "1.6"},
    "half": {"fill": "none", "stroke": "currentColor", "stroke-width": "1.6"},
    "lasting": {"fill": "#ffffff", "stroke": "currentColor", "stroke-width": "1.4", "stroke-dasharray": "4 3"},
}
"""What shapes and words are painted with, on paper; a style sheet gives each class other colours."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where something stands: a line of words, or a box around several."""

    x: float
    y: float
    width: float
    height: float
    words: str = ""

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


@dataclass(slots=True)
class Drawing:
    """One part of a picture, in the making."""

    title: str
    height: float = 0
    lines: list[Placed] = field(default_factory=list)
    """Every line of words."""
    boxes: list[Placed] = field(default_factory=list)
    """Every box with words in it."""
    said: list[str] = field(default_factory=list)
    """What it shows, in words, in the order in which it is read."""
    _elements: list[Element] = field(default_factory=list)

    def shape(self, tag: str, paint: str, **places: float | str) -> None:
        """A shape with the given attributes; ``stroke_width`` and the like are written with hyphens."""
        element = Element(tag, {"class": f"pic-{paint}", **PAINTS[paint]})
        for name, value in places.items():
            element.set(name.replace("_", "-"), value if isinstance(value, str) else _number(value))
        self._elements.append(element)

    def rect(self, paint: str, x: float, y: float, width: float, height: float, *, corner: float = 0) -> None:
        """A rectangle, if need be with round corners."""
        corners = {"rx": corner} if corner else {}
        self.shape("rect", paint, x=x, y=y, width=width, height=height, **corners)

    def rule(self, paint: str, x1: float, y1: float, x2: float, y2: float) -> None:
        """A straight line."""
        self.shape("line", paint, x1=x1, y1=y1, x2=x2, y2=y2)

    def word(
        self, x: float, y: float, words: str, size: float, paint: str = "ink", *, bold: bool = False, anchor: str = ""
    ) -> None:
        """One line of words on the base line ``y``, said nowhere: see :meth:`say`."""
        element = Element("text", {"class": f"pic-{paint}", "x": _number(x), "y": _number(y), **PAINTS[paint]})
        element.set("font-size", _number(size))
        if bold:
            element.set("font-weight", "600")
        if anchor:
            element.set("text-anchor", anchor)
        element.text = words
        width = width_of(words, size, bold=bold)
        # Whatever font a reader's browser takes instead, the words keep to their place.
        element.set("textLength", _number(width))
        element.set("lengthAdjust", "spacingAndGlyphs")
        self._elements.append(element)
        left = x - {"": 0.0, "middle": width / 2, "end": width}[anchor]
        self.lines.append(Placed(left, y - ASCENT * size, width, (ASCENT + DESCENT) * size, words))

    def write(
        self, x: float, y: float, words: str, room: float, size: float, paint: str = "ink", *, bold: bool = False
    ) -> float:
        """Words in as many lines as they need, below ``y``, and said; the lower edge of the last."""
        self.say(words)
        for line in lines_of(words, size, room, bold=bold):
            self.word(x, y + size * (LINE - DESCENT), line, size, paint, bold=bold)
            y += size * LINE
        return y

    def enclose(self, x: float, y: float, width: float, height: float) -> None:
        """Remember that the words within this box belong there."""
        self.boxes.append(Placed(x, y, width, height))

    def say(self, words: str) -> None:
        """Add to what is said of the drawing."""
        self.said.append(words.replace("\u00ad", ""))

    @property
    def told(self) -> str:
        """All that the drawing shows below its title, as sentences."""
        said = self.said[1:] if self.said[:1] == [self.title] else self.said
        return " ".join(f"{each.rstrip('.')}." for each in said if each)

    def svg(self, accent: str, *, as_title: bool = False) -> str:
        """The element; ``as_title`` where a title is all that is read, as in a PDF."""
        size = {"width": str(WIDTH), "height": _number(self.height), "viewBox": f"0 0 {WIDTH} {_number(self.height)}"}
        svg = Element(
            "svg",
            {"role": "img", **size, "color": accent, "font-family": FONTS, "text-rendering": "geometricPrecision"},
        )
        SubElement(svg, "title").text = f"{self.title.rstrip('.')}. {self.told}" if as_title else self.title
        if not as_title:
            SubElement(svg, "desc").text = self.told
        svg.extend(self._elements)
        return tostring(svg, encoding="unicode")
