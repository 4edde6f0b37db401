"""Rules on safeguards and derogations (Arts. 46–49): whether they are whole and fit the party and the day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gdprdocs.diagnostic import Severity
from gdprdocs.language import Text
from gdprdocs.law import law
from gdprdocs.profile import Activity, Customer, Party, Processor, Profile, SubProcessor
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.profile.party import Handler
from gdprdocs.rules.parties import called, parties_in_use
from gdprdocs.rules.rule import Problem, Words, filled, rule, rules_in, worded
from gdprdocs.wording import date_words

CLAUSES, GROUP_RULES = "standard_contractual_clauses", "binding_corporate_rules"
DEROGATIONS = ("derogation", "compelling_interest")


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
    "transfer-not-in-force",
    "transfer",
    "GDPR 46(1)",
    nl=Words(
        "dat de doorgiftegrond voor “{party}” al geldt, blijkt niet: {why}",
        "Zet in “signed” wanneer de bepalingen getekend zijn, of in “approved” wanneer de voorschriften zijn "
        "goedgekeurd. Is dat er nog niet van gekomen, dan mogen er nog geen gegevens heen.",
        "Een waarborg die nog niet geldt, beschermt niemand.",
    ),
    en=Words(
        "nothing shows that the ground for the transfer to “{party}” is in force: {why}",
        "Put in “signed” when the clauses were signed, or in “approved” when the rules were approved. If that has not "
        "been done, no data are allowed to go there yet.",
        "A safeguard that is not in force protects nobody.",
    ),
)
def not_in_force(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Standard contractual clauses have a date of signature, and no safeguard is signed or approved too late.

    Too late is after the date of the profile; for a processor or sub-processor that is engaged only later, after that
    day. That binding corporate rules have no date at all is another rule.
    """
    for party, _ in parties_in_use(profile):
        for transfer in party.transfers:
            if transfer.mechanism == CLAUSES and transfer.signed is None:
                yield Problem((*transfer.path, "signed"), party=called(party), why=_NO_SIGNATURE)
            for key, day in (("signed", transfer.signed), ("approved", transfer.approved)):
                if day and (needed := _needed_on(party, profile)) and day > needed:
                    why = filled(_TOO_LATE[key], day=worded(date_words, day), needed=worded(date_words, needed))
                    yield Problem((*transfer.path, key), party=called(party), why=why)


def _needed_on(party: Party, profile: Profile) -> date | None:
    since = party.since if isinstance(party, Handler) else None
    return max(since, profile.date) if since and profile.date else profile.date


_NO_SIGNATURE = Text(nl="de datum van ondertekening ontbreekt", en="the date of signature is missing")
_TOO_LATE = {
    "signed": Text(nl="nodig vanaf {needed}, getekend op {day}", en="needed from {needed}, signed on {day}"),
    "approved": Text(nl="nodig vanaf {needed}, goedgekeurd op {day}", en="needed from {needed}, approved on {day}"),
}


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
    "transfer-tia",
    "transfer",
    "GDPR 46(1)",
    severity=Severity.WARNING,
    nl=Words(
        "de doorgifte aan “{party}” rust op een waarborg ({ground}), maar er staat niet dat zij beoordeeld is",
        "Ga met deze partij na of het recht van het ontvangende land de waarborg onderuithaalt, leg de uitkomst vast "
        "en zet de datum in “assessed”.",
        "Een afspraak bindt de overheid daar niet; het Hof van Justitie vraagt daarom om dit vooraf na te gaan.",
    ),
    en=Words(
        "the transfer to “{party}” rests on a safeguard ({ground}), but nothing says that it was assessed",
        "Find out with this party whether the law of the receiving country undoes the safeguard, record the outcome "
        "and put the date in “assessed”.",
        "An arrangement does not bind the authorities there, so the Court of Justice asks to find this out beforehand.",
    ),
)
def safeguard_unassessed(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """A transfer that rests on any other safeguard of Art. 46 was assessed as well (CJEU C-311/18).

    Standard contractual clauses and binding corporate rules have rules of their own that ask for it.
    """
    for party, _ in parties_in_use(profile):
        for transfer in party.transfers:
            ground = law().mechanisms.get(transfer.mechanism or "")
            if ground and ground.is_safeguard and ground.id not in _ASSESSED_ELSEWHERE and transfer.assessed is None:
                yield Problem((*transfer.path, "assessed"), party=called(party), ground=ground.name)


_ASSESSED_ELSEWHERE = (CLAUSES, GROUP_RULES)


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


RULES = rules_in(globals())
