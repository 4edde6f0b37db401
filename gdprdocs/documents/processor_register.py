"""The register of a processor (Art. 30(2)): for whom it works, what it does for each and with whose help."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gdprdocs.documents.chain import Link, engaged_for, links
from gdprdocs.documents.document import DocumentType
from gdprdocs.documents.fact import Category, Reach, Safeguard, chain_safeguards, named, reach, unique
from gdprdocs.documents.scope import for_others
from gdprdocs.language import Text
from gdprdocs.law import Authority, DataSubject, law
from gdprdocs.profile import Activity, Customer, OwnSubject, Profile, Recipient
from gdprdocs.profile.catalogue import Catalogue, KnownMeasure


@dataclass(frozen=True, slots=True)
class Service:
    """One category of processing that is carried out for customers."""

    number: int
    activity: Activity
    subjects: tuple[DataSubject | OwnSubject, ...]
    categories: tuple[Category, ...]
    erased: tuple[tuple[Category, Text], ...]
    customers: tuple[Customer, ...]
    chain: tuple[Link, ...]
    recipients: tuple[Recipient, ...]
    safeguards: tuple[Safeguard, ...]
    measures: tuple[KnownMeasure, ...]
    roles: tuple[Reach, ...]


@dataclass(frozen=True, slots=True)
class Client:
    """A controller for whom the organisation works, and what it does for that one."""

    customer: Customer
    services: tuple[Service, ...]

    @property
    def in_union(self) -> bool:
        """Whether it has its seat where no representative in the Union is needed (Art. 27)."""
        return bool(self.customer.seat) and set(self.customer.seat) <= law().eea


@dataclass(frozen=True, slots=True)
class ProcessorRegister:
    """The whole register."""

    clients: tuple[Client, ...]
    services: tuple[Service, ...]
    chain: tuple[Link, ...]
    """Everybody whom the organisation engages for any of the services, and the chains below them."""
    measures: tuple[KnownMeasure, ...]
    planned: tuple[KnownMeasure, ...]
    authority: Authority | None


def _service(number: int, activity: Activity, profile: Profile, catalogue: Catalogue) -> Service:
    customers = named(activity.controllers, profile.controllers)
    engaged = engaged_for(profile, [activity])
    recipients = named(activity.recipients, profile.recipients)
    measures = (catalogue.measure(name) for name in activity.measures)
    return Service(
        number=number,
        activity=activity,
        subjects=tuple(catalogue.subject(name) for name in activity.data_subjects),
        categories=tuple(catalogue.category(name) for name in activity.categories),
        erased=tuple((catalogue.category(name), each.when) for name, each in activity.erased.items()),
        customers=customers,
        chain=tuple(links(engaged, profile.organisation.name, catalogue)),
        recipients=recipients,
        safeguards=tuple(
            each for party in (*engaged.values(), *recipients, *customers) for each in chain_safeguards(party)
        ),
        measures=tuple(measure for measure in measures if measure.in_place),
        roles=reach(activity, profile, catalogue),
    )


def _gather(profile: Profile, catalogue: Catalogue) -> Iterator[tuple[str, ProcessorRegister]]:
    """One register, for an organisation that works for others."""
    activities = profile.activities_for_others
    if not activities:
        return
    services = tuple(_service(n, activity, profile, catalogue) for n, activity in enumerate(activities, 1))
    named_by_any = unique(name for activity in activities for name in activity.controllers)
    used = unique(name for activity in activities for name in activity.measures)
    measures = [catalogue.measure(name) for name in used]
    yield (
        "",
        ProcessorRegister(
            tuple(
                Client(customer, tuple(service for service in services if customer in service.customers))
                for customer in named(named_by_any, profile.controllers)
            ),
            services,
            tuple(links(engaged_for(profile, activities), profile.organisation.name, catalogue)),
            tuple(measure for measure in measures if measure.in_place),
            tuple(measure for measure in measures if not measure.in_place),
            law().supervisory_authorities.get(profile.organisation.supervisory_authority or ""),
        ),
    )


TYPE = DocumentType(
    "processor-register",
    "processor_register",
    Text(nl="verwerkersregister", en="processor-register"),
    _gather,
    about=for_others,
)
