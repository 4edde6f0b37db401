"""The command line as its user meets it: what is printed where, in which language, and with which exit code."""

from __future__ import annotations

import os
import pty
import re
import select
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from gdprdocs import __version__
from gdprdocs.cli import COMMANDS, main
from gdprdocs.law import law
from gdprdocs.rules import RULES
from tests.conftest import MERIDIAAN, ROOT, SOUND
from tests.variation import data_of, write_profile


def run(*arguments: str | Path, **environment: str | None) -> Result:
    """Run the program in this process, as a user without a locale."""
    no_locale: dict[str, str | None] = {"LC_ALL": None, "LC_MESSAGES": None, "LANG": None, "NO_COLOR": None}
    return CliRunner(env={**no_locale, **environment}).invoke(main, [str(argument) for argument in arguments])


def start(*arguments: str | Path, cwd: Path, **more: object) -> subprocess.Popen[str]:
    """Start the program in a process of its own."""
    command = [sys.executable, "-m", "gdprdocs", *map(str, arguments)]
    streams = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
    return subprocess.Popen(command, cwd=cwd, **{**streams, "env": environment, **more})  # type: ignore[call-overload,no-any-return]


@pytest.fixture
def place(organisations: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with two organisations: ``voorbeeld``, which is sound, and ``kapot``, which is not."""
    data = data_of(SOUND)
    del data["organisation"]["contact"]
    write_profile(organisations / "kapot", data)
    monkeypatch.chdir(organisations.parent)
    return organisations.parent


def written(place: Path, folder: str = "output") -> set[str]:
    return {str(path.relative_to(place / folder)) for path in (place / folder).rglob("*") if path.is_file()}


# Exit codes


def test_0_nothing_to_mend(place: Path) -> None:
    result = run("validate", "voorbeeld")
    assert (result.exit_code, result.stdout) == (0, "")
    day = law().checked.isoformat()
    assert result.stderr == f"1 organisation checked: nothing to report (legal data checked on {day})\n"


def test_1_findings(place: Path) -> None:
    result = run("validate")
    assert result.exit_code == 1
    assert "organisations/kapot/profile.yaml:1:" in result.stdout
    assert "[org-identity]" in result.stdout
    assert "1 error" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["bouwen"],
        ["build", "--format", "docx"],
        ["build", "--language", "fr"],
        ["build", "--jobs", "0"],
        ["build", "--document", "contract"],
        ["validate", "nergens"],
        ["validate", "--color", "soms"],
        ["explain", "no-such-rule"],
    ],
    ids=" ".join,
)
def test_2_wrong_use(arguments: list[str], place: Path) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Error: " in result.stderr
    assert written(place) == set()


def test_findings_of_one_do_not_stop_the_other(place: Path) -> None:
    result = run("build", "--format", "html")
    assert result.exit_code == 1
    assert "kapot: not built, mend the errors first" in result.stderr
    assert "voorbeeld: 26 files in output/voorbeeld" in result.stderr
    assert {path.split("/")[0] for path in written(place)} == {"index.html", "assets", "voorbeeld"}


def test_what_was_built_of_a_refused_organisation_stays(place: Path) -> None:
    shutil.copy(place / "organisations" / "voorbeeld" / "profile.yaml", place / "organisations" / "kapot")
    assert run("build", "--format", "html").exit_code == 0
    before = written(place)
    data = data_of(SOUND)
    del data["organisation"]["address"]
    write_profile(place / "organisations" / "kapot", data)
    assert run("build", "--format", "html").exit_code == 1
    assert written(place) == before


def test_what_only_building_finds_is_shown(place: Path) -> None:
    data = data_of(SOUND)
    data["branding"] = {"logo": "logo.png"}
    write_profile(place / "organisations" / "voorbeeld", data)
    result = run("build", "--format", "html", "voorbeeld")
    assert result.exit_code == 1
    assert "[logo-unreadable]" in result.stderr


def test_a_draft_is_built_in_spite_of_errors(place: Path) -> None:
    result = run("build", "--draft", "--format", "html", "kapot")
    assert result.exit_code == 1
    assert "[org-identity]" in result.stderr
    assert not (place / "output").exists()
    assert "DRAFT" in (place / "draft" / "kapot" / "internal" / "en" / "processing-register" / "index.html").read_text(
        encoding="utf-8"
    )


def test_3_the_machine_lacks_pango(place: Path) -> None:
    """A cffi that finds no library stands for a machine without Pango; everything else is real."""
    (place / "sitecustomize.py").write_text(
        "import cffi\n"
        "def dlopen(self, name, flags=0):\n"
        "    raise OSError(f'cannot load library {name!r}')\n"
        "cffi.FFI.dlopen = dlopen\n",
        encoding="utf-8",
    )
    environment = {**os.environ, "PYTHONPATH": f"{place}{os.pathsep}{ROOT}", "LC_ALL": "C.UTF-8"}
    building = start("build", "voorbeeld", cwd=place, env=environment)
    stderr = building.communicate(timeout=60)[1]
    assert building.returncode == 3, stderr
    assert "PDFs cannot be made here" in stderr
    assert "install" in stderr
    assert "Only the HTML was made." in stderr
    assert "Traceback" not in stderr
    assert {path.rsplit(".", 1)[1] for path in written(place)} == {"html", "json", "css", "woff2"}
    only_pdf = start("build", "--format", "pdf", "--output", "pdf", "voorbeeld", cwd=place, env=environment)
    assert "Traceback" not in only_pdf.communicate(timeout=60)[1]
    assert (only_pdf.returncode, (place / "pdf").exists()) == (3, False)
    examining = start("doctor", cwd=place, env=environment)
    stdout = examining.communicate(timeout=60)[0]
    assert (examining.returncode, re.findall(r"^Pango +(\w+)", stdout, re.MULTILINE)) == (3, ["missing"])


def test_doctor_says_what_is_there() -> None:
    result = run("doctor")
    assert result.exit_code == 0
    for part in ("Python", "templates", "Pango", "HarfBuzz subset", "fonts"):
        assert re.search(rf"^{part}.* there ", result.stdout, re.MULTILINE), part
    assert re.search(r"^templates +aanwezig ", run("doctor", "--messages", "nl").stdout, re.MULTILINE)


# Help and version


@pytest.mark.parametrize("name", COMMANDS)
def test_help_names_every_option(name: str) -> None:
    result = run(name, "--help")
    assert result.exit_code == 0
    command = main.get_command(click.Context(main), name)
    assert command
    assert len(command.params) >= 4
    for parameter in command.params:
        for spelling in parameter.opts if parameter.param_type_name == "option" else [parameter.human_readable_name]:
            assert spelling in result.output
    assert result.output == run(name, "-h").output


def test_help_names_every_command_and_exit_code() -> None:
    result = run("--help")
    assert result.exit_code == 0
    for name in COMMANDS:
        assert re.search(rf"^  {name} +\w", result.output, re.MULTILINE)
    words = " ".join(result.output.split())
    for code in (
        "0 fine;",
        "1 there is something to mend",
        "2 the command was",
        "3 the machine lacks",
        "130 interrupted",
    ):
        assert code in words
    assert "no legal advice" in " ".join(result.output.split())


def test_version_says_how_old_the_legal_data_are() -> None:
    result = run("--version")
    assert result.exit_code == 0
    assert result.output == f"gdprdocs {__version__} (legal data checked on {law().checked.isoformat()})\n"


# Speaking: language, colour, how much


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({}, "nothing to report"),
        ({"LC_ALL": "nl_NL.UTF-8"}, "niets te melden"),
        ({"LANG": "nl_BE.UTF-8"}, "niets te melden"),
        ({"LANG": "nl_NL.UTF-8", "LC_ALL": "C"}, "nothing to report"),
        ({"LANG": "de_DE.UTF-8"}, "nothing to report"),
        ({"LC_MESSAGES": "nl", "LANG": "en_GB.UTF-8"}, "niets te melden"),
    ],
)
def test_messages_are_in_the_language_of_the_locale(environment: dict[str, str], words: str, place: Path) -> None:
    assert words in run("validate", "voorbeeld", **environment).stderr


def test_messages_may_be_asked_for_in_a_language(place: Path) -> None:
    assert "error" in run("validate", "--messages", "en", "kapot", LC_ALL="nl_NL.UTF-8").stdout
    assert "fout" in run("validate", "--messages", "nl", "kapot").stdout
    assert "niet gebouwd" in run("build", "--messages", "nl", "--format", "html", "kapot").stderr


ESCAPE = "\x1b["


def test_colours_only_for_a_terminal_or_when_asked_for(place: Path) -> None:
    assert ESCAPE not in run("validate", "kapot").output
    assert ESCAPE in run("validate", "--color", "always", "kapot").output
    assert ESCAPE not in run("validate", "--color", "never", "kapot").output
    assert ESCAPE in run("build", "--color", "always", "--format", "html", "kapot").stderr


def on_terminal(place: Path, *arguments: str, **environment: str) -> tuple[int, str]:
    """Run the program with a terminal for its output; what it writes there."""
    outside, inside = pty.openpty()
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8", "TERM": "xterm", **environment}
    surroundings.pop("NO_COLOR", None) if "NO_COLOR" not in environment else None
    running = start(*arguments, cwd=place, env=surroundings, stdout=inside, stderr=inside)
    os.close(inside)
    shown = b""
    while select.select([outside], [], [], 60)[0]:
        try:
            piece = os.read(outside, 65536)
        except OSError:  # Linux says so when the other side is closed
            break
        if not piece:
            break
        shown += piece
    os.close(outside)
    return running.wait(timeout=60), shown.decode("utf-8")


def test_colours_on_a_terminal(place: Path) -> None:
    assert ESCAPE in on_terminal(place, "validate", "kapot")[1]
    assert ESCAPE not in on_terminal(place, "validate", "kapot", NO_COLOR="1")[1]
    assert ESCAPE not in on_terminal(place, "validate", "kapot", TERM="dumb")[1]
    assert ESCAPE not in on_terminal(place, "validate", "--color", "never", "kapot")[1]
    assert ESCAPE in on_terminal(place, "validate", "--color", "always", "kapot", NO_COLOR="1")[1]


def test_progress_is_shown_on_a_terminal_and_nowhere_else(place: Path) -> None:
    wanted = ("build", "--jobs", "1", "--language", "en", "--document", "processing-register", "voorbeeld")
    code, shown = on_terminal(place, *wanted)
    assert code == 0
    assert "1/1" in shown
    assert "PDF" in shown
    assert "1/1" not in on_terminal(place, *wanted, "--quiet", "--output", "quiet")[1]
    piped = start(*wanted, "--output", "piped", cwd=place)
    stdout, stderr = piped.communicate(timeout=60)
    assert (piped.returncode, stdout) == (0, "")
    assert [line.partition(";")[0] for line in stderr.splitlines()] == [
        "voorbeeld: the folder is in no git repository",
        "voorbeeld: 9 files in piped/voorbeeld",
    ]
    again = start(*wanted, "--output", "piped", cwd=place)
    assert "voorbeeld: nothing changed, 9 files in piped/voorbeeld" in again.communicate(timeout=60)[1]


def test_quiet_says_nothing_but_findings(place: Path) -> None:
    assert run("validate", "-q", "voorbeeld").output == ""
    assert run("build", "-q", "--format", "html", "voorbeeld").output == ""
    assert "[org-identity]" in run("validate", "-q", "kapot").stdout


def test_verbose_says_more(place: Path) -> None:
    assert "voorbeeld: fine" in run("validate", "-v", "voorbeeld").stderr
    result = run("build", "-v", "--format", "html", "voorbeeld")
    assert set(result.stdout.split()) == {
        f"output/{path}" for path in written(place) if path.startswith("voorbeeld/") and "manifest" not in path
    }


# Which organisations


@pytest.mark.parametrize(
    "named",
    ["voorbeeld", "organisations/voorbeeld", "organisations/voorbeeld/", "organisations/voorbeeld/profile.yaml"],
)
def test_an_organisation_by_name_or_by_path(named: str, place: Path) -> None:
    result = run("validate", "-v", named)
    assert result.exit_code == 0
    assert result.stderr.startswith("voorbeeld: fine")


def test_several_organisations_each_once(place: Path) -> None:
    result = run("validate", "-v", "voorbeeld", "organisations/voorbeeld", "kapot")
    assert re.findall(r"^(\w+): ", result.stderr, re.MULTILINE) == ["voorbeeld", "kapot"]


def test_a_folder_of_organisations(place: Path) -> None:
    (place / "organisations").rename(place / "klanten")
    result = run("validate", "-v", "klanten")
    assert re.findall(r"^(\w+): ", result.stderr, re.MULTILINE) == ["kapot", "voorbeeld"]


def test_without_a_name_all_organisations(place: Path) -> None:
    assert re.findall(r"^(\w+): ", run("validate", "-v").stderr, re.MULTILINE) == ["kapot", "voorbeeld"]


def test_without_a_name_the_organisation_of_this_folder(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(place / "organisations" / "voorbeeld")
    assert run("validate", "-v").stderr.startswith("voorbeeld: fine")
    assert run("build", "--format", "html", "--output", place / "output").exit_code == 0
    assert (place / "output" / "voorbeeld").is_dir()


def test_without_any_organisation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("validate")
    assert result.exit_code == 2
    assert "no organisations here" in result.stderr


def test_a_slip_of_the_pen_gets_a_hint(place: Path) -> None:
    assert "Did you mean 'voorbeeld'?" in run("validate", "vorbeeld").stderr
    assert "Did you mean" not in run("validate", "iets-heel-anders").stderr


# explain


def test_the_list_of_rules_is_complete() -> None:
    for language in ("nl", "en"):
        result = run("explain", "--messages", language)
        assert result.exit_code == 0
        assert set(re.findall(r"^  ([a-z-]+) ", result.output, re.MULTILINE)) == set(RULES)
        assert max(map(len, result.output.splitlines())) <= 150


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_is_explained_in_both_languages(rule: str) -> None:
    for language, words in (("nl", RULES[rule].nl), ("en", RULES[rule].en)):
        result = run("explain", rule, "--messages", language)
        assert result.exit_code == 0
        assert result.output.startswith(f"{rule}\n\n")
        told = "".join(result.output.split())  # a line may end within a word that has a hyphen
        for part in words:  # where a message names a fact, its explanation has an ellipsis
            assert "".join(re.sub(r"\{\w+\}", "…", part).split()) in told
        assert max(map(len, result.output.splitlines())) <= 96


def test_dutch_explanations_name_the_law_in_dutch() -> None:
    assert "AVG" in run("explain", "org-identity", "--messages", "nl").output
    assert "GDPR" in run("explain", "org-identity", "--messages", "en").output


def test_a_rule_that_is_almost_right() -> None:
    assert "Did you mean 'org-identity'?" in run("explain", "org-identiti").stderr


# Completion by the shell


def completions(words: str, cwd: Path) -> set[str]:
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "_GDPRDOCS_COMPLETE": "bash_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split(" ")) - 1),
    }
    asked = start(cwd=cwd, env=environment)
    stdout, stderr = asked.communicate(timeout=60)
    assert stderr == ""
    return {line.partition(",")[2] for line in stdout.splitlines()}


def test_the_shell_completes_organisations_rules_and_options(place: Path) -> None:
    assert completions("gdprdocs validate ", place) == {"kapot", "voorbeeld"}
    assert completions("gdprdocs build v", place) == {"voorbeeld"}
    assert completions("gdprdocs explain yaml-d", place) == {rule for rule in RULES if rule.startswith("yaml-d")}
    assert completions("gdprdocs build --format ", place) == {"html", "pdf", "fragment"}
    assert completions("gdprdocs ", place) == set(COMMANDS)


# Whatever goes wrong, no traceback


def fails(*arguments: str | Path, cwd: Path, **more: object) -> tuple[int, str]:
    running = start(*arguments, cwd=cwd, **more)
    stdout, stderr = running.communicate(timeout=60)
    assert "Traceback" not in stdout + stderr
    assert stderr.strip()
    return running.returncode, stderr


@pytest.mark.parametrize("content", [b"\xff\xfe", b"[", b"", b"format: 2\n", b"a: &b 1\nc: *b\n"])
def test_a_profile_that_cannot_be_read(content: bytes, place: Path) -> None:
    (place / "organisations" / "voorbeeld" / "profile.yaml").write_bytes(content)
    for command in (["validate"], ["build", "--format", "html"], ["build", "--draft", "--format", "html"]):
        result = run(*command, "voorbeeld")
        assert result.exit_code == 1
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        assert "profile.yaml:" in result.output


def test_a_profile_that_is_a_link(place: Path) -> None:
    profile = place / "organisations" / "voorbeeld" / "profile.yaml"
    profile.rename(place / "elsewhere.yaml")
    profile.symlink_to(place / "elsewhere.yaml")
    result = run("validate", "voorbeeld")
    assert result.exit_code == 1
    assert "[yaml-unreadable]" in result.stdout


def test_output_that_is_a_file(place: Path) -> None:
    (place / "output").write_text("a file")
    assert fails("build", "--format", "html", "voorbeeld", cwd=place)[0] in (2, 3)
    assert fails("build", "--format", "html", "--output", "output", "voorbeeld", cwd=place)[0] == 2
    assert (place / "output").read_text() == "a file"


def test_output_below_a_file(place: Path) -> None:
    (place / "file").write_text("a file")
    code, stderr = fails("build", "--format", "html", "--output", "file/output", "voorbeeld", cwd=place)
    assert (code, "cannot write" in stderr) == (3, True)


def test_output_that_may_not_be_written(place: Path) -> None:
    """A folder without permission; for root, who may do anything, the kernel's own folder."""
    output = place / "output"
    if os.geteuid() == 0:
        output = Path("/proc/gdprdocs")
    else:
        output.mkdir(mode=0o500)
    code, stderr = fails("build", "--format", "html", "--output", output, "voorbeeld", cwd=place)
    assert (code, "cannot write" in stderr) == (3, True)


def test_output_to_a_reader_who_walks_away(place: Path) -> None:
    """``gdprdocs explain | head -1``"""
    command = f"{sys.executable} -m gdprdocs explain | head -1"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        ["sh", "-c", command], cwd=place, env=environment, capture_output=True, text=True, check=False
    )
    assert "Traceback" not in done.stderr


def children_of(process: int) -> list[int]:
    """The processes below ``process``, all the way down."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
        if parent == process:
            found += [int(folder.name), *children_of(int(folder.name))]
    return found


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are counted in /proc")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupted_build_leaves_nothing_behind(jobs: str, place: Path) -> None:
    """Ctrl-C goes to all processes of the terminal's group, as here."""
    running = start("build", "--jobs", jobs, "--output", "output", MERIDIAAN, cwd=place, start_new_session=True)
    deadline = time.monotonic() + 60
    while len(children_of(running.pid)) < (4 if jobs == "2" else 0) and time.monotonic() < deadline:
        time.sleep(0.05)
    time.sleep(1.5 if jobs == "1" else 0.5)  # into the making of PDFs
    assert running.poll() is None
    below = children_of(running.pid)
    os.killpg(running.pid, signal.SIGINT)
    stderr = running.communicate(timeout=30)[1]
    assert running.returncode == 130, stderr
    assert "Traceback" not in stderr
    while (left := [each for each in below if Path(f"/proc/{each}").exists()]) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert left == []
    assert written(place) == set()


def test_an_organisation_that_is_gone_is_pointed_out(place: Path) -> None:
    run("build", "--format", "html")
    (place / "organisations" / "voorbeeld").rename(place / "elders")
    assert "output/voorbeeld is still there, but that organisation is not" in run("build", "--format", "html").stderr
    assert "still there" not in run("build", "--format", "html", "kapot").stderr


# How documents read


def test_plain_measures_every_document_in_every_language(place: Path) -> None:
    shown = run("plain", "voorbeeld", "--document", "privacy-statement", "--messages", "nl")
    assert shown.exit_code == 0
    lines = shown.stdout.splitlines()
    assert [line.split(",")[0].rsplit(" ", 2)[0] for line in lines] == [
        f"voorbeeld: privacy-statement {language}:" for language in ("nl", "en")
    ]
    assert re.search(r": \d+ zinnen, gemiddeld \d+\.\d woorden, ten hoogste \d+; Flesch-Douma \d+$", lines[0])


def test_plain_says_where_the_longest_sentences_come_from() -> None:
    shown = run("plain", MERIDIAAN, "--document", "cookie-statement", "--worst", "40").stdout
    assert re.search(r"^ +\d+  .+ < cookies\.\S+\.(nl|en)$", shown, re.MULTILINE)
    assert re.search(r"^ +\d+  [^<]+$", shown, re.MULTILINE), "what the template words has no key"


def test_plain_cannot_measure_what_cannot_be_read(place: Path) -> None:
    (place / "organisations/kapot/profile.yaml").write_text("a: [", encoding="utf-8")
    assert run("plain", "kapot").exit_code == 1
