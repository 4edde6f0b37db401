"""Rules on whether consent is free: of pressure, of conditions, and by somebody old enough (Arts. 4(11), 7(4), 8)."""

from __future__ import annotations

from collections.abc import Iterator

from gdprdocs.profile import Profile
from gdprdocs.profile.catalogue import UNEQUAL_RELATIONS, Catalogue
from gdprdocs.rules.rule import Problem, Words, listed, rule, rules_in


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
        subjects = catalogue.subjects_of(activity, purpose)
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
        children = any(subject.children for subject in catalogue.subjects_of(activity, purpose))
        if purpose.asks_consent and children and not (purpose.consent and purpose.consent.parental):
            yield Problem((*purpose.path, "consent", "parental"), purpose=purpose.id)


@rule(
    "consent-conditional",
    "consent",
    "GDPR 7(4)",
    nl=Words(
        "het doel “{purpose}” berust op toestemming, maar volgens “provision: {provision}” moet men de gegevens geven",
        "Is nee zeggen mogelijk, schrijf dan “provision: voluntary”. Zijn de gegevens echt nodig voor een overeenkomst "
        "of door een wet, kies dan contract of legal_obligation.",
        "Wie moet, geeft geen toestemming: dan is het ja niets waard, en intrekken kan niet.",
    ),
    en=Words(
        "the purpose “{purpose}” rests on consent, but by “provision: {provision}” people must give the data",
        "If saying no is possible, write “provision: voluntary”. If the data are really needed for a contract or by a "
        "statute, choose contract or legal_obligation.",
        "Whoever must does not consent: the yes is then worth nothing, and it cannot be taken back.",
    ),
)
def conditional(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Data used on the basis of consent are not also required by law or for a contract.

    Explicit consent for special data beside another basis is left alone: there the basis asks for the data.
    """
    for _, purpose in profile.own_purposes:
        if purpose.lawful_basis == "consent" and purpose.provision in _REQUIRED:
            yield Problem((*purpose.path, "provision"), purpose=purpose.id, provision=purpose.provision)


_REQUIRED = ("statutory", "contractual", "necessary_for_contract")


RULES = rules_in(globals())
