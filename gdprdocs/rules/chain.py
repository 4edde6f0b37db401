"""Rules on what goes down the chain of processors: which data, and whom the profile knows of (Art. 28(2)–(4))."""

from __future__ import annotations

from collections.abc import Iterator

from gdprdocs.diagnostic import FieldPath, Severity
from gdprdocs.duration import Duration
from gdprdocs.language import Text
from gdprdocs.profile import Agreement, Profile
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.rules.parties import called, links, processors_in_use
from gdprdocs.rules.promise import is_longer
from gdprdocs.rules.rule import Problem, Words, filled, listed, rule, rules_in, worded
from gdprdocs.wording import date_words, duration_words

_YEAR = Duration(years=1)


@rule(
    "sub-more-data",
    "sub-processor",
    "GDPR 28(3)(a), 28(4)",
    severity=Severity.WARNING,
    nl=Words(
        "“{sub}” krijgt {categories}, maar “{party}”, voor wie zij werkt, krijgt dat niet",
        "Haal deze gegevens weg bij de subverwerker, of voeg ze toe aan “data_categories” van de partij erboven.",
        "Wie gegevens doorgeeft, moet ze zelf mogen hebben; anders zijn het er meer dan u toestond.",
    ),
    en=Words(
        "“{sub}” receives {categories}, but “{party}”, for whom it works, does not",
        "Remove these data from the sub-processor, or add them to “data_categories” of the party above it.",
        "Whoever passes data on must be allowed to have them; otherwise they are more than you permitted.",
    ),
)
def more_data(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """No sub-processor handles a category that the party above it does not handle, at any depth.

    Nothing is said where the party above names no categories at all; that is another rule.
    """
    for processor, _ in processors_in_use(profile):
        for sub, above in links(processor):
            upper = above[-1]
            more = [name for name in sub.data_categories if name not in upper.data_categories]
            if more and upper.data_categories:
                yield Problem(
                    (*sub.path, "data_categories", more[0]),
                    sub=called(sub),
                    party=called(upper),
                    categories=listed(catalogue.category(name).name for name in more),
                )


@rule(
    "sub-objection-late",
    "sub-processor",
    "GDPR 28(2)",
    severity=Severity.WARNING,
    nl=Words(
        "“{party}” meldt een nieuwe subverwerker {notice} vooraf, maar geeft {objection} om bezwaar te maken",
        "Maak de termijn in “objection” niet langer dan die in “notice”.",
        "Anders werkt de nieuwe partij al met de gegevens terwijl u nog nee mag zeggen.",
    ),
    en=Words(
        "“{party}” reports a new sub-processor {notice} beforehand, but leaves {objection} to object",
        "Make the term in “objection” no longer than the one in “notice”.",
        "Otherwise the new party already works with the data while you are still allowed to say no.",
    ),
)
def objection_late(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """With a general permission the time to object ends before the new sub-processor starts, at every hop.

    So it does in what an organisation offers its own customers.
    """
    offered = profile.customer_agreement
    if offered and profile.activities_for_others:
        yield from _late_objection(profile.organisation.name, offered.agreement)
    for processor, _ in processors_in_use(profile):
        for party in (processor, *(link.sub for link in links(processor))):
            if party.agreement:
                yield from _late_objection(called(party), party.agreement)


def _late_objection(party: str, agreement: Agreement) -> Iterator[Problem]:
    agreed = agreement.sub_processing
    if agreed is None or agreed.authorisation != "general" or agreed.notice is None or agreed.objection is None:
        return
    if is_longer(agreed.objection, agreed.notice):
        yield Problem(
            (*agreed.path, "objection"),
            party=party,
            notice=worded(duration_words, agreed.notice),
            objection=worded(duration_words, agreed.objection),
        )


@rule(
    "sub-list-stale",
    "sub-processor",
    "GDPR 28(1), 28(2)",
    severity=Severity.ADVICE,
    nl=Words(
        "de subverwerkers van “{party}” zijn {when}",
        "Vraag de verwerker om een actuele lijst van subverwerkers, werk de keten bij en zet de datum in "
        "“list_checked” onder “sub_processing”.",
        "Ketens veranderen; uw documenten noemen anders partijen die er niet meer zijn, en andere niet.",
    ),
    en=Words(
        "the sub-processors of “{party}” were {when}",
        "Ask the processor for a current list of sub-processors, bring the chain up to date and put the date in "
        "“list_checked” under “sub_processing”.",
        "Chains change; otherwise your documents name parties that are gone, and leave others out.",
    ),
)
def list_stale(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """The list of sub-processors of a processor was compared within the year before the date of the profile."""
    for processor, _ in processors_in_use(profile):
        agreement = processor.agreement
        if agreement and processor.sub_processors:
            path: FieldPath = (*agreement.path, "sub_processing", "list_checked")
            checked = agreement.sub_processing.list_checked if agreement.sub_processing else None
            if checked is None:
                yield Problem(path, party=called(processor), when=_NEVER)
            elif profile.date and _YEAR.after(checked) < profile.date:
                yield Problem(path, party=called(processor), when=filled(_LAST, day=worded(date_words, checked)))


_NEVER = Text(nl="niet vergeleken met een actuele lijst", en="not compared with a current list")
_LAST = Text(
    nl="meer dan een jaar geleden vergeleken met een lijst: op {day}",
    en="compared with a list more than a year ago: on {day}",
)

RULES = rules_in(globals())
