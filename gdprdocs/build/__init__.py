"""Building: from checked organisations to files.

Pages are rendered one after the other (``render``), for that takes little; PDFs are set by a pool of processes
(``pool``), for that takes nearly all the time. Workers get text and return bytes: only this process reads profiles and
writes files (``publish``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from gdprdocs.build.past import Past, past_of
from gdprdocs.build.plan import ALL_FORMATS, FORMATS, Format, Wanted
from gdprdocs.build.pool import executor, set_sheet
from gdprdocs.build.publish import write_assets, write_organisation, write_page, write_portfolio
from gdprdocs.build.render import Built, render_organisation
from gdprdocs.check import Checked
from gdprdocs.formats import pdf

__all__ = [
    "ALL_FORMATS", "FORMATS", "Built", "Format", "Past", "Wanted", "build", "past_of", "write_assets", "write_page",
]  # fmt: skip

Progress = Callable[[int, int], None]
"""Called with the number of PDFs made and the number planned."""


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
        render_organisation(each, output / each.slug, wanted, pasts.get(each.slug, Past())) for each in organisations
    ]
    sheets = [sheet for work in works for _, sheet, _ in work.sheets]
    made: list[pdf.Pdf] = []
    with executor(min(jobs, len(sheets))) as run:
        for result in run(set_sheet, sheets):
            made.append(result)
            if progress:
                progress(len(made), len(sheets))
    remaining = iter(made)
    for work in works:
        results = [next(remaining) for _ in work.sheets]
        write_organisation(work, results, output / work.built.slug, wanted)
    if output.is_dir() and wanted.formats != ("fragment",):
        write_portfolio(output, draft=wanted.draft)
    return [work.built for work in works]
