"""``gdprdocs wording``: the clauses of a document, and one of them as a file to begin with."""

from __future__ import annotations

import difflib
import re
from html import unescape

import click

from gdprdocs.cli.common import Screen, screen_options
from gdprdocs.formats.html.clause import Clause, clauses
from gdprdocs.language import LANGUAGES, Language
from gdprdocs.own_words import ENDING, WORDED
from gdprdocs.source import WORDING

_WIDTH = 100


def _documents(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    return [name for name in WORDED if name.startswith(incomplete)]


def _clauses(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    document = context.params.get("document")
    return [name for name in clauses(document) if name.startswith(incomplete)] if document in WORDED else []


@click.command()
@click.argument("document", required=False, shell_complete=_documents)
@click.argument("clause", required=False, shell_complete=_clauses)
@click.option("--language", type=click.Choice(LANGUAGES), help="Only this language, as the file to begin with.")
@screen_options
def wording(document: str | None, clause: str | None, language: Language | None, screen: Screen) -> None:
    """List documents, list the clauses of one, or print a clause as it stands, to replace it in your own words.

    Put what is printed in wording/DOCUMENT/LANGUAGE.html.j2 in the organisation's folder, and change the words.
    """
    if document is None:
        click.echo("\n".join(WORDED))
        return
    document = document.replace("-", "_")
    if document not in WORDED:
        raise click.UsageError(f"no document {document!r}.{_meant(document, list(WORDED))}")
    known = clauses(document)
    if clause is None:
        click.echo("\n".join(_line(each, language or screen.language) for each in known.values()))
        return
    if clause not in known:
        raise click.UsageError(f"{document} has no clause {clause!r}.{_meant(clause, list(known))}")
    for each in [language] if language else LANGUAGES:
        click.echo(f"{{# {WORDING}/{document}/{each}{ENDING} #}}")
        click.echo(known[clause].source(each))


def _meant(name: str, known: list[str]) -> str:
    close = difflib.get_close_matches(name, known, n=1)
    return f" Did you mean {close[0]!r}?" if close else ""


def _line(clause: Clause, language: Language) -> str:
    """A clause with what it is given, and how its words begin."""
    source = clause.source(language).replace("\n", " ")
    words = re.sub(r"{{.*?}}", "…", source)
    words = re.sub(r"{% (?:else|elif .*?) %}", " / ", words)
    words = unescape(re.sub(r"{%.*?%}|<[^>]*>", "", words)).replace("\u00ad", "")
    head = f"{clause.name}({', '.join(clause.parameters)})"
    line = f"{head}: {' '.join(words.split())}"
    return line if len(line) <= _WIDTH else f"{line[: _WIDTH - 1].rstrip()}…"
