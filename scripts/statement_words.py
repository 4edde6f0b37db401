"""How long the privacy statements of the examples are, and how much of that says twice what is said once already.

    .venv/bin/python scripts/statement_words.py

A statement is as long as its facts need. So its words are counted by activity, as a reader sees them: the name of a
column, which stands in a cell for narrow screens, counts nowhere else. What stands more than once, word by word, in
the cells of its tables is repetition: four words or more between two stops.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gdprdocs.check import check_organisation
from gdprdocs.documents import privacy_statement
from gdprdocs.formats.html import Page, render
from gdprdocs.formats.tree import parse, text_of
from gdprdocs.language import LANGUAGES
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.project import organisations

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Length:
    """How long one statement is."""

    name: str
    words: int
    activities: int
    repeated: int

    @property
    def per_activity(self) -> int:
        """Its words by activity."""
        return round(self.words / self.activities)


def length_of(name: str, page: str, activities: int) -> Length:
    """The length of a statement that was rendered as ``page``."""
    main = next(parse(page).iter("main"))
    for label in main.iter("span"):
        if label.get("class") == "label":
            label.text = ""
    said = Counter(
        piece.strip()
        for cell in main.iter("td")
        for piece in re.split(r"(?<=[.;:)])\s|[()]", text_of(cell))
        if len(piece.split()) > 3
    )
    repeated = sum((times - 1) * len(piece.split()) for piece, times in said.items())
    return Length(name, len(text_of(main).split()), activities, repeated)


def lengths() -> Iterator[Length]:
    """The length of every statement of the examples, in each language."""
    for folder in organisations(ROOT / "organisations"):
        profile: Any = check_organisation(folder).profile
        for key, model in privacy_statement.TYPE.gather(profile, Catalogue(profile)):
            for language in LANGUAGES:
                page = render("privacy_statement", Page(profile, language, "html"), model)
                yield length_of(f"{folder.name} {key} {language}", page, len(model.themes))


if __name__ == "__main__":
    for each in lengths():
        sys.stdout.write(
            f"{each.name:36} {each.words:6} words, {each.activities:3} activities, "
            f"{each.per_activity:4} by activity, {each.repeated:4} said again\n"
        )
