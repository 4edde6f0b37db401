"""The schema of a profile as JSON Schema 2020-12, which editors read: made from the cerberus schema, so both agree.

What JSON Schema cannot say is left to ``gdprdocs validate``: that a reference leads to an entry of the profile, that a
text is there in each of its languages and has as many lines in each. So an editor never refuses what the program takes.

An editor sees one file, and a profile may be many: :func:`json_schema` makes a schema of the whole and one of a part.
"""

from __future__ import annotations

from typing import Any

from gdprdocs.language import Language
from gdprdocs.schema import SECTION_WORDS, SECTIONS, SINGLE
from gdprdocs.schema.json_schema.shape import Shapes
from gdprdocs.schema.json_schema.word import words
from gdprdocs.source.folder import SHAREABLE

__all__ = ["json_schema"]


def json_schema(language: Language, *, part: bool = False) -> dict[str, Any]:
    """The schema of a whole profile, or of one file of several, with its words in ``language``.

    A part need not have what another file has: the keys that every profile has, and what an entry in ``_shared/``
    under the same id already says.
    """
    shapes = Shapes(language)
    properties = {name: shapes.field(rules, (name,)) for name, rules in SINGLE.items()}
    for name, schema in SECTIONS.items():
        described = {"title": name, "description": SECTION_WORDS[name].in_(language)}
        properties[name] = described | shapes.entries(name, schema, overlay=part and name in SHAREABLE)
    said = words().schemas["part" if part else "whole"]
    whole: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": said.title.in_(language),
        "description": said.description.in_(language),
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }
    if not part:
        whole["required"] = [name for name, rules in SINGLE.items() if rules.get("required")]
    return whole | {"$defs": dict(sorted(shapes.definitions.items()))}
