"""Rules on who the organisation is: identity, role, joint control, representative, data protection officer."""

from __future__ import annotations

from collections.abc import Iterator

from gdprdocs.language import is_gap
from gdprdocs.law import law
from gdprdocs.profile import Profile
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.rules.rule import Problem, Words, rule, rules_in


@rule(
    "org-identity",
    "organisation",
    "GDPR 13(1)(a), 30(1)(a)",
    nl=Words(
        "de organisatie mist: {missing}",
        "Vul de officiële naam, het adres en een e-mailadres of telefoonnummer in.",
        "Mensen moeten weten wie hun gegevens gebruikt en hoe zij die organisatie bereiken.",
    ),
    en=Words(
        "the organisation lacks: {missing}",
        "Fill in the legal name, the address and an e-mail address or phone number.",
        "People must know who uses their data and how to reach that organisation.",
    ),
)
def identity(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """A controller has a name, a postal address and an e-mail address or phone number."""
    organisation = profile.organisation
    contact = organisation.contact
    missing = [
        *(["name"] if is_gap(organisation.name) else []),
        *([] if organisation.address and organisation.address.country else ["address"]),
        *([] if contact and (contact.email or contact.phone) else ["contact"]),
    ]
    if missing:
        yield Problem(("organisation",), missing=", ".join(missing))


@rule(
    "org-eu-rep",
    "organisation",
    "GDPR 3(2), 27",
    nl=Words(
        "de organisatie zit in {country}, buiten de EER, en noemt geen vertegenwoordiger in de Unie",
        "Wijs schriftelijk een vertegenwoordiger aan, of leg in “not_needed” uit waarom dat niet hoeft.",
        "Wie van buiten de EER met gegevens van mensen hier werkt, moet hier aanspreekbaar zijn.",
    ),
    en=Words(
        "the organisation is in {country}, outside the EEA, and names no representative in the Union",
        "Appoint a representative in writing, or explain in “not_needed” why none is needed.",
        "Whoever uses data of people here from outside the EEA must be reachable here.",
    ),
)
def representative(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """An organisation outside the EEA names a representative in the Union, or says why it needs none."""
    address = profile.organisation.address
    country = address.country if address else None
    named = profile.organisation.representative
    if country and country not in law().eea and (named is None or named == "none"):
        yield Problem(("organisation", "representative"), country=country)


RULES = rules_in(globals())
