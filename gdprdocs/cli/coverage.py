"""``gdprdocs coverage``."""

from __future__ import annotations

import contextlib
import json
import sys
from pathlib import Path
from typing import Any

import click

from gdprdocs.build import BusyError, add_pages, locked
from gdprdocs.check import Checked, check_organisation
from gdprdocs.cli.build import OUTPUT
from gdprdocs.cli.common import Exit, Screen, find_organisations, organisation_argument, screen_options
from gdprdocs.coverage import Coverage, Finding, Status, cover, coverage_page
from gdprdocs.coverage.page import path_of
from gdprdocs.formats.asset import logo_asset
from gdprdocs.formats.html.own_words import OwnClauseError
from gdprdocs.language import Language, Text
from gdprdocs.own_words import failed
from gdprdocs.wording import article_words

_WORDS = {
    Status.MET: Text(nl="beantwoord", en="met"),
    Status.NOT_APPLICABLE: Text(nl="n.v.t.", en="n/a"),
    Status.GAP: Text(nl="ONTBREEKT", en="GAP"),
}

_OWN = Text(nl="eigen woorden", en="own words")
"""What is said of a requirement that a clause of the organisation's own answers: that it does, nobody checked."""


@click.command()
@organisation_argument
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json", "html"]),
    default="text",
    show_default=True,
    help="html: a page for each language, beside the documents.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(file_okay=False, path_type=Path),
    default=OUTPUT,
    show_default=True,
    help="With --format html: the folder that a build writes to.",
)
@screen_options
def coverage(organisation: tuple[str, ...], format_: str, output: Path, screen: Screen) -> None:
    """Show for every requirement of the law which document answers it, where, and from which line of the profile.

    The exit code is 1 when a requirement that applies is answered nowhere, or a fact for it is missing. With --quiet
    only those are shown.
    """
    found: list[Coverage] = []
    unreadable = False
    for folder in find_organisations(organisation):
        checked = check_organisation(folder)
        if checked.profile is None:
            screen.show(checked.diagnostics)
            unreadable = True
            continue
        try:
            one = cover(checked)
        except OwnClauseError as error:
            screen.show([failed(checked.own_words, error)])
            unreadable = True
            continue
        found.append(one)
        if format_ == "text":
            _print(one, screen)
        elif format_ == "html":
            try:
                _write(checked, one, output, screen)
            except BusyError:
                busy = Text(nl=f"een andere build schrijft in {output}", en=f"another build is writing to {output}")
                screen.say(busy, always=True)
                sys.exit(Exit.MACHINE)
            except OSError as error:
                words = f"{error.filename or output}: {error.strerror}"
                screen.say(Text(nl=f"schrijven lukt niet: {words}", en=f"cannot write: {words}"), always=True)
                sys.exit(Exit.MACHINE)
    if format_ == "json":
        click.echo(json.dumps([_as_data(each, screen.language) for each in found], ensure_ascii=False, indent=1))
    sys.exit(Exit.FINDINGS if unreadable or any(each.gaps for each in found) else Exit.FINE)


def _articles(finding: Finding, language: Language) -> str:
    return "; ".join(article_words(article, language) for article in finding.requirement.article)


def _print(found: Coverage, screen: Screen) -> None:
    language = screen.language
    shown = found.gaps if screen.quiet else found.findings
    for finding in shown:
        status = _WORDS[finding.status].in_(language)
        colour = {Status.GAP: "red", Status.MET: "green"}.get(finding.status)
        status = click.style(f"{status:10}", fg=colour, bold=finding.status is Status.GAP)
        line = f"{status} {finding.requirement.id:22} {finding.name}"
        click.echo(f"{line}{_detail(finding, language)}", color=screen.colour(sys.stdout))
    met, none, gaps = (found.number(status) for status in (Status.MET, Status.NOT_APPLICABLE, Status.GAP))
    summary = Text(
        nl=f"{found.slug}: {met} beantwoord, {none} niet van toepassing, {gaps} ontbreken",
        en=f"{found.slug}: {met} met, {none} do not apply, {gaps} gaps",
    )
    screen.say(summary, err=False)


def _detail(finding: Finding, language: Language) -> str:
    if finding.why and finding.status is Status.GAP:
        what = finding.requirement.name.in_(language)
        lines = [f" ({_articles(finding, language)}: {what})", finding.why.in_(language)]
        if finding.requirement.from_:
            keys = ", ".join(finding.requirement.from_)
            lines.append(Text(nl=f"in het profiel: {keys}", en=f"in the profile: {keys}").in_(language))
        return f"\n{'':11}".join(lines)
    if finding.why:
        return f": {finding.why.in_(language)}"
    said = finding.said_in(language) or finding.said
    anchor = f"#{said[0].claim.anchor}" if said[0].claim.anchor else ""
    line = f" < {finding.places[0].file.name}:{finding.places[0].line}" if finding.places else ""
    own = f" ({_OWN.in_(language)})" if finding.is_own else ""
    return f": {said[0].file}{anchor}{line}{own}"


def _write(checked: Checked, found: Coverage, output: Path, screen: Screen) -> None:
    logo = None
    if found.profile.branding.logo:
        with contextlib.suppress(OSError):  # the page does without; validating reports it
            logo = logo_asset(checked.folder, found.profile.branding.logo)
    pages = {path_of(language): coverage_page(found, language, logo) for language in found.profile.languages}
    with locked(output):
        add_pages(output / found.slug, found.profile, logo, pages, "coverage")
    for path in pages:
        where = output / found.slug / path
        screen.say(Text(nl=f"{found.slug}: {where}", en=f"{found.slug}: {where}"))


def _as_data(found: Coverage, language: Language) -> dict[str, Any]:
    return {
        "organisation": found.slug,
        "met": found.number(Status.MET),
        "does_not_apply": found.number(Status.NOT_APPLICABLE),
        "gaps": found.number(Status.GAP),
        "requirements": [_finding_as_data(finding, language) for finding in found.findings],
    }


def _finding_as_data(finding: Finding, language: Language) -> dict[str, Any]:
    return {
        "id": finding.requirement.id,
        "article": list(finding.requirement.article),
        "name": finding.requirement.name.in_(language),
        "document": finding.document,
        "key": finding.key,
        "status": finding.status.value,
        "own_words": finding.is_own,
        "why": finding.why.in_(language) if finding.why else None,
        "said": [
            {
                "language": said.language,
                "file": said.file,
                "section": said.claim.anchor,
                "heading": said.claim.heading,
                "words": said.claim.words,
            }
            for said in finding.said
        ],
        "profile": [{"file": str(place.file), "line": place.line} for place in finding.places],
    }
