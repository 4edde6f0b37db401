"""The retention timeline: the terms of one activity, each once, from the shortest to those without an end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import inf

from gdprdocs.documents.fact import Term
from gdprdocs.duration import Duration

SCALE = (Duration(weeks=1), Duration(months=1), Duration(years=1), Duration(years=5), Duration(years=20))
"""The marks on the scale; where a term is longer than the last, the next takes its place."""
_LONGER = (Duration(years=50), Duration(years=100), Duration(years=1000), Duration(years=10000))


@dataclass(frozen=True, slots=True)
class Line:
    """A term with all that is kept for it."""

    term: Term
    authority: str | None
    """``law``, ``guideline`` or ``own``: who says how long."""

    @property
    def days(self) -> float | None:
        """How long, where no criterion says it."""
        return self.term.period.days if self.term.period and not self.term.criterion else None


def timeline(terms: Iterable[Term]) -> tuple[Line, ...]:
    """The terms that differ in how long or from when, the shortest first; data of several purposes stand together."""
    alike: dict[object, Term] = {}
    for term in terms:
        said = (term.period, term.start, term.criterion, term.kind)
        before = alike.get(said)
        categories = (*(before.categories if before else ()), *term.categories)
        once = {category.id: category for category in categories}
        alike[said] = replace(term, categories=tuple(once.values()))
    found = sorted(alike.values(), key=lambda term: term.period.days if term.period else inf)
    return tuple(Line(term, {"statute": "law", "missing": None}.get(term.kind, term.kind)) for term in found)


def scale(terms: Iterable[Term]) -> tuple[Duration, ...]:
    """The marks that all of these terms fit on."""
    longest = max((term.period.days for term in terms if term.period), default=0)
    last = next((mark for mark in (SCALE[-1], *_LONGER) if longest <= mark.days), _LONGER[-1])
    return (*SCALE[:-1], last)
