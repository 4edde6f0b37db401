"""Rules on data that leave the European Economic Area (Art. 44): which countries, and whether a ground covers them.

A party takes part in a transfer by where it has its seat, where it keeps the data and from where it reaches them. A
country is covered when a transfer of that party names it in ``to`` and has a mechanism; whether that mechanism holds is
another rule's business, so that one fault is reported once.
"""

from __future__ import annotations

from collections.abc import Iterator

from gdprdocs.diagnostic import FieldPath
from gdprdocs.language import Text
from gdprdocs.profile import Party, Profile, Recipient
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.profile.party import Handler
from gdprdocs.rules.adequacy import adequacy_remedy
from gdprdocs.rules.parties import called, countries_outside, parties_in_use, parties_of
from gdprdocs.rules.rule import Problem, Words, filled, rule, rules_in, worded
from gdprdocs.wording import country_words


@rule(
    "transfer-no-safeguard",
    "transfer",
    "GDPR 44, 45, 46, 49",
    nl=Words(
        "“{party}” {where} “{country}”, buiten de EER, zonder doorgiftegrond",
        "Zet onder “transfer” het land in “to” en de grond in “mechanism”, bijvoorbeeld standard_contractual_clauses.",
        "Buiten de EER gelden andere regels; gegevens gaan er alleen heen als zij daar beschermd blijven.",
    ),
    en=Words(
        "“{party}” {where} “{country}”, outside the EEA, without a ground for the transfer",
        "Under “transfer”, put the country in “to” and the ground in “mechanism”, for example "
        "standard_contractual_clauses.",
        "Other rules hold outside the EEA; data go there only if they stay protected.",
    ),
)
def no_safeguard(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Every country outside the EEA where a party has its seat or keeps data is covered by a transfer with a mechanism.

    This holds for customers, recipients, processors and every sub-processor of an activity.
    """
    yield from _uncovered(profile, remote=False)


@rule(
    "transfer-remote-access",
    "transfer",
    "GDPR 44, 45, 46, 49",
    nl=Words(
        "“{party}” {where} “{country}”, buiten de EER, bij de gegevens, zonder doorgiftegrond",
        "Zet onder “transfer” het land in “to” en de grond in “mechanism”, bijvoorbeeld standard_contractual_clauses.",
        "Ook wie van buiten de EER meekijkt in gegevens die hier staan, krijgt die gegevens daar.",
    ),
    en=Words(
        "“{party}” {where} “{country}”, outside the EEA, without a ground for the transfer",
        "Under “transfer”, put the country in “to” and the ground in “mechanism”, for example "
        "standard_contractual_clauses.",
        "Whoever looks from outside the EEA at data kept here has received those data there.",
    ),
)
def remote_access(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Every country outside the EEA from which a party only reaches the data is covered by a transfer too."""
    yield from _uncovered(profile, remote=True)


def _uncovered(profile: Profile, *, remote: bool) -> Iterator[Problem]:
    for party, _ in parties_in_use(profile):
        covered = {country for transfer in party.transfers if transfer.mechanism for country in transfer.to}
        for country in countries_outside(party):
            if country not in covered and _only_reached_from(party, country) is remote:
                remedy = adequacy_remedy(profile, party, country)
                place = _place_of(party, country)
                yield Problem(
                    place,
                    party=called(party),
                    where=_where(party, country),
                    country=worded(country_words, country),
                    remedy=remedy,
                )


def _only_reached_from(party: Party, country: str) -> bool:
    return isinstance(party, Handler) and country not in (*party.processing_locations, *party.seat)


def _where(party: Party, country: str) -> Text:
    if _only_reached_from(party, country):
        return Text(nl="kan vanuit", en="can reach the data from")
    if isinstance(party, Handler) and country in party.processing_locations:
        return Text(nl="bewaart gegevens in", en="keeps data in")
    return Text(nl="zit in", en="is in")


def _place_of(party: Party, country: str) -> FieldPath:
    """Where the transfer to ``country`` falls short: in a transfer that is not whole, or else where the country is."""
    for transfer in party.transfers:
        if country in transfer.to:
            return (*transfer.path, "mechanism")
        if not transfer.to:
            return (*transfer.path, "to")
    if isinstance(party, Handler):
        for key in ("processing_locations", "accessed_from"):
            if country in getattr(party, key):
                return (*party.path, key, country)
    if isinstance(party, Recipient) and party.country == country:
        return (*party.path, "country")
    return (*party.path, "address", "country")


@rule(
    "transfer-country-missing",
    "transfer",
    "GDPR 13(1)(f), 28(3)(a), 30(1)(e)",
    nl=Words(
        "bij “{party}” staat niet {missing}",
        "Vul bij een verwerker of subverwerker “processing_locations” en “accessed_from” in, en bij een ontvanger "
        "“country”.",
        "Zonder land is niet te zien of gegevens de EER verlaten.",
    ),
    en=Words(
        "for “{party}” it is not stated {missing}",
        "Fill in “processing_locations” and “accessed_from” for a processor or sub-processor, and “country” for a "
        "recipient.",
        "Without a country nobody can see whether data leave the EEA.",
    ),
)
def country_missing(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """A recipient has a country; a processor or sub-processor says where the data are and from where it reaches them.

    A customer needs no country: it may be a description of many.
    """
    for party, _ in parties_in_use(profile):
        if isinstance(party, Handler):
            missing = [key for key in _WHERE if not getattr(party, key)]
            if missing:
                key = missing[0] if len(missing) == 1 else "both"
                yield Problem((*party.path, missing[0]), party=called(party), missing=_WHERE.get(key, _WHERE_BOTH))
        elif isinstance(party, Recipient) and not party.countries:
            yield Problem((*party.path, "country"), party=called(party), missing=_WHICH_COUNTRY)


_WHERE = {
    "processing_locations": Text(nl="waar de gegevens staan", en="where the data are"),
    "accessed_from": Text(nl="van waaruit men bij de gegevens kan", en="from where the data can be reached"),
}
_WHERE_BOTH = Text(
    nl="waar de gegevens staan en van waaruit men erbij kan",
    en="where the data are and from where they can be reached",
)
_WHICH_COUNTRY = Text(nl="in welk land zij zit", en="in which country it is")


@rule(
    "transfer-undisclosed",
    "transfer",
    "GDPR 13(1)(f), 14(1)(f)",
    nl=Words(
        "bij “{activity}” staat dat er geen doorgifte is, maar er gaan gegevens naar {parties}",
        "Haal “transfers: none” weg; de documenten noemen de doorgiften dan zelf.",
        "Mensen moeten kunnen lezen dat hun gegevens de EER verlaten, en waarheen.",
    ),
    en=Words(
        "“{activity}” says that there is no transfer, but data go to {parties}",
        "Remove “transfers: none”; the documents then name the transfers by themselves.",
        "People must be able to read that their data leave the EEA, and where they go.",
    ),
)
def undisclosed(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """An activity that states ``transfers: none`` has no party outside the EEA, anywhere in the chain."""
    for activity in profile.activities.values():
        if activity.transfers == "none":
            outside = {
                called(party): countries
                for party in parties_of(profile, activity)
                if (countries := countries_outside(party))
            }
            if outside:
                yield Problem((*activity.path, "transfers"), activity=activity.name, parties=_parties(outside))


def _parties(outside: dict[str | Text, tuple[str, ...]]) -> Text:
    """Every party with its countries: ``Nimbus (United States), Indus (India)``."""
    named = [
        filled(
            Text(nl="“{party}” ({where})", en="“{party}” ({where})"),
            party=party,
            where=worded(lambda codes, language: ", ".join(country_words(code, language) for code in codes), countries),
        )
        for party, countries in outside.items()
    ]
    return worded(lambda texts, language: ", ".join(text.in_(language) for text in texts), named)


RULES = rules_in(globals())
