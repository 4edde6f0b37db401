"""What the markup of a clause of the program is like: a clause that replaces it is to be like that too."""

from __future__ import annotations

from dataclasses import dataclass

from jinja2 import nodes

from gdprdocs.formats.html.clause import Clause, numbered, shape
from gdprdocs.formats.html.markup import BLOCK, Reading
from gdprdocs.language import LANGUAGES


@dataclass(frozen=True, slots=True)
class ClauseMarkup:
    """The markup of one clause, whatever the language."""

    kinds: frozenset[str]
    links: frozenset[str]
    is_sentence: bool
    """Whether it stands where markup can stand. A name stands in titles and attributes too."""


def markup_of(clause: Clause) -> ClauseMarkup:
    """The markup that the clause has in any language."""
    kinds: set[str] = set()
    links: set[str] = set()
    is_sentence = False
    for language in LANGUAGES:
        reading = Reading(any_link=True)
        _read_ours(list(clause.bodies[language]), reading)
        kinds |= reading.kinds
        links |= reading.addresses
        is_sentence = is_sentence or bool(reading.tags) or _ends_a_sentence(clause.bodies[language])
    if clause.name in numbered(clause.document):
        kinds.add(BLOCK)
    return ClauseMarkup(frozenset(kinds), frozenset(links), is_sentence)


def _read_ours(body: list[nodes.Node], reading: Reading) -> None:
    text = ""
    for node in body:
        if isinstance(node, nodes.Output):
            for part in node.nodes:
                if isinstance(part, nodes.TemplateData):
                    text += part.data
                else:
                    reading.places.append(shape(part))
                    text += f"\0{len(reading.places) - 1}\0"
            continue
        reading.read(text)
        text = ""
        if isinstance(node, nodes.If):
            for branch in [node.body, *(each.body for each in node.elif_), node.else_]:
                _read_ours(branch, reading)
        elif isinstance(node, nodes.For):
            _read_ours(node.body, reading)
    reading.read(text)


def _ends_a_sentence(body: tuple[nodes.Node, ...]) -> bool:
    words = [data.data.strip() for node in body for data in node.find_all(nodes.TemplateData)]
    return any(each.endswith((".", ":", "?", "!", ";")) for each in words)
