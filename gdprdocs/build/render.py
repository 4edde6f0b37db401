"""Rendering: the pages of one organisation, as they stand on a site and as their PDFs are set from.

Nothing is written here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from gdprdocs.build.annotation import annotate
from gdprdocs.build.fragment import fragment
from gdprdocs.build.identity import pdf_maker, program
from gdprdocs.build.output import Artefact, Manifest, is_intact, read_manifest
from gdprdocs.build.past import Past
from gdprdocs.build.plan import INDEX, Format, Planned, Wanted, plan
from gdprdocs.build.site import address, addresses, alternates, assets_of, entrance, href
from gdprdocs.check import Checked
from gdprdocs.diagnostic import Diagnostic, Place, Severity
from gdprdocs.formats import pdf
from gdprdocs.formats.asset import Asset, Target, logo_asset
from gdprdocs.formats.attached import attached_facts
from gdprdocs.formats.bilingual import side_by_side
from gdprdocs.formats.html import Link, Page, UnfinishedDocumentError, render, title_of
from gdprdocs.formats.html.own_words import OwnClauseError
from gdprdocs.language import EDITIONS, LANGUAGES, Edition, Language, languages_of
from gdprdocs.own_words import failed
from gdprdocs.profile import Profile
from gdprdocs.project import PROFILE
from gdprdocs.rules import Rule
from gdprdocs.rules.building import DOCUMENT_GAP, LOGO_UNREADABLE, detailed


@dataclass
class Built:
    """What a build did with one organisation."""

    slug: str
    artefacts: tuple[Artefact, ...] = ()
    written: int = 0
    """How many files are new, or other than they were."""
    set: tuple[str, ...] = ()
    """The PDFs that were set, and not kept of an earlier build."""
    published: bool = False
    """Whether what stands in the output is what the profile says now."""
    diagnostics: list[Diagnostic] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A PDF to be made: its page, the assets that the page names, and the file that is attached to it."""

    html: str
    assets: dict[str, tuple[str, bytes]]
    attached: pdf.Attached | None

    @property
    def key(self) -> str:
        """The digest of all that decides how the PDF comes out."""
        found = hashlib.sha256(f"{pdf_maker()} {self.attached!r} {self.html}".encode())
        for name, (kind, content) in sorted(self.assets.items()):
            found.update(f" {name} {kind} {len(content)} ".encode() + content)
        return found.hexdigest()


@dataclass(frozen=True, slots=True)
class Setting:
    """A PDF of the plan: how it is set, and the file of an earlier build that is just that."""

    item: Planned
    sheet: Sheet
    title: str
    key: str
    kept: Artefact | None


@dataclass
class Work:
    """An organisation whose pages are rendered and whose PDFs are still to come."""

    checked: Checked
    profile: Profile
    logo: Asset | None
    built: Built
    made_from: str
    past: Past
    manifest: Manifest
    """What stands in the output now."""
    earlier: tuple[Artefact, ...]
    """What an earlier build made from the very same profile, and a partial build may therefore keep."""
    everything: tuple[Planned, ...] = ()
    """All documents of the organisation, also those that this build does not make."""
    pages: list[tuple[Planned, Format, str]] = field(default_factory=list)
    settings: list[Setting] = field(default_factory=list)
    unmade: set[PurePosixPath] = field(default_factory=set)
    """PDFs that took more than they were given: the pages do without them."""

    def complain(self, rule: Rule, what: str) -> None:
        """Note a fault that only building can find."""
        place = Place(self.checked.folder / PROFILE, 1, 1, 1, "")
        self.built.diagnostics.append(Diagnostic(Severity.ERROR, rule.id, detailed(rule, what), place))

    def versions(self, item: Planned) -> dict[Language, PurePosixPath]:
        """The pages of one document in each language."""
        same = [other for other in self.everything if (other.type, other.key) == (item.type, item.key)]
        return {other.language: other.path("html") for other in same}


def render_organisation(checked: Checked, folder: Path, wanted: Wanted, past: Past) -> Work:
    """All pages of one organisation, as HTML for the site and as HTML for its PDFs; none where nothing changed."""
    if checked.profile is None:
        raise ValueError(f"{checked.slug} could not be read")
    profile = checked.profile
    kind = f"{'draft ' if wanted.draft else ''}{'annotated' if wanted.annotated else ''}"
    made_from = hashlib.sha256(f"{program()} {checked.fingerprint} {past.fingerprint} {kind}".encode()).hexdigest()
    manifest = read_manifest(folder)
    same = manifest.made_from == made_from
    earlier = manifest.files if same and not wanted.is_everything else ()
    work = Work(checked, profile, None, Built(checked.slug), made_from, past, manifest, earlier)
    if same and wanted.is_within(manifest.wanted) and all(is_intact(folder, each) for each in manifest.files):
        work.built.published, work.built.artefacts = True, manifest.files
        return work
    planned = tuple(plan(profile, Wanted(languages=EDITIONS)))
    work.everything = tuple(item for item in planned if item.edition in LANGUAGES)
    if profile.branding.logo:
        try:
            work.logo = logo_asset(checked.folder, profile.branding.logo)
        except OSError as error:
            work.complain(LOGO_UNREADABLE, f"{profile.branding.logo}: {error.strerror or error}")
            return work
    for item in planned:
        if item.edition in wanted.languages and item.type.id in wanted.documents:
            try:
                _render_document(work, item, wanted, folder)
            except UnfinishedDocumentError as gap:
                work.complain(DOCUMENT_GAP, f"{item.stem}: {gap.what}")
            except OwnClauseError as error:
                said = failed(checked.own_words, error)
                if said not in work.built.diagnostics:  # a clause fails in every document and language that has it
                    work.built.diagnostics.append(said)
    if work.built.diagnostics:
        work.pages, work.settings = [], []
    return work


def _render_document(work: Work, item: Planned, wanted: Wanted, folder: Path) -> None:
    if "html" in wanted.formats:
        work.pages.append((item, "html", _rendered(work, item, wanted, "html")))
    if "fragment" in wanted.formats:
        page = _rendered(work, item, wanted, "fragment")
        work.pages.append((item, "fragment", fragment(page, wanted.heading_offset)))
    if "pdf" in wanted.formats:
        page, logo = _rendered(work, item, wanted, "pdf"), work.logo
        assets = {pdf.BASE + logo.name: (logo.media_type, logo.content)} if logo else {}
        sheet = Sheet(page, assets, _attached(work, item, wanted))
        work.settings.append(Setting(item, sheet, title_of(page), sheet.key, _kept(work, item, sheet.key, folder)))


def _kept(work: Work, item: Planned, key: str, folder: Path) -> Artefact | None:
    """The PDF of an earlier build, if it was set from the same page by the same program."""
    path = str(item.path("pdf"))
    found = next((each for each in work.manifest.files if each.path == path and each.made_from == key), None)
    return found if found and is_intact(folder, found) else None


def leave_out(work: Work, settings: list[Setting], wanted: Wanted) -> None:
    """Let the pages of documents do without their PDF."""
    work.unmade |= {setting.item.path("pdf") for setting in settings}
    work.settings = [each for each in work.settings if each.item.path("pdf") not in work.unmade]
    for number, (item, made_as, _) in enumerate(work.pages):
        if made_as == "html" and item.path("pdf") in work.unmade:
            work.pages[number] = item, made_as, _rendered(work, item, wanted, "html")


def _rendered(work: Work, item: Planned, wanted: Wanted, made_as: Format) -> str:
    """The page of one document, in one language or with two side by side."""
    pages = [
        render(item.type.folder, _page(work, item, language, wanted, made_as), item.model)
        for language in languages_of(item.edition)
    ]
    if wanted.annotated:
        pages = [annotate(page, language) for page, language in zip(pages, languages_of(item.edition), strict=True)]
    return pages[0] if len(pages) == 1 else side_by_side(*pages)


def _attached(work: Work, item: Planned, wanted: Wanted) -> pdf.Attached | None:
    """The facts of a document as data; of a draft nothing is certain yet."""
    if item.type.facts is None or wanted.draft:
        return None
    facts, languages = item.type.facts(work.profile, item.model), languages_of(item.edition)
    return attached_facts(item.type.id, item.path("pdf").stem, facts, languages, work.profile)


def _page(work: Work, item: Planned, language: Language, wanted: Wanted, made_as: Format) -> Page:
    target: Target = "pdf" if made_as == "pdf" else "html"
    bilingual = item.edition not in LANGUAGES
    page = Page(work.profile, language, target, wanted.draft, bilingual, wanted.annotated, work.logo)
    page = replace(page, version=work.past.version, changes=work.past.changes_of(item.type.id, item.key))
    page = replace(page, own_words=work.checked.own_words)
    path = item.path("html")
    if made_as == "fragment":
        return replace(page, addresses=addresses(work.everything, path, language, work.profile))
    if made_as == "pdf":
        return page
    versions = work.versions(item)
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


def _links(work: Work, item: Planned, language: Language, wanted: Wanted) -> Iterator[Link]:
    """From a page to the document in other languages, its PDF and the index, as far as they are made."""
    there = {artefact.path for artefact in work.earlier}

    def is_made(path: PurePosixPath, edition: Edition, format_: Format) -> bool:
        if path in work.unmade:
            return False
        return (edition in wanted.languages and format_ in wanted.formats) or str(path) in there

    page = item.path("html")
    for other, path in work.versions(item).items():
        if other != item.edition and is_made(path, other, "html"):
            yield Link(href(path, page), other, "html")
    if is_made(item.path("pdf"), item.edition, "pdf"):
        yield Link(item.path("pdf").name, language, "pdf")
    if item.edition in LANGUAGES:
        yield Link(href(entrance(item.audience, language), page), language, "index")
