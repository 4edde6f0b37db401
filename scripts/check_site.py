#!/usr/bin/env python3
"""Checks a built site: every link within it leads to a page and a place, and nothing comes from elsewhere.

    .venv/bin/python scripts/check_site.py site

``zensical build --strict`` checks the links between the Markdown files of one language. This looks at what it built,
so that links from one language to the other count too. Exit code 1: there are faults; each is a line.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

FETCHED = {"src", "srcset", "poster", "data"}
"""Attributes whose address a browser fetches by itself."""
FETCHED_RELATIONS = {"stylesheet", "icon", "preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch"}


class Page(HTMLParser):
    """What one page links to, what it fetches, and the places that others can link to."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self.links: list[str] = []
        self.fetches: list[str] = []
        self.places: set[str] = set()
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.places |= {given[name] for name in ("id", "name") if name in given}
        self.fetches += [value for name, value in given.items() if name in FETCHED]
        if "href" in given:
            fetched = tag == "link" and FETCHED_RELATIONS & set(given.get("rel", "").split())
            (self.fetches if fetched else self.links).append(given["href"])


def faults(site: Path) -> Iterator[str]:
    """Every fault in the pages below ``site``."""
    pages = {path.resolve(): Page(path) for path in sorted(site.rglob("*.html"))}
    if not pages:
        yield f"{site}: no pages"
    for page in pages.values():
        for address in page.fetches:
            if urlsplit(address).netloc:
                yield f"{page.path}: fetches {address}"
        # The page for addresses that are not there is shown at any of them; its links start at the root.
        if page.path.name != "404.html":
            yield from (
                f"{page.path}: {fault}" for link in page.links + page.fetches for fault in broken(page, link, pages)
            )


def broken(page: Page, link: str, pages: dict[Path, Page]) -> Iterator[str]:
    """Why ``link`` does not lead anywhere, if so."""
    address = urlsplit(link)
    if address.scheme or address.netloc:
        return
    target = (page.path.parent / unquote(address.path)).resolve() if address.path else page.path.resolve()
    if not target.is_file():
        yield f"{link} leads to no file"
    elif address.fragment and target in pages and unquote(address.fragment) not in pages[target].places:
        yield f"{link} leads to no place on that page"


if __name__ == "__main__":
    found = list(faults(Path(sys.argv[1])))
    for fault in found:
        sys.stdout.write(f"{fault}\n")
    sys.exit(1 if found else 0)
