"""HTML pages to PDFs that are PDF/UA-1 (accessible) and PDF/A-3a (fit for the archive) at once.

This package owns weasyprint, and imports it only when a PDF is made. WeasyPrint would fetch whatever a page names; here
it gets bytes from a table and nothing else, and what it refused or complained about is part of the result.
"""

from __future__ import annotations

import ctypes.util
import logging
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any, Literal

from gdprdocs.formats.pdf.file import complete_metadata, repack
from gdprdocs.formats.pdf.tags import Tags
from gdprdocs.project import templates

FONT_CONFIGURATION = "fonts.conf"

VARIANT = "pdf/a-3a"
"""What WeasyPrint is asked for; what PDF/UA-1 wants besides is added here."""


Exceeded = Literal["time", "memory", "died"]
"""``died``: the process ended over it, as it does when the system runs out of memory."""


@dataclass(frozen=True, slots=True)
class Pdf:
    """A PDF and what its making complained about; with complaints it is not fit to be published."""

    content: bytes
    complaints: tuple[str, ...]
    exceeded: Exceeded | None = None
    """What it took more of than it was given, when it was not made for that reason."""


@dataclass(frozen=True, slots=True)
class Attached:
    """A file inside a PDF: the data from which the page was made."""

    name: str
    description: str
    content: str
    created: date
    modified: date


class PangoMissingError(Exception):
    """The system lacks the libraries with which WeasyPrint sets text."""


def load() -> Any:
    """Import weasyprint with the bundled fonts only; :class:`PangoMissingError` when its libraries are not there."""
    os.environ["FONTCONFIG_FILE"] = str(templates() / "fonts" / FONT_CONFIGURATION)
    find_library = ctypes.util.find_library
    if sys.platform == "linux":
        # cffi asks find_library about every name that does not load, and that starts a compiler, twelve times over.
        ctypes.util.find_library = lambda name: None
    try:
        import weasyprint
    except OSError as error:
        raise PangoMissingError(str(error).splitlines()[0]) from error
    finally:
        ctypes.util.find_library = find_library
    return weasyprint


def write_pdf(html: str, assets: Mapping[str, tuple[str, bytes]], attached: Attached | None = None) -> Pdf:
    """Set ``html`` as a PDF, with ``attached`` inside it.

    ``assets`` holds (media type, content) by the address under which the page names them.
    """
    weasyprint = load()
    complaints: list[str] = []
    handler = _Collector(complaints)
    logger = logging.getLogger("weasyprint")
    logger.addHandler(handler)
    logger.propagate = False
    try:
        fetcher = _fetcher(assets, complaints)
        page = weasyprint.HTML(string=html, base_url=BASE, url_fetcher=fetcher)
        for attempt in range(4):
            complaints.clear()
            content = _written(page, attached, attempt)
            if _AMBIGUOUS not in content:
                break
    finally:
        logger.removeHandler(handler)
    return Pdf(content, tuple(complaints))


_AMBIGUOUS = b"\r\nendstream"
"""Packed data that happen to end with a carriage return: some readers then count a byte less than the file says."""


def _written(page: Any, attached: Attached | None, attempt: int) -> bytes:
    """The bytes of the PDF; a later ``attempt`` is packed in another way."""
    tags = Tags()

    def finish(document: Any, pdf: Any) -> None:
        tags.finish(pdf)
        complete_metadata(pdf)
        if attempt:
            repack(pdf, attempt)

    attachments = [_attachment(attached)] if attached else None
    with tags.recorded():
        content: bytes = page.write_pdf(pdf_variant=VARIANT, attachments=attachments, finisher=finish)
    return content


def _attachment(attached: Attached) -> Any:
    """With the days of the profile: left to itself, WeasyPrint asks the clock."""
    from weasyprint import Attachment

    created, modified = (datetime.combine(day, time(), UTC) for day in (attached.created, attached.modified))
    return Attachment(
        string=attached.content,
        name=attached.name,
        description=attached.description,
        created=created,
        modified=modified,
        relationship="Source",
    )


BASE = "https://assets.invalid/"
"""Where a page's assets seem to be: an address that cannot exist."""


class _Collector(logging.Handler):
    def __init__(self, complaints: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._complaints = complaints

    def emit(self, record: logging.LogRecord) -> None:
        self._complaints.append(record.getMessage())


def _fetcher(assets: Mapping[str, tuple[str, bytes]], complaints: list[str]) -> Any:
    from weasyprint.urls import URLFetcher, URLFetcherResponse, URLFetchingError

    class TableFetcher(URLFetcher):  # type: ignore[misc]  # weasyprint has no types
        """Knows a table of bytes; a file path would be read a second time, unguarded."""

        def fetch(self, url: str, headers: Any = None) -> Any:
            if url not in assets:
                complaints.append(f"refused to fetch {url[:200]}")
                raise URLFetchingError(f"refused: {url[:200]}")
            media_type, content = assets[url]
            return URLFetcherResponse(url, content, {"Content-Type": media_type})

    # Not fail_on_errors: its error is a BaseException, which would end the build instead of becoming a finding.
    return TableFetcher(allowed_protocols=(), allow_redirects=False, fail_on_errors=False)
