"""Reading the YAML that comes with the program: as data alone, without the place of anything.

Nothing is looked at twice here, for the program reads its legal data at every start.
``tests/test_source.py`` reads each of these files with the care that a profile gets, and compares.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from gdprdocs.source.reader import LOADER, meant


def read_data(path: Path) -> Any:
    """The data of a sound file."""
    following = LOADER(path.read_bytes()).get_event
    event = following()
    while not isinstance(event, yaml.NodeEvent):  # where the stream and the document begin
        event = following()
    return _value(event, following)


def _value(event: Any, following: Callable[[], Any]) -> Any:
    kind = type(event)
    if kind is yaml.ScalarEvent:
        return meant(event.value, plain=event.implicit[0])
    if kind is yaml.MappingStartEvent:
        mapping = {}
        while type(key := following()) is yaml.ScalarEvent:
            mapping[key.value] = _value(following(), following)
        return mapping
    items = []
    while type(item := following()) is not yaml.SequenceEndEvent:
        items.append(_value(item, following))
    return items
