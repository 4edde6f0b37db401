#!/usr/bin/env python3
"""Writes docs/reference/cli.md: every command, option and exit code, from the commands themselves.

    .venv/bin/python scripts/cli_reference.py

``tests/test_reference.py`` holds that the committed page is what this script makes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click

from gdprdocs.cli import main
from gdprdocs.cli.common import EXITS

PAGE = Path(__file__).resolve().parent.parent / "docs" / "reference" / "cli.md"

HEAD = """\
<!-- Written by scripts/cli_reference.py from the commands. Change those, not this page. -->

# The command line

`gdprdocs --help` and `gdprdocs COMMAND --help` say this too. Help and messages about wrong use are in English;
findings are in Dutch when your locale is Dutch, and otherwise in English. `--messages nl` or `--messages en` chooses.
"""


def reference() -> str:
    """The whole page."""
    program = click.Context(main, info_name="gdprdocs")
    commands = {name: command for name in main.list_commands(program) if (command := main.get_command(program, name))}
    shared = set.intersection(*({record[0] for record in _options(each)} for each in commands.values()))
    parts = [HEAD, "\n".join(exits()), "\n".join(everywhere(main, commands, shared))]
    parts += ["\n".join(section(name, command, shared)) for name, command in commands.items()]
    return "\n".join(parts)


def exits() -> Iterator[str]:
    """The table of exit codes."""
    yield from ("## Exit codes", "", "| Code | Meaning |", "|---|---|")
    yield from (f"| {code.value} | {meaning} |" for code, meaning in EXITS.items())
    yield ""


def everywhere(group: click.Group, commands: dict[str, click.Command], shared: set[str]) -> Iterator[str]:
    """The options of the program itself, and those that every command has."""
    yield from ("## Options of the program", "")
    yield from _listed(_options(group))
    yield from ("", "## Options of every command", "")
    yield from _listed([record for record in _options(next(iter(commands.values()))) if record[0] in shared])
    yield ""


def section(name: str, command: click.Command, shared: set[str]) -> Iterator[str]:
    """What one command does and takes."""
    context = click.Context(command, info_name=f"gdprdocs {name}")
    usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
    yield from (f"## gdprdocs {name}", "", "```text", usage, "```", "")
    yield from (_plain(command.help or ""), "")
    own = [record for record in _options(command) if record[0] not in shared]
    if own:
        yield from (*_listed(own), "")


def _options(command: click.Command) -> list[tuple[str, str]]:
    """The options of a command, each as its form and its help."""
    context = click.Context(command, info_name=command.name, max_content_width=1000)
    records = (parameter.get_help_record(context) for parameter in command.get_params(context))
    return [record for record in records if record and record[1] and "--help" not in record[0]]


def _listed(records: list[tuple[str, str]]) -> Iterator[str]:
    for form, said in records:
        said = re.sub(r" +\[([^]]*)\]$", r" (\1)", _plain(said))
        yield f"- `{form}`: {said}"


def _plain(text: str) -> str:
    """Help as Markdown: without click's mark against wrapping, each paragraph on a line of its own."""
    paragraphs = re.split(r"\n\s*\n", text.replace("\b", "").strip())
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)


if __name__ == "__main__":
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(reference(), encoding="utf-8")
