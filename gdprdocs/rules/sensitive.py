"""Rules on data that the law bans unless it allows them: special categories, criminal data, national numbers.

They hold for what the organisation decides itself; for what it does as processor, its customer decides.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gdprdocs.diagnostic import FieldPath, Severity
from gdprdocs.language import Text
from gdprdocs.law import law
from gdprdocs.profile import Activity, Profile, Purpose, SpecialGround
from gdprdocs.profile.catalogue import SENSITIVE_KINDS, Catalogue
from gdprdocs.rules.rule import Problem, Words, rule, rules_in


@dataclass(frozen=True)
class _Use:
    """One sensitive category in one purpose, with the ground that the purpose states for it."""

    activity: Activity
    purpose: Purpose
    id: str
    name: Text
    traits: tuple[str, ...]

    @property
    def path(self) -> FieldPath:
        """Where the ground stands or should stand."""
        return (*self.purpose.path, "special_grounds", self.id)

    @property
    def ground(self) -> SpecialGround:
        """The ground; one without any fact where the purpose states none."""
        return self.purpose.special_grounds.get(self.id) or SpecialGround(self.path)

    def lacks(self, key: str) -> Problem:
        """The problem that ``key`` is missing from the ground."""
        return Problem((*self.path, key), category=self.name, purpose=self.purpose.id)


def _uses(profile: Profile, catalogue: Catalogue, *kinds: str) -> Iterator[_Use]:
    for activity, purpose in profile.own_purposes:
        for name in purpose.data_categories:
            category = catalogue.category(name)
            if category.kind in kinds:
                yield _Use(activity, purpose, name, category.name, category.traits)


@rule(
    "special-no-exception",
    "data",
    "GDPR 9(1), 9(2)",
    nl=Words(
        "het doel “{purpose}” gebruikt bijzondere gegevens (“{category}”) en noemt geen uitzondering op het verbod",
        "Zet onder “special_grounds” bij dit gegeven welke “exception” geldt, of gebruik het niet.",
        "Gegevens over gezondheid, geloof, afkomst en dergelijke zijn verboden, behalve in de gevallen van de wet.",
    ),
    en=Words(
        "the purpose “{purpose}” uses special data (“{category}”) and names no exception to the ban",
        "Write under “special_grounds” which “exception” holds for it, or do not use it.",
        "Data on health, belief, origin and the like are banned, except in the cases that the law names.",
    ),
)
def exception(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Every special category that a purpose uses has an exception of Art. 9(2)."""
    for use in _uses(profile, catalogue, "special"):
        if use.ground.exception is None:
            yield use.lacks("exception")


@rule(
    "special-no-national",
    "data",
    "GDPR 9(2), UAVG 22, 30",
    nl=Words(
        "de uitzondering voor “{category}” bij het doel “{purpose}” geldt alleen met een wet, en die ontbreekt",
        "Noem in “law” het artikel van de UAVG of een andere wet, bijvoorbeeld “artikel 30, derde lid, UAVG”.",
        "Deze uitzondering werkt pas als een wet van het land haar uitwerkt.",
    ),
    en=Words(
        "the exception for “{category}” in the purpose “{purpose}” holds only with a statute, and none is named",
        "Name the article of the UAVG or another statute in “law”, for example “Article 30(3) UAVG”.",
        "This exception works only where a statute of the country gives it effect.",
    ),
)
def national_law(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """An exception that needs national law (Art. 9(2)(b), (g), (h), (i) or (j)) names the statute and the article."""
    exceptions = law().special_exceptions
    for use in _uses(profile, catalogue, "special"):
        named = exceptions.get(use.ground.exception or "")
        if named and named.needs_law and use.ground.law is None:
            yield use.lacks("law")


@rule(
    "special-no-secrecy",
    "data",
    "GDPR 9(3), UAVG 30",
    severity=Severity.WARNING,
    nl=Words(
        "bij “{category}” in het doel “{purpose}” staat niet wie tot geheimhouding verplicht is",
        "Zet onder “special_grounds” bij dit gegeven in “secrecy” wie dat is, en waardoor: een wet, een beroepscode of "
        "een overeenkomst.",
        "Bij deze uitzondering mag alleen met de gegevens werken wie erover moet zwijgen. Mensen lezen wie dat is.",
    ),
    en=Words(
        "for “{category}” in the purpose “{purpose}” it is not stated who is bound to secrecy",
        "Put in “secrecy” for it under “special_grounds” who that is, and by what: a statute, a professional code or a "
        "contract.",
        "Under this exception only those who must keep silent work with the data. People read who they are.",
    ),
)
def secrecy(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Health data that are used for care, or for work and social security, come with who is bound to secrecy.

    Those are the exceptions of Art. 9(2)(h) and (b), to which Art. 9(3) and UAVG Art. 30(4) tie that duty.
    """
    for use in _uses(profile, catalogue, "special"):
        exception = use.ground.exception
        if (
            "health" in use.traits
            and exception in ("health_care", "employment_social_security")
            and use.ground.secrecy is None
        ):
            yield use.lacks("secrecy")


@rule(
    "special-consent-explicit",
    "data",
    "GDPR 9(2)(a), UAVG 22(2)",
    nl=Words(
        "voor “{category}” is uitdrukkelijke toestemming nodig, maar het doel “{purpose}” beschrijft die niet",
        "Beschrijf de toestemming onder “consent”, laat de vraag dit gegeven met name noemen en zet er dan "
        "“explicit: true” bij.",
        "Voor bijzondere gegevens moet iemand met zoveel woorden ja zeggen.",
    ),
    en=Words(
        "“{category}” needs explicit consent, but the purpose “{purpose}” describes none",
        "Describe the consent under “consent”, have the question name these data, and then add “explicit: true”.",
        "For special data somebody must say yes in so many words.",
    ),
)
def explicit_consent(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Where the exception is explicit consent, the purpose describes a consent that is marked explicit."""
    for use in _uses(profile, catalogue, "special"):
        consent = use.purpose.consent
        if use.ground.exception == "explicit_consent" and not (consent and consent.explicit):
            path = (*use.purpose.path, "consent", "explicit")
            yield Problem(path, category=use.name, purpose=use.purpose.id)


@rule(
    "biometric-need",
    "data",
    "GDPR 9(4), UAVG 29",
    nl=Words(
        "het doel “{purpose}” gebruikt “{category}”, maar er staat niet waarom dat nodig is",
        "Leg in “necessity” uit waarom het nodig is om te weten wie iemand is of om iets te beveiligen, en waarom een "
        "pas of code niet genoeg is.",
        "Een vinger of gezicht is niet te vervangen als de gegevens uitlekken; een pas of code wel.",
    ),
    en=Words(
        "the purpose “{purpose}” uses “{category}”, but does not say why that is needed",
        "Explain in “necessity” why it is needed to know who somebody is or to secure something, and why a card or "
        "code is not enough.",
        "A finger or face cannot be replaced when the data leak; a card or code can.",
    ),
)
def biometric_need(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Biometric data come with the reason why they are needed and a lighter means is not enough."""
    for use in _uses(profile, catalogue, *SENSITIVE_KINDS):
        if "biometric" in use.traits and use.ground.necessity is None:
            yield use.lacks("necessity")


@rule(
    "health-employer",
    "data",
    "GDPR 9, UAVG 30(1)",
    nl=Words(
        "een werkgever legt de aard of oorzaak van ziekte niet vast, maar het doel “{purpose}” gebruikt “{category}”",
        "Haal dit gegeven weg; noteer alleen wat u nodig hebt voor loon, vervanging en terugkeer "
        "(absence_administrative, reintegration_details).",
        "Wat iemand mankeert, is iets tussen hem en de bedrijfsarts.",
    ),
    en=Words(
        "an employer does not record the nature or cause of illness, but the purpose “{purpose}” uses “{category}”",
        "Remove these data; record only what you need for pay, replacement and return to work "
        "(absence_administrative, reintegration_details).",
        "What ails somebody is between them and the company doctor.",
    ),
)
def illness_at_work(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """No purpose that concerns staff or applicants uses the nature or cause of illness.

    Exempt is a care provider at work: an organisation in health care that uses the data under the exception for health
    care, such as an occupational health service.
    """
    for use in _uses(profile, catalogue, *SENSITIVE_KINDS):
        gives_care = profile.organisation.sector == "healthcare" and use.ground.exception == "health_care"
        subjects = use.purpose.data_subjects or use.activity.data_subjects
        relations = {catalogue.subject(name).relation for name in subjects}
        if "illness_cause" in use.traits and relations & {"employment", "application"} and not gives_care:
            path = (*use.purpose.path, "data_categories", use.id)
            yield Problem(path, category=use.name, purpose=use.purpose.id)


@rule(
    "criminal-no-basis",
    "data",
    "GDPR 10, UAVG 31, 32, 33",
    nl=Words(
        "het doel “{purpose}” gebruikt strafrechtelijke gegevens (“{category}”) en noemt geen wet die dat toestaat",
        "Zet onder “special_grounds” bij dit gegeven in “law” het artikel van de UAVG of een andere wet, of gebruik "
        "het niet.",
        "Gegevens over straffen en verdenkingen mag u alleen gebruiken als een wet dat toestaat.",
    ),
    en=Words(
        "the purpose “{purpose}” uses criminal-offence data (“{category}”) and names no statute that allows it",
        "Write the article of the UAVG or another statute in “law” for it under “special_grounds”, or do not use it.",
        "Data on convictions and suspicions may be used only where a statute allows it.",
    ),
)
def criminal(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Every use of criminal-offence data names the statute that allows it."""
    for use in _uses(profile, catalogue, "criminal"):
        if use.ground.law is None:
            yield use.lacks("law")


@rule(
    "bsn-no-statute",
    "data",
    "GDPR 87, UAVG 46",
    nl=Words(
        "het doel “{purpose}” gebruikt “{category}”, maar noemt geen wet die dat voorschrijft",
        "Zet onder “special_grounds” bij dit gegeven in “law” de wet en het artikel, of gebruik het niet.",
        "Een burgerservicenummer gebruiken mag alleen als een wet dat voor dit doel voorschrijft.",
    ),
    en=Words(
        "the purpose “{purpose}” uses “{category}”, but names no statute that prescribes it",
        "Write the statute and the article in “law” for it under “special_grounds”, or do not use it.",
        "A citizen service number may be used only where a statute prescribes it for this purpose.",
    ),
)
def number_without_statute(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Every use of a national identification number names the statute that prescribes it."""
    for use in _uses(profile, catalogue, "national_number"):
        if use.ground.law is None:
            yield use.lacks("law")


@rule(
    "bsn-consent",
    "data",
    "UAVG 46",
    nl=Words(
        "het doel “{purpose}” gebruikt “{category}” op grond van {basis}, en die grond is daar niet genoeg voor",
        "Haal het nummer weg bij dit doel, of maak een eigen doel van wat de wet voorschrijft, met de grondslag "
        "legal_obligation of public_task.",
        "Wie om een burgerservicenummer vraagt, moet dat van de wet moeten; een ja van de persoon verandert dat niet.",
    ),
    en=Words(
        "the purpose “{purpose}” uses “{category}” on the basis of {basis}, which is not enough for that",
        "Remove the number from this purpose, or make what the statute prescribes a purpose of its own, with the basis "
        "legal_obligation or public_task.",
        "Only a statute can order the use of a citizen service number; a yes of the person does not change that.",
    ),
)
def number_on_consent(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """No purpose that uses a national identification number rests on consent or a legitimate interest."""
    for use in _uses(profile, catalogue, "national_number"):
        if use.purpose.lawful_basis in ("consent", "legitimate_interest"):
            path = (*use.purpose.path, "lawful_basis")
            basis = law().lawful_bases[use.purpose.lawful_basis].name
            yield Problem(path, category=use.name, purpose=use.purpose.id, basis=basis)


RULES = rules_in(globals())
