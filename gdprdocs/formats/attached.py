"""The facts of a document as JSON, in the languages of its page: the file that is attached to a PDF."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from gdprdocs.duration import Duration
from gdprdocs.formats.html import curly
from gdprdocs.formats.pdf import Attached
from gdprdocs.language import Language, Text
from gdprdocs.profile import Profile

FORMAT = "urn:gdprdocs:facts:1"
"""The ``$id`` of the JSON Schema that says what stands in the file."""
_ABOUT = Text(nl="De feiten van dit document, als gegevens", en="The facts of this document, as data")


def attached_facts(
    document: str, stem: str, facts: Mapping[str, Any], languages: tuple[Language, ...], profile: Profile
) -> Attached | None:
    """The file for one document; nothing where the profile has no date for it."""
    publication = profile.publication
    days = [day for day in (publication.effective, publication.reviewed) if day]
    if not days:
        return None
    head = {
        "format": FORMAT,
        "document": document,
        "languages": languages,
        "organisation": profile.organisation.name,
    }
    content = json.dumps(_plain({**head, **facts}, languages), ensure_ascii=False, indent=1) + "\n"
    return Attached(f"{stem}.json", _ABOUT.in_(languages[0]), content, days[0], days[-1])


def _plain(value: Any, languages: tuple[Language, ...]) -> Any:
    """``value`` in terms of JSON: dates and lengths of time as ISO 8601 writes them, text by language."""
    if isinstance(value, Mapping):
        return {key: _plain(each, languages) for key, each in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(each, languages) for each in value]
    if isinstance(value, Text):
        return {language: curly(value.in_(language)) for language in languages}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Duration):
        return value.iso
    if isinstance(value, str | int):
        return value
    raise TypeError(f"{value!r} is no fact")
