"""Judging one clause of an organisation's own: words, markup, and what the clause that it replaces has itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from jinja2 import nodes

from gdprdocs.formats.html.clause import (
    Clause,
    atoms_in,
    conditions_in,
    loop_shape,
    names_in,
    places_in,
    shape,
)
from gdprdocs.formats.html.clause_markup import ClauseMarkup, markup_of
from gdprdocs.formats.html.fault import Fault, FaultError, fault_at
from gdprdocs.formats.html.markup import NOT_CLOSED, MarkupError, Reading, Tag
from gdprdocs.language import Text
from gdprdocs.project import MOST_PLACES

_WEIGHT_IN_LOOP = 10


@dataclass
class OwnClause:
    """What was read of one clause."""

    name: str
    line: int
    """In which line its macro begins, from 1."""
    tags: list[Tag] = field(default_factory=list)
    places: set[str] = field(default_factory=set)
    conditions: set[str] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)
    """The numbers in its words."""


def judge_clause(lines: list[str], macro: nodes.Macro, clause: Clause) -> tuple[OwnClause, tuple[Fault, ...]]:
    """What the macro is like that replaces a clause, and what it leaves out; :class:`FaultError` at its first fault."""
    judge = _Judge(lines, clause, macro)
    return judge.found, tuple(judge.unused())


class _Judge:
    """One macro, held to the clause that it replaces."""

    def __init__(self, lines: list[str], clause: Clause, macro: nodes.Macro) -> None:
        self.lines = lines
        self.clause = clause
        self.macro = macro
        self.found = OwnClause(macro.name, macro.lineno)
        self.weight = 0
        like = markup_of(clause)
        self.reading = Reading(links=like.links)
        self.around = ""
        self._body(macro.body, (), frozenset())
        self._refuse_kinds(like)
        self.found.tags = self.reading.tags

    def unused(self) -> Iterator[Fault]:
        """The parameters that the clause it replaces uses and this one does not."""
        used = {name.name for part in self.macro.body for name in names_in(part)}
        missing = [name for name in self.clause.parameters if name not in used]
        if missing:
            yield fault_at(
                self.lines,
                self.macro.lineno,
                self.macro.name,
                "wording-unused",
                clause=self.macro.name,
                names=", ".join(missing),
            )

    def _refuse_kinds(self, like: ClauseMarkup) -> None:
        """At its top a clause has what the one that it replaces has there: a cell takes no list, a list only items."""
        if self.reading.kinds - like.kinds:
            why = _KINDS_ARE_OTHER if like.kinds else _EMPTY
            raise FaultError(
                fault_at(
                    self.lines, self.macro.lineno, self.macro.name, "wording-markup", found=self.macro.name, why=why
                )
            )
        if self.reading.tags and not like.is_sentence:
            sought = self.reading.tags[0].text
            why = _NAME_ONLY
            raise FaultError(fault_at(self.lines, self.macro.lineno, sought, "wording-markup", found=sought, why=why))

    def _body(self, body: list[nodes.Node], under: tuple[str, ...], bound: frozenset[str]) -> None:
        floor = len(self.reading.open)
        pieces: list[tuple[str, int]] = []
        for node in body:
            if isinstance(node, nodes.Output):
                pieces += [self._piece(each, bound) for each in node.nodes]
                continue
            self._read(pieces, under, floor)
            pieces = []
            if isinstance(node, nodes.If):
                self._branches(node, under, bound)
            elif isinstance(node, nodes.For):
                self._loop(node, under, bound)
            else:
                raise FaultError(not_allowed(self.lines, node, _STATEMENT))
        self._read(pieces, under, floor)
        if len(self.reading.open) > floor:
            tag = f"<{self.reading.open[-1]}"
            last = next(each for each in reversed(self.reading.tags) if each.text.startswith(tag))
            raise FaultError(
                fault_at(self.lines, self.macro.lineno, tag, "wording-markup", found=last.text, why=NOT_CLOSED)
            )

    def _read(self, pieces: list[tuple[str, int]], under: tuple[str, ...], floor: int) -> None:
        text = "".join(words for words, _ in pieces)
        try:
            self.reading.read(text, under, floor)
        except MarkupError as error:
            line = _line_at(pieces, error.offset)
            sought = error.found.split("…")[0].split("\n")[0]
            raise FaultError(
                fault_at(self.lines, line, sought, "wording-markup", found=error.found.split("\n")[0], why=error.why)
            ) from error

    def _piece(self, part: nodes.Node, bound: frozenset[str]) -> tuple[str, int]:
        """A part of an output as text, in which a value is its number."""
        if isinstance(part, nodes.TemplateData):
            words = part.data
            self.found.numbers |= _numbers_in(words)
            return words, part.lineno
        for condition in conditions_in(part):
            self._condition(condition, bound)
        for constant in part.find_all(nodes.Const):
            self._refuse_hidden(constant)
        if isinstance(part, nodes.Const):
            if not isinstance(part.value, str):
                raise FaultError(not_allowed(self.lines, part, _PLACE))
            self._refuse_hidden(part)
            self.found.numbers |= _numbers_in(part.value)
        for place in places_in(part):
            self._place(place, bound)
        self.reading.places.append(shape(part))
        return f"\0{len(self.reading.places) - 1}\0", part.lineno

    def _refuse_hidden(self, constant: nodes.Const) -> None:
        """Between quotes a character can be written so that nobody sees it."""
        if isinstance(constant.value, str) and not constant.value.isprintable():
            raise FaultError(not_allowed(self.lines, constant, _HIDDEN, "\\"))

    def _place(self, place: nodes.Expr, bound: frozenset[str]) -> None:
        found = shape(place)
        self._count(place, bound)
        if found not in self.clause.uses.places or not self._is_bound(place, bound):
            raise FaultError(not_allowed(self.lines, place, _PLACE))
        is_ours = isinstance(place, nodes.Name) and place.name not in {*self.clause.parameters, *bound}
        if not is_ours:
            self.found.places.add(found)

    def _condition(self, condition: nodes.Node, bound: frozenset[str]) -> None:
        for atom in atoms_in(condition):
            self._count(atom, bound)
            if shape(atom) not in self.clause.uses.conditions or not self._is_bound(atom, bound):
                raise FaultError(not_allowed(self.lines, atom, _CONDITION))
            self.found.conditions.add(shape(atom))

    def _is_bound(self, expression: nodes.Node, bound: frozenset[str]) -> bool:
        """Whether every name that exists only inside a loop is used inside one."""
        used = {name.name for name in names_in(expression)}
        return not (used & self.clause.uses.bound) - bound - set(self.clause.parameters)

    def _count(self, node: nodes.Node, bound: frozenset[str]) -> None:
        self.weight += _WEIGHT_IN_LOOP if bound else 1
        if self.weight > MOST_PLACES:
            raise FaultError(fault_at(self.lines, node.lineno, "{", "wording-places", clause=self.macro.name))

    def _branches(self, node: nodes.If, under: tuple[str, ...], bound: frozenset[str]) -> None:
        before: tuple[str, ...] = ()
        for branch in [node, *node.elif_]:
            self._condition(branch.test, bound)
            self._body(branch.body, (*under, *before, shape(branch.test)), bound)
            before = (*before, f"not {shape(branch.test)}")
        self._body(node.else_, (*under, *before), bound)

    def _loop(self, loop: nodes.For, under: tuple[str, ...], bound: frozenset[str]) -> None:
        self._count(loop, bound)
        around, self.around = self.around, loop_shape(loop, self.around)
        if self.around not in self.clause.uses.loops or loop.else_ or loop.recursive:
            raise FaultError(not_allowed(self.lines, loop, _LOOP))
        self.found.places.add(self.around)
        names = {"loop", *(name.name for name in names_in(loop.target))}
        self._body(loop.body, (*under, self.around), bound | names)
        self.around = around


def _line_at(pieces: list[tuple[str, int]], offset: int) -> int:
    """In which line, from 1, a piece of text has the character with this offset in the whole."""
    line = 1
    for words, start in pieces:
        if offset < len(words):
            return start + words[:offset].count("\n")
        line = start + words.count("\n")
        offset -= len(words)
    return line


def _numbers_in(words: str) -> set[str]:
    """The numbers in a text as any language writes them; which part of an article is meant, Dutch says in words."""
    without = re.sub(r"(?<=[\dA-Za-z)])\(\d+\)|\b(?:onder|punt)\s\d+", "", words)
    return set(re.findall(r"\d+", re.sub(r"(?<=\d)[.,](?=\d{3}\b)", "", without)))


def not_allowed(lines: list[str], node: nodes.Node, why: Text, sought: str = "") -> Fault:
    """A fault at a node: at the first word of it that stands in the line."""
    line = min(node.lineno or 1, len(lines))
    if statement := _STATEMENTS.get(type(node)):
        return fault_at(lines, line, statement, "wording-not-allowed", found=statement, why=why)
    words = [sought] if sought else [*_spelt(node), "{{"]
    first = next((each for each in words if each in lines[line - 1]), words[0])
    return fault_at(lines, line, first, "wording-not-allowed", found=first, why=why)


def _spelt(node: nodes.Node) -> Iterator[str]:
    """Words by which an expression is found back in its line: names, attributes and filters, the outermost first."""
    for _, value in node.iter_fields(exclude=("ctx",)):
        if isinstance(value, str) and value and isinstance(node, nodes.Name | nodes.Getattr | nodes.Filter):
            yield value
    for child in node.iter_child_nodes():
        yield from _spelt(child)


_STATEMENTS: dict[type[nodes.Node], str] = {
    kind: f"{{% {word}"
    for word, kinds in {
        "autoescape": (nodes.Scope, nodes.ScopedEvalContextModifier),
        "block": (nodes.Block,),
        "call": (nodes.CallBlock,),
        "extends": (nodes.Extends,),
        "filter": (nodes.FilterBlock,),
        "for": (nodes.For,),
        "from": (nodes.FromImport,),
        "if": (nodes.If,),
        "import": (nodes.Import,),
        "include": (nodes.Include,),
        "macro": (nodes.Macro,),
        "set": (nodes.Assign, nodes.AssignBlock),
        "with": (nodes.With,),
    }.items()
    for kind in kinds
}
"""How statements begin."""


_STATEMENT = Text(
    nl="een bepaling heeft alleen woorden, voorwaarden (if) en de lussen van de bepaling die zij vervangt",
    en="a clause has only words, conditions (if) and the loops of the clause that it replaces",
)
_PLACE = Text(
    nl="de bepaling die u vervangt, heeft dit niet tussen {{ en }}",
    en="the clause that you replace does not have this between {{ and }}",
)
_CONDITION = Text(
    nl="de bepaling die u vervangt, heeft deze voorwaarde niet",
    en="the clause that you replace does not have this condition",
)
_LOOP = Text(
    nl="de bepaling die u vervangt, heeft deze lus niet", en="the clause that you replace does not have this loop"
)
_HIDDEN = Text(nl="schrijf het teken zelf", en="write the character itself")
_KINDS_ARE_OTHER = Text(
    nl="de bepaling die u vervangt, bestaat uit ander soort tekst: alinea’s, punten van een lijst of losse zinnen",
    en="the clause that you replace is of another kind: paragraphs, items of a list, or sentences alone",
)
_EMPTY = Text(nl="de bepaling die u vervangt, is leeg", en="the clause that you replace is empty")
_NAME_ONLY = Text(
    nl="de bepaling die u vervangt, is een naam of titel; daar staan geen tags in",
    en="the clause that you replace is a name or a title, which has no tags",
)
