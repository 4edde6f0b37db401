"""``gdprdocs doctor``: what this machine has and lacks, and the command that brings what it lacks."""

from __future__ import annotations

import ctypes
import os
import platform
import sys
from dataclasses import dataclass
from pathlib import Path

import click

from gdprdocs.cli.common import Exit, Screen, screen_options
from gdprdocs.formats import pdf
from gdprdocs.language import Text
from gdprdocs.project import templates

_PANGO = {
    "apt": "apt-get install -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    "dnf": "dnf install -y pango harfbuzz",
    "apk": "apk add pango harfbuzz-subset",
    "pacman": "pacman -S --noconfirm pango harfbuzz",
    "zypper": "zypper install -y libpango-1_0-0 libharfbuzz-subset0",
}
_MANAGERS = {
    "debian": "apt", "ubuntu": "apt", "fedora": "dnf", "rhel": "dnf", "centos": "dnf", "alpine": "apk",
    "arch": "pacman", "suse": "zypper", "opensuse": "zypper",
}  # fmt: skip


def pango_command() -> str:
    """The command that installs what WeasyPrint needs on this system."""
    if sys.platform == "darwin":
        return "brew install pango"
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        release = {}
    for name in (release.get("ID", ""), *release.get("ID_LIKE", "").split()):
        if manager := _MANAGERS.get(name):
            sudo = "" if hasattr(os, "geteuid") and os.geteuid() == 0 else "sudo "
            return sudo + _PANGO[manager]
    return "install Pango and HarfBuzz (with its subset library)"


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that was looked for."""

    name: str
    there: bool
    needed_for: Text
    command: str = ""


def _library(*names: str) -> bool:
    for name in names:
        try:
            ctypes.CDLL(name)
        except OSError:
            continue
        return True
    return False


def _examine() -> list[Found]:
    try:
        pdf.load()
        pango = True
    except pdf.PangoMissingError:
        pango = False
    fonts = Path(templates() / "fonts")
    return [
        Found(
            f"Python {platform.python_version()}",
            sys.version_info >= (3, 11),
            Text(nl="alles", en="everything"),
            "install Python 3.11 or later",
        ),
        Found(
            "templates",
            (templates() / "_shared").is_dir(),
            Text(nl="alle documenten", en="all documents"),
            "pip install --force-reinstall gdprdocs",
        ),
        Found("Pango", pango, Text(nl="PDF", en="PDF"), pango_command()),
        Found(
            "HarfBuzz subset",
            _library("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib", "libharfbuzz-subset.dylib"),
            Text(nl="kleine PDF’s die overal gelijk zijn", en="small PDFs that are the same everywhere"),
            pango_command(),
        ),
        Found(
            "fonts (Source Sans 3)",
            len(list(fonts.glob("*.ttf"))) >= 4,
            Text(nl="PDF", en="PDF"),
            "pip install --force-reinstall gdprdocs",
        ),
    ]


@click.command()
@screen_options
def doctor(screen: Screen) -> None:
    """Say what of Pango and fonts is there, and the command that installs what is not.

    Checking and HTML need nothing but Python. The exit code is 3 when something that PDFs need is missing.
    """
    lacking = False
    for found in _examine():
        state = Text(nl="aanwezig", en="there") if found.there else Text(nl="ontbreekt", en="missing")
        needed = found.needed_for.in_(screen.language)
        click.echo(f"{found.name:<24}{state.in_(screen.language):<10}{needed}")
        if not found.there:
            click.echo(f"{'':<24}→ {found.command}")
            lacking = True
    sys.exit(Exit.MACHINE if lacking else Exit.FINE)
