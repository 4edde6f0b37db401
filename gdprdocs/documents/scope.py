"""What a document is about: the part of a profile on which it depends whether a requirement applies to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gdprdocs.documents.fact import Safeguard, chain_safeguards, origins, unique
from gdprdocs.law import DataCategory, DataSubject, RetentionPeriod, law
from gdprdocs.profile import (
    Activity,
    Cookies,
    Origin,
    OwnCategory,
    OwnSubject,
    Processor,
    Profile,
    Purpose,
    Recipient,
    Retention,
)
from gdprdocs.profile.catalogue import Catalogue


@dataclass(frozen=True)
class Scope:
    """The activities, purposes and parties that a document tells of."""

    profile: Profile
    activities: tuple[Activity, ...]
    purposes: tuple[Purpose, ...]
    processors: tuple[Processor, ...]
    recipients: tuple[Recipient, ...]
    cookies: Cookies | None = None
    of_some_people: bool = False
    """Whether the document tells of some of the people concerned only, as one of several statements does."""

    @property
    def subjects(self) -> Iterator[DataSubject | OwnSubject]:
        """Whom the activities concern."""
        catalogue = Catalogue(self.profile)
        return (catalogue.subject(name) for name in unique(n for a in self.activities for n in a.data_subjects))

    @property
    def categories(self) -> Iterator[DataCategory | OwnCategory]:
        """Which data the activities use."""
        catalogue = Catalogue(self.profile)
        used = (
            *(name for purpose in self.purposes for name in purpose.data_categories),
            *(name for activity in self.activities for name in activity.data_categories),
        )
        return (catalogue.category(name) for name in unique(used))

    @property
    def sources(self) -> Iterator[Origin]:
        """From whom the data come; one from which only data come that the document leaves out is none of them."""
        told = {purpose.path for purpose in self.purposes}
        for activity in self.activities:
            purposes = (purpose for purpose in activity.purposes.values() if purpose.path in told)
            used = {name for purpose in purposes for name in purpose.data_categories}
            yield from origins(activity, used.union(activity.data_categories))

    @property
    def kept(self) -> Iterator[Retention]:
        """Every retention term of the purposes."""
        return (kept for purpose in self.purposes for kept in purpose.retention.values())

    @property
    def periods(self) -> Iterator[RetentionPeriod]:
        """What the law prescribes or advises, where a retention term names it."""
        known = law().retention_periods
        return (period for kept in self.kept if kept.statutory and (period := known.get(kept.statutory)))

    @property
    def safeguards(self) -> Iterator[Safeguard]:
        """Every transfer outside the EEA, down the chain."""
        return (each for party in (*self.processors, *self.recipients) for each in chain_safeguards(party))


def scope_of(profile: Profile, activities: tuple[Activity, ...]) -> Scope:
    """What a document is about that tells of the whole of ``activities``."""
    return Scope(
        profile,
        activities,
        tuple(purpose for activity in activities for purpose in activity.purposes.values()),
        profile.processors_of(activities),
        profile.recipients_of(activities),
        profile.cookies,
    )


def own(profile: Profile) -> Scope:
    """All that the organisation does as controller."""
    return scope_of(profile, profile.own_activities)


def for_others(profile: Profile) -> Scope:
    """All that the organisation does as processor."""
    return scope_of(profile, profile.activities_for_others)
