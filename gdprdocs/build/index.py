"""The pages that lead to everything: for each organisation, folder and language, and one for the whole output."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from gdprdocs.build.output import Artefact, read_manifest
from gdprdocs.build.plan import INDEX
from gdprdocs.build.site import ASSETS, address, alternates, assets_of, entrance, href
from gdprdocs.documents import DOCUMENTS
from gdprdocs.formats.asset import Asset
from gdprdocs.formats.html import Link, Page, render
from gdprdocs.history import Version
from gdprdocs.language import LANGUAGES, Language
from gdprdocs.law import law
from gdprdocs.profile import Profile
from gdprdocs.profile.organisation import Audience
from gdprdocs.project import SLUG

SHOWN = ("html", "pdf")
"""Formats that a reader opens."""


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
class Part:
    """The documents for one audience."""

    audience: Audience
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class OrganisationIndex:
    """What an index of one organisation lists: on the website what is public, inside everything."""

    audience: Audience
    parts: tuple[Part, ...]
    law_checked: date


@dataclass(frozen=True, slots=True)
class Entrance:
    """The first page of a folder, which leads to its languages."""

    audience: Audience
    languages: tuple[tuple[Language, str], ...]


def indexes(
    profile: Profile,
    artefacts: tuple[Artefact, ...],
    *,
    logo: Asset | None,
    draft: bool,
    version: Version | None = None,
) -> Iterator[tuple[PurePosixPath, Language, str]]:
    """Every index page of one organisation: its path, its language and the page itself."""
    listed = tuple(artefact for artefact in artefacts if artefact.document in DOCUMENTS and artefact.format in SHOWN)
    contents: dict[Audience, tuple[Artefact, ...]] = {"public": _of(listed, "public"), "internal": listed}
    for audience, theirs in contents.items():
        languages = tuple(each for each in profile.languages if any(a.language == each for a in theirs))
        versions = {each: entrance(audience, each) for each in languages}
        for language, path in versions.items():
            parts = tuple(_parts(theirs, audience, language, path))
            model = OrganisationIndex(audience, parts, law().checked)
            links = tuple(Link(href(other, path), each, "html") for each, other in versions.items() if each != language)
            page = _page(profile, language, path, versions, links=links, logo=logo, draft=draft, version=version)
            yield path, language, render("index", page, model)
        if languages:
            path = entrance(audience)
            choice = Entrance(audience, tuple((each, href(other, path)) for each, other in versions.items()))
            page = _page(profile, languages[0], path, versions, links=(), logo=logo, draft=draft, version=version)
            yield path, languages[0], render("entrance", page, choice)


def _page(
    profile: Profile,
    language: Language,
    path: PurePosixPath,
    versions: dict[Language, PurePosixPath],
    *,
    links: tuple[Link, ...],
    logo: Asset | None,
    draft: bool,
    version: Version | None,
) -> Page:
    own = None if draft else address(profile, path)
    others = alternates(profile, versions, PurePosixPath(path.parts[0], INDEX)) if own else ()
    assets = assets_of(path)
    return Page(
        profile,
        language,
        "html",
        draft,
        logo=logo,
        links=links,
        assets=assets,
        canonical=own,
        alternates=others,
        version=version,
    )


def _of(artefacts: tuple[Artefact, ...], audience: Audience) -> tuple[Artefact, ...]:
    return tuple(artefact for artefact in artefacts if artefact.path.startswith(f"{audience}/"))


def _parts(
    artefacts: tuple[Artefact, ...], audience: Audience, language: Language, page: PurePosixPath
) -> Iterator[Part]:
    audiences: tuple[Audience, ...] = ("public", "internal") if audience == "internal" else ("public",)
    for each in audiences:
        if sections := tuple(_sections(_of(artefacts, each), language, page)):
            yield Part(each, sections)


def _sections(artefacts: tuple[Artefact, ...], language: Language, page: PurePosixPath) -> Iterator[Section]:
    for type_ in DOCUMENTS:
        rows: dict[str, list[Artefact]] = {}
        for artefact in artefacts:
            if artefact.document == type_ and artefact.language == language:
                rows.setdefault(artefact.key, []).append(artefact)
        for artefact in artefacts:
            if artefact.document == type_ and artefact.language not in LANGUAGES and artefact.key in rows:
                rows[artefact.key].append(artefact)
        if rows:
            yield Section(type_, tuple(_row(files, page) for files in rows.values()))


def _row(files: list[Artefact], page: PurePosixPath) -> Row:
    return Row(files[0].title, tuple(_file(file, files[0].language, page) for file in files))


def _file(file: Artefact, language: str, page: PurePosixPath) -> tuple[str, str]:
    """What a link to the file says beside the title, and where it leads."""
    where = href(PurePosixPath(file.path), page)
    if file.language == language:
        return file.format, where
    edition = file.language.replace("+", " + ")
    return edition if file.format == "html" else f"{edition} {file.format}", where


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


def portfolio_index(output: Path, *, draft: bool) -> str:
    """The page that lists every organisation that the output holds; it is internal, and stands on top of all."""
    listed = []
    for folder in sorted(path for path in output.iterdir() if path.is_dir() and SLUG.fullmatch(path.name)):
        manifest = read_manifest(folder)
        artefacts = manifest.files
        paths = {artefact.path for artefact in artefacts}
        languages = tuple(
            (language, f"{folder.name}/{entrance('internal', language)}")
            for language in LANGUAGES
            if str(entrance("internal", language)) in paths
        )
        if languages:
            documents = {(each.document, each.key) for each in artefacts if each.document in DOCUMENTS}
            listed.append(Listed(manifest.organisation or folder.name, languages, len(documents)))
    page = Page(None, "nl", "html", draft, assets=f"{ASSETS}/")
    return render("portfolio", page, PortfolioIndex(tuple(listed), law().checked))
