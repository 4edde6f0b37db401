"""Rules on what people are told about their rights."""

from __future__ import annotations

from collections.abc import Iterator

from gdprdocs.profile import Profile
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.rules.rule import Problem, Words, rule, rules_in


@rule(
    "rights-complaint",
    "rights",
    "GDPR 13(2)(d), 77",
    nl=Words(
        "de organisatie noemt geen toezichthouder",
        "Vul “supervisory_authority” in, bijvoorbeeld nl_ap voor de Autoriteit Persoonsgegevens.",
        "Mensen moeten weten bij wie zij een klacht kunnen indienen.",
    ),
    en=Words(
        "the organisation names no supervisory authority",
        "Fill in “supervisory_authority”, for example nl_ap for the Dutch Data Protection Authority.",
        "People must know to whom they can complain.",
    ),
)
def complaint(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """An organisation with activities of its own names the authority with which people can lodge a complaint."""
    if profile.own_activities and profile.organisation.supervisory_authority is None:
        yield Problem(("organisation", "supervisory_authority"))


RULES = rules_in(globals())
