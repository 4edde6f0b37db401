"""The organisations that the benchmarks check: copies of the sound case of the tests, and the same with faults."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import yaml

from gdprdocs.source import read_organisation

CASES = Path(__file__).resolve().parent.parent / "tests"
PER_FILE = 200
"""How many activities stand in one file: together they stay far below the size that a file may have."""


def profile(activities: int, *, wrong: bool = False) -> dict[str, Any]:
    """A profile with so many activities; ``wrong`` gives each the same eight faults, of shape and of law."""
    made = {**read_organisation(CASES / "cases_rest").data, **read_organisation(CASES / "cases" / "sound").data}
    (pattern,) = made["activities"].values()
    made["activities"] = {
        f"newsletter_{number}": _activity(pattern, number, wrong=wrong) for number in range(1, activities + 1)
    }
    return made


def _activity(pattern: dict[str, Any], number: int, *, wrong: bool) -> dict[str, Any]:
    made = copy.deepcopy(pattern)
    made["name"] = {"nl": f"Nieuwsbrief {number}", "en": f"Newsletter {number}"}
    purpose = made["purposes"]["send_newsletter"]
    purpose["consent"]["wording"] = {
        "nl": f"Ja, stuur mij nieuwsbrief {number}.",
        "en": f"Yes, send me number {number}.",
    }
    if wrong:
        made["acces"] = made.pop("access")
        made["owner"] = ["Marketing"]
        made["role"] = "controler"
        made["processors"] = [f"mail_sendr_{number}"]
        purpose["description"] = {"nl": f"TODO {number}"}
        purpose["data_categories"] = ["contact_detials"]
        purpose["consent"]["given_by"] = "pre_ticked_box"
        purpose["retention"]["contact_details"]["period"] = "forever"
    return made


def write(folder: Path, made: dict[str, Any]) -> Path:
    """The profile as an organisation keeps it: its activities in files of their own, beside ``profile.yaml``."""
    rest = {name: value for name, value in made.items() if name != "activities"}
    (folder / "activities").mkdir(parents=True)
    _write(folder / "profile.yaml", rest)
    names = list(made["activities"])
    for start in range(0, len(names), PER_FILE):
        part = {name: made["activities"][name] for name in names[start : start + PER_FILE]}
        _write(folder / "activities" / f"{start // PER_FILE + 1:03}.yaml", {"activities": part})
    return folder


def _write(file: Path, data: dict[str, Any]) -> None:
    dumper = type("Plain", (yaml.CSafeDumper,), {"ignore_aliases": lambda self, value: True})
    file.write_text(yaml.dump(data, Dumper=dumper, allow_unicode=True, sort_keys=False, width=120), encoding="utf-8")


def write_portfolio(folder: Path, organisations: int, activities: int) -> Path:
    """So many organisations, each with so many activities."""
    made = profile(activities)
    for number in range(1, organisations + 1):
        write(folder / f"organisation-{number:04}", made)
    return folder
