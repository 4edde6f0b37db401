"""``gdprdocs schema``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from gdprdocs.build.output import write_file
from gdprdocs.cli.common import Exit, Screen, screen_options
from gdprdocs.language import Text
from gdprdocs.schema.json_schema import json_schema


@click.command()
@click.option("--part", is_flag=True, help="For one file of a profile that is spread over several.")
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file instead of printing."
)
@screen_options
def schema(part: bool, output: Path | None, screen: Screen) -> None:
    """Print the keys of a profile as JSON Schema, for editors.

    An editor that reads YAML then completes keys and ids, shows what they mean, and marks what does not belong. The
    words that it shows are in the language of messages.
    """
    text = json.dumps(json_schema(screen.language, part=part), ensure_ascii=False, indent=1) + "\n"
    if output is None:
        click.echo(text, nl=False)
        return
    try:
        write_file(output, text.encode())
    except OSError as error:
        words = f"{error.filename or output}: {error.strerror}"
        screen.say(Text(nl=f"schrijven lukt niet: {words}", en=f"cannot write: {words}"), always=True)
        sys.exit(Exit.MACHINE)
    screen.say(Text(nl=f"geschreven: {output}", en=f"written: {output}"))
