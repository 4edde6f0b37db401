"""The body of a page alone, to paste into a page of a content management system."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, tostring

from gdprdocs.formats.tree import parents_of, parse

PREFIX = "gdprdocs-"
"""Before every id and class, so that they are nobody else's."""

_REFERENCES = ("aria-labelledby", "aria-describedby", "aria-controls", "headers", "for")
_LOWEST = 6


def fragment(page: str, offset: int) -> str:
    """What ``page`` says, with headings ``offset`` levels lower and every id and class prefixed.

    That is ``<main>`` without its table of contents, after the word that it is a draft, if it is one, and before its
    version. What explains the page to its own style sheet or to auditors is left out. A heading lower than ``<h6>``
    stays one for a screen reader.
    """
    html = parse(page)
    body = next(html.iter("body"))
    whole = Element("div", {"class": "document", "lang": html.get("lang", "")})
    for part in body:
        if part.tag in ("main", "footer") or part.get("class") == "draft-note":
            whole.append(part)
            if part.tag == "main":
                part.tag, part.attrib = "div", {}
    _leave_out(whole)
    for element in whole.iter():
        _adapt(element, offset)
    return f"{tostring(whole, encoding='unicode', method='html')}\n"


def _adapt(element: Element, offset: int) -> None:
    for name, value in list(element.attrib.items()):
        if name.startswith("data-"):
            del element.attrib[name]
        elif name in ("id", "class", *_REFERENCES):
            element.set(name, " ".join(f"{PREFIX}{each}" for each in value.split()))
        elif name == "href" and value.startswith("#"):
            element.set(name, f"#{PREFIX}{value[1:]}")
    if found := re.fullmatch("h([1-6])", element.tag):
        level = int(found[1]) + offset
        element.tag = f"h{min(level, _LOWEST)}"
        if level > _LOWEST:
            element.set("aria-level", str(level))


def _leave_out(whole: Element) -> None:
    """Without the contents, and without pictures: their colours come from the style sheet, their words stand beside."""
    parents = parents_of(whole)
    for part in [*whole.iter("nav"), *(each for each in whole.iter("figure") if each.find(".//svg") is not None)]:
        around = parents[part]
        around.remove(part)
        if around.tag == "section" and len(around) == 1:  # the heading of nothing but a picture
            parents[around].remove(around)
