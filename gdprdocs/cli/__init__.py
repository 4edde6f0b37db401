"""The command line; this package owns click.

Exit codes: 0 fine, 1 findings that must be mended, 2 wrong use, 3 the machine lacks something.
"""

from __future__ import annotations

import click

from gdprdocs import __version__
from gdprdocs.cli.build import build
from gdprdocs.cli.doctor import doctor
from gdprdocs.cli.explain import explain
from gdprdocs.cli.validate import validate

NOTICE = "gdprdocs helps with compliance and is no legal advice."


def _version(context: click.Context, parameter: click.Parameter, value: bool) -> None:
    if value and not context.resilient_parsing:
        from gdprdocs.law import law

        click.echo(f"gdprdocs {__version__} (legal data checked on {law().checked.isoformat()})")
        context.exit()


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=f"Exit codes: 0 fine, 1 findings, 2 wrong use, 3 the machine lacks something. {NOTICE}",
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


main.add_command(validate)
main.add_command(build)
main.add_command(explain)
main.add_command(doctor)
