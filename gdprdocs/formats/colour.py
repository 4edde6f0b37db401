"""The organisation's colour, made dark or light enough to be read (WCAG 2.2, success criterion 1.4.3)."""

from __future__ import annotations

CONTRAST = 4.5
"""The least contrast of text with its ground."""

DEFAULT = "#1d4f76"
DAY, NIGHT = "#f1f4f6", "#1d242b"
"""The grounds on which it is hardest to read: the tints of the style sheets."""


def luminance(colour: str) -> float:
    """The relative luminance of ``#rrggbb``, from 0 (black) to 1 (white)."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def readable(colour: str, ground: str) -> str:
    """``colour``, moved just as far towards black or white as text on ``ground`` needs."""
    target = 255 if luminance(ground) < 0.5 else 0
    parts = [int(colour[start : start + 2], 16) for start in (1, 3, 5)]
    for step in range(101):
        mixed = "#" + "".join(f"{round(part + (target - part) * step / 100):02x}" for part in parts)
        if contrast(mixed, ground) >= CONTRAST:
            return mixed
    return mixed
