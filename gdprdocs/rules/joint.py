"""Rules on joint control: whoever decides together agrees who does what, and says so (Art. 26)."""

from __future__ import annotations

from collections.abc import Iterator

from gdprdocs.diagnostic import Severity
from gdprdocs.language import Text
from gdprdocs.profile import Activity, JointController, Profile
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.rules.rule import Problem, Words, filled, listed, rule, rules_in


def _under_joint_control(profile: Profile) -> list[Activity]:
    return [activity for activity in profile.activities.values() if activity.role == "joint_controller"]


def _named(profile: Profile) -> Iterator[JointController]:
    """The joint controllers that an activity under joint control names, each once."""
    named = {party for activity in _under_joint_control(profile) for party in activity.joint_controllers}
    return (party for party in profile.joint_controllers.values() if party.id in named)


@rule(
    "org-joint-arrangement",
    "organisation",
    "GDPR 26(1), 26(2)",
    nl=Words(
        "bij de afspraken {whom} ontbreekt: {missing}",
        "Noem de andere partij in “joint_controllers” en zet daar onder “arrangement” de datum, het contactpunt en "
        "de kern van de afspraken.",
        "Wie samen beslist, legt vast wie wat doet voor de rechten van mensen en vertelt hun de kern daarvan.",
    ),
    en=Words(
        "missing from the arrangement {whom}: {missing}",
        "Name the other party in “joint_controllers” and give the date, the contact point and the essence of the "
        "arrangement there, under “arrangement”.",
        "Those who decide together record who does what for people's rights, and tell them the essence of it.",
    ),
)
def joint_arrangement(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """An activity under joint control names the other party, and the arrangement with that party is whole.

    An arrangement is whole when it has a date, a contact point and its essence.
    """
    for activity in _under_joint_control(profile):
        if not activity.joint_controllers:
            whom = filled(Text(nl="voor “{name}”", en="for “{name}”"), name=activity.name)
            yield Problem((*activity.path, "joint_controllers"), whom=whom, missing=listed(["joint_controllers"]))
    for party in _named(profile):
        missing = _missing_from_arrangement(party)
        if missing:
            whom = filled(Text(nl="met “{name}”", en="with “{name}”"), name=party.name)
            yield Problem((*party.path, "arrangement"), whom=whom, missing=listed(missing))


def _missing_from_arrangement(party: JointController) -> list[str]:
    arrangement = party.arrangement
    if arrangement is None:
        return ["arrangement"]
    facts = {"date": arrangement.date, "contact_point": arrangement.contact_point, "essence": arrangement.essence}
    return [key for key, fact in facts.items() if fact is None]


@rule(
    "org-joint-duties",
    "organisation",
    "GDPR 26(1)",
    severity=Severity.WARNING,
    nl=Words(
        "de afspraken met “{party}” zeggen niet wie wat doet; er ontbreekt: {missing}",
        "Schrijf onder “arrangement” in “informs” wie mensen informeert, en in “answers_requests” wie hun verzoeken "
        "beantwoordt.",
        "Als twee partijen naar elkaar wijzen, krijgt iemand van geen van beide antwoord.",
    ),
    en=Words(
        "the arrangement with “{party}” does not say who does what; missing: {missing}",
        "Put under “arrangement” in “informs” who informs people, and in “answers_requests” who answers requests.",
        "Where two parties point at each other, people get an answer from neither.",
    ),
)
def duties(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """An arrangement between joint controllers says who informs people and who answers their requests."""
    for party in _named(profile):
        if party.arrangement:
            missing = [key for key in ("informs", "answers_requests") if getattr(party.arrangement, key) is None]
            if missing:
                yield Problem((*party.arrangement.path, missing[0]), party=party.name, missing=listed(missing))


@rule(
    "org-joint-contact",
    "organisation",
    "GDPR 30(1)(a)",
    severity=Severity.WARNING,
    nl=Words(
        "“{party}” beslist met u mee, maar is niet te bereiken: er is geen adres, e-mailadres of telefoonnummer",
        "Vul bij deze partij onder “joint_controllers” een “address” of “contact” in.",
        "Mensen mogen hun rechten bij elk van de partijen gebruiken, en het register zegt hoe die te bereiken zijn.",
    ),
    en=Words(
        "“{party}” decides together with you, but cannot be reached: no address, e-mail address or phone number",
        "Fill in “address” or “contact” of this party under “joint_controllers”.",
        "People are free to use their rights with either party, and the register says how both are reached.",
    ),
)
def contact(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """A joint controller has an address, an e-mail address or a phone number."""
    for party in _named(profile):
        if party.address is None and not (party.contact and party.contact.is_reachable):
            yield Problem((*party.path, "contact"), party=party.name)


RULES = rules_in(globals())
