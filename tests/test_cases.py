"""Every folder in ``cases/`` is a profile with a fault beside exactly what its user is told, in both languages.

The folder's name is the id of the rule (with ``--something`` behind it for a further case), and that rule must be among
what is found. Adding a test is adding a folder; ``pytest --renew`` writes the expected texts for you to review.
A profile whose folder is called ``sound--something`` has no fault: of that no error may be said. One called
``<rule>--sound`` (or ``<rule>--sound-something``) lies close to a fault of that rule, and the rule must be silent.

A case is a small profile, and a whole one says much that it does not: of warnings and advice only those of its own rule
are shown. The example organisations are whole, and nothing at all may be said of them (``test_check.py``).

``cases_rest/`` is what the organisation of every case also says, a file for each top-level key, so that a case is short
and shows its own fault and no other. A case that has the key itself goes without that file; so does one that names it
in ``without``.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from gdprdocs.check import Checked, check_organisation
from gdprdocs.diagnostic import Diagnostic, Severity
from gdprdocs.language import LANGUAGES, Language
from gdprdocs.report import render_text
from gdprdocs.rules import RULES
from tests.conftest import Expected

CASES = Path(__file__).parent / "cases"
REST = Path(__file__).parent / "cases_rest"
NAMES = sorted(folder.name for folder in CASES.iterdir())
SOUND = [name for name in NAMES if re.search(r"^sound$|^sound--|--sound(-|$)", name)]
FAULTY = [name for name in NAMES if name not in SOUND]

IN_TEST_SOURCE = {"yaml-unreadable", "yaml-size", "yaml-encoding", "yaml-values", "yaml-text-length"}
"""Faults of files that are too large or too odd to keep in git: ``test_source.py`` makes them as it runs."""

IN_TEST_BUILD = {"logo-unreadable", "document-gap", "pdf-failed", "pdf-limit", "profile-changed", "output-in-the-way"}
"""Faults that only building finds: ``test_build.py`` and ``test_never_broken.py`` make them."""

IN_TEST_OWN_WORDS = {
    "wording-clauses", "wording-encoding", "wording-failed", "wording-length", "wording-places", "wording-size",
    "wording-unreadable",
}  # fmt: skip
"""Faults of files with own words that are too large or too odd, or show in a document: ``test_own_words.py``."""


def whole(case: str, folder: Path) -> Path:
    """A copy below ``folder`` of a case with the rest of its organisation."""
    organisation = folder / case
    shutil.copytree(CASES / case, organisation)
    said = "\n".join(file.read_text(errors="replace") for file in organisation.rglob("*.yaml"))
    without = organisation / "without"
    left_out = without.read_text().split() if without.exists() else []
    for file in REST.iterdir():
        if file.stem not in left_out and not re.search(rf"^{file.stem}:", said, re.MULTILINE):
            shutil.copy(file, organisation)
    return organisation


def shown(case: str, checked: Checked) -> list[Diagnostic]:
    """Of what was found: every error, and what the case's own rule says."""
    own = case.split("--")[0]
    return [found for found in checked.diagnostics if found.severity is Severity.ERROR or found.rule == own]


@pytest.mark.parametrize("case", SOUND)
def test_a_sound_profile_is_silent(case: str, tmp_path: Path) -> None:
    assert render_text(shown(case, check_organisation(whole(case, tmp_path))), "en") == ""


@pytest.mark.parametrize("case", FAULTY)
def test_case(case: str, expect: Expected, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(whole(case, tmp_path).parent)
    checked = check_organisation(Path(case))
    found = shown(case, checked)
    assert case.split("--")[0] in {diagnostic.rule for diagnostic in found}
    for language in LANGUAGES:
        expect(CASES / case / f"expected.{language}.txt", render_text(found, language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_can_be_explained(language: Language) -> None:
    for case in FAULTY:
        for diagnostic in check_organisation(CASES / case).diagnostics:
            assert RULES[diagnostic.rule].reason.in_(language)


def test_every_rule_has_a_case() -> None:
    assert set(RULES) - IN_TEST_SOURCE - IN_TEST_BUILD - IN_TEST_OWN_WORDS == {case.split("--")[0] for case in FAULTY}


def test_every_warning_and_advice_has_a_profile_on_which_it_is_silent() -> None:
    judged = {id_ for id_, rule in RULES.items() if rule.severity is not Severity.ERROR}
    assert judged <= {case.split("--")[0] for case in SOUND}
