"""All files that a new organisation starts with."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from gdprdocs.language import Language
from gdprdocs.project import PROFILE
from gdprdocs.starter.answer import Answers
from gdprdocs.starter.choices import FOLDER
from gdprdocs.starter.profile import profile_text

WORKFLOW = Path(".github/workflows/privacy.yml")
IGNORED = ("output/", "draft/", "annotated/")
"""What builds write: git need not keep it, since the same profile gives the same bytes."""


@dataclass(frozen=True, slots=True)
class StarterFiles:
    """What is to be written: new files of the organisation, and those of the repository that may be there already."""

    own: dict[Path, str]
    common: dict[Path, str]


def starter_files(answers: Answers, comments: Language, organisations: Path, *, workflow: bool) -> StarterFiles:
    """The profile, and beside the folder of organisations a README and a workflow for CI."""
    own = {organisations / answers.slug / PROFILE: profile_text(answers, comments)}
    paragraphs = (FOLDER / f"README.{comments}.md").read_text(encoding="utf-8").split("\n\n")
    said = [each for each in paragraphs if workflow or WORKFLOW.as_posix() not in each]
    common = {Path("README.md"): "\n\n".join(said)}
    if workflow:
        common[WORKFLOW] = (FOLDER / "github-workflow.yml").read_text(encoding="utf-8")
    return StarterFiles(own, common)
