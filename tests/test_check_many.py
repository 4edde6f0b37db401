"""A portfolio checked by several processes at once: the same output, nothing left behind, and no blow-up."""

from __future__ import annotations

import os
import shutil
import signal
import time
from collections import Counter
from pathlib import Path

import pytest

from benchmarks import made
from gdprdocs import check_many
from gdprdocs.check import check_organisation
from gdprdocs.diagnostic import Diagnostic
from tests.conftest import SOUND
from tests.test_cli import children_of, run, start
from tests.variation import data_of, write_profile

NUMBER = check_many.FEW + 9


@pytest.fixture(scope="module")
def portfolio(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sound organisations, some that lack something, one with own words, one with an acceptance, one unreadable."""
    folder = tmp_path_factory.mktemp("portfolio") / "organisations"
    sound = data_of(SOUND)
    for number in range(NUMBER):
        data = dict(sound)
        if number % 3 == 1:
            data["organisation"] = {**sound["organisation"], "contact": None}
        write_profile(folder / f"organisation-{number:02}", data)
    shutil.copytree(SOUND.parent / "sound--own-wording", folder / "own-wording")
    shutil.copytree(SOUND.parent / "accepted-unused--sound", folder / "own-acceptance")
    (folder / "organisation-05" / "profile.yaml").write_text("format: [1\n", encoding="utf-8")
    return folder


@pytest.fixture
def workers_used(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many workers each pool had that the test started."""
    used: list[int] = []
    pool = check_many.pool
    monkeypatch.setattr(check_many, "pool", lambda jobs, loaded: (used.append(jobs), pool(jobs, loaded))[1])
    return used


@pytest.mark.parametrize("options", [("--verbose",), ("--format", "json"), ("--format", "junit")], ids=" ".join)
def test_jobs_do_not_change_the_output(options: tuple[str, ...], portfolio: Path, workers_used: list[int]) -> None:
    one = run("validate", "--jobs", "1", *options, portfolio)
    assert workers_used == []
    three = run("validate", "--jobs", "3", *options, portfolio)
    assert workers_used == [3]
    assert (three.stdout, three.stderr, three.exit_code) == (one.stdout, one.stderr, one.exit_code)
    assert one.exit_code == 1
    assert f"{NUMBER + 2} organisations checked" in one.stderr


def test_jobs_do_not_change_what_is_written(portfolio: Path, tmp_path: Path) -> None:
    files = [tmp_path / "one.sarif", tmp_path / "two.sarif"]
    for jobs, file in enumerate(files, 1):
        run("validate", "--jobs", str(jobs), "--format", "sarif", "--output-file", file, portfolio)
    assert files[0].read_bytes() == files[1].read_bytes()


def test_for_a_few_organisations_no_worker_starts(portfolio: Path, workers_used: list[int]) -> None:
    folders = sorted(portfolio.iterdir())[: check_many.FEW]
    assert [each.folder for each in check_many.check_each(folders, 2)] == folders
    assert workers_used == []


def test_no_more_is_under_way_than_is_wanted_soon(
    portfolio: Path, workers_used: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Memory does not grow with the number of organisations: what is not read yet is not checked yet."""
    monkeypatch.setattr(check_many, "PART", 1)
    handed: list[Path] = []

    class Folders(list[Path]):
        def __getitem__(self, part: slice) -> list[Path]:  # type: ignore[override]
            handed.extend(super().__getitem__(part))
            return super().__getitem__(part)

    stream = check_many.check_each(Folders(sorted(portfolio.iterdir())), 2)
    next(stream)
    assert len(handed) == 2 + check_many.AHEAD
    stream.close()  # type: ignore[attr-defined]
    assert workers_used == [2]


def test_a_worker_that_dies_is_said(portfolio: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(check_many, "_check_part", _die)
    result = run("validate", "--jobs", "2", portfolio)
    assert (result.exit_code, result.stderr) == (
        3,
        "a worker process died, perhaps for lack of memory; try --jobs 1\n",
    )


def _die(folders: list[Path]) -> None:
    os._exit(1)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are counted in /proc")
def test_an_interrupted_check_leaves_nothing_running(tmp_path: Path) -> None:
    """Ctrl-C goes to all processes of the terminal's group, as here."""
    made.write_portfolio(tmp_path / "organisations", 60, 30)
    running = start("validate", "--jobs", "2", cwd=tmp_path, start_new_session=True)
    deadline = time.monotonic() + 60
    while len(children_of(running.pid)) < 4 and time.monotonic() < deadline:
        time.sleep(0.02)
    below = children_of(running.pid)
    assert running.poll() is None
    os.killpg(running.pid, signal.SIGINT)
    stderr = running.communicate(timeout=30)[1]
    assert running.returncode == 130, stderr
    assert "Traceback" not in stderr
    while (left := [each for each in below if Path(f"/proc/{each}").exists()]) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert left == []


def test_a_thousand_wrong_activities_are_all_told_of(tmp_path: Path) -> None:
    """Each has the same faults, and no fault hides one of another activity."""
    ten = check_organisation(made.write(tmp_path / "ten", made.profile(10, wrong=True)))
    thousand = check_organisation(made.write(tmp_path / "thousand", made.profile(1000, wrong=True)))
    counts = _of_activities(ten.diagnostics)
    assert len(counts) > 5
    assert _of_activities(thousand.diagnostics) == {rule: 100 * number for rule, number in counts.items()}


def _of_activities(diagnostics: tuple[Diagnostic, ...]) -> Counter[str]:
    return Counter(diagnostic.rule for diagnostic in diagnostics if diagnostic.path[:1] == ("activities",))


def test_the_sound_profile_of_the_benchmarks_is_sound(tmp_path: Path) -> None:
    assert not check_organisation(made.write(tmp_path / "sound", made.profile(20))).has_errors
