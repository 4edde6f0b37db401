"""How long ``gdprdocs validate`` takes: for an activity, against other validators, for a portfolio, to start.

Run ``make benchmark``, or ``python benchmarks/validate.py`` with check-jsonschema installed beside it. Whatever is
compared runs in turns, and of each the quickest run counts: what else the machine did can only have slowed it down.
Nothing is judged here; the numbers are for reading.
"""

from __future__ import annotations

import os
import platform
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import cerberus
import click
import made

from gdprdocs.check import check_organisation
from gdprdocs.schema import SECTIONS, SINGLE, check_shape
from gdprdocs.schema.party import SUB_PROCESSOR
from gdprdocs.schema.validator import ProfileValidator
from gdprdocs.source import read_organisation

SCHEMA = Path(__file__).resolve().parent.parent / "docs" / "schema" / "profile.en.schema.json"
PROGRAM = [sys.executable, "-m", "gdprdocs", "validate"]


@click.command()
@click.option("--quick", is_flag=True, help="Fewer runs, of a tenth of the size.")
def main(quick: bool) -> None:
    """Print how long checking takes."""
    runs = 2 if quick else 5
    _head(quick)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sizes = (10, 100) if quick else (10, 100, 1000)
        # A program inherits the peak of memory of what started it, so these come first.
        _start(folder, runs * 3)
        _portfolio(folder, (20, 100) if quick else (100, 1000))
        _activities(folder, sizes, runs)
        _cerberus(sizes[-1], runs)
        _json_schema(folder, sizes[-1], min(runs, 3))


def _head(quick: bool) -> None:
    model = next((line.partition(":")[2].strip() for line in _lines("/proc/cpuinfo") if "model name" in line), "")
    click.echo(f"{os.cpu_count()} cores {model or platform.machine()}, load {os.getloadavg()[0]:.1f}")
    names = ("gdprdocs", "cerberus", "pyyaml", "click", "check-jsonschema", "jsonschema")
    said = ", ".join(f"{name} {_version(name)}" for name in names)
    click.echo(f"{platform.system()}, Python {platform.python_version()}, {said}{'; --quick' if quick else ''}")


def _lines(file: str) -> list[str]:
    return Path(file).read_text(encoding="utf-8").splitlines() if Path(file).is_file() else []


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "(absent)"


def _title(words: str) -> None:
    click.echo(f"\n{words}\n{'-' * len(words)}")


def _quickest(runs: int, work: Mapping[str, Callable[[], float]]) -> dict[str, float]:
    """The least that each piece of work took, all of them in turns."""
    taken: dict[str, list[float]] = {name: [] for name in work}
    for _ in range(runs):
        for name, measure in work.items():
            taken[name].append(measure())
    return {name: min(times) for name, times in taken.items()}


def _cpu(call: Callable[[], object]) -> float:
    """The seconds of CPU that a call takes in this process."""
    start = time.process_time()
    call()
    return time.process_time() - start


def _child_cpu(command: Sequence[str | Path]) -> float:
    """The seconds of CPU that a program takes, its start included."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    if done.returncode not in (0, 1) or "Traceback" in done.stderr:
        raise click.ClickException(done.stderr)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _activities(folder: Path, sizes: Sequence[int], runs: int) -> None:
    _title("One profile: CPU for each activity, in one process, without its start")
    work: dict[str, Callable[[], float]] = {}
    found: dict[str, int] = {}
    for number in sizes:
        for kind in ("sound", "wrong"):
            name = f"{number} {kind}"
            place = made.write(folder / name.replace(" ", "-"), made.profile(number, wrong=kind == "wrong"))
            found[name] = len(check_organisation(place).diagnostics)
            work[name] = lambda place=place: _cpu(lambda: check_organisation(place))  # type: ignore[misc]
    taken = _quickest(runs, work)
    for number in sizes:
        sound, wrong = f"{number} sound", f"{number} wrong"
        click.echo(
            f"{number:>5} activities: sound {taken[sound] / number * 1000:6.2f} ms, {found[sound]:>5} findings;"
            f"  all wrong {taken[wrong] / number * 1000:6.2f} ms, {found[wrong]:>5} findings;"
            f"  wrong/sound {taken[wrong] / taken[sound]:.2f}"
        )


class Plain(cerberus.Validator):
    """Cerberus as it comes, with the names of our two types; our own checks say nothing here."""

    types_mapping = ProfileValidator.types_mapping

    def _validate_refers_to(self, section: str, name: str, value: Any) -> None:
        """{'type': 'string'}"""  # noqa: D415  # cerberus reads the schema of this rule here


def _without_own_checks(rules: Any) -> Any:
    """A schema of ours without what plain cerberus does not know."""
    if isinstance(rules, dict):
        kept = {k: v for k, v in rules.items() if k not in ("check_with", "refers_to") or isinstance(v, dict)}
        return {key: _without_own_checks(value) for key, value in kept.items()}
    return [_without_own_checks(each) for each in rules] if isinstance(rules, list) else rules


def _cerberus(number: int, runs: int) -> None:
    _title(f"{number} activities: CPU against plain cerberus on the same data, in one call on the whole document")
    sections = {name: {"type": "dict", "valuesrules": {"type": "dict", "schema": s}} for name, s in SECTIONS.items()}
    cerberus.schema_registry.add("sub_processor", _without_own_checks(SUB_PROCESSOR))
    plain = Plain(_without_own_checks({**SINGLE, **sections}))
    with tempfile.TemporaryDirectory() as name:
        for kind in ("sound", "wrong"):
            place = made.write(Path(name) / kind, made.profile(number, wrong=kind == "wrong"))
            data = read_organisation(place).data
            work: dict[str, Callable[[], float]] = {
                "plain": lambda data=data: _cpu(lambda: plain.validate(data, normalize=False)),  # type: ignore[misc]
                "shape": lambda data=data: _cpu(lambda: check_shape(data)),  # type: ignore[misc]
                "whole": lambda place=place: _cpu(lambda: check_organisation(place)),  # type: ignore[misc]
            }
            taken = _quickest(1 if kind == "wrong" else runs, work)
            click.echo(
                f"{kind}: plain cerberus {taken['plain']:.2f} s; our schema {taken['shape']:.2f} s"
                f" ({taken['shape'] / taken['plain']:.2f} times);"
                f" with reading YAML and all rules {taken['whole']:.2f} s ({taken['whole'] / taken['plain']:.2f} times)"
            )
    click.echo("left out for plain cerberus: the form of texts, references, languages, and where a fault stands")


def _json_schema(folder: Path, number: int, runs: int) -> None:
    _title(f"{number} activities: CPU of the program against check-jsonschema with our JSON Schema on the same files")
    program = Path(sys.executable).with_name("check-jsonschema")
    if not program.is_file():
        click.echo("check-jsonschema is not installed beside this Python")
        return
    for kind in ("sound", "wrong"):
        place = folder / f"{number}-{kind}"
        command = [program, "--schemafile", SCHEMA, *sorted(place.rglob("*.yaml"))]
        taken = _quickest(
            runs,
            {
                "ours": lambda place=place: _child_cpu([*PROGRAM, "-q", place]),  # type: ignore[misc]
                "theirs": lambda command=command: _child_cpu(command),  # type: ignore[misc]
            },
        )
        ratio = taken["ours"] / taken["theirs"]
        click.echo(
            f"{kind}: gdprdocs {taken['ours']:.2f} s, check-jsonschema {taken['theirs']:.2f} s: {ratio:.2f} times"
        )


def _portfolio(folder: Path, sizes: Sequence[int]) -> None:
    _title("A portfolio of organisations with 20 activities each")
    cores = os.cpu_count() or 1
    for number in sizes:
        place = made.write_portfolio(folder / f"portfolio-{number}", number, 20)
        for jobs in sorted({1, cores}):
            wall, memory = _watched([*PROGRAM, "-q", "--jobs", str(jobs), str(place)])
            click.echo(
                f"{number:>5} organisations, {jobs} job{'s' if jobs > 1 else ' '}: {wall:7.2f} s,"
                f" {wall / number * 1000:6.1f} ms each; memory of the first process at most {memory:.0f} MiB"
            )
        shutil.rmtree(place)


def _watched(command: Sequence[str]) -> tuple[float, float]:
    """The seconds that a program took, and the memory of its first process at most, in MiB."""
    start = time.perf_counter()
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(running.pid, 0)
    running.returncode = os.waitstatus_to_exitcode(status)
    if running.returncode:
        raise click.ClickException(f"{' '.join(command)}: exit code {running.returncode}")
    return time.perf_counter() - start, usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)


def _start(folder: Path, runs: int) -> None:
    _title("Starting: CPU of gdprdocs validate on one small profile")
    place = made.write(folder / "small", made.profile(1))
    taken = _quickest(
        runs,
        {
            "ours": lambda: _child_cpu([*PROGRAM, "-q", place]),
            "imports": lambda: _child_cpu([sys.executable, "-c", "import click, yaml, cerberus"]),
        },
    )
    ours, imports = taken["ours"] * 1000, taken["imports"] * 1000
    click.echo(f"{ours:.0f} ms; python -c 'import click, yaml, cerberus' {imports:.0f} ms: {ours / imports:.2f} times")


if __name__ == "__main__":
    main()
