"""Two judges of one profile: the program's schema and the JSON Schema that editors get from it.

Sound profiles are damaged in one place, at random but always alike, and both must say the same: that the profile is
sound, or where it is not. What JSON Schema cannot say is :func:`only_ours`, and each of those has a test that it is so.
"""

from __future__ import annotations

import copy
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker, ValidationError, validators

from gdprdocs.diagnostic import FieldPath
from gdprdocs.schema import SECTIONS, ShapeError, check_shape, in_form
from gdprdocs.schema.json_schema import json_schema
from gdprdocs.schema.message import overlaps
from tests.conftest import EXAMPLES, ROOT
from tests.variation import Data, data_of, put

Schema = dict[str, Any]
SCHEMA: Schema = json_schema("en")
CASES = ROOT / "tests" / "cases"
SOUND = tuple(sorted(folder.name for folder in CASES.glob("sound*")))
CATALOGUE_ONLY = ("dpia_kinds", "retention_periods", "supervisory_authorities")

WRONG: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 5, 1_000_000, "", " ", "\t", "x", "none", "nonne", "data_subject", "all", "at_once",
    "2026-12-01", "2026-02-30", "2026-13-01", "0000-01-01", "2026-1-1", "2026-12-01T10:00:00",
    "P7Y", "P0D", "P", "PT", "P1Y6M", "PT24H", "7 years", "p7y", "P1.5Y", "P12345Y", "forever", "P1W2D",
    "NL", "UK", "nl", "EU", "a@b.example", "a@b", "a b@c.example", "https://a.example", "http://a.example",
    "https://a.example/a b", "030 123 45 67", "+31301234567", "12", "#1f5f8b", "#fff", "logo.svg", "../logo.svg",
    "contact_details", "customers", "encryption_in_transit", "nl_ap", "nl_fiscal_records", "GDPR 32(1)(a)",
    "my_own", "My-Own", "_own", "own_", "a" * 64, "a" * 201, "é" * 200, "consent", "controller", "public", "en",
    [], ["nl"], ["nl", "nl"], [None], [[]], [{}], ["data_subject"], ["contact_details"] * 2, ["NL"], ["2026-12-01"],
    {}, {"nl": "tekst", "en": "text"}, {"nl": "tekst"}, {"de": "Text"}, {"nl": ""}, {"nl": 5}, {"nl": []},
    {"nl": ["a"], "en": ["b"]}, {"nl": ["a"], "en": ["a", "b"]}, {"name": "x"}, {"party": "x"},
    {"my_own": {}}, {"My-Own": {}}, {"contact_details": {}}, {"my_own": None},
)  # fmt: skip
"""Values, most of them wrong wherever they stand, and each of them right somewhere."""


def places(value: Any, path: FieldPath = ()) -> Iterator[FieldPath]:
    """Every place in ``value``, itself included."""
    yield path
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in steps:
        yield from places(inner, (*path, step))


def at(data: Any, path: FieldPath) -> Any:
    for step in path:
        data = data[step]
    return data


Damage = Callable[[random.Random, Any, Any], None]
"""Changes what stands in a mapping or list (second) under a key or number (third)."""


def put_wrong(chance: random.Random, holder: Any, step: Any) -> None:
    holder[step] = copy.deepcopy(chance.choice(WRONG))


def delete(_: random.Random, holder: Any, step: Any) -> None:
    del holder[step]


def rename(chance: random.Random, holder: Any, step: Any) -> None:
    if isinstance(holder, dict):
        name = chance.choice([f"{step}s", str(step)[:-1] or "x", str(step).upper(), "name", "contact_details", "a-b"])
        holder[name] = holder.pop(step)
    else:
        put_wrong(chance, holder, step)


def add(chance: random.Random, holder: Any, step: Any) -> None:
    value = copy.deepcopy(chance.choice(WRONG))
    if isinstance(holder, list):
        holder.insert(step, value)
    else:
        holder[chance.choice(["extra", "name", "nl", "de", "contact_details", "all", "my_own", "transfer"])] = value


def repeat(chance: random.Random, holder: Any, step: Any) -> None:
    if isinstance(holder, list):
        holder.append(copy.deepcopy(holder[step]))
    else:
        holder[step] = [holder[step]]


def unwrap(chance: random.Random, holder: Any, step: Any) -> None:
    value = holder[step]
    inner = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else [{step: value}]
    holder[step] = inner[0] if inner else chance.choice(WRONG)


def respell(chance: random.Random, holder: Any, step: Any) -> None:
    value = holder[step]
    if isinstance(value, str) and in_form("date", value):
        holder[step] = chance.choice(
            [f"{value[:5]}02-30", f"{value[:5]}13-01", value[2:], f"{value}T10:00", f"{value}\n"]
        )
    elif isinstance(value, str):
        holder[step] = chance.choice(
            [value.upper(), f"{value} ", f" {value}", f"{value}\n", value[:-1], f"{value}x", value * 40, f"-{value}"]
        )
    elif isinstance(value, bool):
        holder[step] = str(value).lower()
    elif isinstance(value, int):
        holder[step] = chance.choice([str(value), -value, value + 10, bool(value)])
    else:
        put_wrong(chance, holder, step)


def take_from_elsewhere(chance: random.Random, holder: Any, step: Any) -> None:
    """A sound value in the wrong place."""
    holder[step] = copy.deepcopy(at(holder, chance.choice(list(places(holder)))))


DAMAGES: tuple[Damage, ...] = (put_wrong, delete, rename, add, repeat, unwrap, respell, take_from_elsewhere)


def damaged(data: Data, chance: random.Random, kind: Damage) -> Data:
    """``data`` with damage of one kind, somewhere."""
    changed = copy.deepcopy(data)
    path = chance.choice([path for path in places(changed) if path])
    kind(chance, at(changed, path[:-1]), path[-1])
    return changed


def only_ours(error: ShapeError) -> bool:
    """Whether an error is one that JSON Schema cannot find: it takes more than the value and where it stands."""
    if error.code == "undefined":  # what the profile itself defines
        section = error.constraint[0]
        return section not in CATALOGUE_ONLY and in_form("id", error.value)
    # In which languages this profile is; whether lists in two languages are as long.
    return error.code in ("no-language", "uneven")


def pattern(_: Any, wanted: str, value: Any, __: Any) -> Iterator[ValidationError]:
    """As ECMA-262 has it: for Python, ``$`` also stands before a line break at the end."""
    if isinstance(value, str) and not re.search(re.sub(r"\$$", r"\\Z", wanted), value):
        yield ValidationError(f"{value!r} does not match {wanted!r}")


Judge = validators.extend(Draft202012Validator, {"pattern": pattern})


def judge_of(schema: Schema) -> Any:
    return Judge(schema, format_checker=FormatChecker())


JUDGE = judge_of(SCHEMA)


def disagreement(data: Data, judge: Any = JUDGE) -> str | None:
    """What one of the judges says and the other does not."""
    ours = check_shape(data)[0]
    theirs: list[FieldPath] = [tuple(error.absolute_path) for error in judge.iter_errors(data)]
    for error in ours:
        if not only_ours(error) and not any(overlaps(path, error.path) for path in theirs):
            return f"only the program: {error}"
    for path in theirs:
        if not any(overlaps(path, error.path) for error in ours):
            return f"only the JSON Schema: {path}"
    return None


def slices(data: Data) -> Iterator[Data]:
    """A profile for each entry and each single key: small ones that together hold everything.

    What they refer to is gone, which both judges must bear: the ids are of sound form.
    """
    base = {name: data[name] for name in ("format", "organisation", "publication")}
    for name, value in data.items():
        if name not in SECTIONS:
            yield base | {name: value}
        else:
            yield from (base | {name: {id_: entry}} for id_, entry in value.items())


def test_a_thousand_damaged_profiles_are_judged_alike() -> None:
    judged, codes = 0, Counter[str]()
    for name in SOUND:
        data, chance = data_of(CASES / name), random.Random(name)
        for each in [data, *(damaged(data, chance, kind) for kind in DAMAGES * 5)]:
            assert disagreement(each) is None
            codes.update({error.code for error in check_shape(each)[0]} or {"sound"})
            judged += 1
    assert judged > 1000
    assert 0 < codes["sound"] < judged / 3
    assert set(codes) >= {
        "unknown-key", "missing-key", "wrong-type", "unknown-value", "empty", "too-long", "form", "twice",
        "none-or-more", "undefined", "no-language",
    }  # fmt: skip


@pytest.mark.parametrize("slug", EXAMPLES)
def test_damaged_parts_of_an_example_are_judged_alike(slug: str) -> None:
    parts, chance = list(slices(data_of(ROOT / "organisations" / slug))), random.Random(slug)
    assert len(parts) > 100
    for part in parts:
        assert disagreement(part) is None
        for kind in chance.sample(DAMAGES, 4):
            assert disagreement(damaged(part, chance, kind)) is None


def without(value: Any, keyword: str) -> Any:
    """A schema without what one keyword asks."""
    if isinstance(value, list):
        return [without(item, keyword) for item in value]
    if not isinstance(value, dict):
        return value
    fields = value.get("type") != "object" and all(isinstance(inner, dict) for inner in value.values())
    return {key: without(inner, keyword) for key, inner in value.items() if key != keyword or fields}


OWN = ("data_categories", "own")
NAMED = {"name": {"nl": "a", "en": "a"}}


@pytest.mark.parametrize(
    ("keyword", "path", "value"),
    [
        ("additionalProperties", ("organisation", "extra"), 1),
        ("anyOf", ("organisation", "representative"), "nonne"),
        ("enum", ("activities", "newsletter", "role"), "owner"),
        ("format", ("publication", "effective"), "2026-02-30"),
        ("maxLength", ("organisation", "name"), "a" * 201),
        ("minItems", OWN, NAMED | {"items": {"nl": [], "en": []}}),
        ("minimum", ("organisation", "employees"), -1),
        ("maximum", ("processors", "mail_sender", "transfer"), {"module": 5}),
        ("pattern", ("organisation", "contact", "email"), "post@here"),
        ("propertyNames", ("data_categories", "My-Own"), NAMED),
        ("required", OWN, {}),
        ("type", ("publication", "version"), ["1.0"]),
        ("uniqueItems", ("languages",), ["nl", "en", "nl"]),
    ],
)
def test_a_json_schema_that_asks_less_is_found_out(keyword: str, path: FieldPath, value: Any) -> None:
    """Each keyword refuses what no other does, so none of them is there in vain."""
    data = data_of(CASES / "sound")
    data["data_categories"] = {}
    put(data, path, value)
    assert disagreement(data) is None
    assert str(disagreement(data, judge_of(without(SCHEMA, keyword)))).startswith("only the program")


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        (("activities", "newsletter", "processors"), ["nobody"], "undefined"),
        (("activities", "newsletter", "name"), {"nl": "Nieuwsbrief"}, "no-language"),
        (OWN, NAMED | {"items": {"nl": ["a"], "en": ["a", "b"]}}, "uneven"),
    ],
    ids=["undefined", "no-language", "uneven"],
)
def test_what_json_schema_cannot_say_is_left_to_the_program(path: FieldPath, value: Any, code: str) -> None:
    data = data_of(CASES / "sound")
    data["data_categories"] = {}
    put(data, path, value)
    assert {error.code for error in check_shape(data)[0]} == {code}
    assert list(JUDGE.iter_errors(data)) == []


@pytest.mark.parametrize(("read", "typed"), [("1.0", 1.0), ("0301234567", 301234567), (12345, 12345)])
def test_what_an_editor_takes_for_a_number_may_stand_where_text_often_looks_like_one(read: Any, typed: float) -> None:
    """The program's reader keeps 1.0 and 0301234567 as text; YAML 1.2 has numbers there, and editors read that."""
    for path in (("publication", "version"), ("organisation", "contact", "phone")):
        data = data_of(CASES / "sound")
        if path[-1] == "phone" and read == "1.0":
            continue
        put(data, path, read)
        assert check_shape(data)[0] == []
        put(data, path, typed)
        assert list(JUDGE.iter_errors(data)) == []
