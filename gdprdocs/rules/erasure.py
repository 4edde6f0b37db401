"""Rules on what the retention and requests protocol needs, once a profile begins it with ``deletion`` and ``handling``.

Without those two sections no protocol is made, and nothing of this is asked.
"""

from __future__ import annotations

from collections.abc import Iterator

from gdprdocs.diagnostic import FieldPath
from gdprdocs.language import Text
from gdprdocs.profile import Profile, Retention
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.rules.kept import category_name, has_protocol
from gdprdocs.rules.rule import Problem, Words, rule, rules_in


def _entries(profile: Profile) -> Iterator[tuple[str, Retention]]:
    """Every retention entry of the organisation's own purposes; as processor it follows its customers' periods."""
    for _, purpose in profile.own_purposes:
        yield from purpose.retention.items()


@rule(
    "ret-no-reason",
    "retention",
    "GDPR 5(2)",
    nl=Words(
        "voor de eigen bewaartermijn van “{category}” staat geen reden",
        "Zet in “because” waarom zo lang, in woorden die na “omdat” passen.",
        "Wie zelf een termijn kiest, moet kunnen laten zien waarom hij niet korter is.",
    ),
    en=Words(
        "no reason is given for the organisation's own retention period of “{category}”",
        "Say in “because” why that long, in words that fit after “because”.",
        "Whoever chooses a period must be able to show why it is not shorter.",
    ),
)
def no_reason(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """A period that no statute or guideline gives has a reason, where the protocol shows it."""
    for category, entry in _entries(profile):
        if has_protocol(profile) and entry.statutory is None and entry.because is None:
            yield Problem((*entry.path, "because"), category=category_name(catalogue, category))


@rule(
    "ret-no-end",
    "retention",
    "GDPR 5(1)(e)",
    nl=Words(
        "er staat niet wat er na de bewaartermijn met “{category}” gebeurt",
        "Zet in “then” wat er gebeurt: erase, anonymise, archive of return.",
        "Pas als vaststaat wat er gebeurt, kan iemand het uitvoeren.",
    ),
    en=Words(
        "it is not said what happens to “{category}” after the retention period",
        "Say in “then” what happens: erase, anonymise, archive or return.",
        "Only what has been decided can be carried out.",
    ),
)
def no_end(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Every term says what follows it, where the protocol shows it."""
    for category, entry in _entries(profile):
        if has_protocol(profile) and entry.then is None:
            yield Problem((*entry.path, "then"), category=category_name(catalogue, category))


@rule(
    "del-no-place",
    "retention",
    "GDPR 5(1)(e), 17",
    nl=Words(
        "van “{category}” staat nergens waar het bewaard wordt",
        "Noem het onder “deletion: systems” bij de plaats waar het staat, of bij de verwerker die het heeft.",
        "Wie niet weet waar gegevens staan, wist ze niet en vindt ze niet als iemand erom vraagt.",
    ),
    en=Words(
        "it is not said where “{category}” is kept",
        "Name it under “deletion: systems” with the place that holds it, or with the processor that has it.",
        "Whoever does not know where data are does not erase them, nor find them when somebody asks.",
    ),
)
def no_place(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Every category in use is in some place of the organisation or at a processor that the activities engage."""
    if not (has_protocol(profile) and profile.deletion):
        return
    placed = {name for place in profile.deletion.systems.values() for name in place.data_categories}
    engaged = {name for activity in profile.own_activities for name in activity.processors}
    placed |= {name for id_, each in profile.processors.items() if id_ in engaged for name in each.data_categories}
    used = dict.fromkeys(name for _, purpose in profile.own_purposes for name in purpose.data_categories)
    for name in used:
        if name not in placed:
            yield Problem(("deletion", "systems"), at_key=True, category=category_name(catalogue, name))


@rule(
    "del-no-right",
    "retention",
    "GDPR 5(1)(e), 32(1)(b)",
    nl=Words(
        "“{category}” wordt met de hand gewist, maar geen rol met het recht om te wissen heeft die gegevens",
        "Geef een rol onder “access_roles” deze gegevens en “delete” in “may”, of laat het systeem zelf wissen.",
        "Wie moet wissen en er niet bij mag, wist niet, of heeft rechten die nergens staan.",
    ),
    en=Words(
        "“{category}” is erased by hand, but no role that is allowed to erase has these data",
        "Give a role in “access_roles” these data and “delete” in “may”, or let the system erase of itself.",
        "Whoever has to erase without access does not erase, or has rights that are stated nowhere.",
    ),
)
def no_right(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """What is erased by hand is with a role that is allowed to erase, where the profile has roles."""
    if not (has_protocol(profile) and profile.deletion and profile.access_roles):
        return
    erasable = {n for role in profile.access_roles.values() if "delete" in role.may for n in role.data_categories}
    for place in profile.deletion.systems.values():
        for number, name in enumerate(place.data_categories):
            if not place.automatic and name not in erasable:
                yield Problem((*place.path, "data_categories", number), category=category_name(catalogue, name))


@rule(
    "protocol-incomplete",
    "retention",
    "GDPR 5(2), 12(3), 24",
    nl=Words(
        "voor het bewaar- en verzoekenprotocol ontbreekt: {what}",
        "Vul het gegeven in.",
        "Een protocol waarin een stap ontbreekt, kan niemand uitvoeren.",
    ),
    en=Words(
        "the retention and requests protocol lacks: {what}",
        "Fill in the fact.",
        "Nobody is able to carry out a protocol that lacks a step.",
    ),
)
def incomplete(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """What the protocol says of requests, of anonymous and archived data and of processors is there."""
    if has_protocol(profile):
        for path, what in (*_of_requests(profile, catalogue), *_of_erasing(profile), *_of_processors(profile)):
            yield Problem(path, what=what)


def _of_requests(profile: Profile, catalogue: Catalogue) -> Iterator[tuple[FieldPath, Text]]:
    requests = profile.requests
    if not requests or not requests.handling:
        return
    if requests.decides is None:
        yield (*requests.path, "decides"), Text(nl="wie over verzoeken beslist", en="who decides on requests")
    if requests.identity_check is None:
        words = Text(nl="hoe u nagaat wie vraagt", en="how you check who asks")
        yield (*requests.path, "identity_check"), words
    if requests.representatives is None:
        words = Text(nl="wie namens een ander vraagt", en="who asks on behalf of another")
        yield (*requests.path, "representatives"), words
    without_names = any(catalogue.without_names(activity.categories) for activity in profile.own_activities)
    if requests.handling.unlinkable is None and without_names:
        words = Text(nl="wat u doet met gegevens zonder naam", en="what you do with data without a name")
        yield (*requests.handling.path, "unlinkable"), words


def _of_erasing(profile: Profile) -> Iterator[tuple[FieldPath, Text]]:
    deletion = profile.deletion
    if not deletion:
        return
    then = {entry.then for _, entry in _entries(profile)}
    if "anonymise" in then and deletion.anonymised is None:
        words = Text(
            nl="waarom anonieme gegevens niet te herleiden zijn", en="why anonymous data cannot be traced back"
        )
        yield (*deletion.path, "anonymised"), words
    if "archive" in then and deletion.archived is None:
        words = Text(nl="doel en waarborgen van het archief", en="the aim and safeguards of the archive")
        yield (*deletion.path, "archived"), words


def _of_processors(profile: Profile) -> Iterator[tuple[FieldPath, Text]]:
    for processor in profile.processors.values():
        own = [activity for activity in profile.activities_with(processor.id) if activity.is_own]
        at_end = processor.agreement.at_end if processor.agreement else None
        if own and processor.agreement and at_end and at_end.backups_within is None:
            words = Text(
                nl="na hoeveel tijd de verwerker uit back-ups wist", en="after how long the processor erases backups"
            )
            yield (*processor.agreement.path, "at_end", "backups_within"), words


RULES = rules_in(globals())
