"""Rules on the data protection impact assessment, the DPIA (Arts. 35 and 36).

They hold for what the organisation decides itself. For what it does as processor, its customer assesses the risk.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gdprdocs.diagnostic import Severity
from gdprdocs.language import Text
from gdprdocs.law import DpiaFacts, DpiaKind, law
from gdprdocs.profile import Activity, Dpia, Profile
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.rules.rule import Problem, Words, filled, listed, rule, rules_in


@rule(
    "dpia-missing",
    "dpia",
    "GDPR 35(1), 35(3)",
    nl=Words(
        "voor “{activity}” is een DPIA verplicht, en er is er geen: {why}",
        "Doe de DPIA (gegevensbeschermingseffectbeoordeling) en zet onder “dpia”: “needed: true”, waarom (“because”) "
        "en de dag (“done”).",
        "Bij een hoog risico voor mensen zoekt u vooraf uit wat er misgaat als niemand oplet.",
    ),
    en=Words(
        "“{activity}” needs a data protection impact assessment (DPIA), and there is none: {why}",
        "Carry out the assessment, and put under “dpia”: “needed: true”, why (“because”) and the day (“done”).",
        "Where the risk to people is high you find out beforehand what goes wrong if nobody takes care.",
    ),
)
def missing(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """An activity of Art. 35(3), or one that says itself that it needs an assessment, has one with its date.

    Art. 35(3) names three: decisions that a computer takes alone (“automated_decisions”), special or criminal data with
    “large_scale: true”, and “systematic_monitoring” with “large_scale” and “public_area”. No reason takes these away.
    An activity whose “since” lies after the day for which the profile speaks still has time.
    """
    for activity in profile.own_activities:
        why = _lacking(activity, profile, catalogue)
        if why:
            dpia = _dpia(activity)
            key = "done" if dpia.needed else "needed"
            yield Problem((*dpia.path, key), activity=activity.name, why=why)


def _dpia(activity: Activity) -> Dpia:
    """What an activity says of its assessment; one without any fact where it says nothing."""
    return activity.dpia or Dpia((*activity.path, "dpia"))


def _lacking(activity: Activity, profile: Profile, catalogue: Catalogue) -> Text | None:
    """Why Art. 35(3), or the profile itself, demands an assessment that is not there."""
    if _dpia(activity).done or _is_to_come(activity, profile.date):
        return None
    if activity.decisions:
        return Text(nl="een computer neemt alleen besluiten over mensen", en="a computer decides alone about people")
    heavy = [each for each in map(catalogue.category, activity.categories) if each.kind in ("special", "criminal")]
    if activity.large_scale and heavy:
        return filled(_LARGE, data=listed(each.name for each in heavy))
    if activity.large_scale and activity.systematic_monitoring and activity.public_area:
        return Text(
            nl="u volgt mensen stelselmatig en op grote schaal waar iedereen mag komen",
            en="you monitor people systematically and on a large scale where everybody is allowed to come",
        )
    if activity.dpia and activity.dpia.needed:
        return Text(nl="het profiel zegt zelf dat die nodig is", en="the profile itself says that it is needed")
    return None


_LARGE = Text(nl="u gebruikt {data} op grote schaal", en="you use {data} on a large scale")


def _is_to_come(activity: Activity, day: date | None) -> bool:
    return activity.since is not None and day is not None and activity.since > day


@rule(
    "dpia-ap-list",
    "dpia",
    "GDPR 35(1), 35(4)",
    severity=Severity.WARNING,
    nl=Words(
        "“{activity}” lijkt op {kinds} op de lijst van de AP, waarvoor een DPIA verplicht is",
        "Doe de DPIA en noem de soort in “kinds”. Is zij niet nodig, zet dan “needed: false” en leg in “because” uit "
        "waarom dit er niet onder valt.",
        "De Autoriteit Persoonsgegevens noemt zeventien soorten werk met een hoog risico voor mensen.",
    ),
    en=Words(
        "“{activity}” looks like {kinds} on the list of the Dutch authority, for which a DPIA is mandatory",
        "Carry out the DPIA and name the kind in “kinds”. If none is needed, put “needed: false” and explain in "
        "“because” why this is not one of them.",
        "The Dutch authority (AP) names seventeen kinds of work with a high risk to people.",
    ),
)
def on_the_list(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """An activity that looks like a kind of the list has an assessment, or says why it needs none.

    It looks at facts: the data and their traits, whose they are, profiling, and whether the work is on a large scale or
    monitors people systematically; ``gdprdocs/law/dpia_kinds.yaml`` says which. A kind that the profile names itself in
    “kinds” counts as well, and there a reason why no assessment is needed contradicts it. Silent where the stricter
    rule of Art. 35(3) speaks, and where another authority supervises.
    """
    for activity in profile.own_activities:
        kinds = _unassessed(activity, profile, catalogue)
        if kinds:
            dpia = _dpia(activity)
            key = "because" if dpia.needed is False and not dpia.kinds else "needed"
            yield Problem((*dpia.path, key), activity=activity.name, kinds=listed(kind.name for kind in kinds))


def _unassessed(activity: Activity, profile: Profile, catalogue: Catalogue) -> list[DpiaKind]:
    """The kinds that the profile names, or that the activity looks like, with no assessment and no reason."""
    dpia, kinds = _dpia(activity), law().dpia_kinds
    elsewhere = profile.organisation.supervisory_authority not in (None, "nl_ap")
    if elsewhere or dpia.done or _is_to_come(activity, profile.date) or _lacking(activity, profile, catalogue):
        return []
    if dpia.kinds:
        return [kinds[name] for name in dpia.kinds]
    if dpia.needed is False and dpia.because:
        return []
    return [kind for kind in kinds.values() if kind.fits and _fits(kind.fits, activity, catalogue)]


def _fits(facts: DpiaFacts, activity: Activity, catalogue: Catalogue) -> bool:
    measured = {"large_scale": activity.large_scale, "systematic_monitoring": activity.systematic_monitoring}
    relations = {catalogue.subject(name).relation for name in activity.data_subjects}
    return (
        (not facts.by or any(measured[fact] for fact in facts.by))
        and (not facts.relations or not relations.isdisjoint(facts.relations))
        and (activity.public_area or not facts.public_area)
        and (any(purpose.profiling for purpose in activity.purposes.values()) or not facts.profiling)
        and (_has_data(facts, activity, catalogue) or not (facts.categories or facts.traits))
    )


def _has_data(facts: DpiaFacts, activity: Activity, catalogue: Catalogue) -> bool:
    return any(
        name in facts.categories or not set(catalogue.category(name).traits).isdisjoint(facts.traits)
        for name in activity.categories
    )


@rule(
    "dpia-not-judged",
    "dpia",
    "GDPR 24(1), 35(1)",
    severity=Severity.WARNING,
    nl=Words(
        "bij “{activity}” staat niet {what}",
        "Schrijf onder “dpia” in “needed” true of false, en in “because” waarom; dat leest goed na “omdat”.",
        "Het register zegt anders dat niemand het risico heeft beoordeeld.",
    ),
    en=Words(
        "“{activity}” does not say {what}",
        "Write true or false in “needed” under “dpia”, and in “because” why; that reads well after “because”.",
        "Otherwise the register says that nobody assessed the risk.",
    ),
)
def not_judged(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Every activity says whether an assessment is needed, and why.

    Silent where the rules above say that one is needed or likely to be.
    """
    for activity in profile.own_activities:
        dpia = _dpia(activity)
        absent = next((key for key in ("needed", "because") if getattr(dpia, key) is None), None)
        asked = _lacking(activity, profile, catalogue) or _unassessed(activity, profile, catalogue)
        if absent and not asked:
            yield Problem((*dpia.path, absent), activity=activity.name, what=_NOT_SAID[absent])


_NOT_SAID = {
    "needed": Text(nl="of een DPIA nodig is", en="whether a data protection impact assessment (DPIA) is needed"),
    "because": Text(nl="waarom een DPIA wel of niet nodig is", en="why an assessment (DPIA) is needed or not"),
}


@rule(
    "dpia-no-dpo-advice",
    "dpia",
    "GDPR 35(2), 39(1)(c)",
    severity=Severity.WARNING,
    nl=Words(
        "bij de DPIA van “{activity}” staat geen advies van de functionaris voor gegevensbescherming (FG)",
        "Vraag de FG om advies en zet in “advice” wat dat was, in een hele zin.",
        "Wie een FG heeft, vraagt die om raad bij een DPIA; dat is een plicht.",
    ),
    en=Words(
        "the assessment (DPIA) of “{activity}” has no advice of the data protection officer (DPO)",
        "Ask the DPO for advice and put what it was in “advice”, in a whole sentence.",
        "Whoever has a DPO asks for advice on an assessment; that is a duty.",
    ),
)
def no_advice(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Where there is a data protection officer, an assessment that was carried out has that officer's advice."""
    for activity in profile.own_activities:
        dpia = activity.dpia
        if profile.organisation.officer and dpia and dpia.done and dpia.advice is None:
            yield Problem((*dpia.path, "advice"), activity=activity.name)


@rule(
    "dpia-prior-consultation",
    "dpia",
    "GDPR 36(1)",
    nl=Words(
        "bij “{activity}” blijft een hoog risico over, en de toezichthouder is niet geraadpleegd",
        "Neem meer maatregelen, of raadpleeg eerst de toezichthouder en zet de dag in “consulted”.",
        "Een hoog risico neemt u niet zelf voor lief: eerst kijkt de toezichthouder mee.",
    ),
    en=Words(
        "with “{activity}” a high risk remains, and the supervisory authority was not consulted",
        "Take more measures, or consult the authority first and put the day in “consulted”.",
        "A high risk is not yours to accept: the supervisory authority looks at it first.",
    ),
)
def not_consulted(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Where a high risk remains the authority was consulted, unless the activity starts later (“since”)."""
    for activity in profile.own_activities:
        dpia = activity.dpia
        if dpia and dpia.high_risk_remains and not dpia.consulted and not _is_to_come(activity, profile.date):
            yield Problem((*dpia.path, "consulted"), activity=activity.name)


RULES = rules_in(globals())
