"""Rules on consent: asked in words, given by an act, proven, and withdrawn as easily (Arts. 4(11), 7)."""

from __future__ import annotations

from collections.abc import Iterator

from gdprdocs.language import Text
from gdprdocs.law import DataSubject
from gdprdocs.profile import Activity, OwnSubject, Profile, Purpose
from gdprdocs.profile.catalogue import UNEQUAL_RELATIONS, Catalogue
from gdprdocs.rules.parties import called, parties_of
from gdprdocs.rules.rule import Problem, Words, filled, listed, rule, rules_in


def _on_consent(profile: Profile) -> Iterator[Purpose]:
    """The purposes for which people are asked.

    Where explicit consent stands beside another basis and is not described, ``special-consent-explicit`` says so.
    """
    return (p for _, p in profile.own_purposes if p.lawful_basis == "consent" or p.consent is not None)


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


@rule(
    "consent-no-refusal",
    "consent",
    "GDPR 7(4), 13(2)(e)",
    nl=Words(
        "wat er gebeurt als iemand nee zegt tegen “{purpose}”, staat er niet",
        "Schrijf in “consequence” een hele zin: wat iemand dan niet krijgt, en wat wel.",
        "Toestemming is alleen vrij als nee zeggen kan zonder nadeel; daarom moeten mensen weten wat nee betekent.",
    ),
    en=Words(
        "what happens when somebody says no to “{purpose}” is not stated",
        "Put a whole sentence in “consequence”: what people then do not get, and what they do.",
        "Consent is free only if saying no does no harm; so people must know what no means.",
    ),
)
def no_refusal(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """A purpose for which people are asked says what happens when they refuse."""
    for purpose in _on_consent(profile):
        if purpose.consequence is None:
            yield Problem((*purpose.path, "consequence"), purpose=purpose.id)


@rule(
    "consent-not-free",
    "consent",
    "GDPR 4(11), 7(4)",
    nl=Words(
        "de toestemming voor “{purpose}” komt van {asked}; waarom zij toch vrij is, staat er niet",
        "Kies een andere grondslag, of schrijf onder “consent” in “free_because” waarom weigeren geen gevolgen heeft.",
        "Wie van u afhankelijk is, durft vaak geen nee te zeggen; dan is ja niets waard.",
    ),
    en=Words(
        "the consent for “{purpose}” comes from {asked}; why it is free all the same is not stated",
        "Choose another basis, or put under “consent” in “free_because” why refusing has no consequences.",
        "Whoever depends on you often dares not say no; then a yes is worth nothing.",
    ),
)
def not_free(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Consent by staff, applicants, pupils or patients, or to a public authority, says why it is free."""
    for activity, purpose in profile.own_purposes:
        if not purpose.asks_consent or (purpose.consent and purpose.consent.free_because):
            continue
        subjects = _asked(activity, purpose, catalogue)
        unequal = [subject.name for subject in subjects if subject.relation in UNEQUAL_RELATIONS]
        if profile.organisation.is_public or unequal:
            names = listed(unequal or [subject.name for subject in subjects])
            yield Problem((*purpose.path, "consent", "free_because"), purpose=purpose.id, asked=names)


@rule(
    "consent-child",
    "consent",
    "GDPR 8, UAVG 5",
    nl=Words(
        "de toestemming voor “{purpose}” komt ook van kinderen, en hoe ouders toestemming geven, staat er niet",
        "Schrijf onder “consent” in “parental” hoe een ouder of voogd ja zegt, en hoe u dat nagaat.",
        "In Nederland geeft tot 16 jaar een ouder of voogd toestemming.",
    ),
    en=Words(
        "the consent for “{purpose}” comes from children too, and how parents give consent is not stated",
        "Put under “consent” in “parental” how a parent or guardian says yes, and how you check that.",
        "In the Netherlands a parent or guardian consents for those under 16.",
    ),
)
def of_child(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Where children are asked, the profile says how their parents consent."""
    for activity, purpose in profile.own_purposes:
        children = any(subject.children for subject in _asked(activity, purpose, catalogue))
        if purpose.asks_consent and children and not (purpose.consent and purpose.consent.parental):
            yield Problem((*purpose.path, "consent", "parental"), purpose=purpose.id)


def _asked(activity: Activity, purpose: Purpose, catalogue: Catalogue) -> list[DataSubject | OwnSubject]:
    return [catalogue.subject(name) for name in purpose.data_subjects or activity.data_subjects]


@rule(
    "consent-not-explicit",
    "consent",
    "GDPR 22(2)(c), 49(1)(a)",
    nl=Words(
        "{what} bij “{activity}” rust op uitdrukkelijke toestemming, maar geen doel vraagt die",
        "Beschrijf bij een doel van deze activiteit de vraag onder “consent”, laat haar dit met name noemen en zet er "
        "“explicit: true” bij.",
        "Hierop moet iemand met zoveel woorden ja zeggen, nadat de gevolgen of de risico's zijn verteld.",
    ),
    en=Words(
        "{what} of “{activity}” rests on explicit consent, but no purpose asks for it",
        "Describe the question under “consent” of a purpose of this activity, have it name this, and add "
        "“explicit: true”.",
        "Somebody must say yes to this in so many words, after the consequences or the risks have been told.",
    ),
)
def not_explicit(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """An automated decision or a transfer that rests on explicit consent has a question that asks for it."""
    for activity in profile.own_activities:
        if any(purpose.consent and purpose.consent.explicit for purpose in activity.purposes.values()):
            continue
        decisions = activity.decisions
        if decisions and decisions.ground == "explicit_consent":
            yield Problem((*decisions.path, "ground"), activity=activity.name, what=_DECISION)
        for party in parties_of(profile, activity):
            for transfer in party.transfers:
                if transfer.letter == "a":
                    words = filled(_TRANSFER, party=called(party))
                    yield Problem((*transfer.path, "letter"), activity=activity.name, what=words)


_DECISION = Text(nl="het automatische besluit", en="the automated decision")
_TRANSFER = Text(nl="de doorgifte aan “{party}”", en="the transfer to “{party}”")


RULES = rules_in(globals())
