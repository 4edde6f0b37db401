"""Durations are read as ISO 8601 writes them, and compared by their length in days."""

from __future__ import annotations

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
