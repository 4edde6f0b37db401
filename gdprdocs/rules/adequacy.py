"""Rules on decisions of the Commission (Art. 45): whether one covers the country, the party and the day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gdprdocs.diagnostic import Severity
from gdprdocs.duration import Duration
from gdprdocs.language import Text
from gdprdocs.law import law
from gdprdocs.profile import Party, Profile, Recipient, Transfer
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.rules.parties import called, parties_in_use
from gdprdocs.rules.rule import Problem, Words, filled, listed, rule, rules_in, worded
from gdprdocs.rules.subject import is_about_staff
from gdprdocs.wording import country_words, date_words

ADEQUACY, FRAMEWORK = "adequacy", "data_privacy_framework"
DECIDED = (ADEQUACY, FRAMEWORK)
"""Mechanisms that stand and fall with a decision of the Commission."""
_YEAR = Duration(years=1)

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
            staff = any(is_about_staff(activity, catalogue) for activity in activities)
            missing = [
                *(["certified"] if transfer.certified is None else []),
                *(["checked"] if transfer.checked is None else []),
                *(["covers_staff"] if staff and not transfer.covers_staff else []),
            ]
            if missing:
                yield Problem((*transfer.path, missing[0]), party=called(party), missing=listed(missing))


@rule(
    "transfer-adequacy-expiry",
    "transfer",
    "GDPR 45(3)",
    severity=Severity.WARNING,
    nl=Words(
        "het adequaatheidsbesluit waarop de doorgifte aan “{party}” in “{country}” rust, loopt af op {ends}",
        "Kijk of het besluit is verlengd. Zo niet, spreek dan voor die dag een andere grond af en zet die in "
        "“more_transfers”, bijvoorbeeld “mechanism: standard_contractual_clauses”.",
        "Na die dag is er geen grond meer, en een contract sluiten kost tijd.",
    ),
    en=Words(
        "the adequacy decision on which the transfer to “{party}” in “{country}” rests ends on {ends}",
        "See whether the decision was extended. If not, agree another ground before that day and put it in "
        "“more_transfers”, for example “mechanism: standard_contractual_clauses”.",
        "After that day there is no ground any more, and concluding a contract takes time.",
    ),
)
def adequacy_expiry(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """No transfer rests only on a decision that ends within a year after the date of the profile.

    A decision that has ended already is another rule. One beside which the party has agreed another safeguard for the
    country is not reported.
    """
    for party, _ in parties_in_use(profile):
        for transfer in party.transfers:
            for country in transfer.to if transfer.mechanism in DECIDED else ():
                ends = _ends_within_a_year(country, profile.date)
                if ends and not _has_safeguard(party, country):
                    yield Problem(
                        (*transfer.path, "to", country),
                        party=called(party),
                        country=worded(country_words, country),
                        ends=worded(date_words, ends),
                    )


def _ends_within_a_year(country: str, day: date | None) -> date | None:
    decision = law().adequacy.get(country)
    ends = decision.valid_until if decision else None
    return ends if ends and day and day <= ends <= _YEAR.after(day) else None


def _has_safeguard(party: Party, country: str) -> bool:
    """Whether the party agreed a safeguard of Art. 46 for ``country``, beside any decision."""
    grounds = [law().mechanisms.get(each.mechanism or "") for each in party.transfers if country in each.to]
    return any(ground and ground.is_safeguard for ground in grounds)


@rule(
    "transfer-dpf-stale",
    "transfer",
    "GDPR 45",
    severity=Severity.WARNING,
    nl=Words(
        "de certificering van “{party}” is voor het laatst nagekeken op {checked}, meer dan een jaar voor {day}",
        "Zoek de partij opnieuw op in de lijst op dataprivacyframework.gov en zet de nieuwe datum in “checked”. Staat "
        "zij er niet meer in, kies dan een andere grond.",
        "Een certificering geldt een jaar; wie haar niet verlengt, gaat van de lijst af.",
    ),
    en=Words(
        "the certification of “{party}” was last checked on {checked}, more than a year before {day}",
        "Look the party up again in the list on dataprivacyframework.gov and put the new date in “checked”. If it is "
        "no longer there, choose another ground.",
        "A certification holds for a year; whoever does not renew it goes off the list.",
    ),
)
def framework_stale(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """A certification under the Data Privacy Framework was checked within the year before the date of the profile."""
    for party, _ in parties_in_use(profile):
        for transfer in party.transfers:
            checked = transfer.checked if transfer.mechanism == FRAMEWORK else None
            if checked and profile.date and _YEAR.after(checked) < profile.date:
                yield Problem(
                    (*transfer.path, "checked"),
                    party=called(party),
                    checked=worded(date_words, checked),
                    day=worded(date_words, profile.date),
                )


@rule(
    "transfer-dpf-fallback",
    "transfer",
    "GDPR 45, 46",
    severity=Severity.ADVICE,
    nl=Words(
        "de doorgifte aan “{party}” rust alleen op het Data Privacy Framework",
        "Spreek daarnaast modelcontractbepalingen af, als vangnet, en zet die in “more_transfers”: “to”, "
        "“mechanism: standard_contractual_clauses”, “module”, “signed” en “assessed”.",
        "Het Hof van Justitie verklaarde eerdere besluiten over de Verenigde Staten van de ene op de andere dag "
        "ongeldig. Met een vangnet blijft de doorgifte dan gedekt.",
    ),
    en=Words(
        "the transfer to “{party}” rests on the Data Privacy Framework alone",
        "Agree standard contractual clauses beside it as a fall-back, and put them in “more_transfers”: “to”, "
        "“mechanism: standard_contractual_clauses”, “module”, “signed” and “assessed”.",
        "The Court of Justice declared earlier decisions on the United States invalid from one day to the next. With a "
        "fall-back the transfer then stays covered.",
    ),
)
def framework_alone(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """A party certified under the Data Privacy Framework has agreed a safeguard for that country as well."""
    for party, _ in parties_in_use(profile):
        for transfer in party.transfers:
            if transfer.mechanism == FRAMEWORK and not all(_has_safeguard(party, country) for country in transfer.to):
                yield Problem((*transfer.path, "mechanism"), party=called(party))


RULES = rules_in(globals())
