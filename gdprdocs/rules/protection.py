"""Rules on who has access (Arts. 5, 25, 28, 32) and on who acts when data leak (Arts. 33, 34, 56)."""

from __future__ import annotations

from collections.abc import Iterator

from gdprdocs.diagnostic import Severity
from gdprdocs.profile import Profile
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.profile.party import Handler
from gdprdocs.rules.parties import called, parties_in_use, processors_in_use
from gdprdocs.rules.rule import Problem, Words, listed, rule, rules_in, worded
from gdprdocs.wording import country_words, date_words, list_words


@rule(
    "access-role-details",
    "security",
    "GDPR 5(1)(f), 32(1)(b), 32(1)(d)",
    nl=Words(
        "van de rol “{role}” ontbreekt {missing}",
        "Vul bij de rol in: wat zij mag (“may”), bij welke gegevens (“data_categories”), wanneer dat voor het laatst "
        "is nagekeken (“reviewed”) en hoe vaak dat gebeurt (“review_every”).",
        "Wie vastlegt wie waarbij mag en dat op vaste tijden nakijkt, ziet welke rechten over zijn.",
    ),
    en=Words(
        "the role “{role}” lacks {missing}",
        "Fill in for the role what it is allowed to do (“may”), with which data (“data_categories”), when that was "
        "last reviewed (“reviewed”) and how often it is (“review_every”).",
        "Whoever lays down who has access to what, and reviews it at set times, sees rights that nobody needs.",
    ),
)
def role_details(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Where ``access`` says how rights are given, every role says which they are and when they are reviewed."""
    for role in profile.access_roles.values() if profile.access else ():
        facts = {
            "may": role.may,
            "data_categories": role.data_categories,
            "reviewed": role.reviewed,
            "review_every": role.review_every,
        }
        absent = [key for key, fact in facts.items() if not fact]
        if absent:
            yield Problem((*role.path, absent[0]), role=role.name, missing=listed(absent))


@rule(
    "access-too-wide",
    "security",
    "GDPR 5(1)(b), 5(1)(c), 32(1)(b)",
    nl=Words(
        "de rol “{role}” mag bij {data}, en geen doel van die rol vraagt dat",
        "Haal de gegevens weg bij de rol, noem de rol in “access” van de activiteit die ze nodig heeft, of zeg in "
        "“because” waarom zij er toch bij mag.",
        "Iemand mag alleen bij gegevens die het werk vraagt. Wat daarvan afwijkt, heeft een reden die op papier staat.",
    ),
    en=Words(
        "the role “{role}” has access to {data}, and no purpose of that role needs it",
        "Take the data away from the role, name the role in “access” of the activity that needs them, or say in "
        "“because” why it has access all the same.",
        "People have access only to data that their work needs. What deviates from that has a reason on paper.",
    ),
)
def too_wide(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """A role has only data of the activities that name it, unless ``because`` says why it has more.

    A role that no activity names has data beyond its purposes only where the profile describes access: without that
    description the link is missing rather than the right (see ``acc-no-purpose``). Of data that nobody uses
    ``data-unused`` speaks.
    """
    used = set(profile.used)
    for role in profile.access_roles.values():
        activities = profile.activities_of(role.id)
        needed = {name for activity in activities for name in activity.categories}
        beyond = [name for name in role.data_categories if name in used and name not in needed]
        if beyond and role.because is None and (profile.access or activities):
            data = listed(catalogue.category(name).name for name in beyond)
            yield Problem((*role.path, "data_categories"), role=role.name, data=data)


@rule(
    "access-no-connection",
    "security",
    "GDPR 28(3)(c), 32(1)(b)",
    nl=Words(
        "hoe “{party}” bij de gegevens komt, staat er niet",
        "Zet in “reached_through” langs welke beveiligde verbinding medewerkers van deze partij bij de gegevens komen.",
        "Toegang van buiten is een weg naar binnen. Wie die weg kent, kan hem beveiligen en afsluiten.",
    ),
    en=Words(
        "it is not stated how “{party}” gets to the data",
        "Put in “reached_through” by which secured connection this party's staff get to the data.",
        "Access from outside is a way in. Whoever knows that way can secure it and close it.",
    ),
)
def no_connection(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Where ``access`` is described, so is the connection of every processor and sub-processor in use."""
    for party, _ in parties_in_use(profile) if profile.access else ():
        if isinstance(party, Handler) and party.reached_through is None:
            yield Problem((*party.path, "reached_through"), party=called(party))


@rule(
    "breach-no-contact",
    "breach",
    "GDPR 33(2)",
    nl=Words(
        "waar u “{party}” bereikt als er een datalek is, staat er niet",
        "Vul in “contact” van de verwerker een e-mailadres of telefoonnummer in.",
        "Bij een datalek telt elk uur. Wie dan nog een nummer zoekt, haalt de 72 uur niet.",
    ),
    en=Words(
        "it is not stated where you reach “{party}” when there is a breach",
        "Fill in an email address or telephone number in “contact” of the processor.",
        "In a breach every hour counts. Whoever still has to look for a number does not make the 72 hours.",
    ),
)
def no_contact(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """The breach procedure lists the contacts of all processors; for our own agreement another rule asks for them."""
    for processor, _ in processors_in_use(profile) if profile.breaches else ():
        on_supplier_terms = processor.agreement and processor.agreement.is_suppliers
        reachable = processor.contact and (processor.contact.email or processor.contact.phone)
        if on_supplier_terms and not reachable:
            yield Problem((*processor.path, "contact"), party=called(processor))


@rule(
    "breach-no-lead",
    "breach",
    "GDPR 55, 56",
    nl=Words(
        "er zijn vestigingen in meer lidstaten ({where}), en er staat niet welke toezichthouder leidt",
        "Zet in “breaches.lead_authority” de toezichthouder van de lidstaat met de hoofdvestiging.",
        "Een datalek over de grens meldt u aan de leidende toezichthouder, niet vanzelf aan die van Nederland.",
    ),
    en=Words(
        "there are establishments in more member states ({where}), and it is not stated which authority leads",
        "Put the authority of the member state with the main establishment in “breaches.lead_authority”.",
        "A breach across borders is notified to the lead authority, not of itself to the Dutch one.",
    ),
)
def no_lead(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """With establishments in more than one member state, the breach procedure says which authority leads."""
    states = profile.organisation.states
    if profile.breaches and len(states) > 1 and profile.breaches.lead_authority is None:
        where = worded(lambda codes, to: list_words([country_words(code, to) for code in codes], to), states)
        yield Problem((*profile.breaches.path, "lead_authority"), where=where)


@rule(
    "breach-contact",
    "breach",
    "GDPR 24(1), 33(1), 33(5)",
    severity=Severity.WARNING,
    nl=Words(
        "wat er bij een datalek gebeurt, staat er niet: waar men het meldt, wie beslist en wie die vervangt",
        "Vul “breaches” in: “report_to”, “decides”, “deputy”, “register” en wat er verder bij hoort. Daaruit komt de "
        "datalekprocedure.",
        "Een datalek komt onverwacht en u hebt 72 uur. Wie dan nog moet bedenken wie wat doet, is te laat.",
    ),
    en=Words(
        "what happens in a breach is not stated: where it is reported, who decides and who stands in",
        "Fill in “breaches”: “report_to”, “decides”, “deputy”, “register” and what else belongs there. The breach "
        "procedure comes from it.",
        "A breach comes unexpected and you have 72 hours. Whoever still has to think who does what is too late.",
    ),
)
def no_procedure(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """An organisation that uses personal data describes what it does when data leak.

    Once “breaches” is there, the schema asks for the reporting point, who decides, the deputy and the register.
    """
    if profile.activities and profile.breaches is None:
        yield Problem(("breaches",))


@rule(
    "breach-exercise",
    "breach",
    "GDPR 32(1)(d)",
    severity=Severity.ADVICE,
    nl=Words(
        "de datalekprocedure moest uiterlijk op {day} weer worden geoefend",
        "Oefen met een verzonnen datalek, zet de dag in “exercised”, en schrijf bij “lessons” wat u leerde.",
        "Wie één keer oefende met vorige collega's en oude telefoonnummers, is niet klaar voor een echt lek.",
    ),
    en=Words(
        "the breach procedure was due for an exercise by {day}",
        "Practise with an invented breach, put the day in “exercised”, and write what you learned under “lessons”.",
        "Whoever practised once with former colleagues and old telephone numbers is not ready for a real breach.",
    ),
)
def not_exercised(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """The next exercise of the breach procedure is not late on the day for which the profile speaks."""
    due = profile.breaches.exercise(profile.date) if profile.breaches else None
    if profile.breaches and due and due.next and due.is_overdue:
        yield Problem((*profile.breaches.path, "exercised"), day=worded(date_words, due.next))


RULES = rules_in(globals())
