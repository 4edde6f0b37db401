"""Putting an organisation's documents in place, with what leads to them, and clearing away what is no longer made."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from gdprdocs.build.index import indexes, portfolio_index
from gdprdocs.build.output import (
    MANIFEST,
    Artefact,
    Manifest,
    digest,
    is_intact,
    manifest_text,
    read_manifest,
)
from gdprdocs.build.plan import INDEX, Wanted
from gdprdocs.build.render import Work
from gdprdocs.build.site import ASSETS, SITEMAP, entrance, site_assets, sitemap
from gdprdocs.build.stage import InTheWayError, Stage
from gdprdocs.documents import DOCUMENTS
from gdprdocs.formats.asset import Asset
from gdprdocs.formats.html import title_of
from gdprdocs.language import is_gap
from gdprdocs.profile import Profile
from gdprdocs.rules.building import IN_THE_WAY
from gdprdocs.whole_file import write_file

Made = tuple[Artefact, bytes | None]
"""A file of the next version and its content; without content it is the one that is there."""


def write_organisation(work: Work, pdfs: Mapping[PurePosixPath, bytes], folder: Path, wanted: Wanted) -> None:
    """Put what was made of an organisation into ``folder``, whole; ``pdfs`` holds those that were set, by path."""
    made = list(_documents(work, pdfs))
    paths = {artefact.path for artefact, _ in made}
    kept = [
        each
        for each in work.earlier
        if each.path not in paths and each.document in DOCUMENTS and is_intact(folder, each)
    ]
    new = [artefact for artefact, _ in made]
    listed = tuple(_in_order(work, [*new, *kept]) if kept else new)
    made += _site(work, listed, wanted)
    made += [(each, None) for each in kept]
    artefacts = tuple(artefact for artefact, _ in made)
    same = work.manifest.made_from == work.made_from and wanted.is_within(work.manifest.wanted)
    name = work.profile.organisation.name
    manifest = Manifest(
        work.built.slug if is_gap(name) else name,
        work.made_from,
        "" if work.unmade else work.manifest.wanted if same else wanted.noted,
        artefacts,
    )
    try:
        work.built.written = _replace(folder, work.manifest, manifest, made)
    except InTheWayError as error:
        work.complain(IN_THE_WAY, str(error.filename))
        return
    work.built.artefacts, work.built.published = artefacts, True


def _replace(folder: Path, before: Manifest, manifest: Manifest, made: list[Made]) -> int:
    """Let ``folder`` hold what was made; how many files are new or other than they were."""
    there = {each.path: each.sha256 for each in before.files}
    stage = Stage(folder)
    try:
        written = 0
        for artefact, content in made:
            path = PurePosixPath(artefact.path)
            if there.get(artefact.path) == artefact.sha256 and stage.keep(path, artefact.sha256):
                continue
            if content is None:
                raise OSError(errno.ESTALE, os.strerror(errno.ESTALE), str(folder / path))
            stage.write(path, content)
            written += 1
        stage.write(PurePosixPath(MANIFEST), manifest_text(manifest))
        stage.publish()
    except BaseException:
        stage.drop()
        raise
    return written


def _documents(work: Work, pdfs: Mapping[PurePosixPath, bytes]) -> Iterator[Made]:
    for item, format_, html in work.pages:
        content, path = html.encode("utf-8"), item.path(format_)
        yield (
            Artefact(str(path), item.type.id, item.key, item.edition, format_, title_of(html), digest(content)),
            content,
        )
    for each in work.settings:
        item, path = each.item, each.item.path("pdf")
        found = pdfs.get(path)
        sha256 = digest(found) if found is not None else each.kept.sha256 if each.kept else ""
        yield Artefact(str(path), item.type.id, item.key, item.edition, "pdf", each.title, sha256, each.key), found


def _in_order(work: Work, artefacts: list[Artefact]) -> list[Artefact]:
    """In the order of the whole plan, which a partial build did not follow: that of the profile."""
    order = {(item.type.id, item.key): number for number, item in enumerate(work.everything)}
    return sorted(artefacts, key=lambda a: (order.get((a.document, a.key), len(order)), a.format))


def _site(work: Work, listed: tuple[Artefact, ...], wanted: Wanted) -> Iterator[Made]:
    """What leads to the documents and what their pages share."""

    def made(path: PurePosixPath, content: bytes, kind: str, language: str = "", title: str = "") -> Made:
        return Artefact(str(path), kind, "", language, path.suffix[1:], title, digest(content)), content

    there = {artefact.path for artefact in listed if artefact.format == "html"}
    for path, language, page in indexes(
        work.profile, listed, logo=work.logo, draft=wanted.draft, version=work.past.version
    ):
        there.add(str(path))
        yield made(path, page.encode("utf-8"), "index", language, title_of(page))
    folders = sorted({PurePosixPath(path).parts[0] for path in there})
    for audience in folders:
        for asset in site_assets(work.profile, work.logo):
            yield made(PurePosixPath(audience, ASSETS, asset.name), asset.content, "asset")
    if "public" in folders and work.profile.publication.url and not (wanted.draft or wanted.annotated):
        pages = [{each: entrance("public", each) for each in work.profile.languages}]
        public = {(item.type, item.key): item for item in work.everything if item.audience == "public"}
        pages += [work.versions(item) for item in public.values()]
        published = [{each: page for each, page in versions.items() if str(page) in there} for versions in pages]
        yield made(PurePosixPath("public", SITEMAP), sitemap(work.profile, published).encode("utf-8"), "sitemap")


def write_portfolio(output: Path, *, draft: bool) -> None:
    """Write the page that leads to every organisation in ``output``, where it says something else than it did."""
    files = {PurePosixPath(INDEX): portfolio_index(output, draft=draft).encode("utf-8")}
    files |= {PurePosixPath(ASSETS, each.name): each.content for each in site_assets(None, None)}
    for path, content in files.items():
        if not is_intact(output, Artefact(str(path), "", "", "", "", "", digest(content))):
            write_file(output / path, content)


def add_pages(
    folder: Path, profile: Profile, logo: Asset | None, pages: Mapping[PurePosixPath, str], kind: str
) -> None:
    """Put pages that are no documents into the internal folder of an organisation, and note them as made here."""
    before = read_manifest(folder)
    made: list[Made] = []
    for asset in site_assets(profile, logo):
        path = PurePosixPath("internal", ASSETS, asset.name)
        made.append((Artefact(str(path), "asset", "", "", path.suffix[1:], "", digest(asset.content)), asset.content))
    for path, page in pages.items():
        content = page.encode("utf-8")
        made.append((Artefact(str(path), kind, "", "", path.suffix[1:], title_of(page), digest(content)), content))
    paths = {artefact.path for artefact, _ in made}
    made += [(each, None) for each in before.files if each.path not in paths and is_intact(folder, each)]
    files = tuple(artefact for artefact, _ in made)
    name = before.organisation or (folder.name if is_gap(profile.organisation.name) else profile.organisation.name)
    _replace(folder, before, Manifest(name, before.made_from, before.wanted, files), made)
