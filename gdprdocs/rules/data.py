"""Rules on data: everything named is used, comes from somewhere, and no machine decides over people unexplained."""

from __future__ import annotations

from collections.abc import Iterator

from gdprdocs.diagnostic import FieldPath
from gdprdocs.language import Text
from gdprdocs.profile import AccessRole, Activity, AutomatedDecisions, Origin, Profile, Purpose, Recipient
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.profile.party import Handler
from gdprdocs.rules.rule import Problem, Words, filled, listed, rule, rules_in, stated

undefined = stated(
    "data-undefined",
    "data",
    "GDPR 5(2), 30",
    nl=Words(
        "een naam verwijst naar iets wat niet in het profiel of de catalogus staat",
        "Verbeter de naam, of voeg toe waar hij naar verwijst.",
        "Een verwijzing naar niets laat in de documenten een gat vallen.",
    ),
    en=Words(
        "a name refers to something that is not in the profile or the catalogue",
        "Correct the name, or add what it refers to.",
        "A reference to nothing leaves a hole in the documents.",
    ),
)


@rule(
    "data-unused",
    "data",
    "GDPR 5(1)(c)",
    nl=Words(
        "u verzamelt “{category}”, maar geen doel gebruikt dit",
        "Noem het in “data_categories” van het doel dat het nodig heeft, of haal het hier weg.",
        "Gegevens waar geen doel voor is, mag u niet hebben.",
    ),
    en=Words(
        "you collect “{category}”, but no purpose uses it",
        "Name it in “data_categories” of the purpose that needs it, or remove it here.",
        "You are not allowed to have data that serve no purpose.",
    ),
)
def unused(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Every data category that the profile defines or names is used by a purpose, or by a service for a customer.

    A category can be named by a source, a party, a sub-processor or an access role. One that is not used is reported
    once: where it is defined, or else where it is named first.
    """
    purposes = [purpose for activity in profile.activities.values() for purpose in activity.purposes.values()]
    users: tuple[Purpose | Activity, ...] = (*purposes, *profile.activities_for_others)
    seen = {name for user in users for name in user.data_categories}
    for name, path in _named(profile):
        if name not in seen:
            seen.add(name)
            yield Problem(path, category=catalogue.category(name).name, sought_in="data_categories")


def _named(profile: Profile) -> Iterator[tuple[str, FieldPath]]:
    for own in profile.data_categories.values():
        yield own.id, own.path
    processors = profile.processors.values()
    chains = [sub for processor in processors for _, sub, _ in processor.chain()]
    origins = [origin for activity in profile.activities.values() for origin in activity.sources]
    owners: tuple[Activity | Origin | Handler | Recipient | AccessRole, ...] = (
        *profile.own_activities,
        *origins,
        *processors,
        *chains,
        *profile.recipients.values(),
        *profile.access_roles.values(),
    )
    for owner in owners:
        for name in owner.data_categories:
            yield name, (*owner.path, "data_categories", name)


@rule(
    "source-missing",
    "data",
    "GDPR 14(2)(f)",
    nl=Words(
        "bij “{activity}” staat niet {what}",
        "Noem in “sources” elke bron: data_subject (de persoon zelf), of {party: …, public: true of false}.",
        "Mensen hebben het recht te weten van wie een organisatie hun gegevens heeft.",
    ),
    en=Words(
        "“{activity}” does not say {what}",
        "Name each source in “sources”: data_subject (the person), or {party: …, public: true or false}.",
        "People have the right to know from whom an organisation has their data.",
    ),
)
def source(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Every activity says where its data come from, for each category, and of another source whether it is public.

    A source without ``data_categories`` counts for all categories of the activity.
    """
    for activity in profile.own_activities:
        if not activity.purposes:
            continue
        if not activity.sources:
            words = Text(nl="waar de gegevens vandaan komen", en="where the data come from")
            yield Problem((*activity.path, "sources"), activity=activity.name, what=words)
        else:
            yield from _of_each_source(activity, catalogue)
            yield from _of_each_category(activity, catalogue)


def _of_each_source(activity: Activity, catalogue: Catalogue) -> Iterator[Problem]:
    for origin in activity.sources:
        if origin.party is None:
            words = Text(nl="welke bron dit is", en="which source this is")
            yield Problem((*origin.path, "party"), activity=activity.name, what=words)
        elif origin.party != "data_subject" and origin.public is None:
            name, public = catalogue.source(origin.party)
            if public is None:
                words = Text(nl="of de bron “{name}” openbaar is", en="whether the source “{name}” is public")
                yield Problem((*origin.path, "public"), activity=activity.name, what=filled(words, name=name))


def _of_each_category(activity: Activity, catalogue: Catalogue) -> Iterator[Problem]:
    if all(origin.data_categories for origin in activity.sources):
        covered = {name for origin in activity.sources for name in origin.data_categories}
        lacking = [name for name in activity.categories if name not in covered]
        if lacking:
            words = Text(nl="waar dit vandaan komt: {names}", en="where this comes from: {names}")
            names = listed(catalogue.category(name).name for name in lacking)
            yield Problem((*activity.path, "sources"), activity=activity.name, what=filled(words, names=names))


@rule(
    "adm-details",
    "data",
    "GDPR 13(2)(f), 22, UAVG 40",
    nl=Words(
        "over automatische besluiten ontbreekt bij “{activity}”: {missing}",
        "Zijn er geen, schrijf dan “automated_decisions: none”. Vul anders “ground”, “logic”, “consequences” en "
        "“human_review” in, en bij de grond law ook “law”.",
        "Beslist een computer over iemand, dan mag die weten hoe dat gaat en vragen of een mens meekijkt.",
    ),
    en=Words(
        "missing on automated decisions for “{activity}”: {missing}",
        "Where there are none, write “automated_decisions: none”. Otherwise fill in “ground”, “logic”, “consequences” "
        "and “human_review”, and with the ground law also “law”.",
        "Someone about whom a computer decides has the right to know how, and to have a human look at it.",
    ),
)
def decisions(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Every activity says that it takes no automated decisions, or describes them completely.

    Complete is: the ground, the statute where that ground is the law, the logic, the consequences, the human review.
    """
    for activity in profile.own_activities:
        missing = _missing_on_decisions(activity.automated_decisions)
        if activity.purposes and missing:
            path = (*activity.path, "automated_decisions")
            yield Problem(path, activity=activity.name, missing=listed(missing))


def _missing_on_decisions(stated: str | AutomatedDecisions | None) -> list[str]:
    if stated is None:
        return ["automated_decisions"]
    if isinstance(stated, str):
        return []
    facts = {
        "ground": stated.ground,
        **({"law": stated.law} if stated.ground == "law" else {}),
        "logic": stated.logic,
        "consequences": stated.consequences,
        "human_review": stated.human_review,
    }
    return [key for key, fact in facts.items() if fact is None]


@rule(
    "adm-special",
    "data",
    "GDPR 22(4)",
    nl=Words(
        "“{activity}” neemt automatische besluiten met “{category}”, en deze uitzondering staat dat niet toe",
        "Kies explicit_consent of substantial_public_interest als die geldt, of houd deze gegevens buiten het besluit.",
        "Over gevoelige gegevens mag een computer alleen beslissen met uitdrukkelijke toestemming of als de wet dat "
        "toestaat.",
    ),
    en=Words(
        "“{activity}” takes automated decisions with “{category}”, and this exception does not allow that",
        "Choose explicit_consent or substantial_public_interest where that holds, or keep these data out of the "
        "decision.",
        "With sensitive data a computer decides only on explicit consent or where the law allows it.",
    ),
)
def decisions_on_special_data(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Automated decisions use special data only with explicit consent or a substantial public interest.

    A special category without any exception is left to ``special-no-exception``.
    """
    allowed = (None, "explicit_consent", "substantial_public_interest")
    for activity in profile.own_activities:
        if not isinstance(activity.automated_decisions, AutomatedDecisions):
            continue
        for purpose in activity.purposes.values():
            for name in purpose.data_categories:
                category, ground = catalogue.category(name), purpose.special_grounds.get(name)
                if category.kind == "special" and ground and ground.exception not in allowed:
                    path = (*ground.path, "exception")
                    yield Problem(path, activity=activity.name, category=category.name)


RULES = rules_in(globals())
