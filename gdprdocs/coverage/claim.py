"""Claims: the places of a page that say which requirement they answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from gdprdocs.formats.html.own_words import OWN_MARK
from gdprdocs.formats.tree import parents_of, parse, text_of

HEADINGS = frozenset({"h1", "h2", "h3", "h4"})

_NO_ANSWER = frozenset({*HEADINGS, "thead"})
"""What stands in a claim beside the answer itself."""

_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Claim:
    """One place in a document that answers a requirement."""

    requirement: str
    anchor: str
    """The id of the nearest part of the page that has one; nothing for the page itself."""
    heading: str
    """The heading of that part."""
    words: str
    """What stands there."""
    gaps: tuple[str, ...]
    """The facts that are missing in it."""
    is_own: bool = False
    """Whether words of the organisation's own stand in it."""


def claims_in(page: str) -> Iterator[Claim]:
    """Every claim in a page, in order."""
    html = parse(page)
    parents = parents_of(html)
    for element in html.iter():
        if named := element.get("data-requirements"):
            anchor, heading = _place(element, parents)
            marked = _answer(element)
            words = marked.replace(OWN_MARK, "")
            gaps = tuple(text_of(mark) for mark in element.iter("mark") if mark.get("class") == "gap")
            if not words:
                gaps = ("",)
            for requirement in named.split():
                yield Claim(requirement, anchor, heading.replace(OWN_MARK, ""), words, gaps, words != marked)


def _answer(element: Element) -> str:
    """What an element says in answer, with a colon after the label of a row."""
    said = deepcopy(element)
    said.tail = None
    for parent in list(said.iter()):
        for child in list(parent):
            if child.tag in _NO_ANSWER:
                tail = child.tail or ""
                before = parent[list(parent).index(child) - 1] if parent[0] is not child else None
                parent.remove(child)
                if before is None:
                    parent.text = f"{parent.text or ''} {tail}"
                else:
                    before.tail = f"{before.tail or ''} {tail}"
            elif child.tag == "pre":  # markup for a web developer to copy: its words are the answer
                words = _TAG.sub(" ", text_of(child))
                child[:] = []
                child.text = words
            elif child.tag == "th" and child.get("scope") == "row":
                SubElement(child, "span").text = ":"
    return text_of(said) or text_of(element)


def _beginning(element: Element) -> Iterator[Element]:
    """The children of an element, and what stands in the line with which a reader opens it."""
    for child in element:
        yield from child if child.tag == "summary" else (child,)


def _place(element: Element, parents: dict[Element, Element]) -> tuple[str, str]:
    anchor, heading, node = "", "", element
    while node in parents or node is element:
        own = next((text_of(child) for child in _beginning(node) if child.tag in HEADINGS), "")
        anchor = anchor or node.get("id", "")
        heading = heading or own
        if anchor and heading:
            break
        if node not in parents:
            break
        node = parents[node]
    return ("" if anchor == "content" else anchor), heading
