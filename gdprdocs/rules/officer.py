"""Rules on the data protection officer: where there must be one, who it is, and that nothing else binds him or her."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gdprdocs.diagnostic import FieldPath, Severity
from gdprdocs.language import Language, Text, is_gap
from gdprdocs.law.words import pattern, phrases, quoted, said_in
from gdprdocs.profile import Activity, Organisation, Profile
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.profile.organisation import Officer
from gdprdocs.rules.rule import Problem, Words, filled, listed, rule, rules_in


def _designated(profile: Profile) -> Officer | None:
    officer = profile.organisation.data_protection_officer
    return officer if officer and officer.is_designated else None


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
    if why and not (officer and officer.is_designated):
        path = ("organisation", "data_protection_officer")
        says = officer is not None and officer.required is not None
        yield Problem((*path, "required") if says else path, why=why)


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
    if officer and officer.is_designated and not (officer.contact and officer.contact.is_reachable):
        yield Problem((*officer.path, "contact"))


@rule(
    "org-dpo-details",
    "organisation",
    "GDPR 30(1)(a), 38(3), 38(6)",
    severity=Severity.WARNING,
    nl=Words(
        "van de functionaris voor gegevensbescherming (FG) ontbreekt: {missing}",
        "Vul “name” in, en schrijf in “position” aan wie de FG rapporteert en welk ander werk hij of zij doet.",
        "Wie toezicht houdt, mag niet ook beslissen waarop toezicht is; dat is alleen te zien als het er staat.",
    ),
    en=Words(
        "missing for the data protection officer (DPO): {missing}",
        "Fill in “name”, and write in “position” to whom the DPO reports and what other work he or she does.",
        "Whoever watches over something must not decide on it too; that can be seen only where it is written down.",
    ),
)
def officer_details(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """A data protection officer who is entered has a name and a position, both of which the register shows."""
    officer = _designated(profile)
    missing = [key for key in ("name", "position") if officer and getattr(officer, key) is None]
    if officer and missing:
        yield Problem((*officer.path, missing[0]), missing=listed(missing))


@rule(
    "org-dpo-registered",
    "organisation",
    "GDPR 37(7)",
    severity=Severity.WARNING,
    nl=Words(
        "wanneer de functionaris voor gegevensbescherming (FG) is aangemeld bij de toezichthouder, staat er niet",
        "Meld de FG aan bij de toezichthouder (in Nederland: op de website van de Autoriteit Persoonsgegevens) en zet "
        "de datum in “registered”.",
        "De toezichthouder moet weten wie hij binnen de organisatie aanspreekt.",
    ),
    en=Words(
        "it is not stated when the data protection officer (DPO) was registered with the supervisory authority",
        "Register the DPO with the supervisory authority (in the Netherlands: on the website of the Autoriteit "
        "Persoonsgegevens) and put the date in “registered”.",
        "The supervisory authority must know whom to turn to in the organisation.",
    ),
)
def officer_registered(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """A data protection officer who is entered was registered with the supervisory authority, on a date."""
    officer = _designated(profile)
    if officer and officer.registered is None:
        yield Problem((*officer.path, "registered"))


@rule(
    "org-dpo-unexplained",
    "organisation",
    "GDPR 5(2), 37(1)",
    severity=Severity.ADVICE,
    nl=Words(
        "er is geen functionaris voor gegevensbescherming (FG), en waarom die niet nodig is, staat er niet",
        "Zet onder “data_protection_officer” “required: false”, en in “because” waarom.",
        "Wie heeft nagegaan of er een FG moet zijn, kan dat later laten zien.",
    ),
    en=Words(
        "there is no data protection officer (DPO), and why none is needed is not stated",
        "Put “required: false” under “data_protection_officer”, and the reason in “because”.",
        "Whoever looked into whether there must be a DPO is able to show so later.",
    ),
)
def officer_unexplained(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Without a data protection officer, the profile says why there is none.

    Where there must be one, ``org-dpo-required`` says so.
    """
    officer = profile.organisation.data_protection_officer
    explained = officer is not None and (officer.is_designated or officer.because is not None)
    if not explained and _why_officer(profile, catalogue, officer) is None:
        path = ("organisation", "data_protection_officer")
        yield Problem((*path, "because") if officer else path)


@rule(
    "org-dpo-conflict",
    "organisation",
    "GDPR 38(6)",
    severity=Severity.WARNING,
    nl=Words(
        "de functionaris voor gegevensbescherming (FG) heeft ook een functie die daarmee botst: {position}",
        "Kies iemand die niet zelf beslist waarvoor en hoe gegevens worden gebruikt, van binnen of van buiten.",
        "Wie zelf over gegevens beslist, keurt als FG zijn eigen werk.",
    ),
    en=Words(
        "the data protection officer (DPO) also holds a position that conflicts with it: {position}",
        "Choose somebody who does not decide what data are used for and how, from inside or outside.",
        "Whoever decides on data marks his or her own work as DPO.",
    ),
)
def officer_conflict(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """The data protection officer holds no position that decides on aims and means of using data.

    Looked at are the officer's “function”, what “position” says of other work, and the function of whoever signs for
    the organisation, where that is the same person. The positions are those of ``law/words/officer_conflicts.yaml``.
    """
    officer = _designated(profile)
    if officer:
        for path, words, after in _said_of(profile.organisation, officer):
            position = _position_in(words, after)
            if position:
                yield Problem(path, position=listed([position]))
                return


def _said_of(organisation: Organisation, officer: Officer) -> Iterator[tuple[FieldPath, Text, str | None]]:
    """What the profile says of the officer's functions, where, and after which kind of words a position counts."""
    if officer.contact and officer.contact.function:
        yield (*officer.contact.path, "function"), officer.contact.function, None
    if officer.position:
        yield (*officer.path, "position"), officer.position, "held"
    signatory = organisation.signatory
    if signatory and officer.name and _alike(signatory.name, officer.name):
        yield ("organisation", "signatory", "function"), signatory.function, None


def _position_in(words: Text, after: str | None) -> Text | None:
    """The first position that conflicts with that of the officer."""
    found = {language: next(_positions(words.in_(language), language, after), "") for language in said_in(words)}
    return quoted({language: position for language, position in found.items() if position})


def _positions(words: str, language: Language, after: str | None) -> Iterator[str]:
    """The positions in ``words``, save those of others; with ``after`` only those that such a word introduces."""
    others = set(phrases("officer_conflicts", "others", language))
    introducing = set(phrases("officer_conflicts", after, language)) if after else set()
    for sentence in re.split(r"[.;!?]\s", words):
        for found in pattern("officer_conflicts", "positions", language).finditer(sentence):
            before = set(re.findall(r"\w+", sentence[: found.start()].casefold())[-3:])
            if not before & others and (after is None or before & introducing):
                yield found[0]


def _alike(name: str, other: str) -> bool:
    return not is_gap(name) and name.casefold().split() == other.casefold().split()


RULES = rules_in(globals())
