"""``gdprdocs build``."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from concurrent.futures import BrokenExecutor
from dataclasses import replace
from pathlib import Path

import click

from gdprdocs.build import ALL_FORMATS, FORMATS, Built, Format, Past, Wanted, past_of
from gdprdocs.build import build as build_documents
from gdprdocs.build.output import left_behind
from gdprdocs.check import Checked, check_organisation
from gdprdocs.cli.common import (
    WORKER_DIED,
    Exit,
    Screen,
    find_organisations,
    jobs_option,
    organisation_argument,
    screen_options,
)
from gdprdocs.cli.doctor import pango_command
from gdprdocs.diagnostic import Severity
from gdprdocs.documents import DOCUMENTS
from gdprdocs.formats.pdf import PangoMissingError
from gdprdocs.language import EDITIONS, LANGUAGES, Edition, Text
from gdprdocs.report import summary
from gdprdocs.report.text import head

OUTPUT, DRAFTS, ANNOTATED = Path("output"), Path("draft"), Path("annotated")


@click.command()
@organisation_argument
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder to write to; by default output/, and draft/ with --draft.",
)
@click.option(
    "--language",
    multiple=True,
    type=click.Choice(EDITIONS),
    help="Only this language; repeatable. nl+en: both side by side, clause beside clause.",
)
@click.option("--document", multiple=True, type=click.Choice(list(DOCUMENTS)), help="Only this type; repeatable.")
@click.option(
    "--format",
    "format_",
    multiple=True,
    type=click.Choice(ALL_FORMATS),
    help="Only this format; repeatable. fragment: the text alone, for a page of a website that you have.",
)
@click.option(
    "--heading-offset",
    type=click.IntRange(0, 5),
    default=1,
    show_default=True,
    help="With --format fragment: by how many levels headings are lowered; 1 makes the title an h2.",
)
@jobs_option("How many PDFs are made at once; by default one for each core.")
@click.option("--draft", is_flag=True, help="Build in spite of errors: gaps are marked, every page says DRAFT.")
@click.option(
    "--annotate",
    is_flag=True,
    help="Print the articles of law in the margin, for lawyers and auditors; by default into annotated/.",
)
@screen_options
def build(
    organisation: tuple[str, ...],
    output: Path | None,
    language: tuple[Edition, ...],
    document: tuple[str, ...],
    format_: tuple[Format, ...],
    heading_offset: int,
    jobs: int,
    draft: bool,
    annotate: bool,
    screen: Screen,
) -> None:
    """Build the documents of organisations, as HTML and PDF.

    Warnings and advice are named and stop nothing; `gdprdocs validate` says more about them.
    An organisation with errors is refused and named; the others are built, and the exit code is 1. Earlier documents
    of a refused organisation stay as they are. With --draft it is built all the same; the exit code stays 1.
    """
    wanted = Wanted(
        tuple(each for each in EDITIONS if each in (language or LANGUAGES)),
        tuple(each for each in DOCUMENTS if not document or each in document),
        tuple(each for each in ALL_FORMATS if each in (format_ or FORMATS)),
        draft,
        annotate,
        heading_offset,
    )
    target = output or (DRAFTS if draft else ANNOTATED if annotate else OUTPUT)
    checked = [check_organisation(folder) for folder in find_organisations(organisation)]
    accepted = [each for each in checked if _accept(each, draft, screen)]
    code = Exit.FINDINGS if any(each.has_errors for each in checked) else Exit.FINE
    pasts = {each.slug: _past(each, screen) for each in accepted}
    code = max(code, _build(accepted, target, wanted, jobs, screen, pasts))
    for slug in left_behind(target, {each.slug for each in checked}) if not organisation else ():
        words = Text(
            nl=f"{target / slug} staat er nog, maar die organisatie is er niet meer; haal de map weg",
            en=f"{target / slug} is still there, but that organisation is not; remove the folder",
        )
        screen.say(words, always=True)
    sys.exit(code)


def _accept(checked: Checked, draft: bool, screen: Screen) -> bool:
    """Whether the organisation is built; its diagnostics are shown either way."""
    _show(checked, screen)
    if checked.profile is None or (checked.has_errors and not draft):
        slug = checked.slug
        words = Text(nl=f"{slug}: niet gebouwd, los eerst de fouten op", en=f"{slug}: not built, mend the errors first")
        screen.say(words, always=True)
        return False
    screen.tell_own_words(checked.slug, checked.own_words.replaced())
    return True


def _show(checked: Checked, screen: Screen) -> None:
    """Errors whole, for they are in the way; warnings on a line each, and how many there are of the rest."""
    if screen.verbose:
        screen.show(checked.diagnostics)
        return
    others = [each for each in checked.diagnostics if each.severity is not Severity.ERROR]
    screen.show(each for each in checked.diagnostics if each.severity is Severity.ERROR)
    if screen.quiet or not others:
        return
    colour = screen.colour(sys.stderr)
    for each in others:
        if each.severity is Severity.WARNING:
            click.echo(head(each, screen.language, colour=colour), err=True, color=colour)
    nl, en = summary(others, "nl"), summary(others, "en")
    command = f"gdprdocs validate {checked.slug}"
    screen.say(
        Text(nl=f"{checked.slug}: {nl}; {command} zegt er meer over", en=f"{checked.slug}: {en}; {command} says more")
    )


def _past(checked: Checked, screen: Screen) -> Past:
    """The past of the profile; where it has none, the user hears why."""
    past = past_of(checked)
    if past.absence:
        why = past.absence
        words = Text(
            nl=f"{checked.slug}: {why.in_('nl')}; de documenten noemen de versie en de data van het profiel",
            en=f"{checked.slug}: {why.in_('en')}; the documents give the version and dates of the profile",
        )
        screen.say(words)
    return past


def _build(
    accepted: list[Checked], target: Path, wanted: Wanted, jobs: int, screen: Screen, pasts: Mapping[str, Past]
) -> Exit:
    code = Exit.FINE
    try:
        built = _with_progress(accepted, target, wanted, jobs, screen, pasts)
    except PangoMissingError as error:
        screen.say(
            Text(
                nl=f"PDF’s kunnen hier niet worden gemaakt ({error}). Installeer wat ontbreekt: {pango_command()}",
                en=f"PDFs cannot be made here ({error}). Install what is missing: {pango_command()}",
            ),
            always=True,
        )
        if wanted.formats == ("pdf",):
            return Exit.MACHINE
        screen.say(Text(nl="Alleen de HTML is gemaakt.", en="Only the HTML was made."), always=True)
        rest = replace(wanted, formats=tuple(each for each in wanted.formats if each != "pdf"))
        built = build_documents(accepted, target, rest, pasts=pasts)
        code = Exit.MACHINE
    except BrokenExecutor:
        screen.say(WORKER_DIED, always=True)
        return Exit.MACHINE
    except OSError as error:
        where = error.filename or target
        screen.say(
            Text(nl=f"schrijven lukt niet: {where}: {error.strerror}", en=f"cannot write: {where}: {error.strerror}"),
            always=True,
        )
        return Exit.MACHINE
    for each in built:
        screen.show(each.diagnostics)
        if each.diagnostics:
            code = max(code, Exit.FINDINGS)
            screen.say(Text(nl=f"{each.slug}: niet gebouwd", en=f"{each.slug}: not built"), always=True)
            continue
        number = each.written
        if screen.verbose:
            for artefact in each.artefacts:
                click.echo(str(target / each.slug / artefact.path))
        where = target / each.slug
        screen.say(Text(nl=f"{each.slug}: {number} bestanden in {where}", en=f"{each.slug}: {number} files in {where}"))
    return code


def _with_progress(
    accepted: list[Checked], target: Path, wanted: Wanted, jobs: int, screen: Screen, pasts: Mapping[str, Past]
) -> list[Built]:
    if screen.quiet or not sys.stderr.isatty():
        return build_documents(accepted, target, wanted, jobs=jobs, pasts=pasts)
    with click.progressbar(length=1, label="PDF", file=sys.stderr, show_pos=True) as bar:

        def show(done: int, total: int) -> None:
            bar.length = total
            bar.update(1)

        return build_documents(accepted, target, wanted, jobs=jobs, progress=show, pasts=pasts)
