"""Findings in every format: one sound document, that says everything, and nothing that a profile wrote is obeyed."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest
from click.testing import CliRunner, Result

from gdprdocs.check import check_organisation
from gdprdocs.cli import main
from gdprdocs.diagnostic import Acceptance, Diagnostic, FieldPath, Place, Severity
from gdprdocs.language import LANGUAGES, Text
from gdprdocs.law import law
from gdprdocs.profile import Profile
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.report import REPORTERS, Findings, Style
from gdprdocs.report.job_summary import MOST, job_summary
from gdprdocs.rules import RULES, Problem, Words
from gdprdocs.rules.rule import rule
from tests.conftest import ROOT
from tests.test_report_github import HOSTILE, read_by_github
from tests.variation import data_of, write_profile

SCHEMAS = {
    "json": ROOT / "gdprdocs" / "report" / "findings.schema.json",
    "sarif": ROOT / "tests" / "schemas" / "sarif-2.1.0.json",
    "gitlab": ROOT / "tests" / "schemas" / "gitlab-code-quality.json",
}
FORGED = [
    *HOSTILE,
    "]]><testcase/>",
    '" onload="x',
    "</failure></testcase>&amp;&lt;",
    "| a | ![x](http://x.example/) <script>",
    "\\ud83d \\x00",
    "a\u0000b\ufffe\udcff",
    "é ‽ 漢字 🦊",
]
DAY = date(2026, 11, 2)
STYLE = Style("en", DAY)


def finding(
    text: str = "wrong", severity: Severity = Severity.ERROR, *, file: str = "profile.yaml", path: FieldPath = ("a", 0)
) -> Diagnostic:
    place = Place(Path("organisations", "voorbeeld", file), 5, 3, 4, f"  a: {text}")
    both = Text(nl=text, en=text)
    return Diagnostic(severity, "org-identity", both, place, both, "GDPR 13(1)(a)", path)


def findings(*found: Diagnostic, slug: str = "voorbeeld", accepted: tuple[Diagnostic, ...] = ()) -> Findings:
    return Findings(slug, Path("organisations", "voorbeeld"), found, accepted)


def accepted(text: str = "wrong") -> Diagnostic:
    because = Acceptance(text, date(2026, 1, 2), date(2026, 12, 31))
    both = Text(nl=text, en=text)
    place = Place(Path("organisations", "voorbeeld", "profile.yaml"), 7, 1, 1, "b: c")
    return Diagnostic(Severity.ADVICE, "sec-none", both, place, None, None, ("b",), because)


def made(format_: str, *organisations: Findings, style: Style = STYLE) -> str:
    return "".join(REPORTERS[format_](iter(organisations), style))


def judged(format_: str, text: str) -> Any:
    """The document as data, compared with the schema of its format."""
    if format_ == "junit":
        return ElementTree.fromstring(text)
    schema = json.loads(SCHEMAS[format_].read_text(encoding="utf-8"))
    validator = jsonschema.validators.validator_for(schema)
    validator.check_schema(schema)
    document = json.loads(text)
    validator(schema, format_checker=validator.FORMAT_CHECKER).validate(document)
    return document


MACHINE = [*SCHEMAS, "junit"]
PORTFOLIOS = [
    (),
    (findings(),),
    (findings(), findings(slug="ander")),
    (findings(finding(), finding("x", Severity.WARNING)), findings(finding("y", Severity.ADVICE), slug="ander")),
    (findings(accepted=(accepted(),)), findings(finding(), slug="ander", accepted=(accepted(),))),
]


@pytest.mark.parametrize("format_", MACHINE)
@pytest.mark.parametrize("portfolio", PORTFOLIOS, ids=len)
def test_whatever_is_found_in_a_portfolio_is_one_sound_document(format_: str, portfolio: tuple[Findings, ...]) -> None:
    judged(format_, made(format_, *portfolio))


@pytest.mark.parametrize("format_", SCHEMAS)
def test_a_schema_refuses_what_is_not_sound(format_: str) -> None:
    text = made(format_, findings(finding()))
    for name in ("message", "fingerprint", "results", "slug", "description"):
        broken = text.replace(f'"{name}"', '"x"')
        if broken != text:
            with pytest.raises(jsonschema.ValidationError):
                judged(format_, broken)


@pytest.mark.parametrize("format_", REPORTERS)
@pytest.mark.parametrize("text", FORGED, ids=ascii)
def test_no_text_of_a_profile_is_obeyed(format_: str, text: str) -> None:
    """Not in a message, the name of a file, an organisation or a key, nor in the reason of an acceptance."""
    hostile = findings(
        finding(text), finding(file=f"{text}.yaml"), finding(path=("a", text)), slug=text, accepted=(accepted(text),)
    )
    for verbose in (False, True):
        shown = made(format_, hostile, style=Style("en", DAY, verbose=verbose))
        assert all(character.isprintable() or character == "\n" for character in shown)
        commands = read_by_github(shown)
        assert [name for name, _, _ in commands] == (["error"] * 3 if format_ == "github" else [])
        if format_ in MACHINE:
            judged(format_, shown)
    if format_ == "junit":
        root = ElementTree.fromstring(shown)
        assert [len(suite) for suite in root] == [4]
        assert {element.tag for element in root.iter()} == {"testsuites", "testsuite", "testcase", "failure", "skipped"}


@pytest.mark.parametrize("format_", REPORTERS)
def test_a_report_is_written_as_organisations_are_checked(format_: str) -> None:
    """All but the annotations, of which the most serious come first."""
    seen = []

    def one_by_one() -> Iterator[Findings]:
        for name in ("een", "twee"):
            seen.append(name)
            yield findings(finding(name), slug=name)

    pieces = iter(REPORTERS[format_](one_by_one(), STYLE))
    for piece in pieces:
        if "een" in piece:
            break
    assert seen == (["een", "twee"] if format_ == "github" else ["een"])


# What stands in them


def test_json_says_everything() -> None:
    document = judged("json", made("json", findings(finding(), accepted=(accepted(),))))
    (organisation,) = document["organisations"]
    (found,) = organisation["findings"]
    assert (found["path"], found["line"], found["column"], found["end_column"]) == ("a[0]", 5, 3, 7)
    assert (found["severity"], found["article"], found["help"]) == ("error", "GDPR 13(1)(a)", "wrong")
    assert organisation["accepted"][0]["acceptance"] == {"because": "wrong", "on": "2026-01-02", "until": "2026-12-31"}
    assert document["legal_data_checked"] == "2026-11-02"
    assert document["summary"] == {"organisations": 1, "errors": 1, "warnings": 0, "advice": 0, "accepted": 1}


@pytest.mark.parametrize("language", LANGUAGES)
def test_sarif_explains_the_rules_that_it_names(language: Any) -> None:
    given = findings(finding(), finding("again"), accepted=(accepted(),))
    (run,) = judged("sarif", made("sarif", given, style=Style(language, DAY)))["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [each["id"] for each in rules] == ["org-identity", "sec-none"]
    for each in run["results"]:
        assert rules[each["ruleIndex"]]["id"] == each["ruleId"]
    for each in rules:
        assert RULES[each["id"]].reason.in_(language) in each["help"]["text"]
        assert "helpUri" not in each
    assert rules[0]["properties"]["article"].startswith("AVG" if language == "nl" else "GDPR")
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["properties"] == {"legalDataChecked": "2026-11-02"}


def test_sarif_suppresses_what_is_accepted_and_nothing_else() -> None:
    (run,) = judged("sarif", made("sarif", findings(finding(), accepted=(accepted("hierom"),))))["runs"]
    assert [each.get("suppressions") for each in run["results"]] == [
        None,
        [
            {
                "kind": "inSource",
                "status": "accepted",
                "justification": "hierom",
                "properties": {"on": "2026-01-02", "until": "2026-12-31"},
            }
        ],
    ]


def test_sarif_says_where_a_file_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "privacy").mkdir()
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    monkeypatch.chdir(tmp_path / "privacy")
    (run,) = judged("sarif", made("sarif", findings(finding(file="een naam #1.yaml"))))["runs"]
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"] == {
        "uri": "privacy/organisations/voorbeeld/een%20naam%20%231.yaml",
        "uriBaseId": "%SRCROOT%",
    }


@pytest.mark.parametrize(("strict", "failed"), [(False, 1), (True, 2)])
def test_junit_fails_where_the_program_does(strict: bool, failed: int) -> None:
    found = [finding("x", severity) for severity in Severity]
    text = made("junit", findings(*found, accepted=(accepted(),)), style=Style("en", DAY, strict=strict))
    (suite,) = judged("junit", text)
    assert suite.attrib["failures"] == str(failed) == str(len(suite.findall(".//failure")))
    assert suite.attrib["skipped"] == str(4 - failed) == str(len(suite.findall(".//skipped")))
    assert suite.attrib["tests"] == "4"


def test_junit_has_a_test_that_passes_where_nothing_was_found() -> None:
    (suite,) = judged("junit", made("junit", findings()))
    (case,) = suite
    assert (len(case), suite.attrib["tests"], suite.attrib["failures"]) == (0, "1", "0")


def test_concise_is_a_line_for_each() -> None:
    assert made("concise", findings(finding(), accepted=(accepted(),))) == (
        "organisations/voorbeeld/profile.yaml:5:3: error: wrong [org-identity]\n"
    )


@pytest.mark.parametrize("format_", ["text", "concise"])
def test_what_is_accepted_is_shown_to_those_who_want_to_see_more(format_: str) -> None:
    given = findings(accepted=(accepted("hierom"),))
    assert made(format_, given) == ""
    assert "accepted (advice): hierom [sec-none]" in made(format_, given, style=Style("en", DAY, verbose=True))


# Fingerprints


def known(folder: Path) -> dict[str, str]:
    """The fingerprints of what is found, by message."""
    checked = check_organisation(folder)
    each = Findings(checked.slug, folder, checked.diagnostics, checked.accepted)
    return {diagnostic.message.in_("en"): fingerprint for diagnostic, fingerprint in each.fingerprints.items()}


@pytest.fixture
def faulty(folder: Path) -> Path:
    """An organisation with several findings, two of them at one place."""
    shutil.copytree(ROOT / "tests" / "cases" / "org-identity--contact", folder, dirs_exist_ok=True)
    profile = folder / "profile.yaml"
    text = profile.read_text(encoding="utf-8").replace("sector:", "sektor: business\n  sector:")
    profile.write_text(text.replace("owner: Marketing", "owner: Marketing\n    role2: x"), encoding="utf-8")
    return folder


def test_fingerprints_stay_when_lines_move(faulty: Path) -> None:
    before = known(faulty)
    assert len(set(before.values())) == len(before) >= 3
    profile = faulty / "profile.yaml"
    profile.write_text("# a line\n\n" + profile.read_text(encoding="utf-8"), encoding="utf-8")
    assert known(faulty) == before


def test_fingerprints_stay_when_keys_change_places_or_move_to_another_file(faulty: Path) -> None:
    before = known(faulty)
    data = data_of(faulty)
    write_profile(faulty, {key: data[key] for key in reversed(data) if key != "activities"})
    other = {
        "format": 1,
        "activities": {name: dict(reversed(each.items())) for name, each in data["activities"].items()},
    }
    (faulty / "activities.yaml").write_text(json.dumps(other), encoding="utf-8")
    assert known(faulty) == before


def test_fingerprints_stay_when_a_message_gets_other_words() -> None:
    one, other = findings(finding("wrong")), findings(finding("mistaken"))
    assert list(one.fingerprints.values()) == list(other.fingerprints.values())


def test_fingerprints_differ_by_place_organisation_and_order() -> None:
    several = findings(finding("a"), finding("b"), finding("c", path=("d",)), accepted=(accepted(),))
    numbers = list(several.fingerprints.values())
    assert len(set(numbers)) == 4
    assert set(numbers).isdisjoint(findings(finding("a"), slug="ander").fingerprints.values())


def test_accepting_a_finding_changes_no_fingerprint() -> None:
    trial = finding("a", Severity.ADVICE)
    before = findings(trial, finding("b", path=("c",))).fingerprints[trial]
    assert findings(finding("b", path=("c",)), accepted=(trial,)).fingerprints[trial] == before


# The command


def run(*arguments: str | Path, **environment: str | None) -> Result:
    surroundings: dict[str, str | None] = {
        **dict.fromkeys(("LC_ALL", "LC_MESSAGES", "LANG", "GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "CI_PROJECT_DIR")),
        **environment,
    }
    return CliRunner(env=surroundings).invoke(main, ["validate", *map(str, arguments)])


@pytest.fixture
def place(organisations: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with two organisations: ``voorbeeld``, which is sound, and ``kapot``, which is not."""
    data = data_of(organisations / "voorbeeld")
    del data["organisation"]["contact"]
    write_profile(organisations / "kapot", data)
    monkeypatch.chdir(organisations.parent)
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    return organisations.parent


@pytest.fixture
def _warned(monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule of the test's own that warns of every activity, and one that advises on it."""

    def every_activity(profile: Profile, _: Catalogue) -> Iterator[Problem]:
        yield from (Problem(activity.path) for activity in profile.activities.values())

    words = Words("een activiteit", "Kijk ernaar.", "Het is een proef.")
    for severity in (Severity.WARNING, Severity.ADVICE):
        name = f"trial-{severity.value}"
        monkeypatch.setitem(
            RULES, name, rule(name, "trial", "-", nl=words, en=words, severity=severity)(every_activity)
        )


@pytest.mark.parametrize("format_", MACHINE)
def test_the_command_writes_one_document_of_a_portfolio(format_: str, place: Path) -> None:
    result = run("--format", format_)
    judged(format_, result.stdout)
    assert result.exit_code == 1
    assert f"2 organisations checked: 1 error (legal data checked on {law().checked.isoformat()})\n" in result.stderr


@pytest.mark.parametrize("format_", REPORTERS)
def test_a_file_gets_the_report_and_the_terminal_text(format_: str, place: Path) -> None:
    result = run("--format", format_, "--output-file", "made/report", "--color", "always")
    assert result.exit_code == 1
    assert "[org-identity]" in result.stdout
    written = (place / "made" / "report").read_text(encoding="utf-8")
    assert written == run("--format", format_, "--color", "never").stdout
    assert [path.name for path in (place / "made").iterdir()] == ["report"]


def test_a_file_that_cannot_be_written(place: Path) -> None:
    (place / "file").write_text("a file")
    result = run("--format", "json", "--output-file", "file/report")
    assert (result.exit_code, "cannot write: " in result.stderr) == (3, True)
    assert "[org-identity]" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--output-file", "report"], "--output-file goes with --format"),
        (["--format", "json", "--output-file", "/dev/null"], "no plain file"),
        (["--format", "json", "--output-file", "organisations"], "is a directory"),
    ],
)
def test_a_file_that_makes_no_sense(arguments: list[str], said: str, place: Path) -> None:
    result = run(*arguments)
    assert (result.exit_code, said in result.stderr, result.stdout) == (2, True, "")


@pytest.mark.usefixtures("_warned")
def test_warnings_count_when_asked_and_advice_never(place: Path) -> None:
    result = run("voorbeeld")
    assert (result.exit_code, "1 warning, 1 advice" in result.stderr) == (0, True)
    assert run("--strict", "voorbeeld").exit_code == 1
    data = data_of(place / "organisations" / "voorbeeld")
    accepted = [{"rule": "trial-warning", "because": "een proef", "on": "2026-11-02"}]
    write_profile(place / "organisations" / "voorbeeld", {**data, "accepted": accepted})
    result = run("--strict", "voorbeeld")
    assert (result.exit_code, "1 advice, 1 accepted" in result.stderr) == (0, True)
    assert "trial-warning" not in result.stdout
    result = run("--strict", "-v", "voorbeeld")
    assert "accepted (warning): een activiteit [trial-warning]" in result.stdout
    assert "= accepted: een proef (since 2026-11-02)" in result.stdout
    assert "= place: activities.newsletter\n" in result.stdout


@pytest.mark.usefixtures("_warned")
def test_a_build_names_warnings_and_counts_advice(place: Path) -> None:
    def built(*arguments: str) -> str:
        return (
            CliRunner().invoke(main, ["build", "--messages", "en", "--format", "html", "voorbeeld", *arguments]).stderr
        )

    assert re.search(r"^organisations/voorbeeld/profile.yaml:\d+:\d+: warning: .* \[trial-warning\]$", built(), re.M)
    assert "voorbeeld: 1 warning, 1 advice; gdprdocs validate voorbeeld says more\n" in built()
    assert "trial-advice" not in built()
    assert built("--quiet") == ""
    assert "[trial-advice]" in built("--verbose")
    assert "= help: Kijk ernaar." in built("--verbose")


# GitHub Actions


def test_in_github_actions_there_are_text_annotations_and_a_summary(place: Path) -> None:
    summary = place / "summary.md"
    summary.write_text("before\n")
    result = run(GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(summary))
    assert "[org-identity]" in result.stdout
    ((name, properties, _),) = read_by_github(result.stdout)
    assert (name, properties["file"]) == ("error", "organisations/kapot/profile.yaml")
    written = summary.read_text(encoding="utf-8")
    assert written.startswith("before\n## Check of the privacy profiles\n")
    assert law().checked.isoformat() in written
    assert re.search(r"^\| organisations/kapot/profile.yaml&#58;\d+ \| error \| .* \| org-identity \|$", written, re.M)
    assert "### voorbeeld: nothing to report\n" in written


def test_elsewhere_there_are_neither(place: Path) -> None:
    assert read_by_github(run().stdout) == []
    assert read_by_github(run("--format", "text", GITHUB_ACTIONS="true").stdout) == []


def test_a_summary_that_cannot_be_written_is_said_and_no_more(place: Path) -> None:
    result = run("voorbeeld", GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(place))
    assert (result.exit_code, f"no job summary was written: {place}: " in result.stderr) == (0, True)


def test_ten_annotations_of_each_kind_and_the_number_of_the_rest() -> None:
    kinds = [Severity.ADVICE, Severity.ERROR]
    each = [
        findings(*(finding(f"{slug}{number}", kind) for number in range(9) for kind in kinds), slug=slug)
        for slug in "abc"
    ]
    shown = made("github", *each)
    commands = read_by_github(shown)
    assert [name for name, _, _ in commands] == ["error"] * 10 + ["notice"] * 10
    assert commands[9][2].startswith("b0")
    assert shown.endswith("\nNot shown as annotations: 17 errors, 17 advices. GitHub shows 10 of each kind.\n")


@pytest.mark.parametrize("text", FORGED, ids=ascii)
def test_a_summary_is_a_table_whatever_a_profile_says(text: str) -> None:
    written = job_summary([findings(finding(text), finding(file=f"{text}.yaml"), slug=text)], STYLE)
    table = [line for line in written.splitlines() if line.startswith("|")]
    assert [line.count("|") for line in table] == [5] * 4
    assert written.count("\n#") == 1
    for mark in ("<", ">", "](", "![", "`", "\x1b", "://"):
        assert mark not in written


def test_a_summary_is_no_larger_than_github_takes() -> None:
    many = [
        findings(*(finding("x" * 300, path=(str(number),)) for number in range(50)), slug=f"s{n}") for n in range(99)
    ]
    written = job_summary(many, STYLE)
    assert len(written.encode()) <= MOST
    assert "Not everything about " in written
    assert "Not everything" not in job_summary(many[:3], STYLE)
    for room in (-1, 0, 1_500, 2_000, 5_000):
        assert len(job_summary(many, STYLE, room).encode()) <= max(0, room)
