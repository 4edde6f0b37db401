"""The articles of law in the margin of a page, beside what answers them, for lawyers and auditors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from gdprdocs.formats.tree import parents_of, parse, serialise
from gdprdocs.language import Language
from gdprdocs.law.requirement import requirements
from gdprdocs.wording import article_order, short_article_words

_HEADINGS = ("h2", "h3", "h4")


def annotate(page: str, language: Language) -> str:
    """``page`` with a paragraph of class ``law`` at the head of every section that rests on an article.

    Of sections one after the other that rest on the same articles, such as the entries of a register, the first says
    it. The note stands before the heading: between heading and text it would let a page end with the heading.
    """
    html = parse(page)
    parents = parents_of(html)
    sections: dict[Element, list[str]] = {}
    for element in html.iter():
        if (articles := list(_articles(element))) and (section := _section(element, parents)) is not None:
            sections.setdefault(section, []).extend(articles)
    said: dict[Element, list[str]] = {}
    for section, articles in sections.items():
        found = sorted(dict.fromkeys(articles), key=article_order)
        if said.get(parents[section]) != found:
            _insert(section, "; ".join(short_article_words(article, language) for article in found))
        said[parents[section]] = found
    return serialise(html)


def _articles(element: Element) -> Iterator[str]:
    for name in element.get("data-requirements", "").split():
        yield from requirements()[name].article
    for article in element.get("data-articles", "").split():
        yield article.replace("-", " ") if "-" in article else f"GDPR {article}"


def _section(element: Element, parents: dict[Element, Element]) -> Element | None:
    node: Element | None = element
    while node is not None:
        if node.tag == "section" and any(child.tag in _HEADINGS for child in node):
            return node
        if node.tag == "details" and any(child.tag in _HEADINGS for child in node[0]):
            return node
        node = parents.get(node)
    return None


def _insert(section: Element, words: str) -> None:
    note = Element("p", {"class": "law"})
    note.text = re.sub(r"(?<=\d) (?=lid|punt|sub)", "\u00a0", words)
    section.insert(1 if section.tag == "details" else 0, note)  # a part to open begins with the line that opens it
