"""The command line; this package owns click."""

from __future__ import annotations

import gc
import importlib
import signal
import sys
import threading
from typing import Any

import click

from gdprdocs import __version__
from gdprdocs.cli.common import EXITS, Exit, locale_language
from gdprdocs.language import Text

COMMANDS = ("init", "validate", "build", "coverage", "plain", "wording", "explain", "schema", "doctor")
"""Every command, each in the module of its name, in the order in which help lists them."""

NOTICE = "gdprdocs helps with compliance and is no legal advice."


def _version(context: click.Context, parameter: click.Parameter, value: bool) -> None:
    if value and not context.resilient_parsing:
        from gdprdocs.law import law

        click.echo(f"gdprdocs {__version__} (legal data checked on {law().checked.isoformat()})")
        context.exit()


class _Commands(click.Group):
    """Imports a command when it is wanted, and ends with a code of its own after Ctrl-C.

    What building needs takes longer to import than a profile takes to check. Click's own code after Ctrl-C would be
    that of findings.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        gc.disable()  # what is imported stays: looking for what can go takes a tenth of the time
        try:
            command: click.Command = getattr(importlib.import_module(f"gdprdocs.cli.{cmd_name}"), cmd_name)
        finally:
            gc.enable()
        return command

    def invoke(self, ctx: click.Context) -> Any:
        if threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGTERM, _terminate)
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt as why:
            click.echo(Text(nl="\nafgebroken", en="\ninterrupted").in_(locale_language()), err=True)
            sys.exit(Exit.TERMINATED if isinstance(why, _Terminated) else Exit.INTERRUPTED)


class _Terminated(KeyboardInterrupt):
    """Somebody asked the program to end; like Ctrl-C it lets everything be put away first."""


def _terminate(number: int, frame: object) -> None:
    raise _Terminated


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=f"Exit codes: {'; '.join(f'{code.value} {meaning}' for code, meaning in EXITS.items())}. {NOTICE}",
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
