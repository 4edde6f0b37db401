"""Records are what frozen dataclasses are: compared by value, shown with their fields, and never changed."""

from __future__ import annotations

import dataclasses
import pickle
from dataclasses import dataclass, field
from typing import Any

import pytest

from gdprdocs.record import record


@record()
class Made:
    """As the profile has them."""

    name: str
    number: int | None = None
    parts: tuple[str, ...] = field(default_factory=tuple)


@record(kw_only=True)
class More(Made):
    """One with a field of its own."""

    more: str


@dataclass(frozen=True, slots=True)
class Standard:
    """The same as a dataclass."""

    name: str
    number: int | None = None
    parts: tuple[str, ...] = field(default_factory=tuple)


def test_it_behaves_as_a_dataclass_does() -> None:
    for given in (("a",), ("a", 1), ("a", 1, ("b",))):
        made, standard = Made(*given), Standard(*given)
        assert repr(made) == repr(standard).replace("Standard", "Made")
        assert hash(made) == hash(standard)
        assert (made == Made(*given), made == Made("b"), made == standard) == (True, False, False)
        assert dataclasses.asdict(made) == dataclasses.asdict(standard)
        assert pickle.loads(pickle.dumps(made)) == made
    assert More(name="a", more="b") != Made("a")
    assert len({Made("a"), Made("a"), Made("b")}) == 2
    assert dataclasses.replace(Made("a"), number=2) == Made("a", 2)


@pytest.mark.parametrize(
    ("given", "named"),
    [((), {}), (("a", 1, (), 2), {}), (("a",), {"name": "b"}), (("a",), {"other": 1})],
    ids=["missing", "too many", "twice", "unknown"],
)
def test_it_takes_its_fields_and_nothing_else(given: tuple[Any, ...], named: dict[str, Any]) -> None:
    for cls in (Made, Standard):
        with pytest.raises(TypeError):
            cls(*given, **named)


@pytest.mark.parametrize("change", [lambda made: setattr(made, "name", "b"), lambda made: delattr(made, "name")])
def test_it_does_not_change(change: Any) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        change(Made("a"))
    assert not hasattr(Made("a"), "__dict__")
