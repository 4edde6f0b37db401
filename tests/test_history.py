"""What git is asked about a profile, in real repositories: the version of its documents, or why they have none."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

import gdprdocs.history
from gdprdocs.build.past import _files
from gdprdocs.check import check_organisation
from gdprdocs.history import History, Version, absence, history_of
from tests.conftest import MERIDIAAN
from tests.repository import NAMES, Repository

NEW_FACT = ("Dorpsstraat 1", "Kerkstraat 2")


@pytest.fixture(autouse=True)
def _plain_git(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_NOSYSTEM"):
        monkeypatch.setenv(name, NAMES[name])


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "firm")


def history(folder: Path) -> History:
    checked = check_organisation(folder)
    assert checked.profile is not None
    return history_of(_files(checked, checked.profile))


def is_clean(folder: Path) -> bool:
    found = history(folder)
    assert found.version is not None, found.absence
    return found.version.clean


# The version


def test_the_version_is_the_last_commit_of_the_folder(repository: Repository) -> None:
    repository.commit("2026-01-05")
    repository.change(*NEW_FACT)
    last = repository.commit("2026-02-06")
    (repository.top / "README.md").write_text("of something else")
    repository.commit("2026-03-07")
    found = history(repository.folder)
    assert found.version == Version(last, date(2026, 2, 6), clean=True)
    assert [state.day for state in found.states] == [date(2026, 2, 6), date(2026, 1, 5)]
    assert found.whole


def test_the_day_is_that_of_the_committer(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.commit("2026-03-01T23:30:00-0500")
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    version = history(repository.folder).version
    assert version is not None
    assert version.day == date(2026, 3, 1)


def test_what_was_merged_counts_from_its_merge(repository: Repository) -> None:
    repository.commit("2026-01-05")
    repository.git("switch", "--quiet", "-c", "work")
    repository.change(*NEW_FACT)
    repository.commit("2026-02-01")
    repository.change("privacy@", "vragen@")
    repository.commit("2026-02-02")
    repository.git("switch", "--quiet", "main")
    repository.git("merge", "--quiet", "--no-ff", "-m", "merge", "work", when="2026-03-03T12:00:00+0100")
    found = history(repository.folder)
    assert found.version == Version(repository.head(), date(2026, 3, 3), clean=True)
    assert [state.day for state in found.states] == [date(2026, 3, 3), date(2026, 1, 5)]


def test_a_folder_that_was_only_moved_keeps_its_past(repository: Repository) -> None:
    repository.commit("2026-01-05")
    repository.git("mv", "organisations", "clients")
    repository.commit("2026-02-01")
    repository.git("mv", "clients/voorbeeld", "clients/nieuw")
    repository.commit("2026-03-01")
    days = [state.day for state in history(repository.top / "clients" / "nieuw").states]
    assert days == [date(2026, 3, 1), date(2026, 2, 1), date(2026, 1, 5)]


def test_a_folder_that_looks_like_one_that_went_is_not_taken_for_it(repository: Repository) -> None:
    """It might be another organisation, made from the same example."""
    repository.commit("2026-01-05")
    repository.git("mv", "organisations/voorbeeld", "organisations/ander")
    other = repository.top / "organisations" / "ander"
    repository.change("Voorbeeld B.V.", "Ander B.V.", other / "profile.yaml")
    repository.commit("2026-02-01")
    assert [state.day for state in history(other).states] == [date(2026, 2, 1)]


def test_no_more_commits_are_read_than_allowed(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gdprdocs.history, "MOST_COMMITS", 2)
    for day in ("2026-01-01", "2026-01-02", "2026-01-03"):
        repository.change("employees: 4", "employees: 44")
        repository.commit(day)
    found = history(repository.folder)
    assert [state.day for state in found.states] == [date(2026, 1, 3), date(2026, 1, 2)]
    assert not found.whole


def test_a_profile_may_be_the_whole_repository(repository: Repository) -> None:
    shutil.move(repository.top / ".git", repository.folder / ".git")
    repository.top = repository.folder
    last = repository.commit("2026-01-05")
    assert history(repository.folder).version == Version(last, date(2026, 1, 5), clean=True)


def test_a_repository_with_long_hashes(repository: Repository) -> None:
    shutil.rmtree(repository.top / ".git")
    repository.git("init", "--quiet", "--object-format=sha256")
    last = repository.commit("2026-01-05")
    assert history(repository.folder).version == Version(last, date(2026, 1, 5), clean=True)


def test_another_work_tree_of_the_repository(repository: Repository, tmp_path: Path) -> None:
    last = repository.commit("2026-01-05")
    repository.git("worktree", "add", "--quiet", "-b", "other", str(tmp_path / "other"))
    folder = tmp_path / "other" / "organisations" / "voorbeeld"
    assert history(folder).version == Version(last, date(2026, 1, 5), clean=True)


def test_a_submodule_has_a_history_of_its_own(repository: Repository, tmp_path: Path) -> None:
    inner = Repository(tmp_path / "inner")
    last = inner.commit("2026-01-05")
    allow = "protocol.file.allow=always"
    repository.git("-c", allow, "submodule", "--quiet", "add", inner.top.as_uri(), "inner")
    repository.commit("2026-02-01")
    folder = repository.top / "inner" / "organisations" / "voorbeeld"
    assert (repository.top / "inner" / ".git").is_file()
    assert history(folder).version == Version(last, date(2026, 1, 5), clean=True)


def test_folders_with_odd_names(tmp_path: Path) -> None:
    repository = Repository(tmp_path / " été [x]*:(top)\nnext")
    last = repository.commit("2026-01-05")
    assert history(repository.folder).version == Version(last, date(2026, 1, 5), clean=True)


def test_inside_a_hook_of_another_repository(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    last = repository.commit("2026-01-05")
    other = Repository(tmp_path / "other")
    other.commit("2026-06-06")
    monkeypatch.setenv("GIT_DIR", str(other.top / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other.top))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other.top / ".git" / "index"))
    assert history(repository.folder).version == Version(last, date(2026, 1, 5), clean=True)


# Clean or not


def test_a_changed_file_is_not_recorded(repository: Repository) -> None:
    repository.commit("2026-01-05")
    repository.change(*NEW_FACT)
    assert not is_clean(repository.folder)
    repository.git("add", "--all")
    assert not is_clean(repository.folder)


def test_a_file_of_the_profile_that_is_in_no_commit(repository: Repository) -> None:
    """Also one that git is told to ignore: the documents are made from it."""
    repository.commit("2026-01-05")
    (repository.top / ".git" / "info" / "exclude").write_text("more.yaml\n")
    (repository.folder / "more.yaml").write_text("measures: {}\n")
    assert repository.git("status", "--porcelain") == ""
    assert not is_clean(repository.folder)


def test_a_file_of_the_profile_that_is_gone(repository: Repository) -> None:
    (repository.folder / "more.yaml").write_text("measures: {}\n")
    repository.commit("2026-01-05")
    assert is_clean(repository.folder)
    (repository.folder / "more.yaml").unlink()
    assert not is_clean(repository.folder)


def test_files_that_no_document_is_made_from_do_not_count(repository: Repository) -> None:
    repository.commit("2026-01-05")
    (repository.folder / "notes.txt").write_text("later")
    (repository.folder / ".profile.yaml.swp").write_text("an editor's")
    assert is_clean(repository.folder)


def test_the_logo_counts(repository: Repository) -> None:
    shutil.copy(MERIDIAAN / "logo.svg", repository.folder / "logo.svg")
    repository.profile.write_text(repository.profile.read_text() + "\nbranding: {logo: logo.svg}\n")
    repository.commit("2026-01-05")
    assert is_clean(repository.folder)
    (repository.folder / "logo.svg").write_text("<svg/>")
    assert not is_clean(repository.folder)


def test_line_ends_of_windows_are_no_change(repository: Repository) -> None:
    repository.commit("2026-01-05")
    repository.profile.write_bytes(repository.profile.read_bytes().replace(b"\n", b"\r\n"))
    assert is_clean(repository.folder)


# What several organisations share


def share(repository: Repository, folder: Path) -> Path:
    """Move the processor of the profile to ``_shared/`` in ``folder``."""
    own, _, rest = repository.profile.read_text(encoding="utf-8").partition("\nprocessors:\n")
    processors, _, roles = rest.partition("\naccess_roles:\n")
    repository.profile.write_text(f"{own}\naccess_roles:\n{roles}", encoding="utf-8")
    folder.mkdir()
    shared = folder / "processors.yaml"
    shared.write_text(f"processors:\n{processors}", encoding="utf-8")
    return shared


def test_what_is_shared_is_part_of_the_version(repository: Repository) -> None:
    shared = share(repository, repository.top / "organisations" / "_shared")
    repository.commit("2026-01-05")
    repository.change("Kade 2", "Kade 22", shared)
    assert not is_clean(repository.folder)
    last = repository.commit("2026-02-01")
    assert history(repository.folder).version == Version(last, date(2026, 2, 1), clean=True)


def test_what_is_shared_by_others_is_not(repository: Repository) -> None:
    first = repository.commit("2026-01-05")
    shared = repository.top / "organisations" / "_shared" / "measures.yaml"
    shared.parent.mkdir()
    shared.write_text("measures: {}\n")
    assert is_clean(repository.folder)
    repository.commit("2026-02-01")
    assert history(repository.folder).version == Version(first, date(2026, 1, 5), clean=True)


def test_shared_files_of_another_repository(repository: Repository, tmp_path: Path) -> None:
    share(repository, tmp_path / "elsewhere")
    (repository.top / "organisations" / "_shared").symlink_to(tmp_path / "elsewhere")
    repository.commit("2026-01-05")
    assert history(repository.folder).absence == absence.SHARED_ELSEWHERE


# No history


def test_not_in_a_repository(organisations: Path) -> None:
    assert history(organisations / "voorbeeld") == History(absence=absence.NOT_IN_GIT)


def test_no_commit_yet(repository: Repository) -> None:
    assert history(repository.folder) == History(absence=absence.NO_COMMIT)
    repository.git("commit", "--quiet", "--allow-empty", "-m", "of nothing")
    assert history(repository.folder) == History(absence=absence.NO_COMMIT)


def test_a_folder_that_the_last_commit_no_longer_has(repository: Repository) -> None:
    repository.commit("2026-01-05")
    repository.git("rm", "--quiet", "-r", "--cached", "organisations")
    repository.git("commit", "--quiet", "-m", "out")
    assert history(repository.folder) == History(absence=absence.NO_COMMIT)


def test_a_shallow_clone(repository: Repository, tmp_path: Path) -> None:
    repository.commit("2026-01-05")
    repository.change(*NEW_FACT)
    repository.commit("2026-02-01")
    repository.git("clone", "--quiet", "--depth=1", repository.top.as_uri(), str(tmp_path / "clone"))
    found = history(tmp_path / "clone" / "organisations" / "voorbeeld")
    assert found == History(absence=absence.SHALLOW)
    for language in ("nl", "en"):
        assert "fetch-depth: 0" in absence.SHALLOW.in_(language)  # type: ignore[arg-type]
        assert "GIT_DEPTH: 0" in absence.SHALLOW.in_(language)  # type: ignore[arg-type]


def test_no_git_program(repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.commit("2026-01-05")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert history(repository.folder) == History(absence=absence.NO_PROGRAM)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives a folder away")
def test_a_repository_of_somebody_else(repository: Repository) -> None:
    repository.commit("2026-01-05")
    os.chown(repository.top, 4321, 4321)
    why = history(repository.folder).absence
    assert why == absence.distrusted(repository.folder)
    assert str(repository.folder) in why.in_("en")


def test_a_broken_repository(repository: Repository) -> None:
    repository.commit("2026-01-05")
    (repository.top / ".git" / "config").write_text("[core\x1b[31m")
    why = history(repository.folder).absence
    assert why is not None
    assert why.in_("en").startswith("git reports an error: ")
    assert why.in_("en").isprintable()


# A repository that came from somebody else


class Trap:
    """A program that leaves a mark when something starts it."""

    def __init__(self, folder: Path) -> None:
        self.mark = folder / "sprung"
        self.program = folder / "trap"
        self.program.write_text(f"#!/bin/sh\necho \"$0 $*\" >> '{self.mark}'\nexit 1\n")
        self.program.chmod(0o755)

    @property
    def sprung(self) -> bool:
        return self.mark.exists()


@pytest.fixture
def trap(tmp_path: Path) -> Trap:
    return Trap(tmp_path)


def test_programs_that_a_repository_names_are_not_started(repository: Repository, trap: Trap) -> None:
    (repository.top / ".gitattributes").write_text("*.yaml filter=own diff=own\n")
    repository.commit("2026-01-05")
    repository.change(*NEW_FACT)
    hooks = repository.top / "hooks"
    hooks.mkdir()
    for hook in ("post-index-change", "reference-transaction", "fsmonitor-watchman"):
        (hooks / hook).symlink_to(trap.program)
    for setting in (
        "core.fsmonitor", "core.pager", "core.editor", "core.sshCommand", "core.alternateRefsCommand", "diff.external",
        "diff.own.textconv", "diff.own.command", "filter.own.clean", "filter.own.smudge", "filter.own.process",
        "gpg.program", "credential.helper", "pager.rev-list", "pager.diff-tree",
    ):  # fmt: skip
        repository.git("config", setting, str(trap.program))
    repository.git("config", "core.hooksPath", str(hooks))
    repository.git("config", "log.showSignature", "true")
    found = history(repository.folder)
    assert found.version is not None
    assert not found.version.clean
    assert not trap.sprung
    subprocess.run(["git", "status"], cwd=repository.top, capture_output=True, timeout=60, check=False)
    assert trap.sprung, "git itself does start them, so the test would have seen it"


def test_nothing_is_fetched(repository: Repository, trap: Trap, tmp_path: Path) -> None:
    """A clone that left files out would fetch them with a program that its own configuration names."""
    repository.commit("2026-01-05")
    repository.change(*NEW_FACT)
    repository.commit("2026-02-01")
    repository.git("config", "uploadpack.allowFilter", "true")
    clone = tmp_path / "clone"
    repository.git("clone", "--quiet", "--filter=blob:none", repository.top.as_uri(), str(clone))
    repository.git("-C", str(clone), "config", "remote.origin.uploadpack", str(trap.program))
    assert history(clone / "organisations" / "voorbeeld") == History(absence=absence.PARTIAL)
    assert not trap.sprung
    with pytest.raises(Exception, match="returned non-zero"):
        repository.git("-C", str(clone), "show", "HEAD^:organisations/voorbeeld/profile.yaml")
    assert trap.sprung, "git itself does start it, so the test would have seen it"


def test_a_program_called_git_in_the_folder_is_not_started(
    repository: Repository, trap: Trap, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit("2026-01-05")
    shutil.copy(trap.program, repository.folder / "git")
    monkeypatch.chdir(repository.folder)
    monkeypatch.setenv("PATH", ".")
    assert history(repository.folder) == History(absence=absence.NO_PROGRAM)
    assert not trap.sprung


def test_links_and_submodules_in_a_commit_are_not_followed(repository: Repository, tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("measures: {}\n")
    (repository.folder / "link.yaml").symlink_to(tmp_path / "secret.yaml")
    repository.commit("2026-01-05")
    (repository.folder / "link.yaml").unlink()
    repository.commit("2026-02-01")
    assert [len(state.own) for state in history(repository.folder).states] == [1, 1]


def test_a_file_that_is_too_large_is_not_read(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.commit("2026-01-05")
    monkeypatch.setattr("gdprdocs.history.git.LARGEST_OBJECT", 1000)
    why = history(repository.folder).absence
    assert why is not None
    assert "bytes" in why.in_("en")


def test_git_that_does_not_answer_is_not_waited_for(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit("2026-01-05")
    slow = tmp_path / "bin" / "git"
    slow.parent.mkdir()
    slow.write_text("#!/bin/sh\nexec sleep 60\n")
    slow.chmod(0o755)
    monkeypatch.setenv("PATH", f"{slow.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr("gdprdocs.history.git.LIMIT_SECONDS", 0.2)
    why = history(repository.folder).absence
    assert why is not None
    assert "no answer" in why.in_("en")
