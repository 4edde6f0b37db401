"""Running CI files as CI would: the shell commands of their steps, in a clean clone, one after the other.

What a server has and a test has not is put in place: ``sudo`` and ``apt-get`` that only note what they were asked, and
a Python without gdprdocs, whose other packages are those of this one. Nothing is fetched: pip finds a wheel of the
project made beforehand, and no index. Actions that others wrote are not run; what they would be given is noted.

    python -m tests.ci_run FOLDER    runs the workflow of examples/company-site; FOLDER/site is what Pages would get
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
COMPANY_SITE = ROOT / "examples" / "company-site"

Step = Mapping[str, Any]

_WHEEL = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"
"""What pip does with ``--no-build-isolation``; a .venv that uv made has no pip."""


_PYTHON = """#!/bin/sh
set -e
"{python}" "$@"
if [ "$1 $2" = "-m venv" ]; then
    where=$("$3/bin/python" -c "import sysconfig; print(sysconfig.get_path('purelib'))")
    echo "{packages}" >"$where/packages.pth"
fi
"""


def build_wheel(folder: Path) -> Path:
    """A wheel of the project in ``folder``."""
    done = subprocess.run(
        [sys.executable, "-c", _WHEEL, str(folder)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    return folder / done.stdout.split()[-1]


def read_yaml(path: Path) -> Any:
    """A CI file as data; the key ``on`` stays a word, as GitHub and GitLab read it."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


@dataclass
class Result:
    """What a job did: whether it went well, what it printed, and which actions of others it would have run."""

    succeeded: bool = True
    log: str = ""
    used: dict[str, dict[str, str]] = field(default_factory=dict)
    """Each action with its inputs."""
    outputs: dict[str, str] = field(default_factory=dict)
    """``steps.<id>.outputs.<name>`` with its value."""


class Machine:
    """A server of one's own below ``folder``, and on it the wheel in the folder ``wheels``."""

    def __init__(self, folder: Path, wheels: Path) -> None:
        self.folder = folder.resolve()
        self.asked = self.folder / "asked-of-apt-get"
        self.summary = self.folder / "summary.md"
        self.workspace = self.folder / "workspace"
        commands = self.folder / "bin"
        commands.mkdir(parents=True)
        (self.folder / "temp").mkdir()
        packages = self._packages()
        self._command("sudo", '#!/bin/sh\nexec "$@"\n')
        self._command("apt-get", f'#!/bin/sh\necho "$*" >>"{self.asked}"\n')
        # Makes environments, of a job or of the action, that have the packages that pip would fetch.
        self._command("python-for-venv", _PYTHON.format(python=sys.executable, packages=packages))
        self.python = commands / "python-for-venv"
        subprocess.run([self.python, "-m", "venv", self.folder / "venv"], check=True)
        git = Path(shutil.which("git") or "git").parent
        self.environment = {
            "PATH": os.pathsep.join(map(str, [commands, self.folder / "venv" / "bin", git, "/usr/bin", "/bin"])),
            "HOME": str(self.folder),
            "LANG": "C.UTF-8",
            "CI": "true",
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": str(wheels),
            "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        }

    def _command(self, name: str, text: str) -> None:
        path = self.folder / "bin" / name
        path.write_text(text, encoding="utf-8")
        path.chmod(0o755)

    def _packages(self) -> Path:
        """A folder with everything that this Python has, but gdprdocs."""
        here = self.folder / "packages"
        here.mkdir()
        for folder in {Path(entry) for entry in sys.path if Path(entry).name in ("site-packages", "dist-packages")}:
            for item in folder.iterdir():
                if "gdprdocs" not in item.name and not item.name.endswith(".pth") and item.name != "__pycache__":
                    (here / item.name).symlink_to(item)
        return here

    def clone(self, company: Path) -> None:
        """Make a repository of ``company``'s files and clone it into the workspace."""
        origin = self.folder / "origin"
        shutil.copytree(company, origin)
        author = ["-c", "user.name=De Ketting", "-c", "user.email=privacy@deketting.example"]
        for arguments in (
            ["init", "--quiet", "--initial-branch", "main"],
            ["add", "--all"],
            [*author, "commit", "--quiet", "--message", "The profile"],
        ):
            subprocess.run(["git", *arguments], cwd=origin, check=True)
        subprocess.run(["git", "clone", "--quiet", f"file://{origin}", self.workspace], check=True)

    def run(
        self, script: str, environment: Mapping[str, str], *, pipefail: bool, folder: str = "."
    ) -> tuple[bool, str]:
        """Run a script as a server does: in a file of its own, by bash, which stops at the first failure."""
        file = self.folder / "temp" / "script.sh"
        file.write_text(script, encoding="utf-8")
        options = ["--noprofile", "--norc", "-eo", "pipefail"] if pipefail else ["-e"]
        done = subprocess.run(
            ["bash", *options, file],
            cwd=self.workspace / folder,
            env={**self.environment, **environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        return done.returncode == 0, f"$ {script}\n{done.stdout}"

    def github(self, steps: Iterable[Step], facts: Mapping[str, str], action: Path | None = None) -> Result:
        """Run steps of a workflow, or of an ``action``; ``facts`` are what their expressions ask for."""
        result = Result()
        output = self.folder / "temp" / "output"
        for step in steps:
            known = {**facts, **result.outputs}
            if "if" in step and not _holds(step["if"], known):
                continue
            if "uses" in step:
                name = step["uses"].partition("@")[0]
                result.used[name] = {key: _filled(value, known) for key, value in step.get("with", {}).items()}
                continue
            if "${{" in step["run"]:
                raise ValueError(f"text from outside becomes shell commands: {step['run']}")
            output.write_text("", encoding="utf-8")
            environment = {
                "GITHUB_ACTIONS": "true",
                "GITHUB_WORKSPACE": str(self.workspace),
                "GITHUB_OUTPUT": str(output),
                "GITHUB_STEP_SUMMARY": str(self.summary),
                "RUNNER_TEMP": str(self.folder / "temp"),
                **({"GITHUB_ACTION_PATH": str(action)} if action else {}),
                **{key: _filled(value, known) for key, value in step.get("env", {}).items()},
            }
            folder = _filled(step.get("working-directory", "."), known)
            succeeded, log = self.run(step["run"], environment, pipefail=step.get("shell") == "bash", folder=folder)
            result.log += log
            for line in output.read_text(encoding="utf-8").splitlines():
                key, _, value = line.partition("=")
                result.outputs[f"steps.{step['id']}.outputs.{key}"] = value
            if not succeeded:
                result.succeeded = False
                break
        return result

    def gitlab(self, file: Path, job: str) -> Result:
        """Run a job of GitLab: what it extends and itself, in one shell."""
        everything = read_yaml(file)
        whole = {**everything[everything[job]["extends"]], **everything[job]}
        environment = {"CI_PROJECT_DIR": str(self.workspace)}
        for name, value in everything["variables"].items():
            environment[name] = value.replace("$CI_PROJECT_DIR", str(self.workspace))
        succeeded, log = self.run("\n".join([*whole["before_script"], *whole["script"]]), environment, pipefail=True)
        return Result(succeeded, log)


def _holds(condition: str, facts: Mapping[str, str]) -> bool:
    """Whether ``name == 'value'`` holds; other conditions are not known here."""
    match = re.fullmatch(r"([\w.]+) == '([^']*)'", condition)
    if not match:
        raise ValueError(f"a condition of another form: {condition}")
    return facts[match[1]] == match[2]


def _filled(text: str, facts: Mapping[str, str]) -> str:
    """The text with every ``${{ name }}`` filled in."""
    return re.sub(r"\$\{\{ ([\w.-]+) \}\}", lambda match: facts[match[1]], text)


def publish(folder: Path, company: Path = COMPANY_SITE, ref: str = "refs/heads/main") -> tuple[Result, Machine]:
    """Run the company's workflow as a push to ``ref`` does, on a machine below ``folder``."""
    wheels = folder / "wheels"
    wheels.mkdir(parents=True)
    build_wheel(wheels)
    machine = Machine(folder / "machine", wheels)
    machine.clone(company)
    workflow = read_yaml(machine.workspace / ".github" / "workflows" / "privacy.yml")
    return machine.github(workflow["jobs"]["build"]["steps"], {"github.ref": ref}), machine


if __name__ == "__main__":
    target = Path(sys.argv[1])
    job, runner = publish(target / "run")
    if not job.succeeded:
        sys.exit(job.log)
    shutil.move(runner.workspace / job.used["actions/upload-pages-artifact"]["path"], target / "site")
