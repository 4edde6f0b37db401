"""The summary of a job on GitHub: Markdown with a table of findings for each organisation.

GitHub refuses the whole summary of a step when it is more than 1 MiB. So this one stays below :data:`MOST` bytes, what
stood there before it included, and says what it left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from gdprdocs.diagnostic import Diagnostic
from gdprdocs.language import Language, Text
from gdprdocs.report.finding import Findings, Style, in_repository
from gdprdocs.report.text import SEVERITIES, summary, visible

MOST = 1_000_000
_ROOM = 1_000
"""What the last lines take at most."""
_MARKS = re.compile(r"[\\`*_{}\[\]<>()#+!|~&$@:^]|(?<=[Ww]{3})\.")
_COLUMNS = Text(nl="| Waar | Gewicht | Melding | Regel |", en="| Where | Severity | Message | Rule |")
_FINE = Text(nl="niets te melden", en="nothing to report")


def job_summary(organisations: Iterable[Findings], style: Style, room: int = MOST) -> str:
    """The text of the summary, of at most ``room`` bytes; nothing where others have used up the room."""
    if room < 2 * _ROOM:
        return ""
    language = style.language
    day = style.legal_data.isoformat()
    title = Text(nl="## Controle van de privacyprofielen", en="## Check of the privacy profiles")
    dated = Text(nl=f"Juridische gegevens nagekeken op {day}.", en=f"Legal data checked on {day}.")
    written = [f"{title.in_(language)}\n\n", f"{dated.in_(language)}\n"]
    left = room - _ROOM - sum(len(piece.encode()) for piece in written)
    missing = 0
    for each in organisations:
        for piece in _pieces(each, style):
            left -= len(piece.encode())
            if left < 0:
                missing += 1
                break
            written.append(piece)
    if missing:
        more = Text(
            nl=f"\nVan {missing} organisaties past niet alles hier; het log heeft het geheel.\n",
            en=f"\nNot everything about {missing} organisations fits here; the log has all of it.\n",
        )
        written.append(more.in_(language))
    return "".join(written)


def _pieces(each: Findings, style: Style) -> Iterator[str]:
    language = style.language
    said = summary(each.diagnostics, language) or _FINE.in_(language)
    if each.accepted:
        number = len(each.accepted)
        said += Text(nl=f", {number} aanvaard", en=f", {number} accepted").in_(language)
    yield f"\n### {_escaped(each.slug)}: {said}\n"
    if each.diagnostics:
        yield f"\n{_COLUMNS.in_(language)}\n|---|---|---|---|\n"
    yield from (_row(diagnostic, language) for diagnostic in each.diagnostics)


def _row(diagnostic: Diagnostic, language: Language) -> str:
    where = f"{in_repository(diagnostic.place.file)}:{diagnostic.place.line}"
    severity = SEVERITIES[diagnostic.severity].in_(language)
    message = diagnostic.message.in_(language)
    return f"| {_escaped(where)} | {severity} | {_escaped(message)} | {diagnostic.rule} |\n"


def _escaped(text: str) -> str:
    """Text that Markdown shows as it is: what could be a mark is written as a character reference."""
    return _MARKS.sub(lambda found: f"&#{ord(found[0])};", visible(text))
