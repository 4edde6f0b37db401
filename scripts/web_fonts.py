#!/usr/bin/env python3
"""Make the fonts that pages on a website use: templates/fonts/web/*.woff2, from the fonts of the PDFs.

    python scripts/web_fonts.py

They hold the letters of those languages of Europe that are written in Latin letters, and the signs that the
documents use. "Source" is a reserved font name, which a changed file may not carry, so they have another.
"""

from __future__ import annotations

from pathlib import Path

from fontTools import subset

FONTS = Path(__file__).resolve().parent.parent / "templates" / "fonts"
FAMILY = "gdprdocs Sans"
STYLES = ("Regular", "It", "Semibold", "Bold")
LETTERS = [*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x218, 0x21C), *range(0x1E80, 0x1E86), 0x1E9E]
SIGNS = [*range(0x2010, 0x2030), *map(ord, "′″‹›€™←↑→↓−≤≥☐☑✓✔")]


def make(style: str) -> None:
    """Write the font of one style."""
    options = subset.Options(flavor="woff2", hinting=False, notdef_outline=True)
    font = subset.load_font(FONTS / f"SourceSans3-{style}.ttf", options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=LETTERS + SIGNS)
    subsetter.subset(font)
    for record in list(font["name"].names):
        if record.nameID in (1, 3, 4, 6, 16):
            name = FAMILY if record.nameID in (1, 16) else f"{FAMILY} {style}"
            words = name.replace(" ", "") if record.nameID == 6 else name
            font["name"].setName(words, record.nameID, record.platformID, record.platEncID, record.langID)
        elif record.nameID in (7, 18, 20, 21, 25):  # names and trademark of the original
            font["name"].removeNames(record.nameID)
    target = FONTS / "web" / f"sans-{style.lower()}.woff2"
    target.parent.mkdir(exist_ok=True)
    subset.save_font(font, target, options)


if __name__ == "__main__":
    for each in STYLES:
        make(each)
