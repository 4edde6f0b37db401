"""What there is to choose from: sectors, ready-made activities, kinds of processors and measures."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gdprdocs.language import Text
from gdprdocs.law import law
from gdprdocs.source import read_data

FOLDER = Path(__file__).resolve().parent
"""Where the pieces of a profile are."""


@dataclass(frozen=True, slots=True)
class ProcessorKind:
    """A usual kind of processor, and the data that it handles for each activity."""

    id: str
    name: Text
    service: Text
    data: Mapping[str, tuple[str, ...]]

    def data_for(self, activities: Iterable[str]) -> tuple[str, ...]:
        """The data that it handles for these activities together, each once."""
        return tuple(dict.fromkeys(data for activity in activities for data in self.data.get(activity, ())))


@dataclass(frozen=True, slots=True)
class Choices:
    """Everything that the questions offer, by id."""

    sectors: Mapping[str, Text]
    activities: Mapping[str, Text]
    processors: Mapping[str, ProcessorKind]
    measures: Mapping[str, Text]

    def processors_for(self, activities: Iterable[str]) -> dict[str, Text]:
        """The kinds of processors that have data to handle for any of these activities."""
        wanted = set(activities)
        return {id_: kind.name for id_, kind in self.processors.items() if wanted & set(kind.data)}


@functools.cache
def choices() -> Choices:
    """The choices that come with this version of the program."""
    data: Any = read_data(FOLDER / "choices.yaml")
    return Choices(
        sectors={id_: Text(**words) for id_, words in data["sectors"].items()},
        activities={id_: Text(**words) for id_, words in data["activities"].items()},
        processors={
            id_: ProcessorKind(
                id_,
                Text(**kind["name"]),
                Text(**kind["service"]),
                {activity: tuple(ids) for activity, ids in kind["data"].items()},
            )
            for id_, kind in data["processors"].items()
        },
        measures={id_: law().measures[id_].name for id_ in data["measures"]},
    )
