"""Clauses: the macros of a wording file, and what each of them takes from the document.

A clause is words with *places* for values, *conditions* and perhaps a loop. What stands between the braces is compared
by its shape, in which the words of a language do not count: ``known("service")`` is ``known("dienst")``.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from jinja2 import Environment, nodes

from gdprdocs.language import LANGUAGES, Language
from gdprdocs.project import templates

PARSER = Environment(autoescape=True)
"""Reads templates without running them; it knows no filter, no global and no extension."""

WORD_FILTERS = frozenset({"capital", "plain", "trim"})
"""Filters that change nothing but how words begin and end: with or without them, a place is the same."""

_MACRO = r"\{{%-? macro {name}\(.*?\{{%-? endmacro -?%\}}"


@dataclass(frozen=True, slots=True)
class Uses:
    """What a clause takes from the document, each by its shape."""

    places: frozenset[str]
    conditions: frozenset[str]
    loops: frozenset[str]
    bound: frozenset[str]
    """Names that exist only inside a loop."""

    def __or__(self, other: Uses) -> Uses:
        return Uses(
            self.places | other.places,
            self.conditions | other.conditions,
            self.loops | other.loops,
            self.bound | other.bound,
        )


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause as it comes with the program, in every language."""

    document: str
    """The folder of its wording file."""
    name: str
    parameters: tuple[str, ...]
    bodies: Mapping[Language, tuple[nodes.Node, ...]]
    uses: Uses

    def source(self, language: Language) -> str:
        """The clause as it stands in the wording file."""
        found = re.search(_MACRO.format(name=self.name), source_of(self.document, language), re.DOTALL)
        if found is None:
            raise LookupError(f"{self.document} has no clause {self.name}")
        return found[0]


@functools.cache
def clauses(document: str) -> Mapping[str, Clause]:
    """The clauses of a folder of templates by name, in the order of the text."""
    macros = {
        language: {macro.name: macro for macro in macros_in(PARSER.parse(source_of(document, language)))}
        for language in LANGUAGES
    }
    return {
        name: Clause(
            document,
            name,
            parameters_of(macro),
            {language: tuple(macros[language][name].body) for language in LANGUAGES},
            functools.reduce(Uses.__or__, (uses_of(macros[language][name].body) for language in LANGUAGES)),
        )
        for name, macro in macros[LANGUAGES[0]].items()
    }


def source_of(document: str, language: Language) -> str:
    """The wording file of a folder of templates."""
    return (templates() / document / f"{language}.html.j2").read_text(encoding="utf-8")


def macros_in(tree: nodes.Template) -> Iterator[nodes.Macro]:
    """The macros of a file, and nothing inside them."""
    return (node for node in tree.body if isinstance(node, nodes.Macro))


def parameters_of(macro: nodes.Macro) -> tuple[str, ...]:
    """The names of what a macro is given."""
    return tuple(parameter.name for parameter in macro.args)


def uses_of(body: list[nodes.Node]) -> Uses:
    """What the body of a macro takes from the document."""
    places: set[str] = set()
    conditions: set[str] = set()
    loops: set[str] = set()
    bound: set[str] = set()
    loops.update(_loops_in(body, ""))
    for node in body:
        for found in [node, *node.find_all((nodes.Output, nodes.If, nodes.For, nodes.CondExpr))]:
            if isinstance(found, nodes.Output):
                places.update(shape(place) for each in found.nodes for place in places_in(each))
            elif isinstance(found, nodes.If | nodes.CondExpr):
                conditions.update(shape(atom) for atom in atoms_in(found.test))
            elif isinstance(found, nodes.For):
                bound.update({"loop", *(name.name for name in names_in(found.target))})
    return Uses(frozenset(places), frozenset(conditions), frozenset(loops), frozenset(bound))


def places_in(expression: nodes.Node) -> Iterator[nodes.Expr]:
    """The values that an output shows: those of both branches of an inline condition, and no words that it spells."""
    core = _core(expression)
    if isinstance(core, nodes.CondExpr):
        yield from places_in(core.expr1)
        if core.expr2 is not None:
            yield from places_in(core.expr2)
    elif isinstance(core, nodes.Expr) and not isinstance(core, nodes.Const | nodes.TemplateData):
        yield core


def conditions_in(expression: nodes.Node) -> Iterator[nodes.Expr]:
    """The inline conditions of an output."""
    core = _core(expression)
    if isinstance(core, nodes.CondExpr):
        yield core.test
        yield from conditions_in(core.expr1)
        if core.expr2 is not None:
            yield from conditions_in(core.expr2)


def atoms_in(condition: nodes.Node) -> Iterator[nodes.Node]:
    """What is asked in a condition, without ``and``, ``or`` and ``not``."""
    if isinstance(condition, nodes.And | nodes.Or):
        yield from atoms_in(condition.left)
        yield from atoms_in(condition.right)
    elif isinstance(condition, nodes.Not):
        yield from atoms_in(condition.node)
    else:
        yield condition


def names_in(node: nodes.Node) -> Iterator[nodes.Name]:
    """Every name in an expression, the expression included."""
    if isinstance(node, nodes.Name):
        yield node
    yield from node.find_all(nodes.Name)


def shape(node: object) -> str:
    """An expression without the words of a language: what ``known`` says is missing, and the values of a table."""
    if isinstance(node, nodes.Filter) and node.node and node.name == "known" and all(map(_is_word, node.args)):
        return f"known({'word' if _is_word(node.node) else shape(_core(node.node))})"
    if isinstance(node, nodes.Pair) and _is_word(node.value):
        return f"{shape(node.key)}: word"
    if isinstance(node, nodes.Node):
        return f"{type(node).__name__}({', '.join(shape(value) for _, value in node.iter_fields())})"
    if isinstance(node, list | tuple):
        return f"[{', '.join(map(shape, node))}]"
    return repr(node)


def _is_word(node: nodes.Node | None) -> bool:
    return isinstance(node, nodes.Const) and isinstance(node.value, str)


def loop_shape(loop: nodes.For, around: str = "") -> str:
    """What a loop runs over, what it calls each and which it takes, after those of the loop ``around`` it."""
    return f"{around}{shape(loop.target)} in {shape(loop.iter)} if {shape(loop.test)}; "


def _loops_in(body: Iterable[nodes.Node], around: str) -> Iterator[str]:
    for node in body:
        inner = around
        if isinstance(node, nodes.For):
            inner = loop_shape(node, around)
            yield inner
        yield from _loops_in(node.iter_child_nodes(), inner)


@functools.cache
def _structure(document: str) -> nodes.Template:
    source = (templates() / document / "structure.html.j2").read_text(encoding="utf-8")
    return Environment(extensions=["jinja2.ext.do"]).parse(source)


@functools.cache
def numbered(document: str) -> frozenset[str]:
    """The clauses that stand as numbered clauses of an agreement: there a list or a paragraph has room."""
    calls = _structure(document).find_all(nodes.Call)
    texts = [call.args[0] for call in calls if call.args and getattr(call.node, "name", "") == "clause"]
    words = [text.node for text in texts if isinstance(text, nodes.Call)]
    return frozenset(each.attr for each in words if isinstance(each, nodes.Getattr))


def _core(expression: nodes.Node) -> nodes.Node:
    """An output without the filters that change nothing but its first letter, its full stop or its white space."""
    while (
        isinstance(expression, nodes.Filter)
        and expression.name in WORD_FILTERS
        and expression.node is not None
        and not (expression.args or expression.kwargs or expression.dyn_args or expression.dyn_kwargs)
    ):
        expression = expression.node
    return expression
