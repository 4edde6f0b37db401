"""Rules on consent: asked in words, given by an act, proven, and withdrawn as easily (Arts. 4(11), 7)."""

from __future__ import annotations

from collections.abc import Iterator

from gdprdocs.profile import Profile, Purpose
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.rules.rule import Problem, Words, rule, rules_in


def _on_consent(profile: Profile) -> Iterator[Purpose]:
    return (purpose for _, purpose in profile.own_purposes if purpose.lawful_basis == "consent")


@rule(
    "consent-no-text",
    "consent",
    "GDPR 4(11), 7(2)",
    nl=Words(
        "de toestemming voor “{purpose}” heeft geen tekst",
        "Zet de vraag onder “consent” in “wording”, precies zoals mensen die lezen.",
        "Toestemming geldt alleen als duidelijk is waar iemand ja op zegt.",
    ),
    en=Words(
        "the consent for “{purpose}” has no text",
        "Put the question under “consent” in “wording”, exactly as people read it.",
        "Consent holds only if it is clear what somebody says yes to.",
    ),
)
def no_text(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """A purpose that rests on consent has the wording of the question."""
    for purpose in _on_consent(profile):
        if purpose.consent is None or purpose.consent.wording is None:
            yield Problem((*purpose.path, "consent", "wording"), purpose=purpose.id)


@rule(
    "consent-preticked",
    "consent",
    "GDPR 4(11)",
    nl=Words(
        "de toestemming voor “{purpose}” wordt niet door een handeling gegeven",
        "Vraag om een actieve keuze, zoals een leeg vakje, en schrijf die in “given_by”.",
        "Een vinkje dat al gezet is, zwijgen of doorgaan is geen toestemming.",
    ),
    en=Words(
        "the consent for “{purpose}” is not given by an act",
        "Ask for an active choice, such as an empty box, and put it in “given_by”.",
        "A box that is already ticked, silence or going on is no consent.",
    ),
)
def preticked(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Consent is given by an act: the profile says by which, and it is no box ticked beforehand or continued use."""
    for purpose in _on_consent(profile):
        given_by = purpose.consent.given_by if purpose.consent else None
        if given_by in (None, "pre_ticked", "continued_use"):
            yield Problem((*purpose.path, "consent", "given_by"), purpose=purpose.id)


@rule(
    "consent-no-proof",
    "consent",
    "GDPR 7(1)",
    nl=Words(
        "het bewijs van de toestemming voor “{purpose}” ontbreekt",
        "Schrijf onder “consent” in “evidence” wat u vastlegt: wie, wanneer, welke tekst.",
        "Wie zich op toestemming beroept, moet haar kunnen aantonen.",
    ),
    en=Words(
        "the proof of the consent for “{purpose}” is missing",
        "Put under “consent” in “evidence” what you record: who, when, which text.",
        "Whoever relies on consent must be able to show it.",
    ),
)
def no_proof(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """A purpose that rests on consent says what is recorded of it."""
    for purpose in _on_consent(profile):
        if purpose.consent is None or purpose.consent.evidence is None:
            yield Problem((*purpose.path, "consent", "evidence"), purpose=purpose.id)


@rule(
    "consent-no-withdrawal",
    "consent",
    "GDPR 7(3), 13(2)(c)",
    nl=Words(
        "hoe men de toestemming voor “{purpose}” intrekt, staat er niet",
        "Schrijf onder “consent” in “withdraw_by” hoe, bijvoorbeeld: de afmeldlink in elk bericht.",
        "Intrekken is net zo makkelijk als geven, en mensen lezen vooraf hoe het gaat.",
    ),
    en=Words(
        "how consent for “{purpose}” is withdrawn is not stated",
        "Put under “consent” in “withdraw_by” how, for example: the unsubscribe link in every message.",
        "Withdrawing is as easy as giving, and people read beforehand how it is done.",
    ),
)
def no_withdrawal(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """A purpose that rests on consent says how consent is withdrawn."""
    for purpose in _on_consent(profile):
        if purpose.consent is None or purpose.consent.withdraw_by is None:
            yield Problem((*purpose.path, "consent", "withdraw_by"), purpose=purpose.id)


RULES = rules_in(globals())
