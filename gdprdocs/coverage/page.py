"""The coverage of one organisation as a page, by article of the law, as an auditor reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import PurePosixPath

from gdprdocs.build.plan import INDEX
from gdprdocs.build.site import assets_of, entrance, href
from gdprdocs.coverage.finding import Coverage, Finding, Status
from gdprdocs.documents import DOCUMENTS
from gdprdocs.formats.asset import Asset
from gdprdocs.formats.html import Link, Page, render
from gdprdocs.language import Language
from gdprdocs.law.requirement import Requirement, checked
from gdprdocs.wording import article_order

STEM = {"nl": "dekking", "en": "coverage"}
"""What the page is called."""


def path_of(language: Language) -> PurePosixPath:
    """Where the page stands below the organisation's folder: it tells of internal documents too."""
    return PurePosixPath("internal", language, STEM[language], INDEX)


@dataclass(frozen=True, slots=True)
class Row:
    """One requirement and what the documents do with it."""

    requirement: Requirement
    met: tuple[Finding, ...]
    gaps: tuple[Finding, ...]
    exempt: tuple[Finding, ...]

    @property
    def status(self) -> str:
        """``gap`` where any document has one; otherwise ``met`` where any document meets it."""
        return "gap" if self.gaps else "met" if self.met else "none"


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a statute and the requirements that rest on it."""

    article: str
    anchor: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class CoveragePage:
    """What the page tells."""

    articles: tuple[Article, ...]
    met: int
    exempt: int
    gaps: int
    requirements: int
    law_checked: date
    documents: tuple[str, ...]
    top: str
    """From the page to the organisation's folder."""


def _bare(article: str) -> str:
    """``GDPR 13(1)(a)`` without its parts."""
    return article.partition("(")[0]


def articles_of(coverage: Coverage) -> Iterator[Article]:
    """The requirements by the first article on which each rests."""
    by_requirement: dict[str, list[Finding]] = {}
    for finding in coverage.findings:
        by_requirement.setdefault(finding.requirement.id, []).append(finding)
    rows = [
        Row(
            findings[0].requirement,
            tuple(each for each in findings if each.status is Status.MET),
            tuple(each for each in findings if each.status is Status.GAP),
            tuple(each for each in findings if each.status is Status.NOT_APPLICABLE),
        )
        for findings in by_requirement.values()
    ]
    rows.sort(key=lambda row: article_order(row.requirement.article[0]))
    for article, group in groupby(rows, key=lambda row: _bare(row.requirement.article[0])):
        yield Article(article, "article-" + re.sub(r"[^a-z0-9]+", "-", article.lower()), tuple(group))


def coverage_page(coverage: Coverage, language: Language, logo: Asset | None = None) -> str:
    """The page in one language, to stand beside the documents in that language."""
    others = [other for other in coverage.profile.languages if other != language]
    path = path_of(language)
    links = tuple(Link(href(path_of(other), path), other, "html") for other in others)
    links += (Link(href(entrance("internal", language), path), language, "index"),)
    articles = tuple(articles_of(coverage))
    model = CoveragePage(
        articles,
        sum(row.status == "met" for article in articles for row in article.rows),
        sum(row.status == "none" for article in articles for row in article.rows),
        sum(row.status == "gap" for article in articles for row in article.rows),
        sum(len(article.rows) for article in articles),
        checked(),
        tuple(DOCUMENTS),
        f"{href(PurePosixPath(), path)}/",
    )
    page = Page(coverage.profile, language, "html", logo=logo, links=links, assets=assets_of(path))
    return render("coverage", page, model)
