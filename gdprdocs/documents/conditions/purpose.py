"""What purposes rest on: lawful bases, consent, marketing, cookies."""

from __future__ import annotations

from gdprdocs.documents.conditions.condition import condition
from gdprdocs.documents.scope import Scope
from gdprdocs.profile.catalogue import UNEQUAL_RELATIONS

# Lawful bases


def any_basis(scope: Scope, *bases: str) -> bool:
    return any(purpose.lawful_basis in bases for purpose in scope.purposes)


@condition("geen doel rust op een gerechtvaardigd belang", "no purpose rests on a legitimate interest")
def legitimate_interest(scope: Scope) -> bool:
    return any_basis(scope, "legitimate_interest")


@condition("geen doel rust op toestemming", "no purpose rests on consent")
def any_consent(scope: Scope) -> bool:
    return any_basis(scope, "consent") or explicit_consent.holds(scope)


@condition("geen doel rust op toestemming of een overeenkomst", "no purpose rests on consent or a contract")
def portable(scope: Scope) -> bool:
    return any_basis(scope, "consent", "contract")


@condition(
    "geen doel rust op een gerechtvaardigd belang of een publieke taak",
    "no purpose rests on a legitimate interest or a public task",
)
def objection(scope: Scope) -> bool:
    return any_basis(scope, "legitimate_interest", "public_task")


@condition("er is geen direct marketing", "there is no direct marketing")
def direct_marketing(scope: Scope) -> bool:
    return any(purpose.direct_marketing for purpose in scope.purposes)


@condition(
    "geen doel rust op een gerechtvaardigd belang of een publieke taak, en er is geen direct marketing",
    "no purpose rests on a legitimate interest or a public task, and there is no direct marketing",
)
def objection_or_marketing(scope: Scope) -> bool:
    return objection.holds(scope) or direct_marketing.holds(scope)


# Consent and marketing


def _consents(scope: Scope) -> bool:
    return any(purpose.consent for purpose in scope.purposes)


@condition("kinderen wordt niet om toestemming gevraagd", "children are not asked for consent")
def consent_of_children(scope: Scope) -> bool:
    concerned = {subject.id for subject in scope.subjects if subject.children}
    return any(
        purpose.consent and concerned & set(purpose.data_subjects or activity.data_subjects)
        for activity in scope.activities
        for purpose in activity.purposes.values()
        if purpose in scope.purposes
    )


@condition(
    "toestemming staat nergens in een tekst over andere zaken", "consent is nowhere part of a text on other matters"
)
def consent_inside_text(scope: Scope) -> bool:
    return any(purpose.consent and purpose.consent.part_of for purpose in scope.purposes)


@condition(
    "wie toestemming geeft, is niet afhankelijk van de organisatie",
    "whoever gives consent does not depend on the organisation",
)
def consent_imbalance(scope: Scope) -> bool:
    if scope.profile.organisation.is_public:
        return _consents(scope)
    unequal = {subject.id for subject in scope.subjects if subject.relation in UNEQUAL_RELATIONS}
    return any(
        purpose.consent and unequal & set(purpose.data_subjects or activity.data_subjects)
        for activity in scope.activities
        for purpose in activity.purposes.values()
        if purpose in scope.purposes
    )


@condition("geen bijzondere gegevens rusten op uitdrukkelijke toestemming", "no special data rest on explicit consent")
def explicit_consent(scope: Scope) -> bool:
    return any(
        ground.exception == "explicit_consent"
        for purpose in scope.purposes
        for ground in purpose.special_grounds.values()
    )


@condition("geen automatisch besluit rust op toestemming", "no automated decision rests on consent")
def decision_on_consent(scope: Scope) -> bool:
    return any(each.decisions and each.decisions.ground == "explicit_consent" for each in scope.activities)


@condition("geen doorgifte rust op toestemming", "no transfer rests on consent")
def transfer_on_consent(scope: Scope) -> bool:
    return any(each.transfer and each.transfer.letter == "a" for each in scope.safeguards)


@condition("er is geen reclame per e-mail, sms of app", "there is no marketing by email, text message or app")
def electronic_marketing(scope: Scope) -> bool:
    return any(p.direct_marketing and p.direct_marketing.is_electronic for p in scope.purposes)


def _marketing_ground(scope: Scope, ground: str) -> bool:
    found = [purpose.direct_marketing for purpose in scope.purposes if purpose.direct_marketing]
    return any(marketing.ground == ground and marketing.is_electronic for marketing in found)


@condition(
    "geen reclame per e-mail, sms of app rust op toestemming",
    "no marketing by email, text message or app rests on consent",
)
def electronic_opt_in(scope: Scope) -> bool:
    return _marketing_ground(scope, "opt_in")


@condition("klanten krijgen geen reclame zonder toestemming vooraf", "customers get no marketing without prior consent")
def existing_customers(scope: Scope) -> bool:
    return _marketing_ground(scope, "existing_customer")


@condition("niemand wordt voor reclame gebeld", "nobody is called for marketing")
def telephone_marketing(scope: Scope) -> bool:
    return any(p.direct_marketing and p.direct_marketing.channel == "phone" for p in scope.purposes)


# Cookies


@condition("er zijn geen cookies", "there are no cookies")
def cookies(scope: Scope) -> bool:
    return bool(scope.cookies and scope.cookies.items)


@condition("geen cookie heeft toestemming nodig", "no cookie needs consent")
def consent_cookies(scope: Scope) -> bool:
    return bool(scope.cookies and scope.cookies.on_consent)


@condition("elke cookie heeft toestemming nodig", "every cookie needs consent")
def exempt_cookies(scope: Scope) -> bool:
    return bool(scope.cookies and scope.cookies.exempt)
