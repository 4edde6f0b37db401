"""What happens when data leak: who decides, what is reported to whom and when (Arts. 33, 34), without language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gdprdocs.documents.document import DocumentType
from gdprdocs.documents.fact import named, unique
from gdprdocs.duration import Duration
from gdprdocs.language import Text
from gdprdocs.law import Authority, law
from gdprdocs.profile import Breaches, Customer, Processor, Profile
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.profile.due import Due
from gdprdocs.profile.organisation import Officer
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


def _procedure(breaches: Breaches, profile: Profile, catalogue: Catalogue) -> BreachProcedure:
    activities = profile.activities.values()
    agreement = profile.customer_agreement.agreement if profile.customer_agreement else None
    categories = [catalogue.category(name) for activity in activities for name in activity.categories]
    marketing = (p.direct_marketing for activity in activities for p in activity.purposes.values())
    duties = breaches.other_duties
    return BreachProcedure(
        breaches=breaches,
        officer=profile.organisation.officer,
        authority=profile.organisation.authority,
        lead=law().supervisory_authorities.get(breaches.lead_authority or ""),
        states=profile.organisation.states,
        is_financial=profile.organisation.sector == "financial",
        processors=profile.processors_of(profile.own_activities),
        sub_processors=profile.processors_of(profile.activities_for_others),
        for_customers=bool(profile.activities_for_others),
        customers=named(
            unique(name for activity in profile.activities_for_others for name in activity.controllers),
            profile.controllers,
        ),
        customer_notice=agreement.breach_notice if agreement else None,
        other_duties=() if duties == "none" else duties,
        exercise=breaches.exercise(profile.date),
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
