"""A privacy statement is as long as its facts need, and says a thing once."""

from __future__ import annotations

import runpy
from collections.abc import Iterable
from typing import Any

import pytest

from tests.conftest import ROOT

SCRIPT: dict[str, Any] = runpy.run_path(str(ROOT / "scripts" / "statement_words.py"))


@pytest.fixture(scope="module")
def lengths() -> Iterable[Any]:
    found = list(SCRIPT["lengths"]())
    assert len(found) == 14
    return found


def test_no_activity_takes_more_than_760_words(lengths: Iterable[Any]) -> None:
    """All words of a statement are divided, those about rights too; hence the most where activities are few."""
    assert [each for each in lengths if each.per_activity > 760] == []


def test_a_thirteenth_at_most_is_said_again(lengths: Iterable[Any]) -> None:
    assert [each for each in lengths if each.repeated > each.words / 13] == []


def test_words_and_repetition_are_counted_as_a_reader_meets_them() -> None:
    cells = [
        '<span class="label">Unseen</span>We keep your contact details (because you may ask us something).',
        "Short. We keep your contact details (as long as you are a customer).",
    ]
    rows = "".join(f"<tr><td>{cell}</td></tr>" for cell in cells)
    body = f"<main><h1>Three words here</h1><table><tbody>{rows}</tbody></table></main>"
    page = f'<!doctype html><html lang="en"><head><title>T</title></head><body>{body}</body></html>'
    counted = SCRIPT["length_of"]("example", page, 2)
    assert (counted.words, counted.per_activity, counted.repeated) == (27, 14, 5)
