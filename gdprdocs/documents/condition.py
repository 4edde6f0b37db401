"""When a requirement applies: conditions on what a document is about, each with the words for when it does not hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gdprdocs.documents.scope import Scope
from gdprdocs.language import Text
from gdprdocs.law import law
from gdprdocs.profile import AutomatedDecisions
from gdprdocs.profile.catalogue import SENSITIVE_KINDS, UNEQUAL_RELATIONS
from gdprdocs.profile.organisation import Representative
from gdprdocs.profile.protection import MadePublic

Test = Callable[[Scope], bool]


@dataclass(frozen=True, slots=True)
class Condition:
    """A question to a scope, and what to say when the answer is no."""

    id: str
    holds: Test
    otherwise: Text


CONDITIONS: dict[str, Condition] = {}
"""Every condition by the id that requirements use."""


def _condition(nl: str, en: str) -> Callable[[Test], Test]:
    def add(test: Test) -> Test:
        name = test.__name__.lstrip("_")
        CONDITIONS[name] = Condition(name, test, Text(nl=nl, en=en))
        return test

    return add


def _any_basis(scope: Scope, *bases: str) -> bool:
    return any(purpose.lawful_basis in bases for purpose in scope.purposes)


def _any_kind(scope: Scope, *kinds: str) -> bool:
    return any(category.kind in kinds for category in scope.categories)


def _any_trait(scope: Scope, trait: str) -> bool:
    return any(trait in category.traits for category in scope.categories)


def _any_mechanism(scope: Scope, mechanism: str) -> bool:
    return any(each.mechanism and each.mechanism.id == mechanism for each in scope.safeguards)


@_condition("dit geldt altijd", "this always applies")
def _always(scope: Scope) -> bool:
    return True


# Whose data, and where they come from


def _observed(source: str | None) -> bool:
    known = law().sources.get(source or "")
    return source == "data_subject" or bool(known and known.observed)


@_condition("het gaat niet over kinderen", "it is not about children")
def _children(scope: Scope) -> bool:
    return any(subject.children for subject in scope.subjects)


@_condition("de gegevens komen niet van de persoon zelf", "the data do not come from the person")
def _from_subject(scope: Scope) -> bool:
    return any(_observed(origin.party) for activity in scope.activities for origin in activity.sources)


@_condition("alle gegevens komen van de persoon zelf", "all data come from the person")
def _from_elsewhere(scope: Scope) -> bool:
    return any(
        origin.party and not _observed(origin.party) for activity in scope.activities for origin in activity.sources
    )


@_condition("iedereen wordt geïnformeerd", "everybody is informed")
def _not_informed(scope: Scope) -> bool:
    return any(origin.exception for activity in scope.activities for origin in activity.sources)


@_condition("bij elke bron geldt een uitzondering", "an exception applies to every source")
def _informed(scope: Scope) -> bool:
    return any(
        origin.party and not _observed(origin.party) and origin.exception is None
        for activity in scope.activities
        for origin in activity.sources
    )


# The organisation


@_condition("de organisatie is in de EER gevestigd", "the organisation is established in the EEA")
def _outside_eea(scope: Scope) -> bool:
    address = scope.profile.organisation.address
    return bool(address and address.country and address.country not in law().eea)


@_condition("er is geen functionaris voor gegevensbescherming", "there is no data protection officer")
def _officer(scope: Scope) -> bool:
    officer = scope.profile.organisation.data_protection_officer
    return bool(officer and (officer.required or officer.name or officer.contact))


@_condition(
    "er werken 250 mensen of meer, of het aantal staat niet in het profiel",
    "250 people or more work there, or the profile does not say how many",
)
def _under_250(scope: Scope) -> bool:
    employees = scope.profile.organisation.employees
    return employees is not None and employees < 250


@_condition("het is geen financiële onderneming", "it is no financial undertaking")
def _financial(scope: Scope) -> bool:
    return scope.profile.organisation.sector == "financial"


@_condition(
    "er is geen vestiging in een andere lidstaat en geen leidende toezichthouder elders",
    "there is no establishment in another member state and no lead authority elsewhere",
)
def _more_member_states(scope: Scope) -> bool:
    organisation, breaches = scope.profile.organisation, scope.profile.breaches
    seat = {organisation.address.country} if organisation.address else set()
    inside = ({*organisation.establishments} | seat) & law().eea
    return len(inside) > 1 or bool(breaches and breaches.lead_authority)


@_condition("er is geen andere meldplicht", "there is no other duty to notify")
def _other_duties(scope: Scope) -> bool:
    breaches = scope.profile.breaches
    return bool(breaches and isinstance(breaches.other_duties, tuple) and breaches.other_duties)


@_condition("de organisatie is voor niemand verwerker", "the organisation is nobody's processor")
def _acts_as_processor(scope: Scope) -> bool:
    return bool(scope.profile.activities_for_others)


@_condition("geen partij heeft een vertegenwoordiger", "no party has a representative")
def _any_representative(scope: Scope) -> bool:
    own = scope.profile.organisation.representative
    customers = scope.profile.controllers.values()
    return isinstance(own, Representative) or any(
        customer.representative not in (None, "none") for customer in customers
    )


# Lawful bases


@_condition("geen doel rust op een gerechtvaardigd belang", "no purpose rests on a legitimate interest")
def _legitimate_interest(scope: Scope) -> bool:
    return _any_basis(scope, "legitimate_interest")


@_condition("geen doel rust op toestemming", "no purpose rests on consent")
def _any_consent(scope: Scope) -> bool:
    return _any_basis(scope, "consent") or _explicit_consent(scope)


@_condition("geen doel rust op toestemming of een overeenkomst", "no purpose rests on consent or a contract")
def _portable(scope: Scope) -> bool:
    return _any_basis(scope, "consent", "contract")


@_condition(
    "geen doel rust op een gerechtvaardigd belang of een publieke taak",
    "no purpose rests on a legitimate interest or a public task",
)
def _objection(scope: Scope) -> bool:
    return _any_basis(scope, "legitimate_interest", "public_task")


@_condition("er is geen direct marketing", "there is no direct marketing")
def _direct_marketing(scope: Scope) -> bool:
    return any(purpose.direct_marketing for purpose in scope.purposes)


@_condition(
    "geen doel rust op een gerechtvaardigd belang of een publieke taak, en er is geen direct marketing",
    "no purpose rests on a legitimate interest or a public task, and there is no direct marketing",
)
def _objection_or_marketing(scope: Scope) -> bool:
    return _objection(scope) or _direct_marketing(scope)


# Consent and marketing


def _consents(scope: Scope) -> bool:
    return any(purpose.consent for purpose in scope.purposes)


@_condition("kinderen wordt niet om toestemming gevraagd", "children are not asked for consent")
def _consent_of_children(scope: Scope) -> bool:
    concerned = {subject.id for subject in scope.subjects if subject.children}
    return any(
        purpose.consent and concerned & set(purpose.data_subjects or activity.data_subjects)
        for activity in scope.activities
        for purpose in activity.purposes.values()
        if purpose in scope.purposes
    )


@_condition(
    "toestemming staat nergens in een tekst over andere zaken", "consent is nowhere part of a text on other matters"
)
def _consent_inside_text(scope: Scope) -> bool:
    return any(purpose.consent and purpose.consent.part_of for purpose in scope.purposes)


@_condition(
    "wie toestemming geeft, is niet afhankelijk van de organisatie",
    "whoever gives consent does not depend on the organisation",
)
def _consent_imbalance(scope: Scope) -> bool:
    if scope.profile.organisation.is_public:
        return _consents(scope)
    unequal = {subject.id for subject in scope.subjects if subject.relation in UNEQUAL_RELATIONS}
    return any(
        purpose.consent and unequal & set(purpose.data_subjects or activity.data_subjects)
        for activity in scope.activities
        for purpose in activity.purposes.values()
        if purpose in scope.purposes
    )


@_condition("geen bijzondere gegevens rusten op uitdrukkelijke toestemming", "no special data rest on explicit consent")
def _explicit_consent(scope: Scope) -> bool:
    return any(
        ground.exception == "explicit_consent"
        for purpose in scope.purposes
        for ground in purpose.special_grounds.values()
    )


@_condition("geen automatisch besluit rust op toestemming", "no automated decision rests on consent")
def _decision_on_consent(scope: Scope) -> bool:
    decisions = [activity.automated_decisions for activity in scope.activities]
    return any(isinstance(each, AutomatedDecisions) and each.ground == "explicit_consent" for each in decisions)


@_condition("geen doorgifte rust op toestemming", "no transfer rests on consent")
def _transfer_on_consent(scope: Scope) -> bool:
    return any(each.transfer and each.transfer.letter == "a" for each in scope.safeguards)


@_condition("er is geen reclame per e-mail, sms of app", "there is no marketing by email, text message or app")
def _electronic_marketing(scope: Scope) -> bool:
    return any(p.direct_marketing and p.direct_marketing.is_electronic for p in scope.purposes)


def _marketing_ground(scope: Scope, ground: str) -> bool:
    found = [purpose.direct_marketing for purpose in scope.purposes if purpose.direct_marketing]
    return any(marketing.ground == ground and marketing.is_electronic for marketing in found)


@_condition(
    "geen reclame per e-mail, sms of app rust op toestemming",
    "no marketing by email, text message or app rests on consent",
)
def _electronic_opt_in(scope: Scope) -> bool:
    return _marketing_ground(scope, "opt_in")


@_condition(
    "klanten krijgen geen reclame zonder toestemming vooraf", "customers get no marketing without prior consent"
)
def _existing_customers(scope: Scope) -> bool:
    return _marketing_ground(scope, "existing_customer")


@_condition("niemand wordt voor reclame gebeld", "nobody is called for marketing")
def _telephone_marketing(scope: Scope) -> bool:
    return any(p.direct_marketing and p.direct_marketing.channel == "phone" for p in scope.purposes)


# Cookies


@_condition("er zijn geen cookies", "there are no cookies")
def _cookies(scope: Scope) -> bool:
    return bool(scope.cookies and scope.cookies.items)


@_condition("geen cookie heeft toestemming nodig", "no cookie needs consent")
def _consent_cookies(scope: Scope) -> bool:
    return bool(scope.cookies) and any(each.consent != "exempt" for each in scope.cookies.items.values())  # type: ignore[union-attr]


@_condition("elke cookie heeft toestemming nodig", "every cookie needs consent")
def _exempt_cookies(scope: Scope) -> bool:
    return bool(scope.cookies) and any(each.consent == "exempt" for each in scope.cookies.items.values())  # type: ignore[union-attr]


# Kinds of data


@_condition("er zijn geen bijzondere gegevens", "there are no special data")
def _special_data(scope: Scope) -> bool:
    return _any_kind(scope, "special")


@_condition("er zijn geen strafrechtelijke gegevens", "there are no criminal-offence data")
def _criminal_data(scope: Scope) -> bool:
    return _any_kind(scope, "criminal")


@_condition("er is geen nationaal nummer, zoals het BSN", "there is no national number, such as the BSN")
def _national_number(scope: Scope) -> bool:
    return _any_kind(scope, "national_number")


@_condition("er zijn geen gevoelige gegevens", "there are no sensitive data")
def _sensitive_data(scope: Scope) -> bool:
    return _any_kind(scope, *SENSITIVE_KINDS)


@_condition("er zijn geen gegevens zonder naam", "there are no data without a name")
def _pseudonymous_data(scope: Scope) -> bool:
    return _any_kind(scope, "pseudonymous")


@_condition("er zijn geen gezondheidsgegevens", "there are no health data")
def _health_data(scope: Scope) -> bool:
    return _any_trait(scope, "health")


@_condition("er zijn geen biometrische gegevens", "there are no biometric data")
def _biometric_data(scope: Scope) -> bool:
    return _any_trait(scope, "biometric")


# Decisions and assessments


@_condition("er zijn geen automatische besluiten", "there are no automated decisions")
def _automated_decisions(scope: Scope) -> bool:
    return any(isinstance(activity.automated_decisions, AutomatedDecisions) for activity in scope.activities)


@_condition("geen activiteit staat op de lijst van de AP", "no activity is on the authority's list")
def _dpia_kind(scope: Scope) -> bool:
    return any(activity.dpia and activity.dpia.kinds for activity in scope.activities)


@_condition("er is geen DPIA nodig", "no assessment is needed")
def _dpia_needed(scope: Scope) -> bool:
    return any(activity.dpia and activity.dpia.needed for activity in scope.activities)


@_condition("er blijft geen hoog risico over", "no high risk remains")
def _high_risk_remains(scope: Scope) -> bool:
    return any(activity.dpia and activity.dpia.high_risk_remains for activity in scope.activities)


# Other parties and transfers


@_condition("niemand anders krijgt gegevens", "nobody else receives data")
def _recipients(scope: Scope) -> bool:
    return bool(scope.processors or scope.recipients)


@_condition("er zijn geen verwerkers", "there are no processors")
def _any_processor(scope: Scope) -> bool:
    return bool(scope.processors)


@_condition("er zijn geen gezamenlijke verwerkingsverantwoordelijken", "there are no joint controllers")
def _joint_controllers(scope: Scope) -> bool:
    return any(activity.joint_controllers or activity.role == "joint_controller" for activity in scope.activities)


@_condition("er is geen doorgifte buiten de EER", "there is no transfer outside the EEA")
def _transfer(scope: Scope) -> bool:
    return any(True for _ in scope.safeguards)


@_condition("geen doorgifte rust op modelcontractbepalingen", "no transfer rests on standard contractual clauses")
def _scc(scope: Scope) -> bool:
    return _any_mechanism(scope, "standard_contractual_clauses")


@_condition("geen doorgifte rust op bindende bedrijfsvoorschriften", "no transfer rests on binding corporate rules")
def _bcr(scope: Scope) -> bool:
    return _any_mechanism(scope, "binding_corporate_rules")


@_condition("geen doorgifte rust op het Data Privacy Framework", "no transfer rests on the Data Privacy Framework")
def _dpf(scope: Scope) -> bool:
    return _any_mechanism(scope, "data_privacy_framework")


@_condition("geen doorgifte rust op dwingende belangen", "no transfer rests on compelling interests")
def _compelling_interest(scope: Scope) -> bool:
    return _any_mechanism(scope, "compelling_interest")


def _form(processor_form: str | None) -> str:
    return processor_form or "own"


@_condition(
    "er is geen verwerker, of het contract is dat van de leverancier of de EU zelf",
    "there is no processor, or the contract is the supplier's or the EU's own",
)
def _processor(scope: Scope) -> bool:
    return any(_form(each.agreement.form if each.agreement else None) == "own" for each in scope.processors)


@_condition(
    "er is geen verwerker en de organisatie is zelf geen verwerker",
    "there is no processor and the organisation is none itself",
)
def _processor_or_acts_as(scope: Scope) -> bool:
    return bool(scope.processors) or _acts_as_processor(scope)


@_condition("er zijn geen subverwerkers", "there are no sub-processors")
def _sub_processors(scope: Scope) -> bool:
    return _processor(scope) and any(each.sub_processors for each in scope.processors)


def _authorised(scope: Scope, how: str) -> bool:
    agreements = [each.agreement for each in scope.processors if each.agreement]
    return _processor(scope) and any(a.sub_processing and a.sub_processing.authorisation == how for a in agreements)


@_condition("geen subverwerker vraagt toestemming per geval", "no sub-processor needs permission case by case")
def _specific_authorisation(scope: Scope) -> bool:
    return _authorised(scope, "specific")


@_condition("er is geen algemene toestemming voor subverwerkers", "there is no general permission for sub-processors")
def _general_authorisation(scope: Scope) -> bool:
    return _authorised(scope, "general")


@_condition(
    "de modelcontractbepalingen van de EU voor verwerkers zijn niet gekozen",
    "the EU's standard clauses for processors are not chosen",
)
def _eu_clauses(scope: Scope) -> bool:
    return any(each.agreement and each.agreement.form == "standard_clauses" for each in scope.processors)


# Keeping and erasing


@_condition("er zijn geen gegevens openbaar gemaakt", "no data were made public")
def _made_public(scope: Scope) -> bool:
    return bool(scope.profile.deletion and isinstance(scope.profile.deletion.made_public, MadePublic))


_BOOKS = ("nl_fiscal_records", "nl_legal_person_books", "nl_business_books")


@_condition("er is geen administratie die de belastingwet noemt", "there are no records that tax law names")
def _fiscal_records(scope: Scope) -> bool:
    return any(kept.statutory in _BOOKS for kept in scope.kept)


@_condition("de Wwft is niet van toepassing", "the Dutch anti-money-laundering act does not apply")
def _wwft(scope: Scope) -> bool:
    return any(kept.statutory and kept.statutory.startswith("nl_wwft") for kept in scope.kept)


@_condition("er wordt niets gearchiveerd", "nothing is archived")
def _archived(scope: Scope) -> bool:
    return any(kept.then == "archive" for kept in scope.kept)


@_condition("er wordt niets anoniem gemaakt", "nothing is made anonymous")
def _anonymised(scope: Scope) -> bool:
    return any(kept.then == "anonymise" for kept in scope.kept)
