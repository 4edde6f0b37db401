"""Judging an organisation's own words for one document in one language, before anything of them is rendered.

Whoever may change a profile may write such a file, strangers by pull request too. So it is read with the parser of the
templates and held to a short list: macros with the name and the parameters of a clause; in them words, markup, and
what the clause that they replace has between its braces itself, or the same in any language. Nothing else is evaluated,
whatever the sandbox would make of it.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from jinja2 import TemplateSyntaxError, nodes

from gdprdocs.formats.html.clause import (
    PARSER,
    Clause,
    atoms_in,
    clauses,
    conditions_in,
    loop_shape,
    macros_in,
    names_in,
    numbered,
    parameters_of,
    places_in,
    shape,
)
from gdprdocs.formats.html.fault import Fault, fault_at
from gdprdocs.formats.html.markup import BLOCK, NOT_CLOSED, MarkupError, Reading, Tag
from gdprdocs.language import LANGUAGES, Text
from gdprdocs.project import DEEPEST_CLAUSE, MOST_OWN_CLAUSES, MOST_PLACES

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


@dataclass(frozen=True, slots=True)
class Judged:
    """A file of own words: its clauses, and what is wrong with it. With any fault, none of it is used."""

    clauses: tuple[OwnClause, ...]
    faults: tuple[Fault, ...]


class _FaultError(Exception):
    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.rule)
        self.fault = fault


def judge(lines: list[str], document: str) -> Judged:
    """The own words in these lines, for a document that has a wording file."""
    try:
        macros = list(_macros(lines))
    except _FaultError as error:
        return Judged((), (error.fault,))
    found: list[OwnClause] = []
    faults: list[Fault] = []
    seen: dict[str, int] = {}
    for macro in macros:
        try:
            _refuse_twice(macro, seen, lines)
            own = _Judge(lines, _replaced(macro, lines, document), macro)
            faults += own.unused()
            found.append(own.found)
        except _FaultError as error:
            faults.append(error.fault)
    return Judged(tuple(found), tuple(faults))


def _macros(lines: list[str]) -> Iterator[nodes.Macro]:
    """The macros of a file that has nothing else at its top."""
    try:
        tree = PARSER.parse("\n".join(lines))
    except TemplateSyntaxError as error:
        line = min(error.lineno, len(lines))
        raise _FaultError(Fault("wording-syntax", line - 1, 0, 10_000, {"problem": str(error.message)})) from error
    except RecursionError as error:
        raise _FaultError(Fault("wording-depth", 0, 0, 1)) from error
    except ValueError as error:  # a number of more digits than Python reads
        raise _FaultError(Fault("wording-syntax", 0, 0, 1, {"problem": str(error)})) from error
    _refuse_depth(tree, lines)
    for node in tree.body:
        if not isinstance(node, nodes.Macro):
            _refuse_outside(node, lines)
    macros = list(macros_in(tree))
    if len(macros) > MOST_OWN_CLAUSES:
        raise _FaultError(
            fault_at(lines, macros[MOST_OWN_CLAUSES].lineno, macros[MOST_OWN_CLAUSES].name, "wording-clauses")
        )
    yield from macros


def _refuse_depth(tree: nodes.Template, lines: list[str]) -> None:
    waiting: list[tuple[nodes.Node, int]] = [(tree, 0)]
    while waiting:
        node, depth = waiting.pop()
        if depth > DEEPEST_CLAUSE:
            line = min(node.lineno or 1, len(lines))
            raise _FaultError(Fault("wording-depth", line - 1, 0, 10_000))
        waiting.extend((child, depth + 1) for child in node.iter_child_nodes())


def _refuse_outside(node: nodes.Node, lines: list[str]) -> None:
    """Nothing but white space and comments may stand around the macros."""
    for part in node.nodes if isinstance(node, nodes.Output) else [node]:
        if not isinstance(part, nodes.TemplateData):
            raise _FaultError(_not_allowed(lines, part, _OUTSIDE))
        if words := part.data.strip():
            line = part.lineno + part.data[: part.data.index(words)].count("\n")
            first = words.split("\n")[0]
            raise _FaultError(fault_at(lines, line, first, "wording-not-allowed", found=first, why=_OUTSIDE))


def _refuse_twice(macro: nodes.Macro, seen: dict[str, int], lines: list[str]) -> None:
    if macro.name in seen:
        raise _FaultError(
            fault_at(lines, macro.lineno, macro.name, "wording-twice", clause=macro.name, line=str(seen[macro.name]))
        )
    seen[macro.name] = macro.lineno


def _replaced(macro: nodes.Macro, lines: list[str], document: str) -> Clause:
    """The clause that a macro replaces."""
    known = clauses(document)
    if macro.name not in known:
        hint = did_you_mean(macro.name, list(known))
        raise _FaultError(
            fault_at(
                lines, macro.lineno, macro.name, "wording-unknown-clause", hint, clause=macro.name, document=document
            )
        )
    clause = known[macro.name]
    if parameters_of(macro) != clause.parameters or macro.defaults:
        expected = f"{macro.name}({', '.join(clause.parameters)})"
        raise _FaultError(
            fault_at(lines, macro.lineno, macro.name, "wording-parameters", clause=macro.name, expected=expected)
        )
    return clause


def did_you_mean(name: str, known: list[str]) -> Text | None:
    """A question that proposes the nearest of what there is."""
    close = difflib.get_close_matches(name, known, n=1)
    return Text(nl=f"Bedoelt u “{close[0]}”?", en=f"Did you mean “{close[0]}”?") if close else None


def _not_allowed(lines: list[str], node: nodes.Node, why: Text, sought: str = "") -> Fault:
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


class _Judge:
    """One macro, held to the clause that it replaces."""

    def __init__(self, lines: list[str], clause: Clause, macro: nodes.Macro) -> None:
        self.lines = lines
        self.clause = clause
        self.macro = macro
        self.found = OwnClause(macro.name, macro.lineno)
        self.weight = 0
        like = _markup_of(clause)
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

    def _refuse_kinds(self, like: _Markup) -> None:
        """At its top a clause has what the one that it replaces has there: a cell takes no list, a list only items."""
        if self.reading.kinds - like.kinds:
            why = _KINDS_ARE_OTHER if like.kinds else _EMPTY
            raise _FaultError(
                fault_at(
                    self.lines, self.macro.lineno, self.macro.name, "wording-markup", found=self.macro.name, why=why
                )
            )
        if self.reading.tags and not like.is_sentence:
            sought = self.reading.tags[0].text
            why = _NAME_ONLY
            raise _FaultError(fault_at(self.lines, self.macro.lineno, sought, "wording-markup", found=sought, why=why))

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
                raise _FaultError(_not_allowed(self.lines, node, _STATEMENT))
        self._read(pieces, under, floor)
        if len(self.reading.open) > floor:
            tag = f"<{self.reading.open[-1]}"
            last = next(each for each in reversed(self.reading.tags) if each.text.startswith(tag))
            raise _FaultError(
                fault_at(self.lines, self.macro.lineno, tag, "wording-markup", found=last.text, why=NOT_CLOSED)
            )

    def _read(self, pieces: list[tuple[str, int]], under: tuple[str, ...], floor: int) -> None:
        text = "".join(words for words, _ in pieces)
        try:
            self.reading.read(text, under, floor)
        except MarkupError as error:
            line = _line_at(pieces, error.offset)
            sought = error.found.split("…")[0].split("\n")[0]
            raise _FaultError(
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
            self._refuse_hidden(part)
            self.found.numbers |= _numbers_in(str(part.value))
        for place in places_in(part):
            self._place(place, bound)
        self.reading.places.append(shape(part))
        return f"\0{len(self.reading.places) - 1}\0", part.lineno

    def _refuse_hidden(self, constant: nodes.Const) -> None:
        """Between quotes a character can be written so that nobody sees it."""
        if isinstance(constant.value, str) and not constant.value.isprintable():
            raise _FaultError(_not_allowed(self.lines, constant, _HIDDEN, "\\"))

    def _place(self, place: nodes.Expr, bound: frozenset[str]) -> None:
        found = shape(place)
        self._count(place, bound)
        if found not in self.clause.uses.places or not self._is_bound(place, bound):
            raise _FaultError(_not_allowed(self.lines, place, _PLACE))
        is_ours = isinstance(place, nodes.Name) and place.name not in {*self.clause.parameters, *bound}
        if not is_ours:
            self.found.places.add(found)

    def _condition(self, condition: nodes.Node, bound: frozenset[str]) -> None:
        for atom in atoms_in(condition):
            self._count(atom, bound)
            if shape(atom) not in self.clause.uses.conditions or not self._is_bound(atom, bound):
                raise _FaultError(_not_allowed(self.lines, atom, _CONDITION))
            self.found.conditions.add(shape(atom))

    def _is_bound(self, expression: nodes.Node, bound: frozenset[str]) -> bool:
        """Whether every name that exists only inside a loop is used inside one."""
        used = {name.name for name in names_in(expression)}
        return not (used & self.clause.uses.bound) - bound - set(self.clause.parameters)

    def _count(self, node: nodes.Node, bound: frozenset[str]) -> None:
        self.weight += _WEIGHT_IN_LOOP if bound else 1
        if self.weight > MOST_PLACES:
            raise _FaultError(fault_at(self.lines, node.lineno, "{", "wording-places", clause=self.macro.name))

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
            raise _FaultError(_not_allowed(self.lines, loop, _LOOP))
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


@dataclass(frozen=True, slots=True)
class _Markup:
    """What the markup of a clause of ours is like."""

    kinds: frozenset[str]
    links: frozenset[str]
    is_sentence: bool
    """Whether it stands where markup can stand. A name stands in titles and attributes too."""


def _markup_of(clause: Clause) -> _Markup:
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
    return _Markup(frozenset(kinds), frozenset(links), is_sentence)


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


_STATEMENT = Text(
    nl="een bepaling heeft alleen woorden, voorwaarden (if) en de lussen van de bepaling die zij vervangt",
    en="a clause has only words, conditions (if) and the loops of the clause that it replaces",
)
_OUTSIDE = Text(nl="buiten een macro komt niets in een document", en="nothing outside a macro comes into a document")
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
