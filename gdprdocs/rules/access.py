"""Rules on who has access to which data, and whether that is reviewed (Arts. 5(1)(f), 25(2), 29, 32)."""

from __future__ import annotations

from collections.abc import Iterator

from gdprdocs.diagnostic import Severity
from gdprdocs.language import LANGUAGES, Language, Text
from gdprdocs.law import law
from gdprdocs.profile import AccessRole, Profile
from gdprdocs.profile.catalogue import SENSITIVE_KINDS, Catalogue
from gdprdocs.rules.rule import Problem, Words, filled, listed, rule, rules_in, worded
from gdprdocs.wording import date_words


@rule(
    "acc-unstated",
    "security",
    "GDPR 5(1)(f), 32(1)(b)",
    severity=Severity.WARNING,
    nl=Words(
        "bij “{activity}” staat niet welke rollen erbij mogen",
        "Noem in “access” de rollen die deze gegevens nodig hebben. Mag niemand erbij, schrijf dan “access: []”.",
        "Wie niet opschrijft wie erbij mag, ziet ook niet wie er ten onrechte bij kan.",
    ),
    en=Words(
        "it is not stated which roles have access to “{activity}”",
        "Name in “access” the roles that need these data. If nobody has access, write “access: []”.",
        "Whoever does not write down who has access does not see either who has it wrongly.",
    ),
)
def unstated(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Where the profile has roles or describes access, every activity says which roles have access."""
    if profile.access_roles or profile.access:
        for activity in profile.activities.values():
            if "access" not in activity.stated:
                yield Problem((*activity.path, "access"), activity=activity.name)


@rule(
    "acc-none",
    "security",
    "GDPR 5(1)(f), 32(1)(b)",
    severity=Severity.WARNING,
    nl=Words(
        "bij “{activity}” hoort “{category}”, maar geen rol heeft die gegevens",
        "Noem ze in “data_categories” van de rol die ermee werkt. Werkt er niemand mee, haal ze dan weg bij het doel.",
        "Wat u gebruikt, ziet iemand. Zolang niet vastligt wie, bewaakt niemand het.",
    ),
    en=Words(
        "“{activity}” uses “{category}”, but no role has those data",
        "Name them in “data_categories” of the role that works with them. If nobody does, remove them there.",
        "What you use somebody sees. As long as it is not laid down who, nobody guards it.",
    ),
)
def nobody(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Where there are roles, every data category that an activity uses belongs to one of them.

    It is silent on an activity that does not name its roles (another rule asks for them) or says that nobody has
    access, and on data that a processor of the activity has: then it is the processor's staff who work with them.
    """
    left = set(profile.untouched) if profile.access_roles else set()
    for activity in profile.activities.values():
        handled = {n for processor in profile.processors_of([activity]) for n in processor.data_categories}
        for name in activity.categories if activity.access else ():
            if name in left and name not in handled:
                left.remove(name)
                category = catalogue.category(name).name
                yield Problem((*activity.path, "access"), activity=activity.name, category=category)


@rule(
    "acc-no-purpose",
    "security",
    "GDPR 5(1)(b), 25(2)",
    severity=Severity.WARNING,
    nl=Words(
        "geen activiteit noemt de rol “{role}”",
        "Noem de rol in “access” van de activiteit waarvoor zij werkt, of haal de rol weg.",
        "Een rol zonder taak is een sleutel die niemand nodig heeft.",
    ),
    en=Words(
        "no activity names the role “{role}”",
        "Name the role in “access” of the activity for which it works, or remove the role.",
        "A role without a task is a key that nobody needs.",
    ),
)
def no_purpose(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Every role works for an activity, unless “because” says why it is there.

    Where the profile describes access, a role with data that no activity names is an error of its own.
    """
    named = {name for activity in profile.activities.values() for name in activity.access}
    for role in profile.access_roles.values():
        said_already = profile.access is not None and role.data_categories
        if role.id not in named and role.because is None and not said_already:
            yield Problem(role.path, at_key=True, role=role.name)


@rule(
    "acc-special",
    "security",
    "GDPR 9(3), 32(4), UAVG 30, 46",
    severity=Severity.WARNING,
    nl=Words(
        "de rol “{role}” mag bij {data}, en nergens staat wat haar tot geheimhouding verplicht",
        "Zeg bij de rol in “secrecy” waar de geheimhouding vastligt, of voor iedereen in “access.secrecy”. De "
        "maatregel confidentiality_agreement zegt het ook.",
        "Wie gevoelige gegevens ziet, zwijgt erover: een wet, een beroepscode of een overeenkomst legt dat vast.",
    ),
    en=Words(
        "the role “{role}” has access to {data}, and nowhere is it stated what binds it to secrecy",
        "Say at the role in “secrecy” where that is laid down, or for everybody in “access.secrecy”. The measure "
        "confidentiality_agreement says it too.",
        "Whoever sees sensitive data keeps silent: a statute, a professional code or a contract lays that down.",
    ),
)
def no_secrecy(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """A role with special or criminal data or a national number is bound to secrecy: by itself, or as everybody is."""
    everybody = any(measure.id == "confidentiality_agreement" for measure in catalogue.measures_in_place())
    if profile.access or everybody:
        return
    for role in profile.access_roles.values():
        categories = [catalogue.category(name) for name in role.data_categories]
        sensitive = [category.name for category in categories if category.kind in SENSITIVE_KINDS]
        if sensitive and role.secrecy is None:
            yield Problem((*role.path, "secrecy"), role=role.name, data=listed(sensitive))


@rule(
    "acc-everyone",
    "security",
    "GDPR 25(2), 32(1)(b)",
    nl=Words(
        "de rol “{role}” is iedereen, en heeft {data}",
        "Geef de gegevens aan de rollen die ze nodig hebben. Heeft iedereen ze nodig, zeg dan in “because” waarom.",
        "Gegevens staan standaard niet open. Wie ze voor zijn werk niet nodig heeft, komt er niet bij.",
    ),
    en=Words(
        "the role “{role}” is everybody, and has {data}",
        "Give the data to the roles that need them. If really everybody does, say why in “because”.",
        "Data are not open by default. Whoever does not need them for the work has no access.",
    ),
)
def everyone(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """No role with data is called “everybody” or the like, unless “because” says why everybody needs them.

    The names stand in ``gdprdocs/law/role_names.yaml``; a name with anything behind it is the name of fewer people.
    """
    names = law().role_names["everybody"].words
    for role in profile.access_roles.values():
        is_everybody = any(_called(role, language) in names[language] for language in LANGUAGES)
        if is_everybody and role.data_categories and role.because is None:
            data = listed(catalogue.category(name).name for name in role.data_categories)
            yield Problem((*role.path, "name"), role=role.name, data=data)


def _called(role: AccessRole, language: Language) -> str:
    return role.name.in_(language).casefold().strip(" .")


@rule(
    "acc-review",
    "security",
    "GDPR 32(1)(d)",
    severity=Severity.WARNING,
    nl=Words(
        "van de rol “{role}” {fault}",
        "Kijk na of iedereen in deze rol de rechten nog nodig heeft, zet de dag in “reviewed”, en in “review_every” "
        "hoe vaak u dat doet.",
        "Rechten groeien vanzelf en krimpen alleen als iemand kijkt.",
    ),
    en=Words(
        "of the role “{role}” {fault}",
        "Check whether everybody in this role still needs the rights, put the day in “reviewed”, and in “review_every” "
        "how often you do so.",
        "Rights grow by themselves and shrink only when somebody looks.",
    ),
)
def review(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """The rights of every role were reviewed, and the next review is not late on the day for which the profile speaks.

    Where the profile describes access, a role without a review is an error of its own.
    """
    for role in profile.access_roles.values():
        due = role.review(profile.date)
        if due.next and due.is_overdue:
            fault = filled(_LATE, day=worded(date_words, due.next))
            yield Problem((*role.path, "reviewed"), role=role.name, fault=fault)
        elif due.next is None and not profile.access:
            absent = "review_every" if due.last else "reviewed"
            yield Problem((*role.path, absent), role=role.name, fault=_NO_INTERVAL if due.last else _NEVER)


_LATE = Text(
    nl="moesten de rechten uiterlijk op {day} weer worden nagekeken", en="the rights were due for review by {day}"
)
_NEVER = Text(nl="staat niet wanneer de rechten zijn nagekeken", en="it is not stated when the rights were reviewed")
_NO_INTERVAL = Text(
    nl="staat niet hoe vaak de rechten worden nagekeken", en="it is not stated how often the rights are reviewed"
)


@rule(
    "acc-external",
    "security",
    "GDPR 28(3), 30(1)(d)",
    severity=Severity.WARNING,
    nl=Words(
        "“{party}” is van buiten en mag bij gegevens, maar geen activiteit noemt een verwerker of ontvanger die dat is",
        "Beschrijf de partij onder “processors” als zij in uw opdracht werkt, of onder “recipients” als zij zelf "
        "beslist, en noem haar bij de activiteit.",
        "Wie van buiten bij gegevens komt, krijgt ze. Mensen lezen wie dat zijn, en met een verwerker is er een "
        "overeenkomst.",
    ),
    en=Words(
        "“{party}” is from outside and has access to data, but no activity names a processor or recipient that it is",
        "Describe the party under “processors” if it works on your instructions, or under “recipients” if it decides "
        "itself, and name it at the activity.",
        "Whoever gets to data from outside receives them. People read who they are, and with a processor there is an "
        "agreement.",
    ),
)
def outsider(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Whoever looks at data from outside is named by the activities whose data they are.

    Two are looked at: a recipient that looks in a system itself, which an activity must name; and a role with the name
    of another firm (``gdprdocs/law/role_names.yaml``), for which each of its activities names a processor or recipient.
    """
    named = {name for activity in profile.activities.values() for name in activity.recipients}
    for recipient in profile.recipients.values():
        if recipient.looks_in and recipient.id not in named:
            yield Problem((*recipient.path, "looks_in"), party=recipient.name)
    for role in profile.access_roles.values():
        nobody_named = (not (each.processors or each.recipients) for each in profile.activities_of(role.id))
        if _is_firm(role) and any(nobody_named):
            yield Problem((*role.path, "name"), party=role.name)


def _is_firm(role: AccessRole) -> bool:
    names = law().role_names["outsider"].words
    return any(
        f"{_called(role, language)} ".startswith(tuple(f"{name} " for name in names[language]))
        for language in LANGUAGES
    )


RULES = rules_in(globals())
