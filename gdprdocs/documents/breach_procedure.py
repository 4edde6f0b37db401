"""What happens when data leak: who decides, what is reported to whom and when (Arts. 33, 34), without language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gdprdocs.documents.document import DocumentType
from gdprdocs.documents.due import Due
from gdprdocs.documents.fact import named, unique
from gdprdocs.duration import Duration
from gdprdocs.language import Text
from gdprdocs.law import Authority, law
from gdprdocs.profile import Activity, Breaches, Customer, Processor, Profile
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.profile.organisation import Officer, Organisation
from gdprdocs.profile.protection import OtherDuty


@dataclass(frozen=True, slots=True)
class BreachProcedure:
    """The whole procedure."""

    breaches: Breaches
    officer: Officer | None
    authority: Authority | None
    lead: Authority | None
    states: tuple[str, ...]
    """The member states with an establishment; with more than one, one of their authorities leads (Art. 56)."""
    is_financial: bool
    """Whether Article 34 does not apply (UAVG 42)."""
    processors: tuple[Processor, ...]
    """Those for the organisation's own activities."""
    sub_processors: tuple[Processor, ...]
    """Those for what it does for customers; one may be in both."""
    for_customers: bool
    customers: tuple[Customer, ...]
    customer_notice: Duration | None
    other_duties: tuple[OtherDuty, ...] | None
    """Nothing where the profile does not say; empty where there are none."""
    exercise: Due
    sends_mailings: bool
    keeps_identity_copies: bool
    keeps_health_data: bool
    pays_people: bool
    of_children: bool
    in_care: bool


def _states(organisation: Organisation) -> tuple[str, ...]:
    seat = organisation.address.country if organisation.address else None
    return unique(each for each in (seat, *organisation.establishments) if each and each in law().eea)


def _engaged(activities: Iterable[Activity], profile: Profile) -> tuple[Processor, ...]:
    return named(unique(name for activity in activities for name in activity.processors), profile.processors)


def _procedure(breaches: Breaches, profile: Profile, catalogue: Catalogue) -> BreachProcedure:
    activities = profile.activities.values()
    authorities = law().supervisory_authorities
    officer = profile.organisation.data_protection_officer
    agreement = profile.customer_agreement.agreement if profile.customer_agreement else None
    categories = [catalogue.category(name) for activity in activities for name in activity.categories]
    marketing = (p.direct_marketing for activity in activities for p in activity.purposes.values())
    duties = breaches.other_duties
    return BreachProcedure(
        breaches=breaches,
        officer=officer if officer and (officer.required or officer.name or officer.contact) else None,
        authority=authorities.get(profile.organisation.supervisory_authority or ""),
        lead=authorities.get(breaches.lead_authority or ""),
        states=_states(profile.organisation),
        is_financial=profile.organisation.sector == "financial",
        processors=_engaged(profile.own_activities, profile),
        sub_processors=_engaged(profile.activities_for_others, profile),
        for_customers=bool(profile.activities_for_others),
        customers=named(
            unique(name for activity in profile.activities_for_others for name in activity.controllers),
            profile.controllers,
        ),
        customer_notice=agreement.breach_notice if agreement else None,
        other_duties=() if duties == "none" else duties,
        exercise=Due(breaches.exercised, breaches.exercise_every, profile.date),
        sends_mailings=any(each and each.channel == "email" for each in marketing),
        keeps_identity_copies=any("identity_copy" in each.traits for each in categories),
        keeps_health_data=any("health" in each.traits for each in categories),
        pays_people=any(each.id == "bank_details" for each in categories),
        of_children=any(catalogue.subject(n).children for a in profile.own_activities for n in a.data_subjects),
        in_care=profile.organisation.sector == "healthcare",
    )


def _gather(profile: Profile, catalogue: Catalogue) -> Iterator[tuple[str, BreachProcedure]]:
    if profile.breaches:
        yield "", _procedure(profile.breaches, profile, catalogue)


TYPE = DocumentType("breach-procedure", "breach_procedure", Text(nl="datalekprocedure", en="breach-procedure"), _gather)
