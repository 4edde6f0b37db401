"""Durations are read as ISO 8601 writes them, and compared by their length in days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdprdocs.duration import Duration


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("P7Y", (("year", 7),)),
        ("P6M", (("month", 6),)),
        ("P4W", (("week", 4),)),
        ("P30D", (("day", 30),)),
        ("PT24H", (("hour", 24),)),
        ("PT30M", (("minute", 30),)),
        ("P1Y6M", (("year", 1), ("month", 6))),
        ("P1M2W3DT4H5M", (("month", 1), ("week", 2), ("day", 3), ("hour", 4), ("minute", 5))),
        ("P0Y6M", (("month", 6),)),
        ("P007Y", (("year", 7),)),
    ],
)
def test_a_duration_has_the_parts_that_are_written(text: str, parts: tuple[tuple[str, int], ...]) -> None:
    duration = Duration.parse(text)
    assert duration is not None
    assert duration.parts == parts


@pytest.mark.parametrize(
    "text",
    [
        "", "P", "PT", "7Y", "P7", "p7y", "P7y", "P-7Y", "P7,5Y", "P1.5M", "P7 Y", " P7Y", "P7Y ", "P7Y\n", "P1D1Y",
        "P24H", "PT7Y", "P1YT", "P0D", "P0YT0M", "P12345Y", "PT1H1S", "P\u0667Y", "7 jaar", "unlimited",
    ],
)  # fmt: skip
def test_what_is_no_duration_is_nothing(text: str) -> None:
    assert Duration.parse(text) is None


@given(st.text(alphabet="PTYMWDH0123456789", max_size=20))
def test_odd_input_never_fails(text: str) -> None:
    duration = Duration.parse(text)
    assert duration is None or duration.days > 0


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("P6D", "P1W"),
        ("PT23H", "P1D"),
        ("PT59M", "PT1H"),
        ("P4W", "P1M"),
        ("P1M", "P31D"),
        ("P52W", "P1Y"),
        ("P1Y", "P53W"),
        ("P83M", "P7Y"),
        ("P2555D", "P7Y"),
    ],
)
def test_durations_compare_by_length(short: str, long: str) -> None:
    assert _days(short) < _days(long)


@pytest.mark.parametrize(("one", "other"), [("P12M", "P1Y"), ("P84M", "P7Y"), ("P7D", "P1W"), ("PT24H", "P1D")])
def test_the_same_length_in_other_units_is_equal(one: str, other: str) -> None:
    assert _days(one) == _days(other)


def _days(text: str) -> float:
    duration = Duration.parse(text)
    assert duration is not None
    return duration.days


@pytest.mark.parametrize(
    ("length", "day", "after"),
    [
        ("P6M", "2026-09-14", "2027-03-14"),
        ("P1Y", "2026-06-22", "2027-06-22"),
        ("P3M", "2026-10-12", "2027-01-12"),
        ("P2W", "2026-12-24", "2027-01-07"),
        ("P1M", "2026-01-31", "2026-02-28"),
        ("P6M", "2026-08-31", "2027-02-28"),
        ("P1M", "2028-01-31", "2028-02-29"),
        ("P1Y", "2028-02-29", "2029-02-28"),
        ("P4Y", "2028-02-29", "2032-02-29"),
        ("P1M1D", "2026-01-31", "2026-03-01"),
        ("PT24H", "2026-12-31", "2027-01-01"),
        ("PT25H", "2026-12-31", "2027-01-02"),
        ("PT30M", "2026-12-31", "2027-01-01"),
        ("P9999Y", "2026-12-31", "9999-12-31"),
        ("P7973Y2D", "2026-12-31", "9999-12-31"),
    ],
)
def test_a_day_after_a_length_of_time(length: str, day: str, after: str) -> None:
    duration = Duration.parse(length)
    assert duration is not None
    assert duration.after(date.fromisoformat(day)).isoformat() == after


@given(st.lists(st.integers(0, 9999), min_size=6, max_size=6).filter(any))
def test_a_length_of_time_is_written_as_it_is_read(numbers: list[int]) -> None:
    duration = Duration(*numbers)
    assert Duration.parse(duration.iso) == duration


@pytest.mark.parametrize("length", ["P7Y", "P1Y6M", "P4W", "P30D", "PT24H", "P1DT12H30M"])
def test_a_length_of_time_is_written_as_iso_8601_has_it(length: str) -> None:
    duration = Duration.parse(length)
    assert duration is not None
    assert duration.iso == length


@given(st.dates(), st.integers(0, 9999), st.integers(0, 9999))
def test_a_month_is_never_skipped(day: date, years: int, months: int) -> None:
    later = Duration(years=years, months=months).after(day)
    assert later >= day
    assert later == date.max or (later.year - day.year) * 12 + later.month - day.month == 12 * years + months
