"""What an organisation is: where it is established, how large, for whom it works."""

from __future__ import annotations

from gdprdocs.documents.conditions.condition import condition
from gdprdocs.documents.scope import Scope
from gdprdocs.profile.organisation import Representative


@condition("dit geldt altijd", "this always applies")
def always(scope: Scope) -> bool:
    return True


@condition("de organisatie is in de EER gevestigd", "the organisation is established in the EEA", whole=True)
def outside_eea(scope: Scope) -> bool:
    return scope.profile.organisation.is_outside_eea


@condition("er is geen functionaris voor gegevensbescherming", "there is no data protection officer", whole=True)
def officer(scope: Scope) -> bool:
    return scope.profile.organisation.officer is not None


@condition(
    "er werken 250 mensen of meer, of het aantal staat niet in het profiel",
    "250 people or more work there, or the profile does not say how many",
    whole=True,
)
def under_250(scope: Scope) -> bool:
    employees = scope.profile.organisation.employees
    return employees is not None and employees < 250


@condition(
    "volgens de sector in het profiel is het geen financiële onderneming",
    "by the sector in the profile it is no financial undertaking",
    whole=True,
)
def financial(scope: Scope) -> bool:
    return scope.profile.organisation.sector == "financial"


@condition(
    "er is geen vestiging in een andere lidstaat, en het profiel noemt geen leidende toezichthouder elders",
    "there is no establishment in another member state, and the profile names no lead authority elsewhere",
    whole=True,
)
def more_member_states(scope: Scope) -> bool:
    breaches = scope.profile.breaches
    return len(scope.profile.organisation.states) > 1 or bool(breaches and breaches.lead_authority)


@condition("er is geen andere meldplicht", "there is no other duty to notify", whole=True)
def other_duties(scope: Scope) -> bool:
    breaches = scope.profile.breaches
    return bool(breaches and isinstance(breaches.other_duties, tuple) and breaches.other_duties)


@condition("de organisatie is voor niemand verwerker", "the organisation is nobody's processor", whole=True)
def acts_as_processor(scope: Scope) -> bool:
    return bool(scope.profile.activities_for_others)


@condition("geen partij heeft een vertegenwoordiger", "no party has a representative", whole=True)
def any_representative(scope: Scope) -> bool:
    own = scope.profile.organisation.representative
    customers = scope.profile.controllers.values()
    return isinstance(own, Representative) or any(
        customer.representative not in (None, "none") for customer in customers
    )
