"""Rules on who the organisation is: identity, role, joint control, representative, data protection officer."""

from __future__ import annotations

from collections.abc import Iterator

from gdprdocs.language import Text, is_gap
from gdprdocs.law import law
from gdprdocs.profile import Activity, Profile
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.profile.organisation import Contact, Officer, Representative
from gdprdocs.profile.party import JointController
from gdprdocs.rules.rule import Problem, Words, filled, listed, rule, rules_in, worded
from gdprdocs.wording import country_words


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
    if not _reachable(organisation.contact):
        yield Problem(("organisation", "contact"), missing=_EMAIL_OR_PHONE)


_EMAIL_OR_PHONE = Text(nl="“email” of “phone” onder “contact”", en="“email” or “phone” under “contact”")


def _reachable(contact: Contact | None) -> bool:
    return contact is not None and bool(contact.email or contact.phone)


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
    "org-joint-arrangement",
    "organisation",
    "GDPR 26(1), 26(2)",
    nl=Words(
        "bij de afspraken {whom} ontbreekt: {missing}",
        "Noem de andere partij in “joint_controllers” en zet daar onder “arrangement” de datum, het contactpunt en "
        "de kern van de afspraken.",
        "Wie samen beslist, legt vast wie wat doet voor de rechten van mensen en vertelt hun de kern daarvan.",
    ),
    en=Words(
        "missing from the arrangement {whom}: {missing}",
        "Name the other party in “joint_controllers” and give the date, the contact point and the essence of the "
        "arrangement there, under “arrangement”.",
        "Those who decide together record who does what for people's rights, and tell them the essence of it.",
    ),
)
def joint_arrangement(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """An activity under joint control names the other party, and the arrangement with that party is whole.

    An arrangement is whole when it has a date, a contact point and its essence.
    """
    joint = [activity for activity in profile.activities.values() if activity.role == "joint_controller"]
    for activity in joint:
        if not activity.joint_controllers:
            whom = filled(Text(nl="voor “{name}”", en="for “{name}”"), name=activity.name)
            yield Problem((*activity.path, "joint_controllers"), whom=whom, missing=listed(["joint_controllers"]))
    named = {party for activity in joint for party in activity.joint_controllers}
    for party in profile.joint_controllers.values():
        missing = _missing_from_arrangement(party)
        if party.id in named and missing:
            whom = filled(Text(nl="met “{name}”", en="with “{name}”"), name=party.name)
            yield Problem((*party.path, "arrangement"), whom=whom, missing=listed(missing))


def _missing_from_arrangement(party: JointController) -> list[str]:
    arrangement = party.arrangement
    if arrangement is None:
        return ["arrangement"]
    facts = {"date": arrangement.date, "contact_point": arrangement.contact_point, "essence": arrangement.essence}
    return [key for key, fact in facts.items() if fact is None]


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
    "org-dpo-required",
    "organisation",
    "GDPR 37(1)",
    nl=Words(
        "er is geen functionaris voor gegevensbescherming (FG), maar die is verplicht: {why}",
        "Wijs een FG aan en zet de naam en de contactgegevens onder “data_protection_officer”.",
        "De wet noemt drie gevallen waarin iemand onafhankelijk op het gebruik van gegevens moet toezien.",
    ),
    en=Words(
        "there is no data protection officer (DPO), but one is required: {why}",
        "Designate a DPO and give the name and contact details under “data_protection_officer”.",
        "The law names three cases in which somebody independent must watch over the use of data.",
    ),
)
def officer_required(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """A data protection officer is entered where Art. 37(1) requires one, or where the profile says it is required.

    Required is one for a public authority or body, and for whoever has a core activity that, on a large scale, monitors
    people systematically or uses special or criminal data. An officer is entered with a name or contact details.
    """
    officer = profile.organisation.data_protection_officer
    why = _why_officer(profile, catalogue, officer)
    if why and not _designated(officer):
        path = ("organisation", "data_protection_officer")
        says = officer is not None and officer.required is not None
        yield Problem((*path, "required") if says else path, why=why)


def _designated(officer: Officer | None) -> bool:
    return officer is not None and bool(officer.name or officer.contact)


def _why_officer(profile: Profile, catalogue: Catalogue, officer: Officer | None) -> Text | None:
    if profile.organisation.is_public:
        return Text(nl="de organisatie is een overheidsinstantie", en="the organisation is a public authority")
    for activity in profile.activities.values():
        if activity.core_activity and activity.large_scale:
            why = _why_activity(activity, catalogue)
            if why:
                return why
    if officer and officer.required:
        return Text(nl="het profiel zegt zelf dat die nodig is", en="the profile itself says that one is needed")
    return None


def _why_activity(activity: Activity, catalogue: Catalogue) -> Text | None:
    if activity.systematic_monitoring:
        words = Text(
            nl="“{name}” volgt mensen stelselmatig en op grote schaal, als kernactiviteit",
            en="“{name}” monitors people systematically and on a large scale, as a core activity",
        )
        return filled(words, name=activity.name)
    words = Text(
        nl="“{name}” gebruikt “{category}” op grote schaal, als kernactiviteit",
        en="“{name}” uses “{category}” on a large scale, as a core activity",
    )
    categories = [catalogue.category(category) for category in activity.categories]
    sensitive = [category for category in categories if category.kind in ("special", "criminal")]
    return filled(words, name=activity.name, category=sensitive[0].name) if sensitive else None


@rule(
    "org-dpo-contact",
    "organisation",
    "GDPR 13(1)(b), 37(7)",
    nl=Words(
        "de functionaris voor gegevensbescherming (FG) is niet te bereiken: er is geen e-mailadres of telefoonnummer",
        "Vul onder “contact” een e-mailadres of telefoonnummer in waarop de FG rechtstreeks bereikbaar is.",
        "Mensen hebben het recht om de FG rechtstreeks vragen te stellen over hun gegevens.",
    ),
    en=Words(
        "the data protection officer (DPO) cannot be reached: there is no e-mail address or phone number",
        "Fill in an e-mail address or phone number under “contact” at which the DPO can be reached directly.",
        "People have the right to put questions about their data to the DPO directly.",
    ),
)
def officer_contact(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """A data protection officer who is entered has an e-mail address or phone number."""
    officer = profile.organisation.data_protection_officer
    if officer and _designated(officer) and not _reachable(officer.contact):
        yield Problem((*officer.path, "contact"))


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


RULES = rules_in(globals())
