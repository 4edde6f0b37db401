"""Rules on the ground of a transfer (Arts. 45–49): whether it exists, is whole and fits the party and the day."""

from __future__ import annotations

from collections.abc import Iterator

from gdprdocs.language import Text
from gdprdocs.law import law
from gdprdocs.profile import Activity, Customer, Party, Processor, Profile, Purpose, Recipient, SubProcessor, Transfer
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.rules.parties import called, parties_in_use
from gdprdocs.rules.rule import Problem, Words, filled, listed, rule, rules_in, worded
from gdprdocs.wording import country_words, date_words

ADEQUACY, FRAMEWORK, CLAUSES = "adequacy", "data_privacy_framework", "standard_contractual_clauses"
GROUP_RULES = "binding_corporate_rules"
DEROGATIONS = ("derogation", "compelling_interest")

_USE_ADEQUACY = Text(
    nl="Voor dit land geldt een adequaatheidsbesluit: zet onder “transfer” het land in “to” en “mechanism: adequacy”.",
    en="An adequacy decision holds for this country: under “transfer”, put the country in “to” and write "
    "“mechanism: adequacy”.",
)
_USE_FRAMEWORK = Text(
    nl="Zet onder “transfer” het land in “to” en “mechanism: data_privacy_framework” als de partij zelf daarvoor "
    "gecertificeerd is; anders bijvoorbeeld “mechanism: standard_contractual_clauses”.",
    en="Under “transfer”, put the country in “to” and write “mechanism: data_privacy_framework” if the party itself "
    "is certified for it; otherwise for example “mechanism: standard_contractual_clauses”.",
)


def adequacy_remedy(profile: Profile, party: Party, country: str) -> Text | None:
    """What to write for a country that an adequacy decision covers; nothing where none covers this party."""
    decision = law().adequacy.get(country)
    if decision and decision.needs_certification:
        return _USE_FRAMEWORK
    return _USE_ADEQUACY if _is_adequate(profile, party, country) else None


def _is_adequate(profile: Profile, party: Party, country: str) -> bool:
    """Whether a decision of the Commission covers this party in this country by itself."""
    decision = law().adequacy.get(country)
    if decision is None or decision.needs_certification or not decision.in_force(profile.date):
        return False
    public = isinstance(party, Recipient) and party.kind == "public_authority"
    return not (decision.private_only and public)


@rule(
    "transfer-adequacy-wrong",
    "transfer",
    "GDPR 45",
    nl=Words(
        "“{party}” in “{country}” valt niet onder een adequaatheidsbesluit: {why}",
        "Kies in “mechanism” een andere grond, bijvoorbeeld standard_contractual_clauses.",
        "Alleen een besluit van de Europese Commissie dat deze ontvanger dekt, maakt een andere waarborg overbodig.",
    ),
    en=Words(
        "no adequacy decision covers “{party}” in “{country}”: {why}",
        "Choose another ground in “mechanism”, for example standard_contractual_clauses.",
        "Only a decision of the European Commission that covers this recipient makes another safeguard needless.",
    ),
)
def adequacy_wrong(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """A transfer that rests on adequacy goes to a country with a decision that holds and covers the party.

    Judged on the profile's own date. The decision for the United States covers certified organisations only, which is a
    mechanism of its own; that mechanism covers no other country. Some decisions leave public bodies out.
    """
    for party, _ in parties_in_use(profile):
        for transfer in party.transfers:
            for country in _inadequate(profile, party, transfer):
                yield Problem(
                    (*transfer.path, "mechanism"),
                    party=called(party),
                    country=worded(country_words, country),
                    why=_why_inadequate(profile, country, transfer.mechanism),
                    remedy=adequacy_remedy(profile, party, country),
                )


def _inadequate(profile: Profile, party: Party, transfer: Transfer) -> Iterator[str]:
    for country in transfer.to:
        if transfer.mechanism == ADEQUACY and country not in law().eea and not _is_adequate(profile, party, country):
            yield country
        if transfer.mechanism == FRAMEWORK:
            decision = law().adequacy.get(country)
            if decision is None or not decision.needs_certification or not decision.in_force(profile.date):
                yield country


def _why_inadequate(profile: Profile, country: str, mechanism: str | None) -> Text:
    decision = law().adequacy.get(country)
    if mechanism == FRAMEWORK and not (decision and decision.needs_certification):
        return Text(
            nl="het Data Privacy Framework geldt er niet",
            en="the Data Privacy Framework does not apply there",
        )
    if decision is None:
        return Text(nl="voor dit land is er geen", en="there is none for this country")
    if profile.date and not decision.in_force(profile.date):
        return filled(_NOT_THEN, day=worded(date_words, profile.date))
    return filled(_ONLY_FOR, scope=decision.scope_text or "")


_NOT_THEN = Text(nl="op {day} gold er geen voor dit land", en="none was in force for this country on {day}")
_ONLY_FOR = Text(
    nl="het besluit voor dit land geldt alleen voor {scope}", en="the decision for this country holds only for {scope}"
)


@rule(
    "transfer-dpf-unchecked",
    "transfer",
    "GDPR 45",
    nl=Words(
        "bij “{party}” is het Data Privacy Framework niet nagekeken; er ontbreekt: {missing}",
        "Zoek de partij op in de lijst op dataprivacyframework.gov en zet haar naam daar in “certified” en de datum in "
        "“checked”; zet “covers_staff: true” als de certificering ook personeelsgegevens dekt. Staat zij er niet "
        "in, kies dan een andere grond.",
        "Het besluit geldt alleen voor wie op dat moment op de lijst staat, en alleen voor de gegevens die daar "
        "genoemd zijn.",
    ),
    en=Words(
        "the Data Privacy Framework was not checked for “{party}”; missing: {missing}",
        "Look the party up in the list on dataprivacyframework.gov and put its name there in “certified” and the date "
        "in “checked”; write “covers_staff: true” if the certification covers HR data too. If it is not in the list, "
        "choose another ground.",
        "The decision holds only for those on the list at that moment, and only for the data named there.",
    ),
)
def framework_unchecked(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """A transfer under the Data Privacy Framework names the certified entity and the day on which that was checked.

    Where an activity of the party is about staff, the certification covers their data too.
    """
    for party, activities in parties_in_use(profile):
        for transfer in party.transfers:
            if transfer.mechanism != FRAMEWORK:
                continue
            staff = any(_is_about_staff(activity, catalogue) for activity in activities)
            missing = [
                *(["certified"] if transfer.certified is None else []),
                *(["checked"] if transfer.checked is None else []),
                *(["covers_staff"] if staff and not transfer.covers_staff else []),
            ]
            if missing:
                yield Problem((*transfer.path, missing[0]), party=called(party), missing=listed(missing))


def _is_about_staff(activity: Activity, catalogue: Catalogue) -> bool:
    everybody: list[Activity | Purpose] = [activity, *activity.purposes.values()]
    return any(catalogue.subject(name).relation == "employment" for each in everybody for name in each.data_subjects)


@rule(
    "transfer-scc-module",
    "transfer",
    "GDPR 46(2)(c)",
    nl=Words(
        "voor “{party}” past module {fitting} van de modelcontractbepalingen; {stated}",
        "Zet in “module” wat bij de rollen past: 1 voor een ontvanger die zelf beslist, 2 voor een verwerker, 3 "
        "voor een subverwerker of als u zelf voor een klant werkt, en 4 voor die klant.",
        "Elke module verdeelt de plichten anders; een verkeerde module laat er een paar ongeregeld.",
    ),
    en=Words(
        "module {fitting} of the standard contractual clauses fits “{party}”; {stated}",
        "Put the module that fits the roles in “module”: 1 for a recipient that decides itself, 2 for a processor, 3 "
        "for a sub-processor or where you yourself work for a customer, and 4 for that customer.",
        "Each module divides the duties differently; a wrong one leaves some of them without a holder.",
    ),
)
def clauses_module(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Standard contractual clauses name the module that fits the roles of both sides.

    Module 1 is for a recipient, 2 for a processor, 3 for a sub-processor and for a processor in an activity that the
    organisation itself carries out as processor, 4 for the customer of such an activity.
    """
    for party, activities in parties_in_use(profile):
        fitting = _fitting_modules(party, activities)
        for transfer in party.transfers:
            if transfer.mechanism == CLAUSES and transfer.module not in fitting:
                yield Problem(
                    (*transfer.path, "module"),
                    party=called(party),
                    fitting=Text(nl=" of ".join(map(str, fitting)), en=" or ".join(map(str, fitting))),
                    stated=_stated_module(transfer.module),
                )


def _fitting_modules(party: Party, activities: tuple[Activity, ...]) -> tuple[int, ...]:
    match party:
        case SubProcessor():
            return (3,)
        case Processor():
            return tuple(sorted({2 if activity.is_own else 3 for activity in activities}))
        case Customer():
            return (4,)
        case _:
            return (1,)


def _stated_module(module: int | None) -> Text:
    if module is None:
        return Text(nl="er is er geen gekozen", en="none is chosen")
    return Text(nl=f"er staat module {module}", en=f"module {module} is stated")


@rule(
    "transfer-scc-old",
    "transfer",
    "GDPR 45(9), 46(2)(c), 46(5)",
    nl=Words(
        "de doorgiftegrond voor “{party}” geldt niet meer: {why}",
        "Sluit de modelcontractbepalingen van 2021 en zet “mechanism: standard_contractual_clauses” met “module” en de "
        "nieuwe datum in “signed”, of kies een andere grond.",
        "Een vervallen grond beschermt niemand: de gegevens gaan dan zonder waarborg naar buiten.",
    ),
    en=Words(
        "the ground for the transfer to “{party}” is no longer valid: {why}",
        "Conclude the standard contractual clauses of 2021 and write “mechanism: standard_contractual_clauses” with "
        "“module” and the new date in “signed”, or choose another ground.",
        "A ground that has ended protects nobody: the data then leave without a safeguard.",
    ),
)
def clauses_old(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """A transfer rests on no mechanism that has ended, and on no clauses signed before the present ones existed."""
    for party, _ in parties_in_use(profile):
        for transfer in party.transfers:
            mechanism = law().mechanisms.get(transfer.mechanism or "")
            if mechanism is None:
                continue
            if mechanism.ended and (profile.date is None or mechanism.ended <= profile.date):
                yield Problem((*transfer.path, "mechanism"), party=called(party), why=mechanism.name)
            elif mechanism.adopted and transfer.signed and transfer.signed < mechanism.adopted:
                why = filled(_SIGNED, signed=worded(date_words, transfer.signed))
                yield Problem((*transfer.path, "signed"), party=called(party), why=why)


_SIGNED = Text(
    nl="bepalingen getekend op {signed} zijn nog de oude", en="clauses signed on {signed} are still the old ones"
)


@rule(
    "transfer-scc-unassessed",
    "transfer",
    "GDPR 46(1), 46(2)(c)",
    nl=Words(
        "de doorgifte aan “{party}” rust op modelcontractbepalingen, maar er staat niet dat zij beoordeeld is",
        "Beoordeel met deze partij of het recht van het ontvangende land de naleving verhindert, leg de uitkomst vast "
        "en zet de datum in “assessed”.",
        "Een contract bindt de overheid daar niet; de bepalingen vragen daarom om dit vooraf na te gaan.",
    ),
    en=Words(
        "the transfer to “{party}” rests on standard contractual clauses, but nothing says that it was assessed",
        "Assess with this party whether the law of the receiving country prevents compliance, record the outcome and "
        "put the date in “assessed”.",
        "A contract does not bind the authorities there, so the clauses ask to find this out beforehand.",
    ),
)
def clauses_unassessed(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """A transfer that rests on standard contractual clauses was assessed (clause 14 of Decision 2021/914)."""
    for party, _ in parties_in_use(profile):
        for transfer in party.transfers:
            if transfer.mechanism == CLAUSES and transfer.assessed is None:
                yield Problem((*transfer.path, "assessed"), party=called(party))


@rule(
    "transfer-bcr-unapproved",
    "transfer",
    "GDPR 46(2)(b), 47(1)",
    nl=Words(
        "van de bindende bedrijfsvoorschriften voor “{party}” ontbreekt: {missing}",
        "Zet in “approved_by” welke toezichthouder ze goedkeurde, in “approved” wanneer, in “rules_for” of zij voor "
        "verwerkers of voor verwerkingsverantwoordelijken zijn, en in “assessed” wanneer het recht van het ontvangende "
        "land is beoordeeld. Zijn ze niet goedgekeurd, kies dan een andere grond.",
        "Alleen goedgekeurde voorschriften zijn een grond voor doorgifte, en alleen als het recht daar de naleving "
        "niet verhindert.",
    ),
    en=Words(
        "missing about the binding corporate rules for “{party}”: {missing}",
        "Put in “approved_by” which supervisory authority approved them, in “approved” when, in “rules_for” whether "
        "they are for processors or for controllers, and in “assessed” when the law of the receiving country was "
        "assessed. If they were not approved, choose another ground.",
        "Only approved rules are a ground for a transfer, and only if the law there does not prevent compliance.",
    ),
)
def group_rules_unapproved(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """A transfer that rests on binding corporate rules names the authority that approved them, and the day.

    It says what kind of rules they are, and was assessed as any transfer on a safeguard of Art. 46 (CJEU C-311/18).
    """
    for party, _ in parties_in_use(profile):
        for transfer in party.transfers:
            missing = [key for key in _OF_GROUP_RULES if getattr(transfer, key) is None]
            if transfer.mechanism == GROUP_RULES and missing:
                yield Problem((*transfer.path, missing[0]), party=called(party), missing=listed(missing))


@rule(
    "transfer-derogation-structural",
    "transfer",
    "GDPR 49(1)",
    nl=Words(
        "de doorgifte aan “{party}” rust op een uitzondering, maar er staat niet dat zij incidenteel is",
        "Kies in “mechanism” een blijvende grond, zoals standard_contractual_clauses. Gaat het om een enkele keer, zet "
        "dan “occasional: true” en leg in “because” uit waarom het nodig is.",
        "De uitzonderingen zijn voor losse gevallen; een vaste stroom gegevens vraagt blijvende bescherming.",
    ),
    en=Words(
        "the transfer to “{party}” rests on a derogation, but nothing says that it is occasional",
        "Choose a lasting ground in “mechanism”, such as standard_contractual_clauses. If it is a rare case, write "
        "“occasional: true” and explain in “because” why it is needed.",
        "The derogations are for single cases; a steady flow of data needs lasting protection.",
    ),
)
def derogation_structural(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """A transfer that rests on a derogation of Art. 49 is marked as occasional."""
    for party, _ in parties_in_use(profile):
        for transfer in party.transfers:
            if transfer.mechanism in DEROGATIONS and not transfer.occasional:
                yield Problem((*transfer.path, "mechanism"), party=called(party))


_OF_GROUP_RULES = ("approved_by", "approved", "rules_for", "assessed")


RULES = rules_in(globals())
