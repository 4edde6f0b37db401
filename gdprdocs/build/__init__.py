"""Building: from checked organisations to files.

Pages are rendered here, one after the other, for that takes little; PDFs are set by a pool of processes, for that takes
nearly all the time. Workers get text and return bytes: only this process reads profiles and writes files.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from gdprdocs.build.annotation import annotate
from gdprdocs.build.fragment import fragment
from gdprdocs.build.index import indexes, portfolio_index
from gdprdocs.build.output import Artefact, digest, prune, read_manifest, read_origin, write_file, write_manifest
from gdprdocs.build.past import Past, past_of
from gdprdocs.build.plan import ALL_FORMATS, FORMATS, INDEX, Format, Planned, Wanted, plan
from gdprdocs.build.site import (
    ASSETS,
    SITEMAP,
    address,
    addresses,
    alternates,
    assets_of,
    entrance,
    href,
    site_assets,
    sitemap,
)
from gdprdocs.check import Checked
from gdprdocs.diagnostic import Diagnostic, Place, Severity
from gdprdocs.documents import DOCUMENTS
from gdprdocs.formats import pdf
from gdprdocs.formats.attached import attached_facts
from gdprdocs.formats.bilingual import side_by_side
from gdprdocs.formats.html import Asset, Link, Page, Target, UnfinishedDocumentError, logo_asset, render, title_of
from gdprdocs.language import LANGUAGES, Edition, Language, is_gap, languages_of
from gdprdocs.profile import Profile
from gdprdocs.project import PROFILE
from gdprdocs.rules import Rule
from gdprdocs.rules.building import DOCUMENT_GAP, LOGO_UNREADABLE, PDF_FAILED, detailed

__all__ = [
    "ALL_FORMATS", "FORMATS", "Built", "Format", "Past", "Wanted", "build", "past_of", "write_assets", "write_page",
]  # fmt: skip

Progress = Callable[[int, int], None]
"""Called with the number of PDFs made and the number planned."""


@dataclass
class Built:
    """What a build did with one organisation."""

    slug: str
    artefacts: tuple[Artefact, ...] = ()
    written: int = 0
    diagnostics: list[Diagnostic] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A PDF to be made: its page, the assets that the page names, and the file that is attached to it."""

    html: str
    assets: dict[str, tuple[str, bytes]]
    attached: pdf.Attached | None


@dataclass
class _Work:
    """An organisation whose pages are rendered and whose PDFs are still to come."""

    checked: Checked
    profile: Profile
    logo: Asset | None
    built: Built
    made_from: str
    past: Past
    earlier: tuple[Artefact, ...]
    """What an earlier build made from the very same profile, and a partial build may therefore keep."""
    everything: tuple[Planned, ...]
    """All documents of the organisation, also those that this build does not make."""
    pages: list[tuple[Planned, Format, str]] = field(default_factory=list)
    sheets: list[tuple[Planned, _Sheet, str]] = field(default_factory=list)


def build(
    organisations: list[Checked],
    output: Path,
    wanted: Wanted,
    *,
    jobs: int = 1,
    progress: Progress | None = None,
    pasts: Mapping[str, Past] = MappingProxyType({}),
) -> list[Built]:
    """Make the documents of ``organisations`` below ``output``, with what is known of the past of each, by slug.

    An organisation with errors, or whose documents cannot be finished, is left out whole: what an earlier build made
    of it stays. Raises :class:`gdprdocs.formats.pdf.PangoMissingError` when PDFs are wanted and cannot be made here.
    """
    works = [
        _render(checked, output / checked.slug, wanted, pasts.get(checked.slug, Past())) for checked in organisations
    ]
    sheets = [sheet for work in works for _, sheet, _ in work.sheets]
    made: list[pdf.Pdf] = []
    with _executor(min(jobs, len(sheets))) as run:
        for result in run(_set, sheets):
            made.append(result)
            if progress:
                progress(len(made), len(sheets))
    remaining = iter(made)
    for work in works:
        results = [next(remaining) for _ in work.sheets]
        _write(work, results, output / work.built.slug, wanted)
    if output.is_dir() and wanted.formats != ("fragment",):
        write_file(output / INDEX, portfolio_index(output).encode("utf-8"))
        write_assets(output, None, None)
    return [work.built for work in works]


def _render(checked: Checked, folder: Path, wanted: Wanted, past: Past) -> _Work:
    """All pages of one organisation, as HTML for the site and as HTML for its PDFs."""
    if checked.profile is None:
        raise ValueError(f"{checked.slug} could not be read")
    profile = checked.profile
    kind = f"{'-draft' if wanted.draft else ''}{'-annotated' if wanted.annotated else ''}"
    made_from = f"{checked.fingerprint}{past.fingerprint}{kind}"
    same = read_origin(folder) == made_from and not wanted.is_everything
    earlier = read_manifest(folder) if same else ()
    everything = tuple(plan(profile, Wanted()))
    work = _Work(checked, profile, None, Built(checked.slug), made_from, past, earlier, everything)
    if profile.branding.logo:
        try:
            work.logo = logo_asset(checked.folder, profile.branding.logo)
        except OSError as error:
            _complain(work, LOGO_UNREADABLE, f"{profile.branding.logo}: {error.strerror or error}")
            return work
    for item in plan(profile, wanted):
        try:
            html = _rendered(work, item, wanted, "html")
            if "html" in wanted.formats:
                work.pages.append((item, "html", html))
            if "fragment" in wanted.formats:
                page = _rendered(work, item, wanted, "fragment")
                work.pages.append((item, "fragment", fragment(page, wanted.heading_offset)))
            if "pdf" in wanted.formats:
                sheet = _rendered(work, item, wanted, "pdf")
                logo = work.logo
                assets = {pdf.BASE + logo.name: (logo.media_type, logo.content)} if logo else {}
                work.sheets.append((item, _Sheet(sheet, assets, _attached(work, item, wanted)), title_of(html)))
        except UnfinishedDocumentError as gap:
            _complain(work, DOCUMENT_GAP, f"{item.stem}: {gap.what}")
    if work.built.diagnostics:
        work.pages, work.sheets = [], []
    return work


def _rendered(work: _Work, item: Planned, wanted: Wanted, made_as: Format) -> str:
    """The page of one document, in one language or with two side by side."""
    pages = [
        render(item.type.folder, _page(work, item, language, wanted, made_as), item.model)
        for language in languages_of(item.edition)
    ]
    if wanted.annotated:
        pages = [annotate(page, language) for page, language in zip(pages, languages_of(item.edition), strict=True)]
    return pages[0] if len(pages) == 1 else side_by_side(*pages)


def _attached(work: _Work, item: Planned, wanted: Wanted) -> pdf.Attached | None:
    """The facts of a document as data; of a draft nothing is certain yet."""
    if item.type.facts is None or wanted.draft:
        return None
    facts, languages = item.type.facts(work.profile, item.model), languages_of(item.edition)
    return attached_facts(item.type.id, item.path("pdf").stem, facts, languages, work.profile)


def _page(work: _Work, item: Planned, language: Language, wanted: Wanted, made_as: Format) -> Page:
    target: Target = "pdf" if made_as == "pdf" else "html"
    bilingual = item.edition not in LANGUAGES
    page = Page(work.profile, language, target, wanted.draft, bilingual, wanted.annotated, work.logo)
    page = replace(page, version=work.past.version, changes=work.past.changes_of(item.type.id, item.key))
    path = item.path("html")
    if made_as == "fragment":
        return replace(page, addresses=addresses(work.everything, path, language, work.profile))
    if made_as == "pdf":
        return page
    versions = _versions(work, item)
    own = None if wanted.draft or wanted.annotated else address(work.profile, path)
    public = PurePosixPath(path.parts[0], INDEX)
    return replace(
        page,
        links=tuple(_links(work, item, language, wanted)),
        assets=assets_of(path),
        addresses=addresses(work.everything, path, language),
        canonical=own,
        alternates=alternates(work.profile, versions, public) if own and not bilingual else (),
    )


def _versions(work: _Work, item: Planned) -> dict[Language, PurePosixPath]:
    """The pages of one document in each language."""
    same = [other for other in work.everything if (other.type, other.key) == (item.type, item.key)]
    return {other.language: other.path("html") for other in same}


def _links(work: _Work, item: Planned, language: Language, wanted: Wanted) -> Iterator[Link]:
    """From a page to the document in other languages, its PDF and the index, as far as they are made."""
    there = {artefact.path for artefact in work.earlier}

    def is_made(path: PurePosixPath, edition: Edition, format_: Format) -> bool:
        return (edition in wanted.languages and format_ in wanted.formats) or str(path) in there

    page = item.path("html")
    for other, path in _versions(work, item).items():
        if other != item.edition and is_made(path, other, "html"):
            yield Link(href(path, page), other, "html")
    if is_made(item.path("pdf"), item.edition, "pdf"):
        yield Link(item.path("pdf").name, language, "pdf")
    if item.edition in LANGUAGES:
        yield Link(href(entrance(item.audience, language), page), language, "index")


def _complain(work: _Work, rule: Rule, what: str) -> None:
    place = Place(work.checked.folder / PROFILE, 1, 1, 1, "")
    work.built.diagnostics.append(Diagnostic(Severity.ERROR, rule.id, detailed(rule, what), place))


def _write(work: _Work, results: list[pdf.Pdf], folder: Path, wanted: Wanted) -> None:
    for (item, _, _), result in zip(work.sheets, results, strict=True):
        if result.complaints:
            _complain(work, PDF_FAILED, f"{item.stem}: {'; '.join(result.complaints)}")
    if work.built.diagnostics:
        return
    new = list(_write_documents(work, results, folder))
    earlier = read_manifest(folder)
    paths = {artefact.path for artefact in new}
    kept = [a for a in work.earlier if a.path not in paths and a.document in DOCUMENTS]
    listed = (*(_in_order(work, [*new, *kept]) if kept else new),)
    new += _write_site(work, folder, listed, draft=wanted.draft)
    work.built.artefacts, work.built.written = (*new, *kept), len(new)
    prune(folder, earlier, work.built.artefacts)
    name = work.profile.organisation.name
    write_manifest(folder, work.built.slug if is_gap(name) else name, work.made_from, work.built.artefacts)


def _write_documents(work: _Work, results: list[pdf.Pdf], folder: Path) -> Iterator[Artefact]:
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


def _in_order(work: _Work, artefacts: list[Artefact]) -> list[Artefact]:
    """In the order of the whole plan, which a partial build did not follow: that of the profile."""
    order = {(item.type.id, item.key): number for number, item in enumerate(work.everything)}
    return sorted(artefacts, key=lambda a: (order.get((a.document, a.key), len(order)), a.format))


def _write_site(work: _Work, folder: Path, listed: tuple[Artefact, ...], *, draft: bool) -> Iterator[Artefact]:
    """What leads to the documents and what their pages share."""

    def write(path: PurePosixPath, content: bytes, kind: str, language: str = "", title: str = "") -> Artefact:
        write_file(folder / path, content)
        return Artefact(str(path), kind, "", language, path.suffix[1:], title, digest(content))

    folders = []
    for path, language, page in indexes(work.profile, listed, logo=work.logo, draft=draft, version=work.past.version):
        folders.append(path.parts[0])
        yield write(path, page.encode("utf-8"), "index", language, title_of(page))
    for audience in dict.fromkeys(folders):
        for asset in site_assets(work.profile, work.logo):
            yield write(PurePosixPath(audience, ASSETS, asset.name), asset.content, "asset")
    if "public" in folders and work.profile.publication.url and not draft:
        pages = [{each: entrance("public", each) for each in work.profile.languages}]
        public = {(item.type, item.key): item for item in work.everything if item.audience == "public"}
        pages += [_versions(work, item) for item in public.values()]
        there = {artefact.path for artefact in listed} | {str(page) for page in pages[0].values()}
        made = [{each: page for each, page in versions.items() if str(page) in there} for versions in pages]
        yield write(PurePosixPath("public", SITEMAP), sitemap(work.profile, made).encode("utf-8"), "sitemap")


def write_assets(folder: Path, profile: Profile | None, logo: Asset | None) -> None:
    """Write the style sheet, the fonts and the logo that the pages in ``folder`` use."""
    for asset in site_assets(profile, logo):
        write_file(folder / ASSETS / asset.name, asset.content)


def write_page(path: Path, page: str) -> None:
    """Write a page that is no document, such as the coverage, whole or not at all."""
    write_file(path, page.encode("utf-8"))


def _set(sheet: _Sheet) -> pdf.Pdf:
    return pdf.write_pdf(sheet.html, sheet.assets, sheet.attached)


Runner = Callable[[Callable[[_Sheet], pdf.Pdf], list[_Sheet]], Iterator[pdf.Pdf]]


@contextmanager
def _executor(workers: int) -> Iterator[Runner]:
    """Something that sets sheets: this process for one job, a pool for more."""
    if workers < 2:
        if workers:
            pdf.load()
        yield lambda function, sheets: map(function, sheets)
        return
    pdf.load()  # say at once, and in this process, that something is missing
    with _pool(workers) as pool:
        yield lambda function, sheets: pool.map(function, sheets)


@contextmanager
def _pool(workers: int) -> Iterator[Executor]:
    """A pool whose workers have loaded weasyprint already, and which leaves nothing running when it is interrupted."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["gdprdocs.build.worker"])
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_ignore_interrupts)
    try:
        yield pool
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        raise
    pool.shutdown()


def _ignore_interrupts() -> None:
    """Ctrl-C reaches the whole group of processes; this one alone decides what follows."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
