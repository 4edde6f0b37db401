"""Rules on binding corporate rules (Art. 47): that they were approved, and are of the kind that fits the roles."""

from __future__ import annotations

from collections.abc import Iterator

from gdprdocs.diagnostic import Severity
from gdprdocs.language import Text
from gdprdocs.profile import Activity, Party, Processor, Profile, Recipient, SubProcessor
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.rules.mechanism import GROUP_RULES
from gdprdocs.rules.parties import called, parties_in_use
from gdprdocs.rules.rule import Problem, Words, listed, rule, rules_in

_OF_GROUP_RULES = ("approved_by", "approved", "rules_for", "assessed")


@rule(
    "transfer-bcr-unapproved",
    "transfer",
    "GDPR 46(2)(b), 47(1)",
    nl=Words(
        "van de bindende bedrijfsvoorschriften voor “{party}” ontbreekt: {missing}",
        "Zet in “approved_by” welke toezichthouder ze goedkeurde, in “approved” wanneer, in “rules_for” of zij voor "
        "verwerkers of voor verwerkingsverantwoordelijken zijn, en in “assessed” wanneer het recht van het ontvangende "
        "land is beoordeeld. Zijn ze niet goedgekeurd, kies dan een andere grond.",
        "Alleen goedgekeurde voorschriften zijn een grond voor doorgifte, en alleen als het recht daar de naleving "
        "niet verhindert.",
    ),
    en=Words(
        "missing about the binding corporate rules for “{party}”: {missing}",
        "Put in “approved_by” which supervisory authority approved them, in “approved” when, in “rules_for” whether "
        "they are for processors or for controllers, and in “assessed” when the law of the receiving country was "
        "assessed. If they were not approved, choose another ground.",
        "Only approved rules are a ground for a transfer, and only if the law there does not prevent compliance.",
    ),
)
def group_rules_unapproved(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """A transfer that rests on binding corporate rules names the authority that approved them, and the day.

    It says what kind of rules they are, and was assessed as any transfer on a safeguard of Art. 46 (CJEU C-311/18).
    """
    for party, _ in parties_in_use(profile):
        for transfer in party.transfers:
            missing = [key for key in _OF_GROUP_RULES if getattr(transfer, key) is None]
            if transfer.mechanism == GROUP_RULES and missing:
                yield Problem((*transfer.path, missing[0]), party=called(party), missing=listed(missing))


@rule(
    "transfer-bcr-kind",
    "transfer",
    "GDPR 46(2)(b), 47",
    severity=Severity.WARNING,
    nl=Words(
        "bij de rol van “{party}” passen bindende bedrijfsvoorschriften voor {fitting}, niet die voor {stated}",
        "Kijk in het besluit van de toezichthouder voor wie de voorschriften zijn, en verbeter “rules_for”. Passen zij "
        "niet bij de rol, kies dan een andere grond, zoals standard_contractual_clauses.",
        "Voorschriften voor verwerkers gelden voor gegevens van klanten buiten de groep; die voor "
        "verwerkingsverantwoordelijken voor de eigen gegevens van de groep. Wie de verkeerde kiest, heeft geen grond.",
    ),
    en=Words(
        "binding corporate rules for {fitting} fit the role of “{party}”, not those for {stated}",
        "See in the decision of the authority whom the rules are for, and correct “rules_for”. If they do not fit the "
        "role, choose another ground, such as standard_contractual_clauses.",
        "Rules for processors hold for data of customers outside the group; those for controllers for the group’s own "
        "data. Whoever takes the wrong ones has no ground.",
    ),
)
def group_rules_kind(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Binding corporate rules are of the kind that fits the role of the party.

    For a recipient, which decides itself, those for controllers; for a sub-processor, and for a processor of what the
    organisation only does for its customers, those for processors. A processor of the organisation’s own data has
    either: those for controllers where it belongs to the same group, those for processors where it does not.
    """
    for party, activities in parties_in_use(profile):
        fitting = _fitting_kind(party, activities)
        for transfer in party.transfers:
            if transfer.mechanism == GROUP_RULES and fitting and transfer.rules_for not in (None, fitting):
                yield Problem(
                    (*transfer.path, "rules_for"),
                    party=called(party),
                    stated=_KINDS[transfer.rules_for or fitting],
                    fitting=_KINDS[fitting],
                )


def _fitting_kind(party: Party, activities: tuple[Activity, ...]) -> str | None:
    for_customers = isinstance(party, Processor) and not any(activity.is_own for activity in activities)
    if for_customers or isinstance(party, SubProcessor):
        return "processors"
    return "controllers" if isinstance(party, Recipient) else None


_KINDS = {
    "processors": Text(nl="verwerkers", en="processors"),
    "controllers": Text(nl="verwerkingsverantwoordelijken", en="controllers"),
}


RULES = rules_in(globals())
