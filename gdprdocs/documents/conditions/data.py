"""Which data of whom, from where, kept how; what is decided with them."""

from __future__ import annotations

from gdprdocs.documents.conditions.condition import condition
from gdprdocs.documents.fact import is_of_books, is_of_due_diligence
from gdprdocs.documents.scope import Scope
from gdprdocs.profile.catalogue import SENSITIVE_KINDS, Catalogue
from gdprdocs.profile.protection import MadePublic

# Whose data, and where they come from


@condition("er zijn geen kinderen onder de betrokkenen", "there are no children among the people concerned")
def children(scope: Scope) -> bool:
    return any(subject.children for subject in scope.subjects)


@condition("de gegevens komen niet van de persoon zelf", "the data do not come from the person")
def from_subject(scope: Scope) -> bool:
    return any(not origin.is_elsewhere for origin in scope.sources)


@condition("alle gegevens komen van de persoon zelf", "all data come from the person")
def from_elsewhere(scope: Scope) -> bool:
    return any(origin.is_elsewhere for origin in scope.sources)


@condition("iedereen wordt geïnformeerd", "everybody is informed")
def not_informed(scope: Scope) -> bool:
    return any(origin.exception for origin in scope.sources)


@condition("bij elke bron geldt een uitzondering", "an exception applies to every source")
def informed(scope: Scope) -> bool:
    return any(origin.is_elsewhere and origin.exception is None for origin in scope.sources)


# Kinds of data


def any_kind(scope: Scope, *kinds: str) -> bool:
    return any(category.kind in kinds for category in scope.categories)


def any_trait(scope: Scope, trait: str) -> bool:
    return any(trait in category.traits for category in scope.categories)


@condition("er zijn geen bijzondere gegevens", "there are no special data")
def special_data(scope: Scope) -> bool:
    return any_kind(scope, "special")


@condition("er zijn geen strafrechtelijke gegevens", "there are no criminal-offence data")
def criminal_data(scope: Scope) -> bool:
    return any_kind(scope, "criminal")


@condition("er is geen nationaal nummer, zoals het BSN", "there is no national number, such as the BSN")
def national_number(scope: Scope) -> bool:
    return any_kind(scope, "national_number")


@condition("er zijn geen gevoelige gegevens", "there are no sensitive data")
def sensitive_data(scope: Scope) -> bool:
    return any_kind(scope, *SENSITIVE_KINDS)


@condition(
    "bij geen enkele activiteit zijn er alleen gegevens zonder naam", "no activity has nothing but data without a name"
)
def pseudonymous_data(scope: Scope) -> bool:
    catalogue = Catalogue(scope.profile)
    return any(catalogue.without_names(activity.categories) for activity in scope.activities)


@condition("er zijn geen gezondheidsgegevens", "there are no health data")
def health_data(scope: Scope) -> bool:
    return any_trait(scope, "health")


@condition("er zijn geen biometrische gegevens", "there are no biometric data")
def biometric_data(scope: Scope) -> bool:
    return any_trait(scope, "biometric")


# Decisions and assessments


@condition("er zijn geen automatische besluiten", "there are no automated decisions")
def automated_decisions(scope: Scope) -> bool:
    return any(activity.decisions for activity in scope.activities)


@condition(
    "het profiel noemt geen activiteit van de lijst van de AP", "the profile names no activity on the authority's list"
)
def dpia_kind(scope: Scope) -> bool:
    return any(activity.dpia and activity.dpia.kinds for activity in scope.activities)


@condition("er is geen DPIA nodig", "no assessment is needed")
def dpia_needed(scope: Scope) -> bool:
    return any(activity.dpia and activity.dpia.needed for activity in scope.activities)


@condition("er blijft geen hoog risico over", "no high risk remains")
def high_risk_remains(scope: Scope) -> bool:
    return any(activity.dpia and activity.dpia.high_risk_remains for activity in scope.activities)


# Keeping and erasing


@condition("er zijn geen gegevens openbaar gemaakt", "no data were made public")
def made_public(scope: Scope) -> bool:
    return bool(scope.profile.deletion and isinstance(scope.profile.deletion.made_public, MadePublic))


@condition("er is geen administratie die de belastingwet noemt", "there are no records that tax law names")
def fiscal_records(scope: Scope) -> bool:
    return any(is_of_books(period) for period in scope.periods)


@condition(
    "het profiel noemt geen termijn uit de Wwft",
    "the profile names no period under the Dutch anti-money-laundering act (Wwft)",
)
def wwft(scope: Scope) -> bool:
    return any(is_of_due_diligence(period) for period in scope.periods)


@condition("er wordt niets gearchiveerd", "nothing is archived")
def archived(scope: Scope) -> bool:
    return any(kept.then == "archive" for kept in scope.kept)


@condition("er wordt niets anoniem gemaakt", "nothing is made anonymous")
def anonymised(scope: Scope) -> bool:
    return any(kept.then == "anonymise" for kept in scope.kept)
