"""The law as data: what the statutes, decisions and guidelines say, with article, source and date checked.

The YAML files beside this module hold the facts; this module types them when they are first asked for. Nothing here
decides anything: rules do. ``checked`` on every file says when its facts were last compared with their source.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from gdprdocs.diagnostic import FieldPath
from gdprdocs.duration import Duration
from gdprdocs.language import LANGUAGES, Text
from gdprdocs.law import words
from gdprdocs.record import record
from gdprdocs.source import read_data
from gdprdocs.structure import structure

FOLDER = Path(__file__).resolve().parent
T = TypeVar("T")


@record(kw_only=True)
class Entry:
    """One fact with its name in every language and its source.

    ``article`` is in the form that :mod:`gdprdocs.wording` turns into words: ``GDPR 6(1)(a)``.
    """

    id: str
    path: FieldPath
    name: Text
    article: tuple[str, ...] = ()
    source: str
    confidence: str


@record(kw_only=True)
class LawfulBasis(Entry):
    """One of the six bases of Art. 6(1)."""

    plain: Text
    explained: Text


@record(kw_only=True)
class Right(Entry):
    """A right of the data subject and the lawful bases with which it exists."""

    bases: tuple[str, ...] = ()
    always: bool = False


@record(kw_only=True)
class SpecialException(Entry):
    """An exception to the ban on special categories (Art. 9(2))."""

    needs_law: bool = False
    national: tuple[str, ...] = ()
    plain: Text | None = None
    """What it comes to, for the people concerned; fits after “The law allows this”."""


@record(kw_only=True)
class Adequacy(Entry):
    """An adequacy decision (Art. 45); the id is the country code."""

    scope: str
    scope_text: Text | None = None
    private_only: bool = False
    needs_certification: bool = False
    organisation: bool = False
    decision: str = ""
    valid_from: date | None = None
    valid_until: date | None = None

    def in_force(self, day: date | None) -> bool:
        """Whether the decision holds on ``day``; without a day, whether it holds at all."""
        if day is None:
            return True
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_until is None or day <= self.valid_until
        )


@record()
class Named:
    """A name in every language, for parts of an entry."""

    name: Text


@record(kw_only=True)
class Mechanism(Entry):
    """A ground for transfer outside the EEA (Arts. 45–49).

    ``adopted`` is the day before which nobody can have signed it, ``ended`` the day on which it stopped being a ground.
    """

    plain: Text | None = None
    copy_available: bool = False
    adopted: date | None = None
    ended: date | None = None
    ended_by: str = ""
    modules: Mapping[str, Named] = field(default_factory=dict)
    letters: Mapping[str, Named] = field(default_factory=dict)


@record(kw_only=True)
class RetentionPeriod(Entry):
    """A period that a statute prescribes or a guideline advises, and the event from which it runs.

    ``conditional`` is a period that a category may fall under, but that holds only where the profile names it.
    ``erased_on_request`` is the law by which whom the data are about can have them erased before a minimum has passed.
    """

    period: Duration
    kind: str
    from_: Text
    law: Text
    sector: str = "general"
    country: str = "NL"
    conditional: bool = False
    note: str = ""
    measured_to_year_end: bool = False
    erased_on_request: Text | None = None


@record(kw_only=True)
class DataCategory(Entry):
    """A usual category of personal data."""

    items: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    kind: str = "standard"
    traits: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()


@record(kw_only=True)
class DataSubject(Entry):
    """A usual category of data subjects."""

    relation: str = "other"
    children: bool = False
    acts_for_another: bool = False
    """Whether they have to do with the organisation for somebody else, so that they conclude no contract with it."""


@record(kw_only=True)
class StandardMeasure(Entry):
    """A usual security measure (Art. 32)."""

    description: Text
    kind: str
    test: Text | None = None


@record(kw_only=True)
class DataSource(Entry):
    """A usual source of data other than the person (Art. 14(2)(f))."""

    plain: Text | None = None
    """What it is called to the people concerned, where that differs."""
    public: bool = False
    observed: bool = False
    """The organisation's own systems see it happen: the data come from the person after all (Art. 13)."""


@record(kw_only=True)
class Authority(Entry):
    """A supervisory authority (Art. 51)."""

    short: str
    country: str
    website: str
    note: Text | None = None


@record(kw_only=True)
class DpiaKind(Entry):
    """A kind of processing for which the supervisory authority demands an assessment (Art. 35(4))."""


@record(kw_only=True)
class Repealed(Entry):
    """A law, an authority or a scheme that no longer exists, and what there is instead."""

    written: tuple[str, ...]
    """Regular expressions for the ways in which texts write its name."""
    ended: date
    instead: Text


@dataclass(frozen=True)
class Law:
    """All legal facts and the catalogue of standard things, by id."""

    lawful_bases: Mapping[str, LawfulBasis]
    rights: Mapping[str, Right]
    processor_clauses: Mapping[str, Entry]
    special_exceptions: Mapping[str, SpecialException]
    adequacy: Mapping[str, Adequacy]
    mechanisms: Mapping[str, Mechanism]
    retention_periods: Mapping[str, RetentionPeriod]
    data_categories: Mapping[str, DataCategory]
    data_subjects: Mapping[str, DataSubject]
    measures: Mapping[str, StandardMeasure]
    sources: Mapping[str, DataSource]
    supervisory_authorities: Mapping[str, Authority]
    dpia_kinds: Mapping[str, DpiaKind]
    repealed: Mapping[str, Repealed]
    countries: frozenset[str]
    """The country codes that there are (ISO 3166-1 alpha-2)."""
    eea: frozenset[str]
    vague_retention: tuple[str, ...]
    checked: date
    """The oldest day on which one of the files was checked."""


_FILES: dict[str, type[Entry]] = {
    "lawful_bases": LawfulBasis,
    "rights": Right,
    "processor_clauses": Entry,
    "special_exceptions": SpecialException,
    "adequacy": Adequacy,
    "mechanisms": Mechanism,
    "retention_periods": RetentionPeriod,
    "data_categories": DataCategory,
    "data_subjects": DataSubject,
    "measures": StandardMeasure,
    "sources": DataSource,
    "supervisory_authorities": Authority,
    "dpia_kinds": DpiaKind,
    "repealed": Repealed,
}


@functools.cache
def law() -> Law:
    """The legal facts that come with this version of the program."""
    tables: dict[str, Any] = {name: _table(name, cls) for name, cls in _FILES.items()}
    countries, vague = _load("countries"), _load("vague_retention")
    days = [date.fromisoformat(_load(name)["checked"]) for name in (*_FILES, "countries", "vague_retention")]
    return Law(
        **tables,
        countries=frozenset(countries["entries"]["assigned"]["members"]),
        eea=frozenset(countries["entries"]["eea"]["members"]),
        vague_retention=tuple(p for language in LANGUAGES for p in vague["entries"][language]["phrases"]),
        checked=min(*days, words.checked()),
    )


@functools.cache
def _load(name: str) -> Any:
    return read_data(FOLDER / f"{name}.yaml")


def _table(name: str, cls: type[T]) -> dict[str, T]:
    entries = {}
    for key, value in _load(name)["entries"].items():
        article = value.get("article") or []
        entries[key] = structure(cls, {**value, "article": [article] if isinstance(article, str) else article}, (key,))
    return entries
