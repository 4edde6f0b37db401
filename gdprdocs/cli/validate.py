"""``gdprdocs validate``."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click

from gdprdocs.check import check_organisation
from gdprdocs.cli.common import Exit, Screen, find_organisations, organisation_argument, screen_options
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
@click.option("--strict", is_flag=True, help="Let warnings count as errors do; advice never counts.")
@screen_options
def validate(
    organisation: tuple[str, ...], format_: str | None, output_file: Path | None, strict: bool, screen: Screen
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
    found: list[Findings] = []
    stream = _check(find_organisations(organisation), found, screen)
    shown = None if output_file else format_
    for piece in REPORTERS[shown or "text"](stream, style):
        click.echo(piece, nl=False, color=style.colour)
    if shown is None and os.environ.get("GITHUB_ACTIONS") == "true":
        _annotate(found, style, screen)
    code = Exit.FINE
    if any(style.counts(diagnostic.severity) for each in found for diagnostic in each.diagnostics):
        code = Exit.FINDINGS
    if format_ and output_file and not _written(output_file, format_, found, style, screen):
        code = Exit.MACHINE
    _sum_up(found, style, screen)
    sys.exit(code)


def _check(folders: list[Path], found: list[Findings], screen: Screen) -> Iterator[Findings]:
    """Check one organisation after the other; of each only the findings are kept."""
    for folder in folders:
        checked = check_organisation(folder)
        found.append(Findings(checked.slug, folder, checked.diagnostics, checked.accepted))
        yield found[-1]
        if screen.verbose:
            said = summary(checked.diagnostics, screen.language)
            fine = Text(nl=f"{checked.slug}: {said or 'in orde'}", en=f"{checked.slug}: {said or 'fine'}")
            screen.say(fine)
            screen.tell_own_words(checked)


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


def _sum_up(found: list[Findings], style: Style, screen: Screen) -> None:
    counts: Counter[Severity] = Counter(diagnostic.severity for each in found for diagnostic in each.diagnostics)
    said = counted(counts, style.language)
    number, accepted, day = len(found), sum(len(each.accepted) for each in found), style.legal_data.isoformat()
    nl = f"{number} organisatie{'s' if number > 1 else ''} nagekeken: {said or 'niets te melden'}"
    en = f"{number} organisation{'s' if number > 1 else ''} checked: {said or 'nothing to report'}"
    screen.say(
        Text(
            nl=f"{nl}{f', {accepted} aanvaard' if accepted else ''} (juridische gegevens nagekeken op {day})",
            en=f"{en}{f', {accepted} accepted' if accepted else ''} (legal data checked on {day})",
        )
    )
