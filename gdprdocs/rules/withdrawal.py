"""Rules on taking consent back: as easily as it was given, and with an end to what rested on it (Arts. 7(3), 17)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gdprdocs.diagnostic import Severity
from gdprdocs.language import Text
from gdprdocs.law.words import find_phrase
from gdprdocs.profile import Profile, Retention
from gdprdocs.profile.catalogue import Catalogue
from gdprdocs.profile.protection import LONGEST_MONTH
from gdprdocs.rules.consent import on_consent
from gdprdocs.rules.kept import category_name
from gdprdocs.rules.rule import Problem, Words, filled, rule, rules_in, worded
from gdprdocs.wording import date_words

_ON_A_SCREEN = ("web_form", "double_opt_in", "cookie_notice", "app")


@rule(
    "consent-no-withdrawal",
    "consent",
    "GDPR 7(3), 13(2)(c)",
    nl=Words(
        "hoe men de toestemming voor “{purpose}” intrekt, staat er niet",
        "Schrijf onder “consent” in “withdraw_by” hoe, bijvoorbeeld: de afmeldlink in elk bericht.",
        "Intrekken is net zo makkelijk als geven, en mensen lezen vooraf hoe het gaat.",
    ),
    en=Words(
        "how consent for “{purpose}” is withdrawn is not stated",
        "Put under “consent” in “withdraw_by” how, for example: the unsubscribe link in every message.",
        "Withdrawing is as easy as giving, and people read beforehand how it is done.",
    ),
)
def no_withdrawal(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """A purpose that rests on consent says how consent is withdrawn."""
    for purpose in on_consent(profile):
        if purpose.consent is None or purpose.consent.withdraw_by is None:
            yield Problem((*purpose.path, "consent", "withdraw_by"), purpose=purpose.id)


@rule(
    "consent-withdraw-harder",
    "consent",
    "GDPR 7(3)",
    severity=Severity.WARNING,
    nl=Words(
        "ja zeggen tegen “{purpose}” gaat met een klik, intrekken niet: “{way}”",
        "Bied ook een manier die net zo makkelijk is, zoals een link of een knop, en zet die in “withdraw_by”.",
        "Wie makkelijk ja zegt en lastig nee, blijft erin zitten; dan is de toestemming niet geldig.",
    ),
    en=Words(
        "saying yes to “{purpose}” takes a click, withdrawing does not: “{way}”",
        "Offer a way that is just as easy too, such as a link or a button, and put it in “withdraw_by”.",
        "Where yes is easy and no is hard people stay in; then the consent is not valid.",
    ),
)
def withdraw_harder(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Consent that is given on a screen is not withdrawn by letter, telephone or visit only.

    A way that “withdraw_by” names in words such as “link”, “button” or “email” counts as just as easy; the words are
    those of ``law/words/withdrawal.yaml``.
    """
    for purpose in on_consent(profile):
        if purpose.consent and purpose.consent.given_by in _ON_A_SCREEN:
            ways = purpose.consent.withdraw_by
            heavy = find_phrase(ways, "withdrawal", "heavy")
            if ways and heavy and not find_phrase(ways, "withdrawal", "light"):
                yield Problem((*purpose.path, "consent", "withdraw_by"), purpose=purpose.id, way=ways)


@rule(
    "consent-retention",
    "consent",
    "GDPR 17(1)(b)",
    severity=Severity.WARNING,
    nl=Words(
        "het doel “{purpose}” berust op toestemming, maar {what}",
        "Zeg in “criterion” of “from” wat er na intrekken gebeurt, bijvoorbeeld “tot 7 dagen nadat u intrekt”. Moet u "
        "iets langer bewaren, maak daarvoor dan een doel met een eigen grondslag.",
        "Wie intrekt, neemt de enige reden weg waarom u de gegevens hebt.",
    ),
    en=Words(
        "the purpose “{purpose}” rests on consent, but {what}",
        "Say in “criterion” or “from” what happens on withdrawal, for example “until 7 days after you withdraw”. If "
        "you have to keep something longer, make a purpose with a basis of its own for it.",
        "Whoever withdraws consent takes away the only reason why you have the data.",
    ),
)
def kept_after(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Data that rest on consent go within a month of its withdrawal, and some term of the purpose speaks of withdrawal.

    Looked at is what the organisation decides itself: a statutory period is left alone, and so are periods of a month
    or less. That a term speaks of withdrawal is known by the words of ``law/words/withdrawal.yaml``.
    """
    for _, purpose in profile.own_purposes:
        if purpose.lawful_basis == "consent":
            entries = {key: kept for key, kept in purpose.retention.items() if kept.statutory is None}
            for category, entry in entries.items():
                if _is_long(entry) and _starts_at_withdrawal(entry):
                    what = filled(_TOO_LONG, category=category_name(catalogue, category))
                    yield Problem((*entry.path, "period"), purpose=purpose.id, what=what)
            long = [entry for entry in entries.values() if _is_long(entry) or entry.criterion]
            if long and not any(_speaks_of_withdrawal(entry) for entry in entries.values()):
                yield Problem(long[0].path, purpose=purpose.id, what=_NOT_SAID)


def _is_long(entry: Retention) -> bool:
    return entry.period is not None and entry.period.days > LONGEST_MONTH.days


def _speaks_of_withdrawal(entry: Retention) -> bool:
    texts = (entry.from_, entry.criterion, entry.because)
    return any(find_phrase(text, "withdrawal", "withdrawn") for text in texts)


def _starts_at_withdrawal(entry: Retention) -> bool:
    """Whether a period counts from withdrawal alone; from one moment or another, its length after it is not known."""
    withdrawn = find_phrase(entry.from_, "withdrawal", "withdrawn")
    return withdrawn is not None and find_phrase(entry.from_, "withdrawal", "alternatives") is None


_NOT_SAID = Text(
    nl="geen bewaartermijn zegt wat er na intrekken gebeurt",
    en="no retention term says what happens on withdrawal",
)
_TOO_LONG = Text(
    nl="de termijn van “{category}” loopt na intrekken meer dan een maand door",
    en="the term of “{category}” runs for more than a month after withdrawal",
)


@rule(
    "consent-old",
    "consent",
    "GDPR 7",
    severity=Severity.ADVICE,
    nl=Words(
        "voor “{purpose}” kan er nog toestemming zijn van vóór de AVG: de activiteit bestaat sinds {since}",
        "Ga na of de vraag van toen voldoet aan de regels van nu. Zo niet, of weet u het niet: vraag opnieuw, en zet "
        "in “renew_every” na hoe lang u dat steeds doet.",
        "Een ja van voor 25 mei 2018 telt alleen als het zo is gevraagd als de AVG wil.",
    ),
    en=Words(
        "for “{purpose}” there can still be consent from before the GDPR: the activity has been there since {since}",
        "Find out whether the question of that time meets the rules of today. If it does not, or you do not know: ask "
        "again, and put in “renew_every” after how long you do so every time.",
        "A yes from before 25 May 2018 counts only if it was asked for in the way that the GDPR wants.",
    ),
)
def old(profile: Profile, catalogue: Catalogue) -> Iterator[Problem]:
    """Consent for an activity that began before 25 May 2018 is asked again at set times.

    When each person said yes is not in a profile; “since” of the activity says from when on people could.
    """
    for activity, purpose in profile.own_purposes:
        renewed = purpose.consent and purpose.consent.renew_every
        if purpose.states_consent and not renewed and activity.since and activity.since < _GDPR:
            since = worded(date_words, activity.since)
            yield Problem((*purpose.path, "consent"), purpose=purpose.id, since=since)


_GDPR = date(2018, 5, 25)
"""The day on which the GDPR began to apply (Art. 99(2))."""


RULES = rules_in(globals())
