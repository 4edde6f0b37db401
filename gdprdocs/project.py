"""Where things are: the templates and data that come with the program, and the folders of organisations."""

from __future__ import annotations

import re
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
SHARED = "_shared"
PROFILE = "profile.yaml"
SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
"""What the folder of an organisation may be called: it becomes a folder of the website."""


LARGEST_LOGO = 1024 * 1024
"""How many bytes a logo may have: every page holds a copy of it."""

LARGEST_WORDS = 64 * 1024
"""How many bytes a file of own words may have; the wording of a whole document fits in it."""
MOST_OWN_CLAUSES = 200
"""How many clauses such a file may replace."""
MOST_PLACES = 200
"""How many places and conditions one own clause may have, in a loop ten times as few; our longest has a quarter."""
DEEPEST_CLAUSE = 20
"""How deep an own clause may be nested, as the parser of templates counts; our own clauses go to 8."""
LONGEST_CLAUSE = 100_000
"""How many characters an own clause may have once it is rendered; the longest of our own stays far below."""


def templates() -> Path:
    """The folder with templates: inside the installed package, or beside it in a clone of the repository."""
    installed = PACKAGE / "templates"
    return installed if installed.is_dir() else PACKAGE.parent / "templates"


def organisations(root: Path) -> list[Path]:
    """The folders below ``root`` that hold an organisation, by name: a profile, or YAML that may be meant as one."""
    if not root.is_dir():
        return []
    return sorted(folder for folder in root.iterdir() if folder.name != SHARED and any(folder.glob("*.y*ml")))


def shared_folder(organisation: Path) -> Path:
    """Where a portfolio keeps what its organisations share: beside the organisation's own folder."""
    return organisation.parent / SHARED
