"""What of a starter profile is still open, by the part of it in which it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable

from gdprdocs.language import Text
from gdprdocs.starter.choices import choices

_SECTION = re.compile(r"([a-z_]+):")
_ENTRY = re.compile(r"  ([a-z_]+):")
_NAMES = {
    "organisation": Text(nl="uw organisatie", en="your organisation"),
    "publication": Text(nl="publicatie", en="publication"),
    "cookies": Text(nl="cookies", en="cookies"),
}


def open_places(profile: str, numbers: Iterable[int]) -> list[tuple[Text, list[int]]]:
    """The lines with these numbers, by the part of the profile that they belong to, in its order."""
    wanted = set(numbers)
    found: list[tuple[Text, list[int]]] = []
    name = section = None
    for number, line in enumerate(profile.splitlines(), 1):
        if start := _SECTION.match(line):
            section = start[1]
            name = _NAMES.get(section, Text(nl=section, en=section))
        elif (start := _ENTRY.match(line)) and section == "activities":
            name = choices().activities[start[1]]
        elif (start := _ENTRY.match(line)) and section == "processors":
            name = choices().processors[start[1]].name
        if number in wanted and name is not None:
            if not found or found[-1][0] != name:
                found.append((name, []))
            found[-1][1].append(number)
    return found
