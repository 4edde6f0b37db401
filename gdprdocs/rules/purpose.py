"""Rules on purposes: each has a lawful basis, data, people and an end, and says what its basis asks for.

They hold for what the organisation decides itself; for what it does as processor, its customer decides.
"""

from __future__ import annotations

from collections.abc import Iterator

from gdprdocs.language import Text
from gdprdocs.profile import Profile, Purpose
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.rules.rule import Problem, Words, filled, listed, rule, rules_in

_BY_LAW = ("legal_obligation", "public_task")


@rule(
    "purpose-basis-missing",
    "purpose",
    "GDPR 6(1), 13(1)(c)",
    nl=Words(
        "er is geen grondslag voor {what}",
        "Kies één grondslag en zet die bij het doel in “lawful_basis”.",
        "Gegevens gebruiken mag alleen op een van de zes gronden die de wet noemt.",
    ),
    en=Words(
        "there is no lawful basis for {what}",
        "Choose one lawful basis and write it in “lawful_basis” of the purpose.",
        "Data may be used only on one of the six grounds that the law names.",
    ),
)
def basis(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Every activity has a purpose, and every purpose has one of the six lawful bases.

    An activity that does not say its role yet is left alone until it does: as processor it needs no purposes.
    """
    for activity in profile.own_activities:
        if activity.role and not activity.purposes:
            words = Text(nl="“{activity}”: daar staat geen doel", en="“{activity}”: it states no purpose")
            what = filled(words, activity=activity.name)
            yield Problem((*activity.path, "purposes"), what=what, remedy=_STATE_PURPOSES)
    for _, purpose in profile.own_purposes:
        if purpose.lawful_basis is None:
            yield Problem((*purpose.path, "lawful_basis"), what=_purpose(purpose))


_STATE_PURPOSES = Text(
    nl="Beschrijf onder “purposes” elk doel van de activiteit, met bij elk doel één grondslag in “lawful_basis”.",
    en="Describe each purpose of the activity under “purposes”, each with one lawful basis in “lawful_basis”.",
)


def _purpose(purpose: Purpose) -> Text:
    return filled(Text(nl="het doel “{id}”", en="the purpose “{id}”"), id=purpose.id)


@rule(
    "purpose-no-data",
    "purpose",
    "GDPR 13(1)(c), 30(1)(c)",
    nl=Words(
        "bij het doel “{purpose}” staan geen gegevens",
        "Noem in “data_categories” welke gegevens u voor dit doel gebruikt.",
        "Alleen met een lijst per doel is te zien of elk gegeven echt nodig is.",
    ),
    en=Words(
        "the purpose “{purpose}” names no data",
        "Name the data that you use for this purpose in “data_categories”.",
        "Only a list for each purpose shows whether every item is really needed.",
    ),
)
def data(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Every purpose names at least one data category."""
    for _, purpose in profile.own_purposes:
        if not purpose.data_categories:
            yield Problem((*purpose.path, "data_categories"), purpose=purpose.id)


@rule(
    "purpose-no-subjects",
    "purpose",
    "GDPR 30(1)(c)",
    nl=Words(
        "bij “{activity}” staat niet over wie de gegevens gaan",
        "Noem de groepen mensen in “data_subjects” van de activiteit, of van het doel als ze per doel verschillen.",
        "Het register moet laten zien van wie gegevens worden gebruikt.",
    ),
    en=Words(
        "“{activity}” does not say whose data are used",
        "Name the groups of people in “data_subjects” of the activity, or of the purpose where purposes differ.",
        "The register must show whose data are used.",
    ),
)
def subjects(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Every purpose names its categories of data subjects, itself or through its activity."""
    for activity in profile.own_activities:
        if not activity.data_subjects and any(not purpose.data_subjects for purpose in activity.purposes.values()):
            yield Problem((*activity.path, "data_subjects"), activity=activity.name)


@rule(
    "purpose-no-retention",
    "purpose",
    "GDPR 5(1)(e), 13(2)(a), 30(1)(f)",
    nl=Words(
        "bij het doel “{purpose}” staat niet hoe lang u dit bewaart: {categories}",
        "Zet het onder “retention”: “period” met “from”, een termijn uit de wet in “statutory”, of een “criterion”.",
        "Gegevens mogen niet langer bewaard worden dan nodig, en mensen moeten weten hoe lang dat is.",
    ),
    en=Words(
        "the purpose “{purpose}” does not say how long you keep this: {categories}",
        "Write it under “retention”: “period” with “from”, a period from the law in “statutory”, or a “criterion”.",
        "Data must not be kept longer than needed, and people must know how long that is.",
    ),
)
def retention(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """For every purpose, each of its data categories has a period, a statutory period or a criterion.

    An entry under ``all`` counts for every category that has no entry of its own.
    """
    for _, purpose in profile.own_purposes:
        absent = [name for name in purpose.data_categories if purpose.retention_of(name) is None]
        if absent:
            names = listed(catalogue.category(name).name for name in absent)
            yield Problem((*purpose.path, "retention"), purpose=purpose.id, categories=names)
        for key, kept in purpose.retention.items():
            if not (kept.period or kept.statutory or kept.criterion):
                covered = [name for name in purpose.data_categories if purpose.retention_of(name) is kept]
                names = listed([catalogue.category(name).name for name in covered] or [key])
                yield Problem(kept.path, purpose=purpose.id, categories=names)


@rule(
    "li-not-named",
    "purpose",
    "GDPR 6(1)(f), 13(1)(d)",
    nl=Words(
        "het doel “{purpose}” berust op een gerechtvaardigd belang, maar er staat niet welk belang",
        "Beschrijf in “interest” welk belang u hebt, zo concreet dat een ander het kan wegen.",
        "Mensen moeten weten welk belang tegenover het hunne staat, anders kunnen zij geen bezwaar maken.",
    ),
    en=Words(
        "the purpose “{purpose}” rests on a legitimate interest, but does not say which",
        "Describe the interest you have in “interest”, so concretely that somebody else can weigh it.",
        "People must know which interest stands against their own, or they cannot object.",
    ),
)
def interest_named(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """A purpose that rests on a legitimate interest says which interest that is."""
    for _, purpose in profile.own_purposes:
        if purpose.lawful_basis == "legitimate_interest" and purpose.interest is None:
            yield Problem((*purpose.path, "interest"), purpose=purpose.id)


@rule(
    "li-public-authority",
    "purpose",
    "GDPR 6(1)",
    nl=Words(
        "een overheidsinstantie kan het doel “{purpose}” niet op een gerechtvaardigd belang laten berusten",
        "Kies public_task of legal_obligation. Hoort dit doel niet bij de publieke taak? Leg dat dan uit in "
        "“outside_public_task”.",
        "Wat de overheid voor haar taak met gegevens mag doen, moet uit de wet volgen en niet uit haar eigen afweging.",
    ),
    en=Words(
        "a public authority cannot rest the purpose “{purpose}” on a legitimate interest",
        "Choose public_task or legal_obligation. Is this purpose no part of the public task? Then explain that in "
        "“outside_public_task”.",
        "What a public authority does with data for its task must follow from the law and not from its own weighing.",
    ),
)
def interest_of_authority(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """A public authority uses no legitimate interest, unless it says why the purpose is no part of its task."""
    for _, purpose in profile.own_purposes:
        rests_on_interest = purpose.lawful_basis == "legitimate_interest" and purpose.outside_public_task is None
        if profile.organisation.is_public and rests_on_interest:
            yield Problem((*purpose.path, "lawful_basis"), purpose=purpose.id)


@rule(
    "legal-no-statute",
    "purpose",
    "GDPR 6(1)(c), 6(1)(e), 6(3)",
    nl=Words(
        "het doel “{purpose}” berust op de wet, maar er staat niet op welke",
        "Noem in “law” de wet en het artikel, bijvoorbeeld “artikel 52 Algemene wet inzake rijksbelastingen”.",
        "Een wettelijke plicht of een publieke taak telt alleen als zij echt in een wet staat.",
    ),
    en=Words(
        "the purpose “{purpose}” rests on a statute, but does not say which",
        "Name the statute and the article in “law”, for example “Article 52 of the General State Taxes Act”.",
        "A legal obligation or a public task counts only where a statute really lays it down.",
    ),
)
def statute(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """A purpose that rests on a legal obligation or a public task names the statute and the article."""
    for _, purpose in profile.own_purposes:
        if purpose.lawful_basis in _BY_LAW and purpose.law is None:
            yield Problem((*purpose.path, "law"), purpose=purpose.id)


RULES = rules_in(globals())
