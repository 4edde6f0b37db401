"""Files that pages show or use: the logo, the fonts, and the style sheet in the organisation's own colour."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from gdprdocs.formats import colour
from gdprdocs.plain_file import read_plain_file
from gdprdocs.profile import Profile
from gdprdocs.project import LARGEST_LOGO, templates

Target = Literal["html", "pdf"]


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of the organisation that pages show, such as its logo."""

    name: str
    media_type: str
    content: bytes


def logo_asset(folder: Path, name: str) -> Asset:
    """The organisation's logo; ``OSError`` when it cannot be read."""
    kind = {"svg": "image/svg+xml", "png": "image/png"}.get(name.rsplit(".", 1)[-1], "image/jpeg")
    return Asset(name, kind, read_plain_file(folder / name, LARGEST_LOGO))


STYLE_SHEET = "style.css"
"""What the style sheet of a site is called."""


@functools.cache
def _sheet(name: str) -> str:
    """A style sheet that comes with the program, as it stands."""
    return (templates() / "_shared" / name).read_text(encoding="utf-8")


def style(profile: Profile | None, target: Target) -> str:
    """The style sheet of an organisation's pages, in its own colour."""
    accent, accent_dark = accent_on(profile, colour.DAY), accent_on(profile, colour.NIGHT)
    sheets = "\n".join(_sheet(f"{name}.css") for name in _SHEETS[target])
    whole = f":root {{ --accent: {accent}; --accent-dark: {accent_dark}; }}\n{sheets}"
    return re.sub(r"\n{2,}", "\n", whole).strip() + "\n"


def accent_on(profile: Profile | None, ground: str) -> str:
    """The organisation's colour as it can be read on ``ground``."""
    return colour.readable((profile and profile.branding.colour) or colour.DEFAULT, ground)


_SHEETS: Mapping[Target, tuple[str, ...]] = {
    "html": ("fonts", "base", "html", "picture"),
    "pdf": ("base", "pdf", "picture"),
}


def fonts() -> Iterable[Asset]:
    """The fonts that the style sheet of a site names, as files to stand beside it."""
    for path in sorted((templates() / "fonts" / "web").glob("*.woff2")):
        yield Asset(path.name, "font/woff2", path.read_bytes())
