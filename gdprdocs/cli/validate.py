"""``gdprdocs validate``."""

from __future__ import annotations

import sys

import click

from gdprdocs.check import check_organisation
from gdprdocs.cli.common import Exit, Screen, find_organisations, organisation_argument, screen_options
from gdprdocs.diagnostic import Diagnostic
from gdprdocs.language import Text
from gdprdocs.report import REPORTERS, summary


@click.command()
@organisation_argument
@click.option(
    "--format",
    "format_",
    type=click.Choice(list(REPORTERS)),
    default="text",
    show_default=True,
    help="How findings are shown; github: as annotations on a pull request.",
)
@screen_options
def validate(organisation: tuple[str, ...], format_: str, screen: Screen) -> None:
    """Check organisations against the schema and the law.

    Every finding names file, line and column, the rule, and how to mend it; `gdprdocs explain RULE` says more.
    The exit code is 1 when there are errors.
    """
    found: list[Diagnostic] = []
    errors = False
    folders = find_organisations(organisation)
    for folder in folders:
        checked = check_organisation(folder)
        screen.show(checked.diagnostics, reporter=REPORTERS[format_])
        found += checked.diagnostics
        errors = errors or checked.has_errors
        if screen.verbose:
            said = summary(checked.diagnostics, screen.language)
            fine = Text(nl=f"{checked.slug}: {said or 'in orde'}", en=f"{checked.slug}: {said or 'fine'}")
            screen.say(fine)
            screen.tell_own_words(checked)
    if found or not screen.quiet:
        said = summary(found, screen.language)
        number = len(folders)
        screen.say(
            Text(
                nl=f"{number} organisatie{'s' if number > 1 else ''} nagekeken: {said or 'niets te melden'}",
                en=f"{number} organisation{'s' if number > 1 else ''} checked: {said or 'nothing to report'}",
            )
        )
    sys.exit(Exit.FINDINGS if errors else Exit.FINE)
