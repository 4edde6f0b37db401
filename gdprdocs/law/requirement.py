"""What the law asks each document to say: a requirement is a fact of law, with the condition under which it holds.

The YAML files in ``requirements/`` hold them, a file for each type of document; an entry that belongs there by its
subject and is met in another type names that as its ``document``. ``when`` names conditions (functions in
:mod:`gdprdocs.documents.conditions`) that must all hold; ``from`` names the keys of a profile without which a document
cannot meet the requirement.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from gdprdocs.language import Text
from gdprdocs.law import Entry, law
from gdprdocs.record import record
from gdprdocs.source import read_data
from gdprdocs.structure import structure

FOLDER = Path(__file__).resolve().parent / "requirements"


@record(kw_only=True)
class Requirement(Entry):
    """Something that the law wants a document to say."""

    document: str
    """The type of document in which it is usually met; another document may meet it too."""
    requires: Text
    when: str = "always"
    from_: tuple[str, ...] = ()

    @property
    def conditions(self) -> tuple[str, ...]:
        """The ids of the conditions, all of which must hold."""
        return tuple(self.when.split())


@functools.cache
def requirements() -> Mapping[str, Requirement]:
    """Every requirement by id, in the order of the files."""
    found: dict[str, Requirement] = {}
    for file in sorted(FOLDER.glob("*.yaml")):
        data = read_data(file)
        for key, entry in data["entries"].items():
            if key in found:
                raise ValueError(f"{file.name}: {key} stands twice")
            found[key] = structure(Requirement, {"document": data["document"], **entry}, (key,))
    return found


@functools.cache
def checked() -> date:
    """The oldest day on which one of the files was compared with the law."""
    days = (date.fromisoformat(read_data(file)["checked"]) for file in FOLDER.glob("*.yaml"))
    return min(days, default=law().checked)
