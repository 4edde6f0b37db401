"""``gdprdocs build``."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import click

from gdprdocs.build import (
    ALL_FORMATS,
    FORMATS,
    LIMITS,
    Built,
    BusyError,
    Format,
    Limits,
    Past,
    Wanted,
    past_of,
)
from gdprdocs.build import build as build_documents
from gdprdocs.build.output import left_behind
from gdprdocs.check import Checked, check_organisation
from gdprdocs.cli.common import (
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
@click.option(
    "--time-limit",
    type=click.FloatRange(min=0, min_open=True),
    default=LIMITS.seconds,
    show_default=True,
    metavar="SECONDS",
    help="How long one PDF is worked on; what takes longer is left out and named.",
)
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
    time_limit: float,
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
    folders = find_organisations(organisation)
    run = _Run(folders, target, wanted, jobs, replace(LIMITS, seconds=time_limit), screen)
    code = run.build()
    for slug in left_behind(target, {folder.resolve().name for folder in folders}) if not organisation else ():
        words = Text(
            nl=f"{target / slug} staat er nog, maar die organisatie is er niet meer; haal de map weg",
            en=f"{target / slug} is still there, but that organisation is not; remove the folder",
        )
        screen.say(words, always=True)
    sys.exit(code)


def _tell_findings(checked: Checked, draft: bool, screen: Screen) -> None:
    """Say what was found in an organisation's profile, and whether it is built."""
    _show(checked, screen)
    if _is_built(checked, draft):
        screen.tell_own_words(checked.slug, checked.own_words.replaced())
        return
    slug = checked.slug
    words = Text(nl=f"{slug}: niet gebouwd, los eerst de fouten op", en=f"{slug}: not built, mend the errors first")
    screen.say(words, always=True)


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


@dataclass
class _Run:
    """One build, and what is said of it while it goes on."""

    folders: list[Path]
    target: Path
    wanted: Wanted
    jobs: int
    limits: Limits
    screen: Screen
    code: Exit = Exit.FINE

    def build(self) -> Exit:
        """Build everything; how the program ends."""
        try:
            self._documents(self._accepted(), self.wanted)
        except PangoMissingError as error:
            self._without_pdf(error)
        except BusyError:
            self._stop(
                nl=f"een andere build schrijft in {self.target}; probeer het opnieuw als die klaar is",
                en=f"another build is writing to {self.target}; try again when it is done",
            )
        except OSError as error:
            where = error.filename or self.target
            self._stop(
                nl=f"schrijven lukt niet: {where}: {error.strerror}. Wat er stond, staat er nog",
                en=f"cannot write: {where}: {error.strerror}. What was there still is",
            )
        return self.code

    def _stop(self, *, nl: str, en: str) -> None:
        self.code = Exit.MACHINE
        self.screen.say(Text(nl=nl, en=en), always=True)

    def _accepted(self, *, silent: bool = False) -> Iterator[Checked]:
        """The organisations that are built; what is wrong with the others is said, unless it was said before."""
        for folder in self.folders:
            checked = check_organisation(folder)
            if not silent:
                _tell_findings(checked, self.wanted.draft, self.screen)
            if checked.has_errors:
                self.code = max(self.code, Exit.FINDINGS)
            if _is_built(checked, self.wanted.draft):
                yield checked

    def _without_pdf(self, error: PangoMissingError) -> None:
        self._stop(
            nl=f"PDF’s kunnen hier niet worden gemaakt ({error}). Installeer wat ontbreekt: {pango_command()}",
            en=f"PDFs cannot be made here ({error}). Install what is missing: {pango_command()}",
        )
        rest = replace(self.wanted, formats=tuple(each for each in self.wanted.formats if each != "pdf"))
        if rest.formats:
            self.screen.say(Text(nl="Alleen de HTML is gemaakt.", en="Only the HTML was made."), always=True)
            self._documents(self._accepted(silent=True), rest)

    def _documents(self, organisations: Iterable[Checked], wanted: Wanted) -> None:
        def make(progress: Callable[[int, int], None] | None = None) -> None:
            build_documents(
                organisations,
                self.target,
                wanted,
                jobs=self.jobs,
                limits=self.limits,
                progress=progress,
                done=self._tell,
                past=lambda checked: _past(checked, self.screen),
            )

        if self.screen.quiet or not sys.stderr.isatty():
            make()
            return
        with click.progressbar(length=1, label="PDF", file=sys.stderr, show_pos=True) as bar:

            def show(done: int, planned: int) -> None:
                bar.length = planned
                bar.update(1)

            make(show)

    def _tell(self, built: Built) -> None:
        """Say what became of one organisation."""
        self.screen.show(built.diagnostics)
        if built.diagnostics:
            self.code = max(self.code, Exit.FINDINGS)
        if not built.published:
            words = Text(nl=f"{built.slug}: niet gebouwd", en=f"{built.slug}: not built")
            self.screen.say(words, always=True)
            return
        where = self.target / built.slug
        if self.screen.verbose:
            for artefact in built.artefacts:
                click.echo(str(where / artefact.path))
        self.screen.say(_said(built, where))


def _said(built: Built, where: Path) -> Text:
    all_, new = len(built.artefacts), built.written
    if new == all_:
        return Text(nl=f"{built.slug}: {all_} bestanden in {where}", en=f"{built.slug}: {all_} files in {where}")
    if new == 0:
        return Text(
            nl=f"{built.slug}: niets veranderd, {all_} bestanden in {where}",
            en=f"{built.slug}: nothing changed, {all_} files in {where}",
        )
    return Text(
        nl=f"{built.slug}: {new} van de {all_} bestanden vernieuwd in {where}",
        en=f"{built.slug}: {new} of {all_} files renewed in {where}",
    )


def _is_built(checked: Checked, draft: bool) -> bool:
    """Whether the organisation is built."""
    return checked.profile is not None and (draft or not checked.has_errors)
