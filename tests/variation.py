"""Profiles made from other profiles: the example's data with every free text replaced, one key left out, and so on."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from gdprdocs.build import Wanted
from gdprdocs.build.plan import plan
from gdprdocs.build.site import addresses
from gdprdocs.diagnostic import FieldPath
from gdprdocs.formats.html import Page, render
from gdprdocs.profile import Profile, read_profile
from gdprdocs.schema import check_shape
from gdprdocs.source import read_organisation

Data = dict[str, Any]


def data_of(folder: Path) -> Data:
    """The merged profile of an organisation as plain data."""
    return read_organisation(folder).data


def write_profile(folder: Path, data: Data) -> None:
    """``data`` as the profile of an organisation: JSON is YAML, and its writer is at hand."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "profile.yaml").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


def texts_in(value: Any, path: FieldPath = ()) -> Iterator[tuple[FieldPath, str]]:
    """Every text in ``value`` with its path."""
    if isinstance(value, str):
        yield path, value
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in steps:
        yield from texts_in(inner, (*path, step))


def put(data: Any, path: FieldPath, value: Any) -> None:
    """Put ``value`` at ``path``."""
    for step in path[:-1]:
        data = data[step]
    data[path[-1]] = value


def with_texts(data: Data, change: Callable[[FieldPath, str], str]) -> tuple[Data, int]:
    """``data`` with every text changed that the schema lets be any text, and how many those are."""
    before = {path: text for path, text in texts_in(data) if change(path, text) != text}
    changed = copy.deepcopy(data)
    for path, text in before.items():
        put(changed, path, change(path, text))
    while errors := {error.path for error in check_shape(changed)[0]} & set(before):
        for path in errors:
            put(changed, path, before.pop(path))
    assert check_shape(changed)[0] == []
    return changed, len(before)


def profile_from(data: Data) -> Profile:
    """The profile that ``data`` makes once the schema has taken out what it refuses."""
    return read_profile("voorbeeld", check_shape(data)[1])


def pages_of(profile: Profile, *, draft: bool = False) -> dict[str, str]:
    """Every document of ``profile`` as HTML, by language and file name: ``en/privacy-statement.html``."""
    documents = list(plan(profile, Wanted()))
    pages = {}
    for item in documents:
        links = addresses(documents, item.path("html"), item.language)
        page = Page(profile, item.language, "html", draft, addresses=links)
        pages[f"{item.edition}/{item.stem}.html"] = render(item.type.folder, page, item.model)
    return pages
