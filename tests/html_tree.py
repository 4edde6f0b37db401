"""A page of HTML as a tree, read strictly: what a browser would mend in silence is an error here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from xml.etree.ElementTree import Element, SubElement

VOID = frozenset({"br", "col", "hr", "img", "input", "link", "meta"})
UNSEEN = frozenset({"head", "style", "script", "title"})
BLOCKS = frozenset(
    {"body", "header", "footer", "main", "nav", "section", "div", "p", "ul", "ol", "li", "table", "tr", "th", "td"}
    | {"h1", "h2", "h3", "h4", "h5", "h6"}
)
APART = frozenset({"no", "via", "chain-no"})
"""Classes that the style sheet sets apart from the words around them."""


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.doctype = ""
        self.top = Element("top")
        self.open = [self.top]

    def handle_decl(self, decl: str) -> None:
        self.doctype = decl

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> has an attribute twice: {names}"
        element = SubElement(self.open[-1], tag, {name: value or "" for name, value in attrs})
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"line {self.getpos()[0]}: </{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        parent = self.open[-1]
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + data
        else:
            parent.text = (parent.text or "") + data


def parse(page: str) -> Element:
    """The ``<html>`` element of ``page``; an error when its tags do not nest or an attribute stands twice."""
    builder = _Builder()
    builder.feed(page)
    builder.close()
    assert builder.doctype.lower() == "doctype html"
    assert builder.open == [builder.top], f"not closed: {[element.tag for element in builder.open[1:]]}"
    (html,) = builder.top
    assert html.tag == "html"
    return html


def text_of(element: Element) -> str:
    """The words in an element as they are read: white space collapsed, a space wherever a block begins."""
    return re.sub(r"\s+", " ", "".join(_pieces(element))).strip()


def _pieces(element: Element) -> Iterator[str]:
    if element.tag in UNSEEN:
        return
    yield element.text or ""
    for child in element:
        edge = " " if child.tag in BLOCKS or child.get("class") in APART else ""
        yield edge
        yield from _pieces(child)
        yield edge
        yield child.tail or ""


def parents_of(html: Element) -> dict[Element, Element]:
    """The parent of every element."""
    return {child: parent for parent in html.iter() for child in parent}


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
        for item in (item for cell in block for items in cell if items.tag in ("ul", "ol") for item in items):
            _item(item, lines, f"{indent}  ")
    elif block.tag == "table":
        for row in block.iter("tr"):
            _block(row, lines, indent)
        lines.append("")
    else:
        _write(block, lines, indent)


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
    if element.tag == "img":
        return f"[{element.get('alt')}]"
    if element.get("class") in APART:
        return f" {words} "
    return f"[{words}]" if element.get("class") == "tag" else words


def _squeezed(pieces: list[str]) -> str:
    return re.sub(r"\s+", " ", "".join(pieces)).strip()
