"""Rules on who the organisation is and what it says of itself: identity, role, representative, review, design."""

from __future__ import annotations

from collections.abc import Iterator

from gdprdocs.diagnostic import Severity
from gdprdocs.duration import Duration
from gdprdocs.language import Text, is_gap
from gdprdocs.law import law
from gdprdocs.profile import Profile
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.profile.organisation import Representative
from gdprdocs.rules.rule import Problem, Words, filled, listed, rule, rules_in, worded
from gdprdocs.wording import country_words, date_words


@rule(
    "org-identity",
    "organisation",
    "GDPR 13(1)(a), 30(1)(a)",
    nl=Words(
        "bij de organisatie ontbreekt: {missing}",
        "Vul onder “organisation” de naam, het adres met land en een e-mailadres of telefoonnummer in.",
        "Mensen moeten weten wie hun gegevens gebruikt en hoe zij die organisatie bereiken.",
    ),
    en=Words(
        "missing for the organisation: {missing}",
        "Fill in the name, the address with its country and an e-mail address or phone number under “organisation”.",
        "People must know who uses their data and how to reach that organisation.",
    ),
)
def identity(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """The organisation has a name, a postal address with its country, and an e-mail address or phone number."""
    organisation = profile.organisation
    if is_gap(organisation.name):
        yield Problem(("organisation", "name"), missing=listed(["name"]))
    if organisation.address is None:
        yield Problem(("organisation", "address"), missing=listed(["address"]))
    elif organisation.address.country is None:
        yield Problem((*organisation.address.path, "country"), missing=listed(["country"]))
    if not (organisation.contact and organisation.contact.is_reachable):
        yield Problem(("organisation", "contact"), missing=_EMAIL_OR_PHONE)


_EMAIL_OR_PHONE = Text(nl="“email” of “phone” onder “contact”", en="“email” or “phone” under “contact”")


@rule(
    "org-role-missing",
    "organisation",
    "GDPR 4(7), 4(8), 26, 28",
    nl=Words(
        "bij “{activity}” staat niet welke rol de organisatie heeft",
        "Zet bij “role” wat u bent: controller (u beslist zelf), joint_controller (samen met een ander) of "
        "processor (u werkt voor een klant).",
        "De rol bepaalt wie mensen informeert, wie het register bijhoudt en welke overeenkomst nodig is.",
    ),
    en=Words(
        "“{activity}” does not say which role the organisation has",
        "Write under “role” what you are: controller (you decide yourself), joint_controller (together with another) "
        "or processor (you work for a customer).",
        "The role decides who informs people, who keeps the register and which agreement is needed.",
    ),
)
def role(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Every activity says whether the organisation is controller, joint controller or processor."""
    for activity in profile.activities.values():
        if activity.role is None:
            yield Problem((*activity.path, "role"), activity=activity.name)


@rule(
    "org-eu-rep",
    "organisation",
    "GDPR 3(2), 27",
    nl=Words(
        "het land van de organisatie ({country}) ligt buiten de EER, en er is geen vertegenwoordiger daarbinnen",
        "Wijs schriftelijk een vertegenwoordiger aan en zet naam en adres onder “representative”, of leg daar met "
        "“not_needed” uit waarom dat niet hoeft.",
        "Wie van buiten de EER met gegevens van mensen hier werkt, moet hier aanspreekbaar zijn.",
    ),
    en=Words(
        "the organisation's country ({country}) is outside the EEA, and there is no representative inside it",
        "Appoint a representative in writing and give the name and address under “representative”, or explain there "
        "with “not_needed” why none is needed.",
        "Whoever uses data of people here from outside the EEA must be reachable here.",
    ),
)
def representative(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """An organisation outside the EEA names a representative with an address inside it, or says why none is needed."""
    address = profile.organisation.address
    country = address.country if address else None
    if country is None or country in law().eea or _represented(profile.organisation.representative):
        return
    yield Problem(("organisation", "representative"), country=worded(country_words, country))


def _represented(party: str | Representative | None) -> bool:
    if not isinstance(party, Representative):
        return False
    country = party.address.country if party.address else None
    return party.not_needed is not None or (not is_gap(party.name) and country in law().eea)


@rule(
    "org-processor-register",
    "organisation",
    "GDPR 30(2)(a)",
    nl=Words(
        "“{activity}” doet u als verwerker, maar voor het register ontbreekt: {missing}",
        "Beschrijf uw klanten onder “controllers”, elk met “contact”, en noem ze bij deze activiteit in “controllers”. "
        "Zet in “service” wat u voor hen doet.",
        "Een verwerker houdt bij voor wie hij gegevens verwerkt, hoe die klanten te bereiken zijn en wat hij voor hen "
        "doet.",
    ),
    en=Words(
        "you carry out “{activity}” as processor, but for the register there is missing: {missing}",
        "Describe your customers under “controllers”, each with “contact”, and name them in “controllers” of this "
        "activity. Put what you do for them in “service”.",
        "A processor records for whom it handles data, how those customers can be reached and what it does for them.",
    ),
)
def processor_register(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """An activity as processor says what the organisation does and for which customers; those can be reached."""
    for activity in profile.activities_for_others:
        missing = [key for key in ("controllers", "service") if not getattr(activity, key)]
        if missing:
            yield Problem((*activity.path, missing[0]), activity=activity.name, missing=listed(missing))
        for name in activity.controllers:
            customer = profile.controllers.get(name)
            if customer and customer.contact is None:
                yield Problem((*customer.path, "contact"), activity=activity.name, missing=listed([f"{name}.contact"]))


@rule(
    "org-stale",
    "organisation",
    "GDPR 5(2), 24(1)",
    severity=Severity.ADVICE,
    nl=Words(
        "het profiel is voor het laatst nagekeken op {reviewed}, meer dan een jaar voordat het geldt",
        "Loop het profiel na, verbeter wat is veranderd en zet de dag in “reviewed”.",
        "Na een jaar kloppen leveranciers en termijnen vaak niet meer, en dan lezen mensen iets wat niet waar is.",
    ),
    en=Words(
        "the profile was last reviewed on {reviewed}, more than a year before it takes effect",
        "Go through the profile, correct what has changed and put the day in “reviewed”.",
        "After a year suppliers and periods are often no longer right, and then people read what is not true.",
    ),
)
def stale(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """The last review of the profile is at most a year older than the day from which it is effective.

    No clock is read: that the day of effect itself lies long ago is not seen.
    """
    publication = profile.publication
    reviewed, effective = publication.reviewed, publication.effective
    if reviewed and effective and _A_YEAR.after(reviewed) < effective:
        yield Problem((*publication.path, "reviewed"), reviewed=worded(date_words, reviewed))


_A_YEAR = Duration(years=1)


@rule(
    "org-found-at",
    "organisation",
    "GDPR 12(1), 13(1)",
    severity=Severity.WARNING,
    nl=Words(
        "er staat niet waar mensen de {statement} vinden",
        "Zet de plaats in “found_at” van “publication”, of van die verklaring onder “statements”: zij hoort overal "
        "waar u om gegevens vraagt.",
        "Een verklaring helpt alleen wie haar ziet op het moment dat gegevens worden gevraagd.",
    ),
    en=Words(
        "it is not stated where people find the {statement}",
        "Put the place in “found_at” of “publication”, or of that statement under “statements”: it belongs "
        "wherever you ask for data.",
        "A statement helps only those who see it at the moment when data are asked for.",
    ),
)
def found_at(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Every privacy statement says where people find it, itself or through the publication."""
    publication = profile.publication
    if publication.found_at or not profile.own_activities:
        return
    if not profile.statements:
        yield Problem((*publication.path, "found_at"), statement=_STATEMENT)
    for statement in profile.statements.values():
        if statement.found_at is None:
            named = filled(_STATEMENT_FOR, name=statement.name)
            yield Problem((*statement.path, "found_at"), statement=named)


_STATEMENT = Text(nl="privacyverklaring", en="privacy statement")
_STATEMENT_FOR = Text(nl="privacyverklaring voor {name}", en="privacy statement for {name}")


@rule(
    "org-by-design",
    "organisation",
    "GDPR 5(1)(c), 25(1), 25(2)",
    severity=Severity.ADVICE,
    nl=Words(
        "hoe u zorgt voor weinig gegevens en veilige standaardinstellingen, staat er niet",
        "Schrijf onder “by_design” in “minimised” hoe u bepaalt welke gegevens nodig zijn, en in “defaults” hoe uw "
        "systemen vanzelf staan ingesteld.",
        "Wat niet wordt gevraagd, kan niet uitlekken; dat beslist u als u een formulier maakt of een systeem kiest.",
    ),
    en=Words(
        "how you see to few data and safe default settings is not stated",
        "Put under “by_design” in “minimised” how you decide which data are needed, and in “defaults” how your systems "
        "are set by default.",
        "What is not asked for cannot leak; you decide that when you make a form or choose a system.",
    ),
)
def by_design(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """An organisation with activities of its own says how it keeps data few and settings safe."""
    if profile.own_activities and profile.by_design is None:
        yield Problem(("by_design",))


RULES = rules_in(globals())
