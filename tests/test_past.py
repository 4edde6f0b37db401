"""What the history of a profile adds to its documents: their version, and when each statement changed."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pypdf
import pytest

import gdprdocs.history
from gdprdocs.build import Wanted, build, past_of
from gdprdocs.build import past as past_module
from gdprdocs.build.output import read_manifest
from gdprdocs.check import check_organisation
from gdprdocs.history import Changes
from gdprdocs.language import LANGUAGES
from gdprdocs.project import templates
from tests.html_tree import parse, text_of
from tests.repository import NAMES, Repository
from tests.test_build import files_in
from tests.test_cli import run

HTML = Wanted(formats=("html",))
STATEMENTS = {"nl": "public/nl/privacyverklaring/index.html", "en": "public/en/privacy-statement/index.html"}
ADDRESS = "Dorpsstraat 1"


@pytest.fixture(autouse=True)
def _plain_git(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_NOSYSTEM"):
        monkeypatch.setenv(name, NAMES[name])


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """The sound profile, committed on 5 January."""
    made = Repository(tmp_path / "firm")
    made.commit("2026-01-05")
    return made


def changes(folder: Path, key: str = "") -> Changes:
    return past_of(check_organisation(folder)).changes[key]


def days(folder: Path) -> list[str]:
    return [day.isoformat() for day in changes(folder).days]


def make(folder: Path, output: Path, wanted: Wanted = HTML) -> Path:
    checked = check_organisation(folder)
    (built,) = build([checked], output, wanted, past=past_of)
    assert built.diagnostics == []
    return output / checked.slug


def page(output: Path, name: str) -> Any:
    return parse((output / name).read_text(encoding="utf-8"))


# When a statement changed


def test_a_new_fact_is_a_change(repository: Repository) -> None:
    assert days(repository.folder) == []
    repository.change(ADDRESS, "Kerkstraat 2")
    repository.commit("2026-02-06")
    repository.change("period: P1M", "period: P2M")
    repository.commit("2026-03-07")
    assert changes(repository.folder) == Changes((date(2026, 3, 7), date(2026, 2, 6)))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("signed: 2025-02-01", "signed: 2025-03-01", id="the day on which an agreement was signed"),
        pytest.param("employees: 4", "employees: 5", id="a fact that decides nothing"),
        pytest.param('version: "1.0"', 'version: "2.0"', id="the number of the version"),
        pytest.param("reviewed: 2026-11-02", "reviewed: 2026-11-20", id="a review"),
        pytest.param("format: 1", "# A remark\nformat: 1", id="a remark"),
    ],
)
def test_what_a_statement_does_not_say_is_no_change_of_it(old: str, new: str, repository: Repository) -> None:
    repository.change(old, new)
    last = repository.commit("2026-02-06")
    past = past_of(check_organisation(repository.folder))
    assert past.version is not None
    assert past.version.commit == last
    assert past.changes == {"": Changes(())}


def test_a_day_counts_by_its_evening(repository: Repository) -> None:
    repository.change(ADDRESS, "Kerkstraat 2")
    repository.commit("2026-02-06T09:00:00+0100")
    repository.change("Kerkstraat 2", ADDRESS)
    repository.commit("2026-02-06T10:00:00+0100")
    assert days(repository.folder) == []
    repository.change(ADDRESS, "Kerkstraat 2")
    repository.commit("2026-03-07T09:00:00+0100")
    repository.change("Kerkstraat 2", "Laan 3")
    repository.commit("2026-03-07T10:00:00+0100")
    assert days(repository.folder) == ["2026-03-07"]


def test_what_was_merged_changed_the_statement_on_the_day_of_the_merge(repository: Repository) -> None:
    repository.git("switch", "--quiet", "-c", "work")
    repository.change(ADDRESS, "Kerkstraat 2")
    repository.commit("2026-02-01")
    repository.change("Kerkstraat 2", "Laan 3")
    repository.commit("2026-02-02")
    repository.git("switch", "--quiet", "main")
    repository.git("merge", "--quiet", "--no-ff", "-m", "merge", "work", when="2026-03-03T12:00:00+0100")
    assert days(repository.folder) == ["2026-03-03"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("format: 1", "format: [1", id="no YAML"),
        pytest.param("sector: business", "sectors: business", id="a key that does not exist"),
        pytest.param("nl: u de nieuwsbrief sturen waar u om vroeg, ", "", id="a text that a document needs"),
        pytest.param("processors:\n", "processors: [mail_sender]\nelse:\n", id="a list for a mapping"),
    ],
)
def test_a_commit_that_cannot_be_read_is_passed_over(old: str, new: str, repository: Repository) -> None:
    sound = repository.profile.read_text(encoding="utf-8")
    repository.change(old, new)
    repository.commit("2026-02-06")
    repository.profile.write_text(sound, encoding="utf-8")
    repository.commit("2026-02-07")
    assert changes(repository.folder) == Changes(())
    repository.change(ADDRESS, "Kerkstraat 2")
    repository.change(old, new)
    repository.commit("2026-03-01")
    repository.profile.write_text(sound.replace(ADDRESS, "Kerkstraat 2"), encoding="utf-8")
    repository.commit("2026-03-02")
    assert days(repository.folder) == ["2026-03-02"]


def test_a_past_that_cannot_be_read_is_said_to_be_left_out(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "firm")
    repository.change("format: 1", "format: [1")
    repository.commit("2026-01-05")
    repository.change("format: [1", "format: 1")
    repository.commit("2026-02-06")
    repository.change(ADDRESS, "Kerkstraat 2")
    repository.commit("2026-03-07")
    assert changes(repository.folder) == Changes((date(2026, 3, 7),), since=date(2026, 2, 6))


def test_a_statement_begins_without_a_change(repository: Repository) -> None:
    """Each of two statements, which one for everybody became."""
    repository.change(
        "languages: [nl, en]\n",
        "languages: [nl, en]\nstatements:\n"
        "  readers: {name: {nl: lezers, en: readers}, data_subjects: [newsletter_readers]}\n",
    )
    repository.commit("2026-02-06")
    assert changes(repository.folder, "readers") == Changes(())
    repository.change(ADDRESS, "Kerkstraat 2")
    repository.commit("2026-03-07")
    assert changes(repository.folder, "readers") == Changes((date(2026, 3, 7),))


def test_a_fact_that_is_shared(repository: Repository) -> None:
    own, _, rest = repository.profile.read_text(encoding="utf-8").partition("\nprocessors:\n")
    processors, _, roles = rest.partition("\naccess_roles:\n")
    shared = repository.top / "organisations" / "_shared" / "processors.yaml"
    shared.parent.mkdir()
    shared.write_text(f"processors:\n{processors}", encoding="utf-8")
    repository.profile.write_text(f"{own}\naccess_roles:\n{roles}", encoding="utf-8")
    repository.commit("2026-02-01")
    repository.change("Postduif Mail B.V.", "Duif Mail B.V.", shared)
    repository.commit("2026-03-01")
    repository.change("signed: 2025-02-01", "signed: 2025-03-01", shared)
    repository.commit("2026-04-01")
    assert days(repository.folder) == ["2026-03-01"]


def test_no_more_days_are_listed_than_fit(repository: Repository) -> None:
    first = date(2026, 2, 1)
    for number in range(past_module.MOST_CHANGES + 2):
        repository.profile.write_text(re.sub("straat [0-9]+", f"straat {number + 2}", repository.profile.read_text()))
        repository.commit((first + timedelta(number)).isoformat())
    found = changes(repository.folder)
    assert found.days == tuple(first + timedelta(number) for number in range(11, 1, -1))
    assert found.since == first + timedelta(2)


def test_commits_that_were_not_looked_at_are_said_to_be_left_out(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gdprdocs.history, "MOST_COMMITS", 2)
    repository.change(ADDRESS, "Kerkstraat 2")
    repository.commit("2026-02-06")
    repository.change("Kerkstraat 2", "Laan 3")
    repository.commit("2026-03-07")
    assert changes(repository.folder) == Changes((date(2026, 3, 7),), since=date(2026, 2, 6))


def test_a_statement_takes_nothing_from_the_profile_but_what_is_compared() -> None:
    """What the templates take from the page itself; all else is in the model."""
    files = [*templates().glob("privacy_statement/*.j2"), templates() / "_shared" / "page.html.j2"]
    taken = {found for file in files for found in re.findall(r"page\.profile\.(\w+)", file.read_text(encoding="utf-8"))}
    assert "organisation" in taken
    assert taken <= {"organisation", "publication", "languages", "branding"}  # branding: how it looks, not what it says


# What documents say


def test_every_document_says_its_version(repository: Repository, tmp_path: Path) -> None:
    commit = repository.head()
    output = make(repository.folder, tmp_path / "output")
    words = {"nl": f"versie 1.0 van 5 januari 2026 ({commit})", "en": f"version 1.0 of 5 January 2026 ({commit})"}
    for language in LANGUAGES:
        files = [file for file in output.rglob("*.html") if language in file.parts]
        assert len(files) > 3
        for file in files:
            foot = next(parse(file.read_text(encoding="utf-8")).iter("footer"))
            assert words[language] in text_of(foot), file


def test_what_is_not_recorded_is_said_to_be_so(repository: Repository, tmp_path: Path) -> None:
    repository.change(ADDRESS, "Kerkstraat 2")
    output = make(repository.folder, tmp_path / "output")
    said = {"nl": "), met wijzigingen die nog niet zijn vastgelegd", "en": "), with changes that are not yet recorded"}
    for language, name in STATEMENTS.items():
        assert said[language] in text_of(next(page(output, name).iter("footer")))
        assert days(repository.folder) == []


def test_the_statement_lists_when_it_changed(repository: Repository, tmp_path: Path) -> None:
    repository.change(ADDRESS, "Kerkstraat 2")
    repository.commit("2026-02-06", "a word for ourselves only")
    repository.change("Kerkstraat 2", "Laan 3")
    repository.commit("2026-03-07")
    output = make(repository.folder, tmp_path / "output")
    for name, listed in (
        (STATEMENTS["nl"], ["7 maart 2026", "6 februari 2026"]),
        (STATEMENTS["en"], ["7 March 2026", "6 February 2026"]),
    ):
        (section,) = [each for each in page(output, name).iter("section") if each.get("id") == "changes"]
        assert [text_of(item) for item in section.iter("li")] == listed
    written = b"".join(files_in(tmp_path / "output").values())
    assert b"a word for ourselves" not in written
    assert b"korenbloem@voorbeeld.example" not in written


def test_a_list_that_leaves_days_out_says_so(repository: Repository, tmp_path: Path) -> None:
    repository.change(ADDRESS, "Kerkstraat 2")
    repository.commit("2026-02-06")
    checked = check_organisation(repository.folder)
    past = past_module.Past(past_of(checked).version, {"": Changes((date(2026, 2, 6),), since=date(2026, 2, 6))})
    build([checked], tmp_path / "output", HTML, past=lambda _: past)
    text = (tmp_path / "output" / "voorbeeld" / STATEMENTS["nl"]).read_text(encoding="utf-8")
    assert "Wat vóór 6 februari 2026 veranderde, staat hier niet bij." in text


def test_without_a_past_documents_say_what_the_profile_says(organisations: Path, tmp_path: Path) -> None:
    output = make(organisations / "voorbeeld", tmp_path / "output")
    foot = text_of(next(page(output, STATEMENTS["nl"]).iter("footer")))
    assert foot == "Voorbeeld B.V. · versie 1.0 · geldt vanaf 1 december 2026"


def test_a_pdf_carries_the_day_of_its_version(repository: Repository, tmp_path: Path) -> None:
    output = make(repository.folder, tmp_path / "output", Wanted(("nl",), ("privacy-statement",), ("pdf",)))
    (file,) = output.rglob("*.pdf")
    reader = pypdf.PdfReader(file)
    assert reader.metadata["/ModDate"] == "D:20260105"
    assert f"versie 1.0 van 5 januari 2026 ({repository.head()})" in reader.pages[0].extract_text()


# The same commit, the same bytes


def test_a_clone_gives_the_same_bytes(repository: Repository, tmp_path: Path) -> None:
    repository.change(ADDRESS, "Kerkstraat 2")
    repository.commit("2026-02-06")
    clone = tmp_path / "clone"
    repository.git("clone", "--quiet", repository.top.as_uri(), str(clone))
    repository.git("-C", str(clone), "config", "core.abbrev", "40")
    make(repository.folder, tmp_path / "here")
    make(clone / "organisations" / "voorbeeld", tmp_path / "there")
    assert files_in(tmp_path / "here") == files_in(tmp_path / "there")


def test_what_was_made_of_an_earlier_commit_is_not_kept(repository: Repository, tmp_path: Path) -> None:
    make(repository.folder, tmp_path)
    first = read_manifest(tmp_path / "voorbeeld").made_from
    repository.git("commit", "--quiet", "--amend", "-m", "other words", when="2026-02-06T12:00:00+0100")
    output = make(repository.folder, tmp_path, Wanted(("nl",), ("privacy-statement",), ("html",)))
    assert read_manifest(output).made_from != first
    documents = [file for file in output.rglob("*.html") if len(file.relative_to(output).parts) == 4]
    assert documents == [output / STATEMENTS["nl"]]


# The command line


def test_the_user_hears_once_why_there_is_no_version(organisations: Path, tmp_path: Path) -> None:
    command = ["build", "--format", "html", "-o", str(tmp_path / "out"), str(organisations / "voorbeeld")]
    for language, words in (
        ("nl", "voorbeeld: de map staat niet in een git-repository; de documenten noemen de versie en de data van het"),
        ("en", "voorbeeld: the folder is in no git repository; the documents give the version and dates of the"),
    ):
        result = run(*command, "--messages", language)
        assert result.exit_code == 0
        assert result.stderr.count(words) == 1
    assert run(*command, "--quiet").stderr == ""


def test_the_user_hears_nothing_where_there_is_one(repository: Repository, tmp_path: Path) -> None:
    result = run("build", "--format", "html", "-o", str(tmp_path / "out"), str(repository.folder), "--messages", "en")
    assert result.exit_code == 0
    assert re.fullmatch(r"voorbeeld: \d+ files in \S+\n", result.stderr)
    assert repository.head() in (tmp_path / "out" / "voorbeeld" / STATEMENTS["en"]).read_text(encoding="utf-8")
