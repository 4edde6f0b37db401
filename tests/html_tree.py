"""A page of HTML as plain text, for review."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from gdprdocs.formats.tree import APART, BLOCKS, parents_of, parse, text_of

__all__ = ["as_text", "links_of", "parents_of", "parse", "text_of"]


def links_of(html: Element) -> list[str]:
    """Where every link of the page leads, in order."""
    return [element.get("href", "") for element in html.iter("a")]


def as_text(html: Element) -> str:
    """The page as plain text for review: a block a line, headings with #, items with -, rows between bars."""
    lines: list[str] = []
    (body,) = html.iter("body")
    _write(body, lines, "")
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)) + "\n"


def _write(element: Element, lines: list[str], indent: str) -> None:
    """The blocks inside ``element``; words that stand beside blocks are a line of their own."""
    loose: list[str] = [element.text or ""]

    def flush() -> None:
        if words := _squeezed(loose):
            lines.append(f"{indent}{words}")
        loose.clear()

    for child in element:
        if child.tag in BLOCKS:
            flush()
            _block(child, lines, indent)
        else:
            loose.append(_inline(child))
        loose.append(child.tail or "")
    flush()


def _block(block: Element, lines: list[str], indent: str) -> None:
    if re.fullmatch("h[1-6]", block.tag):
        lines.extend(["", f"{'#' * int(block.tag[1])} {_words(block)}"])
    elif block.tag == "li":
        _item(block, lines, indent)
    elif block.tag == "tr":
        lines.append(f"{indent}| {' | '.join(_words(cell) for cell in block)} |".replace("|  |", "| |"))
        for item in (item for cell in block for items in _lists(cell) for item in items):
            _item(item, lines, f"{indent}  ")
    elif block.tag == "table":
        for row in block.iter("tr"):
            _block(row, lines, indent)
        lines.append("")
    else:
        _write(block, lines, indent)


def _lists(cell: Element) -> Iterator[Element]:
    """The lists of a cell, also those in a block of their own, and not the lists in a list."""
    for part in cell:
        if part.tag in ("ul", "ol"):
            yield part
        else:
            yield from _lists(part)


def _item(item: Element, lines: list[str], indent: str) -> None:
    lines.append(f"{indent}- {_words(item)}")
    for items in item:
        if items.tag in ("ul", "ol"):
            for inner in items:
                _item(inner, lines, f"{indent}  ")


def _words(block: Element) -> str:
    """The words of a block without the lists inside it."""
    pieces = [block.text or ""]
    for child in block:
        if child.tag not in ("ul", "ol"):
            pieces.append(_inline(child))
        pieces.append(child.tail or "")
    return _squeezed(pieces)


def _inline(element: Element) -> str:
    words = _words(element)
    if element.tag == "a":
        return f"{words} <{element.get('href')}>"
    if element.tag == "svg":  # what it shows is in the table or the list that its caption names
        return f"[{element.findtext('title')}] "
    if element.tag == "img":
        return f"[{element.get('alt')}]"
    if element.get("class") in APART:
        return f" {words} "
    return f"[{words}]" if element.get("class") == "tag" else words


def _squeezed(pieces: list[str]) -> str:
    return re.sub(r"\s+", " ", "".join(pieces)).strip()
