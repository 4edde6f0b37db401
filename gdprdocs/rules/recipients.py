"""Rules on the parties that receive data: who they are, on which basis, and no more than is used."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gdprdocs.diagnostic import Severity
from gdprdocs.language import Language, Text
from gdprdocs.law.words import pattern, quoted, said_in
from gdprdocs.profile import Customer, Profile, Recipient
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.rules.parties import called, handed_beyond, parties_in_use, used_categories
from gdprdocs.rules.rule import Problem, Words, listed, rule, rules_in, stated

unnamed = stated(
    "recipient-unnamed",
    "recipients",
    "GDPR 13(1)(e), 30(1)(d)",
    nl=Words(
        "u deelt gegevens met een partij die niet bij de ontvangers of verwerkers staat",
        "Voeg de partij toe aan “recipients” of “processors”, of verbeter haar naam.",
        "Mensen moeten weten bij wie hun gegevens terechtkomen.",
    ),
    en=Words(
        "you share data with a party that is not listed among the recipients or processors",
        "Add the party to “recipients” or “processors”, or correct its name.",
        "People must know who gets their data.",
    ),
)


@rule(
    "recipient-no-purpose",
    "recipients",
    "GDPR 5(1)(b), 5(1)(c)",
    severity=Severity.WARNING,
    nl=Words(
        "“{party}” krijgt {categories}, maar geen activiteit die deze ontvanger noemt, gebruikt dat",
        "Haal deze gegevens weg uit “data_categories” van de ontvanger, of noem ze bij het doel waarvoor u ze deelt.",
        "U deelt alleen wat voor het doel nodig is; wat u daar zelf niet voor gebruikt, hoort er niet bij.",
    ),
    en=Words(
        "“{party}” receives {categories}, but no activity that names this recipient uses that",
        "Remove these data from “data_categories” of the recipient, or name them in the purpose for which you share "
        "them.",
        "You share only what the purpose needs; what you do not use for it yourself is no part of that.",
    ),
)
def no_purpose(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """A recipient receives no category that none of the activities which name it uses.

    What nothing in the profile uses at all is another rule; what a processor gets is ``proc-data-mismatch``.
    """
    used = used_categories(profile)
    for party, activities in parties_in_use(profile):
        if isinstance(party, Recipient):
            more = handed_beyond(party.data_categories, activities, used)
            if more:
                path = (*party.path, "data_categories", more[0])
                names = listed(catalogue.category(name).name for name in more)
                yield Problem(path, party=called(party), categories=names)


@rule(
    "recipient-vague",
    "recipients",
    "GDPR 12(1), 13(1)(e)",
    severity=Severity.WARNING,
    nl=Words(
        "“{name}” zegt niet wie de gegevens krijgt",
        "Noem de partij, of de soort zo dat mensen haar herkennen: “de bezorgdienst”, “uw zorgverzekeraar”.",
        "Mensen hebben het recht te weten bij wie hun gegevens terechtkomen, om daar zelf navraag te doen.",
    ),
    en=Words(
        "“{name}” does not say who gets the data",
        "Name the party, or the kind so that people recognise it: “the delivery service”, “your health insurer”.",
        "People have the right to know who gets their data, so that they are able to ask there.",
    ),
)
def vague(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """No recipient, processor or sub-processor has a name made of words like “third parties” and “partners” alone.

    Such words beside others are no fault: “Partners in Print” is a name.
    """
    for party, _ in parties_in_use(profile):
        if not isinstance(party, Customer):
            name = Text(nl=party.name) if isinstance(party.name, str) else party.name
            found = quoted({language: name.in_(language) for language in said_in(name) if _says_nobody(name, language)})
            if found:
                yield Problem((*party.path, "name"), name=found)


def _says_nobody(name: Text, language: Language) -> bool:
    rest, times = pattern("vague_recipients", "phrases", language).subn(" ", name.in_(language))
    rest = pattern("vague_recipients", "around", language).sub(" ", rest)
    return times > 0 and not re.search(r"\w", rest)


@rule(
    "recipient-no-basis",
    "recipients",
    "GDPR 6(1)",
    severity=Severity.WARNING,
    nl=Words(
        "er staat niet op welke grondslag u gegevens deelt met “{party}”",
        "Zet de grondslag in “basis” van de ontvanger, en bij legal_obligation de wet en het artikel in “law”.",
        "Gegevens geven aan wie er zelf over beslist, is iets anders dan ze zelf gebruiken, en heeft een eigen "
        "grondslag nodig.",
    ),
    en=Words(
        "it does not say on which basis you share data with “{party}”",
        "Put the lawful basis in “basis” of the recipient and, with legal_obligation, the statute and article in "
        "“law”.",
        "Giving data to somebody who decides about them is another thing than using them, and needs a basis of its "
        "own.",
    ),
)
def no_basis(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """A recipient that an activity of the organisation's own names has a lawful basis.

    Where the organisation is processor, its customer decides who receives data.
    """
    for party, activities in parties_in_use(profile):
        if isinstance(party, Recipient) and party.basis is None and any(activity.is_own for activity in activities):
            yield Problem((*party.path, "basis"), party=called(party))


RULES = rules_in(globals())
