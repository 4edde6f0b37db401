"""How long each category is kept, and which statutes say something about it: what the rules on retention compare.

An entry names a statutory period, gives a period and its start, or describes a criterion. A statute applies to a
category when the category names it, its sector and the people fit, and the organisation is in its country; and wherever
an entry names it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gdprdocs.diagnostic import FieldPath
from gdprdocs.duration import Duration
from gdprdocs.language import Language, Text
from gdprdocs.law import RetentionPeriod, law
from gdprdocs.profile import Activity, Profile, Purpose, Retention
from gdprdocs.profile.activity import ALL_CATEGORIES
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.wording import duration_words

EVERYWHERE = ("general", "business", "employer", "security", "ict")
"""Sectors of what holds for every organisation, as far as it has the people or the systems."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A category as one purpose keeps it."""

    category: str
    activity: Activity
    purpose: Purpose
    entry: Retention

    @property
    def named(self) -> RetentionPeriod | None:
        """The statutory or usual period that the entry names."""
        return law().retention_periods.get(self.entry.statutory or "")

    @property
    def length(self) -> Duration | None:
        """How long the category is kept; nothing where a criterion decides."""
        return self.entry.period or (self.named.period if self.named else None)

    @property
    def place(self) -> FieldPath:
        """Where the length is written."""
        return (*self.entry.path, "period" if self.entry.period else "statutory")

    def is_longer_than(self, limit: RetentionPeriod) -> bool:
        """Whether it is kept for longer than ``limit``; of a criterion that is not known."""
        return self.length is not None and self.length.days > limit.period.days

    def is_shorter_than(self, limit: RetentionPeriod) -> bool:
        """Whether it is kept for a shorter time than ``limit``; of a criterion that is not known."""
        return self.length is not None and self.length.days < limit.period.days

    def is_about(self, period: RetentionPeriod, catalogue: Catalogue) -> bool:
        """Whether the purpose is about people whom the period is about."""
        return not period.relations or bool(self._relations(catalogue) & set(period.relations))

    def is_only_about(self, period: RetentionPeriod, catalogue: Catalogue) -> bool:
        """Whether the purpose is about nobody else than the people whom the period is about."""
        return not period.relations or self._relations(catalogue) <= set(period.relations)

    def _relations(self, catalogue: Catalogue) -> set[str]:
        return {subject.relation for subject in catalogue.subjects_of(self.activity, self.purpose)}


def entries(profile: Profile) -> Iterator[tuple[str, Retention]]:
    """Every retention entry with the category for which it is written."""
    for activity in profile.activities.values():
        for purpose in activity.purposes.values():
            yield from purpose.retention.items()


def kept_by_category(profile: Profile) -> dict[str, list[Kept]]:
    """How each category is kept, over all purposes for which the organisation itself decides."""
    found: dict[str, list[Kept]] = {}
    for uses in kept_by_entry(profile):
        for kept in uses:
            found.setdefault(kept.category, []).append(kept)
    return found


def kept_by_entry(profile: Profile) -> Iterator[list[Kept]]:
    """The categories that an entry keeps, for every entry of the organisation's own purposes that keeps any."""
    for activity, purpose in profile.own_purposes:
        found: dict[FieldPath, list[Kept]] = {}
        for category in purpose.data_categories:
            entry = purpose.retention_of(category)
            if entry:
                found.setdefault(entry.path, []).append(Kept(category, activity, purpose, entry))
        yield from found.values()


def applicable(profile: Profile, catalogue: Catalogue, kept: Kept, kind: str) -> Iterator[RetentionPeriod]:
    """The statutes of this kind that hold for a category as one purpose keeps it, although the entry names another."""
    address = profile.organisation.address
    country = address.country if address else None
    for name in catalogue.category(kept.category).periods:
        period = law().retention_periods.get(name)
        if period is None or period.kind != kind or period.conditional or country not in (None, period.country):
            continue
        in_sector = period.sector in EVERYWHERE or period.sector == profile.organisation.sector
        on_basis = not period.bases or kept.purpose.lawful_basis in period.bases
        if in_sector and on_basis and kept.is_about(period, catalogue):
            yield period


def has_protocol(profile: Profile) -> bool:
    """Whether the retention and requests protocol is made, which shows more than other documents do."""
    handling = profile.requests and profile.requests.handling
    return bool(profile.deletion and handling and profile.own_activities)


def length_words(kept: Kept, language: Language) -> str:
    """How long a category is kept, in words."""
    return duration_words(kept.length, language) if kept.length else ""


def category_name(catalogue: Catalogue, category: str) -> Text:
    """The name of a category; the key that stands for all of them has a name too."""
    return Text(nl="alle gegevens", en="all data") if category == ALL_CATEGORIES else catalogue.category(category).name
