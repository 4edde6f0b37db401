"""Rules on telling people about their data: in time, and in words that they understand (Arts. 12(1), 14)."""

from __future__ import annotations

from collections.abc import Iterator

from gdprdocs.diagnostic import FieldPath, Severity
from gdprdocs.language import Text
from gdprdocs.profile import Activity, Origin, Profile
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.profile.protection import ONE_MONTH
from gdprdocs.rules.rule import Problem, Words, filled, rule, rules_in, worded
from gdprdocs.rules.subject import is_about_staff, subjects_of
from gdprdocs.wording import duration_words

_LONGEST_MONTH = 31


@rule(
    "source-inform-moment",
    "data",
    "GDPR 14(3), 14(5)",
    severity=Severity.WARNING,
    nl=Words(
        "mensen van wie u gegevens krijgt van “{source}”, bij “{activity}”: {what}",
        "Zet bij deze bron in “informed_by” hoe en wanneer u mensen inlicht, uiterlijk binnen een maand. Hoeft dat "
        "niet, zet dan in “exception” waarom, met de uitleg in “because”.",
        "Wie niet weet dat u gegevens over hem hebt, kan er niets van vinden en niets aan doen.",
    ),
    en=Words(
        "people whose data you get from “{source}”, in “{activity}”: {what}",
        "Write at this source in “informed_by” how and when you tell people, at most within a month. If that is not "
        "needed, put the reason in “exception”, with the explanation in “because”.",
        "Somebody who does not know that you have their data has no opinion of it and cannot do anything about it.",
    ),
)
def source_told(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Data from another source come with how people are told within a month, or with an exception of Art. 14(5).

    How is enough: without a period the statement promises the month of the law. What the organisation records itself
    comes from the person (Art. 13).
    """
    for activity in profile.own_activities:
        for origin in activity.sources if activity.purposes else ():
            lack = _not_told(origin)
            if lack:
                key, what = lack
                name, _ = catalogue.source(origin.party or "")
                yield Problem((*origin.path, key), activity=activity.name, source=name, what=what)


def _not_told(origin: Origin) -> tuple[str, Text] | None:
    if not origin.is_elsewhere or origin.exception:
        return None
    within = origin.informed_within
    if within is None:
        return None if origin.informed_by else ("informed_by", _NOT_STATED)
    if within.days > max(ONE_MONTH.days, _LONGEST_MONTH):
        return "informed_within", filled(_LATE, within=worded(duration_words, within))
    return None


_NOT_STATED = Text(nl="er staat niet hoe en wanneer zij dat horen", en="it does not say how and when they hear of it")
_LATE = Text(
    nl="zij horen het binnen {within}, en de wet geeft hoogstens een maand",
    en="they hear of it within {within}, and the law gives a month at most",
)


@rule(
    "children-flag",
    "data",
    "GDPR 12(1)",
    severity=Severity.WARNING,
    nl=Words(
        "“{activity}” gaat over kinderen ({children}), maar er staat niet {what}",
        "Schrijf in “for_children” van de activiteit in een paar zinnen wat u met de gegevens doet en waarom, zoals u "
        "het een kind vertelt, en in “for_children” onder “requests” hoe een kind iets vraagt.",
        "Ook een kind heeft er recht op te begrijpen wat er met zijn gegevens gebeurt.",
    ),
    en=Words(
        "“{activity}” is about children ({children}), but does not say {what}",
        "Write in “for_children” of the activity, in a few sentences, what you do with the data and why, as you would "
        "tell a child, and in “for_children” under “requests” how a child asks for something.",
        "A child too has the right to understand what happens with its data.",
    ),
)
def children_told(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Every activity that concerns children has an explanation for them, and so has asking a question.

    Not the children of staff: what an employer has of them comes from the parent, who is told.
    """
    concerned = []
    for activity in profile.own_activities:
        children = [subject.name for subject in subjects_of(activity, catalogue) if subject.children]
        if children and not is_about_staff(activity, catalogue):
            concerned.append((activity, children))
    unexplained = [(activity, children) for activity, children in concerned if activity.for_children is None]
    for activity, children in unexplained:
        yield _untold((*activity.path, "for_children"), activity, children, _NO_EXPLANATION)
    if concerned and not unexplained and not (profile.requests and profile.requests.for_children):
        yield _untold(("requests", "for_children"), *concerned[0], _NO_WAY_TO_ASK)


def _untold(path: FieldPath, activity: Activity, children: list[Text], what: Text) -> Problem:
    named = worded(lambda names, language: ", ".join(name.in_(language) for name in names), children)
    return Problem(path, activity=activity.name, children=named, what=what)


_NO_EXPLANATION = Text(
    nl="in woorden voor hen wat er met hun gegevens gebeurt", en="in words for them what happens with their data"
)
_NO_WAY_TO_ASK = Text(nl="in woorden voor hen hoe zij iets vragen", en="in words for them how they ask for something")

RULES = rules_in(globals())
