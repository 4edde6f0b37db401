"""Findings: each requirement, for each document, met, not applicable or not met."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from gdprdocs.build.plan import Planned, Wanted, plan
from gdprdocs.check import Checked
from gdprdocs.coverage.claim import Claim, claims_in
from gdprdocs.coverage.profile_key import matching
from gdprdocs.diagnostic import Place
from gdprdocs.documents import DOCUMENTS
from gdprdocs.documents.conditions import CONDITIONS
from gdprdocs.documents.scope import Scope
from gdprdocs.formats.html import Page, render, title_of
from gdprdocs.formats.html.own_words import NO_OWN_WORDS, OwnWords
from gdprdocs.language import Language, Text
from gdprdocs.law.requirement import Requirement, requirements
from gdprdocs.profile import Profile
from gdprdocs.source import Source


class Status(enum.Enum):
    """What became of a requirement in a document."""

    MET = "met"
    NOT_APPLICABLE = "does_not_apply"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class Said:
    """Where one document answers a requirement, in one language."""

    language: Language
    file: str
    """The path of the page below the organisation's folder."""
    title: str
    claim: Claim


@dataclass(frozen=True, slots=True)
class Finding:
    """One requirement in one document."""

    requirement: Requirement
    document: str
    key: str
    status: Status
    why: Text | None = None
    """Why it does not apply, or what is missing."""
    said: tuple[Said, ...] = ()
    places: tuple[Place, ...] = ()
    """The lines of the profile that feed it."""

    def said_in(self, language: Language) -> tuple[Said, ...]:
        """Where it stands in one language, each part of the page once."""
        return tuple({said.claim.anchor: said for said in self.said if said.language == language}.values())

    @property
    def is_own(self) -> bool:
        """Whether words of the organisation's own stand where it is answered."""
        return any(said.claim.is_own for said in self.said)

    @property
    def name(self) -> str:
        """The document by its type and key: ``privacy-statement website``."""
        return f"{self.document} {self.key}".strip()


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the documents of one organisation answer."""

    slug: str
    profile: Profile
    findings: tuple[Finding, ...]

    def number(self, status: Status) -> int:
        """How many findings have this status."""
        return sum(finding.status is status for finding in self.findings)

    @property
    def gaps(self) -> tuple[Finding, ...]:
        """The findings that say something is missing."""
        return tuple(finding for finding in self.findings if finding.status is Status.GAP)


def cover(checked: Checked) -> Coverage:
    """Render every document of an organisation as a draft and compare it with what the law asks."""
    if checked.profile is None:
        raise ValueError(f"{checked.slug} could not be read")
    profile = checked.profile
    findings = tuple(
        _with_places(finding, scope, checked.source)
        for finding, scope in _findings(profile, tuple(DOCUMENTS), checked.own_words)
    )
    return Coverage(checked.slug, profile, findings)


def findings_of(profile: Profile, documents: tuple[str, ...]) -> Iterator[Finding]:
    """What documents of these types answer, without the places in the profile."""
    return (finding for finding, _ in _findings(profile, documents))


@dataclass(frozen=True, slots=True)
class _Rendered:
    """One document in every language of the profile, with its claims."""

    document: str
    key: str
    scope: Scope
    said: tuple[Said, ...]
    languages: frozenset[Language]


def _findings(
    profile: Profile, documents: tuple[str, ...], own: OwnWords = NO_OWN_WORDS
) -> Iterator[tuple[Finding, Scope]]:
    rendered = list(_rendered(profile, documents, own))
    for requirement in requirements().values():
        answered_by = [each for each in rendered if each.document == requirement.document]
        others = [
            each
            for each in rendered
            if each.document != requirement.document
            and any(said.claim.requirement == requirement.id for said in each.said)
        ]
        if not answered_by and requirement.document in documents:
            scope = DOCUMENTS[requirement.document].about(profile)
            elsewhere = tuple(said for each in others for said in each.said)
            yield _without_document(requirement, scope, elsewhere), scope
        for each in [*answered_by, *others]:
            yield _finding(requirement, each), each.scope


def _rendered(profile: Profile, documents: tuple[str, ...], own: OwnWords) -> Iterator[_Rendered]:
    planned = plan(profile, Wanted(documents=documents))
    for (type_, key), group in groupby(planned, key=lambda item: (item.type, item.key)):
        items = list(group)
        said = tuple(said for item in items for said in _said(profile, item, own))
        scope = type_.scope_of(profile, items[0].model)
        yield _Rendered(type_.id, key, scope, said, frozenset(item.language for item in items))


def _said(profile: Profile, item: Planned, own: OwnWords) -> Iterator[Said]:
    around = Page(profile, item.language, "html", draft=True, own_words=own, marks_own=True)
    page = render(item.type.folder, around, item.model)
    title = title_of(page)
    for claim in claims_in(page):
        yield Said(item.language, str(item.path("html")), title, claim)


def why_not(requirement: Requirement, scope: Scope) -> Text | None:
    """Why a requirement does not apply; nothing when it does."""
    for name in requirement.conditions:
        if reason := CONDITIONS[name].why_not(scope):
            return reason
    return None


_NO_DOCUMENT = Text(
    nl="dit document wordt niet gemaakt: het profiel mist de gegevens ervoor",
    en="this document is not made: the profile lacks the facts for it",
)
_NOT_SAID = Text(nl="het document zegt hier niets over", en="the document says nothing about it")


def _without_document(requirement: Requirement, scope: Scope, elsewhere: tuple[Said, ...]) -> Finding:
    reason = why_not(requirement, scope)
    if reason:
        return Finding(requirement, requirement.document, "", Status.NOT_APPLICABLE, reason)
    if any(said.claim.requirement == requirement.id and not said.claim.gaps for said in elsewhere):
        words = Text(nl="een ander document zegt dit", en="another document says this")
        return Finding(requirement, requirement.document, "", Status.NOT_APPLICABLE, words)
    return Finding(requirement, requirement.document, "", Status.GAP, _NO_DOCUMENT)


def _finding(requirement: Requirement, rendered: _Rendered) -> Finding:
    said = tuple(each for each in rendered.said if each.claim.requirement == requirement.id)
    document, key = rendered.document, rendered.key
    reason = why_not(requirement, rendered.scope)
    if reason:
        return Finding(requirement, document, key, Status.NOT_APPLICABLE, reason)
    if {each.language for each in said} != rendered.languages:
        return Finding(requirement, document, key, Status.GAP, _NOT_SAID, said)
    if any(each.claim.gaps for each in said):
        why = Text(nl=f"er ontbreekt een feit: {_missing(said, 'nl')}", en=f"a fact is missing: {_missing(said, 'en')}")
        return Finding(requirement, document, key, Status.GAP, why, said)
    return Finding(requirement, document, key, Status.MET, None, said)


def _missing(said: tuple[Said, ...], language: Language) -> str:
    """The marked gaps in the documents of one language, or of another where there are none in that one."""
    found = [each for each in said if each.claim.gaps]
    spoken = [each for each in found if each.language == language] or found
    return "; ".join(dict.fromkeys(gap for each in spoken for gap in each.claim.gaps))


def _with_places(finding: Finding, scope: Scope, source: Source) -> Finding:
    concerned = {
        "activities": {activity.id for activity in scope.activities},
        "processors": {processor.id for processor in scope.processors},
        "recipients": {recipient.id for recipient in scope.recipients},
    }
    paths = [
        path
        for pattern in finding.requirement.from_
        for path in matching(source.data, pattern)
        if path[0] not in concerned or len(path) == 1 or path[1] in concerned[str(path[0])]
    ]
    places = dict.fromkeys(source.place(path, key=True) for path in paths)
    return replace(finding, places=tuple(places))
