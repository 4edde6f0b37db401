"""Where the pages of an organisation stand on its site, and what a site has beside them.

``public/`` is what an organisation uploads, whole, to ``publication.url``; ``internal/`` stays inside. Nothing in
``public/`` knows of anything in ``internal/``: no link leads there.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from gdprdocs.build.plan import INDEX, Planned
from gdprdocs.formats.asset import STYLE_SHEET, Asset, fonts, style
from gdprdocs.formats.html import Link
from gdprdocs.language import LANGUAGES, Language
from gdprdocs.profile import Profile
from gdprdocs.profile.organisation import Audience

ASSETS = "assets"
SITEMAP = "sitemap.xml"


def href(target: PurePosixPath, page: PurePosixPath) -> str:
    """The link to ``target`` on ``page``, both below the organisation's folder."""
    return os.path.relpath(target, page.parent)


def assets_of(page: PurePosixPath) -> str:
    """Where a page finds its style sheet."""
    return f"{href(PurePosixPath(page.parts[0], ASSETS), page)}/"


def address(profile: Profile, page: PurePosixPath) -> str | None:
    """The address of a public page on the website, that of its folder; nothing for what is not published."""
    url = profile.publication.url
    if not url or page.parts[0] != "public":
        return None
    path = PurePosixPath(*page.parts[1:])
    ending = "" if path.name == INDEX else path.name
    folder = "" if path.parent == PurePosixPath() else f"{path.parent}/"
    return f"{url.rstrip('/')}/{folder}{ending}"


def alternates(profile: Profile, pages: dict[Language, PurePosixPath], other: PurePosixPath) -> tuple[Link, ...]:
    """The addresses of the same page in each language, and of ``other`` for readers of any other language."""
    found: list[tuple[str, str | None]] = [(each, address(profile, page)) for each, page in pages.items()]
    found.append(("x-default", address(profile, other)))
    return tuple(Link(where, language, "html") for language, where in found if where)


def addresses(
    documents: Iterable[Planned], page: PurePosixPath, language: Language, profile: Profile | None = None
) -> dict[str, str]:
    """Links from ``page`` to the documents in its language, by their file name without ending.

    A public page gets none to what is internal. With a ``profile`` they are addresses on its website, for text that
    will stand elsewhere.
    """
    found = {}
    for item in documents:
        path = item.path("html")
        if item.edition == language and (page.parts[0] == "internal" or item.audience == "public"):
            link = address(profile, path) if profile else href(path, page)
            if link:
                found[item.stem] = link
    return found


def entrance(audience: Audience, language: Language | None = None) -> PurePosixPath:
    """The page that leads to all documents of a folder in one language, or to its languages."""
    return PurePosixPath(audience, *((language,) if language else ()), INDEX)


def site_assets(profile: Profile | None, logo: Asset | None) -> Iterator[Asset]:
    """The files that every page of a site uses."""
    yield Asset(STYLE_SHEET, "text/css", style(profile, "html").encode("utf-8"))
    yield from fonts()
    if logo:
        yield logo


def sitemap(profile: Profile, pages: Iterable[dict[Language, PurePosixPath]]) -> str:
    """The public pages for search engines, each with its other languages (sitemaps.org)."""
    top = Element("urlset", {"xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"})
    top.set("xmlns:xhtml", "http://www.w3.org/1999/xhtml")
    for versions in pages:
        for page in versions.values():
            entry = SubElement(top, "url")
            SubElement(entry, "loc").text = address(profile, page)
            for language in LANGUAGES if len(versions) > 1 else ():
                if language in versions:
                    where = address(profile, versions[language]) or ""
                    SubElement(entry, "xhtml:link", {"rel": "alternate", "hreflang": language, "href": where})
    indent(top, " ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(top, encoding="unicode")}\n'
