"""A page of HTML as a tree, read strictly: what a browser would mend in silence is an error here.

The pages are our own, so anything odd in one is a fault of a template.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from xml.etree.ElementTree import Element, SubElement, tostring

VOID = frozenset({"br", "col", "hr", "img", "input", "link", "meta"})
UNSEEN = frozenset({"head", "style", "script", "svg", "title"})
"""What is no text of the page; what a picture shows stands in words beside it."""
BLOCKS = frozenset(
    {"body", "header", "footer", "main", "nav", "section", "div", "p", "ul", "ol", "li", "table", "tr", "th", "td"}
    | {"figure", "figcaption", "details", "summary"}
    | {"h1", "h2", "h3", "h4", "h5", "h6"}
)
APART = frozenset({"no", "via", "chain-no", "col", "label", "interest"})
"""Classes that the style sheet sets apart from the words around them."""


class MalformedPageError(ValueError):
    """Tags do not nest, or an attribute stands twice."""


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
        if len(names) != len(set(names)):
            raise MalformedPageError(f"<{tag}> has an attribute twice: {names}")
        element = SubElement(self.open[-1], tag, {name: value or "" for name, value in attrs})
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if self.open[-1].tag != tag:
            raise MalformedPageError(f"line {self.getpos()[0]}: </{tag}> closes <{self.open[-1].tag}>")
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
    if builder.open != [builder.top]:
        raise MalformedPageError(f"not closed: {[element.tag for element in builder.open[1:]]}")
    if builder.doctype.lower() != "doctype html" or [element.tag for element in builder.top] != ["html"]:
        raise MalformedPageError("not one whole page")
    return builder.top[0]


def serialise(html: Element) -> str:
    """The page that a tree stands for."""
    return f"<!doctype html>\n{tostring(html, encoding='unicode', method='html')}\n"


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
