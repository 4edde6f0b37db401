"""Whether the legal facts of the program are recent enough for the day for which the profile speaks."""

from __future__ import annotations

from collections.abc import Iterator

from gdprdocs.diagnostic import Severity
from gdprdocs.duration import Duration
from gdprdocs.law import law
from gdprdocs.profile import Profile
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.rules.rule import Problem, Words, rule, rules_in, worded
from gdprdocs.wording import date_words

_YEAR = Duration(years=1)


@rule(
    "legal-data-old",
    "organisation",
    "GDPR 5(2), 24(1)",
    severity=Severity.ADVICE,
    nl=Words(
        "de wettelijke gegevens in deze versie van het programma zijn nagekeken op {checked}, meer dan een jaar voor "
        "{day}",
        "Stap over op een nieuwere versie van gdprdocs en controleer opnieuw. Is die er niet, ga dan zelf na of "
        "bewaartermijnen, landen en doorgiftegronden nog kloppen.",
        "Wetten en besluiten veranderen; wat toen klopte, is daarna soms niet meer waar.",
    ),
    en=Words(
        "the legal facts in this version of the program were checked on {checked}, more than a year before {day}",
        "Move to a newer version of gdprdocs and check again. If there is none, see for yourself whether retention "
        "periods, countries and grounds for transfers still hold.",
        "Statutes and decisions change; what was right then is sometimes no longer so.",
    ),
)
def legal_data_old(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """The date of the profile is no more than a year after the day on which the legal facts were last checked.

    The clock is not read: a profile says itself for which day it speaks, in ``effective`` or else in ``reviewed``.
    """
    checked = law().checked
    if profile.date and _YEAR.after(checked) < profile.date:
        key = "effective" if profile.publication.effective else "reviewed"
        yield Problem(
            ("publication", key),
            checked=worded(date_words, checked),
            day=worded(date_words, profile.date),
        )


RULES = rules_in(globals())
