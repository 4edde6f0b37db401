"""What the commands share: options, finding organisations, showing diagnostics."""

from __future__ import annotations

import difflib
import enum
import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO, TypeVar

import click

from gdprdocs.diagnostic import Diagnostic
from gdprdocs.language import LANGUAGES, Language, Text
from gdprdocs.project import PROFILE, organisations
from gdprdocs.report import Style, render_text, visible

ORGANISATIONS = Path("organisations")
Command = TypeVar("Command", bound=Callable[..., Any])


class Exit(enum.IntEnum):
    """How the program ends; :data:`EXITS` says what each code means."""

    FINE = 0
    FINDINGS = 1
    WRONG_USE = 2
    """Click's own code."""
    MACHINE = 3
    INTERRUPTED = 130
    TERMINATED = 143
    """The shell's own numbers for these."""


EXITS = {
    Exit.FINE: "fine",
    Exit.FINDINGS: "there is something to mend in a profile, or a document could not be finished",
    Exit.WRONG_USE: "the command was not used rightly: an unknown option, organisation or rule",
    Exit.MACHINE: "the machine lacks something: the libraries for PDF, or room to write",
    Exit.INTERRUPTED: "interrupted with Ctrl-C",
    Exit.TERMINATED: "ended from outside, as a build server does that stops a job",
}
"""What each exit code means: help and documentation say it in these words."""


def locale_language() -> Language:
    """The language of the user's locale, as far as messages exist in it; otherwise English."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            return "nl" if value.lower().startswith("nl") else "en"
    return "en"


@dataclass(frozen=True, slots=True)
class Screen:
    """How to speak to the user: in which language, with or without colour, how much."""

    language: Language
    color: str
    quiet: bool
    verbose: bool

    def colour(self, stream: TextIO) -> bool:
        """Whether ``stream`` gets colours: as asked, or when it is a terminal and NO_COLOR is not set."""
        if self.color == "auto":
            return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        return self.color == "always"

    def style(self, *, strict: bool = False) -> Style:
        """How reporters show findings here."""
        from gdprdocs.law import law  # not at the top: it is read when it is wanted

        return Style(self.language, law().checked, self.colour(sys.stdout), self.verbose, strict)

    def show(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Print diagnostics as text beside the output of a command, a blank line after each."""
        colour = self.colour(sys.stderr)
        text = render_text(diagnostics, self.language, colour=colour, verbose=self.verbose)
        if text:
            click.echo(text, err=True, color=colour)

    def tell_own_words(self, slug: str, clauses: Iterable[tuple[str, str]]) -> None:
        """Say of which documents the organisation words clauses itself: nobody else answers for what they say."""
        replaced: dict[str, list[str]] = {}
        for document, clause in clauses:
            replaced.setdefault(document, []).append(clause)
        for document, names in replaced.items():
            words = ", ".join(names)
            self.say(
                Text(
                    nl=f"{slug}: eigen woorden in {document}: {words}",
                    en=f"{slug}: own words in {document}: {words}",
                )
            )

    def say(self, text: Text, *, err: bool = True, always: bool = False) -> None:
        """Print one line about what happens, unless the user wants quiet."""
        if always or not self.quiet:
            click.echo(visible(text.in_(self.language)), err=err)


def screen_options(command: Command) -> Command:
    """The options by which every command can be told how to speak; the command receives a :class:`Screen`."""
    options = (
        click.option(
            "--messages",
            type=click.Choice(LANGUAGES),
            help="Language of messages; by default that of the locale, otherwise English.",
        ),
        click.option(
            "--color",
            type=click.Choice(["auto", "always", "never"]),
            default="auto",
            show_default=True,
            help="Colours; auto: on a terminal, unless NO_COLOR is set.",
        ),
        click.option("-q", "--quiet", is_flag=True, help="Print findings only; of a build, what stops it."),
        click.option("-v", "--verbose", is_flag=True, help="Say more about what is done."),
    )

    def with_screen(
        *args: Any, messages: Language | None, color: str, quiet: bool, verbose: bool, **kwargs: Any
    ) -> Any:
        return command(*args, screen=Screen(messages or locale_language(), color, quiet, verbose), **kwargs)

    with_screen.__name__ = command.__name__
    with_screen.__doc__ = command.__doc__
    with_screen.__click_params__ = getattr(command, "__click_params__", [])  # type: ignore[attr-defined]
    wrapped: Any = with_screen
    for option in reversed(options):
        wrapped = option(wrapped)
    return wrapped  # type: ignore[no-any-return]


def _complete(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    return [folder.name for folder in organisations(ORGANISATIONS) if folder.name.startswith(incomplete)]


def jobs_option(help_: str) -> Callable[[Command], Command]:
    """The option for how many processes share the work."""
    return click.option("-j", "--jobs", type=click.IntRange(min=1), default=os.cpu_count() or 1, help=help_)


WORKER_DIED = Text(
    nl="een hulpproces is gestopt, misschien door geheugengebrek; probeer --jobs 1",
    en="a worker process died, perhaps for lack of memory; try --jobs 1",
)

organisation_argument = click.argument("organisation", nargs=-1, shell_complete=_complete, metavar="[SLUG|PATH]...")


def find_organisations(named: tuple[str, ...]) -> list[Path]:
    """The folders that the user means; a usage error when there is none."""
    if not named:
        found = organisations(ORGANISATIONS) or ([Path()] if Path(PROFILE).is_file() else [])
        if not found:
            raise click.UsageError(f"no organisations here: there is no {ORGANISATIONS}/*/{PROFILE} and no {PROFILE}")
        return found
    folders = [folder for name in named for folder in _find(name)]
    return list({folder.resolve(): folder for folder in folders}.values())


def _find(name: str) -> list[Path]:
    path = Path(name)
    if path.is_file() and path.name == PROFILE:
        return [path.parent]
    for folder in (path, ORGANISATIONS / name):
        if (folder / PROFILE).is_file():
            return [folder]
    if found := organisations(path):
        return found
    slugs = [folder.name for folder in organisations(ORGANISATIONS)]
    close = difflib.get_close_matches(name, slugs, n=1)
    hint = f" Did you mean {close[0]!r}?" if close else ""
    raise click.UsageError(
        f"no organisation {name!r}: neither a folder with a {PROFILE} nor one in organisations/.{hint}"
    )
