"""Findings as JUnit XML, which nearly every build server shows as tests: a suite for each organisation.

A finding is a test that failed when the program ends with the exit code of findings for it, and otherwise one that was
skipped, as is what the organisation accepts. Of an organisation without findings one test passes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from gdprdocs.diagnostic import Diagnostic, dotted
from gdprdocs.report.finding import Findings, Style
from gdprdocs.report.text import head, visible, why_accepted

_ALL_RULES = "all rules"


def report(organisations: Iterable[Findings], style: Style) -> Iterator[str]:
    """One document."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<testsuites name="gdprdocs (legal data of {style.legal_data.isoformat()})">\n'
    for each in organisations:
        yield _suite(each, style)
    yield "</testsuites>\n"


def _suite(each: Findings, style: Style) -> str:
    cases = [_case(diagnostic, each.slug, style) for diagnostic in (*each.diagnostics, *each.accepted)]
    failed = sum(style.counts(diagnostic.severity) for diagnostic in each.diagnostics)
    skipped = len(cases) - failed
    if not cases:
        cases = [f"    <testcase{_attributes(classname=each.slug, name=_ALL_RULES)}/>\n"]
    numbers = {"tests": len(cases), "failures": failed, "errors": 0, "skipped": skipped}
    opening = _attributes(name=each.slug, **{name: str(number) for name, number in numbers.items()})
    return f"  <testsuite{opening}>\n{''.join(cases)}  </testsuite>\n"


def _case(diagnostic: Diagnostic, slug: str, style: Style) -> str:
    place = dotted(diagnostic.path) or diagnostic.place.file.name
    message = visible(diagnostic.message.in_(style.language))
    opening = _attributes(
        classname=slug,
        name=f"{diagnostic.rule}: {place}",
        file=diagnostic.place.file.as_posix(),
        line=str(diagnostic.place.line),
    )
    if diagnostic.accepted:
        outcome = f"<skipped{_attributes(message=why_accepted(diagnostic.accepted, style.language))}/>"
    elif style.counts(diagnostic.severity):
        lines = [head(diagnostic, style.language)]
        lines += [visible(diagnostic.help.in_(style.language))] if diagnostic.help else []
        kind = _attributes(type=diagnostic.severity.value, message=message)
        outcome = f"<failure{kind}>{escape(chr(10).join(lines))}</failure>"
    else:
        outcome = f"<skipped{_attributes(message=f'{diagnostic.severity.value}: {message}')}/>"
    return f"    <testcase{opening}>{outcome}</testcase>\n"


def _attributes(**values: str) -> str:
    return "".join(f' {name}="{escape(visible(value))}"' for name, value in values.items())
