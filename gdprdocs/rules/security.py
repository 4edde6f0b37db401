"""Rules on which security there is (Art. 32)."""

from __future__ import annotations

from collections.abc import Iterator

from gdprdocs.diagnostic import Severity
from gdprdocs.language import Text
from gdprdocs.profile import Activity, Profile
from gdprdocs.profile.catalogue import SENSITIVE_KINDS, Catalogue
from gdprdocs.rules.rule import Problem, Words, listed, rule, rules_in, worded
from gdprdocs.wording import date_words

BASICS = (
    ("access_control",),
    ("encryption_in_transit",),
    ("encryption_at_rest", "laptop_encryption"),
    ("backup",),
    ("logging",),
    ("patching",),
)
"""What hardly anybody who uses personal data can do without; of those that stand together one is enough."""


@rule(
    "sec-none",
    "security",
    "GDPR 32(1), 30(1)(g)",
    nl=Words(
        "voor “{activity}” is geen beveiliging genoemd die er al is",
        "Noem in “measures” de maatregelen die gelden, bijvoorbeeld access_control en encryption_in_transit.",
        "Wie gegevens gebruikt, beveiligt ze, en het register beschrijft hoe.",
    ),
    en=Words(
        "no security that is in place is named for “{activity}”",
        "Name the measures that hold in “measures”, for example access_control and encryption_in_transit.",
        "Whoever uses data secures them, and the register describes how.",
    ),
)
def no_measure(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Every activity names at least one measure that is in place; a planned one protects nothing yet."""
    for activity in profile.activities.values():
        if not any(catalogue.measure(name).in_place for name in activity.measures):
            yield Problem((*activity.path, "measures"), activity=activity.name)


@rule(
    "sec-basics",
    "security",
    "GDPR 32(1)(a), 32(1)(b), 32(1)(c)",
    severity=Severity.WARNING,
    nl=Words(
        "van de gewone beveiliging is niet van kracht: {missing}",
        "Neem de maatregel, zet zijn id bij “measures” van de activiteiten waarvoor hij geldt, en beschrijf hem onder "
        "“measures” met wie hem bewaakt en wanneer hij is getest.",
        "Bijna elk datalek begint bij iets gewoons dat er niet was: een kopie, een slot of een update.",
    ),
    en=Words(
        "of the usual security this is not in place: {missing}",
        "Take the measure, put its id in “measures” of the activities for which it holds, and describe it under "
        "“measures” with who looks after it and when it was tested.",
        "Nearly every breach starts with something ordinary that was not there: a copy, a lock or an update.",
    ),
)
def basics(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Access control, encryption of what is sent and of what is stored, backups, logging and updates are in place.

    A measure counts when an activity, the agreement with customers or “measures” names it. For stored data encrypted
    laptops are enough. A planned measure protects nothing yet.
    """
    in_place = {measure.id for measure in catalogue.measures_in_place()}
    missing = [catalogue.measure(basic[0]).name for basic in BASICS if in_place.isdisjoint(basic)]
    if missing and profile.activities:
        yield Problem(("measures",), missing=listed(missing), sought_in="measures")


@rule(
    "sec-plan-overdue",
    "security",
    "GDPR 32(1)",
    severity=Severity.WARNING,
    nl=Words(
        "“{measure}” moest er op {day} zijn en staat nog als gepland",
        "Is de maatregel er, haal dan “status: planned” en “planned_for” weg. Zet anders in “planned_for” een dag die "
        "u haalt.",
        "Een plan waarvan de dag voorbij is, beschermt niemand.",
    ),
    en=Words(
        "“{measure}” was to be in place by {day} and is still planned",
        "Is the measure there, then remove “status: planned” and “planned_for”. Otherwise put a day in “planned_for” "
        "that you can keep.",
        "A plan whose day has passed protects nobody.",
    ),
)
def plan_overdue(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """A planned measure is to be in place on a day that has not passed on the day for which the profile speaks."""
    for measure in catalogue.chosen_measures():
        day = measure.planned_for
        if day and profile.date and day < profile.date and not measure.in_place:
            path = (*profile.measures[measure.id].path, "planned_for")
            yield Problem(path, measure=measure.name, day=worded(date_words, day))


@rule(
    "sec-special-encryption",
    "security",
    "GDPR 32(1)(a), 32(2)",
    severity=Severity.WARNING,
    nl=Words(
        "“{activity}” gebruikt {data} zonder {missing}",
        "Noem de maatregelen in “measures” van de activiteit, bijvoorbeeld encryption_at_rest en multi_factor_login, "
        "en neem ze als ze er nog niet zijn.",
        "Misbruik van deze gegevens raakt mensen hard; een wachtwoord alleen houdt dat niet tegen.",
    ),
    en=Words(
        "“{activity}” uses {data} without {missing}",
        "Name the measures in “measures” of the activity, for example encryption_at_rest and multi_factor_login, and "
        "take them if they are not there yet.",
        "Misuse of these data hurts people badly; a password alone does not stop it.",
    ),
)
def unprotected(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Special, criminal and financial data and the citizen service number are encrypted and behind two-step login.

    It looks at what the activity names and what is in place. Any measure that serves Article 32(1)(a) is encryption,
    so that one of your own counts when its “article” says so.
    """
    for activity in profile.activities.values():
        data = list(_delicate(activity, catalogue))
        measures = [each for each in map(catalogue.measure, activity.measures) if each.in_place]
        missing = [] if any("GDPR 32(1)(a)" in each.article for each in measures) else [_ENCRYPTION]
        if not any(each.id == "multi_factor_login" for each in measures):
            missing.append(catalogue.measure("multi_factor_login").name)
        if data and measures and missing:
            path = (*activity.path, "measures")
            yield Problem(path, activity=activity.name, data=listed(data), missing=listed(missing))


def _delicate(activity: Activity, catalogue: Catalogue) -> Iterator[Text]:
    for category in map(catalogue.category, activity.categories):
        if category.kind in SENSITIVE_KINDS or "financial" in category.traits:
            yield category.name


_ENCRYPTION = Text(nl="versleuteling", en="encryption")


RULES = rules_in(globals())
