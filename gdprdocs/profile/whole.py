"""The whole profile and reading it from plain data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from datetime import date
from typing import Any

from gdprdocs.diagnostic import FieldPath
from gdprdocs.duration import Duration
from gdprdocs.language import LANGUAGES, Language, Text
from gdprdocs.profile.acceptance import Accepted
from gdprdocs.profile.activity import Activity, Purpose
from gdprdocs.profile.organisation import Branding, Contact, Organisation, Publication, Statement
from gdprdocs.profile.party import Customer, CustomerAgreement, JointController, Processor, Recipient
from gdprdocs.profile.protection import (
    ONE_MONTH,
    Access,
    AccessRole,
    Breaches,
    ByDesign,
    Cookies,
    Deletion,
    Measure,
    Requests,
)
from gdprdocs.record import record
from gdprdocs.structure import structure


@record()
class OwnSubject:
    """A category of data subjects that the organisation defines itself."""

    id: str
    path: FieldPath
    name: Text
    relation: str = "other"
    children: bool = False


@record()
class OwnCategory:
    """A data category that the organisation defines itself."""

    id: str
    path: FieldPath
    name: Text
    items: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    kind: str = "standard"
    traits: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()


@record()
class OwnSource:
    """A source of data that the organisation defines itself (Art. 14(2)(f))."""

    id: str
    path: FieldPath
    name: Text
    public: bool | None = None


@record()
class Profile:
    """Everything that an organisation says about itself."""

    slug: str
    organisation: Organisation
    publication: Publication
    languages: tuple[Language, ...] = LANGUAGES
    form_of_address: str = "formal"
    branding: Branding = field(default_factory=Branding)
    statements: Mapping[str, Statement] = field(default_factory=dict)
    data_subjects: Mapping[str, OwnSubject] = field(default_factory=dict)
    data_categories: Mapping[str, OwnCategory] = field(default_factory=dict)
    sources: Mapping[str, OwnSource] = field(default_factory=dict)
    activities: Mapping[str, Activity] = field(default_factory=dict)
    processors: Mapping[str, Processor] = field(default_factory=dict)
    recipients: Mapping[str, Recipient] = field(default_factory=dict)
    controllers: Mapping[str, Customer] = field(default_factory=dict)
    joint_controllers: Mapping[str, JointController] = field(default_factory=dict)
    access_roles: Mapping[str, AccessRole] = field(default_factory=dict)
    measures: Mapping[str, Measure] = field(default_factory=dict)
    access: Access | None = None
    by_design: ByDesign | None = None
    deletion: Deletion | None = None
    customer_agreement: CustomerAgreement | None = None
    requests: Requests | None = None
    breaches: Breaches | None = None
    cookies: Cookies | None = None
    accepted: tuple[Accepted, ...] = ()

    @property
    def date(self) -> date | None:
        """The day for which the documents speak; facts that depend on a date are judged on it.

        That is the day from which they hold, or the later one on which they were reviewed and still held.
        """
        days = (self.publication.effective, self.publication.reviewed)
        return max((day for day in days if day), default=None)

    @property
    def own_activities(self) -> tuple[Activity, ...]:
        """The activities for which the organisation is controller, alone or jointly (Art. 30(1))."""
        return tuple(activity for activity in self.activities.values() if activity.is_own)

    @property
    def own_purposes(self) -> Iterator[tuple[Activity, Purpose]]:
        """Every purpose for which the organisation is controller, with its activity."""
        return ((activity, purpose) for activity in self.own_activities for purpose in activity.purposes.values())

    @property
    def activities_for_others(self) -> tuple[Activity, ...]:
        """The activities that the organisation carries out as processor (Art. 30(2))."""
        return tuple(activity for activity in self.activities.values() if not activity.is_own)

    @property
    def requests_to(self) -> Contact | None:
        """Where people put a question or a request: the channel for it, or else the ordinary contact."""
        return (self.requests and self.requests.channel) or self.organisation.contact

    @property
    def answer_within(self) -> Duration:
        """Within what time a request is answered: one month by law (Art. 12(3)), or sooner if the profile says so."""
        return (self.requests and self.requests.answer_within) or ONE_MONTH

    @property
    def used(self) -> tuple[str, ...]:
        """Every data category that an activity uses, each once."""
        return tuple(dict.fromkeys(name for activity in self.activities.values() for name in activity.categories))

    @property
    def untouched(self) -> tuple[str, ...]:
        """The data categories in use that no role has."""
        held = {name for role in self.access_roles.values() for name in role.data_categories}
        return tuple(name for name in self.used if name not in held)

    def processors_of(self, activities: Iterable[Activity]) -> tuple[Processor, ...]:
        """Whom these activities engage, each once."""
        names = dict.fromkeys(name for activity in activities for name in activity.processors)
        return tuple(self.processors[name] for name in names if name in self.processors)

    def recipients_of(self, activities: Iterable[Activity]) -> tuple[Recipient, ...]:
        """Who receives data of these activities, each once."""
        names = dict.fromkeys(name for activity in activities for name in activity.recipients)
        return tuple(self.recipients[name] for name in names if name in self.recipients)

    def activities_with(self, processor: str) -> tuple[Activity, ...]:
        """The activities that engage ``processor``."""
        return tuple(activity for activity in self.activities.values() if processor in activity.processors)

    def activities_of(self, role: str) -> tuple[Activity, ...]:
        """The activities that give ``role`` access to data."""
        return tuple(activity for activity in self.activities.values() if role in activity.access)


def read_profile(slug: str, data: Mapping[str, Any]) -> Profile:
    """The profile in ``data``, which the schema has checked and freed from what it could not accept."""
    return structure(Profile, {**data, "slug": slug})
