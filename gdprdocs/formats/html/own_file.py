"""Judging an organisation's own words for one document in one language, before anything of them is rendered.

Whoever may change a profile may write such a file, strangers by pull request too. So it is read with the parser of the
templates and held to a short list: macros with the name and the parameters of a clause; in them words, markup, and
what the clause that they replace has between its braces itself. Nothing else is evaluated, whatever the sandbox would
make of it.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import TemplateSyntaxError, nodes

from gdprdocs.formats.html.clause import PARSER, Clause, clauses, macros_in, parameters_of
from gdprdocs.formats.html.fault import LONGEST_FACT, Fault, FaultError, fault_at
from gdprdocs.formats.html.own_clause import OwnClause, judge_clause, not_allowed
from gdprdocs.language import Text
from gdprdocs.project import DEEPEST_CLAUSE, MOST_OWN_CLAUSES


@dataclass(frozen=True, slots=True)
class Judged:
    """A file of own words: its clauses, and what is wrong with it. With any fault, none of it is used."""

    clauses: tuple[OwnClause, ...]
    faults: tuple[Fault, ...]


def judge(lines: list[str], document: str) -> Judged:
    """The own words in these lines, for a document that has a wording file."""
    try:
        macros = list(_macros(lines))
    except FaultError as error:
        return Judged((), (error.fault,))
    found: list[OwnClause] = []
    faults: list[Fault] = []
    seen: dict[str, int] = {}
    for macro in macros:
        try:
            _refuse_twice(macro, seen, lines)
            own, doubts = judge_clause(lines, macro, _replaced(macro, lines, document))
            found.append(own)
            faults += doubts
        except FaultError as error:
            faults.append(error.fault)
    return Judged(tuple(found), tuple(faults))


def _macros(lines: list[str]) -> Iterator[nodes.Macro]:
    """The macros of a file that has nothing else at its top."""
    try:
        tree = PARSER.parse("\n".join(lines))
    except TemplateSyntaxError as error:
        line = min(error.lineno, len(lines))
        raise FaultError(
            Fault("wording-syntax", line - 1, 0, 10_000, {"problem": str(error.message)[:LONGEST_FACT]})
        ) from error
    except RecursionError as error:
        raise FaultError(Fault("wording-depth", 0, 0, 1)) from error
    except ValueError as error:  # a number of more digits than Python reads
        raise FaultError(Fault("wording-syntax", 0, 0, 1, {"problem": str(error)[:LONGEST_FACT]})) from error
    _refuse_depth(tree, lines)
    for node in tree.body:
        if not isinstance(node, nodes.Macro):
            _refuse_outside(node, lines)
    macros = list(macros_in(tree))
    if len(macros) > MOST_OWN_CLAUSES:
        raise FaultError(
            fault_at(lines, macros[MOST_OWN_CLAUSES].lineno, macros[MOST_OWN_CLAUSES].name, "wording-clauses")
        )
    yield from macros


def _refuse_depth(tree: nodes.Template, lines: list[str]) -> None:
    waiting: list[tuple[nodes.Node, int]] = [(tree, 0)]
    while waiting:
        node, depth = waiting.pop()
        if depth > DEEPEST_CLAUSE:
            line = min(node.lineno or 1, len(lines))
            raise FaultError(Fault("wording-depth", line - 1, 0, 10_000))
        waiting.extend((child, depth + 1) for child in node.iter_child_nodes())


def _refuse_outside(node: nodes.Node, lines: list[str]) -> None:
    """Nothing but white space and comments may stand around the macros."""
    for part in node.nodes if isinstance(node, nodes.Output) else [node]:
        if not isinstance(part, nodes.TemplateData):
            raise FaultError(not_allowed(lines, part, _OUTSIDE))
        if words := part.data.strip():
            line = part.lineno + part.data[: part.data.index(words)].count("\n")
            first = words.split("\n")[0]
            raise FaultError(fault_at(lines, line, first, "wording-not-allowed", found=first, why=_OUTSIDE))


def _refuse_twice(macro: nodes.Macro, seen: dict[str, int], lines: list[str]) -> None:
    if macro.name in seen:
        raise FaultError(
            fault_at(lines, macro.lineno, macro.name, "wording-twice", clause=macro.name, line=str(seen[macro.name]))
        )
    seen[macro.name] = macro.lineno


def _replaced(macro: nodes.Macro, lines: list[str], document: str) -> Clause:
    """The clause that a macro replaces."""
    known = clauses(document)
    if macro.name not in known:
        hint = did_you_mean(macro.name, list(known))
        raise FaultError(
            fault_at(
                lines, macro.lineno, macro.name, "wording-unknown-clause", hint, clause=macro.name, document=document
            )
        )
    clause = known[macro.name]
    if parameters_of(macro) != clause.parameters or macro.defaults:
        expected = f"{macro.name}({', '.join(clause.parameters)})"
        raise FaultError(
            fault_at(lines, macro.lineno, macro.name, "wording-parameters", clause=macro.name, expected=expected)
        )
    return clause


def did_you_mean(name: str, known: list[str]) -> Text | None:
    """A question that proposes the nearest of what there is."""
    close = difflib.get_close_matches(name, known, n=1)
    return Text(nl=f"Bedoelt u “{close[0]}”?", en=f"Did you mean “{close[0]}”?") if close else None


_OUTSIDE = Text(nl="buiten een macro komt niets in een document", en="nothing outside a macro comes into a document")
