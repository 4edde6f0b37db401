"""Reading YAML: what becomes of each kind of value, and what is refused, with its rule, line and column."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from gdprdocs.diagnostic import Diagnostic
from gdprdocs.source import LIMITS, Source, read_data, read_organisation
from gdprdocs.source.reader import read_file
from tests.conftest import ROOT

Found = tuple[str, int, int]


def read(folder: Path, **files: str | bytes) -> Source:
    """The organisation in ``folder`` after writing its files; ``profile`` stands for ``profile.yaml``."""
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        path = folder / f"{name}.yaml"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_organisation(folder)


def found(source: Source) -> list[Found]:
    return [(each.rule, each.place.line, each.place.column) for each in source.diagnostics]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "organisation"


# Values ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("NO", "NO"),  # Norway: YAML 1.1 reads false
        ("no", "no"),
        ("yes", "yes"),
        ("off", "off"),
        ('"no"', "no"),
        ("y", "y"),
        ("true", True),
        ("FALSE", False),
        ('"true"', "true"),
        ("null", None),
        ("~", None),
        ("", None),
        ('"null"', "null"),
        ('""', ""),
        ("68412357", 68412357),  # a KVK number without quotes: the schema makes text of it again
        ("-4", -4),
        ("0", 0),
        ("01234567", "01234567"),  # YAML 1.1 reads an octal number
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("12:30:45", "12:30:45"),  # YAML 1.1 reads a number to base 60
        ("1.0", "1.0"),  # a version: as a number it would lose its nought
        (".inf", ".inf"),
        ("99999999999999999999", "99999999999999999999"),
        ("2026-12-01", "2026-12-01"),  # text: the schema reads dates
        ("2026-12-01T10:00:00Z", "2026-12-01T10:00:00Z"),
        ("=", "="),
        ("P1M", "P1M"),
        ("[NL, NO, DE]", ["NL", "NO", "DE"]),
        ("{nl: ja, en: yes}", {"nl": "ja", "en": "yes"}),
        ("{}", {}),
        ("één", "één"),
        ("|\n  twee\n  regels\n", "twee\nregels\n"),
        (">-\n  gevouwen\n  tekst\n", "gevouwen tekst"),
    ],
)
def test_a_value_is_read_as_it_is_written(folder: Path, written: str, value: Any) -> None:
    source = read(folder, profile=f"format: {written}\n")
    assert source.diagnostics == []
    assert source.data["format"] == value
    assert type(source.data["format"]) is type(value)


@pytest.mark.parametrize("key", ["NO", "no", "true", "null", "2026", "01", "1.5", '"no"'])
def test_a_key_is_always_text(folder: Path, key: str) -> None:
    assert list(read(folder, profile=f"{key}: 1\n").data) == [key.strip('"')]


# What is refused ------------------------------------------------------------------------------------------------------

BRACKETS = LIMITS.depth - 1  # the mapping around them is a level too


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: &x 1\n", [("yaml-alias", 1, 4)], id="anchor"),
        pytest.param("a: &x {b: 1}\n", [("yaml-alias", 1, 4)], id="anchor of a mapping"),
        pytest.param("a: *x\n", [("yaml-alias", 1, 4)], id="alias"),
        pytest.param("a: 1\nb:\n  - *x\n", [("yaml-alias", 3, 5)], id="alias in a list"),
        pytest.param("a: &x [*x]\n", [("yaml-alias", 1, 4), ("yaml-alias", 1, 8)], id="list that holds itself"),
        pytest.param("*x : 1\n", [("yaml-alias", 1, 1)], id="alias as key"),
        pytest.param("a:\n  <<: {b: 1}\n", [("yaml-alias", 2, 3)], id="merge"),
        pytest.param("a: !!python/object/apply:os.system [id]\n", [("yaml-tag", 1, 4)], id="Python tag"),
        pytest.param("a: !Ref b\n", [("yaml-tag", 1, 4)], id="tag"),
        pytest.param("a: !!str 1\n", [("yaml-tag", 1, 4)], id="standard tag"),
        pytest.param("a: 1\n---\nb: 2\n", [("yaml-documents", 2, 1)], id="second document"),
        pytest.param("a: 1\nb: 2\na: 3\n", [("yaml-duplicate", 3, 1)], id="duplicate key"),
        pytest.param("a: {b: 1, 'b': 2}\n", [("yaml-duplicate", 1, 11)], id="duplicate key in quotes"),
        pytest.param("a:\n  ? [b, c]\n  : 1\n", [("yaml-key", 2, 5)], id="list as key"),
        pytest.param("a:\n  ? {b: 1}\n  : {c: 2}\nd: 3\n", [("yaml-key", 2, 5)], id="mapping as key"),
        pytest.param('a:\n  "": 1\n', [("yaml-key", 2, 3)], id="empty key"),
        pytest.param(f"{'k' * 101}: 1\n", [("yaml-key", 1, 1)], id="long key"),
        pytest.param(f"a: {'[' * BRACKETS}{']' * BRACKETS}\n", [], id="50 deep"),
        pytest.param(
            f"a: {'[' * (BRACKETS + 1)}{']' * (BRACKETS + 1)}\n", [("yaml-depth", 1, 4 + BRACKETS)], id="51 deep"
        ),
        pytest.param(f"a: {'[' * 100_000}\n", [("yaml-depth", 1, 4 + BRACKETS)], id="100,000 brackets"),
        pytest.param(f"a: {'x' * LIMITS.text}\n", [], id="text at the limit"),
        pytest.param(f"a:\n  b: {'x' * (LIMITS.text + 1)}\n", [("yaml-text-length", 2, 6)], id="text over the limit"),
        pytest.param("a: \u202etxet\n", [("yaml-character", 1, 4)], id="bidirectional control"),
        pytest.param('a: "\\u202etxet"\n', [("yaml-character", 1, 4)], id="bidirectional control as escape"),
        pytest.param("a: b\u200bc\n", [("yaml-character", 1, 5)], id="zero-width space"),
        pytest.param("a: b\x00c\n", [("yaml-character", 1, 5)], id="NUL"),
        pytest.param('a: "b\\0c"\n', [("yaml-character", 1, 4)], id="NUL as escape"),
        pytest.param("a: b\x1b[31mc\n", [("yaml-character", 1, 5)], id="terminal escape"),
        pytest.param("# \u2066 hidden\na: b\n", [("yaml-character", 1, 3)], id="in a comment"),
        pytest.param("a: 1\u2028\nb: 1\na: 2\n", [("yaml-character", 1, 5), ("yaml-duplicate", 3, 1)], id="U+2028"),
        pytest.param("a: 1\x85\nb: 1\na: 2\n", [("yaml-character", 1, 5), ("yaml-duplicate", 3, 1)], id="U+0085"),
        pytest.param("a: \ue000b\n", [("yaml-character", 1, 4)], id="mark of a gap"),
        pytest.param("a\u202eb: 1\n", [("yaml-character", 1, 2)], id="in a key"),
        pytest.param('"a\\u202eb": 1\n', [("yaml-character", 1, 1)], id="in a key as escape"),
        pytest.param("a:\n\tb: 1\n", [("yaml-syntax", 2, 1)], id="tab as indentation"),
        pytest.param("a: b: c\n", [("yaml-syntax", 1, 5)], id="colon in a text"),
        pytest.param("a: @b\n", [("yaml-syntax", 1, 4)], id="reserved character"),
        pytest.param("a: [b\nc: d\n", [("yaml-syntax", 2, 2)], id="open bracket"),
        pytest.param('a: "b\n', [("yaml-syntax", 2, 1)], id="open quote"),
        pytest.param("%YAML 3.0\n---\na: 1\n", [("yaml-syntax", 1, 1)], id="unknown version"),
        pytest.param("%TAG ! !x\n---\na: 1\n", [], id="a directive is harmless"),
        pytest.param("- a\n- b\n", [("yaml-top", 1, 1)], id="list at the top"),
        pytest.param("words\n", [("yaml-top", 1, 1)], id="text at the top"),
        pytest.param("", [("yaml-top", 1, 1)], id="empty file"),
        pytest.param("# nothing yet\n", [("yaml-top", 1, 1)], id="only a comment"),
        pytest.param("a: 1\r\nb: [x,\r\n  \u200by]\r\n", [("yaml-character", 3, 3)], id="CRLF"),
        pytest.param("a: 1\r\nb: 2\r\na: 3\r\n", [("yaml-duplicate", 3, 1)], id="duplicate key after CRLF"),
        pytest.param("é: ü\né: 1\n", [("yaml-duplicate", 2, 1)], id="letters of two bytes"),
        pytest.param("{é: ü, ö: 1, ö: 2}\n", [("yaml-duplicate", 1, 14)], id="columns count characters"),
        pytest.param("{é: 😀, ö: 1, ö: 2}\n", [("yaml-duplicate", 1, 14)], id="an emoji is one character"),
    ],
)
def test_text_is_refused(folder: Path, text: str, expected: list[Found]) -> None:
    assert found(read(folder, profile=text)) == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param("a: 1\nb: café\n".encode("latin-1"), [("yaml-encoding", 2, 7)], id="Latin-1"),
        pytest.param("é: ü café".encode() + b"\xe9\n", [("yaml-encoding", 1, 10)], id="one wrong byte"),
        pytest.param("a: 1\n".encode("utf-16"), [("yaml-encoding", 1, 1)], id="UTF-16"),
        pytest.param(b"a: \xed\xa0\x80\n", [("yaml-encoding", 1, 4)], id="half a surrogate pair"),
        pytest.param(b"\xef\xbb\xbfa: 1\n", [], id="byte order mark"),
        pytest.param(b"\xef\xbb\xbfa: 1\na: 2\n", [("yaml-duplicate", 2, 1)], id="place after a byte order mark"),
        pytest.param(b"\xef\xbb\xbfa: &x 1\n", [("yaml-alias", 1, 4)], id="column after a byte order mark"),
        pytest.param(b"a: 1\n".ljust(LIMITS.size, b"\n"), [], id="1 MiB"),
        pytest.param(b"a: 1\n".ljust(LIMITS.size + 1, b"\n"), [("yaml-size", 1, 1)], id="1 MiB and one byte"),
        pytest.param(b"a: [" + b"1," * (LIMITS.values - 3) + b"]\n", [], id="100,000 values, keys and lists included"),
        pytest.param(
            b"a: [" + b"1," * (LIMITS.values - 2) + b"]\n",
            [("yaml-values", 1, len("a: [") + 2 * (LIMITS.values - 3) + 1)],
            id="100,001 values",
        ),
    ],
)
def test_bytes_are_refused(folder: Path, content: bytes, expected: list[Found]) -> None:
    assert found(read(folder, profile=content)) == expected


def test_a_file_that_was_refused_says_nothing_by_what_it_lacks(folder: Path) -> None:
    assert read(folder, profile="a: 1\n").complete
    for text in ("a: [", "a: *b\n", "a: !b\n", "a:\n  <<: {b: 1}\n", "words\n"):
        assert not read(folder, profile=text).complete, text


# Files and folders ----------------------------------------------------------------------------------------------------


def test_a_link_is_not_followed(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_text("format: 1\n")
    folder.mkdir()
    (folder / "profile.yaml").symlink_to(outside)
    source = read_organisation(folder)
    assert found(source) == [("yaml-unreadable", 1, 1)]
    assert source.data == {}


def test_a_folder_with_the_name_of_a_file_is_unreadable(folder: Path) -> None:
    (folder / "profile.yaml").mkdir(parents=True)
    assert found(read_organisation(folder)) == [("yaml-unreadable", 1, 1)]


def test_a_linked_folder_is_not_read(folder: Path, tmp_path: Path) -> None:
    read(tmp_path / "elsewhere", secret="owner: somebody else\n")
    read(folder, profile="format: 1\n")
    (folder / "activities").symlink_to(tmp_path / "elsewhere")
    assert read_organisation(folder).data == {"format": 1}


@pytest.mark.parametrize("name", [".hidden.yaml", ".git/config.yaml", "wording/clause.yaml", "notes.txt"])
def test_other_files_are_no_part_of_the_profile(folder: Path, name: str) -> None:
    read(folder, profile="format: 1\n")
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("a: [")
    assert found(read_organisation(folder)) == []


def test_several_files_make_one_profile_and_everything_keeps_its_place(folder: Path) -> None:
    (folder / "activities").mkdir(parents=True)
    (folder / "activities" / "staff.yml").write_text("activities:\n  payroll:\n    owner: HR\n")
    source = read(folder, profile="format: 1\nactivities:\n  news: {owner: Marketing}\n", suppliers="processors: {}\n")
    assert source.diagnostics == []
    assert source.data["activities"] == {"news": {"owner": "Marketing"}, "payroll": {"owner": "HR"}}
    news = source.place(("activities", "news", "owner"))
    payroll = source.place(("activities", "payroll", "owner"))
    assert (news.file.name, news.line, news.column, news.length) == ("profile.yaml", 3, 17, 9)
    assert (payroll.file.name, payroll.line, payroll.column, payroll.length) == ("staff.yml", 3, 12, 2)
    assert source.place(("processors",), key=True).file.name == "suppliers.yaml"


@pytest.mark.parametrize(
    ("path", "key", "expected"),
    [
        (("activities", "news", "owner"), False, (3, 12, 9)),  # the value
        (("activities", "news", "owner"), True, (3, 5, 5)),  # its key
        (("activities", "news", "role"), False, (2, 3, 4)),  # what is missing: the key of its nearest parent
        (("activities", "other", "owner", "name"), False, (1, 1, 10)),
        (("activities", "news", "access", 1), False, (4, 22, 3)),  # a word in a list, by its position
        (("activities", "news", "access", "two"), False, (4, 22, 3)),  # and by the word itself
        (("activities", "news", "access", "four"), False, (4, 5, 6)),
        (("nothing",), False, (1, 1, 1)),
        ((), False, (1, 1, 1)),
    ],
)
def test_a_path_has_a_place(folder: Path, path: tuple[str | int, ...], key: bool, expected: tuple[int, ...]) -> None:
    text = "activities:\n  news:\n    owner: Marketing\n    access: [one,    two, three]\n"
    place = read(folder, profile=text).place(path, key=key)
    assert (place.line, place.column, place.length) == expected


def test_an_id_in_two_files_names_both_places(folder: Path) -> None:
    twice = "format: 1\nactivities:\n  news: {owner: HR}\n"
    source = read(folder, profile="activities:\n  news: {owner: Marketing}\n", more=twice)
    (only,) = source.diagnostics
    assert (only.rule, only.place.file.name, only.place.line, only.place.column) == (
        "yaml-duplicate",
        "more.yaml",
        3,
        3,
    )
    assert "profile.yaml:2" in only.message.in_("en")
    assert source.data["activities"]["news"] == {"owner": "Marketing"}


def test_a_single_key_in_two_files_names_both_places(folder: Path) -> None:
    source = read(folder, profile="format: 1\nlanguages: [nl]\n", more="format: 1\nlanguages: [en]\n")
    (only,) = source.diagnostics  # the same format in each file is allowed
    assert found(source) == [("yaml-duplicate", 2, 1)]
    assert only.place.file.name == "more.yaml"
    assert "profile.yaml:2" in only.message.in_("en")


# What organisations share ---------------------------------------------------------------------------------------------


def test_shared_entries_join_only_where_they_are_named(folder: Path, tmp_path: Path) -> None:
    shared = "processors:\n  mail:\n    measures: [seal]\n  host: {name: Host}\nmeasures:\n  seal: {kind: technical}\n"
    read(tmp_path / "_shared", everything=shared)
    source = read(folder, profile="activities:\n  news:\n    processors: [mail]\n")
    assert source.data["processors"] == {"mail": {"measures": ["seal"]}}  # named by the activity
    assert source.data["measures"] == {"seal": {"kind": "technical"}}  # named by what was named
    assert source.place(("processors", "mail", "measures", "seal")).file.name == "everything.yaml"


def test_an_own_entry_goes_before_a_shared_one(folder: Path, tmp_path: Path) -> None:
    read(tmp_path / "_shared", everything="processors:\n  mail: {name: Shared}\n")
    source = read(folder, profile="processors:\n  mail: {name: Own}\nuses: [mail]\n")
    assert source.data["processors"] == {"mail": {"name": "Own"}}
    assert source.diagnostics == []


def test_an_own_entry_says_what_differs_from_the_shared_one(folder: Path, tmp_path: Path) -> None:
    shared = "processors:\n  mail:\n    name: Shared\n    agreement: {term: fixed, signed: 2025-01-01}\n"
    read(tmp_path / "_shared", everything=shared)
    source = read(folder, profile="processors:\n  mail:\n    agreement: {signed: 2026-02-02, ends: 2027-02-02}\n")
    agreement = {"term": "fixed", "signed": "2026-02-02", "ends": "2027-02-02"}
    assert source.data["processors"] == {"mail": {"name": "Shared", "agreement": agreement}}
    assert source.place(("processors", "mail", "agreement", "signed")).file.name == "profile.yaml"
    assert source.place(("processors", "mail", "agreement", "term")).file.name == "everything.yaml"
    assert source.place(("processors", "mail", "name")).file.name == "everything.yaml"


def test_only_what_can_be_shared_is_shared(folder: Path, tmp_path: Path) -> None:
    read(tmp_path / "_shared", everything="activities:\n  news: {owner: Somebody}\n")
    assert "activities" not in read(folder, profile="uses: [news]\n").data


@pytest.mark.parametrize(
    ("own", "shared", "joined"),
    [
        ("processors: [mail]", "processors:\n  mail: {name: Shared}", ["mail"]),
        ("processors: mail", "processors:\n  mail: {name: Shared}", "mail"),
        ("processors:\nrecipients: [mail]", "processors:\n  mail: {name: Shared}", {"mail": {"name": "Shared"}}),
        ("recipients: [mail]", "processors: [mail]", None),
    ],
)
def test_a_section_that_holds_no_entries_is_left_as_it_is(
    own: str, shared: str, joined: object, folder: Path, tmp_path: Path
) -> None:
    """The schema says what is wrong with it."""
    read(tmp_path / "_shared", everything=f"{shared}\n")
    source = read(folder, profile=f"{own}\n")
    assert source.data.get("processors") == joined


def test_a_fault_in_what_is_shared_is_reported(folder: Path, tmp_path: Path) -> None:
    read(tmp_path / "_shared", everything="processors: [\n")
    source = read(folder, profile="format: 1\n")
    assert [each.place.file.name for each in source.diagnostics] == ["everything.yaml"]
    assert not source.complete


def test_a_message_exists_in_both_languages(folder: Path) -> None:
    diagnostics: list[Diagnostic] = read(folder, profile="a: &x 1\na: 2\n").diagnostics
    assert [(each.message.has("nl"), each.message.has("en")) for each in diagnostics] == [(True, True)] * 2


# Files that come with the program ------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", sorted((ROOT / "gdprdocs" / "law").rglob("*.yaml")), ids=lambda path: path.stem)
def test_a_trusted_file_is_what_careful_reading_makes_of_it(path: Path) -> None:
    """The program reads its legal data without looking twice; this looks."""
    file = read_file(path)
    assert file.diagnostics == []
    assert read_data(path) == file.data


def test_the_choices_of_a_new_profile_are_sound_too() -> None:
    path = ROOT / "gdprdocs" / "starter" / "choices.yaml"
    assert read_file(path).diagnostics == []
    assert read_data(path) == read_file(path).data
