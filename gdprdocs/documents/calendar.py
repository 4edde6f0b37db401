"""The calendar of measures: what is to be tested in which month, what is late, and what has no date."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from gdprdocs.duration import Duration
from gdprdocs.profile.catalogue import KnownMeasure
from gdprdocs.profile.due import Due

YEAR = 12
"""So many months have a place of their own; what comes after them stands together."""
_MONTH = Duration(months=1)


@dataclass(frozen=True, slots=True)
class Tested:
    """A measure and its tests."""

    measure: KnownMeasure
    test: Due


@dataclass(frozen=True, slots=True)
class Dated:
    """A measure and the day on which something is to be done."""

    measure: KnownMeasure
    on: date
    test: Due | None
    """Nothing for a measure that is not in place before that day."""


@dataclass(frozen=True, slots=True)
class Month:
    """One month and what is due in it, day by day."""

    first: date
    due: tuple[Dated, ...]


@dataclass(frozen=True, slots=True)
class Calendar:
    """The year from the day for which the profile speaks."""

    day: date
    late: tuple[Dated, ...]
    months: tuple[Month, ...]
    later: tuple[Dated, ...]
    undated: tuple[KnownMeasure, ...]
    """Measures without a day for their next test, or on which they are to be there."""


def calendar(day: date | None, measures: Iterable[Tested], planned: Iterable[KnownMeasure]) -> Calendar | None:
    """The calendar from ``day`` on; none without that day, or where nothing has a date."""
    tested, to_come = tuple(measures), tuple(planned)
    dated = [Dated(each.measure, each.test.next, each.test) for each in tested if each.test.next]
    dated += [Dated(each, each.planned_for, None) for each in to_come if each.planned_for]
    if day is None or not dated:
        return None
    dated.sort(key=lambda each: each.on)
    months = []
    first = day.replace(day=1)
    for _ in range(YEAR):
        after = _MONTH.after(first)
        months.append(Month(first, tuple(each for each in dated if max(first, day) <= each.on < after)))
        first = after
    return Calendar(
        day,
        tuple(each for each in dated if each.on < day),
        tuple(months),
        tuple(each for each in dated if each.on >= first),
        tuple(
            [each.measure for each in tested if not each.test.next] + [each for each in to_come if not each.planned_for]
        ),
    )
