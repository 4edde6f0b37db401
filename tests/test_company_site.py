"""A company's repository as it would look: its CI files, run as CI would, end with a folder that can be published.

``make pages`` walks that folder in a real browser (tests/browser/site.mjs).
"""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from urllib.parse import urljoin, urlsplit

import pytest

from gdprdocs import __version__
from gdprdocs.check import check_organisation
from gdprdocs.formats.tree import parse
from tests.ci_run import COMPANY_SITE, Machine, Result, publish, read_yaml
from tests.conftest import ROOT

PUBLISHED = {
    "index.html",
    "nl/index.html",
    "nl/privacyverklaring/index.html",
    "nl/privacyverklaring/privacyverklaring.pdf",
    "nl/cookieverklaring/index.html",
    "nl/cookieverklaring/cookieverklaring.pdf",
    "en/index.html",
    "en/privacy-statement/index.html",
    "en/privacy-statement/privacy-statement.pdf",
    "en/cookie-statement/index.html",
    "en/cookie-statement/cookie-statement.pdf",
    "sitemap.xml",
}
"""What the company publishes, beside its assets."""

PAGES = "actions/upload-pages-artifact"

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("ensurepip") is None, reason="this Python cannot make an environment with pip"
)


def files_of(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}


def links(site: Path, page: str) -> Iterator[tuple[str, str]]:
    """Every place that a page leads to or takes something from, and the part of it; addresses elsewhere left out."""
    for element in parse((site / page).read_text(encoding="utf-8")).iter():
        for name in ("href", "src"):
            if (target := element.get(name)) is None or element.get("rel") in ("canonical", "alternate"):
                continue
            where = urlsplit(urljoin(f"https://site.example/{page}", target))
            if where.netloc == "site.example":
                path = where.path.removeprefix("/")
                yield (f"{path}index.html" if path.endswith("/") or not path else path), where.fragment


def assert_can_be_published(site: Path) -> None:
    """Every page is reached from the first, every link leads somewhere, and every PDF is one."""
    there = files_of(site)
    assert there >= PUBLISHED
    reached, waiting = {"index.html"}, ["index.html"]
    while waiting:
        page = waiting.pop()
        for target, part in links(site, page):
            assert target in there, f"{page} leads to {target}"
            if part:
                ids = {element.get("id") for element in parse((site / target).read_text(encoding="utf-8")).iter()}
                assert part in ids, f"{page} leads to {target}#{part}"
            if target not in reached:
                reached.add(target)
                if target.endswith(".html"):
                    waiting.append(target)
    assert reached >= PUBLISHED - {"sitemap.xml"}
    assert {name for name in there if name.endswith((".html", ".pdf"))} <= reached
    assert all((site / name).read_bytes().startswith(b"%PDF-") for name in there if name.endswith(".pdf"))
    for name in there:
        assert not re.search(r"register|overeenkomst|agreement|consent|toestemming|internal", name)


# The example itself


@pytest.fixture(scope="module")
def slug() -> str:
    (folder,) = (COMPANY_SITE / "organisations").iterdir()
    return folder.name


def test_the_profile_is_sound(slug: str) -> None:
    assert check_organisation(COMPANY_SITE / "organisations" / slug).diagnostics == ()


def test_it_names_this_version_of_the_program() -> None:
    assert (COMPANY_SITE / "requirements.txt").read_text(encoding="utf-8") == f"gdprdocs=={__version__}\n"


@pytest.mark.parametrize(
    ("copy", "original"),
    [
        (".github/workflows/privacy.yml", "gdprdocs/starter/github-workflow.yml"),
        (".gitlab-ci.yml", "ci/gitlab.yml"),
    ],
)
def test_its_ci_files_are_those_that_everybody_gets(copy: str, original: str) -> None:
    assert (COMPANY_SITE / copy).read_bytes() == (ROOT / original).read_bytes(), f"cp {original} {COMPANY_SITE / copy}"


def test_every_action_is_pinned_by_commit_and_the_same_everywhere() -> None:
    pinned: dict[str, set[str]] = {}
    for file in (ROOT / "gdprdocs" / "starter" / "github-workflow.yml", ROOT / "action.yml"):
        for name, rest in re.findall(r"uses: (\S+?)@(.*)", file.read_text(encoding="utf-8")):
            assert re.fullmatch(r"[0-9a-f]{40} # v\d+\.\d+\.\d+", rest), f"{file.name}: {name}"
            pinned.setdefault(name, set()).add(rest)
    assert len(pinned) >= 4
    assert {name for name, commits in pinned.items() if len(commits) > 1} == set()


def test_gitlab_sees_no_component_in_our_templates() -> None:
    """GitLab takes a file ``templates/*.yml`` at the top of a project for a CI component."""
    assert list((ROOT / "templates").glob("*.yml")) == []


# GitHub: the workflow


@pytest.fixture(scope="module")
def github(tmp_path_factory: pytest.TempPathFactory) -> tuple[Result, Machine]:
    """The workflow after a push to main."""
    return publish(tmp_path_factory.mktemp("github"))


def test_github_publishes_the_public_documents(github: tuple[Result, Machine]) -> None:
    result, machine = github
    assert result.succeeded, result.log
    assert "nothing to report" in result.log
    assert_can_be_published(machine.workspace / result.used[PAGES]["path"])


def test_github_installs_the_program_as_the_company_names_it(github: tuple[Result, Machine]) -> None:
    result, machine = github
    assert f"Successfully installed gdprdocs-{__version__}" in result.log
    assert (machine.folder / "venv" / "bin" / "gdprdocs").is_file()


def test_github_fetches_the_whole_history_and_keeps_no_token(github: tuple[Result, Machine]) -> None:
    result, _ = github
    assert result.used["actions/checkout"] == {"fetch-depth": "0", "persist-credentials": "false"}


def test_what_is_built_is_not_committed(github: tuple[Result, Machine]) -> None:
    _, machine = github
    done = subprocess.run(["git", "status", "--porcelain"], cwd=machine.workspace, capture_output=True, check=True)
    assert done.stdout == b""


def test_only_the_job_that_publishes_may_do_more_than_read() -> None:
    workflow = read_yaml(COMPANY_SITE / ".github" / "workflows" / "privacy.yml")
    assert workflow["permissions"] == {}
    permissions = {name: job["permissions"] for name, job in workflow["jobs"].items()}
    assert permissions == {"build": {"contents": "read"}, "publish": {"pages": "write", "id-token": "write"}}
    assert workflow["jobs"]["publish"]["if"] == "github.ref == 'refs/heads/main'"
    assert all("run" not in step for step in workflow["jobs"]["publish"]["steps"])


@pytest.fixture
def faulty(tmp_path: Path, slug: str) -> Path:
    """The company's repository after a mistake: a processor in the United States, without a ground."""
    company = tmp_path / "faulty"
    shutil.copytree(COMPANY_SITE, company)
    processors = company / "organisations" / slug / "processors.yaml"
    text = processors.read_text(encoding="utf-8")
    processors.write_text(text.replace("processing_locations: [NL]", "processing_locations: [US]", 1), encoding="utf-8")
    return company


def test_a_pull_request_with_a_fault_is_stopped_and_says_where(faulty: Path, tmp_path: Path, slug: str) -> None:
    result, machine = publish(tmp_path / "run", faulty, "refs/pull/7/merge")
    assert not result.succeeded
    assert f"::error file=organisations/{slug}/processors.yaml,line=" in result.log
    assert "title=transfer-no-safeguard::" in result.log
    assert "[transfer-no-safeguard]\n" in result.log
    assert f"| organisations/{slug}/processors.yaml&#58;" in machine.summary.read_text(encoding="utf-8")
    assert PAGES not in result.used
    assert not (machine.workspace / "output").exists()


# GitLab: the template


@pytest.fixture
def machine(tmp_path: Path, wheel: Path) -> Machine:
    machine = Machine(tmp_path / "machine", wheel.parent)
    machine.clone(COMPANY_SITE)
    return machine


def test_gitlab_publishes_the_public_documents(machine: Machine) -> None:
    result = machine.gitlab(machine.workspace / ".gitlab-ci.yml", "pages")
    assert result.succeeded, result.log
    assert_can_be_published(machine.workspace / "public")


def test_gitlab_gets_the_findings_of_a_merge_request(faulty: Path, tmp_path: Path, wheel: Path) -> None:
    machine = Machine(tmp_path / "machine", wheel.parent)
    machine.clone(faulty)
    result = machine.gitlab(machine.workspace / ".gitlab-ci.yml", "check-privacy-documents")
    assert not result.succeeded
    assert "[transfer-no-safeguard]" in result.log
    job = read_yaml(machine.workspace / ".gitlab-ci.yml")["check-privacy-documents"]
    report = json.loads((machine.workspace / job["artifacts"]["reports"]["codequality"]).read_text(encoding="utf-8"))
    assert "transfer-no-safeguard" in {entry["check_name"] for entry in report}


# The action


def run_action(machine: Machine, *, install: bool = True, **inputs: str) -> Result:
    """Run our own action with ``inputs``, and its defaults for the rest."""
    action = read_yaml(ROOT / "action.yml")
    steps = [step for step in action["runs"]["steps"] if install or not step.get("run", "").endswith('/install.sh"')]
    assert len(steps) == len(action["runs"]["steps"]) - (not install)
    given = {name.replace("_", "-"): value for name, value in inputs.items()}
    assert given.keys() <= action["inputs"].keys()
    facts = {f"inputs.{name}": given.get(name, stated["default"]) for name, stated in action["inputs"].items()}
    facts["steps.python.outputs.python-path"] = str(machine.python)
    facts["steps.build.outputs.public"] = ""  # until that step says otherwise
    return machine.github(steps, facts, ROOT)


@pytest.fixture(scope="module")
def action(tmp_path_factory: pytest.TempPathFactory, wheel: Path) -> Machine:
    """A machine on which the action is installed by its first use."""
    machine = Machine(tmp_path_factory.mktemp("action") / "machine", wheel.parent)
    machine.clone(COMPANY_SITE)
    result = run_action(machine, upload="pages")
    assert result.succeeded, result.log
    assert_can_be_published(machine.workspace / result.used[PAGES]["path"])
    return machine


def use_action(machine: Machine, **inputs: str) -> Result:
    """Use the action again on a machine where it is installed: only for pages, which take little time."""
    shutil.rmtree(machine.workspace / "output", ignore_errors=True)
    return run_action(machine, install=False, **{"formats": "html", **inputs})


def test_the_action_asks_for_libraries_only_for_pdf(action: Machine) -> None:
    asked = action.asked.read_text(encoding="utf-8")
    assert asked.endswith("libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0\n")
    assert run_action(action, formats="html").succeeded
    assert action.asked.read_text(encoding="utf-8") == asked


def test_the_action_leaves_the_documents_in_a_folder(action: Machine, slug: str) -> None:
    result = use_action(action, output="made")
    assert result.succeeded, result.log
    assert set(result.used) == {"actions/setup-python"}
    assert result.outputs["steps.build.outputs.public"] == f"made/{slug}/public"
    assert (action.workspace / "made" / slug / "public" / "nl" / "privacyverklaring" / "index.html").is_file()
    shutil.rmtree(action.workspace / "made")


def test_the_action_keeps_the_public_documents_with_the_run(action: Machine, slug: str) -> None:
    result = use_action(action, upload="artifact", organisation=slug)
    assert result.used["actions/upload-artifact"]["path"] == f"output/{slug}/public"


@pytest.mark.parametrize(
    ("inputs", "said"),
    [
        ({"upload": "everywhere"}, "'upload' is none, artifact or pages"),
        ({"draft": "yes"}, "'draft' is true or false"),
        ({"draft": "true", "upload": "pages"}, "A draft is not published"),
        ({"output": "../elsewhere"}, "'output' is a folder below the working directory"),
        ({"output": "/tmp/elsewhere"}, "'output' is a folder below the working directory"),
        ({"output": "a\npublic=/etc"}, "'output' is a folder below the working directory"),
        ({"formats": "docx"}, "'formats' is html, pdf, or both"),
        ({"messages": "fr"}, "'messages' is en or nl"),
        ({"organisation": "nobody"}, "no organisation 'nobody'"),
    ],
)
def test_the_action_says_what_is_wrong_with_an_input(action: Machine, inputs: Mapping[str, str], said: str) -> None:
    result = use_action(action, **inputs)
    assert not result.succeeded
    assert said in result.log
    assert not (action.workspace / "output").exists()


@pytest.mark.parametrize("name", ["organisation", "formats", "output", "messages"])
@pytest.mark.parametrize("text", ["--output=forged", "$(touch forged)'; touch forged; \"`touch forged`\n touch forged"])
def test_no_input_becomes_a_command_or_an_option(action: Machine, name: str, text: str) -> None:
    use_action(action, **{name: text})
    assert list(action.workspace.rglob("forged")) == []


def test_with_several_organisations_one_is_to_be_named(tmp_path: Path, action: Machine, slug: str) -> None:
    organisations = action.workspace / "organisations"
    shutil.copytree(organisations / slug, organisations / "another")
    try:
        assert use_action(action).succeeded
        result = use_action(action, upload="pages")
        assert not result.succeeded
        assert "There are 2 organisations with public documents" in result.log
        result = use_action(action, upload="pages", organisation="another")
        assert result.used[PAGES]["path"] == "output/another/public"
    finally:
        shutil.rmtree(organisations / "another")


def test_a_draft_is_built_in_spite_of_errors(action: Machine, faulty: Path, slug: str) -> None:
    processors = PurePosixPath("organisations", slug, "processors.yaml")
    sound = (action.workspace / processors).read_bytes()
    (action.workspace / processors).write_bytes((faulty / processors).read_bytes())
    try:
        assert not use_action(action).succeeded
        result = use_action(action, draft="true", upload="artifact")
        assert result.succeeded, result.log
        assert "title=transfer-no-safeguard::" in result.log
        page = action.workspace / "output" / slug / "public" / "en" / "privacy-statement" / "index.html"
        assert "DRAFT" in page.read_text(encoding="utf-8")
    finally:
        (action.workspace / processors).write_bytes(sound)


# pre-commit


def pre_commit(machine: Machine, *arguments: str) -> subprocess.CompletedProcess[str]:
    program = [str(machine.folder / "venv" / "bin" / "python"), "-m", "pre_commit", *arguments]
    return subprocess.run(
        program, cwd=machine.workspace, env=machine.environment, capture_output=True, text=True, check=False
    )


def test_the_hook_checks_what_is_committed(machine: Machine, faulty: Path, slug: str) -> None:
    installed, log = machine.run("python -m pip install --requirement requirements.txt", {}, pipefail=True)
    assert installed, log
    done = pre_commit(machine, "run", "--all-files")
    assert (done.returncode, "Passed" in done.stdout) == (0, True), done.stdout
    processors = PurePosixPath("organisations", slug, "processors.yaml")
    (machine.workspace / processors).write_bytes((faulty / processors).read_bytes())
    done = pre_commit(machine, "run", "--files", str(processors))
    assert done.returncode == 1
    assert "[transfer-no-safeguard]" in done.stdout
    done = pre_commit(machine, "run", "--files", "README.md")
    assert (done.returncode, "Skipped" in done.stdout) == (0, True), done.stdout


@pytest.mark.parametrize(
    ("file", "checked"),
    [
        ("organisations/acme/profile.yaml", True),
        ("organisations/acme/activities/staff.yml", True),
        ("organisations/_shared/processors.yaml", True),
        ("profile.yaml", True),
        ("README.md", False),
        ("docs/profile.yaml", False),
    ],
)
def test_the_hook_for_everybody_runs_for_profiles(file: str, checked: bool) -> None:
    (hook,) = read_yaml(ROOT / ".pre-commit-hooks.yaml")
    assert bool(re.search(hook["files"], file)) == checked
