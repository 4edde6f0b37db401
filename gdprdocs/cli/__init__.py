"""The command line; this package owns click.

Exit codes: docs/reference/cli.md, made by scripts/cli_reference.py, words them; the epilog below is the short of it.
"""

from __future__ import annotations

import sys
from typing import Any

import click

from gdprdocs import __version__
from gdprdocs.cli.build import build
from gdprdocs.cli.common import Exit, locale_language
from gdprdocs.cli.coverage import coverage
from gdprdocs.cli.doctor import doctor
from gdprdocs.cli.explain import explain
from gdprdocs.cli.init import init
from gdprdocs.cli.schema import schema
from gdprdocs.cli.validate import validate
from gdprdocs.cli.wording import wording
from gdprdocs.language import Text

NOTICE = "gdprdocs helps with compliance and is no legal advice."


def _version(context: click.Context, parameter: click.Parameter, value: bool) -> None:
    if value and not context.resilient_parsing:
        from gdprdocs.law import law

        click.echo(f"gdprdocs {__version__} (legal data checked on {law().checked.isoformat()})")
        context.exit()


class _Interruptible(click.Group):
    """Ends with a code of its own after Ctrl-C: click's would be that of findings."""

    def invoke(self, context: click.Context) -> Any:
        try:
            return super().invoke(context)
        except KeyboardInterrupt:
            click.echo(Text(nl="\nafgebroken", en="\ninterrupted").in_(locale_language()), err=True)
            sys.exit(Exit.INTERRUPTED)


@click.group(
    cls=_Interruptible,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 fine; 1 there is something to mend in a profile, or a document could not be finished; 2 the "
    "command was not used rightly; 3 the machine lacks something; 130 interrupted with Ctrl-C. "
    f"{NOTICE}",
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_version,
    help="Show the version and when the legal data were checked.",
)
def main() -> None:
    """Keep privacy paperwork true: check an organisation's description, and build its documents from it.

    An organisation is a folder with a profile.yaml. Commands take its name (looked up in organisations/) or its path;
    without any they take all of organisations/.
    """


main.add_command(init)
main.add_command(validate)
main.add_command(build)
main.add_command(coverage)
main.add_command(wording)
main.add_command(explain)
main.add_command(schema)
main.add_command(doctor)
