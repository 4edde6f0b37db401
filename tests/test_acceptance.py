"""What an organisation accepts is left as it is: that, there, until then, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdprdocs.check import Checked, check_organisation
from gdprdocs.diagnostic import FieldPath, Severity, dotted, undotted
from gdprdocs.profile import Profile
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.rules import RULES, Problem, Words
from gdprdocs.rules.rule import Finder, rule
from tests.conftest import SOUND
from tests.variation import data_of, write_profile

STEPS = st.one_of(st.from_regex(r"[a-z][a-z0-9_-]{0,8}", fullmatch=True), st.integers(0, 9999))
WORDS = Words("een doel", "Kijk ernaar.", "Het is een proef.")


def every_purpose(profile: Profile, _: Catalogue) -> Iterator[Problem]:
    """Every purpose, and every data category of it."""
    for activity in profile.activities.values():
        for purpose in activity.purposes.values():
            yield Problem(purpose.path)
            yield from (Problem((*purpose.path, "retention", name)) for name in purpose.retention)


@pytest.fixture(params=[Severity.WARNING, Severity.ADVICE])
def _trial(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule of the test's own, which is silenced everywhere, somewhere or nowhere."""
    find: Finder = every_purpose
    made = rule("trial", "purpose", "-", nl=WORDS, en=WORDS, severity=request.param)(find)
    monkeypatch.setitem(RULES, "trial", made)


def check(folder: Path, *accepted: dict[str, Any], **more: Any) -> Checked:
    data = data_of(SOUND)
    entries = [{"rule": "trial", "because": "een proef", "on": "2026-11-02", **entry} for entry in accepted]
    write_profile(folder, {**data, **more, "accepted": entries})
    return check_organisation(folder)


def rules(checked: Checked) -> list[str]:
    return sorted(diagnostic.rule for diagnostic in checked.diagnostics)


PURPOSE: FieldPath = ("activities", "newsletter", "purposes", "send_newsletter")
CATEGORY = (*PURPOSE, "retention", "contact_details")


@pytest.mark.usefixtures("_trial")
@pytest.mark.parametrize(
    ("at", "left"),
    [
        (None, []),
        ("activities", []),
        ("activities.newsletter", []),
        (dotted(PURPOSE), []),
        (dotted(CATEGORY), [PURPOSE]),
    ],
)
def test_a_place_takes_with_it_what_lies_below(folder: Path, at: str | None, left: list[FieldPath]) -> None:
    checked = check(folder, {} if at is None else {"at": at})
    assert [diagnostic.path for diagnostic in checked.diagnostics] == left
    assert {each.path for each in checked.accepted} == {PURPOSE, CATEGORY} - set(left)
    (why,) = {each.accepted for each in checked.accepted}
    assert why
    assert why.because == "een proef"


@pytest.mark.usefixtures("_trial")
@pytest.mark.parametrize(
    "at", ["activities.news", "activities.newsletter.purposes.send", "activities[0]", "processors"]
)
def test_no_other_place_does(folder: Path, at: str) -> None:
    checked = check(folder, {"at": at})
    assert rules(checked) == ["accepted-unused", "trial", "trial"]
    assert checked.accepted == ()


@pytest.mark.usefixtures("_trial")
def test_the_last_day_counts_and_the_day_after_does_not(folder: Path) -> None:
    """The profile is of 1 December 2026: no clock is read."""
    assert rules(check(folder, {"until": "2026-12-01"})) == []
    assert rules(check(folder, {"until": "2026-11-30"})) == ["accepted-expired", "trial", "trial"]


@pytest.mark.usefixtures("_trial")
def test_a_decision_of_the_day_of_the_profile_or_of_its_last_review_counts(folder: Path) -> None:
    publication = {**data_of(SOUND)["publication"], "effective": "2026-01-01", "reviewed": "2026-06-01"}
    for on, expected in (
        ("2026-01-01", []),
        ("2026-06-01", []),
        ("2026-06-02", ["accepted-ahead", "trial", "trial"]),
    ):
        found = rules(check(folder, {"on": on}, publication=publication))
        # What the profile says was tested in September is still to come then.
        assert [rule for rule in found if rule != "sec-test-future"] == expected


@pytest.mark.usefixtures("_trial")
def test_of_two_that_cover_a_finding_neither_is_unused(folder: Path) -> None:
    checked = check(folder, {"at": dotted(CATEGORY), "because": "hierom"}, {"because": "daarom"})
    assert rules(checked) == []
    assert {each.accepted.because for each in checked.accepted if each.accepted} == {"hierom", "daarom"}


@pytest.mark.usefixtures("_trial")
def test_a_place_that_was_refused_accepts_nothing(folder: Path) -> None:
    assert rules(check(folder, {"at": "activities..newsletter"})) == ["trial", "trial", "wrong-form"]


@pytest.mark.usefixtures("_trial")
def test_while_there_are_errors_nothing_is_called_unused(folder: Path) -> None:
    organisation = {**data_of(SOUND)["organisation"], "name": ""}
    assert "accepted-unused" not in rules(check(folder, {"at": "processors"}, organisation=organisation))
    assert "accepted-unused" in rules(check(folder, {"at": "processors"}))


def test_an_error_is_not_silenced(folder: Path) -> None:
    organisation = {**data_of(SOUND)["organisation"]}
    del organisation["contact"]
    checked = check(folder, {"rule": "org-identity"}, organisation=organisation)
    assert rules(checked) == ["accepted-error", "org-identity"]
    assert checked.has_errors


@given(st.lists(STEPS, max_size=6), st.from_regex(r"[a-z][a-z0-9_-]{0,8}", fullmatch=True))
def test_a_path_comes_back_from_its_words(steps: list[str | int], first: str) -> None:
    path = (first, *steps)
    assert undotted(dotted(path)) == path


@pytest.mark.parametrize(
    "words", ["", ".", "a.", ".a", "a..b", "a[", "a[b]", "[0]", "a[0", "a b", "a[-1]", "a[0]b", "a\n"]
)
def test_what_is_no_path(words: str) -> None:
    assert undotted(words) is None
