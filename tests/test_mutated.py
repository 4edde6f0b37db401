"""The example organisations with parts left out, of another kind or exchanged: only findings come of it.

Where ``test_check.py`` makes one value wrong, here several are, and wrong together.
"""

from __future__ import annotations

import copy
import functools
import json
import operator
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gdprdocs.check import check_organisation
from gdprdocs.language import GAP_OPEN, LANGUAGES
from gdprdocs.source import read_data
from tests.conftest import EXAMPLES, ROOT
from tests.test_check import LEFT_OUT, changed, paths_in
from tests.variation import put

OTHERS = [
    *(LEFT_OUT, None, True, 0, -1, 3.5, "", "x", "none", "US", "P0D", "P9999Y", "2026-02-30"),
    *([], [None], ["x"], {}, {"x": 1}),
]
"""What may come in the place of a value: nothing, another kind, or the same kind out of bounds."""

Mutation = tuple[int, int, Any]
EXCHANGE = object()
MUTATIONS = st.lists(
    st.tuples(st.integers(0, 9_999), st.integers(0, 9_999), st.sampled_from([EXCHANGE, *OTHERS])),
    min_size=1,
    max_size=12,
)


def mutated(data: Any, mutation: Mutation) -> Any:
    """``data`` with one value replaced or left out, or two that do not hold each other exchanged."""
    here, there, other = mutation
    paths = list(paths_in(data))
    if not paths:
        return data
    one, two = paths[here % len(paths)], paths[there % len(paths)]
    if other is not EXCHANGE:
        return changed(data, one, copy.deepcopy(other) if isinstance(other, (list, dict)) else other)
    if one == two[: len(one)] or two == one[: len(two)]:
        return data
    exchanged = copy.deepcopy(data)
    put(exchanged, one, functools.reduce(operator.getitem, two, data))
    put(exchanged, two, functools.reduce(operator.getitem, one, data))
    return exchanged


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, Any]:
    """A copy of every file of the example organisations with what it says, as JSON: YAML that is quickly read."""
    copied = tmp_path_factory.mktemp("examples") / "organisations"
    shutil.copytree(ROOT / "organisations", copied)
    said = {file: read_data(file) for file in sorted(copied.rglob("*.yaml"))}
    for file, data in said.items():
        write(file, data)
    return said


def write(file: Path, data: Any) -> None:
    file.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")


@pytest.mark.parametrize("slug", EXAMPLES)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(which=st.integers(0, 99), mutations=MUTATIONS)
def test_of_whatever_is_wrong_together_only_findings_come(
    files: dict[Path, Any], slug: str, which: int, mutations: list[Mutation]
) -> None:
    mine = [file for file in files if {slug, "_shared"} & set(file.parts)]
    file = mine[which % len(mine)]
    data = files[file]
    for mutation in mutations:
        data = mutated(data, mutation)
    write(file, data)
    try:
        (folder,) = {one.parent for one in files if one.name == "profile.yaml" and slug in one.parts}
        for finding in check_organisation(folder).diagnostics:
            assert finding.place.file in mine
            assert 1 <= finding.place.line <= len(finding.place.file.read_text(encoding="utf-8").splitlines())
            for language in LANGUAGES:
                assert finding.message.in_(language)
                assert GAP_OPEN not in finding.message.in_(language)
    finally:
        write(file, files[file])
