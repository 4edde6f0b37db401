"""The pages that lead to everything: one for each organisation and language, and one for the whole output."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from gdprdocs.build.output import Artefact, read_manifest, read_name
from gdprdocs.documents import DOCUMENTS
from gdprdocs.formats.html import Asset, Link, Page, render
from gdprdocs.history import Version
from gdprdocs.language import LANGUAGES, Language
from gdprdocs.law import law
from gdprdocs.profile import Profile

NAME = "index.html"


@dataclass(frozen=True, slots=True)
class Row:
    """One document with its files."""

    title: str
    files: tuple[tuple[str, str], ...]
    """(format, address) of each."""


@dataclass(frozen=True, slots=True)
class Section:
    """The documents of one type."""

    type: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class OrganisationIndex:
    """What the index of one organisation lists."""

    sections: tuple[Section, ...]
    law_checked: date


def organisation_index(
    profile: Profile,
    language: Language,
    artefacts: tuple[Artefact, ...],
    *,
    logo: Asset | None,
    draft: bool,
    version: Version | None = None,
) -> str:
    """The page that lists the documents of one organisation in one language."""
    sections = []
    for type_ in DOCUMENTS:
        rows: dict[str, list[Artefact]] = {}
        for artefact in artefacts:
            if artefact.document == type_ and artefact.language == language:
                rows.setdefault(artefact.key, []).append(artefact)
        for artefact in artefacts:
            if artefact.document == type_ and artefact.language not in LANGUAGES and artefact.key in rows:
                rows[artefact.key].append(artefact)
        if rows:
            sections.append(Section(type_, tuple(_row(files) for files in rows.values())))
    others = [other for other in profile.languages if other != language]
    links = tuple(Link(f"../{other}/{NAME}", other, "html") for other in others if _has(artefacts, other))
    page = Page(profile, language, "html", draft=draft, logo=logo, links=links, version=version)
    return render("index", page, OrganisationIndex(tuple(sections), law().checked))


def _has(artefacts: tuple[Artefact, ...], language: Language) -> bool:
    return any(artefact.language == language for artefact in artefacts)


def _row(files: list[Artefact]) -> Row:
    return Row(files[0].title, tuple(_file(file, files[0].language) for file in files))


def _file(file: Artefact, language: str) -> tuple[str, str]:
    """What a link to the file says beside the title, and where it leads from the index in ``language``."""
    if file.language == language:
        return file.format, os.path.basename(file.path)  # noqa: PTH119 - a URL
    edition = file.language.replace("+", " + ")
    return edition if file.format == "html" else f"{edition} {file.format}", f"../{file.path}"


@dataclass(frozen=True, slots=True)
class Listed:
    """One organisation in the index of the whole output."""

    name: str
    languages: tuple[tuple[Language, str], ...]
    documents: int


@dataclass(frozen=True, slots=True)
class PortfolioIndex:
    """What the index of the whole output lists."""

    organisations: tuple[Listed, ...]
    law_checked: date


def portfolio_index(output: Path) -> str:
    """The page that lists every organisation that the output holds."""
    listed = []
    for folder in sorted(path for path in output.iterdir() if path.is_dir()):
        artefacts = read_manifest(folder)
        languages = tuple(
            (language, f"{folder.name}/{language}/{NAME}") for language in LANGUAGES if _has(artefacts, language)
        )
        if languages:
            documents = {(each.document, each.key) for each in artefacts if each.document in DOCUMENTS}
            listed.append(Listed(read_name(folder), languages, len(documents)))
    return render("portfolio", Page(None, "nl", "html"), PortfolioIndex(tuple(listed), law().checked))
