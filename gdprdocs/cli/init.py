"""``gdprdocs init``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from gdprdocs.check import check_organisation
from gdprdocs.cli.common import ORGANISATIONS, Exit, Screen, screen_options
from gdprdocs.cli.questions import NEEDED, Given, answers_from
from gdprdocs.diagnostic import Diagnostic
from gdprdocs.language import LANGUAGES, Text
from gdprdocs.project import SLUG
from gdprdocs.report import render_text
from gdprdocs.starter import IGNORED, Answers, Written, slug_of, starter_files, write_new
from gdprdocs.starter.choices import choices
from gdprdocs.starter.open_places import open_places

SHOWN = 3
"""How many of the open places are shown in full."""


def _complete_processor(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    return [id_ for id_ in choices().processors if id_.startswith(incomplete)]


@click.command()
@click.argument("slug", required=False, metavar="[SLUG]")
@click.option("--name", help="Name of the organisation.")
@click.option("--sector", type=click.Choice(list(choices().sectors)), help="What kind of organisation it is.")
@click.option("--address", metavar="TEXT", help="“Street 1, 1234 AB City”; abroad “Street 1, 2000 City, BE”.")
@click.option("--email", help="Where people send questions about privacy.")
@click.option("--website", help="Address of the website.")
@click.option("--owner", help="Who is in charge of privacy: a name or a position.")
@click.option("--language", multiple=True, type=click.Choice(LANGUAGES), help="Of the documents; repeatable.")
@click.option(
    "--activity",
    multiple=True,
    type=click.Choice(list(choices().activities)),
    help="What personal data are used for; repeatable.",
)
@click.option(
    "--processor",
    multiple=True,
    metavar="KIND[=NAME]",
    shell_complete=_complete_processor,
    help=f"Whose services or software you use for that; repeatable. Kinds: {', '.join(choices().processors)}.",
)
@click.option(
    "--measure",
    multiple=True,
    type=click.Choice(list(choices().measures)),
    help="How the data are secured now; repeatable.",
)
@click.option(
    "--workflow/--no-workflow",
    default=True,
    help="Whether to write .github/workflows/privacy.yml; not needed on GitLab.",
)
@click.option(
    "-y", "--yes", is_flag=True, help=f"Ask nothing: leave open what is not given. Takes {', '.join(NEEDED)}."
)
@screen_options
def init(
    slug: str | None,
    name: str | None,
    sector: str | None,
    address: str | None,
    email: str | None,
    website: str | None,
    owner: str | None,
    language: tuple[str, ...],
    activity: tuple[str, ...],
    processor: tuple[str, ...],
    measure: tuple[str, ...],
    workflow: bool,
    yes: bool,
    screen: Screen,
) -> None:
    """Start with a new organisation: answer at most ten questions, and get a commented profile to complete.

    Writes organisations/SLUG/profile.yaml, and beside organisations/ a workflow for GitHub, a README.md, a
    requirements.txt that names gdprdocs, and lines in .gitignore. Shows what is still to fill in. Nothing that exists
    is overwritten. Without a terminal, or with --yes, the answers are the options.

    The exit code is 0 when everything was written, although the profile is still to be completed.
    """
    options = {
        "name": name,
        "sector": sector,
        "address": address,
        "email": email,
        "website": website,
        "owner": owner,
        "languages": ",".join(language) or None,
        "activities": ",".join(activity) or None,
        "processors": processor or None,
        "measures": ",".join(measure) or None,
    }
    if slug is not None:
        _refuse_unusable(slug)
    ask = not yes and sys.stdin.isatty() and sys.stdout.isatty()
    try:
        given = answers_from(options, screen, ask=ask)
    except click.Abort:  # Ctrl-C or Ctrl-D at a question
        raise KeyboardInterrupt from None
    slug = slug or _slug(given)
    _refuse_unusable(slug)
    files = starter_files(Answers(slug=slug, **given), screen.language, ORGANISATIONS, workflow=workflow)
    try:
        written = write_new(files.own, files.common, IGNORED, Path(".gitignore"))
    except FileExistsError as error:
        raise click.UsageError(f"{error.filename} is there already; nothing was changed") from error
    except OSError as error:
        where = f"{error.filename or ORGANISATIONS}: {error.strerror}"
        screen.say(Text(nl=f"schrijven lukt niet: {where}", en=f"cannot write: {where}"), always=True)
        sys.exit(Exit.MACHINE)
    if not screen.quiet:
        _show(written, slug, next(iter(files.own.values())), screen)


def _refuse_unusable(slug: str) -> None:
    """A usage error when ``slug`` is no name for a folder, or one that is in use."""
    if not SLUG.fullmatch(slug):
        raise click.UsageError(f"{slug!r} is no SLUG: use lower-case letters, digits and hyphens")
    folder = ORGANISATIONS / slug
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise click.UsageError(f"{folder} is there already; nothing was changed")
    there = sorted(folder.iterdir()) if folder.is_dir() else []
    if there:
        raise click.UsageError(f"{', '.join(map(str, there))} is there already; nothing was changed")


def _slug(given: Given) -> str:
    """The name of the folder: that of the organisation, or of its e-mail domain where no letter of the name will do."""
    return slug_of(given["name"]) or slug_of(given["email"].partition("@")[2].rpartition(".")[0]) or "organisation"


def _show(written: Written, slug: str, profile: str, screen: Screen) -> None:
    """What was written, what is still open, and what to do next."""
    checked = check_organisation(ORGANISATIONS / slug)
    open_ = [each for each in checked.diagnostics if each.rule == "empty-value"]
    click.echo()
    _say(screen, Text(nl="Geschreven:", en="Written:"))
    for path in written.new:
        click.echo(f"  {path}")
    for path in written.kept:
        _say(screen, Text(nl=f"  {path} was er al en is niet veranderd", en=f"  {path} was there and is unchanged"))
    click.echo()
    number = len(open_)
    _say(
        screen,
        Text(
            nl=f"Nog in te vullen in {ORGANISATIONS / slug / 'profile.yaml'}: {number} plaatsen",
            en=f"Still to fill in, in {ORGANISATIONS / slug / 'profile.yaml'}: {number} places",
        ),
    )
    _show_open(open_, profile, screen)
    other = [each for each in checked.diagnostics if each not in open_]
    if other:
        _echo(other, screen)
    draft, validate = f"gdprdocs build --draft {slug}", f"gdprdocs validate {slug}"
    wide = len(draft) + 2
    _say(
        screen,
        Text(
            nl=f"Verder:\n  {draft:<{wide}}een eerste concept, in draft/{slug}/\n"
            f"  {validate:<{wide}}na het invullen: wat er nog open is of niet klopt",
            en=f"Next:\n  {draft:<{wide}}a first draft, in draft/{slug}/\n"
            f"  {validate:<{wide}}after filling in: what is still open or not right",
        ),
    )


def _show_open(open_: list[Diagnostic], profile: str, screen: Screen) -> None:
    parts = open_places(profile, (each.place.line for each in open_))
    wide = max((len(name.in_(screen.language)) for name, _ in parts), default=0)
    for name, lines in parts:
        label = Text(nl="regel", en="line") if len(lines) == 1 else Text(nl="regels", en="lines")
        numbers = ", ".join(map(str, lines))
        click.echo(f"  {name.in_(screen.language):<{wide}}  {label.in_(screen.language)} {numbers}")
    click.echo()
    shown = open_ if screen.verbose else open_[:SHOWN]
    if len(shown) < len(open_):
        _say(screen, Text(nl=f"De eerste {len(shown)}:", en=f"The first {len(shown)}:"))
    _echo(shown, screen)


def _echo(shown: list[Diagnostic], screen: Screen) -> None:
    colour = screen.colour(sys.stdout)
    click.echo(render_text(shown, screen.language, colour=colour), color=colour)


def _say(screen: Screen, words: Text) -> None:
    click.echo(words.in_(screen.language))
