"""Lengths of time as ISO 8601 writes them: ``P7Y``, ``P4W``, ``PT24H``."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta

PATTERN = re.compile(
    r"P(?=[0-9T])(?=.*[1-9])(?:([0-9]{1,4})Y)?(?:([0-9]{1,4})M)?(?:([0-9]{1,4})W)?"
    r"(?:([0-9]{1,5})D)?(?:T(?=[0-9])(?:([0-9]{1,5})H)?(?:([0-9]{1,5})M)?)?"
)
"""A length of time that is not nought. Groups have no names, so that JSON Schema can say the same: ECMA-262 knows none
of Python's."""
_DAYS_IN_MONTH = 365.2425 / 12


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of calendar time; compare with :attr:`days`, which is exact for weeks and days only."""

    years: int = 0
    months: int = 0
    weeks: int = 0
    days_part: int = 0
    hours: int = 0
    minutes: int = 0

    @classmethod
    def parse(cls, text: str) -> Duration | None:
        """The duration that ``text`` writes, or nothing when it is none or has no length."""
        found = PATTERN.fullmatch(text)
        return cls(*(int(value or 0) for value in found.groups())) if found else None

    @property
    def days(self) -> float:
        """The length in days, a year counted as 365.2425 days."""
        months = 12 * self.years + self.months
        return months * _DAYS_IN_MONTH + 7 * self.weeks + self.days_part + self.hours / 24 + self.minutes / 1440

    @property
    def iso(self) -> str:
        """As ISO 8601 writes it: ``P1Y6M``."""
        day = "".join(f"{number}{unit[0].upper()}" for unit, number in self.parts if unit not in ("hour", "minute"))
        time = "".join(f"{number}{unit[0].upper()}" for unit, number in self.parts if unit in ("hour", "minute"))
        return f"P{day}{f'T{time}' if time else ''}"

    @property
    def parts(self) -> tuple[tuple[str, int], ...]:
        """The units that are not nought, largest first, as (unit, number)."""
        named = (
            ("year", self.years),
            ("month", self.months),
            ("week", self.weeks),
            ("day", self.days_part),
            ("hour", self.hours),
            ("minute", self.minutes),
        )
        return tuple((unit, number) for unit, number in named if number)

    def after(self, day: date) -> date:
        """The day on which this time has passed since ``day``; a part of a day counts as a whole one.

        Months go first, from month to month: a month after 31 January is the last day of February.
        """
        month = day.month - 1 + 12 * self.years + self.months
        year, month = day.year + month // 12, month % 12 + 1
        if year > MAXYEAR:
            return date.max
        start = date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
        whole_days = 7 * self.weeks + self.days_part - (-(60 * self.hours + self.minutes) // 1440)
        return start + timedelta(days=min(whole_days, (date.max - start).days))
