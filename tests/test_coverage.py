"""The law as a test suite: every requirement is known, claimed, earned and exercised."""

from __future__ import annotations

import copy
import runpy
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from gdprdocs.coverage import Status, claims_in
from gdprdocs.coverage.finding import Finding, findings_of
from gdprdocs.coverage.profile_key import matching
from gdprdocs.diagnostic import FieldPath
from gdprdocs.documents import DOCUMENTS
from gdprdocs.documents.conditions import CONDITIONS
from gdprdocs.law.requirement import Requirement, requirements
from gdprdocs.project import organisations
from gdprdocs.wording import article_words
from tests.conftest import ROOT
from tests.variation import data_of, profile_from

FIXTURES = Path(__file__).parent / "coverage"
"""Profiles that exercise what none of the example organisations does."""

WHOLE = {folder.name: folder for folder in organisations(ROOT / "organisations")}
PROFILES = {
    **WHOLE,
    **{folder.name: folder for folder in organisations(FIXTURES)},
    "sound--consent": Path(__file__).parent / "cases" / "sound--consent",
}


def claimed_in(folder: str) -> set[str]:
    """The requirements that the structure of a document claims."""
    return set(runpy.run_path(str(ROOT / "scripts" / "document_reference.py"))["claimed_in"](folder))


@cache
def data(name: str) -> dict[str, Any]:
    return data_of(PROFILES[name])


@cache
def findings(name: str) -> tuple[Finding, ...]:
    return tuple(findings_of(profile_from(data(name)), tuple(DOCUMENTS)))


@cache
def where_met(requirement: str) -> tuple[str, str] | None:
    """The first profile, and the document in it, in which a requirement is met."""
    for name in PROFILES:
        for finding in findings(name):
            if finding.requirement.id == requirement and finding.status is Status.MET:
                return name, finding.document
    return None


ALL = list(requirements().values())
FACTS = [
    pytest.param(requirement, pattern, id=f"{requirement.id}-{pattern}")
    for requirement in ALL
    for pattern in requirement.from_
]


@pytest.mark.parametrize("requirement", ALL, ids=lambda requirement: str(requirement.id))
def test_a_requirement_is_whole(requirement: Requirement) -> None:
    assert requirement.document in DOCUMENTS
    assert set(requirement.conditions) <= set(CONDITIONS)
    assert requirement.article
    for article in requirement.article:
        assert article_words(article, "nl")
    for text in (requirement.name, requirement.requires):
        assert all(words.strip() for words in text)
        assert "TODO" not in " ".join(text)
    assert all(len(words) <= 70 for words in requirement.name)
    assert requirement.confidence in {"verified", "verified_older_text", "secondary", "from_knowledge", "uncertain"}


def test_every_requirement_of_the_list_is_there() -> None:
    assert len(ALL) == 213


def test_every_condition_is_used() -> None:
    assert {name for requirement in ALL for name in requirement.conditions} == set(CONDITIONS)


def test_every_claim_in_a_template_is_known() -> None:
    for document in DOCUMENTS.values():
        assert claimed_in(document.folder) <= set(requirements()), document.id


def test_every_requirement_is_claimed_by_a_template() -> None:
    claimed = set().union(*(claimed_in(document.folder) for document in DOCUMENTS.values()))
    assert set(requirements()) - claimed == set()


@pytest.mark.parametrize("name", WHOLE)
def test_no_organisation_has_a_gap(name: str) -> None:
    gaps = [
        (finding.requirement.id, finding.name, finding.why.in_("en") if finding.why else "")
        for finding in findings(name)
        if finding.status is Status.GAP
    ]
    assert gaps == []


def test_every_requirement_is_exercised() -> None:
    """Met in one of the organisations or in a fixture: an unexercised claim is no better than none."""
    met = {requirement.id for requirement in ALL if where_met(requirement.id)}
    assert {requirement.id for requirement in ALL} - met == set()
    assert len(met) == 213


def without(profile: dict[str, Any], pattern: str) -> dict[str, Any]:
    """A profile in which nothing is left of what ``pattern`` names."""
    changed = copy.deepcopy(profile)
    paths = list(matching(profile, pattern))
    assert paths, f"nothing matches {pattern}"
    for path in reversed(paths):
        remove(changed, path)
    return changed


def remove(value: Any, path: FieldPath) -> None:
    for step in path[:-1]:
        value = value[step]
    del value[path[-1]]


@pytest.mark.parametrize(("requirement", "pattern"), FACTS)
def test_without_its_fact_a_claim_becomes_a_gap(requirement: Requirement, pattern: str) -> None:
    met = where_met(requirement.id)
    assert met, "never met"
    name, document = met
    profile = profile_from(without(data(name), pattern))
    statuses = {
        finding.status
        for finding in findings_of(profile, (document,))
        if finding.requirement.id == requirement.id and finding.document == document
    }
    assert Status.GAP in statuses, statuses


def test_a_claim_knows_where_it_stands() -> None:
    page = """<!doctype html><html lang="en"><head><title>T</title></head><body><main id="content"><h1>T</h1>
    <section id="who"><h2>Who</h2><table><tbody>
    <tr data-requirements="a b"><th scope="row">Name</th><td>Us</td></tr></tbody></table>
    <div data-requirements="e"><h3>Form</h3>Copy this:
    <pre><code>&lt;label for="x"&gt;Yes&lt;/label&gt;</code></pre>and ask.</div>
    <p data-requirements="c">From <mark class="gap">[to be filled in: day]</mark></p><p data-requirements="d"></p>
    </section></main></body></html>"""
    assert [(claim.requirement, claim.anchor, claim.heading, claim.words, claim.gaps) for claim in claims_in(page)] == [
        ("a", "who", "Who", "Name: Us", ()),
        ("b", "who", "Who", "Name: Us", ()),
        ("e", "who", "Form", "Copy this: Yes and ask.", ()),
        ("c", "who", "Who", "From [to be filled in: day]", ("[to be filled in: day]",)),
        ("d", "who", "Who", "", ("",)),
    ]


def test_patterns_name_keys() -> None:
    tree = {"a": {"x": {"b": 1}, "y": {"b": 2, "c": {"b": 3}}}, "l": [{"b": 4}]}

    def found(pattern: str) -> list[str]:
        return [".".join(map(str, path)) for path in matching(tree, pattern)]

    assert found("a.*.b") == ["a.x.b", "a.y.b"]
    assert found("a.**.b") == ["a.x.b", "a.y.b", "a.y.c.b"]
    assert found("l.*.b") == ["l.0.b"]
    assert found("a.z") == []
