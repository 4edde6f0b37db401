"""Findings that an organisation accepts: which are left as they are, and what is wrong with an acceptance.

An acceptance names a rule, and a place where it is about one: what lies below that place is accepted with it. It says
why and since when, and it may end. Nothing reads a clock here: an acceptance holds up to and including its last day,
compared with the date of the profile.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from gdprdocs.diagnostic import Acceptance, Diagnostic, FieldPath, Severity, undotted
from gdprdocs.profile import Profile
from gdprdocs.profile.acceptance import Accepted
from gdprdocs.rules.rule import Problem, Rule, Words, rules_in, stated
from gdprdocs.schema.message import nearest

UNKNOWN = stated(
    "accepted-unknown",
    "acceptance",
    nl=Words(
        "de regel “{rule}” bestaat niet",
        "Neem de naam over die tussen haken achter de bevinding staat.",
        "Wie later leest wat u aanvaardde, moet kunnen nagaan wat dat was.",
    ),
    en=Words(
        "there is no rule “{rule}”",
        "Copy the name that stands in brackets behind the finding.",
        "Whoever reads later what you accepted has to be able to see what that was.",
    ),
)

ERROR = stated(
    "accepted-error",
    "acceptance",
    nl=Words(
        "“{rule}” is een fout, en een fout kunt u niet aanvaarden",
        "Herstel wat de regel vindt, en haal dit hier weg.",
        "Een fout maakt een document onrechtmatig of onwaar. Een reden verandert dat niet.",
    ),
    en=Words(
        "“{rule}” is an error, and an error cannot be accepted",
        "Mend what the rule finds, and remove this.",
        "An error makes a document unlawful or false. A reason does not change that.",
    ),
)

AHEAD = stated(
    "accepted-ahead",
    "acceptance",
    nl=Words(
        "aanvaard op {on}, en dat is later dan de laatste datum van het profiel ({day})",
        "Schrijf de dag waarop u besloot. Was dat na de laatste datum? Geef het profiel dan die dag bij “reviewed”.",
        "Een beslissing van na het profiel kan niet over dit profiel gaan.",
    ),
    en=Words(
        "accepted on {on}, which is later than the last date of the profile ({day})",
        "Write the day on which you decided. Was that after the last date? Give the profile that day as “reviewed”.",
        "A decision from after the profile cannot be about this profile.",
    ),
)

EXPIRED = stated(
    "accepted-expired",
    "acceptance",
    nl=Words(
        "“{rule}” was aanvaard tot en met {until}",
        "Kijk er opnieuw naar. Geldt de reden nog, schrijf dan een nieuwe datum. Haal dit anders weg.",
        "Na die dag heeft niemand de reden nog beoordeeld. De bevinding telt daarom weer mee.",
    ),
    en=Words(
        "“{rule}” was accepted up to and including {until}",
        "Look at it again. If the reason still holds, write a new date. Otherwise remove this.",
        "After that day nobody has judged the reason. So the finding counts again.",
    ),
    severity=Severity.WARNING,
)

UNUSED = stated(
    "accepted-unused",
    "acceptance",
    nl=Words(
        "“{rule}” vindt hier niets om te aanvaarden",
        "Haal dit weg. Of verbeter “at”: gdprdocs validate -v noemt de plaats van elke bevinding.",
        "Wat nu niets aanvaardt, verbergt later een nieuwe bevinding met een oude reden.",
    ),
    en=Words(
        "“{rule}” finds nothing here to accept",
        "Remove this. Or correct “at”: gdprdocs validate -v names the place of every finding.",
        "What accepts nothing now hides a new finding later, with an old reason.",
    ),
    severity=Severity.WARNING,
)

RULES = rules_in(globals())


class Settled(NamedTuple):
    """What is left to deal with, what is accepted, and what is wrong with the acceptances themselves."""

    left: list[Diagnostic]
    accepted: list[Diagnostic]
    faults: list[tuple[Rule, Problem]]


def settle(profile: Profile, found: Iterable[Diagnostic], rules: Mapping[str, Rule]) -> Settled:
    """Part ``found`` into what the organisation accepts and what it does not; ``rules`` are those that there are.

    Of an acceptance that accepts nothing nothing is said as long as there are errors: they may hide the finding.
    """
    found = list(found)
    refused = {diagnostic.path[:2] for diagnostic in found}  # an entry that lost its place would accept everywhere
    entries = [entry for entry in profile.accepted if entry.path not in refused]
    faults = {entry.path: list(_faults(entry, profile, rules)) for entry in entries}
    unused = {entry.path: entry for entry in entries if not faults[entry.path]}
    holding: dict[str, list[tuple[FieldPath, Accepted]]] = {}
    for entry in unused.values():
        place = undotted(entry.at) if entry.at else ()
        if place is not None:
            holding.setdefault(entry.rule, []).append((place, entry))
    left, accepted = [], []
    for diagnostic in found:
        about = holding.get(diagnostic.rule, ())
        covering = [entry for place, entry in about if diagnostic.path[: len(place)] == place]
        for entry in covering:
            unused.pop(entry.path, None)
        if covering:
            why = Acceptance(covering[0].because, covering[0].on, covering[0].until)
            accepted.append(replace(diagnostic, accepted=why))
        else:
            left.append(diagnostic)
    if not any(diagnostic.severity is Severity.ERROR for diagnostic in left):
        for entry in unused.values():
            faults[entry.path].append((UNUSED, Problem((*entry.path, "rule"), rule=entry.rule)))
    return Settled(left, accepted, [fault for each in faults.values() for fault in each])


def _faults(entry: Accepted, profile: Profile, rules: Mapping[str, Rule]) -> Iterator[tuple[Rule, Problem]]:
    publication = profile.publication
    days = [day for day in (publication.effective, publication.reviewed) if day]
    if entry.rule not in rules:
        yield UNKNOWN, Problem((*entry.path, "rule"), rule=entry.rule, remedy=nearest(entry.rule, rules))
    elif rules[entry.rule].severity is Severity.ERROR:
        yield ERROR, Problem((*entry.path, "rule"), rule=entry.rule)
    if entry.on and days and entry.on > max(days):
        yield AHEAD, Problem((*entry.path, "on"), on=entry.on.isoformat(), day=max(days).isoformat())
    if entry.until and profile.date and entry.until < profile.date:
        yield EXPIRED, Problem((*entry.path, "until"), rule=entry.rule, until=entry.until.isoformat())
