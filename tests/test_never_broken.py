"""Whatever happens to a build, its output is what it was or what it should be; the next build mends the rest."""

from __future__ import annotations

import fcntl
import os
import random
import shutil
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from gdprdocs.build import BusyError, Limits, Past, Wanted, build, locked, stage
from gdprdocs.build.output import is_intact, read_manifest
from gdprdocs.check import Checked, check_organisation
from tests.test_build import HTML, files_in, rules_of
from tests.variation import data_of, write_profile

MOMENTS = 10
"""At how many random moments a build is ended by each signal."""
REGISTER = Wanted(("en",), ("processing-register",), ("html", "pdf"))


def command(organisations: Path, output: Path, *more: str) -> list[str]:
    base = [sys.executable, "-m", "gdprdocs", "build", "--messages", "en", "--output", str(output), *more]
    return [*base, str(organisations / "voorbeeld")]


def built(organisations: Path, output: Path, *more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command(organisations, output, *more), capture_output=True, text=True, check=False)


def another_version(organisations: Path, number: int) -> None:
    data = data_of(organisations / "voorbeeld")
    data["organisation"]["name"] = f"Voorbeeld {number} B.V."
    write_profile(organisations / "voorbeeld", data)


def assert_whole(folder: Path, *names: str) -> None:
    """The folder is just what its manifest says, and speaks of one of these organisations alone."""
    manifest = read_manifest(folder)
    assert manifest.organisation in names
    assert set(files_in(folder)) == {*(each.path for each in manifest.files), "manifest.json"}
    for each in manifest.files:
        assert is_intact(folder, each), each.path
        if each.path.endswith(".html") and each.document != "asset":
            others = set(names) - {manifest.organisation}
            assert not any(other in (folder / each.path).read_text(encoding="utf-8") for other in others)


def leftovers(output: Path) -> list[str]:
    return [path.name for path in output.iterdir() if path.name.startswith(".")]


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_a_build_that_is_ended_at_any_moment_leaves_the_old_or_the_new(
    how: signal.Signals, organisations: Path, tmp_path: Path
) -> None:
    output = tmp_path / "output"
    begin = time.monotonic()
    another_version(organisations, 0)
    assert built(organisations, output, "--format", "html").returncode == 0
    lasts = time.monotonic() - begin
    moments = random.Random(4711)
    ended = set()
    for number in range(1, MOMENTS + 1):
        names = (f"Voorbeeld {number - 1} B.V.", f"Voorbeeld {number} B.V.")
        another_version(organisations, number)
        running = subprocess.Popen(
            command(organisations, output, "--format", "html"),
            stderr=subprocess.DEVNULL,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
        )
        # Most of the time goes into starting; what matters happens in the last part.
        time.sleep(lasts * moments.uniform(0.3, 1.0))
        running.send_signal(how)
        ended.add(running.wait(10))
        assert_whole(output / "voorbeeld", *names)
        assert built(organisations, output, "--format", "html").returncode == 0
        assert_whole(output / "voorbeeld", names[1])
        assert leftovers(output) == []
    expected = {signal.SIGKILL: -9, signal.SIGTERM: 143, signal.SIGINT: 130}[how]
    assert ended <= {expected, 0, -how.value}
    assert ended != {0}


@pytest.mark.parametrize("step", ["write", "keep", "publish", "exchange", "rmtree"])
def test_a_build_that_dies_in_a_step_leaves_the_old_or_the_new(
    step: str, organisations: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The n-th time that each step is taken it does not return, until a build gets through."""
    output = tmp_path / "output"
    another_version(organisations, 0)
    assert built(organisations, output, "--format", "html").returncode == 0

    class Died(BaseException):
        pass

    def dying(function: object, after: int) -> object:
        count = iter(range(10**6))

        def call(*arguments: object, **named: object) -> object:
            if next(count) == after:
                raise Died
            return function(*arguments, **named)  # type: ignore[operator]

        return call

    place = {"exchange": stage, "rmtree": stage.shutil}.get(step, stage.Stage)
    whole = getattr(place, step)
    another_version(organisations, 1)
    for after in (0, 1, 5, 20):
        monkeypatch.setattr(place, step, dying(whole, after))
        monkeypatch.setattr(stage.Stage, "drop", lambda self: None)  # nothing is cleared away: the process is gone
        try:
            build([check_organisation(organisations / "voorbeeld")], output, HTML)
        except Died:
            assert_whole(output / "voorbeeld", "Voorbeeld 0 B.V.", "Voorbeeld 1 B.V.")
        monkeypatch.undo()
    (mended,) = build([check_organisation(organisations / "voorbeeld")], output, HTML)
    assert mended.published
    assert_whole(output / "voorbeeld", "Voorbeeld 1 B.V.")
    assert leftovers(output) == []


def test_a_file_system_that_cannot_exchange_folders_does_it_in_steps(
    organisations: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from gdprdocs.build import exchange

    monkeypatch.setattr(exchange, "_system_call", lambda: None)
    output = tmp_path / "output"
    for number in (0, 1):
        another_version(organisations, number)
        build([check_organisation(organisations / "voorbeeld")], output, HTML)
        assert_whole(output / "voorbeeld", f"Voorbeeld {number} B.V.")
    # Ended between the steps: the old folder stands aside, and the new one is not there yet.
    (output / "voorbeeld").rename(output / ".gdprdocs-old-voorbeeld")
    with locked(output):
        assert_whole(output / "voorbeeld", "Voorbeeld 1 B.V.")
    assert leftovers(output) == []


def test_two_builds_into_one_folder_follow_one_another(organisations: Path, tmp_path: Path) -> None:
    both = [
        subprocess.Popen(command(organisations, tmp_path / "output", "--format", "html"), stderr=subprocess.PIPE)
        for _ in range(2)
    ]
    assert [each.wait(60) for each in both] == [0, 0]
    for each in both:
        assert each.stderr is not None
        each.stderr.close()
    assert_whole(tmp_path / "output" / "voorbeeld", "Voorbeeld B.V.")
    assert leftovers(tmp_path / "output") == []


def test_a_build_does_not_wait_for_ever(tmp_path: Path) -> None:
    handle = os.open(tmp_path, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    try:
        with pytest.raises(BusyError), locked(tmp_path, seconds=0.3):
            pass
    finally:
        os.close(handle)
    with locked(tmp_path, seconds=0.3):
        pass


def test_a_profile_that_changes_during_the_build_is_not_published(organisations: Path, tmp_path: Path) -> None:
    build([check_organisation(organisations / "voorbeeld")], tmp_path / "output", HTML)
    before = files_in(tmp_path / "output")
    another_version(organisations, 1)
    checked = check_organisation(organisations / "voorbeeld")

    def meanwhile(_: Checked) -> Past:
        another_version(organisations, 2)
        return Past()

    (found,) = build([checked], tmp_path / "output", HTML, past=meanwhile)
    assert (rules_of(found), found.published) == (["profile-changed"], False)
    assert files_in(tmp_path / "output") == before


def test_a_profile_that_breaks_and_is_mended_again(organisations: Path, tmp_path: Path) -> None:
    """What was good stays while it is broken, and is still that when the change is taken back."""
    output, profile = tmp_path / "output", organisations / "voorbeeld" / "profile.yaml"
    good = profile.read_text(encoding="utf-8")
    assert built(organisations, output, "--format", "html").returncode == 0
    before = files_in(output)
    profile.write_text(good.replace("lawful_basis: consent", "lawful_basis: none"), encoding="utf-8")
    broken = built(organisations, output, "--format", "html")
    assert broken.returncode == 1
    assert "voorbeeld: not built, mend the errors first" in broken.stderr
    assert files_in(output) == before
    profile.write_text(good, encoding="utf-8")
    mended = built(organisations, output, "--format", "html")
    assert (mended.returncode, "nothing changed" in mended.stderr) == (0, True)
    assert files_in(output) == before


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of one megabyte."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("no file system can be mounted here")
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


def test_a_full_disk_leaves_what_was_there(organisations: Path, small_disk: Path) -> None:
    output = small_disk / "output"
    another_version(organisations, 0)
    assert built(organisations, output, "--format", "html").returncode == 0
    before = files_in(output)
    (small_disk / "full").write_bytes(b"x" * (shutil.disk_usage(small_disk).free - 16384))
    another_version(organisations, 1)
    full = built(organisations, output, "--format", "html")
    assert full.returncode == 3
    assert "No space left on device. What was there still is" in full.stderr
    assert files_in(output) == before
    (small_disk / "full").unlink()
    assert built(organisations, output, "--format", "html").returncode == 0
    assert_whole(output / "voorbeeld", "Voorbeeld 1 B.V.")


def test_an_output_that_cannot_be_written_is_said(organisations: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a file")
    done = built(organisations, tmp_path / "file" / "output", "--format", "html")
    assert done.returncode == 3
    assert done.stderr.count("cannot write: ") == 1


# What is not ours


def test_what_others_put_there_is_the_very_same_file_afterwards(organisations: Path, tmp_path: Path) -> None:
    output = tmp_path / "output"
    another_version(organisations, 0)
    build([check_organisation(organisations / "voorbeeld")], output, HTML)
    theirs = [output / "voorbeeld" / "public" / ".htaccess", output / "voorbeeld" / "notes" / "a.txt"]
    for path in theirs:
        path.parent.mkdir(exist_ok=True)
        path.write_text("theirs")
    (output / "voorbeeld" / "empty").mkdir()
    (output / "voorbeeld" / "link").symlink_to("nowhere")
    before = [path.stat() for path in theirs]
    another_version(organisations, 1)
    build([check_organisation(organisations / "voorbeeld")], output, HTML)
    assert [(path.stat().st_ino, path.stat().st_mtime_ns) for path in theirs] == [
        (stat.st_ino, stat.st_mtime_ns) for stat in before
    ]
    assert (output / "voorbeeld" / "empty").is_dir()
    assert (output / "voorbeeld" / "link").readlink() == Path("nowhere")
    assert "Voorbeeld 1 B.V." in (output / "voorbeeld" / "internal" / "en" / "index.html").read_text("utf-8")


@pytest.mark.parametrize("how", ["a file of somebody else", "a folder of somebody else", "a link to a folder"])
def test_what_stands_in_the_way_is_left_alone_and_named(how: str, organisations: Path, tmp_path: Path) -> None:
    public = tmp_path / "output" / "voorbeeld" / "public"
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    if how == "a link to a folder":
        public.parent.mkdir(parents=True)
        public.symlink_to(elsewhere)
    elif how == "a file of somebody else":
        public.mkdir(parents=True)
        (public / "index.html").write_text("theirs")
    else:
        (public / "index.html").mkdir(parents=True)
        (public / "index.html" / "theirs").write_text("theirs")
    before = files_in(tmp_path / "output")
    done = built(organisations, tmp_path / "output", "--format", "html")
    assert done.returncode in (1, 3)
    assert str(public) in done.stderr
    assert "Traceback" not in done.stderr
    assert files_in(tmp_path / "output") == before
    assert list(elsewhere.iterdir()) == []
    assert leftovers(tmp_path / "output") == []


def test_nothing_is_written_through_a_link_in_the_place_of_an_organisation(organisations: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / "voorbeeld").symlink_to(elsewhere)
    done = built(organisations, tmp_path / "output", "--format", "html")
    assert done.returncode == 3
    assert "voorbeeld" in done.stderr
    assert list(elsewhere.iterdir()) == []


# What takes too much


@pytest.mark.parametrize("limits", [Limits(seconds=0.01), Limits(memory=64 * 1024**2)], ids=["time", "memory"])
def test_a_pdf_that_takes_too_much_is_left_out_and_named(limits: Limits, organisations: Path, tmp_path: Path) -> None:
    checked = check_organisation(organisations / "voorbeeld")
    (found,) = build([checked], tmp_path / "output", REGISTER, limits=limits)
    assert rules_of(found) == ["pdf-limit"]
    assert found.published
    page = (tmp_path / "output/voorbeeld/internal/en/processing-register/index.html").read_text(encoding="utf-8")
    assert ".pdf" not in page
    (again,) = build([checked], tmp_path / "output", REGISTER)
    assert (rules_of(again), again.set) == ([], ("internal/en/processing-register/processing-register.pdf",))


def processes_with(mark: str) -> list[int]:
    found = []
    for process in Path("/proc").iterdir():
        if process.name.isdigit():
            try:
                if mark.encode() in (process / "environ").read_bytes():
                    found.append(int(process.name))
            except OSError:
                continue
    return found


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="needs /proc")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_no_process_stays_when_the_build_is_ended(how: signal.Signals, organisations: Path, tmp_path: Path) -> None:
    mark = uuid.uuid4().hex
    running = subprocess.Popen(
        command(organisations, tmp_path / "output", "--jobs", "2"),
        env={**os.environ, "GDPRDOCS_TEST": mark},
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    until = time.monotonic() + 30
    while len(processes_with(mark)) < 4 and time.monotonic() < until:  # this one, the one that forks, and two workers
        time.sleep(0.05)
    assert len(processes_with(mark)) >= 4
    running.send_signal(how)
    running.wait(10)
    until = time.monotonic() + 10
    while processes_with(mark) and time.monotonic() < until:
        time.sleep(0.05)
    assert processes_with(mark) == []
    assert not (tmp_path / "output" / "voorbeeld").exists()


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="needs /proc")
def test_a_worker_that_dies_ends_its_document_and_no_other(organisations: Path, tmp_path: Path) -> None:
    """Killed as the system does when memory runs out."""
    mark = uuid.uuid4().hex
    running = subprocess.Popen(
        command(organisations, tmp_path / "output", "--jobs", "1"),
        env={**os.environ, "GDPRDOCS_TEST": mark},
        stderr=subprocess.PIPE,
        text=True,
    )
    until = time.monotonic() + 30
    while len(found := sorted(processes_with(mark))) < 4 and time.monotonic() < until:
        time.sleep(0.02)
    worker = found[-1]
    os.kill(worker, signal.SIGKILL)
    _, said = running.communicate(timeout=120)
    assert running.returncode == 1
    assert said.count("[pdf-limit]") == 1, said
    assert "(privacyverklaring: died)" in said or ": died)" in said
