"""The clauses that an organisation words itself, put in the place of those that come with the program.

What comes here has been judged (:mod:`gdprdocs.formats.html.own_file`). It is rendered in jinja2's sandbox all the
same, and what comes out is looked at once more: a clause that turns out too long, or in which anything but the elements
of a clause stands, stops the document. It is not cleaned, for then a contract would say something that nobody wrote.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, Template, TemplateError, nodes, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from gdprdocs.formats.html.clause import macros_in, source_of
from gdprdocs.formats.html.markup import MarkupError, check_written
from gdprdocs.language import Language, Text, same
from gdprdocs.project import LONGEST_CLAUSE

OWN_MARK = "\ue002"
"""What marks an own clause where a page is asked for with marks; a profile cannot hold it."""


@dataclass(frozen=True, slots=True)
class OwnFile:
    """A file of own words for one document in one language, judged and found sound."""

    document: str
    language: Language
    path: Path
    text: str
    clauses: tuple[tuple[str, int], ...]
    """The clauses that it replaces, each with the line in which it begins, from 1."""


@dataclass(frozen=True, slots=True)
class OwnWords:
    """All that an organisation words itself."""

    files: tuple[OwnFile, ...] = ()
    """What is shared first: what comes later goes before it."""

    def of(self, document: str, language: Language) -> tuple[OwnFile, ...]:
        """The files for one document in one language."""
        return tuple(file for file in self.files if (file.document, file.language) == (document, language))

    def replaced(self) -> Iterator[tuple[str, str]]:
        """Each clause that is replaced, with its document; once, whatever the number of languages."""
        yield from dict.fromkeys((file.document, name) for file in self.files for name, _ in file.clauses)


NO_OWN_WORDS = OwnWords()
"""Of an organisation that takes every clause as it comes."""


class OwnClauseError(Exception):
    """A clause of the organisation's own could not be rendered: which, by which rule, and why."""

    def __init__(self, document: str, language: Language, clause: str, rule: str, why: Text) -> None:
        super().__init__(f"{document} {language}: {clause}: {why.in_('en')}")
        self.document = document
        self.language = language
        self.clause = clause
        self.rule = rule
        self.why = why


def wording(sandbox: Environment, document: str, language: Language, files: tuple[OwnFile, ...]) -> Template:
    """The wording file of a document with the macros of ``files`` in the place of those of the same name."""
    tree = sandbox.parse(source_of(document, language))
    ours = {macro.name: macro for macro in macros_in(tree)}
    for file in files:
        for macro in macros_in(sandbox.parse(file.text)):
            ours[macro.name].body = [_watched(macro, document, language)]
    return sandbox.from_string(tree)


def _watched(macro: nodes.Macro, document: str, language: Language) -> nodes.Node:
    """The body of a macro inside a call of :func:`watch`."""
    arguments: list[nodes.Expr] = [nodes.Const(value) for value in (document, language, macro.name)]
    call = nodes.Call(nodes.Name(WATCH, "load"), arguments, [], None, None)
    return nodes.CallBlock(call, [], [], macro.body).set_lineno(macro.lineno)


WATCH = "_watch"
"""What templates know :func:`watch` as."""


@pass_context
def watch(context: Context, document: str, language: Language, clause: str, *, caller: Callable[[], Markup]) -> Markup:
    """What an own clause says; :class:`OwnClauseError` when it cannot be said, or not like this."""

    def failed(rule: str, why: Text) -> OwnClauseError:
        return OwnClauseError(document, language, clause, rule, why)

    try:
        said = caller()
    except (TemplateError, TypeError, AttributeError, KeyError, ValueError) as error:
        raise failed("wording-failed", same(str(error))) from error
    if len(said) > LONGEST_CLAUSE:
        raise failed("wording-length", same(str(len(said))))
    try:
        check_written(said)
    except MarkupError as error:
        found, why = error.found, error.why
        raise failed("wording-failed", why.map(lambda words: f"{found}: {words}")) from error
    return Markup(OWN_MARK) + said if context["page"].marks_own else said
