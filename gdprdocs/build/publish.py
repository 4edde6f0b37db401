"""Putting an organisation's documents in place, with what leads to them, and clearing away what is no longer made."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from gdprdocs.build.index import indexes, portfolio_index
from gdprdocs.build.output import Artefact, digest, prune, read_manifest, write_manifest
from gdprdocs.build.plan import INDEX, Format, Planned, Wanted
from gdprdocs.build.render import Work
from gdprdocs.build.site import ASSETS, SITEMAP, entrance, site_assets, sitemap
from gdprdocs.documents import DOCUMENTS
from gdprdocs.formats import pdf
from gdprdocs.formats.asset import Asset
from gdprdocs.formats.html import title_of
from gdprdocs.language import is_gap
from gdprdocs.profile import Profile
from gdprdocs.rules.building import PDF_FAILED
from gdprdocs.whole_file import write_file


def write_organisation(work: Work, results: list[pdf.Pdf], folder: Path, wanted: Wanted) -> None:
    """Write what was made of an organisation into ``folder``; nothing when anything went wrong."""
    for (item, _, _), result in zip(work.sheets, results, strict=True):
        if result.complaints:
            work.complain(PDF_FAILED, f"{item.stem}: {'; '.join(result.complaints)}")
    if work.built.diagnostics:
        return
    new = list(_write_documents(work, results, folder))
    earlier = read_manifest(folder)
    paths = {artefact.path for artefact in new}
    kept = [a for a in work.earlier if a.path not in paths and a.document in DOCUMENTS]
    listed = (*(_in_order(work, [*new, *kept]) if kept else new),)
    new += _write_site(work, folder, listed, wanted)
    work.built.artefacts, work.built.written = (*new, *kept), len(new)
    prune(folder, earlier, work.built.artefacts)
    name = work.profile.organisation.name
    write_manifest(folder, work.built.slug if is_gap(name) else name, work.made_from, work.built.artefacts)


def _write_documents(work: Work, results: list[pdf.Pdf], folder: Path) -> Iterator[Artefact]:
    files: list[tuple[Planned, Format, str, bytes]] = [
        (item, format_, title_of(html), html.encode("utf-8")) for item, format_, html in work.pages
    ]
    files += [
        (item, "pdf", title, result.content) for (item, _, title), result in zip(work.sheets, results, strict=True)
    ]
    for item, format_, title, content in files:
        path = item.path(format_)
        write_file(folder / path, content)
        yield Artefact(str(path), item.type.id, item.key, item.edition, format_, title, digest(content))


def _in_order(work: Work, artefacts: list[Artefact]) -> list[Artefact]:
    """In the order of the whole plan, which a partial build did not follow: that of the profile."""
    order = {(item.type.id, item.key): number for number, item in enumerate(work.everything)}
    return sorted(artefacts, key=lambda a: (order.get((a.document, a.key), len(order)), a.format))


def _write_site(work: Work, folder: Path, listed: tuple[Artefact, ...], wanted: Wanted) -> Iterator[Artefact]:
    """What leads to the documents and what their pages share."""

    def write(path: PurePosixPath, content: bytes, kind: str, language: str = "", title: str = "") -> Artefact:
        write_file(folder / path, content)
        return Artefact(str(path), kind, "", language, path.suffix[1:], title, digest(content))

    there = {artefact.path for artefact in listed if artefact.format == "html"}
    for path, language, page in indexes(
        work.profile, listed, logo=work.logo, draft=wanted.draft, version=work.past.version
    ):
        there.add(str(path))
        yield write(path, page.encode("utf-8"), "index", language, title_of(page))
    folders = sorted({PurePosixPath(path).parts[0] for path in there})
    for audience in folders:
        for asset in site_assets(work.profile, work.logo):
            yield write(PurePosixPath(audience, ASSETS, asset.name), asset.content, "asset")
    if "public" in folders and work.profile.publication.url and not (wanted.draft or wanted.annotated):
        pages = [{each: entrance("public", each) for each in work.profile.languages}]
        public = {(item.type, item.key): item for item in work.everything if item.audience == "public"}
        pages += [work.versions(item) for item in public.values()]
        made = [{each: page for each, page in versions.items() if str(page) in there} for versions in pages]
        yield write(PurePosixPath("public", SITEMAP), sitemap(work.profile, made).encode("utf-8"), "sitemap")


def write_portfolio(output: Path, *, draft: bool) -> None:
    """Write the page that leads to every organisation in ``output``."""
    write_file(output / INDEX, portfolio_index(output, draft=draft).encode("utf-8"))
    write_assets(output, None, None)


def write_assets(folder: Path, profile: Profile | None, logo: Asset | None) -> None:
    """Write the style sheet, the fonts and the logo that the pages in ``folder`` use."""
    for asset in site_assets(profile, logo):
        write_file(folder / ASSETS / asset.name, asset.content)


def write_page(path: Path, page: str) -> None:
    """Write a page that is no document, such as the coverage, whole or not at all."""
    write_file(path, page.encode("utf-8"))
