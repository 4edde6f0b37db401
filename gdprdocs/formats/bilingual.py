"""Two pages of one document, in two languages, as one: clause beside clause, with one numbering.

Both languages come from one structure, so the two pages are the same tree with other words in it. Here the trees are
walked together. Where they hold blocks, the blocks are combined in turn; where they hold words, both stand side by
side, or once where they are alike. What may stand only once (numbers, ids) is kept of the first.
"""

from __future__ import annotations

import copy
from xml.etree.ElementTree import Element

from gdprdocs.formats.tree import BLOCKS, parse, serialise, text_of

PHRASING_ONLY = frozenset({"p", "h1", "h2", "h3", "h4", "summary", "caption", "a", "figcaption"})
"""Elements in which no block may stand."""
IN_LINE = frozenset({"skip", "colophon", "organisation", "draft-note"})
"""Classes of words about the page: both languages in one line."""
FIRST_ONLY = frozenset({"elsewhere", "law", "running"})
"""Classes of what is no part of the text: the first language alone."""
ONCE = frozenset({"no"})
"""Classes of what stands once although the words around it stand twice: the number of a clause."""


class UnequalPagesError(Exception):
    """The two pages are not the same document: a fault of a template."""


def side_by_side(first: str, second: str) -> str:
    """The page ``first`` with the words of ``second`` beside its own."""
    left, right = parse(first), parse(second)
    language = right.get("lang", "")
    for tag in ("title", "body"):
        own, other = next(left.iter(tag)), next(right.iter(tag))
        if tag == "title":
            own.text = " / ".join(dict.fromkeys((own.text or "", other.text or "")))
        else:
            _combine(own, other, language)
    return serialise(left)


def _classes(element: Element) -> frozenset[str]:
    return frozenset(element.get("class", "").split())


def _combine(left: Element, right: Element, language: str) -> None:
    if (left.tag, left.get("class")) != (right.tag, right.get("class")):
        raise UnequalPagesError(f"<{left.tag} class={left.get('class')!r}> beside <{right.tag}> {text_of(left)[:60]!r}")
    if _classes(left) & FIRST_ONLY or _alike(left, right):
        return
    if left.tag != "body" and (left.tag == "pre" or _holds_words(left) or _holds_words(right)):
        _set_beside(left, right, language)
        return
    if len(left) != len(right):
        raise UnequalPagesError(f"<{left.tag}> has {len(left)} parts beside {len(right)}: {text_of(left)[:60]!r}")
    for own, other in zip(left, right, strict=True):
        _combine(own, other, language)


def _alike(left: Element, right: Element) -> bool:
    """Whether nothing is gained by showing both: the same words and the same pictures."""
    return text_of(left) == text_of(right) and not any(part.get("alt") or part.tag == "svg" for part in left.iter())


def _holds_words(element: Element) -> bool:
    """Whether words, or parts of a line such as links, stand in the element itself."""
    pieces = [element.text, *(child.tail for child in element)]
    return any(piece and piece.strip() for piece in pieces) or any(child.tag not in _PARTS for child in element)


_PARTS = BLOCKS | {"thead", "tbody", "colgroup", "col", "details", "figure", "dl", "dt", "dd", "blockquote", "pre"} | {
    "img", "article", "aside", "caption", "summary",
}  # fmt: skip


def _set_beside(left: Element, right: Element, language: str) -> None:
    """Put the content of both into ``left``, each in a part of its own that says its language."""
    in_line = bool(_classes(left) & IN_LINE)
    kept = [child for child in left if _classes(child) & ONCE]
    first, second = (_moved(element, left.tag) for element in (left, right))
    _empty(left)
    for child in kept:
        child.tail = None
        left.append(child)
    second.set("lang", language)
    for part in second.iter():
        part.attrib.pop("id", None)
        part.attrib.pop("data-requirements", None)
    if in_line:
        first.tail = " / "
    else:
        first.set("class", "col")
        second.set("class", "col")
    left.append(first)
    left.append(second)


def _moved(element: Element, tag: str) -> Element:
    """The content of ``element``, without what stands once, as a part that may stand inside ``tag``."""
    part = Element("span" if tag in PHRASING_ONLY else "div")
    part.text = element.text
    for child in element:
        if _classes(child) & ONCE:
            _append_text(part, child.tail)
        else:
            part.append(copy.deepcopy(child))
    return part


def _append_text(part: Element, words: str | None) -> None:
    if words and len(part):
        part[-1].tail = (part[-1].tail or "") + words
    elif words:
        part.text = (part.text or "") + words


def _empty(element: Element) -> None:
    attributes, tail = dict(element.attrib), element.tail
    element.clear()
    element.attrib.update(attributes)
    element.tail = tail
