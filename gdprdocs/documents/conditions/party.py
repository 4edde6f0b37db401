"""Who else has the data, under which contract, and where."""

from __future__ import annotations

from collections.abc import Iterator

from gdprdocs.documents.conditions.condition import condition
from gdprdocs.documents.conditions.organisation import acts_as_processor
from gdprdocs.documents.scope import Scope
from gdprdocs.profile import Processor


def any_mechanism(scope: Scope, mechanism: str) -> bool:
    return any(each.mechanism and each.mechanism.id == mechanism for each in scope.safeguards)


@condition("niemand anders krijgt gegevens", "nobody else receives data")
def recipients(scope: Scope) -> bool:
    return bool(scope.processors or scope.recipients)


@condition("er zijn geen verwerkers", "there are no processors")
def any_processor(scope: Scope) -> bool:
    return bool(scope.processors)


@condition("er zijn geen gezamenlijke verwerkingsverantwoordelijken", "there are no joint controllers")
def joint_controllers(scope: Scope) -> bool:
    return any(activity.joint_controllers or activity.role == "joint_controller" for activity in scope.activities)


@condition("er is geen doorgifte buiten de EER", "there is no transfer outside the EEA")
def transfer(scope: Scope) -> bool:
    return any(True for _ in scope.safeguards)


@condition("geen doorgifte rust op modelcontractbepalingen", "no transfer rests on standard contractual clauses")
def scc(scope: Scope) -> bool:
    return any_mechanism(scope, "standard_contractual_clauses")


@condition("geen doorgifte rust op bindende bedrijfsvoorschriften", "no transfer rests on binding corporate rules")
def bcr(scope: Scope) -> bool:
    return any_mechanism(scope, "binding_corporate_rules")


@condition("geen doorgifte rust op het Data Privacy Framework", "no transfer rests on the Data Privacy Framework")
def dpf(scope: Scope) -> bool:
    return any_mechanism(scope, "data_privacy_framework")


@condition("geen doorgifte rust op dwingende belangen", "no transfer rests on compelling interests")
def compelling_interest(scope: Scope) -> bool:
    return any_mechanism(scope, "compelling_interest")


def _agreed(scope: Scope) -> Iterator[Processor]:
    """The processors with which the organisation makes an agreement, its own or that of the EU."""
    return (each for each in scope.processors if not (each.agreement and each.agreement.is_suppliers))


@condition(
    "er is geen verwerker, of het contract is dat van de leverancier",
    "there is no processor, or the contract is the supplier's",
)
def processor(scope: Scope) -> bool:
    return any(_agreed(scope))


@condition("geen verwerker werkt onder een eigen contract", "no processor works under a contract of its own")
def supplier_terms(scope: Scope) -> bool:
    return any(each.agreement and each.agreement.is_suppliers for each in scope.processors)


@condition(
    "er is geen verwerker en de organisatie is zelf geen verwerker",
    "there is no processor and the organisation is none itself",
)
def processor_or_acts_as(scope: Scope) -> bool:
    return bool(scope.processors) or acts_as_processor.holds(scope)


@condition("er zijn geen subverwerkers", "there are no sub-processors")
def sub_processors(scope: Scope) -> bool:
    return any(each.sub_processors for each in _agreed(scope))


def _authorised(scope: Scope, how: str) -> bool:
    allowed = (each.agreement.sub_processing for each in _agreed(scope) if each.agreement)
    return any(each and each.authorisation == how for each in allowed)


@condition("geen subverwerker vraagt toestemming per geval", "no sub-processor needs permission case by case")
def specific_authorisation(scope: Scope) -> bool:
    return _authorised(scope, "specific")


@condition("er is geen algemene toestemming voor subverwerkers", "there is no general permission for sub-processors")
def general_authorisation(scope: Scope) -> bool:
    return _authorised(scope, "general")


@condition(
    "de modelcontractbepalingen van de EU voor verwerkers zijn niet gekozen",
    "the EU's standard clauses for processors are not chosen",
)
def eu_clauses(scope: Scope) -> bool:
    return any(each.agreement and each.agreement.form == "standard_clauses" for each in scope.processors)
