"""``gdprdocs validate``."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import click

from gdprdocs.check_many import Result, WorkerDiedError, check_each
from gdprdocs.cli.common import (
    WORKER_DIED,
    Exit,
    Screen,
    find_organisations,
    jobs_option,
    organisation_argument,
    screen_options,
)
from gdprdocs.diagnostic import Severity
from gdprdocs.language import Text
from gdprdocs.report import REPORTERS, Findings, Style, summary
from gdprdocs.report.text import counted


@click.command()
@organisation_argument
@click.option(
    "--format",
    "format_",
    type=click.Choice(list(REPORTERS)),
    help="How findings are shown; by default text. In GitHub Actions: text, annotations and a summary of the job.",
)
@click.option(
    "--output-file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="With --format: write that to this file; the terminal then shows what it shows without --format.",
)
@jobs_option("How many processes check; by default one for each core. A few organisations are checked in one.")
@click.option("--strict", is_flag=True, help="Let warnings count as errors do; advice never counts.")
@screen_options
def validate(
    organisation: tuple[str, ...],
    format_: str | None,
    output_file: Path | None,
    jobs: int,
    strict: bool,
    screen: Screen,
) -> None:
    """Check organisations against the schema and the law.

    Every finding names file, line and column, the rule, and how to mend it; `gdprdocs explain RULE` says more. What an
    organisation accepts with a reason (`accepted` in its profile) is shown with --verbose only. The exit code is 1
    when there are errors.
    """
    if output_file and not format_:
        raise click.UsageError("--output-file goes with --format, which says what is written to it")
    if output_file and output_file.exists() and not output_file.is_file():
        raise click.UsageError(f"--output-file {output_file}: this is no plain file")
    style = screen.style(strict=strict)
    shown = None if output_file else format_
    annotates = shown is None and os.environ.get("GITHUB_ACTIONS") == "true"
    tally = _Tally(keeps=annotates or output_file is not None)
    results = check_each(find_organisations(organisation), jobs)
    try:
        for piece in REPORTERS[shown or "text"](_told(results, tally, screen), style):
            click.echo(piece, nl=False, color=style.colour)
    except WorkerDiedError:
        screen.say(WORKER_DIED, always=True)
        sys.exit(Exit.MACHINE)
    if annotates:
        _annotate(tally.kept, style, screen)
    code = Exit.FINE
    if any(style.counts(severity) for severity in tally.counts):
        code = Exit.FINDINGS
    if format_ and output_file and not _written(output_file, format_, tally.kept, style, screen):
        code = Exit.MACHINE
    _sum_up(tally, style, screen)
    sys.exit(code)


@dataclass
class _Tally:
    """What is remembered of what was found: numbers, and the findings only for one who writes them afterwards."""

    keeps: bool
    kept: list[Findings] = field(default_factory=list)
    organisations: int = 0
    accepted: int = 0
    counts: Counter[Severity] = field(default_factory=Counter)

    def add(self, findings: Findings) -> None:
        self.organisations += 1
        self.accepted += len(findings.accepted)
        self.counts.update(diagnostic.severity for diagnostic in findings.diagnostics)
        if self.keeps:
            self.kept.append(findings)


def _told(results: Iterable[Result], tally: _Tally, screen: Screen) -> Iterator[Findings]:
    """The findings of one organisation after the other; who wants to see more hears which one this was."""
    for result in results:
        findings = Findings(result.slug, result.folder, result.diagnostics, result.accepted)
        tally.add(findings)
        yield findings
        if screen.verbose:
            said = summary(result.diagnostics, screen.language)
            screen.say(Text(nl=f"{result.slug}: {said or 'in orde'}", en=f"{result.slug}: {said or 'fine'}"))
            screen.tell_own_words(result.slug, result.own_clauses)


def _annotate(found: list[Findings], style: Style, screen: Screen) -> None:
    """Show findings where GitHub shows them: beside the lines, and on the page of the run."""
    from gdprdocs.report.job_summary import MOST, job_summary

    click.echo("".join(REPORTERS["github"](found, style)), nl=False)
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if not path:
        return
    try:
        with Path(path).open("a", encoding="utf-8") as stream:
            stream.write(job_summary(found, style, MOST - stream.tell()))
    except OSError as error:
        words = f"{path}: {error.strerror}"
        screen.say(Text(nl=f"de samenvatting is niet geschreven: {words}", en=f"no job summary was written: {words}"))


def _written(path: Path, format_: str, found: list[Findings], style: Style, screen: Screen) -> bool:
    """Whether the report could be written; the user hears why not."""
    from gdprdocs.whole_file import write_file

    try:
        write_file(path, "".join(REPORTERS[format_](found, replace(style, colour=False))).encode("utf-8"))
    except OSError as error:
        words = f"{error.filename or path}: {error.strerror}"
        screen.say(Text(nl=f"schrijven lukt niet: {words}", en=f"cannot write: {words}"), always=True)
        return False
    return True


def _sum_up(tally: _Tally, style: Style, screen: Screen) -> None:
    said = counted(tally.counts, style.language)
    number, accepted, day = tally.organisations, tally.accepted, style.legal_data.isoformat()
    nl = f"{number} organisatie{'s' if number > 1 else ''} nagekeken: {said or 'niets te melden'}"
    en = f"{number} organisation{'s' if number > 1 else ''} checked: {said or 'nothing to report'}"
    screen.say(
        Text(
            nl=f"{nl}{f', {accepted} aanvaard' if accepted else ''} (juridische gegevens nagekeken op {day})",
            en=f"{en}{f', {accepted} accepted' if accepted else ''} (legal data checked on {day})",
        )
    )
