"""Rules on lawful bases: a purpose says what its basis asks for, and rests on none that cannot carry it (Art. 6).

They hold for what the organisation decides itself; for what it does as processor, its customer decides.
"""

from __future__ import annotations

from collections.abc import Iterator

from gdprdocs.diagnostic import Severity
from gdprdocs.law import DataSubject
from gdprdocs.law.words import find_phrase
from gdprdocs.profile import Profile
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.rules.rule import Problem, Words, listed, rule, rules_in

_BY_LAW = ("legal_obligation", "public_task")


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


@rule(
    "li-no-balancing",
    "purpose",
    "GDPR 5(2), 6(1)(f)",
    severity=Severity.WARNING,
    nl=Words(
        "van de belangenafweging voor het doel “{purpose}” ontbreekt: {missing}",
        "Weeg uw belang af tegen dat van de mensen om wie het gaat, en zet onder “balancing” de dag in “date” en in "
        "“outcome” wat de doorslag gaf.",
        "Een gerechtvaardigd belang telt alleen na een afweging, en die moet u kunnen laten zien.",
    ),
    en=Words(
        "missing from the balancing test for the purpose “{purpose}”: {missing}",
        "Weigh your interest against that of the people concerned, and put under “balancing” the day in “date” and in "
        "“outcome” what turned the scale.",
        "A legitimate interest counts only after it was weighed, and you must be able to show that it was.",
    ),
)
def balancing(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """A purpose that rests on a legitimate interest has a balancing test with a date and an outcome."""
    for _, purpose in profile.own_purposes:
        if purpose.lawful_basis == "legitimate_interest":
            missing = [key for key in ("date", "outcome") if getattr(purpose.balancing, key, None) is None]
            if missing:
                path = (*purpose.path, "balancing", missing[0])
                yield Problem(path, purpose=purpose.id, missing=listed(missing))


@rule(
    "contract-not-party",
    "purpose",
    "GDPR 6(1)(b)",
    severity=Severity.WARNING,
    nl=Words(
        "het doel “{purpose}” berust op een overeenkomst, maar daarbij zijn geen partij: {subjects}",
        "Maak voor hen een eigen doel met een andere grondslag, meestal legitimate_interest.",
        "Een overeenkomst telt alleen voor wie haar zelf sluit; wie voor een ander optreedt, sprak niets met u af.",
    ),
    en=Words(
        "the purpose “{purpose}” rests on a contract, but these are no party to it: {subjects}",
        "Make a purpose of their own for them with another basis, usually legitimate_interest.",
        "A contract counts only for those who conclude it; whoever acts for another agreed nothing with you.",
    ),
)
def not_party(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """A purpose that rests on a contract concerns nobody who by the words of the catalogue concludes none.

    Those are contact persons at customers and suppliers, emergency contacts, and referees of applicants. Of groups that
    the profile defines itself nothing is said.
    """
    for activity, purpose in profile.own_purposes:
        if purpose.lawful_basis == "contract":
            subjects = catalogue.subjects_of(activity, purpose)
            others = [s.name for s in subjects if isinstance(s, DataSubject) and s.acts_for_another]
            if others:
                yield Problem((*purpose.path, "lawful_basis"), purpose=purpose.id, subjects=listed(others))


@rule(
    "contract-marketing",
    "purpose",
    "GDPR 6(1)(b)",
    severity=Severity.WARNING,
    nl=Words(
        "het doel “{purpose}” is reclame, en die is niet nodig om een overeenkomst na te komen",
        "Kies consent, of legitimate_interest met “interest” en “balancing”.",
        "Wie iets koopt, vraagt niet om reclame; die mag alleen met een ja, of als iemand nee kan zeggen.",
    ),
    en=Words(
        "the purpose “{purpose}” is marketing, which no contract needs in order to be carried out",
        "Choose consent, or legitimate_interest with “interest” and “balancing”.",
        "Whoever buys something does not ask for marketing; it takes a yes, or a chance to say no.",
    ),
)
def marketing(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """A purpose with “direct_marketing” does not rest on a contract."""
    for _, purpose in profile.own_purposes:
        if purpose.lawful_basis == "contract" and purpose.direct_marketing:
            yield Problem((*purpose.path, "lawful_basis"), purpose=purpose.id)


@rule(
    "vital-routine",
    "purpose",
    "GDPR 6(1)(d)",
    severity=Severity.WARNING,
    nl=Words(
        "het doel “{purpose}” berust op vitale belangen, maar spreekt van geen noodgeval",
        "Kies een andere grondslag, of schrijf in “description” voor welk noodgeval u de gegevens gebruikt.",
        "Deze grondslag is voor als een leven of iemands gezondheid ervan afhangt en er geen andere is.",
    ),
    en=Words(
        "the purpose “{purpose}” rests on vital interests, but speaks of no emergency",
        "Choose another basis, or write in “description” for which emergency you use the data.",
        "This basis is for when a life or somebody's health depends on it and there is no other.",
    ),
)
def routine(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """A purpose that rests on vital interests says in its description for which emergency.

    Words such as “accident” and “danger” count, those of ``law/words/emergencies.yaml``.
    """
    for _, purpose in profile.own_purposes:
        if purpose.lawful_basis == "vital_interests" and find_phrase(purpose.description, "emergencies") is None:
            yield Problem((*purpose.path, "lawful_basis"), purpose=purpose.id)


RULES = rules_in(globals())
