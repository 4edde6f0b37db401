"""Rules on security (Art. 32)."""

from __future__ import annotations

from collections.abc import Iterator

from gdprdocs.profile import Profile
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.rules.rule import Problem, Words, rule, rules_in


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


RULES = rules_in(globals())
