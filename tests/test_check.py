"""Whatever is wrong in a profile, checking it ends with diagnostics and never with an exception."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from gdprdocs.check import check_organisation
from gdprdocs.diagnostic import FieldPath
from gdprdocs.language import GAP_OPEN, LANGUAGES
from gdprdocs.report import render_text
from gdprdocs.source import read_organisation
from tests.conftest import EXAMPLES, ROOT
from tests.test_cases import whole as whole_case

CASES = Path(__file__).parent / "cases"
RICH = [
    "sound",
    "sound--joint",
    "sound--processor",
    "sound--sources",
    "accepted-expired",
    "adm-special",
    "biometric-need",
    "adm-details--part",
]
LEFT_OUT = object()
WRONG = [LEFT_OUT, 5, [None], {"x": 1}]


def paths_in(value: Any, path: FieldPath = ()) -> Iterator[FieldPath]:
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in steps:
        yield (*path, step)
        yield from paths_in(inner, (*path, step))


def changed(data: Any, path: FieldPath, wrong: object) -> Any:
    data = copy.deepcopy(data)
    place = data
    for step in path[:-1]:
        place = place[step]
    if wrong is LEFT_OUT:
        del place[path[-1]]
    else:
        place[path[-1]] = wrong
    return data


def places() -> Iterator[tuple[Any, FieldPath]]:
    """Every place in the profiles, with the profile around it; a place that several share comes once."""
    seen = set()
    for case in RICH:
        whole = read_organisation(CASES / case).data
        for path in paths_in(whole):
            if path not in seen:
                seen.add(path)
                yield whole, path


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: "left out" if wrong is LEFT_OUT else repr(wrong))
def test_any_one_value_may_be_wrong(wrong: object, folder: Path) -> None:
    profile = folder / "profile.yaml"
    for whole, path in places():
        # JSON is YAML, and its writer is at hand.
        profile.write_text(json.dumps(changed(whole, path, wrong)), encoding="utf-8")
        for diagnostic in check_organisation(folder).diagnostics:
            for language in LANGUAGES:
                assert diagnostic.message.in_(language)
                assert GAP_OPEN not in diagnostic.message.in_(language), path


def test_what_the_schema_refused_is_not_reported_as_missing(tmp_path: Path) -> None:
    folder = whole_case("sound", tmp_path)
    text = (folder / "profile.yaml").read_text(encoding="utf-8")
    text = text.replace("        data_categories: [contact_details]\n", "        data_categories: contact_details\n")
    (folder / "profile.yaml").write_text(text, encoding="utf-8")
    before = {diagnostic.rule for diagnostic in check_organisation(CASES / "sound").diagnostics}
    assert {diagnostic.rule for diagnostic in check_organisation(folder).diagnostics} - before == {"wrong-type"}


def test_items_of_a_list_keep_their_place_when_one_before_them_is_refused(folder: Path) -> None:
    text = (CASES / "sound" / "profile.yaml").read_text(encoding="utf-8")
    text = text.replace("sources: [data_subject]", "sources: [5, data_subject, {public: true}]")
    (folder / "profile.yaml").write_text(text, encoding="utf-8")
    places = [(found.rule, found.place.column) for found in check_organisation(folder).diagnostics]
    assert ("wrong-type", 15) in places
    assert ("source-missing", 32) in places


@pytest.mark.parametrize("slug", EXAMPLES)
def test_nothing_is_said_of_an_example_organisation(slug: str) -> None:
    assert render_text(check_organisation(ROOT / "organisations" / slug).diagnostics, "en") == ""
